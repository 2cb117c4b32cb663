//! What the README shows is what the program prints.
//!
//! A `console` block holds a command and its output; a line with nothing but `…` stands for lines that are left out.
//! `CXMAP_BLESS=1` writes the beginning of the output into a block that has none.

mod common;

use common::{cxmap, repository};

/// How many lines of an output are shown when it is written into the page.
const SHOWN: usize = 24;

#[test]
fn the_readme_shows_what_the_program_prints() {
    let path = repository().join("README.md");
    let readme = std::fs::read_to_string(&path).unwrap();
    let mut blessed = readme.clone();
    let blocks: Vec<_> = readme.split("```console\n").skip(1).map(|rest| rest.split("\n```").next().unwrap()).collect();
    assert_eq!(blocks.len(), 4);
    for block in blocks {
        let (command, shown) = block.split_once('\n').unwrap_or((block, ""));
        let args: Vec<_> = command.strip_prefix("$ cxmap ").expect("a command").split(' ').collect();
        let output = cxmap(&args).stdout;
        if std::env::var_os("CXMAP_BLESS").is_some() {
            blessed = blessed.replace(block, &format!("{command}\n{}", beginning(&output)));
        } else {
            assert_shows(shown, &output);
        }
    }
    std::fs::write(path, blessed).unwrap();
}

fn beginning(output: &str) -> String {
    let lines: Vec<_> = output.trim_end().lines().collect();
    let rest = if lines.len() > SHOWN { "\n…" } else { "" };
    format!("{}{rest}", lines[..lines.len().min(SHOWN)].join("\n"))
}

fn assert_shows(shown: &str, output: &str) {
    let mut left = output;
    let mut is_gap = false;
    assert!(!shown.is_empty(), "run `just bless`");
    for part in shown.split("\n…").map(|part| part.trim_start_matches('\n')).filter(|part| !part.is_empty()) {
        let at = left.find(part).unwrap_or_else(|| panic!("the program does not print\n{part}\nbut\n{left}"));
        assert!(is_gap || at == 0, "something is left out without `…` before\n{part}");
        left = &left[at + part.len()..];
        is_gap = true;
    }
    assert!(left.trim().is_empty() || shown.ends_with('…'), "something is left out at the end:\n{left}");
}

#[test]
fn the_two_commands_of_the_readme_are_the_only_ones() {
    let readme = std::fs::read_to_string(repository().join("README.md")).unwrap();
    let commands: Vec<_> = readme.split("```sh\n").skip(1).map(|rest| rest.split("\n```").next().unwrap()).collect();
    let diff = "cargo run -- diff journeys/insurance-premium/before.journey.yaml journeys/insurance-premium/lockdown.journey.yaml";
    assert_eq!(commands, [diff, "cargo test"]);
}
