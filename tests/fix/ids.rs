//! `cxmap lint --fix=ids`: ids are written out, and nothing else changes.

use std::fs;

use proptest::prelude::*;

use crate::common::{cxmap, cxmap_in, cxmap_with_stdin, folder, journeys, repository};

fn written(text: &str) -> String {
    let run = cxmap_with_stdin(
        &["lint", "--fix=ids", "--isolated", "-q", "-f", "concise", "--today", "2026-11-21", "-"],
        text,
    );
    run.stdout
}

#[test]
fn the_id_becomes_the_first_key() {
    let before = "\
cxmap: 1
title: t
phases:
  - title: Ik kies # nu
    touchpoints:
    - title: Één premie, twee?
      channel: web
    -   # waar het begint
      description: hier
      title: 2020
    - {title: 'Null'}
    - { 'title': Ik bel }
    - {
        \"title\": \"Ik betaal\"}
    - id: eigen
      title: Ik heb er een
  - &fase
    title: Ik gebruik
    touchpoints:
      - &keer {title: Eén keer}
";
    let after = "\
cxmap: 1
title: t
phases:
  - id: ik-kies
    title: Ik kies # nu
    touchpoints:
    - id: één-premie-twee
      title: Één premie, twee?
      channel: web
    -   # waar het begint
      id: \"2020\"
      description: hier
      title: 2020
    - {id: \"null\", title: 'Null'}
    - { id: ik-bel, 'title': Ik bel }
    - {
        \"id\": \"ik-betaal\", \"title\": \"Ik betaal\"}
    - id: eigen
      title: Ik heb er een
  - &fase
    id: ik-gebruik
    title: Ik gebruik
    touchpoints:
      - &keer {id: eén-keer, title: Eén keer}
";
    assert_eq!(written(before), after);
    assert_eq!(written(after), after, "a second run changes nothing");
    for ending in ["\r\n", "\r"] {
        assert_eq!(written(&before.replace('\n', ending)), after.replace('\n', ending));
    }
}

#[test]
fn ids_that_would_be_wrong_are_not_written() {
    let phases = |touchpoints: &str| {
        format!("cxmap: 1\ntitle: t\nphases:\n  - id: p\n    title: P\n    touchpoints:\n{touchpoints}")
    };
    for text in [
        phases("      - title: Twee keer\n      - title: Twee keer\n"),
        phases("      - &t {title: Twee keer}\n      - *t\n"),
        phases("      - &t {title: Ook elders}\n      - id: b\n        title: b\n        x-t: *t\n"),
        phases("      - title: End\n"),
        phases("      - title: '!?'\n"),
        phases("      - Alleen een titel\n"),
        phases("      - idd: a\n        title: Er staat er een\n"),
        phases("      - title: Een schets # cxmap: ignore[missing-id] nog lang niet klaar\n"),
        phases("      - title: Kapot\n      - title: [\n"),
    ] {
        assert_eq!(written(&text), text);
    }
}

#[test]
fn a_run_says_how_many_were_written_and_a_preview_shows_them() {
    let map = "cxmap: 1\ntitle: t\nphases:\n  - title: Kiezen\n    touchpoints:\n      - title: Ik kies\n";
    let folder = folder(&[("a.journey.yaml", map)]);
    let run = cxmap_in(folder.path(), &["lint", "--fix=ids", "--diff"]);
    assert_eq!((run.stderr.as_str(), run.status), ("would write 2 ids in 1 file\n", 1));
    assert!(
        run.stdout.contains("+  - id: kiezen\n") && run.stdout.contains("+      - id: ik-kies\n"),
        "{}",
        run.stdout
    );
    let run = cxmap_in(folder.path(), &["lint", "--fix=ids"]);
    assert_eq!((run.stderr.as_str(), run.status), ("wrote 2 ids in 1 file; nothing to report in 1 map\n", 0));
    let plain = cxmap_with_stdin(&["lint", "--fix", "--profile", "governed", "--isolated", "-q", "-"], map);
    assert_eq!(plain.stdout, map, "plain `--fix` writes no ids");
    assert_eq!(cxmap(&["lint", "--fix=everything", "journeys"]).status, 2);
}

/// What is found in a map but for `missing-id`, without places, and what `cxmap diff` says of two.
fn nothing_else_changes(before: &str, after: &str) {
    let folder = folder(&[("before/map.yaml", before), ("after/map.yaml", after)]);
    let found = |side: &str| {
        let args =
            ["lint", "-f", "concise", "--profile", "governed", "-A", "missing-id", "--today", "2026-11-21", "map.yaml"];
        let run = cxmap_in(&folder.path().join(side), &args);
        run.stdout.lines().map(|line| line.split_once(": ").unwrap().1.to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(found("before"), found("after"), "{before}");
    let run = cxmap_in(folder.path(), &["diff", "before/map.yaml", "after/map.yaml", "--fail-on", "any", "-q"]);
    assert!(run.status != 1, "{}\n{before}", run.stdout);
    let count = |text: &str| text.matches("id:").count() + text.matches("\"id\":").count();
    assert!(count(after) >= count(before));
}

/// The bundled maps, their ids taken out where nothing else depends on them.
#[test]
fn the_bundled_maps_with_ids_written_out_say_the_same() {
    for path in journeys() {
        let text = fs::read_to_string(repository().join(&path)).unwrap();
        let after = written(&text);
        nothing_else_changes(&text, &after);
        let governed = cxmap_with_stdin(&["lint", "--profile", "governed", "--isolated", "-f", "concise", "-"], &after);
        assert!(!governed.stdout.contains("[missing-id]"), "{}: {}", path.display(), governed.stdout);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn maps_with_ids_written_out_say_the_same(
        titles in prop::collection::vec("[a-eÉß!# :'\"]{1,6}|null|2020|End|true", 1..8),
        styles in prop::collection::vec(0..5_usize, 8),
        wrong in prop::collection::vec(0..8_usize, 8),
    ) {
        let mut text = "cxmap: 1\ntitle: t\nphases:\n- title: Eerst\n  touchpoints:\n".to_owned();
        for ((title, style), wrong) in titles.iter().zip(&styles).zip(&wrong) {
            let quoted = serde_json::to_string(title).unwrap();
            let field = ["channel: web", "kanaal: web", "next: end", "effort: 9", "wait: lang", "next: eerst", "x-a: 1", "moment_of_truth: m"][*wrong];
            let item = match style {
                0 => format!("  - title: {quoted}\n    {field}\n"),
                1 => format!("  - {{title: {quoted}, {field}}}\n"),
                2 => format!("  - {field}\n    title: {quoted} # een\n"),
                3 => format!("  - &a{}\n    title: {quoted}\n", text.len()),
                _ => format!("  - {{ \"title\": {quoted} }}\n"),
            };
            text += &item;
        }
        let after = written(&text);
        nothing_else_changes(&text, &after);
        prop_assert_eq!(written(&after), after);
    }
}
