//! Mistakes in the shape of a file: keys that are misspelt, missing or doubled, and values of the wrong type.

use super::{Operator, line};
use crate::mistake::{Knowledge, Mistake, Others};
use crate::outline::{Node, Outline};
use crate::reading::touchpoints;

const TOUCHPOINT: &str = "phases/touchpoints";

pub const OPERATORS: &[Operator] = &[
    ("misspell a touchpoint's title: titel", |map| misspell(map, "phases/touchpoints/title", "titel")),
    ("misspell a phase's title: naam", |map| misspell(map, "phases/title", "naam")),
    ("misspell touchpoints: touchpionts", |map| misspell(map, TOUCHPOINT, "touchpionts")),
    ("misspell expectation: expectaton", |map| misspell(map, "phases/touchpoints/expectation", "expectaton")),
    ("misspell experience: beleving", |map| misspell(map, "phases/touchpoints/experience", "beleving")),
    ("misspell friction_points: pain_points", |map| misspell(map, "phases/touchpoints/friction_points", "pain_points")),
    ("misspell channel: kanaal", |map| misspell(map, "phases/touchpoints/channel", "kanaal")),
    ("misspell owner: équipe", |map| misspell(map, "phases/touchpoints/owner", "équipe")),
    ("misspell next: suivant", |map| misspell(map, "phases/touchpoints/next", "suivant")),
    ("misspell moment_of_truth: waarheidsmoment", |map| {
        misspell(map, "phases/touchpoints/moment_of_truth", "waarheidsmoment")
    }),
    ("misspell phases: étapes", |map| misspell(map, "phases", "étapes")),
    ("a field that is none", stranger),
    ("drop a touchpoint's title", drop_title),
    ("drop a measure's metric", drop_metric),
    ("drop the version", drop_version),
    ("empty a required field", empty_required),
    ("empty a way's target", empty_target),
    ("a key twice", key_twice),
    ("a channel twice", channel_twice),
    ("a list for text", list_for_text),
    ("a list in brackets for text", brackets_for_text),
    ("text for a list", text_for_list),
    ("a colon in a list item", colon_in_item),
    ("a number for a mapping", number_for_mapping),
    ("another version", other_version),
    ("a value that begins with @", at_sign),
    ("a word behind a quoted text", word_behind_quotes),
];

fn misspell(map: &Outline, path: &str, key: &str) -> Vec<Mistake> {
    let rekey = |node: &Node| {
        Mistake::default().edit(node.line..node.line + 1, vec![map.with_key(node, key)]).finds_written(
            "unknown-field",
            0,
            node.column,
        )
    };
    map.at(path).map(rekey).collect()
}

/// A new last field of a touchpoint that is near to no field of the format.
fn stranger(map: &Outline) -> Vec<Mistake> {
    let insert = |item: &&Node| {
        Mistake::default()
            .edit(item.end..item.end, vec![line(item.value_column, "favourite_colour: blue")])
            .finds_written("unknown-field", 0, item.value_column)
    };
    touchpoints(map).iter().map(insert).collect()
}

fn drop_title(map: &Outline) -> Vec<Mistake> {
    let titles = map.at("phases/touchpoints/title").filter_map(|title| Some((title, map.sibling(title, "id")?)));
    let drop = |(title, id): (&Node, &Node)| {
        Mistake::default().edit(title.lines(), Vec::new()).finds_kept("missing-field", id.line, id.column)
    };
    titles.map(drop).collect()
}

/// The metric is a measure's first key: the dash goes to the second.
fn drop_metric(map: &Outline) -> Vec<Mistake> {
    let drop = |metric: &Node| {
        let [first, second, ..] = map.beside(metric)[..] else { return None };
        let dash: String = map.lines[first.line].chars().take(first.column).collect();
        let kept: String = map.lines[second.line].chars().skip(second.column).collect();
        (first.line == metric.line).then(|| {
            Mistake::default().edit(first.line..second.line + 1, vec![dash + &kept]).finds_written(
                "missing-field",
                0,
                first.column,
            )
        })
    };
    map.ending(&["measures/metric"]).filter_map(drop).collect()
}

fn drop_version(map: &Outline) -> Vec<Mistake> {
    let Some(version) = map.at("cxmap").next() else { return Vec::new() };
    let Some(first) = map.beside(version).into_iter().find(|node| node.line != version.line) else { return Vec::new() };
    vec![Mistake::default().edit(version.lines(), Vec::new()).finds_kept("missing-field", first.line, first.column)]
}

/// Titles only where the id is written: without either, references would dangle as well.
fn empty_required(map: &Outline) -> Vec<Mistake> {
    let titles = map.ending(&["phases/title", "touchpoints/title"]).filter(|title| map.sibling(title, "id").is_some());
    let scale = map.at("scale/min").map(|end| empty(map, end).hides(&[Knowledge::Scale]));
    titles.chain(map.ending(&["measures/metric"])).map(|field| empty(map, field)).chain(scale).collect()
}

fn empty_target(map: &Outline) -> Vec<Mistake> {
    map.ending(&["next/to"]).map(|field| empty(map, field).hides(&[Knowledge::Ways])).collect()
}

fn empty(map: &Outline, field: &Node) -> Mistake {
    Mistake::default().value(map, field, "").finds_written("missing-field", 0, field.column)
}

