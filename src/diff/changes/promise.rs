//! Promises: made, kept, broken.

use super::words::{quote, time};
use crate::diff::delta::{Delta, Fact, PromiseAspect, Sides};
use crate::diff::inventory::{PromiseItem, Site};
use crate::diff::judge::{Draft, causes_after, causes_before};
use crate::diff::{Change, Impact, Kind};

pub(super) fn judge(sides: &Sides<'_>, delta: &Delta<'_, '_>, drafts: &mut Vec<Draft>) {
    for fact in &delta.promises {
        match fact {
            Fact::Added(promise) => drafts.push(Draft::caused_by(made(promise), causes_after(sides, site(promise)))),
            Fact::Removed(promise) => {
                let message = format!("No longer promised at {}: {}.", place(promise), quote(promise.title()));
                let impact = if promise.is_met() == Some(false) { Impact::Better } else { Impact::Worse };
                let change = Change::new(Kind::PromiseWithdrawn, promise.address.clone(), message).judged(impact);
                drafts.push(Draft::caused_by(change, causes_before(sides, site(promise))));
            }
            Fact::Changed { before, after, aspects } => {
                let changes = aspects.iter().map(|aspect| changed(before, after, aspect));
                drafts.extend(changes.map(|change| Draft::caused_by(change, causes_after(sides, site(after)))));
            }
            // Promises do not merge.
            Fact::Merged { .. } | Fact::Split { .. } => {}
        }
    }
}

fn site(promise: &PromiseItem<'_>) -> Site {
    Site::Touchpoint(promise.touchpoint.index().0)
}

fn place(promise: &PromiseItem<'_>) -> String {
    quote(&promise.touchpoint.body().title)
}

fn made(promise: &PromiseItem<'_>) -> Change {
    let name = format!("{} (at {})", quote(promise.title()), place(promise));
    let actual = promise.body.actual.map(|actual| time(actual.value)).unwrap_or_default();
    let (impact, message) = match promise.is_met() {
        Some(false) => (Impact::Worse, format!("New promise, and not kept: {name}; it takes {actual}.")),
        Some(true) => (Impact::Better, format!("New promise: {name}; it takes {actual}.")),
        None => (Impact::Better, format!("New promise: {name}.")),
    };
    Change::new(Kind::PromiseMade, promise.address.clone(), message).judged(impact)
}

fn changed(before: &PromiseItem<'_>, after: &PromiseItem<'_>, aspect: &PromiseAspect) -> Change {
    let title = quote(after.title());
    let change = |kind, message| Change::new(kind, after.address.clone(), message);
    match aspect {
        PromiseAspect::Title => {
            change(Kind::WordingChanged, format!("The promise {} now reads {title}.", quote(before.title())))
                .values(Some(before.title()), Some(after.title()))
        }
        PromiseAspect::Within => {
            let (old, new) = (before.body.within, after.body.within);
            let (kind, message) = match (old, new) {
                (Some(old), Some(new)) => (
                    if new.value < old.value { Kind::PromiseTightened } else { Kind::PromiseLoosened },
                    format!("{title} is promised within {} instead of {}.", time(new.value), time(old.value)),
                ),
                _ => (Kind::DetailsChanged, format!("A deadline for {title} is known on one side only.")),
            };
            change(kind, message).values(old.map(|time| time.to_string()), new.map(|time| time.to_string()))
        }
        PromiseAspect::Met => {
            let (old, new) = (before.body.actual, after.body.actual);
            let takes = new.map(|actual| time(actual.value)).unwrap_or_default();
            let (kind, words) = if after.is_met() == Some(true) {
                (Kind::PromiseKept, "is kept now")
            } else {
                (Kind::PromiseBroken, "is no longer kept")
            };
            change(kind, format!("The promise {title} {words}: it takes {takes}."))
                .values(old.map(|time| time.to_string()), new.map(|time| time.to_string()))
        }
        PromiseAspect::Performance => {
            let text = |promise: &PromiseItem<'_>| {
                let (actual, kept) = (promise.body.actual, promise.body.kept);
                let parts = [actual.map(|actual| actual.to_string()), kept.map(|kept| kept.to_string())];
                crate::diff::Value::List(parts.into_iter().flatten().collect())
            };
            change(
                Kind::DetailsChanged,
                format!("How the promise {title} is kept changed: {}; it was {}.", text(after), text(before)),
            )
            .values(Some(text(before)), Some(text(after)))
        }
    }
}
