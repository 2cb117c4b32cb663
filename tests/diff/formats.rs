//! What `cxmap diff` writes besides text: pictures, pages, and findings for platforms.

use std::fs;

use serde_json::Value;

use crate::shared::{cxmap, cxmap_in, folder, graphviz, repository};

const PAIR: [&str; 2] = ["journeys/motor-claim/before.journey.yaml", "journeys/motor-claim/lockdown.journey.yaml"];
const AFTER: &str = "journeys/motor-claim/after.journey.yaml";

fn written(format: &str, args: &[&str]) -> String {
    let run = cxmap(&[&["diff"], args, &["-f", format]].concat());
    assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{args:?}");
    run.stdout
}

fn map(touchpoints: &str) -> String {
    format!("cxmap: 1\ntitle: I pay\nphases:\n  - {{id: pay, title: Pay, touchpoints: [{touchpoints}]}}\n")
}

#[test]
fn suffixes_name_the_format() {
    let (before, after) = (map("{id: a, title: I wait}"), map("{id: b, title: Somebody calls}"));
    let folder = folder(&[("a.yaml", before.as_str()), ("b.yaml", after.as_str())]);
    let files = ["c.svg", "c.png", "c.html", "c.sarif"];
    let outputs: Vec<_> = files.iter().flat_map(|file| ["-o", file]).collect();
    let run = cxmap_in(folder.path(), &[&["diff", "a.yaml", "b.yaml"], outputs.as_slice()].concat());
    assert_eq!((run.status, run.stdout.as_str(), run.stderr.as_str()), (0, "", ""));
    let begins = |file: &str, with: &[u8]| fs::read(folder.path().join(file)).unwrap().starts_with(with);
    assert!(begins("c.svg", b"<svg ") && begins("c.png", b"\x89PNG") && begins("c.html", b"<!DOCTYPE html>"));
    assert!(begins("c.sarif", b"{"));
}

#[test]
fn a_picture_shows_two_states_of_one_journey() {
    let refused = |args: &[&str], format: &str| {
        let run = cxmap(&[&["diff"], args, &["-f", format]].concat());
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{args:?}");
        run.stderr
    };
    for format in ["svg", "png"] {
        let three = refused(&[PAIR[0], PAIR[1], AFTER], format);
        assert!(three.contains("a picture shows two states, and here are 3") && three.contains("-f html"), "{three}");
    }
    let (one, other) = (map("{id: a, title: A}"), map("{id: b, title: B}"));
    let folder = folder(&[
        ("old/x.journey.yaml", one.as_str()),
        ("old/y.journey.yaml", one.as_str()),
        ("new/x.journey.yaml", other.as_str()),
        ("new/y.journey.yaml", other.as_str()),
    ]);
    let run = cxmap_in(folder.path(), &["diff", "old", "new", "-f", "svg"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("a picture shows one journey, and here are 2"), "{}", run.stderr);
    let run = cxmap_in(folder.path(), &["diff", "old", "new", "-f", "html"]);
    assert_eq!((run.status, run.stdout.matches("class=\"compared\"").count()), (0, 2));
}

#[test]
fn a_picture_takes_the_flags_of_pictures() {
    let picture = |args: &[&str]| written("svg", &[&PAIR, args].concat());
    assert!(picture(&[]).contains(">Friction points<"));
    assert!(!picture(&["--lane", "experience"]).contains(">Friction points<"));
    assert!(
        picture(&["--lang", "nl"]).contains(">Frictiepunten<") && picture(&["--lang", "nl"]).contains("+\u{a0}Nieuw<")
    );
    assert!(picture(&["--lang", "fr"]).contains("−\u{a0}Disparu<"));
    assert!(picture(&["--theme", "dark"]).contains("#121721"));
    assert!(picture(&["--width", "900"]).contains("width=\"900\""));
    assert!(
        written("html", &[&PAIR[..], &["--theme", "dark"]].concat()).contains("<html lang=\"en\" data-theme=\"dark\">")
    );
}

/// The page tells all that the report tells, in its order, and a picture for each two neighbours.
#[test]
fn the_page_tells_the_report() {
    let page = written("html", &PAIR);
    let report = written("markdown", &PAIR);
    let headings: Vec<_> = report.lines().filter_map(|line| line.strip_prefix("### ")).collect();
    assert!(headings.len() >= 4, "{headings:?}");
    let mut rest = page.as_str();
    for heading in headings {
        let (number, name) = heading.split_once(' ').unwrap();
        let at = rest.find(&format!("<h3>{number}. {name}</h3>")).unwrap_or_else(|| panic!("{heading} in its order"));
        rest = &rest[at..];
    }
    let changes: Value = serde_json::from_str(&written("json", &PAIR)).unwrap();
    let changes = changes.pointer("/journeys/0/comparisons/0/changes").and_then(Value::as_array).unwrap();
    let shown = changes.iter().filter(|change| change["impact"] != "neutral");
    for change in shown {
        let message = change["message"].as_str().unwrap().replace('\'', "&#39;");
        assert!(page.contains(message.trim_end_matches('.')), "{message}");
    }
    assert!(page.contains("Content-Security-Policy") && !page.contains("src="));
    let three = written("html", &[PAIR[0], PAIR[1], AFTER]);
    assert_eq!(three.matches("class=\"compared\"").count(), 2);
    assert!(three.contains("id=\"picture-2\""));
    assert!(written("html", &[PAIR[0], PAIR[0]]).contains("no differences"), "two that are the same say so");
}

#[test]
fn sarif_is_as_the_standard_says() {
    let log: Value = serde_json::from_str(&written("sarif", &PAIR)).unwrap();
    let schema = fs::read_to_string(repository().join("tests/schemas/sarif-schema-2.1.0.json")).unwrap();
    let mut schema: Value = serde_json::from_str(&schema).unwrap();
    // The pattern of a field that is not written; it is no regular expression as the validator understands them.
    for definition in ["run", "toolComponent"] {
        let language = schema.pointer_mut(&format!("/definitions/{definition}/properties/language")).unwrap();
        language.as_object_mut().unwrap().remove("pattern").unwrap();
    }
    let validator = jsonschema::validator_for(&schema).unwrap();
    assert_eq!(validator.iter_errors(&log).map(|error| error.to_string()).collect::<Vec<_>>(), [""; 0]);
    let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap();
    assert!(results.len() > 10);
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
        assert_eq!(result.pointer("/locations/0/physicalLocation/artifactLocation/uri").unwrap(), PAIR[1]);
        let text = result["message"]["text"].as_str().unwrap();
        assert!(text.starts_with("worse: ") || text.starts_with("better: "), "{text}");
    }
    for rule in rules {
        for text in ["/shortDescription/text", "/fullDescription/text", "/help/text", "/help/markdown"] {
            let length = rule.pointer(text).and_then(Value::as_str).unwrap().chars().count();
            assert!(length > 10 && (length <= 1000 || text.starts_with("/help")), "{text} of {}: {length}", rule["id"]);
        }
    }
    let first = results.iter().find(|result| result["ruleId"] == "channel-closed").unwrap();
    assert_eq!(first["level"], "warning");
}

