//! The ways that are drawn are those that customers take as things are.

use std::fmt::Write as _;

use cxmap::render::scene::{Lane, Node, Scene, Segment, Shape};
use cxmap::render::{PictureOptions, Wrap, scene};

use crate::maps::map;
use crate::places::check_scene;

fn picture(touchpoints: &str) -> Scene {
    let text = format!("cxmap: 1\ntitle: t\nphases:\n  - title: p\n    touchpoints:\n{touchpoints}");
    let scene = scene(&map(&text), &PictureOptions { wrap: Wrap::Never, ..PictureOptions::default() });
    check_scene(touchpoints, &scene);
    scene
}

fn lane(scene: &Scene, lane: Lane) -> &[Node] {
    scene.bands.iter().find(|band| band.lane == lane).map_or(&[], |band| &band.nodes)
}

fn words(node: &Node) -> String {
    let texts =
        node.shapes.iter().filter_map(|shape| if let Shape::Text(text) = shape { Some(text.content()) } else { None });
    texts.collect::<Vec<_>>().join(" ")
}

/// The arcs in order: their addresses, from which card to which they run, what they say, and `|` if they end at a wall.
fn arcs(scene: &Scene) -> Vec<String> {
    let cards = lane(scene, Lane::Touchpoints);
    let card = |x: f64| cards.iter().position(|card| (card.bounds.x..card.bounds.right()).contains(&x)).unwrap();
    let arc = |node: &Node| {
        let Some(Shape::Path(path, paint)) = node.shapes.first() else { panic!("a line first") };
        let ends: Vec<_> = path
            .iter()
            .filter_map(|segment| match segment {
                Segment::Move(at) | Segment::Line(at) => Some(at.x),
                _ => None,
            })
            .collect();
        let wall = if paint.stroke.unwrap().dash.is_some() { "|" } else { "" };
        let (from, to) = (card(ends[0]), card(*ends.last().unwrap()));
        format!("{} {from}>{to}{wall} {}", node.address, words(node)).trim().to_owned()
    };
    let mut arcs: Vec<_> = lane(scene, Lane::Ways).iter().map(arc).collect();
    arcs.sort();
    arcs
}

#[test]
fn arrows_run_to_what_takes_the_place_of_what_is_closed() {
    let picture = picture(
        "      - {id: choose, title: a, next: [{to: desk, share: 35%, when: In person}, {to: site, share: 45%}, {to: lost, share: 20%}]}
      - {id: desk, title: b, status: unavailable, replaced_by: kiosk, next: swap}
      - {id: kiosk, title: c, next: swap}
      - {id: site, title: d}
      - {id: swap, title: e}
      - {id: bar, title: f, status: unavailable, optional: true}
      - {id: play, title: g}
",
    );
    assert_eq!(
        arcs(&picture),
        [
            // Nothing leads to the desk or away from it; nobody stops for the bar.
            "way:choose>desk 0>2 35% In person",
            "way:choose>site 0>3 45%",
            "way:kiosk>swap 2>4",
            "way:swap>bar 4>6",
        ]
    );
    assert!(words(&lane(&picture, Lane::Touchpoints)[0]).contains("20% give up"));
}

#[test]
fn a_way_that_ends_at_something_closed_ends_before_a_bar() {
    let picture = picture(
        "      - {id: code, title: a, next: [{to: call, share: 65%}, {to: ticket, share: 35%}]}
      - {id: ticket, title: b, next: [{to: visit, when: Urgent}, {to: end, when: Solved}]}
      - {id: call, title: c, status: unavailable, next: [{to: visit, when: Day}, {to: end, when: Night}]}
      - {id: visit, title: d}
",
    );
    let expected = ["way:code>call 0>2| 65%", "way:code>ticket 0>1 35%", "way:ticket>visit 1>3 Urgent"];
    assert_eq!(arcs(&picture), expected);
    let cards = lane(&picture, Lane::Touchpoints);
    assert!(words(&cards[1]).contains("Journey completed: Solved"));
    assert!(!words(&cards[2]).contains("Night"), "nobody goes on from there");
}

/// Several replacements: nobody knows how many go where.
#[test]
fn a_share_is_told_where_it_is_known() {
    let picture = picture(
        "      - {id: a, title: a, next: [{to: b, share: 70%}, {to: c, share: 30%}]}
      - {id: b, title: b, status: unavailable, replaced_by: [d, e]}
      - {id: c, title: c, status: unavailable, replaced_by: d}
      - {id: d, title: d, next: end}
      - {id: e, title: e}
",
    );
    assert_eq!(arcs(&picture), ["way:a>b 0>3", "way:a>b 0>4", "way:a>c 0>3 30%"]);
}

#[test]
fn hundreds_of_jumps_are_drawn_as_far_as_there_is_room() {
    const JUMPS: usize = 300;
    let next: Vec<_> = (1..=JUMPS).map(|at| format!("{{to: t{at}, when: Case {at}}}")).collect();
    let mut touchpoints = format!("      - {{id: t0, title: Hub, next: [{}]}}\n", next.join(", "));
    for at in 1..=JUMPS {
        let _ = writeln!(touchpoints, "      - {{id: t{at}, title: Step {at}}}");
    }
    let picture = picture(&touchpoints);
    let ways = picture.bands.iter().find(|band| band.lane == Lane::Ways).unwrap();
    assert!(ways.bounds.height < 500.0, "{}", ways.bounds.height);
    let told = words(&lane(&picture, Lane::Touchpoints)[0]).matches("Case ").count();
    assert_eq!(ways.nodes.len() + told, JUMPS, "each is an arc or a line on the card");
    assert!(ways.nodes.len() >= 12, "{}", ways.nodes.len());
}
