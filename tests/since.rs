//! `--since`: only what a change brings, through the program and real repositories.

mod common;
#[path = "common/git.rs"]
mod git;

use std::fs;
use std::path::Path;

use common::{Run, cxmap_in};
use git::Repository;

/// A map with one mistake of its own (line 7), and room for others.
const OLD: &str = "cxmap: 1
title: Ik betaal
phases:
  - title: Betalen
    touchpoints:
      - title: Ik krijg de rekening
        kanaal: post
      - title: Ik betaal
";

/// A second mistake, at the end.
const MORE: &str = "        next: nergens\n";

fn lint(folder: &Path, args: &[&str]) -> Run {
    cxmap_in(folder, &[&["lint", "--today", "2026-11-21", "-f", "concise"], args].concat())
}

/// The places and rules of what is reported.
fn found(run: &Run) -> Vec<String> {
    run.stdout.lines().map(|line| line.split("]: ").next().unwrap().to_owned()).collect()
}

#[track_caller]
fn check(repository: &Repository, args: &[&str], expected: &[&str], known: &str) {
    let run = lint(repository.path(), args);
    assert_eq!(found(&run), expected, "{run:?}");
    assert_eq!(run.status, i32::from(!expected.is_empty()), "{run:?}");
    // What can be fixed is no matter here.
    let summary = run.stderr.trim_end().split(" (").next().unwrap();
    assert!(summary.ends_with(known), "{run:?}");
}

#[test]
fn what_was_there_is_left_out() {
    let repository = Repository::with(&[("maps/a.journey.yaml", OLD)]);
    check(&repository, &[], &["maps/a.journey.yaml:7:9: error[unknown-field"], "1 error in 1 map");
    check(&repository, &["--since", "HEAD"], &[], "nothing to report in 1 map, beside 1 that is known");
    // Lines above it, and a mistake below.
    repository.write("maps/a.journey.yaml", format!("# De eerste\n\n{OLD}{MORE}"));
    let new = ["maps/a.journey.yaml:11:15: error[unknown-reference"];
    check(&repository, &["--since", "HEAD"], &new, "1 error in 1 map, beside 1 that is known");
    repository.commit();
    check(&repository, &["--since", "HEAD"], &[], "beside 2 that are known");
    check(&repository, &["--since", "HEAD~1"], &new, "beside 1 that is known");
    check(&repository, &["--since", "main"], &[], "beside 2 that are known");
    let inside = cxmap_in(&repository.path().join("maps"), &["lint", "--since", "HEAD~1", "-f", "concise"]);
    assert_eq!(found(&inside), ["a.journey.yaml:11:15: error[unknown-reference"]);
}

#[test]
fn a_second_mistake_of_the_same_kind_is_new() {
    let repository = Repository::with(&[("a.journey.yaml", OLD)]);
    repository.write("a.journey.yaml", OLD.replace("kanaal: post", "kanaal: post\n        frends: x"));
    check(&repository, &["--since", "HEAD"], &["a.journey.yaml:8:9: error[unknown-field"], "beside 1 that is known");
    let ratings = OLD.replace("kanaal: post", "experience: 7");
    repository.write("a.journey.yaml", &ratings);
    repository.commit();
    repository.write("a.journey.yaml", ratings.replace("experience: 7", "expectation: 8\n        experience: 7"));
    check(&repository, &["--since", "HEAD"], &["a.journey.yaml:7:22: error[invalid-value"], "beside 1 that is known");
}

#[test]
fn the_old_text_is_judged_as_the_new_one() {
    let empty = "cxmap: 1\ntitle: a\nphases:\n  - title: Betalen\n";
    let repository = Repository::with(&[("a.journey.yaml", empty)]);
    // Stricter by the configuration of today: what it finds now, it would have found then.
    repository.write("cxmap.yaml", "rules:\n  empty-phase: error\n");
    check(&repository, &["--since", "HEAD"], &[], "beside 1 that is known");
    let dated = "cxmap: 1\ntitle: a\nreview: {last: 2026-01-01, every: P6M}\nphases:\n  - title: b\n    touchpoints: [{title: c}]\n";
    repository.write("a.journey.yaml", dated);
    repository.commit();
    repository.write("a.journey.yaml", format!("{dated}# so\n"));
    check(&repository, &["--since", "HEAD", "-D", "stale-map"], &[], "beside 1 that is known");
}

