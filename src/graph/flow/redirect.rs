//! The open graph: closed touchpoints are walls, and whoever is sent to one goes on to what replaces it.

use std::collections::HashSet;

use super::Stop;
use super::ways::{Graph, Parts, Place, Way, Ways};
use crate::graph::TouchpointIndex;

/// How many steps through closed touchpoints are followed in one map, as many as a file may have nodes. Ways that
/// branch and meet again behind closed doors multiply without end; what is left then may lead anywhere.
const MAX_STEPS: usize = 1_000_000;

/// Makes the open graph.
pub(super) fn open(stops: &[Stop]) -> Graph {
    let onward = vec![None; stops.len()];
    let mut redirect = Redirect { stops, onward, is_passed: vec![false; stops.len()], steps: 0 };
    let (mut ways_in, mut first_ways_in, mut begins_anywhere) = (Vec::new(), 0, false);
    let mut is_way_in = vec![false; stops.len()];
    for at in (0..stops.len()).filter(|&at| stops[at].way_in) {
        let start = Way::unknown(Place::Touchpoint(TouchpointIndex(at)));
        let starts = redirect.follow(&Ways { certain: vec![start], anywhere: false });
        begins_anywhere |= starts.anywhere;
        for touchpoint in starts.touchpoints() {
            if !std::mem::replace(&mut is_way_in[touchpoint.0], true) {
                ways_in.push(touchpoint);
            }
        }
        if at == 0 {
            first_ways_in = ways_in.len();
        }
    }
    let ways = stops.iter().map(|stop| if stop.closed { Ways::default() } else { redirect.follow(&stop.ways) });
    let ways = ways.collect();
    Graph::new(Parts { ways_in, first_ways_in, begins_anywhere, ways })
}

/// Where a touchpoint lives: there if it is open, else at its replacements, followed on through closed ones, each once.
/// Everybody goes to an only one; how customers divide over several is unknown. Adds to `taken` how many steps it took.
pub(super) fn replacements(stops: &[Stop], touchpoint: TouchpointIndex, taken: &mut usize) -> Ways {
    let mut seen = HashSet::new();
    let mut open = Ways::default();
    let mut left = vec![touchpoint];
    while let Some(next) = left.pop() {
        if !seen.insert(next) {
            continue;
        }
        *taken += 1;
        if stops[next.0].closed {
            let replaced_by = &stops[next.0].replaced_by;
            open.anywhere |= replaced_by.anywhere;
            left.extend(replaced_by.touchpoints().rev());
        } else {
            open.certain.push(Way::unknown(Place::Touchpoint(next)));
        }
    }
    if let ([only], false) = (open.certain.as_mut_slice(), open.anywhere) {
        only.part = Some(1.0);
    }
    open
}

struct Redirect<'s> {
    stops: &'s [Stop],
    /// Where those go who are sent to a closed touchpoint, once that has been asked.
    onward: Vec<Option<Ways>>,
    /// Closed touchpoints of the walk that is being followed.
    is_passed: Vec<bool>,
    steps: usize,
}

enum Step {
    Enter(Way),
    Leave(usize),
}

impl Redirect<'_> {
    /// Follows ways through closed touchpoints to the open places where they end. A circle leads nowhere.
    fn follow(&mut self, ways: &Ways) -> Ways {
        let mut open = Ways { certain: Vec::new(), anywhere: ways.anywhere };
        let mut left: Vec<_> = ways.certain.iter().rev().cloned().map(Step::Enter).collect();
        while let Some(step) = left.pop() {
            let way = match step {
                Step::Enter(way) => way,
                Step::Leave(at) => {
                    self.is_passed[at] = false;
                    continue;
                }
            };
            let Some(closed) = way.to.touchpoint().map(|to| to.0).filter(|&to| self.stops[to].closed) else {
                open.certain.push(way);
                continue;
            };
            if self.is_passed[closed] {
                continue;
            }
            if self.steps > MAX_STEPS {
                open.anywhere = true;
                continue;
            }
            let onward = self.onward[closed].get_or_insert_with(|| onward(self.stops, closed, &mut self.steps));
            self.steps += 1 + onward.certain.len();
            open.anywhere |= onward.anywhere;
            self.is_passed[closed] = true;
            left.push(Step::Leave(closed));
            left.extend(onward.certain.iter().rev().map(|next| Step::Enter(way.then(next))));
        }
        open
    }
}

