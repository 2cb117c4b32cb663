//! Mistakes in the comments that keep findings quiet.

use super::{Operator, line};
use crate::mistake::Mistake;
use crate::outline::{Node, Outline};
use crate::reading::touchpoints;

pub const OPERATORS: &[Operator] = &[
    ("nothing to ignore on a line", |map| behind(map, "# cxmap: ignore[§uneven-shares] as agreed", "unused-ignore")),
    ("nothing to ignore below", |map| above(map, "# cxmap: ignore[§uneven-shares] as agreed", "unused-ignore")),
    ("a rule that is none", |map| behind(map, "# cxmap: ignore[§empty-faze] as agreed", "unknown-rule")),
    ("a comment without brackets", |map| behind(map, "§# cxmap: ignore empty-phase", "malformed-ignore")),
    ("a rule that cannot be ignored", |map| above(map, "# cxmap: ignore[§yaml-syntax]", "malformed-ignore")),
    ("a file ignored in the middle", |map| above(map, "§# cxmap: ignore-file[empty-phase]", "malformed-ignore")),
];

/// A comment behind a title.
fn behind(map: &Outline, comment: &str, rule: &'static str) -> Vec<Mistake> {
    let titles = map.at("phases/touchpoints/title").filter(|title| title.is_plain());
    let add = |title: &Node| {
        let lines = [format!("{}  {comment}", map.lines[title.line])];
        Mistake::default().writes(title.lines(), &lines, &[rule])
    };
    titles.map(add).collect()
}

/// A comment above a touchpoint.
fn above(map: &Outline, comment: &str, rule: &'static str) -> Vec<Mistake> {
    let items = touchpoints(map);
    let add = |item: &&Node| {
        Mistake::default().writes(item.line..item.line, &[line(item.column, comment)], &[rule]).owns(item.lines())
    };
    items.iter().map(add).collect()
}
