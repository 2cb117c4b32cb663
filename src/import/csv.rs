//! CSV and its relatives: which sign separates the cells, and where each of them stands.
//!
//! Cut by hand, because the notes of an import name the place of a cell in the file, which the `csv` crate does not tell.

use super::sheet::is_own_header;
use super::table::cell::Cell;
use super::table::layout::Grid;
use crate::source::Span;

/// The signs that separate cells.
const DELIMITERS: [char; 4] = [',', ';', '\t', '|'];

/// How many lines are looked at to find the sign.
const SAMPLE: usize = 60;

/// How many rows and cells a table may have.
pub(super) const MAX_ROWS: usize = 100_000;
pub(super) const MAX_CELLS: usize = 1_000_000;

/// The cells of a text; `None` when there are more than a journey can have.
pub(super) fn grid(text: &str) -> Option<Grid> {
    let (delimiter, start) = delimiter(text);
    let rows = Rows { text, at: start, delimiter, row: 0 };
    let mut grid = Grid::default();
    let mut cells = 0;
    for row in rows {
        cells += row.len();
        if grid.rows.len() >= MAX_ROWS || cells > MAX_CELLS {
            return None;
        }
        grid.rows.push(row);
    }
    Some(grid)
}

/// The sign that separates the cells, and where they begin: Excel may say so in a first line `sep=;`.
fn delimiter(text: &str) -> (char, usize) {
    let first = text.lines().next().unwrap_or_default();
    if let Some(sign) = first.trim_end().strip_prefix("sep=").and_then(|signs| signs.chars().next()) {
        let behind = text.find('\n').map_or(text.len(), |at| at + 1);
        return (sign, behind);
    }
    if let Some(delimiter) = own_delimiter(text) {
        return (delimiter, 0);
    }
    let score = |delimiter: char| {
        let rows = Rows { text, at: 0, delimiter, row: 0 }.take(SAMPLE);
        let mut widths: Vec<_> = rows.map(|row| row.len()).filter(|width| *width > 1).collect();
        widths.sort_unstable();
        let alike = widths.chunk_by(|a, b| a == b).max_by_key(|same| same.len());
        alike.map_or((0, 0), |same| (same.len(), same[0]))
    };
    let best = DELIMITERS.into_iter().rev().max_by_key(|delimiter| score(*delimiter));
    (best.unwrap_or(','), 0)
}

/// The sign that separates the cells of a sheet of ours, which is known by its first row, whatever its texts are full of.
pub(super) fn own_delimiter(text: &str) -> Option<char> {
    DELIMITERS.into_iter().find(|delimiter| {
        let mut rows = Rows { text, at: 0, delimiter: *delimiter, row: 0 };
        rows.next().is_some_and(|row| is_own_header(&row))
    })
}

/// The rows of a text, one after the other. A quote that is never closed ends with the text.
struct Rows<'t> {
    text: &'t str,
    at: usize,
    delimiter: char,
    row: u32,
}

impl Iterator for Rows<'_> {
    type Item = Vec<Cell>;

    fn next(&mut self) -> Option<Vec<Cell>> {
        if self.at >= self.text.len() {
            return None;
        }
        let mut row = Vec::new();
        loop {
            let column = u32::try_from(row.len()).unwrap_or(u32::MAX);
            let (cell, is_last) = self.cell(column);
            row.push(cell);
            if is_last {
                self.row += 1;
                return Some(row);
            }
        }
    }
}

impl Rows<'_> {
    /// The next cell, and whether its row ends with it.
    fn cell(&mut self, column: u32) -> (Cell, bool) {
        let start = self.at;
        let rest = &self.text[start..];
        let mut text = String::new();
        let mut behind = 0;
        let is_quoted = rest.trim_start_matches([' ']).starts_with('"');
        if is_quoted {
            behind = rest.len() - rest.trim_start_matches([' ']).len() + 1;
            // What is quoted goes up to a quote that is not doubled.
            loop {
                let end = rest[behind..].find('"').map_or(rest.len(), |at| behind + at);
                text.push_str(&rest[behind..end]);
                behind = (end + 1).min(rest.len());
                if !rest[behind..].starts_with('"') {
                    break;
                }
                text.push('"');
                behind += 1;
            }
        }
        let is_end = |c: char| c == self.delimiter || c == '\n' || c == '\r';
        let end = rest[behind..].find(is_end).map_or(rest.len(), |at| behind + at);
        text.push_str(&rest[behind..end]);
        let is_last = !rest[end..].starts_with(self.delimiter);
        let line_break =
            if rest[end..].starts_with("\r\n") { 2 } else { rest[end..].chars().next().map_or(0, char::len_utf8) };
        self.at = start + end + line_break;
        // A delimiter at the very end has an empty cell behind it, which says nothing.
        let is_last = is_last || self.at >= self.text.len();
        let written = rest[..end].trim();
        let from = start + (rest[..end].len() - rest[..end].trim_start().len());
        let cell = Cell {
            text: text.trim().replace("\r\n", "\n"),
            span: Span::new(from, from + written.len()),
            place: (self.row, column),
            ..Cell::default()
        };
        (cell, is_last)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail")]
mod tests {
    use super::grid;

    fn cells(text: &str) -> Vec<Vec<String>> {
        grid(text).unwrap().rows.into_iter().map(|row| row.into_iter().map(|cell| cell.text).collect()).collect()
    }

    #[test]
    fn the_delimiter_is_found() {
        assert_eq!(cells("a;b\nc, d;e\n"), [["a", "b"], ["c, d", "e"]]);
        assert_eq!(cells("a\tb\r\nc\td"), [["a", "b"], ["c", "d"]]);
        assert_eq!(cells("a,b\n\"c,d\",e"), [["a", "b"], ["c,d", "e"]]);
        assert_eq!(cells("sep=|\na|b;c;d\n"), [["a", "b;c;d"]]);
    }

    #[test]
    fn quotes_are_taken_off_and_spans_name_the_cell() {
        let text = "a,\"say \"\"no\"\"\nnow\" ,c\nd,e,f";
        let grid = grid(text).unwrap();
        assert_eq!(grid.rows[0][1].text, "say \"no\"\nnow");
        assert_eq!(grid.rows[0][1].span.slice(text), "\"say \"\"no\"\"\nnow\"");
        assert_eq!(grid.rows[1][2].span.slice(text), "f");
        assert_eq!(grid.rows[1][2].place, (1, 2));
    }

    #[test]
    fn ragged_rows_and_quotes_that_never_close_are_read() {
        assert_eq!(cells("a,b\nc\nd,e,f\n"), [vec!["a", "b"], vec!["c"], vec!["d", "e", "f"]]);
        assert_eq!(cells("a,\"b\nc"), [["a", "b\nc"]]);
        assert_eq!(cells("a,\"\"\"\""), [["a", "\""]]);
        assert_eq!(cells("a,b\n\"c\"\"\n\"d"), [vec!["a", "b"], vec!["c\"\nd"]]);
        assert_eq!(cells("a,\""), [["a", ""]]);
    }
}
