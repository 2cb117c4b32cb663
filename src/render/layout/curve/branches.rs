//! The experience off the main way: a thin line from where a way parts to where it comes back.

use std::collections::{BTreeMap, BTreeSet};

use crate::facts::Facts;
use crate::graph::{Map, Place, TouchpointIndex, TouchpointRef};
use crate::render::layout::grid::Row;
use crate::render::scene::{Point, Segment};

/// Whether customers come there at all.
pub fn is_met(touchpoint: TouchpointRef<'_>) -> bool {
    let at = Place::Touchpoint(touchpoint.index());
    !touchpoint.is_closed() && touchpoint.map().flow().open().is_reached(at)
}

/// Where customers have it best and worst, wherever they go: the peak and the trough of the main way, unless it is better or
/// worse off it.
pub fn best_and_worst(map: &Map, facts: &Facts) -> [Option<TouchpointIndex>; 2] {
    let Some(way) = map.flow().main_way() else { return [None, None] };
    let on_way: BTreeSet<_> = way.iter().copied().collect();
    let is_other = |touchpoint: &TouchpointRef<'_>| !on_way.contains(&touchpoint.index()) && is_met(*touchpoint);
    let others = map.touchpoints().filter(is_other);
    let others: Vec<_> = others.filter_map(|at| Some((Some(at.index()), at.experience()?))).collect();
    let rated: Vec<_> = way.iter().filter_map(|&at| Some((None, map.at(at).experience()?))).collect();
    let most = |known: Option<TouchpointIndex>, is_beyond: fn(f64, f64) -> bool| {
        let (first, rest) = rated.split_first()?;
        let all = rest.iter().chain(&others);
        let most = all.fold(first, |most, other| if is_beyond(other.1, most.1) { other } else { most });
        most.0.or(known)
    };
    [most(facts.peak, |one, other| one > other), most(facts.trough, |one, other| one < other)]
}

/// Lines from each point off the main way back to the nearest before it from which a way leads there, and on to the nearest
/// behind it. `place` says where a touchpoint's experience stands, if it is known.
pub fn branches(
    row: &Row<'_>,
    is_on_way: impl Fn(TouchpointIndex) -> bool,
    place: impl Fn(TouchpointRef<'_>) -> Option<Point>,
) -> Vec<Segment> {
    let (mut before, mut behind) = (BTreeMap::new(), BTreeMap::new());
    for (from, column) in row.columns.iter().enumerate() {
        let Some(touchpoint) = column.touchpoint.now.filter(|touchpoint| is_met(*touchpoint)) else { continue };
        let ways = touchpoint.map().flow().open().ways(touchpoint.index());
        let onward = ways.iter().filter_map(|way| way.to.touchpoint());
        for (at, to) in onward.filter_map(|at| Some((at, row.place(at)?))).filter(|(_, to)| *to > from) {
            if !is_on_way(at) {
                before.insert(to, from);
            }
            if !is_on_way(touchpoint.index()) {
                let nearest = behind.entry(from).or_insert(to);
                *nearest = to.min(*nearest);
            }
        }
    }
    let lines: BTreeSet<_> = before.into_iter().map(|(to, from)| (from, to)).chain(behind).collect();
    let point = |at: usize| row.columns.get(at).and_then(|column| column.touchpoint.now).and_then(&place);
    lines.into_iter().filter_map(|(from, to)| Some(line(point(from)?, point(to)?))).flatten().collect()
}

/// Level at both ends, so that it never swings above or below them.
fn line(from: Point, to: Point) -> [Segment; 2] {
    let middle = f64::midpoint(from.x, to.x);
    [Segment::Move(from), Segment::Curve(Point::new(middle, from.y), Point::new(middle, to.y), to)]
}
