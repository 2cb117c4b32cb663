//! What YAML allows and the format does not, and marks and names that are mostly the beginning of a text.

use std::collections::HashSet;

use super::line::{self, Line, rewritten, shortened};
use crate::edit::Fix;
use crate::source::Span;
use crate::yaml::{MAX_DEPTH, Problem};

/// Collections that nest too deep, at the first that is one too many.
pub(in crate::yaml) fn too_deep(span: Span) -> Problem {
    Problem::new(
        span,
        format!("nested deeper than {MAX_DEPTH} levels"),
        "a journey map needs about ten levels: look for brackets that are not closed",
    )
}

/// A second document in one file.
pub(in crate::yaml) fn second_document(text: &str, span: Span) -> Problem {
    let line = Line::at(text, span.start);
    let help = if span.slice(text) == "---" {
        "a journey file holds one: put the second in a file of its own; if `---` is only a divider, take it out"
    } else {
        "a journey file holds one: put the second in a file of its own, or take out the line `...` above"
    };
    Problem::new(Span::new(span.start, span.end.max(line.end)), "a second YAML document begins here", help)
}

/// A `*name` that nothing defines: mostly a text that begins with an asterisk.
pub(in crate::yaml) fn unknown_alias(text: &str, span: Span, name: &str, is_any_known: bool) -> Problem {
    Problem::new(
        span,
        format!("`*{name}` repeats what is marked `&{name}`, and nothing above is"),
        format!("to begin a text with `*`, put it in quotes: `{}`", rewritten(text, span)),
    )
    .fix(if is_any_known { None } else { Some(Fix::replace(span, line::quoted(span.slice(text)))) })
}

/// A `*name` inside what `&name` marks.
pub(in crate::yaml) fn alias_of_itself(text: &str, span: Span) -> Problem {
    Problem::new(
        span,
        format!("`{}` stands inside the very thing it repeats", span.slice(text)),
        "write out here what is meant",
    )
}

/// A `&name` that swallows the first word of a text.
pub(in crate::yaml) fn unused_anchor(text: &str, span: Span, node: Span) -> Problem {
    let anchor = span.slice(text);
    let name = anchor.trim_start_matches('&');
    Problem::new(
        span,
        format!("`{anchor}` is not part of the text: it marks it for repeating by `*{name}`, which nowhere happens"),
        format!(
            "if it is meant as text, put it in quotes: `{}`",
            rewritten(text, Span::new(span.start, node.end.max(span.end)))
        ),
    )
}

/// A `!tag`: mostly a text that begins with an exclamation mark.
pub(in crate::yaml) fn tag(text: &str, read_to: usize, node: Span, is_plain: bool) -> Problem {
    let start = line::tag_start(text, read_to, node.start);
    let end =
        text.get(start..node.start).map_or(start, |tag| start + tag.find(char::is_whitespace).unwrap_or(tag.len()));
    let span = Span::new(start, end);
    let message =
        format!("`{}` is not part of what follows: `!` begins a type, which has no meaning here", span.slice(text));
    let help = if is_plain {
        format!("if it is meant as text, put it in quotes: `{}`", rewritten(text, Span::new(start, node.end.max(end))))
    } else {
        format!("take `{}` out", span.slice(text))
    };
    // `!!str` is a type of YAML's own, and is meant as one.
    let is_text = is_plain && !span.slice(text).starts_with("!!");
    let whole = Span::new(start, node.end.max(end));
    let is_one_line = !whole.slice(text).contains(['\n', '\r']);
    Problem::new(span, message, help)
        .fix((is_text && is_one_line).then(|| Fix::replace(whole, line::quoted(whole.slice(text)))))
}

/// A `<<` key.
pub(in crate::yaml) fn merge_key(span: Span) -> Problem {
    Problem::new(
        span,
        "merge keys (`<<`) are not supported",
        "write the fields out, or repeat a whole value by `&name` and `*name`",
    )
}

/// A `-title` key.
pub(in crate::yaml) fn glued_dash(text: &str, span: Span) -> Problem {
    let line = Line::at(text, span.start);
    Problem::new(
        Span::new(span.start, span.start + 1),
        "a blank is missing after the `-`",
        format!("write `- {}`", shortened(text.get(span.start + 1..line.end).unwrap_or_default().trim_end())),
    )
    .fix(Some(Fix::insert(span.start + 1, " ")))
}

/// The names behind `from` that are repeated by `*name`, or that look so.
pub(in crate::yaml) fn aliases(text: &str, from: usize) -> HashSet<&str> {
    let rest = text.get(from..).unwrap_or_default();
    let names = rest.split('*').skip(1);
    names.map(|name| name.split([' ', '\t', '\n', '\r', ',', '[', ']', '{', '}']).next().unwrap_or_default()).collect()
}
