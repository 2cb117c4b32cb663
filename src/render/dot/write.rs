//! Writes names, attributes and labels of the DOT language so that any text may stand in them.

use std::fmt::{self, Write};

use crate::render::wrapped;
use crate::text::printable;

/// A text in quotes. Sources: the DOT language, "ID" and "escString"; a backslash would begin an escape sequence, and an
/// ampersand an HTML entity. Control characters are gone, so that NUL cannot end the text.
pub fn quoted(text: &str) -> String {
    format!("\"{}\"", escaped(text))
}

fn escaped(text: &str) -> String {
    // Graphviz reads at most 16 KiB of a quoted text at once; the language joins several with a plus.
    const AT_ONCE: usize = 10_000;
    let mut safe = String::with_capacity(text.len());
    let mut end = AT_ONCE;
    for c in printable(text).chars() {
        match c {
            '"' | '\\' => safe.extend(['\\', c]),
            '&' => safe.push_str("&amp;"),
            _ => safe.push(c),
        }
        if safe.len() > end {
            safe.push_str("\"+\"");
            end = safe.len() + AT_ONCE;
        }
    }
    safe
}

/// Several lines in one quoted text.
pub fn quoted_lines<'t>(lines: impl IntoIterator<Item = &'t str>) -> String {
    let lines: Vec<_> = lines.into_iter().map(escaped).collect();
    format!("\"{}\"", lines.join("\\n"))
}

/// `text` in lines of at most `width`, and at most six of them: the tooltip has it all.
pub fn folded(text: &str, width: u16) -> Vec<String> {
    const MOST: usize = 6;
    // What lies beyond the last line need not be wrapped: a character is at most two wide.
    let seen: String = printable(text).chars().take(usize::from(width) * (MOST + 1)).collect();
    let mut lines = wrapped(&seen, width);
    if lines.len() > MOST {
        lines.truncate(MOST);
        lines.extend(["…".to_owned()]);
    }
    lines
}

/// The attributes of a node, an edge or a graph.
#[derive(Default)]
pub struct Attributes(String);

impl Attributes {
    /// Adds an attribute with a text of the map.
    pub fn text(self, name: &str, text: &str) -> Self {
        self.raw(name, &quoted(text))
    }

    /// Adds an attribute with several lines of texts of the map; none without lines.
    pub fn lines(self, name: &str, lines: &[String]) -> Self {
        if lines.is_empty() { self } else { self.raw(name, &quoted_lines(lines.iter().map(String::as_str))) }
    }

    /// Adds an attribute whose value is DOT already.
    pub fn raw(mut self, name: &str, value: &str) -> Self {
        let comma = if self.0.is_empty() { "" } else { ", " };
        let _ = write!(self.0, "{comma}{name}={value}");
        self
    }
}

impl fmt::Display for Attributes {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "[{}]", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{folded, quoted, quoted_lines};

    #[test]
    fn texts_stay_in_their_quotes() {
        assert_eq!(quoted(r#"a "b" \N \"#), r#""a \"b\" \\N \\""#);
        assert_eq!(quoted("<b>&lt;\n\0"), r#""<b>&amp;lt; \\u{0}""#);
        assert_eq!(quoted_lines(["a\\", "b"]), r#""a\\\nb""#);
    }

    #[test]
    fn no_quoted_text_is_too_long_for_graphviz() {
        let text = quoted(&"é".repeat(9_000));
        let parts: Vec<_> = text.trim_matches('"').split("\"+\"").collect();
        assert_eq!(parts.concat(), "é".repeat(9_000));
        assert_eq!(parts.iter().map(|part| part.len()).collect::<Vec<_>>(), [10_002, 7_998]);
    }

    #[test]
    fn long_texts_end() {
        assert_eq!(folded("one two three", 8), ["one two", "three"]);
        assert_eq!(folded("", 8), [""]);
        let lines = folded(&"word ".repeat(10_000), 9);
        assert_eq!((lines.len(), lines[5].as_str(), lines[6].as_str()), (7, "word word", "…"));
    }
}
