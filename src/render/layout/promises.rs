//! What customers are promised: where it is made, where it is kept, and what comes of it.

use std::collections::BTreeMap;

use super::Plan;
use super::lane::Cells;
use super::stack::{Look, Span, Stack, Style, card};
use crate::graph::{Address, Map, TouchpointIndex, TouchpointRef};
use crate::model::Promise;
use crate::render::icons;
use crate::render::labels::Label;
use crate::render::scene::{Kind, Node, Paint, Point, Role};

/// What customers are promised.
pub struct Promises;

impl Cells for Promises {
    fn of_touchpoint(&self, plan: &Plan<'_>, touchpoint: TouchpointRef<'_>, span: Span) -> Vec<Node> {
        let made = touchpoint.promises().map(|(address, promise)| made(plan, touchpoint, address, promise, span));
        let kept = plan.kept_at.get(&touchpoint.index()).into_iter().flatten();
        let kept = kept.map(|(address, promise)| kept_here(plan, touchpoint, address.clone(), promise, span));
        made.chain(kept).collect()
    }
}

/// The promises that are kept elsewhere than where they are made, by where that is.
pub fn by_place(map: &Map) -> BTreeMap<TouchpointIndex, Vec<(Address, &Promise)>> {
    let mut all: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for touchpoint in map.touchpoints() {
        for (address, promise) in touchpoint.promises() {
            if let Some(at) = touchpoint.kept_at(promise).filter(|at| at.index() != touchpoint.index()) {
                all.entry(at.index()).or_default().push((address, promise));
            }
        }
    }
    all
}

fn title(promise: &Promise) -> &str {
    let id = promise.id.as_ref().map(|id| id.as_str());
    promise.title.as_ref().map(|title| title.as_str()).or(id).unwrap_or_default()
}

fn made(plan: &Plan<'_>, touchpoint: TouchpointRef<'_>, address: Address, promise: &Promise, span: Span) -> Node {
    let kept_at = touchpoint.kept_at(promise);
    let is_kept_here = kept_at.is_some_and(|at| at.index() == touchpoint.index());
    card(&plan.typesetter, (address, Kind::Promise), span, Look::tinted(Role::Quiet), |stack| {
        let sign =
            |at: Point| icons::drawn(icons::SPEECH, Point::new(at.x + 6.0, at.y), 13.0, Paint::line(Role::Muted, 1.4));
        stack.item(plan.label(Label::MadeHere), Style::NOTE.bold(), 18.0, sign);
        stack.gap(3.0);
        stack.text(title(promise), Style::BODY);
        stack.gap(2.0);
        if is_kept_here {
            outcome(plan, touchpoint, promise, stack);
        } else if let Some(at) = kept_at {
            stack.text(&format!("→ {}", at.title()), Style::NOTE);
        }
    })
}

fn kept_here(plan: &Plan<'_>, touchpoint: TouchpointRef<'_>, address: Address, promise: &Promise, span: Span) -> Node {
    let look = Look { paint: Paint::default().outlined(Role::Line, 1.0), ..Look::tinted(Role::Quiet) };
    card(&plan.typesetter, (address, Kind::Keeping), span, look, |stack| {
        let sign =
            |at: Point| icons::drawn(icons::TARGET, Point::new(at.x + 6.0, at.y), 13.0, Paint::line(Role::Muted, 1.4));
        stack.item(plan.label(Label::KeptHere), Style::NOTE.bold(), 18.0, sign);
        stack.gap(3.0);
        stack.text(title(promise), Style::BODY);
        stack.gap(2.0);
        outcome(plan, touchpoint, promise, stack);
    })
}

/// What was promised, what is achieved, and how often.
fn outcome(plan: &Plan<'_>, kept_at: TouchpointRef<'_>, promise: &Promise, stack: &mut Stack<'_>) {
    let tongue = plan.tongue;
    let is_broken = plan.map.flow().is_out_of_reach(kept_at.index());
    let times = [(Label::Within, &promise.within), (Label::Really, &promise.actual)];
    let times = times
        .into_iter()
        .filter_map(|(label, time)| Some(format!("{} {}", plan.label(label), tongue.duration(time.as_ref()?.value))));
    stack.text(&times.collect::<Vec<_>>().join(" · "), Style::NOTE);
    let share = promise.kept.as_ref().map(|kept| tongue.percentage(kept.0));
    let kept = |label| share.as_ref().map(|share| plan.label(label).replace("{share}", share));
    let (sign, role, words) = if is_broken {
        (icons::CROSS, Role::Bad, Some(plan.label(Label::Broken).to_owned()))
    } else if promise.is_missed(Promise::KEPT) {
        let is_rare = promise.kept.as_ref().is_some_and(|kept| kept.0 < Promise::KEPT);
        let late = promise.is_late().then(|| plan.label(Label::Late).to_owned());
        let kept = kept(if is_rare { Label::KeptOnly } else { Label::Kept });
        let words: Vec<_> = late.into_iter().chain(kept).collect();
        (icons::CROSS, Role::Bad, Some(words.join(" · ")))
    } else {
        (icons::TICK, Role::Good, kept(Label::Kept))
    };
    if let Some(words) = words {
        stack.gap(2.0);
        let mark = |at: Point| icons::drawn(sign, Point::new(at.x + 6.0, at.y), 13.0, Paint::line(role, 1.8));
        stack.item(&words, Style::NOTE.bold().in_color(role), 18.0, mark);
    }
}
