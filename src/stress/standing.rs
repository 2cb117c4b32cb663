//! What a map lets its customers reach, and what that hangs on: the same figures before and after a closing.

use crate::facts::Facts;
use crate::graph::{BrokenPromise, Map, Place, TouchpointIndex, TouchpointRef};

/// A place that must be reached: the end, or where a moment of truth is found.
pub(super) struct Goal {
    /// The touchpoint of the moment of truth; the end where there is none.
    pub moment: Option<TouchpointIndex>,
    /// On how many ways customers get there; unknown where it may be anywhere.
    pub ways: Option<usize>,
    /// The touchpoints that every way passes.
    pub bottlenecks: Vec<TouchpointIndex>,
}

/// How a map stands.
pub(super) struct Standing<'m> {
    pub map: &'m Map,
    /// The end, then the moments of truth in the order of the file.
    pub goals: Vec<Goal>,
    /// The promises that closings break.
    pub broken: Vec<BrokenPromise<'m>>,
    completes: Vec<bool>,
    /// What the main way costs.
    pub facts: Facts,
}

/// How many touchpoints times how many moments of truth a map may have for its ways to be counted; what is larger was
/// written by a program, and of that it is only told what is cut off.
const MAX_WORK: usize = 4_000_000;

impl<'m> Standing<'m> {
    pub fn of(map: &'m Map) -> Self {
        let flow = map.flow();
        let end =
            Goal { moment: None, ways: Some(flow.ways_to(Place::End)), bottlenecks: flow.bottlenecks(Place::End) };
        let with_moment = || map.touchpoints().filter(|touchpoint| touchpoint.moment_id().is_some());
        let is_large = with_moment().count().saturating_mul(map.touchpoints().len()) > MAX_WORK;
        let moments = with_moment().map(if is_large { reached } else { moment });
        let is_any_closed = map.touchpoints().any(TouchpointRef::is_closed);
        Self {
            map,
            goals: std::iter::once(end).chain(moments).collect(),
            broken: map.touchpoints().filter(|_| is_any_closed).flat_map(TouchpointRef::broken_promises).collect(),
            completes: flow.open().completes(),
            facts: Facts::of(map),
        }
    }

    /// Whether the journey can be completed from a touchpoint.
    pub fn completes_from(&self, at: TouchpointIndex) -> bool {
        self.completes.get(at.0).copied().unwrap_or_default()
    }
}

/// A moment of truth, its ways not counted: one if there are any.
fn reached(touchpoint: TouchpointRef<'_>) -> Goal {
    let (flow, at) = (touchpoint.map().flow(), touchpoint.index());
    let is_met = |place: &TouchpointIndex| flow.open().is_reached(Place::Touchpoint(*place));
    let ways = (!flow.may_live_anywhere(at)).then(|| usize::from(flow.lives_at(at).iter().any(is_met)));
    Goal { moment: Some(at), ways, bottlenecks: Vec::new() }
}

fn moment(touchpoint: TouchpointRef<'_>) -> Goal {
    let (flow, at) = (touchpoint.map().flow(), touchpoint.index());
    // What every way to several places passes is no touchpoint's doing.
    let bottlenecks = match flow.lives_at(at).as_slice() {
        [only] => flow.bottlenecks(Place::Touchpoint(*only)),
        _ => Vec::new(),
    };
    Goal { moment: Some(at), ways: flow.ways_to_what_is_at(at), bottlenecks }
}
