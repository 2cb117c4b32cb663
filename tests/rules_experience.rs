//! The rules about experience, friction, solutions and moments of truth at their edges: thresholds, closed touchpoints,
//! unknown ratings, shared solutions, other scales and languages.

use cxmap::diagnostic::Level;
use cxmap::lint::lint;
use cxmap::load_str;
use cxmap::model::Profile;
use cxmap::rules::{Policy, RULES, Rule, Threshold};
use cxmap::source::LineIndex;

/// What some rules find in a map, each as `rule line:column address`. All others but those about the shape are off.
fn found(rules: &[&str], text: &str) -> Vec<String> {
    let mut policy = Policy::of(Profile::Governed);
    for rule in RULES.iter().filter(|rule| rule.check.is_some()) {
        policy.set_level(rule, if rules.contains(&rule.name) { Level::Warn } else { Level::Off });
    }
    found_by(&policy, text)
}

fn found_by(policy: &Policy, text: &str) -> Vec<String> {
    let linted = lint(&load_str("t", text), "2026-11-21".parse().unwrap(), policy);
    let lines = LineIndex::new(text);
    let mine = linted.diagnostics.iter().filter(|finding| Rule::find(finding.rule).unwrap().check.is_some());
    let shown = mine.map(|finding| {
        let at = lines.position(finding.primary.span.start);
        format!("{} {}:{} {}", finding.rule, at.line, at.column, finding.address.as_ref().unwrap())
    });
    shown.collect()
}

/// A map of one phase; line 6 is its first touchpoint, in flow style.
fn map(touchpoints: &[&str]) -> String {
    whole("", touchpoints)
}

/// The same with more fields of the map, behind its first line.
fn whole(fields: &str, touchpoints: &[&str]) -> String {
    let items: Vec<_> = touchpoints.iter().map(|touchpoint| format!("      - {{{touchpoint}}}\n")).collect();
    format!("cxmap: 1{fields}\ntitle: t\nphases:\n  - title: p\n    touchpoints:\n{}", items.concat())
}

/// Asserts for each case whether the rule finds something in its first touchpoint.
fn assert_table(rule: &str, cases: &[(bool, &[&str])]) {
    for (expected, touchpoints) in cases {
        let found = found(&[rule], &map(touchpoints));
        let first: Vec<_> = found.iter().filter(|finding| finding.contains(" 6:")).collect();
        assert_eq!(first.len(), usize::from(*expected), "{rule}: {touchpoints:?} gives {found:?}");
    }
}

#[test]
fn a_gap_of_half_the_scale_needs_a_reason() {
    assert_table(
        "unexplained-gap",
        &[
            (true, &["title: a, expectation: 5, experience: 3"]),
            (false, &["title: a, expectation: 5, experience: 3.01"]),
            (true, &["title: a, expectation: 3.3, experience: 1.3"]),
            (false, &["title: a, expectation: 5"]),
            (true, &["title: a, experience: 1.99"]),
            (false, &["title: a, experience: 2"]),
            (false, &["title: a, expectation: 2, experience: 1"]),
            (true, &["title: a, expectation: {source: brand}, experience: 1"]),
            (false, &["title: a, expectation: {level: 5, because: x}, experience: 1"]),
            (false, &["title: a, expectation: 5, experience: 1, wait: 1s"]),
            (true, &["title: a, expectation: 5, experience: 1, wait: 0s"]),
            (false, &["title: a, expectation: high, experience: 1"]),
            (false, &["title: a, expectation: 9, experience: 1"]),
            (false, &["title: a, experience: {level: 1, because: x}"]),
            (false, &["title: a, experience: 1, status: unavailable"]),
            (true, &["title: a, experience: 1, status: limited"]),
        ],
    );
}

