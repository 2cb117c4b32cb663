//! The touchpoints, a card each.

use super::grid::{PADDING, Row};
use super::lane::panel;
use super::routes::routes;
use super::stack::{Look, Span, Stack, Style, card, count};
use super::ways::Arcs;
use super::{Plan, detail, marks};
use crate::graph::{PhaseRef, Place, TouchpointRef};
use crate::model::Reference;
use crate::render::content::{because, channels as channel_names, limited_by, until};
use crate::render::icons;
use crate::render::labels::Label;
use crate::render::scene::{Band, Kind, Lane, Node, Paint, Point, Rect, Role, Segment, Shape, Stroke};

/// How wide the sign of a channel is.
const ICON: f64 = 22.0;
/// Between the border of a card and what is in it.
const CARD: f64 = 12.0;

/// The touchpoints of a row, all cards as high as the highest.
pub fn touchpoints(plan: &Plan<'_>, row: &Row<'_>, arcs: &Arcs) -> Band {
    let heading = heading(plan, row);
    let cards = row.columns.iter().filter_map(|column| match (column.touchpoint.now, column.touchpoint.before) {
        (Some(now), _) => Some((touchpoint(plan, row, (now, column.span), heading, arcs), now.is_closed())),
        (None, Some(gone)) => Some((what_was(plan.before.as_deref()?, gone, column.span, heading), false)),
        (None, None) => None,
    });
    let empty = row.phases.iter().filter(|stretch| row.columns_of(stretch).is_empty());
    let empty = empty.filter_map(|stretch| Some((no_touchpoints(plan, stretch.phase.now?, stretch.span), false)));
    let mut cards: Vec<_> = cards.chain(empty).collect();
    let height = cards.iter().map(|(node, _)| node.bounds.height).fold(0.0, f64::max);
    for (node, is_closed) in &mut cards {
        node.bounds.height = height;
        if let Some(Shape::Rect(rect, ..)) = node.shapes.first_mut() {
            rect.height = height;
        }
        if *is_closed {
            let lines = Shape::Path(hatch(node.bounds.inset(2.0)), Paint::line(Role::Hatch, 1.2));
            node.shapes.insert(node.shapes.len().min(1), lines);
        }
    }
    let is_gone = |at: usize| row.columns.get(at).is_some_and(|column| column.touchpoint.now.is_none());
    let nodes = cards.into_iter().enumerate().filter_map(|(at, (node, _))| {
        if is_gone(at) { marks::gone(plan, node) } else { Some(marks::marked(plan, node)) }
    });
    let mut nodes: Vec<_> = nodes.collect();
    // Tabs stand above the cards, which begin at one height.
    let height = nodes.iter().map(|node| node.bounds.height).fold(0.0, f64::max);
    for node in &mut nodes {
        node.lower(PADDING + height - node.bounds.height);
    }
    panel(plan, row, Lane::Touchpoints, height + 2.0 * PADDING, nodes)
}

/// The place of a phase without touchpoints.
fn no_touchpoints(plan: &Plan<'_>, phase: PhaseRef<'_>, span: Span) -> Node {
    let look = Look { paint: Paint::default().outlined(Role::Line, 1.0).dashed(4.0, 4.0), ..Look::tinted(Role::Card) };
    card(&plan.typesetter, (phase.address(), Kind::Phase), span, look, |stack| {
        stack.text(plan.label(Label::NoTouchpoints), Style::NOTE);
    })
}

/// A touchpoint that is gone: by what people know it.
fn what_was(before: &Plan<'_>, touchpoint: TouchpointRef<'_>, span: Span, heading: f64) -> Node {
    let look = Look { paint: Paint::fill(Role::Card), padding: CARD, radius: 10.0 };
    card(&before.typesetter, (touchpoint.address(), Kind::Touchpoint), span, look, |stack| {
        channels_above(before, touchpoint, heading, stack);
        stack.text(touchpoint.title(), Style::NAME.sized(13.5));
    })
}

/// Slanted lines across a box.
fn hatch(bounds: Rect) -> Vec<Segment> {
    const STEP: f64 = 9.0;
    let mut path = Vec::new();
    let mut start = bounds.x + STEP - bounds.height;
    while start < bounds.right() {
        // From the lower side to the upper one, cut off at the left and the right.
        let left = start.max(bounds.x);
        let right = (start + bounds.height).min(bounds.right());
        path.push(Segment::Move(Point::new(left, bounds.bottom() - (left - start))));
        path.push(Segment::Line(Point::new(right, bounds.bottom() - (right - start))));
        start += STEP;
    }
    path
}

