//! Mistakes about keeping a map: its upkeep, its persona, its basis, its ids.

use super::{Operator, dropped, is_referred_to, line};
use crate::mistake::{Knowledge, Mistake};
use crate::outline::{Node, Outline};
use crate::reading::{items, open_touchpoints, phase, rating};

pub const OPERATORS: &[Operator] = &[
    ("a review long ago", |map| stale(map, "review/last", "2019-01-01")),
    ("a review every day", |map| stale(map, "review/every", "1d")),
    ("a map of nobody's", |map| unkept(map, "owner")),
    ("a map without a review", |map| unkept(map, "review")),
    ("a review without a rhythm", |map| unkept(map, "review/every")),
    ("nobody's journey", |map| {
        let Some((title, persona)) = map.at("title").next().zip(map.at("persona").next()) else { return Vec::new() };
        let mistake = Mistake::default().edit(persona.lines(), Vec::new());
        vec![mistake.finds_kept("unnamed-persona", title.line, title.value_column)]
    }),
    ("a persona without a name", |map| {
        let unname = |name: &Node| {
            let first = map.beside(name).into_iter().find(|other| other.line != name.line)?;
            Some(dropped(map, name)?.finds_kept("unnamed-persona", first.line, first.column))
        };
        map.at("persona/name").filter_map(unname).collect()
    }),
    ("research without support", unsupported),
    ("a touchpoint's id forgotten", |map| nameless(map, "phases/touchpoints/id")),
    ("a phase's id forgotten", |map| nameless(map, "phases/id")),
];

/// A review that is overdue is told at the day of the last one.
fn stale(map: &Outline, field: &str, to: &str) -> Vec<Mistake> {
    let (Some(last), Some(field)) = (map.at("review/last").next(), map.at(field).next()) else { return Vec::new() };
    if map.at("review/every").next().is_none() {
        return Vec::new();
    }
    let review = map.at("review").flat_map(Node::lines);
    let mistake = Mistake::default().owns(review).value(map, field, to);
    vec![if field.line == last.line {
        mistake.finds_written("stale-map", 0, last.value_column)
    } else {
        mistake.finds_kept("stale-map", last.line, last.value_column)
    }]
}

fn unkept(map: &Outline, field: &str) -> Vec<Mistake> {
    let (Some(title), Some(field)) = (map.at("title").next(), map.at(field).next()) else { return Vec::new() };
    let lone = Mistake::default().edit(field.lines(), Vec::new()).owns(map.at("review").flat_map(Node::lines));
    let mistake = lone.finds_kept("unreviewed-map", title.line, title.value_column);
    vec![mistake]
}

/// What was a hypothesis is sold as research, and all that supports it as a whole is gone.
fn unsupported(map: &Outline) -> Vec<Mistake> {
    let Some(basis) = map.at("basis").next() else { return Vec::new() };
    let is_repeated = map.lines.iter().any(|line| line.contains(": &") || line.contains("- *") || line.contains("- &"));
    let supports = |node: &Node| {
        let is_assumed =
            |evidence: &&Node| map.child(evidence, "confidence").is_some_and(|word| word.value == "assumed");
        let is_figure = |measure: &&Node| map.child(measure, "value").is_some();
        items(map, node, "evidence").iter().any(|evidence| !is_assumed(evidence))
            || items(map, node, "measures").iter().any(is_figure)
    };
    let is_supported = |item: &&Node| {
        let hindrances = items(map, item, "friction_points");
        supports(item) || supports(phase(map, item)) || hindrances.iter().any(|point| supports(point))
    };
    let bare: Vec<_> = open_touchpoints(map).into_iter().filter(|item| !is_supported(item)).collect();
    let levels: Vec<_> = bare.iter().filter_map(|item| Some(rating(map, item, "experience")?.1)).collect();
    if is_repeated || levels.is_empty() {
        return Vec::new();
    }
    let gone = map.at("evidence").chain(map.at("measures"));
    let mistake = gone.fold(Mistake::default(), |mistake, field| mistake.edit(field.lines(), Vec::new()));
    let mistake = mistake.value(map, basis, "research").alone();
    vec![mistake.finds_written("unsupported-claim", 0, basis.value_column)]
}

/// The first id of the map that is left to be made from a title; nothing refers to it. It may share its line with a dash.
fn nameless(map: &Outline, path: &str) -> Vec<Mistake> {
    let lacks_id = |item: &&Node| map.child(item, "id").is_none();
    let lacking = map.ending(&["phases/-", "phases/touchpoints/-"]).find(lacks_id).map_or(usize::MAX, |item| item.line);
    let forget = |id: &Node| {
        let title = map.sibling(id, "title").filter(|title| title.line == id.line + 1)?;
        if is_referred_to(map, &id.value) || lacking < id.line {
            return None;
        }
        let head: String = map.lines[id.line].chars().take(id.column).collect();
        let written = format!("{head}title: §{}", title.value);
        Some(
            Mistake::default()
                .writes(id.line..title.line + 1, &[line(0, &written)], &["missing-id"])
                .needs(&[Knowledge::Ids])
                .hides(&[Knowledge::Ids]),
        )
    };
    map.at(path).filter_map(forget).collect()
}
