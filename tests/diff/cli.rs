//! `cxmap diff` as a user runs it: sides, languages, formats, acceptances, the exit status.

use std::fmt::Write as _;

use serde_json::Value;

use crate::shared::{Run, cxmap, cxmap_in, cxmap_with_stdin, folder};

const PAIR: [&str; 2] = ["journeys/bank-branch/before.journey.yaml", "journeys/bank-branch/lockdown.journey.yaml"];

fn map(fields: &str) -> String {
    let fields = fields.lines().fold(String::new(), |text, line| format!("{text}        {line}\n"));
    format!(
        "cxmap: 1\ntitle: I insure my car\nchannels: {{branch: Branch, app: App}}\nphases:\n  - id: buy\n    title: Buy\n    \
         touchpoints:\n      - id: compare\n        title: I compare\n        next: [ask, sign]\n      - id: ask\n        \
         title: I ask for advice\n{fields}      - id: sign\n        title: I sign\n"
    )
}

/// Runs the comparison of two maps in a folder of their own, with other files beside them.
fn diff(before: &str, after: &str, files: &[(&str, &str)], args: &[&str]) -> Run {
    let mut all = vec![("before.journey.yaml", before), ("after.journey.yaml", after)];
    all.extend(files);
    let folder = folder(&all);
    let fixed = ["diff", "before.journey.yaml", "after.journey.yaml", "--today", "2026-11-21"];
    cxmap_in(folder.path(), &[&fixed[..], args].concat())
}

#[test]
fn the_report_is_in_the_language_of_the_map_unless_another_is_asked_for() {
    let gist = |args: &[&str]| {
        let run = cxmap(&[&["diff", PAIR[0], PAIR[1]], args].concat());
        assert_eq!((run.status, run.stderr.as_str()), (0, ""));
        run.stdout.lines().nth(2).unwrap().to_owned()
    };
    assert!(gist(&[]).starts_with("Voor Riet Bakker maakt de situatie “lockdown” 34 punten slechter en 15 beter."));
    assert!(gist(&["--lang", "en"]).starts_with("For Riet Bakker, “lockdown” makes 34 things worse and 15 better."));
    let french = gist(&["--lang", "fr"]);
    assert!(
        french
            .starts_with("Pour Riet Bakker, la situation «\u{a0}lockdown\u{a0}» dégrade 34 points et en améliore 15."),
        "{french}"
    );
    let wrong = cxmap(&["diff", PAIR[0], PAIR[1], "--lang", "de"]);
    assert_eq!(wrong.status, 2);
    assert!(wrong.stderr.contains("write one of `en`, `nl`, `fr`"), "{}", wrong.stderr);
}

#[test]
fn what_is_gone_and_new_is_not_taken_for_a_rename_where_that_is_not_wanted() {
    let renamed = map("effort: 2")
        .replace("id: ask\n        title: I ask for advice", "id: call\n        title: I ask for advice by phone")
        .replace("[ask, sign]", "[call, sign]");
    let kinds = |args: &[&str]| diff(&map("effort: 2"), &renamed, &[], &[&["-f", "concise"], args].concat()).stdout;
    assert_eq!(
        kinds(&[]),
        "after.journey.yaml: neutral[touchpoint-renamed] touchpoint:call: “I ask for advice” is now “I ask for advice by \
         phone” (inferred from the title, the place and what comes before and after).\n"
    );
    let told = kinds(&["--no-renames"]);
    assert!(
        told.contains("[touchpoint-removed] touchpoint:ask:") && told.contains("[touchpoint-added] touchpoint:call:"),
        "{told}"
    );
}

