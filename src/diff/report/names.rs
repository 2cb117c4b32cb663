//! What the states of a journey are called: by their situation, else by when they are, else by where they come from.

use super::State;
use crate::diff::delta::situation;
use crate::tongue::Tongue;

/// The names, in the order of the states; no two are the same.
pub(super) fn names(states: &[State<'_>], tongue: Tongue) -> Vec<String> {
    let by_situation = by_situation(states, tongue);
    if are_distinct(&by_situation) {
        return by_situation;
    }
    let by_file: Vec<_> = states.iter().map(|state| stem(&state.name)).collect();
    if are_distinct(&by_file) {
        return by_file;
    }
    // Of `main:claim.journey.yaml`, the revision.
    let revision =
        |state: &State<'_>| state.name.split_once(':').map_or_else(|| stem(&state.name), |(at, _)| at.to_owned());
    let by_revision: Vec<_> = states.iter().map(revision).collect();
    if are_distinct(&by_revision) { by_revision } else { states.iter().map(|state| state.name.clone()).collect() }
}

/// The situation of a state; one that has none comes before or after those that have one. Nothing where none has.
fn by_situation(states: &[State<'_>], tongue: Tongue) -> Vec<String> {
    let situations: Vec<_> = states.iter().map(|state| situation(state.map.journey())).collect();
    let last = states.len().saturating_sub(1);
    let named = situations.iter().enumerate().map(|(at, situation)| match situation {
        Some(situation) => situation.trim().to_owned(),
        None if situations.iter().all(Option::is_none) => String::new(),
        None if at == 0 => tongue.state_before(),
        None if at == last => tongue.state_after(),
        None => states.get(at).map(|state| stem(&state.name)).unwrap_or_default(),
    });
    named.collect()
}

/// A file without its folders and suffixes.
fn stem(name: &str) -> String {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    file.split('.').next().filter(|stem| !stem.is_empty()).unwrap_or(file).to_owned()
}

fn are_distinct(names: &[String]) -> bool {
    names.iter().enumerate().all(|(at, name)| !names.iter().skip(at + 1).any(|other| other == name))
}
