//! Measures on a handful of responses.

use super::{Context, Levels, Rule, Setting, Sink, Threshold, measures};
use crate::diagnostic::Level::{Info, Off};

pub(super) static RULE: Rule = Rule {
    name: "small-sample",
    page: include_str!("../../docs/rules/small-sample.md"),
    levels: Levels::new(Off, Off, Info),
    is_about_today: true,
    settings: &[&MIN_RESPONSES],
    check: Some(check),
};

static MIN_RESPONSES: Setting =
    Setting { name: "min_responses", about: "How many responses a measure needs.", default: Threshold::Count(30) };

fn check(context: &Context<'_>, sink: &mut Sink) {
    let minimum = context.count(&MIN_RESPONSES);
    for placed in measures::all(context.map) {
        // A count beyond the precision of a float is beyond any minimum, too.
        #[allow(clippy::cast_precision_loss)]
        let Some(responses) = placed.measure.responses.filter(|responses| responses.0 < minimum as f64) else {
            continue;
        };
        let message = format!("{placed} rests on {responses} responses, fewer than {minimum}");
        sink.report(
            RULE.at(responses.span, message)
                .about(placed.address)
                .help("ask more customers, or read what these few said instead of their average"),
        );
    }
}
