//! The formats of a report, through the program: on hostile texts each is sound, says the right place, and loses nothing.

#[path = "../common/mod.rs"]
mod common;
mod identity;
mod read;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use common::{Run, cxmap, cxmap_in, cxmap_with_stdin, repository};
use read::Finding;
use serde_json::Value;

/// A file name that every format has to escape, and that every system allows.
const NAME: &str = "maps/koffie, 100%0A & [één].journey.yaml";

/// Eleven mistakes whose messages hold what the author wrote.
const HOSTILE: &str = r#"cxmap: 1
title: Ik betaal
"<script>alert(1)</script>": a
"%0A::error file=x,line=1::,:": b
"</failure>]]>'\"&amp;": c
"a|b`c`*d*[e](http://evil.example)@everyone": d
"\e[31m\a\0\x7F\x9B\uFFFE\uFFFF": e
"\u202Eright\u2028left": f
"{0} ${{ secrets.X }}": g
phases:
  - title: Betalen
    touchpoints:
      - {title: "Ik betaal 🙂", experience: 9}
      - title: "'s Ochtends"
      - title: Ik wacht
        next: [lots, "geen\nidee"]
        🙂: h
"#;

/// One warning, which the configuration makes a remark.
const EMPTY: &str = "cxmap: 1\ntitle: I pay\nphases:\n  - title: Pay\n";

/// A warning.
const CUT: &str = "cxmap: 1\ntitle: I pay\nphases:\n  - title: Pay\n    touchpoints:\n      - title: I pay bill #7\n";

const SOUND: &str = "cxmap: 1\ntitle: I pay\nphases:\n  - title: Pay\n    touchpoints:\n      - title: I pay\n";

/// How many mistakes there are in the four maps.
const COUNT: usize = 13;

