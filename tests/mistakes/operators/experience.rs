//! Mistakes about what customers expect and get, and what hinders them.

use super::{Operator, add_field, add_item, at, new_touchpoint, passages};
use crate::mistake::{Knowledge, Mistake};
use crate::outline::{Node, Outline};
use crate::reading::{
    bearers, disappoints, half, has_grave_friction, has_promise, is_answered, is_being_mended, is_closed, is_grave,
    is_hindered, is_hindered_from_elsewhere, is_repeated, items, leads_to_end, open_touchpoints, phase, rating, scale,
    touchpoints,
};

pub const OPERATORS: &[Operator] = &[
    ("a gap without a reason", |map| open_touchpoints(map).into_iter().filter_map(|item| fall(map, item)).collect()),
    ("a low experience without a reason", low),
    ("the only reason of a gap is resolved", resolved),
    ("grave friction that nobody deals with", |map| grave(map, "high")),
    ("critical friction that nobody deals with", |map| grave(map, "critical")),
    ("friction that gets worse", worse),
    ("grave friction throughout a phase", throughout),
    ("the only solution is dropped", dropped_solution),
    ("an employee who gets little", little),
    ("an employee who gets little, newly told", |map| {
        open_touchpoints(map).into_iter().filter_map(|item| new_employee(map, item)).collect()
    }),
];

const FRICTION: &[Knowledge] = &[Knowledge::Names, Knowledge::Scale, Knowledge::Reasons];

/// Whether nothing in the map says why customers might get little.
fn is_unexplained(map: &Outline, item: &Node) -> bool {
    !is_told(map, item) && !is_hindered(map, item)
}

/// Whether something other than friction says so: a promise, a wait, or words beside a rating.
fn is_told(map: &Outline, item: &Node) -> bool {
    let has_reason = |field| map.child(item, field).is_some_and(|field| map.child(field, "because").is_some());
    let is_waiting = map.child(item, "wait").is_some();
    is_waiting || has_reason("experience") || has_reason("expectation") || has_promise(map, item)
}

/// Experience half the scale below expectation.
fn fall(map: &Outline, item: &Node) -> Option<Mistake> {
    let (expected, _) = rating(map, item, "expectation")?;
    let (_, experience) = rating(map, item, "experience")?;
    let low = expected - half(map);
    let fits = low >= scale(map).0 && map.child(item, "moment_of_truth").is_none() && !leads_to_end(map, item);
    (fits && is_unexplained(map, item)).then(|| {
        let mistake = at(item).value(map, experience, &low.to_string());
        mistake.finds_written("unexplained-gap", 0, experience.value_column).needs(FRICTION)
    })
}

/// A new touchpoint below the lowest quarter of the scale.
fn low(map: &Outline) -> Vec<Mistake> {
    let low = scale(map).0 + half(map) / 2.0 - 0.01;
    let text = ["- id: doze-off", "  title: I doze off", &format!("  experience: §{low}")];
    let is_free = |item: &&Node| map.child(phase(map, item), "friction_points").is_none();
    let new = |item| new_touchpoint(item, &text, &["unexplained-gap"]).needs(FRICTION).hides(&[Knowledge::Lowest]);
    passages(map).into_iter().filter(is_free).map(new).collect()
}

/// The one friction point that explains a gap is marked as resolved.
fn resolved(map: &Outline) -> Vec<Mistake> {
    let resolve = |item: &Node| {
        let [point] = items(map, item, "friction_points")[..] else { return None };
        let gap = rating(map, item, "expectation")?.0 - rating(map, item, "experience")?.0;
        let (_, experience) = rating(map, item, "experience")?;
        let gives_up = map.child(item, "next").is_some_and(|next| map.lines[next.lines()].join(" ").contains("lost"));
        let is_only =
            !gives_up && !is_hindered_from_elsewhere(map, item) && !is_told(map, item) && point.value.is_empty();
        let fits = is_only && gap >= half(map) && map.child(item, "moment_of_truth").is_none();
        (fits && map.child(point, "status").is_none()).then(|| {
            let mistake = add_field(point, &["status: resolved"], &[]).owns(item.lines());
            mistake.finds_kept("unexplained-gap", experience.line, experience.value_column).needs(FRICTION)
        })
    };
    open_touchpoints(map).into_iter().filter_map(resolve).collect()
}

/// New friction; at a moment of truth it is the moment that fails.
fn grave(map: &Outline, severity: &str) -> Vec<Mistake> {
    let hinder = |item: &Node| {
        let text = ["- title: §Nobody knows that I am here", &format!("  severity: {severity}")];
        let is_moment = map.child(item, "moment_of_truth").is_some();
        let is_first = !has_grave_friction(map, item) && disappoints(map, item) != Some(true);
        let fits = !is_answered(map, item) && map.child(item, "employee").is_none() && (!is_moment || is_first);
        let rule = if is_moment { "failing-moment" } else { "unsolved-friction" };
        fits.then(|| add_item(map, item, "friction_points", &text, &[rule]).owns(item.lines()))
    };
    open_touchpoints(map).into_iter().filter_map(hinder).collect()
}

