//! Mistakes in plain values: no date, no duration, off the scale, not one of the words.

use super::Operator;
use crate::mistake::{Knowledge, Mistake};
use crate::outline::{Node, Outline};
use crate::reading::scale;

pub const OPERATORS: &[Operator] = &[
    ("a day that is none", |map| invalid(map, DATES, "2026-02-30")),
    ("a date as people write it", |map| invalid(map, DATES, "1 maart 2026")),
    ("a duration in words", |map| invalid(map, DURATIONS, "3 dagen")),
    ("a fraction of a duration", |map| invalid(map, DURATIONS, "1.5h")),
    ("a bare fraction for a percentage", |map| of_main_way(invalid(map, PERCENTAGES, "0.7"))),
    ("more than the whole", |map| of_main_way(invalid(map, PERCENTAGES, "170%"))),
    ("a rating above the scale", |map| off_scale(map, scale(map).1 + 1.0)),
    ("a rating below the scale", |map| off_scale(map, scale(map).0 - 0.5)),
    ("a word for a rating", |map| wrong(map, RATINGS, "hoog", "wrong-type")),
    ("a figure in quotes", |map| wrong(map, &["measures/value", "responses"], "\"12\"", "wrong-type")),
    ("yes for true", |map| wrong(map, &["optional", "touchpoints/start"], "yes", "wrong-type")),
    ("a word outside its set", |map| of_main_way(invalid(map, WORDS, "hoogstwaarschijnlijk"))),
    ("a state that is none", |map| {
        invalid(map, &["state"], "once").into_iter().map(|mistake| mistake.hides(&[Knowledge::Today])).collect()
    }),
    ("a language that is none", |map| {
        let mistakes = invalid(map, &["language"], "Vlaams en Frans").into_iter();
        mistakes.map(|mistake| mistake.hides(&[Knowledge::Language])).collect()
    }),
    ("an id with capitals", |map| invalid(map, IDS, "Not_An-Id")),
    ("text cut by a comment", cut_text),
    ("a sentence split by a comma", split_text),
];

const DATES: &[&str] = &["date", "last", "due", "from", "until"];
const DURATIONS: &[&str] = &["duration", "wait", "within", "actual", "every"];
const PERCENTAGES: &[&str] = &["share", "reach", "kept"];
const RATINGS: &[&str] = &["expectation", "experience", "effort", "expectation/level", "experience/level"];
const WORDS: &[&str] =
    &["severity", "status", "status/level", "confidence", "basis", "kind", "better", "expectation/source"];
/// Ids that nothing refers to.
const IDS: &[&str] = &["phases/id", "friction_points/id", "promises/id", "moment_of_truth/id"];

fn invalid(map: &Outline, fields: &[&str], value: &str) -> Vec<Mistake> {
    wrong(map, fields, value, "invalid-value")
}

fn wrong(map: &Outline, fields: &[&str], value: &str, rule: &'static str) -> Vec<Mistake> {
    let change = |node: &Node| Mistake::default().value(map, node, value).finds_written(rule, 0, node.value_column);
    map.ending(fields).filter(|node| node.is_plain()).map(change).collect()
}

/// The main way may run where a share, or a status, cannot be read.
fn of_main_way(mistakes: Vec<Mistake>) -> Vec<Mistake> {
    mistakes.into_iter().map(|mistake| mistake.hides(&[Knowledge::MainWay])).collect()
}

fn off_scale(map: &Outline, rating: f64) -> Vec<Mistake> {
    invalid(map, RATINGS, &rating.to_string()).into_iter().map(|mistake| mistake.needs(&[Knowledge::Scale])).collect()
}

/// `She looks at my salon` becomes `She #5 looks at my salon`, in texts that no id is made of.
fn cut_text(map: &Outline) -> Vec<Mistake> {
    let texts = ["why", "success", "failure", "because", "goal", "scenario", "needs/-", "evidence/title", "quote"];
    let cut = |node: &Node| {
        let text = node.value.replacen(' ', " #5 ", 1);
        Mistake::default().value(map, node, &text).finds_written("cut-text", 0, node.value_column)
    };
    map.ending(&texts).filter(|node| node.is_plain() && node.value.contains(' ')).map(cut).collect()
}

fn split_text(map: &Outline) -> Vec<Mistake> {
    let text = "[Prices are hidden, behind a form]";
    let split = |node: &Node| {
        let column = node.value_column + "[Prices are hidden, ".len();
        Mistake::default().edit(node.lines(), vec![map.with_value(node, text)]).finds_written("cut-text", 0, column)
    };
    map.ending(&["needs", "goals", "actors", "systems", "props"]).map(split).collect()
}
