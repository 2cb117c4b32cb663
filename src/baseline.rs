//! The baseline: a file of findings that are known and wait, so that a run reports only what comes on top of them.

mod raw;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::config::Unsound;
use crate::diagnostic::{Diagnostic, Level, shape};
use crate::identity::{Identified, Identity};
use crate::lint::Linted;
use crate::model::lower::read;
use crate::rules::{Policy, Rule};
use crate::source::{LineIndex, Source};
use crate::suppress::Keeper;
use crate::text::printable_json;
use crate::yaml::Document;
use raw::RawBaseline;

/// The findings of a baseline.
#[derive(Debug, Default)]
pub struct Baseline {
    entries: Vec<Entry>,
    identities: BTreeSet<Identity>,
}

/// A finding of a baseline. All but the identity and the path is there for people.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// The path of its file from the root of the repository.
    pub path: String,
    /// The rule that found it.
    pub rule: String,
    /// What in the map it speaks of; empty where that is unknown.
    pub address: String,
    /// What in that; empty where nothing needs telling apart.
    pub subject: String,
    /// The how many-th it is of those that are the same in all of that; 0 for one that was read.
    count: usize,
    /// What it is known by.
    pub identity: Identity,
    /// The line that it was read from, counted from 1.
    pub line: usize,
}

/// Whether a baseline takes up findings of a rule: what keeps a file from being read must be mended, for nothing else of
/// that file is judged either.
fn takes(finding: &Diagnostic) -> bool {
    Rule::find(finding.rule).is_some_and(|rule| !rule.is_fixed())
}

/// The findings of a file that a baseline would hold.
#[must_use]
pub fn entries(file: &Linted) -> Vec<Entry> {
    let found = file.identified().filter(|(finding, _)| takes(finding));
    let entry = |(finding, identified): (&Diagnostic, Identified)| Entry {
        path: file.source.path.clone(),
        rule: finding.rule.to_owned(),
        address: finding.address.as_ref().map(ToString::to_string).unwrap_or_default(),
        subject: finding.subject.clone(),
        count: identified.count,
        identity: identified.identity,
        line: 0,
    };
    found.map(entry).collect()
}

impl Baseline {
    /// A baseline of these findings, in an order that does not depend on where they stand in their files.
    #[must_use]
    pub fn new(mut entries: Vec<Entry>) -> Self {
        entries.sort();
        let identities = entries.iter().map(|entry| entry.identity).collect();
        Self { entries, identities }
    }

    /// Reads a baseline from its text: JSON, or the same as YAML.
    ///
    /// # Errors
    /// Everything that is wrong with it, at its place: a baseline is sound, or it is not used.
    pub fn read(path: &Path, text: &str) -> Result<Self, Unsound> {
        let source = Source::new(path.to_string_lossy(), text);
        let document = Document::read(&source.text);
        let (raw, mut diagnostics) =
            read::<RawBaseline>(&document, &source.text, "write it with `cxmap lint --write-baseline`");
        let raw = raw.unwrap_or_default();
        if let Some(version) = raw.version.filter(|version| version.value != "1") {
            let message = format!("version `{}` of baselines is not one that this program reads", version.value);
            let finding = Diagnostic::new(shape::UNSUPPORTED_VERSION, version.span, message);
            diagnostics = vec![finding.help("write the baseline anew with `cxmap lint --write-baseline`")];
        }
        if diagnostics.is_empty() {
            let lines = LineIndex::new(&source.text);
            return Ok(Self::new(raw.findings.iter().map(|raw| raw.entry(&lines)).collect()));
        }
        diagnostics.sort_by_key(|finding| finding.primary.span);
        Err(Unsound { source, diagnostics })
    }

    /// The baseline as JSON, a line a finding.
    #[must_use]
    pub fn to_json(&self) -> String {
        let lines: Vec<_> = self.entries.iter().map(|entry| format!("\n    {}", entry.to_json())).collect();
        let end = if lines.is_empty() { "" } else { "\n  " };
        let json = format!("{{\n  \"version\": 1,\n  \"findings\": [{}{end}]\n}}\n", lines.join(","));
        printable_json(&json).into_owned()
    }

    /// Keeps quiet what the baseline lists.
    pub fn leave_out_of(&self, file: &mut Linted) {
        let is_listed = |finding: &Diagnostic, identity| takes(finding) && self.identities.contains(&identity);
        file.leave_out(Keeper::Baseline, "listed in the baseline", is_listed);
    }

    /// The entries that leave out nothing any more, though their files were judged, and by their rules.
    #[must_use]
    pub fn stale<'f>(&self, files: impl IntoIterator<Item = (&'f Linted, &'f Policy)>) -> Vec<&Entry> {
        let (mut used, mut judged) = (BTreeSet::<Identity>::new(), BTreeMap::<&str, Vec<&Policy>>::new());
        for (file, policy) in files {
            used.extend(&file.known);
            // Of what could not be read as a whole nobody knows what is left.
            if file.diagnostics.iter().all(takes) {
                judged.entry(&file.source.path).or_default().push(policy);
            }
        }
        let is_judged = |entry: &Entry| {
            let policies = judged.get(entry.path.as_str()).into_iter().flatten();
            policies.into_iter().any(|policy| is_on(&entry.rule, policy))
        };
        let is_stale = |entry: &&Entry| !used.contains(&entry.identity) && is_judged(entry);
        self.entries.iter().filter(is_stale).collect()
    }
}

/// Whether a rule is on. One that does not exist any more will never find anything: it is as good as on.
fn is_on(rule: &str, policy: &Policy) -> bool {
    Rule::find(rule).is_none_or(|rule| policy.level(rule) > Level::Off)
}

impl Entry {
    /// What it is of: `empty-phase at phase:pay in maps/claim.journey.yaml`.
    #[must_use]
    pub fn describe(&self) -> String {
        let address = if self.address.is_empty() { String::new() } else { format!(" at {}", self.address) };
        let subject = if self.subject.is_empty() { String::new() } else { format!(" ({})", self.subject) };
        format!("{}{address}{subject} in {}", self.rule, self.path)
    }

    fn to_json(&self) -> String {
        let identity = self.identity.to_string();
        let fields = [
            ("path", &self.path),
            ("rule", &self.rule),
            ("address", &self.address),
            ("subject", &self.subject),
            ("identity", &identity),
        ];
        let written =
            fields.iter().filter(|(name, value)| !(value.is_empty() && ["address", "subject"].contains(name)));
        let fields: Vec<_> = written.map(|(name, value)| format!("\"{name}\": {}", serde_json::json!(value))).collect();
        format!("{{{}}}", fields.join(", "))
    }
}
