//! The command: what is read, where the maps go, and what is never overwritten.

use std::fs;

use crate::common::{cxmap, cxmap_in, cxmap_with_stdin, folder};

const CSV: &str = "phase,touchpoint\nChoose,I compare\n";
const MERMAID: &str = "journey\n title I buy\n section Choose\n  I compare: 3: Me\n";
const MAP: &str = "cxmap: 1\ntitle: I buy\npersona: Me\nphases:\n  - id: choose\n    title: Choose\n    touchpoints:\n      \
                   - id: i-compare\n        title: I compare\n        experience: 3\n";

#[test]
fn a_map_goes_to_standard_output_or_into_a_file() {
    let folder = folder(&[("a.mmd", MERMAID)]);
    let run = cxmap_in(folder.path(), &["import", "a.mmd"]);
    assert_eq!((run.stdout.as_str(), run.stderr.as_str(), run.status), (MAP, "imported 1 phase and 1 touchpoint\n", 0));
    let run = cxmap_in(folder.path(), &["import", "a.mmd", "-o", "a.journey.yaml"]);
    assert_eq!((run.stdout.as_str(), run.status), ("", 0));
    assert!(run.stderr.contains("wrote a.journey.yaml: 1 phase and 1 touchpoint"), "{}", run.stderr);
    assert_eq!(fs::read_to_string(folder.path().join("a.journey.yaml")).unwrap(), MAP);
}

#[test]
fn standard_input_is_known_by_its_looks_or_its_name() {
    assert_eq!(cxmap_with_stdin(&["import", "-q", "-"], MERMAID).stdout, MAP);
    assert!(cxmap_with_stdin(&["import", "-q", "-"], CSV).stdout.contains("title: I compare"));
    let run = cxmap_with_stdin(&["import", "-", "--stdin-name", "claim.csv"], CSV);
    assert!(run.stdout.contains("title: Claim\n"), "{}", run.stdout);
    assert_eq!(cxmap_with_stdin(&["import", "-q", "-", "--from", "mermaid"], CSV).status, 2);
}

#[test]
fn a_map_that_is_there_is_left_alone() {
    let folder = folder(&[("a.csv", CSV), ("a.journey.yaml", "mine")]);
    let run = cxmap_in(folder.path(), &["import", "a.csv", "-o", "a.journey.yaml"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("is there already"), "{}", run.stderr);
    assert_eq!(fs::read_to_string(folder.path().join("a.journey.yaml")).unwrap(), "mine");
    assert_eq!(cxmap_in(folder.path(), &["import", "a.csv", "-o", "a.journey.yaml", "--force"]).status, 0);
    assert!(fs::read_to_string(folder.path().join("a.journey.yaml")).unwrap().starts_with("cxmap: 1\n"));
}

#[test]
fn several_journeys_need_a_folder() {
    let two =
        format!("```mermaid\n{MERMAID}```\n\n> ```mermaid\n> journey\n>   title I return\n>   I pack: 2: Me\n> ```\n");
    let folder = folder(&[("in/a.md", two.as_str()), ("in/b.csv", CSV), ("in/c.md", "# Nothing\n"), ("in/d.txt", "x")]);
    let run = cxmap_in(folder.path(), &["import", "in"]);
    assert_eq!((run.stdout.as_str(), run.status), ("", 2));
    assert!(run.stderr.contains("these are 3 journeys") && run.stderr.contains("-o maps/"), "{}", run.stderr);
    let run = cxmap_in(folder.path(), &["import", "in", "-o", "maps/"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(run.stderr.contains("in/c.md: passed over"), "{}", run.stderr);
    let mut names: Vec<_> =
        fs::read_dir(folder.path().join("maps")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["a-i-buy.journey.yaml", "a-i-return.journey.yaml", "b.journey.yaml"]);
}

#[test]
fn a_dry_run_shows_the_reading_and_writes_nothing() {
    let folder = folder(&[("a.csv", "Fase,Stap,Beleving,Kleur\nKiezen,Ik zoek,3,rood\n")]);
    let run = cxmap_in(folder.path(), &["import", "a.csv", "--dry-run", "-q", "-o", "a.journey.yaml"]);
    assert_eq!(
        run.stdout,
        "a.csv: “A”, 1 phase and 1 touchpoint\n  Fase → phase (1 filled)\n  Stap → touchpoint (1 filled)\n  \
         Beleving → experience, rated 1–5 (1 filled)\n  Kleur → x-kleur (1 filled)\n  Kiezen\n    Ik zoek\n"
    );
    assert!(!folder.path().join("a.journey.yaml").exists());
}

#[test]
fn wrong_use_is_told() {
    let run = cxmap(&["import", "Cargo.toml", "--map", "Kanaal"]);
    assert!(run.status == 2 && run.stderr.contains("COLUMN=field"), "{}", run.stderr);
    assert_eq!(cxmap(&["import", "no-such-file.csv"]).status, 2);
    let empty = folder(&[("a.txt", "")]);
    assert!(cxmap_in(empty.path(), &["import", "."]).stderr.contains("nothing to import here"));
}
