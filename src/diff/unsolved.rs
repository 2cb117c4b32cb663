//! Friction that nothing is done about.

use std::collections::HashMap;

use super::inventory::{FrictionItem, Inventory};
use crate::facts::Facts;
use crate::model::FrictionStatus;

/// The open friction that has no solution, the most severe first.
#[must_use]
pub fn unsolved<'a, 'm>(all: &'a Inventory<'m>) -> Vec<&'a FrictionItem<'m>> {
    let by_address: HashMap<_, _> = all.friction.iter().map(|friction| (&friction.address, friction)).collect();
    let addresses = Facts::of(all.map).open_friction.into_iter().flat_map(|open| open.without_solution);
    addresses.filter_map(|address| by_address.get(&address).copied()).collect()
}

/// Whether customers feel it.
#[must_use]
pub fn is_felt(friction: &FrictionItem<'_>) -> bool {
    friction.body.status() != FrictionStatus::Resolved
}