/// A plain field of a touchpoint, repeated on the next line.
fn key_twice(map: &Outline) -> Vec<Mistake> {
    let fields = map.nodes().filter(|node| {
        node.path.strip_prefix("phases/touchpoints/").is_some_and(|field| !field.contains('/')) && node.is_plain()
    });
    let repeat = |node: &Node| {
        let again: String = map.lines[node.line].chars().skip(node.column).collect();
        Mistake::default().edit(node.end..node.end, vec![line(node.column, &again)]).finds_written(
            "duplicate-field",
            0,
            node.column,
        )
    };
    fields.map(repeat).collect()
}

fn channel_twice(map: &Outline) -> Vec<Mistake> {
    let channels = map.nodes().filter(|node| node.path.starts_with("channels/") && node.column == 2);
    let repeat = |node: &Node| {
        Mistake::default()
            .edit(node.end..node.end, vec![line(node.column, &format!("{}: Again", node.name()))])
            .owns([node.line])
            .finds_written("duplicate-field", 0, node.column)
    };
    channels.map(repeat).collect()
}

/// Fields of text that need not be there and that nothing refers to.
const TEXTS: &[&str] =
    &["owner", "goal", "because", "scenario", "why", "success", "when", "description", "via", "role"];

fn list_for_text(map: &Outline) -> Vec<Mistake> {
    let list = |node: &Node| {
        let head = map.with_value(node, "");
        let item = line(node.column + 2, &format!("- {}", node.value));
        Mistake::default().edit(node.lines(), vec![head, item]).finds_written("wrong-type", 1, node.column + 2)
    };
    map.ending(TEXTS).filter(|node| node.is_plain()).map(list).collect()
}

fn brackets_for_text(map: &Outline) -> Vec<Mistake> {
    let list = |node: &Node| {
        let value = "[one, two]";
        Mistake::default().value(map, node, value).finds_written("wrong-type", 0, node.value_column)
    };
    map.ending(TEXTS).filter(|node| node.is_plain()).map(list).collect()
}

const LISTS_OF_TEXT: &[&str] = &["needs", "goals", "actors", "systems", "props"];

fn text_for_list(map: &Outline) -> Vec<Mistake> {
    let text = |node: &Node| {
        let line = map.with_value(node, "Something to hold on to");
        Mistake::default().edit(node.lines(), vec![line]).finds_written("wrong-type", 0, node.value_column)
    };
    map.ending(LISTS_OF_TEXT).map(text).collect()
}

/// `- A clear amount` becomes `- A: clear amount`.
fn colon_in_item(map: &Outline) -> Vec<Mistake> {
    let lists = ["needs/-", "goals/-", "actors/-", "systems/-", "props/-", "frontstage/-", "friction_points/-"];
    let colon = |node: &Node| {
        let text = node.value.replacen(' ', ": ", 1);
        (node.is_plain() && text != node.value && !node.value.contains("owner "))
            .then(|| Mistake::default().value(map, node, &text).finds_written("wrong-type", 0, node.value_column))
    };
    map.ending(&lists).filter_map(colon).collect()
}

fn number_for_mapping(map: &Outline) -> Vec<Mistake> {
    let mappings = ["review", "scale", "feedback", "follow_up", "employee"];
    let number = |node: &Node| {
        let line = map.with_value(node, "3");
        Mistake::default()
            .edit(node.lines(), vec![line])
            .finds_written("wrong-type", 0, node.value_column)
            .hides(if node.path == "scale" { &[Knowledge::Scale] } else { &[] })
    };
    map.ending(&mappings).filter(|node| node.value.is_empty()).map(number).collect()
}

/// Also with a key misspelt: a file of another version is not judged by the rules of this one.
fn other_version(map: &Outline) -> Vec<Mistake> {
    let Some(version) = map.at("cxmap").next() else { return Vec::new() };
    let newer = Mistake::default()
        .value(map, version, "2")
        .finds_written("unsupported-version", 0, version.value_column)
        .others(Others::Vanish);
    let misspelt = map.at("phases/title").map(|title| {
        Mistake::default()
            .edit(title.line..title.line + 1, vec![map.with_key(title, "titel")])
            .value(map, version, "0.9")
            .finds_written("unsupported-version", 0, version.value_column)
            .others(Others::Vanish)
    });
    misspelt.chain([newer]).collect()
}

fn at_sign(map: &Outline) -> Vec<Mistake> {
    let texts = ["title", "when", "why", "owner", "needs/-"];
    map.ending(&texts).filter(|node| node.is_plain()).map(|node| slip(map, node, "@home", 0)).collect()
}

fn word_behind_quotes(map: &Outline) -> Vec<Mistake> {
    let text = "\"Thuis\" en elders";
    map.ending(&["title"]).filter(|node| node.is_plain()).map(|node| slip(map, node, text, 8)).collect()
}

/// Something that is not YAML, behind a misspelt key on the fourth line or so: that one is still found.
fn slip(map: &Outline, node: &Node, value: &str, within: usize) -> Mistake {
    let mistake = Mistake::default().others(Others::Vanish);
    let title = map.at("title").next().filter(|title| title.line < node.line);
    let mistake = match title {
        Some(title) => mistake.edit(title.line..title.line + 1, vec![map.with_key(title, "titel")]).finds_written(
            "unknown-field",
            0,
            title.column,
        ),
        None => mistake,
    };
    mistake.value(map, node, value).finds_written("yaml-syntax", 0, node.value_column + within)
}
