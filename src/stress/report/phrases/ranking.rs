//! The phrases of closing each in turn.

use crate::diff::phrases::{counts, phrases};
use crate::stress::Subject;
use crate::tongue::Tongue::{self, Dutch, English, French};

phrases! {
    each_none() { en "The map names none." nl "De kaart noemt er geen." fr "La carte n’en nomme pas." }
    each_harmless() {
        en "Customers can do without any one of them."
        nl "Klanten kunnen elk ervan missen."
        fr "Les clients peuvent se passer de n’importe lequel."
    }
    each_completes() {
        en "Whichever closes, customers can still complete the journey."
        nl "Welk er ook wegvalt, klanten kunnen de klantreis nog afmaken."
        fr "Quelle que soit la fermeture, les clients peuvent encore terminer le parcours."
    }
    each_unchanged(titles) {
        en "Closing {titles} changes nothing: closed already, or no customer comes there."
        nl "Het wegvallen van {titles} verandert niets: al gesloten, of er komt geen klant."
        fr "La fermeture de {titles} ne change rien : déjà fermé, ou aucun client n’y passe."
    }
    hint_split() {
        en "“1 + 2”: one is lost with what closes, and two more behind it, since the map knows no way round."
        nl "“1 + 2”: één valt weg met wat sluit, en nog twee erachter, omdat de kaart geen weg eromheen kent."
        fr "« 1 + 2 » : un disparaît avec ce qui ferme, et deux autres au-delà, car la carte ne connaît pas de détour."
    }
    hint_optional() {
        en "A closed touchpoint stops everybody, unless it is replaced or optional. Mark with `optional: true` what customers can do without, such as a leaflet or a reminder: then this order says more."
        nl "Een gesloten contactmoment houdt iedereen tegen, tenzij het vervangen wordt of optioneel is. Zet `optional: true` bij wat klanten kunnen missen, zoals een folder of een herinnering: dan zegt deze volgorde meer."
        fr "Un point de contact fermé arrête tout le monde, sauf s’il est remplacé ou facultatif. Indiquez `optional: true` là où les clients peuvent s’en passer, comme pour un dépliant ou un rappel : cet ordre en dira plus."
    }
    cut_off() { en "cut off" nl "afgesneden" fr "coupée" }
    cut_off_in_part() { en "for some" nl "voor een deel" fr "en partie" }
    percentage_points(points) { en "{points} pt" nl "{points} pt" fr "{points} pt" }
}

counts! {
    each_fatal(count all) {
        en "As far as the map says, one of the {all} stops everybody when it closes."
           "As far as the map says, {count} of the {all} stop everybody, each alone."
        nl "Voor zover de kaart het zegt, houdt één van de {all} op zichzelf al iedereen tegen."
           "Voor zover de kaart het zegt, houden {count} van de {all} elk op zichzelf al iedereen tegen."
        fr "D’après la carte, une fermeture sur {all} suffit à arrêter tout le monde."
           "D’après la carte, {count} fermetures sur {all} suffisent, chacune à elle seule, à arrêter tout le monde."
    }
    each_worst(_count titles) {
        en "Closing {titles} does most harm." "Closing {titles} does most harm, each as much as the other."
        nl "De meeste schade doet het wegvallen van {titles}." "De meeste schade doet het wegvallen van {titles}, elk evenveel."
        fr "La plus grave serait celle de {titles}." "Les plus graves seraient celles de {titles}."
    }
    each_without_harm(count) {
        en "one can close without harm to customers" "{count} can close without harm to customers"
        nl "één kan wegvallen zonder dat klanten er last van hebben" "{count} kunnen wegvallen zonder dat klanten er last van hebben"
        fr "une fermeture serait sans conséquence pour les clients" "{count} fermetures seraient sans conséquence pour les clients"
    }
}

impl Tongue {
    /// `My journey: if one channel closes`
    pub(in crate::stress::report) fn what_if_each(self, journey: &str, subject: Subject) -> String {
        let one = match (self, subject) {
            (English, Subject::Channel) => "one channel closes",
            (English, Subject::Touchpoint) => "one touchpoint closes",
            (English, Subject::Owner) => "one team drops out",
            (English, Subject::System) => "one system drops out",
            (Dutch, Subject::Channel) => "één kanaal wegvalt",
            (Dutch, Subject::Touchpoint) => "één contactmoment wegvalt",
            (Dutch, Subject::Owner) => "één team wegvalt",
            (Dutch, Subject::System) => "één systeem wegvalt",
            (French, Subject::Channel) => "un canal ferme",
            (French, Subject::Touchpoint) => "un point de contact ferme",
            (French, Subject::Owner) => "une équipe n’est plus disponible",
            (French, Subject::System) => "un système n’est plus disponible",
        };
        self.what_if(journey, one)
    }

    /// The heading of what closes.
    pub(in crate::stress::report) const fn closing(self, subject: Subject) -> &'static str {
        match (self, subject) {
            (English, Subject::Channel) => "Channel",
            (English, Subject::Touchpoint) => "Touchpoint",
            (English | Dutch, Subject::Owner) => "Team",
            (English, Subject::System) => "System",
            (Dutch, Subject::Channel) => "Kanaal",
            (Dutch, Subject::Touchpoint) => "Contactmoment",
            (Dutch, Subject::System) => "Systeem",
            (French, Subject::Channel) => "Canal",
            (French, Subject::Touchpoint) => "Point de contact",
            (French, Subject::Owner) => "Équipe",
            (French, Subject::System) => "Système",
        }
    }

    /// The headings of the other columns, on two lines each.
    pub(in crate::stress::report) const fn each_head(self) -> [[&'static str; 2]; 8] {
        match self {
            English => [
                ["Moments", "lost"],
                ["Promises", "broken"],
                ["End", ""],
                ["Share", "lost"],
                ["Left without", "alternative"],
                ["Left on", "one channel"],
                ["Effort", "added"],
                ["Not", "replaced"],
            ],
            Dutch => [
                ["Momenten", "kwijt"],
                ["Beloften", "gebroken"],
                ["Einde", ""],
                ["Aandeel", "kwijt"],
                ["Zonder", "alternatief"],
                ["Nog maar", "één kanaal"],
                ["Moeite", "erbij"],
                ["Niet", "vervangen"],
            ],
            French => [
                ["Moments", "perdus"],
                ["Promesses", "rompues"],
                ["Fin", ""],
                ["Part", "perdue"],
                ["Sans", "alternative"],
                ["Un seul", "canal"],
                ["Effort", "ajouté"],
                ["Non", "remplacés"],
            ],
        }
    }
}
