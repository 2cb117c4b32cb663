//! Promises that closings break.

use super::{Context, Levels, Rule, Sink, closings};
use crate::diagnostic::Level::{Error, Off, Warn};

pub(super) static RULE: Rule = Rule {
    name: "broken-promise",
    page: include_str!("../../docs/rules/broken-promise.md"),
    levels: Levels::new(Off, Warn, Error),
    is_about_today: false,
    settings: &[],
    check: Some(check),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    closings::report_promises(context, sink);
    closings::report_causes(context, sink);
}
