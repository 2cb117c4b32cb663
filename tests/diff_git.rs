//! Differences between revisions, the working tree and folders, and Git's external diff driver, in real repositories.

mod common;
#[path = "common/git.rs"]
mod git;

use std::path::Path;
use std::process::Command;

use common::{Run, cxmap_in, cxmap_in_with_stdin, folder};
use git::{Repository, git};
use serde_json::Value;

fn map(title: &str, experience: u8) -> String {
    format!(
        "cxmap: 1\ntitle: {title}\nphases:\n  - title: Pay\n    touchpoints:\n      - {{title: I pay, expectation: 3, experience: {experience}}}\n"
    )
}

fn with_id(id: &str, title: &str, experience: u8) -> String {
    format!("id: {id}\n{}", map(title, experience))
}

fn diff(folder: &Path, args: &[&str]) -> Run {
    cxmap_in(folder, &[&["diff", "--today", "2026-11-21"], args].concat())
}

fn json(folder: &Path, args: &[&str]) -> Value {
    let run = diff(folder, &[args, &["-f", "json"]].concat());
    assert_eq!(run.status, 0, "{run:?}");
    serde_json::from_str(&run.stdout).unwrap()
}

#[test]
fn one_map_is_compared_with_the_last_commit() {
    let repository = Repository::with(&[("maps/a.journey.yaml", &map("A", 4))]);
    let path = repository.path();
    assert!(diff(path, &["maps/a.journey.yaml"]).stdout.contains("no differences"));
    repository.write("maps/a.journey.yaml", map("A", 2));
    let run = diff(path, &["maps/a.journey.yaml", "--fail-on", "worse"]);
    assert_eq!(run.status, 1, "{run:?}");
    assert!(run.stdout.starts_with("A: HEAD → a\n") && run.stdout.contains("4 → 2"), "{}", run.stdout);
    // From a folder further down, and staged or not.
    repository.git(&["add", "--all"]);
    assert!(diff(&path.join("maps"), &["a.journey.yaml"]).stdout.contains("4 → 2"));
    // Of a revision alone, the other side is the file as it is now.
    repository.commit();
    assert!(diff(path, &["HEAD~1:maps/a.journey.yaml"]).stdout.contains("4 → 2"));
    assert!(diff(path, &["HEAD~1:maps/a.journey.yaml", "HEAD:maps/a.journey.yaml"]).stdout.contains("4 → 2"));
}

#[test]
fn a_renamed_map_is_compared_with_what_it_was_called() {
    let repository = Repository::with(&[("a.journey.yaml", &map("A", 4))]);
    repository.git(&["mv", "a.journey.yaml", "b.journey.yaml"]);
    let run = diff(repository.path(), &["b.journey.yaml"]);
    assert!(run.status == 0 && run.stdout.contains("no differences"), "{run:?}");
}

#[test]
fn each_mistake_has_its_own_message() {
    let repository = Repository::with(&[("maps/a.journey.yaml", &map("A", 4)), ("b.yaml", &map("B", 1))]);
    repository.write("new.journey.yaml", map("N", 1));
    let elsewhere = folder(&[("a.journey.yaml", &map("A", 1))]);
    let file = elsewhere.path().join("a.journey.yaml");
    let file = file.to_str().unwrap();
    let before = "maps/a.journey.yaml";
    for (args, message) in [
        (vec!["new.journey.yaml"], "is not in the last commit"),
        (vec!["nowhere.journey.yaml"], "there is no such file"),
        (vec!["nope:maps/a.journey.yaml", before], "has no revision `nope`"),
        (vec!["HEAD:maps/b.journey.yaml", before], "at `HEAD` there is no file maps/b.journey.yaml"),
        (vec!["-x:maps/a.journey.yaml", before], "unexpected argument"),
        (vec!["--", "-x:maps/a.journey.yaml", before], "`-x` cannot be a revision"),
        (vec!["--", "--output=x:maps/a.journey.yaml", before], "cannot be a revision"),
        (vec!["HEAD:maps", before], "a folder can only be compared with a folder"),
        (vec!["HEAD:maps", "maps", "maps"], "two can be compared at a time"),
        (vec!["nope:maps", "maps"], "has no revision `nope`"),
        (vec!["HEAD:nope", "maps"], "there is no file nope"),
        (vec![file], "is not in a Git repository"),
        (vec!["-"], "say what standard input is to be compared with"),
        (vec!["-", "-"], "only one side can come from standard input"),
        (vec![], "<MAP>"),
    ] {
        let run = diff(repository.path(), &args);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{args:?}");
        assert!(run.stderr.contains(message), "{args:?}: {}", run.stderr);
    }
    assert!(!repository.path().join("x:maps").exists());
    let empty = Repository::new();
    empty.write("a.journey.yaml", map("A", 4));
    assert!(diff(empty.path(), &["a.journey.yaml"]).stderr.contains("has no commit yet"));
}

