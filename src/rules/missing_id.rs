//! Ids that are left to be made from titles.

use super::{Context, Levels, Rule, Sink};
use crate::diagnostic::Level::{Info, Off};
use crate::graph::{Address, PhaseRef, TouchpointRef};
use crate::model::{Broken, Id, Text};
use crate::source::Located;

pub(super) static RULE: Rule = Rule {
    name: "missing-id",
    page: include_str!("../../docs/rules/missing-id.md"),
    levels: Levels::new(Off, Off, Info),
    is_about_today: false,
    settings: &[],
    check: Some(check),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    let phases = context
        .map
        .phases()
        .map(PhaseRef::body)
        .filter(|phase| is_left(phase.id.as_ref(), &phase.broken) && phase.place.0 != phase.title.span);
    let touchpoints = context.map.touchpoints().map(TouchpointRef::body);
    let touchpoints = touchpoints.filter(|touchpoint| {
        is_left(touchpoint.id.as_ref(), &touchpoint.broken) && touchpoint.place.0 != touchpoint.title.span
    });
    // What has no title either, or is nothing but a title, has a finding of its own.
    let titled = |title: &&Text| !title.trim().is_empty();
    let phases: Vec<_> = phases.map(|phase| &phase.title).filter(titled).collect();
    let touchpoints: Vec<_> = touchpoints.map(|touchpoint| &touchpoint.title).filter(titled).collect();
    let Some(first) = phases.iter().chain(&touchpoints).map(|title| title.span).min() else { return };
    let counts: Vec<_> =
        [count(phases.len(), "phase"), count(touchpoints.len(), "touchpoint")].into_iter().flatten().collect();
    let counts = counts.join(" and ");
    let message = format!("{counts} without an `id`: a reworded title is taken for something new");
    sink.report(
        RULE.at(first, message)
            .about(Address::Map)
            .label("the first")
            .help("give each an `id` that stays when its title changes, so that `cxmap diff` knows it again"),
    );
}

fn is_left(id: Option<&Located<Id>>, broken: &Broken) -> bool {
    id.is_none() && !broken.has("id")
}

fn count(count: usize, one: &str) -> Option<String> {
    match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        _ => Some(format!("{count} {one}s")),
    }
}
