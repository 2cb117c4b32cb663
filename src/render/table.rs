//! The table for the terminal.

use std::fmt::Write;

use comfy_table::{ColumnConstraint, ContentArrangement, ContentLineStyle, LineStyle, Table, TableStyle, Width};
use unicode_width::UnicodeWidthStr;

use super::content::{Column, Content, Friction, Row, TableLabel, particulars, signed, title, told_gap};
use super::labels::Tongue;
use super::pen::{Pen, Tone};
use super::wrapped;
use crate::graph::Map;
use crate::model::{Availability, Severity};
use crate::text::printable;

/// How a table is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TableOptions {
    /// How many columns of characters there are to fill; fewer than 60 are too few for a table, and count as 60.
    pub width: u16,
    /// Whether ANSI styles may be used. Nothing is said by colour alone.
    pub color: bool,
    /// The language of labels; by default that of the map.
    pub tongue: Option<Tongue>,
}

impl Default for TableOptions {
    fn default() -> Self {
        Self { width: 100, color: false, tongue: None }
    }
}

/// Below this width words fall apart.
const LEAST: u16 = 60;
/// From this width on, moments of truth and owners have columns of their own.
const ROOMY: u16 = 130;

/// The map as a table: a heading, then one row a touchpoint, phase by phase. Columns that no touchpoint fills are left
/// out, and where there is little room moments of truth and owners stand below touchpoints and channels.
#[must_use]
pub fn table(map: &Map, options: TableOptions) -> String {
    let content = Content::of(map);
    let layout = Layout::of(map, &content, options);
    let mut text = String::new();
    let body = if content.rows.is_empty() { Vec::new() } else { layout.body(&content) };
    for line in layout.head(map).into_iter().chain(body) {
        text.push_str(Pen::ink(line.trim_end()).trim_end());
        text.push('\n');
    }
    text
}

/// How a table of some width is laid out.
struct Layout {
    width: u16,
    /// The columns that are drawn; phases are not, they are headings between the rows.
    columns: Vec<Column>,
    /// Whether moments and owners stand below touchpoints and channels.
    is_folded: bool,
    /// How far apart the ends of the rating scale are, in ratings and in characters of a bar.
    scale: (f64, usize),
    pen: Pen,
    tongue: Tongue,
}

impl Layout {
    fn of(map: &Map, content: &Content<'_>, options: TableOptions) -> Self {
        let is_folded = options.width < ROOMY;
        let owners = content.columns.contains(&Column::Owner);
        let is_drawn = |column: &Column| match column {
            Column::Phase => false,
            Column::Channel => is_folded && owners || content.columns.contains(column),
            Column::Moment | Column::Owner => !is_folded && content.columns.contains(column),
            _ => content.columns.contains(column),
        };
        Self {
            width: options.width.max(LEAST),
            columns: Column::ALL.into_iter().filter(is_drawn).collect(),
            is_folded,
            scale: (content.scale_length, if is_folded { 2 } else { 4 }),
            pen: Pen { color: options.color },
            tongue: options.tongue.unwrap_or_else(|| Tongue::of(&map.journey().language().primary())),
        }
    }

    /// The lines above the table.
    fn head(&self, map: &Map) -> Vec<String> {
        let particulars: Vec<_> =
            particulars(map, self.tongue).iter().map(|text| printable(text).into_owned()).collect();
        let mut lines = wrapped(&self.pen.mark(Tone::Strong, &printable(title(map))), self.width);
        lines.extend(wrapped(&particulars.join(" · "), self.width));
        lines
    }

    /// The grid, with the phases as headings between its rows.
    fn body(&self, content: &Content<'_>) -> Vec<String> {
        let mut following = content.rows.iter();
        let mut lines = vec![String::new()];
        for line in self.grid(content).lines() {
            if !line.starts_with(SEPARATOR) {
                lines.push(line);
                continue;
            }
            // A separator stands before each row.
            let width = line.chars().count();
            match following.next().and_then(|row| row.phase) {
                Some(phase) => lines.extend(self.phase(phase, width)),
                None => lines.push("┈".repeat(width)),
            }
        }
        lines
    }

    /// The heading of a phase, as wide as the grid.
    fn phase(&self, title: &str, width: usize) -> Vec<String> {
        let title = self.pen.mark(Tone::Strong, &printable(title));
        let mut lines = wrapped(&title, self.width.saturating_sub(6));
        for (index, line) in lines.iter_mut().enumerate() {
            let rest = width.saturating_sub(line.width() + 4);
            *line = if index == 0 { format!("━━ {line} {}", "━".repeat(rest)) } else { format!("   {line}") };
        }
        lines
    }

    fn grid(&self, content: &Content<'_>) -> Table {
        let mut grid = Table::new();
        grid.load_style(STYLE).set_width(self.width).set_content_arrangement(ContentArrangement::Dynamic);
        grid.set_header(self.columns.iter().map(|column| self.pen.mark(Tone::Strong, self.heading(*column))));
        for row in &content.rows {
            grid.add_row(self.columns.iter().map(|column| self.cell(row, *column)));
        }
        for (column, drawn) in self.columns.iter().zip(grid.column_iter_mut()) {
            drawn.set_padding((0, if Some(column) == self.columns.last() { 0 } else { 2 }));
            match column {
                Column::Expectation | Column::Experience | Column::Gap => {
                    drawn.set_constraint(ColumnConstraint::ContentWidth);
                }
                Column::Channel | Column::Owner => {
                    drawn.set_constraint(ColumnConstraint::UpperBoundary(Width::Fixed(NARROW)));
                }
                _ => {}
            }
        }
        grid
    }

