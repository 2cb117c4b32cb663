//! The labels of pictures in English, Dutch and French, and how each language writes numbers, days and lengths of time.

use super::scene::Lane;
use crate::model::{
    Availability, Basis, Confidence, Date, Duration, FrictionStatus, Severity, Situation, SolutionStatus, State, Unit,
};
use crate::source::Located;

pub use crate::tongue::Tongue;

/// Defines labels, each in every language.
macro_rules! labels {
    ($labels:ident; $($name:ident: $en:literal, $nl:literal, $fr:literal;)*) => {
        /// A label, or a part of one.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(in crate::render) enum $labels { $($name),* }

        impl $labels {
            /// The label in that language.
            pub(in crate::render) const fn in_tongue(self, tongue: $crate::render::Tongue) -> &'static str {
                use $crate::render::Tongue::{Dutch, English, French};
                match (self, tongue) {
                    $((Self::$name, English) => $en, (Self::$name, Dutch) => $nl, (Self::$name, French) => $fr,)*
                }
            }
        }

        impl $crate::render::labels::Wording for $labels {
            fn wording(self, tongue: $crate::render::Tongue) -> &'static str {
                self.in_tongue(tongue)
            }
        }
    };
}

pub(super) use labels;

/// What has words in every language.
pub(super) trait Wording: Copy {
    /// The words in that language.
    fn wording(self, tongue: Tongue) -> &'static str;
}

