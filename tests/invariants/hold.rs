//! What holds for lint whatever the text is: places lie in the text, no format drops or adds a finding, and a second run
//! gives the same bytes. The fuzz target and the tests of this folder ask the same.

use cxmap::emit::{Concise, Emitter, Full, GitHub, GitLab, JUnit, Json, Markdown, Sarif};
use cxmap::lint::{Linted, Report, lint};
use cxmap::model::Profile;
use cxmap::model::lower::MAX_PER_RULE;
use cxmap::rules::{Policy, Rule};
use serde_json::Value;

/// Counts the findings that a format has of a report with so many found and so many kept quiet.
type Count = fn(&str) -> usize;

/// Lints a text in a profile and checks everything that has to hold; gives what was found.
pub fn hold(bytes: &[u8], profile: Profile) -> Linted {
    let policy = Policy::of(profile);
    let linted = run(bytes, &policy);
    places(&linted);
    levels(&linted, &policy);
    let counts = (linted.diagnostics.len(), linted.suppressed.len());
    let (report, again) = (Report { files: vec![linted] }, Report { files: vec![run(bytes, &policy)] });
    for (name, emitter, count, has_quiet) in formats(&policy) {
        let text = emit(&*emitter, &report);
        assert_eq!(text, emit(&*emitter, &again), "{name}: a second run gives the same");
        let hostile = text.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\t'));
        assert_eq!(hostile, None, "{name}: no control characters");
        let expected = counts.0 + if has_quiet { counts.1 } else { 0 };
        assert_eq!(count(&text), expected, "{name}: what goes in comes out\n{text}");
    }
    report.files.into_iter().next().unwrap()
}

fn run(bytes: &[u8], policy: &Policy) -> Linted {
    lint(&cxmap::load("maps/any.journey.yaml", bytes), jiff::civil::date(2026, 11, 21), policy)
}

/// Places lie in the text, on the borders of characters; findings stand in the order of the text.
fn places(linted: &Linted) {
    let text = &linted.source.text;
    for (finding, _) in linted.all() {
        for label in std::iter::once(&finding.primary).chain(&finding.related) {
            let (start, end) = (label.span.start, label.span.end);
            assert!(start <= end && end <= text.len(), "{finding:?}");
            assert!(text.is_char_boundary(start) && text.is_char_boundary(end), "{finding:?}");
        }
    }
    assert!(linted.diagnostics.is_sorted_by_key(|finding| finding.primary.span.start));
}

/// Every finding is of a rule that is on, matters at least as much as its rule, and says something; there are not too many.
fn levels(linted: &Linted, policy: &Policy) {
    for finding in &linted.diagnostics {
        let rule = Rule::find(finding.rule).unwrap();
        assert!(finding.level >= policy.level(rule) && finding.level > cxmap::diagnostic::Level::Off, "{finding:?}");
        assert!(!finding.message.is_empty(), "{finding:?}");
        let alike = linted.diagnostics.iter().filter(|other| other.rule == finding.rule).count();
        assert!(alike <= MAX_PER_RULE, "{alike} of {}", finding.rule);
    }
}

/// Every format, how its findings are counted, and whether those that are kept quiet are among them.
fn formats(policy: &Policy) -> [(&'static str, Box<dyn Emitter>, Count, bool); 8] {
    [
        ("full", Box::new(Full { color: false, width: 100 }), titles, false),
        ("concise", Box::new(Concise), |text| text.lines().count(), false),
        ("json", Box::new(Json), |text| items(text, "/diagnostics"), true),
        ("sarif", Box::new(Sarif::new([policy])), |text| items(text, "/runs/0/results"), true),
        ("github", Box::new(GitHub), |text| text.lines().filter(|line| line.starts_with("::")).count(), false),
        ("gitlab", Box::new(GitLab), |text| items(text, ""), false),
        ("junit", Box::new(JUnit), |text| text.matches("<failure ").count(), false),
        ("markdown", Box::new(Markdown), rows, false),
    ]
}

fn emit(emitter: &dyn Emitter, report: &Report) -> String {
    let mut bytes = Vec::new();
    emitter.emit(report, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// The lines that a finding begins with.
fn titles(text: &str) -> usize {
    let is_title = |line: &&str| ["error[", "warn[", "info["].iter().any(|level| line.starts_with(level));
    text.lines().filter(is_title).count()
}

/// The rows of the table, and the findings that it has no room for.
fn rows(text: &str) -> usize {
    let more = text.lines().find_map(|line| line.split_once(" more findings are not shown here")?.0.parse().ok());
    text.lines().filter(|line| line.starts_with("| ")).count().saturating_sub(2) + more.unwrap_or(0)
}

fn items(text: &str, list: &str) -> usize {
    serde_json::from_str::<Value>(text).unwrap().pointer(list).unwrap().as_array().unwrap().len()
}
