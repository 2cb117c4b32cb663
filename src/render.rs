//! Shows a map: as a table for the terminal, as Markdown, as a Graphviz drawing, as JSON for programs.

mod content;
mod markdown;
mod pen;
mod table;

pub use markdown::markdown;
pub use table::{TableOptions, table};
