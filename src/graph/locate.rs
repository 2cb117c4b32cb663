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
            .or_else(|| first(self.solutions(), span, |solution| solution.place))
            .or_else(|| first(self.measures(), span, |measure| measure.place))
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
    friction(phase.friction_points(), span)
        .or_else(|| first(phase.solutions(), span, |solution| solution.place))
        .or_else(|| first(phase.measures(), span, |measure| measure.place))
        .or_else(|| phase.needs().find(|(_, need)| need.span.contains(span)).map(|(address, _)| address))
        .unwrap_or_else(|| phase.address())
}

fn at_touchpoint(touchpoint: TouchpointRef<'_>, span: Span) -> Address {
    let body = touchpoint.body();
    let id = || touchpoint.id().to_owned();
    let employee = || body.employee.iter().find(|employee| employee.place.0.contains(span));
    let feedback = || body.feedback.as_ref().filter(|feedback| feedback.place.0.contains(span));
    let way = || body.next.iter().find(|way| way.place.0.contains(span));
    first(touchpoint.moment_of_truth().into_iter(), span, |moment| moment.place)
        .or_else(|| friction(touchpoint.friction_points(), span))
        .or_else(|| first(touchpoint.promises(), span, |promise| promise.place))
        .or_else(|| first(touchpoint.solutions(), span, |solution| solution.place))
        .or_else(|| first(touchpoint.measures(), span, |measure| measure.place))
        .or_else(|| touchpoint.needs().find(|(_, need)| need.span.contains(span)).map(|(address, _)| address))
        .or_else(|| employee().map(|_| Address::Employee(id())))
        .or_else(|| feedback().map(|_| Address::Feedback(id())))
        .or_else(|| way().map(|way| Address::Way(id(), way.to.to_string())))
        .unwrap_or_else(|| touchpoint.address())
}

/// The friction point at a place, or the solution of it that stands there.
fn friction<'m>(points: impl Iterator<Item = (Address, &'m FrictionPoint)>, span: Span) -> Option<Address> {
    let (address, point) = points.into_iter().find(|(_, point)| point.place.0.contains(span))?;
    let solution = first(solutions(address.clone(), &point.solutions), span, |solution: &Solution| solution.place);
    Some(solution.unwrap_or(address))
}

fn first<'m, T: 'm>(
    items: impl Iterator<Item = (Address, &'m T)>,
    span: Span,
    place: impl Fn(&T) -> WrittenAt,
) -> Option<Address> {
    items.into_iter().find(|(_, item)| place(item).0.contains(span)).map(|(address, _)| address)
}
