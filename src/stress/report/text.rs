//! The answer for a terminal.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};
use comfy_table::{
    CellAlignment, ColumnConstraint, ContentArrangement, ContentLineStyle, LineStyle, Table, TableStyle,
};

use super::each::Ranking;
use super::story::{Mark, Story};
use crate::stress::Stress;
use crate::text::printable;
use crate::tongue::Tongue;

/// How the answer is shown.
#[derive(Debug, Clone, Copy)]
pub struct Layout {
    /// Columns of the terminal; fewer than 60 count as 60.
    pub width: u16,
    /// Whether it shows colour. Nothing is said by colour alone.
    pub color: bool,
    /// Its language.
    pub tongue: Tongue,
}

/// Below this width words fall apart.
const LEAST: u16 = 60;

const BOLD: Style = Style::new().bold();

/// The answer as text.
#[must_use]
pub fn text(stress: &Stress<'_>, layout: Layout) -> String {
    let layout = Layout { width: layout.width.max(LEAST), ..layout };
    let mut page = Page { layout, text: String::new() };
    match stress.each {
        Some(subject) => page.ranking(&Ranking::of(stress, subject, layout.tongue)),
        None => stress.scenarios.iter().for_each(|scenario| page.story(&Story::of(stress, scenario, layout.tongue))),
    }
    page.text
}

struct Page {
    layout: Layout,
    text: String,
}

impl Page {
    fn story(&mut self, story: &Story) {
        self.head(&story.title, &story.gist);
        for section in &story.sections {
            self.text.push('\n');
            self.lines(0, BOLD, &section.title);
            for (mark, item) in &section.items {
                self.item(*mark, item);
            }
            self.hint(section.hint.as_deref(), "    ");
        }
    }

    fn ranking(&mut self, ranking: &Ranking) {
        self.head(&ranking.title, &ranking.gist);
        if ranking.columns.is_empty() {
            return;
        }
        let mut table = Table::new();
        table.load_style(STYLE).set_width(self.layout.width).set_content_arrangement(ContentArrangement::Dynamic);
        table.set_header(ranking.columns.iter().map(|column| column.head.join("\n")));
        for row in ranking.rows() {
            table.add_row(row.iter().map(|cell| printable(cell).into_owned()));
        }
        for (at, column) in table.column_iter_mut().enumerate() {
            column.set_padding((0, if at + 1 == ranking.columns.len() { 0 } else { 2 }));
            if at > 0 {
                column.set_constraint(ColumnConstraint::ContentWidth);
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
        self.text.push('\n');
        for line in table.lines() {
            let _ = writeln!(self.text, "{}", line.trim_end());
        }
        for note in &ranking.notes {
            self.text.push('\n');
            self.hint(Some(note), "");
        }
    }

    fn hint(&mut self, hint: Option<&str>, indent: &str) {
        let width = usize::from(self.layout.width) - indent.len();
        for line in hint.into_iter().flat_map(|hint| textwrap::wrap(hint, width)) {
            let _ = writeln!(self.text, "{indent}{line}");
        }
    }

    fn head(&mut self, title: &str, gist: &str) {
        self.lines(0, BOLD, title);
        self.text.push('\n');
        self.lines(0, Style::new(), gist);
    }

    /// A sign and a sentence beside it, wrapped so that the sign stands alone.
    fn item(&mut self, mark: Mark, item: &str) {
        let style = match mark {
            Mark::Loss => AnsiColor::Red.on_default(),
            Mark::Differs => Style::new(),
            Mark::Open => AnsiColor::Yellow.on_default(),
        };
        for (at, line) in textwrap::wrap(&printable(item), usize::from(self.layout.width) - 4).iter().enumerate() {
            let sign = if at == 0 { self.styled(style, mark.as_str()) } else { " ".to_owned() };
            let _ = writeln!(self.text, "  {sign} {line}");
        }
    }

    fn lines(&mut self, indent: usize, style: Style, text: &str) {
        for line in textwrap::wrap(&printable(text), usize::from(self.layout.width)) {
            let line = self.styled(style, &line);
            let _ = writeln!(self.text, "{:indent$}{line}", "");
        }
    }

    fn styled(&self, style: Style, text: &str) -> String {
        if self.layout.color && style != Style::new() { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }
}

const STYLE: TableStyle = TableStyle::new()
    .header_lines(ContentLineStyle::none())
    .header_separator(LineStyle::none().fill('─'))
    .content_lines(ContentLineStyle::none());
