//! Mistakes in the flow of customers: circles, places nobody gets to, shares that do not add up, empty phases, choices
//! that run together, losses without a reason.

use super::{Operator, add_field, branch, crossings, lines, passages};
use crate::mistake::{Knowledge, Mistake};
use crate::outline::{Node, Outline};
use crate::reading::{has_promise, is_closed, is_hindered};

pub const OPERATORS: &[Operator] = &[
    ("a circle of two", |map| {
        let first = ["- id: lap-one", "  title: §Lap one", "  next: lap-two"];
        circle(map, "lap-one", &[&first[..], &["- id: lap-two", "  title: Lap two", "  next: lap-one"]].concat())
    }),
    ("a circle of one", |map| {
        circle(map, "on-the-spot", &["- id: on-the-spot", "  title: §On the spot", "  next: on-the-spot"])
    }),
    ("a way into a circle", |map| {
        let way_in = ["- id: run-up", "  title: Run-up", "- id: hither", "  title: §Hither"];
        circle(map, "run-up", &[&way_in[..], &["- id: thither", "  title: Thither", "  next: hither"]].concat())
    }),
    ("a touchpoint nobody gets to", |map| {
        orphan(map, &["- id: passed-over", "  title: §Passed over"], &["unreachable-touchpoint"])
    }),
    // What is wrong with it is told where its title would be.
    ("a touchpoint without a title that nobody gets to", |map| {
        let nameless = ["- §id: passed-over-silently", "  owner: Nobody"];
        let mistakes = orphan(map, &nameless, &["missing-field"]).into_iter();
        mistakes.map(|mistake| mistake.also_finds("unreachable-touchpoint")).collect()
    }),
    ("text for a phase's touchpoints", |map| {
        new_phase(map, &["- id: short", "  title: A short phase", "  touchpoints: §I look round"], "wrong-type")
    }),
    ("a phase's touchpoints by name", |map| {
        let phase =
            ["- id: named", "  title: A named phase", "  touchpoints:", "    §look-round:", "      title: I look"];
        let mistakes = new_phase(map, &phase, "wrong-type").into_iter();
        mistakes.map(|mistake| mistake.hides(&[Knowledge::Ways, Knowledge::Names])).collect()
    }),
    ("a share changed", uneven),
    ("a share dropped", some_shares),
    ("a phase without touchpoints", empty_phase),
    ("a choice that runs together", |map| {
        let open = |(item, following): (&Node, &Node)| {
            let text = [
                "  next:",
                "    - to: §by-bike",
                "      when: It is dry",
                "    - to: by-tram",
                "      when: It rains",
                &format!("    - to: {}", following.value),
                "- id: by-bike",
                "  title: On my bike",
                "- id: by-tram",
                "  title: On the tram",
            ];
            branch(item, following, &text, &["branch-fallthrough"])
        };
        crossings(map).into_iter().map(open).collect()
    }),
    ("a loss without a reason", |map| loss(map, &["next:", "  - next", "  - §lost"])),
    ("a great loss without a reason", |map| {
        loss(map, &["next:", "  - to: next", "    share: 90%", "  - to: lost", "    share: §10%"])
    }),
];

/// A second way from a touchpoint to new ones that go round for ever.
fn circle(map: &Outline, entry: &str, round: &[&str]) -> Vec<Mistake> {
    let open = |(item, following): (&Node, &Node)| {
        let ways = ["  next:", &format!("    - to: {}", following.value), &format!("    - to: {entry}")];
        branch(item, following, &[&ways, round].concat(), &["endless-loop"])
    };
    crossings(map).into_iter().map(open).collect()
}

/// A new touchpoint that the one before it leaves out.
fn orphan(map: &Outline, touchpoint: &[&str], rules: &[&'static str]) -> Vec<Mistake> {
    let pass = |(item, following): (&Node, &Node)| {
        let next = format!("  next: {}", following.value);
        branch(item, following, &[&[next.as_str()], touchpoint].concat(), rules)
    };
    crossings(map).into_iter().map(pass).collect()
}

/// A new phase behind every phase that customers go straight on from.
fn new_phase(map: &Outline, phase: &[&str], rule: &'static str) -> Vec<Mistake> {
    let goes_on = |phase: &&Node| {
        let last = map.child(phase, "touchpoints").and_then(|list| map.below(list).pop());
        last.is_some_and(|touchpoint| map.child(touchpoint, "next").is_none())
    };
    let insert =
        |before: &Node| Mistake::default().writes(before.end..before.end, &lines(before.column, phase), &[rule]);
    map.at("phases/-").filter(goes_on).map(insert).collect()
}

/// Ways out of a touchpoint where nothing hinders customers.
fn loss(map: &Outline, ways: &[&str]) -> Vec<Mistake> {
    let is_smooth = |item: &&Node| !is_closed(map, item) && !is_hindered(map, item) && !has_promise(map, item);
    let lose =
        |item: &Node| add_field(item, ways, &["unexplained-loss"]).needs(&[Knowledge::Names, Knowledge::Reasons]);
    passages(map).into_iter().filter(is_smooth).map(lose).collect()
}

/// The shares of each touchpoint that has several, in order.
fn shares(map: &Outline) -> Vec<Vec<&Node>> {
    let of = |next: &Node| map.below(next).into_iter().filter_map(|way| map.child(way, "share")).collect::<Vec<_>>();
    map.at("phases/touchpoints/next").map(of).filter(|shares| shares.len() > 1).collect()
}

/// Whatever else becomes of a share of the same touchpoint, it hides that they do not add up: the mistake owns them all.
fn owning(mistake: Mistake, shares: &[&Node]) -> Mistake {
    shares.iter().fold(mistake, |mistake, share| mistake.owns(share.lines()))
}

fn uneven(map: &Outline) -> Vec<Mistake> {
    let change = |shares: &[&Node], share: &Node| {
        let figure: f64 = share.value.trim_end_matches('%').parse().unwrap();
        let figure = if figure > 90.0 { figure - 3.0 } else { figure + 3.0 };
        let mistake = owning(Mistake::default(), shares).value(map, share, &format!("{figure}%"));
        if share.line == shares[0].line {
            mistake.finds_written("uneven-shares", 0, share.value_column)
        } else {
            mistake.finds_kept("uneven-shares", shares[0].line, shares[0].value_column)
        }
    };
    shares(map).iter().flat_map(|all| all.iter().map(|share| change(all, share))).collect()
}

fn some_shares(map: &Outline) -> Vec<Mistake> {
    let drop = |shares: &[&Node], share: &Node| {
        let first = shares.iter().find(|other| other.line != share.line).unwrap();
        let mistake = owning(Mistake::default(), shares).edit(share.lines(), Vec::new());
        mistake.finds_kept("uneven-shares", first.line, first.value_column)
    };
    shares(map).iter().flat_map(|all| all.iter().map(|share| drop(all, share))).collect()
}

/// One more phase behind another; only the first empty one of a map is reported.
fn empty_phase(map: &Outline) -> Vec<Mistake> {
    let phases: Vec<_> = map.at("phases/-").collect();
    if phases.iter().any(|phase| map.child(phase, "touchpoints").is_none()) {
        return Vec::new();
    }
    let insert = |phase: &&Node| {
        let lines = lines(phase.column, &["- id: nothing-here", "  title: §Nothing here"]);
        Mistake::default().writes(phase.end..phase.end, &lines, &["empty-phase"])
    };
    phases.iter().map(insert).collect()
}
