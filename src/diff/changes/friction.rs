//! Friction points.

use std::cmp::Reverse;

use super::words::{because, list, percent, quote};
use crate::diff::delta::{Delta, Fact, FrictionAspect, Retitled, Sides};
use crate::diff::inventory::{FrictionItem, Inventory, Site};
use crate::diff::judge::{Draft, causes_after, causes_before};
use crate::diff::{Change, Impact, Kind, Value};
use crate::model::FrictionStatus::{self, Resolved};
use crate::model::Severity;

pub(super) fn judge(sides: &Sides<'_>, delta: &Delta<'_, '_>, drafts: &mut Vec<Draft>) {
    let mut facts: Vec<_> = delta.friction.iter().collect();
    facts.sort_by_key(|fact| Reverse(severity(fact)));
    for fact in facts {
        match fact {
            Fact::Added(friction) => {
                let change = added(&sides.after, friction);
                drafts.push(Draft::caused_by(change, causes_after(sides, friction.site)));
            }
            Fact::Removed(friction) => {
                let change = removed(&sides.before, friction);
                drafts.push(Draft::caused_by(change, causes_before(sides, friction.site)));
            }
            Fact::Changed { before, after, aspects } => {
                let changes = changed(sides, before, after, aspects).into_iter();
                drafts.extend(changes.map(|change| Draft::caused_by(change, causes_after(sides, after.site))));
            }
            // Friction points do not merge.
            Fact::Merged { .. } | Fact::Split { .. } => {}
        }
    }
}

fn severity(fact: &Fact<&FrictionItem<'_>, FrictionAspect<'_>>) -> Option<Severity> {
    match fact {
        Fact::Added(friction) | Fact::Removed(friction) => Some(friction.body.severity()),
        Fact::Changed { before, after, .. } => Some(before.body.severity().max(after.body.severity())),
        Fact::Merged { .. } | Fact::Split { .. } => None,
    }
}

/// “The premium is due” at “I pay”
fn located(side: &Inventory<'_>, friction: &FrictionItem<'_>) -> String {
    format!("{} {}", quote(friction.title()), place(side, friction))
}

/// at “I pay”; throughout the phase “Pay”
fn place(side: &Inventory<'_>, friction: &FrictionItem<'_>) -> String {
    let title = side.site_title(friction.site).map(quote).unwrap_or_default();
    let words = if matches!(friction.site, Site::Phase(_)) { "throughout the phase" } else { "at" };
    format!("{words} {title}")
}

fn added(side: &Inventory<'_>, friction: &FrictionItem<'_>) -> Change {
    let body = friction.body;
    let reach = body.reach.map(|reach| format!(", hits {} of customers", percent(reach.value.0)));
    let status = match body.status() {
        FrictionStatus::Open => "",
        FrictionStatus::Mitigated => ", already mitigated",
        FrictionStatus::Resolved => ", already resolved",
    };
    let message = format!(
        "New friction ({}{}{status}): {}{}",
        body.severity(),
        reach.unwrap_or_default(),
        located(side, friction),
        because(body.because.as_ref().map(|reason| reason.as_str()))
    );
    let impact = if body.status() == Resolved { Impact::Neutral } else { Impact::Worse };
    Change::new(Kind::FrictionAdded, friction.address.clone(), message).judged(impact)
}

fn removed(side: &Inventory<'_>, friction: &FrictionItem<'_>) -> Change {
    let message = format!("Friction no longer on the map: {}.", located(side, friction));
    let impact = if friction.body.status() == Resolved { Impact::Neutral } else { Impact::Better };
    Change::new(Kind::FrictionRemoved, friction.address.clone(), message).judged(impact)
}

