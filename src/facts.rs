//! What follows from a map for its customers, besides the flow: the memorable points of the journey, and what the way
//! through it costs them. Never one number for all of it.

pub(crate) mod solutions;

use std::collections::BTreeSet;

use crate::graph::{Address, Map, TouchpointIndex, TouchpointRef, slug};
use crate::model::{Availability, Duration, FrictionStatus, Severity, Solution};
use solutions::Solutions;

/// The facts of a map. All but the friction is about the main way, and unknown where there is none.
#[derive(Debug, Clone, PartialEq)]
pub struct Facts {
    /// How many touchpoints the main way has.
    pub touchpoints: Option<usize>,
    /// Where the experience is best; none where it is the same throughout, or unknown.
    pub peak: Option<TouchpointIndex>,
    /// Where it is worst; none where it is the same throughout, or unknown.
    pub trough: Option<TouchpointIndex>,
    /// The last touchpoint.
    pub end: Option<TouchpointIndex>,
    /// How often customers have to change channel at the least, as far as channels are known.
    pub channel_switches: Option<usize>,
    /// How often the customer passes from one owner to another, as far as owners are known.
    pub hand_offs: Option<usize>,
    /// What it costs the customer, in ratings of the map's scale.
    pub effort: Option<Total<f64>>,
    /// How long it takes, without the waiting.
    pub duration: Option<Total<Duration>>,
    /// How long customers wait.
    pub wait: Option<Total<Duration>>,
    /// The open friction of the whole map, the worst first.
    pub open_friction: [OpenFriction; 4],
}

/// A sum over touchpoints.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Total<T> {
    /// The sum of what is known.
    pub sum: T,
    /// Of how many touchpoints it is known.
    pub known: usize,
}

/// How much open friction of one severity there is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenFriction {
    /// The severity.
    pub severity: Severity,
    /// How many friction points something is done about, if only as an idea: at the point itself, or at the touchpoint or
    /// phase where it stands.
    pub with_solution: usize,
    /// The friction points that nothing is done about, in the order of the file, those of phases first.
    pub without_solution: Vec<Address>,
}

impl Facts {
    /// The facts of a map.
    #[must_use]
    pub fn of(map: &Map) -> Self {
        let way = map.flow().main_way().map(|way| way.iter().map(|&index| map.at(index)).collect::<Vec<_>>());
        let way = way.as_deref();
        let (peak, trough) = way.map(extremes).unwrap_or_default();
        Self {
            touchpoints: way.map(<[_]>::len),
            peak,
            trough,
            end: way.and_then(|way| way.last()).map(|last| last.index()),
            channel_switches: way.map(|way| channel_changes(way).len()),
            hand_offs: way.map(|way| changes(way.iter().map(|touchpoint| owner(*touchpoint))).len()),
            effort: way.and_then(|way| total(way.iter().map(|touchpoint| Some(touchpoint.body().effort.as_ref()?.0)))),
            duration: way.and_then(|way| time(way.iter().map(|touchpoint| touchpoint.body().duration.as_deref()))),
            wait: way.and_then(|way| time(way.iter().map(|touchpoint| touchpoint.body().wait.as_deref()))),
            open_friction: open_friction(map),
        }
    }
}

