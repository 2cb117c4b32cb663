//! Where the things of a sheet of their own stand: from ids to places in the draft.

use std::collections::BTreeMap;

use serde_json::Value;

use super::draft::Draft;
use crate::graph::slug;
use crate::sheet::Fields;

/// The ids of the phase, the touchpoint and the friction point that a thing stands on.
pub(super) type Place = [Option<String>; 3];

/// Where a thing stands, by number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spot {
    phase: Option<usize>,
    touchpoint: Option<usize>,
    friction: Option<usize>,
}

/// What ids there are.
#[derive(Default)]
pub(super) struct Places {
    phases: BTreeMap<String, usize>,
    touchpoints: BTreeMap<String, (usize, usize)>,
    friction: BTreeMap<(Option<usize>, Option<usize>, String), usize>,
}

impl Places {
    pub(super) fn of(draft: &Draft) -> Self {
        let id = |fields: &Fields| fields.get("id").and_then(Value::as_str).map(str::to_owned);
        let mut places = Self::default();
        for (phase, place) in draft.phases.iter().enumerate() {
            places.phases.extend(id(&place.fields).map(|id| (id, phase)));
            places.friction(&place.fields, phase, None);
            for (touchpoint, (fields, _)) in place.touchpoints.iter().enumerate() {
                places.touchpoints.extend(id(fields).map(|id| (id, (phase, touchpoint))));
                places.friction(fields, phase, Some(touchpoint));
            }
        }
        places
    }

    fn friction(&mut self, fields: &Fields, phase: usize, touchpoint: Option<usize>) {
        let points = fields.get("friction_points").and_then(Value::as_array).into_iter().flatten();
        for (at, point) in points.enumerate() {
            let written = point.get("id").and_then(Value::as_str).map(str::to_owned);
            let title = || slug(point.as_str().or_else(|| point.get("title")?.as_str())?);
            self.friction.extend(written.or_else(title).map(|id| ((Some(phase), touchpoint, id), at)));
        }
    }

    pub(super) fn spot(&self, [phase, touchpoint, friction]: &Place) -> Option<Spot> {
        let (phase, touchpoint) = match (phase, touchpoint) {
            (_, Some(id)) => self.touchpoints.get(id).map(|(phase, touchpoint)| (Some(*phase), Some(*touchpoint)))?,
            (Some(id), None) => (Some(*self.phases.get(id)?), None),
            (None, None) => (None, None),
        };
        let friction = match friction {
            Some(id) => Some(*self.friction.get(&(phase, touchpoint, id.clone()))?),
            None => None,
        };
        Some(Spot { phase, touchpoint, friction })
    }
}

impl Draft {
    /// The fields of what a thing stands on.
    pub(super) fn at(&mut self, spot: Spot) -> Option<&mut Fields> {
        let fields = match (spot.phase, spot.touchpoint) {
            (Some(phase), Some(touchpoint)) => &mut self.phases.get_mut(phase)?.touchpoints.get_mut(touchpoint)?.0,
            (Some(phase), None) => &mut self.phases.get_mut(phase)?.fields,
            (None, _) => &mut self.fields,
        };
        let Some(friction) = spot.friction else { return Some(fields) };
        let point = fields.get_mut("friction_points")?.as_array_mut()?.get_mut(friction)?;
        if point.is_string() {
            *point = Value::Object(Fields::from_iter([("title".to_owned(), point.take())]));
        }
        point.as_object_mut()
    }
}
