//! Experience far below expectation that nothing in the map explains.

use super::friction::Hindrances;
use super::promise::missed_at;
use super::rating::Ratings;
use super::{Context, Levels, Rule, Setting, Sink, Threshold};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Level::{Off, Warn};
use crate::graph::TouchpointRef;
use crate::model::Percentage;

pub(super) static RULE: Rule = Rule {
    name: "unexplained-gap",
    page: include_str!("../../docs/rules/unexplained-gap.md"),
    levels: Levels::new(Off, Warn, Warn),
    is_about_today: true,
    settings: &[&GAP, &LOW],
    check: Some(check),
};

static GAP: Setting = Setting {
    name: "gap",
    about: "Experience that lies at least this far below expectation, as a part of the scale's length, needs a reason.",
    default: Threshold::Percent(Percentage(50.0)),
};

static LOW: Setting = Setting {
    name: "low",
    about: "Where nothing is expected, experience in this lowest part of the scale needs a reason.",
    default: Threshold::Percent(Percentage(25.0)),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    let map = context.map;
    let Some(ratings) = Ratings::of(map) else { return };
    let hindrances = Hindrances::of(map);
    let Some(missed) = missed_at(context).filter(|_| hindrances.is_whole()) else { return };
    for touchpoint in map.touchpoints().filter(|touchpoint| touchpoint.is_open()) {
        let is_explained = missed[touchpoint.index().0] || hindrances.at(touchpoint).is_some() || says_why(touchpoint);
        if !is_explained {
            let thresholds = (context.percent(&GAP), context.percent(&LOW));
            if let Some(finding) = finding(touchpoint, ratings, thresholds) {
                sink.report(finding);
            }
        }
    }
}

/// Whether a rating comes with its cause, or customers have to wait.
fn says_why(touchpoint: TouchpointRef<'_>) -> bool {
    let body = touchpoint.body();
    let waits = body.wait.as_ref().is_some_and(|wait| wait.as_secs() > 0) || body.broken.has("wait");
    let experience = body.experience.as_ref();
    let expectation = body.expectation.as_ref();
    waits
        || experience.is_some_and(|experience| experience.because.is_some() || experience.broken.has("because"))
        || expectation.is_some_and(|expectation| expectation.because.is_some() || expectation.broken.has("because"))
}

fn finding(touchpoint: TouchpointRef<'_>, ratings: Ratings, (gap, low): (f64, f64)) -> Option<Diagnostic> {
    let (body, name) = (touchpoint.body(), touchpoint.title());
    let experience = body.experience.as_ref()?.level?;
    let expectation = body.expectation.as_ref().and_then(|expectation| expectation.level);
    let finding = match expectation {
        Some(expectation) if ratings.shortfall(expectation.0, experience.0) >= gap => {
            let message = format!(
                "customers expect {expectation} at “{name}” and get {experience}, and nothing in the map says why"
            );
            RULE.at(experience.span, message).related(expectation.span, "what they expect")
        }
        None if ratings.height(experience.0) < low && !is_unreadable(touchpoint) => {
            let message = format!("customers rate “{name}” {experience}, and nothing in the map says why");
            RULE.at(experience.span, message)
        }
        _ => return None,
    };
    let resolved = body.friction_points.iter().filter_map(|point| point.status).map(|status| status.span);
    let finding =
        resolved.fold(finding, |finding, span| finding.related(span, "this is resolved, so it does not explain it"));
    Some(finding.help(
        "say what goes wrong: add a friction point here, or name this touchpoint in the `also_at` of one elsewhere",
    ))
}

/// Whether an expectation is written that could not be read.
fn is_unreadable(touchpoint: TouchpointRef<'_>) -> bool {
    let body = touchpoint.body();
    let expectation = body.expectation.as_ref();
    body.broken.has("expectation") || expectation.is_some_and(|expectation| expectation.broken.has("level"))
}
