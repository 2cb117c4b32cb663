//! Every text of a map is in its picture, whole.

use cxmap::graph::Map;
use cxmap::render::scene::Scene;
use cxmap::render::{PictureOptions, scene};
use cxmap::text::printable;
use serde_json::Value;

use crate::maps::{EVERYTHING, HOSTILE, bundled, map, map_of};

/// The fields whose texts are drawn; the others are told when pointed at.
const DRAWN: [&str; 24] = [
    "title",
    "name",
    "scenario",
    "goal",
    "goals",
    "needs",
    "quote",
    "owner",
    "actors",
    "feeling",
    "thinking",
    "role",
    "system",
    "systems",
    "props",
    "via",
    "open_question",
    "when",
    "metric",
    "unit",
    "persona",
    "moment_of_truth",
    "frontstage",
    "backstage",
];
/// The texts of a journey by the names of their fields.
fn texts<'v>(value: &'v Value, field: &'v str, found: &mut Vec<(&'v str, &'v str)>) {
    match value {
        Value::String(text) => found.push((field, text)),
        Value::Array(items) => items.iter().for_each(|item| texts(item, field, found)),
        Value::Object(fields) => {
            for (name, value) in fields {
                match field {
                    "evidence" if ["title", "url"].contains(&name.as_str()) => texts(value, field, found),
                    "evidence" => {}
                    _ => texts(value, name, found),
                }
            }
        }
        _ => {}
    }
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn check(what: &str, map: &Map) {
    let scene = scene(map, &PictureOptions::default());
    let drawn = drawn(&scene);
    let told: Vec<_> = scene.bands.iter().flat_map(|band| &band.nodes).map(|node| squeezed(&node.detail)).collect();
    let told = told.join("\n");
    let journey = serde_json::to_value(map.journey()).unwrap();
    let mut found = Vec::new();
    texts(&journey, "", &mut found);
    assert!(found.len() > 5, "{what}: texts are found");
    for (field, text) in found {
        let is_plain =
            DRAWN.contains(&field) || field.ends_with("points") || field.ends_with("solutions") || field == "promises";
        let shown = squeezed(&printable(text));
        if is_plain && field != "metric" {
            assert!(drawn.contains(&shown), "{what}: “{shown}” of {field} is not drawn");
        } else if field == "metric" || ["description", "because", "evidence"].contains(&field) {
            let is_there =
                [&drawn, &told].iter().any(|texts| texts.to_lowercase().contains(&squeezed(&shown).to_lowercase()));
            let is_told = told.contains(&squeezed(text));
            assert!(is_there || is_told || is_of_unused_channel(map, text), "{what}: “{text}” of {field} is nowhere");
        }
    }
}

/// A channel that no touchpoint uses is not in the picture.
fn is_of_unused_channel(map: &Map, text: &str) -> bool {
    let is_used = |id: &str| {
        map.touchpoints().any(|touchpoint| touchpoint.body().channel.iter().any(|channel| channel.as_str() == id))
    };
    map.journey().channels.iter().any(|(id, channel)| {
        let because = channel.status.as_ref().and_then(|status| status.because.as_ref());
        let texts = [&channel.description, &because.cloned()];
        (!is_used(id.as_str()) || because.is_some_and(|because| because.as_str() == text))
            && texts.into_iter().flatten().any(|own| own.as_str() == text)
    })
}

fn drawn(scene: &Scene) -> String {
    scene.texts().map(|(_, _, text)| squeezed(&text.content())).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_texts_of_bundled_maps_are_there() {
    for (path, map) in bundled() {
        check(&path.to_string_lossy(), &map);
    }
}

/// Each text of this map has a number of its own: none can stand in for another.
#[test]
fn every_field_is_there() {
    let text = EVERYTHING.replace("TEXT ", "Text number ");
    let map = map(&text);
    let scene = scene(&map, &PictureOptions::default());
    let drawn = drawn(&scene);
    let told: Vec<_> = scene.bands.iter().flat_map(|band| &band.nodes).map(|node| node.detail.as_str()).collect();
    let told = told.join("\n");
    let has = |texts: &str, number: usize| {
        let name = format!("Text number {number}").to_lowercase();
        let texts = texts.to_lowercase();
        texts.match_indices(&name).any(|(at, _)| !texts[at + name.len()..].starts_with(|c: char| c.is_ascii_digit()))
    };
    // What stands on the cards, and what is told when pointed at: reasons, evidence, sources, descriptions.
    let told_only = [15, 20, 21, 24, 25, 26, 28, 37, 39, 44, 45, 57, 58, 61, 62, 63];
    for number in 1..=87 {
        let is_drawn = has(&drawn, number);
        assert_eq!(is_drawn, !told_only.contains(&number), "text {number} is drawn");
        assert!(is_drawn || has(&told, number), "text {number} is nowhere");
    }
}

#[test]
fn hostile_texts_are_there_whole() {
    for text in HOSTILE {
        let map = map_of(text);
        let scene = scene(&map, &PictureOptions::default());
        let title = squeezed(&printable(&format!("{text} 38")));
        let node = scene
            .bands
            .iter()
            .flat_map(|band| &band.nodes)
            .find(|node| node.address.to_string() == "touchpoint:a" && node.kind.as_str() == "touchpoint");
        let shapes = node.expect("a card").shapes.iter();
        let texts = shapes.filter_map(|shape| {
            if let cxmap::render::scene::Shape::Text(text) = shape { Some(squeezed(&text.content())) } else { None }
        });
        assert!(texts.collect::<Vec<_>>().contains(&title), "{title}");
    }
}
