//! The plain values of the format: how each is written, read and checked. Every value has one form.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::diagnostic::shape;

/// Why a plain value does not fit where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misfit {
    /// The rule that reports it.
    pub rule: &'static str,
    /// What is wrong, in one sentence.
    pub message: String,
    /// What to write instead.
    pub help: Option<String>,
}

impl Misfit {
    fn value(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { rule: shape::INVALID_VALUE, message: message.into(), help: Some(help.into()) }
    }
}

/// A value that is written as one plain YAML value.
pub trait Scalar: Sized {
    /// What is wanted, for messages: "a date, such as `2026-03-01`".
    const WANTED: &'static str;
    /// Whether quotes make it something else: `4` is a number, `"4"` a text.
    const UNQUOTED: bool = false;

    /// Reads the value from its text.
    ///
    /// # Errors
    /// When the text has not the form of the value.
    fn parse(text: &str) -> Result<Self, Misfit>;

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
    const UNQUOTED: bool = true;

    fn parse(text: &str) -> Result<Self, Misfit> {
        match text {
            "true" | "True" | "TRUE" => Ok(true),
            "false" | "False" | "FALSE" => Ok(false),
            _ => Err(Misfit {
                rule: shape::WRONG_TYPE,
                message: format!("`{text}` is text, but `true` or `false` is wanted here"),
                help: Some("write `true` or `false`; YAML knows no other words for yes and no".into()),
            }),
        }
    }

    fn schema() -> schemars::Schema {
        schemars::json_schema!({"type": "boolean"})
    }
}

/// A decimal number: a rating, or the value of a measure.
#[derive(Debug, Clone, Copy, Default, PartialEq, PartialOrd)]
pub struct Number(pub f64);

impl Scalar for Number {
    const WANTED: &'static str = "a number";
    const UNQUOTED: bool = true;

    fn parse(text: &str) -> Result<Self, Misfit> {
        let has_form = text.bytes().all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte));
        let number = text.parse().ok().filter(|number: &f64| has_form && number.is_finite());
        number.map(Self).ok_or_else(|| Misfit {
            rule: shape::WRONG_TYPE,
            message: format!("`{text}` is not a number"),
            help: Some(match text.replace(',', ".").parse::<f64>() {
                Ok(_) if text.contains(',') => format!("write the decimal with a point: `{}`", text.replace(',', ".")),
                _ => "write a number without a unit, such as `4` or `3.5`".into(),
            }),
        })
    }

    fn schema() -> schemars::Schema {
        schemars::json_schema!({"type": "number"})
    }
}

impl fmt::Display for Number {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

impl Serialize for Number {
    #[allow(clippy::cast_possible_truncation, reason = "whole and far below 2^53")]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let whole = self.0.fract() == 0.0 && self.0.abs() < 1e15;
        if whole { serializer.serialize_i64(self.0 as i64) } else { serializer.serialize_f64(self.0) }
    }
}

/// The version of the format. This program reads version 1.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Version(pub u8);

impl Scalar for Version {
    const WANTED: &'static str = "the version of the format, `1`";
    const UNQUOTED: bool = true;

    fn parse(text: &str) -> Result<Self, Misfit> {
        match text {
            "1" => Ok(Self(1)),
            _ => Err(Misfit {
                rule: shape::UNSUPPORTED_VERSION,
                message: format!("version `{text}` of the format is not one that this program reads"),
                help: Some("write `cxmap: 1`, or use a newer cxmap for a newer format".into()),
            }),
        }
    }

    fn schema() -> schemars::Schema {
        schemars::json_schema!({"const": 1})
    }
}

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
            )),
            None => Err(Misfit::value(
                format!("`{text}` has no letter or digit to make an id of"),
                "write an id such as `pay-the-premium`",
            )),
        }
    }

    fn schema() -> schemars::Schema {
        schemars::json_schema!({"type": ["string", "integer"], "pattern": r"^[^\sA-Z]+$"})
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
        schemars::json_schema!({"type": "string", "pattern": r"^[0-9]+(\.[0-9]+)?%$"})
    }
}

impl Percentage {
    fn misfit(text: &str) -> Misfit {
        let number = text.trim_end_matches([' ', '%']).replace(',', ".").parse::<f64>();
        let meant = number.ok().filter(|number| (0.0..=100.0).contains(number)).map(|number| {
            let is_fraction = !text.contains('%') && number > 0.0 && number < 1.0;
            if is_fraction { number * 100.0 } else { number }
        });
        let help = meant.map_or_else(
            || "write a percentage, such as `70%`".into(),
            |share| format!("write `{}`", Self((share * 1e6).round() / 1e6)),
        );
        Misfit::value(format!("`{text}` is not a percentage"), help)
    }
}

impl fmt::Display for Percentage {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}%", self.0)
    }
}

/// A calendar day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(pub jiff::civil::Date);

impl Scalar for Date {
    const WANTED: &'static str = "a date, such as `2026-03-01`";

