//! Excel workbooks: the sheets as tables, within bounds.

use std::io::{Cursor, Read as _};

use calamine::{Data, DataRef, Reader as _, Xlsx};

use super::csv::{MAX_CELLS, MAX_ROWS};
use super::table::cell::Cell;
use super::table::layout::{Grid, Merge};
use super::text::clean;
use crate::source::{Source, Span};

/// How many bytes a workbook may hold once it is unpacked.
const MAX_UNPACKED: u64 = 128 << 20;

/// A sheet: its cells, and a text with a row a line for the places of notes.
pub(super) struct Sheet {
    pub(super) source: Source,
    pub(super) grid: Grid,
}

/// The sheets of a workbook that hold anything.
///
/// # Errors
/// When it cannot be read, or is too big, a sentence that says so.
pub(super) fn sheets(name: &str, bytes: &[u8]) -> Result<Vec<Sheet>, String> {
    check_size(bytes)?;
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|error| format!("this workbook cannot be read: {error}"))?;
    let mut sheets = Vec::new();
    for sheet in book.sheet_names() {
        let rows = rows(&mut book, &sheet)?;
        if rows.is_empty() {
            continue;
        }
        // Where the list of merged cells is broken they are read as they stand.
        let merges = book.merge_cells_by_sheet_name(&sheet).unwrap_or_default();
        let merges = merges.iter().map(|region| Merge {
            rows: (region.start.0 as usize, region.end.0 as usize + 1),
            columns: (region.start.1 as usize, region.end.1 as usize + 1),
        });
        let grid = Grid { rows, merges: merges.collect(), sheet: Some(sheet.clone()), title: None };
        sheets.push(laid_out(name, &sheet, grid));
    }
    Ok(sheets)
}

/// Unpacks everything once, to nowhere: what an archive says of its sizes may be a lie.
fn check_size(bytes: &[u8]) -> Result<(), String> {
    let broken = |error: &dyn std::fmt::Display| format!("this is no workbook, or only a part of one: {error}");
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let mut left = MAX_UNPACKED;
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).map_err(|error| broken(&error))?;
        let unpacked = std::io::copy(&mut entry.by_ref().take(left + 1), &mut std::io::sink());
        let unpacked = unpacked.map_err(|error| broken(&error))?;
        left = left.checked_sub(unpacked).ok_or_else(|| {
            format!(
                "unpacked, this workbook is larger than {} MiB, which is more than a journey can be",
                MAX_UNPACKED >> 20
            )
        })?;
    }
    Ok(())
}

fn rows(book: &mut Xlsx<Cursor<&[u8]>>, sheet: &str) -> Result<Vec<Vec<Cell>>, String> {
    let wrong = |error: calamine::XlsxError| format!("the sheet “{sheet}” cannot be read: {error}");
    let mut cells = book.worksheet_cells_reader(sheet).map_err(wrong)?;
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut count = 0;
    while let Some(cell) = cells.next_cell().map_err(wrong)? {
        let (row, column) = cell.get_position();
        let text = text(cell.get_value());
        let text = text.trim();
        if text.is_empty() {
            continue;
        }
        // Places are counted with the empty cells before them: they are kept, too.
        let (down, right) = (row as usize, column as usize);
        count += down.saturating_sub(rows.len()) + right.saturating_sub(rows.get(down).map_or(0, Vec::len)) + 1;
        if down >= MAX_ROWS || count > MAX_CELLS {
            return Err(format!(
                "the sheet “{sheet}” has more than {MAX_ROWS} rows or {MAX_CELLS} cells, which is more than a journey can have"
            ));
        }
        if rows.len() <= down {
            rows.resize_with(down + 1, Vec::new);
        }
        let cells = &mut rows[down];
        if cells.len() <= right {
            cells.resize_with(right + 1, Cell::default);
        }
        cells[right] = Cell { text: clean(text).replace("\r\n", "\n"), place: (row, column), ..Cell::default() };
    }
    Ok(rows)
}

/// A cell as people see it; an error of a formula says nothing.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::DateTime(date) if date.is_datetime() => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        DataRef::Error(_) | DataRef::Empty => String::new(),
        value => Data::from(value.clone()).to_string(),
    }
}

/// Writes the cells out as a text, a row a line, so that notes have a place.
fn laid_out(name: &str, sheet: &str, mut grid: Grid) -> Sheet {
    let mut text = String::new();
    for row in &mut grid.rows {
        for (column, cell) in row.iter_mut().enumerate() {
            if column > 0 {
                text.push_str(" | ");
            }
            let start = text.len();
            text.push_str(&cell.text.replace(['\n', '\r'], " "));
            cell.span = Span::new(start, text.len());
        }
        text.push('\n');
    }
    Sheet { source: Source::new(format!("{name}[{sheet}]"), &text), grid }
}
