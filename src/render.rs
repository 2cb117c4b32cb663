//! Shows a map: as a picture, as a page, as a table for the terminal, as Markdown, as a Graphviz drawing, as JSON for
//! programs; and hands it out: as CSV, as a workbook, as a Mermaid diagram.

mod content;
mod csv;
mod dot;
mod export;
pub(crate) mod html;
mod icons;
mod json;
mod labels;
mod layout;
mod markdown;
mod mermaid;
pub mod overlay;
mod pen;
mod png;
pub mod scene;
mod svg;
mod table;
mod theme;
mod typeset;
mod xlsx;

use comfy_table::{ContentArrangement, Table, TableStyle};

pub use csv::csv;
pub use dot::{dot, dot_compared};
pub use export::ExportError;
pub use html::{HtmlOptions, IndexEntry, html, index};
pub use json::json;
pub use labels::Tongue;
pub use layout::{PictureOptions, Wrap, compared, scene};
pub use markdown::markdown;
pub use mermaid::{Mermaid, mermaid};
pub use png::{Png, PngError, PngOptions, png};
pub use svg::{Colors, SvgOptions, faces, svg};
pub use table::{TableOptions, table};
pub use theme::{Color, Palette, Theme};
pub use xlsx::xlsx;

/// `text` in lines of at most that width.
fn wrapped(text: &str, width: u16) -> Vec<String> {
    let mut page = Table::new();
    page.load_style(TableStyle::new()).set_width(width).set_content_arrangement(ContentArrangement::Dynamic);
    page.add_row([text]);
    for column in page.column_iter_mut() {
        column.set_padding((0, 0));
    }
    page.lines().map(|line| line.trim_end().to_owned()).collect()
}
