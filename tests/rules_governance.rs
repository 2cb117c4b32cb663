//! The edges of the rules about feedback, measures and the upkeep of maps: what the pages of the rules do not show.

use cxmap::diagnostic::{Diagnostic, Level};
use cxmap::lint::{Linted, lint};
use cxmap::model::{Period, Profile};
use cxmap::rules::{Policy, Rule, Threshold};

const TODAY: jiff::civil::Date = jiff::civil::date(2026, 11, 21);

/// A map that is kept, so that the governed profile finds nothing in it.
const KEPT: &str = "cxmap: 1\ntitle: I pay\npersona: Noor\nowner: Billing\nreview: {last: 2026-11-01, every: 6mo}\n";

fn run(text: &str, policy: &Policy) -> Linted {
    lint(&cxmap::load_str("t.journey.yaml", text), TODAY, policy)
}

/// What the governed profile finds, as `rule line:column`, of this rule and of those that keep a file from being read.
fn found(rule: &str, text: &str) -> Vec<String> {
    let linted = run(text, &Policy::of(Profile::Governed));
    let lines = cxmap::source::LineIndex::new(&linted.source.text);
    let place = |finding: &Diagnostic| lines.position(finding.primary.span.start);
    let is_asked = |finding: &&Diagnostic| finding.rule == rule || Rule::find(finding.rule).unwrap().check.is_none();
    let shown = |finding: &Diagnostic| format!("{} {}:{}", finding.rule, place(finding).line, place(finding).column);
    linted.diagnostics.iter().filter(is_asked).map(shown).collect()
}

/// A map that is kept, with a line of its own (line 6) and a touchpoint on line 12.
fn map(head: &str, touchpoint: &str) -> String {
    format!(
        "{KEPT}{head}\nphases:\n  - {{id: p, title: P, touchpoints: [{{id: first, title: Einstein}}]}}\n  - id: q\n    title: Q\n    touchpoints:\n{touchpoint}"
    )
}

#[track_caller]
fn assert_found(rule: &str, head: &str, touchpoint: &str, wanted: &[&str]) {
    let wanted: Vec<_> = wanted.iter().map(|place| format!("{rule} {place}")).collect();
    let text = map(head, touchpoint);
    assert_eq!(found(rule, &text), wanted, "{text}");
}

#[test]
fn the_sample_is_clean() {
    for profile in [Profile::Draft, Profile::Standard, Profile::Governed] {
        let linted = run(&map("state: current", "      - {id: pay, title: I pay}\n"), &Policy::of(profile));
        assert_eq!(linted.diagnostics, [], "{profile}");
    }
}

#[test]
fn a_loop_is_open_when_nobody_follows_up() {
    for (feedback, wanted) in [
        // `      - {id: pay, title: I pay, feedback: {` is 43 characters long.
        ("{via: a card}", &["12:49"][..]),
        ("{open_question: true}", &["12:59"]),
        ("{x-since: 2020}", &["12:43"]),
        ("{via: a card, follow_up: {within: 2d}}", &["12:77"]),
        ("{via: a card, follow_up: {}}", &["12:68"]),
        ("{via: a card, follow_up: {owner: Desk}}", &[]),
        ("{via: a card, follow_up: {owner: , within: 2d}}", &["12:86"]),
    ] {
        assert_found("open-loop", "", &format!("      - {{id: pay, title: I pay, feedback: {feedback}}}\n"), wanted);
    }
}

#[test]
fn whoever_answers_for_the_touchpoint_follows_up_when_it_is_to_be_done() {
    let touchpoint = |owner: &str, follow_up: &str| {
        format!("      - {{id: pay, title: I pay, {owner}feedback: {{via: x{follow_up}}}}}\n")
    };
    assert_found("open-loop", "", &touchpoint("owner: Desk, ", ", follow_up: {within: 2d}"), &[]);
    // That a team owns the touchpoint does not make it follow up.
    assert_found("open-loop", "", &touchpoint("owner: Desk, ", ""), &["12:62"]);
    // Feedback that asks closed questions only, and that nobody follows up, is one finding.
    let both = map("", "      - {id: pay, title: I pay, feedback: {via: x, open_question: false}}\n");
    let linted = run(&both, &Policy::of(Profile::Governed));
    let [one] = &linted.diagnostics[..] else { panic!("{:?}", linted.diagnostics) };
    assert_eq!((one.rule, one.related[0].text.as_ref()), ("open-loop", "only closed questions are asked"));
}

