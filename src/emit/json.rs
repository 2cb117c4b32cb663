//! JSON for programs, in a published shape: `schema/report.schema.json`.

use std::io::{self, Write};

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde::Serialize;

use super::Emitter;
use super::entry::{Entry, File, files};
use crate::diagnostic::{Label, Level};
use crate::edit::Edit;
use crate::lint::Report;
use crate::source::Span;
use crate::suppress::Keeper;
use crate::text::printable_json;

/// The JSON format.
#[derive(Debug, Clone, Copy)]
pub struct Json;

/// The version of the shape. Within it fields are added, never changed.
const VERSION: u8 = 1;

impl Emitter for Json {
    fn emit(&self, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        let files = files(report);
        write_json(&Page::of(report, &files), out)
    }
}

/// Writes JSON that is safe to show, and a line break.
pub(super) fn write_json(page: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    let json = serde_json::to_string_pretty(page)?;
    writeln!(out, "{}", printable_json(&json))
}

/// The JSON Schema of the format.
#[must_use]
pub fn schema() -> Schema {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let mut schema = generator.into_root_schema_for::<Page<'_>>();
    schema.insert("title".into(), "cxmap lint report, version 1".into());
    schema
}

/// What `cxmap lint -f json` found.
#[derive(Serialize, JsonSchema)]
struct Page<'r> {
    /// The version of this shape. Within a version fields are added, never changed or taken out.
    #[schemars(extend("const" = VERSION))]
    version: u8,
    /// Every finding, file by file, in the order of the text.
    diagnostics: Vec<Finding<'r>>,
    summary: Summary,
}

/// One finding.
#[derive(Serialize, JsonSchema)]
struct Finding<'r> {
    /// The name of the rule that found it; `cxmap explain NAME` says more.
    rule: &'r str,
    /// How much it matters.
    #[schemars(with = "LevelName")]
    level: Level,
    /// What is wrong, in a sentence. The author's words in it are as written.
    message: &'r str,
    /// What to do.
    help: Option<&'r str>,
    /// The file, as it was named or found.
    path: &'r str,
    /// What in the map it speaks of, such as `touchpoint:pay`; null where that is unknown.
    address: Option<String>,
    /// What it is known by from run to run: the same however the file is reformatted, reordered or reworded, as long as
    /// ids stay.
    #[schemars(with = "String", extend("pattern" = "^[0-9a-f]{32}$"))]
    fingerprint: crate::identity::Identity,
    /// Where it is.
    span: Range,
    /// Other places in the same file that matter.
    related: Vec<Related<'r>>,
    /// What `cxmap lint --fix` would do about it; null where that is for the author to decide.
    fix: Option<FixShape<'r>>,
    /// What keeps it quiet: it counts for nothing then, and other formats leave it out; null for all others.
    suppressed: Option<Suppression<'r>>,
}

/// A change that mends a finding.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Fix")]
struct FixShape<'r> {
    /// What it changes, all of it or nothing, in the order of the text; no two overlap.
    edits: Vec<EditShape<'r>>,
}

/// A part of a file, and what is put in its place.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Edit")]
struct EditShape<'r> {
    /// What goes; empty where something is only put in.
    span: Range,
    /// What comes in its place.
    text: &'r str,
}

/// What keeps a finding quiet.
#[derive(Serialize, JsonSchema)]
struct Suppression<'r> {
    /// What does.
    by: Keeper,
    /// The reason; of a comment, in its words.
    reason: &'r str,
}

/// How much a finding matters, the least first.
#[derive(JsonSchema)]
#[schemars(rename_all = "lowercase", inline)]
#[allow(dead_code, reason = "only its schema is used: a finding is never off")]
enum LevelName {
    Info,
    Warn,
    Error,
}

/// A place with a few words about it.
#[derive(Serialize, JsonSchema)]
struct Related<'r> {
    /// What is there.
    message: &'r str,
    /// Where it is.
    span: Range,
}

/// A part of a file, up to and without `end`.
#[derive(Serialize, JsonSchema)]
struct Range {
    /// Its first character.
    start: Place,
    /// The character after its last one.
    end: Place,
}

/// A place in a file. A byte-order mark is not counted.
#[derive(Serialize, JsonSchema)]
struct Place {
    /// The line, from 1; lines end at LF, CRLF or a lone CR.
    #[schemars(range(min = 1))]
    line: usize,
    /// The column, from 1, in Unicode code points; a tab counts as one.
    #[schemars(range(min = 1))]
    column: usize,
    /// The number of bytes (UTF-8) before it.
    offset: usize,
}

/// How much was found.
#[derive(Serialize, JsonSchema)]
struct Summary {
    /// How many files were read.
    files: usize,
    /// How many findings are errors, without those that are kept quiet; and so on.
    error: usize,
    /// How many findings are warnings.
    warn: usize,
    /// How many findings are remarks.
    info: usize,
    /// How many findings are kept quiet by comments.
    suppressed: usize,
    /// How many findings are kept quiet because they are known: from before, or listed in the baseline.
    known: usize,
    /// How many more there are, of rules with very many findings in one file.
    omitted: usize,
    /// How many of the findings have a `fix`, without those that are kept quiet.
    fixable: usize,
}

impl<'r> Page<'r> {
    fn of(report: &Report, files: &[File<'r>]) -> Self {
        let findings = files.iter().flat_map(|file| file.entries.iter().map(move |entry| finding(file, entry)));
        let summary = Summary {
            files: report.files.len(),
            error: report.count(Level::Error),
            warn: report.count(Level::Warn),
            info: report.count(Level::Info),
            suppressed: report.kept_quiet(Keeper::Comment),
            known: report.known(),
            omitted: report.omitted(),
            fixable: report.fixable(),
        };
        Self { version: VERSION, diagnostics: findings.collect(), summary }
    }
}

fn finding<'r>(file: &File<'r>, entry: &Entry<'r>) -> Finding<'r> {
    let finding = entry.finding;
    let edit = |edit: &'r Edit| EditShape { span: range(file, edit.span), text: &edit.text };
    let related = |label: &'r Label| Related { message: &label.text, span: range(file, label.span) };
    Finding {
        rule: finding.rule,
        level: finding.level,
        message: &finding.message,
        help: finding.help.as_deref(),
        path: &file.source.name,
        address: finding.address.as_ref().map(ToString::to_string),
        fingerprint: entry.identity,
        span: range(file, finding.primary.span),
        related: finding.related.iter().map(related).collect(),
        fix: finding.fix.as_ref().map(|fix| FixShape { edits: fix.edits.iter().map(edit).collect() }),
        suppressed: entry.suppressed.map(|quiet| Suppression { by: quiet.by, reason: &quiet.reason }),
    }
}

fn range(file: &File<'_>, span: Span) -> Range {
    let region = file.region(span);
    let place = |at: crate::source::Position, offset| Place { line: at.line, column: at.column, offset };
    Range { start: place(region.start, span.start), end: place(region.end, span.end) }
}
