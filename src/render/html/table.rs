//! The facts of a map as a table: a row a touchpoint.

use super::Author;
use super::facts::Mark;
use super::labels::PageLabel;
use super::parts::tone;
use crate::graph::{PhaseRef, TouchpointRef, solutions};
use crate::model::FrictionPoint;
use crate::render::content::channels;
use crate::render::labels::{Label, Wording};
use crate::render::layout::metric;
use crate::text::printable;

/// The table, without columns that no row fills.
pub struct Table {
    pub columns: Vec<&'static str>,
    pub phases: Vec<Rows>,
}

/// The rows of a phase.
pub struct Rows {
    pub title: String,
    pub rows: Vec<Row>,
}

/// A touchpoint.
pub struct Row {
    pub address: String,
    pub title: String,
    pub cells: Vec<Cell>,
}

/// What stands in a cell, one below the other.
#[derive(Default)]
pub struct Cell {
    pub lines: Vec<Line>,
    pub is_number: bool,
}

/// A line of a cell.
pub struct Line {
    pub text: String,
    pub mark: Option<Mark>,
}

impl Table {
    pub fn of(author: &Author<'_>) -> Self {
        let mut table =
            Self { columns: columns(author), phases: author.phases().map(|phase| rows(author, phase)).collect() };
        for at in (0..table.columns.len()).rev() {
            let is_filled = |row: &Row| row.cells.get(at).is_some_and(|cell| !cell.lines.is_empty());
            if !table.phases.iter().flat_map(|phase| &phase.rows).any(is_filled) {
                table.columns.remove(at);
                table.phases.iter_mut().flat_map(|phase| &mut phase.rows).for_each(|row| drop(row.cells.remove(at)));
            }
        }
        table
    }
}

/// What stands above the columns after that of the touchpoint, in the order of the cells below.
fn columns(author: &Author<'_>) -> Vec<&'static str> {
    let (word, label) = (|label: PageLabel| label.wording(author.tongue), |label: Label| author.label(label));
    vec![
        word(PageLabel::Channel),
        word(PageLabel::Owner),
        word(PageLabel::Status),
        label(Label::ExpectationLine),
        label(Label::ExperienceLine),
        word(PageLabel::Gap),
        label(Label::Effort),
        label(Label::Wait),
        word(PageLabel::MomentOfTruth),
        label(Label::Friction),
        label(Label::Solutions),
        label(Label::Promises),
        label(Label::Measures),
    ]
}

fn rows(author: &Author<'_>, phase: PhaseRef<'_>) -> Rows {
    let rows = phase.touchpoints().map(|touchpoint| Row {
        address: touchpoint.address().to_string(),
        title: printable(touchpoint.title()).into_owned(),
        cells: cells(author, touchpoint),
    });
    Rows { title: printable(phase.title()).into_owned(), rows: rows.collect() }
}

fn cells(author: &Author<'_>, touchpoint: TouchpointRef<'_>) -> Vec<Cell> {
    let body = touchpoint.body();
    let tongue = author.tongue;
    let of_friction = |point| author.friction(point);
    let answers = touchpoint
        .friction_points()
        .flat_map(|(address, point): (_, &FrictionPoint)| solutions(address, &point.solutions));
    let gap = touchpoint.gap().map(|gap| (String::new(), Some(author.gap(gap))));
    let moment = touchpoint.moment_of_truth().map(|moment| author.moment(touchpoint, moment).title);
    vec![
        Cell::texts(channels(touchpoint, tongue).iter().map(String::as_str)),
        Cell::texts(touchpoint.owner().map(|owner| owner.as_str())),
        Cell::texts(tongue.restriction(touchpoint.availability())),
        Cell::number(touchpoint.expectation().map(|rating| tongue.number(rating))),
        Cell::number(touchpoint.experience().map(|rating| tongue.number(rating))),
        Cell { is_number: true, ..Cell::marked(gap.into_iter()) },
        Cell::number(body.effort.map(|effort| tongue.number(effort.0))),
        Cell::texts(body.wait.map(|wait| tongue.duration(wait.value)).as_deref()),
        Cell::texts(moment.as_deref()),
        Cell::marked(touchpoint.friction_points().map(|point| {
            let tone = tone(point.1);
            let entry = of_friction(point);
            (entry.title, entry.marks.into_iter().next().map(|mark| Mark { tone, ..mark }))
        })),
        Cell::marked(answers.chain(touchpoint.solutions()).map(|solution| {
            let entry = author.solution(solution);
            (entry.title, entry.marks.into_iter().next())
        })),
        Cell::marked(touchpoint.promises().map(|promise| {
            let entry = author.promise(touchpoint, promise);
            (entry.title, entry.marks.into_iter().next())
        })),
        Cell::marked(touchpoint.measures().map(|(address, measure)| {
            let entry = author.measure((address, measure));
            (metric(measure), entry.marks.into_iter().next())
        })),
    ]
}

impl Cell {
    fn texts<'t>(texts: impl IntoIterator<Item = &'t str>) -> Self {
        Self::marked(texts.into_iter().map(|text| (text.to_owned(), None)))
    }

    fn number(number: Option<String>) -> Self {
        Self { is_number: true, ..Self::marked(number.map(|number| (number, None)).into_iter()) }
    }

    fn marked(lines: impl Iterator<Item = (String, Option<Mark>)>) -> Self {
        let lines = lines.map(|(text, mark)| Line { text: printable(&text).into_owned(), mark });
        Self { lines: lines.collect(), is_number: false }
    }
}