#[test]
fn what_could_not_be_read_is_not_absent() {
    for (head, touchpoint, rule, broken) in [
        ("", "feedback: {via: x, follow_up: nobody}", "open-loop", "wrong-type"),
        ("", "feedback: {via: x, follow_up: {owner: [a, b]}}", "open-loop", "wrong-type"),
        ("", "measures: [nps, {metric: [a, b]}]", "nps-only", "wrong-type"),
        ("basis: research", "experience: 2, evidence: {x: [a, b]}", "unsupported-claim", "wrong-type"),
        ("basis: research", "experience: 9", "unsupported-claim", "invalid-value"),
        ("", "measures: [{metric: x, value: 1, target: 2, better: up}]", "missed-target", "invalid-value"),
        ("", "measures: [{metric: ces, value: 1, target: 2, better: up}]", "missed-target", "invalid-value"),
    ] {
        let text = map(head, &format!("      - {{id: pay, title: I pay, {touchpoint}}}\n"));
        let found = found(rule, &text);
        assert!(found.iter().any(|finding| finding.starts_with(broken)), "{touchpoint}: {found:?}");
        assert!(!found.iter().any(|finding| finding.starts_with(rule)), "{touchpoint}: {found:?}");
    }
    for field in ["owner: [a, b]", "review: monthly", "persona: [Noor, Ann]", "review: {last: soon, every: often}"] {
        let text = format!("cxmap: 1\ntitle: I pay\n{field}\nphases: [{{title: p}}]\n");
        let linted = run(&text, &Policy::of(Profile::Governed));
        let name = field.split(':').next().unwrap();
        let about = linted.diagnostics.iter().filter(|finding| finding.rule == "unreviewed-map");
        assert!(!about.clone().any(|finding| finding.message.contains(&format!("`{name}"))), "{field}");
        assert!(name != "persona" || !linted.diagnostics.iter().any(|finding| finding.rule == "unnamed-persona"));
    }
}

#[test]
fn a_closed_touchpoint_asks_and_claims_nothing() {
    let closed =
        "      - {id: pay, title: I pay, status: unavailable, experience: 2, feedback: {open_question: false}}\n";
    for rule in ["open-loop", "closed-questions", "unsupported-claim"] {
        assert_found(rule, "basis: research", closed, &[]);
    }
    let by_channel =
        "      - {id: pay, title: I pay, channel: desk, experience: 2, feedback: {open_question: false}}\n";
    let followed = by_channel.replace("false}", "false, follow_up: {owner: x}}");
    for (rule, touchpoint) in [("open-loop", by_channel), ("closed-questions", &followed)] {
        assert_found(rule, "channels: {desk: {status: unavailable}}", touchpoint, &[]);
        assert_eq!(found(rule, &map("channels: {desk: {status: limited}}", touchpoint)).len(), 1);
    }
}

#[test]
fn only_a_plain_no_is_a_closed_question() {
    for (question, wanted) in [("false", &["12:59"][..]), ("true", &[]), ("Why?", &[]), ("", &[])] {
        let feedback = format!("feedback: {{open_question: {question}, follow_up: {{owner: x}}}}");
        assert_found("closed-questions", "", &format!("      - {{id: pay, title: I pay, {feedback}}}\n"), wanted);
    }
}

#[test]
fn nps_is_the_only_metric_by_any_of_its_names() {
    let touchpoint = "      - {id: pay, title: I pay}\n";
    for (measures, wanted) in [
        ("measures: [NPS]", &["6:12"][..]),
        ("measures: [Net Promoter Score]", &["6:12"]),
        ("measures: [NPS relationeel, tevredenheid]", &[]),
        ("measures: [eNPS]", &[]),
        ("measures: []", &[]),
        ("", &[]),
    ] {
        assert_found("nps-only", measures, touchpoint, wanted);
    }
    // Everywhere in the map, and in what solutions are judged by.
    let elsewhere = |field: &str| format!("      - {{id: pay, title: I pay, {field}}}\n");
    assert_found("nps-only", "measures: [nps]", &elsewhere("measures: [{metric: nps, value: 3}]"), &["6:12"]);
    assert_found("nps-only", "", &elsewhere("measures: [nps]"), &["12:44"]);
    assert_found("nps-only", "measures: [nps]", &elsewhere("measures: [csat]"), &[]);
    assert_found("nps-only", "measures: [nps]", &elsewhere("solutions: [{title: x, measured_by: nps}]"), &["6:12"]);
    for solutions in [
        "solutions: [{title: x, measured_by: calls}]",
        "friction_points: [{title: y, solutions: [{title: x, measured_by: calls}]}]",
    ] {
        assert_found("nps-only", "measures: [nps]", &elsewhere(solutions), &[]);
    }
}

