//! Promises that are kept too late or too seldom.

use super::name::name;
use super::promise::{KEPT, is_missed};
use super::pursuit::Pursuit;
use super::{Context, Levels, Rule, Sink};
use crate::diagnostic::Level::{Off, Warn};
use crate::graph::{Address, TouchpointRef};
use crate::model::Promise;

pub(super) static RULE: Rule = Rule {
    name: "missed-promise",
    page: include_str!("../../docs/rules/missed-promise.md"),
    levels: Levels::new(Off, Warn, Warn),
    settings: &[&KEPT],
    check: Some(check),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    let pursuit = Pursuit::of(context.map);
    for touchpoint in context.map.touchpoints().filter(|touchpoint| touchpoint.is_open()) {
        let is_left = |promise: &Promise| !is_pursued(touchpoint, promise, &pursuit);
        for (address, promise) in touchpoint.promises().filter(|(_, promise)| is_left(promise)) {
            check_promise(context, touchpoint, (address, promise), sink);
        }
    }
}

/// Whether something is being done where a promise is made or where it is to be kept.
fn is_pursued(made_at: TouchpointRef<'_>, promise: &Promise, pursuit: &Pursuit<'_>) -> bool {
    pursuit.is_at(made_at) || made_at.kept_at(promise).is_some_and(|kept_at| pursuit.is_at(kept_at))
}

fn check_promise(context: &Context<'_>, made_at: TouchpointRef<'_>, promise: (Address, &Promise), sink: &mut Sink) {
    let (address, promise) = promise;
    let least = context.percent(&KEPT);
    if !is_missed(promise, least) {
        return;
    }
    let (title, _) = name(promise.title.as_ref(), promise.id.as_ref(), promise.place);
    let late = promise.within.zip(promise.actual).filter(|(within, actual)| actual.value > within.value);
    let seldom = promise.kept.filter(|kept| kept.0 < least);
    let what = format!("the promise “{title}”, made at “{}”,", made_at.title());
    let mut finding = match (late, seldom) {
        (Some((within, actual)), _) => {
            let message = format!("{what} takes {}, but {} is promised", actual.value, within.value);
            RULE.at(actual.span, message).related(within.span, "promised")
        }
        (None, Some(kept)) => RULE.at(kept.span, format!("{what} is kept for {} of customers only", kept.value)),
        (None, None) => return,
    };
    if let Some(kept) = seldom.filter(|_| late.is_some()) {
        finding = finding.related(kept.span, format!("kept for {} only", kept.value));
    }
    let help = "promise what is really achieved, or plan a solution that makes it true";
    sink.report(finding.about(address).help(help));
}
