//! What hinders customers.

use super::Plan;
use super::detail::Detail;
use super::lane::Cells;
use super::stack::{Look, Span, Style, card};
use crate::graph::{Address, PhaseRef, TouchpointRef};
use crate::model::{FrictionPoint, FrictionStatus, Severity};
use crate::render::icons;
use crate::render::labels::Label;
use crate::render::scene::{Kind, Node, Paint, Point, Role};

/// What hinders customers.
pub struct Friction;

impl Cells for Friction {
    fn of_phase(&self, plan: &Plan<'_>, phase: PhaseRef<'_>, span: Span) -> Vec<Node> {
        phase.friction_points().map(|(address, point)| friction(plan, address, point, span, true)).collect()
    }

    fn of_touchpoint(&self, plan: &Plan<'_>, touchpoint: TouchpointRef<'_>, span: Span) -> Vec<Node> {
        touchpoint.friction_points().map(|(address, point)| friction(plan, address, point, span, false)).collect()
    }
}

/// What a friction point is called.
pub fn title(point: &FrictionPoint) -> &str {
    let id = point.id.as_ref().map(|id| id.as_str());
    point.title.as_ref().map(|title| title.as_str()).or(id).unwrap_or_default()
}

fn friction(plan: &Plan<'_>, address: Address, point: &FrictionPoint, span: Span, is_of_phase: bool) -> Node {
    let (full, role, tint) = match point.severity() {
        Severity::Low => (1, Role::Muted, Role::Quiet),
        Severity::Medium => (2, Role::Doubt, Role::DoubtTint),
        Severity::High => (3, Role::Bad, Role::BadTint),
        Severity::Critical => (4, Role::Bad, Role::BadTint),
    };
    // What is over and done with asks for no attention.
    let is_resolved = point.status() == FrictionStatus::Resolved;
    let (role, ink) = if is_resolved { (Role::Muted, Role::Muted) } else { (role, Role::Ink) };
    let mut look = Look::tinted(tint);
    if point.status() != FrictionStatus::Open {
        look.paint = Paint::fill(Role::Lane).outlined(role, 1.0).dashed(3.0, 3.0);
    } else if point.severity() == Severity::Critical {
        look.paint = look.paint.outlined(role, 1.5);
    }
    let mut notes = vec![plan.tongue.severity(point.severity()).to_owned()];
    notes.extend(is_of_phase.then(|| plan.label(Label::WholePhase).to_owned()));
    notes.extend(plan.tongue.friction(point.status()).map(ToOwned::to_owned));
    let reach = point.reach.as_ref();
    let reach = reach.map(|reach| format!("{} {}", plan.tongue.percentage(reach.0), plan.label(Label::OfCustomers)));
    let elsewhere: Vec<_> = point.also_at.iter().filter_map(|to| plan.map.find(to)).map(TouchpointRef::title).collect();
    let unsolved = address.clone();
    let mut node = card(&plan.typesetter, (address, Kind::Friction), span, look, |stack| {
        stack.item(&notes.join(" · "), Style::NOTE.bold().in_color(role), 42.0, |at| {
            icons::pips(Point::new(at.x, at.y), full, role)
        });
        stack.gap(3.0);
        stack.text(title(point), Style::BODY.in_color(ink));
        if let Some(because) = &point.because {
            stack.gap(3.0);
            stack.text(because, Style::NOTE);
        }
        if let Some(reach) = reach {
            stack.gap(3.0);
            stack.text(&reach, Style::NOTE);
        }
        if plan.unsolved.contains(&unsolved) {
            stack.gap(3.0);
            stack.text(plan.label(Label::NoSolution), Style::NOTE.bold().in_color(role));
        }
        if !elsewhere.is_empty() {
            stack.gap(3.0);
            stack.text(&format!("{} {}", plan.label(Label::Also), elsewhere.join("; ")), Style::NOTE);
        }
    });
    node.detail = Detail::default().evidence(plan, &point.evidence).text();
    node
}
