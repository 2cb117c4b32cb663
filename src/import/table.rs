//! Tables → journeys: the one engine for CSV, spreadsheets, and tables and outlines in Markdown.
//!
//! A table is laid out with its fields as columns ([`mod@layout`]), its columns are named ([`mod@columns`]), and its rows become
//! touchpoints ([`build`]).

mod build;
pub(super) mod cell;
mod columns;
pub(super) mod layout;
mod preface;
mod rating;
mod tally;
mod values;
pub(super) mod words;

use self::cell::Cell;
use self::columns::columns;
use self::layout::{Grid, layout};
use super::Reading;
use super::note::Notes;
use crate::model::Journey;
use crate::source::Span;

/// Which columns mean which fields, as the user says.
#[derive(Debug, Clone, Default)]
pub struct ColumnMap(Vec<(String, String)>);

impl ColumnMap {
    /// Adds `COLUMN=field`.
    ///
    /// # Errors
    /// When there is no such field; the sentence says which there are.
    pub fn add(&mut self, written: &str) -> Result<(), String> {
        let (column, field) = written
            .rsplit_once('=')
            .ok_or_else(|| format!("`{written}` has not the form \"COLUMN=field\", such as \"Kanaal=channel\""))?;
        let field = field.trim();
        if !field.starts_with("x-") && !words::all_known().any(|known| known == field) {
            let all: Vec<_> = words::all_known().collect();
            let near = crate::model::nearest(field, all.iter().copied());
            let hint = near.first().map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
            return Err(format!(
                "there is no field `{field}`{hint} The fields are {}, and x-… for your own",
                all.join(", ")
            ));
        }
        self.0.push((column.trim().to_owned(), field.to_owned()));
        Ok(())
    }

    /// The field that a column means.
    pub(super) fn role(&self, header: &str) -> Option<&str> {
        let is_it = |column: &str| header == column || words::plain(header) == words::plain(column);
        self.0.iter().rev().find(|(column, _)| is_it(column)).map(|(_, field)| field.as_str())
    }

    /// Columns that are named, but are not there.
    fn missing<'m>(&'m self, header: &'m [Cell]) -> impl Iterator<Item = &'m str> {
        let is_there = |column: &str| header.iter().any(|cell| words::plain(&cell.text) == words::plain(column));
        self.0.iter().map(|(column, _)| column.as_str()).filter(move |column| !is_there(column))
    }
}

/// What is known of the table that is being read.
struct Table<'n> {
    notes: &'n mut Notes,
    sheet: Option<String>,
    is_turned: bool,
}

impl Table<'_> {
    /// Where a cell is, for the beginning of a message: `Blad1!C5: `; nothing where there are no sheets.
    fn at(&self, cell: &Cell) -> String {
        let Some(sheet) = &self.sheet else { return String::new() };
        let (row, column) = cell.place;
        format!("{sheet}!{}{}: ", letters(column), row + 1)
    }
}

/// The name of a column in a spreadsheet: A, B, …, Z, AA.
fn letters(column: u32) -> String {
    let (mut rest, mut name) = (column + 1, Vec::new());
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or_default();
        name.push(char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    name.iter().rev().collect()
}

/// Whether a table is one about a journey: at least two of its names are known, or one that `map` names.
pub(super) fn is_journey(grid: &Grid, map: &ColumnMap) -> bool {
    let known = |cell: &Cell| map.role(&cell.text).is_some() || layout::is_name(&cell.text);
    let count = |cells: &mut dyn Iterator<Item = &Cell>| cells.filter(|cell| known(cell)).count();
    let wide = grid.rows.iter().take(3).any(|row| count(&mut row.iter()) >= 2);
    wide || count(&mut grid.rows.iter().filter_map(|row| row.first())) >= 2
}

/// Whether a table says which phase each of its rows is in.
pub(super) fn has_phases(grid: &Grid, map: &ColumnMap) -> bool {
    let is_phase = |cell: &Cell| match map.role(&cell.text) {
        Some(field) => field == "phase",
        None => words::field(&cell.text).is_some_and(|(field, _)| field == "phase"),
    };
    let first_row = grid.rows.first().into_iter().flatten();
    first_row.chain(grid.rows.iter().filter_map(|row| row.first())).any(is_phase)
}

/// Reads a table. `name` is what the journey is called where nothing in the table says so.
pub(super) fn read(grid: Grid, name: &str, map: &ColumnMap, notes: &mut Notes) -> (Option<Journey>, Vec<Reading>) {
    let mut table = Table { notes, sheet: grid.sheet.clone(), is_turned: false };
    let title = grid.title.clone();
    let first = grid.rows.iter().flatten().find(|cell| !cell.text.is_empty()).cloned();
    let found: Vec<_> = grid.rows.iter().take(1).flatten().map(|cell| format!("“{}”", cell.text)).take(12).collect();
    let Some(layout) = layout(grid, &|header| map.role(header).is_some()) else {
        let (span, at) = first.map_or((Span::default(), String::new()), |cell| (cell.span, table.at(&cell)));
        let message = match found.as_slice() {
            [] => "there is nothing in it".into(),
            _ => format!("{at}no column has a name that is known: the first row holds {}", found.join(", ")),
        };
        table.notes.refuse(span, message).advise(
            "name the columns: phase, touchpoint, channel, experience, friction points, …; or say what yours mean with \
             --map \"COLUMN=field\"",
        );
        return (None, Vec::new());
    };
    table.is_turned = layout.is_turned;
    for column in map.missing(&layout.header) {
        table.notes.loss(Span::default(), format!("--map names “{column}”, but there is no such column"));
    }
    let columns = columns(layout.header, &layout.rows, map, &mut table);
    let reading = columns.iter().enumerate().map(|(index, column)| Reading {
        column: column.header.text.clone(),
        field: column.role.name(),
        scale: column.scale,
        filled: layout.rows.iter().filter(|row| row.get(index).is_some_and(|cell| !cell.is_blank())).count(),
    });
    let reading = reading.collect();
    let mut journey = preface::journey(&layout.above, title.as_ref(), name, &mut table);
    let is_built = build::build(&mut journey, &columns, &layout.rows, &mut table);
    (is_built.then(|| super::finish::finish(journey, table.notes)), reading)
}

#[cfg(test)]
mod tests {
    #[test]
    fn columns_are_named_as_in_a_spreadsheet() {
        assert_eq!([0, 25, 26, 51, 52, 701, 702].map(super::letters), ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
