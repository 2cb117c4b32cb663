//! `--write-baseline` and `--baseline`: known findings wait, and only what comes on top of them is reported.

mod common;

use std::fs;
use std::path::Path;

use common::{Run, cxmap_in, folder};

/// A misspelt field, and a phase without touchpoints.
const A: &str = "cxmap: 1
title: Ik betaal
phases:
  - id: betalen
    title: Betalen
    touchpoints:
      - id: bank
        title: Ik betaal via de bank
        kanaal: post
  - id: nazorg
    title: Nazorg
";

/// Two ratings off the scale within one touchpoint.
const B: &str = "cxmap: 1
title: I sign
phases:
  - id: sign
    title: Sign
    touchpoints:
      - {id: desk, title: I sign at the desk, expectation: 7, experience: 9}
";

const SOUND: &str = "cxmap: 1\ntitle: a\nphases:\n  - title: b\n    touchpoints:\n      - title: c\n";

fn lint(folder: &Path, args: &[&str]) -> Run {
    cxmap_in(folder, &[&["lint", "--today", "2026-11-21", "-f", "concise"], args].concat())
}

/// So many fields that the format lacks.
fn fields(count: usize) -> String {
    (0..count).fold(String::new(), |fields, number| fields + &format!("veld{number}: 1\n"))
}

fn two_maps() -> tempfile::TempDir {
    let folder = folder(&[("maps/a.journey.yaml", A), ("maps/b.journey.yaml", B)]);
    fs::create_dir(folder.path().join(".git")).unwrap();
    folder
}

/// Two maps and the baseline of what is found in them.
fn with_baseline() -> tempfile::TempDir {
    let folder = two_maps();
    let run = lint(folder.path(), &["--write-baseline", "known.json"]);
    let stderr = "nothing to report in 2 maps, beside 4 that are known\n";
    assert_eq!((run.status, run.stdout.as_str(), run.stderr.as_str()), (0, "", stderr));
    folder
}

#[track_caller]
fn check(folder: &Path, args: &[&str], status: i32, stdout: &str, stderr: &str) {
    let run = lint(folder, &[&["--baseline", "known.json"], args].concat());
    assert_eq!(run.stdout, stdout, "{run:?}");
    assert_eq!(run.stderr, stderr, "{run:?}");
    assert_eq!(run.status, status, "{run:?}");
}

#[test]
fn it_is_for_people_to_review() {
    let folder = with_baseline();
    let text = fs::read_to_string(folder.path().join("known.json")).unwrap();
    let page: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(page["version"], 1);
    let lines: Vec<_> = text.lines().filter(|line| line.contains("identity")).collect();
    assert_eq!(lines.len(), 4);
    let begins = [
        r#"    {"path": "maps/a.journey.yaml", "rule": "empty-phase", "address": "map", "identity": ""#,
        r#"    {"path": "maps/a.journey.yaml", "rule": "unknown-field", "address": "touchpoint:bank", "subject": "phases.touchpoints.kanaal", "identity": ""#,
        r#"    {"path": "maps/b.journey.yaml", "rule": "invalid-value", "address": "touchpoint:desk", "subject": "expectation", "identity": ""#,
        r#"    {"path": "maps/b.journey.yaml", "rule": "invalid-value", "address": "touchpoint:desk", "subject": "experience", "identity": ""#,
    ];
    for (line, begin) in lines.iter().zip(begins) {
        assert!(line.starts_with(begin), "{line}");
    }
    // From a folder below, and in another order of the file, it is the same to the byte.
    let run =
        lint(&folder.path().join("maps"), &["--write-baseline", "../again.json", "b.journey.yaml", "a.journey.yaml"]);
    assert_eq!(run.status, 0);
    assert_eq!(fs::read_to_string(folder.path().join("again.json")).unwrap(), text);
}

