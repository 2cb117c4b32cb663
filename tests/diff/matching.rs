//! What is the same in two maps.

use crate::common::{check, outline};

#[test]
fn phases_and_touchpoints_come_and_go() {
    check(&outline("one: a b"), &outline("one: a b"), "");
    check(&outline("one: a b"), &outline("one: a b c"), "touchpoint-added neutral touchpoint:c");
    check(&outline("one: a b"), &outline("one: b"), "touchpoint-removed neutral touchpoint:a");
    check(
        &outline("one: a / two: b c"),
        &outline("one: a"),
        "phase-removed neutral phase:two
              touchpoint-removed neutral touchpoint:b
              touchpoint-removed neutral touchpoint:c",
    );
    check(
        &outline("one: a"),
        &outline("one: a / two: b"),
        "phase-added neutral phase:two
              touchpoint-added neutral touchpoint:b",
    );
}

#[test]
fn what_stays_is_found_by_what_it_was_called() {
    check(&outline("one: a b"), &outline("uno<one: a b"), "phase-renamed neutral phase:uno");
    check(&outline("one: a b"), &outline("one: a c<b"), "touchpoint-renamed neutral touchpoint:c");
    check(&outline("one: a c<b"), &outline("one: a b"), "touchpoint-renamed neutral touchpoint:b");
    // Ids that the other side lacks are history.
    check(&outline("one: a b"), &outline("one: a<x,y b<z"), "");
    // Three states, each listing every id it ever had.
    check(&outline("one: b<a"), &outline("one: c<a,b"), "touchpoint-renamed neutral touchpoint:c");
    check(&outline("one: a"), &outline("one: c<a,b"), "touchpoint-renamed neutral touchpoint:c");
    // Split before the first state: not again when one part goes.
    check(&outline("one: a b<a"), &outline("one: b<a"), "touchpoint-removed neutral touchpoint:a");
}

#[test]
fn things_merge_and_split() {
    check(
        &outline("one: a b c"),
        &outline("one: d<a,b c"),
        "touchpoints-merged neutral touchpoint:d
              touchpoint-renamed neutral touchpoint:d",
    );
    check(
        &outline("one: d<a,b c"),
        &outline("one: a b c"),
        "touchpoint-split neutral touchpoint:d
              touchpoint-renamed neutral touchpoint:a",
    );
    // Claimed while it still exists.
    check(&outline("one: a c"), &outline("one: a b<a c"), "touchpoint-split neutral touchpoint:a");
    check(&outline("one: a b<a c"), &outline("one: a c"), "touchpoints-merged neutral touchpoint:a");
    check(&outline("one: a b c"), &outline("one: a<b c"), "touchpoints-merged neutral touchpoint:a");
    check(
        &outline("one: a / two: b"),
        &outline("both<one,two: a b"),
        "phases-merged neutral phase:both
              phase-renamed neutral phase:both",
    );
}

#[test]
fn order_is_judged_by_what_left_it() {
    check(&outline("one: a b c d"), &outline("one: b c d a"), "touchpoint-reordered neutral touchpoint:a");
    check(&outline("one: a b c d"), &outline("one: x a b c d"), "touchpoint-added neutral touchpoint:x");
    check(
        &outline("one: a / two: b / six: c"),
        &outline("six: c / one: a / two: b"),
        "phase-reordered neutral phase:six",
    );
    check(&outline("one: a b / two: c"), &outline("one: a / two: b c"), "touchpoint-moved neutral touchpoint:b");
    // A renamed phase has not moved its touchpoints.
    check(
        &outline("one: a b c"),
        &outline("uno<one: b c a"),
        "phase-renamed neutral phase:uno
            touchpoint-reordered neutral touchpoint:a",
    );
}

#[test]
fn the_same_titles_are_the_same_unless_ids_say_otherwise() {
    let titles = |first: &str, second: &str| {
        format!("cxmap: 1\ntitle: T\nphases:\n  - title: One\n    touchpoints:\n      - {first}\n      - {second}\n")
    };
    let plain = titles("title: I pay", "title: I leave");
    check(&plain, &titles("{id: bill, title: I pay}", "title: I leave"), "");
    check(&plain, &titles("{id: i-pay, title: I pay}", "title: I leave"), "");
    check(&plain, &titles("title: I leave", "title: I pay"), "touchpoint-reordered neutral touchpoint:i-leave");
    check(&titles("title: I leave", "title: I pay"), &plain, "touchpoint-reordered neutral touchpoint:i-leave");
    check(
        &titles("{id: a, title: I pay}", "title: I leave"),
        &titles("{id: b, title: I pay}", "title: I leave"),
        // Another id is no change by itself.
        "",
    );
}
