//! What is drawn of a change: a tab with a word on what is otherwise, and the outlines of what is gone.

use super::Plan;
use super::merge::Pair;
use super::stack::{Span, Stack, Style};
use crate::graph::Address;
use crate::render::overlay::Mark;
use crate::render::scene::{Kind, Node, NodeState, Paint, Rect, Role, Shape, Stroke, Tone};

/// How far a tab reaches below the upper side of its card.
const UNDER: f64 = 8.0;
const PADDING: f64 = 8.0;
const STYLE: Style = Style::NAME.sized(11.0);
/// How many words stand on one card; the others are told when it is pointed at.
const MOST: usize = 3;

/// The nodes of something as it is, marked; below them those of it that are gone.
pub fn both<'m, T: Copy>(plan: &Plan<'m>, pair: Pair<T>, nodes: impl Fn(&Plan<'m>, T) -> Vec<Node>) -> Vec<Node> {
    let now = pair.now.into_iter().flat_map(|now| nodes(plan, now)).map(|node| marked(plan, node));
    let before = plan.before.as_deref().zip(pair.before);
    let before = before.into_iter().flat_map(|(old, before)| nodes(old, before));
    now.chain(before.filter_map(|node| gone(plan, node))).collect()
}

/// A node with its marks, if it has some.
pub fn marked(plan: &Plan<'_>, node: Node) -> Node {
    let marks = plan.overlay.filter(|_| bears_marks(&node)).and_then(|overlay| overlay.marks.get(&node.address));
    let Some(marks) = marks else { return node };
    let mut node = with_messages(node, marks);
    let Some(tone) = worst(marks) else { return node };
    if let Some(Shape::Rect(_, _, paint)) = node.shapes.first_mut() {
        let dash = paint.stroke.and_then(|stroke| stroke.dash);
        paint.stroke = Some(Stroke { role: role(tone), width: 2.0, dash });
    }
    with_tab(plan, node, marks, NodeState::Marked(tone))
}

/// A node of the map before as an outline, if it is gone.
pub fn gone(plan: &Plan<'_>, node: Node) -> Option<Node> {
    let marks = plan.overlay?.gone.get(&node.address).filter(|_| bears_marks(&node))?;
    let mut node = with_messages(node, marks);
    fade(&mut node);
    let tone = worst(marks).unwrap_or(Tone::Neutral);
    Some(with_tab(plan, node, marks, NodeState::Gone(tone)))
}

/// The word on what has no tab: a phase has it among its notes, a way in its label.
pub fn word(plan: &Plan<'_>, address: &Address, is_gone: bool) -> Option<String> {
    let overlay = plan.overlay?;
    let marks = if is_gone { overlay.gone.get(address) } else { overlay.marks.get(address) }?;
    let labels = labels(marks);
    (!labels.is_empty()).then(|| labels.join(" "))
}

/// What it does to the customer that something is otherwise; none where nothing is seen of it.
pub fn tone(plan: &Plan<'_>, address: &Address) -> Option<Tone> {
    worst(plan.overlay?.marks.get(address)?)
}

/// Several kinds of nodes stand for one touchpoint or phase: its card is the one that is marked.
fn bears_marks(node: &Node) -> bool {
    match node.address {
        Address::Map | Address::Phase(_) | Address::Way(..) => false,
        Address::Touchpoint(_) => node.kind == Kind::Touchpoint,
        _ => true,
    }
}

/// What the marks that are seen come to; none where none is.
fn worst(marks: &[Mark]) -> Option<Tone> {
    marks.iter().filter(|mark| !mark.label.is_empty()).map(|mark| mark.tone).min()
}

/// The words of marks, the weightiest first.
fn labels(marks: &[Mark]) -> Vec<&str> {
    let mut marks: Vec<_> = marks.iter().filter(|mark| !mark.label.is_empty()).collect();
    marks.sort_by_key(|mark| mark.tone);
    let mut labels: Vec<&str> = Vec::new();
    for mark in marks {
        if !labels.contains(&mark.label.as_str()) {
            labels.push(&mark.label);
        }
    }
    labels.truncate(MOST);
    labels
}

/// A node with what happened to it, shown when it is pointed at.
pub fn told(plan: &Plan<'_>, node: Node) -> Node {
    match plan.overlay.and_then(|overlay| overlay.marks.get(&node.address)) {
        Some(marks) => with_messages(node, marks),
        None => node,
    }
}

fn with_messages(mut node: Node, marks: &[Mark]) -> Node {
    let messages = marks.iter().map(|mark| mark.message.as_str());
    let lines: Vec<_> = messages.chain([node.detail.as_str()]).filter(|line| !line.is_empty()).collect();
    node.detail = lines.join("\n");
    node
}

/// The colour of what a change does to the customer.
pub const fn role(tone: Tone) -> Role {
    match tone {
        Tone::Worse => Role::Bad,
        Tone::Better => Role::Good,
        Tone::Neutral => Role::Muted,
    }
}

/// Puts a tab on a node whose upper side is at 0: it comes to stand that much lower.
fn with_tab(plan: &Plan<'_>, mut node: Node, marks: &[Mark], state: NodeState) -> Node {
    let tone = match state {
        NodeState::Marked(tone) | NodeState::Gone(tone) => tone,
        NodeState::Plain => return node,
    };
    let top = node.bounds.y;
    let span = Span { x: node.bounds.x, width: node.bounds.width };
    let mut stack = Stack::new(&plan.typesetter, span.inset(PADDING));
    stack.y = top + 3.0;
    for label in labels(marks) {
        stack.text(label, STYLE.in_color(Role::Lane));
    }
    let height = stack.y + 3.0 - top;
    let widths = stack.shapes.iter().filter_map(|shape| match shape {
        Shape::Text(text) => Some(text.bounds().width),
        _ => None,
    });
    let width = (widths.fold(0.0, f64::max) * 1.1 + 2.0 * PADDING).min(span.width);
    node.lower(height);
    node.bounds = Rect { y: top, height: node.bounds.height + height, ..node.bounds };
    // Nothing covers the end of a tab where the node has no ground.
    let has_ground = matches!(node.shapes.first(), Some(Shape::Rect(..)));
    let under = if has_ground { UNDER } else { 0.0 };
    let tab = Rect { x: span.x, y: top, width, height: height + under };
    let mut shapes = vec![Shape::Rect(tab, 6.0, Paint::fill(role(tone)))];
    shapes.append(&mut stack.shapes);
    shapes.append(&mut node.shapes);
    Node { shapes, state, ..node }
}

/// Leaves outlines and quiet text.
fn fade(node: &mut Node) {
    for (at, shape) in node.shapes.iter_mut().enumerate() {
        match shape {
            Shape::Rect(_, _, paint) if at == 0 => {
                *paint = Paint::fill(Role::Lane).outlined(Role::Strong, 1.2).dashed(4.0, 4.0);
            }
            Shape::Rect(_, _, paint)
            | Shape::Circle(_, _, paint)
            | Shape::Path(_, paint)
            | Shape::Polygon(_, paint) => {
                paint.fill = paint.fill.map(|_| Role::Line);
                if let Some(stroke) = &mut paint.stroke {
                    stroke.role = Role::Strong;
                }
            }
            Shape::Text(text) => text.color = Role::Muted,
        }
    }
}
