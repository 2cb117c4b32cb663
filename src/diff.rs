//! Compares two maps and says what the difference does to the customer.
//!
//! Two stages. *Facts*: what is the same in both maps ([`matching`]) and how they differ ([`delta`]), without opinions.
//! *Judgement*: each fact becomes a [`Change`] with a kind, an impact and a sentence ([`judge`]), and what is only an
//! echo of something else is listed under its cause. Comparing the maps the other way round mirrors the result.

pub mod accept;
pub mod changes;
pub mod delta;
pub mod inventory;
pub mod judge;
mod kind;
pub mod matching;
mod order;
pub mod pairing;
pub(crate) mod phrases;
pub mod plain;
pub mod report;
pub mod unsolved;
mod verdict;

pub use kind::{Kind, Mirror};
pub use verdict::{Impact, Question, Sign};

use std::fmt;

use serde::Serialize;

use crate::diagnostic::Level;
use crate::graph::{Address, Map};
use crate::model::{Duration, Number};
use crate::tongue::Tongue;
use delta::{Delta, Sides};

/// One thing that is different for the customer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Change {
    /// The kind.
    pub kind: Kind,
    /// What it does to the customer.
    pub impact: Impact,
    /// How much it matters.
    pub level: Level,
    /// What changed: on the after side, or on the before side for what is gone.
    pub address: Address,
    /// The change in one sentence that stands alone.
    pub message: String,
    /// The value before, where there is one.
    pub before: Option<Value>,
    /// The value after, where there is one.
    pub after: Option<Value>,
    /// Why it is accepted, if it is: it fails no run then.
    pub accepted: Option<String>,
    /// Echoes: changes that this one brings about.
    pub claimed: Vec<Change>,
}

/// A value before or after.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// A rating, a share in percent or a count.
    Number(Number),
    /// Anything else.
    Text(String),
    /// Several names.
    List(Vec<String>),
    /// A length of time.
    Time(Duration),
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Self::Number(Number(number))
    }
}

impl From<usize> for Value {
    #[allow(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
    fn from(count: usize) -> Self {
        Self::Number(Number(count as f64))
    }
}

impl From<Duration> for Value {
    fn from(time: Duration) -> Self {
        Self::Time(time)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl fmt::Display for Value {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(out),
            Self::Text(text) => out.write_str(text),
            Self::List(names) => out.write_str(&names.join(", ")),
            Self::Time(time) => time.fmt(out),
        }
    }
}

impl Change {
    /// A change of that kind and its usual impact (neutral, where it depends on the case).
    #[must_use]
    pub fn new(kind: Kind, address: Address, message: impl Into<String>) -> Self {
        let change = Self {
            kind,
            impact: Impact::Neutral,
            level: Level::Info,
            address,
            message: message.into(),
            before: None,
            after: None,
            accepted: None,
            claimed: Vec::new(),
        };
        change.judged(kind.impact().unwrap_or(Impact::Neutral))
    }

    /// The same with that impact, and the level that follows from it.
    #[must_use]
    pub fn judged(mut self, impact: Impact) -> Self {
        self.impact = impact;
        self.level = match impact {
            Impact::Worse if self.kind.is_grave() => Level::Error,
            Impact::Worse => Level::Warn,
            _ => Level::Info,
        };
        self
    }

    /// The same with the values before and after.
    #[must_use]
    pub fn values(mut self, before: Option<impl Into<Value>>, after: Option<impl Into<Value>>) -> Self {
        self.before = before.map(Into::into);
        self.after = after.map(Into::into);
        self
    }

    /// The change and everything that it brings about.
    #[must_use]
    pub fn flat(&self) -> Vec<&Change> {
        std::iter::once(self).chain(self.claimed.iter().flat_map(Self::flat)).collect()
    }
}

/// How two maps are compared.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// Whether what is gone and what is new may be taken for the same under another name.
    pub renames: bool,
    /// The language in which changes are told.
    pub tongue: Tongue,
    /// The day on which what was to be done is overdue or not; without one nothing is.
    pub today: Option<jiff::civil::Date>,
}

impl Default for Options {
    fn default() -> Self {
        Self { renames: true, tongue: Tongue::English, today: None }
    }
}

/// Compares two maps. The changes are in the order of the five questions, the worst first.
#[must_use]
pub fn compare(before: &Map, after: &Map) -> Vec<Change> {
    compare_with(before, after, Options::default())
}

/// Compares two maps in another way.
#[must_use]
pub fn compare_with(before: &Map, after: &Map, options: Options) -> Vec<Change> {
    compare_sides(&Sides::of(before, after, options))
}

/// Compares two maps of which it is known what is the same in them.
#[must_use]
pub fn compare_sides(sides: &Sides<'_>) -> Vec<Change> {
    judge::judge(sides, &Delta::of(sides))
}
