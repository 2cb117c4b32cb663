//! Out and in again: what a map is after CSV, a workbook or a Mermaid diagram, and what each of them cannot hold.

use std::collections::BTreeSet;

use cxmap::graph::Map;
use cxmap::import::{ColumnMap, Imported, Kind, Options, import};
use cxmap::load_str;
use cxmap::model::{Id, Journey, Persona, Scalar as _, Touchpoint};
use cxmap::render::{csv, mermaid, xlsx};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::common::{journeys, repository};
use crate::maps::{Habits, random};

/// Bundled maps, and random ones from nearly empty to everything there.
fn all_maps() -> Vec<(String, Map)> {
    let bundled = journeys()
        .into_iter()
        .map(|path| (path.display().to_string(), std::fs::read_to_string(repository().join(path)).unwrap()));
    let random = (0..80).map(|seed| {
        let fields = [8, 20, 35, 60][usize::try_from(seed % 4).unwrap()];
        (format!("random {seed}"), random(seed, &Habits { touchpoints: 4, phases: 3, fields, slips: 0 }))
    });
    let sound = |(name, text): (String, String)| {
        let mut journey = serde_json::to_value(load_str(&name, &text).map?.journey()).unwrap();
        if name.starts_with("random") {
            distinguish(&mut journey, &mut 0);
        }
        let map = Map::new(serde_json::from_value(journey).ok()?, &name);
        map.clashes().is_empty().then_some((name, map))
    };
    let maps: Vec<_> = bundled.chain(random).filter_map(sound).collect();
    assert!(maps.len() > 70, "{} maps are sound", maps.len());
    maps
}

/// Gives everything a title of its own: the words of random maps are few, and two friction points of one name a mistake.
fn distinguish(value: &mut Value, count: &mut usize) {
    let mut number = |text: &mut Value| {
        if let Value::String(text) = text {
            *count += 1;
            text.extend([" ", &count.to_string()]);
        }
    };
    match value {
        Value::Object(fields) => {
            for (name, field) in fields.iter_mut() {
                match (name.as_str(), field) {
                    ("title", field) => number(field),
                    ("friction_points" | "solutions" | "promises", Value::Array(items)) => {
                        items.iter_mut().for_each(&mut number);
                    }
                    _ => {}
                }
            }
            fields.values_mut().for_each(|value| distinguish(value, count));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| distinguish(item, count)),
        _ => {}
    }
}

fn back(kind: Kind, bytes: &[u8]) -> Imported {
    let mut all = import("t", bytes, &Options { kind: Some(kind), ..Options::default() });
    assert_eq!(all.len(), 1);
    all.remove(0)
}

/// The journey with the ids of its phases and touchpoints written out.
fn with_ids(map: &Map) -> Journey {
    let mut journey = map.journey().clone();
    let id = |id: &str| Some(Id::parse(id).unwrap().into());
    for (phase, reference) in journey.phases.0.iter_mut().zip(map.phases()) {
        phase.id = id(reference.id());
        for (touchpoint, reference) in phase.touchpoints.0.iter_mut().zip(reference.touchpoints()) {
            touchpoint.id = id(reference.id());
        }
    }
    journey
}

fn pretty(journey: &Journey) -> String {
    serde_json::to_string_pretty(journey).unwrap()
}

#[test]
fn sheets_hold_all_of_a_map() {
    for (name, map) in all_maps() {
        for (kind, bytes) in [(Kind::Csv, csv(&map).unwrap()), (Kind::Xlsx, xlsx(&map).unwrap())] {
            let imported = back(kind, &bytes);
            assert!(imported.notes.is_empty(), "{name} {kind:?}: {:#?}", imported.notes);
            assert_eq!(pretty(&imported.journey.unwrap()), pretty(&with_ids(&map)), "{name} {kind:?}");
        }
        assert!(xlsx(&map).unwrap() == xlsx(&map).unwrap(), "{name}: the same bytes every time");
    }
}

