//! Phases and needs.

use super::words::{list, quote, time};
use crate::diff::delta::{Delta, Fact, PhaseAspect, Retitled, Sides};
use crate::diff::inventory::{Inventory, NeedItem, Site};
use crate::diff::judge::{Draft, causes_after, causes_before};
use crate::diff::{Change, Kind};
use crate::graph::PhaseRef;

pub(super) fn judge(sides: &Sides<'_>, delta: &Delta<'_, '_>, drafts: &mut Vec<Draft>) {
    for fact in &delta.phases {
        match fact {
            Fact::Added(phase) => drafts.push(one(Kind::PhaseAdded, *phase, "is a new phase.")),
            Fact::Removed(phase) => drafts.push(one(Kind::PhaseRemoved, *phase, "is no longer a phase.")),
            Fact::Changed { before, after, aspects } => {
                let merged = || vec![(Kind::PhasesMerged, after.address()), (Kind::PhaseSplit, before.address())];
                drafts.extend(aspects.iter().map(|aspect| {
                    let causes = if matches!(aspect, PhaseAspect::Title(_)) { merged() } else { Vec::new() };
                    Draft::caused_by(changed(*before, *after, aspect), causes)
                }));
            }
            Fact::Merged { before, after } => {
                let message = format!("The phases {} are now one: {}.", list(before.iter().map(title)), title(after));
                drafts.push(Draft::new(Change::new(Kind::PhasesMerged, after.address(), message)));
            }
            Fact::Split { before, after } => {
                let message = format!("The phase {} is now several: {}.", title(before), list(after.iter().map(title)));
                drafts.push(Draft::new(Change::new(Kind::PhaseSplit, before.address(), message)));
            }
        }
    }
    for fact in &delta.needs {
        match fact {
            Fact::Added(need) => drafts.push(Draft::caused_by(
                need_change(Kind::NeedAdded, &sides.after, need),
                causes_after(sides, need.site),
            )),
            Fact::Removed(need) => drafts.push(Draft::caused_by(
                need_change(Kind::NeedRemoved, &sides.before, need),
                causes_before(sides, need.site),
            )),
            Fact::Changed { .. } | Fact::Merged { .. } | Fact::Split { .. } => {}
        }
    }
}

fn title(phase: &PhaseRef<'_>) -> String {
    quote(&phase.body().title)
}

fn one(kind: Kind, phase: PhaseRef<'_>, predicate: &str) -> Draft {
    Draft::new(Change::new(kind, phase.address(), format!("{} {predicate}", title(&phase))))
}

fn changed(before: PhaseRef<'_>, after: PhaseRef<'_>, aspect: &PhaseAspect) -> Change {
    let titles = |kind: Kind, words: &str| {
        let message = format!("The phase {} {words} {}.", title(&before), title(&after));
        let (old, new) = (before.body().title.as_str(), after.body().title.as_str());
        Change::new(kind, after.address(), message).values(Some(old), Some(new))
    };
    match aspect {
        PhaseAspect::Title(Retitled::Renamed | Retitled::Inferred(_)) => titles(Kind::PhaseRenamed, "is now"),
        PhaseAspect::Title(Retitled::Reworded) => titles(Kind::WordingChanged, "now reads"),
        PhaseAspect::Order => Change::new(
            Kind::PhaseReordered,
            after.address(),
            format!("The phase {} comes at another point of the journey.", title(&after)),
        ),
        PhaseAspect::Duration => {
            let (old, new) = (before.body().duration, after.body().duration);
            let (kind, message) = match (old, new) {
                (Some(old), Some(new)) => (
                    if old.value < new.value { Kind::DurationRose } else { Kind::DurationFell },
                    format!("The phase {} takes {} instead of {}.", title(&after), time(new.value), time(old.value)),
                ),
                _ => (
                    Kind::DetailsChanged,
                    format!("How long the phase {} takes is known on one side only.", title(&after)),
                ),
            };
            Change::new(kind, after.address(), message)
                .values(old.map(|old| old.to_string()), new.map(|new| new.to_string()))
        }
    }
}

fn need_change(kind: Kind, side: &Inventory<'_>, need: &NeedItem<'_>) -> Change {
    let (adverb, verb) = if kind == Kind::NeedAdded { ("now ", "need") } else { ("no longer ", "need") };
    let place = match (need.site, side.site_title(need.site)) {
        (Site::Touchpoint(_), Some(title)) => format!("At {}", quote(title)),
        (_, Some(title)) => format!("In the phase {}", quote(title)),
        (_, None) => "Throughout the journey".to_owned(),
    };
    let message = format!("{place}, customers {adverb}{verb}: {}.", quote(need.text));
    Change::new(kind, need.address.clone(), message)
}
