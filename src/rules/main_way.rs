//! The main way for rules that judge it.

use crate::graph::{Map, TouchpointRef};

/// The touchpoints of the main way; none where there is no such way, or where it runs through a `next` that could not be
/// read or names nothing: nobody knows where customers go from there.
pub(super) fn main_way(map: &Map) -> Option<Vec<TouchpointRef<'_>>> {
    let way: Vec<_> = map.flow().main_way()?.iter().map(|&index| map.at(index)).collect();
    let open = map.flow().open();
    let is_known = map.journey().is_complete() && !way.iter().any(|stop| open.leads_anywhere(stop.index()));
    is_known.then_some(way)
}
