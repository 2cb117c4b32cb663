//! Two states in one picture: it stands as well as that of one, and shows what is new, gone and otherwise.

use std::path::Path;

use cxmap::diff::report::overlay::overlay;
use cxmap::diff::report::{JourneyReport, Report, State};
use cxmap::diff::{Kind, Options};
use cxmap::graph::Map;
use cxmap::render::scene::{Kind as Drawn, Lane, Node, NodeState, Paint, Role, Scene, Segment, Shape, Tone};
use cxmap::render::{PictureOptions, Wrap, compared, scene};

use crate::maps::{EVERYTHING, HOSTILE, bundled, generated, map, map_of};
use crate::places::check_scene;

/// A report of two states.
fn report<'m>(before: &'m Map, after: &'m Map) -> Report<'m> {
    let state = |name: &str, map| State { name: name.to_owned(), map };
    let options = Options::default();
    let journeys = vec![JourneyReport::of(
        vec![state("before.journey.yaml", before), state("after.journey.yaml", after)],
        options,
    )];
    Report { options, journeys, ..Report::default() }
}

/// The picture of two states.
pub fn drawn(before: &Map, after: &Map, options: &PictureOptions) -> Scene {
    let report = report(before, after);
    let journey = &report.journeys[0];
    let overlay = overlay(journey, &journey.comparisons[0], &report).expect("two states");
    compared(after, options, &overlay)
}

fn check(what: &str, before: &Map, after: &Map) {
    for wrap in [Wrap::Auto, Wrap::Never, Wrap::Every(3)] {
        let options = PictureOptions { wrap, ..PictureOptions::default() };
        let scene = drawn(before, after, &options);
        check_scene(&format!("{what}, {wrap:?}"), &scene);
        tells(what, before, after, &scene);
    }
}

/// What is new and what is gone can be seen, and nothing is marked without a word.
fn tells(what: &str, before: &Map, after: &Map, scene: &Scene) {
    let nodes = || scene.bands.iter().flat_map(|band| &band.nodes);
    let report = report(before, after);
    for change in report.changes() {
        let is_shown = |state: fn(&NodeState) -> bool| {
            nodes().any(|node| node.kind == Drawn::Touchpoint && node.address == change.address && state(&node.state))
        };
        match change.kind {
            Kind::TouchpointAdded => {
                assert!(is_shown(|state| matches!(state, NodeState::Marked(_))), "{what}: {} is new", change.address);
            }
            Kind::TouchpointRemoved => {
                assert!(is_shown(|state| matches!(state, NodeState::Gone(_))), "{what}: {} is gone", change.address);
            }
            _ => {}
        }
    }
    for node in nodes().filter(|node| node.kind != Drawn::Rating && node.state != NodeState::Plain) {
        let words = texts(node).concat();
        assert!(words.contains(['+', '−', '~', '→']), "{what}: {} is marked by colour alone: {words}", node.address);
        assert!(!node.detail.is_empty() || node.kind == Drawn::Phase, "{what}: {} does not say why", node.address);
    }
    let cards = nodes().filter(|node| node.kind == Drawn::Touchpoint && !matches!(node.state, NodeState::Gone(_)));
    assert_eq!(cards.count(), after.touchpoints().len(), "{what}: every touchpoint has its card");
}

fn texts(node: &Node) -> Vec<String> {
    let text = |shape: &Shape| if let Shape::Text(text) = shape { Some(text.content()) } else { None };
    node.shapes.iter().filter_map(text).collect()
}

#[test]
fn bundled_pairs_stand_well() {
    let maps = bundled();
    let folder = |path: &Path| path.parent().map(Path::to_owned);
    let mut pairs = 0;
    for (path, before) in &maps {
        for (other, after) in maps.iter().filter(|(other, _)| folder(other) == folder(path) && other != path) {
            check(&format!("{} and {}", path.display(), other.display()), before, after);
            pairs += 1;
        }
    }
    assert!(pairs > 12, "{pairs}");
}

