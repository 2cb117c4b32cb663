//! Which touchpoints and phases of several states are the same: each has one number throughout.

use std::collections::HashSet;

use crate::diff::matching::{Matching, Pairs};
use crate::diff::report::JourneyReport;
use crate::graph::{Map, PhaseRef, TouchpointIndex, TouchpointRef};

/// The numbers that what is the same has in every state.
pub(super) struct Lineage<'j, 'm> {
    journey: &'j JourneyReport<'m>,
    touchpoints: Traced,
    phases: Traced,
    /// The numbers of the touchpoints that are on the main way of every state.
    is_passed: HashSet<usize>,
}

impl<'j, 'm> Lineage<'j, 'm> {
    pub fn of(journey: &'j JourneyReport<'m>) -> Self {
        let touchpoints = Traced::of(journey, |map| map.touchpoints().len(), |matching| &matching.touchpoints);
        let phases = Traced::of(journey, |map| map.phases().len(), |matching| &matching.phases);
        Self { journey, is_passed: passed(journey, &touchpoints), touchpoints, phases }
    }

    /// How many phases there are in all states together.
    pub fn phases(&self) -> usize {
        self.phases.places.len()
    }

    /// The numbers of the touchpoints that every state has.
    pub fn throughout(&self) -> impl Iterator<Item = usize> {
        let all = self.touchpoints.places.iter().enumerate();
        all.filter(|(_, places)| places.iter().all(Option::is_some)).map(|(number, _)| number)
    }

    /// The phase that a touchpoint is in in every state; none where it moves.
    pub fn phase_of(&self, touchpoint: usize) -> Option<usize> {
        let mut phases = (0..self.journey.states.len())
            .map(|state| self.phases.number(state, self.in_state(state, touchpoint)?.phase().index()));
        let first = phases.next()??;
        phases.all(|phase| phase == Some(first)).then_some(first)
    }

    /// The phase of that number in a state.
    pub fn phase_in(&self, state: usize, number: usize) -> Option<PhaseRef<'m>> {
        let at = self.phases.places.get(number)?.get(state).copied()??;
        self.journey.states.get(state)?.map.phases().nth(at)
    }

    /// The touchpoint of that number in a state.
    pub fn in_state(&self, state: usize, number: usize) -> Option<TouchpointRef<'m>> {
        let at = self.touchpoints.places.get(number)?.get(state).copied()??;
        Some(self.journey.states.get(state)?.map.at(TouchpointIndex(at)))
    }

    /// Whether the states that have a touchpoint all know something of it.
    pub fn is_known<T>(&self, number: usize, value: impl Fn(TouchpointRef<'m>) -> Option<T>) -> bool {
        let mut states = (0..self.journey.states.len()).filter_map(|state| self.in_state(state, number));
        states.all(|touchpoint| value(touchpoint).is_some())
    }

    /// What is known of the touchpoints that are on the main way of every state, as far as every state knows it, in the
    /// order of one; none where nothing is.
    pub fn comparable<T>(
        &self,
        state: usize,
        map: &'m Map,
        value: impl Fn(TouchpointRef<'m>) -> Option<T>,
    ) -> Option<Vec<T>> {
        let way = map.flow().main_way()?.iter().filter(|at| {
            let number = self.touchpoints.number(state, at.0);
            number.is_some_and(|number| self.is_passed.contains(&number) && self.is_known(number, &value))
        });
        let known: Vec<_> = way.filter_map(|&at| value(map.at(at))).collect();
        (!known.is_empty()).then_some(known)
    }
}

/// The numbers of the touchpoints that are on the main way of every state.
fn passed(journey: &JourneyReport<'_>, touchpoints: &Traced) -> HashSet<usize> {
    let ways = journey.states.iter().enumerate().map(|(state, of)| {
        let way = of.map.flow().main_way().unwrap_or_default().iter();
        way.filter_map(|at| touchpoints.number(state, at.0)).collect::<HashSet<_>>()
    });
    ways.reduce(|all, way| all.intersection(&way).copied().collect()).unwrap_or_default()
}

/// What is the same in several states.
struct Traced {
    /// The number of each thing, by state.
    numbers: Vec<Vec<usize>>,
    /// In which place each state has it, by number.
    places: Vec<Vec<Option<usize>>>,
}

impl Traced {
    /// Hands the numbers of the first state down from state to state; what is new gets one of its own.
    fn of(journey: &JourneyReport<'_>, count: impl Fn(&Map) -> usize, pairs: impl Fn(&Matching) -> &Pairs) -> Self {
        let mut all = Self { numbers: Vec::new(), places: Vec::new() };
        for (at, state) in journey.states.iter().enumerate() {
            let before = journey.comparisons.iter().find(|comparison| comparison.after == at);
            let came_from = |item| {
                let old = pairs(&before?.sides.matching).before_of(item)?;
                all.numbers.last()?.get(old).copied()
            };
            let known: Vec<_> = (0..count(state.map)).map(came_from).collect();
            let numbers = known.into_iter().enumerate().map(|(item, number)| {
                let number = number.unwrap_or(all.places.len());
                if number == all.places.len() {
                    all.places.push(vec![None; journey.states.len()]);
                }
                if let Some(place) = all.places.get_mut(number).and_then(|places| places.get_mut(at)) {
                    place.get_or_insert(item);
                }
                number
            });
            let numbers = numbers.collect();
            all.numbers.push(numbers);
        }
        all
    }

    fn number(&self, state: usize, item: usize) -> Option<usize> {
        self.numbers.get(state)?.get(item).copied()
    }
}