#[test]
fn a_target_is_missed_on_its_wrong_side_only() {
    for (measure, is_missed) in [
        // A point of a percentage, or of NPS, is none.
        ("metric: nps, value: 28.9, target: 30", true),
        ("metric: nps, value: 29, target: 30", false),
        ("metric: NPS, value: -2, target: 0", true),
        ("metric: Return rate, unit: '%', value: 4, target: 3, better: lower", false),
        ("metric: Return rate, unit: '%', value: 5, target: 3, better: lower", true),
        ("metric: Return rate, unit: days, value: 4, target: 3, better: lower", true),
        ("metric: Returns, value: 4, target: 3, better: lower", true),
        ("metric: csat, value: 4.2, target: 4.2", false),
        ("metric: ces, value: 4.9, target: 5", true),
        ("metric: wachttijd, value: 9, target: 5", false),
        ("metric: wachttijd, value: 9, target: 5, better: lower", true),
        ("metric: wachttijd, value: 5, target: 5, better: lower", false),
        ("metric: wachttijd, value: 4, target: 5, better: higher", true),
        // Written wins over what the metric brings.
        ("metric: ces, value: 4, target: 3, better: lower", true),
        ("metric: ces, value: 4", false),
        ("metric: ces, target: 4", false),
    ] {
        let text = map("", &format!("      - {{id: pay, title: I pay, measures: [{{{measure}}}]}}\n"));
        assert_eq!(found("missed-target", &text).len(), usize::from(is_missed), "{measure}");
    }
}

#[test]
fn a_target_that_is_being_worked_on_is_let_be() {
    let measure = "measures: [{metric: On time, better: higher, value: 1, target: 2}]";
    let solution = |more: &str| format!("[{{title: s, owner: o, status: planned{more}}}]");
    for (is_found, head, touchpoint) in [
        (false, String::new(), format!("solutions: {}, {measure}", solution(""))),
        (
            false,
            String::new(),
            format!("friction_points: [{{title: f, severity: high, solutions: {}}}], {measure}", solution("")),
        ),
        (true, String::new(), format!("friction_points: [{{title: f, solutions: {}}}], {measure}", solution(""))),
        (true, String::new(), format!("solutions: [{{title: s, status: done}}], {measure}")),
        (true, format!("solutions: {}", solution("")), measure.to_owned()),
        (false, format!("solutions: {}", solution(", measured_by: on time")), measure.to_owned()),
        (true, format!("solutions: {}", solution(", measured_by: in time")), measure.to_owned()),
        // Of the whole journey, anything that is done should better it.
        (false, measure.to_owned(), format!("solutions: {}", solution(""))),
        (true, measure.to_owned(), "solutions: [{title: s, status: idea}]".to_owned()),
        (false, format!("solutions: {}", solution("")), "measures: [{metric: NPS, value: 1, target: 2}]".to_owned()),
        (false, measure.to_owned(), format!("solutions: {}", solution(", measured_by: On time"))),
    ] {
        let text = map(&head, &format!("      - {{id: a, title: A, {touchpoint}}}\n"));
        assert_eq!(!found("missed-target", &text).is_empty(), is_found, "{text}");
    }
}

#[test]
fn measures_are_named_with_what_they_measure() {
    let measure = "{metric: x, value: 3, target: 4, better: higher}";
    let text = format!(
        "{KEPT}measures: [{measure}]\nphases:\n  - id: p\n    title: P\n    measures: [{measure}]\n    touchpoints: [{{id: t, title: T, measures: [{{metric: y, value: 2, target: 4, unit: ' % ', better: higher}}, {{metric: z, value: 3, target: 4, unit: calls, better: higher}}]}}]\n"
    );
    let linted = run(&text, &Policy::of(Profile::Governed));
    let said: Vec<_> = linted
        .diagnostics
        .iter()
        .map(|finding| format!("{} {}", finding.address.as_ref().unwrap(), finding.message))
        .collect();
    assert_eq!(
        said,
        [
            "measure:map/x “x” of the whole journey is 3, below its target of 4",
            "measure:phase:p/x “x” in the phase “P” is 3, below its target of 4",
            "measure:t/y “y” at “T” is 2%, below its target of 4%",
            "measure:t/z “z” at “T” is 3 calls, below its target of 4 calls",
        ]
    );
}

