//! Which way round a table is, where its header stands, and what stands above it.

use std::collections::BTreeSet;

use super::cell::{Cell, Merged};
use super::words;

/// A table as it was read from its file.
#[derive(Debug, Default)]
pub(in crate::import) struct Grid {
    /// Its rows; they may differ in length.
    pub(in crate::import) rows: Vec<Vec<Cell>>,
    /// Which cells are merged.
    pub(in crate::import) merges: Vec<Merge>,
    /// The name of the sheet, where there are sheets.
    pub(in crate::import) sheet: Option<String>,
    /// The text that it stands under: a heading.
    pub(in crate::import) title: Option<Cell>,
}

/// A block of merged cells: rows and columns from 0, up to and without the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import) struct Merge {
    pub(in crate::import) rows: (usize, usize),
    pub(in crate::import) columns: (usize, usize),
}

/// A table with a header on top: a column a field, a row a stretch of the journey.
#[derive(Debug, Default)]
pub(super) struct Layout {
    pub(super) header: Vec<Cell>,
    pub(super) rows: Vec<Vec<Cell>>,
    /// What stands above the header.
    pub(super) above: Vec<Vec<Cell>>,
    /// Whether the source has its fields as rows.
    pub(super) is_turned: bool,
}

/// How far down, or to the right, a header is looked for.
const REACH: usize = 25;

/// How many rows a table with its fields as rows can have.
const MOST_LANES: usize = 200;

/// Finds the header of a table; `None` where no column and no row has a name that is known. `is_known` adds names.
pub(super) fn layout(grid: Grid, is_known: &dyn Fn(&str) -> bool) -> Option<Layout> {
    let known = |cell: &&Cell| !cell.text.is_empty() && (is_known(&cell.text) || is_name(&cell.text));
    // A name that recurs counts once: a column of values such as “e-mail” is no column of names.
    let count = |cells: &mut dyn Iterator<Item = &Cell>| {
        cells.filter(known).map(|cell| words::plain(&cell.text)).collect::<BTreeSet<_>>().len()
    };
    let rows = grid.rows.iter().take(REACH).map(|row| count(&mut row.iter()));
    let across = best(rows);
    let width = grid.rows.iter().map(Vec::len).max().unwrap_or_default().min(REACH);
    let lanes = grid.rows.iter().take(MOST_LANES);
    let columns = (0..width).map(|column| count(&mut lanes.clone().filter_map(|row| row.get(column))));
    let down = best(columns);
    match (across, down) {
        // A lone name in a row of many other things is more likely a value than a header.
        (Some((row, found)), other) if found >= other.map_or(0, |(_, found)| found) => Some(upright(grid, row, false)),
        (_, Some((column, found))) if found >= 2 => Some(turned(grid, column, &known)),
        (Some((row, _)), _) => Some(upright(grid, row, false)),
        _ => None,
    }
}

/// Whether a short text is the name of a field. Whole sentences are none, and slips of the pen are too near to values.
pub(in crate::import) fn is_name(text: &str) -> bool {
    text.len() <= 60 && words::field(text).is_some_and(|(_, is_slip)| !is_slip)
}

/// The first of the greatest counts above zero, with its place.
fn best(counts: impl Iterator<Item = usize>) -> Option<(usize, usize)> {
    let mut best = None;
    for (at, count) in counts.enumerate() {
        if count > best.map_or(0, |(_, most)| most) {
            best = Some((at, count));
        }
    }
    best
}

fn upright(mut grid: Grid, header: usize, is_turned: bool) -> Layout {
    fill(&mut grid);
    let mut rows = grid.rows.into_iter();
    let above: Vec<_> = rows.by_ref().take(header).collect();
    let header = rows.next().unwrap_or_default();
    Layout { header, rows: rows.collect(), above, is_turned }
}

/// A table with its fields as rows, turned. Its names stand in `column`; what stands above the first name is no lane,
/// but the last such row may hold the stages.
fn turned(grid: Grid, column: usize, known: &dyn Fn(&&Cell) -> bool) -> Layout {
    let name_of = |row: &Vec<Cell>| row.get(column).is_some_and(|cell| known(&cell));
    let is_stages = |row: &Vec<Cell>| row.iter().skip(column + 1).filter(|cell| !cell.text.is_empty()).count() >= 2;
    let mut first = grid.rows.iter().position(name_of).unwrap_or_default();
    // A name with one value, and the stages below it, is a fact about the journey: `Persona | Nadia`.
    let stages = grid.rows.iter().skip(first).position(|row| !name_of(row) && is_stages(row)).map(|at| first + at);
    if let Some(stages) = stages.filter(|stages| !grid.rows[first..*stages].iter().any(is_stages)) {
        first = grid.rows.iter().skip(stages).position(name_of).map_or(first, |at| stages + at);
    }
    let top = grid.rows[..first].iter().rposition(|row| !is_stages(row)).map_or(0, |at| at + 1);
    let above: Vec<_> = grid.rows[..top].to_vec();
    let width = grid.rows[top..].iter().map(Vec::len).max().unwrap_or_default();
    let rows = (column..width)
        .map(|column| grid.rows[top..].iter().map(|row| row.get(column).cloned().unwrap_or_default()).collect())
        .collect();
    let shift = |(from, to): (usize, usize), by: usize| (from.saturating_sub(by), to.saturating_sub(by));
    let turn = |merge: &Merge| Merge { rows: shift(merge.columns, column), columns: shift(merge.rows, top) };
    let merges =
        grid.merges.iter().filter(|merge| merge.rows.0 >= top && merge.columns.0 >= column).map(turn).collect();
    let grid = Grid { rows, merges, ..grid };
    Layout { above, ..upright(grid, 0, true) }
}

/// Lets each of several cells that are merged down a column say what the first one says.
fn fill(grid: &mut Grid) {
    let merges = std::mem::take(&mut grid.merges);
    for Merge { rows: (start, end), columns: (column, _) } in merges {
        let end = end.min(grid.rows.len());
        if end <= start + 1 {
            continue;
        }
        let Some(first) = grid.rows.get_mut(start).and_then(|row| row.get_mut(column)) else { continue };
        if first.text.is_empty() {
            continue;
        }
        first.merged = Merged::First;
        let copy = Cell { merged: Merged::Copy, ..first.clone() };
        for row in &mut grid.rows[start + 1..end] {
            match row.get_mut(column) {
                Some(cell) if cell.text.is_empty() => *cell = copy.clone(),
                Some(_) => {}
                None => {
                    row.resize_with(column, Cell::default);
                    row.push(copy.clone());
                }
            }
        }
    }
}
