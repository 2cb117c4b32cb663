//! A line of a file as an author sees it, and how it should be written.

use crate::edit::Fix;
use crate::source::Span;

/// How much of a text a message shows, in characters.
const SHOWN: usize = 120;
/// How far a line is followed to either side, in bytes: nobody writes longer ones by hand.
const FARTHEST: usize = 20_000;

/// One line: `  - title: Pay # later`. All numbers are bytes of the whole text.
pub(super) struct Line {
    /// Where it begins.
    pub start: usize,
    /// Where it ends, its line ending left out.
    pub end: usize,
    /// Its first character that is not blank.
    pub indent: usize,
    /// What follows the `-`s of list items; where there are none, the same as `indent`.
    pub entry: usize,
    /// The colon behind the name of a field.
    pub colon: Option<usize>,
    /// Where the last list item begins, at its `-`.
    pub dash: Option<usize>,
}

impl Line {
    /// The line around a byte.
    pub fn at(text: &str, at: usize) -> Self {
        let at = text.floor_char_boundary(at);
        let first = text.floor_char_boundary(at.saturating_sub(FARTHEST));
        let after = &text[at..text.floor_char_boundary(at.saturating_add(FARTHEST))];
        let start = text[first..at].rfind(['\n', '\r']).map_or(first, |ending| first + ending + 1);
        let end = at + after.find(['\n', '\r']).unwrap_or(after.len());
        let body = &text[start..end];
        let indent = end - body.trim_start_matches(is_blank).len();
        let (mut entry, mut dash) = (indent, None);
        while let Some(rest) =
            text[entry..end].strip_prefix('-').filter(|rest| rest.starts_with(is_blank_or_end) || rest.is_empty())
        {
            dash = Some(entry);
            entry = end - rest.trim_start_matches(is_blank).len();
        }
        let colon = colon(&text[entry..end]).map(|colon| entry + colon);
        Self { start, end, indent, entry, colon, dash }
    }

    /// How far what follows the `-`s is from the beginning of the line, in characters that are all blanks and dashes.
    pub fn entry_column(&self) -> usize {
        self.entry - self.start
    }

    /// Whether it begins with what may be the name of a field, and not with a sentence.
    pub fn has_field_name(&self, text: &str) -> bool {
        self.colon.is_some_and(|colon| is_field_name(text[self.entry..colon].trim_matches(['"', '\''])))
    }
}

/// The colon that ends the name of a field.
fn colon(entry: &str) -> Option<usize> {
    let quote = entry.chars().next().filter(|first| matches!(first, '"' | '\''));
    let from = match quote {
        Some(quote) => closing_quote(entry, 0, quote)? + 1,
        None => 0,
    };
    let end = entry.find(" #").unwrap_or(entry.len());
    let rest = entry.get(from..end)?;
    let mut colons = rest.match_indices(':').map(|(at, _)| at);
    let at = colons.find(|at| rest[at + 1..].is_empty() || rest[at + 1..].starts_with(is_blank))?;
    let is_name = if quote.is_some() { rest[..at].trim().is_empty() } else { at > 0 && !entry.starts_with('#') };
    is_name.then_some(from + at)
}

/// Where the quotation that opens at `open` closes.
pub(super) fn closing_quote(text: &str, open: usize, quote: char) -> Option<usize> {
    let mut characters = text.get(open..)?.char_indices().skip(1).peekable();
    while let Some((offset, character)) = characters.next() {
        if character == '\\' && quote == '"' {
            characters.next();
        } else if character == quote {
            if quote == '\'' && characters.next_if(|(_, next)| *next == '\'').is_some() {
                continue;
            }
            return Some(open + offset);
        }
    }
    None
}

pub(super) const fn is_blank(character: char) -> bool {
    matches!(character, ' ' | '\t')
}

pub(super) const fn is_blank_or_end(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r')
}

/// Whether a word could be the name of a field or the id of a channel.
pub(super) fn is_field_name(word: &str) -> bool {
    word.starts_with(char::is_alphabetic) && word.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'))
}

pub(super) fn character_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// The character at a place; nothing at the end of the text.
pub(super) fn character_span(text: &str, at: usize) -> Span {
    Span::new(at, at + character_at(text, at).map_or(0, char::len_utf8))
}

/// Where the node begins that follows what was read up to `from`.
pub(super) fn node_start(text: &str, from: usize, in_brackets: bool) -> usize {
    let mut at = text.floor_char_boundary(from);
    loop {
        at = skip_blanks(text, at);
        let rest = &text[at..];
        let mut characters = rest.chars();
        let is_indicator = match characters.next() {
            Some(':') => at == from || in_brackets || characters.next().is_none_or(is_blank_or_end),
            Some('-' | '?') => characters.next().is_none_or(is_blank_or_end),
            Some(',') => in_brackets,
            _ => false,
        };
        if !is_indicator {
            return at;
        }
        at += 1;
    }
}