#[test]
fn a_figure_in_a_future_map_is_one_finding() {
    let measured = "      - id: pay\n        title: I pay\n        measures:\n          - {metric: ces, value: 3, target: 5, responses: 3}\n          - {metric: csat, target: 4}\n";
    for rule in ["missed-target", "small-sample"] {
        assert_found(rule, "state: future", measured, &[]);
        assert_eq!(found(rule, &map("state: current", measured)).len(), 1, "{rule}");
    }
    assert_found("measured-future", "state: future", measured, &["15:34"]);
    assert_found("measured-future", "state: current", measured, &[]);
    assert_found("measured-future", "state: past", measured, &[]);
    // What was measured one day is today's, for the target to be compared with.
    for (date, expected) in [("2026-11-21", &[][..]), ("2026-11-22", &["15:34"])] {
        let dated = measured.replace("responses: 3", &format!("date: {date}"));
        assert_found("measured-future", "state: future", &dated, expected);
    }
    // So nobody knows how a promise is kept. Of one that is missed, `missed-promise` speaks.
    for (promise, wanted) in
        [("kept: 95%", &["12:70"][..]), ("within: 2d, actual: 1d", &["12:84"]), ("within: 2d", &[]), ("kept: 9%", &[])]
    {
        let promise = format!("      - {{id: pay, title: I pay, promises: [{{title: Paid today, {promise}}}]}}\n");
        assert_found("measured-future", "state: future", &promise, wanted);
        assert_found("measured-future", "state: current", &promise, &[]);
    }
    // Switched off, it takes nothing with it.
    let mut policy = Policy::of(Profile::Governed);
    policy.set_level(Rule::find("measured-future").unwrap(), Level::Off);
    let rules: Vec<_> =
        run(&map("state: future", measured), &policy).diagnostics.iter().map(|finding| finding.rule).collect();
    assert_eq!(rules, ["missed-target", "small-sample"]);
}

#[test]
fn a_review_is_overdue_the_day_after_it_was_due() {
    for (review, is_overdue) in [
        ("{last: 2026-05-21, every: 6mo}", false),
        ("{last: 2026-05-20, every: 6mo}", true),
        ("{last: 2025-11-21, every: 1y}", false),
        ("{last: 2026-11-07, every: 2w}", false),
        ("{last: 2026-11-06, every: 2w}", true),
        // A day and a half after the beginning of the 19th is still the 20th.
        ("{last: 2026-11-19, every: 36h}", true),
        ("{last: 2026-11-20, every: 36h}", false),
        ("{last: 2027-01-01, every: 6mo}", false),
        ("{last: 2026-01-01, every: P9999999Y}", false),
        ("{last: 2026-01-01}", false),
        ("{every: 6mo}", false),
    ] {
        let text = format!("cxmap: 1\ntitle: t\nreview: {review}\nphases: [{{title: p, touchpoints: [t]}}]\n");
        let wanted = if is_overdue { vec!["stale-map 3:16"] } else { vec![] };
        let found: Vec<_> =
            found("stale-map", &text).into_iter().filter(|finding| finding.starts_with("stale")).collect();
        assert_eq!(found, wanted, "{review}");
    }
    // The 31st of a month of thirty days is its 30th.
    let text = "cxmap: 1\ntitle: t\nreview: {last: 2026-08-31, every: 1mo}\nphases: [{title: p}]\n";
    let linted = run(text, &Policy::default());
    assert_eq!(linted.diagnostics[0].message, "the review of this map was due on 2026-09-30");
}

