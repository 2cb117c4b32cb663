//! Experience and expectation as curves, with the area between them, and the moments of truth.

mod axis;
mod branches;
mod chart;
mod line;

use super::Plan;
use super::detail::Detail;
use super::grid::{PADDING, Row};
use super::lane::{GAP, name, panel, pile};
use super::marks::both;
use super::stack::{Look, Span, Stack, Style, card};
use crate::graph::TouchpointRef;
use crate::render::icons;
use crate::render::labels::Label;
use crate::render::scene::{Band, Kind, Lane, Node, NodeState, Paint, Point, Role};
use axis::Axis;
pub use branches::best_and_worst;
use chart::Chart;

/// How high the plot is, from the lowest to the highest rating.
const PLOT: f64 = 176.0;
/// Above and below it, for what is written at its points.
const ROOM: f64 = 44.0;

/// Where the moment of truth of a closed touchpoint lives.
fn moved(plan: &Plan<'_>, touchpoint: TouchpointRef<'_>, stack: &mut Stack<'_>) {
    let flow = plan.map.flow();
    if flow.is_out_of_reach(touchpoint.index()) {
        return stack.text(plan.label(Label::OutOfReach), Style::NOTE.bold().in_color(Role::Bad));
    }
    for at in flow.lives_at(touchpoint.index()) {
        stack.text(&format!("→ {}", plan.map.at(at).title()), Style::NOTE.in_color(Role::Ink));
    }
}

/// The curves of a row; nothing if it has neither ratings nor moments of truth.
pub fn curve(plan: &Plan<'_>, row: &Row<'_>) -> Option<Band> {
    let touchpoints =
        || row.columns.iter().flat_map(|column| [column.touchpoint.now, column.touchpoint.before]).flatten();
    let has_ratings = touchpoints().any(|touchpoint| touchpoint.experience().or(touchpoint.expectation()).is_some());
    let (moments, flags) = flags(plan, row);
    if !has_ratings && moments.is_empty() {
        return None;
    }
    if !has_ratings {
        let nodes = moments.into_iter().map(|(node, _)| node).collect();
        return Some(panel(plan, row, Lane::Curve, flags + 2.0 * PADDING, nodes));
    }
    let legend_top = name(plan, Lane::Curve).y;
    let top = (PADDING + flags + ROOM).max(legend_top);
    let axis = Axis::of(plan, top, PLOT);
    let mut band = panel(plan, row, Lane::Curve, top + PLOT + ROOM, Vec::new());
    band.shapes.extend(axis.grid());
    let chart = Chart::of(plan, row, axis);
    let areas = chart.areas();
    band.shapes.extend(chart.legend(&areas));
    band.shapes.extend(areas);
    band.shapes.extend(moments.iter().filter_map(|(node, touchpoint)| chart.leader((*touchpoint)?, node.bounds)));
    band.shapes.extend(chart.lines());
    band.nodes.extend(moments.into_iter().map(|(node, _)| node));
    band.nodes.extend(row.columns.iter().filter_map(|column| chart.rating(column)));
    Some(band)
}

/// The moments of truth, those that are there with their touchpoints, and how high they stand: a pile for each
/// touchpoint, the lowest cards at one height.
fn flags<'m>(plan: &Plan<'m>, row: &Row<'m>) -> (Vec<(Node, Option<TouchpointRef<'m>>)>, f64) {
    let piles = row.columns.iter().map(|column| {
        let moments = |plan: &Plan<'_>, touchpoint| moment(plan, touchpoint, column.span).into_iter().collect();
        // What is there stands nearest to its point.
        let cell = both(plan, column.touchpoint, moments).into_iter().rev().collect();
        let mut nodes = Vec::new();
        pile(cell, GAP, 0.0, &mut nodes);
        (column, nodes)
    });
    let piles: Vec<_> = piles.collect();
    let bottom = |nodes: &[Node]| nodes.last().map_or(0.0, |node| node.bounds.bottom());
    let height = piles.iter().map(|(_, nodes)| bottom(nodes)).fold(0.0, f64::max);
    let all = piles.into_iter().flat_map(|(column, nodes)| {
        let lower = PADDING + height - bottom(&nodes);
        nodes.into_iter().map(move |mut node| {
            node.lower(lower);
            let is_gone = matches!(node.state, NodeState::Gone(_));
            (node, column.touchpoint.now.filter(|_| !is_gone))
        })
    });
    (all.collect(), height)
}

fn moment(plan: &Plan<'_>, touchpoint: TouchpointRef<'_>, span: Span) -> Option<Node> {
    let (address, moment) = touchpoint.moment_of_truth()?;
    let title = moment.title.as_ref().map_or(touchpoint.title(), |title| title.as_str());
    let look = Look { padding: 8.0, ..Look::tinted(Role::MomentTint) };
    let mut node = card(&plan.typesetter, (address, Kind::Moment), span, look, |stack| {
        stack.item(title, Style::NAME.sized(12.0).in_color(Role::Moment), 18.0, |at| {
            vec![icons::star(Point::new(at.x + 6.0, at.y), 7.0, Paint::fill(Role::Moment))]
        });
        if let Some(why) = &moment.why {
            stack.gap(2.0);
            stack.text(why, Style::NOTE.in_color(Role::Ink));
        }
        if touchpoint.is_closed() {
            stack.gap(2.0);
            moved(plan, touchpoint, stack);
        }
    });
    node.detail = Detail::default()
        .named(plan, Label::Success, moment.success.as_ref())
        .named(plan, Label::Failure, moment.failure.as_ref())
        .named(plan, Label::Commitment, moment.commitment.as_ref())
        .text();
    Some(node)
}
