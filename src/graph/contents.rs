//! What stands on a touchpoint, a phase or the map, each with its address.

use super::names::{Named, distinct, slug};
use super::{Address, Map, PhaseRef, TouchpointRef};
use crate::model::{FrictionPoint, Measure, MomentOfTruth, Promise, Solution, Text};

impl Map {
    /// The solutions that concern the whole journey.
    pub fn solutions(&self) -> impl Iterator<Item = (Address, &Solution)> {
        solutions(Address::Map, &self.journey.solutions)
    }

    /// The measures of the whole journey.
    pub fn measures(&self) -> impl Iterator<Item = (Address, &Measure)> {
        measures(Address::Map, &self.journey.measures)
    }
}

impl<'m> PhaseRef<'m> {
    /// What hinders customers throughout the phase.
    pub fn friction_points(self) -> impl Iterator<Item = (Address, &'m FrictionPoint)> {
        friction_points(self.address(), &self.body().friction_points)
    }

    /// What is done about it.
    pub fn solutions(self) -> impl Iterator<Item = (Address, &'m Solution)> {
        solutions(self.address(), &self.body().solutions)
    }

    /// The measures of the phase.
    pub fn measures(self) -> impl Iterator<Item = (Address, &'m Measure)> {
        measures(self.address(), &self.body().measures)
    }

    /// What the customer needs in the phase.
    pub fn needs(self) -> impl Iterator<Item = (Address, &'m Text)> {
        needs(self.address(), &self.body().needs)
    }
}

impl<'m> TouchpointRef<'m> {
    /// What hinders customers here.
    pub fn friction_points(self) -> impl Iterator<Item = (Address, &'m FrictionPoint)> {
        friction_points(self.address(), &self.body().friction_points)
    }

    /// What is done about it.
    pub fn solutions(self) -> impl Iterator<Item = (Address, &'m Solution)> {
        solutions(self.address(), &self.body().solutions)
    }

    /// The measures of the touchpoint.
    pub fn measures(self) -> impl Iterator<Item = (Address, &'m Measure)> {
        measures(self.address(), &self.body().measures)
    }

    /// What the customer needs here.
    pub fn needs(self) -> impl Iterator<Item = (Address, &'m Text)> {
        needs(self.address(), &self.body().needs)
    }

    /// The promises made here.
    pub fn promises(self) -> impl Iterator<Item = (Address, &'m Promise)> {
        let address = move |(id, promise)| (Address::Promise(self.id().to_owned(), id), promise);
        distinct(&self.body().promises, Named::name).map(address)
    }

    /// The touchpoint where a promise made here is kept: here unless the promise says otherwise. None where it names
    /// nothing.
    #[must_use]
    pub fn kept_at(self, promise: &Promise) -> Option<TouchpointRef<'m>> {
        match &promise.kept_at {
            Some(reference) => self.map().find(reference),
            None => (!promise.broken.has("kept_at")).then_some(self),
        }
    }

    /// The moment of truth. Its id is its touchpoint's unless it has one of its own.
    #[must_use]
    pub fn moment_of_truth(self) -> Option<(Address, &'m MomentOfTruth)> {
        let moment = self.body().moment_of_truth.as_ref()?;
        Some((Address::Moment(self.moment_id()?.to_owned()), moment))
    }
}

/// Solutions with their addresses: of what stands on `place`, such as a friction point's.
pub fn solutions(place: Address, solutions: &[Solution]) -> impl Iterator<Item = (Address, &Solution)> {
    distinct(solutions, Named::name).map(move |(name, solution)| match &solution.id {
        Some(id) => (Address::Solution(id.to_string()), solution),
        None => (Address::SolutionAt(Box::new(place.clone()), name), solution),
    })
}

fn friction_points(
    place: Address,
    friction_points: &[FrictionPoint],
) -> impl Iterator<Item = (Address, &FrictionPoint)> {
    distinct(friction_points, Named::name)
        .map(move |(id, friction)| (Address::Friction(Box::new(place.clone()), id), friction))
}

fn measures(place: Address, measures: &[Measure]) -> impl Iterator<Item = (Address, &Measure)> {
    distinct(measures, |measure| slug(&measure.metric))
        .map(move |(metric, measure)| (Address::Measure(Box::new(place.clone()), metric), measure))
}

fn needs(place: Address, needs: &[Text]) -> impl Iterator<Item = (Address, &Text)> {
    distinct(needs, |need| slug(need)).map(move |(name, need)| (Address::Need(Box::new(place.clone()), name), need))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::sample::whole;

    fn addresses<'m, T: 'm>(items: impl Iterator<Item = (Address, &'m T)>) -> String {
        items.map(|(address, _)| address.to_string()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn everything_has_an_address() {
        let map = whole(
            "cxmap: 1
title: t
solutions: [{id: sms}, Call me]
measures: [NPS]
phases:
  - title: Buy
    needs: [Be sure]
    friction_points: [Rain]
    solutions: [Umbrella]
    measures: [csat]
    touchpoints:
      - title: Pay
        needs: [Be quick, be quick!]
        friction_points:
          - {title: Queue, solutions: [{title: More tills}, {id: sms}]}
          - {id: q, title: Price}
          - queue
          - '?'
        solutions: [Till 9, till-9]
        measures: [NPS, Trust score, nps]
        promises: [By noon, {id: soon, kept_at: get}, {title: later, kept_at: ghost}]
        moment_of_truth: I decide
      - title: Get
        moment_of_truth: {id: unpack}
",
        );
        let [pay, get] = ["pay", "get"].map(|id| map.at(map.index(id)));
        assert_eq!(addresses(map.solutions()), "solution:sms solution:map/call-me");
        assert_eq!(addresses(map.measures()), "measure:map/nps");
        assert_eq!(addresses(map.phases().flat_map(PhaseRef::needs)), "need:phase:buy/be-sure");
        assert_eq!(addresses(map.phases().flat_map(PhaseRef::friction_points)), "friction:phase:buy/rain");
        assert_eq!(addresses(map.phases().flat_map(PhaseRef::solutions)), "solution:phase:buy/umbrella");
        assert_eq!(addresses(map.phases().flat_map(PhaseRef::measures)), "measure:phase:buy/csat");
        assert_eq!(addresses(pay.needs()), "need:pay/be-quick need:pay/be-quick#2");
        assert_eq!(
            addresses(pay.friction_points()),
            "friction:pay/queue friction:pay/q friction:pay/queue#2 friction:pay/#4"
        );
        let of_friction = pay.friction_points().flat_map(|(address, point)| solutions(address, &point.solutions));
        assert_eq!(addresses(of_friction), "solution:pay/queue/more-tills solution:sms");
        assert_eq!(addresses(pay.solutions()), "solution:pay/till-9 solution:pay/till-9#2");
        assert_eq!(addresses(pay.measures()), "measure:pay/nps measure:pay/trust-score measure:pay/nps#2");
        assert_eq!(addresses(pay.promises()), "promise:pay/by-noon promise:pay/soon promise:pay/later");
        let kept_at: Vec<_> = pay.promises().map(|(_, promise)| pay.kept_at(promise).map(TouchpointRef::id)).collect();
        assert_eq!(kept_at, [Some("pay"), Some("get"), None]);
        assert_eq!(addresses(pay.moment_of_truth().into_iter()), "moment:pay");
        assert_eq!(addresses(get.moment_of_truth().into_iter()), "moment:unpack");
    }
}
