//! The judgement of facts, a family of kinds a file. A family is a function that turns its facts into drafts.

mod channel;
mod friction;
mod moment;
mod phase;
mod promise;
mod rating;
mod solution;
mod touchpoint;
mod way;
pub(crate) mod words;

use super::delta::{Delta, Sides};
use super::judge::Draft;

/// A family of kinds: judges its facts.
pub type Family = fn(&Sides<'_>, &Delta<'_, '_>, &mut Vec<Draft>);

/// All families, in the order in which their changes are told.
pub const FAMILIES: &[Family] = &[
    channel::judge,
    phase::judge,
    touchpoint::judge,
    way::judge,
    moment::judge,
    friction::judge,
    solution::judge,
    rating::judge,
    promise::judge,
];
