//! Where a way leads.

use std::fmt;

use super::{Misfit, Scalar};

/// Where a way leads.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub enum Target {
    /// The following touchpoint in the file, from the last one `end`.
    #[default]
    Next,
    /// The journey is completed.
    End,
    /// The customer gives up.
    Lost,
    /// A touchpoint, by id.
    Touchpoint(String),
}

/// Words that [`Target`] takes for itself: no touchpoint can have them for an id.
pub const RESERVED_IDS: [&str; 3] = ["next", "end", "lost"];

impl Scalar for Target {
    const WANTED: &'static str = "the id of a touchpoint, `next`, `end` or `lost`";

    fn parse(text: &str) -> Result<Self, Misfit> {
        Ok(match text {
            "next" => Self::Next,
            "end" => Self::End,
            "lost" => Self::Lost,
            id => Self::Touchpoint(id.to_owned()),
        })
    }

    fn schema() -> schemars::Schema {
        String::schema()
    }
}

impl fmt::Display for Target {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Next => "next",
            Self::End => "end",
            Self::Lost => "lost",
            Self::Touchpoint(id) => id,
        })
    }
}
