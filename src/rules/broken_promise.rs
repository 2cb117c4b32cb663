//! Promises that closings break.

use super::{Levels, Rule, closings};
use crate::diagnostic::Level::{Error, Off, Warn};

pub(super) static RULE: Rule = Rule {
    name: "broken-promise",
    page: include_str!("../../docs/rules/broken-promise.md"),
    levels: Levels::new(Off, Warn, Error),
    is_about_today: false,
    settings: &[],
    check: Some(closings::report_with_promises),
};
