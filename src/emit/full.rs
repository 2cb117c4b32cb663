//! Findings with the lines they speak of, for people at a terminal.

use std::io::{self, Write};

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level as Title, Origin, Renderer, Snippet};

use super::Emitter;
use crate::diagnostic::{Diagnostic, Label, Level};
use crate::lint::Report;
use crate::source::{LineIndex, Source, Span};
use crate::text::{is_unprintable, printable};

/// Lines longer than this, in bytes, are named but not shown.
const LONGEST_LINE: usize = 1_000;

/// The full format.
#[derive(Debug, Clone, Copy)]
pub struct Full {
    /// Whether to use colour.
    pub color: bool,
    /// How wide the terminal is, in columns.
    pub width: usize,
}

impl Emitter for Full {
    fn emit(&self, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        let renderer = if self.color { Renderer::styled() } else { Renderer::plain() };
        let renderer = renderer.decor_style(DecorStyle::Ascii).term_width(self.width);
        for file in &report.files {
            let lines = LineIndex::new(&file.source.text);
            for finding in &file.diagnostics {
                writeln!(out, "{}\n", renderer.render(&[group(&file.source, &lines, finding)]))?;
            }
        }
        Ok(())
    }
}

fn group<'a>(source: &'a Source, lines: &LineIndex<'_>, finding: &'a Diagnostic) -> Group<'a> {
    let title = match finding.level {
        Level::Error => Title::ERROR,
        Level::Warn => Title::WARNING.with_name("warn"),
        Level::Info | Level::Off => Title::INFO,
    };
    let mut group = Group::with_title(title.primary_title(printable(&finding.message)).id(finding.rule));
    for excerpt in excerpts(lines, finding) {
        let path = printable(&source.name);
        let text = excerpt.line.slice(&source.text);
        if text.len() > LONGEST_LINE {
            let first = lines.position(excerpt.labels[0].0.span.start);
            group = group.element(Origin::path(path).line(first.line).char_column(first.column));
            continue;
        }
        let shown = Shown::new(text);
        let annotations = excerpt.labels.iter().map(|(label, is_primary)| {
            let kind = if *is_primary { AnnotationKind::Primary } else { AnnotationKind::Context };
            let span = shown.span(excerpt.line, label.span);
            let text = (!label.text.is_empty()).then(|| printable(&label.text));
            kind.span(span.start..span.end).label(text)
        });
        let annotations: Vec<_> = annotations.collect();
        let snippet = Snippet::source(shown.text).line_start(excerpt.number).annotations(annotations);
        group = group.element(snippet.path(path));
    }
    match &finding.help {
        Some(help) => group.element(Title::HELP.message(printable(help))),
        None => group,
    }
}

/// One line of the text and the labels that begin on it.
struct Excerpt<'a> {
    number: usize,
    line: Span,
    labels: Vec<(&'a Label, bool)>,
}

/// The lines a finding speaks of, its own first.
fn excerpts<'a>(lines: &LineIndex<'_>, finding: &'a Diagnostic) -> Vec<Excerpt<'a>> {
    let labels = std::iter::once((&finding.primary, true)).chain(finding.related.iter().map(|label| (label, false)));
    let mut excerpts: Vec<Excerpt<'_>> = Vec::new();
    for (label, is_primary) in labels {
        let number = lines.position(label.span.start).line;
        if let Some(excerpt) = excerpts.iter_mut().find(|excerpt| excerpt.number == number) {
            excerpt.labels.push((label, is_primary));
        } else {
            let line = lines.line(number).unwrap_or_default();
            excerpts.push(Excerpt { number, line, labels: vec![(label, is_primary)] });
        }
    }
    excerpts
}

/// A line as it is safe to show: each character that a terminal would obey has become one that it shows.
struct Shown {
    text: String,
    /// For each byte of the line, and its end, the byte of `text` that stands for it.
    offsets: Vec<usize>,
}

impl Shown {
    fn new(line: &str) -> Self {
        let mut text = String::with_capacity(line.len());
        let mut offsets = Vec::with_capacity(line.len() + 1);
        for (at, c) in line.char_indices() {
            offsets.resize(at + c.len_utf8(), text.len()); // Every byte of a character is the character.
            text.push(if c == '\t' || !is_unprintable(c) { c } else { '\u{fffd}' });
        }
        offsets.push(text.len());
        Self { text, offsets }
    }

    /// Where a span of the source lies in the line as it is shown; what lies outside is cut off.
    fn span(&self, line: Span, span: Span) -> Span {
        let place = |offset: usize| {
            let at = offset.saturating_sub(line.start).min(line.end - line.start);
            self.offsets.get(at).copied().unwrap_or(self.text.len())
        };
        Span::new(place(span.start), place(span.end.max(span.start)))
    }
}
