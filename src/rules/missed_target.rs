//! Measures on the wrong side of their target.

use super::{Context, Levels, Rule, Sink, measures};
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
    for placed in measures::all(context.map) {
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
                .help("say what is done about it: a friction point with a solution, or a target that can be met"),
        );
    }
}
