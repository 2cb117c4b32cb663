//! How many ways to a place have no touchpoint between in common.

use std::collections::HashMap;

use petgraph::Direction::Incoming;
use petgraph::algo::dinics;
use petgraph::graph::{DiGraph, NodeIndex};

use super::{Graph, Place};
use crate::graph::TouchpointIndex;

/// Counts the ways from any of `starts` to a place that share no touchpoint but a start; a start that is the place
/// itself is left out. It is the maximum flow where every touchpoint between lets one customer pass. Source: Menger's
/// theorem; the flow by Dinic's algorithm.
pub(super) fn count(graph: &Graph, starts: &[TouchpointIndex], to: Place) -> usize {
    let to = graph.node(to);
    let mut doors = Doors { pipes: DiGraph::new(), of: HashMap::new() };
    let source = doors.pipes.add_node(());
    let sink = doors.pipes.add_node(());
    for &start in starts {
        doors.of.insert(NodeIndex::new(start.0), (source, source));
    }
    doors.of.insert(to, (sink, sink));
    // Backward from the place, so that a place close to its last bottleneck costs little.
    let mut left = vec![to];
    while let Some(place) = left.pop() {
        let (into, _) = doors.of[&place];
        let mut before: Vec<_> = graph.net.neighbors_directed(place, Incoming).collect();
        before.sort_unstable();
        before.dedup();
        for touchpoint in before.into_iter().filter(|&node| node != to && graph.touchpoint(node).is_some()) {
            let (_, out_of) = doors.of.get(&touchpoint).copied().unwrap_or_else(|| {
                left.push(touchpoint);
                doors.build(touchpoint)
            });
            doors.pipes.add_edge(out_of, into, 1);
        }
    }
    dinics(&doors.pipes, source, sink).0
}

/// A network of pipes in which every touchpoint is an entrance and an exit with one narrow passage between.
struct Doors {
    pipes: DiGraph<(), usize>,
    of: HashMap<NodeIndex, (NodeIndex, NodeIndex)>,
}

impl Doors {
    fn build(&mut self, touchpoint: NodeIndex) -> (NodeIndex, NodeIndex) {
        let doors = (self.pipes.add_node(()), self.pipes.add_node(()));
        self.pipes.add_edge(doors.0, doors.1, 1);
        self.of.insert(touchpoint, doors);
        doors
    }
}

#[cfg(test)]
mod tests {
    use crate::graph::sample::map;

    fn intake(branch: &str) -> crate::graph::Map {
        map(&[
            "{title: website}",
            "{title: intake, next: [branch, video]}",
            &format!("{{title: branch, status: {branch}, next: decision}}"),
            "{title: video}",
            "{title: decision}",
        ])
    }

    #[test]
    fn branch_and_video_are_two_ways_to_the_decision_until_one_closes() {
        let (open, closed) = (intake("available"), intake("unavailable"));
        assert_eq!(open.flow().ways_to(open.place("decision")), 2);
        assert_eq!(closed.flow().ways_to(closed.place("decision")), 1);
        assert_eq!(closed.flow().ways_to(closed.place("branch")), 0);
        assert_eq!(open.flow().ways_to(open.place("intake")), 1);
        assert_eq!(open.flow().ways_to(open.place("end")), 1, "from the decision, its last bottleneck");
    }

    #[test]
    fn ways_that_meet_between_count_once() {
        // d cannot be gone round but is optional, so it is no bottleneck: both ways pass it.
        let map = map(&[
            "{title: a, next: [b, c]}",
            "{title: b, next: d}",
            "{title: c, next: d}",
            "{title: d, optional: true, next: [e, f]}",
            "{title: e, next: g}",
            "{title: f, next: [g, {to: g, when: late}]}",
            "{title: g}",
        ]);
        assert_eq!(map.flow().ways_to(map.place("g")), 1);
        assert_eq!(map.flow().ways_to(map.place("d")), 2);
        assert_eq!(map.flow().ways_to(map.place("e")), 1);
    }

    #[test]
    fn the_count_undoes_a_first_choice_that_blocks_two_others() {
        // Taking a–b–e–f first would block both a–b–d–f and a–c–e–f.
        let map = map(&[
            "{title: a, next: [b, c]}",
            "{title: b, next: [e, d]}",
            "{title: c, next: e}",
            "{title: d, next: f}",
            "{title: e, next: f}",
            "{title: f}",
        ]);
        assert_eq!(map.flow().ways_to(map.place("f")), 2);
    }

    #[test]
    fn every_way_in_is_a_start() {
        let map = map(&[
            "{title: a, next: [c, d]}",
            "{title: b, start: true, next: [c, {to: d, when: x}]}",
            "{title: c, start: true, next: [e, a]}",
            "{title: d, next: e}",
            "{title: e, next: end}",
        ]);
        assert_eq!(map.flow().ways_to(map.place("e")), 2, "straight from c, and by d");
        assert_eq!(map.flow().ways_to(map.place("d")), 2, "straight from a and straight from b");
        assert_eq!(map.flow().ways_to(map.place("c")), 3, "from a, from b, and at the start");
        assert_eq!(map.flow().ways_to(map.place("b")), 1, "at the start");
        assert_eq!(map.flow().ways_to(map.place("a")), 2, "from c, and at the start");
    }
}