#[test]
fn friction_and_missed_promises_explain_a_gap() {
    assert_table(
        "unexplained-gap",
        &[
            (false, &["title: a, experience: 1, friction_points: [f]"]),
            (false, &["title: a, experience: 1, friction_points: [{title: f, status: mitigated}]"]),
            (true, &["title: a, experience: 1, friction_points: [{title: f, status: resolved}]"]),
            (false, &["title: a, experience: 1, friction_points: {}"]),
            (false, &["title: a, experience: 1", "title: b, friction_points: [{title: f, also_at: [a]}]"]),
            (true, &["title: a, experience: 1", "title: b, friction_points: [{title: f, also_at: [c]}]", "title: c"]),
            // What names nothing may be meant for any touchpoint.
            (false, &["title: a, experience: 1", "title: b, friction_points: [{title: f, also_at: [ghost]}]"]),
            (false, &["title: a, experience: 1, promises: [{title: x, within: 1d, actual: 25h}]"]),
            (true, &["title: a, experience: 1, promises: [{title: x, within: 1d, actual: 24h}]"]),
            (false, &["title: a, experience: 1, promises: [{title: x, kept: 79.9%}]"]),
            (true, &["title: a, experience: 1, promises: [{title: x, kept: 80%}]"]),
            (false, &["title: a, experience: 1, promises: [{title: x, kept: 10%, kept_at: b}]", "title: b"]),
            (true, &["title: a, experience: 1", "title: b, promises: [{title: x, kept: 10%}]"]),
            (false, &["title: a, experience: 1", "title: b, promises: [{title: x, kept: 10%, kept_at: a}]"]),
            (false, &["title: a, experience: 1", "title: b, promises: [{title: x, kept: 10%, kept_at: ghost}]"]),
            // A promise moves with the customer.
            (
                false,
                &[
                    "title: a, experience: 1",
                    "title: b, status: unavailable, replaced_by: a, promises: [{title: x, kept: 9%}]",
                ],
            ),
        ],
    );
    let of_phase = map(&["title: a, experience: 1"]) + "    friction_points: [f]\n";
    assert!(found(&["unexplained-gap"], &of_phase).is_empty());
}

#[test]
fn grave_friction_needs_a_solution() {
    assert_table(
        "unsolved-friction",
        &[
            (true, &["title: a, friction_points: [{title: f, severity: high}]"]),
            (true, &["title: a, friction_points: [{title: f, severity: critical}]"]),
            (false, &["title: a, friction_points: [f]"]),
            (false, &["title: a, friction_points: [{title: f, severity: high, status: mitigated}]"]),
            (false, &["title: a, friction_points: [{title: f, severity: high, status: opne}]"]),
            (false, &["title: a, friction_points: [{title: f, severity: high, solutions: [s]}]"]),
            (false, &["title: a, friction_points: [{title: f, severity: high, solutions: {}}]"]),
            (
                true,
                &["title: a, friction_points: [{title: f, severity: high, solutions: [{title: s, status: dropped}]}]"],
            ),
            (false, &["title: a, friction_points: [{title: f, severity: high}], solutions: [s]"]),
            (true, &["title: a, friction_points: [{title: f, severity: high}]", "title: b, solutions: [s]"]),
            (false, &["title: a, status: unavailable, friction_points: [{title: f, severity: high}]"]),
            (
                true,
                &[
                    "title: a, status: unavailable, friction_points: [{title: f, severity: high, also_at: [b]}]",
                    "title: b",
                ],
            ),
            // Dropped elsewhere is dropped here.
            (
                true,
                &[
                    "title: a, friction_points: [{title: f, severity: high, solutions: [{id: s}]}]",
                    "title: b, solutions: [{id: s, title: S, status: dropped}]",
                ],
            ),
        ],
    );
    let in_map = whole("\nsolutions: [s]", &["title: a, friction_points: [{title: f, severity: high}]"]);
    assert_eq!(found(&["unsolved-friction"], &in_map), ["unsolved-friction 7:46 friction:a/f"]);
    let of_phase = map(&["title: a, friction_points: [{title: f, severity: high}]"]) + "    solutions: [s]\n";
    assert!(found(&["unsolved-friction"], &of_phase).is_empty());
}

#[test]
fn grave_friction_of_a_phase_needs_a_solution() {
    let text = |more: &str, touchpoint: &str| {
        format!("{}    friction_points: [{{title: f, severity: high}}]\n{more}", map(&[touchpoint]))
    };
    let lint = |text: String| found(&["unsolved-friction"], &text);
    assert_eq!(lint(text("", "title: a, solutions: [s]")), ["unsolved-friction 7:31 friction:phase:p/f"]);
    assert!(lint(text("    solutions: [s]\n", "title: a")).is_empty());
    assert!(lint(text("", "title: a, status: unavailable")).is_empty());
}

