//! `cxmap.yaml` through the program: what it changes, which one is in force, and what is wrong with one.

mod common;

use std::fs;

use common::{Run, cxmap_in, folder};

const EMPTY_PHASE: &str = "cxmap: 1\ntitle: I pay\nphases:\n  - title: Pay\n";

/// Lints a map with an empty phase beside a configuration.
fn lint(config: &str, args: &[&str]) -> Run {
    let folder = folder(&[("a.journey.yaml", EMPTY_PHASE), ("cxmap.yaml", config)]);
    cxmap_in(folder.path(), &[&["lint", "-f", "concise"], args].concat())
}

#[test]
fn a_configuration_sets_levels_and_flags_override_it() {
    let finding =
        |level: &str| format!("a.journey.yaml:4:12: {level}[empty-phase]: the phase “Pay” has no touchpoints\n");
    for (config, args, stdout, status) in [
        ("", &[][..], finding("warn"), 0),
        ("profile: draft\n", &[], String::new(), 0),
        ("rules:\n  empty-phase: error\n", &[], finding("error"), 1),
        ("rules:\n  empty-phase: {level: info}\n", &[], finding("info"), 0),
        ("rules:\n  empty-phase: off\n", &["-W", "empty-phase"], finding("warn"), 0),
        ("profile: draft\n", &["--profile", "standard"], finding("warn"), 0),
        ("profile: draft\nfail_on: warn\n", &["-W", "empty-phase"], finding("warn"), 1),
        ("fail_on: warn\n", &["--fail-on", "error"], finding("warn"), 0),
        // Of flags the last one wins, whichever they are.
        ("", &["-A", "empty-phase", "-D", "empty-phase"], finding("error"), 1),
        ("", &["-D", "empty-phase", "-A", "empty-phase"], String::new(), 0),
        ("rules:\n  empty-phase: error\n", &["--isolated"], finding("warn"), 0),
    ] {
        let run = lint(config, args);
        assert_eq!((run.stdout, run.status), (stdout, status), "{config} {args:?}\n{}", run.stderr);
    }
}

#[test]
fn what_is_wrong_with_a_configuration_is_said_at_its_place() {
    for (config, place, words) in [
        ("profil: draft\n", "cxmap.yaml:1:1", "did you mean `profile`?"),
        ("profile: strict\n", "cxmap.yaml:1:10", "`strict` is not a profile"),
        ("rules:\n  emty-phase: off\n", "cxmap.yaml:2:3", "did you mean `empty-phase`?"),
        ("rules:\n  empty-phase: warning\n", "cxmap.yaml:2:16", "`warning` is not a level"),
        ("rules:\n  empty-phase: {limit: 3}\n", "cxmap.yaml:2:17", "has no option `limit`"),
        ("rules:\n  yaml-syntax: warn\n", "cxmap.yaml:2:3", "cannot be set"),
        ("rules:\n  weak-end: {level: warn, level: off}\n", "cxmap.yaml:2:27", "given a second time"),
        ("rules:\n  peak-overload: {peaks: \"4\"}\n", "cxmap.yaml:2:26", "take the quotes off"),
        ("fail_on: [error]\n", "cxmap.yaml:1:10", "this is a list"),
        ("title: 'never closed\n", "cxmap.yaml:1:8", "yaml-syntax"),
        ("exclude: drafts\n", "cxmap.yaml:1:10", "a list is wanted"),
    ] {
        let run = lint(config, &[]);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{config}");
        assert!(run.stderr.contains(place) && run.stderr.contains(words), "{config}: {}", run.stderr);
        assert!(run.stderr.contains("the configuration cxmap.yaml is not sound"), "{}", run.stderr);
    }
}

#[test]
fn the_nearest_configuration_up_to_the_root_of_the_repository_is_in_force() {
    let folder = folder(&[
        ("cxmap.yaml", "profile: draft\n"),
        ("repo/.git/HEAD", "ref: refs/heads/main\n"),
        ("repo/cxmap.yaml", "rules:\n  empty-phase: error\n"),
        ("repo/maps/a.journey.yaml", EMPTY_PHASE),
        ("repo/quiet/cxmap.yaml", "profile: draft\n"),
        ("repo/quiet/b.journey.yaml", EMPTY_PHASE),
        ("loose/deep/c.journey.yaml", EMPTY_PHASE),
    ]);
    let run = cxmap_in(folder.path(), &["lint", "-f", "concise", "repo", "loose"]);
    let found: Vec<_> = run.stdout.lines().map(|line| line.split("]:").next().unwrap()).collect();
    assert_eq!(
        found,
        ["loose/deep/c.journey.yaml:4:12: warn[empty-phase", "repo/maps/a.journey.yaml:4:12: error[empty-phase"],
        "the second repository's own wins whole; outside a repository only the file's own folder counts"
    );
}

#[test]
fn files_are_included_and_excluded_by_pattern() {
    let folder = folder(&[
        ("cxmap.yaml", "include:\n  - maps/*.yaml\nexclude:\n  - old/\n"),
        ("maps/a.yaml", EMPTY_PHASE),
        ("old/b.journey.yaml", EMPTY_PHASE),
        ("c.journey.yaml", EMPTY_PHASE),
        (".git/HEAD", "ref: refs/heads/main\n"),
    ]);
    let names = |args: &[&str]| -> Vec<String> {
        let run = cxmap_in(folder.path(), &[&["lint", "-q", "-f", "concise"], args].concat());
        run.stdout.lines().map(|line| line.split(':').next().unwrap().to_owned()).collect()
    };
    assert_eq!(names(&[]), ["c.journey.yaml", "maps/a.yaml"]);
    assert_eq!(names(&["old/b.journey.yaml"]), ["old/b.journey.yaml"], "named outright");
    assert_eq!(names(&["old/b.journey.yaml", "--force-exclude"]), Vec::<String>::new());
}

#[test]
fn a_configuration_that_is_named_must_be_there() {
    let folder = folder(&[("a.journey.yaml", EMPTY_PHASE), ("strict.yaml", "rules: {empty-phase: error}\n")]);
    assert_eq!(cxmap_in(folder.path(), &["lint", "--config", "strict.yaml"]).status, 1);
    let run = cxmap_in(folder.path(), &["lint", "--config", "nowhere.yaml"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("cannot read the configuration nowhere.yaml"), "{}", run.stderr);
    fs::write(folder.path().join("strict.yaml"), [0xff, 0xfe]).unwrap();
    assert_eq!(cxmap_in(folder.path(), &["lint", "--config", "strict.yaml"]).status, 2);
}
