//! The command line through the program: what is read, where results go, how a run ends.

mod common;

use std::fs;
use std::path::Path;

use serde_json::Value;

use common::{cxmap, cxmap_in, cxmap_with_stdin, folder};

const SOUND: &str = "cxmap: 1\ntitle: I pay\nphases:\n  - title: Pay\n    touchpoints:\n      - title: I pay by bank\n";
const UNSOUND: &str =
    "cxmap: 1\ntitel: I pay\nphases:\n  - title: Pay\n    touchpoints:\n      - title: I pay by bank\n";
const EMPTY_PHASE: &str = "cxmap: 1\ntitle: I pay\nphases:\n  - title: Pay\n";

#[test]
fn a_sound_map_is_clean() {
    let run = cxmap_with_stdin(&["lint", "-"], SOUND);
    assert_eq!((run.stdout.as_str(), run.stderr.as_str(), run.status), ("", "nothing to report in 1 map\n", 0));
}

#[test]
fn an_error_fails_the_run_and_stands_at_its_place() {
    let run = cxmap_with_stdin(&["lint", "-f", "concise", "-"], UNSOUND);
    assert_eq!(run.stdout, "<stdin>:2:1: error[unknown-field]: `titel` is not a field of a journey map\n");
    assert_eq!((run.stderr.as_str(), run.status), ("1 error in 1 map (1 can be fixed with `--fix`)\n", 1));
}

#[test]
fn fail_on_says_what_fails() {
    for (level, status) in [("error", 0), ("warn", 1), ("info", 1), ("never", 0)] {
        assert_eq!(cxmap_with_stdin(&["lint", "-", "--fail-on", level], EMPTY_PHASE).status, status, "{level}");
    }
    assert_eq!(cxmap_with_stdin(&["lint", "-", "--fail-on", "never"], UNSOUND).status, 0);
}

#[test]
fn quiet_drops_the_summary() {
    let run = cxmap_with_stdin(&["lint", "-q", "-"], SOUND);
    assert_eq!((run.stdout.as_str(), run.stderr.as_str()), ("", ""));
}

#[test]
fn a_folder_is_searched_for_maps_in_the_order_of_their_paths() {
    let folder = folder(&[
        ("b.journey.yaml", UNSOUND),
        ("a/journey.yml", UNSOUND),
        ("journeys/deep/plain.yaml", UNSOUND),
        ("journeys/notes.yaml", "shopping:\n  - milk\n"),
        ("journeys/broken.yml", "title: 'never closed\n"),
        ("cxmap.yaml", "profile: draft\n"),
        ("plain.yaml", UNSOUND),
        (".hidden/c.journey.yaml", UNSOUND),
        ("ignored/d.journey.yaml", UNSOUND),
        (".gitignore", "ignored/\n"),
        (".git/HEAD", "ref: refs/heads/main\n"),
    ]);
    let run = cxmap_in(folder.path(), &["lint", "-f", "concise"]);
    let places: Vec<_> = run.stdout.lines().map(|line| line.split(": ").next().unwrap()).collect();
    let broken = places.iter().position(|place| place.starts_with("journeys/broken.yml:1:"));
    assert_eq!(broken, Some(2), "{places:?}");
    assert_eq!(
        [places[0], places[1], places[3]],
        ["a/journey.yml:2:1", "b.journey.yaml:2:1", "journeys/deep/plain.yaml:2:1"]
    );
    assert_eq!((places.len(), run.status), (4, 1));
}

#[test]
fn a_file_named_outright_is_always_read_and_only_once() {
    let folder = folder(&[("plain.yaml", UNSOUND)]);
    let run = cxmap_in(folder.path(), &["lint", "-f", "concise", "plain.yaml", "plain.yaml"]);
    assert_eq!(run.stdout.lines().count(), 1);
}

