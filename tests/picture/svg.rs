//! The SVG: sound, inert, accessible, the same every time.

use std::collections::BTreeSet;

use cxmap::render::{Colors, PictureOptions, SvgOptions, scene, svg};
use roxmltree::Document;

use crate::maps::{EVERYTHING, HOSTILE, bundled, journey, map, map_of};

const NUMBERS: [&str; 10] = ["x", "y", "width", "height", "cx", "cy", "r", "d", "viewBox", "font-size"];

fn picture(map: &cxmap::graph::Map) -> String {
    svg(&scene(map, &PictureOptions::default()), &SvgOptions::default())
}

#[test]
fn every_picture_is_sound_and_accessible() {
    let hostile = HOSTILE.into_iter().map(map_of);
    for map in bundled().into_iter().map(|(_, map)| map).chain(hostile) {
        let text = picture(&map);
        let document = Document::parse(&text).expect("XML");
        let root = document.root_element();
        assert_eq!(root.attribute("role"), Some("img"));
        let ids: Vec<_> = document.descendants().filter_map(|node| node.attribute("id")).collect();
        assert_eq!(root.attribute("aria-labelledby").unwrap().split(' ').collect::<Vec<_>>(), ids);
        let elements: BTreeSet<_> =
            document.descendants().filter(roxmltree::Node::is_element).map(|node| node.tag_name().name()).collect();
        let known = BTreeSet::from(["svg", "title", "desc", "g", "rect", "circle", "path", "text", "tspan"]);
        assert!(elements.is_subset(&known), "{elements:?}");
        let links = document.descendants().flat_map(|node| node.attributes()).filter(|attribute| {
            attribute.name().starts_with("on") || attribute.name() == "href" || attribute.name() == "style"
        });
        assert_eq!(links.count(), 0);
        let numbers = document
            .descendants()
            .flat_map(|node| node.attributes())
            .filter(|attribute| NUMBERS.contains(&attribute.name()));
        for attribute in numbers {
            assert!(!attribute.value().contains(['N', 'i', 'e']), "{} is {}", attribute.name(), attribute.value());
        }
    }
}

#[test]
fn nodes_carry_their_addresses() {
    let text = picture(&map(EVERYTHING));
    let document = Document::parse(&text).unwrap();
    let addresses: BTreeSet<_> = document.descendants().filter_map(|node| node.attribute("data-address")).collect();
    for address in [
        "map",
        "phase:one",
        "phase:two",
        "touchpoint:a",
        "touchpoint:b",
        "touchpoint:c",
        "moment:a",
        "moment:c",
        "friction:phase:one/f1",
        "friction:a/f2",
        "promise:a/p",
        "promise:a/q",
        "solution:s1",
        "employee:a",
        "feedback:a",
        "measure:a/nps",
        "way:a>b",
        "way:a>c",
        "way:c>a",
    ] {
        assert!(addresses.contains(address), "{address}");
    }
    let lanes: Vec<_> = document.descendants().filter_map(|node| node.attribute("data-lane")).collect();
    assert_eq!(lanes.len(), 15, "{lanes:?}");
    for node in document.descendants().filter(|node| node.has_attribute("data-address")) {
        assert!(node.parent().unwrap().has_attribute("data-lane"));
    }
}

#[test]
fn the_same_map_gives_the_same_bytes() {
    let path = "telecom-home-internet/lockdown.journey.yaml";
    assert_eq!(picture(&journey(path)), picture(&journey(path)));
}

#[test]
fn ids_differ_between_pictures() {
    let ids = |map: &cxmap::graph::Map| {
        let text = picture(map);
        let document = Document::parse(&text).unwrap();
        document.descendants().filter_map(|node| node.attribute("id").map(ToOwned::to_owned)).collect::<BTreeSet<_>>()
    };
    let all: Vec<_> = bundled().iter().map(|(_, map)| ids(map)).collect();
    let distinct: BTreeSet<_> = all.iter().flatten().collect();
    assert_eq!(distinct.len(), all.iter().map(BTreeSet::len).sum::<usize>());
}

#[test]
fn colours_come_from_classes_for_pages() {
    let scene = scene(&map(EVERYTHING), &PictureOptions::default());
    let text = svg(&scene, &SvgOptions { colors: Colors::Classes, ..SvgOptions::default() });
    assert!(!text.contains("=\"#"), "no colour is fixed");
    assert!(text.contains("class=\"f-ink\""));
}

#[test]
fn the_face_is_embedded_when_asked() {
    let scene = scene(&map(EVERYTHING), &PictureOptions::default());
    let text = svg(&scene, &SvgOptions { embed_font: true, ..SvgOptions::default() });
    assert_eq!(text.matches("@font-face").count(), 2);
    Document::parse(&text).expect("XML");
}
