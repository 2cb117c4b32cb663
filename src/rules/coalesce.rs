//! One cause, one finding: which findings give way to which.

use std::collections::HashMap;

use super::{Policy, Rule};
use crate::diagnostic::{Diagnostic, Label, Level};
use crate::graph::{Address, Map, TouchpointIndex};
use crate::source::Span;

/// How near to each other two findings must be for one to give way.
#[derive(Debug, Clone, Copy)]
enum Reach {
    /// They speak of the same thing.
    Thing,
    /// They speak of the same touchpoint, or of what stands on it.
    Touchpoint,
    /// One names the place of the other.
    Named,
}

/// What findings share that are so near to each other.
#[derive(Debug, PartialEq, Eq, Hash)]
enum Key<'f> {
    Thing(&'f Address),
    Touchpoint(TouchpointIndex),
    Place(Span),
}

/// A rule whose findings take those of other rules with them.
const CLAIMS: &[(&str, Reach, &[&str])] = &[
    ("unreachable-touchpoint", Reach::Touchpoint, &["uneven-shares", "branch-fallthrough", "unexplained-loss"]),
    (
        "failing-moment",
        Reach::Touchpoint,
        &["unexplained-gap", "unexplained-loss", "unsolved-friction", "missed-promise", "missed-target", "weak-end"],
    ),
    ("failing-moment", Reach::Named, &["missed-promise"]),
    ("unsolved-friction", Reach::Touchpoint, &["weak-end"]),
    ("broken-promise", Reach::Thing, &["missed-promise"]),
    ("open-loop", Reach::Thing, &["closed-questions"]),
    ("measured-future", Reach::Thing, &["missed-target", "old-measure", "small-sample"]),
];

/// What a finding says at the place of one that it took, if it does not speak of that place by itself.
const ASIDES: &[(&str, &str)] = &[
    ("unexplained-loss", "customers leave here, and nothing says why"),
    ("weak-end", "the journey ends here, at its lowest"),
    ("closed-questions", "only closed questions are asked"),
];

/// What is left once every finding has given way to its cause, which then matters at least as much as what it took.
pub(super) fn coalesce(map: &Map, policy: &Policy, findings: &mut Vec<Diagnostic>) {
    let takers = takers(map, findings);
    for (taken, taker) in takers.iter().enumerate() {
        if let Some(taker) = *taker {
            let Diagnostic { rule, at_least, primary, .. } = &findings[taken];
            let level = Rule::find(rule).map_or(Level::Off, |rule| policy.level(rule)).max(*at_least);
            let aside = ASIDES.iter().find(|(taken, _)| taken == rule);
            let aside = aside.map(|(_, words)| Label { span: primary.span, text: (*words).into() });
            let taker = &mut findings[taker];
            taker.at_least = taker.at_least.max(level);
            taker.related.extend(aside);
        }
    }
    let mut takers = takers.iter();
    findings.retain(|_| takers.next().is_none_or(Option::is_none));
}

/// To which finding each gives way, if to any: the first of the first rule that claims it.
fn takers(map: &Map, findings: &[Diagnostic]) -> Vec<Option<usize>> {
    let mut takers = vec![None; findings.len()];
    let is_found = |rule: &&str| findings.iter().any(|finding| finding.rule == *rule);
    for (claiming, reach, claimed) in CLAIMS {
        let is_claimed = |finding: &Diagnostic| claimed.contains(&finding.rule);
        if !is_found(claiming) || !claimed.iter().any(is_found) {
            continue;
        }
        let mut causes = HashMap::new();
        for (index, cause) in findings.iter().enumerate().filter(|(_, finding)| finding.rule == *claiming) {
            for key in claims(map, cause, *reach) {
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

/// What a finding shares with those that it takes.
fn claims<'f>(map: &'f Map, cause: &'f Diagnostic, reach: Reach) -> Vec<Key<'f>> {
    match reach {
        Reach::Named => cause.related.iter().map(|label| Key::Place(label.span)).collect(),
        Reach::Thing | Reach::Touchpoint => key(map, cause, reach).into_iter().collect(),
    }
}

/// What a finding shares with the one that takes it.
fn key<'f>(map: &'f Map, finding: &'f Diagnostic, reach: Reach) -> Option<Key<'f>> {
    let address = finding.address.as_ref();
    match reach {
        Reach::Named => Some(Key::Place(finding.primary.span)),
        Reach::Thing => address.map(Key::Thing),
        Reach::Touchpoint => map.touchpoint_of(address?).map(|touchpoint| Key::Touchpoint(touchpoint.index())),
    }
}
