//! SARIF 2.1.0, the format of code scanning. Source: OASIS, *Static Analysis Results Interchange Format*, 2020.

mod rules;
mod shape;

use std::io::{self, Write};

use super::Emitter;
use super::entry::{Entry, File, Region, files};
use super::json::write_json;
use crate::diagnostic::{Diagnostic, Label, Level};
use crate::edit::Fix;
use crate::lint::Report;
use crate::rules::{Policy, RULES, Rule};
use crate::text::printable;
pub use rules::Topic;
use shape::{
    ArtifactChange, ArtifactLocation, Content, Driver, Fingerprints, Fix as FixShape, Location, Log, Message,
    PhysicalLocation, Region as RegionShape, Replacement, Result, Run, Suppression, Tool,
};

/// The SARIF format.
#[derive(Debug, Clone)]
pub struct Sarif {
    topics: Vec<Topic>,
}

impl Sarif {
    /// Lists the rules that are active in any of the policies by which the files were judged, each at its highest level.
    pub fn new<'p>(policies: impl IntoIterator<Item = &'p Policy>) -> Self {
        let policies: Vec<_> = policies.into_iter().collect();
        let level = |rule| policies.iter().map(|policy| policy.level(rule)).max().unwrap_or(Level::Off);
        let topic = |rule: &&'static Rule| Topic {
            name: rule.name,
            summary: rule.summary(),
            page: rule.page,
            level: level(rule),
        };
        Self { topics: RULES.iter().map(topic).filter(|topic| topic.level > Level::Off).collect() }
    }

    /// For findings of other kinds than rules.
    pub fn about(topics: impl IntoIterator<Item = Topic>) -> Self {
        Self { topics: topics.into_iter().collect() }
    }

    fn result<'r>(&self, file: &File<'r>, entry: &Entry<'r>) -> Result<'r> {
        let finding = entry.finding;
        let related = finding.related.iter().map(|label| related(file, label)).collect();
        Result {
            rule_id: finding.rule,
            rule_index: self.topics.iter().position(|topic| topic.name == finding.rule),
            level: level(finding.level),
            message: Message { text: plain(&super::with_help(finding, "\n")) },
            locations: [Location { physical_location: place(file, entry.region), message: None }],
            related_locations: related,
            partial_fingerprints: Fingerprints { identity: entry.identity },
            fixes: finding.fix.iter().map(|fix| fixed(file, finding, fix)).collect(),
            suppressions: entry.suppressed.map(|quiet| [Suppression::new(quiet.by, plain(&printable(&quiet.reason)))]),
        }
    }
}

impl Emitter for Sarif {
    fn emit(&self, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        let files = files(report);
        let results = files.iter().flat_map(|file| file.entries.iter().map(move |entry| self.result(file, entry)));
        let rules = self.topics.iter().map(rules::descriptor).collect();
        let driver = Driver { name: "cxmap", version: env!("CARGO_PKG_VERSION"), rules };
        let run = Run { tool: Tool { driver }, column_kind: "unicodeCodePoints", results: results.collect() };
        write_json(&Log { schema: shape::SCHEMA, version: "2.1.0", runs: [run] }, out)
    }
}

const fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warn => "warning",
        Level::Info => "note",
        Level::Off => "none",
    }
}

fn related(file: &File<'_>, label: &Label) -> Location {
    let message = (!label.text.is_empty()).then(|| Message { text: plain(&printable(&label.text)) });
    Location { physical_location: place(file, file.region(label.span)), message }
}

/// What would mend a finding, in the words of its help. Source: SARIF 2.1.0, 3.55 to 3.57.
fn fixed<'r>(file: &File<'r>, finding: &Diagnostic, fix: &'r Fix) -> FixShape<'r> {
    let replacements = fix.edits.iter().map(|edit| Replacement {
        deleted_region: shape(file.region(edit.span)),
        inserted_content: Content { text: &edit.text },
    });
    let change = ArtifactChange { artifact_location: artifact(file), replacements: replacements.collect() };
    let description = finding.help.as_ref().map(|help| Message { text: plain(&printable(help)) });
    FixShape { description, artifact_changes: [change] }
}

fn place(file: &File<'_>, region: Region) -> PhysicalLocation {
    PhysicalLocation { artifact_location: artifact(file), region: shape(region) }
}

fn artifact(file: &File<'_>) -> ArtifactLocation {
    ArtifactLocation { uri: uri(&file.source.path) }
}

fn shape(region: Region) -> RegionShape {
    RegionShape {
        start_line: region.start.line,
        start_column: region.start.column,
        end_line: region.end.line,
        end_column: region.end.column,
    }
}

/// A text that holds no link, which in SARIF even plain text may: `[text](target)`. Source: SARIF 2.1.0, 3.11.6.
fn plain(text: &str) -> String {
    text.replace("](", "\\](")
}

/// A path as a relative reference. Source: RFC 3986, 2.3 and 3.3.
fn uri(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    let encode = |byte: u8| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    path.bytes().map(encode).collect()
}
