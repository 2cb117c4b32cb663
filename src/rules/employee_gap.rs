//! Employees who get far less than they expect, where it hits customers.

use super::friction::Hindrances;
use super::name::name;
use super::pursuit::Pursuit;
use super::rating::Ratings;
use super::{Context, Levels, Rule, Setting, Sink, Threshold};
use crate::diagnostic::Level::{Info, Off, Warn};
use crate::graph::TouchpointRef;
use crate::model::Percentage;
use crate::source::Span;

pub(super) static RULE: Rule = Rule {
    name: "employee-gap",
    page: include_str!("../../docs/rules/employee-gap.md"),
    levels: Levels::new(Off, Info, Warn),
    is_about_today: true,
    settings: &[&GAP],
    check: Some(check),
};

static GAP: Setting = Setting {
    name: "gap",
    about: "Employees' experience is found when it lies at least this far below their expectation, as a part of the scale's length.",
    default: Threshold::Percent(Percentage(50.0)),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    let map = context.map;
    let Some(ratings) = Ratings::of(map) else { return };
    let (hindrances, pursuit) = (Hindrances::of(map), Pursuit::of(map));
    let is_left = |touchpoint: &TouchpointRef<'_>| touchpoint.is_open() && !pursuit.is_at(*touchpoint);
    for touchpoint in map.touchpoints().filter(is_left) {
        let Some((reason, at)) = concern(touchpoint, &hindrances) else { continue };
        for employee in &touchpoint.body().employee {
            let Some((expectation, experience)) = employee.expectation.zip(employee.experience) else { continue };
            if ratings.shortfall(expectation.0, experience.0) < context.percent(&GAP) {
                continue;
            }
            let role = employee.role.as_ref().map_or("", |role| role.as_str());
            let who = if role.is_empty() { "the employee".into() } else { format!("“{role}”") };
            let place = touchpoint.title();
            let message = format!("{who} expects {expectation} at “{place}” and gets {experience}, {reason}");
            let finding = RULE.at(experience.span, message).subject(role).related(at, "what the customer meets there");
            sink.report(
                finding.help("ask them what they need to help the customer here, and plan a solution for that"),
            );
        }
    }
}

/// Why it matters to customers, and where that is written.
fn concern(touchpoint: TouchpointRef<'_>, hindrances: &Hindrances<'_>) -> Option<(&'static str, Span)> {
    let moment = touchpoint.body().moment_of_truth.as_ref();
    let moment = moment.map(|moment| name(moment.title.as_ref(), moment.id.as_ref(), moment.place).1);
    let friction = hindrances.at(touchpoint).map(|point| name(point.title.as_ref(), point.id.as_ref(), point.place).1);
    moment
        .map(|span| ("where the customer has a moment of truth", span))
        .or_else(|| friction.map(|span| ("where something hinders the customer, too", span)))
}
