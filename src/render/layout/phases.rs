//! The phases as chevrons, and what customers need in them.

use super::Plan;
use super::detail::Detail;
use super::grid::{PHASE_GUTTER, Row, Stretch};
use super::lane::Cells;
use super::marks;
use super::merge::Pair;
use super::stack::{Look, Span, Stack, Style, card};
use crate::graph::{Address, PhaseRef, TouchpointRef};
use crate::model::{Basis, State, Text};
use crate::render::labels::Label;
use crate::render::scene::{Band, Kind, Lane, Node, NodeState, Paint, Point, Rect, Role, Shape, Tone};

/// How far the tip of a chevron reaches.
const TIP: f64 = 16.0;
/// How deep the notch at its other end is, and how far before its columns it ends.
const NOTCH: f64 = 12.0;
const BEFORE: f64 = 6.0;

/// The phases of a row.
pub fn phases(plan: &Plan<'_>, row: &Row<'_>) -> Band {
    let stacks: Vec<_> = row.phases.iter().map(|stretch| (stretch, heading(plan, stretch))).collect();
    let height = stacks.iter().map(|(_, stack)| stack.y).fold(0.0, f64::max) + 12.0;
    let nodes = stacks.into_iter().enumerate().map(|(at, (stretch, mut stack))| {
        let lower = (height - stack.y - 12.0) / 2.0;
        stack.shapes.iter_mut().for_each(|shape| shape.lower(lower));
        let bounds = chevron_bounds(stretch, height, at == 0);
        let mut shapes = vec![Shape::Polygon(chevron(bounds, at == 0), paint(plan, stretch.phase))];
        shapes.append(&mut stack.shapes);
        let node = |phase: PhaseRef<'_>, detail, state| Node {
            address: phase.address(),
            kind: Kind::Phase,
            bounds,
            shapes,
            detail,
            state,
        };
        match (stretch.phase.now, stretch.phase.before) {
            (Some(phase), _) => {
                let body = phase.body();
                let detail = Detail::default().texts([body.description.as_ref()]).evidence(plan, &body.evidence).text();
                let state = marks::tone(plan, &phase.address()).map_or(NodeState::Plain, NodeState::Marked);
                Some(node(phase, detail, state))
            }
            (None, Some(gone)) => Some(node(gone, String::new(), NodeState::Gone(Tone::Neutral))),
            (None, None) => None,
        }
    });
    let nodes = nodes.flatten().collect();
    let full = plan.grid.full();
    let bounds = Rect { x: full.x, y: 0.0, width: full.width, height };
    Band { lane: Lane::Phases, row: row.index, bounds, shapes: Vec::new(), nodes }
}

fn heading<'p>(plan: &'p Plan<'_>, stretch: &Stretch<'_>) -> Stack<'p> {
    let is_gone = stretch.phase.now.is_none();
    let color = match (is_gone, is_hypothesis(plan)) {
        (true, _) => Role::Muted,
        (_, true) => Role::Ink,
        (_, false) => Role::OnPhase,
    };
    let mut stack =
        Stack::new(&plan.typesetter, Span { x: stretch.span.x + 12.0, width: stretch.span.width - 12.0 - TIP / 2.0 });
    stack.y = 12.0;
    let Some(phase) = stretch.phase.now.or(stretch.phase.before) else { return stack };
    stack.text(phase.title(), Style::NAME.sized(15.0).in_color(color));
    let body = phase.body();
    let mut notes = Vec::new();
    if stretch.is_continued {
        notes.push(plan.label(Label::Continued).to_owned());
    } else if !is_gone {
        notes.extend(body.duration.as_ref().map(|duration| plan.tongue.duration(duration.value)));
        notes.extend(body.owner.as_ref().map(|owner| owner.value.clone()));
    }
    if let Some(word) = marks::word(plan, &phase.address(), is_gone) {
        stack.text(&word, Style::NOTE.bold().in_color(color));
    }
    stack.text(&notes.join(" · "), Style::NOTE.in_color(color));
    stack
}

/// From the left side of a chevron to its tip: a block begins a little before its columns, a notch before that.
fn chevron_bounds(stretch: &Stretch<'_>, height: f64, is_first: bool) -> Rect {
    let left = BEFORE + if is_first { 0.0 } else { NOTCH };
    let right = PHASE_GUTTER - BEFORE - NOTCH + 6.0;
    Rect { x: stretch.span.x - left, y: 0.0, width: stretch.span.width + left + right, height }
}

/// A block with a tip at the right, and a notch at the left unless it is the first.
fn chevron(bounds: Rect, is_first: bool) -> Vec<Point> {
    let Rect { x, y, .. } = bounds;
    let (right, bottom, middle) = (bounds.right(), bounds.bottom(), y + bounds.height / 2.0);
    let block = [(x, y), (right - TIP, y), (right, middle), (right - TIP, bottom), (x, bottom)];
    let notch = (!is_first).then_some((x + NOTCH, middle));
    block.into_iter().chain(notch).map(|(x, y)| Point::new(x, y)).collect()
}

fn is_hypothesis(plan: &Plan<'_>) -> bool {
    plan.map.journey().basis.is_some_and(|basis| basis.value == Basis::Hypothesis)
}

/// An outline where the phase is gone. Solid where the map rests on research; an outline where it is a hypothesis.
fn paint(plan: &Plan<'_>, phase: Pair<PhaseRef<'_>>) -> Paint {
    if phase.now.is_none() {
        return Paint::fill(Role::Lane).outlined(Role::Strong, 1.2).dashed(4.0, 4.0);
    }
    let role = match plan.map.journey().state() {
        State::Current => Role::Phase,
        State::Future => Role::Future,
        State::Past => Role::Past,
    };
    if is_hypothesis(plan) { Paint::fill(Role::Draft).outlined(role, 1.6).dashed(6.0, 5.0) } else { Paint::fill(role) }
}

/// What customers want and need, by phase and touchpoint.
pub struct Needs;

impl Cells for Needs {
    fn gap(&self) -> f64 {
        1.0
    }

    fn of_phase(&self, plan: &Plan<'_>, phase: PhaseRef<'_>, span: Span) -> Vec<Node> {
        let goal = phase.body().goal.as_ref().map(|goal| {
            card(&plan.typesetter, (phase.address(), Kind::Phase), span, Look::BARE, |stack| {
                stack.text(&plan.tongue.named(plan.label(Label::Goal), goal), Style::NAME);
            })
        });
        goal.into_iter().chain(phase.needs().map(|(address, text)| need(plan, address, text, span))).collect()
    }

    fn of_touchpoint(&self, plan: &Plan<'_>, touchpoint: TouchpointRef<'_>, span: Span) -> Vec<Node> {
        touchpoint.needs().map(|(address, text)| need(plan, address, text, span)).collect()
    }
}

fn need(plan: &Plan<'_>, address: Address, text: &Text, span: Span) -> Node {
    card(&plan.typesetter, (address, Kind::Need), span, Look::BARE, |stack| stack.bullet(text, Role::Experience))
}
