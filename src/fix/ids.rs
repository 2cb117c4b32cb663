//! Ids of phases and touchpoints, which are made from their titles, written out: first key of their mappings.

use std::collections::HashSet;

use jiff::civil::Date;

use super::{Mend, Mended, Round, Text as Found};
use crate::diagnostic::Level;
use crate::edit::Fix;
use crate::graph::{Map, PhaseRef, TouchpointRef};
use crate::lint;
use crate::load::Loaded;
use crate::model::{Id, RESERVED_IDS, Text};
use crate::rules::{Policy, Rule};
use crate::source::{Located, Span};

/// The rule about ids that are not written.
const RULE: &str = "missing-id";

/// Writes out the ids that are made from titles; nothing else of the map changes. Left as they are: ids that occur twice
/// or are refused, phases and touchpoints that `*name` repeats, and maps in which a comment ignores the rule `missing-id`.
#[must_use]
pub fn write_out(loaded: Loaded) -> Mended {
    let mut policy = Policy::default();
    if let Some(rule) = Rule::find(RULE) {
        policy.set_level(rule, Level::Info);
    }
    let find = |loaded: &Loaded| lint::find(loaded, Date::default(), &policy);
    let text = Found::new(loaded, &find);
    let is_ignored = text.linted.suppressed.iter().any(|quiet| quiet.finding.rule == RULE);
    let fixes = if is_ignored { Vec::new() } else { missing(&text.loaded) };
    let mends: Vec<_> = fixes.iter().map(|fix| Mend { fix, finding: None }).collect();
    let is_the_same = |after: &Loaded| after.map.as_ref().map(ids) == text.loaded.map.as_ref().map(ids);
    match Round::make(&text, &find, &mends).filter(|(after, _)| is_the_same(&after.loaded)) {
        Some((after, count)) => Mended { loaded: after.loaded, count },
        None => Mended { loaded: text.loaded, count: 0 },
    }
}

fn ids(map: &Map) -> Vec<String> {
    let phases = map.phases().map(PhaseRef::id);
    phases.chain(map.touchpoints().map(TouchpointRef::id)).map(str::to_owned).collect()
}

fn missing(loaded: &Loaded) -> Vec<Fix> {
    let Some(map) = loaded.map.as_ref().filter(|_| !loaded.document.truncated) else { return Vec::new() };
    let clashing: HashSet<_> = map.clashes().iter().flat_map(|clash| [clash.first, clash.second]).collect();
    let repeated = loaded.document.repeated();
    let writer = Writer { text: &loaded.source.text, clashing, repeated };
    let phases = map.phases().filter_map(|phase| {
        let body = phase.body();
        let is_left = !body.broken.has("id");
        is_left.then(|| writer.id(phase.id(), body.id.as_ref(), &body.title, body.place.0)).flatten()
    });
    let touchpoints = map.touchpoints().filter_map(|touchpoint| {
        let body = touchpoint.body();
        let is_left = !body.broken.has("id") && !RESERVED_IDS.contains(&touchpoint.id());
        is_left.then(|| writer.id(touchpoint.id(), body.id.as_ref(), &body.title, body.place.0)).flatten()
    });
    phases.chain(touchpoints).collect()
}

struct Writer<'t> {
    text: &'t str,
    /// The titles and ids of what shares its id with another.
    clashing: HashSet<Span>,
    /// What `*name` repeats elsewhere, in order.
    repeated: Vec<Span>,
}

impl Writer<'_> {
    /// Writes the id of what stands at `place`, if it can have one there.
    fn id(&self, id: &str, written: Option<&Located<Id>>, title: &Text, place: Span) -> Option<Fix> {
        let is_derived = written.is_none() && Id::from_title(title).is_some_and(|derived| derived.as_str() == id);
        let is_single = !self.clashing.contains(&title.span) && !self.repeated.iter().any(|node| node.contains(place));
        if !is_derived || !is_single || place == title.span {
            return None;
        }
        if place.slice(self.text).starts_with('{') { self.in_braces(id, place) } else { self.on_a_line(id, place) }
    }

    fn in_braces(&self, id: &str, place: Span) -> Option<Fix> {
        let rest = &place.slice(self.text)[1..];
        let key = rest.trim_start();
        let at = place.start + 1 + (rest.len() - key.len());
        match key.chars().next()? {
            '"' => Some(Fix::insert(at, format!("\"id\": \"{id}\", "))),
            first if first.is_alphabetic() || first == '\'' => Some(Fix::insert(at, format!("id: {}, ", scalar(id)))),
            _ => None,
        }
    }

    fn on_a_line(&self, id: &str, place: Span) -> Option<Fix> {
        let before = self.text.get(..place.start)?;
        let line = &before[before.rfind(['\n', '\r']).map_or(0, |end| end + 1)..];
        let is_plain = line.chars().all(|c| matches!(c, ' ' | '-'));
        let indent = " ".repeat(line.len());
        is_plain
            .then(|| Fix::insert(place.start, format!("id: {}{}{indent}", scalar(id), self.line_ending(place.start))))
    }

    /// The line ending that is in use at a place.
    fn line_ending(&self, at: usize) -> &'static str {
        let ending = self.text.get(at..).and_then(|rest| rest.find(['\n', '\r']).map(|end| &rest[end..]));
        match ending {
            Some(ending) if ending.starts_with("\r\n") => "\r\n",
            Some(ending) if ending.starts_with('\r') => "\r",
            _ => "\n",
        }
    }
}

/// An id as YAML reads it as text, and not as nothing, a number or a truth.
fn scalar(id: &str) -> String {
    let is_number = id.starts_with(|c: char| c.is_ascii_digit());
    let is_word = matches!(id, "null" | "true" | "false" | "yes" | "no" | "on" | "off" | "y" | "n" | "nan" | "inf");
    if is_number || is_word { format!("\"{id}\"") } else { id.to_owned() }
}
