//! Phases and needs.

use super::grounds;
use crate::diff::delta::{Delta, Fact, PhaseAspect, Retitled, Sides};
use crate::diff::inventory::{Inventory, NeedItem, Site};
use crate::diff::judge::{Draft, causes_after, causes_before};
use crate::diff::{Change, Kind};
use crate::graph::PhaseRef;
use crate::model::Text;
use crate::tongue::Tongue;

pub(super) fn judge(sides: &Sides<'_>, delta: &Delta<'_, '_>, drafts: &mut Vec<Draft>) {
    let tongue = sides.tongue;
    let title = |phase: &PhaseRef<'_>| tongue.quote(phase.title());
    for fact in &delta.phases {
        match fact {
            Fact::Added(phase) => drafts.push(one(Kind::PhaseAdded, *phase, tongue.phase_added(&title(phase)))),
            Fact::Removed(phase) => drafts.push(one(Kind::PhaseRemoved, *phase, tongue.phase_removed(&title(phase)))),
            Fact::Changed { before, after, aspects } => {
                let merged = || vec![(Kind::PhasesMerged, after.address()), (Kind::PhaseSplit, before.address())];
                drafts.extend(aspects.iter().map(|aspect| {
                    let causes = if matches!(aspect, PhaseAspect::Title(_)) { merged() } else { Vec::new() };
                    Draft::caused_by(changed(tongue, *before, *after, aspect), causes)
                }));
            }
            Fact::Merged { before, after } => {
                let message = tongue.phases_merged(&tongue.list(before.iter().map(title)), &title(after));
                drafts.push(one(Kind::PhasesMerged, *after, message));
            }
            Fact::Split { before, after } => {
                let message = tongue.phase_split(&title(before), &tongue.list(after.iter().map(title)));
                drafts.push(one(Kind::PhaseSplit, *before, message));
            }
        }
    }
    for fact in &delta.needs {
        match fact {
            Fact::Added(need) => drafts.push(Draft::caused_by(
                need_change(tongue, Kind::NeedAdded, &sides.after, need),
                causes_after(sides, need.site),
            )),
            Fact::Removed(need) => drafts.push(Draft::caused_by(
                need_change(tongue, Kind::NeedRemoved, &sides.before, need),
                causes_before(sides, need.site),
            )),
            // Other words are another need.
            Fact::Changed { .. } | Fact::Merged { .. } | Fact::Split { .. } => {}
        }
    }
}

fn one(kind: Kind, phase: PhaseRef<'_>, message: String) -> Draft {
    Draft::new(Change::new(kind, phase.address(), message))
}

fn changed(tongue: Tongue, before: PhaseRef<'_>, after: PhaseRef<'_>, aspect: &PhaseAspect) -> Change {
    let (old, new) = (tongue.quote(before.title()), tongue.quote(after.title()));
    let change = |kind, message| Change::new(kind, after.address(), message);
    match aspect {
        PhaseAspect::Title(how) => {
            let (kind, message) = match how {
                Retitled::Renamed => (Kind::PhaseRenamed, tongue.phase_renamed(&old, &new)),
                Retitled::Inferred(clues) => {
                    (Kind::PhaseRenamed, tongue.phase_inferred(&old, &new, &grounds(tongue, *clues)))
                }
                Retitled::Reworded => (Kind::WordingChanged, tongue.phase_renamed(&old, &new)),
            };
            change(kind, message).values(Some(before.title()), Some(after.title()))
        }
        PhaseAspect::Order => change(Kind::PhaseReordered, tongue.phase_reordered(&new)),
        PhaseAspect::Owner => {
            let owner = |phase: PhaseRef<'_>| phase.body().owner.as_ref().map(|owner: &Text| owner.value.clone());
            let (was, is) = (owner(before), owner(after));
            let message =
                tongue.phase_owner_changed(&new, was.as_deref().unwrap_or_default(), is.as_deref().unwrap_or_default());
            change(Kind::OwnerChanged, message).values(was, is)
        }
        PhaseAspect::Duration => {
            let time = |phase: PhaseRef<'_>| phase.body().duration.map(|time| time.value).unwrap_or_default();
            let (was, is) = (time(before), time(after));
            let kind = if was < is { Kind::DurationRose } else { Kind::DurationFell };
            change(kind, tongue.phase_takes(&new, &tongue.time(is), &tongue.time(was)))
                .values(Some(was.to_string()), Some(is.to_string()))
        }
    }
}

fn need_change(tongue: Tongue, kind: Kind, side: &Inventory<'_>, need: &NeedItem<'_>) -> Change {
    let place = match (need.site, side.site_title(need.site)) {
        (Site::Touchpoint(_), Some(title)) => tongue.at_touchpoint(&tongue.quote(title)),
        (_, Some(title)) => tongue.in_phase(&tongue.quote(title)),
        (_, None) => tongue.in_journey(),
    };
    let text = tongue.quote(need.text);
    let message =
        if kind == Kind::NeedAdded { tongue.need_added(&text, &place) } else { tongue.need_removed(&text, &place) };
    Change::new(kind, need.address.clone(), message)
}
