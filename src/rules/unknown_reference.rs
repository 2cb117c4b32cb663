//! Names of touchpoints and channels that the map does not have.

use super::{Context, Levels, Rule, Sink};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Level::Error;
use crate::edit::Fix;
use crate::graph::{Map, TouchpointRef, slug};
use crate::model::lower::MAX_PER_RULE;
use crate::model::{Reference, Solution, Target, certain, nearest};
use crate::source::Span;

pub(super) static RULE: Rule = Rule {
    name: "unknown-reference",
    page: include_str!("../../docs/rules/unknown-reference.md"),
    levels: Levels::new(Error, Error, Error),
    is_about_today: false,
    settings: &[],
    check: Some(check),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    let mut checker = Checker { map: context.map, sink, found: 0 };
    let journey = context.map.journey();
    checker.solutions(&journey.solutions);
    for phase in &journey.phases {
        checker.solutions(&phase.solutions);
        for point in &phase.friction_points {
            checker.touchpoints(&point.also_at);
            checker.solutions(&point.solutions);
        }
    }
    for touchpoint in context.map.touchpoints() {
        let body = touchpoint.body();
        checker.channels(&body.channel);
        checker.touchpoints(&body.replaced_by);
        for way in &body.next {
            if let Target::Touchpoint(id) = &way.to.value {
                checker.target(id, way.to.span);
            }
        }
        checker.touchpoints(body.promises.iter().filter_map(|promise| promise.kept_at.as_ref()));
        checker.solutions(&body.solutions);
        for point in &body.friction_points {
            checker.touchpoints(&point.also_at);
            checker.solutions(&point.solutions);
        }
    }
}

struct Checker<'m, 's> {
    map: &'m Map,
    sink: &'s mut Sink,
    found: usize,
}

impl Checker<'_, '_> {
    fn solutions(&mut self, solutions: &[Solution]) {
        self.touchpoints(solutions.iter().filter_map(|solution| solution.touchpoint.as_ref()));
    }

    fn touchpoints<'r>(&mut self, references: impl IntoIterator<Item = &'r Reference>) {
        for reference in references {
            self.touchpoint(reference, reference.span);
        }
    }

    fn touchpoint(&mut self, reference: &str, span: Span) {
        let map = self.map;
        if map.find(reference).is_none() && map.journey().is_complete() {
            self.report("touchpoint", reference, span, || map.touchpoints().map(TouchpointRef::id).collect());
        }
    }

    /// Where a way leads: a touchpoint, or out of the journey.
    fn target(&mut self, reference: &str, span: Span) {
        let map = self.map;
        if map.find(reference).is_some() || !map.journey().is_complete() {
            return;
        }
        match exit(reference) {
            Some((exit, is_certain)) => {
                let finding = unknown("touchpoint", reference, span).help(format!("did you mean `{exit}`?"));
                self.sink.report(finding.fix(is_certain.then(|| Fix::replace(span, exit))));
            }
            None => self.touchpoint(reference, span),
        }
    }

    /// Without a list of channels any name is one; where the list could not be read, nobody knows.
    fn channels(&mut self, references: &[Reference]) {
        let map = self.map;
        let channels = &map.journey().channels;
        if channels.is_empty() || map.journey().broken.has("channels") {
            return;
        }
        for reference in references {
            if map.channel(reference).is_none() {
                self.report("channel", reference, reference.span, || {
                    channels.iter().map(|(id, _)| id.as_str()).collect()
                });
            }
        }
    }

    fn report<'m>(&mut self, kind: &str, reference: &str, span: Span, ids: impl Fn() -> Vec<&'m str>) {
        self.found += 1;
        // Only what is shown is worth the search.
        let ids = if self.found > MAX_PER_RULE { Vec::new() } else { ids() };
        let wanted = slug(reference).unwrap_or_else(|| reference.to_owned());
        let near = nearest(&wanted, ids.iter().copied());
        let fix = certain(&wanted, &near).map(|id| Fix::replace(span, id));
        let help = match (near.as_slice(), ids.as_slice()) {
            ([], []) => format!("write the id of a {kind}, once the map has one"),
            ([], ids) if ids.len() <= 8 => format!("the {kind}s are {}", quote(ids, ", ")),
            ([], _) => format!("write the id of a {kind} of this map"),
            (near, _) => format!("did you mean {}?", quote(near, " or ")),
        };
        self.sink.report(unknown(kind, reference, span).help(help).fix(fix));
    }
}

fn unknown(kind: &str, reference: &str, span: Span) -> Diagnostic {
    RULE.at(span, format!("no {kind} of this map has the id `{reference}`")).subject(reference)
}

/// Words that people write for the two ways out of a journey: those that mean just that, and those that may name something
/// else or either of the two.
const EXITS: &[(&str, &[&str], &[&str])] = &[
    ("end", &["end", "einde", "fin"], &["eind", "klaar", "fini", "finish", "done", "stop"]),
    ("lost", &["lost", "verloren", "perdu"], &["abandon", "churn", "drop-out", "dropout", "afhaken", "weg"]),
];

/// The way out that a word is taken for, and whether it can be nothing else.
fn exit(word: &str) -> Option<(&'static str, bool)> {
    let word = slug(word)?;
    let is_one_of = |words: &[&str]| words.contains(&word.as_str());
    let found = EXITS.iter().find(|(_, certain, loose)| is_one_of(certain) || is_one_of(loose));
    found.map(|(exit, certain, _)| (*exit, is_one_of(certain)))
}

fn quote(ids: &[&str], separator: &str) -> String {
    ids.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(separator)
}
