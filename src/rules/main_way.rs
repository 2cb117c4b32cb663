//! The main way for rules that judge it.

use crate::graph::{Map, TouchpointRef};

/// The touchpoints of the main way; none where there is no such way, or where it runs through a touchpoint that may be
/// closed, or of which the `next` names nothing or has shares that could not be read: nobody knows where most customers
/// go from there.
pub(super) fn main_way(map: &Map) -> Option<Vec<TouchpointRef<'_>>> {
    let way: Vec<_> = map.flow().main_way()?.iter().map(|&index| map.at(index)).collect();
    let open = map.flow().open();
    let is_known = |stop: &TouchpointRef<'_>| {
        let has_shares = !stop.body().next.iter().any(|way| way.broken.has("share"));
        stop.is_open() && has_shares && !open.leads_anywhere(stop.index())
    };
    (map.journey().is_complete() && way.iter().all(is_known)).then_some(way)
}
