//! Moments of truth that nothing proves.

use std::collections::HashSet;

use super::moment::{Moment, moments};
use super::{Context, Levels, Rule, Sink};
use crate::diagnostic::Level::{Error, Info, Off};
use crate::graph::{Map, TouchpointIndex};
use crate::model::{Basis, MomentKind};

pub(super) static RULE: Rule = Rule {
    name: "unproven-moment",
    page: include_str!("../../docs/rules/unproven-moment.md"),
    levels: Levels::new(Off, Info, Error),
    is_about_today: true,
    settings: &[],
    check: Some(check),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    let journey = context.map.journey();
    let is_researched = journey.basis.is_some_and(|basis| basis.value == Basis::Research);
    let is_kept_up = journey.review.is_some() || journey.broken.has("review");
    // Before the first contact friends and reviews speak, and no company can commit itself to what they say.
    let is_ours = |moment: &Moment<'_>| moment.body.kind.is_none_or(|kind| kind.value != MomentKind::Zmot);
    let is_judged = |moment: &Moment<'_>| is_ours(moment) && (is_researched || is_kept_up || !is_only_named(moment));
    let Some(promised) = promised(context.map) else { return };
    for moment in moments(context.map).filter(is_judged).filter(|moment| !promised.contains(&moment.touchpoint.index()))
    {
        let body = moment.body;
        let has = |field, is_written: bool| is_written || body.broken.has(field);
        let success = has("success", body.success.is_some());
        let failure = has("failure", body.failure.is_some());
        if has("commitment", body.commitment.is_some()) || success && failure {
            continue;
        }
        let lack = match (success, failure) {
            (true, _) => "`failure`",
            (_, true) => "`success`",
            _ => "`success` and `failure`",
        };
        let place = moment.touchpoint.title();
        let message = format!("the moment of truth at “{place}” has no `commitment`, and no {lack}");
        let finding = RULE.at(moment.span(), message);
        sink.report(finding.help("add a `commitment`: the act that proves it; or both `success` and `failure`"));
    }
}

/// Where a promise is made or to be kept: it is what customers can count on there. None where one may be anywhere.
fn promised(map: &Map) -> Option<HashSet<TouchpointIndex>> {
    let mut promised = HashSet::new();
    for touchpoint in map.touchpoints() {
        let body = touchpoint.body();
        if !body.promises.is_empty() || body.broken.has("promises") {
            promised.insert(touchpoint.index());
        }
        for promise in &body.promises {
            promised.insert(touchpoint.kept_at(promise)?.index());
        }
    }
    Some(promised)
}

/// Whether a moment has a title and no more, as on a whiteboard.
fn is_only_named(moment: &Moment<'_>) -> bool {
    let body = moment.body;
    let is_told = body.why.is_some() || body.success.is_some() || body.failure.is_some();
    !is_told && !["why", "success", "failure"].into_iter().any(|field| body.broken.has(field))
}
