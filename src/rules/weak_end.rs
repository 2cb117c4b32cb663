//! Journeys that end at their lowest.

use super::main_way::main_way;
use super::rating::Ratings;
use super::{Context, Levels, Rule, Setting, Sink, Threshold};
use crate::diagnostic::Level::{Info, Off, Warn};
use crate::facts::extremes;
use crate::graph::TouchpointRef;
use crate::model::Percentage;

pub(super) static RULE: Rule = Rule {
    name: "weak-end",
    page: include_str!("../../docs/rules/weak-end.md"),
    levels: Levels::new(Off, Info, Warn),
    is_about_today: true,
    settings: &[&BELOW],
    check: Some(check),
};

static BELOW: Setting = Setting {
    name: "below",
    about: "An end at this height of the scale, or higher, is not weak.",
    default: Threshold::Percent(Percentage(50.0)),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    let (Some(ratings), Some(way)) = (Ratings::of(context.map), main_way(context.map)) else { return };
    if way.iter().any(|stop| is_unreadable(*stop)) {
        return;
    }
    let (_, trough) = extremes(&way);
    let Some(end) = way.last().filter(|end| trough == Some(end.index())) else { return };
    let Some(experience) = end.body().experience.as_ref().and_then(|experience| experience.level) else { return };
    if ratings.height(experience.0) < context.percent(&BELOW) {
        let message = format!("the journey ends at its lowest: customers rate “{}” {experience}", end.title());
        let finding = RULE.at(experience.span, message);
        sink.report(finding.help("make the last step better: what comes last is what customers remember"));
    }
}

/// Whether an experience is written that could not be read: it may be lower still.
fn is_unreadable(touchpoint: TouchpointRef<'_>) -> bool {
    let body = touchpoint.body();
    body.broken.has("experience") || body.experience.as_ref().is_some_and(|experience| experience.broken.has("level"))
}
