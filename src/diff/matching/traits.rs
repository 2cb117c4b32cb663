//! What things are known by when their names have changed, kind by kind, and how much each of that counts.

use super::Numbers;
use super::infer::{Traits, Weights};
use super::pairs::Named;
use crate::diff::inventory::{Inventory, Site};
use crate::graph::TouchpointRef;

/// A channel is its name and what happens on it.
pub(super) const OF_CHANNELS: Weights =
    Weights { title: 5.0, contents: 5.0, channels: 0.0, place: 0.0, neighbours: 0.0, least_title: 0.0 };

/// A phase is its name and the touchpoints in it.
pub(super) const OF_PHASES: Weights =
    Weights { title: 4.0, contents: 4.0, channels: 0.0, place: 0.0, neighbours: 2.0, least_title: 0.0 };

/// A touchpoint is its title most of all.
pub(super) const OF_TOUCHPOINTS: Weights =
    Weights { title: 6.0, contents: 0.8, channels: 1.0, place: 1.0, neighbours: 1.2, least_title: 0.3 };

/// Friction, promises, solutions and moments of truth are their titles; in the same place less of it does.
pub(super) const OF_WHAT_STANDS_THERE: Weights =
    Weights { title: 7.0, contents: 0.0, channels: 0.0, place: 3.0, neighbours: 0.0, least_title: 0.3 };

pub(super) fn channels<'a>(of: &'a Inventory<'_>) -> Vec<Traits<'a>> {
    let mut channels: Vec<_> =
        of.channels.iter().map(|channel| Traits { title: channel.title, ..Traits::default() }).collect();
    for touchpoint in &of.touchpoints {
        for channel in of.channels_of(*touchpoint) {
            if let Some(channel) = channels.get_mut(channel) {
                channel.contents.push(touchpoint.title());
            }
        }
    }
    channels
}

pub(super) fn phases<'a>(of: &'a Inventory<'_>) -> Vec<Traits<'a>> {
    let phases = of.map.phases().map(|phase| Traits {
        title: phase.title(),
        contents: phase.touchpoints().map(TouchpointRef::title).collect(),
        ..Traits::default()
    });
    phases.collect()
}

pub(super) fn touchpoints<'a>(of: &'a Inventory<'_>, channels: &[Option<usize>], places: &Numbers) -> Vec<Traits<'a>> {
    let touchpoints = of.touchpoints.iter().map(|touchpoint| Traits {
        title: touchpoint.title(),
        contents: touchpoint
            .body()
            .friction_points
            .iter()
            .filter_map(|point| Some(point.title.as_ref()?.as_str()))
            .collect(),
        channels: of
            .channels_of(*touchpoint)
            .into_iter()
            // A channel without a counterpart is like no other.
            .map(|at| channels.get(at).copied().flatten().unwrap_or(usize::MAX - at))
            .collect(),
        place: places.at(Site::Phase(touchpoint.phase().index())),
    });
    touchpoints.collect()
}

pub(super) fn named<'a>(things: &[Named<'a>]) -> Vec<Traits<'a>> {
    let traits = things.iter().map(|thing| Traits {
        title: thing.title.unwrap_or_default(),
        place: thing.place,
        ..Traits::default()
    });
    traits.collect()
}
