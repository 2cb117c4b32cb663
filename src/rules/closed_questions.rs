//! Feedback that only asks closed questions.

use super::{Context, Levels, Rule, Sink};
use crate::diagnostic::Level::{Info, Off, Warn};
use crate::graph::Address;
use crate::model::OpenQuestion;

pub(super) static RULE: Rule = Rule {
    name: "closed-questions",
    page: include_str!("../../docs/rules/closed-questions.md"),
    levels: Levels::new(Off, Info, Warn),
    is_about_today: true,
    settings: &[],
    check: Some(check),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    for touchpoint in context.map.touchpoints().filter(|touchpoint| touchpoint.is_open()) {
        let question = touchpoint.body().feedback.as_ref().and_then(|feedback| feedback.open_question.as_ref());
        let Some(question) = question.filter(|question| question.value == OpenQuestion::No) else { continue };
        let message = format!("feedback at “{}” asks closed questions only", touchpoint.title());
        sink.report(
            RULE.at(question.span, message)
                .about(Address::Feedback(touchpoint.id().to_owned()))
                .help("ask one thing that customers answer in their own words, and write it as the `open_question`"),
        );
    }
}
