//! Moments of truth: gained, lost, moved, and the commitment that proves them.

use crate::diff::delta::{Delta, Fact, MomentAspect, Sides, lived_at, on_scale, shortfall};
use crate::diff::inventory::{MomentItem, Site};
use crate::diff::judge::{Draft, causes_after, causes_before};
use crate::diff::phrases::sentence;
use crate::diff::{Change, Impact, Kind, Value};
use crate::graph::TouchpointRef;
use crate::tongue::Tongue;

pub(super) fn judge(sides: &Sides<'_>, delta: &Delta<'_, '_>, drafts: &mut Vec<Draft>) {
    let tongue = sides.tongue;
    for fact in &delta.moments {
        match fact {
            Fact::Added(moment) => {
                let change = gained(sides, moment);
                drafts.push(Draft::caused_by(change, causes_after(sides, site(moment))));
            }
            Fact::Removed(moment) => {
                let message = tongue.moment_lost(&located(tongue, moment));
                let change = Change::new(Kind::MomentLost, moment.address(), message).judged(Impact::Worse);
                drafts.push(Draft::caused_by(change, causes_before(sides, site(moment))));
            }
            Fact::Changed { before, after, aspects } => {
                let changes = aspects.iter().map(|aspect| changed(tongue, before, after, aspect));
                drafts.extend(changes.map(|change| Draft::caused_by(change, causes_after(sides, site(after)))));
            }
            // Moments of truth do not merge.
            Fact::Merged { .. } | Fact::Split { .. } => {}
        }
    }
}

fn site(moment: &MomentItem<'_>) -> Site {
    Site::Touchpoint(moment.touchpoint.index().0)
}

/// “Are they there?” at “I report a change”
fn located(tongue: Tongue, moment: &MomentItem<'_>) -> String {
    located_at(tongue, moment, moment.touchpoint)
}

/// The same, where it is lived.
fn located_at(tongue: Tongue, moment: &MomentItem<'_>, place: TouchpointRef<'_>) -> String {
    let touchpoint = tongue.quote(place.title());
    match &moment.body.title {
        Some(title) => tongue.at_place(&tongue.quote(title), &touchpoint),
        None => touchpoint,
    }
}

/// That something decides the relation is neither good nor bad; that it fails is.
fn gained(sides: &Sides<'_>, moment: &MomentItem<'_>) -> Change {
    let tongue = sides.tongue;
    let why = tongue.because(moment.body.why.as_ref().map(|why| why.as_str()));
    let falls_short = |place: &TouchpointRef<'_>| shortfall(*place).is_some_and(|shortfall| shortfall > 0.0);
    let failing = lived_at(moment).into_iter().find(falls_short);
    let breaks_promise = sides
        .after
        .promises
        .iter()
        .any(|promise| promise.touchpoint.index() == moment.touchpoint.index() && promise.is_met() == Some(false));
    let name = located(tongue, moment);
    let (impact, message) = match failing.and_then(TouchpointRef::gap) {
        Some(gap) => (Impact::Worse, tongue.moment_gained_failing(&name, &tongue.signed(gap), &why)),
        None if breaks_promise => (Impact::Worse, tongue.moment_gained_unkept(&name, &why)),
        None => (Impact::Neutral, tongue.moment_gained(&name, &why)),
    };
    Change::new(Kind::MomentGained, moment.address(), message).judged(impact)
}

/// How a moment turns out: by the gap, and where that is the same, by the experience.
fn outcome(tongue: Tongue, moment: &MomentItem<'_>, [before, after]: [TouchpointRef<'_>; 2], is_worse: bool) -> Change {
    let name = located_at(tongue, moment, after);
    let rating = |rating: Option<f64>| rating.unwrap_or_default();
    let experience = [rating(before.experience()), rating(after.experience())];
    let short = [shortfall(before).unwrap_or_default(), shortfall(after).unwrap_or_default()];
    let is_by_gap = (short[1] - short[0]).abs() > 1e-9;
    let [old, new] = if is_by_gap {
        [rating(before.gap()), rating(after.gap())].map(|gap| tongue.signed(gap))
    } else {
        experience.map(|experience| tongue.number(experience))
    };
    let rises = on_scale(after.experience().unwrap_or_default(), after.map())
        > on_scale(before.experience().unwrap_or_default(), before.map()) + 1e-9;
    let (impact, message) = match (is_worse, is_by_gap) {
        (true, true) if short[0] > 0.0 => (Impact::Worse, tongue.moment_fails_more(&name, &old, &new)),
        (true, true) => (Impact::Worse, tongue.moment_fails(&name, &old, &new)),
        (true, false) => (Impact::Worse, tongue.moment_fell(&name, &old, &new)),
        (false, true) if !rises => (Impact::Neutral, tongue.moment_only_expected_less(&name, &old, &new)),
        (false, true) if short[1] > 0.0 => (Impact::Better, tongue.moment_fails_less(&name, &old, &new)),
        (false, true) => (Impact::Better, tongue.moment_succeeds(&name, &old, &new)),
        (false, false) => (Impact::Better, tongue.moment_rose(&name, &old, &new)),
    };
    let kind = if is_worse { Kind::MomentWorsened } else { Kind::MomentImproved };
    Change::new(kind, moment.address(), message).values(Some(experience[0]), Some(experience[1])).judged(impact)
}

fn changed(tongue: Tongue, before: &MomentItem<'_>, after: &MomentItem<'_>, aspect: &MomentAspect<'_>) -> Change {
    let title = tongue.quote(after.title());
    let change = |kind, message| Change::new(kind, after.address(), message);
    match aspect {
        MomentAspect::Title => {
            let message = tongue.moment_reads(&tongue.quote(before.title()), &title);
            change(Kind::WordingChanged, message).values(Some(before.title()), Some(after.title()))
        }
        MomentAspect::Touchpoint => {
            let (from, to) = (before.touchpoint, after.touchpoint);
            let message = tongue.moment_moved(&title, &tongue.quote(from.title()), &tongue.quote(to.title()));
            change(Kind::MomentMoved, message).values(Some(from.id()), Some(to.id()))
        }
        MomentAspect::Lived(places) => {
            let names = tongue.quote_any(places.iter().map(|place| place.title()));
            let message = if after.touchpoint.is_closed() {
                tongue.moment_lived_elsewhere(&title, &names, &tongue.quote(after.touchpoint.title()))
            } else {
                tongue.moment_lived_again(&title, &names)
            };
            let ids = |places: &[TouchpointRef<'_>]| {
                Some(Value::List(places.iter().map(|place| place.id().to_owned()).collect()))
            };
            change(Kind::MomentMoved, message).values(ids(&lived_at(before)), ids(places))
        }
        MomentAspect::Outcome { before, after: now, is_worse } => outcome(tongue, after, [*before, *now], *is_worse),
        MomentAspect::Commitment => {
            let text = |moment: &MomentItem<'_>| moment.body.commitment.as_ref().map(|text| text.value.clone());
            let (old, new) = (text(before), text(after));
            let (kind, message) = match (&old, &new) {
                (None, Some(new)) => (Kind::CommitmentAdded, tongue.commitment_added(&title, &sentence(new))),
                (Some(old), None) => (Kind::CommitmentWithdrawn, tongue.commitment_withdrawn(&title, &sentence(old))),
                _ => (Kind::WordingChanged, tongue.commitment_reworded(&title)),
            };
            change(kind, message).values(old, new)
        }
    }
}
