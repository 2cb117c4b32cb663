//! The plain values of the format: how each is written, read and checked. Every value has one form.

mod id;
mod number;
mod spoken;
mod target;
mod time;

use std::fmt;

use serde::{Serialize, Serializer};

pub use id::Id;
pub use number::{Count, Figure, Number};
pub use target::{RESERVED_IDS, Target};
pub use time::{Date, Duration, Period, Unit};

use crate::diagnostic::shape;

/// Why a plain value does not fit where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misfit {
    /// The rule that reports it.
    pub rule: &'static str,
    /// What is wrong, in one sentence.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
    /// What to write instead, where nothing else can be meant.
    pub instead: Option<String>,
}

impl Misfit {
    pub(super) fn value(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { rule: shape::INVALID_VALUE, message: message.into(), help: Some(help.into()), instead: None }
    }

    fn wrong_type(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { rule: shape::WRONG_TYPE, ..Self::value(message, help) }
    }

    /// Says what to write instead, where nothing else can be meant.
    pub(super) fn instead(mut self, instead: Option<impl ToString>) -> Self {
        self.instead = instead.map(|instead| instead.to_string());
        self
    }

    /// Quotes around what must not have any.
    pub(crate) fn quoted(text: &str, wanted: &str) -> Self {
        let message = format!("in quotes this is text, but {wanted} is wanted here");
        Self::wrong_type(message, format!("take the quotes off: `{text}`"))
    }
}

/// A value that is written as one plain YAML value.
pub trait Scalar: Sized {
    /// What is wanted, for messages: "a date, such as `2026-03-01`".
    const WANTED: &'static str;
    /// Whether quotes make something else of this text: `4` is a number, `"4"` a text.
    #[must_use]
    fn is_bare(_text: &str) -> bool {
        false
    }

    /// Reads the value from its text.
    ///
    /// # Errors
    /// When the text has not the form of the value.
    fn parse(text: &str) -> Result<Self, Misfit>;

    /// What a text of another form is taken for once it has been reported, where that is clear: what depends on the
    /// value is then not wrong as well.
    #[must_use]
    fn meant(_text: &str) -> Option<Self> {
        None
    }

    /// How the value is described in the JSON Schema, beside the docs of its field.
    fn schema() -> schemars::Schema;
}

impl Scalar for String {
    const WANTED: &'static str = "text";

    fn parse(text: &str) -> Result<Self, Misfit> {
        Ok(text.to_owned())
    }

    /// Any plain value is text: `2020` and `true` need no quotes.
    fn schema() -> schemars::Schema {
        schemars::json_schema!({"type": ["string", "number", "boolean"]})
    }
}

impl Scalar for bool {
    const WANTED: &'static str = "`true` or `false`";

    fn is_bare(_text: &str) -> bool {
        true
    }

    fn parse(text: &str) -> Result<Self, Misfit> {
        match text {
            "true" | "True" | "TRUE" => Ok(true),
            "false" | "False" | "FALSE" => Ok(false),
            _ => Err(Misfit::wrong_type(
                format!("`{text}` is text, but `true` or `false` is wanted here"),
                "write `true` or `false`; YAML knows no other words for yes and no",
            )
            .instead(Self::meant(text))),
        }
    }

    fn meant(text: &str) -> Option<Self> {
        match text.to_lowercase().as_str() {
            "true" | "yes" | "ja" | "oui" | "on" => Some(true),
            "false" | "no" | "nee" | "non" | "off" => Some(false),
            _ => None,
        }
    }

    fn schema() -> schemars::Schema {
        schemars::json_schema!({"type": "boolean"})
    }
}

/// Whether a text says in place of a value that there is none, or that nobody knows.
pub(super) fn is_nothing(text: &str) -> bool {
    const NOTHING: &[&str] = &[
        "?", "??", "-", "–", "/", "none", "nobody", "unknown", "n/a", "na", "tbd", "geen", "niemand", "onbekend",
        "nvt", "nee", "no", "aucun", "aucune", "personne", "inconnu", "inconnue", "non",
    ];
    NOTHING.contains(&super::suggest::plain(text).as_str())
}

/// The version of the format. This program reads version 1.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Version(pub u8);

impl Scalar for Version {
    const WANTED: &'static str = "the version of the format, `1`";

    fn is_bare(_text: &str) -> bool {
        true
    }

    fn parse(text: &str) -> Result<Self, Misfit> {
        match text {
            "1" => Ok(Self(1)),
            _ => Err(Misfit {
                rule: shape::UNSUPPORTED_VERSION,
                ..Misfit::value(
                    format!("version `{text}` of the format is not one that this program reads"),
                    "write `cxmap: 1`, or use a newer cxmap for a newer format",
                )
            }),
        }
    }