#[test]
fn what_it_lists_waits_and_the_rest_counts() {
    let folder = with_baseline();
    check(folder.path(), &[], 0, "", "nothing to report in 2 maps, beside 4 that are known\n");
    let more = format!("# Vooraf\n{A}").replace("kanaal: post", "kanaal: post\n        frends: x");
    fs::write(folder.path().join("maps/a.journey.yaml"), more).unwrap();
    let found = "maps/a.journey.yaml:11:9: error[unknown-field]: `frends` is not a field of a touchpoint\n";
    check(folder.path(), &[], 1, found, "1 error in 2 maps, beside 4 that are known\n");
    check(folder.path(), &["--fail-on", "never"], 0, found, "1 error in 2 maps, beside 4 that are known\n");
    // In another folder a copy of the map is another map.
    fs::create_dir(folder.path().join("new")).unwrap();
    fs::write(folder.path().join("new/b.journey.yaml"), B).unwrap();
    let run = lint(folder.path(), &["--baseline", "known.json", "new"]);
    assert_eq!((run.status, run.stdout.lines().count()), (1, 2), "{run:?}");
}

#[test]
fn what_is_mended_is_asked_to_be_taken_out() {
    let folder = with_baseline();
    fs::write(folder.path().join("maps/a.journey.yaml"), A.replace("kanaal", "channel")).unwrap();
    let warning = "warning: known.json:5: not found any more: unknown-field at touchpoint:bank \
                   (phases.touchpoints.kanaal) in maps/a.journey.yaml; take the line out\n";
    let summary = "nothing to report in 2 maps, beside 3 that are known\n";
    check(folder.path(), &[], 0, "", &format!("{warning}{summary}"));
    check(folder.path(), &["-q"], 0, "", "");
    // Of maps that are not looked at, and of rules that are off, nothing is said.
    check(folder.path(), &["maps/b.journey.yaml"], 0, "", "nothing to report in 1 map, beside 2 that are known\n");
    check(folder.path(), &["-A", "unknown-field"], 0, "", summary);
    // Nor of a map that cannot be read as a whole.
    fs::write(folder.path().join("maps/a.journey.yaml"), format!("{A}  - title: [Nog een\n")).unwrap();
    let run = lint(folder.path(), &["--baseline", "known.json"]);
    assert!(run.status == 1 && !run.stderr.contains("warning: "), "{run:?}");
    // A line can be taken out by hand, the last one as well; then it counts again.
    fs::write(folder.path().join("maps/a.journey.yaml"), A).unwrap();
    let text = fs::read_to_string(folder.path().join("known.json")).unwrap();
    let last = text.lines().find(|line| line.contains("\"experience\"")).unwrap();
    fs::write(folder.path().join("known.json"), text.replace(&format!("{last}\n"), "")).unwrap();
    let run = lint(folder.path(), &["--baseline", "known.json"]);
    assert_eq!(run.stderr, "1 error in 2 maps, beside 3 that are known\n");
    assert!(run.stdout.starts_with("maps/b.journey.yaml:7:75: error[invalid-value]"), "{run:?}");
}

#[test]
fn very_many_warnings_are_counted() {
    let fields = fields(30);
    let folder = folder(&[("a.yaml", &format!("{fields}{SOUND}"))]);
    lint(folder.path(), &["a.yaml", "--write-baseline", "known.json"]);
    fs::write(folder.path().join("a.yaml"), SOUND).unwrap();
    let run = lint(folder.path(), &["a.yaml", "--baseline", "known.json"]);
    assert_eq!(run.stderr.matches("take the line out").count(), 10, "{run:?}");
    assert!(run.stderr.contains("warning: known.json: 20 more are not found any more; `--write-baseline`"), "{run:?}");
}

#[test]
fn more_than_is_shown_is_known_as_well() {
    let fields = fields(300);
    let folder = folder(&[("a.yaml", &format!("{SOUND}{fields}"))]);
    let run = lint(folder.path(), &["a.yaml", "--write-baseline", "known.json"]);
    assert_eq!(run.stderr, "nothing to report in 1 map, beside 300 that are known\n");
    fs::write(folder.path().join("a.yaml"), format!("{SOUND}{fields}nieuw: 1\n")).unwrap();
    let args = ["a.yaml", "--baseline", "known.json"];
    let run = lint(folder.path(), &args);
    assert_eq!(run.stdout, "a.yaml:307:1: error[unknown-field]: `nieuw` is not a field of a journey map\n");
    assert_eq!(run.stderr, "1 error in 1 map, beside 300 that are known\n");
}

