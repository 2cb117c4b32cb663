//! Mistakes in the flow of customers: circles, places nobody gets to, shares that do not add up, empty phases.

use super::{Operator, line, touchpoints};
use crate::mistake::{Knowledge, Mistake};
use crate::outline::{Node, Outline};

pub const OPERATORS: &[Operator] = &[
    ("a circle of two", |map| circle(map, "lap-one", &[("Lap one", Some("lap-two")), ("Lap two", Some("lap-one"))], 0)),
    ("a circle of one", |map| circle(map, "on-the-spot", &[("On the spot", Some("on-the-spot"))], 0)),
    ("a way into a circle", |map| {
        circle(map, "run-up", &[("Run-up", None), ("Hither", None), ("Thither", Some("hither"))], 1)
    }),
    ("a touchpoint nobody gets to", orphan),
    ("a touchpoint without a title that nobody gets to", nameless_orphan),
    ("text for a phase's touchpoints", |map| {
        let phase = ["- title: A short phase", "  touchpoints: I look round"];
        new_phase(map, &phase, |mistake, column| mistake.finds_written("wrong-type", 1, column + 15))
    }),
    ("a phase's touchpoints by name", |map| {
        let phase = ["- title: A named phase", "  touchpoints:", "    look-round:", "      title: I look round"];
        new_phase(map, &phase, |mistake, column| {
            mistake.finds_written("wrong-type", 2, column + 4).hides(&[Knowledge::Ways, Knowledge::Names])
        })
    }),
    ("a share changed", uneven),
    ("a share dropped", some_shares),
    ("a phase without touchpoints", empty_phase),
];

/// Touchpoints without `next` that are followed by one with a written id: where a branch can be opened.
fn crossings(map: &Outline) -> Vec<(&Node, &Node)> {
    let items = touchpoints(map);
    let pairs = items.windows(2).filter(|pair| map.child(pair[0], "next").is_none());
    pairs.filter_map(|pair| Some((pair[0], map.child(pair[1], "id")?))).collect()
}

/// A touchpoint of that title and `next`, in a list whose dashes stand where that of `beside` does.
fn touchpoint(beside: &Node, title: &str, next: Option<&str>) -> Vec<String> {
    let mut lines = vec![line(beside.column, &format!("- title: {title}"))];
    lines.extend(next.map(|id| line(beside.value_column, &format!("next: {id}"))));
    lines
}

/// A second way from a touchpoint to new ones, of which that numbered `first` is the first of a circle.
fn circle(map: &Outline, entry: &str, laps: &[(&str, Option<&str>)], first: usize) -> Vec<Mistake> {
    let open = |(item, following): (&Node, &Node)| {
        let column = item.value_column;
        let mut lines = vec![
            line(column, "next:"),
            line(column + 2, &format!("- to: {}", following.value)),
            line(column + 2, &format!("- to: {entry}")),
        ];
        let mut at = 0;
        for (number, (title, next)) in laps.iter().enumerate() {
            if number == first {
                at = lines.len();
            }
            lines.extend(touchpoint(item, title, *next));
        }
        Mistake::default()
            .edit(item.end..item.end, lines)
            .owns(following.lines())
            .finds_written("endless-loop", at, column + "title: ".len())
            .needs(Knowledge::Ways)
    };
    crossings(map).into_iter().map(open).collect()
}

fn orphan(map: &Outline) -> Vec<Mistake> {
    let pass = |(item, following): (&Node, &Node)| {
        let mut lines = vec![line(item.value_column, &format!("next: {}", following.value))];
        lines.extend(touchpoint(item, "Passed over", None));
        Mistake::default()
            .edit(item.end..item.end, lines)
            .owns(following.lines())
            .finds_written("unreachable-touchpoint", 1, item.value_column + "title: ".len())
            .needs(Knowledge::Ways)
    };
    crossings(map).into_iter().map(pass).collect()
}

/// What is wrong with it is told where its title would be.
fn nameless_orphan(map: &Outline) -> Vec<Mistake> {
    let pass = |(item, following): (&Node, &Node)| {
        let lines = vec![
            line(item.value_column, &format!("next: {}", following.value)),
            line(item.column, "- id: passed-over-silently"),
            line(item.value_column, "owner: Nobody"),
        ];
        Mistake::default()
            .edit(item.end..item.end, lines)
            .owns(following.lines())
            .finds_written("missing-field", 1, item.value_column)
            .finds_written("unreachable-touchpoint", 1, item.value_column)
            .needs(Knowledge::Ways)
    };
    crossings(map).into_iter().map(pass).collect()
}

/// A new phase behind every phase that customers go straight on from; `finds` is told the column of its dash.
fn new_phase(map: &Outline, phase: &[&str], finds: impl Fn(Mistake, usize) -> Mistake) -> Vec<Mistake> {
    let goes_on = |phase: &&Node| {
        let last = map.child(phase, "touchpoints").and_then(|list| map.below(list).pop());
        last.is_some_and(|touchpoint| map.child(touchpoint, "next").is_none())
    };
    let insert = |before: &Node| {
        let lines = phase.iter().map(|text| line(before.column, text)).collect();
        finds(Mistake::default().edit(before.end..before.end, lines), before.column)
    };
    map.at("phases/-").filter(goes_on).map(insert).collect()
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
        let lines = vec![line(phase.column, "- id: nothing-here"), line(phase.value_column, "title: Nothing here")];
        Mistake::default().edit(phase.end..phase.end, lines).finds_written(
            "empty-phase",
            1,
            phase.value_column + "title: ".len(),
        )
    };
    phases.iter().map(insert).collect()
}