/// How high the channels of a row are set, so that its titles begin at one height: as high as most need. Few stand out.
fn heading(plan: &Plan<'_>, row: &Row<'_>) -> f64 {
    let heights = row.columns.iter().filter_map(|column| {
        let mut stack = Stack::new(&plan.typesetter, column.span.inset(CARD));
        channels(plan, column.touchpoint.now?, &mut stack);
        Some(stack.y)
    });
    let mut heights: Vec<_> = heights.filter(|&height| height < 2.5 * ICON).collect();
    heights.sort_by(f64::total_cmp);
    heights.get(heights.len() * 3 / 4).copied().unwrap_or_default()
}

fn touchpoint(
    plan: &Plan<'_>,
    row: &Row<'_>,
    (touchpoint, span): (TouchpointRef<'_>, Span),
    heading: f64,
    arcs: &Arcs,
) -> Node {
    let is_closed = touchpoint.is_closed();
    let mut paint = Paint::fill(if is_closed { Role::Quiet } else { Role::Card }).outlined(Role::Line, 1.2);
    if is_closed {
        paint.stroke = Some(Stroke { role: Role::Strong, width: 1.2, dash: Some((5.0, 4.0)) });
    }
    let look = Look { paint, padding: CARD, radius: 10.0 };
    let mut node = card(&plan.typesetter, (touchpoint.address(), Kind::Touchpoint), span, look, |stack| {
        channels_above(plan, touchpoint, heading, stack);
        stack.text(
            touchpoint.title(),
            Style::NAME.sized(13.5).in_color(if is_closed { Role::Muted } else { Role::Ink }),
        );
        stack.gap(2.0);
        status(plan, touchpoint, stack);
        facts(plan, touchpoint, stack);
        exits(plan, row, touchpoint, arcs, stack);
    });
    node.detail = detail::of_touchpoint(plan, touchpoint);
    node
}

/// The channels, with the room that the others of the row take.
fn channels_above(plan: &Plan<'_>, touchpoint: TouchpointRef<'_>, heading: f64, stack: &mut Stack<'_>) {
    let top = stack.y;
    channels(plan, touchpoint, stack);
    stack.y = stack.y.max(top + heading);
    stack.gap(if heading > 0.0 { 8.0 } else { 0.0 });
}

/// The signs of the channels side by side, with their names behind them where they fit, else below.
fn channels(plan: &Plan<'_>, touchpoint: TouchpointRef<'_>, stack: &mut Stack<'_>) {
    const STEP: f64 = ICON + 4.0;
    let whole = stack.span;
    let most = (whole.width / STEP).floor().max(1.0);
    let ids = &touchpoint.body().channel;
    let (mut across, mut top) = (0.0, stack.y);
    let closed: Vec<_> = touchpoint.closed_channels().collect();
    for id in ids {
        if across >= most {
            (across, top) = (0.0, top + STEP);
        }
        let center = Point::new(whole.x + across * STEP + ICON / 2.0, top + ICON / 2.0);
        stack.shapes.extend(channel(plan, id, center));
        if closed.contains(&id.as_str()) {
            let (from, to) = (Point::new(center.x - 8.0, center.y + 8.0), Point::new(center.x + 8.0, center.y - 8.0));
            let stroke = Paint::line(Role::Bad, 2.0);
            stack.shapes.push(Shape::Path(vec![Segment::Move(from), Segment::Line(to)], stroke));
        }
        across += 1.0;
    }
    if ids.is_empty() {
        return;
    }
    let names = channel_names(touchpoint, plan.tongue).join(", ");
    let behind = whole.after(across * STEP + 3.0);
    let lines = plan.typesetter.lines(&names, behind.width.max(1.0), Style::NOTE.size, Style::NOTE.weight).len();
    if top <= stack.y && lines <= 2 {
        stack.span = behind;
        stack.y = top + (ICON - Style::NOTE.leading() * count(lines)).max(0.0) / 2.0;
        stack.text(&names, Style::NOTE);
        stack.span = whole;
        stack.y = stack.y.max(top + ICON);
    } else {
        stack.y = top + ICON + 2.0;
        stack.text(&names, Style::NOTE);
    }
}

/// The sign of a channel in a disc.
fn channel(plan: &Plan<'_>, id: &Reference, center: Point) -> Vec<Shape> {
    let mut shapes = vec![Shape::Circle(center, ICON / 2.0, Paint::fill(Role::Quiet))];
    shapes.extend(icons::channel(id, plan.map.channel_title(id), center, 14.0, Role::Ink));
    shapes
}

/// Whether customers can use it, why not, and where they go instead.
fn status(plan: &Plan<'_>, touchpoint: TouchpointRef<'_>, stack: &mut Stack<'_>) {
    if let Some(word) = plan.tongue.restriction(touchpoint.availability()) {
        let role = if touchpoint.is_closed() { Role::Bad } else { Role::Doubt };
        let channel = limited_by(touchpoint).map(|channel| format!(" ({channel})")).unwrap_or_default();
        let until = until(touchpoint).map(|day| format!(" {} {}", plan.label(Label::Until), plan.tongue.day(day)));
        let what = format!("{word}{channel}{}", until.unwrap_or_default());
        let words = because(touchpoint).map_or_else(|| what.clone(), |because| plan.tongue.named(&what, because));
        stack.gap(4.0);
        stack.text(&words, Style::NOTE.bold().in_color(role));
    }
    let instead = touchpoint.body().replaced_by.iter().filter(|_| touchpoint.is_closed());
    let instead: Vec<_> = instead.map(|to| plan.map.find(to).map_or(to.as_str(), TouchpointRef::title)).collect();
    if !instead.is_empty() {
        stack.gap(3.0);
        stack.text(&format!("{} {}", plan.label(Label::Instead), instead.join("; ")), Style::NOTE.in_color(Role::Ink));
    }
    let words = [
        (touchpoint.is_optional(), Label::Optional),
        (touchpoint.index().0 > 0 && touchpoint.is_way_in(), Label::StartsHere),
    ];
    for (_, label) in words.into_iter().filter(|(applies, _)| *applies) {
        stack.gap(3.0);
        stack.text(plan.label(label), Style::NOTE.bold());
    }
}

/// Owner, time, effort.
fn facts(plan: &Plan<'_>, touchpoint: TouchpointRef<'_>, stack: &mut Stack<'_>) {
    let body = touchpoint.body();
    let tongue = plan.tongue;
    let mark = |drawing: &'static str| {
        move |at: Point| icons::drawn(drawing, Point::new(at.x + 6.0, at.y), 13.0, Paint::line(Role::Muted, 1.3))
    };
    if let Some(owner) = touchpoint.owner() {
        stack.gap(3.0);
        stack.item(owner, Style::NOTE, 18.0, mark(icons::PERSON));
    }
    let actors: Vec<_> = body.actors.iter().map(|actor| actor.as_str()).collect();
    if !actors.is_empty() {
        stack.gap(3.0);
        stack.item(&actors.join(", "), Style::NOTE, 18.0, mark(icons::PEOPLE));
    }
    let times = [(Label::Takes, &body.duration), (Label::Wait, &body.wait)];
    for (label, time) in times {
        if let Some(time) = time {
            stack.gap(3.0);
            stack.item(
                &format!("{} {}", plan.label(label), tongue.duration(time.value)),
                Style::NOTE,
                18.0,
                mark(icons::CLOCK),
            );
        }
    }
    if let Some(effort) = body.effort {
        let (_, max) = plan.map.journey().scale();
        let words = format!("{} {} / {}", plan.label(Label::Effort), tongue.number(effort.0), tongue.number(max));
        stack.gap(3.0);
        stack.item(&words, Style::NOTE, 18.0, mark(icons::GAUGE));
    }
}

