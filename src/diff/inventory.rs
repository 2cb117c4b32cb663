//! Everything in one map that a comparison speaks of, listed in the order of the file.

use std::collections::HashMap;

use crate::graph::{Address, Map, TouchpointRef, slug};
use crate::model::{
    Availability, Channel, FrictionPoint, Id, Measure, MomentOfTruth, Promise, Reference, Solution, Status, Text,
};
use crate::source::Located;

/// What something stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Site {
    /// The map itself; for a need, its persona.
    Map,
    /// A phase, by its number.
    Phase(usize),
    /// A touchpoint, by its number.
    Touchpoint(usize),
    /// A friction point, by its number in the inventory.
    Friction(usize),
}

/// A channel: listed by the map, or only named by touchpoints.
#[derive(Debug)]
pub struct ChannelItem<'m> {
    /// The id, or the slug of the name.
    pub id: String,
    /// What customers call it.
    pub title: &'m str,
    /// As the map lists it.
    pub body: Option<&'m Channel>,
}

/// A need of a touchpoint, a phase or the persona.
#[derive(Debug)]
pub struct NeedItem<'m> {
    /// Whose.
    pub site: Site,
    /// The slug of the text.
    pub id: String,
    /// The need.
    pub text: &'m Text,
    /// `need:P/N`
    pub address: Address,
}

/// A moment of truth.
#[derive(Debug)]
pub struct MomentItem<'m> {
    /// Where it is.
    pub touchpoint: TouchpointRef<'m>,
    /// The id, written or its touchpoint's.
    pub id: &'m str,
    /// The fields of the file.
    pub body: &'m MomentOfTruth,
}

/// A friction point.
#[derive(Debug)]
pub struct FrictionItem<'m> {
    /// A phase or touchpoint.
    pub site: Site,
    /// The id, written or derived.
    pub id: String,
    /// The fields of the file.
    pub body: &'m FrictionPoint,
    /// `friction:T/F`
    pub address: Address,
}

/// A measure of the map, a phase or a touchpoint.
#[derive(Debug)]
pub struct MeasureItem<'m> {
    /// What it is a measure of.
    pub site: Site,
    /// The slug of the metric.
    pub id: String,
    /// The fields of the file.
    pub body: &'m Measure,
    /// `measure:T/NAME`
    pub address: Address,
}

/// A promise.
#[derive(Debug)]
pub struct PromiseItem<'m> {
    /// Where it is made.
    pub touchpoint: TouchpointRef<'m>,
    /// The id, written or derived.
    pub id: String,
    /// The fields of the file.
    pub body: &'m Promise,
    /// `promise:T/P`
    pub address: Address,
}

/// A solution; one with a written id may stand in several places.
#[derive(Debug)]
pub struct SolutionItem {
    /// Where it stands, the first place first.
    pub sites: Vec<Site>,
    /// The id, written or derived.
    pub id: String,
    /// Its fields, gathered from all those places.
    pub body: Solution,
    /// `solution:S`
    pub address: Address,
}

/// Everything in a map that a comparison speaks of.
#[derive(Debug)]
pub struct Inventory<'m> {
    /// The map.
    pub map: &'m Map,
    /// The touchpoints.
    pub touchpoints: Vec<TouchpointRef<'m>>,
    /// The channels that the map lists, else those that its touchpoints name.
    pub channels: Vec<ChannelItem<'m>>,
    /// The moments of truth.
    pub moments: Vec<MomentItem<'m>>,
    /// The friction points.
    pub friction: Vec<FrictionItem<'m>>,
    /// The promises.
    pub promises: Vec<PromiseItem<'m>>,
    /// The solutions.
    pub solutions: Vec<SolutionItem>,
    /// The needs.
    pub needs: Vec<NeedItem<'m>>,
    /// The measures.
    pub measures: Vec<MeasureItem<'m>>,
    channel_by_id: HashMap<String, usize>,
}

