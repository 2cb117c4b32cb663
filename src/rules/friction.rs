//! Which touchpoints friction hinders: those it stands on, those its `also_at` names, and all of its phase.

use crate::graph::{Map, TouchpointRef};
use crate::model::{FrictionPoint, FrictionStatus, Reference, Severity};

/// The friction that hinders each touchpoint, unless it is resolved.
pub(super) struct Hindrances<'m> {
    /// By the number of the touchpoint, the first friction point that hinders it.
    first: Vec<Option<&'m FrictionPoint>>,
    /// Whether everything that friction points say of themselves could be read.
    is_whole: bool,
}

impl<'m> Hindrances<'m> {
    pub(super) fn of(map: &'m Map) -> Self {
        let mut all = Self { first: vec![None; map.touchpoints().len()], is_whole: map.journey().is_complete() };
        for touchpoint in map.touchpoints() {
            let body = touchpoint.body();
            all.is_whole &= !body.broken.has("friction_points");
            all.hinder(touchpoint, &body.friction_points);
            all.hinder_elsewhere(map, &body.friction_points);
        }
        for phase in map.phases() {
            let body = phase.body();
            all.is_whole &= !body.broken.has("friction_points");
            for touchpoint in phase.touchpoints() {
                all.hinder(touchpoint, &body.friction_points);
            }
            all.hinder_elsewhere(map, &body.friction_points);
        }
        all
    }

    /// A friction point that hinders customers at a touchpoint.
    pub(super) fn at(&self, touchpoint: TouchpointRef<'_>) -> Option<&'m FrictionPoint> {
        self.first.get(touchpoint.index().0).copied().flatten()
    }

    /// Whether a touchpoint that nothing hinders is known to be so: what could not be read may hinder any.
    pub(super) fn is_whole(&self) -> bool {
        self.is_whole
    }

    fn hinder(&mut self, touchpoint: TouchpointRef<'_>, points: &'m [FrictionPoint]) {
        if let Some(first @ None) = self.first.get_mut(touchpoint.index().0) {
            *first = points.iter().find(|point| point.status() != FrictionStatus::Resolved);
        }
    }

    fn hinder_elsewhere(&mut self, map: &'m Map, points: &'m [FrictionPoint]) {
        for point in points {
            self.is_whole &= !point.broken.has("also_at");
            for named in point.also_at.iter().map(|reference: &Reference| map.find(reference)) {
                match named {
                    Some(touchpoint) => self.hinder(touchpoint, std::slice::from_ref(point)),
                    None => self.is_whole = false,
                }
            }
        }
    }
}

/// Whether it is open and of high or critical severity.
pub(super) fn is_grave(point: &FrictionPoint) -> bool {
    let is_open = point.status() == FrictionStatus::Open && !point.broken.has("status");
    is_open && point.severity() >= Severity::High
}
