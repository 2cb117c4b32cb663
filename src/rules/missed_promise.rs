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

/// A promise that is missed.
pub(super) struct Missed<'m> {
    /// The touchpoint where it is made.
    pub made_at: TouchpointRef<'m>,
    /// The touchpoint where it is to be kept; none where nobody knows.
    pub kept_at: Option<TouchpointRef<'m>>,
    /// What is found of it, unless something is being done.
    pub finding: Diagnostic,
}

fn check(context: &Context<'_>, sink: &mut Sink) {
    let pursuit = Pursuit::of(context.map);
    for missed in all(context).filter(|missed| !is_pursued(missed, &pursuit)) {
        sink.report(missed.finding);
    }
}

/// The promises that are missed where customers hear them, whichever rule asks.
pub(super) fn all<'m>(context: &Context<'m>) -> impl Iterator<Item = Missed<'m>> {
    let context = Context { rule: &RULE, ..*context };
    let open = context.map.touchpoints().filter(|touchpoint| touchpoint.is_open());
    let promises = open.flat_map(|made_at| made_at.promises().map(move |promise| (made_at, promise)));
    promises.filter_map(move |(made_at, (address, promise))| {
        let finding = finding(&context, made_at, (address, promise))?;
        Some(Missed { made_at, kept_at: made_at.kept_at(promise), finding })
    })
}

/// Whether something is being done where a promise is made, where it is to be kept, or in the order of the file in between:
/// that is what it rests on.
fn is_pursued(missed: &Missed<'_>, pursuit: &Pursuit<'_>) -> bool {
    // Of a place that nobody knows, nobody knows what lies before it.
    missed.kept_at.map_or(pursuit.is_anywhere(), |kept_at| pursuit.is_between(missed.made_at, kept_at))
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