#[test]
fn a_plan_needs_an_owner() {
    assert_table(
        "unowned-solution",
        &[
            (true, &["title: a, solutions: [{title: s, status: planned}]"]),
            (true, &["title: a, friction_points: [{title: f, solutions: [{title: s, status: in_progress}]}]"]),
            (false, &["title: a, solutions: [s, {title: d, status: done}, {title: x, status: dropped}]"]),
            (false, &["title: a, solutions: [{title: s, status: planned, owner: o}]"]),
            (false, &["title: a, solutions: [{title: s, status: planned, owner: []}]"]),
            (false, &["title: a, owner: o, friction_points: [{title: f, solutions: [{title: s, status: planned}]}]"]),
            (false, &["title: a, solutions: [{id: s, status: planned}]", "title: b, solutions: [{id: s, owner: o}]"]),
            (false, &["title: a, solutions: [{id: s, status: planned}]", "title: b, owner: o, solutions: [{id: s}]"]),
            (true, &["title: a, solutions: [{id: s, title: S}]", "title: b, solutions: [{id: s, status: planned}]"]),
        ],
    );
    let of_phase = map(&["title: a, solutions: [{title: s, status: planned}]"]) + "    owner: o\n";
    assert!(found(&["unowned-solution"], &of_phase).is_empty());
    // Who answers for the map does not answer for what it plans.
    let in_map = whole("\nowner: o\nsolutions: [{title: s, status: planned}]", &["title: a"]);
    assert_eq!(found(&["unowned-solution"], &in_map), ["unowned-solution 3:21 solution:map/s"]);
}

#[test]
fn a_day_that_has_passed_is_found_once() {
    assert_table(
        "overdue-solution",
        &[
            (true, &["title: a, solutions: [{title: s, due: 2026-11-20}]"]),
            (false, &["title: a, solutions: [{title: s, due: 2026-11-21}]"]),
            (true, &["title: a, status: unavailable, solutions: [{title: s, due: 2020-01-01, status: in_progress}]"]),
            (false, &["title: a, solutions: [{title: s, due: 2020-01-01, status: done}]"]),
            (false, &["title: a, solutions: [{title: s, due: 2020-01-01, status: dropped}]"]),
            (false, &["title: a, solutions: [{title: s, due: 2020-01-01, status: nearly}]"]),
            (
                false,
                &["title: a, solutions: [{id: s, due: 2020-01-01}]", "title: b, solutions: [{id: s, status: done}]"],
            ),
        ],
    );
    let shared = ["title: a, solutions: [{id: s}]", "title: b, solutions: [{id: s, due: 2020-01-01}]"];
    assert_eq!(found(&["overdue-solution"], &map(&shared)), ["overdue-solution 7:45 solution:s"]);
    let past = whole("\nstate: past", &["title: a, solutions: [{title: s, due: 2020-01-01}]"]);
    assert!(found(&["overdue-solution"], &past).is_empty());
}

/// A late answer to grave friction is none: it matters as much as grave friction without an answer.
#[test]
fn what_was_to_answer_grave_friction_and_is_late_matters_more() {
    let late = "solutions: [{title: s, due: 2020-01-01}]";
    let of = |severity: &str| format!("friction_points: [{{title: f, severity: {severity}, {late}}}]");
    let beside = |severity: &str| format!("friction_points: [{{title: f, severity: {severity}}}], {late}");
    let levels = |text: &str| -> Vec<_> {
        let linted = lint(&load_str("t", text), "2026-11-21".parse().unwrap(), &Policy::of(Profile::Standard));
        linted.diagnostics.iter().filter(|found| found.rule == "overdue-solution").map(|found| found.level).collect()
    };
    for (fields, level) in [
        (late.to_owned(), Level::Info),
        (of("medium"), Level::Info),
        (of("high"), Level::Warn),
        (of("critical"), Level::Warn),
        (of("high, status: mitigated"), Level::Info),
        (beside("medium"), Level::Info),
        (beside("high"), Level::Warn),
    ] {
        assert_eq!(levels(&map(&[&format!("title: a, {fields}")])), [level], "{fields}");
    }
    let of_phase = map(&["title: a"]) + "    friction_points: [{title: f, severity: high}]\n    " + late + "\n";
    assert_eq!(levels(&of_phase), [Level::Warn]);
    // A solution of several places is the answer to the friction of any.
    let shared = [
        "title: a, solutions: [{id: s, due: 2020-01-01}]",
        "title: b, friction_points: [{title: f, severity: high, solutions: [{id: s}]}]",
    ];
    assert_eq!(levels(&map(&shared)), [Level::Warn]);
}