#[test]
fn graphviz_draws_both_states() {
    let Some(read) = graphviz("-Tjson", &written("dot", &PAIR)) else { return };
    let read: Value = serde_json::from_str(&read).unwrap();
    let (objects, edges) = (read["objects"].as_array().unwrap(), read["edges"].as_array().unwrap());
    let node = |address: &str| {
        let found =
            objects.iter().find(|object| object["id"] == address).unwrap_or_else(|| panic!("{address} is drawn"));
        (
            found["xlabel"].as_str().unwrap_or_default().to_owned(),
            found["style"].as_str().unwrap_or_default().to_owned(),
        )
    };
    let changes: Value = serde_json::from_str(&written("json", &PAIR)).unwrap();
    let changes = changes.pointer("/journeys/0/comparisons/0/changes").and_then(Value::as_array).unwrap();
    let addresses = |kind: &str| -> Vec<_> {
        let found = changes.iter().filter(|change| change["kind"] == kind);
        found.map(|change| change["address"].as_str().unwrap().to_owned()).collect()
    };
    let (added, removed) = (addresses("touchpoint-added"), addresses("touchpoint-removed"));
    assert_eq!((added.len(), removed.len()), (4, 3));
    assert!(added.iter().all(|address| node(address).0 == "new"), "{added:?}");
    assert!(removed.iter().all(|address| node(address) == ("gone".into(), "dashed".into())), "{removed:?}");
    let drawn = |state: &str| edges.iter().filter(|edge| edge["xlabel"] == state).count();
    assert!(drawn("new") > 3 && drawn("gone") > 3, "{} new, {} gone", drawn("new"), drawn("gone"));
}

#[test]
fn hostile_texts_have_no_power_in_pictures_and_graphs() {
    let text = "\u{1b}[31m\\\"</title></svg><script>alert(1)</script> & \\N {x} \u{202e}";
    let quoted = serde_json::to_string(text).unwrap();
    let touchpoint = |id: &str| {
        format!(
            "{{id: {id}, title: {quoted}, channel: {quoted}, moment_of_truth: {quoted}, friction_points: [{quoted}], promises: [{quoted}]}}"
        )
    };
    let [before, after] = ["a", "b"]
        .map(|id| map(&touchpoint(id)).replace("I pay", "x").replacen("title: x", &format!("title: {quoted}"), 1));
    let folder = folder(&[("a.yaml", before.as_str()), ("b.yaml", after.as_str())]);
    for format in ["svg", "html", "dot", "sarif"] {
        let run = cxmap_in(folder.path(), &["diff", "a.yaml", "b.yaml", "--no-renames", "-f", format]);
        assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{format}");
        assert!(!run.stdout.contains(['\u{1b}', '\u{202e}']), "{format}");
        assert!(!["svg", "html"].contains(&format) || !run.stdout.contains("<script>alert"), "{format}");
        if format == "dot" {
            let Some(svg) = graphviz("-Tsvg", &run.stdout) else { continue };
            assert!(svg.contains("</svg>"));
        }
    }
}
