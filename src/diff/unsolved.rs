//! Friction that nothing is done about.

use super::inventory::{FrictionItem, Inventory, Site};
use crate::model::{FrictionStatus, SolutionStatus};

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
