//! When a promise counts as missed.

use super::{Setting, Threshold};
use crate::model::{Percentage, Promise};

/// How often a promise is to be kept.
pub(super) static KEPT: Setting = Setting {
    name: "kept",
    about: "A promise that is kept less often than this is missed.",
    default: Threshold::Percent(Percentage(80.0)),
};

/// Whether what is achieved takes longer than what was promised, or is achieved less often than `kept` percent.
pub(super) fn is_missed(promise: &Promise, kept: f64) -> bool {
    let is_late = promise.within.zip(promise.actual).is_some_and(|(within, actual)| actual.value > within.value);
    is_late || promise.kept.is_some_and(|share| share.0 < kept)
}
