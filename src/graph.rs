//! The journey as a graph: ids, addresses, effective status, and the flow of customers.

mod address;
mod availability;
mod contents;
mod flow;
mod locate;
mod names;
mod network;
mod promise;
mod references;
#[cfg(test)]
mod sample;

use std::collections::HashMap;
use std::sync::OnceLock;

pub use address::Address;
pub(crate) use availability::by_channels;
pub use contents::solutions;
pub use flow::{Flow, Graph, Loop, Place, Way};
pub use names::{Clash, slug};
pub use network::{Edge, Network, Node};
pub use promise::BrokenPromise;

use crate::model::{Availability, Channel, Journey, Number, Phase, Reference, Text, Touchpoint};

/// The number of a touchpoint in the order of the file, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TouchpointIndex(pub usize);

/// A journey with everything that follows from it. Built once; the expensive parts are computed when first asked for.
#[derive(Debug)]
pub struct Map {
    journey: Journey,
    id: String,
    steps: Vec<Step>,
    phase_ids: Vec<String>,
    by_id: HashMap<String, TouchpointIndex>,
    by_moment: HashMap<String, TouchpointIndex>,
    clashes: Vec<Clash>,
    flow: OnceLock<Flow>,
    places: OnceLock<locate::Places>,
    unaccented: OnceLock<references::Unaccented>,
}

/// Where a touchpoint stands and what follows from that.
#[derive(Debug)]
struct Step {
    phase: usize,
    at: usize,
    id: String,
    availability: Availability,
    is_open: bool,
}

/// A touchpoint in its map: the fields of the file, and what follows from them.
#[derive(Debug, Clone, Copy)]
pub struct TouchpointRef<'m> {
    map: &'m Map,
    index: TouchpointIndex,
}

/// A phase in its map.
#[derive(Debug, Clone, Copy)]
pub struct PhaseRef<'m> {
    map: &'m Map,
    index: usize,
}

impl Map {
    /// Makes the map of a journey. `name` is its id unless the journey has one: the file's name up to its first dot.
    #[must_use]
    pub fn new(journey: Journey, name: &str) -> Self {
        let id = journey.id.as_ref().map_or_else(|| name.to_owned(), ToString::to_string);
        let names = names::Names::of(&journey);
        let places = journey.phases.iter().enumerate().flat_map(|(phase, body)| {
            body.touchpoints.iter().enumerate().map(move |(at, touchpoint)| (phase, at, touchpoint))
        });
        let step = |((phase, at, touchpoint), id)| {
            let availability = availability::of(&journey, touchpoint);
            let is_open = availability != Availability::Unavailable && availability::is_known(&journey, touchpoint);
            Step { phase, at, id, availability, is_open }
        };
        let steps: Vec<Step> = places.zip(names.touchpoints).map(step).collect();
        let mut by_id = HashMap::with_capacity(steps.len());
        for (index, step) in steps.iter().enumerate() {
            by_id.entry(step.id.clone()).or_insert(TouchpointIndex(index));
        }
        let mut map = Self {
            journey,
            id,
            steps,
            phase_ids: names.phases,
            by_id,
            by_moment: HashMap::new(),
            clashes: names.clashes,
            flow: OnceLock::new(),
            places: OnceLock::new(),
            unaccented: OnceLock::new(),
        };
        map.by_moment = map.moments();
        map
    }

    /// The touchpoints with a moment of truth by its id; where two share one, the first.
    fn moments(&self) -> HashMap<String, TouchpointIndex> {
        let mut moments = HashMap::new();
        for touchpoint in self.touchpoints() {
            if let Some(id) = touchpoint.moment_id() {
                moments.entry(id.to_owned()).or_insert(touchpoint.index());
            }
        }
        moments
    }

    /// The journey as written.
    #[must_use]
    pub fn journey(&self) -> &Journey {
        &self.journey
    }

