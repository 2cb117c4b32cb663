//! Tables and outlines: which way round they are, what their columns mean, and what a cell holds.

use cxmap::import::{ColumnMap, Imported, Options, import};
use cxmap::model::{Journey, Touchpoint};
use proptest::prelude::*;

fn read_as(name: &str, text: &str, map: &[&str]) -> Imported {
    let mut options = Options { columns: ColumnMap::default(), ..Options::default() };
    for column in map {
        options.columns.add(column).unwrap();
    }
    let mut all = import(name, text.as_bytes(), &options);
    assert_eq!(all.len(), 1, "{all:#?}");
    all.remove(0)
}

fn journey(name: &str, text: &str) -> Journey {
    let imported = read_as(name, text, &[]);
    imported.journey.unwrap_or_else(|| panic!("{:#?}", imported.notes))
}

fn touchpoints(journey: &Journey) -> Vec<&Touchpoint> {
    journey.phases.iter().flat_map(|phase| &phase.touchpoints).collect()
}

/// Each phase with the titles of its touchpoints.
fn outline(journey: &Journey) -> Vec<(String, Vec<String>)> {
    let titles = |touchpoints: &[Touchpoint]| touchpoints.iter().map(|t| t.title.value.clone()).collect();
    journey.phases.iter().map(|phase| (phase.title.value.clone(), titles(&phase.touchpoints))).collect()
}

fn levels(journey: &Journey) -> Vec<Option<f64>> {
    touchpoints(journey).iter().map(|t| t.experience.as_ref().and_then(|e| e.level).map(|level| level.0)).collect()
}

fn wanted(phases: &[(&str, &[&str])]) -> Vec<(String, Vec<String>)> {
    let owned = |titles: &[&str]| titles.iter().map(|title| (*title).to_owned()).collect();
    phases.iter().map(|(phase, titles)| ((*phase).to_owned(), owned(titles))).collect()
}

#[test]
fn stages_as_rows_and_stages_as_columns_are_the_same_journey() {
    let rows = "Stage,Action,Channel,Emotion (1-5)\nChoose,I compare,web,2\nBuy,I pay,app,4\n";
    let columns = "Stage,Choose,Buy\nAction,I compare,I pay\nChannel,web,app\nEmotion (1-5),2,4\n";
    let unnamed = ",Choose,Buy\nAction,I compare,I pay\nChannel,web,app\nEmotion (1-5),2,4\n";
    let upright = journey("t.csv", rows);
    assert_eq!(outline(&upright), wanted(&[("Choose", &["I compare"]), ("Buy", &["I pay"])]));
    assert_eq!(levels(&upright), [Some(2.0), Some(4.0)]);
    assert_eq!(journey("t.csv", columns), upright);
    assert_eq!(journey("t.csv", unnamed), upright);
}

#[test]
fn two_lines_of_names_are_phases_and_steps() {
    let text = ",Kiezen,,Kopen\n,Ik zoek,Ik vraag,Ik betaal\nKanaal,web,winkel,app\nPijnpunten,,Geen personeel,\n";
    let journey = journey("t.csv", text);
    assert_eq!(outline(&journey), wanted(&[("Kiezen", &["Ik zoek", "Ik vraag"]), ("Kopen", &["Ik betaal"])]));
    let friction = touchpoints(&journey)[1].friction_points[0].title.as_ref().unwrap();
    assert_eq!(friction.value, "Geen personeel");
}

#[test]
fn scales_are_kept_or_put_on_the_one_of_the_experience() {
    let text = "fase;stap;verwachting (0-10);beleving (-2 tot 2)\na;b;10;-1\na;c;5;2\na;d;0;\n";
    let journey = journey("t.csv", text);
    let scale = journey.scale.as_ref().map(|scale| (scale.min.0, scale.max.0));
    assert_eq!((scale, levels(&journey)), (Some((-2.0, 2.0)), vec![Some(-1.0), Some(2.0), None]));
    // 0–10 on −2…2: ten is two, five is nought.
    let expected: Vec<_> =
        touchpoints(&journey).iter().map(|t| t.expectation.as_ref().unwrap().level.unwrap().0).collect();
    assert_eq!(expected, [2.0, 0.0, -2.0]);
}

