//! The YAML reader's errors in the words of an author: which character did it, and the line as it should be.

use granit_parser::ScanError;

use super::Problem;
use crate::source::Span;

/// What the reader stumbled on, at the place of the slip.
pub(super) fn translate(text: &str, error: &ScanError) -> Problem {
    let at = error.marker().byte_offset().unwrap_or_default().min(text.len());
    Problem { span: Span::new(at, at), message: format!("this is not YAML: {}", error.info()), help: None }
}

/// A `*name` that nothing defines: mostly a text that begins with an asterisk.
pub(super) fn unknown_alias(text: &str, span: Span, name: &str) -> Problem {
    let _ = text;
    Problem::new(
        span,
        format!("`*{name}` repeats something that is not defined"),
        "to begin a text with `*`, put it in double quotes",
    )
}

/// A `!tag`: mostly a text that begins with an exclamation mark.
pub(super) fn tag(text: &str, span: Span) -> Problem {
    let _ = text;
    Problem::new(span, "type tags (`!…`) have no meaning here", "to begin a text with `!`, put it in double quotes")
}

/// A `<<` key.
pub(super) fn merge_key(span: Span) -> Problem {
    Problem::new(
        span,
        "merge keys (`<<`) are not supported",
        "write the fields out, or repeat a whole value with `&name` and `*name`",
    )
}
