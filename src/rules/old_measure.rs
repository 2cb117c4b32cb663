//! Measures that are too old to speak of today.

use super::{Context, Levels, Rule, Setting, Sink, Threshold, measures};
use crate::diagnostic::Level::{Off, Warn};
use crate::model::Period;

pub(super) static RULE: Rule = Rule {
    name: "old-measure",
    page: include_str!("../../docs/rules/old-measure.md"),
    levels: Levels::new(Off, Off, Warn),
    is_about_today: true,
    settings: &[&MAX_AGE],
    check: Some(check),
};

static MAX_AGE: Setting = Setting {
    name: "max_age",
    about: "How old a measure may be.",
    default: Threshold::Period(Period { months: 12, seconds: 0 }),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    let max_age = context.period(&MAX_AGE);
    for placed in measures::all(context.map).filter(|placed| placed.measure.value.is_some()) {
        let Some(date) = &placed.measure.date else { continue };
        if max_age.after(date.0).is_none_or(|last| context.today <= last) {
            continue;
        }
        sink.report(
            RULE.at(date.span, format!("{placed} was measured on {date}, more than {max_age} ago"))
                .about(placed.address)
                .help("measure again, or take the figure out: customers have moved on since"),
        );
    }
}
