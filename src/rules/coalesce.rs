//! One cause, one finding: which findings give way to which.

use std::collections::HashSet;

use crate::diagnostic::Diagnostic;
use crate::graph::{Address, Map};

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
    ("failing-moment", Reach::Touchpoint, &["unexplained-gap", "unsolved-friction"]),
    ("broken-promise", Reach::Thing, &["missed-promise"]),
    ("measured-future", Reach::Thing, &["missed-target", "old-measure", "small-sample"]),
];

/// What is left once every finding has given way to its cause.
pub(super) fn coalesce(map: &Map, findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let key = |finding: &Diagnostic, reach: Reach| {
        let address = finding.address.as_ref()?;
        match reach {
            Reach::Thing => Some(address.clone()),
            Reach::Touchpoint => map.touchpoint_of(address).map(|touchpoint| touchpoint.address()),
        }
    };
    let mut taken: HashSet<(&str, Address)> = HashSet::new();
    for finding in &findings {
        for (_, reach, claimed) in CLAIMS.iter().filter(|(rule, ..)| *rule == finding.rule) {
            let key = key(finding, *reach);
            taken.extend(key.into_iter().flat_map(|key| claimed.iter().map(move |rule| (*rule, key.clone()))));
        }
    }
    let gives_way = |finding: &Diagnostic| {
        let claims = CLAIMS.iter().filter(|(.., claimed)| claimed.contains(&finding.rule));
        let mut keys = claims.filter_map(|(_, reach, _)| key(finding, *reach));
        keys.any(|key| taken.contains(&(finding.rule, key)))
    };
    let kept: Vec<_> = findings.iter().map(|finding| !gives_way(finding)).collect();
    findings.into_iter().zip(kept).filter_map(|(finding, kept)| kept.then_some(finding)).collect()
}
