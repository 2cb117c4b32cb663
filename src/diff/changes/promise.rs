//! Promises: made, kept, broken.

use crate::diff::delta::{Delta, Fact, PromiseAspect, Sides};
use crate::diff::inventory::{PromiseItem, Site};
use crate::diff::judge::{Draft, causes_after, causes_before};
use crate::diff::{Change, Impact, Kind, Value};
use crate::tongue::Tongue;

pub(super) fn judge(sides: &Sides<'_>, delta: &Delta<'_, '_>, drafts: &mut Vec<Draft>) {
    let tongue = sides.tongue;
    for fact in &delta.promises {
        match fact {
            Fact::Added(promise) => {
                drafts.push(Draft::caused_by(made(tongue, promise), causes_after(sides, site(promise))));
            }
            Fact::Removed(promise) => {
                let message = tongue.promise_withdrawn(&place(tongue, promise), &tongue.quote(promise.title()));
                let impact = if promise.is_met() == Some(false) { Impact::Better } else { Impact::Worse };
                let change = Change::new(Kind::PromiseWithdrawn, promise.address.clone(), message).judged(impact);
                drafts.push(Draft::caused_by(change, causes_before(sides, site(promise))));
            }
            Fact::Changed { before, after, aspects } => {
                let changes = aspects.iter().map(|aspect| changed(tongue, before, after, aspect));
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

fn place(tongue: Tongue, promise: &PromiseItem<'_>) -> String {
    tongue.quote(promise.touchpoint.title())
}

fn made(tongue: Tongue, promise: &PromiseItem<'_>) -> Change {
    let name = tongue.promise_place(&tongue.quote(promise.title()), &place(tongue, promise));
    let takes = achieved(tongue, promise);
    let (impact, message) = match promise.is_met() {
        Some(false) => (Impact::Worse, tongue.promise_made_broken(&name, &takes)),
        Some(true) => (Impact::Better, tongue.promise_made_kept(&name, &takes)),
        None => (Impact::Better, tongue.promise_made(&name)),
    };
    Change::new(Kind::PromiseMade, promise.address.clone(), message).judged(impact)
}

fn changed(tongue: Tongue, before: &PromiseItem<'_>, after: &PromiseItem<'_>, aspect: &PromiseAspect) -> Change {
    let title = tongue.quote(after.title());
    let change = |kind, message| Change::new(kind, after.address.clone(), message);
    match aspect {
        PromiseAspect::Title => {
            change(Kind::WordingChanged, tongue.promise_reads(&tongue.quote(before.title()), &title))
                .values(Some(before.title()), Some(after.title()))
        }
        PromiseAspect::Within => {
            let within = |promise: &PromiseItem<'_>| promise.body.within.map(|time| time.value).unwrap_or_default();
            let (old, new) = (within(before), within(after));
            let kind = if new < old { Kind::PromiseTightened } else { Kind::PromiseLoosened };
            change(kind, tongue.promise_within(&title, &tongue.time(new), &tongue.time(old)))
                .values(Some(old.to_string()), Some(new.to_string()))
        }
        PromiseAspect::Met => {
            let takes = achieved(tongue, after);
            let (kind, message) = if after.is_met() == Some(true) {
                (Kind::PromiseKept, tongue.promise_kept(&title, &takes))
            } else {
                (Kind::PromiseBroken, tongue.promise_broken(&title, &takes))
            };
            change(kind, message).values(measure(before), measure(after))
        }
        PromiseAspect::Kept(kept) => {
            let [old, new] = [before, after].map(|promise| parts(tongue, promise, kept.by_time, kept.by_share));
            let (kind, message) = match (kept.is_worse, after.is_met()) {
                (true, Some(false)) => (Kind::PromiseWorsened, tongue.promise_missed_further(&title, &new, &old)),
                (true, _) => (Kind::PromiseWorsened, tongue.promise_later(&title, &new, &old)),
                (false, Some(false)) => (Kind::PromiseImproved, tongue.promise_missed_less(&title, &new, &old)),
                (false, _) => (Kind::PromiseImproved, tongue.promise_sooner(&title, &new, &old)),
            };
            change(kind, message).values(measure(before), measure(after))
        }
    }
}

/// What is achieved: `it takes 12 days`, `it is kept for 60% of customers`, or both.
fn achieved(tongue: Tongue, promise: &PromiseItem<'_>) -> String {
    parts(tongue, promise, true, true)
}

fn parts(tongue: Tongue, promise: &PromiseItem<'_>, by_time: bool, by_share: bool) -> String {
    let takes = promise.body.actual.filter(|_| by_time).map(|actual| tongue.it_takes(&tongue.time(actual.value)));
    let kept = promise.body.kept.filter(|_| by_share).map(|kept| tongue.kept_for(&tongue.percentage(kept.value.0)));
    tongue.list(takes.into_iter().chain(kept))
}

/// What is achieved, for programs: `12d`, `60%`, or both.
fn measure(promise: &PromiseItem<'_>) -> Option<Value> {
    let takes = promise.body.actual.map(|actual| actual.to_string());
    let kept = promise.body.kept.map(|kept| kept.to_string());
    let mut parts: Vec<_> = takes.into_iter().chain(kept).collect();
    if parts.len() > 1 { Some(Value::List(parts)) } else { parts.pop().map(Value::from) }
}
