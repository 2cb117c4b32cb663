//! The languages of labels and reports.

use crate::model::{Journey, words};

words! {
    /// A language of labels and reports.
    #[derive(Default)]
    Tongue = "a language of reports" {
        /// English.
        #[default]
        English = "en",
        /// Dutch.
        Dutch = "nl",
        /// French.
        French = "fr",
    }
}

impl Tongue {
    /// The language of a map's texts; English where it is another.
    #[must_use]
    pub fn of(journey: &Journey) -> Self {
        match journey.language().primary().as_str() {
            "nl" => Self::Dutch,
            "fr" => Self::French,
            _ => Self::English,
        }
    }
}
