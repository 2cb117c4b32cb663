//! The second half of the first stage: what differs between the things that were found to be the same, and what has no
//! counterpart. Facts, no opinions.

mod contents;
mod details;
mod flow;
mod listening;
mod map;
mod moments;
mod phases;
mod sound;
mod touchpoints;
mod ways;

pub use contents::{FrictionAspect, Kept, PromiseAspect, SolutionAspect};
pub use details::{Details, Field};
pub use flow::{FlowFact, Obstacle, Reach};
pub use listening::{EmployeePair, FeedbackAspect, FeedbackFact, MeasureAspect, figure};
pub use map::{MapAspect, persona, situation};
pub use moments::{MomentAspect, lived_at};
pub use phases::{ChannelAspect, PhaseAspect};
pub use touchpoints::TouchpointAspect;
pub use ways::{WayEnd, WayFact, WayWhat};

use super::Options;
use super::inventory::{ChannelItem, FrictionItem, MeasureItem, MomentItem, PromiseItem, SolutionItem};
use super::inventory::{Inventory, NeedItem};
use super::matching::{Clues, Grounds, Matching, Pairs};
use crate::graph::{Map, PhaseRef, TouchpointRef};
use crate::tongue::Tongue;

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
    /// The map itself.
    pub map: Vec<MapAspect>,
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
    pub moments: Vec<Fact<&'a MomentItem<'m>, MomentAspect<'m>>>,
    /// Friction points.
    pub friction: Vec<Fact<&'a FrictionItem<'m>, FrictionAspect<'m>>>,
    /// Promises.
    pub promises: Vec<Fact<&'a PromiseItem<'m>, PromiseAspect>>,
    /// Solutions.
    pub solutions: Vec<Fact<&'a SolutionItem, SolutionAspect>>,
    /// Employees at the touchpoints of both maps.
    pub employees: Vec<EmployeePair<'m>>,
    /// Feedback.
    pub feedback: Vec<FeedbackFact<'m>>,
    /// Measures.
    pub measures: Vec<Fact<&'a MeasureItem<'m>, MeasureAspect>>,
    /// What is otherwise reached.
    pub flow: Vec<FlowFact<'a, 'm>>,
    /// What has no kind of its own.
    pub details: Vec<Details>,
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
    /// The language in which changes are told.
    pub tongue: Tongue,
    /// The day on which what was to be done is overdue or not.
    pub today: Option<jiff::civil::Date>,
}

impl<'m> Sides<'m> {
    /// Lists what is in both maps and finds what is the same.
    #[must_use]
    pub fn of(before: &'m Map, after: &'m Map, options: Options) -> Self {
        let turned = is_first(after, before);
        let (before, after) = (Inventory::of(before), Inventory::of(after));
        let matching = Matching::of(&before, &after, options.renames, turned);
        Self { before, after, matching, turned, tongue: options.tongue, today: options.today }
    }

    /// The touchpoints of both maps, as they were and as they are.
    pub fn kept_touchpoints(&self) -> impl Iterator<Item = (TouchpointRef<'m>, TouchpointRef<'m>)> {
        let kept = self.matching.touchpoints.kept();
        kept.filter_map(|(before, after, _)| {
            Some((*self.before.touchpoints.get(before)?, *self.after.touchpoints.get(after)?))
        })
    }

    /// Whether ratings that are known on both sides differ, on a common scale.
    fn rating_differs(&self, before: Option<f64>, after: Option<f64>) -> bool {
        before.zip(after).is_some_and(|(before, after)| {
            (on_scale(before, self.before.map) - on_scale(after, self.after.map)).abs() > 1e-9
        })
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

/// Whether the contents of a map, however they are written, come before those of another: what tells two maps apart when
/// ties have to fall alike both ways round.
fn is_first(map: &Map, other: &Map) -> bool {
    let titles =
        |map: &'_ Map| -> Vec<_> { map.touchpoints().map(|touchpoint| touchpoint.title().to_owned()).collect() };
    // What cannot be written out, such as a number that is none, is in no file.
    let text = |map: &Map| serde_json::to_vec(map.journey()).unwrap_or_default();
    titles(map).cmp(&titles(other)).then_with(|| text(map).cmp(&text(other))).is_lt()
}

impl<'a, 'm> Delta<'a, 'm> {
    /// Finds how the two sides differ.
    #[must_use]
    pub fn of(sides: &'a Sides<'m>) -> Self {
        let mut touchpoints = touchpoints::touchpoints(sides);
        let mut phases = phases::phases(sides);
        sound::places(sides, &mut phases);
        sound::places(sides, &mut touchpoints);
        let ways = ways::ways(sides);
        let employees = sides.kept_touchpoints().flat_map(|(before, after)| listening::employees(before, after).0);
        let mut delta = Self {
            map: map::map(sides),
            channels: phases::channels(sides),
            phases,
            needs: facts(
                &sides.matching.needs,
                |before| sides.before.needs.get(before),
                |after| sides.after.needs.get(after),
                |_, _, _| Vec::new(),
            ),
            flow: flow::flow(sides, &touchpoints, &ways),
            touchpoints,
            ways,
            moments: moments::moments(sides),
            friction: contents::friction(sides),
            promises: contents::promises(sides),
            solutions: contents::solutions(sides),
            employees: employees.collect(),
            feedback: listening::feedback(sides),
            measures: listening::measures(sides),
            details: details::details(sides),
        };
        sound::contents(sides, &mut delta);
        delta
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
