//! Feedback that nobody follows up.

use super::{Context, Levels, Rule, Sink};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Level::{Error, Info, Off};
use crate::graph::{Address, TouchpointRef};

pub(super) static RULE: Rule = Rule {
    name: "open-loop",
    page: include_str!("../../docs/rules/open-loop.md"),
    levels: Levels::new(Off, Info, Error),
    is_about_today: true,
    settings: &[],
    check: Some(check),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    for touchpoint in context.map.touchpoints().filter(|touchpoint| touchpoint.is_open()) {
        if let Some(finding) = open_loop(touchpoint) {
            sink.report(finding.about(Address::Feedback(touchpoint.id().to_owned())));
        }
    }
}

fn open_loop(touchpoint: TouchpointRef<'_>) -> Option<Diagnostic> {
    let title = touchpoint.title();
    let feedback = touchpoint.body().feedback.as_ref()?;
    let Some(follow_up) = &feedback.follow_up else {
        if feedback.broken.has("follow_up") {
            return None;
        }
        let via = feedback.via.as_ref().map(|via| via.span);
        let question = feedback.open_question.as_ref().map(|question| question.span);
        let message = format!("customers are asked at “{title}”, and nobody follows up what they say");
        let finding = RULE.at(via.or(question).unwrap_or(feedback.place.0), message);
        return Some(finding.help("add a `follow_up` with its `owner` and how fast (`within`), or stop asking"));
    };
    if follow_up.owner.is_some() || follow_up.broken.has("owner") || touchpoint.owner().is_some() {
        return None;
    }
    let place = follow_up.within.as_ref().map_or(follow_up.place.0, |within| within.span);
    let message = format!("what customers say at “{title}” is to be followed up, but by nobody");
    Some(RULE.at(place, message).help("add the `owner` of the follow-up"))
}
