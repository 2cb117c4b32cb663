//! Maps → findings → a report: what `cxmap lint` says of each file, and how much of it.

use std::collections::HashMap;

use jiff::civil::Date;

use crate::diagnostic::{Diagnostic, Level};
use crate::edit::Fix;
use crate::identity::{Identified, Identity, identities};
use crate::load::Loaded;
use crate::model::lower::MAX_PER_RULE;
use crate::rules::{self, Policy, Rule};
use crate::source::Source;
use crate::suppress::{self, Keeper, Suppressed};
use crate::text::counted;

/// What was found in one file.
#[derive(Debug)]
pub struct Linted {
    /// The text.
    pub source: Source,
    /// The findings, in the order of the text; once [cut](Linted::cut), of each rule at most [`MAX_PER_RULE`].
    pub diagnostics: Vec<Diagnostic>,
    /// How many more there were.
    pub omitted: usize,
    /// What is kept quiet, by comments in the file or because it is known; cut likewise.
    pub suppressed: Vec<Suppressed>,
    /// What is kept quiet because it is known, all of it.
    pub known: Vec<Identity>,
}

/// What was found in all files, in the order of their paths.
#[derive(Debug, Default)]
pub struct Report {
    /// The files.
    pub files: Vec<Linted>,
}

/// Lints one file. `today` is the day for rules about dates, `policy` says how strictly the map is judged.
#[must_use]
pub fn lint(loaded: &Loaded, today: Date, policy: &Policy) -> Linted {
    let mut linted = find(loaded, today, policy);
    linted.cut();
    linted
}

/// Finds everything in one file, however much it is. What is known is to be [left out](Linted::leave_out), then what is too
/// much to be shown [cut](Linted::cut).
#[must_use]
pub fn find(loaded: &Loaded, today: Date, policy: &Policy) -> Linted {
    let text = &loaded.source.text;
    let mut findings = loaded.diagnostics.clone();
    if let Some(map) = loaded.map.as_ref().filter(|_| !loaded.document.truncated) {
        findings.extend(rules::check(map, text, today, policy).into_iter().map(|finding| as_written(finding, text)));
    }
    let suppress::Outcome { kept, suppressed } =
        suppress::apply(&loaded.document, text, levelled(findings, policy), policy);
    // Again, for what is wrong with the comments themselves.
    let mut linted = Linted { suppressed, ..Linted::new(loaded.source.clone(), levelled(kept, policy)) };
    linted.sort();
    if let Some(map) = &loaded.map {
        let quiet = linted.suppressed.iter_mut().map(|quiet| &mut quiet.finding);
        for finding in linted.diagnostics.iter_mut().chain(quiet).filter(|finding| finding.address.is_none()) {
            finding.address = Some(map.address_at(finding.primary.span));
        }
    }
    linted
}

/// A finding of a rule with its fix as the text has it: a rule knows what a value has to be, and not in which quotes.
fn as_written(mut finding: Diagnostic, text: &str) -> Diagnostic {
    finding.fix = finding.fix.and_then(|fix| match fix.edits.as_slice() {
        [edit] => Fix::word(text, edit.span, &edit.text),
        _ => None,
    });
    finding
}

/// Leaves at most [`MAX_PER_RULE`] findings of a rule; gives how many more there were.
fn cut<T>(findings: &mut Vec<T>, rule: impl Fn(&T) -> &'static str) -> usize {
    let found = findings.len();
    let mut shown = HashMap::new();
    findings.retain(|finding| {
        let count: &mut usize = shown.entry(rule(finding)).or_default();
        *count += 1;
        *count <= MAX_PER_RULE
    });
    found - findings.len()
}

/// The findings with the levels of their rules; those of rules that are off are gone, and keep nothing else quiet.
fn levelled(mut findings: Vec<Diagnostic>, policy: &Policy) -> Vec<Diagnostic> {
    for finding in &mut findings {
        let level = Rule::find(finding.rule).map_or(Level::Error, |rule| policy.level(rule));
        finding.level = if level == Level::Off { level } else { level.max(finding.at_least) };
    }
    findings.retain(|finding| finding.level > Level::Off);
    findings
}

impl Linted {
    /// Findings in a text.
    #[must_use]
    pub fn new(source: Source, diagnostics: Vec<Diagnostic>) -> Self {
        Self { source, diagnostics, omitted: 0, suppressed: Vec::new(), known: Vec::new() }
    }

