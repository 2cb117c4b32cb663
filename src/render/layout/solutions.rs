//! What is done about friction: how far it has come, whose it is, and when it is due.

use std::collections::BTreeMap;

use super::Plan;
use super::detail::Detail;
use super::lane::Cells;
use super::stack::{Look, Span, Style, card};
use crate::graph::{Address, Map, PhaseRef, TouchpointRef, solutions};
use crate::model::{FrictionPoint, Solution, SolutionStatus};
use crate::render::icons;
use crate::render::labels::Label;
use crate::render::scene::{Kind, Node, Paint, Point, Role};

/// What is done about friction.
pub struct Solutions;

impl Cells for Solutions {
    fn of_journey(&self, plan: &Plan<'_>, span: Span) -> Vec<Node> {
        let note = Some(plan.label(Label::WholeJourney));
        plan.map.solutions().map(|(address, found)| solution(plan, address, found, span, note)).collect()
    }

    fn of_phase(&self, plan: &Plan<'_>, phase: PhaseRef<'_>, span: Span) -> Vec<Node> {
        let note = Some(plan.label(Label::WholePhase));
        let of_friction = phase.friction_points().flat_map(of_friction);
        let all = of_friction.chain(phase.solutions());
        all.map(|(address, found)| solution(plan, address, found, span, note)).collect()
    }

    fn of_touchpoint(&self, plan: &Plan<'_>, touchpoint: TouchpointRef<'_>, span: Span) -> Vec<Node> {
        let of_friction = touchpoint.friction_points().flat_map(of_friction);
        let all = of_friction.chain(touchpoint.solutions());
        all.map(|(address, found)| solution(plan, address, found, span, None)).collect()
    }
}

fn of_friction((address, point): (Address, &FrictionPoint)) -> impl Iterator<Item = (Address, &Solution)> {
    solutions(address, &point.solutions)
}

fn solution(plan: &Plan<'_>, address: Address, written: &Solution, span: Span, note: Option<&str>) -> Node {
    let known = written.id.as_ref().and_then(|id| plan.solutions.get(id.as_str()));
    let whole = known.unwrap_or(written);
    let (quarters, role, tint) = match whole.status() {
        SolutionStatus::Idea | SolutionStatus::Dropped => (0, Role::Muted, Role::Quiet),
        SolutionStatus::Planned => (1, Role::Good, Role::GoodTint),
        SolutionStatus::InProgress => (2, Role::Good, Role::GoodTint),
        SolutionStatus::Done => (4, Role::Good, Role::GoodTint),
    };
    let is_overdue = plan.options.is_overdue(plan.map, whole);
    let (role, tint) = if is_overdue { (Role::Bad, Role::BadTint) } else { (role, tint) };
    let overdue = is_overdue.then(|| plan.label(Label::Overdue));
    let status: Vec<_> = overdue.into_iter().chain([plan.tongue.solution(whole.status())]).chain(note).collect();
    let day = whole.due.as_ref().map(|due| plan.tongue.day(due.value));
    let due = day.and_then(|day| match whole.status() {
        SolutionStatus::Dropped => None,
        SolutionStatus::Done => Some(day),
        _ => Some(format!("{}\u{a0}{day}", plan.label(Label::Due).replace(' ', "\u{a0}"))),
    });
    let terms: Vec<_> = whole.owner.as_ref().map(|owner| owner.value.clone()).into_iter().chain(due).collect();
    let title = whole.title.as_ref().map(|title| title.as_str()).or(whole.id.as_ref().map(|id| id.as_str()));
    let mut drawn = card(&plan.typesetter, (address, Kind::Solution), span, Look::tinted(tint), |stack| {
        stack.item(&status.join(" · "), Style::NOTE.bold().in_color(role), 18.0, |at| {
            let center = Point::new(at.x + 6.0, at.y);
            if whole.status() == SolutionStatus::Dropped {
                return icons::drawn(icons::CROSS, center, 14.0, Paint::line(role, 1.6));
            }
            if is_overdue {
                return icons::drawn(icons::CLOCK, center, 14.0, Paint::line(role, 1.6));
            }
            icons::progress(center, 5.2, quarters, role)
        });
        stack.gap(3.0);
        stack.text(title.unwrap_or_default(), Style::BODY);
        let met = whole.touchpoint.as_ref().and_then(|at| plan.map.find(at)).map(|at| format!("→ {}", at.title()));
        for line in [terms.join(" · ")].into_iter().chain(met) {
            stack.gap(2.0);
            stack.text(&line, Style::NOTE);
        }
    });
    drawn.detail =
        Detail::default().named(plan, Label::MeasuredBy, whole.measured_by.as_ref()).texts([whole.url.as_ref()]).text();
    drawn
}

/// The solutions with a written id, each with all that is said of it in any of its places.
pub fn with_ids(map: &Map) -> BTreeMap<String, Solution> {
    let of_phases =
        map.phases().flat_map(|phase| phase.friction_points().flat_map(of_friction).chain(phase.solutions()));
    let of_touchpoints = map
        .touchpoints()
        .flat_map(|touchpoint| touchpoint.friction_points().flat_map(of_friction).chain(touchpoint.solutions()));
    let mut all: BTreeMap<String, Solution> = BTreeMap::new();
    for (_, solution) in map.solutions().chain(of_phases).chain(of_touchpoints) {
        if let Some(id) = &solution.id {
            all.entry(id.to_string()).or_insert_with(|| solution.clone()).fill_from(solution);
        }
    }
    all
}
