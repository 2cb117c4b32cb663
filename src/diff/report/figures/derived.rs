//! What follows for single phases and moments of truth, state by state.

use super::lineage::Lineage;
use crate::diff::delta::on_scale;
use crate::diff::report::JourneyReport;
use crate::graph::{Address, TouchpointRef};

/// A figure of one thing in every state.
#[derive(Debug, Clone, PartialEq)]
pub struct Derived {
    /// What it is of, in the last state that has it.
    pub address: Address,
    /// What that is called.
    pub title: String,
    /// The figure in each state; `None`: unknown, or not there.
    pub values: Vec<Option<f64>>,
}

/// The gap of each phase that is in all states: the mean over the touchpoints that are in it throughout and whose gap is
/// known throughout, in ratings of the last state's scale.
#[must_use]
pub fn of_phases(journey: &JourneyReport<'_>) -> Vec<Derived> {
    let lineage = Lineage::of(journey);
    let Some((last, state)) = journey.states.iter().enumerate().next_back() else { return Vec::new() };
    let (min, max) = state.map.journey().scale();
    // By phase and state: the sum of the gaps, and of how many.
    let mut sums = vec![(vec![0.0; journey.states.len()], 0.0); lineage.phases()];
    for touchpoint in lineage.throughout().filter(|&touchpoint| lineage.is_known(touchpoint, gap)) {
        let Some((sum, count)) = lineage.phase_of(touchpoint).and_then(|phase| sums.get_mut(phase)) else { continue };
        *count += 1.0;
        for (state, sum) in sum.iter_mut().enumerate() {
            *sum += lineage.in_state(state, touchpoint).and_then(gap).unwrap_or_default() * (max - min);
        }
    }
    let means = sums.into_iter().enumerate().filter(|(_, (_, count))| *count > 0.0);
    let means = means.filter_map(|(number, (sum, count))| {
        let phase = lineage.phase_in(last, number)?;
        let values = sum.into_iter().map(|sum| Some(sum / count)).collect();
        Some((phase.index(), Derived { address: phase.address(), title: phase.title().to_owned(), values }))
    });
    let mut means: Vec<_> = means.collect();
    means.sort_by_key(|(place, _)| *place);
    means.into_iter().map(|(_, mean)| mean).collect()
}

/// By how much customers get more than they expect, as a part of the length of the scale.
fn gap(touchpoint: TouchpointRef<'_>) -> Option<f64> {
    let map = touchpoint.map();
    Some(on_scale(touchpoint.experience()?, map) - on_scale(touchpoint.expectation()?, map))
}

/// The ways to each moment of truth that is in all states.
#[must_use]
pub fn of_moments(journey: &JourneyReport<'_>) -> Vec<Derived> {
    let Some(last) = journey.comparisons.last() else { return Vec::new() };
    let moments = last.sides.after.moments.iter().enumerate().filter_map(|(at, moment)| {
        // From the last state back to the first.
        let mut values = Vec::new();
        let mut place = Some(at);
        for comparison in journey.comparisons.iter().rev() {
            let at = place?;
            values.push(ways(comparison.sides.after.moments.get(at)?.touchpoint));
            place = comparison.sides.matching.moments.before_of(at);
        }
        values.push(ways(journey.comparisons.first()?.sides.before.moments.get(place?)?.touchpoint));
        values.reverse();
        Some(Derived { address: moment.address(), title: moment.title().to_owned(), values })
    });
    moments.collect()
}

/// How many ways lead to what is at a touchpoint.
fn ways(touchpoint: TouchpointRef<'_>) -> Option<f64> {
    let ways = touchpoint.map().flow().ways_to_what_is_at(touchpoint.index())?;
    #[allow(clippy::cast_precision_loss, reason = "beyond 2^53 nobody counts ways")]
    Some(ways as f64)
}
