//! How the time grows with the map.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use cxmap::diff::compare;

use crate::common::map;

/// A line of touchpoints with shares of everything that is matched.
fn long(count: usize, from: usize) -> String {
    let mut text = "cxmap: 1\ntitle: T\nphases:\n  - title: One\n    touchpoints:\n".to_owned();
    for at in 0..count {
        let at = (at + from) % count;
        let _ = write!(
            text,
            "      - title: Step {at}\n        experience: {}\n        friction_points: [A queue]\n        needs: [Speed]\n",
            1 + (at + from) % 5
        );
    }
    text
}

#[test]
fn ten_times_the_map_takes_about_ten_times_as_long() {
    let time = |count: usize| {
        let (before, after) = (map(&long(count, 0)), map(&long(count, count / 3)));
        let mut best = Duration::MAX;
        for _ in 0..3 {
            let start = Instant::now();
            assert!(compare(&before, &after).len() > count / 2);
            best = best.min(start.elapsed());
        }
        best
    };
    let (small, large) = (time(1_000), time(10_000));
    // The bound of the benchmark is 15; a quadratic step would take 100.
    assert!(large < small * 40, "{small:?} for 1,000, {large:?} for 10,000");
}
