//! What code scanning shows of a rule, taken from its page.

use super::level;
use super::shape::{Configuration, Descriptor, Help, Message};
use crate::diagnostic::Level;
use crate::rules::Rule;

/// A rule at the level that it has in this run.
pub(super) fn descriptor(rule: &Rule, at: Level) -> Descriptor {
    let first = |heading| section(rule.page, heading).split("\n\n").next().map(unwrapped).unwrap_or_default();
    let summary = rule.summary();
    Descriptor {
        id: rule.name,
        short_description: Message { text: summary.to_owned() },
        full_description: Message { text: format!("{summary} {}", first("Why it matters")) },
        help: Help { text: first("How to fix"), markdown: help(rule) },
        default_configuration: Configuration { level: level(at) },
    }
}

/// The page without its title, which is shown above it.
fn help(rule: &Rule) -> String {
    rule.page.split_once("\n\n").map_or(rule.page, |(_, page)| page).trim().to_owned()
}

/// The text below a heading of a page.
fn section<'p>(page: &'p str, heading: &str) -> &'p str {
    let sections = page.split("\n## ").filter_map(|section| section.split_once('\n'));
    sections.into_iter().find(|(name, _)| *name == heading).map(|(_, text)| text.trim()).unwrap_or_default()
}

/// A paragraph on one line.
fn unwrapped(paragraph: &str) -> String {
    paragraph.split_whitespace().collect::<Vec<_>>().join(" ")
}
