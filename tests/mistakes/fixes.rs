//! The planted mistakes, mended by `--fix`: what was planted goes or stays as it is, and nothing else comes.

use std::collections::BTreeSet;
use std::fs;

use crate::common::cxmap_in;
use crate::{Case, file_name, lint, ones, targets, twelves};

/// Mends all texts in one run over a folder that holds them.
fn mend(texts: &[&str]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = |number| folder.path().join(file_name(number));
    for (number, text) in texts.iter().enumerate() {
        fs::write(path(number), text).unwrap();
    }
    let args = ["lint", "--fix", "-f", "concise", "--profile", "governed", "--today", "2026-11-21", "."];
    let run = cxmap_in(folder.path(), &args);
    assert!(run.stderr.starts_with("fixed "), "{}", run.stderr);
    let mended: Vec<_> = (0..texts.len()).map(|number| fs::read_to_string(path(number)).unwrap()).collect();
    let again = cxmap_in(folder.path(), &args);
    assert!(again.stderr.starts_with("fixed nothing; "), "{}", again.stderr);
    for (number, text) in mended.iter().enumerate() {
        assert_eq!(&fs::read_to_string(path(number)).unwrap(), text, "a second run changes nothing");
    }
    mended
}

/// The rules of findings that a mended map may have: those of the spoilt one, and of the map itself.
fn check(cases: &[Case], count: usize) {
    let texts: Vec<_> = cases.iter().map(|case| case.text.as_str()).collect();
    let mended = mend(&texts);
    let changed = mended.iter().zip(&texts).filter(|(mended, text)| mended != *text).count();
    assert!(changed > count, "{changed} of {} are mended", cases.len());
    let targets = targets();
    let mut wrong = Vec::new();
    for (case, found) in cases.iter().zip(lint(mended.iter().map(String::as_str))) {
        let target = targets.iter().find(|target| case.name.starts_with(&target.name)).unwrap();
        let known: BTreeSet<_> = case.expected.iter().chain(&target.before).map(|found| found.rule.as_str()).collect();
        let new: Vec<_> = found.iter().filter(|finding| !known.contains(&*finding.place.rule)).collect();
        // A day or a figure that was planted is one like others once it can be read: past, or too low.
        let is_about_values = |rule: &str| {
            ["stale-map", "old-measure", "overdue-solution", "expired-closure", "small-sample", "missed-target"]
                .contains(&rule)
        };
        let is_more = found.len() > case.expected.len() + target.before.len();
        if is_more || new.iter().any(|finding| !is_about_values(&finding.place.rule)) {
            wrong.push(format!("{}: {new:?}", case.name));
        }
    }
    assert!(wrong.is_empty(), "{} of {} cases:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn mistakes_are_mended_one_at_a_time() {
    // A fifth of them: each kind still has several maps.
    check(&ones().into_iter().step_by(5).collect::<Vec<_>>(), 50);
}

#[test]
fn mistakes_are_mended_twelve_at_once() {
    check(&twelves(), 50);
}
