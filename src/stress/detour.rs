//! The way that customers take instead, and what it costs them more.

use schemars::JsonSchema;
use serde::Serialize;

use super::standing::Standing;
use crate::facts::Facts;
use crate::graph::{Map, TouchpointIndex};

/// Something before and after.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Sides<T> {
    /// As it was.
    pub before: T,
    /// As it would be.
    pub after: T,
}

/// The main way before and after.
#[derive(Debug, Clone)]
pub struct Detour {
    /// The touchpoints of the main way; none where there is none.
    pub way: Sides<Option<Vec<TouchpointIndex>>>,
    /// What it costs customers.
    pub facts: Sides<Facts>,
}

impl Detour {
    pub(super) fn between(before: &Standing<'_>, after: &Standing<'_>) -> Self {
        let way = |standing: &Standing<'_>| standing.map.flow().main_way().map(<[_]>::to_vec);
        Self {
            way: Sides { before: way(before), after: way(after) },
            facts: Sides { before: before.facts.clone(), after: after.facts.clone() },
        }
    }

    /// The touchpoints of the way that are no longer on it, and those that are new on it; none where one way is unknown.
    #[must_use]
    pub fn difference(&self) -> Option<Sides<Vec<TouchpointIndex>>> {
        let (before, after) = (self.way.before.as_ref()?, self.way.after.as_ref()?);
        let without = |way: &[TouchpointIndex], other: &[TouchpointIndex]| {
            let mut other = other.to_vec();
            other.sort_unstable();
            way.iter().filter(|at| other.binary_search(at).is_err()).copied().collect()
        };
        Some(Sides { before: without(before, after), after: without(after, before) })
    }

    /// How much more effort the way costs, in ratings of the map's scale; unknown where the effort of a touchpoint that is
    /// new on it, or no longer on it, is.
    #[must_use]
    pub fn effort_added(&self, map: &Map) -> Option<f64> {
        let effort = |way: Vec<TouchpointIndex>| -> Option<f64> {
            way.into_iter().map(|at| map.at(at).body().effort.as_ref().map(|effort| effort.0)).sum()
        };
        let difference = self.difference()?;
        Some(effort(difference.after)? - effort(difference.before)?)
    }
}