    fn schema() -> schemars::Schema {
        schemars::json_schema!({"const": 1})
    }
}

/// A share of the whole, 0–100%.
#[derive(Debug, Clone, Copy, Default, PartialEq, PartialOrd)]
pub struct Percentage(pub f64);

impl Scalar for Percentage {
    const WANTED: &'static str = "a percentage, such as `70%`";

    fn parse(text: &str) -> Result<Self, Misfit> {
        let Some(number) = text.strip_suffix('%') else { return Err(Self::misfit(text)) };
        let has_form = number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        match number.parse::<f64>() {
            Ok(share) if has_form && share <= 100.0 => Ok(Self(share)),
            Ok(_) if has_form => {
                Err(Misfit::value(format!("`{text}` is more than the whole"), "write a percentage from `0%` to `100%`"))
            }
            _ => Err(Self::misfit(text)),
        }
    }

    fn schema() -> schemars::Schema {
        schemars::json_schema!({"type": "string", "pattern": r"^(100(\.0+)?|[0-9]{1,2}(\.[0-9]+)?)%$"})
    }
}

impl Percentage {
    fn misfit(text: &str) -> Misfit {
        let message = format!("`{text}` is not a percentage");
        let bare =
            ["%", "percent", "per cent", "procent", "pct", "pour cent"].iter().find_map(|sign| text.strip_suffix(sign));
        let number = bare.unwrap_or(text).trim().replace(',', ".");
        let has_form = number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        let Some(share) = number.parse::<f64>().ok().filter(|share| has_form && (0.0..=100.0).contains(share)) else {
            return Misfit::value(message, "write a percentage, such as `70%`");
        };
        let is_fraction = bare.is_none() && share > 0.0 && share < 1.0;
        let meant = Self(if is_fraction { (share * 1e8).round() / 1e6 } else { share });
        // A bare number up to 1 may be a part of the whole, or of a hundred.
        let is_certain = bare.is_some() || share == 0.0 || share > 1.0;
        Misfit::value(message, format!("write `{meant}`")).instead(is_certain.then_some(meant))
    }
}

impl fmt::Display for Percentage {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}%", self.0)
    }
}

/// A BCP 47 language tag, such as `nl` or `fr-BE`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Language(String);

impl Language {
    /// The tag as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The language itself, in lower case, without script or region.
    #[must_use]
    pub fn primary(&self) -> String {
        self.0.split('-').next().unwrap_or_default().to_ascii_lowercase()
    }
}

impl Default for Language {
    fn default() -> Self {
        Self("en".into())
    }
}

impl Scalar for Language {
    const WANTED: &'static str = "a language tag, such as `nl` or `fr-BE`";

    fn parse(text: &str) -> Result<Self, Misfit> {
        let mut parts = text.split('-');
        let primary = parts.next().unwrap_or_default();
        let is_tag = matches!(primary.len(), 2 | 3)
            && primary.bytes().all(|byte| byte.is_ascii_alphabetic())
            && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()));
        is_tag.then(|| Self(text.to_owned())).ok_or_else(|| {
            let misfit = Misfit::value(
                format!("`{text}` is not a language tag"),
                "write the language's code: `en`, `nl`, `fr`, `nl-BE`",
            );
            let hyphened = Some(text.replace('_', "-")).filter(|tag| tag != text && Self::parse(tag).is_ok());
            misfit.instead(hyphened)
        })
    }

    fn schema() -> schemars::Schema {
        schemars::json_schema!({"type": "string", "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"})
    }
}

impl fmt::Display for Language {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// Whether, and with which words, feedback is asked for openly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpenQuestion {
    /// The question's text.
    Asked(String),
    /// There is one; the map does not say which.
    Yes,
    /// Only closed questions are asked.
    No,
}

impl Scalar for OpenQuestion {
    const WANTED: &'static str = "the question's text, `true` or `false`";

    fn parse(text: &str) -> Result<Self, Misfit> {
        Ok(match bool::parse(text) {
            Ok(true) => Self::Yes,
            Ok(false) => Self::No,
            Err(_) => Self::Asked(text.to_owned()),
        })
    }

    fn schema() -> schemars::Schema {
        schemars::json_schema!({"type": ["string", "boolean"]})
    }
}

impl Serialize for OpenQuestion {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Asked(text) => serializer.serialize_str(text),
            Self::Yes => serializer.serialize_bool(true),
            Self::No => serializer.serialize_bool(false),
        }
    }
}

/// Values that serialize as the text they display.
macro_rules! serialize_as_text {
    ($($type:ty)*) => {$(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
    )*};
}
serialize_as_text!(Id Percentage Date Duration Period Language Target);
