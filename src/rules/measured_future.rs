//! Values that nobody can have measured, in a map of what does not exist yet.

use super::{Context, Levels, Rule, Sink, measures};
use crate::diagnostic::Level::{Off, Warn};
use crate::model::State;

pub(super) static RULE: Rule = Rule {
    name: "measured-future",
    page: include_str!("../../docs/rules/measured-future.md"),
    levels: Levels::new(Off, Warn, Warn),
    is_about_today: false,
    settings: &[],
    check: Some(check),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    let Some(state) = context.map.journey().state.filter(|state| state.value == State::Future) else { return };
    for placed in measures::all(context.map) {
        let measure = placed.measure;
        let Some(value) = &measure.value else { continue };
        if measure.date.is_some_and(|date| date.0 <= context.today) || measure.broken.has("date") {
            continue;
        }
        let message = format!("{placed} has a value, but the journey of this map does not exist yet");
        sink.report(
            RULE.at(value.span, message)
                .about(placed.address)
                .related(state.span, "this is how it is meant to be")
                .help("write what it should become as `target`; a value of today, to compare with, has the `date` of its measuring"),
        );
    }
}
