//! Slips with quotes: not closed, closed too early, and what a backslash does in them.

use super::line::{
    Line, character_at, character_span, closing_quote, is_at_end, is_blank, is_blank_or_end, quoted, shortened,
    skip_blanks,
};
use super::{Problem, Stumble, brackets};
use crate::edit::Fix;
use crate::source::Span;

/// A quotation that does not end.
pub(super) fn unclosed(stumble: &Stumble<'_>, at: usize) -> Problem {
    let text = stumble.text;
    let Some((open, _)) = last_quotation(text, stumble.node(), at) else {
        return Problem::new(Span::new(at, at), "a quotation is not closed", "look for a quote without its pair");
    };
    if is_apostrophe(text, open) {
        return apostrophe(stumble, open);
    }
    let quote = &text[open..=open];
    let line = Line::at(text, open);
    let next = Line::at(text, at);
    let goes_on = closing_quote(text, open, if quote == "'" { '\'' } else { '"' })
        .is_some_and(|close| close < next.end && next.colon.is_none() && next.dash.is_none() && next.start > open);
    if goes_on {
        return Problem::new(
            Span::new(next.indent, next.end),
            "this line continues a text in quotes and must be indented deeper than the field of the text",
            "indent it by two blanks more, or write the text in one line",
        );
    }
    let before = &text[line.indent..open];
    let rest = text[open + 1..line.end].trim_end();
    let (inner, after) = match stumble.bracket_around(open).and_then(|_| rest.find([',', ']', '}'])) {
        Some(end) => rest.split_at(end),
        None => (rest, ""),
    };
    Problem::new(
        Span::new(open, open + 1),
        format!("the quotation that this `{quote}` opens is not closed"),
        format!("close it: `{}{quote}{}{quote}{after}`", shortened(before), shortened(inner)),
    )
}

/// More text behind a closing quote.
pub(super) fn goes_on(stumble: &Stumble<'_>, at: usize) -> Problem {
    let text = stumble.text;
    let Some((open, Some(close))) = last_quotation(text, stumble.node(), at) else { return unclosed(stumble, at) };
    if is_apostrophe(text, open) {
        return apostrophe(stumble, open);
    }
    let line = Line::at(text, open);
    if close > line.end {
        // The quote that closes it was meant to open the next.
        return unclosed(stumble, line.end);
    }
    let in_brackets = stumble.bracket_around(open).is_some();
    if in_brackets && matches!(character_at(text, at), Some('"' | '\'')) {
        return brackets::comma(at);
    }
    let quote = &text[open..=open];
    let value = text[open..line.end].trim_end();
    let before = shortened(&text[line.indent..open]);
    if !in_brackets && value.len() > close - open + 1 && value.ends_with(quote) {
        let inner = &value[1..value.len() - 1];
        return Problem::new(
            Span::new(close, close + 1),
            format!("this `{quote}` closes the quotation, in the middle of the text"),
            format!("write `{before}{}`", quoted(&shortened(inner))),
        )
        .fix(is_at_end(text, line.end).then(|| Fix::replace(Span::new(open, open + value.len()), quoted(inner))));
    }
    Problem::new(
        if in_brackets { character_span(text, at) } else { Span::new(at, (open + value.len()).max(at)) },
        format!("the text goes on behind the closing `{quote}`"),
        format!("put the whole text in quotes: `{}`", stumble.quoted(open, at)),
    )
    .fix(stumble.in_quotes(open, at))
}

/// A backslash that begins no special character.
pub(super) fn escape(stumble: &Stumble<'_>, open: usize) -> Problem {
    let text = stumble.text;
    let span = bad_escape(text, open).unwrap_or(Span::new(open, open + 1));
    let line = Line::at(text, open);
    let inner = match closing_quote(text, open, '"') {
        Some(close) => &text[open + 1..close.min(line.end)],
        None => &text[open + 1..line.end],
    };
    let written = if inner.contains('\'') {
        format!("\"{}\"", shortened(&inner.replace('\\', "\\\\")))
    } else {
        format!("'{}'", shortened(inner))
    };
    Problem::new(
        span,
        format!("a backslash in double quotes begins a special character, and `{}` is none", span.slice(text)),
        format!("if a backslash is meant, write `{}{written}`", shortened(&text[line.indent..open])),
    )
}

/// `'s ochtends`, `'t Is`, `'n klant`: an apostrophe, not a quotation.
fn is_apostrophe(text: &str, open: usize) -> bool {
    let Some(rest) = text[open..].strip_prefix('\'') else { return false };
    let letters = rest.find(|character: char| !character.is_alphabetic()).unwrap_or(rest.len());
    (1..=2).contains(&letters) && rest[letters..].starts_with(is_blank)
}

fn apostrophe(stumble: &Stumble<'_>, open: usize) -> Problem {
    Problem::new(
        Span::new(open, open + 1),
        "the text begins with an apostrophe (`'`), which opens a quotation",
        format!("put it in double quotes: `{}`", stumble.quoted(open, open)),
    )
    .fix(stumble.in_quotes(open, open))
}

/// The last quotation that opens between `from` and `at`, and where it closes.
fn last_quotation(text: &str, from: usize, at: usize) -> Option<(usize, Option<usize>)> {
    let mut last = None;
    let mut position = from;
    let mut is_start = true;
    while position < text.len() && position <= at {
        let character = character_at(text, position)?;
        match character {
            '"' | '\'' if is_start => {
                let close = closing_quote(text, position, character);
                last = Some((position, close));
                let Some(close) = close else { break };
                position = close + 1;
                is_start = false;
                continue;
            }
            '[' | '{' | ',' | ':' => is_start = true,
            '&' | '!' if is_start => {
                position += text[position..].find([' ', '\t', '\n', '\r']).unwrap_or(text.len() - position);
                continue;
            }
            _ if is_blank_or_end(character) => {
                position = skip_blanks(text, position);
                continue;
            }
            _ => is_start = false,
        }
        position += character.len_utf8();
    }
    last
}

/// The first escape in double quotes that YAML does not know, or that is not complete.
fn bad_escape(text: &str, open: usize) -> Option<Span> {
    let mut at = open + 1;
    loop {
        at += text.get(at..)?.find(['\\', '"'])?;
        let mut characters = text[at..].chars();
        if characters.next() == Some('"') {
            return None;
        }
        let kind = characters.next()?;
        let digits = match kind {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            '0' | 'a' | 'b' | 't' | '\t' | 'n' | 'v' | 'f' | 'r' | 'e' | ' ' | '"' | '/' | '\\' | 'N' | '_' | 'L'
            | 'P' | '\n' | '\r' => 0,
            _ => return Some(Span::new(at, at + 1 + kind.len_utf8())),
        };
        let mut end = at + 2 + digits;
        if digits > 0 {
            let code = hexadecimal(text, at + 2, end);
            // Two escapes may make one character between them: a high surrogate and a low one.
            let is_high = code.is_some_and(|code| (0xd800..0xdc00).contains(&code));
            let low = hexadecimal(text, end + 2, end + 6)
                .filter(|_| text.get(end..).is_some_and(|rest| rest.starts_with("\\u")));
            if is_high && low.is_some_and(|code| (0xdc00..0xe000).contains(&code)) {
                end += 6;
            } else if code.and_then(char::from_u32).is_none() {
                return Some(Span::new(at, at + 2));
            }
        }
        at = end;
    }
}

fn hexadecimal(text: &str, from: usize, to: usize) -> Option<u32> {
    text.get(from..to).and_then(|digits| u32::from_str_radix(digits, 16).ok())
}
