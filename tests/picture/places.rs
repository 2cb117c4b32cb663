//! Nothing overlaps, leaves its box or is too small to read.

use cxmap::graph::Map;
use cxmap::render::scene::{Band, Lane, Rect, Scene, Segment, Shape};
use cxmap::render::{PictureOptions, Wrap, scene};

use crate::maps::{HOSTILE, bundled, generated, map, map_of};

/// What rounding may do.
const SLACK: f64 = 0.01;

fn check(what: &str, map: &Map) {
    for wrap in [Wrap::Auto, Wrap::Never, Wrap::Every(3)] {
        check_scene(&format!("{what}, {wrap:?}"), &scene(map, &PictureOptions { wrap, ..PictureOptions::default() }));
    }
}

pub fn check_scene(what: &str, scene: &Scene) {
    let canvas = Rect { x: 0.0, y: 0.0, width: scene.width, height: scene.height };
    let mut bottom = 0.0;
    for band in &scene.bands {
        assert!(contains(canvas, band.bounds), "{what}: {} leaves the canvas", band.lane);
        assert!(band.bounds.y >= bottom - SLACK, "{what}: {} overlaps what is above it", band.lane);
        bottom = band.bounds.bottom();
        for shape in &band.shapes {
            assert!(contains(band.bounds, extent(shape)), "{what}: {shape:?} leaves {} {:?}", band.lane, band.bounds);
        }
        for node in &band.nodes {
            assert!(
                contains(band.bounds, node.bounds),
                "{what}: {} leaves {} {:?} {:?}",
                node.address,
                band.lane,
                node.bounds,
                band.bounds
            );
            for shape in &node.shapes {
                assert!(
                    contains(node.bounds, extent(shape)),
                    "{what}: {shape:?} leaves {} {:?}",
                    node.address,
                    node.bounds
                );
            }
        }
        no_texts_overlap(what, band);
    }
    for (_, _, text) in scene.texts() {
        assert!(text.size >= 11.0, "{what}: {} is set in {}", text.content(), text.size);
    }
}

fn no_texts_overlap(what: &str, band: &Band) {
    let own =
        band.shapes.iter().filter_map(|shape| as_text(shape)).enumerate().map(|(at, text)| (1_000_000 + at, text));
    let of_nodes = band.nodes.iter().enumerate();
    let of_nodes = of_nodes.flat_map(|(at, node)| node.shapes.iter().filter_map(as_text).map(move |text| (at, text)));
    let mut boxes: Vec<_> = own.chain(of_nodes).map(|(at, text)| (text.bounds(), at, text)).collect();
    boxes.sort_by(|one, other| one.0.x.total_cmp(&other.0.x));
    for (at, (rect, node, text)) in boxes.iter().enumerate() {
        for (other, other_node, other_text) in boxes[at + 1..].iter().take_while(|(other, ..)| other.x < rect.right()) {
            let meet = rect.y < other.bottom() - 1.0 && other.y < rect.bottom() - 1.0;
            assert!(
                node == other_node || !meet,
                "{what}: “{}” and “{}” overlap in {}: {rect:?} {other:?}",
                text.content(),
                other_text.content(),
                band.lane
            );
        }
    }
}

fn as_text(shape: &Shape) -> Option<&cxmap::render::scene::Text> {
    if let Shape::Text(text) = shape { Some(text) } else { None }
}

fn contains(outer: Rect, inner: Rect) -> bool {
    inner.x >= outer.x - SLACK
        && inner.y >= outer.y - SLACK
        && inner.right() <= outer.right() + SLACK
        && inner.bottom() <= outer.bottom() + SLACK
}

/// The room that a shape takes, without its outline.
fn extent(shape: &Shape) -> Rect {
    let (points, radius): (Vec<_>, f64) = match shape {
        Shape::Rect(rect, ..) => return *rect,
        Shape::Text(text) => return text.bounds(),
        Shape::Circle(center, radius, _) => (vec![*center], *radius),
        Shape::Path(path, _) => (path.iter().filter_map(end).collect(), 0.0),
        Shape::Polygon(corners, _) => (corners.clone(), 0.0),
    };
    let edge = |pick: fn(&cxmap::render::scene::Point) -> f64, better: fn(f64, f64) -> f64| {
        points.iter().map(pick).reduce(better).unwrap_or_default()
    };
    let (left, right) = (edge(|point| point.x, f64::min) - radius, edge(|point| point.x, f64::max) + radius);
    let (top, bottom) = (edge(|point| point.y, f64::min) - radius, edge(|point| point.y, f64::max) + radius);
    Rect { x: left, y: top, width: right - left, height: bottom - top }
}