/// Ways that no arc can show: out of the journey, to other rows, and where there are too many.
fn exits(plan: &Plan<'_>, row: &Row<'_>, touchpoint: TouchpointRef<'_>, arcs: &Arcs, stack: &mut Stack<'_>) {
    let routes = routes(plan, touchpoint);
    let is_only = routes.len() == 1;
    let from = row.place(touchpoint.index());
    let has_arc = |number| from.is_some_and(|from| !arcs.lacks(from, number));
    for (number, route) in routes.into_iter().enumerate() {
        let is_plain =
            is_only && touchpoint.following().is_some_and(|next| route.to == Place::Touchpoint(next.index()));
        let to = match route.to {
            _ if is_plain => continue,
            Place::Touchpoint(to) if !route.is_written || row.place(to).is_some() && has_arc(number) => continue,
            Place::Touchpoint(to) => plan.map.at(to).title(),
            Place::End if !route.is_written => continue,
            Place::End if route.share.is_some() => plan.label(Label::EndShare),
            Place::End => plan.label(Label::ToEnd),
            Place::Lost if route.share.is_some() => plan.label(Label::LostShare),
            Place::Lost => plan.label(Label::ToLost),
        };
        let role = match route.to {
            Place::Lost => Role::Bad,
            _ if route.is_blocked => Role::Muted,
            _ => Role::Ink,
        };
        let share = route.share.map(|share| format!("{} ", plan.tongue.percentage(share))).unwrap_or_default();
        let to = route.when.map_or_else(|| to.to_owned(), |when| plan.tongue.named(to, when));
        stack.gap(4.0);
        stack.item(&format!("{share}{to}"), Style::NOTE.in_color(role), 18.0, |at| {
            icons::drawn(icons::EXIT, Point::new(at.x + 5.0, at.y), 13.0, Paint::line(role, 1.5))
        });
    }
}
