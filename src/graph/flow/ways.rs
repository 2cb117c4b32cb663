//! A graph of ways between touchpoints and exits, and what can be reached on them.

use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::{Bfs, Dfs, Reversed};

use super::Stop;
use crate::graph::TouchpointIndex;

/// A place that a way leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// A touchpoint.
    Touchpoint(TouchpointIndex),
    /// The journey is completed.
    End,
    /// The customer gives up.
    Lost,
}

impl Place {
    /// The touchpoint, if it is one.
    #[must_use]
    pub fn touchpoint(self) -> Option<TouchpointIndex> {
        match self {
            Self::Touchpoint(touchpoint) => Some(touchpoint),
            Self::End | Self::Lost => None,
        }
    }
}

/// One way of a graph.
#[derive(Debug, Clone, PartialEq)]
pub struct Way {
    /// Where it leads.
    pub to: Place,
    /// The percentage (0–100) of customers who take it, as far as the file gives it.
    pub share: Option<f64>,
    /// Which of the touchpoint's `next` it comes from; none for the order in the file.
    pub written: Option<usize>,
    /// The part (0–1) of customers who take it, where that follows from the file.
    pub(super) part: Option<f64>,
}

impl Way {
    /// A way that stands nowhere in the file, and that it is not known how many take.
    pub(super) const fn unknown(to: Place) -> Self {
        Self { to, share: None, written: None, part: None }
    }

    /// This way continued by `onward`. An only way needs no share to be everybody's.
    pub(super) fn then(&self, onward: &Self) -> Self {
        let product = |one: Option<f64>, other: Option<f64>| Some(one? * other?);
        let percent = |way: &Self| way.share.or(way.part.map(|part| part * 100.0));
        let is_shared = self.share.is_some() || onward.share.is_some();
        Self {
            to: onward.to,
            share: product(percent(self), percent(onward)).map(|share| share / 100.0).filter(|_| is_shared),
            written: self.written,
            part: product(self.part, onward.part),
        }
    }
}

/// The ways out of one place.
#[derive(Debug, Clone, Default)]
pub(super) struct Ways {
    /// Those that lead to a known place.
    pub certain: Vec<Way>,
    /// Whether there are others, which name nothing or could not be read, and may lead to any place.
    pub anywhere: bool,
}

impl Ways {
    /// The touchpoints among the places they lead to.
    pub(super) fn touchpoints(&self) -> impl DoubleEndedIterator<Item = TouchpointIndex> {
        self.certain.iter().filter_map(|way| way.to.touchpoint())
    }
}

/// One graph of ways between touchpoints and exits.
#[derive(Debug)]
pub struct Graph {
    ways_in: Vec<TouchpointIndex>,
    is_way_in: Vec<bool>,
    ways: Vec<Vec<Way>>,
    /// The touchpoints by their numbers, then the exits, [`Graph::root`] and [`Graph::anywhere`].
    pub(super) net: DiGraph<(), ()>,
    reached: Vec<bool>,
    first_ways_in: usize,
}

/// What a graph is made of.
pub(super) struct Parts {
    /// Without doubles.
    pub ways_in: Vec<TouchpointIndex>,
    /// How many of them, at the front, stand for the first touchpoint of the file.
    pub first_ways_in: usize,
    /// Whether a journey may begin anywhere.
    pub begins_anywhere: bool,
    /// The ways out of each touchpoint.
    pub ways: Vec<Ways>,
}

impl Graph {
    /// Where journeys begin, in the order of the file; in the open graph, what closed ones are redirected to.
    #[must_use]
    pub fn ways_in(&self) -> &[TouchpointIndex] {
        &self.ways_in
    }

    /// The ways out of a touchpoint, in the order of the file; in the open graph a closed touchpoint has none.
    #[must_use]
    pub fn ways(&self, from: TouchpointIndex) -> &[Way] {
        self.ways.get(from.0).map_or(&[], Vec::as_slice)
    }

    /// Whether a way out of a touchpoint names nothing or could not be read: nobody knows where customers go from there.
    #[must_use]
    pub fn leads_anywhere(&self, from: TouchpointIndex) -> bool {
        self.net.contains_edge(NodeIndex::new(from.0), self.anywhere())
    }

    /// Whether a place can be reached from some way in.
    #[must_use]
    pub fn is_reached(&self, to: Place) -> bool {
        self.reached[self.node(to).index()]
    }

    /// Whether some walk of one step or more leads from a touchpoint to a place.
    #[must_use]
    pub fn leads_to(&self, from: TouchpointIndex, to: Place) -> bool {
        let (from, to) = (NodeIndex::new(from.0), self.node(to));
        let mut walk = Bfs::new(&self.net, from); // What is asked for is mostly near.
        while let Some(node) = walk.next(&self.net) {
            if self.net.neighbors(node).any(|next| next == to) {
                return true;
            }
        }
        false
    }

