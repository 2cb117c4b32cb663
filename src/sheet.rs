//! A journey as a sheet: a row a touchpoint, a column a field. What `render` writes so, `import` reads back to the same
//! journey.
//!
//! Columns are named as the fields of the format: `channel`, `experience.because`; with `phase` (its title) and
//! `phase.goal` for those of the phase, `journey` and `journey.persona` for those of the map. The fields of the map, and of
//! a phase beyond its title and id, stand in its first row alone.

pub(crate) mod cell;
mod details;
pub(crate) mod path;
mod rows;

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::graph;
use crate::model::{Record as _, Touchpoint};
pub(crate) use details::{DETAILS, Detail, name_of};

/// A record while it is written to a row, or read from one: its fields as JSON.
pub(crate) type Fields = Map<String, Value>;

/// The name of the sheet with the touchpoints of a workbook.
pub(crate) const TOUCHPOINTS: &str = "touchpoints";
/// The name of the sheet with the fields of the map: a row a field.
pub(crate) const JOURNEY: &str = "journey";
/// The names above the two columns of that sheet.
pub(crate) const JOURNEY_HEADER: [&str; 2] = ["field", "value"];

/// A sheet: names of columns, and what stands below them.
#[derive(Debug)]
pub(crate) struct Sheet {
    /// What it is called.
    pub(crate) name: &'static str,
    /// The names of its columns.
    pub(crate) header: Vec<String>,
    /// A value, or none, for each column.
    pub(crate) rows: Vec<Vec<Option<Cell>>>,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell {
    /// A number, to calculate with.
    Number(f64),
    /// A text.
    Text(String),
}

/// The one sheet that holds all of a journey.
///
/// # Errors
/// When an `x-` key holds what JSON cannot.
pub(crate) fn whole(map: &graph::Map) -> serde_json::Result<Sheet> {
    let mut parts = rows::parts(map)?;
    let first = parts.rows.first_mut().and_then(|row| row.get_mut(JOURNEY)).and_then(Value::as_object_mut);
    if let Some(first) = first {
        first.append(&mut parts.journey);
    }
    Ok(Sheet::of(TOUCHPOINTS, Touchpoint::FIELDS, &parts.rows))
}

/// The sheets of a workbook: touchpoints, the map, and one for each list of things that people keep track of.
///
/// # Errors
/// When an `x-` key holds what JSON cannot.
pub(crate) fn workbook(map: &graph::Map) -> serde_json::Result<Vec<Sheet>> {
    let mut parts = rows::parts(map)?;
    let details = details::take(&mut parts);
    let values = path::flat(&parts.journey);
    let row = |(path, value): (String, Value)| {
        let cell = cell::written(&path, &value);
        vec![Some(Cell::Text(path)), Some(cell)]
    };
    let header = JOURNEY_HEADER.map(str::to_owned).to_vec();
    let journey = Sheet { name: JOURNEY, header, rows: values.into_iter().map(row).collect() };
    let filled = details.into_iter().filter(|(_, rows)| !rows.is_empty());
    let details = filled.map(|(detail, rows)| Sheet::of(detail.name, detail.fields, &rows));
    Ok([Sheet::of(TOUCHPOINTS, Touchpoint::FIELDS, &parts.rows), journey].into_iter().chain(details).collect())
}

impl Sheet {
    /// Records as rows, with a column for each field that one of them has, in the order of `fields`.
    fn of(name: &'static str, fields: &[&str], records: &[Fields]) -> Self {
        let flat: Vec<_> = records.iter().map(path::flat).collect();
        let mut header: Vec<String> = flat.iter().flatten().map(|(path, _)| path.clone()).collect();
        // Also where nothing has a title yet: the column is there to be filled.
        header.extend(fields.iter().filter(|field| **field == "title").map(|field| (*field).to_owned()));
        header.sort_by_cached_key(|path| path::rank(path, fields));
        header.dedup();
        let places: BTreeMap<_, _> = header.iter().enumerate().map(|(at, path)| (path.clone(), at)).collect();
        let row = |values: Vec<(String, Value)>| {
            let mut row = vec![None; header.len()];
            for (path, value) in values {
                if let Some(cell) = places.get(&path).and_then(|at| row.get_mut(*at)) {
                    *cell = Some(cell::written(&path, &value));
                }
            }
            row
        };
        let rows = flat.into_iter().map(row).collect();
        Self { name, header, rows }
    }
}
