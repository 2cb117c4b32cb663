//! Mermaid diagrams: what Mermaid draws is read as it draws it, what it refuses or gets wrong is said.

use cxmap::import::note::{REPAIR, UNREADABLE};
use cxmap::import::{Imported, Kind, Options, import};
use cxmap::model::Touchpoint;
use serde::Deserialize;

/// Diagrams with what Mermaid 11.17.2 makes of them: made of its traps at random, parsed by Mermaid itself.
const AGREED: &str = include_str!("mermaid.json");

#[derive(Deserialize)]
struct Case {
    diagram: String,
    mermaid: Drawn,
}

#[derive(Deserialize)]
struct Drawn {
    error: Option<String>,
    #[serde(default)]
    title: String,
    #[serde(default)]
    tasks: Vec<Task>,
}

#[derive(Deserialize)]
struct Task {
    section: String,
    task: String,
    /// Absent where Mermaid takes the score for no number.
    score: Option<f64>,
    people: Vec<String>,
}

/// A touchpoint or task as both tell it: phase, title, rating, and who takes part.
type Row = (String, String, Option<f64>, Vec<String>);

fn read(diagram: &str) -> Imported {
    let options = Options { kind: Some(Kind::Mermaid), ..Options::default() };
    import("t.mmd", diagram.as_bytes(), &options).remove(0)
}

/// A text as a page shows it.
fn shown(text: &str) -> String {
    let plain = text.replace("&quot;", "\"").replace("&#35;", "#").replace("<br>", " ").replace("<br/>", " ");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What Mermaid draws, where a map can hold it: a score off its scale is no rating.
fn theirs(mermaid: &Drawn, title: &str) -> Vec<Row> {
    let named = |text: String, otherwise: &str| if text.is_empty() { otherwise.to_owned() } else { text };
    let row = |task: &Task| {
        let people = task.people.iter().map(|name| shown(name)).filter(|name| !name.is_empty());
        let score = task.score.filter(|score| (1.0..=5.0).contains(score));
        (named(shown(&task.section), title), named(shown(&task.task), "–"), score, people.collect())
    };
    mermaid.tasks.iter().map(row).collect()
}

fn ours(imported: &Imported) -> Vec<Row> {
    let Some(journey) = &imported.journey else { return Vec::new() };
    let persona = journey.persona.as_ref().and_then(|persona| persona.name.as_ref());
    let level = |touchpoint: &Touchpoint| touchpoint.experience.as_ref()?.level.map(|level| level.0);
    let mut rows = Vec::new();
    for phase in &journey.phases {
        for touchpoint in &phase.touchpoints {
            let people = touchpoint.actors.iter().chain(persona).map(|name| name.value.clone());
            rows.push((phase.title.value.clone(), touchpoint.title.value.clone(), level(touchpoint), people.collect()));
        }
    }
    rows
}

/// Why our reading is not Mermaid's; `None` where they agree.
fn disagreement(case: &Case) -> Option<String> {
    let imported = read(&case.diagram);
    let is_said = imported.notes.iter().any(|note| matches!(note.rule, REPAIR | UNREADABLE));
    if case.mermaid.error.is_some() {
        return (!is_said).then(|| "Mermaid refuses this, and nothing is said of it".into());
    }
    if imported.journey.is_none() {
        return (!case.mermaid.tasks.is_empty()).then(|| "Mermaid draws this, and nothing is read".into());
    }
    if is_said {
        return None;
    }
    let title = imported.journey.as_ref().map(|journey| journey.title.value.clone()).unwrap_or_default();
    if !case.mermaid.title.trim().is_empty() && title != shown(&case.mermaid.title) {
        return Some(format!("the title is “{title}”, and to Mermaid “{}”", case.mermaid.title));
    }
    let theirs = theirs(&case.mermaid, &title);
    let ours = ours(&imported);
    let is_same = theirs.len() == ours.len()
        && theirs.iter().zip(&ours).all(|(theirs, ours)| {
            // A lone actor is the persona, and takes part in every task then.
            let people =
                theirs.3 == ours.3 || (theirs.3.is_empty() && imported.journey.as_ref().unwrap().persona.is_some());
            // Our readers know decimal numbers alone.
            let score = theirs.2 == ours.2 || case.diagram.contains("0x3");
            theirs.0 == ours.0 && theirs.1 == ours.1 && score && people
        });
    (!is_same).then(|| format!("theirs: {theirs:?}\nours: {ours:?}"))
}

#[test]
fn mermaids_own_parser_agrees() {
    let cases: Vec<Case> = serde_json::from_str(AGREED).unwrap();
    let wrong = cases.iter().filter_map(|case| Some(format!("{}\n⇒ {}\n", case.diagram, disagreement(case)?)));
    let wrong: Vec<_> = wrong.collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
    let drawn = cases.iter().filter(|case| case.mermaid.tasks.len() > 1);
    let is_compared = |case: &&Case| !read(&case.diagram).notes.iter().any(|note| note.rule == REPAIR);
    assert!(drawn.filter(is_compared).count() * 6 > cases.len(), "too few cases compare anything");
}
