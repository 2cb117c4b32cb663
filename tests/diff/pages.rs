//! The page of a kind is its test: what its example gives stands on the page.
//!
//! `CXMAP_BLESS=1 cargo test --test diff pages` writes the outputs into the pages.

use cxmap::diff::report::concise::concise;
use cxmap::diff::report::{JourneyReport, Report, State};
use cxmap::diff::{Change, Kind, Mirror, Options};

use crate::common::map;

/// The code blocks of a page: heading, language, text.
fn blocks(page: &str) -> Vec<(&str, &str, &str)> {
    let mut blocks = Vec::new();
    for section in page.split("\n## ").skip(1) {
        let (heading, mut rest) = section.split_once('\n').expect("a heading");
        while let Some((_, from)) = rest.split_once("\n```") {
            let (language, body) = from.split_once('\n').expect("a block");
            let end = if body.starts_with("```") { 0 } else { body.find("\n```").expect("a block ends") + 1 };
            blocks.push((heading, language, &body[..end]));
            rest = &body[end + 3..];
        }
    }
    blocks
}

#[test]
fn every_page_has_the_same_headings() {
    for kind in Kind::ALL {
        let text: String = kind.page().split("```").step_by(2).collect();
        let headings: Vec<_> = text.lines().filter(|line| line.starts_with('#')).collect();
        let title = format!("# {kind}");
        assert_eq!(headings, [&*title, "## What it means", "## Before", "## After"], "{kind}");
        assert_eq!(kind.page().split("\n\n").nth(1), Some(kind.summary()), "{kind}");
        assert!(kind.summary().ends_with('.'), "{kind}: a sentence");
        let opposite = match kind.mirror() {
            Mirror::Kind(mirror) if mirror == *kind => "Seen the other way round it is the same.".to_owned(),
            Mirror::Kind(mirror) => format!("Its opposite is `{mirror}`."),
            Mirror::None(_) => "It has no opposite.".to_owned(),
        };
        assert!(kind.page().replace('\n', " ").contains(&opposite), "{kind} says: {opposite}");
    }
}

#[test]
fn examples_give_what_their_page_says() {
    for kind in Kind::ALL {
        let blocks = blocks(kind.page());
        let [before, after, output] = blocks.as_slice() else { panic!("{kind}: three blocks") };
        let heads = [(before.0, before.1), (after.0, after.1), (output.0, output.1)];
        assert_eq!(heads, [("Before", "yaml"), ("After", "yaml"), ("After", "text")], "{kind}");
        let (old, new) = (map(before.2), map(after.2));
        let states = vec![
            State { name: "before.journey.yaml".to_owned(), map: &old },
            State { name: "after.journey.yaml".to_owned(), map: &new },
        ];
        let options = Options::default();
        let report = Report { options, journeys: vec![JourneyReport::of(states, options)], ..Report::default() };
        let changes: Vec<&Change> = report.changes().collect();
        assert!(changes.iter().any(|change| change.kind == *kind), "{kind} is not found in its example: {changes:#?}");
        // The example is about the kind: nothing stands beside it but what brings it about and what it brings about.
        let causes = report.journeys[0].comparisons[0].changes.len();
        assert!(causes <= 2, "the example of {kind} gives more than that:\n{}", concise(&report, true));
        compare(*kind, output.2, &concise(&report, true));
    }
}

/// Compares an output with what the page says, or writes it there.
fn compare(kind: Kind, on_page: &str, found: &str) {
    if std::env::var_os("CXMAP_BLESS").is_none() {
        assert_eq!(found, on_page, "the output on the page of {kind} is not what the program says");
        return;
    }
    let path = format!("{}/docs/changes/{kind}.md", env!("CARGO_MANIFEST_DIR"));
    let block = |text: &str| format!("```text\n{text}```");
    let page = kind.page().replacen(&block(on_page), &block(found), 1);
    std::fs::write(path, page).expect("the page can be written");
}