#[test]
fn a_comment_that_is_taken_out_makes_a_finding_new() {
    let quiet = OLD.replace("kanaal: post", "kanaal: post # cxmap: ignore[unknown-field] van hen");
    let repository = Repository::with(&[("a.journey.yaml", &quiet)]);
    check(&repository, &["--since", "HEAD"], &[], "nothing to report in 1 map");
    repository.write("a.journey.yaml", OLD);
    check(&repository, &["--since", "HEAD"], &["a.journey.yaml:7:9: error[unknown-field"], "1 error in 1 map");
}

#[test]
fn new_and_untracked_files_count_whole() {
    let repository = Repository::with(&[("a.journey.yaml", OLD)]);
    repository.write("b.journey.yaml", OLD);
    repository.write("c.journey.yaml", OLD);
    repository.git(&["add", "b.journey.yaml"]);
    let new = ["b.journey.yaml:7:9: error[unknown-field", "c.journey.yaml:7:9: error[unknown-field"];
    check(&repository, &["--since", "HEAD"], &new, "2 errors in 3 maps, beside 1 that is known");
}

#[test]
fn a_renamed_file_is_the_same_file() {
    let repository = Repository::with(&[("maps/a.journey.yaml", OLD), ("b.journey.yaml", "cxmap: 1\n")]);
    let new = "care/Zorg \"één\", mét 'n blik.journey.yaml";
    fs::create_dir(repository.path().join("care")).unwrap();
    repository.git(&["mv", "maps/a.journey.yaml", new]);
    repository.write(new, format!("{OLD}{MORE}"));
    let found = [format!("{new}:9:15: error[unknown-reference")];
    check(&repository, &["--since", "HEAD"], &[&found[0]], "beside 3 that are known");
    repository.commit();
    check(&repository, &["--since", "HEAD~1"], &[&found[0]], "beside 3 that are known");
    // A setting of the user does not keep Git from seeing it.
    repository.git(&["config", "diff.renames", "false"]);
    repository.git(&["config", "diff.relative", "true"]);
    repository.git(&["config", "diff.external", "false"]);
    repository.git(&["config", "core.pager", "false"]);
    repository.git(&["config", "core.fsmonitor", "touch ran; false"]);
    check(&repository, &["--since", "HEAD~1", "care"], &[&found[0]], "beside 1 that is known");
    assert!(!repository.path().join("ran").exists(), "no program of the repository's settings is run");
}

#[test]
#[cfg(unix)]
fn any_name_of_a_file_will_do() {
    let names =
        ["-x.journey.yaml", ":a.journey.yaml", "a\nb.journey.yaml", "*.journey.yaml", "ü\t\u{1b}[31m.journey.yaml"];
    let files: Vec<_> = names.iter().map(|name| (*name, OLD)).collect();
    let repository = Repository::with(&files);
    check(&repository, &["--since", "HEAD"], &[], "beside 5 that are known");
    repository.git(&["mv", "--", "a\nb.journey.yaml", "a\nc.journey.yaml"]);
    check(&repository, &["--since", "HEAD"], &[], "beside 5 that are known");
}

#[test]
#[cfg(unix)]
fn a_link_is_what_it_points_to() {
    let repository = Repository::with(&[("maps/real.yaml", OLD)]);
    std::os::unix::fs::symlink("maps/real.yaml", repository.path().join("link.yaml")).unwrap();
    std::os::unix::fs::symlink("maps", repository.path().join("folder")).unwrap();
    check(&repository, &["--since", "HEAD", "link.yaml", "folder/real.yaml"], &[], "beside 2 that are known");
    // What was a link then was no map.
    repository.commit();
    fs::remove_file(repository.path().join("link.yaml")).unwrap();
    repository.write("link.yaml", OLD);
    check(&repository, &["--since", "HEAD", "link.yaml"], &["link.yaml:7:9: error[unknown-field"], "1 error in 1 map");
}

