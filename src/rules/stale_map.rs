//! Maps whose review is overdue.

use super::{Context, Levels, Rule, Sink};
use crate::diagnostic::Level::{Error, Off, Warn};
use crate::graph::Address;

pub(super) static RULE: Rule = Rule {
    name: "stale-map",
    page: include_str!("../../docs/rules/stale-map.md"),
    levels: Levels::new(Off, Warn, Error),
    is_about_today: true,
    settings: &[],
    check: Some(check),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    let journey = context.map.journey();
    let Some(review) = &journey.review else { return };
    let (Some(last), Some(every)) = (&review.last, &review.every) else { return };
    let Some(due) = every.after(last.0).filter(|due| context.today > *due) else { return };
    sink.report(
        RULE.at(last.span, format!("the review of this map was due on {due}"))
            .about(Address::Map)
            .related(every.span, "this long after the last one")
            .help("go through the map with its owner, change what has changed, and write that day as `last`"),
    );
}
