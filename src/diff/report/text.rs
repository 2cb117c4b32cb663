//! The report for a terminal: a paragraph that tells it, then the five questions one by one, the worst first.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};
use unicode_width::UnicodeWidthStr;

use super::figures::Table;
use super::story::{Entry, Story};
use super::{JourneyReport, Report};
use crate::diff::Impact;
use crate::text::printable;
use crate::tongue::Tongue;

/// How the report is shown.
#[derive(Debug, Clone, Copy)]
pub struct Layout {
    /// Columns of the terminal.
    pub width: usize,
    /// Whether it shows colour.
    pub color: bool,
    /// Whether changes of wording and detail are shown.
    pub details: bool,
}

/// How many changes of one question are shown, and how many that one change brings about; more are only counted.
const MOST: usize = 200;

/// The narrowest report that can still be read.
const NARROWEST: usize = 40;

const BOLD: Style = Style::new().bold();

/// The report as text.
#[must_use]
pub fn text(report: &Report<'_>, layout: Layout) -> String {
    let layout = Layout { width: layout.width.max(NARROWEST), ..layout };
    let mut page = Page { layout, tongue: report.options.tongue, text: String::new() };
    for journey in &report.journeys {
        page.journey(journey, report);
    }
    let tongue = report.options.tongue;
    let added = report.added.iter().map(|name| tongue.new_journey(name));
    let removed = report.removed.iter().map(|name| tongue.gone_journey(name));
    for line in added.chain(removed) {
        page.paragraph("", &line);
    }
    page.text
}

struct Page {
    layout: Layout,
    tongue: Tongue,
    text: String,
}

impl Page {
    fn journey(&mut self, journey: &JourneyReport<'_>, report: &Report<'_>) {
        for story in Story::of_journey(journey, report, self.layout.details) {
            if !self.text.is_empty() {
                self.text.push('\n');
            }
            self.story(&story);
        }
        if journey.comparisons.iter().any(|comparison| !comparison.changes.is_empty())
            && let Some(table) = Table::of(journey, self.tongue)
        {
            self.figures(&table);
        }
    }

    fn story(&mut self, story: &Story<'_>) {
        let Some(gist) = &story.gist else {
            self.paragraph("", &story.title);
            return;
        };
        self.styled(BOLD, &story.title);
        self.text.push('\n');
        self.paragraph("", gist);
        for section in &story.sections {
            self.text.push('\n');
            self.styled(BOLD, &format!("{} {}", section.number, section.heading));
            self.entries(&section.entries, 0);
            for list in &section.lists {
                self.paragraph("  ", &list.heading);
                for line in &list.lines {
                    self.hanging(4, "· ", Style::new(), line);
                }
            }
        }
        if !story.accepted.is_empty() {
            self.text.push('\n');
            self.styled(BOLD, &self.tongue.heading_accepted());
            for entry in &story.accepted {
                self.entry(entry, 0);
                let reason = entry.change.accepted.as_deref().unwrap_or_default();
                self.paragraph(&" ".repeat(4 + self.column()), &self.tongue.accepted_for(reason));
            }
        }
        self.text.push('\n');
        if story.hidden > 0 {
            self.paragraph("", &self.tongue.hidden(story.hidden));
        }
        self.paragraph("", &self.tongue.legend());
    }

    /// The figures that differ between the states, a column a state.
    fn figures(&mut self, table: &Table) {
        let heads = table.states.iter().map(|name| printable(name).into_owned()).collect();
        let rows: Vec<_> = std::iter::once((String::new(), heads)).chain(table.rows.iter().cloned()).collect();
        let labels = rows.iter().map(|(label, _)| label.width()).max().unwrap_or_default();
        let width = |column: usize| {
            rows.iter().filter_map(|(_, cells): &(String, Vec<String>)| Some(cells.get(column)?.width())).max()
        };
        let widths: Vec<_> = (0..table.states.len()).map(|column| width(column).unwrap_or_default()).collect();
        let cells: usize = widths.iter().map(|width| width + 2).sum();
        let labels = labels.min(self.layout.width.saturating_sub(cells + 2)).max(NARROWEST / 3);
        self.text.push('\n');
        self.styled(BOLD, &self.tongue.heading_figures());
        for (label, cells) in &rows {
            let part = label.width() - label.trim_start().width();
            let mut lines = wrap(&printable(label.trim_start()), labels - part).into_iter();
            let first = lines.next().unwrap_or_default();
            let cells = cells
                .iter()
                .zip(&widths)
                .map(|(cell, width)| format!("{}{cell}", " ".repeat(2 + width - cell.width())));
            let pad = labels.saturating_sub(part + first.width());
            let _ = writeln!(self.text, "  {:part$}{first}{:pad$}{}", "", "", cells.collect::<String>());
            for line in lines {
                let _ = writeln!(self.text, "  {:part$}{line}", "");
            }
        }
    }

