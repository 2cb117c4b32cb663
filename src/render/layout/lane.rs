//! What the lanes have in common: a name at the left, and cells below each other in columns.

use super::Plan;
use super::grid::{GUTTER, LABELS, MARGIN, PADDING, PHASE_GUTTER, Row};
use super::marks::both;
use super::merge::Pair;
use super::stack::{Span, Stack, Style, count};
use crate::graph::{PhaseRef, TouchpointRef};
use crate::render::scene::{Band, Lane, Node, Paint, Point, Rect, Role, Segment, Shape};

/// What stands in a lane. The upper side of every node is at 0; the lane puts them below each other.
pub trait Cells {
    /// The room between two things below each other.
    fn gap(&self) -> f64 {
        GAP
    }

    /// What concerns the whole journey.
    fn of_journey(&self, _: &Plan<'_>, _: Span) -> Vec<Node> {
        Vec::new()
    }

    /// What concerns a whole phase.
    fn of_phase(&self, _: &Plan<'_>, _: PhaseRef<'_>, _: Span) -> Vec<Node> {
        Vec::new()
    }

    /// What concerns a touchpoint.
    fn of_touchpoint(&self, _: &Plan<'_>, _: TouchpointRef<'_>, _: Span) -> Vec<Node> {
        Vec::new()
    }
}

/// How wide something that concerns the whole journey is at least.
const WIDE: f64 = 380.0;
/// How many of them stand side by side at most.
const MOST: usize = 8;
/// Between the upper or lower border of a lane and what is in it.
const ABOVE: f64 = 12.0;
/// Between two cards in one cell.
pub const GAP: f64 = 7.0;

/// A lane of a row; nothing if the map has nothing for it.
pub fn lane(plan: &Plan<'_>, row: &Row<'_>, lane: Lane, cells: &dyn Cells) -> Option<Band> {
    let mut nodes = Vec::new();
    let gap = cells.gap();
    // What concerns the whole journey stands where it ends.
    let is_last = row.index + 1 == plan.grid.rows.len();
    let piles = if is_last { side_by_side(cells, plan, &mut nodes) } else { Vec::new() };
    let top_of = |span: Span| {
        let above = piles.iter().filter(|(pile, _)| pile.x < span.right() && span.x < pile.right());
        above.map(|(_, y)| *y).fold(ABOVE, f64::max)
    };
    let mut y = top_of(plan.grid.full());
    for stretch in &row.phases {
        // What concerns the phase stands above what concerns its touchpoints.
        let of_phase = if stretch.is_continued {
            Vec::new()
        } else {
            both(plan, stretch.phase, |plan, phase| cells.of_phase(plan, phase, stretch.span))
        };
        let is_bare = of_phase.is_empty();
        let below = pile(of_phase, gap, top_of(stretch.span), &mut nodes);
        if !is_bare {
            y = y.max(below);
        }
        for column in row.columns_of(stretch) {
            let cell =
                both(plan, column.touchpoint, |plan, touchpoint| cells.of_touchpoint(plan, touchpoint, column.span));
            let top = if is_bare { top_of(column.span) } else { below };
            y = y.max(pile(cell, gap, top, &mut nodes));
        }
    }
    (!nodes.is_empty()).then(|| panel(plan, row, lane, y - gap + ABOVE, nodes))
}

/// Puts what concerns the whole journey side by side, in piles; gives where the next of each would go.
fn side_by_side(cells: &dyn Cells, plan: &Plan<'_>, nodes: &mut Vec<Node>) -> Vec<(Span, f64)> {
    let whole = plan.grid.columns();
    let fits = |columns: &usize| count(*columns) * (WIDE + GUTTER) <= whole.width + GUTTER;
    let columns = (1..=MOST).rev().find(fits).unwrap_or(1);
    let width = (whole.width + GUTTER) / count(columns) - GUTTER;
    let journey = Pair { now: Some(()), before: plan.before.as_ref().map(|_| ()) };
    let all = both(plan, journey, |plan, ()| cells.of_journey(plan, Span { width, ..whole }));
    let place = |at| Span { x: whole.x + count(at) * (width + GUTTER), width };
    let mut piles: Vec<_> = (0..columns.min(all.len())).map(|at| (place(at), ABOVE)).collect();
    for (at, mut node) in all.into_iter().enumerate() {
        if let Some((span, y)) = piles.get_mut(at % columns) {
            node.aside(span.x - whole.x);
            *y = pile(vec![node], cells.gap(), *y, nodes);
        }
    }
    piles
}

/// Puts nodes below each other; gives where the next would go.
pub fn pile(cell: Vec<Node>, gap: f64, mut y: f64, nodes: &mut Vec<Node>) -> f64 {
    for mut node in cell {
        node.lower(y);
        y += node.bounds.height + gap;
        nodes.push(node);
    }
    y
}

/// The lane itself: its background, its name, the borders of phases.
pub fn panel(plan: &Plan<'_>, row: &Row<'_>, lane: Lane, height: f64, nodes: Vec<Node>) -> Band {
    let name = name(plan, lane);
    let full = plan.grid.full();
    let height = height.max(name.y + ABOVE);
    let bounds = Rect { x: full.x, y: 0.0, width: full.width, height };
    let mut shapes = vec![Shape::Rect(bounds, 10.0, Paint::fill(Role::Lane).outlined(Role::Line, 1.0))];
    for stretch in row.phases.iter().skip(1) {
        let x = stretch.span.x - PHASE_GUTTER / 2.0;
        let path = vec![Segment::Move(Point::new(x, 0.0)), Segment::Line(Point::new(x, height))];
        shapes.push(Shape::Path(path, Paint::line(Role::Line, 1.0)));
    }
    shapes.extend(name.shapes);
    Band { lane, row: row.index, bounds, shapes, nodes }
}

/// The name of a lane.
pub fn name<'p>(plan: &'p Plan<'_>, lane: Lane) -> Stack<'p> {
    let mut name = Stack::new(&plan.typesetter, Span { x: MARGIN + PADDING, width: LABELS - PADDING });
    name.y = ABOVE;
    name.text(plan.tongue.lane(lane), Style::NAME.sized(13.0));
    name
}
