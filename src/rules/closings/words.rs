//! What is said of closings.

use super::Rule;
use super::cause::Cause;
use super::sent::is_replaced;
use crate::diagnostic::Diagnostic;
use crate::graph::{BrokenPromise, TouchpointRef};
use crate::rules::name::name;
use crate::source::Span;

/// How many places of one kind are shown.
const SHOWN: usize = 5;

/// The finding of a cause: what it keeps customers from, all in one.
pub(super) fn cause(rule: &'static Rule, cause: &Cause<'_>) -> Diagnostic {
    let mut clauses = Vec::new();
    let moments: Vec<_> = cause.moments.iter().map(|touchpoint| moment(*touchpoint)).collect();
    let promises: Vec<_> = cause.promises.iter().map(promised).collect();
    let mut kept_from = Vec::new();
    if let Some(moments) = some_of("the moment of truth", &moments) {
        kept_from.push(moments);
    }
    if cause.end {
        kept_from.push("the end of the journey".into());
    }
    match kept_from.as_slice() {
        [] => {}
        [only] => clauses.push(format!("customers cannot get to {only}")),
        places => clauses.push(format!("customers can get neither to {}", places.join(" nor to "))),
    }
    if let Some(promises) = some_of("the promise", &promises) {
        clauses.push(format!("{promises} cannot be kept"));
    }
    if let Some(stuck) = cause.stuck.filter(|_| clauses.is_empty()) {
        clauses.push(format!("customers at “{}” have no other way to the end", stuck.title()));
    }
    let mut finding = rule.at(cause.place, format!("while {} is closed, {}", subject(cause), clauses.join(", and ")));
    if cause.channel.is_some() {
        finding = related(finding, cause.closed.iter().map(|closed| closed.body().title.span), "closed with it");
    }
    finding = related(finding, cause.stuck.iter().map(|stuck| stuck.body().title.span), "customers get no further");
    finding = related(finding, moments.iter().map(|moment| moment.1), "cut off");
    finding = related(finding, promises.iter().map(|promise| promise.1), "cannot be kept");
    finding.help(help(cause))
}

/// The finding of a promise that is still made.
pub(super) fn promise(rule: &'static Rule, cause: &Cause<'_>, broken: &BrokenPromise<'_>) -> Diagnostic {
    let (title, span) = promised(broken);
    let (made_at, kept_at) = (broken.made_at.title(), broken.kept_at.title());
    let why = if broken.kept_at.is_closed() {
        format!("“{kept_at}” is closed")
    } else {
        format!("customers no longer get to “{kept_at}”")
    };
    rule.at(span, format!("the promise “{title}”, made at “{made_at}”, cannot be kept: {why}"))
        .about(broken.address.clone())
        .related(cause.place, format!("{} is closed here", subject(cause)))
        .help("reword the promise or withdraw it meanwhile, or name in `replaced_by` where it is kept instead")
}

fn subject(cause: &Cause<'_>) -> String {
    match (cause.channel, cause.closed.first()) {
        (Some(channel), _) => format!("the channel “{channel}”"),
        (None, closed) => format!("“{}”", closed.map_or("", |closed| closed.title())),
    }
}

fn help(cause: &Cause<'_>) -> String {
    let (first, others) = match (cause.walls.as_slice(), cause.closed.as_slice()) {
        ([first, others @ ..], _) | ([], [first, others @ ..]) => (*first, others.len()),
        ([], []) => return String::new(),
    };
    let title = first.title();
    let and_others = if others > 0 { format!(" and of {others} more") } else { String::new() };
    if !is_replaced(first) {
        format!(
            "name in the `replaced_by` of “{title}”{and_others} where customers go instead, lead them another way with `next`, or let them go on without it (`optional: true`)"
        )
    } else if cause.walls.is_empty() {
        format!(
            "what replaces “{title}” does not lead there: lead on from it with `next`, or choose another `replaced_by`"
        )
    } else {
        format!("what replaces “{title}” is closed, too: name an open touchpoint in its `replaced_by`")
    }
}

fn moment(touchpoint: TouchpointRef<'_>) -> (&str, Span) {
    let body = touchpoint.body();
    let moment = body.moment_of_truth.as_ref();
    let named = moment.map(|moment| name(moment.title.as_ref(), moment.id.as_ref(), moment.place));
    named.unwrap_or((body.title.as_str(), body.title.span))
}

fn promised<'m>(broken: &BrokenPromise<'m>) -> (&'m str, Span) {
    name(broken.promise.title.as_ref(), broken.promise.id.as_ref(), broken.promise.place)
}

/// `the promise “A”`, `the promise “A” and 2 more`.
fn some_of(kind: &str, named: &[(&str, Span)]) -> Option<String> {
    let ((first, _), others) = named.split_first()?;
    let more = if others.is_empty() { String::new() } else { format!(" and {} more", others.len()) };
    Some(format!("{kind} “{first}”{more}"))
}

fn related(finding: Diagnostic, places: impl Iterator<Item = Span>, text: &'static str) -> Diagnostic {
    places.take(SHOWN).fold(finding, |finding, place| finding.related(place, text))
}