#[test]
fn a_moment_of_truth_needs_proof() {
    assert_table(
        "unproven-moment",
        &[
            (false, &["title: a, moment_of_truth: m"]),
            (false, &["title: a, moment_of_truth: {title: m, kind: zmot}"]),
            (true, &["title: a, moment_of_truth: {title: m, why: y}"]),
            (true, &["title: a, moment_of_truth: {title: m, success: x}"]),
            (true, &["title: a, moment_of_truth: {title: m, failure: x, why: y}"]),
            (false, &["title: a, moment_of_truth: {title: m, success: x, failure: y}"]),
            (false, &["title: a, moment_of_truth: {title: m, commitment: x}"]),
            (false, &["title: a, moment_of_truth: {title: m, commitment: [x]}"]),
            (false, &["title: a, moment_of_truth: {title: m, success: x, failure: [y]}"]),
            (false, &["title: a, moment_of_truth: m, status: unavailable"]),
        ],
    );
    let text = map(&["title: a, moment_of_truth: {why: y, id: x}", "title: b, moment_of_truth: {why: y}"]);
    assert_eq!(found(&["unproven-moment"], &text), ["unproven-moment 6:50 moment:x", "unproven-moment 7:37 moment:b"]);
    // A sketch may name a moment and say no more; what rests on research or is kept up may not.
    for (is_found, fields) in [
        (false, "basis: hypothesis"),
        (true, "basis: research"),
        (true, "review: {last: 2026-11-01}"),
        (true, "review: 3"),
    ] {
        let named = whole(&format!("\n{fields}"), &["title: a, moment_of_truth: m"]);
        assert_eq!(!found(&["unproven-moment"], &named).is_empty(), is_found, "{fields}");
    }
}

#[test]
fn a_moment_of_truth_fails_well_below_expectation_and_takes_what_others_find_there() {
    assert_table(
        "failing-moment",
        &[
            // 30% of 1–5 is 1.2; below the middle 20%, 0.8. The upper quarter is good enough.
            (true, &["title: a, moment_of_truth: m, expectation: 4.3, experience: 3.1"]),
            (false, &["title: a, moment_of_truth: m, expectation: 4.3, experience: 3.11"]),
            (false, &["title: a, moment_of_truth: m, expectation: 4, experience: 3"]),
            (true, &["title: a, moment_of_truth: m, expectation: 3.7, experience: 2.9"]),
            (false, &["title: a, moment_of_truth: m, expectation: 3.7, experience: 2.91"]),
            (false, &["title: a, moment_of_truth: m, expectation: 5, experience: 4"]),
            (false, &["title: a, moment_of_truth: m, expectation: 4, experience: 5"]),
            (false, &["title: a, moment_of_truth: m, experience: 1"]),
            (false, &["title: a, moment_of_truth: m, expectation: 4, experience: bad"]),
            (false, &["title: a, expectation: 4, experience: 1"]),
            (false, &["title: a, moment_of_truth: m, expectation: 4, experience: 3, status: unavailable"]),
            (true, &["title: a, moment_of_truth: m, friction_points: [{title: f, severity: high}]"]),
            (false, &["title: a, moment_of_truth: m, friction_points: [{title: f, severity: high, solutions: [s]}]"]),
        ],
    );
    let all = ["failing-moment", "unexplained-gap", "unsolved-friction"];
    let text = map(&[
        "title: a, moment_of_truth: {id: m}, expectation: 4, experience: 1",
        "title: b, moment_of_truth: m, experience: 1",
        "title: c, moment_of_truth: m, friction_points: [{title: f, severity: high}, {title: g, severity: high}]",
        "title: d, friction_points: [{title: f, severity: high}]",
    ]);
    let at_c = "failing-moment 8:66 moment:c";
    let others = ["unexplained-gap 7:52 touchpoint:b", "unsolved-friction 9:46 friction:d/f"];
    assert_eq!(found(&all, &text), ["failing-moment 6:74 moment:m", others[0], at_c, others[1]]);
    let without = found(&all[1..], &text);
    let of_d = "title: d, moment_of_truth: m, expectation: 4, experience: 1, promises: [{title: x, kept: 9%}], \
                measures: [{metric: csat, value: 2, target: 4}]";
    let all_of_d = ["failing-moment", "missed-promise", "missed-target"];
    assert_eq!(found(&all_of_d, &map(&[of_d])), ["failing-moment 6:68 moment:d"]);
    assert_eq!(found(&all_of_d[1..], &map(&[of_d])).len(), 2);
    // A promise that is made elsewhere and fails here, and a loss.
    let kept_here = [
        "title: d, moment_of_truth: m, expectation: 4, experience: 2, next: [{to: lost, share: 20%}]",
        "title: e, promises: [{title: x, kept: 9%, kept_at: d}, {title: y, kept: 9%}]",
    ];
    let rules = ["failing-moment", "missed-promise", "unexplained-loss"];
    let of_e = "missed-promise 7:82 promise:e/y";
    assert_eq!(found(&rules, &map(&kept_here)), ["failing-moment 6:68 moment:d", of_e]);
    let apart = ["missed-promise 7:48 promise:e/x", of_e];
    assert_eq!(found(&rules[1..], &map(&kept_here)), apart);
    let linted = lint(&load_str("t", &map(&kept_here)), "2026-11-21".parse().unwrap(), &Policy::of(Profile::Standard));
    let told: Vec<_> = linted.diagnostics[0].related.iter().map(|label| label.text.as_ref()).collect();
    assert_eq!(told, ["what they expect", "what is decided here", "a promise that is not kept"]);
    let echoes = ["unexplained-gap 6:74 touchpoint:a", others[0]];
    let of_c = ["unsolved-friction 8:66 friction:c/f", "unsolved-friction 8:94 friction:c/g"];
    assert_eq!(without, [echoes[0], echoes[1], of_c[0], of_c[1], others[1]]);
}