    /// Keeps quiet what is known already, because of `by`, and why.
    pub fn leave_out(&mut self, by: Keeper, reason: &str, is_known: impl Fn(&Diagnostic, Identity) -> bool) {
        let identities: Vec<_> = self.identified().map(|(_, identified)| identified.identity).collect();
        let mut left = Vec::new();
        for (finding, identity) in std::mem::take(&mut self.diagnostics).into_iter().zip(identities) {
            if is_known(&finding, identity) {
                self.known.push(identity);
                self.suppressed.push(Suppressed { finding, by, reason: reason.to_owned() });
            } else {
                left.push(finding);
            }
        }
        self.diagnostics = left;
        self.sort();
    }

    /// The findings that nothing keeps quiet, each with what it is known by.
    pub fn identified(&self) -> impl Iterator<Item = (&Diagnostic, Identified)> {
        let all = self.all().into_iter().zip(identities(self));
        all.filter(|((_, quiet), _)| quiet.is_none()).map(|((finding, _), identified)| (finding, identified))
    }

    /// Leaves of each rule at most [`MAX_PER_RULE`] findings, and as many of those that are kept quiet.
    pub fn cut(&mut self) {
        self.omitted += cut(&mut self.diagnostics, |finding| finding.rule);
        cut(&mut self.suppressed, |quiet| quiet.finding.rule);
    }

    fn sort(&mut self) {
        self.diagnostics.sort_by_key(|finding| finding.primary.span);
        self.suppressed.sort_by_key(|quiet| quiet.finding.primary.span);
    }

    /// The highest level that occurs.
    #[must_use]
    pub fn worst(&self) -> Option<Level> {
        self.diagnostics.iter().map(|finding| finding.level).max()
    }

    /// Every finding in the order of the text, those that are kept quiet with what does that.
    #[must_use]
    pub fn all(&self) -> Vec<(&Diagnostic, Option<&Suppressed>)> {
        let loud = self.diagnostics.iter().map(|finding| (finding, None));
        let quiet = self.suppressed.iter().map(|quiet| (&quiet.finding, Some(quiet)));
        let mut all: Vec<_> = loud.chain(quiet).collect();
        all.sort_by_key(|(finding, _)| finding.primary.span);
        all
    }
}

impl Report {
    /// Every finding with the text it was found in.
    pub fn findings(&self) -> impl Iterator<Item = (&Source, &Diagnostic)> {
        self.files.iter().flat_map(|file| file.diagnostics.iter().map(|finding| (&file.source, finding)))
    }

    /// How many findings there are of a level.
    #[must_use]
    pub fn count(&self, level: Level) -> usize {
        self.findings().filter(|(_, finding)| finding.level == level).count()
    }

    /// How many findings are kept quiet by that.
    #[must_use]
    pub fn kept_quiet(&self, by: Keeper) -> usize {
        let quiet = self.files.iter().flat_map(|file| &file.suppressed);
        quiet.filter(|quiet| quiet.by == by).count()
    }

    /// How many findings are kept quiet because they are known.
    #[must_use]
    pub fn known(&self) -> usize {
        self.files.iter().map(|file| file.known.len()).sum()
    }

    /// How many findings are not shown, of rules with very many in one file.
    #[must_use]
    pub fn omitted(&self) -> usize {
        self.files.iter().map(|file| file.omitted).sum()
    }

    /// How many findings can be mended by a change that is known.
    #[must_use]
    pub fn fixable(&self) -> usize {
        self.findings().filter(|(_, finding)| finding.fix.is_some()).count()
    }

    /// The report in one line: `2 errors and 1 warning in 3 maps, beside 5 that are known`.
    #[must_use]
    pub fn summary(&self) -> String {
        let count = |count: usize, one: &str| (count > 0).then(|| counted(count, one));
        let levels = [(Level::Error, "error"), (Level::Warn, "warning"), (Level::Info, "remark")];
        let counts: Vec<_> = levels.iter().filter_map(|(level, name)| count(self.count(*level), name)).collect();
        let found = match counts.as_slice() {
            [] => "nothing to report".to_owned(),
            [one] => one.clone(),
            [head @ .., last] => format!("{} and {last}", head.join(", ")),
        };
        let maps = count(self.files.len(), "map").unwrap_or_else(|| "no map".into());
        let omitted = match self.omitted() {
            0 => String::new(),
            omitted => format!(", and {omitted} more that are not shown"),
        };
        let known = match self.known() {
            0 => String::new(),
            1 => ", beside 1 that is known".to_owned(),
            known => format!(", beside {known} that are known"),
        };
        format!("{found} in {maps}{omitted}{known}")
    }
}
