//! Experiences that are said to rest on research, and rest on nothing.

use super::{Context, Levels, Rule, Sink};
use crate::diagnostic::Level::{Off, Warn};
use crate::graph::{Address, PhaseRef, TouchpointRef};
use crate::model::{Basis, Broken, Confidence, Evidence, Measure, Touchpoint};

pub(super) static RULE: Rule = Rule {
    name: "unsupported-claim",
    page: include_str!("../../docs/rules/unsupported-claim.md"),
    levels: Levels::new(Off, Off, Warn),
    is_about_today: false,
    settings: &[],
    check: Some(check),
};

/// How many of the experiences are shown.
const SHOWN: usize = 5;

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
    let open = bare.flat_map(PhaseRef::touchpoints).filter(|touchpoint| touchpoint.is_open());
    let unsupported = open.filter(|touchpoint| !is_supported(touchpoint.body()));
    let level =
        |touchpoint: TouchpointRef<'_>| touchpoint.body().experience.as_ref()?.level.as_ref().map(|level| level.span);
    let claims: Vec<_> = unsupported.filter_map(|touchpoint| Some((touchpoint.title(), level(touchpoint)?))).collect();
    let what = match &claims[..] {
        [] => return,
        [(title, _)] => format!("the experience of “{title}” rests"),
        claims => format!("{} experiences rest", claims.len()),
    };
    let message = format!("the map says that it rests on research, but {what} on no measure and no evidence");
    let finding = RULE.at(basis.span, message).about(Address::Map);
    let shown = claims.iter().take(SHOWN);
    let finding = shown.fold(finding, |finding, (title, span)| finding.related(*span, format!("that of “{title}”")));
    sink.report(finding.help(
        "add the `measures` or the `evidence` they come from; or say that the map is a hypothesis: `basis: hypothesis`",
    ));
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
