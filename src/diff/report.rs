//! The report: what comparisons of maps say, for people and for programs.

pub mod concise;
pub mod csv;
pub mod figures;
pub mod findings;
mod gist;
pub mod html;
pub mod json;
mod lists;
pub mod markdown;
mod names;
pub mod overlay;
mod sections;
pub mod story;
pub mod text;

use std::sync::Arc;

use super::delta::Sides;
use super::{Change, Options, compare_sides};
use crate::graph::Map;

/// A comparison of journeys, each in two or more states.
#[derive(Debug, Clone, Default)]
pub struct Report<'m> {
    /// How they were compared.
    pub options: Options,
    /// The journeys that were compared.
    pub journeys: Vec<JourneyReport<'m>>,
    /// Names of maps that are on the after side only.
    pub added: Vec<String>,
    /// Names of maps that are on the before side only.
    pub removed: Vec<String>,
}

/// One journey in several states.
#[derive(Debug, Clone)]
pub struct JourneyReport<'m> {
    /// The states, in the order of time.
    pub states: Vec<State<'m>>,
    /// The comparison of each state with the one before it.
    pub comparisons: Vec<Comparison<'m>>,
}

/// A state of a journey.
#[derive(Debug, Clone)]
pub struct State<'m> {
    /// The file or revision that it comes from, as people name it.
    pub name: String,
    /// The map.
    pub map: &'m Map,
}

/// What differs between two states.
#[derive(Debug, Clone)]
pub struct Comparison<'m> {
    /// The number of the state before, from 0.
    pub before: usize,
    /// The number of the state after.
    pub after: usize,
    /// Both maps, and what is the same in them.
    pub sides: Arc<Sides<'m>>,
    /// The changes, in the order of the five questions, the worst first.
    pub changes: Vec<Change>,
}

impl<'m> JourneyReport<'m> {
    /// Compares each state with the one before it.
    #[must_use]
    pub fn of(states: Vec<State<'m>>, options: Options) -> Self {
        let pairs = states.windows(2).enumerate().filter_map(|(at, pair)| match pair {
            [before, after] => {
                let sides = Sides::of(before.map, after.map, options);
                let changes = compare_sides(&sides);
                Some(Comparison { before: at, after: at + 1, sides: Arc::new(sides), changes })
            }
            _ => None,
        });
        Self { comparisons: pairs.collect(), states }
    }

    /// The id of the journey: of its last state.
    #[must_use]
    pub fn id(&self) -> &str {
        self.states.last().map_or("", |state| state.map.id())
    }
}

impl Report<'_> {
    /// The changes of every comparison.
    pub fn changes_mut(&mut self) -> impl Iterator<Item = &mut Vec<Change>> {
        let comparisons = self.journeys.iter_mut().flat_map(|journey| &mut journey.comparisons);
        comparisons.map(|comparison| &mut comparison.changes)
    }

    /// The same without the journeys that did not change, for people.
    #[must_use]
    pub fn only_changed(&self) -> Self {
        let mut changed = self.clone();
        changed.journeys.retain(|journey| journey.comparisons.iter().any(|comparison| !comparison.changes.is_empty()));
        changed
    }

    /// Whether there is no journey in it, new or gone ones included.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.journeys.is_empty() && self.added.is_empty() && self.removed.is_empty()
    }

    /// Every change, those included that others claim.
    pub fn changes(&self) -> impl Iterator<Item = &Change> {
        let comparisons = self.journeys.iter().flat_map(|journey| &journey.comparisons);
        comparisons.flat_map(|comparison| &comparison.changes).flat_map(Change::flat)
    }
}
