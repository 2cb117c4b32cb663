//! What every format for other programs says of a finding: where it is, and what it is known by.

use crate::diagnostic::Diagnostic;
use crate::identity::{Identified, Identity, identities};
use crate::lint::{Linted, Report};
use crate::source::{LineIndex, Position, Source, Span};
use crate::suppress::Suppressed;

/// A file of a report with its findings.
pub(super) struct File<'r> {
    pub(super) source: &'r Source,
    pub(super) lines: LineIndex<'r>,
    /// All of them in the order of the text.
    pub(super) entries: Vec<Entry<'r>>,
}

/// A finding.
pub(super) struct Entry<'r> {
    pub(super) finding: &'r Diagnostic,
    pub(super) identity: Identity,
    /// The how many-th it is of those that are the same in all that makes an identity, from 1.
    pub(super) count: usize,
    /// What keeps it quiet, if anything does.
    pub(super) suppressed: Option<&'r Suppressed>,
    /// The span of its primary label, as people count.
    pub(super) region: Region,
}

/// A span as people count it: up to, and without, `end`.
#[derive(Clone, Copy)]
pub(super) struct Region {
    pub(super) start: Position,
    pub(super) end: Position,
}

/// Every file of the report with every finding, in order.
pub(super) fn files(report: &Report) -> Vec<File<'_>> {
    report.files.iter().map(File::new).collect()
}

impl<'r> File<'r> {
    fn new(file: &'r Linted) -> Self {
        let lines = LineIndex::new(&file.source.text);
        let entry = |((finding, suppressed), identified): ((&'r Diagnostic, _), Identified)| Entry {
            finding,
            identity: identified.identity,
            count: identified.count,
            suppressed,
            region: region(&lines, finding.primary.span),
        };
        let entries = file.all().into_iter().zip(identities(file)).map(entry).collect();
        Self { source: &file.source, lines, entries }
    }

    /// The findings that are not kept quiet.
    pub(super) fn found(&self) -> impl Iterator<Item = &Entry<'r>> {
        self.entries.iter().filter(|entry| entry.suppressed.is_none())
    }

    pub(super) fn region(&self, span: Span) -> Region {
        region(&self.lines, span)
    }
}

fn region(lines: &LineIndex<'_>, span: Span) -> Region {
    Region { start: lines.position(span.start), end: lines.position(span.end.max(span.start)) }
}
