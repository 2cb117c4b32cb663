//! Texts and places in them: byte spans, located values, and the line index that turns bytes into lines and columns.

pub mod earlier;
pub mod git;
mod read;
pub mod repository;
pub mod walk;

use std::fmt;
use std::sync::Arc;

pub use read::{MAX_BYTES, ReadError, decode, read_file, read_stdin};

/// A half-open range of bytes in one text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
}

impl Span {
    /// The bytes from `start` up to, and without, `end`.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// Whether `other` lies within this span.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The part of the span on its first line.
    #[must_use]
    pub fn first_line(self, text: &str) -> Self {
        let length = self.slice(text).find(['\n', '\r']).unwrap_or(self.end - self.start);
        Self::new(self.start, self.start + length)
    }

    /// The part of `text` that this span covers; empty where the span does not fit the text.
    #[must_use]
    pub fn slice(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }
}

/// A value and the place in the text where it stands. Two located values are equal when their values are.
#[derive(Clone, Copy, Default)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Where it is written; empty at 0 for a value that comes from no text.
    pub span: Span,
}

impl<T> Located<T> {
    /// `value`, written at `span`.
    pub const fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}

impl<T> From<T> for Located<T> {
    fn from(value: T) -> Self {
        Self { value, span: Span::default() }
    }
}

impl<T> std::ops::Deref for Located<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: PartialEq> PartialEq for Located<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<T: Eq> Eq for Located<T> {}

impl<T: fmt::Debug> fmt::Debug for Located<T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(out)
    }
}

impl<T: fmt::Display> fmt::Display for Located<T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(out)
    }
}

/// One text with the name under which messages speak of it.
#[derive(Clone, Debug)]
pub struct Source {
    /// The path as given, or the name that stands for standard input.
    pub name: String,
    /// The path from the root of its Git repository, by which findings are known from run to run and by which platforms
    /// find the file; the name, unless something better is known.
    pub path: String,
    /// The whole text, without a byte-order mark.
    pub text: Arc<str>,
}

impl Source {
    /// A text under the name that messages give it. A leading byte-order mark is taken off.
    pub fn new(name: impl Into<String>, text: &str) -> Self {
        let name = name.into();
        Self { path: name.clone(), name, text: text.strip_prefix('\u{feff}').unwrap_or(text).into() }
    }
}

/// A place as people count it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in Unicode code points; a tab counts as one.
    pub column: usize,
}

/// Where the lines of a text begin. Lines end at LF, CRLF or a lone CR.
#[derive(Debug)]
pub struct LineIndex<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> LineIndex<'a> {
    /// Finds the lines of `text`.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let ends = bytes
            .iter()
            .enumerate()
            .filter(|&(at, &byte)| byte == b'\n' || (byte == b'\r' && bytes.get(at + 1) != Some(&b'\n')));
        let starts = std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect();
        Self { text, starts }
    }

    /// The position of a byte; one past the end, or inside a character, counts as the nearest place before it.
    #[must_use]
    pub fn position(&self, offset: usize) -> Position {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.starts.partition_point(|&start| start <= offset);
        let start = self.starts[line - 1];
        Position { line, column: self.text[start..offset].chars().count() + 1 }
    }

    /// The number of lines.
    #[must_use]
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Whether the text is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The bytes of a line (from 1) without its ending; `None` past the last line.
    #[must_use]
    pub fn line(&self, line: usize) -> Option<Span> {
        let start = *self.starts.get(line.checked_sub(1)?)?;
        let end = self.starts.get(line).copied().unwrap_or(self.text.len());
        let kept = self.text[start..end].trim_end_matches(['\n', '\r']).len();
        Some(Span::new(start, start + kept))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_at_lf_crlf_and_a_lone_cr() {
        let index = LineIndex::new("a\nbé\r\nc\rd");
        assert_eq!(index.len(), 4);
        assert_eq!(index.position(0), Position { line: 1, column: 1 });
        assert_eq!(index.position(5), Position { line: 2, column: 3 }, "after the two-byte é");
        assert_eq!(index.position(7), Position { line: 3, column: 1 });
        assert_eq!(index.position(9), Position { line: 4, column: 1 });
        assert_eq!(index.position(99), Position { line: 4, column: 2 }, "past the end is the end");
        assert_eq!(index.line(2), Some(Span::new(2, 5)));
        assert_eq!(index.line(5), None);
    }
}