#[test]
fn what_was_no_map_then_is_no_matter() {
    let repository = Repository::new();
    for (name, bytes) in [("a.yaml", &b"\xff\xfe\0binary\0"[..]), ("b.yaml", b""), ("c.yaml", b"a: [b\n")] {
        repository.write(name, bytes);
    }
    repository.commit();
    for name in ["a.yaml", "b.yaml", "c.yaml"] {
        repository.write(name, OLD);
        let found = [format!("{name}:7:9: error[unknown-field")];
        check(&repository, &["--since", "HEAD", name], &[&found[0]], "1 error in 1 map");
    }
    let big = repository.write("big.yaml", vec![b'#'; (10 << 20) + 1]);
    repository.commit();
    fs::write(big, OLD).unwrap();
    let run = lint(repository.path(), &["--since", "HEAD", "big.yaml", "a.yaml"]);
    assert_eq!((run.status, found(&run)), (2, vec![]), "{run:?}");
    assert!(run.stderr.starts_with("error: big.yaml: its earlier state: larger than 10 MiB"), "{run:?}");
}

#[test]
fn revisions_that_are_none() {
    let repository = Repository::with(&[("a.journey.yaml", OLD)]);
    for revision in ["--output=x", "-", "", "a\nb", "\u{1b}[31m", "^HEAD"] {
        let run = lint(repository.path(), &[&format!("--since={revision}")]);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{revision:?}: {run:?}");
        assert!(run.stderr.contains("cannot be a revision"), "{run:?}");
        assert_eq!(run.stderr.lines().count(), 1, "{run:?}");
        assert!(!run.stderr.contains('\u{1b}'), "{run:?}");
    }
    for revision in ["nowhere", "HEAD~7", "main..HEAD", "HEAD:a.journey.yaml", ":/y", "$(touch x)", "main main"] {
        let run = lint(repository.path(), &["--since", revision]);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{revision:?}: {run:?}");
        assert!(run.stderr.contains(&format!("has no revision `{revision}`\n")), "{run:?}");
    }
    assert!(!repository.path().join("x").exists());
    let empty = Repository::new();
    empty.write("a.journey.yaml", OLD);
    assert!(lint(empty.path(), &["--since", "HEAD"]).stderr.ends_with("has no revision `HEAD`\n"));
}

#[test]
fn repositories_that_are_none() {
    let folder = common::folder(&[("a.journey.yaml", OLD)]);
    let run = lint(folder.path(), &["--since", "HEAD"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.ends_with("a.journey.yaml is not in a Git repository\n"), "{run:?}");
    fs::create_dir(folder.path().join(".git")).unwrap();
    let run = lint(folder.path(), &["--since", "HEAD"]);
    assert!(run.status == 2 && run.stderr.contains("is not in a Git repository"), "{run:?}");
    // Nor does it belong to the one further up, by whose root it is not called.
    let outer = Repository::with(&[("inner/a.journey.yaml", OLD)]);
    fs::create_dir(outer.path().join("inner/.git")).unwrap();
    let run = lint(outer.path(), &["--since", "HEAD", "inner/a.journey.yaml"]);
    assert!(run.status == 2 && run.stderr.contains("is not in a Git repository"), "{run:?}");
    // Nothing can be linted in a bare one.
    let bare = tempfile::tempdir().unwrap();
    outer.git(&["clone", "-q", "--bare", ".", bare.path().join("bare").to_str().unwrap()]);
    fs::write(bare.path().join("bare/a.journey.yaml"), OLD).unwrap();
    let run = lint(&bare.path().join("bare"), &["--since", "HEAD"]);
    assert!(run.status == 2 && run.stderr.contains("is not in a Git repository"), "{run:?}");
}

#[test]
fn without_git_it_says_so() {
    let repository = Repository::with(&[("a.journey.yaml", OLD)]);
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_cxmap"));
    let output =
        command.args(["lint", "--since", "HEAD"]).current_dir(repository.path()).env("PATH", "").output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("Git is not installed"), "{output:?}");
}