/// Texts with what sheets, their programs and Mermaid make something of.
fn texts() -> impl Strategy<Value = String> {
    let traps = [
        "=1+1",
        "'=1",
        "+31 6",
        "-",
        "@SUM(A1)",
        "\"quoted\"",
        "{a: 1}",
        "[b]",
        "a;b",
        "a,b;c\td|e",
        "12",
        "true",
        " a ",
        "geen",
        "n/a",
        "title x",
        "Title",
        "section 1",
        "journey",
        "Journeys",
        "accTitle",
        "accDescr {x}",
        "50% korting",
        "%%",
        "a %% b",
        "5%%",
        "%{x}",
        "%%{init: {}}%%",
        "#35;",
        "C#",
        "#",
        "a: b: 3",
        "10:30",
        "<br/>",
        "<b>R&D</b>",
        "&amp;",
        "style: #x;",
        "classDef a:#b;",
        "\u{fb02}\u{b0}\u{b0}35\u{b6}\u{df}",
        "é🙂 支払う",
        "---",
        "3",
        "1e0",
        "inf",
        "x\ny",
        "}",
        "``` mermaid",
        "\\",
        "_x0041_",
    ];
    prop_oneof![
        3 => prop::sample::select(traps.to_vec()).prop_map(str::to_owned),
        1 => "[ -~é€🙂]{1,12}",
        1 => prop::collection::vec(prop::sample::select(traps.to_vec()), 2..4).prop_map(|parts| parts.join(" ")),
    ]
}

/// A journey with traps wherever a text can stand. Titles have a letter, so that they have an id.
fn trapped(texts: &[String]) -> Map {
    let [a, b, c, d] = texts else { unreachable!() };
    let journey = json!({
        "cxmap": 1, "title": format!("{a} A"), "description": b, "persona": c, "x-own": d, "scale": {"min": 0, "max": 10},
        "channels": {"app": null, "scale": {"title": d}},
        "phases": [
            {"title": format!("{a} P"), "needs": [a, b], "touchpoints": [
                {"id": "t1", "title": format!("{b} x"), "experience": 7, "description": c, "quote": [d, a], "channel": ["app", "scale"],
                 "friction_points": [{"title": format!("{c} y"), "because": d, "solutions": [format!("{a} z")]}, format!("{d} w")]},
                {"id": "t2", "title": format!("{b} x"), "experience": {"level": 10, "because": a}, "actors": [b, c], "x-any": {"k": [a]}}]},
            {"id": "p2", "title": format!("{a} P"), "touchpoints": [{"title": d.to_owned() + " 9", "next": [{"to": "end", "when": b}]}]},
            {"title": "Empty"}
        ]
    });
    Map::new(serde_json::from_value(journey).unwrap(), "t")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_text_is_lost_or_obeyed_in_sheets(texts in prop::collection::vec(texts(), 4)) {
        let map = trapped(&texts);
        let bytes = csv(&map).unwrap();
        for (kind, bytes) in [(Kind::Csv, bytes.as_slice()), (Kind::Xlsx, &xlsx(&map).unwrap())] {
            let imported = back(kind, bytes);
            prop_assert!(imported.notes.is_empty(), "{kind:?}: {:#?}", imported.notes);
            prop_assert_eq!(pretty(&imported.journey.unwrap()), pretty(&with_ids(&map)));
        }
        for cell in ::csv::Reader::from_reader(bytes.as_slice()).records().flat_map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()) {
            let is_number = cell.parse::<f64>().is_ok();
            prop_assert!(is_number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?} is a formula");
        }
    }

    #[test]
    fn a_diagram_holds_what_it_says_it_holds(texts in prop::collection::vec(texts(), 4)) {
        let map = trapped(&texts);
        in_a_diagram(&map)?;
    }
}