#[test]
fn generated_pairs_stand_well() {
    for (one, other) in
        [((1, 1), (2, 2)), ((3, 3), (9, 5)), ((16, 7), (15, 6)), ((40, 9), (40, 10)), ((120, 11), (30, 12))]
    {
        let [before, after] = [one, other].map(|(touchpoints, seed)| map(&generated(touchpoints, seed)));
        check(&format!("{one:?} and {other:?}"), &before, &after);
        check(&format!("{other:?} and {one:?}"), &after, &before);
    }
}

#[test]
fn hostile_pairs_stand_well() {
    let other = map(&generated(6, 4));
    for pair in HOSTILE.windows(2) {
        let [before, after] = [pair[0], pair[1]].map(map_of);
        check(pair[1], &before, &after);
        check(pair[1], &other, &after);
    }
}

#[test]
fn odd_pairs_stand_well() {
    let odd = [
        "cxmap: 1\ntitle: t\nphases: [{title: p}]",
        "cxmap: 1\ntitle: ''\nphases: [{title: q, touchpoints: [{title: a, next: [a, {to: a, when: again}]}]}]",
        "cxmap: 1\ntitle: t\nscale: {min: 0, max: 1e300}\nphases: [{title: p, touchpoints: [{title: a, experience: 5}, {title: b, experience: 1e299}]}]",
        "cxmap: 1\ntitle: t\nphases: [{title: p, touchpoints: [{title: b, experience: 900}, {title: a, experience: -7, expectation: 3}]}]",
        EVERYTHING,
    ];
    for before in odd {
        for after in odd {
            check(after, &map(before), &map(after));
        }
    }
}

/// Where nothing changed, nothing is marked, and the picture is that of the map but for its head and the line before.
#[test]
fn the_same_twice_is_marked_nowhere() {
    for (path, map) in bundled() {
        let twice = drawn(&map, &map, &PictureOptions { lanes: Lane::ALL.to_vec(), ..PictureOptions::default() });
        assert!(twice.bands.iter().flat_map(|band| &band.nodes).all(|node| node.state == NodeState::Plain));
        let once = scene(&map, &PictureOptions::default());
        let cards = |scene: &Scene| -> Vec<_> {
            let bands = scene.bands.iter().filter(|band| ![Lane::Head, Lane::Curve].contains(&band.lane));
            bands.flat_map(|band| &band.nodes).map(|node| (node.bounds.x, node.bounds.height, texts(node))).collect()
        };
        assert_eq!(cards(&once), cards(&twice), "{}", path.display());
    }
}

const BEFORE: &str = "
cxmap: 1
title: I pay
phases:
  - id: choose
    title: Choose
    touchpoints:
      - {id: compare, title: I compare, experience: 3, expectation: 3}
      - {id: desk, title: I go to the branch, experience: 5, friction_points: [{id: queue, title: A queue}]}
      - {id: sign, title: I sign, experience: 2, expectation: 3}
  - {id: fill, title: Fill in, touchpoints: [{id: form, title: I fill in a form, experience: 1, moment_of_truth: Do they help?}]}
  - {id: pay, title: Pay, touchpoints: [{id: pay, title: I pay, experience: 4, wait: 1d}]}
";
const AFTER: &str = "
cxmap: 1
title: I pay
situation: Lockdown
phases:
  - id: choose
    title: Choose
    touchpoints:
      - {id: compare, title: I compare, experience: 3, expectation: 3}
      - {id: video, title: I ask on video, experience: 4}
      - {id: sign, title: I sign, experience: 4, expectation: 3, friction_points: [{id: app, title: The app asks for a card}]}
  - {id: pay, title: Pay, touchpoints: [{id: pay, title: I pay, status: unavailable, experience: 2, wait: 2d}]}
";

fn lane(scene: &Scene, lane: Lane) -> &[Node] {
    scene.bands.iter().find(|band| band.lane == lane).map_or(&[], |band| &band.nodes)
}