/// Where on a way customers have to change channel at the least, as positions in it: the touchpoints they change before.
pub(crate) fn channel_changes(way: &[TouchpointRef<'_>]) -> Vec<usize> {
    changes(way.iter().map(|touchpoint| channels(*touchpoint)))
}

/// The first touchpoint of the highest and of the lowest known experience, unless they are equal.
pub(crate) fn extremes(way: &[TouchpointRef<'_>]) -> (Option<TouchpointIndex>, Option<TouchpointIndex>) {
    let mut known = way.iter().filter_map(|touchpoint| Some((touchpoint.index(), touchpoint.experience()?)));
    let Some(first) = known.next() else { return (None, None) };
    let (peak, trough) = known.fold((first, first), |(peak, trough), rated| {
        (if rated.1 > peak.1 { rated } else { peak }, if rated.1 < trough.1 { rated } else { trough })
    });
    if peak.1 > trough.1 { (Some(peak.0), Some(trough.0)) } else { (None, None) }
}

/// The changes on a way that offers a choice at each step, as few as can be: whoever can stay with what they have does.
/// Steps that offer nothing are passed over: what is unknown is no change.
fn changes(steps: impl Iterator<Item = BTreeSet<String>>) -> Vec<usize> {
    let mut changes = Vec::new();
    let mut current = BTreeSet::new();
    for (at, offered) in steps.enumerate().filter(|(_, offered)| !offered.is_empty()) {
        let kept: BTreeSet<_> = current.intersection(&offered).cloned().collect();
        if !kept.is_empty() {
            current = kept;
            continue;
        }
        if !current.is_empty() {
            changes.push(at);
        }
        current = offered;
    }
    changes
}

/// The channels of a touchpoint by id: those that customers can use, all where none is said to be open. A name that the
/// map's list of channels lacks is unknown.
fn channels(touchpoint: TouchpointRef<'_>) -> BTreeSet<String> {
    let map = touchpoint.map();
    let channel = |reference: &String| match map.channel(reference) {
        Some((id, channel)) => {
            let level = channel.status.as_ref().and_then(|status| status.level);
            Some((id.to_string(), level.is_some_and(|level| level.value == Availability::Unavailable)))
        }
        None => {
            map.journey().channels.is_empty().then(|| (slug(reference).unwrap_or_else(|| reference.clone()), false))
        }
    };
    let (closed, open): (Vec<_>, Vec<_>) =
        touchpoint.body().channel.iter().filter_map(|name| channel(name)).partition(|(_, is_closed)| *is_closed);
    let usable = if open.is_empty() { closed } else { open };
    usable.into_iter().map(|(id, _)| id).collect()
}

fn owner(touchpoint: TouchpointRef<'_>) -> BTreeSet<String> {
    touchpoint.owner().map(|owner| slug(owner).unwrap_or_else(|| owner.value.clone())).into_iter().collect()
}

fn total(values: impl Iterator<Item = Option<f64>>) -> Option<Total<f64>> {
    let known: Vec<_> = values.flatten().collect();
    (!known.is_empty()).then(|| Total { sum: known.iter().sum(), known: known.len() })
}

fn time<'m>(values: impl Iterator<Item = Option<&'m Duration>>) -> Option<Total<Duration>> {
    let known: Vec<_> = values.flatten().collect();
    let sum = known.iter().fold(0_u64, |sum, duration| sum.saturating_add(duration.as_secs()));
    (!known.is_empty()).then_some(Total { sum: Duration::from_secs(sum), known: known.len() })
}

fn open_friction(map: &Map) -> [OpenFriction; 4] {
    let solutions = Solutions::of(map);
    let is_answered = |of: &[Solution]| solutions.any_alive(of);
    let of_phases = map.phases().flat_map(|phase| {
        let by_place = is_answered(&phase.body().solutions);
        phase.friction_points().map(move |(address, point)| (address, point, by_place))
    });
    let of_touchpoints = map.touchpoints().flat_map(|touchpoint| {
        let by_place = is_answered(&touchpoint.body().solutions) || is_answered(&touchpoint.phase().body().solutions);
        touchpoint.friction_points().map(move |(address, point)| (address, point, by_place))
    });
    let mut counts = [Severity::Critical, Severity::High, Severity::Medium, Severity::Low]
        .map(|severity| OpenFriction { severity, with_solution: 0, without_solution: Vec::new() });
    for (address, point, by_place) in of_phases.chain(of_touchpoints) {
        let is_open = point.status() == FrictionStatus::Open;
        let count = counts.iter_mut().find(|count| count.severity == point.severity()).filter(|_| is_open);
        if let Some(count) = count {
            if by_place || is_answered(&point.solutions) {
                count.with_solution += 1;
            } else {
                count.without_solution.push(address);
            }
        }
    }
    counts
}

#[cfg(test)]
#[allow(clippy::expect_used, reason = "a test may fail")]
mod tests {
    use super::*;
    use crate::load_str;

    fn map(touchpoints: &str) -> Map {
        let text =
            format!("cxmap: 1\ntitle: t\nphases:\n  - title: p\n    owner: Phase team\n    touchpoints:{touchpoints}");
        load_str("t", &text).map.expect("a map")
    }

    fn ids(map: &Map) -> (Option<&str>, Option<&str>, Option<&str>) {
        let facts = Facts::of(map);
        let id = |index: Option<TouchpointIndex>| index.map(|index| map.at(index).id());
        (id(facts.peak), id(facts.trough), id(facts.end))
    }

    #[test]
    fn peak_and_trough_are_the_first_extremes_of_the_main_way() {
        let map = map("
      - {title: a, experience: 3}
      - {title: b, experience: 5, next: [{to: c, share: 10%}, {to: d, share: 90%}]}
      - {title: c, experience: 1}
      - {title: d, experience: 5}
      - {title: e, experience: 2}
      - {title: f, experience: 2}
      - {title: g}");
        // c is worse, but not on the main way; d and f come second; g has no rating and is the end all the same.
        assert_eq!(ids(&map), (Some("b"), Some("e"), Some("g")));
    }

    #[test]
    fn equal_or_unknown_experience_has_no_peak() {
        assert_eq!(
            ids(&map("\n      - {title: a, experience: 4}\n      - {title: b, experience: 4}")),
            (None, None, Some("b"))
        );
        assert_eq!(ids(&map("\n      - {title: a, experience: 4}\n      - {title: b}")), (None, None, Some("b")));
        assert_eq!(ids(&map("\n      - title: a")), (None, None, Some("a")));
    }

    #[test]
    fn without_a_main_way_all_is_unknown_but_friction() {
        let facts = Facts::of(&map("
      - {title: a, next: lost, experience: 4, effort: 1, wait: 1h, friction_points: [x]}"));
        assert_eq!((facts.touchpoints, facts.end, facts.channel_switches, facts.wait), (None, None, None, None));
        assert_eq!(
            facts.open_friction[2],
            OpenFriction {
                severity: Severity::Medium,
                with_solution: 0,
                without_solution: vec![Address::Friction(Box::new(Address::Touchpoint("a".into())), "x".into())]
            }
        );
    }

    #[test]
    fn totals_are_of_what_is_known_on_the_main_way() {
        let facts = Facts::of(&map("
      - {title: a, effort: 2, wait: 1h30m, duration: 10m, next: [{to: c, share: 60%}, {to: b, share: 40%}]}
      - {title: b, effort: 5, wait: 9d, duration: 9d}
      - {title: c, effort: 3.5, duration: 20m}
      - {title: d}"));
        assert_eq!(facts.touchpoints, Some(3));
        assert_eq!(facts.effort, Some(Total { sum: 5.5, known: 2 }));
        assert_eq!(facts.wait, Some(Total { sum: Duration::from_secs(5_400), known: 1 }));
        assert_eq!(facts.duration, Some(Total { sum: Duration::from_secs(1_800), known: 2 }));
    }

    #[test]
    fn customers_switch_channels_no_more_than_they_must() {
        let switches = |channels: &[&str]| {
            let list = channels
                .iter()
                .enumerate()
                .map(|(index, channel)| format!("\n      - {{title: t{index}, channel: {channel}}}"));
            Facts::of(&map(&list.collect::<String>())).channel_switches
        };
        assert_eq!(switches(&["App", "app", "APP!"]), Some(0));
        assert_eq!(switches(&["app", "phone", "app"]), Some(2));
        // Who knows the way phones at once, and changes only for the desk.
        assert_eq!(switches(&["[app, phone]", "[phone, desk]", "desk"]), Some(1));
        // What is unknown is no change, and does not hide one.
        assert_eq!(switches(&["app", "", "app"]), Some(0));
        assert_eq!(switches(&["app", "", "phone"]), Some(1));
    }

    #[test]
    fn a_closed_channel_is_no_choice() {
        let text = "cxmap: 1
title: t
channels: {app: App, desk: {status: unavailable}}
phases:
  - title: p
    touchpoints: [{title: a, channel: [app, desk]}, {title: b, channel: desk, status: available}]";
        let map = load_str("t", text).map.expect("a map");
        assert_eq!(Facts::of(&map).channel_switches, Some(1));
    }

    #[test]
    fn hand_offs_are_between_owners() {
        let facts = Facts::of(&map("
      - {title: a}
      - {title: b, owner: Phase Team}
      - {title: c, owner: Branches}
      - {title: d, owner: Billing}"));
        assert_eq!(facts.hand_offs, Some(2));
    }

    #[test]
    fn open_friction_is_counted_by_severity_and_solution() {
        let facts = Facts::of(&map("
      - title: a
        friction_points:
          - {title: f1, severity: critical, solutions: [s]}
          - {title: f2, severity: critical, solutions: [{title: s2, status: dropped}]}
          - {title: f3, severity: critical, status: mitigated}
          - {title: f4, severity: low, status: resolved}
          - {title: f5, severity: low}"));
        let counts = facts
            .open_friction
            .map(|count| (count.severity.as_str(), count.with_solution, count.without_solution.len()));
        assert_eq!(counts, [("critical", 1, 1), ("high", 0, 0), ("medium", 0, 0), ("low", 0, 1)]);
    }
}
