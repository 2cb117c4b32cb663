//! What differs in touchpoints and their ratings.

use super::{Fact, Retitled, Sides, facts, retitled};
use crate::diff::inventory::ChannelItem;
use crate::diff::order::reordered;
use crate::graph::{TouchpointRef, slug};
use crate::model::{Number, Text};

/// What can differ in a touchpoint.
#[derive(Debug, Clone)]
pub enum TouchpointAspect<'a, 'm> {
    /// The title.
    Title(Retitled),
    /// It stands in a phase that is not what its phase became.
    Phase,
    /// Its place among what stayed in its phase.
    Order,
    /// Whether customers can use it.
    Availability,
    /// Where it happens.
    Channels {
        /// Channels that it has now; of the after side.
        gained: Vec<&'a ChannelItem<'m>>,
        /// Channels that it had; of the before side.
        lost: Vec<&'a ChannelItem<'m>>,
        /// Whether any channel stayed.
        common: bool,
    },
    /// Where customers go instead.
    Replacements {
        /// Touchpoints named now; of the after side.
        named: Vec<TouchpointRef<'m>>,
        /// Touchpoints no longer named; of the before side.
        withdrawn: Vec<TouchpointRef<'m>>,
    },
    /// The team that answers for it.
    Owner,
    /// Third parties who take part.
    Actors,
    /// Whether journeys begin here.
    Entry,
    /// What the customer expects.
    Expectation,
    /// What the customer gets.
    Experience,
    /// What it costs the customer.
    Effort,
    /// How long it takes.
    Duration,
    /// How long the customer waits.
    Wait,
}

pub(super) fn touchpoints<'a, 'm>(sides: &'a Sides<'m>) -> Vec<Fact<TouchpointRef<'m>, TouchpointAspect<'a, 'm>>> {
    let moved = order(sides);
    facts(
        &sides.matching.touchpoints,
        |before| sides.before.touchpoints.get(before).copied(),
        |after| sides.after.touchpoints.get(after).copied(),
        |&before, &after, grounds| {
            let mut aspects = Vec::new();
            let title = retitled(&before.body().title, &after.body().title, grounds);
            aspects.extend(title.map(TouchpointAspect::Title));
            if !sides.matching.phases.are_linked(before.phase().index(), after.phase().index()) {
                aspects.push(TouchpointAspect::Phase);
            }
            if moved.binary_search(&after.index().0).is_ok() {
                aspects.push(TouchpointAspect::Order);
            }
            aspects.extend(place(sides, before, after));
            aspects.extend(people(before, after));
            aspects.extend(ratings(sides, before, after));
            aspects
        },
    )
}

/// The touchpoints of the after side that left their place among what stayed in their phase, ascending.
fn order(sides: &Sides<'_>) -> Vec<usize> {
    let mut by_phase = vec![Vec::new(); sides.after.map.phases().len()];
    for (before, after, _) in sides.matching.touchpoints.kept() {
        let (Some(old), Some(new)) = (sides.before.touchpoints.get(before), sides.after.touchpoints.get(after)) else {
            continue;
        };
        let phase = new.phase().index();
        if sides.matching.phases.after_of(old.phase().index()) == Some(phase) {
            by_phase[phase].push((before, after));
        }
    }
    let moved = by_phase.iter().flat_map(|pairs| reordered(pairs, sides.turned));
    moved.map(|(_, after)| after).collect()
}