fn changed(
    sides: &Sides<'_>,
    before: &FrictionItem<'_>,
    after: &FrictionItem<'_>,
    aspects: &[FrictionAspect<'_>],
) -> Vec<Change> {
    let change = |kind, message| Change::new(kind, after.address.clone(), message);
    let name = located(&sides.after, after);
    let mut changes = Vec::new();
    for aspect in aspects {
        match aspect {
            FrictionAspect::Title(how) => {
                let kind = if *how == Retitled::Reworded { Kind::WordingChanged } else { Kind::FrictionRenamed };
                let message = format!("The friction {} is now {}.", quote(before.title()), quote(after.title()));
                changes.push(change(kind, message).values(Some(before.title()), Some(after.title())));
            }
            FrictionAspect::Place => {
                let (from, to) = (place(&sides.before, before), place(&sides.after, after));
                let message = format!("The friction {} is now felt {to}; it was {from}.", quote(after.title()));
                changes.push(change(Kind::FrictionMoved, message));
            }
            FrictionAspect::Spread(places) => {
                let places = list(places.iter().map(|place| quote(&place.body().title)));
                changes.push(change(
                    Kind::FrictionSpread,
                    format!("The friction {name} is now felt at {places} as well."),
                ));
            }
            FrictionAspect::Contained(places) => {
                let places = list(places.iter().map(|place| quote(&place.body().title)));
                changes.push(change(
                    Kind::FrictionContained,
                    format!("The friction {name} is no longer felt at {places}."),
                ));
            }
            // Told together, below.
            FrictionAspect::Status | FrictionAspect::Severity | FrictionAspect::Reach => {}
        }
    }
    changes.extend(weight(before, after, &name));
    changes
}

/// What became of its status, severity and reach: one change for all that got worse, one for all that got better.
fn weight(before: &FrictionItem<'_>, after: &FrictionItem<'_>, name: &str) -> Vec<Change> {
    let (old, new) = (before.body, after.body);
    let mut changes = Vec::new();
    let change = |kind, message: String| Change::new(kind, after.address.clone(), message);
    let (mut worse, mut better) = (Vec::new(), Vec::new());
    let (was, is) = (old.status(), new.status());
    match (was, is) {
        _ if was == is => {}
        (_, Resolved) => {
            let message =
                format!("The friction {name} is resolved{}", because(new.because.as_ref().map(|text| text.as_str())));
            changes.push(change(Kind::FrictionResolved, message).values(Some(was.as_str()), Some(is.as_str())));
        }
        (Resolved, _) => {
            let message = format!("The friction {name}, once resolved, is back.");
            changes.push(change(Kind::FrictionReopened, message).values(Some(was.as_str()), Some(is.as_str())));
        }
        (_, FrictionStatus::Mitigated) => {
            better.push(("is mitigated".to_owned(), was.as_str().into(), is.as_str().into()));
        }
        _ => worse.push(("is no longer mitigated".to_owned(), was.as_str().into(), is.as_str().into())),
    }
    let (was, is) = (old.severity(), new.severity());
    if was != is {
        let told = (format!("is now {is} instead of {was}"), Value::from(was.as_str()), Value::from(is.as_str()));
        if is > was { worse.push(told) } else { better.push(told) }
    }
    match (old.reach.map(|reach| reach.value.0), new.reach.map(|reach| reach.value.0)) {
        (Some(was), Some(is)) if (was - is).abs() > 1e-9 => {
            let words = format!("hits {} of customers instead of {}", percent(is), percent(was));
            let told = (words, Value::from(percent(was)), Value::from(percent(is)));
            if is > was { worse.push(told) } else { better.push(told) }
        }
        (None, Some(_)) | (Some(_), None) => {
            let message = format!("How many customers the friction {name} hits is known on one side only.");
            let text =
                |reach: Option<crate::source::Located<crate::model::Percentage>>| reach.map(|reach| reach.to_string());
            changes.push(change(Kind::DetailsChanged, message).values(text(old.reach), text(new.reach)));
        }
        _ => {}
    }
    for (kind, told) in [(Kind::FrictionWorsened, worse), (Kind::FrictionEased, better)] {
        if told.is_empty() {
            continue;
        }
        let message = format!("The friction {name} {}.", list(told.iter().map(|(words, ..)| words)));
        let side = |pick: fn(&(String, Value, Value)) -> Value| {
            let mut values: Vec<_> = told.iter().map(pick).collect();
            if values.len() == 1 {
                values.pop()
            } else {
                Some(Value::List(values.iter().map(ToString::to_string).collect()))
            }
        };
        changes.push(change(kind, message).values(side(|told| told.1.clone()), side(|told| told.2.clone())));
    }
    changes
}
