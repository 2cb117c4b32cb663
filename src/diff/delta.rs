//! The second half of the first stage: what differs between the things that were found to be the same, and what has no
//! counterpart. Facts, no opinions.

mod contents;
mod phases;
mod touchpoints;
mod ways;

pub use contents::{FrictionAspect, MomentAspect, PromiseAspect, SolutionAspect};
pub use phases::{ChannelAspect, PhaseAspect};
pub use touchpoints::TouchpointAspect;
pub use ways::{WayEnd, WayFact, WayWhat};

use super::Options;
use super::inventory::{ChannelItem, FrictionItem, MomentItem, PromiseItem, SolutionItem};
use super::inventory::{Inventory, NeedItem};
use super::matching::{Clues, Grounds, Matching, Pairs};
use crate::graph::{Map, PhaseRef, TouchpointRef};

/// What became of one thing. `A` names what can differ in things of its kind.
#[derive(Debug, Clone)]
pub enum Fact<T, A> {
    /// It is new.
    Added(T),
    /// It is gone.
    Removed(T),
    /// It is still there, and differs.
    Changed {
        /// As it was.
        before: T,
        /// As it is.
        after: T,
        /// In what it differs; never empty.
        aspects: Vec<A>,
    },
    /// Several things are one now.
    Merged {
        /// What they were.
        before: Vec<T>,
        /// What they are.
        after: T,
    },
    /// One thing is several now.
    Split {
        /// What it was.
        before: T,
        /// What it is.
        after: Vec<T>,
    },
}

/// How two maps differ.
#[derive(Debug)]
pub struct Delta<'a, 'm> {
    /// Channels.
    pub channels: Vec<Fact<&'a ChannelItem<'m>, ChannelAspect>>,
    /// Phases.
    pub phases: Vec<Fact<PhaseRef<'m>, PhaseAspect>>,
    /// Needs.
    pub needs: Vec<Fact<&'a NeedItem<'m>, ()>>,
    /// Touchpoints, with their ratings.
    pub touchpoints: Vec<Fact<TouchpointRef<'m>, TouchpointAspect<'a, 'm>>>,
    /// Written ways between what is in both maps.
    pub ways: Vec<WayFact<'m>>,
    /// Moments of truth.
    pub moments: Vec<Fact<&'a MomentItem<'m>, MomentAspect>>,
    /// Friction points.
    pub friction: Vec<Fact<&'a FrictionItem<'m>, FrictionAspect<'m>>>,
    /// Promises.
    pub promises: Vec<Fact<&'a PromiseItem<'m>, PromiseAspect>>,
    /// Solutions.
    pub solutions: Vec<Fact<&'a SolutionItem, SolutionAspect>>,
}

/// Both maps and what is the same in them.
#[derive(Debug)]
pub struct Sides<'m> {
    /// The map before.
    pub before: Inventory<'m>,
    /// The map after.
    pub after: Inventory<'m>,
    /// What is the same.
    pub matching: Matching,
    /// Whether ties are settled from the after side, so that both ways round they fall alike.
    turned: bool,
}

impl<'m> Sides<'m> {
    /// Lists what is in both maps and finds what is the same.
    #[must_use]
    pub fn of(before: &'m Map, after: &'m Map, options: Options) -> Self {
        let turned = text_of(after) < text_of(before);
        let (before, after) = (Inventory::of(before), Inventory::of(after));
        let matching = Matching::of(&before, &after, options.renames, turned);
        Self { before, after, matching, turned }
    }

    /// Ratings on the scales of their maps as parts of the scales' lengths; the same when a rating is the same.
    fn rating_differs(&self, before: Option<f64>, after: Option<f64>) -> bool {
        match (before, after) {
            (Some(before), Some(after)) => {
                let before = on_scale(before, self.before.map);
                (before - on_scale(after, self.after.map)).abs() > 1e-9
            }
            (before, after) => before.is_some() != after.is_some(),
        }
    }
}

/// A rating as a part of the length of its map's scale: 0 at the bottom, 1 at the top.
#[must_use]
pub fn on_scale(rating: f64, map: &Map) -> f64 {
    let (min, max) = map.journey().scale();
    (rating - min) / (max - min)
}

/// By how much customers get less than they expect, as a part of the length of the scale; 0 where they get as much or
/// more.
#[must_use]
pub fn shortfall(touchpoint: TouchpointRef<'_>) -> Option<f64> {
    let expected = on_scale(touchpoint.expectation()?, touchpoint.map());
    Some((expected - on_scale(touchpoint.experience()?, touchpoint.map())).max(0.0))
}

/// The contents of a map, however they are written: what tells two maps apart when ties have to fall alike both ways.
fn text_of(map: &Map) -> Vec<u8> {
    // What cannot be written out, such as a number that is none, is in no file.
    serde_json::to_vec(map.journey()).unwrap_or_default()
}

impl<'a, 'm> Delta<'a, 'm> {
    /// Finds how the two sides differ.
    #[must_use]
    pub fn of(sides: &'a Sides<'m>) -> Self {
        Self {
            channels: phases::channels(sides),
            phases: phases::phases(sides),
            needs: facts(
                &sides.matching.needs,
                |before| sides.before.needs.get(before),
                |after| sides.after.needs.get(after),
                |_, _, _| Vec::new(),
            ),
            touchpoints: touchpoints::touchpoints(sides),
            ways: ways::ways(sides),
            moments: contents::moments(sides),
            friction: contents::friction(sides),
            promises: contents::promises(sides),
            solutions: contents::solutions(sides),
        }
    }
}

/// The facts of one kind: what is gone, what is new, merged, split, and what differs.
fn facts<T, A>(
    pairs: &Pairs,
    before: impl Fn(usize) -> Option<T>,
    after: impl Fn(usize) -> Option<T>,
    aspects: impl Fn(&T, &T, Grounds) -> Vec<A>,
) -> Vec<Fact<T, A>> {
    let mut facts: Vec<_> = pairs.removed().filter_map(&before).map(Fact::Removed).collect();
    facts.extend(pairs.added().filter_map(&after).map(Fact::Added));
    facts.extend(pairs.merged().filter_map(|(parts, whole)| {
        Some(Fact::Merged { before: parts.iter().copied().filter_map(&before).collect(), after: after(whole)? })
    }));
    facts.extend(pairs.split().filter_map(|(whole, parts)| {
        Some(Fact::Split { before: before(whole)?, after: parts.iter().copied().filter_map(&after).collect() })
    }));
    facts.extend(pairs.kept().filter_map(|(old, new, grounds)| {
        let (before, after) = (before(old)?, after(new)?);
        let aspects = aspects(&before, &after, grounds);
        (!aspects.is_empty()).then_some(Fact::Changed { before, after, aspects })
    }));
    facts
}

/// How a changed title is to be told: as a new name where the id went with it, as wording where the id stayed.
fn retitled(before: &str, after: &str, grounds: Grounds) -> Option<Retitled> {
    let how = match grounds {
        Grounds::Was => Retitled::Renamed,
        Grounds::Inferred(clues) => Retitled::Inferred(clues),
        Grounds::Id | Grounds::Title | Grounds::Place => Retitled::Reworded,
    };
    (before != after).then_some(how)
}

/// How a title changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Retitled {
    /// It is called otherwise and has another id.
    Renamed,
    /// It is taken for the same under another name.
    Inferred(Clues),
    /// The id stayed.
    Reworded,
}
