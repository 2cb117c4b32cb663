//! Slips with indentation: tabs, and lines that fit none of those above.

use granit_parser::ErrorKind;

use super::super::Document;
use super::Problem;
use super::line::{Line, is_blank, shortened};
use crate::edit::{Edit, Edits, Fix};
use crate::source::Span;
use crate::text::counted;

/// How many lines above are looked at for those that a line may belong to.
const FARTHEST: usize = 10_000;

/// A tab where blanks belong, at or behind `from`.
pub(super) fn tab(text: &str, from: usize) -> Problem {
    let mut line = Line::at(text, from);
    let first = line.start;
    let indentation = loop {
        let indentation = Span::new(line.start, line.indent);
        if indentation.slice(text).contains('\t') {
            break indentation;
        }
        // A tab that is not at the beginning of a line, or a line further down.
        if line.end + 1 >= text.len() {
            break Span::new(first, text.len());
        }
        line = Line::at(text, line.end + 1);
    };
    let start = indentation.slice(text).find('\t').map_or(from, |offset| indentation.start + offset);
    let tabs = text[start..].find(|character| character != '\t').unwrap_or(text.len() - start);
    Problem::new(
        Span::new(start, start + tabs),
        "a tab cannot indent a line",
        "indent with blanks, two for each level; most editors can be told to write blanks for the tab key",
    )
    .fix(Some(indentation).filter(|indentation| indentation.end < text.len()).and_then(|_| untabbed(text)))
}

/// Blanks for the tabs that indent lines, if the text says the same however many blanks a tab stands for.
fn untabbed(text: &str) -> Option<Fix> {
    let with = |width: usize| {
        let mut edits = Edits::default();
        let fix = Fix { edits: tabs(text).map(|tab| Edit { span: tab, text: " ".repeat(width) }).collect() };
        edits.add(&fix).then(|| (Document::read(&edits.apply(text)), fix))
    };
    let (two, fix) = with(2)?;
    let is_sound = |document: &Document| document.problems.is_empty() && document.says_the_same(&two);
    [1, 2, 4, 8].into_iter().all(|width| with(width).is_some_and(|(document, _)| is_sound(&document))).then_some(fix)
}

/// Every tab at the beginning of a line.
fn tabs(text: &str) -> impl Iterator<Item = Span> {
    let mut start = 0;
    let lines = text.split_inclusive(['\n', '\r']).map(move |line| {
        start += line.len();
        Span::new(start - line.len(), start - line.trim_start_matches(is_blank).len())
    });
    lines
        .flat_map(|indent| {
            indent.slice(text).match_indices('\t').map(move |(at, _)| indent.start + at).collect::<Vec<_>>()
        })
        .map(|at| Span::new(at, at + 1))
}

/// A line that cannot follow those above, however it is indented.
pub(super) fn misplaced(text: &str, line: &Line, expected: &ErrorKind) -> Problem {
    let found = match (line.dash, line.colon) {
        (Some(_), _) => "an item of a list",
        (None, Some(_)) => "a field",
        (None, None) => "a text",
    };
    let wanted = match expected {
        ErrorKind::ExpectedBlockMappingKey => "a field is wanted",
        ErrorKind::ExpectedBlockSequenceEntry => "an item of the list (`- `) is wanted",
        _ => "nothing more can stand here",
    };
    Problem::new(
        Span::new(line.indent, line.indent + text[line.indent..line.end].trim_end().len()),
        format!("here stands {found}, but {wanted}"),
        "if it belongs to the line above, indent it deeper; look also for a value that stands there already",
    )
}

/// A line of the wrong indentation, and the nearest line above that it may belong to.
pub(super) fn misindented(text: &str, line: &Line) -> Option<Problem> {
    let column = column(line);
    let is_item = line.dash.is_some();
    if !is_item && line.colon.is_none() {
        return None;
    }
    let nearest = enclosing(text, line)
        .into_iter()
        .filter(|level| level.is_item == is_item && level.column != column)
        .min_by_key(|level| level.column.abs_diff(column))?;
    let end = if is_item { line.indent + 1 } else { line.colon.unwrap_or(line.end) };
    let indented = match column {
        0 => "is not indented".to_owned(),
        blanks => format!("is indented by {}", counted(blanks, "blank")),
    };
    let help = match nearest.column {
        0 => format!("do not indent it, like `{}` above", shortened(nearest.shown)),
        blanks => format!("indent it by {}, like `{}` above", counted(blanks, "blank"), shortened(nearest.shown)),
    };
    Some(Problem::new(Span::new(line.indent, end), format!("this line {indented}, which fits no line above"), help))
}

fn column(line: &Line) -> usize {
    line.indent - line.start
}

/// A field or a list item above a line, which that line may stand beside.
struct Level<'t> {
    column: usize,
    is_item: bool,
    shown: &'t str,
}

/// The fields and list items above a line that are still open there, from the inside out.
fn enclosing<'t>(text: &'t str, line: &Line) -> Vec<Level<'t>> {
    let mut levels = Vec::new();
    let mut limit = usize::MAX;
    let mut end = line.start;
    for _ in 0..FARTHEST {
        if end == 0 || limit == 0 {
            break;
        }
        let above = Line::at(text, end - 1);
        end = above.start;
        let is_empty = above.indent == above.end || text[above.indent..].starts_with('#');
        if is_empty || column(&above) >= limit || text[above.start..above.indent].contains('\t') {
            continue;
        }
        if above.colon.is_some() && above.entry_column() < limit {
            let shown = text[above.entry..above.end].trim_end_matches(is_blank);
            levels.push(Level { column: above.entry_column(), is_item: false, shown });
        }
        if let Some(dash) = above.dash {
            let shown = text[dash..above.end].trim_end_matches(is_blank);
            levels.push(Level { column: dash - above.start, is_item: true, shown });
        }
        limit = column(&above);
    }
    levels
}