/// Where it happens, and where customers go instead.
fn place<'a, 'm>(
    sides: &'a Sides<'m>,
    before: TouchpointRef<'m>,
    after: TouchpointRef<'m>,
) -> Vec<TouchpointAspect<'a, 'm>> {
    let mut aspects = Vec::new();
    if before.availability() != after.availability() {
        aspects.push(TouchpointAspect::Availability);
    }
    let same = &sides.matching.channels;
    let (old, new) = (sides.before.channels_of(before), sides.after.channels_of(after));
    let lost = only_in(&old, &new, |old, new| same.are_linked(old, new));
    let gained = only_in(&new, &old, |new, old| same.are_linked(old, new));
    // Unknown against known is a detail.
    let is_known = !(old.is_empty() || new.is_empty());
    if is_known && !(lost.is_empty() && gained.is_empty()) {
        aspects.push(TouchpointAspect::Channels {
            common: lost.len() < old.len(),
            gained: gained.into_iter().filter_map(|at| sides.after.channels.get(at)).collect(),
            lost: lost.into_iter().filter_map(|at| sides.before.channels.get(at)).collect(),
        });
    }
    let same = &sides.matching.touchpoints;
    let (old, new) = (replacements(before), replacements(after));
    let withdrawn = only_in(&old, &new, |old, new| same.are_linked(old, new));
    let named = only_in(&new, &old, |new, old| same.are_linked(old, new));
    if !(withdrawn.is_empty() && named.is_empty()) {
        aspects.push(TouchpointAspect::Replacements {
            named: named.into_iter().filter_map(|at| sides.after.touchpoints.get(at).copied()).collect(),
            withdrawn: withdrawn.into_iter().filter_map(|at| sides.before.touchpoints.get(at).copied()).collect(),
        });
    }
    aspects
}

fn replacements(touchpoint: TouchpointRef<'_>) -> Vec<usize> {
    let named = touchpoint.body().replaced_by.iter().filter_map(|name| touchpoint.map().find(name));
    named.map(|replacement| replacement.index().0).collect()
}

fn only_in(side: &[usize], other: &[usize], same: impl Fn(usize, usize) -> bool) -> Vec<usize> {
    side.iter().copied().filter(|&this| !other.iter().any(|&that| same(this, that))).collect()
}

fn people<'a, 'm>(before: TouchpointRef<'m>, after: TouchpointRef<'m>) -> Vec<TouchpointAspect<'a, 'm>> {
    let mut aspects = Vec::new();
    // Its own owner only: a phase's owner changes once, not once for each of its touchpoints.
    let owners = before.body().owner.as_ref().or(before.owner()).zip(after.body().owner.as_ref().or(after.owner()));
    let is_own = before.body().owner.is_some() || after.body().owner.is_some();
    if is_own && before.body().owner != after.body().owner && owners.is_some_and(|(old, new)| old != new) {
        aspects.push(TouchpointAspect::Owner);
    }
    let names = |texts: &[Text]| {
        let mut names: Vec<_> = texts.iter().map(|text| slug(text).unwrap_or_else(|| text.value.clone())).collect();
        names.sort();
        names
    };
    if names(&before.body().actors) != names(&after.body().actors) {
        aspects.push(TouchpointAspect::Actors);
    }
    // That another touchpoint is the first of the file now follows from the order.
    let starts = |touchpoint: TouchpointRef<'_>| touchpoint.body().start.is_some_and(|start| start.value);
    if starts(before) != starts(after) && before.is_way_in() != after.is_way_in() {
        aspects.push(TouchpointAspect::Entry);
    }
    aspects
}

fn ratings<'a, 'm>(
    sides: &Sides<'m>,
    before: TouchpointRef<'m>,
    after: TouchpointRef<'m>,
) -> Vec<TouchpointAspect<'a, 'm>> {
    let (old, new) = (before.body(), after.body());
    let effort = |number: Option<Number>| number.map(|number| number.0);
    let differs = [
        (sides.rating_differs(before.expectation(), after.expectation()), TouchpointAspect::Expectation),
        (sides.rating_differs(before.experience(), after.experience()), TouchpointAspect::Experience),
        (
            sides.rating_differs(effort(old.effort.as_deref().copied()), effort(new.effort.as_deref().copied())),
            TouchpointAspect::Effort,
        ),
        (old.wait.zip(new.wait).is_some_and(|(old, new)| old != new), TouchpointAspect::Wait),
        (old.duration.zip(new.duration).is_some_and(|(old, new)| old != new), TouchpointAspect::Duration),
    ];
    differs.into_iter().filter(|(differs, _)| *differs).map(|(_, aspect)| aspect).collect()
}