impl<'m> Inventory<'m> {
    /// Lists what is in a map.
    #[must_use]
    pub fn of(map: &'m Map) -> Self {
        let mut all = Self {
            map,
            touchpoints: map.touchpoints().collect(),
            channels: Vec::new(),
            moments: Vec::new(),
            friction: Vec::new(),
            promises: Vec::new(),
            solutions: Vec::new(),
            needs: Vec::new(),
            measures: Vec::new(),
            channel_by_id: HashMap::new(),
        };
        let journey = map.journey();
        for (id, channel) in journey.channels.iter() {
            let title = channel.title.as_ref().map_or(id.as_str(), |title| title.as_str());
            all.add_channel(ChannelItem { id: id.to_string(), title, body: Some(channel) });
        }
        all.add_needs(Site::Map, &Address::Map, journey.persona.as_ref().map_or(&[], |persona| &persona.needs));
        let mut solutions = Solutions::default();
        solutions.add(Site::Map, &Address::Map, &journey.solutions);
        all.add_measures(Site::Map, map.measures());
        for phase in map.phases() {
            let (site, address, body) = (Site::Phase(phase.index()), phase.address(), phase.body());
            all.add_needs(site, &address, &body.needs);
            all.add_friction(site, phase.friction_points(), &mut solutions);
            solutions.add(site, &address, &body.solutions);
            all.add_measures(site, phase.measures());
        }
        for touchpoint in map.touchpoints() {
            all.add_touchpoint(touchpoint, &mut solutions);
        }
        all.solutions = solutions.items;
        all
    }

    /// The number of the channel that a touchpoint names.
    #[must_use]
    pub fn channel(&self, reference: &str) -> Option<usize> {
        let exact = self.channel_by_id.get(reference);
        exact.or_else(|| self.channel_by_id.get(&slug(reference)?)).copied()
    }

    /// The numbers of the channels of a touchpoint.
    #[must_use]
    pub fn channels_of(&self, touchpoint: TouchpointRef<'_>) -> Vec<usize> {
        let mut channels: Vec<_> = touchpoint.body().channel.iter().filter_map(|name| self.channel(name)).collect();
        channels.sort_unstable();
        channels.dedup();
        channels
    }

    /// The touchpoint that a site is, or is in.
    #[must_use]
    pub fn touchpoint_at(&self, site: Site) -> Option<TouchpointRef<'m>> {
        match site {
            Site::Map | Site::Phase(_) => None,
            Site::Touchpoint(index) => self.touchpoints.get(index).copied(),
            Site::Friction(index) => self.touchpoint_at(self.friction.get(index)?.site),
        }
    }

    /// The team that answers for a phase, a touchpoint or what stands on it.
    #[must_use]
    pub fn owner(&self, site: Site) -> Option<&'m Text> {
        match site {
            Site::Map => None,
            Site::Phase(index) => self.map.journey().phases.get(index)?.owner.as_ref(),
            Site::Touchpoint(index) => self.touchpoints.get(index)?.owner(),
            Site::Friction(index) => self.owner(self.friction.get(index)?.site),
        }
    }

    /// What a site is called.
    #[must_use]
    pub fn site_title(&self, site: Site) -> Option<&'m str> {
        match site {
            Site::Map => None,
            Site::Phase(index) => self.map.journey().phases.get(index).map(|phase| phase.title.as_str()),
            Site::Touchpoint(index) => self.touchpoints.get(index).map(|touchpoint| touchpoint.body().title.as_str()),
            Site::Friction(index) => self.friction.get(index).map(FrictionItem::title),
        }
    }

    fn add_channel(&mut self, channel: ChannelItem<'m>) {
        if !self.channel_by_id.contains_key(&channel.id) {
            self.channel_by_id.insert(channel.id.clone(), self.channels.len());
            self.channels.push(channel);
        }
    }

    fn add_touchpoint(&mut self, touchpoint: TouchpointRef<'m>, solutions: &mut Solutions) {
        let (site, address, body) = (Site::Touchpoint(touchpoint.index().0), touchpoint.address(), touchpoint.body());
        for channel in &body.channel {
            self.add_named_channel(channel);
        }
        self.add_needs(site, &address, &body.needs);
        self.add_friction(site, touchpoint.friction_points(), solutions);
        solutions.add(site, &address, &body.solutions);
        self.add_measures(site, touchpoint.measures());
        self.promises.extend(touchpoint.promises().map(|(address, body)| {
            let id = id_of(body.id.as_ref(), body.title.as_ref());
            PromiseItem { touchpoint, id, body, address }
        }));
        if let Some(body) = &body.moment_of_truth {
            let id = body.id.as_ref().map_or(touchpoint.id(), |id| id.as_str());
            self.moments.push(MomentItem { touchpoint, id, body });
        }
    }

    /// A map that lists no channels has those that its touchpoints name.
    fn add_named_channel(&mut self, name: &'m Reference) {
        if self.map.journey().channels.is_empty() && self.channel(name).is_none() {
            let id = slug(name).unwrap_or_else(|| name.value.clone());
            self.add_channel(ChannelItem { id, title: name, body: None });
        }
    }

    fn add_needs(&mut self, site: Site, owner: &Address, needs: &'m [Text]) {
        for text in needs {
            let id = slug(text).unwrap_or_else(|| text.value.clone());
            let address = Address::Need(Box::new(owner.clone()), id.clone());
            self.needs.push(NeedItem { site, id, text, address });
        }
    }

    fn add_measures(&mut self, site: Site, measures: impl Iterator<Item = (Address, &'m Measure)>) {
        self.measures.extend(measures.map(|(address, body)| {
            let id = slug(&body.metric).unwrap_or_else(|| body.metric.value.clone());
            MeasureItem { site, id, body, address }
        }));
    }

    fn add_friction(
        &mut self,
        site: Site,
        points: impl Iterator<Item = (Address, &'m FrictionPoint)>,
        solutions: &mut Solutions,
    ) {
        for (address, body) in points {
            let id = id_of(body.id.as_ref(), body.title.as_ref());
            solutions.add(Site::Friction(self.friction.len()), &address, &body.solutions);
            self.friction.push(FrictionItem { site, id, body, address });
        }
    }
}

impl ChannelItem<'_> {
    /// Its own status.
    #[must_use]
    pub fn status(&self) -> Option<&Status> {
        self.body?.status.as_ref()
    }

    /// Whether customers can use it.
    #[must_use]
    pub fn availability(&self) -> Availability {
        let level = self.status().and_then(|status| status.level);
        level.map_or(Availability::Available, |level| level.value)
    }

    /// `channel:C`
    #[must_use]
    pub fn address(&self) -> Address {
        Address::Channel(self.id.clone())
    }
}

