//! Mistakes about measuring.

use super::{Operator, add_field, add_item, at};
use crate::mistake::{Knowledge, Mistake};
use crate::outline::{Node, Outline};
use crate::reading::{is_being_mended, is_of_all, is_past, may_fail, top, touchpoints, value};

pub const OPERATORS: &[Operator] = &[
    ("nothing but NPS", nps_only),
    ("a target missed", missed),
    ("a satisfaction below its target", |map| new(map, &["- metric: csat", "  value: §3.9", "  target: 4"])),
    ("a waiting time above its target", |map| {
        let text = ["- metric: Waiting time", "  unit: min", "  better: lower", "  value: §12", "  target: 10"];
        new(map, &text)
    }),
    ("figures of the future", future),
    ("a promise that is kept before there is a journey", |map| {
        let promise = ["- title: A nurse by name", "  kept: §95%"];
        let is_future = top(map, "state") == Some("future");
        let open = touchpoints(map).into_iter().filter(|_| is_future);
        let is_plain = |item: &&Node| map.child(item, "moment_of_truth").is_none();
        open.filter(is_plain).map(|item| add_item(map, item, "promises", &promise, &["measured-future"])).collect()
    }),
    ("a figure of last year", |map| set(map, measured(map), "date", "2025-11-20", "old-measure")),
    ("a handful of answers", |map| set(map, measured(map), "responses", "29", "small-sample")),
];

/// The measures that have a value.
fn measured(map: &Outline) -> impl Iterator<Item = &Node> {
    map.ending(&["measures/-"]).filter(|measure| map.child(measure, "value").is_some())
}

/// Another value of a field, or a new one.
fn set<'o>(
    map: &Outline,
    measures: impl Iterator<Item = &'o Node>,
    field: &str,
    to: &str,
    rule: &'static str,
) -> Vec<Mistake> {
    let set = |measure: &Node| match map.child(measure, field) {
        Some(field) => at(measure).value(map, field, to).finds_written(rule, 0, field.value_column),
        None => add_field(measure, &[format!("{field}: §{to}")], &[rule]),
    };
    measures.map(|measure| set(measure).needs(&[Knowledge::Figures])).collect()
}

/// All that is measured, and all that solutions are measured by, gives way to one figure.
fn nps_only(map: &Outline) -> Vec<Mistake> {
    let gone = map.ending(&["measures", "measured_by"]);
    let mistake = gone.fold(Mistake::default(), |mistake, field| mistake.edit(field.lines(), Vec::new()));
    let text = ["measures:", "  - metric: §NPS, relational"].map(str::to_owned);
    let end = map.lines.len();
    vec![mistake.writes(end..end, &text, &["nps-only"]).needs(&[Knowledge::Names, Knowledge::Metrics])]
}

fn missed(map: &Outline) -> Vec<Mistake> {
    let miss = |measure: &Node| {
        let (figure, target) = (map.child(measure, "value")?, value(map, measure, "target")?);
        let target: f64 = target.parse().ok()?;
        let is_known = matches!(value(map, measure, "metric"), Some("nps" | "csat" | "ces"));
        let missed = match value(map, measure, "better") {
            Some("lower") => target + 0.5,
            Some("higher") => target - 0.5,
            _ if is_known => target - 0.5,
            _ => return None,
        };
        let is_of_all = is_of_all(map, measure);
        let needs: &[_] = if is_of_all { &[Knowledge::Figures, Knowledge::Idleness] } else { &[Knowledge::Figures] };
        let mistake = at(measure).value(map, figure, &missed.to_string()).needs(needs);
        Some(mistake.finds_written("missed-target", 0, figure.value_column))
    };
    let is_told = |measure: &Node| {
        touchpoints(map).iter().any(|item| item.lines().contains(&measure.line) && may_fail(map, item))
    };
    let is_left = |measure: &&Node| !is_being_mended(map, measure) && !is_told(measure);
    map.ending(&["measures/-"]).filter(is_left).filter_map(miss).collect()
}

fn new(map: &Outline, measure: &[&str]) -> Vec<Mistake> {
    let is_future = top(map, "state") == Some("future");
    let add = |item: &&Node| {
        let mistake = add_item(map, item, "measures", measure, &["missed-target"]);
        mistake.needs(&[Knowledge::Figures]).hides(&[Knowledge::Metrics])
    };
    let is_shown = map.ending(&["measured_by"]).any(|metric| measure[0].ends_with(&metric.value));
    let is_left = |item: &&&Node| !is_future && !is_shown && !is_being_mended(map, item) && !may_fail(map, item);
    touchpoints(map).iter().filter(is_left).map(add).collect()
}

/// What is measured cannot be of a journey that does not exist yet, whatever the figures are; a day of measuring would say
/// that they are of another.
fn future(map: &Outline) -> Vec<Mistake> {
    if is_past(map) || top(map, "state") == Some("future") {
        return Vec::new();
    }
    let figures: Vec<_> = measured(map).filter_map(|measure| map.child(measure, "value")).collect();
    let Some(title) = map.at("title").next().filter(|_| !figures.is_empty()) else { return Vec::new() };
    let mistake = match map.at("state").next() {
        Some(state) => Mistake::default().value(map, state, "future"),
        None => Mistake::default().edit(title.end..title.end, vec!["state: future".into()]),
    };
    let find =
        |mistake: Mistake, figure: &&Node| mistake.finds_kept("measured-future", figure.line, figure.value_column);
    let undated = measured(map)
        .filter_map(|measure| map.child(measure, "date"))
        .fold(mistake, |mistake, date| mistake.edit(date.lines(), Vec::new()));
    let kept: Vec<_> = map.ending(&["promises/-"]).filter_map(|promise| kept(map, promise)).collect();
    vec![figures.iter().chain(&kept).fold(undated, find).hides(&[Knowledge::Figures])]
}

/// What the map knows of how a promise is kept, if it is not missed.
fn kept<'o>(map: &'o Outline, promise: &Node) -> Option<&'o Node> {
    let seconds = |field: &Node| {
        let (number, unit) = field.value.split_at(field.value.find(char::is_alphabetic)?);
        let unit = match unit {
            "m" => 60.0,
            "h" => 3_600.0,
            "d" => 86_400.0,
            "w" => 604_800.0,
            _ => return None,
        };
        Some(number.parse::<f64>().ok()? * unit)
    };
    let [kept, within, actual] = ["kept", "within", "actual"].map(|field| map.child(promise, field));
    let is_seldom = kept.is_some_and(|kept| kept.value.trim_end_matches('%').parse::<f64>().unwrap() < 80.0);
    let is_late =
        within.zip(actual).is_some_and(|(within, actual)| seconds(actual).unwrap() > seconds(within).unwrap());
    (!is_seldom && !is_late).then(|| kept.or(actual)).flatten()
}