/// Where those go who are sent to a closed touchpoint: with its moment of truth to where that lives on, or, where nothing
/// replaces it, straight on if they can do without it.
fn onward(stops: &[Stop], closed: usize, taken: &mut usize) -> Ways {
    let stop = &stops[closed];
    if stop.is_replaced() {
        replacements(stops, TouchpointIndex(closed), taken)
    } else if stop.optional {
        stop.ways.clone()
    } else {
        Ways::default()
    }
}

#[cfg(test)]
mod tests {
    use crate::graph::sample::map;

    #[test]
    fn a_closed_touchpoint_sends_on_to_its_replacements() {
        let map = map(&[
            "{title: a, next: [{to: b, share: 70%}, {to: c, share: 30%}]}",
            "{title: b, status: unavailable, replaced_by: d, next: lost}",
            "{title: c, status: unavailable, replaced_by: [d, e]}",
            "{title: d, next: end}",
            "{title: e}",
        ]);
        let flow = map.flow();
        assert_eq!(map.ways(flow.open().ways(map.index("a"))), "d@70 d e", "the share is kept for an only replacement");
        assert_eq!(flow.open().ways(map.index("a"))[0].written, Some(0));
        assert_eq!(flow.open().ways(map.index("a"))[2].written, Some(1));
        assert!(flow.open().ways(map.index("b")).is_empty());
        assert!(
            flow.is_cut_off(map.place("b")) && flow.is_cut_off(map.place("lost")) && !flow.is_cut_off(map.place("d"))
        );
    }

    #[test]
    fn replacements_are_followed_on_and_a_circle_leads_nowhere() {
        let map = map(&[
            "{title: a, next: [b, e]}",
            "{title: b, status: unavailable, replaced_by: [c, d]}",
            "{title: c, status: unavailable, replaced_by: [b, h]}",
            "{title: d, status: unavailable, replaced_by: g}",
            "{title: e, status: unavailable, replaced_by: f}",
            "{title: f, status: unavailable, replaced_by: e}",
            "{title: g}",
            "{title: h}",
        ]);
        let flow = map.flow();
        assert_eq!(map.ways(flow.open().ways(map.index("a"))), "h g");
        let lives_at = |name| map.ids(&flow.lives_at(map.index(name)));
        assert_eq!(["a", "b", "c", "d", "e"].map(lives_at), ["a", "h g", "g h", "g", ""]);
    }

    #[test]
    fn an_optional_one_sends_straight_on_unless_it_is_replaced() {
        let map = map(&[
            "{title: a, next: [{to: b, share: 60%}, {to: c, share: 20%}, {to: d, share: 20%}]}",
            "{title: b, status: unavailable, optional: true, next: [{to: e, share: 75%}, {to: lost, share: 25%}]}",
            "{title: c, status: unavailable, optional: true}",
            "{title: d, status: unavailable, optional: true, replaced_by: d}",
            "{title: e}",
        ]);
        assert_eq!(
            map.ways(map.flow().open().ways(map.index("a"))),
            "e@45 lost@15",
            "b goes on by its shares; c goes on to d, which leads nowhere, as it does for those who are sent there"
        );
    }

    #[test]
    fn customers_move_to_where_a_moment_of_truth_moves() {
        let map = map(&[
            "{title: a, next: [{to: b, share: 70%}, {to: d, share: 30%}]}",
            "{title: b, status: unavailable, replaced_by: [c, e, d]}",
            "{title: c, status: unavailable}",
            "{title: d, status: unavailable, optional: true}",
            "{title: e, status: unavailable, replaced_by: f}",
            "{title: f, next: end}",
            "{title: g, status: unavailable, replaced_by: d, start: true}",
        ]);
        let flow = map.flow();
        assert_eq!(map.ids(&flow.lives_at(map.index("b"))), "f");
        assert_eq!(map.ways(flow.open().ways(map.index("a"))), "f@70 f@30", "f is all that is left to those sent to b");
        assert_eq!(map.ids(flow.open().ways_in()), "a", "that d is optional does not make g so");
    }

