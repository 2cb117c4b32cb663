//! Solutions: what is done, by whom, and how far it has come.

use crate::diff::delta::{Delta, Fact, Sides, SolutionAspect};
use crate::diff::inventory::{Inventory, Site, SolutionItem};
use crate::diff::judge::{Cause, Draft, causes_after, causes_before};
use crate::diff::{Change, Impact, Kind};
use crate::model::SolutionStatus::{Done, Dropped, InProgress};
use crate::tongue::Tongue;

pub(super) fn judge(sides: &Sides<'_>, delta: &Delta<'_, '_>, drafts: &mut Vec<Draft>) {
    let tongue = sides.tongue;
    for fact in &delta.solutions {
        match fact {
            Fact::Added(solution) if is_alive(solution) => {
                let change = added(tongue, &sides.after, solution);
                drafts.push(Draft::caused_by(change, causes_of(sides, solution, true)));
            }
            Fact::Removed(solution) if is_alive(solution) => {
                let message = tongue.solution_removed(&answered(tongue, &sides.before, solution));
                let change = Change::new(Kind::SolutionDropped, solution.address.clone(), message)
                    .judged(if is_felt(solution) { Impact::Worse } else { Impact::Neutral });
                drafts.push(Draft::caused_by(change, causes_of(sides, solution, false)));
            }
            // Dropped already, on the one side where it is.
            Fact::Added(solution) | Fact::Removed(solution) => {
                let message = tongue.dropped_once(&tongue.quote(solution.title()));
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
fn causes_of(sides: &Sides<'_>, solution: &SolutionItem, after: bool) -> Vec<Cause> {
    match solution.sites.as_slice() {
        [site] if after => causes_after(sides, *site),
        [site] => causes_before(sides, *site),
        _ => Vec::new(),
    }
}

/// “The term is extended” (against “The premium is due”)
fn answered(tongue: Tongue, side: &Inventory<'_>, solution: &SolutionItem) -> String {
    let friction = solution.sites.iter().find(|site| matches!(site, Site::Friction(_)));
    let title = tongue.quote(solution.title());
    match friction.and_then(|&site| side.site_title(site)) {
        Some(friction) => tongue.against(&title, &tongue.quote(friction)),
        None => title,
    }
}

fn added(tongue: Tongue, side: &Inventory<'_>, solution: &SolutionItem) -> Change {
    let message = tongue.solution_added(&answered(tongue, side, solution), &state(tongue, side, solution));
    let impact = if is_felt(solution) { Impact::Better } else { Impact::Neutral };
    Change::new(Kind::SolutionAdded, solution.address.clone(), message).judged(impact)
}

/// How far it is, whose it is and by when: `in progress, Billing, due 2020-04-01`. A solution without an owner is that
/// of whoever answers for the place where it stands.
fn state(tongue: Tongue, side: &Inventory<'_>, solution: &SolutionItem) -> String {
    let body = &solution.body;
    let of_place = || solution.sites.iter().find_map(|&site| side.owner(site));
    let owner = body.owner.as_ref().or_else(of_place).map_or_else(|| tongue.no_owner(), |owner| owner.value.clone());
    let due = body.due.map(|due| tongue.due(&tongue.date(due.value))).filter(|_| body.status() != Done);
    format!("{}, {owner}{}", tongue.progress(body.status()), due.unwrap_or_default())
}

fn changed(sides: &Sides<'_>, before: &SolutionItem, after: &SolutionItem, aspect: &SolutionAspect) -> Change {
    let tongue = sides.tongue;
    let title = tongue.quote(after.title());
    let change = |kind, message| Change::new(kind, after.address.clone(), message);
    match aspect {
        SolutionAspect::Title => {
            let message = tongue.solution_reads(&tongue.quote(before.title()), &title);
            change(Kind::WordingChanged, message).values(Some(before.title()), Some(after.title()))
        }
        SolutionAspect::Status => {
            let (was, is) = (before.body.status(), after.body.status());
            let name = answered(tongue, &sides.after, after);
            let change = match (was, is) {
                (Dropped, _) => {
                    let message = tongue.solution_taken_up(&name, &state(tongue, &sides.after, after));
                    let impact = if is_felt(after) { Impact::Better } else { Impact::Neutral };
                    change(Kind::SolutionAdded, message).judged(impact)
                }
                (_, Dropped) => {
                    let impact = if is_felt(before) { Impact::Worse } else { Impact::Neutral };
                    change(Kind::SolutionDropped, tongue.solution_dropped(&name)).judged(impact)
                }
                _ => {
                    let kind = if is > was { Kind::SolutionAdvanced } else { Kind::SolutionSetBack };
                    change(kind, tongue.solution_progress(&name, tongue.progress(is), tongue.progress(was)))
                }
            };
            change.values(Some(was.as_str()), Some(is.as_str()))
        }
        SolutionAspect::Owner => {
            let name = |solution: &SolutionItem| solution.body.owner.as_ref().map(|owner| owner.value.clone());
            let (old, new) = (name(before).unwrap_or_default(), name(after).unwrap_or_default());
            let message = tongue.solution_reassigned(&title, &new, &old);
            change(Kind::SolutionReassigned, message).values(Some(old), Some(new))
        }
        SolutionAspect::Due => {
            let day = |solution: &SolutionItem| solution.body.due.map(|day| day.to_string()).unwrap_or_default();
            let told =
                |solution: &SolutionItem| solution.body.due.map(|day| tongue.date(day.value)).unwrap_or_default();
            let message = tongue.solution_slipped(&title, &told(after), &told(before));
            change(Kind::SolutionSlipped, message).values(Some(day(before)), Some(day(after)))
        }
    }
}
