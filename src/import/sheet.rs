//! Sheets that cxmap wrote, and people went on with: read back field by field, with nothing to guess.

mod details;
mod draft;
mod fit;
mod places;

use self::draft::Draft;
use super::finish::complete;
use super::note::Notes;
use super::table::cell::Cell;
use super::table::layout::Grid;
use super::table::words;
use super::{ColumnMap, Reading};
use crate::model::{Id, Journey};
use crate::sheet::{DETAILS, JOURNEY, path};
use crate::source::Span;

/// Whether a table is one that cxmap wrote.
pub(super) fn is_own(grid: &Grid) -> bool {
    grid.rows.first().is_some_and(|row| is_own_header(row))
}

/// Whether the first row of a table names the journey, the phase and the title, as cxmap writes it.
pub(super) fn is_own_header(row: &[Cell]) -> bool {
    [JOURNEY, "phase", "title"].into_iter().all(|name| row.iter().any(|cell| cell.text == name))
}

/// Whether a sheet of a workbook is one that cxmap writes beside the touchpoints.
pub(super) fn is_part(grid: &Grid) -> bool {
    is_named(grid, JOURNEY) || DETAILS.iter().any(|detail| is_named(grid, detail.name))
}

fn is_named(grid: &Grid, name: &str) -> bool {
    grid.sheet.as_deref() == Some(name)
}

/// Reads the sheet of the touchpoints of a journey, and the other sheets of its workbook.
pub(super) fn read(
    grid: &Grid,
    others: &[&Grid],
    map: &ColumnMap,
    notes: &mut Notes,
) -> (Option<Journey>, Vec<Reading>) {
    let header = grid.rows.first().map_or(&[][..], Vec::as_slice);
    let paths = paths(header, map, notes);
    let mut draft = Draft::default();
    for facts in others.iter().filter(|other| is_named(other, JOURNEY)) {
        draft.facts(facts, notes);
    }
    for row in grid.rows.iter().skip(1) {
        draft.row(&paths, row, notes);
    }
    // In this order, whatever that of the sheets is: solutions stand on friction points.
    for detail in &DETAILS {
        for other in others.iter().filter(|other| is_named(other, detail.name)) {
            details::read(&mut draft, detail, other, notes);
        }
    }
    let reading = |(at, (cell, path)): (usize, (&Cell, &Option<String>))| Reading {
        column: cell.text.clone(),
        field: path.clone().unwrap_or_else(|| "left out".into()),
        scale: None,
        filled: grid.rows.iter().skip(1).filter(|row| row.get(at).is_some_and(|cell| !cell.text.is_empty())).count(),
    };
    let reading = header.iter().zip(&paths).enumerate().map(reading).collect();
    if draft.phases.is_empty() {
        let span = header.first().map_or(Span::default(), |cell| cell.span);
        notes.refuse(span, "there is not one touchpoint under the names of the columns");
        return (None, reading);
    }
    (Some(complete(draft.finish(), notes)), reading)
}

/// The field of each column; none for one that is left out.
fn paths(header: &[Cell], map: &ColumnMap, notes: &mut Notes) -> Vec<Option<String>> {
    header.iter().enumerate().map(|(at, cell)| path_of(at, cell, header, map, notes)).collect()
}

fn path_of(at: usize, cell: &Cell, header: &[Cell], map: &ColumnMap, notes: &mut Notes) -> Option<String> {
    let text = cell.text.as_str();
    match map.role(text) {
        Some("-") => return None,
        Some("touchpoint") => return Some("title".into()),
        Some(field) if path::is_known(field) => return Some(field.to_owned()),
        _ if path::is_known(text) => return Some(text.to_owned()),
        _ if text.is_empty() => return None,
        _ => {}
    }
    let is_free = |field: &str| path::is_known(field) && header.iter().all(|other| other.text != field);
    if let Some((field, _)) = words::field(text).filter(|(field, _)| is_free(field)) {
        notes.guess(cell.span, format!("“{text}” is read as `{field}`"));
        return Some(field.to_owned());
    }
    let own = Id::from_title(text).map_or_else(|| format!("x-column-{}", at + 1), |id| format!("x-{id}"));
    let message = format!("“{text}” is no field of the format; it is kept as `{own}`");
    notes.loss(cell.span, message).advise("say what it means with --map \"COLUMN=field\"");
    Some(own)
}
