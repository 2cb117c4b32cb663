//! Which touchpoints every open way to a place passes: its dominators.

use petgraph::algo::dominators;
use petgraph::graph::NodeIndex;
use petgraph::visit::NodeFiltered;

use super::{Graph, Place};
use crate::graph::TouchpointIndex;

/// The dominators of the places of a graph, as seen from all ways in together. Source: Cooper, Harvey and Kennedy, "A
/// Simple, Fast Dominance Algorithm" (2001).
#[derive(Debug)]
pub(super) struct Dominators(dominators::Dominators<NodeIndex>);

impl Dominators {
    /// Ways that may lead anywhere count for nothing here.
    pub(super) fn of(graph: &Graph) -> Self {
        let anywhere = graph.anywhere();
        let certain = NodeFiltered::from_fn(&graph.net, |node| node != anywhere);
        Self(dominators::simple_fast(&certain, graph.root()))
    }

    /// Whether some way leads from a way in to the place.
    pub(super) fn is_reached(&self, graph: &Graph, to: Place) -> bool {
        self.0.immediate_dominator(graph.node(to)).is_some()
    }

    /// The touchpoints that every way to a place passes, the last one first; without the place itself.
    pub(super) fn backward_from(&self, graph: &Graph, to: Place) -> impl Iterator<Item = TouchpointIndex> {
        let dominators = self.0.strict_dominators(graph.node(to)).into_iter().flatten();
        dominators.filter_map(|node| graph.touchpoint(node))
    }
}

#[cfg(test)]
mod tests {
    use crate::graph::sample::map;

    #[test]
    fn every_way_passes_them_in_this_order() {
        let map = map(&[
            "{title: a}",
            "{title: b, optional: true}",
            "{title: c, next: [d, e]}",
            "{title: d, next: f}",
            "{title: e, next: f}",
            "{title: f, next: [end, lost]}",
        ]);
        let bottlenecks = |name| map.ids(&map.flow().bottlenecks(map.place(name)));
        assert_eq!(bottlenecks("end"), "c f", "not the way in, not what is optional, neither of two ways");
        assert_eq!(bottlenecks("lost"), "c f");
        assert_eq!(bottlenecks("f"), "c", "not the touchpoint itself");
        assert_eq!(bottlenecks("b"), "");
    }

    #[test]
    fn a_further_way_in_goes_round_them() {
        let map = map(&["{title: a}", "{title: b}", "{title: c, next: e}", "{title: d, start: true}", "{title: e}"]);
        let bottlenecks = |name| map.ids(&map.flow().bottlenecks(map.place(name)));
        assert_eq!((bottlenecks("c"), bottlenecks("e"), bottlenecks("end")), ("b".into(), String::new(), "e".into()));
    }

    #[test]
    fn closings_make_bottlenecks_and_places_out_of_reach_have_none() {
        let map = map(&[
            "{title: a}",
            "{title: b, next: [c, d]}",
            "{title: c, status: unavailable, next: e}",
            "{title: d}",
            "{title: e}",
        ]);
        let bottlenecks = |name| map.ids(&map.flow().bottlenecks(map.place(name)));
        assert_eq!((bottlenecks("e"), bottlenecks("c")), ("b d".into(), String::new()));
    }
}
