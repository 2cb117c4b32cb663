//! How many of the customers who come to a touchpoint reach `end` in the long run.

use std::collections::BTreeMap;

use petgraph::graph::NodeIndex;
use petgraph::visit::{Dfs, DfsPostOrder, Reversed, Visitable, Walker};

use super::{Graph, Place, Stop};
use crate::graph::TouchpointIndex;

/// How much work a map is worth. Real journeys, and long lines, ladders and loops, need a few steps for every way; only
/// hundreds of touchpoints that all lead to each other need more, and for those the share stays unknown.
const MAX_WORK: usize = 4_000_000;

/// The part of a whole below which a difference is one of rounding.
const ROUNDING: f64 = 1e-12;

/// The part (0–1) of those who come to each touchpoint that reaches `end`; none where it is unknown or no way in leads
/// there.
pub(super) fn to_end(graph: &Graph, stops: &[Stop]) -> Vec<Option<f64>> {
    let mut shares = vec![None; stops.len()];
    let order = DfsPostOrder::new(&graph.net, graph.root()).iter(&graph.net);
    let order: Vec<_> = order.filter_map(|node| graph.touchpoint(node)).collect();
    let Some(rows) = settle(graph, &order) else { return shares };
    let mut parts = vec![0.0; rows.len()];
    for (place, row) in rows.iter().enumerate().rev() {
        parts[place] = row.end + row.onward.iter().map(|(&later, part)| part * parts[later]).sum::<f64>();
    }
    let is_unknown = unknown(graph, stops);
    for (touchpoint, part) in order.into_iter().zip(parts) {
        shares[touchpoint.0] = Some(part).filter(|_| !is_unknown[touchpoint.0]);
    }
    shares
}

/// The touchpoints from which some way leads to one where it is not known how customers divide.
fn unknown(graph: &Graph, stops: &[Stop]) -> Vec<bool> {
    let divides_unknown = |at: &usize| {
        let ways = stops[*at].ways.certain.iter().chain(graph.ways(TouchpointIndex(*at)));
        let may_lead_anywhere = graph.net.contains_edge(NodeIndex::new(*at), graph.anywhere());
        may_lead_anywhere || (!stops[*at].closed && ways.map(|way| way.part).any(|part| part.is_none()))
    };
    let sources = (0..stops.len()).filter(divides_unknown).map(NodeIndex::new).collect();
    let mut is_unknown = vec![false; graph.net.node_count()];
    let backward = Reversed(&graph.net);
    for node in Dfs::from_parts(sources, graph.net.visit_map()).iter(backward) {
        is_unknown[node.index()] = true;
    }
    is_unknown
}

/// Where those who come to a touchpoint go, as parts of a whole.
#[derive(Debug, Default)]
struct Row {
    /// To touchpoints that are settled later, by their place in that order.
    onward: BTreeMap<usize, f64>,
    /// To `end`.
    end: f64,
    /// To `lost`, or nowhere.
    gone: f64,
}

/// Settles one touchpoint after the other, those further on first: its ways to settled ones are replaced by where these
/// lead, its ways to itself by where it leads otherwise.
///
/// The journey is an absorbing Markov chain. Source: Grassmann, Taksar and Heyman, "Regenerative Analysis and Steady
/// State Distributions for Markov Chains" (1985), whose elimination does not subtract and so stays exact in loops that
/// are hard to leave.
fn settle(graph: &Graph, order: &[TouchpointIndex]) -> Option<Vec<Row>> {
    let mut place_of = vec![0; graph.len()];
    for (place, touchpoint) in order.iter().enumerate() {
        place_of[touchpoint.0] = place;
    }
    let mut rows: Vec<Row> = Vec::with_capacity(order.len());
    let mut work = 0;
    for (place, &touchpoint) in order.iter().enumerate() {
        let mut row = Row::of(graph, touchpoint, &place_of);
        while let Some(settled) = row.onward.first_entry().filter(|entry| *entry.key() < place) {
            let (further, part) = settled.remove_entry();
            row.add(&rows[further], part);
            work += 1 + rows[further].onward.len();
            if work > MAX_WORK {
                return None;
            }
        }
        row.leave_itself(place);
        rows.push(row);
    }
    Some(rows)
}

impl Row {
    fn of(graph: &Graph, touchpoint: TouchpointIndex, place_of: &[usize]) -> Self {
        let mut row = Self::default();
        let mut total = 0.0;
        for way in graph.ways(touchpoint) {
            let part = way.part.unwrap_or(0.0);
            total += part;
            match way.to {
                Place::Touchpoint(to) => *row.onward.entry(place_of[to.0]).or_default() += part,
                Place::End => row.end += part,
                Place::Lost => row.gone += part,
            }
        }
        if 1.0 - total > ROUNDING {
            row.gone += 1.0 - total;
        }
        row
    }

