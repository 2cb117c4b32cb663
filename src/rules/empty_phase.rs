//! Phases without touchpoints.

use super::{Context, Levels, Rule, Sink};
use crate::diagnostic::Level::{Off, Warn};
use crate::graph::Address;
use crate::model::Phase;

pub(super) static RULE: Rule = Rule {
    name: "empty-phase",
    page: include_str!("../../docs/rules/empty-phase.md"),
    levels: Levels::new(Off, Warn, Warn),
    is_about_today: false,
    settings: &[],
    check: Some(check),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    let is_empty = |phase: &Phase| phase.touchpoints.is_empty() && !phase.broken.has("touchpoints");
    let mut empty = context.map.phases().filter(|phase| is_empty(phase.body()));
    let Some(first) = empty.next() else { return };
    let mut finding = RULE
        .at(first.body().title.span, format!("the phase “{}” has no touchpoints", first.title()))
        .about(Address::Map)
        .help("add what the customer does in it, or take the phase out");
    for phase in empty {
        finding = finding.related(phase.body().title.span, format!("neither has “{}”", phase.title()));
    }
    sink.report(finding);
}