#[test]
fn a_shallow_clone_says_so() {
    let repository = Repository::with(&[("a.journey.yaml", &map("A", 4))]);
    repository.write("a.journey.yaml", map("A", 2));
    repository.commit();
    let clone = tempfile::tempdir().unwrap();
    let from = format!("file://{}", repository.path().display());
    git(clone.path(), &["clone", "-q", "--depth", "1", &from, "."]);
    let run = diff(clone.path(), &["HEAD~1:a.journey.yaml", "a.journey.yaml"]);
    assert!(run.status == 2 && run.stderr.contains("without its whole history"), "{}", run.stderr);
}

#[test]
fn standard_input_is_a_side() {
    let repository = Repository::with(&[("a.journey.yaml", &map("A", 4))]);
    let run = cxmap_in_with_stdin(repository.path(), &["diff", "HEAD:a.journey.yaml", "-"], &map("A", 2));
    assert!(run.stdout.contains("4 → 2"), "{run:?}");
}

#[test]
fn folders_are_paired_by_id_then_by_path() {
    let repository = Repository::with(&[
        ("maps/same.journey.yaml", &map("Same", 3)),
        ("maps/moved.journey.yaml", &with_id("known", "Moved", 4)),
        ("maps/gone.journey.yaml", &map("Gone", 3)),
        ("maps/.hidden/h.journey.yaml", &map("Hidden", 3)),
        ("maps/notes.yaml", "hello: world\n"),
    ]);
    repository.git(&["mv", "maps/moved.journey.yaml", "maps/elsewhere.journey.yaml"]);
    repository.write("maps/elsewhere.journey.yaml", with_id("known", "Moved", 2));
    std::fs::remove_file(repository.path().join("maps/gone.journey.yaml")).unwrap();
    repository.write("maps/new.journey.yaml", map("New", 3));
    for args in [&["HEAD:maps", "maps"] as &[&str], &["maps"], &["HEAD:./maps/", "./maps"]] {
        let report = json(repository.path(), args);
        let journeys = report["journeys"].as_array().unwrap();
        let names: Vec<_> = journeys.iter().map(|journey| journey["states"][0]["name"].as_str().unwrap()).collect();
        assert_eq!(names, ["HEAD:maps/moved.journey.yaml", "HEAD:maps/same.journey.yaml"], "{args:?}");
        assert_eq!(journeys[0]["states"][1]["name"], "maps/elsewhere.journey.yaml");
        assert!(journeys[1]["comparisons"][0]["changes"].as_array().unwrap().is_empty());
        assert_eq!(report["added"], serde_json::json!(["maps/new.journey.yaml"]));
        assert_eq!(report["removed"], serde_json::json!(["HEAD:maps/gone.journey.yaml"]));
    }
    let text = diff(repository.path(), &["HEAD:maps", "maps"]).stdout;
    assert!(text.contains("Moved: ") && text.contains("new.journey.yaml") && !text.contains("Same"), "{text}");
    // Two folders of the working tree need no repository.
    let plain = folder(&[("one/a.journey.yaml", &map("A", 4)), ("two/a.journey.yaml", &map("A", 2))]);
    assert!(diff(plain.path(), &["one", "two"]).stdout.contains("4 → 2"));
    let run = diff(plain.path(), &["one", "two", "--fail-on", "worse"]);
    assert_eq!(run.status, 1);
}

#[test]
fn the_other_maps_of_a_folder_are_still_compared() {
    let repository = Repository::with(&[("maps/a.journey.yaml", &map("A", 4)), ("maps/b.journey.yaml", "- no map\n")]);
    repository.write("maps/a.journey.yaml", map("A", 2));
    let run = diff(repository.path(), &["maps"]);
    assert_eq!(run.status, 2);
    assert!(run.stdout.contains("4 → 2") && run.stderr.contains("b.journey.yaml"), "{run:?}");
}

/// A repository in which Git asks the program for differences.
fn with_driver(files: &[(&str, &str)]) -> Repository {
    let repository = Repository::with(files);
    repository.git(&["config", "diff.cxmap.command", &format!("'{}' diff --git-driver", env!("CARGO_BIN_EXE_cxmap"))]);
    repository.write(".gitattributes", "*.journey.yaml diff=cxmap\n");
    repository.commit();
    repository
}

