//! Mistakes of the way that most customers take. It begins at the first touchpoint of the file and, where only one
//! touchpoint completes the journey, ends there: that much is certain without following it.

use super::{Operator, new_touchpoint, passages};
use crate::mistake::{Knowledge, Mistake};
use crate::outline::{Node, Outline};
use crate::reading::{half, is_closed, leads_to_end, rating, scale, touchpoints};

pub const OPERATORS: &[Operator] = &[
    ("three peaks in a row", |map| peaks(map, 3)),
    ("five peaks in a row", |map| peaks(map, 5)),
    ("an end that is the lowest", weak_end),
    ("three changes of channel in a phase", |map| hops(map, 3)),
    ("six changes of channel in a phase", |map| hops(map, 6)),
];

const WAYS: &[Knowledge] = &[Knowledge::Ways, Knowledge::MainWay, Knowledge::Names, Knowledge::Scale];

/// The first touchpoint of the file, if all customers go straight on from it.
fn first(map: &Outline) -> Option<&Node> {
    let first = passages(map).into_iter().next()?;
    (first.line == touchpoints(map)[0].line && !is_closed(map, first)).then_some(first)
}

/// New touchpoints behind the first, all at the top of the scale.
fn peaks(map: &Outline, count: usize) -> Vec<Mistake> {
    let Some(first) = first(map) else { return Vec::new() };
    let max = scale(map).1;
    let peak = |at: usize| {
        let mark = if at == 0 { "§" } else { "" };
        let ratings = [format!("  expectation: {}", max - 0.5), format!("  experience: {mark}{max}")];
        [[format!("- id: wow-{at}"), format!("  title: Wow {at}")], ratings].concat()
    };
    let is_below = rating(map, first, "experience").is_none_or(|(level, _)| level < max);
    let text: Vec<_> = (0..count).flat_map(peak).collect();
    is_below.then(|| new_touchpoint(first, &text, &["peak-overload"]).needs(WAYS)).into_iter().collect()
}

/// A new last touchpoint below all others, where nobody else completes the journey.
fn weak_end(map: &Outline) -> Vec<Mistake> {
    let items = touchpoints(map);
    let ends: Vec<_> = items.iter().filter(|item| leads_to_end(map, item)).collect();
    let [last] = ends[..] else { return Vec::new() };
    let lowest = items.iter().filter_map(|item| rating(map, item, "experience")).map(|(level, _)| level);
    let (low, min) = (lowest.fold(f64::INFINITY, f64::min).min(scale(map).0 + half(map)) - 0.5, scale(map).0);
    if low < min || map.child(last, "next").is_some() || is_closed(map, last) {
        return Vec::new();
    }
    let text =
        ["- id: farewell", "  title: Nobody waves", &format!("  expectation: {low}"), &format!("  experience: §{low}")];
    let mistake = new_touchpoint(last, &text, &["weak-end"]).needs(WAYS);
    vec![mistake.alone()]
}

/// New touchpoints behind the first, each on another channel than the one before.
fn hops(map: &Outline, changes: usize) -> Vec<Mistake> {
    let (Some(first), Some(phase)) = (first(map), map.at("phases/title").next()) else { return Vec::new() };
    let listed = map.at("channels").next().map(|channels| map.below(channels)).unwrap_or_default();
    let open: Vec<_> = listed.iter().filter(|channel| map.child(channel, "status").is_none()).collect();
    let channels = match open[..] {
        [one, two, ..] => [one.name(), two.name()],
        _ if listed.is_empty() => ["phone", "letter"],
        _ => return Vec::new(),
    };
    let effort = scale(map).0 + half(map) + 0.01;
    let hop = |at: usize| {
        let (id, title) = (format!("- id: hop-{at}"), format!("  title: Hop {at}"));
        [id, title, format!("  channel: {}", channels[at % 2]), format!("  effort: {effort}")]
    };
    let text: Vec<_> = (0..=changes).flat_map(hop).collect();
    let mistake = new_touchpoint(first, &text, &[]).needs(WAYS);
    vec![mistake.finds_kept("channel-hopping", phase.line, phase.value_column)]
}
