//! No character that a terminal obeys reaches the output, wherever in a map or a path it stands.

use std::fs;
use std::path::Path;

use crate::run::{Run, cxmap};

/// What clears a screen, sets a title, rings a bell, turns the direction of writing or ends a line, raw.
const RAW: &str = "\u{1b}[2J\u{1b}]0;boo\u{7}\u{9b}31m\u{202e}\u{2066}\u{200f}\u{2028}\u{8}\u{7f}\r";
/// The same as YAML escapes, for texts in double quotes.
const ESCAPED: &str = r"\e[2J\e]0;boo\a\x9b31m\u202e\u2066\u200f\u2028\b\x7f\r\n\t";

/// Nothing that is not text: line feeds are the program's own, and so are sequences that set a colour, if it was asked for.
#[track_caller]
fn check(run: &Run, is_colored: bool) {
    for output in [&run.stdout, &run.stderr] {
        let plain = if is_colored { without_colors(output) } else { output.clone() };
        let found = plain.char_indices().find(|(_, c)| {
            (c.is_control() && *c != '\n')
                || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        });
        if let Some((at, character)) = found {
            let from = plain.floor_char_boundary(at.saturating_sub(200));
            panic!("{character:?} in the output, behind:\n{}", &plain[from..at]);
        }
    }
}

/// Takes out `ESC [ digits and semicolons m`.
fn without_colors(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';').strip_prefix('m') {
            Some(rest) => plain.push_str(rest),
            None => plain.extend(["\u{1b}[", part]),
        }
    }
    plain
}

/// A map with a hostile text in every field that takes one.
fn map(title: &str) -> String {
    let e = ESCAPED;
    format!(
        r#"cxmap: 1
title: "{title} {e}"
description: "a {e}"
scenario: "b {e}"
goal: "c {e}"
persona: {{name: "d {e}", description: "{e}", goals: ["e {e}"], needs: ["f {e}"], quote: "g {e}"}}
situation: {{name: "h {e}", description: "i {e}"}}
owner: "j {e}"
channels:
  web: {{title: "k {e}", status: unavailable, description: "l {e}"}}
solutions: ["m {e}"]
measures: [{{metric: "n {e}", value: 3, unit: "{e}"}}]
evidence: ["o {e}"]
x-a: {{"x-{e}": "p {e}"}}
phases:
  - title: "q {e}"
    description: "r {e}"
    goal: "s {e}"
    owner: "t {e}"
    needs: ["u {e}"]
    friction_points: ["v {e}"]
    touchpoints:
      - title: "w {e}"
        channel: web
        owner: "x {e}"
        actors: ["y {e}"]
        needs: ["z {e}"]
        expectation: {{level: 4, because: "A {e}"}}
        experience: {{level: 2, because: "B {e}"}}
        feeling: "C {e}"
        thinking: "D {e}"
        quote: "E {e}"
        promises: ["F {e}"]
        friction_points: [{{title: "G {e}", because: "H {e}", solutions: [{{title: "I {e}", owner: "{e}", url: "{e}"}}]}}]
        solutions: ["J {e}"]
        measures: ["K {e}"]
        evidence: [{{title: "L {e}", url: "{e}"}}]
        moment_of_truth: {{title: "M {e}", why: "N {e}", success: "O {e}", failure: "P {e}", commitment: "Q {e}"}}
        employee: {{role: "R {e}", needs: ["{e}"], because: "S {e}"}}
        frontstage: ["T {e}"]
        backstage: [{{title: "U {e}", owner: "{e}", system: "{e}"}}]
        systems: ["V {e}"]
        props: ["W {e}"]
        feedback: {{via: "X {e}", open_question: "Y {e}", follow_up: {{owner: "Z {e}"}}}}
        next: [{{to: next, when: "1 {e}"}}, {{to: end, when: "2 {e}"}}]
      - title: "3 {e}"
        next: lost
"#
    )
}

