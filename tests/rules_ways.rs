//! What is found of choices, losses, promises and dates: edge cases beside the pages of the rules.

use cxmap::lint::lint;
use cxmap::model::Profile;
use cxmap::rules::{Policy, Rule, Threshold};
use cxmap::source::LineIndex;

/// The findings of a rule as `line:column message`.
fn findings_by(policy: &Policy, rule: &str, text: &str) -> Vec<String> {
    let linted = lint(&cxmap::load_str("t", text), jiff::civil::date(2026, 11, 21), policy);
    let lines = LineIndex::new(text);
    let found = linted.diagnostics.iter().filter(|finding| finding.rule == rule);
    let shown = found.map(|finding| {
        let at = lines.position(finding.primary.span.start);
        format!("{}:{} {}", at.line, at.column, finding.message)
    });
    shown.collect()
}

fn findings(rule: &str, text: &str) -> Vec<String> {
    findings_by(&Policy::of(Profile::Standard), rule, text)
}

/// A map of these touchpoints, each a line of YAML; the first of them is line 6.
fn map(touchpoints: &[&str]) -> String {
    let list: String = touchpoints.iter().flat_map(|touchpoint| ["\n      - ", touchpoint]).collect();
    format!("cxmap: 1\ntitle: t\nphases:\n  - title: p\n    touchpoints:{list}\n")
}

#[test]
fn two_targets_that_run_on_are_a_fallthrough_and_one_is_a_detour() {
    let found = |touchpoints: &[&str]| findings("branch-fallthrough", &map(touchpoints));
    let three = ["{title: a, next: [b, c, d]}", "{title: b}", "{title: c}", "{title: d}"];
    assert_eq!(found(&three), ["6:27 of the ways from “a”, 2 run on into another of them"]);
    assert!(found(&["{title: a, next: [b, c]}", "{title: b}", "{title: c}"]).is_empty());
    assert!(found(&["{title: a, next: [b, c, d]}", "{title: b, next: c}", "{title: c}", "{title: d}"]).is_empty());
    assert!(found(&["{title: a, next: [b, c, d]}", "{title: b}", "{title: c, next: [x]}", "{title: d}"]).is_empty());
    // Two detours of one choice, of which the second begins with the target `next`.
    let pairs =
        ["{title: a, next: [d, e, next, c]}", "{title: b}", "{title: c, next: end}", "{title: d}", "{title: e}"];
    assert_eq!(found(&pairs), ["6:27 of the ways from “a”, 2 run on into another of them"]);
    // Nobody gets to it: that is what is found.
    let [a, b, c, d] = three;
    let unreachable = found(&["{title: z, next: end}", a, b, c, d]);
    assert!(unreachable.is_empty());
}

#[test]
fn how_many_targets_make_a_fallthrough_can_be_set() {
    let rule = Rule::find("branch-fallthrough").unwrap();
    let mut policy = Policy::of(Profile::Standard);
    policy.set_threshold(rule, rule.settings[0], Threshold::Count(1));
    let text = map(&["{title: a, next: [{to: b}, {to: c}]}", "{title: b}", "{title: c}"]);
    assert_eq!(
        findings_by(&policy, "branch-fallthrough", &text),
        ["6:32 of the ways from “a”, 1 run on into another of them"]
    );
}

#[test]
fn a_loss_is_explained_by_friction_or_a_missed_promise() {
    let found = |touchpoints: &[&str]| findings("unexplained-loss", &map(touchpoints));
    let loss = |share: &str, more: &str| {
        format!("{{title: a, next: [{{to: lost, share: {share}}}, {{to: next, share: 1%}}]{more}}}")
    };
    let at_a = |share: &str, more: &str| found(&[&loss(share, more), "{title: b}"]);
    assert_eq!(at_a("10%", ""), ["6:45 10% of customers leave the journey at “a”, and nothing says why"]);
    assert!(at_a("9.9%", "").is_empty());
    for reason in [
        ", friction_points: [x]",
        ", friction_points: [{title: x, status: mitigated}]",
        ", friction_points: {x: 1}",
        ", promises: [{title: x, within: 1d, actual: 2d}]",
        ", promises: [{title: x, kept: 79%}]",
        ", status: unavailable",
    ] {
        assert!(at_a("90%", reason).is_empty(), "{reason}");
    }
    for none in [
        ", friction_points: [{title: x, status: resolved}]",
        ", promises: [{title: x, within: 1d, actual: 1d, kept: 80%}]",
        ", promises: [{title: x, kept: 80%, kept_at: b}]",
    ] {
        assert_eq!(at_a("90%", none).len(), 1, "{none}");
    }
    assert!(found(&[&loss("90%", ""), "{title: b, friction_points: [{title: x, also_at: [a]}]}"]).is_empty());
    assert_eq!(
        found(&["{title: a, next: [lost, b]}", "{title: b}"]),
        ["6:27 customers leave the journey at “a”, and nothing says why"]
    );
    let of_phase = map(&["{title: a, next: lost}"]).replace("    touch", "    friction_points: [x]\n    touch");
    assert!(findings("unexplained-loss", &of_phase).is_empty());
}