    #[test]
    fn an_only_way_needs_no_share_to_be_everybodys() {
        let map = map(&[
            "{title: a}",
            "{title: b, status: unavailable, optional: true, next: [{to: c, share: 40%}, {to: d, share: 60%}]}",
            "{title: c, next: end}",
            "{title: d, next: end}",
            "{title: e, next: f}",
            "{title: f, status: unavailable, optional: true}",
        ]);
        assert_eq!(map.ways(map.flow().open().ways(map.index("a"))), "c@40 d@60");
        assert_eq!(map.flow().main_way().map(|way| map.ids(way)).as_deref(), Some("a d"));
        assert_eq!(map.ways(map.flow().open().ways(map.index("e"))), "end");
    }

    #[test]
    fn optional_ones_in_a_circle_lead_out_of_it() {
        let map = map(&[
            "{title: a}",
            "{title: b, status: unavailable, optional: true}",
            "{title: c, status: unavailable, optional: true, next: [b, end]}",
        ]);
        assert_eq!(map.ways(map.flow().open().ways(map.index("a"))), "end");
    }

    #[test]
    fn neither_replaced_nor_optional_is_a_wall() {
        let map = map(&["{title: a}", "{title: b, status: unavailable}", "{title: c}"]);
        let flow = map.flow();
        assert_eq!(map.ways(flow.open().ways(map.index("a"))), "");
        assert!(["b", "c", "end"].iter().all(|name| flow.is_cut_off(map.place(name))));
        assert!(!flow.is_cut_off(map.place("lost")), "nobody got there before either");
        assert_eq!(flow.main_way(), None);
        assert_eq!(flow.share_to_end(map.index("a")), Some(0.0));
    }

    #[test]
    fn a_replacement_that_names_nothing_cuts_nothing_off() {
        let map = map(&[
            "{title: a}",
            "{title: b, status: unavailable, replaced_by: [ghost, d]}",
            "{title: c}",
            "{title: d}",
        ]);
        let flow = map.flow();
        assert_eq!(map.ways(flow.open().ways(map.index("a"))), "d");
        assert!(!flow.is_cut_off(map.place("c")) && !flow.is_cut_off(map.place("end")));
        assert_eq!(flow.share_to_end(map.index("a")), None);
    }

    #[test]
    fn closed_ways_in_move() {
        let map = map(&[
            "{title: a, status: unavailable, optional: true, next: [c, end, d]}",
            "{title: b, start: true, status: unavailable, replaced_by: [d, e]}",
            "{title: c}",
            "{title: d}",
            "{title: e}",
            "{title: f, start: true, status: unavailable}",
        ]);
        let flow = map.flow();
        assert_eq!(map.ids(flow.declared().ways_in()), "a b f");
        assert_eq!(map.ids(flow.open().ways_in()), "c d e");
        assert_eq!(map.ids(flow.main_way().unwrap_or_default()), "", "f is a wall before the end");
    }

    #[test]
    fn what_multiplies_behind_closed_doors_is_cut_short() {
        // Forty times over, two ways part and meet again: 2^40 walks.
        let mut touchpoints = vec!["{title: a, next: n0}".to_owned()];
        for i in 0..40 {
            let closed = "status: unavailable, optional: true";
            touchpoints.push(format!("{{title: n{i}, {closed}, next: [l{i}, r{i}]}}"));
            touchpoints.push(format!("{{title: l{i}, {closed}, next: n{}}}", i + 1));
            touchpoints.push(format!("{{title: r{i}, {closed}, next: n{}}}", i + 1));
        }
        touchpoints.push("{title: n40}".to_owned());
        let map = map(&touchpoints.iter().map(String::as_str).collect::<Vec<_>>());
        assert!(!map.flow().is_cut_off(map.place("end")));
    }
}
