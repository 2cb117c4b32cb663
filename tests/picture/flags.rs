//! `cxmap render -f svg` and `-f png` as a user runs them.

use crate::common::{cxmap, cxmap_in, folder};

const MAP: &str = "journeys/insurance-premium/before.journey.yaml";

#[test]
fn suffixes_name_the_format() {
    let folder = folder(&[("a.journey.yaml", "cxmap: 1\ntitle: t\nphases: [{title: p, touchpoints: [{title: a}]}]")]);
    let run = cxmap_in(folder.path(), &["render", "a.journey.yaml", "-o", "a.svg", "-o", "a.png"]);
    assert_eq!((run.status, run.stderr.as_str(), run.stdout.as_str()), (0, "", ""));
    let read = |name: &str| std::fs::read(folder.path().join(name)).unwrap();
    assert!(read("a.svg").starts_with(b"<svg "));
    assert!(read("a.png").starts_with(b"\x89PNG"));
}

#[test]
fn labels_follow_the_map_or_the_flag() {
    let has = |args: &[&str], label: &str| {
        let run = cxmap(&[&["render", "-f", "svg"], args].concat());
        assert_eq!(run.status, 0, "{}", run.stderr);
        run.stdout.contains(label)
    };
    assert!(has(&[MAP], ">Touchpoints<"));
    assert!(has(&[MAP, "--lang", "fr"], ">Points de contact<"));
    assert!(has(&["journeys/web-shop-delivery.journey.yaml"], ">Contactmomenten<"));
    assert!(has(&[MAP, "--lane", "touchpoints,experience"], ">Touchpoints<"));
    assert!(!has(&[MAP, "--lane", "experience"], ">Touchpoints<"));
    assert!(!has(&[MAP, "--phase", "choose"], "I receive the premium"));
}

#[test]
fn wrong_use_is_explained() {
    let error = |args: &[&str]| {
        let run = cxmap(&[&["render", "-f", "svg", MAP], args].concat());
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{args:?}");
        run.stderr
    };
    assert!(error(&["--phase", "chose"]).contains("did you mean `choose`?"));
    assert!(error(&["--theme", "pink"]).contains("the themes are light, dark, contrast and print"));
    assert!(error(&["--theme", "no.yaml"]).contains("cannot read the theme no.yaml"));
    assert!(error(&["--wrap", "0"]).contains("such as `12`"));
    assert!(error(&["--lane", "frictions"]).contains("did you mean `friction`?"));
    assert!(error(&["--scale", "-1"]).contains("0.05 to 20"));
    assert!(error(&["--lang", "de"]).contains("`en`"));
}

#[test]
fn a_theme_file_is_read_or_explained() {
    let map = "cxmap: 1\ntitle: t\nphases: [{title: p, touchpoints: [{title: a}]}]";
    let folder = folder(&[
        ("a.journey.yaml", map),
        ("ours.yaml", "base: light\nlogo: ACME Insurance\ncolors:\n  phase: \"#aa0055\"\n"),
        ("bad.yaml", "colors:\n  phse: \"#aa0055\"\n"),
    ]);
    let run = cxmap_in(folder.path(), &["render", "-f", "svg", "--theme", "ours.yaml"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(run.stdout.contains("ACME Insurance") && run.stdout.contains("#aa0055"));
    let run = cxmap_in(folder.path(), &["render", "-f", "svg", "--theme", "bad.yaml"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("bad.yaml:2:3") && run.stderr.contains("did you mean `phase`?"), "{}", run.stderr);
}

#[test]
fn a_missing_character_is_a_warning() {
    let map = "cxmap: 1\ntitle: \"a \\U0010FFFD\"\nphases: [{title: p, touchpoints: [{title: a}]}]";
    let folder = folder(&[("a.journey.yaml", map)]);
    let run = cxmap_in(folder.path(), &["render", "a.journey.yaml", "-o", "a.png"]);
    assert_eq!(run.status, 0);
    assert!(
        run.stderr.starts_with("warning: no font on this machine has ") && run.stderr.contains("(U+10FFFD)"),
        "{}",
        run.stderr
    );
    let run = cxmap_in(folder.path(), &["render", "a.journey.yaml", "-q", "-o", "a.png"]);
    assert_eq!(run.stderr, "");
}

/// What should be done by the given day and is not is said to be overdue, in word and sign. Without a day nothing is, so
/// that a picture is the same tomorrow; and a map of the past asks for nothing.
#[test]
fn what_is_overdue_on_the_given_day_is_marked() {
    let map = |state: &str| {
        format!(
            "cxmap: 1\ntitle: t\nstate: {state}\nlanguage: nl\nphases: [{{title: p, touchpoints: [{{title: a, friction_points: [{{title: f, solutions: [\
             {{title: one, status: planned, due: 2026-03-01}}, {{title: two, status: done, due: 2026-03-01}}, \
             {{title: three, status: in-progress, due: 2026-03-02}}]}}]}}]}}]\n"
        )
    };
    let folder = tempfile::tempdir().unwrap();
    let marks = |state: &str, format: &str, today: &[&str]| {
        let path = folder.path().join("map.journey.yaml");
        std::fs::write(&path, map(state)).unwrap();
        let run = cxmap(&[&["render", "-f", format, path.to_str().unwrap()], today].concat());
        assert_eq!(run.status, 0, "{}", run.stderr);
        run.stdout.matches("Te laat").count()
    };
    assert_eq!(marks("current", "svg", &["--today", "2026-03-02"]), 1);
    assert_eq!(marks("current", "svg", &["--today", "2026-03-03"]), 2);
    assert_eq!(marks("current", "svg", &[]), 0);
    assert_eq!(marks("past", "svg", &["--today", "2026-03-03"]), 0);
    assert!(marks("current", "html", &["--today", "2026-03-03"]) > 2);
    assert_eq!(marks("current", "html", &[]), 0);
}