#[test]
fn a_shallow_clone_says_what_to_do() {
    let repository = Repository::with(&[("a.journey.yaml", OLD)]);
    repository.commit();
    let clones = tempfile::tempdir().unwrap();
    let url = format!("file://{}", repository.path().display());
    git::git(clones.path(), &["clone", "-q", "--depth=1", &url, "shallow"]);
    let run = lint(&clones.path().join("shallow"), &["--since", "HEAD~1"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("no revision `HEAD~1`: it was cloned without its whole history"), "{run:?}");
    assert!(run.stderr.contains("fetch-depth: 0"), "{run:?}");
    assert_eq!(lint(&clones.path().join("shallow"), &["--since", "HEAD"]).status, 0);
}

#[test]
fn worktrees_submodules_and_several_repositories() {
    let repository = Repository::with(&[("maps/a.journey.yaml", OLD), ("README.md", "Kaarten")]);
    let aside = tempfile::tempdir().unwrap();
    let tree = aside.path().join("tree");
    repository.git(&["worktree", "add", "-q", "--detach", tree.to_str().unwrap()]);
    fs::write(tree.join("maps/a.journey.yaml"), format!("{OLD}{MORE}")).unwrap();
    let run = lint(&tree, &["--since", "main"]);
    assert_eq!(found(&run), ["maps/a.journey.yaml:9:15: error[unknown-reference"]);

    let outer = Repository::with(&[("maps/a.journey.yaml", OLD)]);
    outer.git(&["submodule", "--quiet", "add", repository.path().to_str().unwrap(), "inner"]);
    outer.commit();
    outer.write("inner/maps/a.journey.yaml", format!("{OLD}{MORE}"));
    // Each file by its own repository, though both are called alike from their roots.
    let new = ["inner/maps/a.journey.yaml:9:15: error[unknown-reference"];
    check(&outer, &["--since", "HEAD", "maps", "inner/maps"], &new, "beside 2 that are known");
    let inner = git::git(&outer.path().join("inner"), &["rev-parse", "HEAD"]);
    let run = lint(outer.path(), &["--since", inner.trim(), "maps", "inner/maps"]);
    assert!(run.status == 2 && run.stderr.contains("has no revision"), "{run:?}");
}

#[test]
fn a_hook_of_another_repository_does_not_lead_astray() {
    let repository = Repository::with(&[("a.journey.yaml", OLD)]);
    let other = Repository::with(&[("b", "")]);
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_cxmap"));
    command.args(["lint", "--since", "HEAD", "-f", "concise"]).current_dir(repository.path());
    command.env("GIT_DIR", other.path().join(".git")).env("GIT_INDEX_FILE", "nowhere").env("GIT_WORK_TREE", "/");
    let output = command.output().unwrap();
    assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(0), &b""[..]), "{output:?}");
}

#[test]
fn standard_input_is_the_file_it_is_called() {
    let repository = Repository::with(&[("a.journey.yaml", OLD)]);
    let run = |args: &[&str]| {
        let args = [&["lint", "-f", "concise", "--since", "HEAD", "-"], args].concat();
        common::cxmap_in_with_stdin(repository.path(), &args, &format!("{OLD}{MORE}"))
    };
    assert_eq!(found(&run(&["--stdin-name", "a.journey.yaml"])), ["a.journey.yaml:9:15: error[unknown-reference"]);
    assert_eq!(found(&run(&["--stdin-name", "new/b.journey.yaml"])).len(), 2, "a file that is only to be");
    let run = run(&[]);
    assert!(run.status == 2 && run.stderr.contains("say it with `--stdin-name`"), "{run:?}");
}

