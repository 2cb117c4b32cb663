//! Compares two states of a journey and prints what is worse for the customer.
//!
//! `cargo run --example compare_two_maps`

use cxmap::diff::{Impact, compare};
use cxmap::load_str;

fn main() {
    let before = load_str("before", include_str!("../journeys/motor-claim/before.journey.yaml"));
    let after = load_str("after", include_str!("../journeys/motor-claim/lockdown.journey.yaml"));
    let (Some(before), Some(after)) = (before.map, after.map) else { return };
    for change in compare(&before, &after) {
        if change.impact == Impact::Worse {
            println!("{}: {}", change.address, change.message);
        }
    }
}
