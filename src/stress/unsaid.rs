//! What a map does not say about the time after a closing: what somebody has to settle before it happens.

use crate::graph::{Map, Place, TouchpointIndex, TouchpointRef};

/// Something that the map leaves open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unsaid {
    /// Where customers go instead of a touchpoint.
    NoReplacement(TouchpointIndex),
    /// Where they go once what replaces it is closed, too.
    ReplacementClosed(TouchpointIndex),
    /// What is meant: `replaced_by` names nothing in the map.
    ReplacementUnknown(TouchpointIndex),
    /// How customers divide over several replacements.
    Undivided(TouchpointIndex),
    /// What it costs customers to go there instead.
    EffortUnknown(Vec<TouchpointIndex>),
    /// How customers divide where they have several ways: what share arrives is unknown.
    NoShares,
    /// What could not be read of the file.
    Unread,
}

impl Unsaid {
    /// The closed touchpoint that nothing open is known to replace, if it is about that.
    #[must_use]
    pub fn not_replaced(&self) -> Option<TouchpointIndex> {
        match self {
            Self::NoReplacement(at) | Self::ReplacementClosed(at) | Self::ReplacementUnknown(at) => Some(*at),
            Self::Undivided(_) | Self::EffortUnknown(_) | Self::NoShares | Self::Unread => None,
        }
    }
}

/// What the map leaves open about these closed touchpoints, each with those where customers go instead.
pub(super) fn unsaid(before: &Map, after: &Map, closed: &[(TouchpointIndex, Vec<TouchpointIndex>)]) -> Vec<Unsaid> {
    if closed.is_empty() {
        return Vec::new();
    }
    let mut all: Vec<_> = closed
        .iter()
        .filter(|(at, _)| is_visited(before, *at))
        .filter_map(|(at, instead)| replacement(after.at(*at), instead))
        .collect();
    let mut stand_ins: Vec<_> = closed.iter().flat_map(|(_, instead)| instead.iter().copied()).collect();
    stand_ins.sort_unstable();
    stand_ins.dedup();
    stand_ins.retain(|at| before.at(*at).body().effort.is_none());
    // A map without efforts has chosen not to speak of them.
    let speaks_of_effort = before.touchpoints().any(|touchpoint| touchpoint.body().effort.is_some());
    if speaks_of_effort && !stand_ins.is_empty() {
        all.push(Unsaid::EffortUnknown(stand_ins));
    }
    let flow = before.flow();
    if flow.open().ways_in().iter().any(|&way_in| flow.share_to_end(way_in).is_none()) {
        all.push(Unsaid::NoShares);
    }
    if !before.journey().is_complete() {
        all.push(Unsaid::Unread);
    }
    all
}

/// Whether customers come there, be it instead of elsewhere.
fn is_visited(map: &Map, at: TouchpointIndex) -> bool {
    let (flow, at) = (map.flow(), Place::Touchpoint(at));
    flow.declared().is_reached(at) || flow.open().is_reached(at)
}

fn replacement(closed: TouchpointRef<'_>, instead: &[TouchpointIndex]) -> Option<Unsaid> {
    let (flow, at) = (closed.map().flow(), closed.index());
    let is_named = !closed.body().replaced_by.is_empty();
    if closed.is_optional() && !is_named {
        return None;
    }
    match instead {
        _ if flow.may_live_anywhere(at) => Some(Unsaid::ReplacementUnknown(at)),
        [] if is_named => Some(Unsaid::ReplacementClosed(at)),
        [] => Some(Unsaid::NoReplacement(at)),
        [_] => None,
        _ => Some(Unsaid::Undivided(at)),
    }
}
