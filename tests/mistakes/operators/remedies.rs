//! Mistakes about what is done.

use super::{Operator, add_field, add_item, add_to_map, at, dropped};
use crate::mistake::{Knowledge, Mistake};
use crate::outline::{Node, Outline};
use crate::reading::{is_owned, is_repeated, phase, touchpoints, value};

pub const OPERATORS: &[Operator] = &[
    ("a planned solution of nobody's", |map| unowned(map, "planned")),
    ("a solution in progress of nobody's", |map| unowned(map, "in_progress")),
    ("a solution for the whole journey of nobody's", |map| {
        let mistake =
            add_to_map(map, "solutions", &["- title: §Speak plainly", "  status: planned"], &["unowned-solution"]);
        vec![mistake.hides(&[Knowledge::Idleness])]
    }),
    ("an owner forgotten", forgotten),
    ("a day that has passed", overdue),
    ("a new day that has passed", |map| {
        let add = |solution: &Node| add_field(solution, &["due: §2026-11-20"], &["overdue-solution"]);
        pursued(map).filter(|solution| map.child(solution, "due").is_none()).map(add).collect()
    }),
];

fn unowned(map: &Outline, status: &str) -> Vec<Mistake> {
    let text = ["- title: §Somebody should look at this", &format!("  status: {status}")];
    let add = |item: &&Node| {
        let mistake = add_item(map, item, "solutions", &text, &["unowned-solution"]);
        mistake.owns(head(map, phase(map, item))).hides(&[Knowledge::Idleness])
    };
    touchpoints(map).iter().filter(|item| !is_owned(map, item)).map(add).collect()
}

/// The lines of a phase above its touchpoints.
fn head(map: &Outline, phase: &Node) -> std::ops::Range<usize> {
    phase.line..map.child(phase, "touchpoints").map_or(phase.end, |list| list.line)
}

/// The touchpoint on which a solution stands; none for those of phases and of the map.
fn place<'o>(map: &'o Outline, solution: &Node) -> Option<&'o Node> {
    touchpoints(map).into_iter().find(|item| item.lines().contains(&solution.line))
}

fn forgotten(map: &Outline) -> Vec<Mistake> {
    let forget = |solution: &Node| {
        let title = map.child(solution, "title")?;
        let is_ours = matches!(value(map, solution, "status"), Some("planned" | "in_progress"));
        let item = place(map, solution)?;
        let mistake = dropped(map, map.child(solution, "owner")?)?.owns(item.lines()).owns(head(map, phase(map, item)));
        (is_ours && !is_owned(map, item) && !is_repeated(map, solution))
            .then(|| mistake.finds_kept("unowned-solution", title.line, title.value_column))
    };
    map.ending(&["solutions/-"]).filter_map(forget).collect()
}

/// Solutions that are neither done nor dropped.
fn pursued(map: &Outline) -> impl Iterator<Item = &Node> {
    let is_pursued = |solution: &&Node| {
        let is_open = !matches!(value(map, solution, "status"), Some("done" | "dropped"));
        is_open && map.child(solution, "title").is_some() && !is_repeated(map, solution)
    };
    map.ending(&["solutions/-"]).filter(is_pursued)
}

fn overdue(map: &Outline) -> Vec<Mistake> {
    let pass = |solution: &Node| {
        let due = map.child(solution, "due")?;
        let mistake = at(solution).value(map, due, "2026-11-20");
        Some(mistake.finds_written("overdue-solution", 0, due.value_column))
    };
    pursued(map).filter_map(pass).collect()
}
