//! Promises that are kept too late or too seldom.

use super::name::name;
use super::promise::KEPT;
use super::pursuit::Pursuit;
use super::{Context, Levels, Rule, Sink};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Level::{Off, Warn};
use crate::graph::{Address, TouchpointRef};
use crate::model::Promise;

pub(super) static RULE: Rule = Rule {
    name: "missed-promise",
    page: include_str!("../../docs/rules/missed-promise.md"),
    levels: Levels::new(Off, Warn, Warn),
    is_about_today: true,
    settings: &[&KEPT],
    check: Some(check),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    let pursuit = Pursuit::of(context.map);
    for touchpoint in context.map.touchpoints().filter(|touchpoint| touchpoint.is_open()) {
        of_touchpoint(context, touchpoint, &pursuit).for_each(|finding| sink.report(finding));
    }
}

/// What is found of the promises that are made at a touchpoint, whichever rule asks.
pub(super) fn of_touchpoint<'m>(
    context: &Context<'m>,
    touchpoint: TouchpointRef<'m>,
    pursuit: &Pursuit<'_>,
) -> impl Iterator<Item = Diagnostic> {
    let context = Context { rule: &RULE, ..*context };
    let left = touchpoint.promises().filter(move |(_, promise)| !is_pursued(touchpoint, promise, pursuit));
    left.filter_map(move |(address, promise)| finding(&context, touchpoint, (address, promise)))
}

/// Whether something is being done where a promise is made, where it is to be kept, or in the order of the file in between:
/// that is what it rests on.
fn is_pursued(made_at: TouchpointRef<'_>, promise: &Promise, pursuit: &Pursuit<'_>) -> bool {
    // Of a place that nobody knows, nobody knows what lies before it.
    made_at.kept_at(promise).map_or(pursuit.is_anywhere(), |kept_at| pursuit.is_between(made_at, kept_at))
}

fn finding(context: &Context<'_>, made_at: TouchpointRef<'_>, promise: (Address, &Promise)) -> Option<Diagnostic> {
    let (address, promise) = promise;
    let least = context.percent(&KEPT);
    let (title, _) = name(promise.title.as_ref(), promise.id.as_ref(), promise.place);
    let late = promise.within.zip(promise.actual).filter(|(within, actual)| actual.value > within.value);
    let seldom = promise.kept.filter(|kept| kept.0 < least);
    let what = format!("the promise “{title}”, made at “{}”,", made_at.title());
    let mut finding = match (late, seldom) {
        (Some((within, actual)), _) => {
            let message =
                format!("{what} takes {} where {} is promised", context.written(&actual), context.written(&within));
            RULE.at(actual.span, message).related(within.span, "promised")
        }
        (None, Some(kept)) => RULE.at(kept.span, format!("{what} is kept for {} of customers only", kept.value)),
        (None, None) => return None,
    };
    if let Some(kept) = seldom.filter(|_| late.is_some()) {
        finding = finding.related(kept.span, format!("kept for {} only", kept.value));
    }
    let help = "promise what is really achieved, or plan a solution that makes it true";
    Some(finding.about(address).help(help))
}