#[test]
fn what_keeps_a_map_from_being_read_cannot_wait() {
    let folder = folder(&[("a.yaml", "cxmap: 1\ntitle: [a\n"), ("b.yaml", "cxmap: 9\n"), ("c.yaml", A)]);
    let run = lint(folder.path(), &["a.yaml", "b.yaml", "c.yaml", "--write-baseline", "known.json"]);
    assert_eq!(run.status, 1, "{run:?}");
    let rules: Vec<_> = run.stdout.lines().map(|line| line.split(['[', ']']).nth(1).unwrap()).collect();
    assert_eq!(rules, ["yaml-syntax", "unsupported-version"]);
    let again = lint(folder.path(), &["a.yaml", "b.yaml", "c.yaml", "--baseline", "known.json"]);
    assert_eq!((again.status, again.stdout), (1, run.stdout));
    // By hand, neither.
    let json = cxmap_in(folder.path(), &["lint", "-f", "json", "b.yaml"]).stdout;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let by_hand = format!(
        r#"{{"version": 1, "findings": [{{"path": "b.yaml", "rule": "unsupported-version", "identity": {}}}]}}"#,
        json["diagnostics"][0]["fingerprint"]
    );
    fs::write(folder.path().join("known.json"), by_hand).unwrap();
    assert_eq!(lint(folder.path(), &["b.yaml", "--baseline", "known.json"]).status, 1);
}

