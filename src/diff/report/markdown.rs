//! The report as a comment on a change request: the gist and what got worse or better at once, the rest folded away.

use std::fmt::Write as _;

use super::figures::Table;
use super::story::{Entry, Section, Story};
use super::{JourneyReport, Report};
use crate::diff::Impact;
use crate::text::markdown as escaped;
use crate::tongue::Tongue;

/// How many bytes the report has at most: comments on GitHub end at 65,536 characters.
const MOST: usize = 60_000;
/// How many characters of one sentence are shown.
const LONGEST: usize = 1_500;

/// The report in Markdown. `details`: whether wording and details are shown as well.
#[must_use]
pub fn markdown(report: &Report<'_>, details: bool) -> String {
    let tongue = report.options.tongue;
    let mut page = Page { tongue, text: String::new(), cut: 0 };
    for journey in &report.journeys {
        page.journey(journey, report, details);
    }
    let added = report.added.iter().map(|name| tongue.new_journey(name));
    let removed = report.removed.iter().map(|name| tongue.gone_journey(name));
    for line in added.chain(removed) {
        page.item(&format!("- {}", shown(&line)));
    }
    if page.cut > 0 {
        let _ = writeln!(page.text, "\n*{}*", tongue.more(page.cut));
    }
    page.text
}

struct Page {
    tongue: Tongue,
    text: String,
    /// How many changes did not find room.
    cut: usize,
}

impl Page {
    fn journey(&mut self, journey: &JourneyReport<'_>, report: &Report<'_>, details: bool) {
        for story in Story::of_journey(journey, report, details) {
            self.story(&story);
        }
        let differ = journey.comparisons.iter().any(|comparison| !comparison.changes.is_empty());
        if let Some(table) = Table::of(journey, self.tongue).filter(|_| differ) {
            self.figures(&table);
        }
    }

    fn story(&mut self, story: &Story<'_>) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        if let Some(gist) = &story.gist {
            self.item(&format!("## {}\n\n{}", shown(&story.title), clipped(gist, 3 * LONGEST)));
        } else {
            self.item(&shown(&story.title));
        }
        for section in &story.sections {
            self.section(section);
        }
        if !story.accepted.is_empty() {
            self.item(&format!("\n### {}\n", self.tongue.heading_accepted()));
            for entry in &story.accepted {
                let reason = entry.change.accepted.as_deref().unwrap_or_default();
                self.item(&format!("- {} *{}*", shown(&entry.text), shown(&self.tongue.accepted_for(reason))));
            }
        }
        if story.hidden > 0 {
            self.item(&format!("\n*{}*", self.tongue.hidden(story.hidden)));
        }
    }

    fn section(&mut self, section: &Section<'_>) {
        self.item(&format!("\n### {} {}", section.number, section.heading));
        let (told, folded): (Vec<_>, Vec<_>) = section.entries.iter().partition(|entry| entry.has_verdict());
        if !told.is_empty() {
            self.item("");
        }
        for entry in told {
            self.entry(entry, 0);
        }
        for list in &section.lists {
            self.item(&format!("\n**{}**\n", shown(&list.heading)));
            for line in &list.lines {
                self.item(&format!("- {}", shown(line)));
            }
        }
        if !folded.is_empty() {
            let summary = self.tongue.further_changes(&folded.len().to_string());
            self.item(&format!("\n<details><summary>{summary}</summary>\n"));
            for entry in folded {
                self.entry(entry, 0);
            }
            // What was opened is closed, full or not.
            self.text.push_str("\n</details>\n");
        }
    }

    fn entry(&mut self, entry: &Entry<'_>, depth: usize) {
        let change = entry.change;
        let verdict = match change.impact {
            Impact::Worse if entry.is_worst => format!("**{}** ", self.tongue.word_worst()),
            Impact::Worse => format!("**{}** ", self.tongue.word_worse()),
            Impact::Better => format!("{} ", self.tongue.word_better()),
            Impact::Neutral => String::new(),
        };
        let line = format!("{:indent$}- {verdict}{}", "", shown(&entry.text), indent = 2 * depth);
        if self.item(&line) {
            for echo in &entry.echoes {
                self.entry(echo, depth + 1);
            }
        } else {
            self.cut += 1 + count(&entry.echoes);
        }
    }

    fn figures(&mut self, table: &Table) {
        let row = |label: &str, cells: &[String]| {
            let cells: Vec<_> = cells.iter().map(|cell| shown(cell)).collect();
            format!("| {} | {} |", shown(label), cells.join(" | "))
        };
        let mut lines = vec![row(&self.tongue.heading_figures(), &table.states)];
        lines.push(format!("| --- |{}", " ---: |".repeat(table.states.len())));
        for (label, cells) in &table.rows {
            // A part of the figure above it.
            let inset = if label.starts_with(' ') { "– " } else { "" };
            lines.push(row(&format!("{inset}{}", label.trim_start()), cells));
        }
        self.item(&format!("\n{}", lines.join("\n")));
    }

    /// Adds lines as far as there is room.
    fn item(&mut self, lines: &str) -> bool {
        let fits = self.text.len() + lines.len() < MOST;
        if fits {
            let _ = writeln!(self.text, "{lines}");
        }
        fits
    }
}

fn count(entries: &[Entry<'_>]) -> usize {
    entries.iter().map(|entry| 1 + count(&entry.echoes)).sum()
}

/// A sentence as Markdown, not longer than anybody reads.
fn shown(text: &str) -> String {
    clipped(text, LONGEST)
}

fn clipped(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", escaped(text.get(..end).unwrap_or_default())),
        None => escaped(text),
    }
}
