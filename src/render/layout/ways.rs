//! Branches, jumps and loops as arcs above the cards, with their condition and share. The main way needs none.

mod tracks;

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::Plan;
use super::grid::Row;
use super::lane::name;
use super::marks;
use super::routes::routes;
use super::stack::{Span, Style, paragraph};
use crate::graph::{Address, Place};
use crate::render::scene::{Band, Kind, Lane, Line, Node, NodeState, Paint, Point, Rect, Role, Segment, Shape, Tone};

/// A way from one column to another.
struct Arc {
    from: usize,
    to: usize,
    /// Which way it is of those out of its column.
    route: usize,
    address: Address,
    /// What it does to the customer that it is otherwise, where it is.
    tone: Option<Tone>,
    /// Where it leaves and where it arrives.
    ends: (f64, f64),
    label: Vec<Line>,
    /// Whether it ends at something closed.
    is_blocked: bool,
    /// How many arcs it runs above.
    track: usize,
}

/// The arcs of a row.
pub struct Arcs {
    drawn: Vec<Arc>,
    /// How high each of their tracks is.
    heights: Vec<f64>,
    /// Those that there is no room for: the column where they begin, and which of its ways they are.
    left_out: BTreeSet<(usize, usize)>,
}

/// How far from the middle of a card ways leave and arrive.
const LEAVE: f64 = 14.0;
const ARRIVE: f64 = 44.0;
/// How wide a label is at most.
const LABEL: f64 = 168.0;
/// Between the arc and its label, and the label and the next arc.
const CLEAR: f64 = 5.0;
/// The radius of the corners.
const BEND: f64 = 8.0;
const STYLE: Style = Style::NOTE;

impl Arcs {
    pub fn of(plan: &Plan<'_>, row: &Row<'_>) -> Self {
        let mut drawn = arcs(plan, row);
        let (heights, left_out) = tracks::tracks(&mut drawn);
        Self { drawn, heights, left_out: left_out.iter().map(|arc| (arc.from, arc.route)).collect() }
    }

    /// Whether a way out of a column has no arc, because there are too many.
    pub fn lacks(&self, from: usize, route: usize) -> bool {
        self.left_out.contains(&(from, route))
    }
}

/// The ways of a row; nothing if all lead to the next touchpoint.
pub fn ways(plan: &Plan<'_>, row: &Row<'_>, arcs: &Arcs) -> Option<Band> {
    let Arcs { drawn, heights, .. } = arcs;
    if drawn.is_empty() {
        return None;
    }
    // Where each track runs, from above: the highest is the last.
    let total: f64 = heights.iter().sum::<f64>() + 22.0;
    let mut y = total - 22.0;
    let lines: Vec<f64> = heights
        .iter()
        .map(|height| {
            let line = y;
            y -= height;
            line
        })
        .collect();
    // What runs above is drawn first: labels cover the arcs that pass behind them.
    let mut arcs: Vec<_> = drawn.iter().collect();
    arcs.sort_by_key(|arc| (Reverse(arc.track), arc.from, arc.to));
    let nodes = arcs.into_iter().map(|arc| {
        let y = lines.get(arc.track).copied().unwrap_or_default();
        marks::told(plan, draw(arc, y, total))
    });
    let nodes = nodes.collect();
    let full = plan.grid.full();
    let label = name(plan, Lane::Ways);
    let height = total.max(label.y + 6.0);
    let bounds = Rect { x: full.x, y: 0.0, width: full.width, height };
    let mut band = Band { lane: Lane::Ways, row: row.index, bounds, shapes: label.shapes, nodes };
    let lower = height - total;
    band.nodes.iter_mut().for_each(|node| node.lower(lower));
    Some(band)
}

