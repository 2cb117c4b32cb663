//! The same map in other clothes: line ends, byte-order mark, comments, brackets and repetitions change nothing of what
//! it says.

use std::collections::HashMap;

use cxmap::model::Journey;
use cxmap::model::lower::lower;
use cxmap::source::Source;

use crate::common::{journeys, repository};
use crate::outline::Outline;

/// Every bundled map: its path and text.
pub fn texts() -> Vec<(String, String)> {
    let read = |path: std::path::PathBuf| {
        (path.display().to_string(), std::fs::read_to_string(repository().join(&path)).unwrap())
    };
    journeys().into_iter().map(read).collect()
}

fn journey(name: &str, text: &str) -> Journey {
    let lowered = lower(&Source::new(name, text).text);
    assert!(lowered.diagnostics.is_empty(), "{name}: {:?}", lowered.diagnostics);
    lowered.journey.unwrap()
}

fn is_the_same(change: impl Fn(&str) -> String) {
    for (name, text) in texts() {
        let changed = change(&text);
        assert_ne!(changed, text, "{name}: nothing is changed");
        assert_eq!(journey(&name, &changed), journey(&name, &text), "{name}");
    }
}

#[test]
fn line_ends_of_other_systems() {
    is_the_same(|text| text.replace('\n', "\r\n"));
    is_the_same(|text| text.replace('\n', "\r"));
}

#[test]
fn byte_order_mark() {
    is_the_same(|text| format!("\u{feff}{text}"));
}

#[test]
fn without_comments_and_blank_lines() {
    let is_content = |line: &&str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
    is_the_same(|text| text.lines().filter(is_content).collect::<Vec<_>>().join("\n"));
}

#[test]
fn brackets_and_braces() {
    let json = |text: &str| serde_yaml::from_str::<serde_json::Value>(text).unwrap();
    is_the_same(|text| json(text).to_string());
    is_the_same(|text| serde_json::to_string_pretty(&json(text)).unwrap());
}

/// Every value that occurs twice is anchored where it stands first and repeated by name from there on.
#[test]
fn repetitions() {
    is_the_same(|text| {
        let map = Outline::of(text);
        let mut lines = map.lines.clone();
        let mut counts: HashMap<&str, usize> = HashMap::new();
        let values: Vec<_> = map.nodes().filter(|node| node.is_plain() && node.name() != "cxmap").collect();
        for node in &values {
            *counts.entry(&node.value).or_default() += 1;
        }
        let mut anchors: HashMap<&str, usize> = HashMap::new();
        for node in values.iter().filter(|node| counts[&*node.value] > 1) {
            let number = anchors.len();
            lines[node.line] = match anchors.get(&*node.value) {
                Some(number) => map.with_value(node, &format!("*v{number}")),
                None => map.with_value(node, &format!("&v{number} {}", node.value)),
            };
            anchors.entry(&node.value).or_insert(number);
        }
        assert!(anchors.len() > 10, "a map repeats many values");
        lines.join("\n")
    });
}
