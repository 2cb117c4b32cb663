//! Which closed touchpoints customers are sent to, and who among them has no other way.

use crate::graph::{Graph, Map, Place, TouchpointIndex, TouchpointRef};

/// The closed touchpoints that somebody is sent to, straight or past optional ones that are closed, too. What only stands
/// in for others is not among them: those others are closed.
pub(super) struct SentTo {
    /// By the number of the touchpoint: from where customers are sent there.
    from: Vec<Option<From>>,
}

/// From where customers are sent to a closed touchpoint.
#[derive(Debug, Clone, Copy)]
pub(super) enum From {
    /// From a touchpoint where they have no way to `end` left.
    Stuck(TouchpointIndex),
    /// Only from where they have other ways, or from nowhere: the journey begins here.
    Others,
}

impl SentTo {
    pub(super) fn of(map: &Map) -> Self {
        let (declared, open) = (map.flow().declared(), map.flow().open());
        let (would_complete, completes) = (declared.completes(), open.completes());
        let (stuck, others): (Vec<_>, Vec<_>) = map
            .touchpoints()
            .filter(|from| !from.is_closed() && open.is_reached(Place::Touchpoint(from.index())))
            .map(TouchpointRef::index)
            .partition(|from| would_complete[from.0] && !completes[from.0]);
        let mut sent = Self { from: vec![None; map.touchpoints().len()] };
        for from in stuck {
            sent.send(map, targets(declared, from), From::Stuck(from));
        }
        for from in others {
            sent.send(map, targets(declared, from), From::Others);
        }
        sent.send(map, declared.ways_in().to_vec(), From::Others);
        sent
    }

    /// From where customers are sent to a touchpoint; none where it is open, or nobody is.
    pub(super) fn from(&self, touchpoint: TouchpointRef<'_>) -> Option<From> {
        self.from.get(touchpoint.index().0).copied().flatten()
    }

    fn send(&mut self, map: &Map, mut left: Vec<TouchpointIndex>, from: From) {
        while let Some(to) = left.pop() {
            let touchpoint = map.at(to);
            if !touchpoint.is_closed() || self.from[to.0].is_some() {
                continue;
            }
            self.from[to.0] = Some(from);
            if touchpoint.is_optional() && !is_replaced(touchpoint) {
                left.append(&mut targets(map.flow().declared(), to));
            }
        }
    }
}

fn targets(graph: &Graph, from: TouchpointIndex) -> Vec<TouchpointIndex> {
    graph.ways(from).iter().filter_map(|way| way.to.touchpoint()).collect()
}

/// Whether `replaced_by` is written, be it with a name of nothing.
pub(super) fn is_replaced(touchpoint: TouchpointRef<'_>) -> bool {
    !touchpoint.body().replaced_by.is_empty() || touchpoint.body().broken.has("replaced_by")
}
