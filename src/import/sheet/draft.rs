//! A journey while it is put together from the rows of its sheet.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::fit::{Filled, Record, own_key};
use crate::import::note::Notes;
use crate::import::table::cell::Cell;
use crate::import::table::layout::Grid;
use crate::model::{Journey, Phase, Touchpoint};
use crate::sheet::{Fields, JOURNEY, JOURNEY_HEADER, path};
use crate::source::Span;

#[derive(Default)]
pub(super) struct Draft {
    pub(super) fields: Fields,
    pub(super) phases: Vec<PhaseDraft>,
    /// The phases by id and by title.
    by_id: BTreeMap<String, usize>,
    by_title: BTreeMap<String, usize>,
}

#[derive(Default)]
pub(super) struct PhaseDraft {
    pub(super) fields: Fields,
    pub(super) touchpoints: Vec<(Fields, Span)>,
    span: Span,
}

impl Draft {
    /// The fields of the map, a row a field.
    pub(super) fn facts(&mut self, grid: &Grid, notes: &mut Notes) {
        let rows = grid.rows.iter().filter_map(|row| Some((row.first()?, row.get(1)?)));
        let rows = rows.filter(|(name, value)| name.text != JOURNEY_HEADER[0] && !value.text.is_empty());
        let facts: Vec<_> = rows.collect();
        let keys: Vec<String> = facts.iter().map(|(name, value)| fact(name, value, notes)).collect();
        let cells: Vec<Filled<'_>> = facts.iter().zip(&keys).map(|((_, value), key)| (*value, key.as_str())).collect();
        self.fields = Record::Journey.fields(&cells, notes);
    }

    /// A row: what it says of the journey, of the phase, and of the touchpoint.
    pub(super) fn row(&mut self, paths: &[Option<String>], row: &[Cell], notes: &mut Notes) {
        let filled = row.iter().zip(paths).filter(|(cell, _)| !cell.text.is_empty());
        let filled: Vec<Filled<'_>> = filled.filter_map(|(cell, path)| Some((cell, path.as_deref()?))).collect();
        let title = filled.iter().find(|(_, path)| *path == "title").or(filled.first());
        let Some(span) = title.map(|(cell, _)| cell.span) else { return };
        let (mut journey, mut phase, mut touchpoint) = (Vec::new(), Vec::new(), Vec::new());
        for (cell, path) in filled {
            match path.split_once('.').unwrap_or((path, "title")) {
                (JOURNEY, field) => journey.push((cell, field)),
                ("phase", field) => phase.push((cell, field)),
                _ => touchpoint.push((cell, path)),
            }
        }
        self.journey(&journey, notes);
        let at = self.phase(&phase, span, notes);
        if touchpoint.is_empty() {
            return;
        }
        let mut fields = Record::Touchpoint.fields(&touchpoint, notes);
        if !fields.contains_key("title") {
            notes.repair(span, "this touchpoint has no title; it is called “–”");
            fields.insert("title".into(), "–".into());
        }
        if let Some(phase) = self.phases.get_mut(at) {
            phase.touchpoints.push((fields, span));
        }
    }

    /// What a row says of the whole journey: the first one that says something counts.
    fn journey(&mut self, cells: &[Filled<'_>], notes: &mut Notes) {
        let span = cells.first().map_or(Span::default(), |(cell, _)| cell.span);
        merge(&mut self.fields, Record::Journey.fields(cells, notes), "the journey", span, notes);
    }

    /// The place of the phase that a row is in: the one of that id, or else of that title, or else a new one.
    fn phase(&mut self, cells: &[Filled<'_>], span: Span, notes: &mut Notes) -> usize {
        let fields = Record::Phase.fields(cells, notes);
        let name = |field: &str| fields.get(field).map(Value::to_string);
        let same_title = || self.by_title.get(&name("title")?).copied();
        let known = match name("id") {
            _ if fields.is_empty() => self.phases.len().checked_sub(1),
            None => same_title(),
            // One without an id may have come first, in a row that somebody added.
            Some(id) => self.by_id.get(&id).copied().or_else(|| same_title().filter(|at| !self.has_id(*at))),
        };
        let at = known.unwrap_or(self.phases.len());
        self.by_id.extend(name("id").map(|id| (id, at)));
        self.by_title.extend(name("title").map(|title| (title, at)));
        match self.phases.get_mut(at) {
            Some(phase) => merge(&mut phase.fields, fields, "the phase", span, notes),
            None => self.phases.push(PhaseDraft { fields, span, touchpoints: Vec::new() }),
        }
        at
    }

    fn has_id(&self, phase: usize) -> bool {
        self.phases.get(phase).is_some_and(|phase| phase.fields.contains_key("id"))
    }

    /// The journey. Every record has been tried on the format before.
    pub(super) fn finish(mut self) -> Journey {
        self.fields.insert("cxmap".into(), json!(1));
        self.fields.insert("phases".into(), json!([{"title": "–"}]));
        self.fields.entry("title").or_insert_with(|| "–".into());
        let mut journey: Journey = model(self.fields);
        journey.phases.0.clear();
        for PhaseDraft { mut fields, span, touchpoints } in self.phases {
            fields.entry("title").or_insert_with(|| journey.title.as_str().into());
            let mut phase: Phase = model(fields);
            phase.title.span = span;
            for (fields, span) in touchpoints {
                let mut touchpoint: Touchpoint = model(fields);
                touchpoint.title.span = span;
                phase.touchpoints.0.push(touchpoint);
            }
            journey.phases.0.push(phase);
        }
        journey
    }
}

/// Adds what a row says of a record that others have spoken of: the first word counts, another one is kept beside it.
fn merge(record: &mut Fields, found: Fields, what: &str, span: Span, notes: &mut Notes) {
    for (name, value) in found {
        let key = own_key(&name);
        match record.get(&name) {
            None => drop(record.insert(name, value)),
            Some(known) if *known == value || record.get(&key) == Some(&value) => {}
            Some(known) => {
                notes
                    .loss(span, format!("`{name}` of {what} is {value} here; {known}, which came first, stays"))
                    .advise(format!("the second is kept as `{key}`"));
                record.insert(key, value);
            }
        }
    }
}

fn model<T: DeserializeOwned + Default>(fields: Fields) -> T {
    serde_json::from_value(Value::Object(fields)).unwrap_or_default()
}

/// The field of the map that a row names.
fn fact(name: &Cell, value: &Cell, notes: &mut Notes) -> String {
    if path::is_known(&format!("{JOURNEY}.{}", name.text)) {
        return name.text.clone();
    }
    let own = own_key(&name.text);
    notes.loss(value.span, format!("a map has no field `{}`; it is kept as `{own}`", name.text));
    own
}