labels! {
    Label;
    Phases: "Phases", "Fasen", "Phases";
    Needs: "Needs", "Behoeften", "Besoins";
    Ways: "Ways", "Routes", "Chemins";
    Touchpoints: "Touchpoints", "Contactmomenten", "Points de contact";
    Curve: "Experience", "Beleving", "Expérience";
    Words: "Thinking and feeling", "Denken en voelen", "Pensées et émotions";
    Friction: "Friction points", "Frictiepunten", "Points de friction";
    Solutions: "Solutions", "Oplossingen", "Solutions";
    Promises: "Promises", "Beloften", "Promesses";
    Employee: "Employees", "Medewerkers", "Collaborateurs";
    Frontstage: "Frontstage", "Zichtbaar voor de klant", "En scène";
    Backstage: "Backstage", "Achter de schermen", "En coulisses";
    Measures: "Measures", "Metingen", "Mesures";
    Feedback: "Feedback loops", "Feedbacklussen", "Boucles de feedback";
    LineOfVisibility: "Line of visibility", "Zichtbaarheidslijn", "Ligne de visibilité";
    Goal: "Goal", "Doel", "Objectif";
    Goals: "Goals", "Doelen", "Objectifs";
    Scenario: "Scenario", "Scenario", "Scénario";
    Owner: "Owner", "Eigenaar", "Responsable";
    Reviewed: "Last reviewed", "Laatst herzien", "Dernière révision";
    NotReviewed: "Not reviewed yet", "Nog niet herzien", "Pas encore révisée";
    Situation: "Situation", "Situatie", "Situation";
    From: "from", "vanaf", "à partir du";
    Until: "until", "tot", "jusqu’au";
    StateCurrent: "Current state", "Huidige situatie", "État actuel";
    StateFuture: "Future state", "Toekomstige situatie", "État futur";
    StatePast: "Past state", "Vroegere situatie", "État passé";
    BasisResearch: "Based on research", "Gebaseerd op onderzoek", "Fondée sur des recherches";
    BasisHypothesis: "Hypothesis, not yet tested", "Hypothese, nog niet getoetst", "Hypothèse, à vérifier";
    NoTouchpoints: "No touchpoints yet", "Nog geen contactmomenten", "Pas encore de points de contact";
    Continued: "continued", "vervolg", "suite";
    WholePhase: "Whole phase", "Hele fase", "Toute la phase";
    WholeJourney: "Whole journey", "Hele reis", "Tout le parcours";
    OutOfReach: "Out of reach", "Onbereikbaar", "Hors de portée";
    Closed: "Closed", "Gesloten", "Fermé";
    Limited: "Limited", "Beperkt", "Limité";
    Instead: "Instead:", "In de plaats:", "À la place\u{a0}:";
    Optional: "Optional", "Optioneel", "Facultatif";
    StartsHere: "Also starts here", "Begint ook hier", "Débute aussi ici";
    Wait: "Wait", "Wachten", "Temps d’attente";
    Takes: "Takes", "Duurt", "Durée";
    Effort: "Effort", "Moeite", "Effort";
    ToEnd: "Journey completed", "Reis voltooid", "Parcours terminé";
    ToLost: "Gives up", "Haakt af", "Abandonne";
    EndShare: "complete the journey", "voltooit de reis", "terminent le parcours";
    LostShare: "give up", "haakt af", "abandonnent";
    ExperienceLine: "Experience", "Ervaring", "Expérience";
    ExpectationLine: "Expectation", "Verwachting", "Attente";
    ExperienceBefore: "Before", "Ervoor", "Avant";
    IsWorse: "Worse for the customer", "Slechter voor de klant", "Pire pour le client";
    IsBetter: "Better for the customer", "Beter voor de klant", "Mieux pour le client";
    IsOtherwise: "Different, no better or worse", "Anders, niet beter of slechter", "Différent, ni mieux ni pire";
    IsGone: "No longer there", "Is er niet meer", "N’existe plus";
    FallsShort: "Falls short", "Schiet tekort", "En deçà";
    Exceeds: "Exceeds", "Overtreft", "Au-delà";
    OtherWay: "Other way", "Andere route", "Autre chemin";
    MomentOfTruth: "Moment of truth", "Waarheidsmoment", "Moment de vérité";
    MomentsOfTruth: "Moments of truth", "Momenten van de waarheid", "Moments de vérité";
    Persona: "Persona", "Persona", "Persona";
    Peak: "Peak", "Piek", "Sommet";
    Trough: "Low point", "Dieptepunt", "Creux";
    End: "End", "Einde", "Fin";
    PeakAndEnd: "Peak and end", "Piek en einde", "Sommet et fin";
    TroughAndEnd: "Low point and end", "Dieptepunt en einde", "Creux et fin";
    Feels: "Feels", "Voelt", "Ressent";
    SeverityLow: "Low", "Licht", "Faible";
    SeverityMedium: "Medium", "Gemiddeld", "Moyenne";
    SeverityHigh: "High", "Ernstig", "Grave";
    SeverityCritical: "Critical", "Kritiek", "Critique";
    Mitigated: "mitigated", "verzacht", "atténuée";
    Resolved: "resolved", "opgelost", "résolue";
    OfCustomers: "of customers", "van de klanten", "des clients";
    Also: "Also at:", "Ook bij:", "Aussi à\u{a0}:";
    NoSolution: "No solution", "Geen oplossing", "Aucune solution";
    KeyFigures: "Key figures", "Kerncijfers", "Chiffres clés";
    ReachTheEnd: "{share} complete the journey", "{share} voltooit de reis", "{share} terminent le parcours";
    Idea: "Idea", "Idee", "Idée";
    Planned: "Planned", "Gepland", "Planifié";
    InProgress: "In progress", "In uitvoering", "En cours";
    Done: "Done", "Klaar", "Réalisé";
    Dropped: "Dropped", "Geschrapt", "Abandonné";
    Overdue: "Overdue", "Te laat", "En retard";
    Due: "due", "tegen", "pour le";
    MadeHere: "Promised", "Beloofd", "Promis";
    KeptHere: "To be kept here", "Hier waar te maken", "À tenir ici";
    Within: "within", "binnen", "dans les";
    Really: "actually", "in werkelijkheid", "en réalité";
    Kept: "{share} kept", "{share} nagekomen", "tenue à {share}";
    KeptOnly: "only {share} kept", "maar {share} nagekomen", "tenue à {share} seulement";
    Broken: "Broken", "Gebroken", "Rompue";
    Missed: "Missed", "Niet waargemaakt", "Manquée";
    Late: "Later than promised", "Later dan beloofd", "Plus tard que promis";
    Expects: "expects", "verwacht", "attente";
    Experiences: "gets", "ervaart", "vécu";
    Staff: "Employee", "Medewerker", "Collaborateur";
    Props: "Physical evidence", "Tastbaar bewijs", "Preuves tangibles";
    Target: "target", "doel", "cible";
    Responses: "responses", "antwoorden", "réponses";
    ToMeasure: "not measured yet", "nog niet gemeten", "pas encore mesuré";
    AsksOpenly: "An open question", "Een open vraag", "Une question ouverte";
    NoOpenQuestion: "No open question", "Geen open vraag", "Pas de question ouverte";
    NobodyFollowsUp: "Nobody follows up", "Niemand volgt op", "Personne n’assure le suivi";
    Evidence: "Evidence", "Bewijs", "Preuve";
    Observed: "observed", "waargenomen", "observé";
    Reported: "reported", "gemeld", "rapporté";
    Inferred: "inferred", "afgeleid", "déduit";
    Assumed: "assumed", "aangenomen", "supposé";
    Success: "Success", "Geslaagd", "Réussite";
    Failure: "Failure", "Mislukt", "Échec";
    Commitment: "Commitment", "Engagement", "Engagement";
    MeasuredBy: "Measured by", "Gemeten met", "Mesurée par";
    Source: "Source", "Bron", "Source";
    DescribedAs: "A customer journey map", "Een klantreiskaart", "Une carte de parcours client";
}

