//! Where customers get no further: ways that led on, and now end at something closed.

use std::collections::BTreeSet;

use super::standing::Standing;
use crate::graph::{Map, Place, TouchpointIndex, TouchpointRef, Way};

/// Customers who get no further.
#[derive(Debug, Clone, PartialEq)]
pub struct Blocked {
    /// The touchpoint after which they get no further.
    pub after: TouchpointIndex,
    /// The closed touchpoints that they would have to pass.
    pub by: Vec<TouchpointIndex>,
    /// What percentage (0–100) of those who come there it concerns; none where it is unknown.
    pub share: Option<f64>,
}

impl Blocked {
    /// Whether it concerns all who come there.
    #[must_use]
    pub fn is_everybody(&self) -> bool {
        self.share == Some(100.0)
    }
}

/// Where customers who could complete the journey get no further.
pub(super) fn blocked(before: &Standing<'_>, after: &Standing<'_>) -> Vec<Blocked> {
    let is_reached = |at: &TouchpointIndex| after.map.flow().open().is_reached(Place::Touchpoint(*at));
    let open = after.map.touchpoints().filter(|touchpoint| !touchpoint.is_closed()).map(TouchpointRef::index);
    open.filter(is_reached).filter_map(|at| blocked_at(before, after, at)).collect()
}

fn blocked_at(before: &Standing<'_>, after: &Standing<'_>, at: TouchpointIndex) -> Option<Blocked> {
    let (was, is) = (before.map.flow().open(), after.map.flow());
    let completed = |way: &Way| way.to.touchpoint().map_or(way.to == Place::End, |to| before.completes_from(to));
    let led_on = |written| was.ways(at).iter().any(|way| way.written == written && completed(way));
    let leads_on =
        |written| is.open().leads_anywhere(at) || is.open().ways(at).iter().any(|way| way.written == written);
    let declared = is.declared().ways(at);
    let ends = declared.iter().filter(|way| led_on(way.written) && !leads_on(way.written));
    let (mut by, mut share, mut count) = (BTreeSet::new(), Some(0.0), 0);
    for way in ends {
        by.extend(way.to.touchpoint().into_iter().flat_map(|to| walls(after.map, to)));
        share = share.zip(way.share).map(|(sum, share)| sum + share);
        count += 1;
    }
    let share = if count == declared.len() { Some(100.0) } else { share };
    (count > 0).then(|| Blocked { after: at, by: by.into_iter().collect(), share })
}

/// What keeps those from going on who are sent to a closed touchpoint: itself, or, where customers can do without it, what
/// is closed behind it.
fn walls(map: &Map, closed: TouchpointIndex) -> BTreeSet<TouchpointIndex> {
    let (mut seen, mut left, mut walls) = (BTreeSet::new(), vec![closed], BTreeSet::new());
    while let Some(at) = left.pop() {
        let touchpoint = map.at(at);
        if !touchpoint.is_closed() || !seen.insert(at) {
            continue;
        }
        if touchpoint.is_optional() && touchpoint.body().replaced_by.is_empty() {
            left.extend(map.flow().declared().ways(at).iter().filter_map(|way| way.to.touchpoint()));
        } else {
            walls.insert(at);
        }
    }
    walls
}

/// Where journeys began that could be completed, and no longer can from there.
pub(super) fn no_longer_begin(before: &Standing<'_>, after: &Standing<'_>) -> Vec<TouchpointIndex> {
    let flow = after.map.flow();
    let is_lost = |at: &TouchpointIndex| {
        let goes_straight_on = after.map.at(*at).is_closed() && after.map.at(*at).is_optional();
        let arrives = || flow.lives_at(*at).iter().any(|start| after.completes_from(*start));
        before.completes_from(*at) && !goes_straight_on && !flow.may_live_anywhere(*at) && !arrives()
    };
    before.map.flow().open().ways_in().iter().copied().filter(is_lost).collect()
}
