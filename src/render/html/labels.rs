//! The labels that pages have besides those of pictures, in English, Dutch and French.

use crate::model::{Confidence, Duration, ExpectationSource, MomentKind, Period};
use crate::render::Tongue;
use crate::render::labels::labels;

labels! {
    PageLabel;
    Picture: "Map", "Kaart", "Carte";
    List: "List", "Lijst", "Liste";
    Table: "Table", "Tabel", "Tableau";
    Report: "What changed", "Wat er veranderde", "Ce qui a changé";
    Echoes: "What it brings about", "Wat het meebrengt", "Ce que cela entraîne";
    Views: "Views", "Weergaven", "Vues";
    Search: "Search", "Zoeken", "Rechercher";
    Filters: "Filters", "Filters", "Filtres";
    Lanes: "Lanes", "Lagen", "Lignes";
    Channel: "Channel", "Kanaal", "Canal";
    Owner: "Owner", "Eigenaar", "Responsable";
    Status: "Status", "Status", "Statut";
    Severity: "Severity", "Ernst", "Gravité";
    AllChannels: "All channels", "Alle kanalen", "Tous les canaux";
    AllOwners: "All owners", "Alle eigenaars", "Tous les responsables";
    AllStatuses: "Any status", "Elke status", "Tout statut";
    AllSeverities: "Any friction", "Alle frictie", "Toute friction";
    Reset: "Show all", "Alles tonen", "Tout afficher";
    Shown: "{shown} of {all} touchpoints", "{shown} van {all} contactmomenten", "{shown} points de contact sur {all}";
    Fit: "Fit to width", "Passend in de breedte", "Ajuster à la largeur";
    Colours: "Colours", "Kleuren", "Couleurs";
    ColoursOfDevice: "As on my device", "Zoals op mijn toestel", "Comme sur mon appareil";
    ColoursLight: "Light", "Licht", "Clair";
    ColoursDark: "Dark", "Donker", "Sombre";
    ColoursContrast: "High contrast", "Hoog contrast", "Contraste élevé";
    Print: "Print", "Afdrukken", "Imprimer";
    Close: "Close", "Sluiten", "Fermer";
    Journey: "The whole journey", "De hele reis", "Tout le parcours";
    JourneyFacts: "About this journey", "Over deze reis", "À propos de ce parcours";
    Description: "Description", "Beschrijving", "Description";
    Scale: "Scale", "Schaal", "Échelle";
    ReviewEvery: "Time between reviews", "Tijd tussen herzieningen", "Délai entre révisions";
    Phase: "Phase", "Fase", "Phase";
    Touchpoint: "Touchpoint", "Contactmoment", "Point de contact";
    MainWay: "Touchpoints on the main way", "Contactmomenten op de hoofdroute", "Points de contact du parcours principal";
    ChannelSwitches: "Channel switches", "Kanaalwissels", "Changements de canal";
    HandOffs: "Hand-offs", "Overdrachten", "Transferts";
    TotalTime: "Time it takes", "Tijd die het kost", "Temps nécessaire";
    TotalWait: "Time spent waiting", "Tijd in de wacht", "Temps d’attente";
    Arrive: "Customers who reach the end", "Klanten die het einde halen", "Clients qui vont au bout";
    KnownOf: "known of {known} of {all} touchpoints", "bekend van {known} van {all} contactmomenten", "connu pour {known} points de contact sur {all}";
    SituationAbout: "What is going on", "Wat er speelt", "Ce qui se passe";
    Channels: "Channels", "Kanalen", "Canaux";
    Open: "Open", "Open", "Ouvert";
    ReplacedBy: "Instead", "In de plaats", "À la place";
    Because: "Why", "Waarom", "Pourquoi";
    Source: "Source", "Bron", "Source";
    Gap: "Satisfaction gap", "Tevredenheidskloof", "Écart de satisfaction";
    Actors: "Third parties", "Derden", "Tiers";
    Thinking: "Thinks", "Denkt", "Pense";
    Feeling: "Feels", "Voelt", "Ressent";
    Quote: "Says", "Zegt", "Dit";
    Duration: "Takes", "Duurt", "Durée";
    Next: "Where customers go", "Waar klanten heen gaan", "Où vont les clients";
    FromElsewhere: "Friction from elsewhere", "Frictie van elders", "Friction venue d’ailleurs";
    Also: "Also hinders at", "Hindert ook bij", "Gêne aussi à";
    Reach: "Customers hit", "Getroffen klanten", "Clients touchés";
    DueOn: "Due", "Tegen", "Échéance";
    MeasuredBy: "Measured by", "Gemeten met", "Mesurée par";
    MetAt: "Customers meet it at", "De klant merkt het bij", "Le client la rencontre à";
    Address: "Read more", "Meer lezen", "En savoir plus";
    DecidesBecause: "Why it decides", "Waarom het beslist", "Pourquoi c’est décisif";
    Success: "Success", "Geslaagd", "Réussite";
    Failure: "Failure", "Mislukt", "Échec";
    Commitment: "The act that proves it", "De daad die het bewijst", "L’acte qui le prouve";
    Kind: "Kind", "Soort", "Type";
    Zmot: "Zero: before the first contact", "Nul: voor het eerste contact", "Zéro\u{a0}: avant le premier contact";
    Fmot: "First: the customer chooses", "Eerste: de klant kiest", "Premier\u{a0}: le client choisit";
    Smot: "Second: the customer uses it", "Tweede: de klant gebruikt het", "Deuxième\u{a0}: le client l’utilise";
    Umot: "Ultimate: the customer tells others", "Ultiem: de klant vertelt het voort", "Ultime\u{a0}: le client en parle";
    Promised: "Promised within", "Beloofd binnen", "Promis sous";
    Achieved: "Really achieved", "Werkelijk gehaald", "Réellement obtenu";
    HowOftenKept: "Kept", "Nagekomen", "Tenue";
    KeptAt: "To be kept at", "Na te komen bij", "À tenir à";
    KeptHere: "Promised elsewhere, to be kept here", "Elders beloofd, hier na te komen", "Promis ailleurs, à tenir ici";
    MadeAt: "Promised at", "Beloofd bij", "Promis à";
    Promise: "Promise", "Belofte", "Promesse";
    FrictionPoint: "Friction point", "Frictiepunt", "Point de friction";
    Solution: "Solution", "Oplossing", "Solution";
    Measure: "Measure", "Meting", "Mesure";
    Target: "Target", "Doel", "Cible";
    Responses: "Responses", "Antwoorden", "Réponses";
    Date: "Date", "Datum", "Date";
    Evidence: "Evidence", "Bewijs", "Preuves";
    Observed: "observed", "waargenomen", "observé";
    Reported: "reported", "gerapporteerd", "rapporté";
    Inferred: "inferred", "afgeleid", "déduit";
    Assumed: "assumed", "aangenomen", "supposé";
    SourcePromise: "a promise of ours", "een belofte van ons", "une promesse de notre part";
    SourcePast: "earlier experience here", "eerdere ervaring hier", "une expérience antérieure ici";
    SourceElsewhere: "experience elsewhere", "ervaring elders", "une expérience ailleurs";
    SourceWord: "word of mouth", "mond-tot-mondreclame", "le bouche-à-oreille";
    SourceBrand: "the image of the brand", "het imago van het merk", "l’image de la marque";
    SourceNeed: "a personal need", "een persoonlijke behoefte", "un besoin personnel";
    OpenQuestion: "Open question", "Open vraag", "Question ouverte";
    Yes: "yes", "ja", "oui";
    No: "no", "nee", "non";
    FollowUp: "Who follows up", "Wie opvolgt", "Qui assure le suivi";
    Journeys: "Customer journeys", "Klantreizen", "Parcours clients";
    MomentOfTruth: "Moment of truth", "Moment van de waarheid", "Moment de vérité";
    OpenFriction: "Open friction points", "Open frictiepunten", "Points de friction ouverts";
    Curve: "Experience and expectation along the journey", "Ervaring en verwachting langs de reis", "Expérience et attente au fil du parcours";
    Persona: "Persona", "Persona", "Persona";
    Systems: "Systems", "Systemen", "Systèmes";
}

