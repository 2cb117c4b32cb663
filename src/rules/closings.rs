//! What closings keep customers from: one analysis for the rules about it, so that each cause is one finding.
//!
//! Causes are the closed touchpoints that somebody is sent to, those of one channel together. Consequences are `end`,
//! moments of truth and promises that are cut off. Each belongs to one cause; its finding is the first enabled rule's
//! that applies, and says the rest.

mod cause;
mod sent;
mod words;

use super::{Context, Policy, Rule, Sink, broken_promise, closed_without_alternative, cut_off_end, cut_off_moment};
use crate::diagnostic::Level;
use crate::graph::{Map, Place, TouchpointIndex, TouchpointRef};
use cause::Cause;
use sent::SentTo;

/// Reports the causes whose finding is the asking rule's.
pub(super) fn report_causes(context: &Context<'_>, sink: &mut Sink) {
    report_each(context, &causes(context.map), sink);
}

/// Reports the same, and the promises that are still made and can no longer be kept.
pub(super) fn report_with_promises(context: &Context<'_>, sink: &mut Sink) {
    let causes = causes(context.map);
    for cause in &causes {
        for broken in cause.promises.iter().filter(|broken| broken.is_still_made) {
            sink.report(words::promise(context.rule, cause, broken));
        }
    }
    report_each(context, &causes, sink);
}

fn report_each(context: &Context<'_>, causes: &[Cause<'_>], sink: &mut Sink) {
    for cause in causes {
        let rules = applicable(cause, context.policy);
        let level = rules.iter().map(|rule| context.policy.level(rule)).max().unwrap_or(Level::Off);
        if let Some(rule) = rules.first().filter(|rule| rule.name == context.rule.name) {
            sink.report(words::cause(rule, cause).at_least(level));
        }
    }
}

/// The enabled rules that find something in a cause, the one that speaks for all of them first.
fn applicable(cause: &Cause<'_>, policy: &Policy) -> Vec<&'static Rule> {
    let rules: [(&'static Rule, bool); 4] = [
        (&cut_off_moment::RULE, !cause.moments.is_empty()),
        (&cut_off_end::RULE, cause.end),
        (&broken_promise::RULE, cause.promises.iter().any(|broken| !broken.is_still_made)),
        (&closed_without_alternative::RULE, cause.stuck.is_some()),
    ];
    let applicable = rules.into_iter().filter(|(rule, applies)| *applies && policy.level(rule) > Level::Off);
    applicable.map(|(rule, _)| rule).collect()
}

/// The causes in the order of the file, each with what belongs to it.
fn causes(map: &Map) -> Vec<Cause<'_>> {
    // Where a touchpoint could not be read, nobody knows whether it is the way round.
    if !map.journey().is_complete() || !map.touchpoints().any(TouchpointRef::is_closed) {
        return Vec::new();
    }
    let mut causes = cause::group(map, &SentTo::of(map));
    let owners = owners(map, &causes);
    let flow = map.flow();
    if let Some(cause) = owners.end.filter(|_| flow.is_cut_off(Place::End)) {
        causes[cause].end = true;
    }
    for touchpoint in map.touchpoints() {
        let index = touchpoint.index();
        if touchpoint.body().moment_of_truth.is_some()
            && let Some(cause) = owners.touchpoints[index.0]
            && flow.is_out_of_reach(index)
        {
            causes[cause].moments.push(touchpoint);
        }
        for broken in touchpoint.broken_promises() {
            if let Some(cause) = owners.touchpoints[broken.kept_at.index().0] {
                causes[cause].promises.push(broken);
            }
        }
    }
    causes
}

/// To which cause, by its number, each place behind closed doors belongs.
struct Owners {
    /// By the number of the touchpoint.
    touchpoints: Vec<Option<usize>>,
    /// The completion of the journey.
    end: Option<usize>,
}

/// A closed touchpoint belongs to its own cause, any other place to the first cause in the file that it lies behind. Those
/// that stop customers come before those that only send them elsewhere.
fn owners(map: &Map, causes: &[Cause<'_>]) -> Owners {
    let mut owners = Owners { touchpoints: vec![None; map.touchpoints().len()], end: None };
    for (number, cause) in causes.iter().enumerate() {
        for closed in &cause.closed {
            owners.touchpoints[closed.index().0] = Some(number);
        }
    }
    for walls_only in [true, false] {
        let mut seen = vec![false; map.touchpoints().len()];
        for (number, cause) in causes.iter().enumerate() {
            let starts = if walls_only { &cause.walls } else { &cause.closed };
            let mut left: Vec<TouchpointIndex> = starts.iter().map(|start| start.index()).collect();
            while let Some(at) = left.pop() {
                if std::mem::replace(&mut seen[at.0], true) {
                    continue;
                }
                for way in map.flow().declared().ways(at) {
                    match way.to {
                        Place::Touchpoint(to) => {
                            owners.touchpoints[to.0].get_or_insert(number);
                            left.push(to);
                        }
                        Place::End => _ = owners.end.get_or_insert(number),
                        Place::Lost => {}
                    }
                }
            }
        }
    }
    owners
}