    fn add(&mut self, other: &Self, part: f64) {
        self.end += part * other.end;
        self.gone += part * other.gone;
        for (&place, further) in &other.onward {
            *self.onward.entry(place).or_default() += part * further;
        }
    }

    fn leave_itself(&mut self, place: usize) {
        if self.onward.remove(&place).is_none() {
            return;
        }
        let leaving = self.end + self.gone + self.onward.values().sum::<f64>();
        if leaving > 0.0 {
            self.end /= leaving;
            self.gone /= leaving;
            self.onward.values_mut().for_each(|part| *part /= leaving);
        } else {
            self.gone = 1.0;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::graph::sample::map;

    fn share(touchpoints: &[&str]) -> Option<f64> {
        let map = map(touchpoints);
        map.flow().share_to_end(map.index("a"))
    }

    #[track_caller]
    fn is(share: Option<f64>, expected: f64) {
        assert!(share.is_some_and(|share| (share - expected).abs() < 1e-9), "{share:?} is not {expected}");
    }

    #[test]
    fn a_loop_with_two_exits() {
        // From a: 70% × 50% arrive at once, 70% × 50% are back at a: 35 / 65.
        let loop_of_two = [
            "{title: a, next: [{to: b, share: 70%}, {to: lost, share: 30%}]}",
            "{title: b, next: [{to: a, share: 50%}, {to: end, share: 50%}]}",
        ];
        is(share(&loop_of_two), 3500.0 / 65.0);
    }

    #[test]
    fn shares_near_100_are_normalised_and_others_unknown() {
        is(share(&["{title: a, next: [{to: end, share: 66%}, {to: lost, share: 33%}]}"]), 200.0 / 3.0);
        assert_eq!(share(&["{title: a, next: [{to: end, share: 60%}, {to: lost, share: 38%}]}"]), None);
        assert_eq!(share(&["{title: a, next: [{to: end, share: 60%}, lost]}"]), None);
        is(share(&["{title: a, next: {to: end, share: 60%}}"]), 100.0);
    }

    #[test]
    fn only_what_is_reached_has_to_be_known() {
        let map = map(&["{title: a, next: end}", "{title: b, start: true, next: c}", "{title: c, next: [end, lost]}"]);
        is(map.flow().share_to_end(map.index("a")), 100.0);
        assert_eq!(map.flow().share_to_end(map.index("b")), None);
    }

    #[test]
    fn what_is_trapped_or_dropped_does_not_arrive() {
        let touchpoints = [
            "{title: a, next: [{to: b, share: 50%}, {to: c, share: 20%}, {to: end, share: 30%}]}",
            "{title: b, next: d}",
            "{title: c, status: unavailable}",
            "{title: d, next: [{to: b, share: 40%}, {to: d, share: 60%}]}",
        ];
        is(share(&touchpoints), 30.0);
    }

    #[test]
    fn closings_redirect_shares() {
        let mut touchpoints = [
            "{title: a, next: [{to: b, share: 60%}, {to: c, share: 40%}]}",
            "{title: b, status: unavailable, optional: true, next: [{to: end, share: 90%}, {to: lost, share: 10%}]}",
            "{title: c, status: unavailable, replaced_by: d}",
            "{title: d, next: [{to: end, share: 50%}, {to: lost, share: 50%}]}",
            "{title: e}",
        ];
        is(share(&touchpoints), 54.0 + 20.0);
        touchpoints[2] = "{title: c, status: unavailable, replaced_by: [d, e]}";
        assert_eq!(share(&touchpoints), None, "nobody knows how many go where");
        touchpoints[4] = "{title: e, status: unavailable}";
        is(share(&touchpoints), 54.0 + 20.0);
        touchpoints[2] = "{title: c, status: unavailable, optional: true, next: [end, lost]}";
        assert_eq!(share(&touchpoints), None);
    }

    #[test]
    fn a_loop_that_is_hard_to_leave_is_exact() {
        let touchpoints = [
            "{title: a, next: [{to: b, share: 99.9999%}, {to: lost, share: 0.0001%}]}",
            "{title: b, next: [{to: a, share: 99.9997%}, {to: end, share: 0.0003%}]}",
        ];
        // Per round 0.000001 are lost, and 0.999999 × 0.000003 arrive.
        let (lost, arrived) = (1e-6, 0.999_999 * 3e-6);
        is(share(&touchpoints), 100.0 * arrived / (lost + arrived));
    }
}
