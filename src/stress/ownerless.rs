//! What is being done about friction by a team that closes.

use super::name::name_of;
use super::{Closing, Subject};
use crate::diff::inventory::Inventory;
use crate::graph::{Address, Map};
use crate::model::{Availability, SolutionStatus};

/// A solution whose owner closes before it is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ownerless {
    /// `solution:S`
    pub address: Address,
    /// What it is.
    pub title: String,
    /// The team that answers for it, as the map names it.
    pub owner: String,
}

/// The solutions that are still to be done by teams that close.
pub(super) fn ownerless(map: &Map, closings: &[Closing]) -> Vec<Ownerless> {
    let is_team = |closing: &&Closing| closing.subject == Subject::Owner && closing.level == Availability::Unavailable;
    let teams: Vec<_> = closings.iter().filter(is_team).map(|closing| closing.id.as_str()).collect();
    if teams.is_empty() {
        return Vec::new();
    }
    let open = Inventory::of(map)
        .solutions
        .into_iter()
        .filter(|solution| !matches!(solution.body.status(), SolutionStatus::Done | SolutionStatus::Dropped));
    let ownerless = open.filter_map(|solution| {
        let owner = solution.body.owner.as_ref().filter(|owner| teams.contains(&name_of(owner).as_str()))?;
        let title = solution.body.title.as_ref().map_or(solution.id.clone(), |title| title.as_str().to_owned());
        Some(Ownerless { address: solution.address, title, owner: owner.trim().to_owned() })
    });
    ownerless.collect()
}
