//! Values that nobody can have measured, in a map of what does not exist yet.

use super::name::name;
use super::{Context, Levels, Rule, Sink, measures};
use crate::diagnostic::Level::{Off, Warn};
use crate::model::{Promise, State};

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
    for touchpoint in context.map.touchpoints() {
        for (address, promise) in touchpoint.promises().filter(|(_, promise)| !promise.is_missed(Promise::KEPT)) {
            let kept = promise.kept.map(|kept| ("`kept`", kept.span));
            let Some((field, span)) = kept.or(promise.actual.map(|actual| ("`actual`", actual.span))) else { continue };
            let (title, _) = name(promise.title.as_ref(), promise.id.as_ref(), promise.place);
            let message = format!("the promise “{title}” has {field}, but the journey of this map does not exist yet");
            sink.report(
                RULE.at(span, message)
                    .about(address)
                    .related(state.span, "this is how it is meant to be")
                    .help("leave it out: how a promise is kept is known once customers make the journey"),
            );
        }
    }
}
