//! The fixed sets of words of the format.

use crate::model::suggest::{certain, nearest, plain};
use crate::model::values::Misfit;

/// Defines an enum whose variants are words of a format.
macro_rules! words {
    ($(
        $(#[$meta:meta])*
        $name:ident = $what:literal { $( $(#[$variant_meta:meta])* $variant:ident = $word:literal, )* }
    )*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $( $(#[$variant_meta])* $variant, )* }

        impl $name {
            /// Every word of the set, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The word as it is written in a file.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }
        }

        impl $crate::model::Scalar for $name {
            const WANTED: &'static str = $what;

            fn parse(text: &str) -> Result<Self, $crate::model::Misfit> {
                match text {
                    $($word => Ok(Self::$variant),)*
                    _ => Err($crate::model::unknown_word(text, $what, &[$($word),*])),
                }
            }

            fn schema() -> schemars::Schema {
                schemars::json_schema!({"enum": [$($word),*]})
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.pad(self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    )*};
}

pub(crate) fn unknown_word(text: &str, what: &str, words: &[&str]) -> Misfit {
    let list = words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
    let plain = plain(text);
    let meant =
        words.iter().find(|word| **word == plain).or_else(|| words.iter().find(|word| is_translation(&plain, word)));
    let near = match meant {
        Some(word) => vec![*word],
        None => nearest(&plain, words.iter().copied()),
    };
    let help = match near.as_slice() {
        [word] => format!("did you mean `{word}`? The words are {list}"),
        _ => format!("write one of {list}"),
    };
    Misfit::value(format!("`{text}` is not {what}"), help).instead(meant.copied().or_else(|| certain(&plain, &near)))
}

/// Words of everyday use in English, Dutch and French, without accents, for those of the format.
const TRANSLATIONS: &[(&str, &[&str])] = &[
    ("current", &["as_is", "huidig", "huidige", "actuel", "actuelle"]),
    ("future", &["to_be", "toekomst", "toekomstig", "toekomstige", "futur", "future"]),
    ("past", &["verleden", "vroeger", "passe", "ancien"]),
    ("research", &["onderzoek", "recherche"]),
    ("hypothesis", &["hypothese", "aanname", "assumption"]),
    ("available", &["open", "beschikbaar", "ouvert", "ouverte", "disponible"]),
    ("limited", &["beperkt", "limite", "limitee", "partial", "gedeeltelijk"]),
    ("unavailable", &["closed", "gesloten", "dicht", "ferme", "fermee", "indisponible"]),
    ("low", &["laag", "lage", "licht", "lichte", "faible", "bas", "basse"]),
    ("medium", &["gemiddeld", "matig", "middel", "moyen", "moyenne"]),
    ("high", &["hoog", "hoge", "ernstig", "ernstige", "grave", "eleve", "elevee", "haut", "haute"]),
    ("critical", &["kritiek", "kritisch", "critique"]),
    ("open", &["openstaand", "ouvert", "ouverte"]),
    ("mitigated", &["verzacht", "attenue", "attenuee"]),
    ("resolved", &["opgelost", "solved", "resolu", "resolue"]),
    ("idea", &["idee"]),
    ("planned", &["gepland", "prevu", "prevue", "planifie", "planifiee"]),
    ("in_progress", &["bezig", "lopend", "en_cours", "ongoing", "busy", "doing"]),
    (
        "done",
        &["afgerond", "gedaan", "klaar", "voltooid", "fini", "termine", "terminee", "fait", "completed", "finished"],
    ),
    ("dropped", &["geschrapt", "stopgezet", "abandonne", "abandonnee", "cancelled", "canceled"]),
    ("higher", &["hoger", "plus_haut"]),
    ("lower", &["lager", "plus_bas"]),
    ("observed", &["waargenomen", "geobserveerd", "observe"]),
    ("reported", &["gemeld", "gerapporteerd", "rapporte", "declare"]),
    ("inferred", &["afgeleid", "deduit"]),
    ("assumed", &["aangenomen", "verondersteld", "suppose"]),
    ("promise", &["belofte", "promesse"]),
    ("past_experience", &["eerdere_ervaring", "experience_passee"]),
    ("elsewhere", &["elders", "ailleurs"]),
    ("word_of_mouth", &["mond_tot_mond", "bouche_a_oreille"]),
    ("brand", &["merk", "marque"]),
    ("personal_need", &["behoefte", "besoin", "besoin_personnel"]),
];

/// Whether a word, in lower case and without accents, says what one of the format's does.
fn is_translation(plain: &str, word: &str) -> bool {
    TRANSLATIONS.iter().any(|(of, words)| *of == word && words.contains(&plain))
}

pub(crate) use words;

words! {
    /// How strictly a map is judged.
    #[derive(Default)]
    Profile = "a profile" {
        /// A sketch on day one.
        Draft = "draft",
        /// What most maps should hold to.
        #[default]
        Standard = "standard",
        /// A map that somebody answers for, two years on.
        Governed = "governed",
    }

    /// Which version of reality a map shows.
    State = "a state of a map" {
        /// As it is.
        Current = "current",
        /// As it is meant to be.
        Future = "future",
        /// A version kept for comparison; rules about today leave it alone.
        Past = "past",
    }

    /// What a map rests on.
    Basis = "a basis of a map" {
        /// Customers were asked or observed.
        Research = "research",
        /// The team's own view, not yet tried on customers.
        Hypothesis = "hypothesis",
    }

    /// Whether customers can use a channel or touchpoint.
    Availability = "a status of a channel or touchpoint" {
        /// Open as usual.
        Available = "available",
        /// Open with restrictions.
        Limited = "limited",
        /// Closed: a wall for the flow.
        Unavailable = "unavailable",
    }

    /// Where an expectation comes from.
    ExpectationSource = "a source of an expectation" {
        /// The brand said so.
        Promise = "promise",
        /// Earlier experience here.
        PastExperience = "past_experience",
        /// Earlier experience with others.
        Elsewhere = "elsewhere",
        /// What others tell.
        WordOfMouth = "word_of_mouth",
        /// What the brand stands for.
        Brand = "brand",
        /// What the customer needs just now.
        PersonalNeed = "personal_need",
    }

    /// How much a friction point hurts.
    Severity = "a severity" {
        /// A nuisance.
        Low = "low",
        /// It costs the customer time or mood.
        Medium = "medium",
        /// Customers complain or turn away.
        High = "high",
        /// Customers leave, or are harmed.
        Critical = "critical",
    }

    /// How far a friction point has been dealt with.
    FrictionStatus = "a status of a friction point" {
        /// It hurts today.
        Open = "open",
        /// It hurts less than it did.
        Mitigated = "mitigated",
        /// It is gone.
        Resolved = "resolved",
    }

    /// How far a solution has come.
    SolutionStatus = "a status of a solution" {
        /// Somebody thought of it.
        Idea = "idea",
        /// It will be done.
        Planned = "planned",
        /// It is being done.
        InProgress = "in_progress",
        /// Customers have it.
        Done = "done",
        /// It will not be done.
        Dropped = "dropped",
    }

    /// Which of the four moments of truth this is.
    MomentKind = "a kind of moment of truth" {
        /// Zero: the customer searches and reads before the first contact.
        Zmot = "zmot",
        /// First: the customer chooses.
        Fmot = "fmot",
        /// Second: the customer uses what was bought.
        Smot = "smot",
        /// Ultimate: the customer tells others.
        Umot = "umot",
    }

    /// Which way a measure gets better.
    Better = "a direction" {
        /// More is better.
        Higher = "higher",
        /// Less is better.
        Lower = "lower",
    }

    /// How sure a piece of evidence is.
    Confidence = "a confidence" {
        /// Seen by ourselves.
        Observed = "observed",
        /// Told by customers or published by others.
        Reported = "reported",
        /// Concluded from other facts.
        Inferred = "inferred",
        /// Believed until somebody checks.
        Assumed = "assumed",
    }
}
