//! The map as a Mermaid `journey` diagram, for where Mermaid is built in. Mermaid has few fields: what it cannot hold is
//! said.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::{Map as Fields, Value};

use crate::graph::{Map, TouchpointRef};
use crate::text::{counted, printable};

/// A diagram, and what it does not tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mermaid {
    /// The diagram.
    pub text: String,
    /// What is left out or changed, in sentences.
    pub warnings: Vec<String>,
}

/// What a diagram holds of a map, of a phase, and of a touchpoint; and what says nothing that is lost with it.
const HELD: [&[&str]; 3] = [
    &["cxmap", "id", "title", "description", "persona", "scale", "phases"],
    &["id", "title", "touchpoints"],
    &["id", "title", "experience", "actors"],
];

/// The map as a diagram: phases as sections, touchpoints as tasks with their experience on a scale from 1 to 5, the persona
/// and the other actors as actors. Every text is escaped so that Mermaid shows it as it is.
///
/// # Errors
/// When the author's own `x-` keys hold what JSON cannot.
pub fn mermaid(map: &Map) -> serde_json::Result<Mermaid> {
    let journey = map.journey();
    let mut text = format!("journey\n    title {}\n", escaped(&journey.title));
    if let Some(description) = &journey.description {
        text.push_str(&accessible(description));
    }
    let mut warnings = Vec::new();
    let mut taken = BTreeSet::new();
    for phase in map.phases() {
        let (name, is_new) = section(phase.title(), &mut taken);
        if !is_new {
            warnings.push(format!(
                "two phases are called “{0}”: Mermaid would draw them as one, so the second is “{name}” there",
                printable(phase.title())
            ));
        }
        let _ = writeln!(text, "    section {}", escaped(&name));
        for touchpoint in phase.touchpoints() {
            let _ = writeln!(text, "      {}", task(touchpoint));
        }
    }
    let unrated = map.touchpoints().filter(|touchpoint| touchpoint.experience().is_none()).count();
    if unrated > 0 {
        let (what, have) = (counted(unrated, "touchpoint"), if unrated == 1 { "has" } else { "have" });
        warnings.push(format!("{what} {have} no rating of the experience: Mermaid draws that as 0"));
    }
    let left_out = left_out(&serde_json::to_value(journey)?);
    if !left_out.is_empty() {
        warnings.push(format!("Mermaid has no place for these fields, which are left out: {}", left_out.join(", ")));
    }
    Ok(Mermaid { text, warnings })
}

/// A name that no section before has; and whether it is the phase's own.
fn section(title: &str, taken: &mut BTreeSet<String>) -> (String, bool) {
    let title = line(title);
    let numbered = (2..).map(|number| format!("{title} ({number})"));
    let name = std::iter::once(title.clone()).chain(numbered).find(|name| taken.insert(name.clone()));
    let name = name.unwrap_or_default();
    let is_own = name == title;
    (name, is_own)
}

/// A touchpoint as a task: its name, its score, who takes part.
fn task(touchpoint: TouchpointRef<'_>) -> String {
    let (min, max) = touchpoint.map().journey().scale();
    let score = touchpoint.experience().map(|level| {
        let score = 1.0 + (level - min) / (max - min) * 4.0;
        ((score * 100.0).round() / 100.0).to_string()
    });
    let persona = touchpoint.map().journey().persona.as_ref().and_then(|persona| persona.name.as_ref());
    let actors: Vec<_> = persona.into_iter().chain(&touchpoint.body().actors).map(|name| actor(name)).collect();
    let task = format!("{}: {}", name(touchpoint.title()), score.unwrap_or_default());
    if actors.is_empty() { task } else { format!("{task}: {}", actors.join(", ")) }
}

/// Words that begin something else than a task.
const WORDS: [&str; 5] = ["title", "section", "journey", "acctitle", "accdescr"];

/// The name of a task: none of Mermaid's own words stands at its beginning.
fn name(title: &str) -> String {
    let title = line(title);
    let lower = title.to_ascii_lowercase();
    match title.chars().next() {
        Some(first) if WORDS.iter().any(|word| lower.starts_with(word)) => {
            format!("{}{}", entity(first), escaped(&title[first.len_utf8()..]))
        }
        _ => escaped(&title),
    }
}

/// An actor: a name that reads as a number would be taken for a score.
fn actor(name: &str) -> String {
    let name = line(name);
    match name.chars().next() {
        Some(first) if name.parse::<f64>().is_ok() => format!("{}{}", entity(first), &name[first.len_utf8()..]),
        _ => escaped(&name).replace(',', &entity(',')),
    }
}

/// What the diagram says to people who do not see it: one line, or a block.
fn accessible(description: &str) -> String {
    let lines: Vec<_> = description.lines().map(|text| escaped(text).replace('}', &entity('}'))).collect();
    match lines.as_slice() {
        [one] => format!("    accDescr: {one}\n"),
        lines => format!("    accDescr {{\n      {}\n    }}\n", lines.join("\n      ")),
    }
}

/// A text on one line, with every sign that means something to Mermaid, to its comments, its entities or to the page as an
/// entity. An escaped colon is also safe from Mermaid's search for styles (`style…:…#…;`).
fn escaped(text: &str) -> String {
    let text = line(text);
    let mut safe = String::with_capacity(text.len() + 8);
    let mut previous = None;
    for (at, c) in text.char_indices() {
        let next = text[at + c.len_utf8()..].chars().next();
        match c {
            '#' | ';' | ':' | '<' | '>' | '&' | '"' | 'ﬂ' | '¶' | '\u{e000}' | '\u{e001}' => {
                safe.push_str(&entity(c));
            }
            '%' if previous.is_none() || previous == Some('%') || next == Some('%') => safe.push_str(&entity(c)),
            c => safe.push(c),
        }
        previous = Some(c);
    }
    safe
}

fn entity(c: char) -> String {
    format!("#{};", u32::from(c))
}

fn line(text: &str) -> String {
    let text = printable(text);
    let words: Vec<_> = text.split_whitespace().collect();
    if words.is_empty() { "–".into() } else { words.join(" ") }
}

/// The fields of a map that a diagram has no place for, each once, in the order of the map.
fn left_out(journey: &Value) -> Vec<String> {
    let mut found = Vec::new();
    let mut add = |before: &str, fields: &Fields<String, Value>, held: &[&str]| {
        let others = fields.keys().filter(|name| !held.contains(&name.as_str()));
        for name in others.map(|name| format!("{before}{name}")) {
            if !found.contains(&name) {
                found.push(name);
            }
        }
    };
    let Some(map) = journey.as_object() else { return found };
    let [of_map, of_phase, of_touchpoint] = HELD;
    add("", map, of_map);
    if let Some(persona) = map.get("persona").and_then(Value::as_object) {
        add("persona.", persona, &["name"]);
    }
    let list = |value: Option<&Value>| value.and_then(Value::as_array).cloned().unwrap_or_default();
    for phase in list(map.get("phases")) {
        add("phase.", phase.as_object().unwrap_or(&Fields::new()), of_phase);
        for touchpoint in list(phase.get("touchpoints")) {
            let Some(fields) = touchpoint.as_object() else { continue };
            add("", fields, of_touchpoint);
            if let Some(experience) = fields.get("experience").and_then(Value::as_object) {
                add("experience.", experience, &["level"]);
            }
        }
    }
    found
}
