//! Comments that keep findings quiet: `# cxmap: ignore[rule] reason`.
//!
//! After a value they concern the findings that begin on that line; on a line of their own, the entry or list item that
//! begins next, with everything in it; as `ignore-file` before the first key, the whole file.

use schemars::JsonSchema;
use serde::Serialize;

use crate::diagnostic::{Diagnostic, Level, shape};
use crate::edit::Fix;
use crate::model::{certain, nearest};
use crate::rules::{Policy, RULES, Rule};
use crate::source::{LineIndex, Span};
use crate::yaml::Document;

/// What a comment keeps quiet, and where.
#[derive(Debug)]
struct Ignore {
    scope: Span,
    rules: Vec<Named>,
    reason: String,
}

/// A rule in a comment.
#[derive(Debug)]
struct Named {
    rule: &'static Rule,
    place: Span,
    is_used: bool,
}

/// A finding that something keeps quiet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suppressed {
    /// The finding.
    pub finding: Diagnostic,
    /// What keeps it quiet.
    pub by: Keeper,
    /// Why; of a comment, in its words.
    pub reason: String,
}

/// What keeps a finding quiet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(inline)]
pub enum Keeper {
    /// A comment in the file.
    Comment,
    /// The file had it at the revision of `--since` already.
    Since,
    /// It is in the baseline.
    Baseline,
}

/// Findings after the comments of a file are heeded.
#[derive(Debug, Default)]
pub struct Outcome {
    /// What is left, and what is wrong with the comments themselves.
    pub kept: Vec<Diagnostic>,
    /// What is kept quiet.
    pub suppressed: Vec<Suppressed>,
}

/// Heeds the comments of a file. Where reading stopped early, no comment counts as unused.
#[must_use]
pub fn apply(document: &Document, text: &str, findings: Vec<Diagnostic>, policy: &Policy) -> Outcome {
    let mut outcome = Outcome::default();
    let mut ignores = read(document, text, &mut outcome.kept);
    for finding in findings {
        let start = finding.primary.span.start;
        let at = Span::new(start, start);
        let mut quiet = None;
        for ignore in ignores.iter_mut().filter(|ignore| ignore.scope.contains(at)) {
            for named in ignore.rules.iter_mut().filter(|named| named.rule.name == finding.rule) {
                named.is_used = true;
                quiet.get_or_insert_with(|| ignore.reason.clone());
            }
        }
        match quiet {
            Some(reason) => outcome.suppressed.push(Suppressed { finding, by: Keeper::Comment, reason }),
            None => outcome.kept.push(finding),
        }
    }
    let named = ignores.iter().flat_map(|ignore| &ignore.rules);
    let is_unused = |named: &&Named| !named.is_used && policy.level(named.rule) > Level::Off;
    for named in named.filter(is_unused).filter(|_| !document.truncated) {
        let message = format!("`{}` finds nothing here to ignore", named.rule.name);
        outcome.kept.push(
            Diagnostic::new(shape::UNUSED_IGNORE, named.place, message)
                .subject(named.rule.name)
                .help("take the comment out"),
        );
    }
    outcome
}

/// How many comments for `cxmap` a file may have; more are a finding.
const MOST: usize = 1_000;

fn read(document: &Document, text: &str, out: &mut Vec<Diagnostic>) -> Vec<Ignore> {
    let is_ours = |comment: &&Span| body(comment.slice(text)).is_some();
    let mut ours = document.comments().iter().filter(is_ours).copied().peekable();
    if ours.peek().is_none() {
        return Vec::new();
    }
    let lines = LineIndex::new(text);
    let mut reader = Reader { document, text, next: next_lines(&lines, text), entries: document.entries(), lines, out };
    let ignores = ours.by_ref().take(MOST).filter_map(|comment| reader.comment(comment)).collect();
    if let Some(comment) = ours.next() {
        reader.malformed::<Ignore>(comment, &format!("only the first {MOST} of a file are heeded"));
    }
    ignores
}

/// What a comment says to `cxmap`.
fn body(comment: &str) -> Option<&str> {
    Some(comment.strip_prefix('#')?.trim_start().strip_prefix("cxmap:")?.trim())
}