impl Tongue {
    /// A label in this language.
    pub(super) const fn label(self, label: Label) -> &'static str {
        label.in_tongue(self)
    }

    /// The name of a lane; the head has none.
    #[must_use]
    pub const fn lane(self, lane: Lane) -> &'static str {
        self.label(match lane {
            Lane::Head => return "",
            Lane::Phases => Label::Phases,
            Lane::Needs => Label::Needs,
            Lane::Ways => Label::Ways,
            Lane::Touchpoints => Label::Touchpoints,
            Lane::Curve => Label::Curve,
            Lane::Words => Label::Words,
            Lane::Friction => Label::Friction,
            Lane::Solutions => Label::Solutions,
            Lane::Promises => Label::Promises,
            Lane::Employee => Label::Employee,
            Lane::Frontstage => Label::Frontstage,
            Lane::Backstage => Label::Backstage,
            Lane::Measures => Label::Measures,
            Lane::Feedback => Label::Feedback,
        })
    }

    pub(super) const fn state(self, state: State) -> &'static str {
        self.label(match state {
            State::Current => Label::StateCurrent,
            State::Future => Label::StateFuture,
            State::Past => Label::StatePast,
        })
    }

    pub(super) const fn basis(self, basis: Basis) -> &'static str {
        self.label(match basis {
            Basis::Research => Label::BasisResearch,
            Basis::Hypothesis => Label::BasisHypothesis,
        })
    }

    /// "Closed" or "Limited", if it is one of them.
    pub(super) const fn restriction(self, availability: Availability) -> Option<&'static str> {
        match availability {
            Availability::Available => None,
            Availability::Limited => Some(self.label(Label::Limited)),
            Availability::Unavailable => Some(self.label(Label::Closed)),
        }
    }

    /// How much friction hinders; reports use the same words.
    pub(crate) const fn severity(self, severity: Severity) -> &'static str {
        self.label(match severity {
            Severity::Low => Label::SeverityLow,
            Severity::Medium => Label::SeverityMedium,
            Severity::High => Label::SeverityHigh,
            Severity::Critical => Label::SeverityCritical,
        })
    }

    /// How far friction has been dealt with, unless nothing has been done.
    pub(super) const fn friction(self, status: FrictionStatus) -> Option<&'static str> {
        match status {
            FrictionStatus::Open => None,
            FrictionStatus::Mitigated => Some(self.label(Label::Mitigated)),
            FrictionStatus::Resolved => Some(self.label(Label::Resolved)),
        }
    }

    pub(super) const fn solution(self, status: SolutionStatus) -> &'static str {
        self.label(match status {
            SolutionStatus::Idea => Label::Idea,
            SolutionStatus::Planned => Label::Planned,
            SolutionStatus::InProgress => Label::InProgress,
            SolutionStatus::Done => Label::Done,
            SolutionStatus::Dropped => Label::Dropped,
        })
    }

    pub(super) const fn confidence(self, confidence: Confidence) -> &'static str {
        self.label(match confidence {
            Confidence::Observed => Label::Observed,
            Confidence::Reported => Label::Reported,
            Confidence::Inferred => Label::Inferred,
            Confidence::Assumed => Label::Assumed,
        })
    }

    /// What stands before a colon, and what behind it.
    pub(super) fn named(self, name: &str, what: &str) -> String {
        let colon = if self == Self::French { "\u{a0}:" } else { ":" };
        format!("{name}{colon} {what}")
    }

    /// A day.
    pub(super) fn day(self, date: Date) -> String {
        let months = match self {
            Self::English => ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
            Self::Dutch => ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
            Self::French => {
                ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."]
            }
        };
        let month = usize::try_from(date.0.month()).unwrap_or_default().checked_sub(1);
        let month = month.and_then(|month| months.get(month)).copied().unwrap_or_default();
        let first = if self == Self::French && date.0.day() == 1 { "er" } else { "" };
        format!("{}{first}\u{a0}{month}\u{a0}{}", date.0.day(), date.0.year())
    }

    /// A length of time, in the units of who wrote it.
    pub(super) fn duration(self, duration: Duration) -> String {
        let (week, day, hour) = match self {
            Self::English => (["week", "weeks"], ["day", "days"], "h"),
            Self::Dutch => (["week", "weken"], ["dag", "dagen"], "uur"),
            Self::French => (["semaine", "semaines"], ["jour", "jours"], "h"),
        };
        let parts = duration.parts().map(|(count, unit)| {
            let [one, many] = match unit {
                Unit::Week => week,
                Unit::Day => day,
                Unit::Hour => [hour; 2],
                Unit::Minute => ["min"; 2],
                Unit::Second => ["s"; 2],
            };
            format!("{count}\u{a0}{}", if count == 1 { one } else { many })
        });
        let parts: Vec<_> = parts.collect();
        if parts.is_empty() { "0\u{a0}min".into() } else { parts.join(" ") }
    }

    /// What is going on, with its first and last day; nothing if neither is known.
    pub(super) fn situation(self, situation: &Situation) -> Option<String> {
        let day = |label: Label, date: &Option<Located<Date>>| {
            date.as_ref().map(|date| format!("{} {}", self.label(label), self.day(date.value)))
        };
        let name = situation.name.as_ref().map(|name| name.value.clone());
        let parts = [name, day(Label::From, &situation.from), day(Label::Until, &situation.until)];
        let words: Vec<_> = parts.into_iter().flatten().collect();
        (!words.is_empty()).then(|| words.join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::{Date, Duration, Tongue};
    use crate::model::Scalar;

    #[test]
    fn times_are_written_as_in_each_language() {
        let written = |tongue: Tongue| {
            let times = [0, 45, 5_400, 86_400, 200_000].map(|seconds| tongue.duration(Duration::from_secs(seconds)));
            times.join("; ").replace('\u{a0}', " ")
        };
        assert_eq!(written(Tongue::English), "0 min; 45 s; 1 h 30 min; 1 day; 2 days 7 h 33 min 20 s");
        assert_eq!(written(Tongue::Dutch), "0 min; 45 s; 1 uur 30 min; 1 dag; 2 dagen 7 uur 33 min 20 s");
        let first = jiff::civil::date(2027, 4, 1);
        let days = [Tongue::English, Tongue::French].map(|tongue| tongue.day(Date(first)).replace('\u{a0}', " "));
        assert_eq!(days, ["1 Apr 2027", "1er avr. 2027"]);
        assert_eq!(Tongue::French.named("Objectif", "Payer"), "Objectif\u{a0}: Payer");
        assert_eq!(Tongue::Dutch.named("Doel", "Betalen"), "Doel: Betalen");
        let told = ["8w", "56d", "48h"].map(|text| Duration::parse(text).map(|time| Tongue::Dutch.duration(time)).ok());
        assert_eq!(told, ["8\u{a0}weken", "56\u{a0}dagen", "48\u{a0}uur"].map(|words| Some(words.to_owned())));
    }

    #[test]
    fn languages_without_labels_get_english() {
        assert_eq!(
            [Tongue::of("nl"), Tongue::of("fr"), Tongue::of("de")],
            [Tongue::Dutch, Tongue::French, Tongue::English]
        );
    }
}