#[test]
fn git_shows_journeys() {
    let repository = with_driver(&[("maps/a.journey.yaml", &map("A", 4)), ("maps/old.journey.yaml", &map("Old", 3))]);
    repository.write("maps/a.journey.yaml", map("A", 2));
    let told = repository.git(&["diff"]);
    assert!(told.starts_with("maps/a.journey.yaml\nA: ") && told.contains("→ now") && told.contains("4 → 2"), "{told}");
    repository.git(&["mv", "maps/old.journey.yaml", "maps/renamed.journey.yaml"]);
    repository.write("maps/new.journey.yaml", map("New", 3));
    repository.write("maps/odd.journey.yaml", "hello: world\n");
    repository.commit();
    for args in
        [&["diff", "-M", "HEAD~1", "HEAD"] as &[&str], &["show", "--ext-diff"], &["log", "-p", "-1", "--ext-diff"]]
    {
        let told = repository.git(args);
        assert!(told.contains("4 → 2"), "{args:?}: {told}");
        assert!(told.contains("maps/old.journey.yaml → maps/renamed.journey.yaml\n"), "{args:?}: {told}");
        assert!(told.contains("A new journey:\nNew\n"), "{args:?}: {told}");
        assert!(told.contains("+hello: world"), "{args:?}: {told}");
    }
    repository.git(&["rm", "-q", "maps/new.journey.yaml"]);
    assert!(repository.git(&["diff", "HEAD"]).contains("The journey “New” is no longer there."));
    // Nothing of it where Git is told so.
    assert!(repository.git(&["diff", "--no-ext-diff", "HEAD~1", "HEAD"]).contains("@@"));
}

#[test]
fn git_never_stops_for_it() {
    let names = [
        "-f.journey.yaml",
        "--git-driver.journey.yaml",
        "a b'\"$(touch x).journey.yaml",
        "\u{1b}[2J.journey.yaml",
        "é\n.journey.yaml",
    ];
    let repository = with_driver(&[("z.journey.yaml", &map("Last", 4))]);
    for name in names {
        repository.write(name, map("A", 4));
    }
    repository.write("binary.journey.yaml", b"\xff\xfe\0\0a");
    repository.write("huge.journey.yaml", vec![b'#'; 11 << 20]);
    repository.write("broken.journey.yaml", "phases: [");
    repository.commit();
    for name in names {
        repository.write(name, map("A", 2));
    }
    repository.write("binary.journey.yaml", b"\xff\xfe\0\0b");
    repository.write("huge.journey.yaml", vec![b'-'; 11 << 20]);
    repository.write("broken.journey.yaml", "phases: ]");
    repository.write("z.journey.yaml", map("Last", 2));
    let told = repository.git(&["diff"]);
    assert!(told.matches("4 → 2").count() > names.len(), "{told}");
    assert!(told.contains("Binary files differ") && told.contains("-phases: [") && told.contains("Last: "), "{told}");
    assert!(!told.contains('\u{1b}'), "{told:?}");
    assert!(!repository.path().join("x").exists());
}

#[test]
fn unmerged_maps_are_named() {
    let repository = with_driver(&[("a.journey.yaml", &map("A", 3))]);
    repository.git(&["checkout", "-q", "-b", "other"]);
    repository.write("a.journey.yaml", map("A", 4));
    repository.commit();
    repository.git(&["checkout", "-q", "main"]);
    repository.write("a.journey.yaml", map("A", 2));
    repository.commit();
    let merge = Command::new("git").args(["merge", "-q", "other"]).current_dir(repository.path()).output().unwrap();
    assert!(!merge.status.success());
    assert!(repository.git(&["diff", "--cached"]).contains("* Unmerged path a.journey.yaml"));
}

#[test]
fn the_driver_always_ends_well() {
    let folder = folder(&[("a.yaml", &map("A", 4))]);
    let hash = "0123456789abcdef0123456789abcdef01234567";
    for args in [
        &["a", "b"] as &[&str],
        &["x.yaml", "nowhere", hash, "100644", "a.yaml", hash, "100644"],
        &["--help"],
        &["a", "b", "c", "d", "e", "f", "g", "h"],
        &["x.yaml", "/dev/null", ".", ".", "/dev/null", ".", "."],
    ] {
        let run = diff(folder.path(), &[&["--git-driver"], args].concat());
        assert_eq!(run.status, 0, "{args:?} {run:?}");
    }
    let run = diff(folder.path(), &["--git-driver", "a.yaml", "a.yaml", hash, "100644", "a.yaml", hash, "100755"]);
    assert!(run.stdout.starts_with("a.yaml\nmode 100644 → 100755\nA: "), "{}", run.stdout);
}