    /// How wide the column of verdicts is.
    fn column(&self) -> usize {
        let words = [self.tongue.word_worse(), self.tongue.word_worst(), self.tongue.word_better()];
        words.iter().map(|word| word.width()).max().unwrap_or_default() + 1
    }

    /// A change on lines of its own, and what it brings about under it.
    fn entry(&mut self, entry: &Entry<'_>, depth: usize) {
        let change = entry.change;
        let column = self.column();
        let word = match (depth, change.impact) {
            (0, Impact::Neutral) => " ".repeat(column),
            (0, Impact::Worse) if entry.is_worst => padded(&self.tongue.word_worst(), column),
            (0, Impact::Worse) => padded(&self.tongue.word_worse(), column),
            (0, Impact::Better) => padded(&self.tongue.word_better(), column),
            _ => String::new(),
        };
        let style = match change.impact {
            Impact::Worse if entry.is_worst => AnsiColor::Red.on_default().bold(),
            Impact::Worse => AnsiColor::Red.on_default(),
            Impact::Better => AnsiColor::Green.on_default(),
            Impact::Neutral => Style::new(),
        };
        let indent = self.margin(depth);
        let mark = format!("{} {word}", change.kind.sign().as_str());
        self.hanging(indent, &mark, style, &entry.text);
        self.entries(&entry.echoes, depth + 1);
    }

    /// The first of them, and how many more there are.
    fn entries(&mut self, entries: &[Entry<'_>], depth: usize) {
        for entry in entries.iter().take(MOST) {
            self.entry(entry, depth);
        }
        if entries.len() > MOST {
            self.hanging(self.margin(depth), "", Style::new(), &self.tongue.like_these(entries.len() - MOST));
        }
    }

    /// How far a change is moved in that is brought about by so many others.
    fn margin(&self, depth: usize) -> usize {
        if depth == 0 { 2 } else { self.column() + 1 + 2 * depth }
    }

    /// A mark and a text beside it, wrapped so that the mark stands alone.
    fn hanging(&mut self, indent: usize, mark: &str, style: Style, message: &str) {
        let margin = indent + mark.width();
        let lines = wrap(&printable(message), self.layout.width.saturating_sub(margin));
        for (at, line) in lines.iter().enumerate() {
            if at > 0 {
                let _ = writeln!(self.text, "{:margin$}{line}", "");
            } else if self.layout.color {
                let _ = writeln!(self.text, "{:indent$}{style}{mark}{style:#}{line}", "");
            } else {
                let _ = writeln!(self.text, "{:indent$}{mark}{line}", "");
            }
        }
    }

    fn paragraph(&mut self, indent: &str, text: &str) {
        for line in wrap(&printable(text), self.layout.width - indent.len()) {
            let _ = writeln!(self.text, "{indent}{line}");
        }
    }

    fn styled(&mut self, style: Style, text: &str) {
        for line in wrap(&printable(text), self.layout.width) {
            self.line(style, &line);
        }
    }

    fn line(&mut self, style: Style, line: &str) {
        if self.layout.color {
            let _ = writeln!(self.text, "{style}{line}{style:#}");
        } else {
            let _ = writeln!(self.text, "{line}");
        }
    }
}

fn padded(word: &str, width: usize) -> String {
    format!("{word}{}", " ".repeat(width.saturating_sub(word.width())))
}

/// Breaks a text into lines at blanks that may break; a word that is longer than a line stands alone and is not cut.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split([' ', '\n', '\t']).filter(|word| !word.is_empty()) {
        if !line.is_empty() && line.width() + 1 + word.width() > width {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines.push(line);
    lines
}
