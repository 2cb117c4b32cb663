//! Moments of truth that go wrong.

use std::collections::HashMap;

use super::moment::{Moment, moments};
use super::name::name;
use super::pursuit::Pursuit;
use super::rating::Ratings;
use super::{Context, Levels, Rule, Setting, Sink, Threshold};
use super::{measures, missed_promise, missed_target, unsolved_friction};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Level::{Off, Warn};
use crate::facts::solutions::Solutions;
use crate::graph::{TouchpointIndex, TouchpointRef};
use crate::model::Percentage;
use crate::source::Span;

pub(super) static RULE: Rule = Rule {
    name: "failing-moment",
    page: include_str!("../../docs/rules/failing-moment.md"),
    levels: Levels::new(Off, Warn, Warn),
    is_about_today: true,
    settings: &[&GAP, &LOW],
    check: Some(check),
};

static GAP: Setting = Setting {
    name: "gap",
    about: "Experience that lies at least this far below expectation, as a part of the scale's length, fails the moment.",
    default: Threshold::Percent(Percentage(30.0)),
};

static LOW: Setting = Setting {
    name: "low",
    about: "Experience below the middle of the scale fails the moment from this far below expectation on.",
    default: Threshold::Percent(Percentage(20.0)),
};

/// An experience below this height of the scale is a poor one.
const MIDDLE: f64 = 50.0;
/// An experience so high on the scale is a good one, whatever was expected.
const GOOD: f64 = 75.0;

fn check(context: &Context<'_>, sink: &mut Sink) {
    let (solutions, pursuit) = (Solutions::of(context.map), Pursuit::of(context.map));
    let judged =
        moments(context.map).filter_map(|moment| Some((judge(context, &moment, &solutions, &pursuit)?, moment)));
    let judged: Vec<_> = judged.collect();
    if judged.is_empty() {
        return;
    }
    let missed = missed_promises(context);
    for (mut finding, Moment { touchpoint, .. }) in judged {
        for span in missed.get(&touchpoint.index()).into_iter().flatten() {
            finding = finding.related(*span, "a promise that is not kept");
        }
        let targets = measures::of_touchpoint(touchpoint);
        for missed in targets.filter_map(|placed| missed_target::finding(context, placed, &pursuit)) {
            finding = finding.related(missed.primary.span, "not what is aimed at");
        }
        if let Some((address, _)) = touchpoint.moment_of_truth() {
            sink.report(finding.about(address));
        }
    }
}

/// The promises that are missed, by the touchpoints where they are made and where they are to be kept.
fn missed_promises(context: &Context<'_>) -> HashMap<TouchpointIndex, Vec<Span>> {
    let mut missed: HashMap<_, Vec<_>> = HashMap::new();
    for promise in missed_promise::all(context) {
        let (made_at, kept_at) = (promise.made_at.index(), promise.kept_at.map(TouchpointRef::index));
        for place in [Some(made_at), kept_at.filter(|kept_at| *kept_at != made_at)].into_iter().flatten() {
            missed.entry(place).or_default().push(promise.finding.primary.span);
        }
    }
    missed
}

fn judge(
    context: &Context<'_>,
    moment: &Moment<'_>,
    solutions: &Solutions<'_>,
    pursuit: &Pursuit<'_>,
) -> Option<Diagnostic> {
    let mut unsolved = unsolved_friction::of_touchpoint(moment.touchpoint, solutions)
        .map(|point| name(point.title.as_ref(), point.id.as_ref(), point.place));
    let is_left = !pursuit.is_at(moment.touchpoint);
    let finding = if let Some(finding) = disappointment(context, moment).filter(|_| is_left) {
        finding.help("mend this touchpoint before the others, and say in a solution what is planned")
    } else {
        let (title, span) = unsolved.next()?;
        let place = moment.touchpoint.title();
        let message = format!("“{place}” is a moment of truth, and nothing is done about “{title}”");
        RULE.at(span, message).help("add a solution, with an owner and a day, before those of other touchpoints")
    };
    let finding = unsolved.fold(finding, |finding, (_, span)| finding.related(span, "nothing is done about this"));
    Some(finding.related(moment.span(), "what is decided here"))
}

/// Experience so far below expectation.
fn disappointment(context: &Context<'_>, moment: &Moment<'_>) -> Option<Diagnostic> {
    let touchpoint = moment.touchpoint;
    let expectation = touchpoint.body().expectation.as_ref()?.level?;
    let experience = touchpoint.body().experience.as_ref()?.level?;
    let message = format!(
        "“{}” is a moment of truth, and customers get {experience} where they expect {expectation}",
        touchpoint.title()
    );
    let ratings = Ratings::of(touchpoint.map())?;
    let height = ratings.height(experience.0);
    let failing = context.percent(if height < MIDDLE { &LOW } else { &GAP }).max(f64::MIN_POSITIVE);
    let is_short = ratings.shortfall(expectation.0, experience.0) >= failing;
    (is_short && height < GOOD).then(|| RULE.at(experience.span, message).related(expectation.span, "what they expect"))
}
