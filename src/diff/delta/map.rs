//! What differs in the map itself.

use super::Sides;
use crate::graph::slug;
use crate::model::{Journey, Text};

/// What can differ in the map itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MapAspect {
    /// Whose journey it is.
    Persona,
    /// The world's circumstances.
    Situation,
    /// Which version of reality it shows.
    State,
    /// What it rests on.
    Basis,
    /// The scale of its ratings.
    Scale,
    /// Who answers for it.
    Owner,
    /// It was looked at again.
    Reviewed,
}

/// The persona's name.
#[must_use]
pub fn persona(journey: &Journey) -> Option<&Text> {
    journey.persona.as_ref()?.name.as_ref()
}

/// The name of the circumstances.
#[must_use]
pub fn situation(journey: &Journey) -> Option<&Text> {
    journey.situation.as_ref()?.name.as_ref()
}

pub(super) fn map(sides: &Sides<'_>) -> Vec<MapAspect> {
    let (before, after) = (sides.before.map.journey(), sides.after.map.journey());
    let name = |text: &Text| slug(text).unwrap_or_else(|| text.value.clone());
    let both = |old: Option<&Text>, new: Option<&Text>| old.zip(new).is_some_and(|(old, new)| name(old) != name(new));
    let last = |journey: &Journey| Some(journey.review.as_ref()?.last?.value);
    let differs = [
        (both(persona(before), persona(after)), MapAspect::Persona),
        (situation(before).map(name) != situation(after).map(name), MapAspect::Situation),
        (before.state() != after.state(), MapAspect::State),
        (before.basis.zip(after.basis).is_some_and(|(old, new)| old != new), MapAspect::Basis),
        (before.scale() != after.scale(), MapAspect::Scale),
        (both(before.owner.as_ref(), after.owner.as_ref()), MapAspect::Owner),
        (last(after) > last(before), MapAspect::Reviewed),
    ];
    differs.into_iter().filter(|(differs, _)| *differs).map(|(_, aspect)| aspect).collect()
}