    /// Whether the journey can be completed from each touchpoint, by its number.
    #[must_use]
    pub fn completes(&self) -> Vec<bool> {
        let mut completes = vec![false; self.len()];
        let backward = Reversed(&self.net);
        let mut walk = Dfs::new(backward, self.node(Place::End));
        while let Some(node) = walk.next(backward) {
            if let Some(completing) = completes.get_mut(node.index()) {
                *completing = true;
            }
        }
        completes
    }

    /// The ways as written.
    pub(super) fn declared(stops: &[Stop]) -> Self {
        Self::as_written(stops, |stop| stop.ways.clone())
    }

    /// The ways as written, and one from every touchpoint to each that replaces it.
    pub(super) fn with_replacements(stops: &[Stop]) -> Self {
        Self::as_written(stops, |stop| {
            let mut ways = stop.ways.clone();
            ways.certain.extend_from_slice(&stop.replaced_by.certain);
            ways.anywhere |= stop.replaced_by.anywhere;
            ways
        })
    }

    fn as_written(stops: &[Stop], ways: impl Fn(&Stop) -> Ways) -> Self {
        Self::new(Parts {
            ways_in: (0..stops.len()).filter(|&index| stops[index].way_in).map(TouchpointIndex).collect(),
            first_ways_in: stops.len().min(1),
            begins_anywhere: false,
            ways: stops.iter().map(ways).collect(),
        })
    }

    pub(super) fn new(parts: Parts) -> Self {
        let count = parts.ways.len();
        let mut graph = Self {
            ways_in: parts.ways_in,
            first_ways_in: parts.first_ways_in,
            is_way_in: vec![false; count],
            ways: Vec::with_capacity(count),
            net: DiGraph::new(),
            reached: Vec::new(),
        };
        for _ in 0..count + 4 {
            graph.net.add_node(());
        }
        for (from, ways) in parts.ways.into_iter().enumerate() {
            for way in &ways.certain {
                graph.net.add_edge(NodeIndex::new(from), node(count, way.to), ());
            }
            if ways.anywhere {
                graph.net.add_edge(NodeIndex::new(from), graph.anywhere(), ());
            }
            graph.ways.push(ways.certain);
        }
        for place in 0..count + 2 {
            graph.net.add_edge(graph.anywhere(), NodeIndex::new(place), ());
        }
        for &way_in in &graph.ways_in {
            graph.is_way_in[way_in.0] = true;
            graph.net.add_edge(graph.root(), NodeIndex::new(way_in.0), ());
        }
        if parts.begins_anywhere {
            graph.net.add_edge(graph.root(), graph.anywhere(), ());
        }
        graph.reached = graph.reach();
        graph
    }

    fn reach(&self) -> Vec<bool> {
        let mut reached = vec![false; self.net.node_count()];
        let mut walk = Dfs::new(&self.net, self.root());
        while let Some(node) = walk.next(&self.net) {
            reached[node.index()] = true;
        }
        reached
    }

    /// The number of touchpoints, closed ones included.
    pub(super) fn len(&self) -> usize {
        self.is_way_in.len()
    }

    /// Whether journeys begin at a touchpoint.
    pub(super) fn is_way_in(&self, touchpoint: TouchpointIndex) -> bool {
        self.is_way_in.get(touchpoint.0).is_some_and(|&is_way_in| is_way_in)
    }

    /// The touchpoints at which the journey begins that the first one of the file stands for.
    pub(super) fn first_ways_in(&self) -> &[TouchpointIndex] {
        &self.ways_in[..self.first_ways_in]
    }

    /// The node of a place.
    pub(super) fn node(&self, place: Place) -> NodeIndex {
        node(self.len(), place)
    }

    /// The touchpoint of a node, if it is one.
    pub(super) fn touchpoint(&self, node: NodeIndex) -> Option<TouchpointIndex> {
        (node.index() < self.len()).then(|| TouchpointIndex(node.index()))
    }

    /// The node from which every way in is one step.
    pub(super) fn root(&self) -> NodeIndex {
        NodeIndex::new(self.len() + 2)
    }

    /// The node that stands for ways which may lead to any place.
    pub(super) fn anywhere(&self) -> NodeIndex {
        NodeIndex::new(self.len() + 3)
    }
}

fn node(count: usize, place: Place) -> NodeIndex {
    NodeIndex::new(match place {
        Place::Touchpoint(touchpoint) => touchpoint.0,
        Place::End => count,
        Place::Lost => count + 1,
    })
}

#[cfg(test)]
mod tests {
    use crate::graph::sample::{map, whole};

