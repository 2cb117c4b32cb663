//! The page of a rule is its test: what its bad example gives stands on the page, its good example is clean.
//!
//! `CXMAP_BLESS=1 cargo test --test rules` writes the outputs into the pages.

mod common;

use common::{cxmap_with_stdin, repository};
use cxmap::rules::RULES;

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

fn lint(yaml: &str) -> (String, i32) {
    let run = cxmap_with_stdin(&["lint", "-q", "-", "--stdin-name", "journey.yaml", "--today", "2026-11-21"], yaml);
    (run.stdout, run.status)
}

#[test]
fn every_page_has_the_same_headings() {
    for rule in RULES {
        let headings: Vec<_> = rule.page.lines().filter(|line| line.starts_with('#')).collect();
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
        let [bad, output, _] = blocks.as_slice() else { panic!("{}: three blocks", rule.name) };
        assert_eq!((bad.0, bad.1, output.0, output.1), ("Bad", "yaml", "Bad", "text"), "{}", rule.name);
        let (found, _) = lint(bad.2);
        assert!(found.contains(&format!("[{}]", rule.name)), "{} is not found in its bad example:\n{found}", rule.name);
        let others = found.lines().filter(|line| line.contains("]: ") && !line.contains(rule.name)).count();
        assert_eq!(others, 0, "the bad example of {} gives more than that:\n{found}", rule.name);
        let found = format!("{}\n", found.trim_end());
        if std::env::var_os("CXMAP_BLESS").is_some() {
            let path = repository().join(format!("docs/rules/{}.md", rule.name));
            let old = format!("```text\n{}```", output.2);
            std::fs::write(path, rule.page.replace(&old, &format!("```text\n{found}```"))).unwrap();
        } else {
            assert_eq!(found, output.2, "the output on the page of {} is not what the program says", rule.name);
        }
    }
}

#[test]
fn good_examples_are_clean() {
    for rule in RULES {
        let blocks = blocks(rule.page);
        let (_, _, good) = blocks.iter().find(|block| block.0 == "Good").unwrap();
        assert_eq!(lint(good), (String::new(), 0), "{}", rule.name);
    }
}
