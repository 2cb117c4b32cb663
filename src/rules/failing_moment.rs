//! Moments of truth that go wrong.

use super::measures;
use super::moment::{Moment, moments};
use super::name::name;
use super::pursuit::Pursuit;
use super::rating::Ratings;
use super::{Context, Levels, Rule, Setting, Sink, Threshold};
use super::{missed_promise, missed_target, unsolved_friction};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Level::{Off, Warn};
use crate::facts::solutions::Solutions;
use crate::model::Percentage;

pub(super) static RULE: Rule = Rule {
    name: "failing-moment",
    page: include_str!("../../docs/rules/failing-moment.md"),
    levels: Levels::new(Off, Warn, Warn),
    is_about_today: true,
    settings: &[&GAP],
    check: Some(check),
};

/// An experience so high on the scale is a good one, whatever was expected.
const GOOD: f64 = 75.0;

static GAP: Setting = Setting {
    name: "gap",
    about: "Experience that lies at least this far below expectation, as a part of the scale's length, fails the moment.",
    default: Threshold::Percent(Percentage(20.0)),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    let failing = context.percent(&GAP);
    let (solutions, pursuit) = (Solutions::of(context.map), Pursuit::of(context.map));
    for moment in moments(context.map) {
        if let Some(finding) = judge(&moment, failing, &solutions, &pursuit)
            && let Some((address, _)) = moment.touchpoint.moment_of_truth()
        {
            let promises = missed_promise::of_touchpoint(context, moment.touchpoint, &pursuit);
            let targets = measures::of_touchpoint(moment.touchpoint)
                .filter_map(|placed| missed_target::finding(placed, &pursuit));
            let finding = promises
                .fold(finding, |finding, missed| finding.related(missed.primary.span, "a promise that is not kept"));
            let finding =
                targets.fold(finding, |finding, missed| finding.related(missed.primary.span, "not what is aimed at"));
            sink.report(finding.about(address));
        }
    }
}

fn judge(moment: &Moment<'_>, failing: f64, solutions: &Solutions<'_>, pursuit: &Pursuit<'_>) -> Option<Diagnostic> {
    let mut unsolved = unsolved_friction::of_touchpoint(moment.touchpoint, solutions)
        .map(|point| name(point.title.as_ref(), point.id.as_ref(), point.place));
    let is_left = !pursuit.is_at(moment.touchpoint);
    let finding = if let Some(finding) = disappointment(moment, failing).filter(|_| is_left) {
        finding.help(
            "mend this touchpoint before the others, and say in a solution what is planned: it decides the relation",
        )
    } else {
        let (title, span) = unsolved.next()?;
        let place = moment.touchpoint.title();
        let message = format!("“{place}” is a moment of truth, and nothing is done about “{title}”");
        RULE.at(span, message).help("add a solution, with an owner and a day: this touchpoint decides the relation")
    };
    let finding = unsolved.fold(finding, |finding, (_, span)| finding.related(span, "nothing is done about this"));
    Some(finding.related(moment.span(), "what is decided here"))
}

/// Experience so far below expectation.
fn disappointment(moment: &Moment<'_>, failing: f64) -> Option<Diagnostic> {
    let touchpoint = moment.touchpoint;
    let expectation = touchpoint.body().expectation.as_ref()?.level?;
    let experience = touchpoint.body().experience.as_ref()?.level?;
    let message = format!(
        "“{}” is a moment of truth, and customers get {experience} where they expect {expectation}",
        touchpoint.title()
    );
    let finding = RULE.at(experience.span, message).related(expectation.span, "what they expect");
    let ratings = Ratings::of(touchpoint.map())?;
    let is_short = ratings.shortfall(expectation.0, experience.0) >= failing.max(f64::MIN_POSITIVE);
    (is_short && ratings.height(experience.0) < GOOD).then_some(finding)
}