    /// The id of the map.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The phases in order.
    pub fn phases(&self) -> impl ExactSizeIterator<Item = PhaseRef<'_>> {
        (0..self.phase_ids.len()).map(|index| PhaseRef { map: self, index })
    }

    /// All touchpoints in the order of the file.
    pub fn touchpoints(&self) -> impl ExactSizeIterator<Item = TouchpointRef<'_>> {
        (0..self.steps.len()).map(|index| self.at(TouchpointIndex(index)))
    }

    /// The touchpoint of that number.
    ///
    /// # Panics
    /// When the number is not one of this map.
    #[must_use]
    pub fn at(&self, index: TouchpointIndex) -> TouchpointRef<'_> {
        assert!(index.0 < self.steps.len(), "a touchpoint of another map");
        TouchpointRef { map: self, index }
    }

    /// The touchpoint that an address names, or on which stands what it names.
    #[must_use]
    pub fn touchpoint_of(&self, address: &Address) -> Option<TouchpointRef<'_>> {
        match address {
            Address::Touchpoint(id) | Address::Promise(id, _) | Address::Employee(id) | Address::Feedback(id) => {
                self.find(id)
            }
            Address::Friction(place, _)
            | Address::SolutionAt(place, _)
            | Address::Measure(place, _)
            | Address::Need(place, _) => self.touchpoint_of(place),
            Address::Way(from, _) => self.find(from),
            Address::Moment(id) => self.by_moment.get(id).map(|&index| self.at(index)),
            Address::Map
            | Address::Phase(_)
            | Address::Channel(_)
            | Address::Solution(_)
            | Address::End
            | Address::Lost => None,
        }
    }

    /// The ids that occur more than once.
    #[must_use]
    pub fn clashes(&self) -> &[Clash] {
        &self.clashes
    }

    /// Where customers go.
    #[must_use]
    pub fn flow(&self) -> &Flow {
        self.flow.get_or_init(|| Flow::of(self))
    }

    /// Everything in the map as one graph, for drawing and for programs.
    #[must_use]
    pub fn network(&self) -> Network<'_> {
        Network::of(self)
    }

    /// The title of a channel: as the map gives it, else as the touchpoint writes it.
    #[must_use]
    pub fn channel_title<'m>(&'m self, channel: &'m Reference) -> &'m str {
        let Some((id, known)) = self.channel(channel) else { return channel };
        known.title.as_ref().map_or(id.as_str(), |title| title.as_str())
    }
}

