//! Closed touchpoints that leave customers without another way.

use super::{Levels, Rule, closings};
use crate::diagnostic::Level::{Error, Off, Warn};

pub(super) static RULE: Rule = Rule {
    name: "closed-without-alternative",
    page: include_str!("../../docs/rules/closed-without-alternative.md"),
    levels: Levels::new(Off, Warn, Error),
    is_about_today: false,
    settings: &[],
    check: Some(closings::report_causes),
};
