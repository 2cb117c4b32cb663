//! The end of the journey, where closings leave no available way to it.

use super::{Levels, Rule, closings};
use crate::diagnostic::Level::{Error, Off, Warn};

pub(super) static RULE: Rule = Rule {
    name: "cut-off-end",
    page: include_str!("../../docs/rules/cut-off-end.md"),
    levels: Levels::new(Off, Warn, Error),
    is_about_today: false,
    settings: &[],
    check: Some(closings::report_causes),
};
