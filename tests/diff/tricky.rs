//! `docs/tricky-diffs.md` holds what it says.

use std::fmt::Write as _;

use cxmap::diff::{Change, compare};

use crate::common::{assert_mirrors, map};

fn tell(changes: &[Change], depth: usize, told: &mut String) {
    for change in changes {
        let (kind, impact, address) = (change.kind, change.impact.as_str(), &change.address);
        writeln!(told, "{:1$}{kind} {impact} {address}", "", 2 * depth).expect("a string takes all");
        tell(&change.claimed, depth + 1, told);
    }
}

#[test]
fn tricky_differences_are_told_as_the_page_wants() {
    let page = include_str!("../../docs/tricky-diffs.md");
    let mut wrong = String::new();
    let cases: Vec<_> = page.split("\n## ").skip(1).collect();
    assert!(cases.len() >= 20);
    for case in cases {
        let (title, _) = case.split_once('\n').expect("a title");
        let blocks: Vec<_> = case.split("```").skip(1).step_by(2).collect();
        let [before, after, wanted] = blocks.as_slice() else { panic!("{title}: three blocks") };
        let text =
            |block: &str, language: &str| block.strip_prefix(language).expect("a language").trim_start().to_owned();
        let (before, after) = (map(&text(before, "yaml")), map(&text(after, "yaml")));
        let changes = compare(&before, &after);
        let mut told = String::new();
        tell(&changes, 0, &mut told);
        let told = if told.is_empty() { "nothing\n" } else { told.as_str() };
        let wanted = text(wanted, "text");
        if told != wanted {
            let _ = writeln!(wrong, "{title}\nwanted:\n{wanted}found:\n{told}");
        }
        assert_mirrors(&before, &after);
    }
    assert!(wrong.is_empty(), "{wrong}");
}
