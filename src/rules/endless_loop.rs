//! Loops that no customer gets out of.

use std::collections::{HashMap, HashSet, VecDeque};

use super::{Context, Levels, Rule, Sink};
use crate::diagnostic::Level::{Error, Warn};
use crate::graph::{Graph, Map, Place, TouchpointIndex};

pub(super) static RULE: Rule = Rule {
    name: "endless-loop",
    page: include_str!("../../docs/rules/endless-loop.md"),
    levels: Levels::new(Warn, Error, Error),
    is_about_today: false,
    settings: &[],
    check: Some(check),
};

/// How many touchpoints of a loop are printed.
const PRINTED: usize = 8;

fn check(context: &Context<'_>, sink: &mut Sink) {
    let map = context.map;
    if !map.journey().is_complete() {
        return;
    }
    let flow = map.flow();
    for endless in flow.loops() {
        let Some(&first) = endless.members.first() else { continue };
        // A touchpoint that nobody gets to has its own finding.
        if endless.members.iter().all(|member| flow.is_unreachable(*member)) {
            continue;
        }
        let title = &map.at(first).body().title;
        let message = format!(
            "whoever comes here goes round for ever: {}",
            print(map, &round(flow.declared(), endless.members.as_slice()))
        );
        let mut finding = RULE.at(title.span, message).help(
            "let a way lead out: to a touchpoint outside the loop, to `end`, or to `lost` where customers give up",
        );
        if let Some((&first, others)) = endless.led_into.split_first() {
            let title = &map.at(first).body().title;
            let text = if others.is_empty() {
                "this leads nowhere else".into()
            } else {
                format!("this and {} more lead nowhere else", others.len())
            };
            finding = finding.related(title.span, text);
        }
        sink.report(finding);
    }
}

fn print(map: &Map, round: &[TouchpointIndex]) -> String {
    let mut titles: Vec<_> = round.iter().take(PRINTED).map(|index| format!("“{}”", map.at(*index).title())).collect();
    if round.len() > PRINTED {
        titles.push(format!("{} more", round.len() - PRINTED));
    }
    titles.extend(titles.first().cloned());
    titles.join(" → ")
}

/// The shortest way round from the first member back to itself.
fn round(declared: &Graph, members: &[TouchpointIndex]) -> Vec<TouchpointIndex> {
    let Some(&start) = members.first() else { return Vec::new() };
    let inside: HashSet<_> = members.iter().copied().collect();
    let mut came_from = HashMap::new();
    let mut queue = VecDeque::from([start]);
    while let Some(at) = queue.pop_front() {
        for way in declared.ways(at) {
            match way.to {
                Place::Touchpoint(to) if to == start => {
                    let mut round: Vec<_> = std::iter::successors(Some(at), |at| came_from.get(at).copied()).collect();
                    round.reverse();
                    return round;
                }
                Place::Touchpoint(to) if inside.contains(&to) && !came_from.contains_key(&to) => {
                    came_from.insert(to, at);
                    queue.push_back(to);
                }
                _ => {}
            }
        }
    }
    vec![start]
}
