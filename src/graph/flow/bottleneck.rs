//! Which touchpoints every open way to a place passes: its dominators.

use petgraph::Direction::Incoming;
use petgraph::graph::{DiGraph, NodeIndex};

use super::{Graph, Place};
use crate::graph::TouchpointIndex;

/// The dominators of the places of a graph, as seen from all ways in together.
///
/// Source: Lengauer and Tarjan, "A Fast Algorithm for Finding Dominators in a Flowgraph" (1979), the simple version.
/// petgraph's own takes quadratic time where every touchpoint of a long journey may give up, and `lost` has them all
/// before it.
#[derive(Debug)]
pub(super) struct Dominators {
    /// Of each node its last dominator; of the root itself; of a node that no way leads to none.
    last: Vec<Option<NodeIndex>>,
}

impl Dominators {
    /// Ways that may lead anywhere count for nothing here.
    pub(super) fn of(graph: &Graph) -> Self {
        let tree = Tree::of(graph);
        let mut last = vec![None; graph.net.node_count()];
        for (number, dominator) in tree.dominators(&graph.net).into_iter().enumerate() {
            last[tree.nodes[number].index()] = Some(tree.nodes[dominator]);
        }
        Self { last }
    }

    /// Whether some way leads from a way in to the place.
    pub(super) fn is_reached(&self, graph: &Graph, to: Place) -> bool {
        self.last[graph.node(to).index()].is_some()
    }

    /// The touchpoints that every way to a place passes, the last one first; without the place itself.
    pub(super) fn backward_from(&self, graph: &Graph, to: Place) -> impl Iterator<Item = TouchpointIndex> {
        let before = |node: NodeIndex| self.last[node.index()];
        std::iter::successors(before(graph.node(to)), move |&node| before(node))
            .map_while(|node| graph.touchpoint(node))
    }
}

/// The nodes in the order of a depth-first search, which gives them their numbers.
struct Tree {
    nodes: Vec<NodeIndex>,
    /// Of each node in the graph its number.
    number: Vec<Option<usize>>,
    /// Of each number that of the node it was found from.
    parent: Vec<usize>,
}

impl Tree {
    fn of(graph: &Graph) -> Self {
        let mut tree = Self { nodes: Vec::new(), number: vec![None; graph.net.node_count()], parent: Vec::new() };
        let mut left = vec![(graph.root(), 0)];
        while let Some((node, parent)) = left.pop() {
            if tree.number[node.index()].is_some() || node == graph.anywhere() {
                continue;
            }
            let number = tree.nodes.len();
            tree.number[node.index()] = Some(number);
            tree.nodes.push(node);
            tree.parent.push(parent);
            left.extend(graph.net.neighbors(node).map(|next| (next, number)));
        }
        tree
    }

    /// Of each number that of its last dominator; the names are those of the paper.
    fn dominators(&self, net: &DiGraph<(), ()>) -> Vec<usize> {
        let count = self.nodes.len();
        let mut forest = Forest::of(count);
        let mut dominators = vec![0; count];
        let mut buckets = vec![Vec::new(); count];
        for number in (1..count).rev() {
            let before = net.neighbors_directed(self.nodes[number], Incoming);
            for before in before.filter_map(|node| self.number[node.index()]) {
                let best = forest.eval(before);
                forest.semi[number] = forest.semi[number].min(forest.semi[best]);
            }
            buckets[forest.semi[number]].push(number);
            let parent = self.parent[number];
            forest.ancestor[number] = Some(parent);
            for waiting in std::mem::take(&mut buckets[parent]) {
                let best = forest.eval(waiting);
                dominators[waiting] = if forest.semi[best] < forest.semi[waiting] { best } else { parent };
            }
        }
        for number in 1..count {
            if dominators[number] != forest.semi[number] {
                dominators[number] = dominators[dominators[number]];
            }
        }
        dominators
    }
}

/// The part of the tree that has been worked through, its paths shortened as they are used.
struct Forest {
    semi: Vec<usize>,
    ancestor: Vec<Option<usize>>,
    /// The number with the least semidominator on the shortened path.
    label: Vec<usize>,
}

impl Forest {
    fn of(count: usize) -> Self {
        Self { semi: (0..count).collect(), ancestor: vec![None; count], label: (0..count).collect() }
    }

    fn eval(&mut self, number: usize) -> usize {
        let mut path = Vec::new();
        let mut at = number;
        while let Some(above) = self.ancestor[at].filter(|&above| self.ancestor[above].is_some()) {
            path.push((at, above));
            at = above;
        }
        for (at, above) in path.into_iter().rev() {
            if self.semi[self.label[above]] < self.semi[self.label[at]] {
                self.label[at] = self.label[above];
            }
            self.ancestor[at] = self.ancestor[above];
        }
        self.label[number]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
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

    /// Ways at random, and the definition itself: a place without which another is not reached dominates it.
    #[test]
    fn they_are_what_no_way_goes_without() {
        let mut state = 1_u64;
        let mut random = |below: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from((state >> 33) % below).unwrap_or_default()
        };
        let mut found = 0;
        for _ in 0..200 {
            let mut touchpoint = |at: usize| {
                let next: Vec<_> = (0..=random(2)).map(|way| format!("{{to: t{}, when: w{way}}}", random(9))).collect();
                format!("{{title: t{at}, start: {}, next: [{}]}}", random(9) == 0, next.join(", "))
            };
            let touchpoints: Vec<_> = (0..9).map(&mut touchpoint).collect();
            let map = map(&touchpoints.iter().map(String::as_str).collect::<Vec<_>>());
            let graph = map.flow().open();
            let dominators = Dominators::of(graph);
            for to in (0..9).map(TouchpointIndex) {
                let without = |passed: TouchpointIndex| {
                    let mut is_seen = [false; 9];
                    let mut left: Vec<_> = graph.ways_in().to_vec();
                    while let Some(at) = left.pop().filter(|_| !is_seen[to.0]) {
                        if at != passed && !std::mem::replace(&mut is_seen[at.0], true) {
                            left.extend(graph.ways(at).iter().filter_map(|way| way.to.touchpoint()));
                        }
                    }
                    is_seen[to.0]
                };
                let is_reached = graph.is_reached(Place::Touchpoint(to));
                let others = (0..9).map(TouchpointIndex).filter(|&passed| passed != to && is_reached);
                let expected: Vec<_> = others.filter(|&passed| !without(passed)).collect();
                let mut passed: Vec<_> = dominators.backward_from(graph, Place::Touchpoint(to)).collect();
                passed.sort_unstable();
                assert_eq!(passed, expected, "{touchpoints:?}");
                found += passed.len();
            }
        }
        assert!(found > 1000, "only {found} in all");
    }
}
