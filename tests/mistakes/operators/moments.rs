//! Mistakes about moments of truth.

use super::{Operator, add_field, at, dropped};
use crate::mistake::{Knowledge, Mistake};
use crate::outline::{Node, Outline};
use crate::reading::{
    disappoints, half, has_grave_friction, has_promise, is_being_mended, is_more_than_a_sketch, leads_to_end, name,
    open_touchpoints, rating, scale, touchpoints, value,
};

pub const OPERATORS: &[Operator] = &[
    ("nothing said of failure", |map| forget(map, &["commitment", "failure"])),
    ("nothing said of success", |map| forget(map, &["commitment", "success"])),
    ("nothing said of a moment", |map| forget(map, &["commitment", "success", "failure"])),
    ("a moment that is only claimed", claimed),
    ("a moment that disappoints a third of the scale", |map| disappointing(map, 2.0 / 3.0)),
    ("a moment that disappoints a fifth, below the middle", |map| disappointing(map, 0.4)),
    ("a moment that disappoints half the scale", |map| disappointing(map, 1.0)),
    ("a moment of unknown expectation", |map| unrated(map, "expectation")),
    ("a moment of unknown experience", |map| unrated(map, "experience")),
    ("a moment that nobody rated", new_unrated),
];

/// The open touchpoints with a moment of truth, and that moment.
fn moments(map: &Outline) -> impl Iterator<Item = (&Node, &Node)> {
    open_touchpoints(map).into_iter().filter_map(|item| Some((item, map.child(item, "moment_of_truth")?)))
}

/// A moment without any of `fields`.
fn forget(map: &Outline, fields: &[&str]) -> Vec<Mistake> {
    let forget = |(item, moment): (&Node, &Node)| {
        let name = name(map, moment)?;
        let gone = fields.iter().filter_map(|field| map.child(moment, field));
        let mistake = gone.fold(at(item), |mistake, field| mistake.edit(field.lines(), Vec::new()));
        let is_ours = value(map, moment, "kind") != Some("zmot");
        let is_judged =
            is_ours && !has_promise(map, item) && (is_more_than_a_sketch(map) || map.child(moment, "why").is_some());
        (is_judged && name.line != moment.line)
            .then(|| mistake.finds_kept("unproven-moment", name.line, name.value_column).needs(&[Knowledge::Reasons]))
    };
    moments(map).filter_map(forget).collect()
}

/// A new moment of truth where all is well, in a single text.
fn claimed(map: &Outline) -> Vec<Mistake> {
    let is_well = |item: &&Node| {
        let is_plain = ["moment_of_truth", "employee"].iter().all(|field| map.child(item, field).is_none());
        is_more_than_a_sketch(map)
            && is_plain
            && !has_promise(map, item)
            && disappoints(map, item) == Some(false)
            && !has_grave_friction(map, item)
    };
    let claim = |item| {
        add_field(item, &["moment_of_truth: §This is where it counts"], &["unproven-moment"])
            .needs(&[Knowledge::Reasons])
    };
    open_touchpoints(map).into_iter().filter(is_well).map(claim).collect()
}

/// Experience so many halves of the scale below expectation. By half of it nothing else is said, either: the gap is the moment's.
fn disappointing(map: &Outline, halves: f64) -> Vec<Mistake> {
    let lower = |(item, _): (&Node, &Node)| {
        let (expected, _) = rating(map, item, "expectation")?;
        let (_, experience) = rating(map, item, "experience")?;
        let low = expected - half(map) * halves;
        let poor = scale(map).0 + half(map) * if halves < 0.5 { 1.0 } else { 1.5 };
        (low >= scale(map).0 && low < poor && !leads_to_end(map, item)).then(|| {
            let mistake = at(item).value(map, experience, &low.to_string());
            mistake.finds_written("failing-moment", 0, experience.value_column).needs(&[Knowledge::Scale])
        })
    };
    moments(map).filter(|(item, _)| !is_being_mended(map, item)).filter_map(lower).collect()
}

/// A moment without one of its ratings; not the lowest experience of the map, without which another one is the lowest.
fn unrated(map: &Outline, field: &str) -> Vec<Mistake> {
    let experiences = touchpoints(map).into_iter().filter_map(|item| rating(map, item, "experience"));
    let lowest = experiences.map(|(level, _)| level).fold(f64::INFINITY, f64::min);
    let drop = |(item, moment): (&Node, &Node)| {
        let (level, _) = rating(map, item, "experience")?;
        let is_bearable = level > lowest && level > scale(map).0 + half(map) / 2.0;
        let name = name(map, moment)?;
        let mistake = dropped(map, map.child(item, field)?)?.owns(item.lines());
        is_bearable.then(|| mistake.finds_kept("unrated-moment", name.line, name.value_column))
    };
    moments(map).filter_map(drop).collect()
}

fn new_unrated(map: &Outline) -> Vec<Mistake> {
    let text = ["moment_of_truth:", "  title: §This is where it counts", "  commitment: We call back within the hour"];
    let fits = |item: &&Node| {
        let is_plain = ["moment_of_truth", "employee"].iter().all(|field| map.child(item, field).is_none());
        is_plain && disappoints(map, item).is_none() && !has_grave_friction(map, item)
    };
    let claim = |item| add_field(item, &text, &["unrated-moment"]);
    open_touchpoints(map).into_iter().filter(fits).map(claim).collect()
}