/// How sure a piece of evidence is.
pub const fn confidence(confidence: Confidence) -> PageLabel {
    match confidence {
        Confidence::Observed => PageLabel::Observed,
        Confidence::Reported => PageLabel::Reported,
        Confidence::Inferred => PageLabel::Inferred,
        Confidence::Assumed => PageLabel::Assumed,
    }
}

/// Where an expectation comes from.
pub const fn expectation_source(source: ExpectationSource) -> PageLabel {
    match source {
        ExpectationSource::Promise => PageLabel::SourcePromise,
        ExpectationSource::PastExperience => PageLabel::SourcePast,
        ExpectationSource::Elsewhere => PageLabel::SourceElsewhere,
        ExpectationSource::WordOfMouth => PageLabel::SourceWord,
        ExpectationSource::Brand => PageLabel::SourceBrand,
        ExpectationSource::PersonalNeed => PageLabel::SourceNeed,
    }
}

/// Which of the four moments of truth it is.
pub const fn moment(kind: MomentKind) -> PageLabel {
    match kind {
        MomentKind::Zmot => PageLabel::Zmot,
        MomentKind::Fmot => PageLabel::Fmot,
        MomentKind::Smot => PageLabel::Smot,
        MomentKind::Umot => PageLabel::Umot,
    }
}

/// A length of time on the calendar.
pub fn period(tongue: Tongue, period: Period) -> String {
    let (year, years, month, months) = match tongue {
        Tongue::English => ("year", "years", "month", "months"),
        Tongue::Dutch => ("jaar", "jaar", "maand", "maanden"),
        Tongue::French => ("an", "ans", "mois", "mois"),
    };
    let units = [(period.months / 12, year, years), (period.months % 12, month, months)];
    let units = units.into_iter().filter(|(count, ..)| *count > 0);
    let mut parts: Vec<_> =
        units.map(|(count, one, many)| format!("{count}\u{a0}{}", if count == 1 { one } else { many })).collect();
    if period.seconds > 0 || parts.is_empty() {
        parts.push(tongue.duration(Duration::from_secs(period.seconds)));
    }
    parts.join(" ")
}
