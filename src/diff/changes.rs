//! The judgement of facts, a family of kinds a file. A family is a function that turns its facts into drafts; how they
//! are told is in `phrases`.

mod channel;
mod details;
mod flow;
mod friction;
mod listening;
mod map;
mod moment;
mod phase;
mod promise;
mod rating;
mod solution;
mod touchpoint;
mod way;

use super::delta::{Delta, Sides};
use super::judge::Draft;
use super::matching::Clues;
use crate::tongue::Tongue;

/// A family of kinds: judges its facts.
pub type Family = fn(&Sides<'_>, &Delta<'_, '_>, &mut Vec<Draft>);

/// All families, in the order in which their changes are told.
pub const FAMILIES: &[Family] = &[
    map::judge,
    channel::judge,
    phase::judge,
    touchpoint::judge,
    way::judge,
    flow::judge,
    moment::judge,
    friction::judge,
    solution::judge,
    rating::judge,
    promise::judge,
    listening::judge,
    details::judge,
];

/// What an inferred name was inferred from.
fn grounds(tongue: Tongue, clues: Clues) -> String {
    let clues = [
        (clues.title, tongue.its_title()),
        (clues.contents, tongue.its_contents()),
        (clues.channels, tongue.its_channel()),
        (clues.place, tongue.its_place()),
        (clues.neighbours, tongue.its_neighbours()),
    ];
    tongue.list(clues.into_iter().filter(|(speaks, _)| *speaks).map(|(_, clue)| clue))
}
