//! Measures on the wrong side of their target.

use super::measures::{self, Of, Placed};
use super::pursuit::Pursuit;
use super::{Context, Levels, Rule, Sink};
use crate::diagnostic::Level::{Info, Off, Warn};
use crate::model::Better;

pub(super) static RULE: Rule = Rule {
    name: "missed-target",
    page: include_str!("../../docs/rules/missed-target.md"),
    levels: Levels::new(Off, Info, Warn),
    settings: &[],
    check: Some(check),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    let pursuit = Pursuit::of(context.map);
    for placed in measures::all(context.map).filter(|placed| !is_pursued(placed, &pursuit)) {
        let measure = placed.measure;
        let (Some(value), Some(target)) = (&measure.value, &measure.target) else { continue };
        let side = match measure.better() {
            Some(Better::Higher) if value.0 < target.0 => "below",
            Some(Better::Lower) if value.0 > target.0 => "above",
            _ => continue,
        };
        let message = format!("{placed} is {}, {side} its target of {}", placed.figure(value), placed.figure(target));
        sink.report(
            RULE.at(value.span, message)
                .about(placed.address)
                .related(target.span, "the target")
                .help("plan a solution where it is measured, or one whose `measured_by` is this metric; or set a target that can be met"),
        );
    }
}

/// Whether something is being done, as far as is known, that should bring the figure to its target.
fn is_pursued(placed: &Placed<'_>, pursuit: &Pursuit<'_>) -> bool {
    let is_done_there = match placed.of {
        Of::Touchpoint(touchpoint) => pursuit.is_at(touchpoint),
        Of::Phase(phase) => pursuit.is_throughout(phase),
        Of::Map => false,
    };
    is_done_there || placed.measure.broken.has("metric") || pursuit.will_show(&placed.measure.metric)
}