fn arcs(plan: &Plan<'_>, row: &Row<'_>) -> Vec<Arc> {
    let mut arcs = Vec::new();
    for (from, column) in row.columns.iter().enumerate() {
        let Some(touchpoint) = column.touchpoint.now else { continue };
        let routes = routes(plan, touchpoint);
        let is_only = routes.len() == 1;
        for (number, route) in routes.into_iter().enumerate() {
            let Place::Touchpoint(place) = route.to else { continue };
            let Some(to) = row.place(place) else { continue };
            if is_only && row.next(from) == Some(to) {
                continue;
            }
            let share = route.share.map(|share| plan.tongue.percentage(share));
            let word = marks::word(plan, &route.address, false);
            let words: Vec<_> = [word, share, route.when.map(str::to_owned)].into_iter().flatten().collect();
            let Some(target) = row.columns.get(to) else { continue };
            let ends = ends(column.span, target.span);
            let room = ((ends.1 - ends.0).abs() - 2.0 * CLEAR).clamp(80.0, LABEL);
            let label = plan.typesetter.lines(&words.join(" "), room, STYLE.size, STYLE.weight);
            let (address, is_blocked) = (route.address, route.is_blocked);
            let tone = marks::tone(plan, &address);
            arcs.push(Arc { from, to, route: number, address, tone, ends, label, is_blocked, track: 0 });
        }
    }
    arcs
}

fn ends(from: Span, to: Span) -> (f64, f64) {
    if from.x < to.x {
        (from.middle() + LEAVE, to.middle() - ARRIVE)
    } else {
        (from.middle() - LEAVE, to.middle() + ARRIVE)
    }
}

impl Arc {
    fn is_forward(&self) -> bool {
        self.ends.0 < self.ends.1
    }

    /// From the left to the right of what it takes.
    fn reach(&self) -> (f64, f64) {
        let label = self.label_at();
        (self.ends.0.min(self.ends.1).min(label.x), self.ends.0.max(self.ends.1).max(label.right()))
    }

    /// Where the label stands: at the end where the arc arrives, for there it differs from the others of a fork.
    fn label_at(&self) -> Span {
        let width = self.label.iter().map(|line| line.width).fold(0.0, f64::max) * 1.1;
        let x = if self.is_forward() { self.ends.1 - BEND - width } else { self.ends.1 + BEND };
        Span { x, width }
    }

    fn label_height(&self) -> f64 {
        STYLE.leading() * super::stack::count(self.label.len())
    }
}

fn draw(arc: &Arc, y: f64, bottom: f64) -> Node {
    let (from, to) = arc.ends;
    let (left, right) = arc.reach();
    let usual = if arc.is_blocked { Role::Muted } else { Role::Strong };
    let role = arc.tone.map_or(usual, marks::role);
    let bend = if arc.is_forward() { BEND } else { -BEND };
    let tip = bottom - 1.0;
    let path = vec![
        Segment::Move(Point::new(from, bottom)),
        Segment::Line(Point::new(from, y + 8.0)),
        Segment::Curve(Point::new(from, y + 3.5), Point::new(from + bend * 0.45, y), Point::new(from + bend, y)),
        Segment::Line(Point::new(to - bend, y)),
        Segment::Curve(Point::new(to - bend * 0.45, y), Point::new(to, y + 3.5), Point::new(to, y + 8.0)),
        Segment::Line(Point::new(to, tip)),
    ];
    let mut shapes = if arc.is_blocked {
        // It ends before a bar.
        let bar = vec![Segment::Move(Point::new(to - 5.0, tip)), Segment::Line(Point::new(to + 5.0, tip))];
        vec![Shape::Path(path, Paint::line(role, 1.2).dashed(2.0, 4.0)), Shape::Path(bar, Paint::line(role, 2.0))]
    } else {
        let head = vec![Point::new(to - 4.5, tip - 8.0), Point::new(to, tip), Point::new(to + 4.5, tip - 8.0)];
        vec![Shape::Path(path, Paint::line(role, 1.6)), Shape::Polygon(head, Paint::fill(role))]
    };
    let height = arc.label_height();
    let Span { x, width } = arc.label_at();
    let top = y - CLEAR / 2.0 - height;
    if let Some((text, height)) = paragraph(
        Point::new(x, top),
        arc.label.clone(),
        STYLE.in_color(if arc.is_blocked { Role::Muted } else { Role::Ink }),
    ) {
        shapes.push(Shape::Rect(
            Rect { x: x - 3.0, y: top, width: width + 6.0, height },
            3.0,
            Paint::fill(Role::Canvas),
        ));
        shapes.push(Shape::Text(text));
    }
    let state = arc.tone.map_or(NodeState::Plain, NodeState::Marked);
    let bounds =
        Rect { x: left - 5.0, y: y - height - CLEAR, width: right - left + 10.0, height: bottom - y + height + CLEAR };
    Node { address: arc.address.clone(), kind: Kind::Way, bounds, shapes, detail: String::new(), state }
}