/// What a diagram keeps of a map: titles, ratings on a scale from 1 to 5, who takes part, the description.
fn kept(map: &Map) -> Journey {
    let journey = map.journey();
    let (min, max) = journey.scale();
    let name = journey.persona.as_ref().and_then(|persona| persona.name.clone());
    let touchpoints = || journey.phases.iter().flat_map(|phase| &phase.touchpoints);
    let mut kept = Journey { title: one_line(&journey.title).into(), ..Journey::default() };
    kept.description =
        journey.description.as_ref().map(|text| text.lines().map(one_line).collect::<Vec<_>>().join("\n").into());
    let mut people: Vec<String> = touchpoints()
        .flat_map(|touchpoint| touchpoint.actors.iter())
        .chain(&name)
        .map(|actor| one_line(actor))
        .collect();
    people.sort();
    people.dedup();
    let mut taken = Vec::new();
    for phase in &journey.phases {
        let title = one_line(&phase.title);
        let numbered = (2..).map(|number| format!("{title} ({number})"));
        let title = std::iter::once(title.clone()).chain(numbered).find(|title| !taken.contains(title)).unwrap();
        taken.push(title.clone());
        let mut copy = cxmap::model::Phase { title: title.into(), ..Default::default() };
        for touchpoint in &phase.touchpoints {
            let mut task = Touchpoint { title: one_line(&touchpoint.title).into(), ..Touchpoint::default() };
            let level = touchpoint.experience.as_ref().and_then(|experience| experience.level);
            task.experience = level.map(|level| {
                let score = ((1.0 + 4.0 * (level.0 - min) / (max - min)) * 100.0).round() / 100.0;
                serde_json::from_value(json!(score)).unwrap()
            });
            if people.len() > 1 {
                let actors = name.iter().chain(touchpoint.actors.iter()).map(|actor| one_line(actor).into());
                task.actors.0 = actors.collect();
            }
            copy.touchpoints.0.push(task);
        }
        kept.phases.0.push(copy);
    }
    if let ([person], true) = (people.as_slice(), touchpoints().count() > 0) {
        kept.persona = Some(Persona { name: Some(person.clone().into()), ..Persona::default() });
    }
    kept
}

fn one_line(text: &str) -> String {
    let line = cxmap::text::printable(text).split_whitespace().collect::<Vec<_>>().join(" ");
    if line.is_empty() { "–".into() } else { line }
}

fn in_a_diagram(map: &Map) -> Result<(), TestCaseError> {
    let diagram = mermaid(map).unwrap();
    let imported = back(Kind::Mermaid, diagram.text.as_bytes());
    let repaired = imported.notes.iter().filter(|note| !matches!(note.rule, "guess"));
    prop_assert_eq!(repaired.count(), 0, "{}\n{:#?}", diagram.text, imported.notes);
    let mut journey = imported.journey.unwrap();
    // Ids are minted anew, and the language is a guess.
    journey.cxmap = Journey::default().cxmap;
    journey.language = None;
    for phase in &mut journey.phases.0 {
        phase.id = None;
        phase.touchpoints.0.iter_mut().for_each(|touchpoint| touchpoint.id = None);
    }
    prop_assert_eq!(pretty(&journey), pretty(&kept(map)), "{}", diagram.text);
    Ok(())
}