#[test]
fn what_has_no_one_reading_stays_a_feeling() {
    let text =
        "phase,step,emotion\na,b,😀\na,c,frustrated\na,d,zeer tevreden\na,e,4/5 proud\na,f,\"curious, hopeful\"\n";
    let journey = journey("t.csv", text);
    assert_eq!(levels(&journey), [Some(5.0), None, Some(5.0), Some(4.0), None]);
    let feelings: Vec<Vec<_>> =
        touchpoints(&journey).iter().map(|t| t.feeling.iter().map(|f| f.value.as_str()).collect()).collect();
    assert_eq!(feelings, [vec![], vec!["frustrated"], vec![], vec!["proud"], vec!["curious", "hopeful"]]);
}

#[test]
fn a_row_without_a_touchpoint_goes_on_with_the_one_above() {
    let text = "Phase,Touchpoint,Pain points\nChoose,I compare,No prices\n,,Jargon\nBuy,I pay,\n";
    let imported = read_as("t.csv", text, &[]);
    let journey = imported.journey.unwrap();
    assert_eq!(touchpoints(&journey)[0].friction_points.len(), 2);
    assert!(imported.notes.iter().any(|note| note.message.contains("row without a touchpoint")));
}

#[test]
fn columns_mean_what_the_user_says() {
    let text = "Deel,Wat,Waardering,Kleur\nKiezen,Ik zoek,3,rood\n";
    let map = ["Deel=phase", "Wat=touchpoint", "Waardering=experience", "Kleur=-"];
    let journey = read_as("t.csv", text, &map).journey.unwrap();
    assert_eq!(outline(&journey), wanted(&[("Kiezen", &["Ik zoek"])]));
    assert!(touchpoints(&journey)[0].extensions.0.is_empty());
    let mut columns = ColumnMap::default();
    let error = columns.add("Deel=phasee").unwrap_err();
    assert!(error.contains("did you mean `phase`?"), "{error}");
}

