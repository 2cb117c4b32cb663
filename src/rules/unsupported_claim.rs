//! Experiences that are said to rest on research, and rest on nothing.

use super::{Context, Levels, Rule, Sink};
use crate::diagnostic::Level::{Off, Warn};
use crate::graph::{PhaseRef, TouchpointRef};
use crate::model::{Basis, Broken, Confidence, Evidence, Measure, Touchpoint};

pub(super) static RULE: Rule = Rule {
    name: "unsupported-claim",
    page: include_str!("../../docs/rules/unsupported-claim.md"),
    levels: Levels::new(Off, Off, Warn),
    is_about_today: false,
    settings: &[],
    check: Some(check),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    let journey = context.map.journey();
    let Some(basis) = journey.basis.filter(|basis| basis.value == Basis::Research) else { return };
    if is_support(&journey.measures, &journey.evidence, &journey.broken) {
        return;
    }
    let bare = context.map.phases().filter(|phase| {
        let phase = phase.body();
        !is_support(&phase.measures, &phase.evidence, &phase.broken)
    });
    for touchpoint in bare.flat_map(PhaseRef::touchpoints).filter(|touchpoint| touchpoint.is_open()) {
        let body = touchpoint.body();
        let Some(level) = body.experience.as_ref().and_then(|experience| experience.level.as_ref()) else { continue };
        if is_supported(body) {
            continue;
        }
        let message = format!("the experience of “{}” rests on no measure and no evidence", touchpoint.title());
        sink.report(
            RULE.at(level.span, message)
                .about(TouchpointRef::address(touchpoint))
                .related(basis.span, "the map says that it rests on research")
                .help("add the `measures` or the `evidence` it comes from; or say that it is a hypothesis: `basis: hypothesis`"),
        );
    }
}

/// Whether something at the touchpoint itself supports its rating, be it what is known of a friction point.
fn is_supported(touchpoint: &Touchpoint) -> bool {
    let known = |point: &crate::model::FrictionPoint| is_support(&[], &point.evidence, &point.broken);
    is_support(&touchpoint.measures, &touchpoint.evidence, &touchpoint.broken)
        || touchpoint.friction_points.iter().any(known)
}

/// A figure, or evidence that is not itself an assumption. What could not be read may be either.
fn is_support(measures: &[Measure], evidence: &[Evidence], broken: &Broken) -> bool {
    let is_assumed = |evidence: &Evidence| evidence.confidence.is_some_and(|word| word.value == Confidence::Assumed);
    measures.iter().any(|measure| measure.value.is_some() || measure.broken.has("value"))
        || evidence.iter().any(|evidence| !is_assumed(evidence))
        || broken.has("measures")
        || broken.has("evidence")
}