#[test]
fn a_moment_of_truth_that_is_being_mended_is_let_be() {
    let moment = |more: &str| format!("title: a, moment_of_truth: m, expectation: 4, experience: 2{more}");
    for (is_found, more, elsewhere) in [
        (true, "", "title: b"),
        (false, ", solutions: [{title: s, status: planned}]", "title: b"),
        (false, ", solutions: [{title: s, status: in_progress}]", "title: b"),
        (true, ", solutions: [{title: s, status: idea}]", "title: b"),
        (true, ", solutions: [{title: s, status: done}]", "title: b"),
        (true, ", solutions: [{title: s, status: dropped}]", "title: b"),
        (false, ", solutions: [{title: s, status: wished}]", "title: b"),
        (
            false,
            ", friction_points: [{title: f, severity: high, solutions: [{title: s, status: planned}]}]",
            "title: b",
        ),
        (true, ", friction_points: [{title: f, solutions: [{title: s, status: planned}]}]", "title: b"),
        (false, ", solutions: [{id: s}]", "title: b, solutions: [{id: s, title: s, status: planned}]"),
        (true, "", "title: b, solutions: [{title: s, status: planned}]"),
        (
            false,
            "",
            "title: b, friction_points: [{title: f, severity: high, also_at: a, solutions: [{title: s, status: planned}]}]",
        ),
    ] {
        let text = map(&[&moment(more), elsewhere]);
        assert_eq!(!found(&["failing-moment"], &text).is_empty(), is_found, "{more} {elsewhere}");
    }
    let of_phase = map(&[&moment("")]) + "    solutions: [{title: s, status: planned}]\n";
    assert_eq!(found(&["failing-moment"], &of_phase), [""; 0]);
    // An idea is enough for friction, and what is planned for one thing does not answer another.
    let grave =
        moment(", friction_points: [{title: f, severity: high}, {title: g, solutions: [{title: s, status: planned}]}]");
    assert_eq!(found(&["failing-moment"], &map(&[&grave])).len(), 1);
}

#[test]
fn a_finding_matters_as_much_as_what_it_takes() {
    let level = |profile: Profile, more: &str| {
        let text = map(&[&format!("title: a, moment_of_truth: {{title: m, commitment: c}}, {more}")]);
        let linted = lint(&load_str("t", &text), "2026-11-21".parse().unwrap(), &Policy::of(profile));
        let failing: Vec<_> = linted.diagnostics.iter().filter(|finding| finding.rule == "failing-moment").collect();
        assert_eq!(failing.len(), 1, "{more}");
        failing[0].level
    };
    let unsolved = "expectation: 4, experience: 4, friction_points: [{title: f, severity: high}]";
    assert_eq!(level(Profile::Governed, unsolved), Level::Error);
    assert_eq!(level(Profile::Standard, unsolved), Level::Warn);
    assert_eq!(level(Profile::Governed, "expectation: 4, experience: 2"), Level::Warn);
}

