//! What is done about friction: every solution once, with what is said of it in all the places where it stands.

use std::collections::HashMap;

use crate::graph::{Map, PhaseRef, TouchpointRef};
use crate::model::{FrictionPoint, Solution, SolutionStatus};

/// The solutions of a map. A written id that recurs is the same solution.
pub(crate) struct Solutions<'m> {
    plans: Vec<Plan<'m>>,
    by_id: HashMap<&'m str, usize>,
}

/// A solution: its fields are given once, in any of the places where it stands.
pub(crate) struct Plan<'m> {
    bodies: Vec<&'m Solution>,
    /// Whether somebody answers for it, or for a touchpoint or phase where it stands.
    pub is_owned: bool,
}

impl<'m> Solutions<'m> {
    pub(crate) fn of(map: &'m Map) -> Self {
        let mut all = Self { plans: Vec::new(), by_id: HashMap::new() };
        all.add(&map.journey().solutions, false);
        for phase in map.phases() {
            let is_owned = phase_is_owned(phase);
            all.add_of_friction(&phase.body().friction_points, is_owned);
            all.add(&phase.body().solutions, is_owned);
        }
        for touchpoint in map.touchpoints() {
            let is_owned = touchpoint_is_owned(touchpoint);
            all.add_of_friction(&touchpoint.body().friction_points, is_owned);
            all.add(&touchpoint.body().solutions, is_owned);
        }
        all
    }

    /// The solutions.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Plan<'m>> {
        self.plans.iter()
    }

    /// Whether one of these solutions is still pursued: all are but those that were dropped.
    pub(crate) fn any_alive(&self, solutions: &[Solution]) -> bool {
        solutions.iter().any(|solution| self.status(solution) != Some(SolutionStatus::Dropped))
    }

    /// Whether it is planned or in progress, as far as is known.
    pub(crate) fn is_under_way(&self, solution: &Solution) -> bool {
        is_under_way(self.status(solution))
    }

    /// How far it has come, whichever of its places says so; none where that could not be read.
    fn status(&self, solution: &Solution) -> Option<SolutionStatus> {
        let plan = solution.id.as_ref().and_then(|id| self.plans.get(*self.by_id.get(id.as_str())?));
        plan.map_or_else(|| status(&[solution]), Plan::status)
    }

    fn add_of_friction(&mut self, points: &'m [FrictionPoint], is_owned: bool) {
        for point in points {
            self.add(&point.solutions, is_owned);
        }
    }

    fn add(&mut self, solutions: &'m [Solution], is_owned: bool) {
        for solution in solutions {
            let is_owned = is_owned || solution.owner.is_some() || solution.broken.has("owner");
            let known = solution.id.as_ref().and_then(|id| self.by_id.get(id.as_str()));
            if let Some(plan) = known.and_then(|&index| self.plans.get_mut(index)) {
                plan.bodies.push(solution);
                plan.is_owned |= is_owned;
                continue;
            }
            if let Some(id) = &solution.id {
                self.by_id.insert(id.as_str(), self.plans.len());
            }
            self.plans.push(Plan { bodies: vec![solution], is_owned });
        }
    }
}

fn is_under_way(status: Option<SolutionStatus>) -> bool {
    matches!(status, None | Some(SolutionStatus::Planned | SolutionStatus::InProgress))
}

impl<'m> Plan<'m> {
    /// Whether it is planned or in progress, as far as is known.
    pub(crate) fn is_under_way(&self) -> bool {
        is_under_way(self.status())
    }

    /// How far it has come; none where that could not be read.
    pub(crate) fn status(&self) -> Option<SolutionStatus> {
        status(&self.bodies)
    }

    /// The first that any of the places says of it.
    pub(crate) fn first<T>(&self, field: impl Fn(&'m Solution) -> Option<T>) -> Option<T> {
        self.bodies.iter().find_map(|body| field(body))
    }

    /// The place that gives its title, else the first.
    pub(crate) fn titled(&self) -> Option<&'m Solution> {
        self.bodies.iter().find(|body| body.title.is_some()).or(self.bodies.first()).copied()
    }
}

fn status(bodies: &[&Solution]) -> Option<SolutionStatus> {
    let written = bodies.iter().find_map(|body| body.status);
    let is_unreadable = || bodies.iter().any(|body| body.broken.has("status"));
    written.map_or_else(|| (!is_unreadable()).then_some(SolutionStatus::Idea), |status| Some(status.value))
}

fn phase_is_owned(phase: PhaseRef<'_>) -> bool {
    phase.body().owner.is_some() || phase.body().broken.has("owner")
}

fn touchpoint_is_owned(touchpoint: TouchpointRef<'_>) -> bool {
    touchpoint.body().owner.is_some() || touchpoint.body().broken.has("owner") || phase_is_owned(touchpoint.phase())
}