/// Mistakes of every kind that repeats what the author wrote.
fn mistakes() -> String {
    let e = ESCAPED;
    format!(
        r#"cxmap: 1
title: "a {e}"
"{e}": b
"{e}": c
"titel {e}": c
language: "{e}"
state: "{e}"
id: "{e}"
review: {{last: "{e}", every: "{e}"}}
scale: {{min: "{e}", max: "{e}"}}
channels:
  "{e}": "{e}"
  web: {{"statuss {e}": a}}
phases:
  - title: "{e}"
  - title: "b {e}"
    "{e}": c
    duration: "{e}"
    touchpoints:
      - title: "c {e}"
        channel: "{e}"
        next: "{e}"
        replaced_by: "{e}"
        was: "{e}"
      - title: "c {e}"
        next: [{{to: "d {e}", share: "{e}"}}]
        expectation: "{e}"
        promises: [{{title: e, kept_at: "{e}"}}]
        friction_points: [{{title: f, also_at: ["{e}"], severity: "{e}"}}]
        solutions: [{{id: "{e}", title: g, touchpoint: "{e}"}}]
"#
    )
}

#[track_caller]
fn check_everywhere(folder: &Path, name: &str, other: &str) {
    let ways: &[&[&str]] = &[
        &["lint", name],
        &["lint", "-f", "concise", name],
        &["render", name],
        &["render", "-f", "markdown", name],
        &["render", "-f", "dot", name],
        &["render", "-f", "json", name],
        &["diff", name, other],
        &["diff", "--all", name, other],
        &["diff", "--all", other, name],
        &["diff", "-f", "json", other, name],
    ];
    for args in ways {
        let run = cxmap(folder, args);
        assert!((0..=2).contains(&run.status), "{args:?}: {run:?}");
        assert!(!run.said().is_empty(), "{args:?} says something");
        println!("{args:?}"); // Shown with a failure.
        check(&run, false);
        let colored: Vec<_> = args.iter().copied().chain(["--color", "always"]).collect();
        check(&cxmap(folder, &colored), true);
    }
}

#[test]
fn texts_of_a_map() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.yaml"), map("a")).unwrap();
    fs::write(
        folder.path().join("b.yaml"),
        map("b").replace(" {e}", "x {e}").replace("level: 2", "level: 3").replace("web", "post"),
    )
    .unwrap();
    fs::write(
        folder.path().join("c.yaml"),
        "cxmap: 1\ntitle: c\nphases:\n  - title: c\n    touchpoints: [{title: c}]\n",
    )
    .unwrap();
    assert_eq!(cxmap(folder.path(), &["lint", "-q", "a.yaml"]).status, 0, "the map is sound");
    check_everywhere(folder.path(), "a.yaml", "b.yaml");
    check_everywhere(folder.path(), "a.yaml", "c.yaml");
}

#[test]
fn texts_in_findings() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.yaml"), mistakes()).unwrap();
    fs::write(folder.path().join("b.yaml"), map("b")).unwrap();
    let run = cxmap(folder.path(), &["lint", "-f", "concise", "a.yaml"]);
    assert!(run.status == 1 && run.stdout.lines().count() > 20, "{}", run.stdout);
    assert!(run.stdout.contains(r"\u{1b}[2J\u{1b}]0;boo\u{7}\u{9b}31m\u{202e}"), "made visible: {}", run.stdout);
    check_everywhere(folder.path(), "a.yaml", "b.yaml");
}

