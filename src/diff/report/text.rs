//! The report for a terminal: a paragraph that tells it, then the five questions one by one, the worst first.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};
use unicode_width::UnicodeWidthStr;

use super::figures::figures;
use super::headline::headline;
use super::{Comparison, JourneyReport, Report, State};
use crate::diff::changes::words::{list, quote};
use crate::diff::inventory::{FrictionItem, Inventory};
use crate::diff::unsolved::unsolved;
use crate::diff::{Change, Impact, Question, Value};
use crate::text::printable;

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

/// How many friction points without a solution are named; more are only counted.
const MOST_NAMES: usize = 20;

/// The narrowest report that can still be read.
const NARROWEST: usize = 40;

const BOLD: Style = Style::new().bold();

/// The report as text.
#[must_use]
pub fn text(report: &Report<'_>, layout: Layout) -> String {
    let mut page = Page { layout: Layout { width: layout.width.max(NARROWEST), ..layout }, text: String::new() };
    for journey in &report.journeys {
        page.journey(journey);
    }
    for (names, words) in [(&report.added, "New journey"), (&report.removed, "Journey no longer there")] {
        for name in names {
            page.paragraph("", &format!("{words}: {name}"));
        }
    }
    page.text
}

struct Page {
    layout: Layout,
    text: String,
}

impl Page {
    fn journey(&mut self, journey: &JourneyReport<'_>) {
        let names: Vec<_> = labels(&journey.states).iter().map(|name| printable(name).into_owned()).collect();
        for comparison in &journey.comparisons {
            if let (Some(before), Some(after)) =
                (journey.states.get(comparison.before), journey.states.get(comparison.after))
            {
                if !self.text.is_empty() {
                    self.text.push('\n');
                }
                let name = |at: usize| names.get(at).map_or("", String::as_str);
                let title = format!(
                    "{}: {} → {}",
                    after.map.journey().title.value,
                    name(comparison.before),
                    name(comparison.after)
                );
                self.comparison(&title, [before, after], comparison);
            }
        }
        if journey.comparisons.iter().any(|comparison| !comparison.changes.is_empty()) {
            self.figures(&journey.states, &names);
        }
    }