#[test]
fn a_map_of_the_past_needs_no_upkeep() {
    let text = |state: &str| {
        format!(
            "cxmap: 1\ntitle: t\nstate: {state}\nreview: {{last: 2020-01-01, every: 1y}}\nmeasures: [{{metric: ces, value: 5, date: 2020-01-01}}]\nphases: [{{title: p}}]\n"
        )
    };
    for rule in ["stale-map", "unreviewed-map", "old-measure"] {
        assert_eq!(found(rule, &text("past")), [""; 0], "{rule}");
        assert_eq!(found(rule, &text("current")).len(), 1, "{rule}");
    }
}

#[test]
fn upkeep_says_what_is_lacking() {
    for (fields, lacking) in [
        ("", Some("owner review")),
        ("owner: x\n", Some("review")),
        ("review: {last: 2026-11-01, every: 1y}\n", Some("owner")),
        ("owner: x\nreview: {last: 2026-11-01}\n", Some("review.every")),
        ("owner:\nreview: {every: 1y}\n", Some("owner review.last")),
        ("owner: x\nreview: {last: 2026-11-01, every: 1y}\n", None),
    ] {
        let text = format!("cxmap: 1\ntitle: I pay\n{fields}phases: [{{title: p}}]\n");
        let linted = run(&text, &Policy::of(Profile::Governed));
        let finding = linted.diagnostics.iter().find(|finding| finding.rule == "unreviewed-map");
        let lacks = |lacking: &str| format!("this map has no `{}`: ", lacking.replace(' ', "` and no `"));
        assert_eq!(finding.is_some(), lacking.is_some(), "{fields}");
        assert!(finding.zip(lacking).is_none_or(|(finding, lacking)| finding.message.starts_with(&lacks(lacking))));
        // Whoever mends a part of it does not bring a new one.
        assert!(finding.is_none_or(|finding| finding.subject.is_empty()));
        assert!(finding.is_none_or(|finding| finding.primary.span.slice(&text) == "I pay"));
    }
}

#[test]
fn a_persona_has_a_name() {
    for (persona, wanted) in [
        ("", &["unnamed-persona 2:8"][..]),
        ("persona:\n", &["unnamed-persona 2:8"]),
        ("persona:\n  goals: [Sleep]\n", &["unnamed-persona 4:3"]),
        ("persona: Noor\n", &[]),
        ("persona: {name: Noor}\n", &[]),
    ] {
        let text = format!("cxmap: 1\ntitle: I pay\n{persona}phases: [{{title: p}}]\n");
        assert_eq!(found("unnamed-persona", &text), wanted, "{persona}");
    }
}

#[test]
fn a_claim_is_supported_where_it_is_made_or_above() {
    let touchpoint = |fields: &str| format!("      - {{id: pay, title: I pay, {fields}experience: 2}}\n");
    for (head, fields, is_supported) in [
        ("basis: research", "", false),
        ("basis: hypothesis", "", true),
        ("state: current", "", true),
        ("basis: research\nmeasures: [{metric: ces, value: 5}]", "", true),
        ("basis: research\nevidence: [Interviews]", "", true),
        ("basis: research", "evidence: [Interviews], ", true),
        ("basis: research", "evidence: [{title: x, confidence: inferred}], ", true),
        ("basis: research", "evidence: [{title: x, confidence: assumed}], ", false),
        ("basis: research", "measures: [{metric: ces, value: 5}], ", true),
        ("basis: research", "measures: [ces], ", false),
        ("basis: research", "friction_points: [{title: y, evidence: [Calls]}], ", true),
        ("basis: research", "friction_points: [y], ", false),
    ] {
        let text = map(head, &touchpoint(fields));
        assert_eq!(found("unsupported-claim", &text).len(), usize::from(!is_supported), "{text}");
    }
    // Once a map, at the claim: the `research` of `basis: research` behind the seven lines of the sample's head.
    let all: String = (0..8).map(|at| touchpoint("").replace("pay", &format!("pay-{at}"))).collect();
    let text = map("basis: research", &all);
    let linted = run(&text, &Policy::of(Profile::Governed));
    let claim = linted.diagnostics.iter().find(|finding| finding.rule == "unsupported-claim").unwrap();
    assert_eq!(claim.primary.span.slice(&text), "research");
    assert!(claim.message.ends_with("but 8 experiences rest on no measure and no evidence"), "{}", claim.message);
    assert_eq!(claim.related.len(), 5);
    assert_found("unsupported-claim", "basis: research", "      - {id: pay, title: I pay, expectation: 2}\n", &[]);
    let phase = map("basis: research", &touchpoint(""))
        .replace("    title: Q\n", "    title: Q\n    evidence: [Diary study]\n");
    assert_eq!(found("unsupported-claim", &phase), [""; 0]);
}

