//! Figures with their targets, and how a moment listens.

use super::Plan;
use super::detail::Detail;
use super::lane::Cells;
use super::stack::{Look, Span, Stack, Style, card, part_of_scale};
use crate::graph::{Address, PhaseRef, TouchpointRef};
use crate::model::{Better, Measure, OpenQuestion};
use crate::render::icons;
use crate::render::labels::Label;
use crate::render::scene::{Kind, Node, Paint, Point, Rect, Role, Segment, Shape};

/// Figures.
pub struct Measures;

impl Cells for Measures {
    fn of_journey(&self, plan: &Plan<'_>, span: Span) -> Vec<Node> {
        let note = Some(plan.label(Label::WholeJourney));
        plan.map.measures().map(|(address, found)| measure(plan, address, found, span, note)).collect()
    }

    fn of_phase(&self, plan: &Plan<'_>, phase: PhaseRef<'_>, span: Span) -> Vec<Node> {
        let note = Some(plan.label(Label::WholePhase));
        phase.measures().map(|(address, found)| measure(plan, address, found, span, note)).collect()
    }

    fn of_touchpoint(&self, plan: &Plan<'_>, touchpoint: TouchpointRef<'_>, span: Span) -> Vec<Node> {
        touchpoint.measures().map(|(address, found)| measure(plan, address, found, span, None)).collect()
    }
}

/// Whether a figure is as good as it should be; unknown where nobody said which way is better.
pub fn reaches_target(measure: &Measure) -> Option<bool> {
    let (value, target) = (measure.value?.0, measure.target?.0);
    match measure.better()? {
        Better::Higher => Some(value >= target),
        Better::Lower => Some(value <= target),
    }
}

/// What is measured; abbreviations as people write them.
pub fn metric(measure: &Measure) -> String {
    match measure.metric.to_ascii_lowercase().as_str() {
        short @ ("nps" | "csat" | "ces") => short.to_uppercase(),
        _ => measure.metric.value.clone(),
    }
}

fn measure(plan: &Plan<'_>, address: Address, found: &Measure, span: Span, note: Option<&str>) -> Node {
    let tongue = plan.tongue;
    let amount = |value| tongue.amount(value, found.unit.as_ref().map(|unit| unit.as_str()));
    let role = match reaches_target(found) {
        Some(true) => Role::Good,
        Some(false) => Role::Bad,
        None => Role::Ink,
    };
    let mut notes: Vec<String> = note.map(ToOwned::to_owned).into_iter().collect();
    notes.extend(found.responses.map(|count| format!("{} {}", tongue.number(count.0), plan.label(Label::Responses))));
    notes.extend(found.date.as_ref().map(|date| tongue.day(date.value)));
    let mut drawn = card(&plan.typesetter, (address, Kind::Measure), span, Look::tinted(Role::Quiet), |stack| {
        stack.text(&metric(found), Style::CAPTION);
        match found.value {
            Some(value) => {
                stack.text(&amount(value.0), Style::NAME.sized(17.0).in_color(role));
            }
            None => stack.text(plan.label(Label::ToMeasure), Style::NOTE),
        }
        if let Some(target) = found.target {
            let sign = if reaches_target(found) == Some(false) { icons::CROSS } else { icons::TICK };
            let words = format!("{} {}", plan.label(Label::Target), amount(target.0));
            if reaches_target(found).is_some() {
                stack.item(&words, Style::NOTE, 16.0, |at| {
                    icons::drawn(sign, Point::new(at.x + 5.0, at.y), 12.0, Paint::line(role, 1.8))
                });
            } else {
                stack.text(&words, Style::NOTE);
            }
        }
        bar(stack, found, role);
        stack.text(&notes.join(" · "), Style::NOTE);
    });
    drawn.detail = Detail::default().named(plan, Label::Source, found.source.as_ref()).text();
    drawn
}

/// The figure on its scale, with a line where it should be.
fn bar(stack: &mut Stack<'_>, measure: &Measure, role: Role) {
    let (Some(scale), Some(value)) = (measure.scale(), measure.value) else { return };
    let span = Span { width: stack.span.width.min(220.0), ..stack.span };
    let part = |value: f64| part_of_scale(value, scale) * span.width;
    stack.gap(5.0);
    let track = Rect { x: span.x, y: stack.y, width: span.width, height: 6.0 };
    stack.shapes.push(Shape::Rect(track, 3.0, Paint::fill(Role::Line)));
    stack.shapes.push(Shape::Rect(Rect { width: part(value.0).max(6.0), ..track }, 3.0, Paint::fill(role)));
    if let Some(target) = measure.target {
        let x = span.x + part(target.0);
        let path = vec![Segment::Move(Point::new(x, stack.y - 3.0)), Segment::Line(Point::new(x, stack.y + 9.0))];
        stack.shapes.push(Shape::Path(path, Paint::line(Role::Ink, 2.0)));
    }
    stack.gap(12.0);
}

/// How the organisation listens, and who closes the loop.
pub struct FeedbackLoops;

impl Cells for FeedbackLoops {
    fn of_touchpoint(&self, plan: &Plan<'_>, touchpoint: TouchpointRef<'_>, span: Span) -> Vec<Node> {
        let Some(feedback) = &touchpoint.body().feedback else { return Vec::new() };
        let address = Address::Feedback(touchpoint.id().to_owned());
        let follow_up = feedback.follow_up.as_ref().filter(|follow_up| follow_up.owner.is_some());
        let node = card(&plan.typesetter, (address, Kind::Feedback), span, Look::tinted(Role::Quiet), |stack| {
            stack.text(feedback.via.as_ref().map_or("", |via| via.as_str()), Style::BODY);
            stack.gap(3.0);
            match feedback.open_question.as_ref().map(|question| &question.value) {
                Some(OpenQuestion::Asked(question)) => {
                    stack.text(&plan.tongue.quote(question), Style::NAME);
                }
                Some(OpenQuestion::Yes) => stack.text(plan.label(Label::AsksOpenly), Style::NOTE),
                Some(OpenQuestion::No) => stack.text(plan.label(Label::NoOpenQuestion), Style::NOTE),
                None => {}
            }
            stack.gap(3.0);
            let (sign, role) =
                if follow_up.is_some() { (icons::LOOP, Role::Good) } else { (icons::OPEN_LOOP, Role::Bad) };
            let words = follow_up.map_or_else(
                || plan.label(Label::NobodyFollowsUp).to_owned(),
                |follow_up| {
                    let owner = follow_up.owner.as_ref().map_or("", |owner| owner.as_str());
                    let within = follow_up.within.as_ref().map(|within| {
                        format!(", {} {}", plan.label(Label::Within), plan.tongue.duration(within.value))
                    });
                    format!("{owner}{}", within.unwrap_or_default())
                },
            );
            stack.item(&words, Style::NOTE.bold().in_color(role), 18.0, |at| {
                icons::drawn(sign, Point::new(at.x + 6.0, at.y), 14.0, Paint::line(role, 1.6))
            });
        });
        vec![node]
    }
}