/// What is gone stands where it stood.
#[test]
fn both_orders_are_kept() {
    let scene = drawn(&map(BEFORE), &map(AFTER), &PictureOptions::default());
    let cards = lane(&scene, Lane::Touchpoints).iter().map(|node| (node.address.to_string(), node.state));
    let (gone, new) = (NodeState::Gone(Tone::Neutral), NodeState::Marked(Tone::Neutral));
    let wanted = [
        ("touchpoint:compare", NodeState::Plain),
        ("touchpoint:desk", gone),
        ("touchpoint:video", new),
        ("touchpoint:sign", NodeState::Plain),
        ("touchpoint:form", gone),
        ("touchpoint:pay", NodeState::Marked(Tone::Worse)),
    ];
    assert_eq!(cards.collect::<Vec<_>>(), wanted.map(|(address, state)| (address.to_owned(), state)));
    let phases: Vec<_> = lane(&scene, Lane::Phases).iter().map(texts).collect();
    assert_eq!(phases, [vec!["Choose"], vec!["Fill in", "−\u{a0}Gone"], vec!["Pay"]]);
}

#[test]
fn cards_say_what_happened() {
    let scene = drawn(&map(BEFORE), &map(AFTER), &PictureOptions::default());
    let words = |lane_of: Lane, address: &str| {
        let node = lane(&scene, lane_of).iter().find(|node| node.address.to_string() == address);
        texts(node.unwrap_or_else(|| panic!("{address} is drawn"))).join("|").replace('\u{a0}', " ")
    };
    assert_eq!(words(Lane::Touchpoints, "touchpoint:desk"), "− Gone|I go to the branch");
    assert_eq!(words(Lane::Touchpoints, "touchpoint:pay"), "− Closed now|~ Longer wait|I pay|Closed|Wait 2 days");
    assert_eq!(words(Lane::Friction, "friction:sign/app"), "+ New|Medium|The app asks for a card");
    assert_eq!(words(Lane::Friction, "friction:desk/queue"), "− Gone|Medium|A queue");
    assert_eq!(words(Lane::Curve, "moment:form"), "− Lost|Do they help?");
    let head: Vec<_> = lane(&scene, Lane::Head).iter().flat_map(texts).collect();
    assert!(head.contains(&"before".to_owned()) && head.contains(&"→ Lockdown".to_owned()), "{head:?}");
    assert_eq!(scene.title, "I pay: before → Lockdown");
}

/// The line before stands at its own ratings: 44 pixels are one of five.
#[test]
fn both_curves_are_drawn() {
    let scene = drawn(&map(BEFORE), &map(AFTER), &PictureOptions::default());
    let band = scene.bands.iter().find(|band| band.lane == Lane::Curve).unwrap();
    let heights = |is_wanted: fn(&Paint) -> bool| {
        let line = band.shapes.iter().find_map(|shape| match shape {
            Shape::Path(path, paint) if is_wanted(paint) && path.len() > 2 => Some(path),
            _ => None,
        });
        let ends = line.into_iter().flatten().filter_map(|segment| match segment {
            Segment::Move(to) | Segment::Curve(_, _, to) => Some(to.y),
            _ => None,
        });
        let ends: Vec<_> = ends.collect();
        ends.iter().map(|y| (ends[0] - y) / 44.0).collect::<Vec<_>>()
    };
    let is_before =
        |paint: &Paint| paint.stroke.is_some_and(|stroke| stroke.role == Role::Muted && stroke.dash.is_none());
    // compare 3, desk 5, sign 2, form 1, pay 4
    assert_eq!(heights(is_before), [0.0, 2.0, -1.0, -2.0, 1.0]);
    let values = |address: &str| {
        let node = band.nodes.iter().find(|node| node.kind == Drawn::Rating && node.address.to_string() == address);
        texts(node.expect("a rating"))
    };
    assert_eq!(values("touchpoint:compare")[0], "3", "what is as it was says so once");
    assert_eq!(values("touchpoint:sign"), ["3", "2 → 4"].map(str::to_owned));
    assert_eq!(values("touchpoint:desk"), ["5"]);
}