#[test]
fn a_map_can_be_read_at_a_revision() {
    let repository = Repository::with(&[("maps/a.journey.yaml", OLD)]);
    repository.write("maps/a.journey.yaml", format!("{OLD}{MORE}"));
    let given = "HEAD:maps/a.journey.yaml";
    check(&repository, &[given], &["HEAD:maps/a.journey.yaml:7:9: error[unknown-field"], "1 error in 1 map");
    let table = cxmap_in(&repository.path().join("maps"), &["render", "HEAD:a.journey.yaml", "-f", "json"]);
    assert!(table.status == 0 && table.stdout.contains("\"id\": \"a\""), "the file names the map: {table:?}");
    let diff = cxmap_in(repository.path(), &["diff", given, "maps/a.journey.yaml", "-f", "json"]);
    assert_eq!(diff.status, 0, "{diff:?}");
    // It is the same finding as in the file.
    let fingerprint = |path: &str| {
        let json = cxmap_in(repository.path(), &["lint", "-f", "json", path]).stdout;
        json.lines().find(|line| line.contains("fingerprint")).unwrap().to_owned()
    };
    assert_eq!(fingerprint(given), fingerprint("maps/a.journey.yaml"));
    // An existing file wins.
    #[cfg(unix)]
    {
        repository.write(given, "cxmap: 1\ntitle: a\nphases:\n  - title: b\n    touchpoints: [{title: c}]\n");
        check(&repository, &[given], &[], "nothing to report in 1 map");
        fs::remove_dir_all(repository.path().join("HEAD:maps")).unwrap();
    }
    // What is gone from the working tree is still there.
    fs::remove_dir_all(repository.path().join("maps")).unwrap();
    check(&repository, &[given], &["HEAD:maps/a.journey.yaml:7:9: error[unknown-field"], "1 error in 1 map");
    for (given, message) in [
        ("HEAD:maps/b.yaml", "there is no such file, and at `HEAD` there is no file maps/b.yaml"),
        ("HEAD:../a.yaml", "is not in a Git repository"),
        ("nowhere:maps/a.journey.yaml", "has no revision `nowhere`"),
        ("--x:a.yaml", "cannot be a revision"),
        (":a.yaml", "No such file"),
    ] {
        let run = lint(repository.path(), &["--", given]);
        assert!(run.status == 2 && run.stderr.contains(message), "{given}: {run:?}");
    }
}

#[test]
fn what_is_left_out_is_told_to_programs() {
    let repository = Repository::with(&[("a.journey.yaml", OLD)]);
    repository.write("a.journey.yaml", format!("{OLD}{MORE}"));
    let run = |format: &str| cxmap_in(repository.path(), &["lint", "-q", "--since", "HEAD", "-f", format]).stdout;
    let json: serde_json::Value = serde_json::from_str(&run("json")).unwrap();
    let quiet: Vec<_> = json["diagnostics"].as_array().unwrap().iter().map(|finding| &finding["suppressed"]).collect();
    let by = serde_json::json!({"by": "since", "reason": "found at `HEAD` already"});
    assert_eq!(quiet, [&by, &serde_json::Value::Null]);
    assert_eq!((&json["summary"]["error"], &json["summary"]["known"]), (&1.into(), &1.into()));
    let sarif: serde_json::Value = serde_json::from_str(&run("sarif")).unwrap();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    assert_eq!(results.len(), 2);
    assert_eq!(results[0]["suppressions"][0]["kind"], "external");
    assert_eq!(results[1]["suppressions"], serde_json::Value::Null);
    for (format, findings) in [
        ("concise", ": error["),
        ("github", "::error "),
        ("gitlab", "check_name"),
        ("junit", "<failure"),
        ("markdown", "| error |"),
        ("full", "error["),
    ] {
        assert_eq!(run(format).matches(findings).count(), 1, "{format}");
    }
}
