//! What follows from one state of a journey, to be laid beside the same of another.

use serde::Serialize;

use crate::diff::inventory::{FrictionItem, Inventory, Site};
use crate::graph::Map;
use crate::model::{Availability, FrictionStatus, Severity, SolutionStatus};

/// Counts of one state of a journey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Facts {
    /// How many touchpoints there are.
    pub touchpoints: usize,
    /// How many of them are closed.
    pub closed: usize,
    /// How many of them are open with restrictions.
    pub limited: usize,
    /// How many channels there are.
    pub channels: usize,
    /// How many moments of truth there are.
    pub moments_of_truth: usize,
    /// At how many touchpoints customers get less than they expect.
    pub below_expectation: usize,
    /// How many friction points are not resolved.
    pub friction: usize,
    /// How many of those are high or critical.
    pub severe_friction: usize,
    /// How many of those that are not resolved have no solution.
    pub unsolved_friction: usize,
    /// How many promises are not kept.
    pub broken_promises: usize,
}

impl Facts {
    /// Counts.
    #[must_use]
    pub fn of(map: &Map) -> Self {
        let all = Inventory::of(map);
        let with = |level| all.touchpoints.iter().filter(|touchpoint| touchpoint.availability() == level).count();
        let open: Vec<_> = all.friction.iter().filter(|friction| is_felt(friction)).collect();
        Self {
            touchpoints: all.touchpoints.len(),
            closed: with(Availability::Unavailable),
            limited: with(Availability::Limited),
            channels: all.channels.len(),
            moments_of_truth: all.moments.len(),
            below_expectation: all
                .touchpoints
                .iter()
                .filter_map(|touchpoint| touchpoint.gap())
                .filter(|gap| *gap < 0.0)
                .count(),
            friction: open.len(),
            severe_friction: open.iter().filter(|friction| friction.body.severity() >= Severity::High).count(),
            unsolved_friction: unsolved(&all).len(),
            broken_promises: all.promises.iter().filter(|promise| promise.is_met() == Some(false)).count(),
        }
    }
}

impl Facts {
    /// The figures with what they count.
    #[must_use]
    pub fn rows(&self) -> [(&'static str, usize); 10] {
        [
            ("touchpoints", self.touchpoints),
            ("of them closed", self.closed),
            ("of them limited", self.limited),
            ("channels", self.channels),
            ("moments of truth", self.moments_of_truth),
            ("touchpoints below expectation", self.below_expectation),
            ("friction points", self.friction),
            ("of them high or critical", self.severe_friction),
            ("of them without a solution", self.unsolved_friction),
            ("broken promises", self.broken_promises),
        ]
    }
}

/// Friction that customers feel and that has no solution: none of its own, of its touchpoint or of its phase. The most
/// severe first.
#[must_use]
pub fn unsolved<'a, 'm>(all: &'a Inventory<'m>) -> Vec<&'a FrictionItem<'m>> {
    let mut solved: Vec<Site> = all
        .solutions
        .iter()
        .filter(|solution| solution.body.status() != SolutionStatus::Dropped)
        .flat_map(|solution| solution.sites.iter().copied())
        .collect();
    solved.sort_unstable();
    let has = |site: Site| solved.binary_search(&site).is_ok();
    let phase = |site: Site| all.touchpoint_at(site).map(|touchpoint| Site::Phase(touchpoint.phase().index()));
    let mut unsolved: Vec<_> = all
        .friction
        .iter()
        .enumerate()
        .filter(|(at, friction)| {
            let sites = [Some(Site::Friction(*at)), Some(friction.site), phase(friction.site)];
            is_felt(friction) && !sites.into_iter().flatten().any(has)
        })
        .map(|(_, friction)| friction)
        .collect();
    unsolved.sort_by_key(|friction| std::cmp::Reverse(friction.body.severity()));
    unsolved
}

/// Whether customers feel it.
#[must_use]
pub fn is_felt(friction: &FrictionItem<'_>) -> bool {
    friction.body.status() != FrictionStatus::Resolved
}
