//! Shows a map: as a table for the terminal, as Markdown, as a Graphviz drawing, as JSON for programs.

mod content;
mod dot;
mod json;
mod markdown;
mod pen;
mod table;

use comfy_table::{ContentArrangement, Table, TableStyle};

pub use dot::dot;
pub use json::json;
pub use markdown::markdown;
pub use table::{TableOptions, table};

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
