//! The organisation's side of a moment: its employees, what they do in sight and out of it, and on which systems.

use super::Plan;
use super::grid::{PADDING, Row};
use super::lane::{Cells, lane};
use super::stack::{Look, Span, Stack, Style, card};
use crate::graph::{Address, TouchpointRef};
use crate::model::{Employee, Step};
use crate::render::icons;
use crate::render::labels::Label;
use crate::render::scene::{Band, Kind, Lane, Node, Paint, Point, Role, Segment, Shape};

/// The same moments from the staff's side.
pub struct Employees;

impl Cells for Employees {
    fn of_touchpoint(&self, plan: &Plan<'_>, touchpoint: TouchpointRef<'_>, span: Span) -> Vec<Node> {
        let address = Address::Employee(touchpoint.id().to_owned());
        touchpoint.body().employee.iter().map(|side| employee(plan, address.clone(), side, span)).collect()
    }
}

fn employee(plan: &Plan<'_>, address: Address, side: &Employee, span: Span) -> Node {
    card(&plan.typesetter, (address, Kind::Employee), span, Look::tinted(Role::Quiet), |stack| {
        let role = side.role.as_ref().map_or(plan.label(Label::Staff), |role| role.as_str());
        let sign =
            |at: Point| icons::drawn(icons::PERSON, Point::new(at.x + 6.0, at.y), 14.0, Paint::line(Role::Muted, 1.4));
        stack.item(role, Style::NAME, 18.0, sign);
        let ratings = [(Label::Expects, side.expectation), (Label::Experiences, side.experience)];
        let ratings = ratings
            .into_iter()
            .filter_map(|(label, rating)| Some(format!("{} {}", plan.label(label), plan.tongue.number(rating?.0))));
        stack.gap(2.0);
        let (min, max) = plan.map.journey().scale();
        let short = side.expectation.zip(side.experience).map_or(0.0, |(expected, got)| expected.0 - got.0);
        // A step of a scale to five is a pity; more is a pain.
        let color = match short / (max - min) {
            part if part <= 0.0 => Role::Muted,
            part if part <= 0.25 => Role::Doubt,
            _ => Role::Bad,
        };
        stack.text(&ratings.collect::<Vec<_>>().join(" · "), Style::NOTE.bold().in_color(color));
        if let Some(because) = &side.because {
            stack.gap(2.0);
            stack.text(because, Style::NOTE);
        }
        for need in &*side.needs {
            stack.gap(2.0);
            stack.bullet(need, Role::Muted);
        }
    })
}

/// What staff do in the customer's sight, and what the customer sees and holds.
pub struct Frontstage;

impl Cells for Frontstage {
    fn of_touchpoint(&self, plan: &Plan<'_>, touchpoint: TouchpointRef<'_>, span: Span) -> Vec<Node> {
        let body = touchpoint.body();
        let node = (touchpoint.address(), Kind::Frontstage);
        let mut nodes: Vec<_> = body.frontstage.iter().map(|written| step(plan, node.clone(), written, span)).collect();
        if !body.props.is_empty() {
            nodes.push(card(&plan.typesetter, node, span, Look::tinted(Role::Quiet), |stack| {
                stack.text(plan.label(Label::Props), Style::CAPTION);
                for prop in &*body.props {
                    stack.gap(2.0);
                    stack.text(prop, Style::BODY);
                }
            }));
        }
        nodes
    }
}

struct Backstage;

impl Cells for Backstage {
    fn of_touchpoint(&self, plan: &Plan<'_>, touchpoint: TouchpointRef<'_>, span: Span) -> Vec<Node> {
        let body = touchpoint.body();
        let node = (touchpoint.address(), Kind::Backstage);
        let mut nodes: Vec<_> = body.backstage.iter().map(|written| step(plan, node.clone(), written, span)).collect();
        if !body.systems.is_empty() {
            let systems: Vec<_> = body.systems.iter().map(|system| system.as_str()).collect();
            nodes.push(card(&plan.typesetter, node, span, Look::BARE, |stack| system(stack, &systems.join(", "))));
        }
        nodes
    }
}

/// What happens out of the customer's sight, below the line of visibility.
pub fn backstage(plan: &Plan<'_>, row: &Row<'_>) -> Option<Band> {
    const LINE: f64 = 24.0;
    let mut band = lane(plan, row, Lane::Backstage, &Backstage)?;
    band.lower(LINE);
    band.bounds.y = 0.0;
    band.bounds.height += LINE;
    let full = plan.grid.full();
    let mut label = Stack::new(&plan.typesetter, full.inset(PADDING));
    label.text(plan.label(Label::LineOfVisibility), Style::CAPTION);
    let words = plan.typesetter.room_for(plan.label(Label::LineOfVisibility), 11.0, Style::CAPTION.weight);
    let y = label.y / 2.0;
    let path = vec![
        Segment::Move(Point::new(full.x + PADDING + words + 10.0, y)),
        Segment::Line(Point::new(full.right() - PADDING, y)),
    ];
    band.shapes.push(Shape::Path(path, Paint::line(Role::Strong, 1.5).dashed(7.0, 5.0)));
    band.shapes.extend(label.shapes);
    Some(band)
}

fn step(plan: &Plan<'_>, node: (Address, Kind), written: &Step, span: Span) -> Node {
    card(&plan.typesetter, node, span, Look::tinted(Role::Quiet), |stack| {
        stack.text(written.title.as_ref().map_or("", |title| title.as_str()), Style::BODY);
        let owner = written.owner.as_ref().map(|owner| owner.value.clone());
        let duration = written.duration.as_ref().map(|duration| plan.tongue.duration(duration.value));
        let notes: Vec<_> = [owner, duration].into_iter().flatten().collect();
        stack.gap(2.0);
        stack.text(&notes.join(" · "), Style::NOTE);
        if let Some(name) = &written.system {
            stack.gap(2.0);
            system(stack, name);
        }
    })
}

fn system(stack: &mut Stack<'_>, name: &str) {
    let sign =
        |at: Point| icons::drawn(icons::SYSTEM, Point::new(at.x + 6.0, at.y), 12.0, Paint::line(Role::Muted, 1.3));
    stack.item(name, Style::NOTE, 18.0, sign);
}
