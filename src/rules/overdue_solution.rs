//! Solutions whose day has passed.

use std::collections::HashSet;

use super::friction::is_grave;
use super::name::name_of;
use super::{Context, Levels, Rule, Sink, unsolved_friction};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Level::{Error, Info, Off};
use crate::facts::solutions::{Plan, Solutions};
use crate::graph::Map;
use crate::model::SolutionStatus::{Idea, InProgress, Planned};
use crate::model::{FrictionPoint, Solution};

pub(super) static RULE: Rule = Rule {
    name: "overdue-solution",
    page: include_str!("../../docs/rules/overdue-solution.md"),
    levels: Levels::new(Off, Info, Error),
    is_about_today: true,
    settings: &[],
    check: Some(check),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    let solutions = Solutions::of(context.map);
    let overdue = solutions.iter().filter_map(|plan| Some((plan, finding(context, plan)?)));
    let overdue: Vec<_> = overdue.collect();
    if overdue.is_empty() {
        return;
    }
    let answers = Answers::of(context.map);
    // Grave friction whose answer does not come is left alone as much as that without an answer.
    let grave = context.policy.level(&unsolved_friction::RULE);
    for (plan, finding) in overdue {
        sink.report(if answers.has(plan) { finding.at_least(grave) } else { finding });
    }
}

fn finding(context: &Context<'_>, plan: &Plan<'_>) -> Option<Diagnostic> {
    let what = match plan.status() {
        Some(Idea) => "still an idea",
        Some(Planned) => "still planned",
        Some(InProgress) => "still in progress",
        _ => return None,
    };
    let due = plan.first(|solution| solution.due).filter(|due| due.value.0 < context.today)?;
    let (title, span) = name_of(plan);
    let finding = RULE.at(due.span, format!("“{title}” was due on {due} and is {what}")).related(span, "what was due");
    Some(finding.help("set its `status` to `done` or `dropped` if that is how it is, or agree on a new day"))
}

/// Where the solutions stand that answer grave friction: on it, or on the touchpoint or phase that has it.
struct Answers(HashSet<usize>);

impl Answers {
    fn of(map: &Map) -> Self {
        let mut all = Self(HashSet::new());
        for phase in map.phases() {
            all.add(&phase.body().friction_points, &phase.body().solutions);
        }
        for touchpoint in map.touchpoints() {
            all.add(&touchpoint.body().friction_points, &touchpoint.body().solutions);
        }
        all
    }

    fn add(&mut self, points: &[FrictionPoint], beside: &[Solution]) {
        let grave: Vec<_> = points.iter().filter(|point| is_grave(point)).collect();
        let beside = if grave.is_empty() { &[] } else { beside };
        let places = grave.iter().flat_map(|point| point.solutions.iter()).chain(beside);
        self.0.extend(places.map(|solution| solution.place.0.start));
    }

    fn has(&self, plan: &Plan<'_>) -> bool {
        plan.first(|solution| self.0.contains(&solution.place.0.start).then_some(())).is_some()
    }
}