#[test]
fn what_cannot_be_read_leaves_the_old_one() {
    let folder = with_baseline();
    let text = fs::read_to_string(folder.path().join("known.json")).unwrap();
    let run = lint(folder.path(), &["--write-baseline", "known.json", "maps", "nowhere.yaml"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("error: known.json is not written: it would lack what could not be read\n"), "{run:?}");
    assert_eq!(fs::read_to_string(folder.path().join("known.json")).unwrap(), text);
    let run = lint(folder.path(), &["--write-baseline", "nowhere/known.json"]);
    assert!(run.status == 2 && run.stderr.contains("error: cannot write nowhere/known.json"), "{run:?}");
    // A slip in the arguments does not cost a map.
    for target in ["maps/a.journey.yaml", "maps"] {
        let run = lint(folder.path(), &["--write-baseline", target]);
        assert_eq!(run.status, 2);
        assert!(run.stderr.contains(&format!("{target} is there already, and it is no baseline")), "{run:?}");
    }
    assert_eq!(fs::read_to_string(folder.path().join("maps/a.journey.yaml")).unwrap(), A);
    for other in ["--since=HEAD", "--baseline=known.json"] {
        let run = lint(folder.path(), &["--write-baseline", "known.json", other]);
        assert!(run.status == 2 && run.stderr.contains("cannot be used with"), "{run:?}");
    }
}

#[test]
fn one_that_is_not_sound_is_not_used() {
    let folder = two_maps();
    let identity = "0123456789abcdef0123456789abcdef";
    let entry = |fields: &str| format!("{{\"version\": 1, \"findings\": [\n  {{{fields}}}]}}");
    for (text, rule, place) in [
        (String::new(), "wrong-type", "1:1"),
        ("[]".into(), "wrong-type", "1:1"),
        ("{}".into(), "missing-field", "1:1"),
        ("{\"version\": 1, \"findings\": [".into(), "yaml-syntax", "1:"),
        ("{\"version\": 2, \"whatever\": 1}".into(), "unsupported-version", "1:13"),
        ("{\"version\": 1, \"finding\": []}".into(), "unknown-field", "1:16"),
        (entry(&format!("\"path\": \"a\", \"identity\": \"{identity}\"")), "missing-field", "2:4"),
        (entry("\"path\": \"a\", \"rule\": \"b\", \"identity\": \"0123\""), "invalid-value", "2:42"),
        (
            entry(&format!("\"path\": \"a\", \"rule\": \"b\", \"identity\": \"+{}\"", &identity[1..])),
            "invalid-value",
            "2:42",
        ),
        (entry(&format!("\"path\": \"a\", \"rule\": [], \"identity\": \"{identity}\"")), "wrong-type", "2:25"),
        ("\u{1b}]0;x\u{7}: \u{202e}".into(), "yaml-syntax", "1:1"),
    ] {
        fs::write(folder.path().join("known.json"), &text).unwrap();
        let run = lint(folder.path(), &["--baseline", "known.json"]);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{text}: {run:?}");
        assert!(run.stderr.starts_with(&format!("error[{rule}]: ")), "{text}: {run:?}");
        assert!(run.stderr.contains(&format!("--> known.json:{place}")), "{text}: {run:?}");
        assert!(run.stderr.ends_with("error: the baseline known.json is not sound\n"), "{text}: {run:?}");
        assert!(!run.stderr.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{run:?}");
    }
    fs::write(folder.path().join("known.json"), b"\xff").unwrap();
    assert!(lint(folder.path(), &["--baseline", "known.json"]).stderr.contains("is not UTF-8"));
    for missing in ["nowhere.json", "."] {
        let run = lint(folder.path(), &["--baseline", missing]);
        assert_eq!(run.status, 2);
        assert!(run.stderr.starts_with(&format!("error: cannot read the baseline {missing}: ")), "{run:?}");
    }
    fs::write(folder.path().join("known.json"), "{\"version\": 1}").unwrap();
    assert_eq!(lint(folder.path(), &["--baseline", "known.json"]).status, 1, "one that lists nothing");
}

#[test]
fn a_comment_comes_first() {
    let folder = with_baseline();
    let quiet = A.replace("kanaal: post", "kanaal: post # cxmap: ignore[unknown-field] van hen");
    fs::write(folder.path().join("maps/a.journey.yaml"), quiet).unwrap();
    // The comment does it now: the line in the baseline does nothing any more.
    let run = lint(folder.path(), &["--baseline", "known.json"]);
    assert!(run.stderr.starts_with("warning: known.json:5: "), "{run:?}");
    assert!(run.stderr.ends_with("nothing to report in 2 maps, beside 3 that are known\n"), "{run:?}");
}

#[test]
fn hostile_words_come_back_as_they_were() {
    let hostile = "\"\\u001b[31m\\u202e \\\\ \\\" } ] # ' \u{1f642}\": 1\n";
    let folder = folder(&[("a b, {c}.yaml", &format!("{SOUND}{hostile}"))]);
    let run = lint(folder.path(), &["a b, {c}.yaml", "--write-baseline", "known.json"]);
    assert_eq!(run.status, 0, "{run:?}");
    let text = fs::read_to_string(folder.path().join("known.json")).unwrap();
    assert!(!text.contains(['\u{1b}', '\u{202e}']), "{text}");
    serde_json::from_str::<serde_json::Value>(&text).unwrap();
    let run = lint(folder.path(), &["a b, {c}.yaml", "--baseline", "known.json"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, "nothing to report in 1 map, beside 1 that is known\n"));
}

#[test]
fn programs_are_told() {
    let folder = with_baseline();
    let run = |format: &str| cxmap_in(folder.path(), &["lint", "-q", "--baseline", "known.json", "-f", format]).stdout;
    let json: serde_json::Value = serde_json::from_str(&run("json")).unwrap();
    let findings = json["diagnostics"].as_array().unwrap();
    assert_eq!(findings.len(), 4);
    let by = serde_json::json!({"by": "baseline", "reason": "listed in the baseline"});
    assert!(findings.iter().all(|finding| finding["suppressed"] == by));
    let schema = serde_json::from_str(&cxmap_in(folder.path(), &["schema", "report"]).stdout).unwrap();
    assert!(jsonschema::is_valid(&schema, &json));
    let sarif: serde_json::Value = serde_json::from_str(&run("sarif")).unwrap();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    assert_eq!(results.len(), 4);
    assert!(results.iter().all(|result| result["suppressions"][0]["kind"] == "external"));
    for format in ["concise", "full", "github"] {
        assert_eq!(run(format), "", "{format}");
    }
}