#[test]
fn nothing_found_is_a_failure_that_says_what_is_looked_for() {
    let folder = folder(&[("readme.md", "hello")]);
    let run = cxmap_in(folder.path(), &["lint"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("no journey map here") && run.stderr.contains("`*.journey.yaml`"), "{}", run.stderr);
}

#[test]
fn a_missing_file_fails_the_run_and_the_others_are_still_done() {
    let folder = folder(&[("a.yaml", UNSOUND)]);
    let run = cxmap_in(folder.path(), &["lint", "-f", "concise", "nowhere.yaml", "a.yaml"]);
    assert_eq!(run.status, 2);
    assert!(run.stdout.starts_with("a.yaml:2:1: error[unknown-field]"), "{}", run.stdout);
    assert!(run.stderr.contains("nowhere.yaml: No such file"), "{}", run.stderr);
}

#[test]
fn outputs_go_where_they_are_sent() {
    let folder = folder(&[("a.yaml", UNSOUND)]);
    let run = cxmap_in(folder.path(), &["lint", "a.yaml", "-f", "concise=out.log", "-o", "full.txt"]);
    assert_eq!((run.stdout.as_str(), run.status), ("", 1));
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
    assert_eq!(read("out.log"), "a.yaml:2:1: error[unknown-field]: `titel` is not a field of a journey map\n");
    assert!(read("full.txt").contains(" --> a.yaml:2:1"));
    // One format and one file belong together, whatever the suffix.
    cxmap_in(folder.path(), &["lint", "a.yaml", "-f", "concise", "-o", "out.weird"]);
    assert_eq!(read("out.weird"), read("out.log"));
    assert_eq!(leftovers(folder.path()), ["a.yaml", "full.txt", "out.log", "out.weird"]);
}

fn leftovers(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<_> = names.collect();
    names.sort();
    names
}

#[test]
fn wrong_uses_say_what_is_right() {
    for (args, words) in [
        (&["lint", "-f", "pdf", "journeys"][..], "the formats are full, concise"),
        (&["lint", "-o", "x.doc", "journeys"], "it can be .txt, .json, .sarif, .xml, .md"),
        (&["lint", "-f", "full", "-f", "concise", "journeys"], "only one format can go to standard output"),
        (&["lint", "-f", "json=x", "-f", "sarif=x", "journeys"], "two results cannot go to one file: x"),
        (
            &["lint", "-o", "no-such-folder/x.json", "journeys"],
            "no-such-folder/x.json: No such file or directory (os error 2)\n",
        ),
        (&["lint", "--today", "tomorrow", "journeys"], "`tomorrow` is not a date"),
        (&["explain", "endles-loop"], "did you mean `endless-loop`?"),
        (&["explain", "wachttijd"], "did you mean `wait`?"),
        (&["explain", "points de friction"], "did you mean `friction_points`?"),
        (&["lint", "-A", "yaml-syntax"], "cannot be set: what it finds keeps a file from being read"),
        (&["lint", "--fail-on", "panic"], "write one of `error`"),
    ] {
        let run = cxmap(args);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{args:?}");
        assert!(run.stderr.contains(words), "{args:?}: {}", run.stderr);
    }
}

#[test]
fn a_colour_is_used_only_when_asked_or_on_a_terminal() {
    let plain = cxmap_with_stdin(&["lint", "-"], UNSOUND).stdout;
    let colored = cxmap_with_stdin(&["lint", "--color", "always", "-"], UNSOUND).stdout;
    assert!(!plain.contains('\x1b') && colored.contains("\x1b["));
}

#[test]
fn init_writes_a_map_that_lints_clean_and_never_overwrites() {
    let folder = folder(&[]);
    let run = cxmap_in(folder.path(), &["init"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let text = fs::read_to_string(folder.path().join("journey.yaml")).unwrap();
    assert!(text.starts_with("# yaml-language-server: $schema="));
    let lint = cxmap_in(folder.path(), &["lint", "--fail-on", "info"]);
    assert_eq!((lint.stdout.as_str(), lint.status), ("", 0));
    let again = cxmap_in(folder.path(), &["init"]);
    assert_eq!(again.status, 2);
    assert!(again.stderr.contains("journey.yaml is there already"), "{}", again.stderr);
    assert_eq!(fs::read_to_string(folder.path().join("journey.yaml")).unwrap(), text);
}

#[test]
fn help_is_as_documented() {
    for command in ["", "lint", "render", "diff", "stress", "explain", "schema", "init", "import", "completions"] {
        let args: Vec<_> = [command, "--help"].into_iter().filter(|arg| !arg.is_empty()).collect();
        let run = cxmap(&args);
        assert_eq!(run.status, 0, "{command}");
        insta::assert_snapshot!(format!("help {command}").trim_end().replace(' ', "-"), run.stdout);
    }
}

#[test]
fn every_shell_completes_the_commands() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let run = cxmap(&["completions", shell]);
        assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{shell}");
        assert!(["lint", "completions", "fail-on"].iter().all(|word| run.stdout.contains(word)), "{shell}");
    }
}

#[test]
fn explain_lists_and_explains_rules_kinds_of_change_and_fields() {
    let list = cxmap(&["explain"]).stdout;
    for rule in cxmap::rules::RULES {
        assert!(list.contains(&format!("\n{} ", rule.name)), "{} is listed", rule.name);
    }
    let kinds = list.split("What diff tells\n").nth(1).unwrap().lines().take_while(|line| !line.is_empty()).count();
    assert_eq!(kinds, cxmap::diff::Kind::ALL.len());
    for (name, words) in [
        ("empty-phase", "empty-phase\n\nIn the profiles: draft off, standard warn, governed warn.\n"),
        ("peak-overload", "\n    rules:\n      peak-overload: {level: info, peaks: 3}\n"),
        ("touchpoint-closed", "It is worse for the customer."),
        ("moment_of_truth", "\nThe fields of a moment of truth\n"),
        ("zmot", "kind\n\nOf a moment of truth: "),
        ("in_progress", "status\n\nOf a solution: "),
    ] {
        let run = cxmap(&["explain", name]);
        assert!(run.status == 0 && run.stdout.contains(words), "{name}: {}", run.stdout);
    }
}

#[test]
fn explanations_fit_the_page_and_are_data_for_programs() {
    for name in ["unexplained-gap", "touchpoint-closed", "severity"] {
        insta::assert_snapshot!(format!("explain-{name}"), cxmap(&["explain", name]).stdout);
    }
    insta::assert_snapshot!("explain-colored", cxmap(&["explain", "missing-id", "--color", "always"]).stdout);
    let json = |args: &[&str]| -> Value { serde_json::from_str(&cxmap(args).stdout).unwrap() };
    let all = json(&["explain", "-f", "json"]);
    assert_eq!(all["version"], 1);
    let count = |list: &str| all[list].as_array().unwrap().len();
    assert_eq!(count("rules"), cxmap::rules::RULES.len());
    assert_eq!(count("changes"), cxmap::diff::Kind::ALL.len());
    assert_eq!(count("fields"), cxmap::model::schema::fields().len());
    let one = json(&["explain", "old-measure", "-f", "json"]);
    assert_eq!((one["rules"].as_array().unwrap().len(), one["fields"].as_array().unwrap().len()), (1, 0));
    assert_eq!(one["rules"][0]["levels"], serde_json::json!({"draft": "off", "standard": "off", "governed": "warn"}));
    assert_eq!(one["rules"][0]["options"][0]["default"], "1y");
    let one = json(&["explain", "due", "-f", "json"]);
    assert_eq!(one["fields"][0]["form"], "a date, such as `2026-03-01`");
}
