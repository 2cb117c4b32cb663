//! Asks the graph of a map about the flow of customers.
//!
//! `cargo run --example walk_the_graph`

use cxmap::graph::{Map, Place};
use cxmap::load_str;

fn main() {
    let text = include_str!("../journeys/insurance-premium/lockdown.journey.yaml");
    let Some(map) = load_str("insurance-premium", text).map else { return };
    let flow = map.flow();

    println!("The way that most customers take:");
    for index in flow.main_way().unwrap_or_default() {
        let touchpoint = map.at(*index);
        let gap = touchpoint.gap().map_or_else(|| "unknown".into(), |gap| format!("{gap:+}"));
        println!("  {} (gap {gap})", touchpoint.body().title);
    }

    println!("Ways to each moment of truth that have no touchpoint in common:");
    for touchpoint in map.touchpoints().filter(|touchpoint| touchpoint.body().moment_of_truth.is_some()) {
        for lives_at in flow.lives_at(touchpoint.index()) {
            println!("  {}: {}", title(&map, Place::Touchpoint(lives_at)), flow.ways_to(Place::Touchpoint(lives_at)));
        }
    }

    for way_in in flow.open().ways_in() {
        if let Some(share) = flow.share_to_end(*way_in) {
            println!("Of those who begin with “{}”, {share:.1}% arrive.", map.at(*way_in).body().title);
        }
    }
}

fn title(map: &Map, place: Place) -> &str {
    match place {
        Place::Touchpoint(index) => &map.at(index).body().title,
        Place::End => "the end",
        Place::Lost => "giving up",
    }
}
