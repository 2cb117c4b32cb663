//! Which phases and touchpoints stand in the columns: those of the map, and what is gone at its old place.

use std::collections::HashMap;
use std::hash::Hash;

use crate::graph::{Map, PhaseRef, TouchpointIndex, TouchpointRef};
use crate::render::overlay::{Fate, Overlay};

/// Something as it is now, as it was before, or both.
#[derive(Debug, Clone, Copy)]
pub struct Pair<T> {
    /// As it is; none for what is gone.
    pub now: Option<T>,
    /// As it was; none for what is new, and where nothing is compared.
    pub before: Option<T>,
}

/// A phase with the columns it takes.
pub struct Section<'m> {
    pub phase: Pair<PhaseRef<'m>>,
    pub touchpoints: Vec<Pair<TouchpointRef<'m>>>,
}

/// The phases of a map in their order. What is gone stands behind what it stood behind.
pub fn sections<'m>(map: &'m Map, overlay: Option<&Overlay<'m>>) -> Vec<Section<'m>> {
    let was_phase = overlay.map(|overlay| was(&overlay.phases, overlay.before.phases())).unwrap_or_default();
    let was = overlay.map(|overlay| was(&overlay.touchpoints, overlay.before.touchpoints())).unwrap_or_default();
    let section = |phase: PhaseRef<'m>| {
        let touchpoints = phase.touchpoints();
        Section {
            phase: Pair { now: Some(phase), before: was_phase.get(&phase.index()).copied() },
            touchpoints: touchpoints
                .map(|now| Pair { now: Some(now), before: was.get(&now.index()).copied() })
                .collect(),
        }
    };
    let mut sections: Vec<_> = map.phases().map(section).collect();
    if let Some(overlay) = overlay {
        for phase in overlay.before.phases() {
            put_back(&mut sections, phase, overlay);
        }
    }
    sections
}

/// What each thing of the map was.
fn was<T: Copy + Eq + Hash, R>(fates: &[Fate<T>], old: impl Iterator<Item = R>) -> HashMap<T, R> {
    let kept = fates.iter().zip(old).filter_map(|(fate, old)| match fate {
        Fate::Is(now) => Some((*now, old)),
        Fate::IsPartOf(_) | Fate::Gone => None,
    });
    kept.collect()
}

/// Puts what is gone of a phase where it was: into what became of the phase, or into the place that the phase had.
fn put_back<'m>(sections: &mut Vec<Section<'m>>, phase: PhaseRef<'m>, overlay: &Overlay<'m>) {
    let place = match overlay.phases.get(phase.index()) {
        Some(Fate::Is(now) | Fate::IsPartOf(now)) => {
            sections.iter().position(|section| section.phase.now.is_some_and(|phase| phase.index() == *now))
        }
        Some(Fate::Gone) | None => {
            let place = place_of(phase, sections);
            let gone = Section { phase: Pair { now: None, before: Some(phase) }, touchpoints: Vec::new() };
            sections.insert(place, gone);
            Some(place)
        }
    };
    let Some(section) = place.and_then(|place| sections.get_mut(place)) else { return };
    let mut place = 0;
    for touchpoint in phase.touchpoints() {
        if let Some(Fate::Is(now) | Fate::IsPartOf(now)) = overlay.touchpoints.get(touchpoint.index().0) {
            place = column_of(*now, section).map_or(place, |column| column + 1);
        } else {
            section.touchpoints.insert(place, Pair { now: None, before: Some(touchpoint) });
            place += 1;
        }
    }
}

/// The place of a phase that is gone: behind the nearest of those that stood before it.
fn place_of(phase: PhaseRef<'_>, sections: &[Section<'_>]) -> usize {
    let earlier = |section: &Section<'_>| section.phase.before.map(PhaseRef::index).filter(|&old| old < phase.index());
    let earlier = sections.iter().enumerate().filter_map(|(at, section)| Some((earlier(section)?, at + 1)));
    earlier.max().map_or(0, |(_, place)| place)
}

fn column_of(touchpoint: TouchpointIndex, section: &Section<'_>) -> Option<usize> {
    section.touchpoints.iter().position(|pair| pair.now.is_some_and(|now| now.index() == touchpoint))
}
