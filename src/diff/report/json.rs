//! The report for programs.

use serde::{Serialize, Serializer};

use super::super::Change;
use super::figures::{Figure, figures};
use super::{Comparison, JourneyReport, Report, State};

/// The version of the shape.
const VERSION: u8 = 1;

impl Serialize for Report<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Shape<'a> {
            version: u8,
            journeys: Vec<Journey<'a>>,
            added: &'a [String],
            removed: &'a [String],
        }
        let journeys = self.journeys.iter().map(Journey::of).collect();
        Shape { version: VERSION, journeys, added: &self.added, removed: &self.removed }.serialize(serializer)
    }
}

#[derive(Serialize)]
struct Journey<'a> {
    id: &'a str,
    states: Vec<StateShape<'a>>,
    comparisons: Vec<ComparisonShape<'a>>,
}

#[derive(Serialize)]
struct StateShape<'a> {
    name: &'a str,
    title: &'a str,
    facts: Facts,
}

#[derive(Serialize)]
struct ComparisonShape<'a> {
    before: usize,
    after: usize,
    changes: &'a [Change],
}

/// The figures as one object.
struct Facts(Vec<Figure>);

impl Serialize for Facts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|figure| (figure.key, &figure.value)))
    }
}

impl<'a> Journey<'a> {
    fn of(journey: &'a JourneyReport<'_>) -> Self {
        let comparison = |comparison: &'a Comparison| ComparisonShape {
            before: comparison.before,
            after: comparison.after,
            changes: &comparison.changes,
        };
        let state = |state: &'a State<'_>| StateShape {
            name: &state.name,
            title: &state.map.journey().title,
            facts: Facts(figures(state.map)),
        };
        Self {
            id: journey.id(),
            states: journey.states.iter().map(state).collect(),
            comparisons: journey.comparisons.iter().map(comparison).collect(),
        }
    }
}
