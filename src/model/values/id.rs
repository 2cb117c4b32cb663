//! Ids, and how they are made from titles.

use std::borrow::Cow;
use std::fmt;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::{Misfit, Scalar};

/// A stable name: lower case, letters and digits of any script, runs joined by single hyphens.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(String);

impl Id {
    /// The slug of a title: Unicode NFC, lower case, letters (with their combining marks) and digits kept, every other
    /// run one hyphen, none at the ends. `None` for a title without a letter or digit.
    #[must_use]
    pub fn from_title(title: &str) -> Option<Self> {
        let mut slug = String::with_capacity(title.len());
        let lower: Cow<'_, str> = if title.is_ascii() {
            title.to_ascii_lowercase().into()
        } else {
            title.nfc().collect::<String>().to_lowercase().nfc().collect::<String>().into()
        };
        let mut gap = false;
        for c in lower.chars() {
            let kept = c.is_alphanumeric() || (is_combining_mark(c) && !gap && !slug.is_empty());
            if kept && gap && !slug.is_empty() {
                slug.push('-');
            }
            gap = !kept;
            if kept {
                slug.push(c);
            }
        }
        (!slug.is_empty()).then_some(Self(slug))
    }

    /// An id without its accents and other combining marks, as some people write it.
    #[must_use]
    pub fn unaccented(id: &str) -> String {
        if id.is_ascii() {
            return id.to_owned();
        }
        id.nfd().filter(|c| !is_combining_mark(*c)).nfc().collect()
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl Scalar for Id {
    const WANTED: &'static str = "an id, such as `pay-the-premium`";

    fn parse(text: &str) -> Result<Self, Misfit> {
        match Self::from_title(text) {
            Some(id) if id.0 == text => Ok(id),
            Some(id) => Err(Misfit::value(
                format!("`{text}` does not have the form of an id: lower-case letters, digits and single hyphens"),
                format!("write `{id}`"),
            )
            .instead(Some(id))),
            None => Err(Misfit::value(
                format!("`{text}` has no letter or digit to make an id of"),
                "write an id such as `pay-the-premium`",
            )),
        }
    }

    fn meant(text: &str) -> Option<Self> {
        Self::from_title(text)
    }

    fn schema() -> schemars::Schema {
        schemars::json_schema!({"type": ["string", "integer"], "pattern": r"^[^\sA-Z]+$"})
    }
}