fn repository_of_maps() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in [
        (NAME, HOSTILE),
        ("maps/empty.journey.yaml", EMPTY),
        ("maps/cut.journey.yaml", CUT),
        ("maps/sound.journey.yaml", SOUND),
        ("cxmap.yaml", "rules:\n  empty-phase: info\n"),
        (".git/HEAD", "ref: refs/heads/main\n"),
    ] {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn lint(folder: &Path, format: &str) -> Run {
    cxmap_in(folder, &["lint", "--today", "2026-11-21", "-f", format])
}

fn emit(format: &str) -> String {
    let folder = repository_of_maps();
    let run = lint(folder.path(), format);
    let summary = "11 errors, 1 warning and 1 remark in 4 maps (1 can be fixed with `--fix`)\n";
    assert_eq!((run.status, run.stderr.as_str()), (1, summary));
    assert_eq!(run.stdout, lint(folder.path(), format).stdout, "the same bytes on a second run");
    let unsafe_to_show = |c: char| c != '\n' && (c.is_control() || "\u{2028}\u{2029}\u{202e}\u{61c}".contains(c));
    assert_eq!(run.stdout.find(unsafe_to_show), None, "{format} holds nothing that a terminal obeys");
    run.stdout
}

/// The rating 9, in line 13: six blanks, `- {title: "`, ten letters and blanks, one emoji, `", experience: `.
fn rating(path: &str) -> Finding {
    let (rule, level) = ("invalid-value".into(), "error".into());
    Finding { rule, level, path: path.into(), line: 13, column: Some(44), end: Some((13, 45)) }
}

/// What every format must agree on: each finding once, its level and its line, and the place of one to the column.
fn check(found: &[Finding], rating: &Finding) {
    let places = found.iter().map(|finding| (finding.level.as_str(), finding.rule.as_str(), finding.line));
    let warnings = [("warn", "cut-text", 6), ("info", "empty-phase", 4)].into_iter();
    let unknown = (3..=9).map(|line| ("error", "unknown-field", line));
    let rest = [
        ("error", "invalid-value", 13),
        ("error", "unknown-reference", 16),
        ("error", "unknown-reference", 16),
        ("error", "unknown-field", 17),
    ];
    assert_eq!(places.collect::<Vec<_>>(), warnings.chain(unknown).chain(rest).collect::<Vec<_>>());
    assert_eq!(found.len(), COUNT);
    assert_eq!(found.iter().filter(|finding| *finding == rating).count(), 1, "{rating:?} in {found:#?}");
}

#[test]
fn the_lines_for_people_agree() {
    let found = read::concise(&emit("concise"));
    check(&found, &Finding { end: None, ..rating(NAME) });
    let heads = emit("full").lines().filter(|line| line.contains("]: ") && !line.starts_with(' ')).count();
    assert_eq!(heads, COUNT);
}

#[test]
fn json_is_as_its_schema_says() {
    let page: Value = serde_json::from_str(&emit("json")).unwrap();
    check(&read::json(&page), &rating(NAME));
    assert_eq!(page["version"], 1);
    assert_eq!(
        page["summary"],
        serde_json::json!({"files": 4, "error": 11, "warn": 1, "info": 1, "suppressed": 0, "known": 0, "omitted": 0, "fixable": 1})
    );
    let schema = serde_json::from_str(&cxmap(&["schema", "report"]).stdout).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    assert_eq!(validator.iter_errors(&page).map(|error| error.to_string()).collect::<Vec<_>>(), [""; 0]);
    for (path, wrong) in [("/diagnostics/0/span/start/line", 0.into()), ("/diagnostics/0/level", "off".into())] {
        let mut broken = page.clone();
        *broken.pointer_mut(path).unwrap() = wrong;
        assert!(!validator.is_valid(&broken), "{path}");
    }
}

#[test]
fn json_holds_texts_and_offsets_exactly() {
    let page: Value = serde_json::from_str(&emit("json")).unwrap();
    let findings = page["diagnostics"].as_array().unwrap();
    let messages: Vec<_> = findings.iter().map(|finding| finding["message"].as_str().unwrap()).collect();
    assert!(messages.contains(&"`\u{1b}[31m\u{7}\0\u{7f}\u{9b}\u{fffe}\u{ffff}` is not a field of a journey map"));
    let rating = findings.iter().find(|finding| finding["span"]["start"]["column"] == 44).unwrap();
    let offset = |end: &str| usize::try_from(rating["span"][end]["offset"].as_u64().unwrap()).unwrap();
    assert_eq!(&HOSTILE[offset("start")..offset("end")], "9");
    assert_eq!(rating["address"], "touchpoint:ik-betaal");
    assert_eq!(
        (&rating["fix"], &rating["suppressed"], &rating["related"]),
        (&Value::Null, &Value::Null, &Value::Array(vec![]))
    );
}

/// `I pay bill #7`, in line 6: six blanks, `- title: `, thirteen characters.
#[test]
fn what_would_mend_a_finding_is_told_to_programs() {
    let page: Value = serde_json::from_str(&emit("json")).unwrap();
    let cut = &page["diagnostics"][0];
    assert_eq!((cut["rule"].as_str(), CUT.find("I pay bill")), (Some("cut-text"), Some(77)));
    let span = serde_json::json!({
        "start": {"line": 6, "column": 16, "offset": 77},
        "end": {"line": 6, "column": 29, "offset": 90},
    });
    assert_eq!(cut["fix"], serde_json::json!({"edits": [{"span": span, "text": "\"I pay bill #7\""}]}));

    let log: Value = serde_json::from_str(&emit("sarif")).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap();
    let fixes: Vec<_> = results.iter().filter_map(|result| result["fixes"].as_array()).flatten().collect();
    let [fix] = fixes.as_slice() else { panic!("one is wanted: {fixes:?}") };
    let change = &fix["artifactChanges"][0];
    assert_eq!(change["artifactLocation"]["uri"], "maps/cut.journey.yaml");
    let region = serde_json::json!({"startLine": 6, "startColumn": 16, "endLine": 6, "endColumn": 29});
    let replacement = serde_json::json!({"deletedRegion": region, "insertedContent": {"text": "\"I pay bill #7\""}});
    assert_eq!(change["replacements"], serde_json::json!([replacement]));
    assert_eq!(fix["description"]["text"], "put the text in quotes: \"I pay bill #7\"");
}

fn sarif_schema() -> Value {
    let text = fs::read_to_string(repository().join("tests/schemas/sarif-schema-2.1.0.json")).unwrap();
    let mut schema: Value = serde_json::from_str(&text).unwrap();
    // The pattern of a field that is not written; it is no regular expression as the validator understands them.
    for definition in ["run", "toolComponent"] {
        let language = schema.pointer_mut(&format!("/definitions/{definition}/properties/language")).unwrap();
        language.as_object_mut().unwrap().remove("pattern").unwrap();
    }
    schema
}

#[test]
fn sarif_is_as_the_standard_says() {
    let log: Value = serde_json::from_str(&emit("sarif")).unwrap();
    // Percent-encoded UTF-8, folder by folder.
    check(&read::sarif(&log), &rating("maps/koffie%2C%20100%250A%20%26%20%5B%C3%A9%C3%A9n%5D.journey.yaml"));
    let validator = jsonschema::validator_for(&sarif_schema()).unwrap();
    assert_eq!(validator.iter_errors(&log).map(|error| error.to_string()).collect::<Vec<_>>(), [""; 0]);
    for (path, wrong) in [
        ("/runs/0/results/0/locations/0/physicalLocation/region/startLine", 0.into()),
        ("/runs/0/tool/driver/rules/0/defaultConfiguration/level", "info".into()),
        ("/runs/0/columnKind", "bytes".into()),
    ] {
        let mut broken = log.clone();
        *broken.pointer_mut(path).unwrap() = wrong;
        assert!(!validator.is_valid(&broken), "{path}");
    }
}

#[test]
fn sarif_lists_the_active_rules_and_results_point_at_them() {
    let log: Value = serde_json::from_str(&emit("sarif")).unwrap();
    let (run, rules) = (&log["runs"][0], log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap());
    for result in run["results"].as_array().unwrap() {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
        assert_eq!(result["partialFingerprints"]["identity/v1"].as_str().unwrap().len(), 32);
    }
    let off = cxmap::diagnostic::Level::Off;
    let active = cxmap::rules::RULES.iter().filter(|rule| rule.levels.standard > off);
    let names: Vec<_> = rules.iter().map(|rule| rule["id"].as_str().unwrap()).collect();
    assert_eq!(names, active.map(|rule| rule.name).collect::<Vec<_>>());
    let empty_phase = rules.iter().find(|rule| rule["id"] == "empty-phase").unwrap();
    assert_eq!(empty_phase["defaultConfiguration"]["level"], "note", "as configured");
    for rule in rules {
        // GitHub cuts off longer ones.
        for text in ["/shortDescription/text", "/fullDescription/text", "/help/text", "/help/markdown"] {
            let length = rule.pointer(text).and_then(Value::as_str).unwrap().chars().count();
            assert!(length > 10 && (length <= 1000 || text.starts_with("/help")), "{text} of {}: {length}", rule["id"]);
        }
    }
    let messages: Vec<_> =
        run["results"].as_array().unwrap().iter().map(|result| result["message"]["text"].as_str().unwrap()).collect();
    assert!(!messages.iter().any(|message| message.contains("[e](")), "no link in {messages:?}");
}

#[test]
fn github_reads_each_command_as_one_annotation() {
    let commands = emit("github");
    check(&read::github(&commands), &rating(NAME));
    let line = commands.lines().find(|line| line.contains("pay")).unwrap();
    let prefix = "::warning file=maps/cut.journey.yaml,line=6,col=16,endLine=6,endColumn=26,title=cut-text::";
    assert!(line.starts_with(prefix), "{line}");
    assert!(commands.contains("file=maps/koffie%2C 100%250A & [één].journey.yaml,line=13,"), "{commands}");
    assert!(commands.contains("::`%250A::error file=x,line=1::,:` is not a field"), "{commands}");
}

#[test]
fn gitlab_knows_each_finding_apart() {
    let page: Value = serde_json::from_str(&emit("gitlab")).unwrap();
    let found = read::gitlab(&page);
    check(&found, &Finding { column: None, end: Some((13, 0)), ..rating(NAME) });
    let fingerprints: BTreeSet<_> =
        page.as_array().unwrap().iter().map(|issue| issue["fingerprint"].as_str()).collect();
    assert_eq!(fingerprints.len(), COUNT);
}

#[test]
fn junit_has_a_suite_a_file_and_a_case_a_finding() {
    let text = emit("junit");
    let document = roxmltree::Document::parse(&text).unwrap();
    check(&read::junit(&document), &Finding { end: None, ..rating(NAME) });
    let suites: Vec<_> = document.descendants().filter(|node| node.has_tag_name("testsuite")).collect();
    let count = |suite: &roxmltree::Node<'_, '_>, name: &str| suite.attribute(name).unwrap().parse::<usize>().unwrap();
    let cases = |suite: &roxmltree::Node<'_, '_>| suite.children().filter(|node| node.has_tag_name("testcase")).count();
    assert_eq!(suites.len(), 4);
    assert!(suites.iter().all(|suite| count(suite, "tests") == cases(suite)));
    assert_eq!(suites.iter().map(|suite| count(suite, "failures")).sum::<usize>(), COUNT);
    let sound = suites.iter().find(|suite| suite.attribute("name") == Some("maps/sound.journey.yaml")).unwrap();
    assert_eq!((count(sound, "tests"), count(sound, "failures")), (1, 0), "a file without findings passes");
    let all = document.root_element();
    assert_eq!((count(&all, "tests"), count(&all, "failures")), (COUNT + 1, COUNT));
    // Servers show one case where two have the same name.
    let names = document.descendants().filter(|node| node.has_tag_name("testcase"));
    let names: BTreeSet<_> = names.map(|case| (case.attribute("classname"), case.attribute("name"))).collect();
    assert_eq!(names.len(), COUNT + 1);
}

#[test]
fn markdown_is_one_table_of_nothing_but_text() {
    let page = emit("markdown");
    assert!(page.starts_with("## Journey maps: 11 errors, 1 warning and 1 remark in 4 maps\n\n| Level |"), "{page}");
    check(&read::markdown(&page), &Finding { end: None, ..rating(NAME) });
}

#[test]
fn a_report_without_findings_is_sound_in_every_format() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.yaml"), SOUND).unwrap();
    let run = |format: &str| {
        let run = cxmap_in(folder.path(), &["lint", "a.yaml", "-f", format]);
        assert_eq!((run.status, run.stderr.as_str()), (0, "nothing to report in 1 map\n"));
        run.stdout
    };
    assert_eq!(run("github"), "");
    assert_eq!(run("gitlab"), "[]\n");
    assert_eq!(run("markdown"), "## Journey maps: nothing to report in 1 map\n");
    assert_eq!(serde_json::from_str::<Value>(&run("json")).unwrap()["diagnostics"], serde_json::json!([]));
    assert_eq!(serde_json::from_str::<Value>(&run("sarif")).unwrap()["runs"][0]["results"], serde_json::json!([]));
    assert!(run("junit").contains(r#"<testcase name="no findings" classname="a.yaml" file="a.yaml"/>"#));
}

#[test]
fn what_a_comment_keeps_quiet_is_told_to_programs_alone() {
    let map = EMPTY.replace("title: Pay", "title: Pay # cxmap: ignore[empty-phase] a [sketch](x)");
    let run = |map: &str, format: &str| cxmap_with_stdin(&["lint", "-q", "-f", format, "-"], map).stdout;
    let json: Value = serde_json::from_str(&run(&map, "json")).unwrap();
    let finding = &json["diagnostics"][0];
    assert_eq!((&finding["rule"], &finding["level"]), (&"empty-phase".into(), &"warn".into()));
    assert_eq!(finding["suppressed"], serde_json::json!({"by": "comment", "reason": "a [sketch](x)"}));
    assert_eq!((&json["summary"]["warn"], &json["summary"]["suppressed"]), (&0.into(), &1.into()));
    let schema = serde_json::from_str(&cxmap(&["schema", "report"]).stdout).unwrap();
    assert!(jsonschema::is_valid(&schema, &json));

    let sarif: Value = serde_json::from_str(&run(&map, "sarif")).unwrap();
    let result = &sarif["runs"][0]["results"][0];
    assert_eq!(result["suppressions"], serde_json::json!([{"kind": "inSource", "justification": "a [sketch\\](x)"}]));
    assert!(jsonschema::is_valid(&sarif_schema(), &sarif));
    let loud: Value = serde_json::from_str(&run(EMPTY, "sarif")).unwrap();
    assert_eq!(result["partialFingerprints"], loud["runs"][0]["results"][0]["partialFingerprints"], "still the same");

    assert_eq!(run(&map, "github") + &run(&map, "concise"), "");
    assert_eq!(run(&map, "gitlab"), "[]\n");
    assert!(run(&map, "junit").contains(r#"tests="1" failures="0""#));
    assert_eq!(run(&map, "markdown"), "## Journey maps: nothing to report in 1 map\n");
}

#[test]
fn several_formats_come_out_of_one_run() {
    let folder = repository_of_maps();
    let args = ["lint", "-f", "concise", "-f", "sarif=x.sarif", "-o", "y.json", "-o", "z.xml", "-o", "s.md"];
    let run =
        cxmap_in(folder.path(), &[&args[..], &["-f", "gitlab=quality.json", "-f", "github=annotations"]].concat());
    assert_eq!(run.stdout, emit("concise"));
    for (file, format) in [
        ("x.sarif", "sarif"),
        ("y.json", "json"),
        ("z.xml", "junit"),
        ("s.md", "markdown"),
        ("quality.json", "gitlab"),
        ("annotations", "github"),
    ] {
        assert_eq!(fs::read_to_string(folder.path().join(file)).unwrap(), emit(format), "{file}");
    }
}

/// GitHub drops the summary of a step that is longer than 1 MiB.
#[test]
fn a_summary_is_cut_before_it_is_dropped() {
    let rating = format!("      - {{title: {}, experience: 9}}\n", "x".repeat(50));
    let text = format!("cxmap: 1\ntitle: t\nphases:\n  - title: p\n    touchpoints:\n{}", rating.repeat(200));
    let maps: Vec<_> = (0..25).map(|number| (format!("{number}.journey.yaml"), text.clone())).collect();
    let maps: Vec<_> = maps.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let run = lint(common::folder(&maps).path(), "markdown");
    assert!((990_000..1_048_576).contains(&run.stdout.len()), "{}", run.stdout.len());
    let rows = run.stdout.lines().filter(|line| line.starts_with("| error") || line.starts_with("| warn")).count();
    let (_, tail) = run.stdout.rsplit_once("\n\n").unwrap();
    let more: usize = tail.split(' ').next().unwrap().parse().unwrap();
    let (_, summary) = run.stdout.split_once(": ").unwrap();
    let errors: usize = summary.split(' ').next().unwrap().parse().unwrap();
    assert!(more > 0 && rows + more >= errors, "{rows} rows and {more} more of {errors} errors");
    assert_eq!(tail, format!("{more} more findings are not shown here: a summary has room for 1 MB.\n"));
}