#[test]
fn a_moment_of_truth_needs_both_ratings() {
    assert_table(
        "unrated-moment",
        &[
            (true, &["title: a, moment_of_truth: m"]),
            (true, &["title: a, moment_of_truth: m, expectation: 4"]),
            (true, &["title: a, moment_of_truth: m, expectation: {because: x}, experience: 4"]),
            (false, &["title: a, moment_of_truth: m, expectation: 4, experience: 4"]),
            (false, &["title: a, moment_of_truth: m, expectation: high, experience: 9"]),
            (false, &["title: a, moment_of_truth: m, status: unavailable"]),
            (false, &["title: a"]),
        ],
    );
}

#[test]
fn peaks_in_a_row_are_on_the_main_way() {
    let peak = |title: &str| format!("title: {title}, expectation: 4, experience: 5");
    let [a, b, c, d] = ["a", "b", "c", "d"].map(peak);
    let lint = |touchpoints: &[&str]| found(&["peak-overload"], &map(touchpoints));
    assert_eq!(lint(&[&a, &b, &c]), ["peak-overload 6:48 touchpoint:a"]);
    assert_eq!(lint(&[&a, &b, &c, &d]).len(), 1);
    assert!(lint(&[&a, &b]).is_empty());
    assert!(lint(&[&a, &b, "title: x, expectation: 5, experience: 5", &c]).is_empty());
    assert!(lint(&[&a, &b, "title: x, experience: 5", &c]).is_empty());
    assert!(lint(&[&a, &b, "title: x, expectation: 3, experience: 4.9", &c]).is_empty());
    let closed = format!("{b}, status: unavailable, optional: true");
    assert!(lint(&[&a, &closed, &c]).is_empty());
    assert_eq!(lint(&[&a, &closed, &c, &d]).len(), 1, "customers do not meet what is closed");
    assert!(lint(&[&format!("{a}, next: [end, b]"), &b, &c]).is_empty());
    assert!(lint(&[&format!("{a}, next: [b, ghost]"), &b, &c]).is_empty(), "nobody knows the main way");
}

#[test]
fn the_end_is_weak_where_it_is_lowest_and_below_the_middle() {
    let ending = |first: &str, last: &str| {
        found(&["weak-end"], &map(&["title: x", &format!("title: a{first}"), &format!("title: b{last}")]))
    };
    assert_eq!(ending(", experience: 4", ", experience: 2.9"), ["weak-end 8:32 touchpoint:b"]);
    assert!(ending(", experience: 4", ", experience: 3").is_empty());
    assert!(ending(", experience: 1", ", experience: 2").is_empty());
    assert!(ending(", experience: 2", ", experience: 2").is_empty());
    assert!(ending("", ", experience: 1").is_empty());
    assert!(ending(", experience: 4", "").is_empty());
    assert!(ending(", experience: 4", ", experience: 1, next: lost").is_empty());
}

#[test]
fn channels_are_changed_within_a_phase() {
    let with = |channels: &[&str], more: &str| {
        let step = |(at, channel): (usize, &&str)| format!("title: t{at}, channel: {channel}, {more}");
        let steps: Vec<_> = channels.iter().enumerate().map(step).collect();
        found(&["channel-hopping"], &map(&steps.iter().map(String::as_str).collect::<Vec<_>>()))
    };
    let through = |channels: &[&str]| with(channels, "effort: 3.1");
    let there_and_back = ["app", "phone", "app", "desk"];
    assert!(with(&there_and_back, "effort: 3").is_empty(), "it costs no more than the middle");
    assert!(with(&there_and_back, "owner: x").is_empty(), "nobody knows what it costs");
    assert!(with(&there_and_back, "effort: 5, optional: true").is_empty(), "nobody has to");
    assert_eq!(through(&["app", "phone", "app", "desk"]), ["channel-hopping 4:12 phase:p"]);
    assert!(through(&["app", "phone", "app", "App!"]).is_empty());
    assert!(through(&["[app, phone]", "phone", "app", "desk"]).is_empty());
    assert!(through(&["app", "phone", "app", ""]).is_empty());
    // From one phase to the next a change is natural.
    let text = map(&[
        "title: a, channel: app",
        "title: b, channel: desk, effort: 5",
        "title: c, channel: app, effort: 5",
    ]) + "  - title: q\n    touchpoints: [{title: d, channel: desk, effort: 5}, {title: e, channel: app, effort: 5}]\n";
    assert!(found(&["channel-hopping"], &text).is_empty());
    // A channel that the map does not list is another mistake.
    let listed = "\nchannels: {app: App, phone: Phone}";
    let steps = ["app", "phne", "app", "phone"]
        .map(|channel| format!("title: {channel}{channel}, channel: {channel}, effort: 5"));
    assert!(found(&["channel-hopping"], &whole(listed, &steps.each_ref().map(String::as_str))).is_empty());
}