#[test]
fn a_measure_is_old_the_day_after_its_year() {
    let touchpoint = |date: &str, value: &str| {
        format!("      - {{id: pay, title: I pay, measures: [{{metric: ces, {value}date: {date}}}]}}\n")
    };
    assert_found("old-measure", "", &touchpoint("2025-11-21", "value: 5, "), &[]);
    assert_found("old-measure", "", &touchpoint("2025-11-20", "value: 5, "), &["12:74"]);
    assert_found("old-measure", "", &touchpoint("2025-11-20", ""), &[]);
    let mut policy = Policy::of(Profile::Governed);
    let rule = Rule::find("old-measure").unwrap();
    policy.set_threshold(rule, rule.settings[0], Threshold::Period(Period { months: 1, seconds: 0 }));
    let linted = run(&map("", &touchpoint("2026-10-20", "value: 5, ")), &policy);
    assert_eq!(linted.diagnostics[0].message, "“ces” at “I pay” was measured on 2026-10-20, more than 1mo ago");
}

#[test]
fn a_sample_is_small_below_thirty() {
    let touchpoint = |responses: &str| {
        format!("      - {{id: pay, title: I pay, measures: [{{metric: ces, responses: {responses}}}]}}\n")
    };
    for (responses, wanted) in [("30", &[][..]), ("29", &["12:69"]), ("0", &["12:69"]), ("1000", &[])] {
        assert_found("small-sample", "", &touchpoint(responses), wanted);
    }
    let mut policy = Policy::of(Profile::Governed);
    let rule = Rule::find("small-sample").unwrap();
    policy.set_threshold(rule, rule.settings[0], Threshold::Count(100));
    assert_eq!(run(&map("", &touchpoint("99")), &policy).diagnostics.len(), 1);
}

#[test]
fn missing_ids_are_counted_once_a_map() {
    let text = format!(
        "{KEPT}phases:\n  - title: Kiezen\n    touchpoints: [{{title: Ik kies}}, {{id: b, title: Ik twijfel}}]\n  - id: q\n    title: Payer\n    touchpoints: [{{title: Je paie}}]\n"
    );
    assert_eq!(found("missing-id", &text), ["missing-id 7:12"]);
    let linted = run(&text, &Policy::of(Profile::Governed));
    let finding = &linted.diagnostics[0];
    assert!(finding.message.starts_with("1 phase and 2 touchpoints without an `id`"), "{}", finding.message);
    assert_eq!((finding.subject.as_str(), finding.address.as_ref().unwrap().to_string().as_str()), ("", "map"));
    let ids = text.replace("- title: Kiezen", "- id: p\n    title: Kiezen");
    assert_eq!(found("missing-id", &ids), ["missing-id 9:27"]);
    let broken = map("", "      - {id: Not An Id, title: I pay}\n");
    assert_eq!(found("missing-id", &broken).iter().filter(|finding| finding.starts_with("missing-id")).count(), 0);
}

/// Neither the scale nor the language of a map changes what is found in it.
#[test]
fn scale_and_language_make_no_difference() {
    let body = |low: u8| {
        format!(
            "      - {{id: pay, title: J'ai payé, experience: {low}, feedback: {{open_question: false}}, measures: [{{metric: nps, value: 2, target: 4, responses: 5, date: 2020-01-01}}]}}\n"
        )
    };
    let rules = |head: &str, low: u8| -> Vec<_> {
        let linted = run(&map(head, &body(low)), &Policy::of(Profile::Governed));
        linted.diagnostics.iter().map(|finding| finding.rule).collect()
    };
    let wanted = ["open-loop", "nps-only", "missed-target", "small-sample", "old-measure"];
    let sorted = |mut rules: Vec<&'static str>| {
        rules.retain(|rule| wanted.contains(rule));
        rules.sort_unstable();
        rules
    };
    let mut all = wanted;
    all.sort_unstable();
    for head in ["language: fr", "language: nl-BE", "language: ja"] {
        assert_eq!(sorted(rules(head, 2)), all, "{head}");
        assert_eq!(sorted(rules(&format!("{head}\nscale: {{min: 0, max: 10}}"), 3)), all, "{head}");
    }
}
