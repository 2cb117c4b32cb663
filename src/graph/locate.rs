//! From a place in the file to what stands there.

use super::contents::solutions;
use super::{Address, Map, PhaseRef, TouchpointIndex, TouchpointRef};
use crate::model::{FrictionPoint, Solution, WrittenAt};
use crate::source::Span;

impl Map {
    /// The address of the innermost thing that is written at a place of the file.
    #[must_use]
    pub fn address_at(&self, span: Span) -> Address {
        let places = self.places.get_or_init(|| Places::of(self));
        if let Some(touchpoint) = innermost(&places.touchpoints, span) {
            return at_touchpoint(self.at(TouchpointIndex(touchpoint)), span);
        }
        let phase = innermost(&places.phases, span).map(|index| PhaseRef { map: self, index });
        let is_here = |place: WrittenAt| place.0.contains(span);
        let channel =
            || self.journey().channels.iter().find(|(id, channel)| id.span.contains(span) || is_here(channel.place));
        phase
            .map(|phase| in_phase(phase, span))
            .or_else(|| first(&self.journey().solutions, || self.solutions(), |solution| solution.place, span))
            .or_else(|| first(&self.journey().measures, || self.measures(), |measure| measure.place, span))
            .or_else(|| channel().map(|(id, _)| Address::Channel(id.to_string())))
            .unwrap_or(Address::Map)
    }
}

/// The phases and touchpoints by where they are written.
#[derive(Debug)]
pub(super) struct Places {
    phases: Vec<(Span, usize)>,
    touchpoints: Vec<(Span, usize)>,
}

impl Places {
    fn of(map: &Map) -> Self {
        let phases = map.phases().map(|phase| (phase.body().place.0, phase.index()));
        let touchpoints = map.touchpoints().map(|touchpoint| (touchpoint.body().place.0, touchpoint.index().0));
        let sorted = |mut places: Vec<(Span, usize)>| {
            places.sort_unstable();
            // What an alias repeats stands where it was first written.
            places.dedup_by_key(|(span, _)| *span);
            places
        };
        Self { phases: sorted(phases.collect()), touchpoints: sorted(touchpoints.collect()) }
    }
}

/// The number of the place that `span` lies in; places of one kind do not overlap.
fn innermost(places: &[(Span, usize)], span: Span) -> Option<usize> {
    let behind = places.partition_point(|(place, _)| place.start <= span.start);
    let (place, index) = places.get(behind.checked_sub(1)?)?;
    place.contains(span).then_some(*index)
}

fn in_phase(phase: PhaseRef<'_>, span: Span) -> Address {
    let body = phase.body();
    friction(&body.friction_points, || phase.friction_points(), span)
        .or_else(|| first(&body.solutions, || phase.solutions(), |solution| solution.place, span))
        .or_else(|| first(&body.measures, || phase.measures(), |measure| measure.place, span))
        .or_else(|| phase.needs().find(|(_, need)| need.span.contains(span)).map(|(address, _)| address))
        .unwrap_or_else(|| phase.address())
}

fn at_touchpoint(touchpoint: TouchpointRef<'_>, span: Span) -> Address {
    let body = touchpoint.body();
    let id = || touchpoint.id().to_owned();
    let employee = || body.employee.iter().find(|employee| employee.place.0.contains(span));
    let feedback = || body.feedback.as_ref().filter(|feedback| feedback.place.0.contains(span));
    let way = || body.next.iter().find(|way| way.place.0.contains(span));
    let moment = || body.moment_of_truth.as_ref().filter(|moment| moment.place.0.contains(span));
    moment()
        .and_then(|_| touchpoint.moment_of_truth().map(|(address, _)| address))
        .or_else(|| friction(&body.friction_points, || touchpoint.friction_points(), span))
        .or_else(|| first(&body.promises, || touchpoint.promises(), |promise| promise.place, span))
        .or_else(|| first(&body.solutions, || touchpoint.solutions(), |solution| solution.place, span))
        .or_else(|| first(&body.measures, || touchpoint.measures(), |measure| measure.place, span))
        .or_else(|| touchpoint.needs().find(|(_, need)| need.span.contains(span)).map(|(address, _)| address))
        .or_else(|| employee().map(|_| Address::Employee(id())))
        .or_else(|| feedback().map(|_| Address::Feedback(id())))
        .or_else(|| way().map(|way| Address::Way(id(), way.to.to_string())))
        .unwrap_or_else(|| touchpoint.address())
}

/// The friction point at a place, or the solution of it that stands there.
fn friction<'m, A: Iterator<Item = (Address, &'m FrictionPoint)>>(
    points: &'m [FrictionPoint],
    addressed: impl Fn() -> A,
    span: Span,
) -> Option<Address> {
    let point = points.iter().find(|point| point.place.0.contains(span))?;
    let address = first(points, addressed, |point| point.place, span)?;
    let of_point = || solutions(address.clone(), &point.solutions);
    Some(first(&point.solutions, of_point, |solution: &Solution| solution.place, span).unwrap_or(address))
}

/// The address of the item that is written at a place. Most places lie in none, so addresses are made only then.
fn first<'m, T: 'm, A: Iterator<Item = (Address, &'m T)>>(
    items: &[T],
    addressed: impl Fn() -> A,
    place: impl Fn(&T) -> WrittenAt,
    span: Span,
) -> Option<Address> {
    let at = items.iter().position(|item| place(item).0.contains(span))?;
    addressed().nth(at).map(|(address, _)| address)
}
