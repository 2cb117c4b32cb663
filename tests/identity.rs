//! What a finding is known by survives what people do to maps: on every bundled journey, as it is and with mistakes
//! planted all over it.

mod common;

use std::collections::BTreeSet;
use std::fs;

use common::{journeys, repository};
use cxmap::identity::{Identity, identities};
use cxmap::lint::find;
use cxmap::load_str;
use cxmap::model::Profile;
use cxmap::rules::Policy;
use cxmap::yaml::Document;
use serde_json::{Map, Value};

/// What the findings in a text are known by, strictly judged.
fn known(text: &str) -> BTreeSet<Identity> {
    let today = jiff::civil::date(2026, 11, 21);
    let linted = find(&load_str("a.journey.yaml", text), today, &Policy::of(Profile::Governed));
    identities(&linted).iter().map(|identified| identified.identity).collect()
}

/// Every bundled journey as data.
fn maps() -> Vec<(String, Value)> {
    let read = |path: std::path::PathBuf| {
        let text = fs::read_to_string(repository().join(&path)).unwrap();
        (path.display().to_string(), serde_yaml::from_str(&text).unwrap())
    };
    journeys().into_iter().map(read).collect()
}

/// Calls `edit` with every mapping, the innermost first, and the field that it stands in.
fn each(value: &mut Value, field: &str, edit: &mut impl FnMut(&str, &mut Map<String, Value>)) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| each(item, field, edit)),
        Value::Object(map) => {
            for (key, value) in map.iter_mut() {
                each(value, key, edit);
            }
            edit(field, map);
        }
        _ => {}
    }
}

/// Mistakes in every touchpoint, friction point and measure.
fn plant(map: &mut Value) {
    each(map, "", &mut |field, map| {
        if ["touchpoints", "friction_points", "measures", "solutions"].contains(&field) {
            map.insert("frends".into(), "x".into());
        }
        if field == "touchpoints" {
            map.insert("experience".into(), 99.into());
            map.insert("expectation".into(), 98.into());
            map.insert("replaced_by".into(), serde_json::json!(["nergens", "nulle-part"]));
        }
        if field == "friction_points" {
            map.insert("severity".into(), "grave".into());
            map.insert("also_at".into(), serde_json::json!(["nergens", "nulle-part"]));
        }
    });
}

/// Edits every journey, as it is and with mistakes, and sees whether the findings are still the same.
fn survives(edit: impl Fn(&Value) -> String) {
    let (mut found, mut edited) = (0, 0);
    for (path, mut map) in maps() {
        for is_planted in [false, true] {
            if is_planted {
                plant(&mut map);
            }
            let (before, text) = (map.to_string(), edit(&map));
            let known_before = known(&before);
            let known_after = known(&text);
            let lost: Vec<_> = known_before.symmetric_difference(&known_after).collect();
            assert!(lost.is_empty(), "{path}, planted: {is_planted}: {lost:?} differ");
            found += known_before.len();
            edited += usize::from(before != text);
        }
    }
    assert!(found > 500, "there is something to recognise: {found}");
    assert!(edited >= 30, "something is done: {edited}");
}

#[test]
fn another_notation() {
    survives(|map| serde_yaml::to_string(map).unwrap());
    survives(|map| serde_json::to_string_pretty(map).unwrap());
}

#[test]
fn comments_and_blank_lines() {
    for path in journeys() {
        let text = fs::read_to_string(repository().join(path)).unwrap();
        let mut edited = text.clone();
        let mut entries = Document::read(&text).entries();
        entries.sort_by_key(|entry| entry.start);
        for entry in entries.iter().rev() {
            let start = text[..entry.start].rfind('\n').map_or(0, |at| at + 1);
            let is_first = text[start..entry.start].chars().all(|c| c == ' ');
            // A blank line would part a comment for cxmap from what it speaks of.
            let is_parted = text[..start].trim_end().lines().last().is_some_and(|line| line.contains('#'));
            if is_first && !is_parted {
                edited.insert_str(start, "\n   # Nog te bespreken\n\n");
            }
        }
        assert!(edited.len() > text.len() + 200);
        assert_eq!(known(&edited), known(&text));
    }
}