#[test]
fn three_states_are_compared_one_with_the_next() {
    let states = ["before", "lockdown", "after"].map(|state| format!("journeys/motor-claim/{state}.journey.yaml"));
    let args = ["diff", &states[0], &states[1], &states[2]];
    let text = cxmap(&args).stdout;
    assert!(text.contains("before → lockdown") && text.contains("lockdown → after"));
    let head = text.lines().find(|line| line.split_whitespace().eq(["before", "lockdown", "after"]));
    assert!(head.is_some(), "the figures have a column a state:\n{text}");
    let json: Value = serde_json::from_str(&cxmap(&[&args[..], &["-f", "json"]].concat()).stdout).unwrap();
    let journey = &json["journeys"][0];
    assert_eq!(journey["states"].as_array().unwrap().len(), 3);
    let comparisons = journey["comparisons"].as_array().unwrap();
    let pairs: Vec<_> = comparisons.iter().map(|one| (one["before"].as_u64(), one["after"].as_u64())).collect();
    assert_eq!(pairs, [(Some(0), Some(1)), (Some(1), Some(2))]);
}

#[test]
fn json_holds_to_its_schema() {
    let schema: Value = serde_json::from_str(&cxmap(&["schema", "diff"]).stdout).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for pair in [PAIR, ["journeys/motor-claim/before.journey.yaml", "journeys/motor-claim/lockdown.journey.yaml"]] {
        for args in [&["-f", "json"][..], &["-f", "json", "--all", "--lang", "fr"]] {
            let json: Value =
                serde_json::from_str(&cxmap(&[&["diff", pair[0], pair[1]], args].concat()).stdout).unwrap();
            let errors: Vec<_> = validator.iter_errors(&json).map(|error| error.to_string()).collect();
            assert_eq!(errors, Vec::<String>::new());
            let mut broken = json.clone();
            broken["journeys"][0]["comparisons"][0]["changes"][0]["impact"] = "awful".into();
            assert!(!validator.is_valid(&broken), "the schema can fail");
        }
    }
}

