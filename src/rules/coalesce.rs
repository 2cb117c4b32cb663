//! One cause, one finding: which findings give way to which.

use std::collections::HashMap;

use super::{Policy, Rule};
use crate::diagnostic::{Diagnostic, Level};
use crate::graph::{Address, Map, TouchpointIndex};

/// How near to each other two findings must be for one to give way.
#[derive(Debug, Clone, Copy)]
enum Reach {
    /// They speak of the same thing.
    Thing,
    /// They speak of the same touchpoint, or of what stands on it.
    Touchpoint,
}

/// What findings share that are so near to each other.
#[derive(Debug, PartialEq, Eq, Hash)]
enum Key<'f> {
    Thing(&'f Address),
    Touchpoint(TouchpointIndex),
}

/// A rule whose findings take those of other rules with them.
const CLAIMS: &[(&str, Reach, &[&str])] = &[
    ("unreachable-touchpoint", Reach::Touchpoint, &["uneven-shares", "branch-fallthrough", "unexplained-loss"]),
    ("failing-moment", Reach::Touchpoint, &["unexplained-gap", "unsolved-friction", "missed-promise", "missed-target"]),
    ("broken-promise", Reach::Thing, &["missed-promise"]),
    ("measured-future", Reach::Thing, &["missed-target", "old-measure", "small-sample"]),
];

/// What is left once every finding has given way to its cause, which then matters at least as much as what it took.
pub(super) fn coalesce(map: &Map, policy: &Policy, findings: &mut Vec<Diagnostic>) {
    let takers = takers(map, findings);
    for (taken, taker) in takers.iter().enumerate() {
        if let Some(taker) = *taker {
            let level = Rule::find(findings[taken].rule).map_or(Level::Off, |rule| policy.level(rule));
            findings[taker].at_least = level.max(findings[taker].at_least).max(findings[taken].at_least);
        }
    }
    let mut takers = takers.iter();
    findings.retain(|_| takers.next().is_none_or(Option::is_none));
}

/// To which finding each gives way, if to any: the first of the first rule that claims it.
fn takers(map: &Map, findings: &[Diagnostic]) -> Vec<Option<usize>> {
    let mut takers = vec![None; findings.len()];
    for (claiming, reach, claimed) in CLAIMS {
        let is_claimed = |finding: &Diagnostic| claimed.contains(&finding.rule);
        if !findings.iter().any(is_claimed) {
            continue;
        }
        let mut causes = HashMap::new();
        for (index, cause) in findings.iter().enumerate().filter(|(_, finding)| finding.rule == *claiming) {
            if let Some(key) = key(map, cause, *reach) {
                causes.entry(key).or_insert(index);
            }
        }
        for (taker, finding) in takers.iter_mut().zip(findings).filter(|(_, finding)| is_claimed(finding)) {
            let cause = key(map, finding, *reach).and_then(|key| causes.get(&key));
            *taker = taker.or(cause.copied());
        }
    }
    takers
}

fn key<'f>(map: &'f Map, finding: &'f Diagnostic, reach: Reach) -> Option<Key<'f>> {
    let address = finding.address.as_ref()?;
    match reach {
        Reach::Thing => Some(Key::Thing(address)),
        Reach::Touchpoint => map.touchpoint_of(address).map(|touchpoint| Key::Touchpoint(touchpoint.index())),
    }
}