    fn parse(text: &str) -> Result<Self, Misfit> {
        let shape = |width: [usize; 3]| {
            let parts: Vec<_> = text.split('-').collect();
            parts.len() == 3
                && parts.iter().zip(width).all(|(part, width)| {
                    (1..=width).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
                })
        };
        if text.len() == 10 && shape([4, 2, 2]) {
            return jiff::civil::Date::from_str(text).map(Self).map_err(|_| {
                Misfit::value(
                    format!("`{text}` is not a day of the calendar"),
                    "check the month and the day: year, month, day, as in `2026-03-01`",
                )
            });
        }
        let padded =
            shape([4, 2, 2]).then(|| text.split('-').map(|part| format!("{part:0>2}")).collect::<Vec<_>>().join("-"));
        let help = padded
            .filter(|date| date.len() == 10)
            .map_or_else(|| "write year, month and day, as in `2026-03-01`".into(), |date| format!("write `{date}`"));
        Err(Misfit::value(format!("`{text}` is not a date"), help))
    }

    fn schema() -> schemars::Schema {
        schemars::json_schema!({"type": "string", "format": "date"})
    }
}

impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

/// A length of time, in seconds; a day is 24 hours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Duration(pub u64);

impl Scalar for Duration {
    const WANTED: &'static str = "a duration, such as `20m` or `3d`";

    fn parse(text: &str) -> Result<Self, Misfit> {
        let period = units(text, Self::WANTED)?;
        if period.months > 0 {
            return Err(Misfit::value(
                format!("`{text}` has no fixed length: months differ"),
                "write it in days or weeks, such as `30d`",
            ));
        }
        Ok(Self(period.seconds))
    }

    fn schema() -> schemars::Schema {
        schemars::json_schema!({"type": "string", "pattern": r"^(P(\d+W)?(\d+D)?(T(\d+H)?(\d+M)?(\d+S)?)?|(\d+w)?(\d+d)?(\d+h)?(\d+m)?(\d+s)?)$"})
    }
}

impl fmt::Display for Duration {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_units(out, &[(86_400, "d"), (3_600, "h"), (60, "m"), (1, "s")], self.0, "s")
    }
}

/// A length of time on the calendar: months and years are as long as they happen to be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    /// Whole months; a year is twelve.
    pub months: u64,
    /// What is more, in seconds.
    pub seconds: u64,
}

impl Scalar for Period {
    const WANTED: &'static str = "a length of time, such as `6mo` or `2w`";

    fn parse(text: &str) -> Result<Self, Misfit> {
        units(text, Self::WANTED)
    }

    fn schema() -> schemars::Schema {
        schemars::json_schema!({"type": "string", "pattern": r"^(P(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(\d+H)?(\d+M)?(\d+S)?)?|(\d+y)?(\d+mo)?(\d+w)?(\d+d)?(\d+h)?(\d+m)?(\d+s)?)$"})
    }
}

impl fmt::Display for Period {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.months > 0 {
            write_units(out, &[(12, "y"), (1, "mo")], self.months, "mo")?;
        }
        if self.seconds > 0 || self.months == 0 { Duration(self.seconds).fmt(out) } else { Ok(()) }
    }
}

fn write_units(out: &mut fmt::Formatter<'_>, units: &[(u64, &str)], mut rest: u64, none: &str) -> fmt::Result {
    if rest == 0 {
        return write!(out, "0{none}");
    }
    for (size, unit) in units {
        if rest >= *size {
            write!(out, "{}{unit}", rest / size)?;
            rest %= size;
        }
    }
    Ok(())
}

/// Reads `1h30m`, `6mo` or `P3D`. The form is checked first: the library also reads signs, fractions and "ago".
fn units(text: &str, wanted: &str) -> Result<Period, Misfit> {
    let read = jiff::Span::from_str(text).ok().as_ref().and_then(whole_units);
    match read {
        Some(period) if is_iso(text) || is_short(text) => Ok(period),
        Some(meant) => Err(Misfit::value(format!("`{text}` is not a duration"), format!("write `{meant}`"))),
        None => Err(Misfit::value(
            format!("`{text}` is not a duration"),
            format!("write {wanted}: a whole number and `s`, `m`, `h`, `d` or `w`, without blanks"),
        )),
    }
}

fn is_iso(text: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_digit() || b"YMWDTHS".contains(&byte);
    text.strip_prefix('P').is_some_and(|rest| rest.bytes().all(is_part))
}

fn is_short(text: &str) -> bool {
    let mut units = text.split(|c: char| c.is_ascii_digit()).filter(|unit| !unit.is_empty());
    text.starts_with(|c: char| c.is_ascii_digit())
        && units.all(|unit| matches!(unit, "y" | "mo" | "w" | "d" | "h" | "m" | "s"))
}

/// The length in months and seconds; `None` for a negative one, one with a fraction of a second, or one out of range.
fn whole_units(span: &jiff::Span) -> Option<Period> {
    if span.get_milliseconds() != 0 || span.get_microseconds() != 0 || span.get_nanoseconds() != 0 {
        return None;
    }
    let part = |count: i64, size: u64| u64::try_from(count).ok()?.checked_mul(size);
    let months = part(span.get_months().into(), 1)?.checked_add(part(span.get_years().into(), 12)?)?;
    let parts = [
        part(span.get_weeks().into(), 604_800)?,
        part(span.get_days().into(), 86_400)?,
        part(span.get_hours().into(), 3_600)?,
        part(span.get_minutes(), 60)?,
        part(span.get_seconds(), 1)?,
    ];
    let seconds = parts.iter().try_fold(0_u64, |sum, part| sum.checked_add(*part))?;
    Some(Period { months, seconds })
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
            Misfit::value(
                format!("`{text}` is not a language tag"),
                "write the language's code: `en`, `nl`, `fr`, `nl-BE`",
            )
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
