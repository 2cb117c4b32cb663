//! What code scanning shows of what findings are about, taken from its page.

use super::level;
use super::shape::{Configuration, Descriptor, Help, Message};
use crate::diagnostic::Level;

/// What findings of a run can be about: a rule, or a kind of change.
#[derive(Debug, Clone, Copy)]
pub struct Topic {
    /// Its public name.
    pub name: &'static str,
    /// What its findings say, in a sentence.
    pub summary: &'static str,
    /// Its page, in Markdown.
    pub page: &'static str,
    /// The level that it has in this run.
    pub level: Level,
}

/// A topic as code scanning lists it.
pub(super) fn descriptor(topic: &Topic) -> Descriptor {
    let first = |heading| section(topic.page, heading).split("\n\n").next().map(unwrapped).unwrap_or_default();
    // The pages of rules say why, those of kinds of change what it means.
    let meaning = [first("Why it matters"), first("What it means")].concat();
    let fix = first("How to fix");
    Descriptor {
        id: topic.name,
        short_description: Message { text: topic.summary.to_owned() },
        full_description: Message { text: format!("{} {meaning}", topic.summary) },
        help: Help { text: if fix.is_empty() { meaning } else { fix }, markdown: help(topic.page) },
        default_configuration: Configuration { level: level(topic.level) },
    }
}

/// The page without its title, which is shown above it.
fn help(page: &str) -> String {
    page.split_once("\n\n").map_or(page, |(_, page)| page).trim().to_owned()
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
