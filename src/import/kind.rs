//! What a file is: by its first bytes, its name, its first lines.

use std::path::Path;

/// What can be imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A Mermaid `journey` diagram, or Markdown with such diagrams in it.
    Mermaid,
    /// Values that a sign separates: CSV, TSV and their relatives.
    Csv,
    /// Tables and outlines in Markdown.
    Markdown,
    /// An Excel workbook.
    Xlsx,
}

/// The suffixes of each kind.
const SUFFIXES: [(Kind, &[&str]); 4] = [
    (Kind::Mermaid, &["mmd", "mermaid"]),
    (Kind::Csv, &["csv", "tsv", "tab"]),
    (Kind::Markdown, &["md", "markdown", "mdown", "qmd"]),
    (Kind::Xlsx, &["xlsx", "xlsm"]),
];

impl Kind {
    /// The kind that a file's name tells.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        let suffix = Path::new(name).extension()?.to_str()?.to_ascii_lowercase();
        SUFFIXES.iter().find(|(_, suffixes)| suffixes.contains(&suffix.as_str())).map(|(kind, _)| *kind)
    }

    /// A workbook, by its first bytes, whatever it is called.
    pub(super) fn of_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.starts_with(b"PK\x03\x04").then_some(Self::Xlsx)
    }

    /// The kind of a text: as its name tells, or else as it looks.
    pub(super) fn of_text(name: &str, text: &str) -> Self {
        if let Some(kind) = Self::of_name(name) {
            return kind;
        }
        let whole = 0..text.len();
        let mut lines = text.lines().map(str::trim_start).filter(|line| !line.is_empty()).take(200);
        if super::csv::own_delimiter(text).is_some() {
            Self::Csv
        } else if super::mermaid::is_journey(text, &[whole]) {
            Self::Mermaid
        } else if lines.any(|line| {
            line.starts_with("# ") || line.starts_with("## ") || line.starts_with("| ") || line.starts_with("```")
        }) {
            Self::Markdown
        } else {
            Self::Csv
        }
    }
}
