//! What follows for the flow of customers: whether they still get to the end, to touchpoints, moments of truth and what
//! was promised, and what keeps them from it.

use std::collections::{HashMap, HashSet};

use super::{Fact, Sides, TouchpointAspect, WayEnd, WayFact, WayWhat};
use crate::diff::Kind;
use crate::diff::inventory::{MomentItem, PromiseItem};
use crate::graph::{Address, Map, Place, TouchpointIndex, TouchpointRef};

/// What is otherwise reached than before.
#[derive(Debug)]
pub struct FlowFact<'a, 'm> {
    /// What it is about.
    pub what: Reach<'a, 'm>,
    /// Whether it is better: reached again, or on more ways.
    pub is_better: bool,
    /// What brought it about, as far as that can be told.
    pub cause: Option<Obstacle<'m>>,
}

/// What can be reached, or no longer.
#[derive(Debug)]
pub enum Reach<'a, 'm> {
    /// The end of the journey.
    End,
    /// A touchpoint of both maps that is closed in neither.
    Touchpoint(TouchpointRef<'m>),
    /// A moment of truth, at all.
    Moment(&'a MomentItem<'m>),
    /// A moment of truth, on how many ways before and after; never 0.
    Ways(&'a MomentItem<'m>, usize, usize),
    /// What a promise promises.
    Promise(&'a PromiseItem<'m>),
}

/// What keeps customers from a place, or kept them.
#[derive(Debug, Clone)]
pub struct Obstacle<'m> {
    /// The change that it is.
    pub kind: Kind,
    /// The address of that change.
    pub address: Address,
    /// The touchpoint that closed or opened, if it is one.
    pub touchpoint: Option<TouchpointRef<'m>>,
}

