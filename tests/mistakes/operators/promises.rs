//! Mistakes about promises.

use super::{Operator, add_item, at};
use crate::mistake::Mistake;
use crate::outline::{Node, Outline};
use crate::reading::{items, open_touchpoints, touchpoints, value};

pub const OPERATORS: &[Operator] = &[
    ("a promise kept too seldom", |map| missed(map, "kept", "79%")),
    ("a promise kept too late", |map| missed(map, "actual", "99d")),
    ("a new promise kept too late", |map| {
        new(map, &["- title: Tomorrow at your door", "  within: 1d", "  actual: §25h"])
    }),
    ("a new promise kept too seldom", |map| new(map, &["- title: Always a person on the line", "  kept: §79.9%"])),
];

/// Another value of a field of a promise, of which a missed deadline and a missed share are one finding.
fn missed(map: &Outline, field: &str, to: &str) -> Vec<Mistake> {
    let miss = |item: &Node, promise: &Node| {
        let figure = map.child(promise, field)?;
        let has_deadline = map.child(promise, "within").is_some() && map.child(promise, "actual").is_some();
        let kept_at = value(map, promise, "kept_at");
        let place = touchpoints(map).into_iter().find(|place| kept_at.is_some() && value(map, place, "id") == kept_at);
        let mistake = at(item).owns(place.unwrap_or(item).lines()).value(map, figure, to);
        (has_deadline == (field == "actual")).then(|| mistake.finds_written("missed-promise", 0, figure.value_column))
    };
    let of = |item| items(map, item, "promises").into_iter().filter_map(move |promise| miss(item, promise));
    open_touchpoints(map).into_iter().flat_map(of).collect()
}

fn new(map: &Outline, promise: &[&str]) -> Vec<Mistake> {
    let promise = |item| add_item(map, item, "promises", promise, &["missed-promise"]);
    open_touchpoints(map).into_iter().map(promise).collect()
}
