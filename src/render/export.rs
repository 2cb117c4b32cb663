//! Why a map cannot be handed out in a format.

use thiserror::Error;

/// Why a map cannot be written as CSV or as a workbook.
#[derive(Debug, Error)]
pub enum ExportError {
    /// An `x-` key holds what JSON cannot.
    #[error("an `x-` key of the map cannot be written: {0}")]
    Value(#[from] serde_json::Error),
    /// A text does not fit into a cell of a workbook.
    #[error(
        "a text is longer than the 32,767 characters that Excel takes in a cell: sheet “{sheet}”, column “{column}”, row {row}"
    )]
    TooLong {
        /// The sheet.
        sheet: &'static str,
        /// The name of its column.
        column: String,
        /// The row, from 1.
        row: u32,
    },
    /// The table cannot be written.
    #[error("the table cannot be written: {0}")]
    Table(#[from] csv::Error),
    /// The workbook cannot be written.
    #[error("the workbook cannot be written: {0}")]
    Workbook(#[source] Box<rust_xlsxwriter::XlsxError>),
}