/// Everything that is otherwise reached.
pub(super) fn flow<'a, 'm>(
    sides: &'a Sides<'m>,
    touchpoints: &[Fact<TouchpointRef<'m>, TouchpointAspect<'_, 'm>>],
    ways: &[WayFact<'m>],
) -> Vec<FlowFact<'a, 'm>> {
    // What could not be read may be the way round.
    if ![&sides.before, &sides.after].iter().all(|side| side.map.journey().is_complete()) {
        return Vec::new();
    }
    let reached = Reached { sides };
    let mut found = reached.all();
    if found.is_empty() {
        return Vec::new();
    }
    let worse = Obstacles::of(sides, touchpoints, ways, false);
    let better = Obstacles::of(sides, touchpoints, ways, true);
    for fact in &mut found {
        fact.cause = if fact.is_better { better.before(fact) } else { worse.before(fact) };
    }
    found
}

struct Reached<'a, 'm> {
    sides: &'a Sides<'m>,
}

impl<'a, 'm> Reached<'a, 'm> {
    fn all(&self) -> Vec<FlowFact<'a, 'm>> {
        let (before, after) = (self.sides.before.map.flow(), self.sides.after.map.flow());
        let fact = |what, is_better| FlowFact { what, is_better, cause: None };
        let mut found = Vec::new();
        match (before.open().is_reached(Place::End), after.open().is_reached(Place::End)) {
            (true, false) => found.push(fact(Reach::End, false)),
            (false, true) => found.push(fact(Reach::End, true)),
            _ => {}
        }
        for (old, new) in self.sides.kept_touchpoints().filter(|(old, new)| !(old.is_closed() || new.is_closed())) {
            let was = before.open().is_reached(Place::Touchpoint(old.index()));
            let is = after.open().is_reached(Place::Touchpoint(new.index()));
            if was != is {
                found.push(fact(Reach::Touchpoint(new), is));
            }
        }
        for (old, new, _) in self.sides.matching.moments.kept() {
            let (Some(old), Some(new)) = (self.sides.before.moments.get(old), self.sides.after.moments.get(new)) else {
                continue;
            };
            let touchpoints = &self.sides.matching.touchpoints;
            // Elsewhere, the number of ways is another place's.
            let stayed = touchpoints.are_linked(old.touchpoint.index().0, new.touchpoint.index().0);
            let ways_to = |moment: TouchpointRef<'_>| moment.map().flow().ways_to_what_is_at(moment.index());
            match (ways_to(old.touchpoint), ways_to(new.touchpoint)) {
                (Some(was), Some(is)) if was > 0 && is > 0 && (!stayed || was == is) => {}
                (Some(was), Some(is)) if was > 0 && is > 0 => {
                    found.push(fact(Reach::Ways(new, was, is), is > was));
                }
                (Some(was), Some(is)) if was != is => found.push(fact(Reach::Moment(new), is > 0)),
                _ => {}
            }
        }
        found.extend(self.promises());
        found
    }

    fn promises(&self) -> Vec<FlowFact<'a, 'm>> {
        let (old, new) = (broken(self.sides.before.map), broken(self.sides.after.map));
        if old.is_empty() && new.is_empty() {
            return Vec::new();
        }
        let pairs = self.sides.matching.promises.kept().filter_map(|(before, after, _)| {
            let (before, after) = (self.sides.before.promises.get(before)?, self.sides.after.promises.get(after)?);
            let (was, is) = (old.contains(&before.address), new.contains(&after.address));
            (was != is).then_some(FlowFact { what: Reach::Promise(after), is_better: was, cause: None })
        });
        pairs.collect()
    }
}

/// The promises of a map that closings break, by their addresses.
fn broken(map: &Map) -> HashSet<Address> {
    if !map.touchpoints().any(TouchpointRef::is_closed) {
        return HashSet::new();
    }
    map.touchpoints().flat_map(TouchpointRef::broken_promises).map(|broken| broken.address).collect()
}

/// What lies behind which obstacle on the side where it is in the way: each place behind the first one in the file.
struct Obstacles<'a, 'm> {
    sides: &'a Sides<'m>,
    /// Whether the obstacles are gone: then they stand on the before side.
    is_better: bool,
    all: Vec<Obstacle<'m>>,
    behind: HashMap<Place, usize>,
}

impl<'a, 'm> Obstacles<'a, 'm> {
    fn of(
        sides: &'a Sides<'m>,
        touchpoints: &[Fact<TouchpointRef<'m>, TouchpointAspect<'_, 'm>>],
        ways: &[WayFact<'m>],
        is_better: bool,
    ) -> Self {
        let mut obstacles = Self { sides, is_better, all: Vec::new(), behind: HashMap::new() };
        for fact in touchpoints {
            if let Fact::Changed { before, after, aspects } = fact {
                obstacles.of_closing(*before, *after, aspects);
            }
        }
        for way in ways {
            obstacles.of_way(way);
        }
        for fact in touchpoints {
            match fact {
                Fact::Removed(gone) if !is_better => obstacles.of_gap(Kind::TouchpointRemoved, *gone),
                Fact::Added(new) if is_better => obstacles.of_gap(Kind::TouchpointAdded, *new),
                _ => {}
            }
        }
        obstacles
    }

    fn of_closing(
        &mut self,
        before: TouchpointRef<'m>,
        after: TouchpointRef<'m>,
        aspects: &[TouchpointAspect<'_, 'm>],
    ) {
        let replaced = |aspect: &TouchpointAspect<'_, '_>| match aspect {
            TouchpointAspect::Replacements { named, withdrawn } => {
                !(if self.is_better { named } else { withdrawn }).is_empty()
            }
            _ => false,
        };
        let kind = match (before.is_closed(), after.is_closed()) {
            (false, true) if !self.is_better => Kind::TouchpointClosed,
            (true, false) if self.is_better => Kind::TouchpointReopened,
            (true, true) if aspects.iter().any(replaced) && self.is_better => Kind::ReplacementNamed,
            (true, true) if aspects.iter().any(replaced) => Kind::ReplacementWithdrawn,
            _ if !aspects.iter().any(|aspect| matches!(aspect, TouchpointAspect::Entry)) => return,
            _ if after.is_way_in() == self.is_better && self.is_better => Kind::EntryAdded,
            _ if after.is_way_in() == self.is_better => Kind::EntryRemoved,
            _ => return,
        };
        let start = if self.is_better { before } else { after };
        let obstacle = Obstacle { kind, address: after.address(), touchpoint: Some(after) };
        self.add(obstacle, vec![Place::Touchpoint(start.index())]);
    }

    fn of_way(&mut self, way: &WayFact<'m>) {
        let kind = match way.what {
            WayWhat::Removed(_) if !self.is_better => Kind::WayRemoved,
            WayWhat::Added(_) if self.is_better => Kind::WayAdded,
            _ => return,
        };
        let start = match way.to {
            WayEnd::End => Some(Place::End),
            WayEnd::Lost => None,
            WayEnd::Touchpoint(to) => self.counterpart(to.index().0),
        };
        let obstacle = Obstacle { kind, address: way.address(), touchpoint: None };
        self.add(obstacle, start.into_iter().collect());
    }

    /// What came before something that is gone, or behind something that is new, hung on it.
    fn of_gap(&mut self, kind: Kind, touchpoint: TouchpointRef<'m>) {
        let onward = touchpoint.map().flow().declared().ways(touchpoint.index()).iter();
        let starts = onward.filter_map(|way| match way.to {
            Place::Touchpoint(to) => self.counterpart(to.0),
            exit => Some(exit),
        });
        let starts = starts.collect();
        self.add(Obstacle { kind, address: touchpoint.address(), touchpoint: None }, starts);
    }

    /// The same touchpoint on the side of the obstacles, of a number on the other side.
    fn counterpart(&self, at: usize) -> Option<Place> {
        let pairs = &self.sides.matching.touchpoints;
        let found = if self.is_better { pairs.before_of(at) } else { pairs.after_of(at) };
        found.map(|at| Place::Touchpoint(TouchpointIndex(at)))
    }

    fn add(&mut self, obstacle: Obstacle<'m>, mut left: Vec<Place>) {
        let map = if self.is_better { self.sides.before.map } else { self.sides.after.map };
        let number = self.all.len();
        self.all.push(obstacle);
        while let Some(place) = left.pop() {
            if self.behind.contains_key(&place) {
                continue;
            }
            self.behind.insert(place, number);
            if let Place::Touchpoint(at) = place {
                left.extend(map.flow().declared().ways(at).iter().map(|way| way.to));
            }
        }
    }

    /// The obstacle that what a fact is about lies behind.
    fn before(&self, fact: &FlowFact<'_, 'm>) -> Option<Obstacle<'m>> {
        let here = |touchpoint: TouchpointRef<'m>| {
            let at = touchpoint.index();
            if self.is_better { self.counterpart(at.0) } else { Some(Place::Touchpoint(at)) }
        };
        let places = match &fact.what {
            Reach::End => [Some(Place::End), None],
            Reach::Touchpoint(touchpoint) => [here(*touchpoint), None],
            Reach::Moment(moment) | Reach::Ways(moment, ..) => [here(moment.touchpoint), None],
            Reach::Promise(promise) => {
                [promise.touchpoint.kept_at(promise.body).and_then(here), here(promise.touchpoint)]
            }
        };
        let number = places.into_iter().flatten().find_map(|place| self.behind.get(&place));
        number.and_then(|&number| self.all.get(number)).cloned()
    }
}