impl<'m> TouchpointRef<'m> {
    fn step(self) -> &'m Step {
        &self.map.steps[self.index.0]
    }

    /// The map it stands in.
    #[must_use]
    pub fn map(self) -> &'m Map {
        self.map
    }

    /// Its number in the order of the file.
    #[must_use]
    pub fn index(self) -> TouchpointIndex {
        self.index
    }

    /// The id of its moment of truth, if it has one: written, else its own.
    #[must_use]
    pub fn moment_id(self) -> Option<&'m str> {
        let moment = self.body().moment_of_truth.as_ref()?;
        Some(moment.id.as_ref().map_or_else(|| self.id(), |id| id.as_str()))
    }

    /// The fields of the file.
    #[must_use]
    pub fn body(self) -> &'m Touchpoint {
        let step = self.step();
        &self.map.journey.phases[step.phase].touchpoints[step.at]
    }

    /// The title; the id where there is none, so that it can be called something.
    #[must_use]
    pub fn title(self) -> &'m str {
        let title = self.body().title.as_str();
        if title.is_empty() { self.id() } else { title }
    }

    /// The id, written or derived.
    #[must_use]
    pub fn id(self) -> &'m str {
        &self.step().id
    }

    /// `touchpoint:ID`
    #[must_use]
    pub fn address(self) -> Address {
        Address::Touchpoint(self.id().to_owned())
    }

    /// The phase it stands in.
    #[must_use]
    pub fn phase(self) -> PhaseRef<'m> {
        PhaseRef { map: self.map, index: self.step().phase }
    }

    /// The effective status.
    #[must_use]
    pub fn availability(self) -> Availability {
        self.step().availability
    }

    /// Whether customers cannot use it: a wall for the flow.
    #[must_use]
    pub fn is_closed(self) -> bool {
        self.availability() == Availability::Unavailable
    }

    /// Whether customers can use it for certain: it is not closed, and everything that would say so could be read.
    #[must_use]
    pub fn is_open(self) -> bool {
        self.step().is_open
    }

    /// Whether customers can do without it.
    #[must_use]
    pub fn is_optional(self) -> bool {
        self.body().optional.is_some_and(|optional| optional.value)
    }

    /// Whether the customer's journey can begin here: the first of the file, and every one with `start: true`.
    #[must_use]
    pub fn is_way_in(self) -> bool {
        self.index.0 == 0 || self.body().start.is_some_and(|start| start.value) || self.body().broken.has("start")
    }

    /// What the customer expects, on the map's scale.
    #[must_use]
    pub fn expectation(self) -> Option<f64> {
        self.body().expectation.as_ref()?.level.as_deref().map(|level: &Number| level.0)
    }

    /// What the customer gets, on the map's scale.
    #[must_use]
    pub fn experience(self) -> Option<f64> {
        self.body().experience.as_ref()?.level.as_deref().map(|level: &Number| level.0)
    }

    /// Satisfaction = experience − expectation; unknown where either is.
    #[must_use]
    pub fn gap(self) -> Option<f64> {
        let gap = self.experience()? - self.expectation()?;
        // 3.3 − 3 is 0.3: what binary fractions leave behind is no difference between two gaps.
        let rounded = (gap * 1e9).round() / 1e9;
        Some(if rounded.is_finite() { rounded } else { gap })
    }

    /// The titles of its channels.
    pub fn channel_titles(self) -> impl Iterator<Item = &'m str> {
        self.body().channel.iter().map(move |channel| self.map.channel_title(channel))
    }

    /// Those of its channels that are closed while the touchpoint itself is not.
    pub fn closed_channels(self) -> impl Iterator<Item = &'m str> {
        let ids = self.body().channel.iter().filter(move |_| !self.is_closed());
        let level = |channel: &'m Channel| channel.status.as_ref()?.level.map(|level| level.value);
        let is_closed = move |id: &&'m Reference| {
            self.map.channel(id).is_some_and(|(_, channel)| level(channel) == Some(Availability::Unavailable))
        };
        ids.filter(is_closed).map(|id| id.as_str())
    }

    /// Who answers for it: its owner, else its phase's.
    #[must_use]
    pub fn owner(self) -> Option<&'m Text> {
        self.body().owner.as_ref().or(self.phase().body().owner.as_ref())
    }

    /// The touchpoint that follows in the file.
    #[must_use]
    pub fn following(self) -> Option<TouchpointRef<'m>> {
        (self.index.0 + 1 < self.map.steps.len()).then(|| self.map.at(TouchpointIndex(self.index.0 + 1)))
    }
}

impl<'m> PhaseRef<'m> {
    /// Its number, from 0.
    #[must_use]
    pub fn index(self) -> usize {
        self.index
    }

    /// The fields of the file.
    #[must_use]
    pub fn body(self) -> &'m Phase {
        &self.map.journey.phases[self.index]
    }

    /// The title; the id where there is none, so that it can be called something.
    #[must_use]
    pub fn title(self) -> &'m str {
        let title = self.body().title.as_str();
        if title.is_empty() { self.id() } else { title }
    }

    /// The id, written or derived.
    #[must_use]
    pub fn id(self) -> &'m str {
        &self.map.phase_ids[self.index]
    }

    /// `phase:ID`
    #[must_use]
    pub fn address(self) -> Address {
        Address::Phase(self.id().to_owned())
    }

    /// Its touchpoints in order.
    #[must_use]
    pub fn touchpoints(self) -> impl ExactSizeIterator<Item = TouchpointRef<'m>> {
        let first = self.map.steps.partition_point(|step| step.phase < self.index);
        let count = self.body().touchpoints.len();
        (first..first + count).map(move |index| self.map.at(TouchpointIndex(index)))
    }
}
