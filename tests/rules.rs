//! The page of a rule is its test: what its bad example gives stands on the page, its good example is clean.
//!
//! `CXMAP_BLESS=1 cargo test --test rules` writes the outputs into the pages.

mod common;

use std::sync::{Mutex, PoisonError};

use common::{cxmap_with_stdin, repository};
use cxmap::diagnostic::Level;
use cxmap::rules::{RULES, Rule};

/// The code blocks of a page with the heading they stand under: (heading, language, text).
fn blocks(page: &str) -> Vec<(&str, &str, &str)> {
    let mut blocks = Vec::new();
    for section in page.split("\n## ").skip(1) {
        let (heading, mut rest) = section.split_once('\n').unwrap();
        while let Some((_, from)) = rest.split_once("\n```") {
            let (language, body) = from.split_once('\n').unwrap();
            let end = if body.starts_with("```") { 0 } else { body.find("\n```").expect("a block ends") + 1 };
            blocks.push((heading, language, &body[..end]));
            rest = &body[end + 3..];
        }
    }
    blocks
}

fn lint(yaml: &str, more: &[&str]) -> (String, i32) {
    let args = ["lint", "-q", "-", "--stdin-name", "journey.yaml", "--today", "2026-11-21"];
    let run = cxmap_with_stdin(&[&args[..], more].concat(), yaml);
    assert_eq!(run.stderr, "");
    (run.stdout, run.status)
}

/// The levels at which a rule that is quieter by default shows its example.
fn loud(rule: &Rule) -> [&str; 2] {
    ["--profile", if rule.levels.standard > Level::Off { "standard" } else { "governed" }]
}

fn is_blessing() -> bool {
    std::env::var_os("CXMAP_BLESS").is_some()
}

/// Compares an output with what the page says, or writes it there.
fn compare(rule: &Rule, on_page: &str, found: &str) {
    let found = format!("{}\n", found.trim_end());
    if !is_blessing() {
        assert_eq!(found, on_page, "the output on the page of {} is not what the program says", rule.name);
        return;
    }
    let block = |text: &str| format!("```text\n{text}```");
    rewrite(rule, |page| page.replacen(&block(on_page), &block(&found), 1));
}

/// Changes the page of a rule. One at a time: the tests of this file run side by side and bless the same pages.
fn rewrite(rule: &Rule, edit: impl FnOnce(&str) -> String) {
    static PAGES: Mutex<()> = Mutex::new(());
    let _held = PAGES.lock().unwrap_or_else(PoisonError::into_inner);
    let path = repository().join(format!("docs/rules/{}.md", rule.name));
    let page = std::fs::read_to_string(&path).unwrap();
    std::fs::write(path, edit(&page)).unwrap();
}

#[test]
fn every_page_has_the_same_headings() {
    for rule in RULES {
        let text: String = rule.page.split("```").step_by(2).collect();
        let headings: Vec<_> = text.lines().filter(|line| line.starts_with('#')).collect();
        let title = format!("# {}", rule.name);
        let wanted = [&*title, "## Why it matters", "## How to fix", "## Bad", "## Good"];
        assert_eq!(headings, wanted, "{}", rule.name);
        assert!(rule.summary().ends_with('.') && !rule.summary().contains('\n'), "{}: one sentence", rule.name);
    }
}

#[test]
fn bad_examples_give_what_their_page_says() {
    for rule in RULES {
        let blocks = blocks(rule.page);
        let [bad, output, ..] = blocks.as_slice() else { panic!("{}: two blocks", rule.name) };
        assert_eq!((bad.0, bad.1, output.0, output.1), ("Bad", "yaml", "Bad", "text"), "{}", rule.name);
        let (found, _) = lint(bad.2, &loud(rule));
        assert!(found.contains(&format!("[{}]", rule.name)), "{} is not found in its bad example:\n{found}", rule.name);
        if rule.levels.standard > Level::Off {
            let others = found.lines().filter(|line| line.contains("]: ") && !line.contains(rule.name)).count();
            assert_eq!(others, 0, "the bad example of {} gives more than that:\n{found}", rule.name);
        }
        compare(rule, output.2, &found);
    }
}

#[test]
fn good_examples_are_clean_and_say_what_a_governed_map_lacks() {
    for rule in RULES {
        let blocks = blocks(rule.page);
        let good: Vec<_> = blocks.iter().filter(|block| block.0 == "Good").collect();
        assert_eq!(lint(good[0].2, &[]), (String::new(), 0), "{}", rule.name);
        let (governed, _) = lint(good[0].2, &["--profile", "governed", "-f", "concise"]);
        assert!(!governed.contains(&format!("[{}]", rule.name)), "{} finds something in its good example", rule.name);
        match good.get(1) {
            Some(output) => compare(rule, output.2, &governed),
            None if governed.is_empty() => {}
            None => {
                assert!(is_blessing(), "{} says nothing of what its good example gives in `governed`", rule.name);
                let more = format!("\nIn the `governed` profile it gives:\n\n```text\n{governed}```\n");
                rewrite(rule, |page| format!("{page}{more}"));
            }
        }
    }
}

/// What can be mended only by doing something is not asked of a map of the past.
#[test]
fn maps_of_the_past_are_judged_as_records() {
    for rule in RULES.iter().filter(|rule| rule.check.is_some()) {
        let bad = blocks(rule.page)[0].2;
        let (title, rest) = bad.split_once("\nphases:").unwrap();
        if title.contains("\nstate:") {
            continue;
        }
        let past = format!("{title}\nstate: past\nphases:{rest}");
        let (found, _) = lint(&past, &loud(rule));
        let is_found = found.contains(&format!("[{}]", rule.name));
        assert_eq!(is_found, !rule.is_about_today, "{}:\n{found}", rule.name);
        assert_eq!(rule.page.contains("`state: past`"), rule.is_about_today, "{} says so on its page", rule.name);
    }
}
