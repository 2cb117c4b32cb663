//! Maps that nobody keeps.

use super::{Context, Levels, Rule, Sink};
use crate::diagnostic::Level::{Error, Off};
use crate::graph::Address;
use crate::model::Journey;

pub(super) static RULE: Rule = Rule {
    name: "unreviewed-map",
    page: include_str!("../../docs/rules/unreviewed-map.md"),
    levels: Levels::new(Off, Off, Error),
    is_about_today: true,
    settings: &[],
    check: Some(check),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    let journey = context.map.journey();
    let lacking = lacking(journey);
    if lacking.is_empty() {
        return;
    }
    let names = lacking.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(" and no ");
    sink.report(
        RULE.at(journey.title.span, format!("this map has no {names}: nobody will see when it is no longer true"))
            .about(Address::Map)
            .help("add who answers for it (`owner`), and under `review` the day of the `last` one and how often (`every`)"),
    );
}

/// The fields that a map which is kept has, and this one lacks.
fn lacking(journey: &Journey) -> Vec<&'static str> {
    let mut lacking = Vec::new();
    if journey.owner.is_none() && !journey.broken.has("owner") {
        lacking.push("owner");
    }
    match &journey.review {
        None if journey.broken.has("review") => {}
        None => lacking.push("review"),
        Some(review) => {
            if review.last.is_none() && !review.broken.has("last") {
                lacking.push("review.last");
            }
            if review.every.is_none() && !review.broken.has("every") {
                lacking.push("review.every");
            }
        }
    }
    lacking
}
