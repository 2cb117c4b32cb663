//! What a finding is known by survives what people do to files.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;

use super::common::{cxmap_in, cxmap_with_stdin};

/// The fingerprints of a file's findings by rule and address.
fn fingerprints(folder: &Path, file: &str) -> BTreeMap<String, String> {
    let page: Value = serde_json::from_str(&cxmap_in(folder, &["lint", "-f", "json", file]).stdout).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let entry = |finding: &Value| {
        let name = format!("{} {} {}", text(&finding["rule"]), text(&finding["address"]), text(&finding["message"]));
        (name, text(&finding["fingerprint"]))
    };
    page["diagnostics"].as_array().unwrap().iter().map(entry).collect()
}

const BEFORE: &str = "cxmap: 1
title: I pay
phases:
  - id: pay
    title: Pay
    touchpoints:
      - id: bank
        title: I pay by bank
        experience: 9
        pain_points:
          - slow
        frends:
          - none
      - id: cash
        title: I pay in cash
        next: nowhere
";

/// The same mistakes, with everything moved, reworded and reformatted that ids let be.
const AFTER: &str = r#"# A comment
phases:
  - title: "Paying"
    id: pay
    touchpoints:
      - {title: Cash, next: [nowhere], id: cash}

      - title: Bank
        frends: [none]
        pain_points: [slow]
        id: bank
        experience: 9
title: I pay
cxmap: 1
"#;

#[test]
fn it_survives_reformatting_reordering_and_other_titles() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.yaml");
    fs::write(&file, BEFORE).unwrap();
    let before = fingerprints(folder.path(), "a.yaml");
    assert_eq!(before.len(), 4);
    fs::write(&file, AFTER).unwrap();
    assert_eq!(fingerprints(folder.path(), "a.yaml"), before);
}

#[test]
fn it_outlives_the_repair_of_another() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.yaml");
    fs::write(&file, BEFORE).unwrap();
    let mut before = fingerprints(folder.path(), "a.yaml");
    before.retain(|name, _| !name.contains("pain_points"));
    fs::write(&file, BEFORE.replace("pain_points", "friction_points")).unwrap();
    assert_eq!(fingerprints(folder.path(), "a.yaml"), before);
}

#[test]
fn it_is_the_same_wherever_the_program_runs() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("care/maps")).unwrap();
    fs::write(folder.path().join("care/maps/a.yaml"), BEFORE).unwrap();
    fs::create_dir(folder.path().join(".git")).unwrap();
    let from_root = fingerprints(folder.path(), "care/maps/a.yaml");
    assert_eq!(fingerprints(&folder.path().join("care"), "maps/a.yaml"), from_root);
    assert_eq!(fingerprints(&folder.path().join("care"), "../care/./maps/a.yaml"), from_root);
    // Platforms know the file by its path from the root, too.
    let sarif = cxmap_in(&folder.path().join("care"), &["lint", "-f", "sarif", "maps/a.yaml"]).stdout;
    assert!(sarif.contains(r#""uri": "care/maps/a.yaml""#));
    fs::rename(folder.path().join("care/maps/a.yaml"), folder.path().join("a.yaml")).unwrap();
    let moved = fingerprints(folder.path(), "a.yaml");
    assert!(moved.iter().all(|(name, fingerprint)| from_root[name] != *fingerprint), "the path is part of it");
}

#[test]
fn it_is_the_same_on_standard_input() {
    let file = "journeys/../journeys/not-there.yaml";
    let sarif = cxmap_with_stdin(&["lint", "-f", "sarif", "-", "--stdin-name", file], BEFORE).stdout;
    assert!(sarif.contains(r#""uri": "journeys/not-there.yaml""#));
}
