//! What stays open on its last channel.

use std::collections::BTreeSet;

use super::name::name_of;
use super::standing::Standing;
use crate::graph::{Place, TouchpointIndex, TouchpointRef};
use crate::model::{Availability, Reference};

/// A touchpoint that had a choice of channels and is left with one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Narrowed {
    /// The touchpoint.
    pub touchpoint: TouchpointIndex,
    /// The title of the channel that is left.
    pub channel: String,
}

/// The touchpoints that customers still get to, and by one channel only.
pub(super) fn narrowed(before: &Standing<'_>, after: &Standing<'_>) -> Vec<Narrowed> {
    let pairs = before.map.touchpoints().zip(after.map.touchpoints());
    let narrowed = pairs.filter_map(|(was, is)| {
        let is_met = !is.is_closed() && is.map().flow().open().is_reached(Place::Touchpoint(is.index()));
        let left = open_channels(is);
        let only = left.first().filter(|_| is_met && left.len() == 1 && open_channels(was).len() > 1)?;
        Some(Narrowed { touchpoint: is.index(), channel: is.map().channel_title(only).to_owned() })
    });
    narrowed.collect()
}

/// The channels of a touchpoint that are not closed, each once.
fn open_channels(touchpoint: TouchpointRef<'_>) -> Vec<&Reference> {
    let map = touchpoint.map();
    let is_open = |name: &str| {
        let status = map.channel(name).and_then(|(_, channel)| channel.status.as_ref());
        status.and_then(|status| status.level).is_none_or(|level| level.value != Availability::Unavailable)
    };
    let mut seen = BTreeSet::new();
    let channels = touchpoint.body().channel.iter();
    channels.filter(|name| is_open(name) && seen.insert(name_of(name))).collect()
}
