//! The map as an Excel workbook: sheets to filter and to calculate with, which `import` reads back to the same journey.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::ExportError;
use crate::graph::Map;
use crate::sheet::{self, Cell, Sheet};

/// How many characters Excel takes in one cell.
const LONGEST: usize = 32_767;
/// How wide a column gets, in characters.
const WIDEST: usize = 48;
const NARROWEST: usize = 9;

/// The map as a workbook: the touchpoints, a row each; the fields of the map; and sheets for friction points, solutions and
/// measures, if it has any. The same bytes for the same map.
///
/// # Errors
/// When a text is longer, or there is more of them, than a workbook takes.
pub fn xlsx(map: &Map) -> Result<Vec<u8>, ExportError> {
    let mut book = Workbook::new();
    // The time of writing would make other bytes of the same map.
    let written = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let title = map.journey().title.chars().filter(|c| !c.is_control()).take(200).collect::<String>();
    book.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&written));
    for sheet in sheet::workbook(map)? {
        write(book.add_worksheet(), &sheet)?;
    }
    Ok(book.save_to_buffer()?)
}

fn write(page: &mut Worksheet, sheet: &Sheet) -> Result<(), ExportError> {
    let plain = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    // Excel's own sign that a text is one, also when somebody edits the cell.
    let quoted = plain.clone().set_quote_prefix();
    let bold = Format::new().set_bold();
    page.set_name(sheet.name)?;
    for (column, name) in (0..).zip(&sheet.header) {
        page.write_string_with_format(0, column, name, &bold)?;
        page.set_column_width(column, width(sheet, column.into()))?;
    }
    for (at, cells) in (1..).zip(&sheet.rows) {
        for (column, cell) in (0..).zip(cells) {
            match cell {
                Some(Cell::Number(number)) => page.write_number_with_format(at, column, *number, &plain)?,
                Some(Cell::Text(text)) => {
                    check_length(sheet, column.into(), at, text)?;
                    let format = if crate::text::guarded(text) == text.as_str() { &plain } else { &quoted };
                    page.write_string_with_format(at, column, text, format)?
                }
                None => page,
            };
        }
    }
    if let (Ok(rows), Ok(columns)) = (u32::try_from(sheet.rows.len()), u16::try_from(sheet.header.len())) {
        page.autofilter(0, 0, rows, columns.saturating_sub(1))?;
    }
    page.set_freeze_panes(1, 0)?;
    Ok(())
}

fn check_length(sheet: &Sheet, column: usize, row: u32, text: &str) -> Result<(), ExportError> {
    if text.encode_utf16().count() <= LONGEST {
        return Ok(());
    }
    let column = sheet.header.get(column).cloned().unwrap_or_default();
    Err(ExportError::TooLong { sheet: sheet.name, column, row: row + 1 })
}

/// Room for the longest line of a column, within bounds.
#[allow(clippy::cast_precision_loss, reason = "at most 48")]
fn width(sheet: &Sheet, column: usize) -> f64 {
    let length = |text: &str| text.lines().map(|line| line.chars().count()).max().unwrap_or_default();
    let cells = sheet.rows.iter().filter_map(|row| match row.get(column)? {
        Some(Cell::Text(text)) => Some(length(text)),
        _ => None,
    });
    let header = sheet.header.get(column).map_or(0, |name| name.len() + 3);
    cells.chain([header]).max().unwrap_or_default().clamp(NARROWEST, WIDEST) as f64
}

impl From<XlsxError> for ExportError {
    fn from(error: XlsxError) -> Self {
        Self::Workbook(Box::new(error))
    }
}
