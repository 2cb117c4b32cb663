//! What differs in channels and phases.

use super::{Fact, Retitled, Sides, facts, retitled};
use crate::diff::inventory::ChannelItem;
use crate::diff::order::reordered;
use crate::graph::PhaseRef;

/// What can differ in a channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChannelAspect {
    /// The title.
    Title,
    /// Whether customers can use it.
    Availability,
}

/// What can differ in a phase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PhaseAspect {
    /// The title.
    Title(Retitled),
    /// Its place among the phases.
    Order,
    /// The team that answers for it.
    Owner,
    /// How long it takes.
    Duration,
}

pub(super) fn channels<'a, 'm>(sides: &'a Sides<'m>) -> Vec<Fact<&'a ChannelItem<'m>, ChannelAspect>> {
    facts(
        &sides.matching.channels,
        |before| sides.before.channels.get(before),
        |after| sides.after.channels.get(after),
        |before, after, _| {
            let mut aspects = Vec::new();
            if before.title != after.title {
                aspects.push(ChannelAspect::Title);
            }
            if before.availability() != after.availability() {
                aspects.push(ChannelAspect::Availability);
            }
            aspects
        },
    )
}

pub(super) fn phases<'m>(sides: &Sides<'m>) -> Vec<Fact<PhaseRef<'m>, PhaseAspect>> {
    let (before, after): (Vec<_>, Vec<_>) = (sides.before.map.phases().collect(), sides.after.map.phases().collect());
    let pairs: Vec<_> = sides.matching.phases.kept().map(|(before, after, _)| (before, after)).collect();
    let moved: Vec<_> = reordered(&pairs, sides.turned).into_iter().map(|(_, after)| after).collect();
    facts(
        &sides.matching.phases,
        |index| before.get(index).copied(),
        |index| after.get(index).copied(),
        |before, after, grounds| {
            let mut aspects = Vec::new();
            aspects.extend(retitled(&before.body().title, &after.body().title, grounds).map(PhaseAspect::Title));
            // Ascending: `reordered` sorts by the after side.
            if moved.binary_search(&after.index()).is_ok() {
                aspects.push(PhaseAspect::Order);
            }
            if before.body().owner.as_ref().zip(after.body().owner.as_ref()).is_some_and(|(old, new)| old != new) {
                aspects.push(PhaseAspect::Owner);
            }
            if before.body().duration.zip(after.body().duration).is_some_and(|(old, new)| old != new) {
                aspects.push(PhaseAspect::Duration);
            }
            aspects
        },
    )
}
