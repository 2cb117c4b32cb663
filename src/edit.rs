//! Changes of a text: which bytes give way to what, and how several of them are made at once.

use std::collections::BTreeSet;

use crate::source::Span;

/// Some bytes of a text, and what is put in their place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// The bytes that go; empty where something is only put in.
    pub span: Span,
    /// What comes in their place.
    pub text: String,
}

/// A safe, mechanical change that mends a finding: there is no other way to read what the author meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What it changes, in the order of the text; no two of them overlap.
    pub edits: Vec<Edit>,
}

impl Fix {
    /// Puts `text` in the place of `span`.
    #[must_use]
    pub fn replace(span: Span, text: impl Into<String>) -> Self {
        Self { edits: vec![Edit { span, text: text.into() }] }
    }

    /// Puts `text` in at a byte.
    #[must_use]
    pub fn insert(at: usize, text: impl Into<String>) -> Self {
        Self::replace(Span::new(at, at), text)
    }

    /// Puts a word, such as an id or a number, in the place of the value at `span`, inside its quotes if it has any.
    /// `None` where the value is not written there in full, as a `*name` is not, and for a word that needs quotes.
    #[must_use]
    pub fn word(source: &str, span: Span, word: &str) -> Option<Self> {
        let written = span.slice(source);
        let is_word =
            |c: char| c.is_alphanumeric() || "-._%".contains(c) || unicode_normalization::char::is_combining_mark(c);
        if !word.starts_with(char::is_alphanumeric) || !word.chars().all(is_word) {
            return None;
        }
        let is_quoted = |quote| written.len() >= 2 && written.starts_with(quote) && written.ends_with(quote);
        if written.contains(['\n', '\r']) {
            return None;
        }
        if is_quoted('"') || is_quoted('\'') {
            return Some(Self::replace(Span::new(span.start + 1, span.end - 1), word));
        }
        let is_plain = !written.is_empty() && !written.starts_with(['*', '&', '!', '|', '>', '"', '\'', '[', '{']);
        let is_null = matches!(word, "null" | "Null" | "NULL");
        (is_plain && !is_null).then(|| Self::replace(span, word))
    }
}

/// Edits of one text that do not overlap, in order.
#[derive(Debug, Clone, Default)]
pub struct Edits(BTreeSet<Edit>);

impl Edits {
    /// Takes in the edits of a fix, unless one of them touches an edit that is there already. One that is there
    /// already as it is counts as taken in.
    pub fn add(&mut self, fix: &Fix) -> bool {
        let is_apart = |edit: &Edit| {
            let before = self.0.range(..edit).next_back();
            let after = self.0.range(edit..).next();
            before.is_none_or(|before| before.span.end <= edit.span.start && before.span.start < edit.span.start)
                && after.is_none_or(|after| edit.span.end <= after.span.start && edit.span.start < after.span.start)
        };
        let fits = fix.edits.iter().all(|edit| self.0.contains(edit) || is_apart(edit));
        if fits {
            self.0.extend(fix.edits.iter().cloned());
        }
        fits
    }

    /// The text with all edits made.
    #[must_use]
    pub fn apply(&self, text: &str) -> String {
        let mut edited = String::with_capacity(text.len());
        let mut from = 0;
        for Edit { span, text: new } in &self.0 {
            edited.push_str(Span::new(from, span.start).slice(text));
            edited.push_str(new);
            from = span.end;
        }
        edited.push_str(Span::new(from, text.len()).slice(text));
        edited
    }

    /// Where a byte of the edited text stood before: for what an edit has put in, where that begins.
    #[must_use]
    pub fn origin(&self, offset: usize) -> usize {
        let mut grown = 0_usize; // What the edits up to here have put in …
        let mut gone = 0_usize; // … and taken out.
        for Edit { span, text } in &self.0 {
            let start = span.start + grown - gone;
            if offset < start {
                break;
            }
            if offset < start + text.len() {
                return span.start;
            }
            grown += text.len();
            gone += span.end - span.start;
        }
        offset + gone - grown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_goes_inside_the_quotes_and_never_in_the_place_of_a_name() {
        let mended = |written: &str, word: &str| {
            let fix = Fix::word(written, Span::new(0, written.len()), word)?;
            let mut edits = Edits::default();
            assert!(edits.add(&fix));
            Some(edits.apply(written))
        };
        assert_eq!(mended("chanel", "channel").as_deref(), Some("channel"));
        assert_eq!(mended("'chanel'", "channel").as_deref(), Some("'channel'"));
        assert_eq!(mended("\"chanel\"", "één-kanaal").as_deref(), Some("\"één-kanaal\""));
        assert_eq!(mended("'nul'", "null").as_deref(), Some("'null'"));
        for (written, word) in [("*chanel", "channel"), ("nul", "null"), ("a\nb", "c"), ("a", "b: c"), ("", "a")] {
            assert_eq!(mended(written, word), None, "{written}");
        }
    }

    #[test]
    fn edits_are_made_at_once_and_those_that_overlap_are_not_taken() {
        let mut edits = Edits::default();
        let add = |edits: &mut Edits, start, end, text: &str| edits.add(&Fix::replace(Span::new(start, end), text));
        assert!(add(&mut edits, 4, 5, "FIVE"));
        assert!(add(&mut edits, 1, 3, ""));
        assert!(add(&mut edits, 1, 3, ""), "the same once more");
        assert!(add(&mut edits, 6, 6, "!"));
        assert!(!add(&mut edits, 2, 3, "x") && !add(&mut edits, 0, 2, "x") && !add(&mut edits, 6, 6, "?"));
        assert_eq!(edits.apply("0123456789"), "03FIVE5!6789");
        let origins: Vec<_> = (0..=12).map(|offset| edits.origin(offset)).collect();
        assert_eq!(origins, [0, 3, 4, 4, 4, 4, 5, 6, 6, 7, 8, 9, 10]);
    }
}
