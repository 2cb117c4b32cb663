//! What a picture of two states needs to know of their comparison: what is marked, what is gone, what it comes to.

mod words;

use std::collections::{BTreeMap, BTreeSet};

use super::figures::Table;
use super::names::names;
use super::story::Story;
use super::{Comparison, JourneyReport, Report};
use crate::diff::delta::Sides;
use crate::diff::inventory::MomentItem;
use crate::diff::matching::Pairs;
use crate::diff::{Change, Impact, Kind, Sign};
use crate::graph::{Address, PhaseRef, TouchpointIndex};
use crate::render::overlay::{Fate, Figure, Mark, Overlay};
use crate::render::scene::Tone;
use crate::tongue::Tongue;

/// How the earlier state of a comparison lies under the later one; none where the comparison is of other states.
#[must_use]
pub fn overlay<'m>(
    journey: &JourneyReport<'m>,
    comparison: &Comparison<'m>,
    report: &Report<'m>,
) -> Option<Overlay<'m>> {
    let pair = alone(journey, comparison)?;
    let sides = &*comparison.sides;
    let before = sides.before.map;
    let matching = &sides.matching;
    let mut overlay = Overlay {
        before,
        names: names(&pair.states, report.options.tongue).try_into().ok()?,
        gist: Story::of_journey(&pair, report, false).pop().and_then(|story| story.gist).unwrap_or_default(),
        figures: figures(&pair, report.options.tongue),
        phases: fates(before.phases().len(), &matching.phases, |index| index),
        touchpoints: fates(before.touchpoints().len(), &matching.touchpoints, TouchpointIndex),
        marks: BTreeMap::new(),
        gone: BTreeMap::new(),
    };
    let gone = gone(sides);
    for change in comparison.changes.iter().flat_map(Change::flat).filter(|change| !change.kind.is_detail()) {
        add(&mut overlay, sides, &gone, change);
    }
    Some(overlay)
}

/// A comparison of a journey by itself.
pub(super) fn alone<'m>(journey: &JourneyReport<'m>, comparison: &Comparison<'m>) -> Option<JourneyReport<'m>> {
    let states = [comparison.before, comparison.after].map(|at| journey.states.get(at).cloned());
    let [Some(before), Some(after)] = states else { return None };
    let comparison = Comparison { before: 0, after: 1, ..comparison.clone() };
    Some(JourneyReport { states: vec![before, after], comparisons: vec![comparison] })
}

/// The figures that differ, each group with its parts.
fn figures(pair: &JourneyReport<'_>, tongue: Tongue) -> Vec<Vec<Figure>> {
    let rows = Table::of(pair, tongue).map(|table| table.rows).unwrap_or_default();
    let mut groups: Vec<Vec<Figure>> = Vec::new();
    for (label, cells) in rows {
        let [before, after] = cells.as_slice() else { continue };
        let is_part = label.starts_with(' ');
        let figure = Figure { label: label.trim_start().to_owned(), values: [before.clone(), after.clone()], is_part };
        match groups.last_mut().filter(|_| is_part) {
            Some(group) => group.push(figure),
            None => groups.push(vec![figure]),
        }
    }
    groups
}

/// What became of each of so many things.
fn fates<T>(count: usize, pairs: &Pairs, number: impl Fn(usize) -> T) -> Vec<Fate<T>> {
    let fate = |before| match (pairs.after_of(before), pairs.became(before).first()) {
        (Some(after), _) => Fate::Is(number(after)),
        (None, Some(&after)) => Fate::IsPartOf(number(after)),
        (None, None) => Fate::Gone,
    };
    (0..count).map(fate).collect()
}

/// Marks what a change is about.
fn add(overlay: &mut Overlay<'_>, sides: &Sides<'_>, gone: &BTreeSet<Address>, change: &Change) {
    // The faces of pages have one arrow for what is elsewhere, under another name or in another order.
    let sign = match change.kind.sign() {
        Sign::Elsewhere | Sign::Rearranged => "→",
        sign => sign.as_str(),
    };
    let label = words::word(change.kind, sides.tongue).map(|word| format!("{sign}\u{a0}{word}"));
    let mark = Mark {
        tone: tone(change.impact),
        label: label.unwrap_or_default(),
        message: change.message.clone(),
        is_new: is_new(change.kind),
    };
    if change.kind.sign() == Sign::Minus && gone.contains(&change.address) {
        overlay.gone.entry(change.address.clone()).or_default().push(mark);
        return;
    }
    for address in now(sides, change) {
        overlay.marks.entry(address).or_default().push(mark.clone());
    }
}

/// Whether something drawn was not there before.
const fn is_new(kind: Kind) -> bool {
    matches!(kind, Kind::PhaseAdded | Kind::TouchpointAdded | Kind::MomentGained | Kind::FrictionAdded | Kind::WayAdded)
}

/// What customers could have met in the map before and has no counterpart.
fn gone(sides: &Sides<'_>) -> BTreeSet<Address> {
    let (old, pairs) = (&sides.before, &sides.matching);
    let mut all = BTreeSet::new();
    all.extend(pairs.phases.removed().filter_map(|at| old.map.phases().nth(at)).map(PhaseRef::address));
    all.extend(pairs.touchpoints.removed().filter_map(|at| old.touchpoints.get(at)).map(|old| old.address()));
    all.extend(pairs.moments.removed().filter_map(|at| old.moments.get(at)).map(MomentItem::address));
    all.extend(pairs.friction.removed().filter_map(|at| old.friction.get(at)).map(|old| old.address.clone()));
    all.extend(pairs.promises.removed().filter_map(|at| old.promises.get(at)).map(|old| old.address.clone()));
    all.extend(pairs.solutions.removed().filter_map(|at| old.solutions.get(at)).map(|old| old.address.clone()));
    all.extend(pairs.needs.removed().filter_map(|at| old.needs.get(at)).map(|old| old.address.clone()));
    all
}

/// What a picture calls an impact.
pub(super) const fn tone(impact: Impact) -> Tone {
    match impact {
        Impact::Worse => Tone::Worse,
        Impact::Better => Tone::Better,
        Impact::Neutral => Tone::Neutral,
    }
}

/// What a change is about in the map after: of what was split, the parts.
fn now(sides: &Sides<'_>, change: &Change) -> Vec<Address> {
    let (before, after, matching) = (&sides.before, &sides.after, &sides.matching);
    match change.kind {
        Kind::TouchpointSplit => {
            let old = before.touchpoints.iter().position(|old| old.address() == change.address);
            let parts = old.map(|old| matching.touchpoints.became(old)).unwrap_or_default().iter();
            parts.filter_map(|&part| Some(after.touchpoints.get(part)?.address())).collect()
        }
        Kind::PhaseSplit => {
            let old = before.map.phases().position(|old| old.address() == change.address);
            let parts = old.map(|old| matching.phases.became(old)).unwrap_or_default().iter();
            parts.filter_map(|&part| Some(after.map.phases().nth(part)?.address())).collect()
        }
        _ => vec![change.address.clone()],
    }
}
