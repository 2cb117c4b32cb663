//! The languages of labels and reports.

mod written;

use crate::model::words;

words! {
    /// A language of labels and reports.
    #[derive(Default)]
    Tongue = "a language of labels" {
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
    /// The language for texts in the language of that BCP 47 primary subtag; English where there is none.
    #[must_use]
    pub fn of(primary: &str) -> Self {
        Self::ALL.iter().copied().find(|tongue| tongue.as_str() == primary).unwrap_or_default()
    }
}
