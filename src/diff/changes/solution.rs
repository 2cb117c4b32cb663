//! Solutions: what is done, by whom, and how far it has come.

use super::words::{list, quote};
use crate::diff::delta::{Delta, Fact, Sides, SolutionAspect};
use crate::diff::inventory::{Inventory, Site, SolutionItem};
use crate::diff::judge::{Draft, causes_after, causes_before};
use crate::diff::{Change, Impact, Kind};
use crate::model::SolutionStatus::{self, Done, Dropped, Idea, InProgress, Planned};

pub(super) fn judge(sides: &Sides<'_>, delta: &Delta<'_, '_>, drafts: &mut Vec<Draft>) {
    for fact in &delta.solutions {
        match fact {
            Fact::Added(solution) if is_alive(solution) => {
                drafts.push(Draft::caused_by(added(&sides.after, solution), causes_of(sides, solution, true)));
            }
            Fact::Removed(solution) if is_alive(solution) => {
                let message = format!("{} is no longer among the solutions.", answered(&sides.before, solution));
                let change = Change::new(Kind::SolutionDropped, solution.address.clone(), message)
                    .judged(if is_felt(solution) { Impact::Worse } else { Impact::Neutral });
                drafts.push(Draft::caused_by(change, causes_of(sides, solution, false)));
            }
            // Dropped already, on the one side where it is.
            Fact::Added(solution) | Fact::Removed(solution) => {
                let message = format!("The dropped solution {} is on one side only.", quote(solution.title()));
                drafts.push(Draft::new(Change::new(Kind::DetailsChanged, solution.address.clone(), message)));
            }
            Fact::Changed { before, after, aspects } => {
                let changes = aspects.iter().map(|aspect| changed(sides, before, after, aspect));
                drafts.extend(changes.map(|change| Draft::caused_by(change, causes_of(sides, after, true))));
            }
            // Solutions do not merge.
            Fact::Merged { .. } | Fact::Split { .. } => {}
        }
    }
}

fn is_alive(solution: &SolutionItem) -> bool {
    solution.body.status() != Dropped
}

/// Whether customers have it, or are about to.
fn is_felt(solution: &SolutionItem) -> bool {
    matches!(solution.body.status(), InProgress | Done)
}

/// A solution in several places goes with none of them alone.
fn causes_of(sides: &Sides<'_>, solution: &SolutionItem, after: bool) -> Vec<crate::diff::judge::Cause> {
    match solution.sites.as_slice() {
        [site] if after => causes_after(sides, *site),
        [site] => causes_before(sides, *site),
        _ => Vec::new(),
    }
}

/// “The term is extended”, against “The premium is due”
fn answered(side: &Inventory<'_>, solution: &SolutionItem) -> String {
    let friction = solution.sites.iter().find(|site| matches!(site, Site::Friction(_)));
    match friction.and_then(|&site| side.site_title(site)) {
        Some(friction) => format!("{} (against {})", quote(solution.title()), quote(friction)),
        None => quote(solution.title()),
    }
}

fn added(side: &Inventory<'_>, solution: &SolutionItem) -> Change {
    let message = format!("New solution: {} – {}.", answered(side, solution), state(side, solution));
    let impact = if is_felt(solution) { Impact::Better } else { Impact::Neutral };
    Change::new(Kind::SolutionAdded, solution.address.clone(), message).judged(impact)
}

/// How far it is, whose it is and by when: `in progress, Billing, due 2020-04-01`. A solution without an owner is that
/// of whoever answers for the place where it stands.
fn state(side: &Inventory<'_>, solution: &SolutionItem) -> String {
    let body = &solution.body;
    let of_place = || solution.sites.iter().find_map(|&site| side.owner(site));
    let owner = body.owner.as_ref().or_else(of_place).map_or("no owner yet", |owner| owner.as_str());
    let due = body.due.map(|due| format!(", due {due}")).filter(|_| body.status() != Done);
    format!("{}, {owner}{}", word(body.status()), due.unwrap_or_default())
}

fn word(status: SolutionStatus) -> &'static str {
    match status {
        Idea => "an idea",
        Planned => "planned",
        InProgress => "in progress",
        Done => "done",
        Dropped => "dropped",
    }
}

fn changed(sides: &Sides<'_>, before: &SolutionItem, after: &SolutionItem, aspect: &SolutionAspect) -> Change {
    let title = quote(after.title());
    let change = |kind, message| Change::new(kind, after.address.clone(), message);
    match aspect {
        SolutionAspect::Title => {
            let message = format!("The solution {} now reads {title}.", quote(before.title()));
            change(Kind::WordingChanged, message).values(Some(before.title()), Some(after.title()))
        }
        SolutionAspect::Status => {
            let (was, is) = (before.body.status(), after.body.status());
            let name = answered(&sides.after, after);
            match (was, is) {
                (Dropped, _) => change(
                    Kind::SolutionAdded,
                    format!("The solution {name} is taken up again: {}.", state(&sides.after, after)),
                )
                .judged(if is_felt(after) { Impact::Better } else { Impact::Neutral }),
                (_, Dropped) => change(Kind::SolutionDropped, format!("The solution {name} is dropped."))
                    .judged(if is_felt(before) { Impact::Worse } else { Impact::Neutral }),
                _ => {
                    let kind = if is > was { Kind::SolutionAdvanced } else { Kind::SolutionSetBack };
                    change(kind, format!("The solution {name} is now {}; it was {}.", word(is), word(was)))
                }
            }
            .values(Some(was.as_str()), Some(is.as_str()))
        }
        SolutionAspect::Owner => {
            let name = |solution: &SolutionItem| solution.body.owner.as_ref().map(|owner| owner.value.clone());
            let (old, new) = (name(before), name(after));
            let (kind, message) = match (&old, &new) {
                (Some(old), Some(new)) => (
                    Kind::SolutionReassigned,
                    format!("The owner of the solution {title} is now {new} instead of {old}."),
                ),
                (None, Some(new)) => {
                    (Kind::DetailsChanged, format!("The owner of the solution {title} is now named: {new}."))
                }
                (_, None) => (Kind::DetailsChanged, format!("The owner of the solution {title} is no longer named.")),
            };
            change(kind, message).values(old, new)
        }
        SolutionAspect::Due => {
            let (old, new) = (before.body.due, after.body.due);
            let (kind, message) = match (old, new) {
                (Some(old), Some(new)) if new.value > old.value && after.body.status() != Done && is_alive(after) => {
                    (Kind::SolutionSlipped, format!("The solution {title} is due {new} instead of {old}."))
                }
                _ => {
                    let dates: Vec<_> = [old, new].iter().flatten().map(ToString::to_string).collect();
                    (Kind::DetailsChanged, format!("The day for the solution {title} changed: {}.", list(dates)))
                }
            };
            change(kind, message).values(old.map(|date| date.to_string()), new.map(|date| date.to_string()))
        }
    }
}
