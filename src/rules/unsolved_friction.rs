//! Grave friction that nothing is done about.

use super::friction::is_grave;
use super::name::name;
use super::{Context, Levels, Rule, Sink};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Level::{Error, Off, Warn};
use crate::facts::solutions::Solutions;
use crate::graph::{PhaseRef, TouchpointRef};
use crate::model::{FrictionPoint, Phase, Solution, Touchpoint};

pub(super) static RULE: Rule = Rule {
    name: "unsolved-friction",
    page: include_str!("../../docs/rules/unsolved-friction.md"),
    levels: Levels::new(Off, Warn, Error),
    is_about_today: true,
    settings: &[],
    check: Some(check),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    let solutions = Solutions::of(context.map);
    for phase in context.map.phases() {
        for point in of_phase(phase, &solutions) {
            sink.report(finding(point, &format!("throughout “{}”", phase.title())));
        }
    }
    for touchpoint in context.map.touchpoints() {
        for point in of_touchpoint(touchpoint, &solutions).filter(|point| hinders(touchpoint, point)) {
            sink.report(finding(point, &format!("at “{}”", touchpoint.title())));
        }
    }
}

/// The open friction of high or critical severity that stands on a touchpoint and has no solution: neither of its own,
/// nor the touchpoint's, nor the phase's.
pub(super) fn of_touchpoint<'m>(
    touchpoint: TouchpointRef<'m>,
    solutions: &Solutions<'m>,
) -> impl Iterator<Item = &'m FrictionPoint> {
    let (Touchpoint { solutions: of_touchpoint, broken, .. }, phase) = (touchpoint.body(), touchpoint.phase().body());
    touchpoint.body().friction_points.iter().filter(move |point| {
        let is_answered =
            || broken.has("solutions") || solutions.any_alive(of_touchpoint) || is_phase_answered(phase, solutions);
        is_unsolved(point, solutions) && !is_answered()
    })
}

fn of_phase<'m>(phase: PhaseRef<'m>, solutions: &Solutions<'m>) -> impl Iterator<Item = &'m FrictionPoint> {
    let is_open = move || phase.touchpoints().any(TouchpointRef::is_open);
    let is_hit =
        move |point: &&FrictionPoint| is_unsolved(point, solutions) && !is_phase_answered(phase.body(), solutions);
    phase.body().friction_points.iter().filter(move |point| is_hit(point) && is_open())
}

/// Whether customers meet the friction: where it stands, or elsewhere if that is closed.
fn hinders(touchpoint: TouchpointRef<'_>, point: &FrictionPoint) -> bool {
    let elsewhere = point.also_at.iter().filter_map(|reference| touchpoint.map().find(reference));
    std::iter::once(touchpoint).chain(elsewhere).any(TouchpointRef::is_open)
}

fn is_unsolved(point: &FrictionPoint, solutions: &Solutions<'_>) -> bool {
    is_grave(point) && !point.broken.has("solutions") && !solutions.any_alive(&point.solutions)
}

fn is_phase_answered(phase: &Phase, solutions: &Solutions<'_>) -> bool {
    phase.broken.has("solutions") || solutions.any_alive(&phase.solutions)
}

fn finding(point: &FrictionPoint, place: &str) -> Diagnostic {
    let (title, span) = name(point.title.as_ref(), point.id.as_ref(), point.place);
    let severity = point.severity();
    let message = format!("nothing is done about “{title}”, friction of {severity} severity {place}");
    let dropped = point
        .solutions
        .iter()
        .map(|solution: &Solution| name(solution.title.as_ref(), solution.id.as_ref(), solution.place).1);
    let finding = dropped.fold(RULE.at(span, message), |finding, span| finding.related(span, "this was dropped"));
    finding
        .help("add a solution, if only as an idea; friction that is dealt with has `status: mitigated` or `resolved`")
}
