//! The map as CSV: one table with every field, which `import` reads back to the same journey.

use super::ExportError;
use crate::graph::Map;
use crate::sheet::{self, Cell};
use crate::text::guarded;

/// The map as CSV (RFC 4180): a row a touchpoint, a column a field that the map has. Cells that a spreadsheet would take for
/// formulas have a `'` before them.
///
/// # Errors
/// When the author's own `x-` keys hold what JSON cannot.
pub fn csv(map: &Map) -> Result<Vec<u8>, ExportError> {
    let sheet = sheet::whole(map)?;
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(sheet.header.iter().map(|name| guarded(name).into_owned()))?;
    for row in &sheet.rows {
        writer.write_record(row.iter().map(|cell| match cell {
            Some(Cell::Number(number)) => number.to_string(),
            Some(Cell::Text(text)) => guarded(text).into_owned(),
            None => String::new(),
        }))?;
    }
    Ok(writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))?)
}