#[test]
fn encodings_and_delimiters_are_found() {
    let text = "Fase;Stap;Pijnpunten\nOriënteren;Ik bel;Geen café\n";
    let wanted = journey("t.csv", text);
    let latin: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let wide: Vec<u8> = std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let marked = [b"\xef\xbb\xbf", text.as_bytes()].concat();
    for bytes in [latin, wide, marked, text.replace('\n', "\r\n").into(), text.replace(';', "\t").into()] {
        let found = import("t.csv", &bytes, &Options::default()).remove(0);
        assert_eq!(found.journey.as_ref(), Some(&wanted), "{:?}", String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn an_outline_is_a_table_of_its_own() {
    let text = "# I move\n\nPersona: Ann\n\n## Plan\n\n### I book\n- channel: phone\n- pain points:\n  - nobody answers\n  \
                - dear\n\nSome *text*.\n\n## Move\n### I drive\n- **duration**: 2 hours\n";
    let journey = journey("t.md", text);
    assert_eq!(outline(&journey), wanted(&[("Plan", &["I book"]), ("Move", &["I drive"])]));
    let all = touchpoints(&journey);
    assert_eq!(journey.title.value, "I move");
    assert_eq!(all[0].friction_points.len(), 2);
    assert_eq!(all[0].description.as_ref().unwrap().value, "Some text.");
    assert_eq!(all[1].duration.unwrap().as_secs(), 7200);
}

#[test]
fn several_tables_under_headings_are_the_phases_of_one_journey() {
    let text = "# I buy\n## Choose\n| Step | Channel |\n|--|--|\n| I look | web |\n| I ask | shop |\n\
                ## Pay\n| Step | Channel |\n|--|--|\n| I pay | app |\n";
    let journey = journey("t.md", text);
    assert_eq!(outline(&journey), wanted(&[("Choose", &["I look", "I ask"]), ("Pay", &["I pay"])]));
    assert_eq!(journey.title.value, "I buy");
}

#[test]
fn ids_are_short_unique_and_never_reserved() {
    let long = "I fill in the form with everything that they know about me already";
    let text = format!("phase,step\nEnd,End\nEnd,End\nEnd,!!\nEnd,{long}\n");
    let journey = journey("t.csv", &text);
    let ids: Vec<_> = touchpoints(&journey).iter().map(|t| t.id.as_ref().unwrap().to_string()).collect();
    assert_eq!(ids, ["end-2", "end-3", "touchpoint", "i-fill-in-the-form-with-everything-that-they"]);
}

/// Every text that stands anywhere in a journey.
fn texts(journey: &Journey) -> String {
    serde_json::to_string(journey).unwrap()
}

proptest! {
    /// Whatever words stand in the cells of a table, each of them is somewhere in the map.
    #[test]
    fn nothing_is_dropped(
        header in prop::collection::vec(prop::sample::select(vec![
            "Phase", "Step", "Action", "Touchpoint", "Channel", "Emotion", "Goal", "Owner", "Pain points", "Thinking",
            "Colour", "", "Duration", "Measures", "Persona", "Expectation", "Description", "Next steps",
        ]), 2..7),
        rows in prop::collection::vec(prop::collection::vec(0_u32..12, 7), 1..6),
    ) {
        let mut text = header.join(",");
        let mut words = Vec::new();
        for (at, row) in rows.iter().enumerate() {
            text.push('\n');
            let cells = row.iter().take(header.len()).enumerate().map(|(column, kind)| match kind {
                0 | 1 => String::new(),
                2 => "3".into(),
                _ => {
                    let word = format!("w{at}x{column}");
                    words.push(word.clone());
                    word
                }
            });
            text.push_str(&cells.collect::<Vec<_>>().join(","));
        }
        let imported = import("t.csv", text.as_bytes(), &Options::default()).remove(0);
        if let Some(journey) = &imported.journey {
            let kept = texts(journey);
            for word in words {
                prop_assert!(kept.contains(&word), "{word} is lost of\n{text}\n{kept}");
            }
        }
    }

    /// No text of a cell breaks the file that is written.
    #[test]
    fn what_is_written_is_what_was_read(title in "\\PC{1,20}", friction in any::<String>()) {
        let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
        let text = format!("phase,touchpoint,friction_points\nA,{},{}\n", quoted(&title), quoted(&friction));
        let imported = import("t.csv", text.as_bytes(), &Options::default()).remove(0);
        if let Some(journey) = &imported.journey {
            let yaml = cxmap::import::to_yaml(journey).unwrap();
            let loaded = cxmap::load_str("t.journey.yaml", &yaml);
            prop_assert!(loaded.diagnostics.is_empty(), "{:?}\n{yaml}", loaded.diagnostics);
            let again: Journey = serde_yaml::from_str(&yaml).unwrap();
            prop_assert_eq!(&again, journey);
        }
    }
}

#[test]
fn figures_count_before_faces() {
    let text = "fase;stap;emotie;rapportcijfer (1-10)\na;b;😡 moedeloos;2\na;c;🙂;\n";
    let journey = journey("t.csv", text);
    // The second has a face alone: four of five is 7.75 of ten.
    assert_eq!(levels(&journey), [Some(2.0), Some(7.75)]);
    assert_eq!(touchpoints(&journey)[0].feeling[0].value, "😡 moedeloos");
    assert!(touchpoints(&journey).iter().all(|touchpoint| touchpoint.extensions.0.is_empty()));
}