/// For each line, from 0, the number of the next one that is no comment.
fn next_lines(lines: &LineIndex<'_>, text: &str) -> Vec<usize> {
    let mut next = vec![lines.len() + 1; lines.len() + 1];
    for number in (1..lines.len()).rev() {
        let below = lines.line(number + 1).unwrap_or_default().slice(text);
        next[number] = if below.trim_start().starts_with('#') { next[number + 1] } else { number + 1 };
    }
    next
}

struct Reader<'a> {
    document: &'a Document,
    text: &'a str,
    lines: LineIndex<'a>,
    next: Vec<usize>,
    entries: Vec<Span>,
    out: &'a mut Vec<Diagnostic>,
}

impl Reader<'_> {
    fn comment(&mut self, comment: Span) -> Option<Ignore> {
        let body = body(comment.slice(self.text))?;
        let Some((kind, rest)) = body.split_once('[') else { return self.malformed(comment, "it names no rule") };
        let Some((names, reason)) = rest.split_once(']') else {
            return self.malformed(comment, "the bracket is not closed");
        };
        let scope = match kind.trim_end() {
            "ignore" => self.scope(comment),
            "ignore-file" => self.whole_file(comment),
            _ => return self.malformed(comment, "it is neither `ignore` nor `ignore-file`"),
        };
        let first = comment.start + comment.slice(self.text).find('[')? + 1;
        let rules = self.rules(names, first);
        if names.trim().is_empty() {
            return self.malformed(comment, "it names no rule");
        }
        Some(Ignore { scope: scope?, rules, reason: reason.trim().to_owned() })
    }

    fn malformed<T>(&mut self, comment: Span, why: &str) -> Option<T> {
        let finding = Diagnostic::new(shape::MALFORMED_IGNORE, comment, format!("this comment ignores nothing: {why}"));
        self.out.push(finding.help("write it as `# cxmap: ignore[rule-name] the reason`"));
        None
    }

    /// The rules between the brackets, which begin at `at`.
    fn rules(&mut self, names: &str, mut at: usize) -> Vec<Named> {
        let mut rules = Vec::new();
        for name in names.split(',') {
            let start = at + (name.len() - name.trim_start().len());
            let place = Span::new(start, start + name.trim().len());
            at += name.len() + 1;
            match Rule::find(name.trim()) {
                _ if name.trim().is_empty() => {}
                Some(rule) if rule.is_fixed() || rule.is_about_ignores() => {
                    let message = format!("`{}` cannot be ignored", rule.name);
                    let finding = Diagnostic::new(shape::MALFORMED_IGNORE, place, message).subject(rule.name);
                    self.out.push(finding.help("take it out of the comment"));
                }
                Some(rule) => rules.push(Named { rule, place, is_used: false }),
                None => self.unknown(name.trim(), place),
            }
        }
        rules
    }

    fn unknown(&mut self, name: &str, place: Span) {
        let near = nearest(name, RULES.iter().map(|rule| rule.name));
        let help = match near.as_slice() {
            [near] => format!("did you mean `{near}`?"),
            _ => "`cxmap explain` lists the rules".into(),
        };
        let fix = certain(name, &near).map(|near| Fix::replace(place, near));
        let finding = Diagnostic::new(shape::UNKNOWN_RULE, place, format!("there is no rule `{name}`"));
        self.out.push(finding.subject(name).help(help).fix(fix));
    }

    /// What an `ignore` concerns: its line, or from a line of its own what begins next.
    fn scope(&mut self, comment: Span) -> Option<Span> {
        let number = self.lines.position(comment.start).line;
        let line = self.lines.line(number)?;
        let before = Span::new(line.start, comment.start).slice(self.text);
        if !before.trim().is_empty() {
            return Some(line);
        }
        let below = self.next.get(number).and_then(|number| self.lines.line(*number));
        let entry = below.and_then(|line| {
            let first = self.entries.partition_point(|entry| entry.start < line.start);
            self.entries.get(first).copied().filter(|entry| entry.start <= line.end)
        });
        if entry.is_none() {
            return self.malformed(comment, "nothing begins on the line below it");
        }
        entry
    }

    fn whole_file(&mut self, comment: Span) -> Option<Span> {
        let first_key = self.document.root().map_or(usize::MAX, |root| root.span().start);
        if comment.start > first_key {
            return self.malformed(comment, "`ignore-file` stands before the first key, or not at all");
        }
        Some(Span::new(0, self.text.len()))
    }
}
