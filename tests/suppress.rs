//! Comments that keep findings quiet, through the program.

mod common;

use common::cxmap_with_stdin;

/// What lint says in concise form, without the path.
fn lint(map: &str, args: &[&str]) -> Vec<String> {
    let run = cxmap_with_stdin(&[&["lint", "-q", "-f", "concise", "-"], args].concat(), map);
    run.stdout.lines().map(|line| line.trim_start_matches("<stdin>:").split("]: ").next().unwrap().to_owned()).collect()
}

fn map(phases: &str) -> String {
    format!("cxmap: 1\ntitle: I pay\nphases:\n{phases}")
}

const NOTHING: [&str; 0] = [];

#[test]
fn a_comment_after_a_value_concerns_its_line() {
    assert_eq!(lint(&map("  - title: Pay # cxmap: ignore[empty-phase] a sketch\n"), &[]), NOTHING);
    let other_line = map("  - title: Pay\n    goal: Done # cxmap: ignore[empty-phase] a sketch\n");
    assert_eq!(lint(&other_line, &[]), ["4:12: warn[empty-phase", "5:32: warn[unused-ignore"]);
}

#[test]
fn a_comment_on_its_own_line_concerns_what_begins_next_and_everything_in_it() {
    let touchpoint = "  - title: Pay\n    touchpoints:\n      # cxmap: ignore[unknown-field, wrong-type] theirs\n      # another comment may stand between\n      - title: I pay\n        colour: red\n        needs: Trust\n      - title: I wait\n        colour: blue\n";
    assert_eq!(lint(&map(touchpoint), &[]), ["12:9: error[unknown-field"], "the second touchpoint is not concerned");
    let key = "  - title: Pay\n    # cxmap: ignore[unknown-field] theirs\n    touchpoints:\n      - title: I pay\n        colour: red\n";
    assert_eq!(lint(&map(key), &[]), NOTHING);
    let whole = "# cxmap: ignore[empty-phase] theirs\n  - title: Pay\n";
    assert_eq!(lint(&map(whole), &[]), NOTHING);
    let blank = "  # cxmap: ignore[empty-phase] theirs\n\n  - title: Pay\n";
    assert_eq!(lint(&map(blank), &[]), ["4:3: warn[malformed-ignore", "6:12: warn[empty-phase"]);
}

#[test]
fn a_comment_for_the_file_stands_before_the_first_key() {
    let head = "# cxmap: ignore-file[empty-phase] a sketch\n";
    assert_eq!(lint(&format!("{head}{}", map("  - title: Pay\n")), &[]), NOTHING);
    let late = format!("{}{head}", map("  - title: Pay\n"));
    assert_eq!(lint(&late, &[]), ["4:12: warn[empty-phase", "5:1: warn[malformed-ignore"]);
}

#[test]
fn what_cannot_be_ignored_says_so() {
    for (comment, column, rule) in [
        ("ignore[yaml-syntax] no", 33, "malformed-ignore"),
        ("ignore[unused-ignore] no", 33, "malformed-ignore"),
        ("ignore everything", 17, "malformed-ignore"),
        ("ignore[] nothing", 17, "malformed-ignore"),
        ("ignore[empty-phase no", 17, "malformed-ignore"),
        ("ignores[empty-phase] no", 17, "malformed-ignore"),
        ("ignore[emty-phase] no", 33, "unknown-rule"),
    ] {
        let text = map(&format!("  - title: Pay  # cxmap: {comment}\n    touchpoints: [{{title: I pay}}]\n"));
        assert_eq!(lint(&text, &[]), [format!("4:{column}: warn[{rule}")], "{comment}");
    }
}

#[test]
fn for_a_rule_that_is_off_a_comment_is_not_unused() {
    let text = map("  - title: Pay # cxmap: ignore[empty-phase] a sketch\n    touchpoints: [{title: I pay}]\n");
    assert_eq!(lint(&text, &[]), ["4:32: warn[unused-ignore"]);
    assert_eq!(lint(&text, &["-A", "empty-phase"]), NOTHING);
    assert_eq!(lint(&text, &["-D", "unused-ignore"]), ["4:32: error[unused-ignore"]);
}

#[test]
fn a_number_sign_inside_a_block_of_text_is_no_comment() {
    let text =
        map("  - title: Pay\n    description: |\n      # cxmap: ignore[nonsense]\n    touchpoints: [{title: I pay}]\n");
    assert_eq!(lint(&text, &[]), NOTHING);
}

#[test]
fn very_many_comments_take_no_time() {
    let comments = "    # cxmap: ignore[empty-phase] again\n".repeat(100_000);
    let found = lint(&map(&format!("  - title: Pay\n{comments}    touchpoints: [{{title: I pay}}]\n")), &[]);
    assert!(found.iter().any(|line| line.starts_with("1005:5: warn[malformed-ignore")), "{:?}", found.last());
}
