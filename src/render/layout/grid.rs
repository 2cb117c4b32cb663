//! Which touchpoint stands in which column of which row.

use std::collections::HashMap;

use super::merge::{Pair, Section};
use super::rows::{even_rows, rows};
use super::stack::{Span, count};
use crate::graph::{PhaseRef, TouchpointIndex, TouchpointRef};

/// The room around everything.
pub const MARGIN: f64 = 32.0;
/// How wide the names of lanes are.
pub const LABELS: f64 = 180.0;
/// How wide a column is at least, and at most.
pub const COLUMN: f64 = 200.0;
const WIDEST: f64 = 264.0;
/// To how many columns there is room in any picture.
const LEAST: f64 = 5.0;
/// The room between two columns.
pub const GUTTER: f64 = 12.0;
/// The room between two phases.
pub const PHASE_GUTTER: f64 = 28.0;
/// Between the border of a lane and what is in it.
pub const PADDING: f64 = 16.0;
/// Where the first column begins.
const LEFT: f64 = MARGIN + LABELS + PADDING;
/// How many columns a row has at most, unless the reader says otherwise.
const AUTO: usize = 14;

/// When a picture is broken over several rows of phases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Wrap {
    /// Where a row would get too wide to read.
    #[default]
    Auto,
    /// Never.
    Never,
    /// After at most so many touchpoints.
    Every(usize),
}

/// Columns side by side.
pub struct Row<'m> {
    pub index: usize,
    pub phases: Vec<Stretch<'m>>,
    pub columns: Vec<Column<'m>>,
    /// In which column each touchpoint stands, and in which those of the map before.
    places: HashMap<TouchpointIndex, usize>,
    places_before: HashMap<TouchpointIndex, usize>,
}

/// A phase, or as much of it as fits into a row.
pub struct Stretch<'m> {
    pub phase: Pair<PhaseRef<'m>>,
    pub span: Span,
    /// Whether it began in an earlier row.
    pub is_continued: bool,
}

/// The column of a touchpoint.
pub struct Column<'m> {
    pub touchpoint: Pair<TouchpointRef<'m>>,
    pub span: Span,
}

/// The columns of a picture.
#[derive(Default)]
pub struct Grid<'m> {
    pub rows: Vec<Row<'m>>,
    /// How wide the picture is.
    pub width: f64,
}

/// A phase, or as much of it as fits into a row, before it has a place.
struct Part<'m> {
    phase: Pair<PhaseRef<'m>>,
    touchpoints: Vec<Pair<TouchpointRef<'m>>>,
    is_continued: bool,
}

impl<'m> Grid<'m> {
    /// The phases in rows.
    pub fn of(phases: Vec<Section<'m>>, wrap: Wrap) -> Self {
        let rows = split(phases, wrap);
        let least = LEAST * (COLUMN + GUTTER) - GUTTER;
        let width = rows.iter().map(|row| columns(row) * COLUMN + gutters(row)).fold(least, f64::max);
        let rows = rows.into_iter().enumerate().map(|(index, parts)| Row::of(index, parts, width));
        Self { rows: rows.collect(), width: LEFT + width + PADDING + MARGIN }
    }

    /// From the left margin to the right one.
    pub fn full(&self) -> Span {
        Span { x: MARGIN, width: self.width - 2.0 * MARGIN }
    }

    /// The columns from the first to the last.
    pub fn columns(&self) -> Span {
        Span { x: LEFT, width: self.width - MARGIN - PADDING - LEFT }
    }
}