#[test]
fn accepted_changes_are_told_apart_and_fail_nothing() {
    let (before, after) = (map("effort: 2"), map("effort: 4\nwait: 1h"));
    let config = |entry: &str| format!("diff:\n  accept:\n    - {entry}\n");
    let accept = config("{change: effort-rose, at: 'touchpoint:ask', reason: For the regulator., until: 2026-12-31}");
    let run = diff(&before, &after, &[("cxmap.yaml", &accept)], &["--fail-on", "worse"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    assert!(
        run.stdout.contains("\nAccepted\n") && run.stdout.contains("Accepted: For the regulator."),
        "{}",
        run.stdout
    );
    assert!(run.stdout.contains("nothing becomes worse or better"), "{}", run.stdout);
    assert_eq!(diff(&before, &after, &[], &["--fail-on", "worse"]).status, 1, "without the configuration");
    let isolated = diff(&before, &after, &[("cxmap.yaml", &accept)], &["--fail-on", "worse", "--isolated"]);
    assert_eq!(isolated.status, 1);

    for (entry, warning) in [
        (
            "{change: effort-rose, at: 'touchpoint:ask', reason: Once., until: 2026-11-20}",
            "warning: `diff.accept` of effort-rose at touchpoint:ask ended on 2026-11-20: look at it again, or take it out\n",
        ),
        (
            "{change: effort-rose, at: 'touchpoint:sign', reason: Once.}",
            "warning: `diff.accept` of effort-rose at touchpoint:sign matches no change: take it out, or check its address\n",
        ),
    ] {
        let run = diff(&before, &after, &[("cxmap.yaml", &config(entry))], &["--fail-on", "worse"]);
        assert_eq!((run.status, run.stderr.as_str()), (1, warning));
    }
    let unknown = diff(&before, &after, &[("cxmap.yaml", &config("{change: efort-rose, at: x, reason: y}"))], &[]);
    assert_eq!(unknown.status, 2);
    assert!(unknown.stderr.contains("there is no kind of change `efort-rose`"), "{}", unknown.stderr);
    assert!(unknown.stderr.contains("did you mean `effort-rose`?"), "{}", unknown.stderr);
    let bare = diff(&before, &after, &[("cxmap.yaml", &config("{change: effort-rose}"))], &[]);
    assert_eq!(bare.status, 2, "{}", bare.stderr);
}

#[test]
fn what_is_grave_is_not_accepted_with_its_cause() {
    let (before, after) = (
        map("channel: branch").replace("[ask, sign]", "ask"),
        map("channel: branch\nstatus: unavailable").replace("[ask, sign]", "ask"),
    );
    let accept = "diff: {accept: [{change: touchpoint-closed, at: 'touchpoint:ask', reason: So be it.}]}\n";
    let run = diff(&before, &after, &[("cxmap.yaml", accept)], &["--fail-on", "worse"]);
    assert_eq!(run.status, 1);
    assert!(run.stdout.contains("worse  Customers can no longer complete the journey"), "{}", run.stdout);
}

#[test]
fn a_side_with_mistakes_is_compared_as_far_as_it_is_sound() {
    let before = map("experience: 4\nfriction_points: [A queue]");
    let after = map("experience: good\nfriction_points: {title: A queue}\nwait: 1h");
    let run = diff(&before, &after, &[], &["-f", "concise"]);
    assert_eq!(run.status, 0);
    assert_eq!(run.stdout, "", "what cannot be read is neither better nor worse");
    assert!(
        run.stderr.contains("after.journey.yaml:13:") && run.stderr.contains("left out of the comparison"),
        "{}",
        run.stderr
    );
    // Phases that cannot be read are not gone.
    let lost = "cxmap: 1\ntitle: I insure my car\nphases:\n  - {id: buy, title: Buy, touchpoints: [[nothing]]}\n";
    let run = diff(&before, lost, &[], &["-f", "concise"]);
    assert!(!run.stdout.contains("touchpoint-removed"), "{}", run.stdout);
    let nothing = diff(&before, "no map at all", &[], &[]);
    assert_eq!(nothing.status, 2);
}

#[test]
fn one_side_can_come_from_standard_input() {
    let text = std::fs::read_to_string(crate::shared::repository().join(PAIR[1])).unwrap();
    let piped = cxmap_with_stdin(&["diff", PAIR[0], "-", "-f", "concise"], &text);
    let named = cxmap(&["diff", PAIR[0], PAIR[1], "-f", "concise"]);
    assert_eq!(piped.stdout.replace("<stdin>: ", ""), named.stdout.replace(&format!("{}: ", PAIR[1]), ""));
    assert_eq!(cxmap(&["diff", "-", "-"]).status, 2);
    assert_eq!(cxmap(&["diff", PAIR[0], "journeys"]).status, 2, "a folder");
    assert_eq!(cxmap(&["diff", PAIR[0], "nowhere.yaml"]).status, 2);
}

#[test]
fn hostile_texts_have_no_power_in_any_format() {
    let hostile =
        "\"=cmd|' /C calc'!A0 \\e[31m \\u202E </details><script>alert(1)</script> | `x` [l](javascript:x) @all\"";
    let after = map(&format!("friction_points: [{hostile}]\nneeds: [{hostile}]"));
    for format in ["text", "concise", "markdown", "json", "csv"] {
        let run = diff(&map("effort: 2"), &after, &[], &["-f", format]);
        assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{format}");
        assert!(!run.stdout.contains(['\u{1b}', '\u{202e}']), "{format}");
        if format == "markdown" {
            assert!(
                !run.stdout.contains("<script") && !run.stdout.replace("\\]", "").contains("](javascript"),
                "{}",
                run.stdout
            );
            assert_eq!(run.stdout.matches("<details>").count(), run.stdout.matches("</details>").count());
        }
    }
    let formula = diff(
        &map("effort: 2"),
        &map("effort: 2\nchannel: branch").replace("I insure", "=1+1 I insure"),
        &[],
        &["-f", "csv", "--all"],
    );
    for cell in formula.stdout.lines().flat_map(|line| line.split(',')) {
        assert!(!cell.trim_matches('"').starts_with(['=', '+', '@']), "{cell}");
    }
}

#[test]
fn a_comment_has_room_on_a_change_request() {
    let many = |rating: usize| {
        let mut text = "cxmap: 1\ntitle: T\nphases:\n  - title: P\n    touchpoints:\n".to_owned();
        for at in 0..2_000 {
            let title = format!("Step {at} of a journey that is far too long for anybody");
            let _ = writeln!(text, "      - title: {title}\n        experience: {rating}");
        }
        text
    };
    let run = diff(&many(4), &many(2), &[], &["-f", "markdown"]);
    assert!(run.stdout.len() < 65_536, "{} bytes", run.stdout.len());
    let shown = run.stdout.lines().filter(|line| line.starts_with("- ")).count();
    let cut = format!("\n*{} more changes are in the full report.*\n", 2_000 - shown);
    assert!(shown > 100 && run.stdout.ends_with(&cut), "{shown} shown: {}", &run.stdout[run.stdout.len() - 200..]);
    let long = format!("friction_points: [\"{}\"]", "word ".repeat(40_000));
    assert!(diff(&map("effort: 2"), &map(&long), &[], &["-f", "markdown"]).stdout.len() < 65_536);
}

#[test]
fn several_formats_come_out_of_one_run() {
    let folder = folder(&[("before.journey.yaml", &map("effort: 2")), ("after.journey.yaml", &map("effort: 4"))]);
    let args = [
        "diff",
        "before.journey.yaml",
        "after.journey.yaml",
        "-f",
        "concise",
        "-f",
        "json=report.json",
        "-o",
        "note.md",
        "-o",
        "list.csv",
    ];
    let run = cxmap_in(folder.path(), &args);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    let read = |name: &str| std::fs::read_to_string(folder.path().join(name)).unwrap();
    assert!(read("report.json").contains("\"effort-rose\"") && read("note.md").contains("**worse**"));
    let row = "after,before.journey.yaml,after.journey.yaml,5,effort-rose,worse,warn,touchpoint:ask,“I ask for advice” costs more effort (2 → 4).,2,4,\n";
    assert!(read("list.csv").ends_with(row), "{}", read("list.csv"));
}

#[test]
fn very_many_changes_are_counted_not_listed() {
    let lines = |line: &dyn Fn(usize) -> String| (0..30).map(line).collect::<Vec<_>>().concat();
    let friction = lines(&|number| format!("  - F {number}\n"));
    let map = |points: &str| {
        let touchpoints = lines(&|number| format!("      - title: T {number}\n{points}"));
        format!("cxmap: 1\ntitle: t\nx-f: &f\n{friction}phases:\n  - title: p\n    touchpoints:\n{touchpoints}")
    };
    let folder = folder(&[("a.yaml", &map("")), ("b.yaml", &map("        friction_points: *f\n"))]);
    let run = cxmap_in(folder.path(), &["diff", "a.yaml", "b.yaml"]);
    assert_eq!(run.stdout.matches("New friction (medium)").count(), 200, "{}", run.stdout);
    assert!(run.stdout.contains("  … and 700 more like these\n"), "{}", run.stdout);
    assert!(run.stdout.contains("    · 880 more\n"), "{}", run.stdout);
    let json = cxmap_in(folder.path(), &["diff", "a.yaml", "b.yaml", "-f", "json"]).stdout;
    assert_eq!(json.matches("\"friction-added\"").count(), 900, "programs get all");
}

#[test]
fn annotations_stand_at_the_touchpoint_in_the_after_file() {
    let run = diff(&map("effort: 2\nneeds: [Speed]"), &map("effort: 4\nneeds: [Calm]"), &[], &["-f", "github"]);
    let line = "::warning file=after.journey.yaml,line=12,col=16,endLine=12,endColumn=32,title=effort-rose::worse: “I ask for \
                advice” costs more effort (2 → 4).\n";
    assert_eq!((run.status, run.stdout.as_str()), (0, line), "needs are neither worse nor better");
}
