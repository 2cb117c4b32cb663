//! Where customers go: the ways of the file, and what closings leave of them. The definitions are those of
//! `docs/format.md`, "The flow, exactly".

mod bottleneck;
mod disjoint;
mod endless;
mod main_way;
mod redirect;
mod share;
mod stop;
mod ways;

use std::sync::OnceLock;

use bottleneck::Dominators;
use stop::Stop;

pub use endless::Loop;
pub use ways::{Graph, Place, Way};

use super::{Map, TouchpointIndex};

/// The declared and the open graph of a map, and what follows from them. What is expensive is computed when first
/// asked for.
#[derive(Debug)]
pub struct Flow {
    stops: Vec<Stop>,
    declared: Graph,
    open: Graph,
    with_replacements: OnceLock<Graph>,
    loops: OnceLock<Vec<Loop>>,
    dominators: OnceLock<Dominators>,
    main_way: OnceLock<Option<Vec<TouchpointIndex>>>,
    /// By the number of the touchpoint: where it stands on the main way.
    on_main_way: OnceLock<Vec<Option<usize>>>,
    shares: OnceLock<Vec<Option<f64>>>,
}

impl Flow {
    pub(super) fn of(map: &Map) -> Self {
        let stops: Vec<_> = map.touchpoints().map(Stop::of).collect();
        Self {
            declared: Graph::declared(&stops),
            open: redirect::open(&stops),
            stops,
            with_replacements: OnceLock::new(),
            loops: OnceLock::new(),
            dominators: OnceLock::new(),
            main_way: OnceLock::new(),
            on_main_way: OnceLock::new(),
            shares: OnceLock::new(),
        }
    }

    /// The ways as written, statuses ignored.
    #[must_use]
    pub fn declared(&self) -> &Graph {
        &self.declared
    }

    /// Closed touchpoints taken out, ways and ways in redirected to what replaces them.
    #[must_use]
    pub fn open(&self) -> &Graph {
        &self.open
    }

    /// Whether neither a declared way nor a `replaced_by` leads to the touchpoint from a way in.
    #[must_use]
    pub fn is_unreachable(&self, touchpoint: TouchpointIndex) -> bool {
        let graph = self.with_replacements.get_or_init(|| Graph::with_replacements(&self.stops));
        !graph.is_reached(Place::Touchpoint(touchpoint))
    }

    /// Whether closings keep customers from a place: the declared graph gets there, the open one does not.
    #[must_use]
    pub fn is_cut_off(&self, place: Place) -> bool {
        self.declared.is_reached(place) && !self.open.is_reached(place)
    }

    /// Where what belongs to a touchpoint is found: there if it is open, else at its replacements, followed on through
    /// closed ones, in the order in which they are named.
    #[must_use]
    pub fn lives_at(&self, touchpoint: TouchpointIndex) -> Vec<TouchpointIndex> {
        redirect::replacements(&self.stops, touchpoint, &mut 0).touchpoints().collect()
    }

    /// Whether closings keep customers from what belongs to a touchpoint, such as its moment of truth: the declared graph
    /// gets there, the open one neither there nor to where it lives. A `replaced_by` that names nothing keeps nobody.
    #[must_use]
    pub fn is_out_of_reach(&self, touchpoint: TouchpointIndex) -> bool {
        let lives_at = redirect::replacements(&self.stops, touchpoint, &mut 0);
        let is_met = |at| self.open.is_reached(Place::Touchpoint(at));
        self.declared.is_reached(Place::Touchpoint(touchpoint))
            && !lives_at.anywhere
            && !lives_at.touchpoints().any(is_met)
    }

    /// Whether it is unknown where what belongs to a touchpoint is found: some `replaced_by` on the way names nothing.
    #[must_use]
    pub fn may_live_anywhere(&self, touchpoint: TouchpointIndex) -> bool {
        redirect::replacements(&self.stops, touchpoint, &mut 0).anywhere
    }

    /// The touchpoints that every open way to a place passes, in the order customers pass them; without the place
    /// itself, ways in, and what is optional. None for a place that no open way leads to.
    #[must_use]
    pub fn bottlenecks(&self, to: Place) -> Vec<TouchpointIndex> {
        let mut bottlenecks: Vec<_> = self.bottlenecks_backward(to).collect();
        bottlenecks.reverse();
        bottlenecks
    }

    /// The number of open ways to a place, from its last bottleneck or else the ways in, that have no touchpoint
    /// between in common. For a way in, being there at the start is one more. 0 for a place that none leads to.
    #[must_use]
    pub fn ways_to(&self, to: Place) -> usize {
        let last = self.bottlenecks_backward(to).next();
        if last.is_none() && !self.dominators().is_reached(&self.open, to) {
            return 0;
        }
        let starts = last.as_ref().map_or(self.open.ways_in(), std::slice::from_ref);
        let is_there_at_the_start = starts.iter().any(|&start| Place::Touchpoint(start) == to);
        disjoint::count(&self.open, starts, to) + usize::from(is_there_at_the_start)
    }

    /// The number of open ways to where what belongs to a touchpoint is found, such as its moment of truth: of several
    /// replacements, to the one with the most. None where it may be found anywhere.
    #[must_use]
    pub fn ways_to_what_is_at(&self, touchpoint: TouchpointIndex) -> Option<usize> {
        let lives_at = redirect::replacements(&self.stops, touchpoint, &mut 0);
        let most = lives_at.touchpoints().map(|at| self.ways_to(Place::Touchpoint(at))).max();
        (!lives_at.anywhere).then_some(most.unwrap_or(0))
    }

    /// The way that most customers take: at every touchpoint the way of the greatest share that arrives at `end`, the
    /// first as listed where shares are equal or unknown. None where no open way arrives.
    #[must_use]
    pub fn main_way(&self) -> Option<&[TouchpointIndex]> {
        self.main_way.get_or_init(|| main_way::find(&self.open)).as_deref()
    }

    /// Which step of the main way a touchpoint is, from 0; none for one beside it.
    #[must_use]
    pub fn step_of_main_way(&self, touchpoint: TouchpointIndex) -> Option<usize> {
        let steps = self.on_main_way.get_or_init(|| {
            let mut steps = vec![None; self.stops.len()];
            for (step, at) in self.main_way().unwrap_or_default().iter().enumerate() {
                steps[at.0] = Some(step);
            }
            steps
        });
        steps.get(touchpoint.0).copied().flatten()
    }

    /// The percentage (0–100) of those who come in at `way_in`, one of the open graph's, that reaches `end`. None where
    /// it is unknown: some touchpoint on their ways has several ways without shares that add up.
    #[must_use]
    pub fn share_to_end(&self, way_in: TouchpointIndex) -> Option<f64> {
        let shares = self.shares.get_or_init(|| share::to_end(&self.open, &self.stops));
        shares.get(way_in.0).copied().flatten().map(|part| part * 100.0)
    }

    /// The loops of the declared graph that no way leads out of, in the order of the file.
    #[must_use]
    pub fn loops(&self) -> &[Loop] {
        self.loops.get_or_init(|| endless::find(&self.declared))
    }

    fn dominators(&self) -> &Dominators {
        self.dominators.get_or_init(|| Dominators::of(&self.open))
    }

    fn bottlenecks_backward(&self, to: Place) -> impl Iterator<Item = TouchpointIndex> {
        let is_bottleneck =
            |touchpoint: &TouchpointIndex| !self.stops[touchpoint.0].optional && !self.open.is_way_in(*touchpoint);
        self.dominators().backward_from(&self.open, to).filter(is_bottleneck)
    }
}