    /// The figures that differ between the states, a column a state.
    fn figures(&mut self, states: &[State<'_>], names: &[String]) {
        let states: Vec<_> = states.iter().map(|state| figures(state.map)).collect();
        let Some(first) = states.first() else { return };
        let mut rows: Vec<(&str, Vec<String>)> = vec![("", names.to_vec())];
        // What an indented figure is a part of, while it has not been shown.
        let mut whole = None;
        for (row, figure) in first.iter().enumerate() {
            let values: Vec<_> = states.iter().filter_map(|figures| Some(&figures.get(row)?.value)).collect();
            let shown = |value: &&Option<Value>| value.as_ref().map_or_else(|| "?".to_owned(), ToString::to_string);
            let cells = (figure.label, values.iter().map(shown).collect());
            let is_part = figure.label.starts_with(' ');
            if values.iter().any(|value| **value != figure.value) {
                rows.extend(whole.take().filter(|_| is_part));
                rows.push(cells);
            } else if !is_part {
                whole = Some(cells);
            }
        }
        if rows.len() == 1 {
            return;
        }
        let labels = rows.iter().map(|(label, _)| label.width()).max().unwrap_or_default();
        let widths: Vec<_> = (0..states.len())
            .map(|column| rows.iter().filter_map(|(_, cells)| Some(cells.get(column)?.width())).max().unwrap_or(0))
            .collect();
        self.text.push('\n');
        self.line(BOLD, "In figures");
        for (label, cells) in rows {
            let cells = cells
                .iter()
                .zip(&widths)
                .map(|(cell, width)| format!("{}{cell}", " ".repeat(2 + width - cell.width())));
            let _ = writeln!(self.text, "  {label:labels$}{}", cells.collect::<String>());
        }
    }

    fn comparison(&mut self, title: &str, [before, after]: [&State<'_>; 2], comparison: &Comparison) {
        if comparison.changes.is_empty() {
            self.paragraph("", &format!("{title}: no differences"));
            return;
        }
        self.styled(BOLD, title);
        self.text.push('\n');
        self.paragraph("", &headline(before, after, &comparison.changes));
        for (number, question, title) in [
            (1, Question::Journey, "Phases, needs and touchpoints"),
            (2, Question::Moments, "Moments of truth"),
            (3, Question::Friction, "Friction"),
            (4, Question::Solutions, "Solutions"),
            (5, Question::Satisfaction, "Expectations and satisfaction"),
        ] {
            let changes = comparison.changes.iter().filter(|change| change.kind.question() == question);
            let changes: Vec<_> = changes.filter(|change| self.is_shown(change)).collect();
            let open = if question == Question::Solutions { unanswered(after) } else { None };
            if changes.is_empty() && open.is_none() {
                continue;
            }
            self.text.push('\n');
            self.styled(BOLD, &format!("{number} {title}"));
            self.changes(changes.into_iter(), 0);
            if let Some(open) = open {
                self.paragraph("    ", &open);
            }
        }
        self.hidden(&comparison.changes);
    }

    fn is_shown(&self, change: &Change) -> bool {
        self.layout.details || !change.kind.is_detail()
    }

    fn hidden(&mut self, changes: &[Change]) {
        let hidden = changes.iter().flat_map(Change::flat).filter(|change| !self.is_shown(change)).count();
        if hidden > 0 {
            self.text.push('\n');
            let words = if hidden == 1 { "change of wording or detail is" } else { "changes of wording or detail are" };
            self.paragraph("", &format!("{hidden} {words} not shown."));
        }
    }

    /// A change on lines of its own, and what it brings about under it.
    fn change(&mut self, change: &Change, depth: usize) {
        let word = match (depth, change.impact) {
            (0, Impact::Neutral) => "       ",
            (0, impact) => &format!("{:7}", impact.as_str()),
            _ => "",
        };
        let style = match change.impact {
            Impact::Worse => AnsiColor::Red.on_default(),
            Impact::Better => AnsiColor::Green.on_default(),
            Impact::Neutral => Style::new(),
        };
        let indent = margin(depth);
        let mark = format!("{} {word}", change.kind.sign().as_str());
        self.hanging(indent, &mark, style, &change.message);
        let details = self.layout.details;
        self.changes(change.claimed.iter().filter(|echo| details || !echo.kind.is_detail()), depth + 1);
    }

    /// The first of them, and how many more there are.
    fn changes<'c>(&mut self, mut changes: impl Iterator<Item = &'c Change>, depth: usize) {
        for change in changes.by_ref().take(MOST) {
            self.change(change, depth);
        }
        match changes.count() {
            0 => {}
            more => self.hanging(margin(depth), "", Style::new(), &format!("… and {more} more like these")),
        }
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

/// How far a change is moved in that is brought about by so many others.
const fn margin(depth: usize) -> usize {
    if depth == 0 { 2 } else { 8 + 2 * depth }
}

/// What the states are called in a headline: their files without folders and suffixes, if that tells them apart.
fn labels(states: &[State<'_>]) -> Vec<String> {
    let short = |name: &str| {
        let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
        file.split('.').next().filter(|stem| !stem.is_empty()).unwrap_or(file).to_owned()
    };
    let labels: Vec<_> = states.iter().map(|state| short(&state.name)).collect();
    let differ = labels.iter().enumerate().all(|(at, label)| !labels.iter().skip(at + 1).any(|other| other == label));
    if differ { labels } else { states.iter().map(|state| state.name.clone()).collect() }
}

/// Friction of the after side that has no solution.
fn unanswered(after: &State<'_>) -> Option<String> {
    let inventory = Inventory::of(after.map);
    let open = unsolved(&inventory);
    let name = |friction: &&FrictionItem<'_>| format!("{} ({})", quote(friction.title()), friction.body.severity());
    let mut names: Vec<_> = open.iter().take(MOST_NAMES).map(name).collect();
    if open.len() > names.len() {
        names.push(format!("{} more", open.len() - names.len()));
    }
    (!names.is_empty()).then(|| format!("No solution yet for {}.", list(names)))
}

/// Breaks a text into lines at blanks; a word that is longer than a line stands alone and is not cut.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
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