impl<'m> MomentItem<'m> {
    /// What is decided here; without a title of its own, its touchpoint's.
    #[must_use]
    pub fn title(&self) -> &'m str {
        self.body.title.as_ref().unwrap_or(&self.touchpoint.body().title)
    }

    /// `moment:M`
    #[must_use]
    pub fn address(&self) -> Address {
        Address::Moment(self.id.to_owned())
    }
}

impl<'m> FrictionItem<'m> {
    /// The title, or the id.
    #[must_use]
    pub fn title(&self) -> &'m str {
        title_of(self.body.title.as_ref(), self.body.id.as_ref())
    }
}

impl<'m> PromiseItem<'m> {
    /// The title, or the id.
    #[must_use]
    pub fn title(&self) -> &'m str {
        title_of(self.body.title.as_ref(), self.body.id.as_ref())
    }
}

impl PromiseItem<'_> {
    /// Whether it is kept, in time and often enough; unknown where nobody says how it is kept.
    #[must_use]
    pub fn is_met(&self) -> Option<bool> {
        let is_known = self.body.within.is_some() && self.body.actual.is_some() || self.body.kept.is_some();
        is_known.then(|| !self.body.is_missed(Promise::KEPT))
    }
}

impl SolutionItem {
    /// The title, or the id.
    #[must_use]
    pub fn title(&self) -> &str {
        title_of(self.body.title.as_ref(), self.body.id.as_ref())
    }
}

fn id_of(id: Option<&Located<Id>>, title: Option<&Text>) -> String {
    let derived = || title.map(|title| slug(title).unwrap_or_else(|| title.value.clone())).unwrap_or_default();
    id.map_or_else(derived, ToString::to_string)
}

fn title_of<'a>(title: Option<&'a Text>, id: Option<&'a Located<Id>>) -> &'a str {
    title.map_or_else(|| id.map_or("", |id| id.as_str()), |title| title.as_str())
}

/// The solutions of a map, those of one written id taken together.
#[derive(Default)]
struct Solutions {
    items: Vec<SolutionItem>,
    by_id: HashMap<String, usize>,
}

impl Solutions {
    fn add(&mut self, site: Site, place: &Address, solutions: &[Solution]) {
        for solution in solutions {
            let known = solution.id.as_ref().and_then(|id| self.by_id.get(id.as_str()));
            if let Some(item) = known.and_then(|&at| self.items.get_mut(at)) {
                item.sites.push(site);
                item.body.fill_from(solution);
                continue;
            }
            let id = id_of(solution.id.as_ref(), solution.title.as_ref());
            let address = if solution.id.is_some() {
                self.by_id.insert(id.clone(), self.items.len());
                Address::Solution(id.clone())
            } else {
                Address::SolutionAt(Box::new(place.clone()), id.clone())
            };
            self.items.push(SolutionItem { sites: vec![site], id, body: solution.clone(), address });
        }
    }
}
