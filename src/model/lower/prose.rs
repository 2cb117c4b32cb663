//! Human text that YAML reads as something else: sentences with a colon, a `#` or a comma.

use std::borrow::Cow;

use super::{Lowering, Written};
use crate::diagnostic::{Diagnostic, shape};
use crate::edit::Fix;
use crate::source::Span;
use crate::yaml::{Kind, Node};

impl<'d> Lowering<'d> {
    /// A text that ends at ` #`, with a word right behind it, was meant to go on.
    pub(super) fn check_cut(&mut self, written: &Written<'_>, is_text: bool) {
        let Some(comment) = self.document.comment_right_after(written.span).filter(|_| written.plain) else { return };
        let cut = comment.slice(self.text);
        if cut[1..].starts_with(char::is_alphanumeric) {
            let finding = Diagnostic::new(
                shape::CUT_TEXT,
                written.span,
                format!("the text ends here: `{cut}` counts as a comment, because a blank and `#` begin one"),
            );
            // `bill #7` is a number; `online #later` may be a note.
            let end = cut.find(" #").map_or(cut.len(), |second| cut[..second].trim_end().len());
            let whole = Span::new(written.span.start, comment.start + end);
            let is_number = cut[1..].starts_with(char::is_numeric);
            let fix = is_text.then(|| in_quotes(self.text, whole)).flatten().filter(|_| is_number);
            let help = format!("put the text in quotes: {}", quoted(&format!("{} {cut}", written.text)));
            self.report(finding.help(help).fix(fix));
        }
    }

    /// The text that stands where a value belongs and counts as a comment: `title: #1 of all complaints`.
    pub(super) fn swallowed(&self, at: usize) -> Option<&'d str> {
        let comment = self.document.comment_instead_of_value(at, self.text)?.slice(self.text);
        comment.get(1..)?.starts_with(char::is_alphanumeric).then_some(comment)
    }

    /// The sentence that a colon has made a mapping of: one bare sentence in eight.
    pub(super) fn sentence(&self, node: Node<'d>) -> Option<Written<'d>> {
        let mut entries = node.entries();
        let ((key, value), None) = (entries.next()?, entries.next()) else { return None };
        let is_plain = |node: Node<'_>| matches!(node.kind(), Kind::Scalar { plain: true, .. } | Kind::Empty);
        let span = Span::new(key.span().start, value.span().end.max(key.span().end));
        let text = span.slice(self.text);
        (is_plain(key) && is_plain(value) && text.contains(' ') && !text.contains('\n')).then(|| Written {
            text: text.into(),
            plain: true,
            span,
        })
    }

    pub(super) fn report_sentence(&mut self, written: &Written<'_>) {
        let message = "the colon followed by a blank makes a mapping of this text";
        let finding = Diagnostic::new(shape::WRONG_TYPE, written.span, message);
        let fix = in_quotes(self.text, written.span);
        self.report(finding.help(format!("put the text in quotes: {}", quoted(&written.text))).fix(fix));
    }

    /// A sentence that a comma has split in two: `[Prices are hidden, behind a form]`.
    pub(super) fn check_split(&mut self, node: Node<'d>) {
        if !node.is_flow_sequence() {
            return;
        }
        let words = |item: Node<'d>| match item.kind() {
            Kind::Scalar { text, plain: true } => Some(text),
            _ => None,
        };
        let items: Vec<_> = node.items().collect();
        for pair in items.windows(2) {
            let (Some(first), Some(second)) = (words(pair[0]), words(pair[1])) else { continue };
            let is_split = first.starts_with(char::is_uppercase)
                && first.contains(' ')
                && second.starts_with(char::is_lowercase)
                && second.contains(' ');
            if is_split {
                let finding = Diagnostic::new(
                    shape::CUT_TEXT,
                    pair[1].span(),
                    "the comma begins a new item of the list in the middle of a sentence",
                );
                self.report(
                    finding
                        .help(format!("put the sentence in quotes: {}", quoted(&format!("{first}, {second}"))))
                        .related(pair[0].span(), "the sentence begins here"),
                );
                return;
            }
        }
    }
}

/// Quotes around what stands at `span` on one line.
fn in_quotes(text: &str, span: Span) -> Option<Fix> {
    let written = span.slice(text);
    (!written.is_empty() && !written.contains(['\n', '\r'])).then(|| Fix::replace(span, quoted(written)))
}

/// `title:Pay`: the field that a plain text begins with for want of a blank after the colon, and its value.
pub(super) fn glued<'d>(node: Node<'d>, fields: &[&str]) -> Option<(&'d str, &'d str)> {
    let Kind::Scalar { text, plain: true } = node.kind() else { return None };
    text.split_once(':').filter(|(field, value)| fields.contains(field) && value.starts_with(char::is_alphanumeric))
}

/// The text in double quotes, as YAML reads it.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

pub(super) fn quote_if_needed(text: &str) -> Cow<'_, str> {
    if text.contains([':', '#', '\'', '"', '[', '{']) { quoted(text).into() } else { text.into() }
}
