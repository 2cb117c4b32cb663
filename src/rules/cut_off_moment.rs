//! Moments of truth that closings leave without an available way.

use super::{Levels, Rule, closings};
use crate::diagnostic::Level::{Error, Off, Warn};

pub(super) static RULE: Rule = Rule {
    name: "cut-off-moment",
    page: include_str!("../../docs/rules/cut-off-moment.md"),
    levels: Levels::new(Off, Warn, Error),
    is_about_today: false,
    settings: &[],
    check: Some(closings::report_causes),
};