#[test]
fn diagrams_hold_what_they_can_of_every_map() {
    for (name, map) in all_maps().into_iter().filter(|(_, map)| map.touchpoints().len() > 0) {
        in_a_diagram(&map).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}

/// A map in which every field of the format is written.
const EVERY_FIELD: &str = include_str!("../common/every-field.journey.yaml");

/// The names of the fields that a journey has: of the map, of its phases, of its touchpoints.
fn fields_of(journey: &Journey) -> [BTreeSet<String>; 3] {
    let value = serde_json::to_value(journey).unwrap();
    let mut found = [BTreeSet::new(), BTreeSet::new(), BTreeSet::new()];
    let mut add = |at: usize, record: &Value| {
        let names = record.as_object().unwrap().keys().cloned();
        found[at]
            .extend(names.filter(|name| {
                !matches!(name.as_str(), "cxmap" | "phases" | "touchpoints") && !name.starts_with("x-")
            }));
    };
    add(0, &value);
    for phase in value["phases"].as_array().unwrap() {
        add(1, phase);
        phase["touchpoints"].as_array().unwrap().iter().for_each(|touchpoint| add(2, touchpoint));
    }
    found
}

/// The rows of the table on the page about exchange: what a kind of source can hold of the map, a phase, a touchpoint.
fn documented(column: usize) -> [BTreeSet<String>; 3] {
    let page = std::fs::read_to_string(repository().join("docs/exchange.md")).unwrap();
    ["the map", "a phase", "a touchpoint"].map(|of| {
        let row = page.lines().find(|line| line.starts_with(&format!("| {of} |"))).unwrap();
        let cell = row.split('|').nth(column + 2).unwrap();
        cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
    })
}

#[test]
fn the_page_says_what_each_can_hold() {
    let map = load_str("every field", EVERY_FIELD).map.unwrap();
    let all = fields_of(map.journey());
    let counts = all.each_ref().map(BTreeSet::len);
    let known = cxmap::model::schema::fields();
    let count = |of: &str| {
        known
            .iter()
            .filter(|field| field.of == of && !matches!(&*field.name, "cxmap" | "phases" | "touchpoints"))
            .count()
    };
    assert_eq!(counts, [count("a journey map"), count("a phase"), count("a touchpoint")], "every field is written");
    for (kind, bytes) in [(Kind::Csv, csv(&map).unwrap()), (Kind::Xlsx, xlsx(&map).unwrap())] {
        assert_eq!(fields_of(&back(kind, &bytes).journey.unwrap()), all, "{kind:?} hold every field");
    }
    // Ids and the language are made anew; the persona comes back alone where nobody else takes part.
    let diagram = |map: &Map| {
        let mut found = fields_of(&back(Kind::Mermaid, mermaid(map).unwrap().text.as_bytes()).journey.unwrap());
        for fields in &mut found {
            fields.retain(|field| !matches!(field.as_str(), "id" | "language"));
        }
        found
    };
    let mut found = diagram(&map);
    let alone = load_str("alone", &EVERY_FIELD.replace("actors: [Notary]", "owner: x")).map.unwrap();
    found[0].extend(diagram(&alone)[0].iter().cloned());
    assert_eq!(found, documented(1));
    let warnings = mermaid(&map).unwrap().warnings.join("\n");
    for field in all[2].difference(&documented(1)[2]).filter(|field| *field != "id") {
        assert!(warnings.contains(field), "{field} is left out, and nothing is said of it");
    }
    // In a table of anybody's a column can be given every field that is named.
    let takes = |field: &str| ColumnMap::default().add(&format!("X={field}")).is_ok();
    let parts = ["", ".via", ".role", ".level", ".because"];
    let own = |fields: &BTreeSet<String>, before: &str| -> BTreeSet<String> {
        fields
            .iter()
            .filter(|field| parts.iter().any(|part| takes(&format!("{before}{field}{part}"))))
            .cloned()
            .collect()
    };
    assert_eq!(own(&all[2], ""), documented(0)[2]);
    let table = "Titel;Ik meld schade\nPersona;Nadia\nScenario;Regen\nDoel;Geld terug\nEigenaar;Claims\nBeschrijving;Schets\n\n\
        Fase;Stap;Doel;Wie doet dit;Wat is dit;Hoe lang;Behoeften;Pijnpunten;Oplossingen;NPS;Bron;Beleving (0-10)\n\
        Melden;- Ik bel\n;;;;;;;;;;;\n\
        Wachten;\"- Ik wacht\n- Ik bel weer\";Weten;Claims;Schets;3d;Rust;Stilte;Bericht;3;Onderzoek;4\n";
    let mut columns = ColumnMap::default();
    for column in ["Wie doet dit=phase.owner", "Wat is dit=phase.description", "Hoe lang=phase.duration"] {
        columns.add(column).unwrap();
    }
    let imported = import("t.csv", table.as_bytes(), &Options { columns, ..Options::default() }).remove(0);
    let found = fields_of(&imported.journey.unwrap());
    assert_eq!(found[..2], documented(0)[..2], "{:#?}", imported.notes);
}