/// The lines that are shown, with the characters themselves in them.
#[test]
fn raw_characters_in_a_file() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("sound.yaml"), map("b")).unwrap();
    let mut printable: String = RAW.chars().filter(|c| !c.is_control()).collect();
    assert!(printable.contains('\u{202e}'));
    printable.insert(0, '\u{61c}');
    for raw in RAW.chars().map(String::from).chain([RAW.to_owned(), printable]) {
        let texts = [
            format!("cxmap: 1\ntitle: a {raw} b\nphases:\n  - title: c\n    touchpoints:\n      - title: d\n"),
            format!(
                "cxmap: 1\ntitle: a\nti{raw}tel: b\nphases:\n  - title: c\n    touchpoints:\n      - title: d {raw}\n        next: {raw}e\n"
            ),
            format!("cxmap: 1\ntitle: \"a {raw}\" b\nphases:\n  - title: c\n"),
            format!("cxmap: 1\ntitle: a # {raw}\nphasen:\n  - title: c # {raw}\n    ow{raw}er: c\n"),
        ];
        for text in texts {
            fs::write(folder.path().join("a.yaml"), &text).unwrap();
            for args in [
                &["lint", "a.yaml"][..],
                &["lint", "-f", "concise", "a.yaml"],
                &["render", "a.yaml"],
                &["diff", "a.yaml", "sound.yaml"],
            ] {
                println!("{args:?} of {text:?}");
                check(&cxmap(folder.path(), args), false);
            }
        }
    }
}

#[cfg(unix)]
#[test]
fn names_of_files() {
    use std::ffi::{OsStr, OsString};
    use std::os::unix::ffi::OsStrExt;

    let folder = tempfile::tempdir().unwrap();
    let raw = RAW.replace('/', "");
    let names = [
        OsString::from(format!("a{raw}.journey.yaml")),
        OsString::from("two\nlines.journey.yaml"),
        OsStr::from_bytes(b"caf\xe9\x1b[2J\xff.journey.yaml").to_owned(),
    ];
    let sound = "cxmap: 1\ntitle: a\nphases:\n  - title: b\n    touchpoints:\n      - title: c\n";
    for (name, text) in
        names.iter().flat_map(|name| [(name, sound), (name, "cxmap: 1\ntitel: a\n"), (name, "a: \u{1b}\n")])
    {
        fs::write(folder.path().join(name), text).unwrap();
        let arg = OsStr::new;
        for args in [
            vec![arg("lint"), name],
            vec![arg("lint"), arg("-f"), arg("concise"), name],
            vec![arg("lint"), arg(".")],
            vec![arg("render"), name],
            vec![arg("render"), arg("-f"), arg("markdown"), name],
            vec![arg("diff"), name, name],
            vec![arg("diff"), arg("-f"), arg("json"), name, name],
        ] {
            println!("{args:?}");
            check(&cxmap(folder.path(), &args), false);
        }
        fs::remove_file(folder.path().join(name)).unwrap();
        for args in [vec![arg("lint"), name], vec![arg("render"), name], vec![arg("diff"), name, name]] {
            println!("{args:?}");
            let run = cxmap(folder.path(), &args);
            assert_eq!(run.status, 2);
            check(&run, false);
        }
        // Files that cannot be read, and folders of that name.
        fs::create_dir(folder.path().join(name)).unwrap();
        for args in [vec![arg("lint"), name], vec![arg("diff"), name, name]] {
            println!("{args:?}");
            check(&cxmap(folder.path(), &args), false);
        }
        fs::remove_dir(folder.path().join(name)).unwrap();
    }
}

/// Whatever is typed, or pasted, comes back without power.
#[test]
fn arguments() {
    let folder = tempfile::tempdir().unwrap();
    let evil = "\u{1b}[2J\u{202e}\u{9b}";
    for args in [
        vec!["explain", evil],
        vec!["lint", "-f", evil],
        vec!["lint", "-o", &format!("a.{evil}")],
        vec!["lint", "--fail-on", evil],
        vec!["lint", &format!("--{evil}")],
        vec!["lint", "--today", evil],
        vec!["lint", "-", "--stdin-name", evil],
        vec![evil],
        vec!["schema", evil],
    ] {
        println!("{args:?}");
        let run = cxmap(folder.path(), &args);
        assert!(run.status == 2 || (args.contains(&"-") && run.status == 1), "{args:?}: {run:?}");
        check(&run, false);
    }
}
