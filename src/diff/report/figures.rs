//! The figures of one state of a journey, to be laid beside the same of another. Never one number for all of it.

use super::super::inventory::Inventory;
use super::super::unsolved::{is_felt, unsolved};
use crate::diff::Value;
use crate::facts::{Facts, Total};
use crate::graph::{Map, TouchpointIndex};
use crate::model::{Availability, Severity};

/// One figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The name for programs.
    pub key: &'static str,
    /// The name for people.
    pub label: &'static str,
    /// The figure; `None`: unknown.
    pub value: Option<Value>,
}

/// The figures of a map, in a fixed order.
#[must_use]
pub fn figures(map: &Map) -> Vec<Figure> {
    let mut figures = counts(&Inventory::of(map));
    figures.extend(on_the_way(map, &Facts::of(map)));
    figures
}

fn figure(key: &'static str, label: &'static str, value: Option<impl Into<Value>>) -> Figure {
    Figure { key, label, value: value.map(Into::into) }
}

fn counts(all: &Inventory<'_>) -> Vec<Figure> {
    let with = |level| all.touchpoints.iter().filter(|touchpoint| touchpoint.availability() == level).count();
    let below = all.touchpoints.iter().filter(|touchpoint| touchpoint.gap().is_some_and(|gap| gap < 0.0)).count();
    let felt = || all.friction.iter().filter(|friction| is_felt(friction));
    let severe = felt().filter(|friction| friction.body.severity() >= Severity::High).count();
    let broken = all.promises.iter().filter(|promise| promise.is_met() == Some(false)).count();
    let rows = [
        ("touchpoints", "touchpoints", all.touchpoints.len()),
        ("closed_touchpoints", "  of them closed", with(Availability::Unavailable)),
        ("limited_touchpoints", "  of them with restrictions", with(Availability::Limited)),
        ("touchpoints_below_expectation", "  of them below expectation", below),
        ("channels", "channels", all.channels.len()),
        ("moments_of_truth", "moments of truth", all.moments.len()),
        ("friction_points", "friction points", felt().count()),
        ("severe_friction_points", "  of them high or critical", severe),
        ("unsolved_friction_points", "  of them without a solution", unsolved(all).len()),
        ("broken_promises", "broken promises", broken),
    ];
    rows.into_iter().map(|(key, label, count)| figure(key, label, Some(count))).collect()
}

/// What the main way costs, and how it is remembered.
fn on_the_way(map: &Map, facts: &Facts) -> Vec<Figure> {
    let experience = |index: Option<TouchpointIndex>| index.and_then(|index| map.at(index).experience());
    let way_in = map.flow().open().ways_in().first();
    let arrive = way_in.and_then(|&way_in| map.flow().share_to_end(way_in));
    vec![
        figure("share_to_end", "% of customers who reach the end", arrive.map(|share| (share * 10.0).round() / 10.0)),
        figure("steps", "steps on the main way", facts.touchpoints),
        figure("channel_switches", "  changes of channel", facts.channel_switches),
        figure("hand_offs", "  changes of team", facts.hand_offs),
        figure("effort", "  effort, as far as known", facts.effort.map(|Total { sum, .. }| sum)),
        figure("duration", "  time taken, as far as known", facts.duration.map(|total| total.sum.to_string())),
        figure("wait", "  time waited, as far as known", facts.wait.map(|total| total.sum.to_string())),
        figure("peak_experience", "  best experience", experience(facts.peak)),
        figure("trough_experience", "  worst experience", experience(facts.trough)),
        figure("end_experience", "  experience at the end", experience(facts.end)),
    ]
}
