//! The sheets of friction points, solutions and measures: each thing goes where it stands.

use std::collections::BTreeMap;

use serde_json::Value;

use super::draft::Draft;
use super::fit::{Filled, Record, text};
use super::is_named;
use crate::graph::slug;
use crate::import::note::{Notes, WithHelp as _};
use crate::import::table::layout::Grid;
use crate::sheet::{DETAILS, Detail, Fields, name_of, path};
use crate::source::Span;

/// Where a thing stands: the ids of a phase, a touchpoint and a friction point.
type Place = [Option<String>; 3];

/// Whether a sheet is one of these.
pub(super) fn is_detail(grid: &Grid) -> bool {
    DETAILS.iter().any(|detail| is_named(grid, detail.name))
}

/// Reads a sheet, if it is one of these, into a journey. What it says counts; what stands in the touchpoints' own column and
/// not here is added.
pub(super) fn read(draft: &mut Draft, grid: &Grid, notes: &mut Notes) {
    let Some(detail) = DETAILS.iter().find(|detail| is_named(grid, detail.name)) else { return };
    let record = match detail.name {
        "friction_points" => Record::FrictionPoint,
        "solutions" => Record::Solution,
        _ => Record::Measure,
    };
    let Some(header) = grid.rows.first() else { return };
    let paths: Vec<String> = header
        .iter()
        .map(|cell| {
            let name = cell.text.as_str();
            let is_known = name.starts_with("x-") || name.starts_with("at.") || name.is_empty();
            if is_known || detail.fields.contains(&name.split('.').next().unwrap_or_default()) {
                return name.to_owned();
            }
            let own = format!("x-{}", slug(name).unwrap_or_else(|| "column".into()));
            notes.loss(cell.span, format!("“{name}” is no field of `{}`; it is kept as `{own}`", detail.name));
            own
        })
        .collect();
    let mut all: BTreeMap<Place, Vec<Value>> = BTreeMap::new();
    for row in grid.rows.iter().skip(1) {
        let filled = row.iter().zip(&paths).filter(|(cell, path)| !cell.text.is_empty() && !path.is_empty());
        let filled: Vec<Filled<'_>> = filled.map(|(cell, path)| (cell, path.as_str())).collect();
        let (at, own): (Vec<_>, Vec<_>) = filled.into_iter().partition(|(_, path)| path.starts_with("at."));
        let Some((first, _)) = own.first() else { continue };
        let place = path::PLACE.map(|name| {
            let cell = at.iter().find(|(_, path)| path.strip_prefix("at.") == Some(name));
            cell.map(|(cell, _)| text(cell).to_owned())
        });
        let fields = record.fields(&own, notes);
        let thing = Value::Object(fields);
        if name_of(&thing, detail).is_none() {
            notes
                .loss(first.span, format!("this row has no `{}`; it is kept as `{}`", detail.short, key(detail)))
                .advise("every row needs a name");
            keep(&mut draft.fields, detail, thing);
        } else if draft.place(&place).is_some() {
            all.entry(place).or_default().push(thing);
        } else {
            let message = format!("nothing of the journey has these ids; the row is kept as `{}`", key(detail));
            notes.loss(first.span, message).advise("“at.…” names the id of the phase, touchpoint and friction point");
            keep(&mut draft.fields, detail, thing);
        }
    }
    for (place, things) in all {
        if let Some(fields) = draft.place(&place) {
            put(fields, things, detail, notes);
        }
    }
}

/// Puts things into the list of their place, before those that only it names.
fn put(fields: &mut Fields, mut things: Vec<Value>, detail: &Detail, notes: &mut Notes) {
    let named = fields.shift_remove(detail.name);
    for thing in named.into_iter().flat_map(items) {
        let name = name_of(&thing, detail).map(str::to_owned);
        if things.iter().any(|known| name_of(known, detail) == name.as_deref()) {
            continue;
        }
        if let Some(name) = name.filter(|_| thing.is_string()) {
            let message =
                format!("“{name}” stands with its touchpoint and not in the sheet `{}`; it is added", detail.name);
            notes.guess(Span::default(), message);
        }
        things.push(thing);
    }
    fields.insert(detail.name.into(), things.into());
}

fn items(value: Value) -> Vec<Value> {
    if let Value::Array(items) = value { items } else { vec![value] }
}

/// The key of the journey under which rows without a place are kept.
fn key(detail: &Detail) -> String {
    format!("x-{}", detail.name.replace('_', "-"))
}

/// Keeps a row that has no place.
fn keep(fields: &mut Fields, detail: &Detail, thing: Value) {
    let kept = fields.entry(key(detail)).or_insert_with(|| Value::Array(Vec::new()));
    if let Some(kept) = kept.as_array_mut() {
        kept.push(thing);
    }
}

impl Draft {
    /// The fields of what a thing stands on.
    fn place(&mut self, place: &Place) -> Option<&mut Fields> {
        let [phase, touchpoint, friction] = place;
        let has_id = |fields: &Fields, id: &str| fields.get("id").and_then(Value::as_str) == Some(id);
        let fields = match (phase, touchpoint) {
            (_, Some(id)) => {
                let mut touchpoints = self.phases.iter_mut().flat_map(|phase| &mut phase.touchpoints);
                touchpoints.find(|(fields, _)| has_id(fields, id)).map(|(fields, _)| fields)?
            }
            (Some(id), None) => {
                let mut phases = self.phases.iter_mut().map(|phase| &mut phase.fields);
                phases.find(|fields| has_id(fields, id))?
            }
            (None, None) => &mut self.fields,
        };
        let Some(friction) = friction else { return Some(fields) };
        let points = fields.get_mut("friction_points")?.as_array_mut()?;
        let is_it = |point: &Value| {
            let written = point.get("id").and_then(Value::as_str).map(str::to_owned);
            let title = || slug(point.as_str().or_else(|| point.get("title")?.as_str())?);
            written.or_else(title).as_ref() == Some(friction)
        };
        let point = points.iter_mut().find(|point| is_it(point))?;
        if point.is_string() {
            *point = Value::Object(Fields::from_iter([("title".to_owned(), point.take())]));
        }
        point.as_object_mut()
    }
}
