//! Touchpoints that no customer can get to.

use std::mem;

use super::{Context, Levels, Rule, Sink};
use crate::diagnostic::Level::{Error, Warn};
use crate::graph::{Map, Place, TouchpointIndex, TouchpointRef};

pub(super) static RULE: Rule = Rule {
    name: "unreachable-touchpoint",
    page: include_str!("../../docs/rules/unreachable-touchpoint.md"),
    levels: Levels::new(Warn, Error, Error),
    is_about_today: false,
    settings: &[],
    check: Some(check),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    let map = context.map;
    if !map.journey().is_complete() {
        return;
    }
    let unreachable = |index: &TouchpointIndex| map.flow().is_unreachable(*index) && map.at(*index).is_open();
    let mut covered = vec![false; map.touchpoints().len()];
    for index in origins(map, map.touchpoints().map(TouchpointRef::index).filter(unreachable).collect()) {
        if covered[index.0] {
            continue;
        }
        let mut led_to = walk(map, index, &mut covered);
        led_to.retain(|led| *led != index && unreachable(led));
        led_to.sort();
        let touchpoint = map.at(index);
        let message = format!("no way leads to “{}”", touchpoint.title());
        let mut finding = RULE.at(touchpoint.body().title.span, message).about(touchpoint.address());
        if let Some((first, others)) = led_to.split_first() {
            let first = map.at(*first);
            let more = if others.is_empty() { String::new() } else { format!(" and {} more", others.len()) };
            let text = format!("nor can customers get to “{}”{more}", first.title());
            finding = finding.related(first.body().title.span, text);
        }
        sink.report(
            finding.help("name it in the `next` or `replaced_by` of a touchpoint before it, or give it `start: true`"),
        );
    }
}

/// The touchpoints in such an order that one from which another can be reached, and not the other way round, comes
/// first: reverse finishing order of a depth-first search (Sharir, 1981).
fn origins(map: &Map, touchpoints: Vec<TouchpointIndex>) -> Vec<TouchpointIndex> {
    let mut seen = vec![false; map.touchpoints().len()];
    let mut finished = Vec::new();
    for start in touchpoints {
        finished.append(&mut walk(map, start, &mut seen));
    }
    finished.reverse();
    finished
}

/// What can be reached from a touchpoint over the declared ways and has not been seen, in finishing order; it is then.
fn walk(map: &Map, start: TouchpointIndex, seen: &mut [bool]) -> Vec<TouchpointIndex> {
    let mut finished = Vec::new();
    let mut open = vec![(start, 0)];
    if mem::replace(&mut seen[start.0], true) {
        return finished;
    }
    while let Some((index, way)) = open.last_mut() {
        let Some(next) = map.flow().declared().ways(*index).get(*way) else {
            finished.push(*index);
            open.pop();
            continue;
        };
        *way += 1;
        if let Place::Touchpoint(to) = next.to
            && !mem::replace(&mut seen[to.0], true)
        {
            open.push((to, 0));
        }
    }
    finished
}
