//! Moments of truth: gained, lost, moved, and the commitment that proves them.

use crate::diff::delta::{Delta, Fact, MomentAspect, Sides};
use crate::diff::inventory::{MomentItem, Site};
use crate::diff::judge::{Draft, causes_after, causes_before};
use crate::diff::phrases::sentence;
use crate::diff::{Change, Kind};
use crate::tongue::Tongue;

pub(super) fn judge(sides: &Sides<'_>, delta: &Delta<'_, '_>, drafts: &mut Vec<Draft>) {
    let tongue = sides.tongue;
    for fact in &delta.moments {
        match fact {
            Fact::Added(moment) => {
                let why = tongue.because(moment.body.why.as_ref().map(|why| why.as_str()));
                let message = tongue.moment_gained(&located(tongue, moment), &why);
                let change = Change::new(Kind::MomentGained, moment.address(), message);
                drafts.push(Draft::caused_by(change, causes_after(sides, site(moment))));
            }
            Fact::Removed(moment) => {
                let message = tongue.moment_lost(&located(tongue, moment));
                let change = Change::new(Kind::MomentLost, moment.address(), message);
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
    let touchpoint = tongue.quote(moment.touchpoint.title());
    match &moment.body.title {
        Some(title) => tongue.at_place(&tongue.quote(title), &touchpoint),
        None => touchpoint,
    }
}

fn changed(tongue: Tongue, before: &MomentItem<'_>, after: &MomentItem<'_>, aspect: &MomentAspect) -> Change {
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
