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
    let Some(overlay) = overlay else {
        let only = |phase: PhaseRef<'m>| Section {
            phase: Pair { now: Some(phase), before: None },
            touchpoints: phase.touchpoints().map(|now| Pair { now: Some(now), before: None }).collect(),
        };
        return map.phases().map(only).collect();
    };
    let old: Vec<_> = overlay.before.touchpoints().collect();
    let was = was(&overlay.touchpoints, &old);
    let old_phases: Vec<_> = overlay.before.phases().collect();
    let was_phase = was_phases(overlay, &old_phases);
    let mut sections: Vec<_> = map
        .phases()
        .map(|phase| Section {
            phase: Pair { now: Some(phase), before: was_phase.get(&phase.index()).copied() },
            touchpoints: phase
                .touchpoints()
                .map(|now| Pair { now: Some(now), before: was.get(&now.index()).copied() })
                .collect(),
        })
        .collect();
    for (at, &phase) in old_phases.iter().enumerate() {
        let fate = overlay.phases.get(at).copied().unwrap_or(Fate::Gone);
        let place = match fate.place() {
            Some(now) => {
                sections.iter().position(|section| section.phase.now.is_some_and(|phase| phase.index() == now))
            }
            None => Some(insert(&mut sections, phase, at, overlay)),
        };
        if let Some(section) = place.and_then(|place| sections.get_mut(place)) {
            put_back(section, phase, overlay);
        }
    }
    sections
}

/// What each thing of the map was.
fn was<T: Copy + Eq + Hash, R: Copy>(fates: &[Fate<T>], old: &[R]) -> HashMap<T, R> {
    let kept = fates
        .iter()
        .zip(old)
        .filter_map(|(fate, &old)| if let Fate::Is(now) = fate { Some((*now, old)) } else { None });
    kept.collect()
}

/// What each phase was.
fn was_phases<'m>(overlay: &Overlay<'m>, old: &[PhaseRef<'m>]) -> HashMap<usize, PhaseRef<'m>> {
    was(&overlay.phases, old)
}

/// Makes room for a phase that is gone, behind the one it stood behind; gives its place.
fn insert<'m>(sections: &mut Vec<Section<'m>>, phase: PhaseRef<'m>, at: usize, overlay: &Overlay<'m>) -> usize {
    let stood_behind = |section: &Section<'_>| match (section.phase.before, section.phase.now) {
        (Some(before), _) => before.index() < at,
        (None, Some(now)) => {
            let mut earlier = overlay.phases.iter().take(at);
            earlier.any(|fate| *fate == Fate::IsPartOf(now.index()))
        }
        (None, None) => false,
    };
    let latest = sections.iter().enumerate().filter(|(_, section)| stood_behind(section));
    let place =
        latest.max_by_key(|(_, section)| section.phase.before.map(PhaseRef::index)).map_or(0, |(place, _)| place + 1);
    sections.insert(place, Section { phase: Pair { now: None, before: Some(phase) }, touchpoints: Vec::new() });
    place
}

/// Puts what is gone from a phase behind what it stood behind there.
fn put_back<'m>(section: &mut Section<'m>, phase: PhaseRef<'m>, overlay: &Overlay<'m>) {
    let mut place = 0;
    for touchpoint in phase.touchpoints() {
        let here = |index: TouchpointIndex| {
            section.touchpoints.iter().position(|pair| pair.now.is_some_and(|now| now.index() == index))
        };
        match overlay.touchpoints.get(touchpoint.index().0).map_or(Some(touchpoint.index()), |fate| fate.place()) {
            Some(now) => place = here(now).map_or(place, |at| at + 1),
            None => {
                section.touchpoints.insert(place, Pair { now: None, before: Some(touchpoint) });
                place += 1;
            }
        }
    }
}