    #[test]
    fn without_next_customers_go_to_the_following_touchpoint_across_phases() {
        let map = whole(
            "cxmap: 1\ntitle: t\nphases:\n  - title: p\n    touchpoints: [{title: a}]\n  - title: empty\n  - title: q\n    \
             touchpoints: [{title: b}, {title: c, next: [{to: next, share: 90%}, {to: a, share: 10%}]}]\n",
        );
        let graph = map.flow().declared();
        assert_eq!(map.ways(graph.ways(map.index("a"))), "b");
        assert_eq!(graph.ways(map.index("a"))[0].written, None);
        assert_eq!(map.ways(graph.ways(map.index("c"))), "end@90 a@10", "from the last one `next` is the end");
        assert_eq!(graph.ways(map.index("c"))[1].written, Some(1));
    }

    #[test]
    fn what_is_reached_from_any_way_in() {
        let map = map(&[
            "{title: a, next: end}",
            "{title: b, next: d}",
            "{title: c, start: true, next: lost}",
            "{title: d, next: d}",
        ]);
        let graph = map.flow().declared();
        assert_eq!(map.ids(graph.ways_in()), "a c");
        let reached = |name| graph.is_reached(map.place(name));
        assert_eq!(["a", "b", "c", "d", "end", "lost"].map(reached), [true, false, true, false, true, true]);
        assert!(graph.leads_to(map.index("b"), map.place("d")));
        assert!(graph.leads_to(map.index("d"), map.place("d")), "round a loop of one");
        assert!(!graph.leads_to(map.index("b"), map.place("b")), "standing still is no walk");
        assert!(!graph.leads_to(map.index("b"), map.place("end")));
    }

    #[test]
    fn from_where_the_journey_can_be_completed() {
        let map = map(&[
            "{title: a}",
            "{title: b, status: unavailable, replaced_by: d}",
            "{title: c, next: [d, end]}",
            "{title: d, next: lost}",
            "{title: e, next: e}",
            "{title: f, next: ghost}",
        ]);
        assert_eq!(map.flow().declared().completes(), [true, true, true, false, false, true]);
        assert_eq!(map.flow().open().completes(), [false, false, true, false, false, true]);
    }

    #[test]
    fn a_next_that_names_nothing_may_lead_anywhere() {
        let map = map(&["{title: a, next: [ghost, c]}", "{title: b, next: lost}", "{title: c, next: c}"]);
        let flow = map.flow();
        assert_eq!(map.ways(flow.declared().ways(map.index("a"))), "c", "it is no way of its own");
        for name in ["a", "b", "c", "end", "lost"] {
            assert!(flow.declared().is_reached(map.place(name)), "{name}");
            assert!(flow.open().leads_to(map.index("a"), map.place(name)), "{name}");
        }
        assert!(!flow.is_unreachable(map.index("b")));
        assert!(flow.open().leads_anywhere(map.index("a")) && !flow.open().leads_anywhere(map.index("b")));
        assert_eq!((flow.ways_to(map.place("b")), flow.ways_to(map.place("c"))), (0, 1));
        assert_eq!((flow.main_way(), flow.share_to_end(map.index("a"))), (None, None));
    }

    #[test]
    fn a_next_that_cannot_be_read_may_lead_anywhere() {
        for next in ["[]", "{to: [b]}", "{when: x}"] {
            let map = map(&[&format!("{{title: a, next: {next}}}"), "{title: b}"]);
            assert_eq!(map.ways(map.flow().declared().ways(map.index("a"))), "", "{next}");
            assert!(map.flow().declared().is_reached(map.place("b")), "{next}");
        }
    }

    #[test]
    fn unreachable_means_neither_way_nor_replacement() {
        let map = map(&[
            "{title: a, replaced_by: c, next: end}",
            "{title: b}",
            "{title: c, replaced_by: d}",
            "{title: d, next: c}",
        ]);
        let unreachable = |name| map.flow().is_unreachable(map.index(name));
        assert_eq!(["a", "b", "c", "d"].map(unreachable), [false, true, false, false]);
        assert!(!map.flow().declared().is_reached(map.place("c")), "no way leads there");
    }

    #[test]
    fn a_replacement_that_names_nothing_leaves_nothing_unreachable() {
        let map = map(&["{title: a, replaced_by: ghost, next: end}", "{title: b}"]);
        assert!(!map.flow().is_unreachable(map.index("b")));
        assert!(!map.flow().declared().is_reached(map.place("b")));
    }

    #[test]
    fn a_map_without_touchpoints_has_a_flow() {
        let map = whole("cxmap: 1\ntitle: t\nphases:\n  - title: p\n");
        let flow = map.flow();
        assert!(flow.open().ways_in().is_empty() && flow.loops().is_empty() && flow.main_way().is_none());
        assert!(!flow.open().is_reached(map.place("end")) && !flow.is_cut_off(map.place("end")));
        assert_eq!(flow.ways_to(map.place("end")), 0);
    }
}
