//! Moments of truth.

use super::words::{because, quote, sentence};
use crate::diff::delta::{Delta, Fact, MomentAspect, Sides};
use crate::diff::inventory::{MomentItem, Site};
use crate::diff::judge::{Draft, causes_after, causes_before};
use crate::diff::{Change, Kind};

pub(super) fn judge(sides: &Sides<'_>, delta: &Delta<'_, '_>, drafts: &mut Vec<Draft>) {
    for fact in &delta.moments {
        match fact {
            Fact::Added(moment) => {
                let why = moment.body.why.as_ref().map(|why| why.as_str());
                let message = format!("{} is a new moment of truth{}", located(moment), because(why));
                let change = Change::new(Kind::MomentGained, moment.address(), message);
                drafts.push(Draft::caused_by(change, causes_after(sides, site(moment))));
            }
            Fact::Removed(moment) => {
                let message = format!("{} is no longer a moment of truth.", located(moment));
                let change = Change::new(Kind::MomentLost, moment.address(), message);
                drafts.push(Draft::caused_by(change, causes_before(sides, site(moment))));
            }
            Fact::Changed { before, after, aspects } => {
                let changes = aspects.iter().map(|aspect| changed(before, after, aspect));
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
fn located(moment: &MomentItem<'_>) -> String {
    let touchpoint = &moment.touchpoint.body().title;
    match &moment.body.title {
        Some(title) => format!("{} at {}", quote(title), quote(touchpoint)),
        None => quote(touchpoint),
    }
}

fn changed(before: &MomentItem<'_>, after: &MomentItem<'_>, aspect: &MomentAspect) -> Change {
    let title = quote(after.title());
    match aspect {
        MomentAspect::Title => {
            let message = format!("The moment of truth {} now reads {title}.", quote(before.title()));
            Change::new(Kind::WordingChanged, after.address(), message)
                .values(Some(before.title()), Some(after.title()))
        }
        MomentAspect::Touchpoint => {
            let (from, to) = (before.touchpoint, after.touchpoint);
            let message = format!(
                "The moment of truth {title} moved from {} to {}.",
                quote(&from.body().title),
                quote(&to.body().title)
            );
            Change::new(Kind::MomentMoved, after.address(), message).values(Some(from.id()), Some(to.id()))
        }
        MomentAspect::Commitment => {
            let text = |moment: &MomentItem<'_>| moment.body.commitment.as_ref().map(|text| text.value.clone());
            let (old, new) = (text(before), text(after));
            let (kind, message) = match (&old, &new) {
                (None, Some(new)) => {
                    (Kind::CommitmentAdded, format!("At {title}, an act now proves the engagement: {}", sentence(new)))
                }
                (Some(old), None) => (
                    Kind::CommitmentWithdrawn,
                    format!("At {title}, no act proves the engagement any more; it was: {}", sentence(old)),
                ),
                _ => (Kind::WordingChanged, format!("The commitment at {title} is worded otherwise.")),
            };
            Change::new(kind, after.address(), message).values(old, new)
        }
    }
}
