//! What the script of a page has to know, and by what touchpoints can be filtered.

use std::collections::BTreeSet;

use serde::Serialize;

use super::Author;
use super::labels::PageLabel;
use crate::graph::{Address, TouchpointRef};
use crate::model::{Availability, FrictionPoint, Severity};
use crate::render::scene::Lane;
use crate::text::{printable, printable_json};

/// A choice of touchpoints by what they have in common.
pub struct Filter {
    /// The field of the data that it looks at.
    pub field: &'static str,
    pub label: &'static str,
    /// The choice of all.
    pub all: &'static str,
    /// Values and what they are called.
    pub options: Vec<(String, String)>,
}

/// What the script has to know.
#[derive(Serialize)]
struct Data<'m> {
    touchpoints: Vec<TouchpointData<'m>>,
    lanes: Vec<LaneData>,
    shown: &'static str,
}

/// What a lane is called.
#[derive(Serialize)]
struct LaneData {
    lane: Lane,
    name: &'static str,
}

/// What a touchpoint is filtered by.
#[derive(Serialize)]
struct TouchpointData<'m> {
    address: Address,
    channel: Vec<&'m str>,
    owner: Vec<&'m str>,
    status: [&'static str; 1],
    severity: BTreeSet<&'static str>,
}

impl Author<'_> {
    /// The data of the script, as JSON that cannot end the block it stands in.
    pub fn data(&self) -> serde_json::Result<String> {
        let touchpoints = self.touchpoints().map(|touchpoint| TouchpointData {
            address: touchpoint.address(),
            channel: touchpoint.channel_titles().collect(),
            owner: touchpoint.owner().map(|owner| owner.as_str()).into_iter().collect(),
            status: [touchpoint.availability().as_str()],
            severity: self.hindrances(touchpoint).map(|point| point.severity().as_str()).collect(),
        });
        let lanes = Lane::ALL.iter().filter(|lane| **lane != Lane::Head);
        let lanes = lanes.map(|&lane| LaneData { lane, name: self.tongue.lane(lane) }).collect();
        let data = Data { touchpoints: touchpoints.collect(), lanes, shown: self.word(PageLabel::Shown) };
        let json = serde_json::to_string(&data)?;
        Ok(printable_json(&json).replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026"))
    }

    /// The filters that can tell touchpoints of this map apart.
    pub fn filters(&self) -> Vec<Filter> {
        let touchpoints = || self.touchpoints();
        let named = |names: BTreeSet<&str>| {
            names.into_iter().map(|name| (name.to_owned(), printable(name).into_owned())).collect::<Vec<_>>()
        };
        let channels = named(touchpoints().flat_map(TouchpointRef::channel_titles).collect());
        let owners = named(touchpoints().filter_map(|touchpoint| Some(touchpoint.owner()?.as_str())).collect());
        let levels: BTreeSet<_> = touchpoints().map(TouchpointRef::availability).collect();
        let statuses = levels.into_iter().map(|level: Availability| {
            let word = self.tongue.restriction(level).unwrap_or_else(|| self.word(PageLabel::Open));
            (level.as_str().to_owned(), word.to_owned())
        });
        let hurting: BTreeSet<_> =
            touchpoints().flat_map(|touchpoint| self.hindrances(touchpoint)).map(FrictionPoint::severity).collect();
        let severities = hurting
            .into_iter()
            .rev()
            .map(|severity: Severity| (severity.as_str().to_owned(), self.tongue.severity(severity).to_owned()));
        let filter =
            |field, label, all, options| Filter { field, label: self.word(label), all: self.word(all), options };
        let mut filters = vec![
            filter("channel", PageLabel::Channel, PageLabel::AllChannels, channels),
            filter("owner", PageLabel::Owner, PageLabel::AllOwners, owners),
            filter("status", PageLabel::Status, PageLabel::AllStatuses, statuses.collect()),
        ];
        filters.retain(|filter| filter.options.len() > 1);
        let severity = filter("severity", PageLabel::Severity, PageLabel::AllSeverities, severities.collect());
        filters.extend(Some(severity).filter(|filter| !filter.options.is_empty()));
        filters
    }
}