    /// Ratings need little room: their headings break at a syllable.
    fn heading(&self, column: Column) -> &'static str {
        match column {
            Column::Expectation => TableLabel::NarrowExpectation.in_tongue(self.tongue),
            Column::Experience => TableLabel::NarrowExperience.in_tongue(self.tongue),
            Column::Channel if self.is_folded => TableLabel::ChannelAndOwner.in_tongue(self.tongue),
            other => other.title(self.tongue),
        }
    }

    fn cell(&self, row: &Row<'_>, column: Column) -> String {
        let text = |text: Option<&str>| printable(text.unwrap_or_default()).into_owned();
        let rating = |rating: Option<f64>| rating.map(|rating| self.tongue.number(rating)).unwrap_or_default();
        match column {
            Column::Phase => text(row.phase),
            Column::Touchpoint => self.touchpoint(row),
            Column::Channel => self.channel(row),
            Column::Expectation => rating(row.expectation),
            Column::Experience => rating(row.experience),
            Column::Gap => row.gap.map(|gap| self.gap(gap)).unwrap_or_default(),
            Column::Friction => row.friction.iter().map(|point| self.friction(point)).collect::<Vec<_>>().join("\n"),
            Column::Moment => text(row.moment),
            Column::Owner => text(row.owner),
        }
    }

    fn touchpoint(&self, row: &Row<'_>) -> String {
        let Some(title) = row.touchpoint else {
            return format!("({})", TableLabel::NoTouchpoints.in_tongue(self.tongue));
        };
        let mut cell = printable(title).into_owned();
        if let Some(status) = row.restriction(self.tongue) {
            let tone = if row.availability == Some(Availability::Unavailable) { Tone::Bad } else { Tone::Doubtful };
            let _ = write!(cell, "\n[{}]", self.pen.mark(tone, &status));
        }
        if !row.instead.is_empty() {
            let _ = write!(cell, " → {}", printable(&row.instead.join(", ")));
        }
        match row.moment {
            Some(moment) if self.is_folded => {
                let _ = write!(cell, "\n★ {}", printable(moment));
            }
            Some(_) => cell.insert_str(0, "★ "),
            None => {}
        }
        cell
    }

    fn channel(&self, row: &Row<'_>) -> String {
        let channels = row.channels.join(", ");
        let owner = row.owner.filter(|_| self.is_folded).map(|owner| format!("({})", printable(owner)));
        let lines = [printable(&channels).into_owned(), owner.unwrap_or_default()];
        lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    }

    fn friction(&self, point: &Friction<'_>) -> String {
        let severity = point.told_severity(self.tongue);
        let severity = match point.severity {
            Severity::Critical => self.pen.mark(Tone::Bad, &severity),
            Severity::High => self.pen.mark(Tone::Doubtful, &severity),
            Severity::Low | Severity::Medium => severity,
        };
        self.tongue.named(&format!("{severity}{}", point.qualities(self.tongue)), &printable(point.title))
    }

    /// A bar that begins at a middle line and grows to the left where experience falls short, to the right where it
    /// exceeds; as long as the gap is of the scale. The number stands behind it.
    fn gap(&self, gap: f64) -> String {
        let (length, room) = self.scale;
        let halves = half_characters(gap, length, room);
        let (full, half) = (halves / 2, halves % 2);
        let (room, rest) = (" ".repeat(room), " ".repeat(room - full - half));
        let (bar, tone) = if gap < 0.0 {
            (format!("{rest}{}{}│{room}", "▐".repeat(half), "█".repeat(full)), Tone::Bad)
        } else {
            (format!("{room}│{}{}{rest}", "█".repeat(full), "▌".repeat(half)), Tone::Good)
        };
        format!("{} {}", self.pen.mark(tone, &bar), told_gap(gap, self.tongue))
    }
}

/// The length of a bar in half characters, of which `room` is the whole scale; at least one, unless there is no gap.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "at most 8")]
fn half_characters(gap: f64, scale_length: f64, room: usize) -> usize {
    let whole = 2.0 * room as f64;
    let least = if signed(gap) == "0" { 0.0 } else { 1.0 };
    (gap.abs() / scale_length * whole).round().clamp(least, whole) as usize
}

/// How wide a column of short texts may get, its padding included.
const NARROW: u16 = 22;
/// What a separator between rows is made of until the table stands: no text that is shown can have it.
const SEPARATOR: char = '\u{2028}';
const STYLE: TableStyle = TableStyle::new()
    .header_lines(ContentLineStyle::none())
    .header_separator(LineStyle::none().fill(SEPARATOR))
    .content_lines(ContentLineStyle::none())
    .row_separator(LineStyle::none().fill(SEPARATOR));
