//! Numbers: ratings, figures of measures, counts.

use std::fmt;

use serde::{Serialize, Serializer};

use super::{Misfit, Scalar, is_nothing};

/// A decimal number: a rating, or the value of a measure.
#[derive(Debug, Clone, Copy, Default, PartialEq, PartialOrd)]
pub struct Number(pub f64);

impl Scalar for Number {
    const WANTED: &'static str = "a number";

    fn is_bare(_text: &str) -> bool {
        true
    }

    fn parse(text: &str) -> Result<Self, Misfit> {
        let has_form = text.bytes().all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte));
        let number = text.parse().ok().filter(|number: &f64| has_form && number.is_finite());
        number.map(Self).ok_or_else(|| {
            let message = format!("`{text}` is not a number");
            match text.replace(',', ".") {
                pointed if text.contains(',') && pointed.parse::<f64>().is_ok() => {
                    // Three digits behind a comma may be thousands.
                    let is_decimal = text.split(',').next_back().is_some_and(|digits| digits.len() < 3);
                    let misfit = Misfit::wrong_type(message, format!("write the decimal with a point: `{pointed}`"));
                    misfit.instead(is_decimal.then_some(pointed))
                }
                _ if is_nothing(text) => {
                    Misfit::wrong_type(message, "leave the field out: what is unknown is not zero")
                }
                _ => Misfit::wrong_type(message, without_unit(text)),
            }
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

/// The figure of a measure. `83%` is short for 83 with `%` for its unit.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Figure {
    /// The figure without its unit.
    pub number: Number,
    /// Whether it is written in percent.
    pub is_percent: bool,
}

impl Scalar for Figure {
    const WANTED: &'static str = Number::WANTED;

    fn is_bare(text: &str) -> bool {
        !text.ends_with('%')
    }

    fn parse(text: &str) -> Result<Self, Misfit> {
        let bare = text.strip_suffix('%');
        match Number::parse(bare.unwrap_or(text)) {
            Ok(number) => Ok(Self { number, is_percent: bare.is_some() }),
            Err(misfit) if bare.is_none() => Err(misfit),
            Err(_) => Err(Misfit::wrong_type(format!("`{text}` is not a number"), without_unit(text))),
        }
    }

    fn schema() -> schemars::Schema {
        schemars::json_schema!({"type": ["number", "string"], "pattern": r"^[-+]?[0-9]+(\.[0-9]+)?%$"})
    }
}

impl std::ops::Deref for Figure {
    type Target = Number;
    fn deref(&self) -> &Number {
        &self.number
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.number.fmt(out)?;
        if self.is_percent { out.write_str("%") } else { Ok(()) }
    }
}

impl Serialize for Figure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.is_percent { serializer.collect_str(self) } else { self.number.serialize(serializer) }
    }
}

/// What to do about a number with something behind it.
fn without_unit(text: &str) -> String {
    let end = text.find(|c: char| !(c.is_ascii_digit() || "+-.,".contains(c))).unwrap_or(text.len());
    let (number, unit) = text.split_at(end);
    let (number, unit) = (number.replace(',', "."), unit.trim());
    let is_unit = !unit.is_empty() && unit.chars().all(|c| c.is_alphabetic() || "%€$£°".contains(c));
    if number.parse::<f64>().is_ok() && is_unit {
        format!("write the number alone, `{number}`; a measure has its unit beside it: `unit: \"{unit}\"`")
    } else {
        "write a number without a unit, such as `4` or `3.5`".into()
    }
}

/// A whole number of things.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Count(pub usize);

impl Scalar for Count {
    const WANTED: &'static str = "a whole number";

    fn is_bare(_text: &str) -> bool {
        true
    }

    fn parse(text: &str) -> Result<Self, Misfit> {
        text.parse().map(Self).map_err(|_| {
            Misfit::wrong_type(format!("`{text}` is not a whole number"), "write a whole number, such as `30`")
        })
    }

    fn schema() -> schemars::Schema {
        schemars::json_schema!({"type": "integer", "minimum": 0})
    }
}