/// Friction that was bearable, or told so.
fn worse(map: &Outline) -> Vec<Mistake> {
    let worsen = |item: &Node, point: &Node| {
        let title = map.child(point, "title")?;
        let is_open = map.child(point, "status").is_none() && map.child(point, "solutions").is_none();
        let fits = is_open && !is_answered(map, item) && map.child(item, "moment_of_truth").is_none();
        let mistake = match map.child(point, "severity") {
            Some(severity) => at(item).value(map, severity, "critical"),
            None => add_field(point, &["severity: critical"], &[]).owns(item.lines()),
        };
        (fits && !is_grave(map, point)).then(|| mistake.finds_kept("unsolved-friction", title.line, title.value_column))
    };
    let of = |item| items(map, item, "friction_points").into_iter().filter_map(move |point| worsen(item, point));
    open_touchpoints(map).into_iter().flat_map(of).collect()
}

fn throughout(map: &Outline) -> Vec<Mistake> {
    let text = ["- title: §Everything takes too long", "  severity: critical"];
    let fits = |phase: &&Node| {
        let inside: Vec<_> = items(map, phase, "touchpoints");
        let has = |item: &&Node, field| map.child(item, field).is_some();
        let is_open = inside.iter().any(|item| !is_closed(map, item));
        is_open && map.child(phase, "solutions").is_none() && !inside.iter().any(|item| has(item, "employee"))
    };
    let hinder = |phase| add_item(map, phase, "friction_points", &text, &["unsolved-friction"]);
    map.at("phases/-").filter(fits).map(hinder).collect()
}

/// What is done about grave friction is given up.
fn dropped_solution(map: &Outline) -> Vec<Mistake> {
    let drop = |item: &Node, point: &Node| {
        let [solution] = items(map, point, "solutions")[..] else { return None };
        let (title, status) = (map.child(point, "title")?, map.child(solution, "status")?);
        let is_moment = map.child(item, "moment_of_truth").is_some();
        let fits = is_grave(map, point) && !is_answered(map, item) && !is_repeated(map, solution) && !is_moment;
        let fits = fits && !is_waited_for(map, item, point);
        let mistake = at(item).value(map, status, "dropped");
        (fits && map.child(point, "status").is_none())
            .then(|| mistake.finds_kept("unsolved-friction", title.line, title.value_column))
    };
    let of = |item| items(map, item, "friction_points").into_iter().filter_map(move |point| drop(item, point));
    open_touchpoints(map).into_iter().flat_map(of).collect()
}

/// Whether something else may be let be because of what is done about a friction point.
fn is_waited_for(map: &Outline, item: &Node, point: &Node) -> bool {
    let rests_here = |bearers: &[&Node]| bearers.iter().any(|bearer| bearer.line == item.line);
    let of = |place| items(map, place, "promises").into_iter().map(move |promise| bearers(map, place, promise));
    let is_promised = touchpoints(map).into_iter().flat_map(of).any(|bearers| rests_here(&bearers));
    let is_shared = ["measures", "employee"].iter().any(|field| map.child(item, field).is_some());
    is_promised || is_shared || map.child(point, "also_at").is_some()
}

/// Whether it matters to customers how employees fare at a touchpoint, and nobody acts.
fn concerns(map: &Outline, item: &Node) -> bool {
    let is_concern = map.child(item, "moment_of_truth").is_some() || is_hindered(map, item);
    is_concern && !is_being_mended(map, item)
}

fn little(map: &Outline) -> Vec<Mistake> {
    let lower = |item: &Node| {
        let employee = map.child(item, "employee")?;
        let (expected, _) = rating(map, employee, "expectation")?;
        let (_, experience) = rating(map, employee, "experience")?;
        let low = expected - half(map);
        (concerns(map, item) && low >= scale(map).0).then(|| {
            let mistake = at(item).value(map, experience, &low.to_string());
            mistake.finds_written("employee-gap", 0, experience.value_column).needs(FRICTION)
        })
    };
    open_touchpoints(map).into_iter().filter_map(lower).collect()
}

fn new_employee(map: &Outline, item: &Node) -> Option<Mistake> {
    let (min, max) = scale(map);
    let text =
        ["employee:", "  role: Clerk", &format!("  expectation: {max}"), &format!("  experience: §{}", min + 0.5)];
    let fits = concerns(map, item) && map.child(item, "employee").is_none();
    fits.then(|| add_field(item, &text, &["employee-gap"]).needs(FRICTION))
}
