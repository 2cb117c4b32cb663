//! How strictly a map is judged: profiles, levels and thresholds.

use std::collections::HashMap;
use std::fmt;

use super::Rule;
use crate::diagnostic::Level;
use crate::model::{Count, Misfit, Percentage, Period, Scalar};

pub use crate::model::Profile;

/// The level of a rule in each profile.
#[derive(Debug, Clone, Copy)]
pub struct Levels {
    /// A sketch on day one.
    pub draft: Level,
    /// The default.
    pub standard: Level,
    /// A map that somebody answers for, two years on.
    pub governed: Level,
}

impl Levels {
    /// Level by level: draft, standard, governed.
    pub(super) const fn new(draft: Level, standard: Level, governed: Level) -> Self {
        Self { draft, standard, governed }
    }

    /// The level in a profile.
    #[must_use]
    pub const fn of(self, profile: Profile) -> Level {
        match profile {
            Profile::Draft => self.draft,
            Profile::Standard => self.standard,
            Profile::Governed => self.governed,
        }
    }
}

/// A threshold of a rule that a configuration can change.
#[derive(Debug)]
pub struct Setting {
    /// Its name in a configuration.
    pub name: &'static str,
    /// What it is the threshold of, in one sentence.
    pub about: &'static str,
    /// Its value unless configured.
    pub default: Threshold,
}

/// The value of a setting.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Threshold {
    /// A number of things.
    Count(usize),
    /// A part of the whole.
    Percent(Percentage),
    /// A length of time on the calendar.
    Period(Period),
}

impl Threshold {
    /// How such a value is written: "a percentage, such as `70%`".
    #[must_use]
    pub const fn wanted(self) -> &'static str {
        match self {
            Self::Count(_) => Count::WANTED,
            Self::Percent(_) => Percentage::WANTED,
            Self::Period(_) => Period::WANTED,
        }
    }

    /// Whether quotes make it something else: a number is none in quotes.
    #[must_use]
    pub const fn is_unquoted(self) -> bool {
        matches!(self, Self::Count(_))
    }

    /// A value of the same form.
    ///
    /// # Errors
    /// When the text has not that form.
    pub fn parse(self, text: &str) -> Result<Self, Misfit> {
        match self {
            Self::Count(_) => Count::parse(text).map(|count| Self::Count(count.0)),
            Self::Percent(_) => Percentage::parse(text).map(Self::Percent),
            Self::Period(_) => Period::parse(text).map(Self::Period),
        }
    }
}

/// As it is written in a configuration.
impl fmt::Display for Threshold {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count(count) => count.fmt(out),
            Self::Percent(percent) => percent.fmt(out),
            Self::Period(period) => period.fmt(out),
        }
    }
}

/// What the levels and thresholds of all rules are.
#[derive(Debug, Clone, Default)]
pub struct Policy {
    profile: Profile,
    levels: HashMap<&'static str, Level>,
    thresholds: HashMap<(&'static str, &'static str), Threshold>,
}

impl Policy {
    /// The levels of a profile, and the thresholds as the rules have them.
    #[must_use]
    pub fn of(profile: Profile) -> Self {
        Self { profile, ..Self::default() }
    }

    /// Sets the level of a rule; those that say a file cannot be read keep theirs.
    pub fn set_level(&mut self, rule: &Rule, level: Level) {
        if !rule.is_fixed() {
            self.levels.insert(rule.name, level);
        }
    }

    /// Sets a threshold of a rule.
    pub fn set_threshold(&mut self, rule: &Rule, setting: &Setting, value: Threshold) {
        self.thresholds.insert((rule.name, setting.name), value);
    }

    /// How much the findings of a rule matter.
    #[must_use]
    pub fn level(&self, rule: &Rule) -> Level {
        self.levels.get(rule.name).copied().unwrap_or_else(|| rule.levels.of(self.profile))
    }

    /// A threshold of a rule.
    #[must_use]
    pub fn threshold(&self, rule: &Rule, setting: &Setting) -> Threshold {
        self.thresholds.get(&(rule.name, setting.name)).copied().unwrap_or(setting.default)
    }
}