fn end(segment: &Segment) -> Option<cxmap::render::scene::Point> {
    match segment {
        Segment::Move(to) | Segment::Line(to) | Segment::Curve(_, _, to) => Some(*to),
        Segment::Close => None,
    }
}

#[test]
fn bundled_maps_stand_well() {
    for (path, map) in bundled() {
        check(&path.to_string_lossy(), &map);
    }
}

#[test]
fn generated_maps_stand_well() {
    for (touchpoints, seed) in
        [(1, 1), (2, 2), (3, 3), (5, 4), (9, 5), (15, 6), (16, 7), (17, 8), (40, 9), (40, 10), (120, 11), (200, 12)]
    {
        check(&format!("{touchpoints} touchpoints, seed {seed}"), &map(&generated(touchpoints, seed)));
    }
}

#[test]
fn hostile_texts_stand_well() {
    for text in HOSTILE {
        check(text, &map_of(text));
    }
}

#[test]
fn empty_and_odd_maps_stand_well() {
    for text in [
        "cxmap: 1\ntitle: t\nphases: [{title: p}]",
        "cxmap: 1\ntitle: ''\nphases: [{title: p, touchpoints: [{title: a, next: [a, {to: a, when: again}]}]}]",
        "cxmap: 1\ntitle: t\nscale: {min: 0, max: 1e300}\nphases: [{title: p, touchpoints: [{title: a, experience: 5}, {title: b, experience: 1e299}]}]",
        "cxmap: 1\ntitle: t\nscale: {min: -1e308, max: 1e308}\nphases: [{title: p, touchpoints: [{title: a, experience: 5}]}]",
        "cxmap: 1\ntitle: t\nphases: [{title: p, touchpoints: [{title: a, experience: 900}, {title: b, experience: -7, expectation: 3}]}]",
    ] {
        check(text, &map(text));
    }
}

/// The boxes are what nodes take, and the names of lanes at their left.
#[test]
fn the_canvas_is_not_wasted() {
    for (path, map) in bundled() {
        let scene = scene(&map, &PictureOptions::default());
        let names: f64 = scene.bands.iter().map(|band| band.bounds.height * 168.0).sum();
        let boxes = scene.bands.iter().filter(|band| band.lane != Lane::Ways).flat_map(|band| &band.nodes);
        let boxes: f64 = boxes.map(|node| node.bounds.width * node.bounds.height).sum();
        let part = scene.width * scene.height / (boxes + names);
        assert!(part <= 3.0, "{}: the canvas is {part:.2} times its boxes", path.display());
    }
}

#[test]
fn phases_and_lanes_are_chosen() {
    let map = crate::maps::journey("insurance-premium/before.journey.yaml");
    let ids: Vec<_> = map.phases().map(|phase| phase.id().to_owned()).collect();
    let options =
        PictureOptions { phases: vec![ids[1].clone()], lanes: vec![Lane::Curve], ..PictureOptions::default() };
    let scene = scene(&map, &options);
    let lanes: Vec<_> = scene.bands.iter().map(|band| band.lane).collect();
    assert_eq!(lanes, [Lane::Head, Lane::Phases, Lane::Curve]);
    let phases = scene.bands[1].nodes.iter().map(|node| node.address.to_string());
    assert_eq!(phases.collect::<Vec<_>>(), [format!("phase:{}", ids[1])]);
}

/// Rows hold whole phases, unless one is too long for any row or would leave another half empty.
#[test]
fn rows_break_between_phases() {
    let phase = |at: usize, count: usize| {
        let touchpoints = (0..count).map(|number| format!("{{title: t{at} {number}}}"));
        format!("{{title: p{at}, touchpoints: [{}]}}", touchpoints.collect::<Vec<_>>().join(", "))
    };
    let text =
        format!("cxmap: 1\ntitle: t\nphases: [{}, {}, {}, {}]", phase(0, 3), phase(1, 2), phase(2, 7), phase(3, 1));
    let rows = |wrap| {
        let scene = scene(&map(&text), &PictureOptions { wrap, ..PictureOptions::default() });
        let cards = scene.bands.iter().filter(|band| band.lane == Lane::Touchpoints);
        cards.map(|band| band.nodes.len()).collect::<Vec<_>>()
    };
    assert_eq!(rows(Wrap::Never), [13]);
    assert_eq!(rows(Wrap::Auto), [13]);
    assert_eq!(rows(Wrap::Every(4)), [3, 2, 4, 4]);
    assert_eq!(rows(Wrap::Every(5)), [5, 4, 4]);
    assert_eq!(rows(Wrap::Every(1)), [1; 13]);
}
