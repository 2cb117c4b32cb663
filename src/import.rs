//! Other people's maps → journeys: Mermaid diagrams, spreadsheets, and tables and outlines in Markdown.
//!
//! ```text
//! bytes ─kind→ mermaid ──────────────────→ Journey + notes ─yaml→ a journey file
//!            → csv | xlsx | markdown ─table→
//! ```
//!
//! Nothing is dropped silently: what has no field goes into `description` or an `x-` key, and every loss, guess or repair
//! is a note at its place in the source.

mod csv;
mod finish;
mod kind;
mod language;
mod markdown;
pub mod measures;
mod mermaid;
pub mod note;
mod sheet;
mod table;
mod text;
mod workbook;
mod xlsx;
mod yaml;

use crate::diagnostic::Diagnostic;
use crate::model::Journey;
use crate::source::{Source, Span};
use note::Notes;

pub use kind::Kind;
pub use table::ColumnMap;
pub use yaml::to_yaml;

/// How a source is to be read.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// What it is; by default as its name and contents say.
    pub kind: Option<Kind>,
    /// Which columns mean which fields.
    pub columns: ColumnMap,
}

/// One journey of a source, as far as it could be read.
#[derive(Debug)]
pub struct Imported {
    /// The text that the notes speak of: the file, or for a workbook a sheet, a row a line.
    pub source: Source,
    /// The journey; `None` where nothing could be made of the source.
    pub journey: Option<Journey>,
    /// What was guessed, lost or repaired, or why there is no journey; in the order of the source.
    pub notes: Vec<Diagnostic>,
    /// How the columns of a table were read; empty for a diagram.
    pub columns: Vec<Reading>,
}

/// How one column of a table was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// Its name in the source.
    pub column: String,
    /// The field that it was read as.
    pub field: String,
    /// The ends of the scale of its numbers, if they are ratings.
    pub scale: Option<(f64, f64)>,
    /// How many of its cells hold something.
    pub filled: usize,
}

impl Imported {
    fn new(source: Source, journey: Option<Journey>, notes: Notes) -> Self {
        Self { source, journey, notes: notes.finish(), columns: Vec::new() }
    }

    fn refused(source: Source, mut notes: Notes, message: &str) -> Self {
        notes.refuse(Span::default(), message);
        Self::new(source, None, notes)
    }
}

/// Reads every journey of a file. `name` is what messages call it, and tells with the contents what it is.
#[must_use]
pub fn import(name: &str, bytes: &[u8], options: &Options) -> Vec<Imported> {
    let by_bytes = options.kind.or_else(|| Kind::of_bytes(bytes));
    if by_bytes == Some(Kind::Xlsx) {
        return workbook::read(name, bytes, options);
    }
    let mut notes = Notes::default();
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        let message = "this is a workbook of an old version of Excel, which is not read: save it as .xlsx";
        return vec![Imported::refused(Source::new(name, ""), notes, message)];
    }
    let text = match text::decode(bytes, &mut notes) {
        Ok(text) => text,
        Err(message) => return vec![Imported::refused(Source::new(name, ""), notes, message)],
    };
    let source = Source::new(name, &text);
    let kind = by_bytes.unwrap_or_else(|| Kind::of_text(name, &source.text));
    let mut found = match kind {
        Kind::Mermaid if is_diagram(&source.text) => {
            let whole = 0..source.text.len();
            vec![mermaid::read(&source, &[whole])]
        }
        Kind::Mermaid => markdown::read(&source, markdown::Wanted::Diagrams, options),
        Kind::Markdown if options.kind.is_some() => markdown::read(&source, markdown::Wanted::Tables, options),
        Kind::Markdown => markdown::read(&source, markdown::Wanted::All, options),
        Kind::Csv | Kind::Xlsx => vec![comma_separated(source, options)],
    };
    if let Some(first) = found.first_mut() {
        first.notes.splice(..0, notes.finish());
    }
    found
}

/// Whether a text is one diagram, and no document with diagrams in it.
fn is_diagram(text: &str) -> bool {
    let whole = 0..text.len();
    mermaid::is_journey(text, &[whole]) || !text.contains("```")
}

fn comma_separated(source: Source, options: &Options) -> Imported {
    let mut notes = Notes::default();
    let Some(grid) = csv::grid(&source.text) else {
        let message =
            format!("more than {} rows or {} cells are more than a journey can have", csv::MAX_ROWS, csv::MAX_CELLS);
        return Imported::refused(source, notes, &message);
    };
    let (journey, columns) = if sheet::is_own(&grid) {
        sheet::read(&grid, &[], &options.columns, &mut notes)
    } else {
        table::read(grid, &source.name, &options.columns, &mut notes)
    };
    Imported { columns, ..Imported::new(source, journey, notes) }
}

/// A number as it is written: whole where it is whole.
fn number_value(number: f64) -> serde_json::Value {
    #[allow(clippy::cast_possible_truncation, reason = "it is whole, and small enough")]
    let whole = (number.fract() == 0.0 && number.abs() < 1e15).then_some(number as i64);
    whole.map_or_else(|| number.into(), Into::into)
}