#[test]
fn a_promise_is_missed_when_it_takes_longer_or_is_kept_too_seldom() {
    let found = |promise: &str| findings("missed-promise", &map(&[&format!("{{title: a, promises: [{promise}]}}")]));
    assert_eq!(
        found("{title: x, within: 24h, actual: P2D}"),
        ["6:63 the promise “x”, made at “a”, takes 2d where 24h is promised"]
    );
    assert_eq!(
        found("{id: x, within: 1d, kept: 79.9%}"),
        ["6:57 the promise “x”, made at “a”, is kept for 79.9% of customers only"]
    );
    assert_eq!(
        found("{title: x, within: 3w, actual: '28d'}"),
        ["6:62 the promise “x”, made at “a”, takes 28d where 3w is promised"]
    );
    assert_eq!(found("{title: x, within: 1d, actual: 2d, kept: 1%}").len(), 1);
    for kept in
        ["x", "{title: x, within: 1d}", "{title: x, actual: 9d}", "{title: x, within: 1d, actual: 24h, kept: 80%}"]
    {
        assert!(found(kept).is_empty(), "{kept}");
    }
    let closed =
        map(&["{title: a}", "{title: b, status: unavailable, optional: true, promises: [{title: x, kept: 1%}]}"]);
    assert!(findings("missed-promise", &closed).is_empty());
}

#[test]
fn a_promise_is_let_be_while_something_is_done_on_the_way_to_where_it_is_kept() {
    let planned = ", solutions: [{title: s, status: planned}]";
    let between = |at: usize| {
        let more = |here| if here == at { planned } else { "" };
        let promise = format!("{{title: b, promises: [{{title: x, kept: 9%, kept_at: d}}]{}}}", more(1));
        let step = |(number, title)| format!("{{title: {title}{}}}", more(number));
        let [a, c, d, e] = [(0, "a"), (2, "c"), (3, "d"), (4, "e")].map(step);
        findings("missed-promise", &map(&[&a, &promise, &c, &d, &e])).len()
    };
    assert_eq!([0, 1, 2, 3, 4, 5].map(between), [1, 0, 0, 0, 1, 1]);
}

#[test]
fn what_has_ended_still_stands() {
    let text = |state: &str, until: &str| {
        format!(
            "cxmap: 1\ntitle: t\nstate: {state}\nsituation: {{name: storm, until: {until}}}\nchannels:\n  \
             desk: {{status: {{level: limited, until: 2026-11-20}}}}\nphases:\n  - title: p\n    touchpoints:\n      \
             - {{title: ik bel, status: {{level: unavailable, until: 2026-11-01}}, optional: true}}\n      \
             - {{title: b, status: {{until: 2026-11-01}}}}\n"
        )
    };
    let found = |state, until| findings("expired-closure", &text(state, until));
    let channel = "the status `limited` of the channel “desk” ended on 2026-11-20, and the map still has it";
    let own = "the status `unavailable` of “ik bel” ended on 2026-11-01, and the map still has it";
    let situation = "the situation “storm” ended on 2026-11-20, and the map still has it";
    // The last day is not yet over; what ended on one day is one finding, at the first.
    let (channel, own) = (format!("6:42 {channel}"), format!("10:61 {own}"));
    assert_eq!(found("current", "2026-11-21"), [channel.clone(), own.clone()]);
    assert_eq!(found("current", "2026-11-20"), [format!("4:33 {situation}"), own.clone()]);
    assert_eq!(found("future", ""), [channel, own]);
    assert!(found("past", "2026-11-20").is_empty());
    assert!(found("passed", "2026-11-20").is_empty(), "nobody knows whether it is past");
}
