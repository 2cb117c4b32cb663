//! Slips with brackets: not closed, closed by another, and what stands between them.

use super::line::{Line, character_at, character_span, closing_quote, shortened};
use super::{Problem, Stumble, beginning};
use crate::source::Span;

/// A bracket without its pair.
pub(super) fn unclosed(stumble: &Stumble<'_>, open: usize) -> Problem {
    let text = stumble.text;
    let bracket = character_at(text, open).unwrap_or('[');
    let close = if bracket == '[' { ']' } else { '}' };
    let line = Line::at(text, open);
    let shown = shortened(text[line.indent..line.end].trim_end());
    Problem::new(
        Span::new(open, open + 1),
        format!("the bracket that this `{bracket}` opens is not closed"),
        format!(
            "close it: `{shown}{close}`; or, if a text begins with it, put the text in quotes: `{}`",
            super::requoted(text, open, open, false)
        ),
    )
}

/// A bracket that is closed by one of the other kind.
pub(super) fn mismatched(at: usize, open: char, close: char) -> Problem {
    let wanted = if open == '[' { ']' } else { '}' };
    Problem::new(
        Span::new(at, at + 1),
        format!("the bracket that this `{open}` opens is closed by `{close}`"),
        format!("close it with `{wanted}`"),
    )
}

/// A closing bracket that closes nothing.
pub(super) fn superfluous(stumble: &Stumble<'_>, at: usize) -> Problem {
    let text = stumble.text;
    if stumble.node() == at && stumble.right_before(at).is_none() && Line::at(text, at).entry < at {
        return beginning(stumble, at);
    }
    let bracket = text.get(at..=at).unwrap_or_default();
    Problem::new(
        Span::new(at, at + 1),
        format!("this `{bracket}` closes nothing"),
        "take it out, or look for the opening bracket that is missing",
    )
}

/// Two values in brackets without a comma between.
pub(super) fn comma(at: usize) -> Problem {
    Problem::new(Span::new(at, at + 1), "a comma is missing before this", "separate what stands in brackets by commas")
}

/// Something in brackets that the reader could not make out.
pub(super) fn inside(stumble: &Stumble<'_>, open: usize, at: usize) -> Problem {
    let text = stumble.text;
    if !is_closed(text, open) || leaves(text, open, at) {
        return unclosed(stumble, open);
    }
    let span = character_span(text, at);
    match character_at(text, at) {
        Some(':') => {
            let value = item_start(text, open, at);
            Problem::new(
                span,
                "this colon makes a field of the words before it, in the middle of a text",
                format!("put the text in quotes: `{}`", super::requoted(text, value, at, true)),
            )
        }
        Some('-') => Problem::new(
            span,
            "in brackets items are separated by commas, not begun by `-`",
            "take the brackets out, or the dashes",
        ),
        _ => Problem::new(
            span,
            "this cannot stand here in brackets",
            "put texts that hold `[`, `]`, `{`, `}`, a comma or a colon in quotes, and separate them by commas",
        ),
    }
}

/// Where the item of a bracketed list begins that `at` is in, behind a field's name if it has one.
fn item_start(text: &str, open: usize, at: usize) -> usize {
    let before = text.get(open + 1..at).unwrap_or_default();
    let start = before.rfind(['[', '{', ',']).map_or(0, |offset| offset + 1);
    let start = before[start..].find(": ").map_or(start, |offset| start + offset + 1);
    open + 1 + start + (before.len() - start - before[start..].trim_start().len())
}

/// Whether the bracket at `open` is closed anywhere.
fn is_closed(text: &str, open: usize) -> bool {
    let mut depth = 0_usize;
    let mut at = open;
    let mut is_start = true;
    while let Some(character) = character_at(text, at) {
        match character {
            '[' | '{' => {
                depth += 1;
                is_start = true;
            }
            ']' | '}' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return true;
                }
            }
            '"' | '\'' if is_start => match closing_quote(text, at, character) {
                Some(close) => at = close,
                None => return false,
            },
            ',' | ':' => is_start = true,
            _ => is_start = is_start && character.is_whitespace(),
        }
        at += character.len_utf8();
    }
    false
}

/// Whether a line between `open` and `at` begins a field or an item no deeper than the line of the bracket.
fn leaves(text: &str, open: usize, at: usize) -> bool {
    let line = Line::at(text, open);
    let mut next = line.end + 1;
    while next <= at {
        let inner = Line::at(text, next);
        let is_outside = inner.indent - inner.start <= line.indent - line.start;
        if is_outside && inner.indent < inner.end && (inner.colon.is_some() || inner.dash.is_some()) {
            return true;
        }
        next = inner.end + 1;
    }
    false
}
