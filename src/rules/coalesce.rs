//! One cause, one finding: which findings give way to which.

use std::collections::HashMap;

use super::{Policy, Rule};
use crate::diagnostic::{Diagnostic, Label, Level};
use crate::graph::{Address, Map, TouchpointRef};
use crate::source::Span;

/// How near to each other two findings must be for one to give way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// They speak of the same thing.
    Thing,
    /// They speak of the same touchpoint, or of what stands on it.
    Touchpoint,
    /// One names the place of the other.
    Named,
}

/// What two findings must have in common.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Key {
    Address(Address),
    Place(Span),
}

/// A rule whose findings take those of other rules with them.
const CLAIMS: &[(&str, Reach, &[&str])] = &[
    ("unreachable-touchpoint", Reach::Touchpoint, &["uneven-shares", "branch-fallthrough", "unexplained-loss"]),
    (
        "failing-moment",
        Reach::Touchpoint,
        &["unexplained-gap", "unexplained-loss", "unsolved-friction", "missed-promise", "missed-target"],
    ),
    ("failing-moment", Reach::Named, &["missed-promise"]),
    ("broken-promise", Reach::Thing, &["missed-promise"]),
    ("open-loop", Reach::Thing, &["closed-questions"]),
    ("measured-future", Reach::Thing, &["missed-target", "old-measure", "small-sample"]),
];

/// What a finding says at the place of one that it took, if it does not speak of that place by itself.
const ASIDES: &[(&str, &str)] = &[
    ("unexplained-loss", "customers leave here, and nothing says why"),
    ("closed-questions", "only closed questions are asked"),
];

/// What is left once every finding has given way to its cause, which then matters at least as much as what it took.
pub(super) fn coalesce(map: &Map, policy: &Policy, mut findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut takers: HashMap<(&str, Key), usize> = HashMap::new();
    for (index, finding) in findings.iter().enumerate() {
        for (_, reach, claimed) in CLAIMS.iter().filter(|(rule, ..)| *rule == finding.rule) {
            for key in claimed_by(map, finding, *reach) {
                for rule in *claimed {
                    takers.entry((rule, key.clone())).or_insert(index);
                }
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
            let level = level.max(findings[taken].at_least);
            let aside = ASIDES.iter().find(|(rule, _)| *rule == findings[taken].rule);
            let aside = aside.map(|(_, words)| (findings[taken].primary.span, *words));
            let taker = &mut findings[taker];
            taker.at_least = taker.at_least.max(level);
            taker.related.extend(aside.map(|(span, words)| Label { span, text: words.to_owned() }));
        }
    }
    findings.into_iter().zip(takers).filter_map(|(finding, taker)| taker.is_none().then_some(finding)).collect()
}

/// What is common to a finding and those it takes.
fn claimed_by(map: &Map, finding: &Diagnostic, reach: Reach) -> Vec<Key> {
    match reach {
        Reach::Named => finding.related.iter().map(|label| Key::Place(label.span)).collect(),
        Reach::Thing | Reach::Touchpoint => key(map, finding, reach).into_iter().collect(),
    }
}

/// What a finding must have in common with the one that takes it.
fn key(map: &Map, finding: &Diagnostic, reach: Reach) -> Option<Key> {
    let address = finding.address.as_ref();
    match reach {
        Reach::Named => Some(Key::Place(finding.primary.span)),
        Reach::Thing => address.cloned().map(Key::Address),
        Reach::Touchpoint => map.touchpoint_of(address?).map(TouchpointRef::address).map(Key::Address),
    }
}
