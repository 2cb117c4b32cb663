//! Loops that no way leads out of.

use petgraph::algo::kosaraju_scc;

use super::Graph;
use crate::graph::TouchpointIndex;

/// A loop without a way out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loop {
    /// The touchpoints of the loop, in the order of the file: from each a way leads to every other and back.
    pub members: Vec<TouchpointIndex>,
    /// The touchpoints outside it from which every way ends in this loop, in the order of the file.
    pub led_into: Vec<TouchpointIndex>,
}

/// Where all ways from a part of the graph end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    /// In one loop.
    In(usize),
    /// At an exit, or in one of several loops.
    Elsewhere,
}

/// Finds the loops of a graph, in the order of the file.
pub(super) fn find(graph: &Graph) -> Vec<Loop> {
    let mut loops: Vec<Loop> = Vec::new();
    let mut fates = vec![Fate::Elsewhere; graph.net.node_count()];
    let mut is_in_part = vec![false; graph.net.node_count()];
    // Strongly connected parts; those that a part leads to come before it.
    for part in kosaraju_scc(&graph.net) {
        for node in &part {
            is_in_part[node.index()] = true;
        }
        let mut onward = part
            .iter()
            .flat_map(|&node| graph.net.neighbors(node))
            .filter(|node| !is_in_part[node.index()])
            .map(|node| fates[node.index()]);
        let first = onward.next();
        let is_one = onward.all(|fate| Some(fate) == first);
        let mut members: Vec<_> = part.iter().filter_map(|&node| graph.touchpoint(node)).collect();
        let fate = match first {
            Some(Fate::In(at)) if is_one => {
                loops[at].led_into.append(&mut members);
                Fate::In(at)
            }
            None if !members.is_empty() => {
                loops.push(Loop { members, led_into: Vec::new() });
                Fate::In(loops.len() - 1)
            }
            _ => Fate::Elsewhere,
        };
        for node in part {
            is_in_part[node.index()] = false;
            fates[node.index()] = fate;
        }
    }
    for endless in &mut loops {
        endless.members.sort_unstable();
        endless.led_into.sort_unstable();
    }
    loops.sort_by(|one, other| one.members.cmp(&other.members));
    loops
}

#[cfg(test)]
mod tests {
    use crate::graph::sample::map;

    #[test]
    fn a_loop_without_exit_and_what_leads_only_into_it() {
        let map = map(&[
            "{title: a, next: [b, end]}",
            "{title: b, next: [c, d]}",
            "{title: c, next: e}",
            "{title: d, next: f}",
            "{title: e, next: [c, c]}",
            "{title: f, next: f}",
            "{title: g, next: e}",
            "{title: h, next: [i, lost]}",
            "{title: i, next: h}",
        ]);
        let loops = map.flow().loops();
        let named = loops.iter().map(|found| (map.ids(&found.members), map.ids(&found.led_into)));
        assert_eq!(
            named.collect::<Vec<_>>(),
            [("c e".into(), "g".into()), ("f".into(), "d".into())],
            "b may end in either; h and i can give up"
        );
    }

    #[test]
    fn a_loop_with_a_way_that_names_nothing_is_not_blamed() {
        let map = map(&["{title: a, next: [b]}", "{title: b, next: [a, ghost]}", "{title: c, next: c}"]);
        let members: Vec<_> = map.flow().loops().iter().map(|found| map.ids(&found.members)).collect();
        assert_eq!(members, ["c"]);
    }

    #[test]
    fn statuses_play_no_part() {
        let map = map(&["{title: a, status: unavailable}", "{title: b, next: [a, {to: end, when: x}]}"]);
        assert!(map.flow().loops().is_empty());
    }
}