#[test]
fn the_company_speaks_of_itself_in_three_languages() {
    let lint = |language: &str, title: &str| {
        !found(&["company-voice"], &whole(&format!("\nlanguage: {language}"), &[&format!("title: \"{title}\"")]))
            .is_empty()
    };
    let table = [
        ("en", "We send you the policy", true),
        ("en-GB", "Our adjuster calls the customer", true),
        ("en", "We’ll call you back", true),
        ("en", "OUR form for YOU", true),
        ("en", "We choose a mortgage", false),
        ("en", "Our first night", false),
        ("nl", "Ons kindje krijgt de hielprik", false),
        ("fr", "Nous fêtons la place", false),
        ("en", "We talk, and I tell you what we agreed", false),
        ("en", "I read what we agreed", false),
        ("en", "Weather stops my flight", false),
        ("en", "‘We are sorry’ is all I read", false),
        ("nl", "Wij bellen de klant", true),
        ("nl-BE", "Onze technieker komt bij u langs", true),
        ("nl", "Ons team belt je", true),
        ("nl", "we sturen klanten een brief", true),
        ("nl", "Onszelf voorstellen", false),
        ("nl", "Wijzigen van mijn polis", false),
        ("nl", "Our offer for you", false),
        ("fr", "Nous envoyons le contrat au client", true),
        ("fr", "Notre conseiller vous appelle", true),
        ("fr", "Nos équipes préparent votre dossier", true),
        ("fr", "Nouscontact pour vous", false),
        ("de", "We send you", false),
        ("de", "Wij sturen u", false),
    ];
    for (language, title, expected) in table {
        assert_eq!(lint(language, title), expected, "{language}: {title}");
    }
    assert!(!lint("Nederlands!", "We send you"), "nobody knows the language");
}

#[test]
fn an_employee_is_let_down_where_the_customer_is() {
    let employee = "employee: {role: Agent, expectation: 4, experience: 2}";
    let with = |more: &str| format!("title: a, {employee}{more}");
    assert_table(
        "employee-gap",
        &[
            (false, &[&with("")]),
            (true, &[&with(", moment_of_truth: m")]),
            (true, &[&with(", friction_points: [f]")]),
            (false, &[&with(", friction_points: [{title: f, status: resolved}]")]),
            (false, &[&with(", friction_points: [f], solutions: [{title: s, status: planned}]")]),
            (true, &[&with(", friction_points: [f], solutions: [{title: s, status: done}]")]),
            (true, &[&with(""), "title: b, friction_points: [{title: f, also_at: [a]}]"]),
            (false, &[&with(", friction_points: [f], status: unavailable")]),
            (false, &["title: a, friction_points: [f], employee: {expectation: 4, experience: 2.1}"]),
            (false, &["title: a, friction_points: [f], employee: {expectation: 4}"]),
            (false, &["title: a, friction_points: [f], employee: {experience: 1}"]),
        ],
    );
    let two = map(&[
        "title: a, friction_points: [f], employee: [{expectation: 4, experience: 4}, {expectation: 4, experience: 1}]",
    ]);
    assert_eq!(found(&["employee-gap"], &two), ["employee-gap 6:115 employee:a"]);
}

/// A map with every combination of ratings, written on a scale; a closed touchpoint and unknown ratings among them.
fn rated(scale: &str, on_scale: impl Fn(f64) -> f64) -> String {
    let levels = [1.0, 1.9, 2.0, 2.1, 3.0, 3.3, 4.0, 5.0];
    let mut steps = Vec::new();
    for (at, expectation) in levels.into_iter().enumerate() {
        for (to, experience) in levels.into_iter().enumerate() {
            let ratings = format!("expectation: {:?}, experience: {:?}", on_scale(expectation), on_scale(experience));
            let more = match (at + to) % 4 {
                0 => "moment_of_truth: m",
                1 => "friction_points: [f]",
                2 => "status: available",
                _ => "optional: true",
            };
            steps.push(format!("title: t{at}{to}, {ratings}, employee: {{{ratings}}}, {more}"));
        }
        steps.push(format!("title: only{at}, experience: {:?}", on_scale(expectation)));
    }
    let peak = format!("expectation: {:?}, experience: {:?}", on_scale(3.0), on_scale(5.0));
    steps.extend((0..3).map(|at| format!("title: p{at}, {peak}")));
    steps.push(format!("title: last, experience: {:?}, friction_points: [f]", on_scale(1.0) + 1e-6));
    whole(scale, &steps.iter().map(String::as_str).collect::<Vec<_>>())
}

