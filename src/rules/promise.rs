//! When a promise counts as missed, and where.

use super::{Context, Setting, Threshold, missed_promise};
use crate::model::{Percentage, Promise};

/// How often a promise is to be kept.
pub(super) static KEPT: Setting = Setting {
    name: "kept",
    about: "A promise that is kept less often than this is missed.",
    default: Threshold::Percent(Percentage(Promise::KEPT)),
};

/// By the number of each touchpoint, whether a missed promise is made or kept there: what `missed-promise` looks for,
/// whichever rule asks. None where one may be kept anywhere.
pub(super) fn missed_at(context: &Context<'_>) -> Option<Vec<bool>> {
    let map = context.map;
    let kept = Context { rule: &missed_promise::RULE, ..*context }.percent(&KEPT);
    let mut missed = vec![false; map.touchpoints().len()];
    for touchpoint in map.touchpoints() {
        if touchpoint.body().broken.has("promises") {
            return None;
        }
        for promise in touchpoint.body().promises.iter().filter(|promise| may_be_missed(promise, kept)) {
            missed[touchpoint.index().0] = true;
            for place in map.flow().lives_at(touchpoint.kept_at(promise)?.index()) {
                missed[place.0] = true;
            }
        }
    }
    Some(missed)
}

/// Whether it is missed, or what would tell could not be read.
fn may_be_missed(promise: &Promise, kept: f64) -> bool {
    promise.is_missed(kept) || ["within", "actual", "kept"].iter().any(|field| promise.broken.has(field))
}