/// The phases in rows.
fn split(phases: Vec<Section<'_>>, wrap: Wrap) -> Vec<Vec<Part<'_>>> {
    let mut rows = lengths(&phases, wrap).into_iter();
    let mut parts: Vec<Vec<Part<'_>>> = Vec::new();
    let mut room = 0;
    for Section { phase, touchpoints: mut rest } in phases {
        let mut is_continued = false;
        loop {
            if room == 0 {
                parts.push(Vec::new());
                room = rows.next().unwrap_or(1);
            }
            let further = rest.split_off(rest.len().min(room));
            room -= rest.len().clamp(1, room);
            if let Some(row) = parts.last_mut() {
                row.push(Part { phase, touchpoints: rest, is_continued });
            }
            if further.is_empty() {
                break;
            }
            (rest, is_continued) = (further, true);
        }
    }
    parts
}

/// How many columns each row has.
fn lengths(phases: &[Section<'_>], wrap: Wrap) -> Vec<usize> {
    let length = |phase: &Section<'_>| phase.touchpoints.len().max(1);
    let starts: Vec<_> = phases.iter().flat_map(|phase| (0..length(phase)).map(|at| at == 0)).collect();
    match wrap {
        Wrap::Never => vec![starts.len()],
        Wrap::Every(most) => rows(&starts, most),
        Wrap::Auto if starts.len() <= AUTO + 2 => vec![starts.len()],
        Wrap::Auto => even_rows(&starts, AUTO / 2 + 1, AUTO),
    }
}

fn columns(row: &[Part<'_>]) -> f64 {
    row.iter().map(|part| count(part.touchpoints.len().max(1))).sum()
}

/// The room between the columns of a row.
fn gutters(row: &[Part<'_>]) -> f64 {
    let phases = count(row.len());
    (phases - 1.0) * PHASE_GUTTER + (columns(row) - phases) * GUTTER
}

impl<'m> Row<'m> {
    /// A row whose columns fill so much, unless they would get wider than reads well.
    fn of(index: usize, parts: Vec<Part<'m>>, width: f64) -> Self {
        let column = ((width - gutters(&parts)) / columns(&parts)).clamp(COLUMN, WIDEST);
        let (mut phases, mut columns) = (Vec::new(), Vec::new());
        let mut x = LEFT;
        for part in parts {
            let start = x;
            let places = part.touchpoints.len().max(1);
            for (at, touchpoint) in part.touchpoints.into_iter().enumerate() {
                columns.push(Column { touchpoint, span: Span { x: x + count(at) * (column + GUTTER), width: column } });
            }
            x += count(places) * (column + GUTTER) - GUTTER + PHASE_GUTTER;
            let span = Span { x: start, width: x - PHASE_GUTTER - start };
            phases.push(Stretch { phase: part.phase, span, is_continued: part.is_continued });
        }
        let numbered = |pick: fn(&Pair<TouchpointRef<'m>>) -> Option<TouchpointRef<'m>>| {
            let found =
                columns.iter().enumerate().filter_map(|(at, column)| Some((pick(&column.touchpoint)?.index(), at)));
            found.collect()
        };
        let (places, places_before) = (numbered(|pair| pair.now), numbered(|pair| pair.before));
        Self { index, phases, columns, places, places_before }
    }

    /// The columns of a phase.
    pub fn columns_of(&self, stretch: &Stretch<'_>) -> &[Column<'m>] {
        let start = self.columns.partition_point(|column| column.span.x < stretch.span.x);
        let end = self.columns.partition_point(|column| column.span.x < stretch.span.right());
        self.columns.get(start..end).unwrap_or_default()
    }

    /// The place of a touchpoint's column in the row, if it is here.
    pub fn place(&self, touchpoint: TouchpointIndex) -> Option<usize> {
        self.places.get(&touchpoint).copied()
    }

    /// The column behind that one, but for those of what is gone.
    pub fn next(&self, place: usize) -> Option<usize> {
        let behind = self.columns.iter().enumerate().skip(place + 1);
        behind.filter(|(_, column)| column.touchpoint.now.is_some()).map(|(at, _)| at).next()
    }

    /// The place of the column of a touchpoint of the map before.
    pub fn place_before(&self, touchpoint: TouchpointIndex) -> Option<usize> {
        self.places_before.get(&touchpoint).copied()
    }
}
