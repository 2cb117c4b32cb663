//! The tokens of a `journey` diagram, exactly as Mermaid's own lexer cuts them: of its patterns, in their order, the first
//! that fits wins.
//!
//! Source: Mermaid 11, `user-journey/parser/journey.jison`.

use std::ops::Range;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The word `journey`.
    Journey,
    /// One or more line breaks.
    Newline,
    /// `title …`.
    Title,
    /// The value of `accTitle:`.
    AccTitle,
    /// The value of `accDescr:` or `accDescr {…}`.
    AccDescr,
    /// `section …`.
    Section,
    /// What stands before the first colon of a task.
    TaskName,
    /// What stands behind it, with the colon.
    TaskData,
    /// `# …` or `% …`; the grammar never sees it.
    Comment,
    /// What the grammar has no place for.
    Invalid,
}

/// A token, and the part of the text that is its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) value: Range<usize>,
}

/// Cuts a text into tokens.
#[derive(Debug)]
pub(super) struct Lexer<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Lexer<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    /// Where the next token begins.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// Goes on at another place.
    pub(super) fn skip_to(&mut self, at: usize) {
        self.at = at;
    }

    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    /// A token of the next `length` bytes whose value begins `skipped` bytes in.
    fn token(&mut self, kind: Kind, skipped: usize, length: usize) -> Token {
        let start = self.at;
        self.at += length;
        Token { kind, value: start + skipped..start + length }
    }

    /// What follows `accTitle:` or `accDescr:`: the rest of the line on which the first text stands.
    fn value_line(&mut self, kind: Kind, skipped: usize) -> Token {
        let length = skipped + line_length(&self.rest()[skipped..]);
        self.token(kind, skipped, length)
    }

    fn braces(&mut self, skipped: usize) -> Token {
        let inside = &self.rest()[skipped..];
        let length = inside.find('}').unwrap_or(inside.len());
        let token = self.token(Kind::AccDescr, skipped, skipped + length);
        self.at += usize::from(self.rest().starts_with('}'));
        token
    }
}

impl Iterator for Lexer<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        loop {
            let rest = self.rest();
            let first = rest.chars().next()?;
            if (first == '%' && !rest.starts_with("%{"))
                || first == '#'
                || (first != '}' && rest[first.len_utf8()..].starts_with("%%"))
            {
                // The third pattern takes the character before `%%` as well, be it a line break.
                let length = first.len_utf8() + line_length(&rest[first.len_utf8()..]);
                return Some(self.token(Kind::Comment, 0, length));
            }
            if first == '\n' {
                let length = rest.len() - rest.trim_start_matches('\n').len();
                return Some(self.token(Kind::Newline, 0, length));
            }
            if is_blank(first) {
                self.at += rest.len() - rest.trim_start_matches(is_blank).len();
                continue;
            }
            if let Some(behind) = word(rest, "journey")
                && !behind.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_')
            {
                return Some(self.token(Kind::Journey, 0, "journey".len()));
            }
            if let Some((skipped, length)) = named(rest, "title", "#\n;") {
                return Some(self.token(Kind::Title, skipped, length));
            }
            if let Some(skipped) = accessible(rest, "accTitle", ':') {
                return Some(self.value_line(Kind::AccTitle, skipped));
            }
            if let Some(skipped) = accessible(rest, "accDescr", ':') {
                return Some(self.value_line(Kind::AccDescr, skipped));
            }
            if let Some(skipped) = accessible(rest, "accDescr", '{') {
                return Some(self.braces(skipped));
            }
            if let Some((skipped, length)) = named(rest, "section", "#:\n;") {
                return Some(self.token(Kind::Section, skipped, length));
            }
            let (kind, length) = match first {
                ':' => (Kind::TaskData, 1 + until(&rest[1..], "#\n;")),
                _ => (Kind::TaskName, until(rest, "#:\n;")),
            };
            let kind = if length > usize::from(first == ':') { kind } else { Kind::Invalid };
            return Some(self.token(kind, 0, length.max(first.len_utf8())));
        }
    }
}

/// What JavaScript's `\s` takes for blank.
fn is_blank(c: char) -> bool {
    (c.is_whitespace() && c != '\u{85}') || c == '\u{feff}'
}

fn line_length(text: &str) -> usize {
    text.find('\n').unwrap_or(text.len())
}

fn until(text: &str, stops: &str) -> usize {
    text.find(|c| stops.contains(c)).unwrap_or(text.len())
}

/// What stands behind a word, whose case does not matter.
fn word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let (start, behind) = text.split_at_checked(word.len())?;
    start.eq_ignore_ascii_case(word).then_some(behind)
}

/// The length of a word with a blank, and of both with the text behind them up to one of `stops`.
fn named(text: &str, name: &str, stops: &str) -> Option<(usize, usize)> {
    let behind = word(text, name)?;
    let skipped = name.len() + behind.chars().next().filter(|c| is_blank(*c))?.len_utf8();
    let length = until(&text[skipped..], stops);
    (length > 0).then_some((skipped, skipped + length))
}

/// The length of a word and a sign, with blanks and line breaks around it.
fn accessible(text: &str, name: &str, sign: char) -> Option<usize> {
    let behind = word(text, name)?.trim_start_matches(is_blank).strip_prefix(sign)?;
    Some(text.len() - behind.trim_start_matches(is_blank).len())
}