#[test]
fn another_scale_gives_the_same_findings() {
    let policy = Policy::of(Profile::Governed);
    let without_place = |text: &str| -> Vec<String> {
        let judged = found_by(&policy, text).into_iter();
        judged.map(|finding| finding.split(' ').step_by(2).collect::<Vec<_>>().join(" ")).collect()
    };
    let one_to_five = without_place(&rated("", |level| level));
    for rule in ["unexplained-gap", "failing-moment", "employee-gap", "peak-overload"] {
        assert!(one_to_five.iter().any(|finding| finding.starts_with(rule)), "{rule} is among {one_to_five:?}");
    }
    let to_ten = rated("\nscale: {min: 0, max: 10}", |level| (level - 1.0) * 2.5);
    assert_eq!(without_place(&to_ten), one_to_five);
    let around_zero = rated("\nscale: {min: -1, max: 1}", |level| (level - 3.0) / 2.0);
    assert_eq!(without_place(&around_zero), one_to_five);
}

#[test]
fn ratings_on_an_unreadable_scale_are_not_judged() {
    let rules = ["unexplained-gap", "employee-gap", "peak-overload", "weak-end"];
    assert!(found(&rules, &rated("\nscale: {min: 5, max: 5}", |level| level)).is_empty());
}

#[test]
fn thresholds_can_be_set() {
    let text = map(&["title: a, expectation: 5, experience: 4"]);
    let mut policy = Policy::of(Profile::Standard);
    assert!(found_by(&policy, &text).is_empty());
    let rule = Rule::find("unexplained-gap").unwrap();
    let gap = rule.settings.iter().find(|setting| setting.name == "gap").unwrap();
    policy.set_threshold(rule, gap, Threshold::Percent(cxmap::model::Percentage(25.0)));
    assert_eq!(found_by(&policy, &text), ["unexplained-gap 6:48 touchpoint:a"]);
}

#[test]
fn a_promise_proves_a_moment_of_truth_where_it_is_made_and_where_it_is_kept() {
    let moment = "title: a, moment_of_truth: {title: m, why: w}";
    for (is_found, touchpoints) in [
        (true, [moment, "title: b"]),
        (true, [moment, "title: b, promises: [{title: x}]"]),
        (false, [moment, "title: b, promises: [{title: x, kept_at: a}]"]),
        (false, ["title: a, moment_of_truth: {title: m, why: w}, promises: [A photo tonight]", "title: b"]),
        // What names nothing may be kept anywhere.
        (false, [moment, "title: b, promises: [{title: x, kept_at: ghost}]"]),
    ] {
        let found = found(&["unproven-moment"], &map(&touchpoints));
        assert_eq!(!found.is_empty(), is_found, "{touchpoints:?}");
    }
}

#[test]
fn where_all_leave_they_made_up_their_minds_before() {
    let rule = ["unexplained-loss"];
    let last = "title: z, next: lost";
    for (is_found, touchpoints) in [
        (true, ["title: a", last]),
        (false, ["title: a, friction_points: [f]", last]),
        (true, ["title: a, friction_points: [{title: f, status: resolved}]", last]),
        (false, ["title: a, next: [{to: z, when: I have had enough}, end]", last]),
        (true, ["title: a, next: [z, end]", last]),
        (false, ["title: a, promises: [{title: x, kept: 9%}]", last]),
        // Where some go on, they decide here.
        (true, ["title: a, friction_points: [f]", "title: z, next: [lost, end]"]),
    ] {
        assert_eq!(!found(&rule, &map(&touchpoints)).is_empty(), is_found, "{touchpoints:?}");
    }
}

#[test]
fn a_weak_end_with_grave_friction_is_one_finding() {
    let text =
        map(&["title: a, experience: 5", "title: z, experience: 1, friction_points: [{title: f, severity: high}]"]);
    let linted = lint(&load_str("t", &text), "2026-11-21".parse().unwrap(), &Policy::of(Profile::Standard));
    let [one] = &linted.diagnostics[..] else { panic!("{:?}", linted.diagnostics) };
    assert_eq!(
        (one.rule, one.level, &*one.related[0].text),
        ("unsolved-friction", Level::Warn, "the journey ends here, at its lowest")
    );
    assert_eq!(found(&["weak-end"], &text), ["weak-end 7:32 touchpoint:z"]);
}
