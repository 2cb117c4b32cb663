//! Excel workbooks → journeys: which sheets hold one, and what becomes of the others.

use serde_json::{Map, Value};

use super::note::Notes;
use super::xlsx::{Sheet, sheets};
use super::{Imported, Options, sheet, table};
use crate::source::{Source, Span};

/// How many rows of sheets without a journey are kept.
const MOST_KEPT: usize = 200;

/// Reads the sheets of a workbook that hold a journey; where none does, says so of the first one.
pub(super) fn read(name: &str, bytes: &[u8], options: &Options) -> Vec<Imported> {
    let sheets = match sheets(name, bytes) {
        Ok(sheets) => sheets,
        Err(message) => return vec![Imported::refused(Source::new(name, ""), Notes::default(), &message)],
    };
    let (own, others): (Vec<_>, Vec<_>) = sheets.into_iter().partition(|page| sheet::is_own(&page.grid));
    if !own.is_empty() {
        return of_ours(own, others, options);
    }
    let (journeys, mut others): (Vec<_>, Vec<_>) =
        others.into_iter().partition(|page| table::is_journey(&page.grid, &options.columns));
    if journeys.is_empty() {
        if others.is_empty() {
            return vec![Imported::refused(Source::new(name, ""), Notes::default(), "the workbook is empty")];
        }
        return vec![foreign(others.swap_remove(0), name, options)];
    }
    let mut found: Vec<_> = journeys.into_iter().map(|page| foreign(page, name, options)).collect();
    keep(&mut found, &others);
    found
}

/// A workbook that cxmap wrote.
fn of_ours(own: Vec<Sheet>, others: Vec<Sheet>, options: &Options) -> Vec<Imported> {
    let (parts, others): (Vec<_>, Vec<_>) = others.into_iter().partition(|page| sheet::is_part(&page.grid));
    let parts: Vec<_> = parts.iter().map(|page| &page.grid).collect();
    let read = |page: Sheet| {
        let mut notes = Notes::default();
        let (journey, columns) = sheet::read(&page.grid, &parts, &options.columns, &mut notes);
        Imported { columns, ..Imported::new(page.source, journey, notes) }
    };
    let mut found: Vec<_> = own.into_iter().map(read).collect();
    keep(&mut found, &others);
    found
}

fn foreign(page: Sheet, name: &str, options: &Options) -> Imported {
    let mut notes = Notes::default();
    let sheet = page.grid.sheet.clone().unwrap_or_default();
    let own = if is_default_name(&sheet) { name.to_owned() } else { sheet };
    let (journey, columns) = table::read(page.grid, &own, &options.columns, &mut notes);
    Imported { columns, ..Imported::new(page.source, journey, notes) }
}

/// Keeps what stands on sheets without a journey with the first one that there is: a text a row.
fn keep(found: &mut [Imported], others: &[Sheet]) {
    let Some(first) = found.iter_mut().find(|imported| imported.journey.is_some()) else { return };
    let Some(journey) = first.journey.as_mut().filter(|_| !others.is_empty()) else { return };
    let (mut kept, mut left) = (Map::new(), MOST_KEPT);
    for page in others {
        let cells = |row: &Vec<_>| {
            row.iter().map(|cell: &table::cell::Cell| cell.text.as_str()).collect::<Vec<_>>().join(" | ")
        };
        let rows = page.grid.rows.iter().map(cells).filter(|row| !row.trim_matches([' ', '|']).is_empty());
        let rows: Vec<Value> = rows.map(Value::from).take(left).collect();
        left -= rows.len();
        kept.insert(page.grid.sheet.clone().unwrap_or_default(), rows.into());
    }
    let names: Vec<_> = kept.keys().map(|name| format!("“{name}”")).collect();
    let cut = if left == 0 { format!(", up to row {MOST_KEPT}") } else { String::new() };
    let message = format!("no table about a journey is on {}; it is kept as `x-sheets`{cut}", names.join(", "));
    let mut notes = Notes::default();
    notes.loss(Span::default(), message).advise("put what belongs to the journey into its fields, and delete the rest");
    journey.extensions.0.insert("x-sheets".into(), kept.into());
    first.notes.splice(..0, notes.finish());
}

/// Whether a sheet is called as Excel calls a new one.
fn is_default_name(sheet: &str) -> bool {
    let name = sheet.trim_end_matches(|c: char| c.is_ascii_digit());
    matches!(name, "" | "Sheet" | "Blad" | "Feuil" | "Tabelle" | "Hoja")
}