#[test]
fn fields_in_another_order() {
    survives(|map| {
        let mut map = map.clone();
        each(&mut map, "", &mut |_, map| *map = std::mem::take(map).into_iter().rev().collect());
        map.to_string()
    });
}

#[test]
fn items_in_another_order_where_it_means_nothing() {
    let unordered =
        ["friction_points", "measures", "solutions", "promises", "evidence", "employee", "also_at", "replaced_by"];
    survives(|map| {
        let mut map = map.clone();
        each(&mut map, "", &mut |_, map| {
            for (_, list) in map.iter_mut().filter(|(key, _)| unordered.contains(&key.as_str())) {
                if let Value::Array(items) = list {
                    items.reverse();
                }
            }
        });
        map.to_string()
    });
}

#[test]
fn other_titles_where_ids_stay() {
    survives(|map| {
        let mut map = map.clone();
        each(&mut map, "", &mut |_, map| {
            if let (true, Some(Value::String(title))) = (map.contains_key("id"), map.get_mut("title")) {
                title.push_str(", zoals besproken");
            }
        });
        map.to_string()
    });
}

#[test]
fn the_short_form_and_the_long_one() {
    survives(|map| {
        let mut map = map.clone();
        each(&mut map, "", &mut |field, map| {
            for name in ["expectation", "experience"].into_iter().filter(|_| field == "touchpoints") {
                if let Some(rating) = map.get_mut(name).filter(|rating| rating.is_number()) {
                    *rating = serde_json::json!({"level": rating.clone()});
                }
            }
        });
        map.to_string()
    });
}

#[test]
fn a_mistake_more_is_one_more() {
    for (path, mut map) in maps() {
        plant(&mut map);
        let before = known(&map.to_string());
        let first = map.pointer_mut("/phases/0/touchpoints/0").or(None);
        let Some(Value::Object(touchpoint)) = first else { continue };
        touchpoint.insert("vrienden".into(), "x".into());
        let after = known(&map.to_string());
        assert_eq!((before.difference(&after).count(), after.difference(&before).count()), (0, 1), "{path}");
    }
}

/// Findings that say several things at once: ids, upkeep, phases without touchpoints, statuses that ended on one day.
const SEVERAL: &str = "cxmap: 1
title: Je paie
language: fr
channels:
  agence: {title: Agence, status: {level: unavailable, until: 2026-06-30}}
  poste: {title: Courrier, status: {level: limited, until: 2026-06-30}}
  web: Site
phases:
  - title: Choisir
    touchpoints:
      - {title: Je compare, channel: web, next: [{to: je-paie, share: 40%}, {to: end, share: 40%}]}
      - {title: Je paie, channel: web}
  - title: Utiliser
  - title: Partir
";

#[test]
fn what_comes_first_does_not_matter() {
    let before = known(SEVERAL);
    assert!(before.len() >= 5, "{before:?}");
    for (from, to) in [
        (
            "next: [{to: je-paie, share: 40%}, {to: end, share: 40%}]",
            "next: [{to: end, share: 40%}, {to: je-paie, share: 40%}]",
        ),
        ("  - title: Utiliser\n  - title: Partir\n", "  - title: Partir\n  - title: Utiliser\n"),
        ("  web: Site\n", ""),
    ] {
        let after = SEVERAL
            .replace(from, to)
            .replace("channels:\n", if to.is_empty() { "channels:\n  web: Site\n" } else { "channels:\n" });
        assert_eq!(known(&after), before, "{from}");
    }
}

#[test]
fn mending_a_part_brings_nothing_new() {
    let before = known(SEVERAL);
    for (from, to) in [
        ("language: fr\n", "language: fr\nowner: Nadia\n"),
        ("language: fr\n", "language: fr\nreview: {last: 2026-11-01, every: P1Y}\n"),
        ("{title: Je paie, ", "{id: je-paie, title: Je paie, "),
        ("  - title: Utiliser\n", ""),
        ("- title: Choisir\n", "- title: Choisir\n    id: choisir\n"),
    ] {
        let after = known(&SEVERAL.replace(from, to));
        let new: Vec<_> = after.difference(&before).collect();
        assert!(new.is_empty(), "{to}: {new:?}");
    }
}