/// The `-` that begins the first item of the list behind `from`; marks and types may stand between.
pub(crate) fn next_dash(text: &str, from: usize) -> Option<usize> {
    let mut at = text.floor_char_boundary(from);
    loop {
        at = skip_blanks(text, at);
        let rest = &text[at..];
        match rest.chars().next()? {
            '-' => return Some(at),
            ':' | '?' => at += 1,
            '&' | '!' => at += rest.find(is_blank_or_end)?,
            _ => return None,
        }
    }
}

/// Where the `!type` of a node stands, between what was read before and the node itself.
pub(super) fn tag_start(text: &str, read_to: usize, node: usize) -> usize {
    let mut at = node_start(text, read_to, false);
    while at < node {
        match text[at..].chars().next() {
            Some('&') => at = skip_blanks(text, at + text[at..].find(is_blank_or_end).unwrap_or(1)),
            Some('!') => return at,
            _ => break,
        }
    }
    text.get(read_to..node).and_then(|between| between.find('!')).map_or(node, |offset| read_to + offset)
}

/// Skips blanks, line endings and comments.
pub(super) fn skip_blanks(text: &str, from: usize) -> usize {
    let mut at = from;
    loop {
        let rest = &text[at..];
        at = text.len() - rest.trim_start_matches(is_blank_or_end).len();
        let begins_comment = at == 0 || text[..at].ends_with(is_blank_or_end);
        if !(begins_comment && text[at..].starts_with('#')) {
            return at;
        }
        at += text[at..].find(['\n', '\r']).unwrap_or(text.len() - at);
    }
}

/// The line of `from` with the text from there in quotes. In brackets the text goes up to the next comma or bracket,
/// elsewhere to the end of the line, comments left out; `through` is part of it in any case.
pub(super) fn requoted(text: &str, from: usize, through: usize, in_brackets: bool) -> String {
    rewritten(text, extent(text, from, through, in_brackets))
}

/// Quotes around the text from there on, if it is all on one line.
pub(super) fn in_quotes(text: &str, from: usize, through: usize, in_brackets: bool) -> Option<Fix> {
    let span = extent(text, from, through, in_brackets);
    let value = span.slice(text).trim_end();
    let is_ended = is_at_end(text, span.end) != in_brackets || text[span.end..].starts_with(" #");
    let may_go_on = !is_ended || (!in_brackets && is_continued(text, from));
    let is_one_line = !value.is_empty() && !value.contains(['\n', '\r']) && !may_go_on;
    is_one_line.then(|| Fix::replace(Span::new(from, from + value.len()), quoted(value)))
}

/// Whether a line ends there: a very long one is not followed to its end.
pub(super) fn is_at_end(text: &str, at: usize) -> bool {
    text[at..].chars().next().is_none_or(|next| matches!(next, '\n' | '\r'))
}

/// Whether the lines below the one around `at` go on with its text: the next that is not empty is indented deeper.
fn is_continued(text: &str, at: usize) -> bool {
    let line = Line::at(text, at);
    let column = match (line.colon, line.dash) {
        (Some(_), _) => line.entry_column(),
        (None, Some(dash)) => dash - line.start,
        (None, None) => line.indent - line.start,
    };
    let below = text[line.end..].trim_start_matches(is_blank_or_end);
    let next = Line::at(text, text.len() - below.len());
    !below.is_empty() && !below.starts_with('#') && next.indent - next.start > column
}

fn extent(text: &str, from: usize, through: usize, in_brackets: bool) -> Span {
    let through = through.max(from);
    let rest = &text[through..Line::at(text, through).end];
    let stop = if in_brackets { rest.find([',', ']', '}']) } else { rest.find(" #") };
    Span::new(from, through + stop.unwrap_or(rest.len()))
}

/// The line of `span` with what it covers in quotes, comments left out.
pub(super) fn rewritten(text: &str, span: Span) -> String {
    let line = Line::at(text, span.start);
    let before = text.get(line.indent..span.start).unwrap_or_default();
    let after = text.get(span.end..Line::at(text, span.end).end).unwrap_or_default();
    let after = after.find(" #").map_or(after, |comment| &after[..comment]).trim_end();
    let words = span.slice(text).split(['\n', '\r']).map(str::trim).filter(|part| !part.is_empty());
    let value = words.collect::<Vec<_>>().join(" ");
    let shown = shortened(&value);
    let after = if shown.len() < value.len() { "" } else { after };
    format!("{}{}{}", shortened(before), quoted(&shown), shortened(after))
}

/// The text in the quotes that suit it.
pub(super) fn quoted(text: &str) -> String {
    if text.contains(['"', '\\']) && !text.contains('\'') {
        format!("'{text}'")
    } else {
        format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
    }
}

/// No more of a text than a message can show.
pub(super) fn shortened(text: &str) -> std::borrow::Cow<'_, str> {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]).into(),
        None => text.into(),
    }
}
