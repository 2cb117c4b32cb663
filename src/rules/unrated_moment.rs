//! Moments of truth of which nobody knows how they go.

use super::moment::moments;
use super::{Context, Levels, Rule, Sink};
use crate::diagnostic::Level::{Off, Warn};
use crate::model::Touchpoint;

pub(super) static RULE: Rule = Rule {
    name: "unrated-moment",
    page: include_str!("../../docs/rules/unrated-moment.md"),
    levels: Levels::new(Off, Off, Warn),
    is_about_today: false,
    settings: &[],
    check: Some(check),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    for moment in moments(context.map) {
        let (what, field) = match rated(moment.touchpoint.body()) {
            (true, true) => continue,
            (false, true) => ("what customers expect", "`expectation`"),
            (true, false) => ("what customers get", "`experience`"),
            (false, false) => ("what customers expect and get", "`expectation` and `experience`"),
        };
        let name = moment.touchpoint.title();
        let finding = RULE.at(moment.span(), format!("“{name}” is a moment of truth, and {what} there is unknown"));
        sink.report(finding.help(format!("ask customers, and add {field} to the touchpoint")));
    }
}

/// Whether a rating is written for the expectation, and for the experience.
fn rated(body: &Touchpoint) -> (bool, bool) {
    let expectation = body.expectation.as_ref();
    let experience = body.experience.as_ref();
    (
        body.broken.has("expectation")
            || expectation.is_some_and(|rated| rated.level.is_some() || rated.broken.has("level")),
        body.broken.has("experience")
            || experience.is_some_and(|rated| rated.level.is_some() || rated.broken.has("level")),
    )
}
