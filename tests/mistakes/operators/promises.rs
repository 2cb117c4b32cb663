//! Mistakes about promises.

use super::{Operator, add_item, at};
use crate::mistake::Mistake;
use crate::outline::{Node, Outline};
use crate::reading::{bearers, is_being_mended, items, may_fail, open_touchpoints};

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
        let bearers = bearers(map, item, promise);
        let is_left = !may_fail(map, item) && !bearers.iter().any(|bearer| is_being_mended(map, bearer));
        let mistake =
            bearers.iter().fold(at(item), |mistake, bearer| mistake.owns(bearer.lines())).value(map, figure, to);
        (is_left && has_deadline == (field == "actual"))
            .then(|| mistake.finds_written("missed-promise", 0, figure.value_column))
    };
    let of = |item| items(map, item, "promises").into_iter().filter_map(move |promise| miss(item, promise));
    open_touchpoints(map).into_iter().flat_map(of).collect()
}

fn new(map: &Outline, promise: &[&str]) -> Vec<Mistake> {
    let promise = |item| add_item(map, item, "promises", promise, &["missed-promise"]);
    let is_left = |item: &&Node| !may_fail(map, item) && !is_being_mended(map, item);
    open_touchpoints(map).into_iter().filter(is_left).map(promise).collect()
}
