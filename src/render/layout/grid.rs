//! Which touchpoint stands in which column of which row.

use super::stack::{Span, count};
use crate::graph::{Map, PhaseRef, TouchpointIndex, TouchpointRef};

/// The room around everything.
pub const MARGIN: f64 = 32.0;
/// How wide the names of lanes are.
pub const LABELS: f64 = 136.0;
/// How wide a column is.
pub const COLUMN: f64 = 188.0;
/// The room between two columns.
pub const GUTTER: f64 = 12.0;
/// The room between two phases.
pub const PHASE_GUTTER: f64 = 28.0;
/// Between the border of a lane and what is in it.
pub const PADDING: f64 = 16.0;
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
}

/// A phase, or as much of it as fits into a row.
pub struct Stretch<'m> {
    pub phase: PhaseRef<'m>,
    pub span: Span,
    /// Whether it began in an earlier row.
    pub is_continued: bool,
}

/// The column of a touchpoint.
pub struct Column<'m> {
    pub touchpoint: TouchpointRef<'m>,
    pub span: Span,
}

/// The columns of a picture.
pub struct Grid<'m> {
    pub rows: Vec<Row<'m>>,
    /// How wide the picture is.
    pub width: f64,
}

impl<'m> Grid<'m> {
    /// The phases that `is_shown`, in rows.
    pub fn of(map: &'m Map, wrap: Wrap, is_shown: impl Fn(PhaseRef<'_>) -> bool) -> Self {
        let phases: Vec<_> = map.phases().filter(|phase| is_shown(*phase)).collect();
        let most = most(&phases, wrap);
        let mut rows: Vec<Row<'m>> = Vec::new();
        let mut room = 0;
        for phase in phases {
            let mut rest: Vec<_> = phase.touchpoints().collect();
            let mut is_continued = false;
            loop {
                // A phase begins in a new row rather than to be broken, unless it is too long for any.
                let is_too_long = rest.len().max(1) > room && (rest.len() <= most || room == 0);
                if rows.is_empty() || is_too_long {
                    rows.push(Row { index: rows.len(), phases: Vec::new(), columns: Vec::new() });
                    room = most;
                }
                let further = rest.split_off(rest.len().min(room));
                room -= rest.len().clamp(1, room.max(1));
                if let Some(row) = rows.last_mut() {
                    row.add(phase, &rest, is_continued);
                }
                if further.is_empty() {
                    break;
                }
                (rest, is_continued) = (further, true);
            }
        }
        let right = rows.iter().map(Row::right).fold(MARGIN + LABELS + 4.0 * COLUMN, f64::max);
        Self { rows, width: right + PADDING + MARGIN }
    }

    /// From the left margin to the right one.
    pub fn full(&self) -> Span {
        Span { x: MARGIN, width: self.width - 2.0 * MARGIN }
    }

    /// The columns from the first to the last.
    pub fn columns(&self) -> Span {
        let x = MARGIN + LABELS + PADDING;
        Span { x, width: self.width - MARGIN - PADDING - x }
    }
}

/// How many columns a row has at most: as even as can be, so that the last row is not a leftover.
fn most(phases: &[PhaseRef<'_>], wrap: Wrap) -> usize {
    let all: usize = phases.iter().map(|phase| phase.touchpoints().len().max(1)).sum();
    let limit = match wrap {
        Wrap::Never => return usize::MAX,
        Wrap::Every(count) => return count.max(1),
        Wrap::Auto if all <= AUTO + 2 => return usize::MAX,
        Wrap::Auto => AUTO,
    };
    let rows = all.div_ceil(limit);
    let longest = phases.iter().map(|phase| phase.touchpoints().len().max(1)).filter(|&length| length <= limit).max();
    // The narrowest rows that do not need one more.
    let fits = |most: usize| rows_needed(phases, most) <= rows_needed(phases, limit).max(rows);
    (longest.unwrap_or(1)..limit).find(|&most| fits(most)).unwrap_or(limit)
}

fn rows_needed(phases: &[PhaseRef<'_>], most: usize) -> usize {
    let (mut rows, mut room) = (0, 0);
    for phase in phases {
        let length = phase.touchpoints().len().max(1);
        if length > room {
            rows += length.div_ceil(most);
            room = (most - length % most) % most;
        } else {
            room -= length;
        }
    }
    rows
}

impl<'m> Row<'m> {
    fn right(&self) -> f64 {
        self.phases.last().map_or(MARGIN + LABELS, |stretch| stretch.span.right())
    }

    fn add(&mut self, phase: PhaseRef<'m>, touchpoints: &[TouchpointRef<'m>], is_continued: bool) {
        let gutter = if self.phases.is_empty() { PADDING } else { PHASE_GUTTER };
        let x = self.right() + gutter;
        for (at, &touchpoint) in touchpoints.iter().enumerate() {
            let span = Span { x: x + count(at) * (COLUMN + GUTTER), width: COLUMN };
            self.columns.push(Column { touchpoint, span });
        }
        let width = count(touchpoints.len().max(1)) * (COLUMN + GUTTER) - GUTTER;
        self.phases.push(Stretch { phase, span: Span { x, width }, is_continued });
    }

    /// The place of a touchpoint's column in the row, if it is here.
    pub fn place(&self, touchpoint: TouchpointIndex) -> Option<usize> {
        self.columns.binary_search_by_key(&touchpoint, |column| column.touchpoint.index()).ok()
    }
}
