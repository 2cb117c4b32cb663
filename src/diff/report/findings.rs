//! Changes as findings at their places in the after file, so that a platform can show them in the lines of a change.

use super::Comparison;
use crate::diagnostic::Diagnostic;
use crate::diff::{Change, Impact};
use crate::graph::{Address, Map};
use crate::source::Span;

/// What is worse or better by a comparison, at its place in the text of the after map: what is gone, where it stood on
/// or in. Accepted changes are left out.
#[must_use]
pub fn findings(comparison: &Comparison<'_>, after: &Map) -> Vec<Diagnostic> {
    let all = comparison.changes.iter().flat_map(Change::flat);
    let told = all.filter(|change| change.impact != Impact::Neutral && change.accepted.is_none());
    let mut findings: Vec<_> = told.map(|change| finding(change, after)).collect();
    findings.sort_by_key(|finding| finding.primary.span);
    findings
}

fn finding(change: &Change, after: &Map) -> Diagnostic {
    let message = format!("{}: {}", change.impact.as_str(), change.message);
    let span = place(&change.address, after).unwrap_or(after.journey().title.span);
    let mut finding = Diagnostic::new(change.kind.as_str(), span, message).about(change.address.clone());
    finding.level = change.level;
    finding
}

/// Where something, or what it stands on, is written.
fn place(address: &Address, map: &Map) -> Option<Span> {
    if let Some(touchpoint) = map.touchpoint_of(address) {
        return Some(touchpoint.body().title.span);
    }
    match address {
        Address::Phase(_) => {
            map.phases().find(|phase| phase.address() == *address).map(|phase| phase.body().title.span)
        }
        Address::Friction(place, _)
        | Address::SolutionAt(place, _)
        | Address::Measure(place, _)
        | Address::Need(place, _) => self::place(place, map),
        Address::Channel(id) => map.channel(id).map(|(id, _)| id.span),
        _ => None,
    }
}
