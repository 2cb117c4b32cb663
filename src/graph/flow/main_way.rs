//! The way that most customers take from the first touchpoint of the file to `end`.

use std::cmp::Ordering;

use super::{Graph, Place, Way};
use crate::graph::TouchpointIndex;

/// Searches depth-first, the greatest share first; what was tried once is not tried again.
pub(super) fn find(graph: &Graph) -> Option<Vec<TouchpointIndex>> {
    let mut is_tried = vec![false; graph.len()];
    for &start in graph.first_ways_in() {
        is_tried[start.0] = true;
        let mut walk = vec![(start, by_falling_share(graph.ways(start)))];
        while let Some((_, onward)) = walk.last_mut() {
            match onward.next() {
                Some(Place::End) => return Some(walk.into_iter().map(|(touchpoint, _)| touchpoint).collect()),
                Some(Place::Touchpoint(next)) => {
                    if !std::mem::replace(&mut is_tried[next.0], true) {
                        walk.push((next, by_falling_share(graph.ways(next))));
                    }
                }
                Some(Place::Lost) => {}
                None => drop(walk.pop()),
            }
        }
    }
    None
}

/// The places that ways lead to: known shares first, the greatest ahead, else in the order given.
fn by_falling_share(ways: &[Way]) -> impl Iterator<Item = Place> + use<> {
    let mut ways: Vec<_> = ways.iter().map(|way| (way.share, way.to)).collect();
    ways.sort_by(|(one, _), (other, _)| match (one, other) {
        (Some(one), Some(other)) => other.total_cmp(one),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    });
    ways.into_iter().map(|(_, to)| to)
}

#[cfg(test)]
mod tests {
    use crate::graph::sample::map;

    fn main_way(touchpoints: &[&str]) -> Option<String> {
        let map = map(touchpoints);
        map.flow().main_way().map(|way| map.ids(way))
    }

    #[test]
    fn the_greatest_share_goes_first_and_unknown_ones_last() {
        let way = main_way(&[
            "{title: a, next: [b, {to: c, share: 10%}, {to: d, share: 40%}]}",
            "{title: b, next: end}",
            "{title: c, next: end}",
            "{title: d, next: end}",
        ]);
        assert_eq!(way.as_deref(), Some("a d"));
    }

    #[test]
    fn equal_shares_go_as_listed() {
        let way = main_way(&["{title: a, next: [c, b]}", "{title: b, next: end}", "{title: c, next: end}"]);
        assert_eq!(way.as_deref(), Some("a c"));
    }

    #[test]
    fn what_does_not_arrive_is_left_for_the_next_best() {
        let way = main_way(&[
            "{title: a, next: [{to: lost, share: 50%}, {to: b, share: 30%}, {to: d, share: 20%}]}",
            "{title: b}",
            "{title: c, next: [a, lost, b]}",
            "{title: d, next: [c, end]}",
        ]);
        assert_eq!(way.as_deref(), Some("a d"));
    }

    #[test]
    fn a_closed_beginning_moves_and_other_ways_in_play_no_part() {
        let touchpoints = [
            "{title: a, status: unavailable, replaced_by: [b, c]}",
            "{title: b, next: lost}",
            "{title: c, next: end}",
            "{title: d, start: true}",
        ];
        assert_eq!(main_way(&touchpoints).as_deref(), Some("c"));
        assert_eq!(main_way(&["{title: a, next: lost}", "{title: b, start: true}"]), None);
    }
}
