//! One cause, one finding: which findings give way to which.

use std::collections::HashMap;

use super::{Policy, Rule};
use crate::diagnostic::{Diagnostic, Level};
use crate::graph::{Address, Map, TouchpointRef};

/// How near to each other two findings must be for one to give way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Reach {
    /// They speak of the same thing.
    Thing,
    /// They speak of the same touchpoint, or of what stands on it.
    Touchpoint,
}

/// A rule whose findings take those of other rules with them.
const CLAIMS: &[(&str, Reach, &[&str])] = &[
    ("unreachable-touchpoint", Reach::Touchpoint, &["uneven-shares", "branch-fallthrough", "unexplained-loss"]),
    ("failing-moment", Reach::Touchpoint, &["unexplained-gap", "unsolved-friction", "missed-promise", "missed-target"]),
    ("broken-promise", Reach::Thing, &["missed-promise"]),
    ("measured-future", Reach::Thing, &["missed-target", "old-measure", "small-sample"]),
];

/// What is left once every finding has given way to its cause, which then matters at least as much as what it took.
pub(super) fn coalesce(map: &Map, policy: &Policy, mut findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut takers: HashMap<(&str, Address), usize> = HashMap::new();
    for (index, finding) in findings.iter().enumerate() {
        for (_, reach, claimed) in CLAIMS.iter().filter(|(rule, ..)| *rule == finding.rule) {
            let Some(key) = key(map, finding, *reach) else { continue };
            for rule in *claimed {
                takers.entry((rule, key.clone())).or_insert(index);
            }
        }
    }
    if takers.is_empty() {
        return findings;
    }
    let taker = |finding: &Diagnostic| {
        let claims = CLAIMS.iter().filter(|(.., claimed)| claimed.contains(&finding.rule));
        let mut keys = claims.filter_map(|(_, reach, _)| key(map, finding, *reach));
        keys.find_map(|key| takers.get(&(finding.rule, key)).copied())
    };
    let takers: Vec<_> = findings.iter().map(taker).collect();
    for (taken, taker) in takers.iter().enumerate() {
        if let Some(taker) = *taker {
            let level = Rule::find(findings[taken].rule).map_or(Level::Off, |rule| policy.level(rule));
            findings[taker].at_least = level.max(findings[taker].at_least).max(findings[taken].at_least);
        }
    }
    findings.into_iter().zip(takers).filter_map(|(finding, taker)| taker.is_none().then_some(finding)).collect()
}

fn key(map: &Map, finding: &Diagnostic, reach: Reach) -> Option<Address> {
    let address = finding.address.as_ref()?;
    match reach {
        Reach::Thing => Some(address.clone()),
        Reach::Touchpoint => map.touchpoint_of(address).map(TouchpointRef::address),
    }
}
