//! Words and values as people write them, in English, Dutch and French: the message says at once how they are to be written.

mod common;

use common::{cxmap_with_stdin, folder};

/// The help about a line of a touchpoint, which stands last in a small map.
fn help(line: &str) -> String {
    let text = format!(
        "cxmap: 1\ntitle: t\nphases:\n  - title: p\n    touchpoints:\n      - title: Je reçois l'argent\n        {line}\n"
    );
    help_of(&text)
}

fn help_of(text: &str) -> String {
    let run = cxmap_with_stdin(&["lint", "-q", "--color", "never", "--today", "2026-11-21", "-"], text);
    let helps: Vec<_> = run.stdout.lines().filter_map(|line| line.trim().strip_prefix("= help: ")).collect();
    assert_eq!(helps.len(), 1, "{}", run.stdout);
    helps[0].to_owned()
}

#[test]
fn a_value_of_everyday_use_is_shown_as_it_is_to_be_written() {
    for (line, expected) in [
        ("emotion: hopeful", "did you mean `feeling`?"),
        ("emotie: 2", "did you mean `experience`?"),
        ("attente: 4", "did you mean `expectation`?"),
        ("expectation: \"?\"", "leave the field out: what is unknown is not zero"),
        ("wait: 14mo", "write it in days or weeks: about `61w`"),
        ("wait: P11M", "write it in days or weeks: about `48w`"),
        ("wait: 10 werkdagen", "count the days of the calendar: 10 working days are `14d`"),
        ("solutions: [{title: s, due: Q1 2027}]", "write a day, such as the last of it: `2027-03-31`"),
        ("solutions: [{title: s, due: 2028-02}]", "write a day, such as the last of it: `2028-02-29`"),
        ("measures: [nps: 45]", "write `metric: nps`, and below it `value: 45`"),
        ("wait: 2 mois", "write it in days or weeks: about `60d`"),
        ("temps d'attente: 2w", "did you mean `wait`?"),
        ("behoeftes: [rust]", "did you mean `needs`?"),
        ("ressenti: 2", "did you mean `experience`?"),
        ("ressenti: seul", "did you mean `feeling`?"),
        ("solutions: [{title: s, wie: Ann}]", "did you mean `owner`?"),
        (
            "measures: [{metric: x, value: 11 min}]",
            "write the number alone, `11`; a measure has its unit beside it: `unit: \"min\"`",
        ),
        ("feedback: {via: mail, follow_up: Geen}", "leave the field out: where it is absent there is none"),
        ("decision: x", "leave it out, or keep it as a field of your own, such as `x-decision`"),
    ] {
        assert_eq!(help(line), expected, "{line}");
    }
}

#[test]
fn words_in_dutch_and_french_name_those_of_the_format() {
    let friction = |field: &str| format!("friction_points: [{{title: f, {field}}}]");
    let solution = |status: &str| format!("solutions: [{{title: s, owner: o, status: {status}}}]");
    for (line, word) in [
        (friction("severity: hoog"), "high"),
        (friction("severity: élevée"), "high"),
        (friction("status: opgelost"), "resolved"),
        (solution("gepland"), "planned"),
        (solution("Prévu"), "planned"),
        (solution("en cours"), "in_progress"),
        (solution("afgerond"), "done"),
        ("optional: true, status: {level: gesloten}".replace(", ", "\n        "), "unavailable"),
        ("status: beperkt".to_owned(), "limited"),
        ("next: einde".to_owned(), "end"),
        ("next: [next, verloren]".to_owned(), "lost"),
    ] {
        let help = help(&line);
        assert!(help.starts_with(&format!("did you mean `{word}`?")), "{line}: {help}");
    }
}

#[test]
fn a_scale_is_shown_as_it_is_to_be_written() {
    for (written, shown) in [
        ("-2..2", "write `{min: -2, max: 2}`"),
        ("1-5", "write `{min: 1, max: 5}`"),
        ("0–10", "write `{min: 0, max: 10}`"),
        ("\"min: -2, max: 2\"", "write `{min: -2, max: 2}`"),
        ("5 stars", "write `{min: 1, max: 5}`"),
    ] {
        let text =
            format!("cxmap: 1\ntitle: t\nscale: {written}\nphases:\n  - title: p\n    touchpoints: [title: a]\n");
        assert_eq!(help_of(&text), shown, "{written}");
    }
    let run =
        cxmap_with_stdin(&["lint", "-q", "--color", "never", "-"], "cxmap: 1\ntitle: t\nscale: min: -2, max: 2\n");
    assert!(run.stdout.contains("put braces around them: `{min: -2, max: 2}`"), "{}", run.stdout);
}

#[test]
fn what_is_a_translation_is_mended() {
    let text = "cxmap: 1\ntitle: t\nphases:\n  - title: p\n    touchpoints:\n      - title: Je reçois l'argent\n        \
                status: beperkt\n        next: [einde, je-recois-l-argent]\n";
    let folder = folder(&[("a.journey.yaml", text)]);
    common::cxmap_in(folder.path(), &["lint", "--fix", "-q", "--today", "2026-11-21", "."]);
    let mended = std::fs::read_to_string(folder.path().join("a.journey.yaml")).unwrap();
    let expected = text.replace("beperkt", "limited").replace("[einde", "[end");
    assert_eq!(mended, expected);
}
