//! The sheets of friction points, solutions and measures: each thing goes where it stands.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::draft::Draft;
use super::fit::{Filled, Record, text};
use super::places::{Places, Spot};
use crate::graph::slug;
use crate::import::note::Notes;
use crate::import::table::layout::Grid;
use crate::sheet::{Detail, Fields, name_of, path};
use crate::source::Span;

/// Reads a sheet into a journey. What it says counts; what stands in the touchpoints' own column and
/// not here is added.
pub(super) fn read(draft: &mut Draft, detail: &Detail, grid: &Grid, notes: &mut Notes) {
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
    let places = Places::of(draft);
    let mut all: BTreeMap<Spot, Vec<Value>> = BTreeMap::new();
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
        } else if let Some(spot) = places.spot(&place) {
            all.entry(spot).or_default().push(thing);
        } else {
            let message = format!("nothing of the journey has these ids; the row is kept as `{}`", key(detail));
            notes.loss(first.span, message).advise("“at.…” names the id of the phase, touchpoint and friction point");
            keep(&mut draft.fields, detail, thing);
        }
    }
    for (spot, things) in all {
        if let Some(fields) = draft.at(spot) {
            put(fields, things, detail, notes);
        }
    }
}

/// Puts things into the list of their place, before those that only it names.
fn put(fields: &mut Fields, mut things: Vec<Value>, detail: &Detail, notes: &mut Notes) {
    let named = fields.shift_remove(detail.name);
    let known: BTreeSet<_> = things.iter().filter_map(|thing| name_of(thing, detail).map(str::to_owned)).collect();
    for thing in named.into_iter().flat_map(items) {
        let name = name_of(&thing, detail).map(str::to_owned);
        if name.as_ref().is_some_and(|name| known.contains(name)) {
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
