//! What is found of closings: which rule speaks, where, how loudly, and what it says of the rest.

use cxmap::diagnostic::{Diagnostic, Level};
use cxmap::lint::lint;
use cxmap::model::Profile;
use cxmap::rules::{Policy, Rule};
use cxmap::source::LineIndex;

const CLOSINGS: [&str; 4] = ["closed-without-alternative", "cut-off-moment", "cut-off-end", "broken-promise"];

/// The findings about closings in a map of these touchpoints, each a line of YAML; the first of them is line 7.
fn findings_by(policy: &Policy, touchpoints: &[&str]) -> Vec<(Diagnostic, String)> {
    let channels = "channels: {app: App, desk: {title: Desk, status: unavailable}, van: {status: unavailable}}";
    let list: String = touchpoints.iter().flat_map(|touchpoint| ["\n      - ", touchpoint]).collect();
    let text = format!("cxmap: 1\ntitle: t\n{channels}\nphases:\n  - title: p\n    touchpoints:{list}\n");
    let today = jiff::civil::date(2026, 11, 21);
    let linted = lint(&cxmap::load_str("t", &text), today, policy);
    let lines = LineIndex::new(&text);
    let shown = |finding: &Diagnostic| {
        let at = lines.position(finding.primary.span.start);
        format!("{}:{} {}", at.line, at.column, finding.rule)
    };
    let findings = linted.diagnostics.into_iter().filter(|finding| CLOSINGS.contains(&finding.rule));
    findings.map(|finding| (finding.clone(), shown(&finding))).collect()
}

fn places(touchpoints: &[&str]) -> Vec<String> {
    let standard = findings_by(&Policy::of(Profile::Standard), touchpoints);
    standard.into_iter().map(|(_, shown)| shown).collect()
}

fn messages(touchpoints: &[&str]) -> Vec<String> {
    let standard = findings_by(&Policy::of(Profile::Standard), touchpoints);
    standard.into_iter().map(|(finding, _)| finding.message).collect()
}

#[test]
fn the_way_on_is_closed() {
    let wall = ["{title: a}", "{title: b, status: unavailable}", "{title: c}"];
    assert_eq!(places(&wall), ["8:28 cut-off-end"]);
    assert_eq!(messages(&wall), ["while “b” is closed, customers cannot get to the end of the journey"]);
    // Each of these leaves a way.
    for b in [
        "{title: b, status: limited}",
        "{title: b, status: unavailable, optional: true}",
        "{title: b, status: unavailable, replaced_by: c}",
        "{title: b, status: unavailable, replaced_by: ghost}",
        "{title: b, channel: [desk, app]}",
        "{title: b, channel: desk, status: available}",
    ] {
        assert!(places(&["{title: a}", b, "{title: c}"]).is_empty(), "{b}");
    }
    assert!(places(&["{title: a, next: [b, c]}", wall[1], wall[2]]).is_empty(), "there is another way");
    assert!(places(&["{title: a, next: c}", wall[1], wall[2]]).is_empty(), "nobody is sent there");
}

#[test]
fn giving_up_is_no_alternative() {
    assert_eq!(
        places(&["{title: a, next: [b, lost]}", "{title: b, status: unavailable}", "{title: c}"]),
        ["8:28 cut-off-end"]
    );
    let lost = ["{title: a, next: [b, end]}", "{title: b, status: unavailable, next: lost}"];
    assert!(places(&lost).is_empty(), "what leads only to `lost` is not missed");
}

#[test]
fn some_customers_have_no_other_way() {
    let branch =
        ["{title: a, next: [b, d]}", "{title: b}", "{title: c, status: unavailable}", "{title: d}"].map(str::to_owned);
    let branch = branch.each_ref().map(String::as_str);
    assert_eq!(places(&branch), ["9:28 closed-without-alternative"]);
    assert_eq!(messages(&branch), ["while “c” is closed, customers at “b” have no other way to the end"]);
}

#[test]
fn past_optional_ones_customers_come_to_the_next_wall() {
    let map = ["{title: a}", "{title: b, status: unavailable, optional: true}", "{title: c, channel: desk}"];
    assert_eq!(places(&map), ["3:50 cut-off-end"], "the channel's status, not that of b");
}

#[test]
fn what_replaces_it_may_be_closed_too() {
    let map = ["{title: a}", "{title: b, channel: desk, replaced_by: c}", "{title: c, channel: van, next: end}"];
    let found = findings_by(&Policy::of(Profile::Standard), &map);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].1, "3:50 cut-off-end");
    let help = found[0].0.help.as_deref().unwrap();
    assert_eq!(help, "what replaces “b” is closed, too: name an open touchpoint in its `replaced_by`");
    let circle = ["{title: a, status: unavailable, replaced_by: b}", "{title: b, status: unavailable, replaced_by: a}"];
    assert_eq!(places(&circle), ["7:28 cut-off-end"]);
}

#[test]
fn a_replacement_may_lead_past_a_moment_of_truth() {
    let map = [
        "{title: a}",
        "{title: b, channel: desk, replaced_by: d}",
        "{title: c, moment_of_truth: {title: m, commitment: x}}",
        "{title: d}",
    ];
    assert_eq!(places(&map), ["3:50 cut-off-moment"]);
    assert_eq!(messages(&map), ["while the channel “Desk” is closed, customers cannot get to the moment of truth “m”"]);
}

#[test]
fn a_harmless_closing_is_not_blamed_for_another() {
    let map = [
        "{title: a}",
        "{title: b, channel: desk, replaced_by: b2}",
        "{title: b2}",
        "{title: c, channel: van}",
        "{title: d, moment_of_truth: {title: m, commitment: x}}",
    ];
    assert_eq!(places(&map), ["3:78 cut-off-moment"]);
}

#[test]
fn one_channel_is_one_cause() {
    let map = [
        "{title: a, next: [b, c]}",
        "{title: b, channel: desk, next: d}",
        "{title: c, channel: desk, moment_of_truth: {title: m, commitment: x}}",
        "{title: d, moment_of_truth: {title: n, commitment: x}}",
    ];
    let found = findings_by(&Policy::of(Profile::Standard), &map);
    assert_eq!(found.len(), 1);
    let (finding, place) = &found[0];
    assert_eq!(place, "3:50 cut-off-moment");
    assert_eq!(
        finding.message,
        "while the channel “Desk” is closed, customers can get neither to the moment of truth “m” and 1 more nor to the \
         end of the journey"
    );
    let labels: Vec<_> = finding.related.iter().map(|label| label.text.as_ref()).collect();
    assert_eq!(labels, ["closed with it", "closed with it", "customers get no further", "cut off", "cut off"]);
    assert_eq!(finding.address.as_ref().unwrap().to_string(), "channel:desk");
}

#[test]
fn statuses_of_their_own_are_causes_of_their_own() {
    let map = [
        "{title: a, next: [b, c]}",
        "{title: b, status: unavailable, next: d}",
        "{title: c, status: unavailable, moment_of_truth: {title: m, commitment: x}}",
        "{title: d}",
    ];
    assert_eq!(places(&map), ["8:28 cut-off-end", "9:28 cut-off-moment"], "the end belongs to the first");
}

#[test]
fn a_moment_of_truth_moves_with_the_customer() {
    let moment = "moment_of_truth: {title: m, commitment: x}";
    let replaced = format!("{{title: b, channel: desk, replaced_by: c, {moment}}}");
    assert!(places(&["{title: a}", &replaced, "{title: c}"]).is_empty());
    let optional = format!("{{title: b, channel: desk, optional: true, {moment}}}");
    assert_eq!(places(&["{title: a}", &optional, "{title: c}"]), ["3:50 cut-off-moment"]);
    let never = format!("{{title: b, channel: desk, {moment}}}");
    assert!(places(&["{title: a, next: end}", &never]).is_empty(), "nobody ever got there");
}

#[test]
fn a_promise_that_is_still_made_is_found_where_it_is_made() {
    let map = [
        "{title: a, promises: [{title: Soon, kept_at: c}, {title: Kind}], next: [b, c]}",
        "{title: b, next: end}",
        "{title: c, channel: desk}",
    ];
    assert_eq!(places(&map), ["7:39 broken-promise"]);
    assert_eq!(messages(&map), ["the promise “Soon”, made at “a”, cannot be kept: “c” is closed"]);
}

#[test]
fn a_promise_behind_closed_doors_is_named_at_the_closing_and_at_its_own_place() {
    let map = ["{title: a, promises: [{title: Soon, kept_at: c}]}", "{title: b, channel: desk}", "{title: c}"];
    assert_eq!(places(&map), ["3:50 cut-off-end", "7:39 broken-promise"]);
    assert_eq!(
        messages(&map),
        [
            "while the channel “Desk” is closed, customers cannot get to the end of the journey, and the promise “Soon” \
             cannot be kept",
            "the promise “Soon”, made at “a”, cannot be kept: customers no longer get to “c”"
        ]
    );
}

#[test]
fn a_promise_that_nobody_hears_is_named_at_the_closing_alone() {
    let map = ["{title: a}", "{title: b, channel: desk, optional: true, promises: [Soon, Sure]}", "{title: c}"];
    assert_eq!(places(&map), ["3:50 broken-promise"]);
    assert_eq!(messages(&map), ["while the channel “Desk” is closed, the promise “Soon” and 1 more cannot be kept"]);
    assert!(
        places(&["{title: a}", "{title: b, channel: desk, replaced_by: c, promises: [Soon]}", "{title: c}"]).is_empty()
    );
}

#[test]
fn a_promise_beyond_closed_doors_could_be_kept() {
    let map = [
        "{title: a}",
        "{title: b, channel: desk}",
        "{title: c, promises: [Soon, {title: Sure, kept_at: d}, {title: Cheap, kept_at: e}]}",
        "{title: d}",
        "{title: e, status: unavailable}",
    ];
    assert_eq!(
        messages(&map),
        [
            "while the channel “Desk” is closed, customers cannot get to the end of the journey, and the promise “Cheap” \
          cannot be kept"
        ]
    );
}

#[test]
fn a_promise_reached_only_on_another_way_is_broken() {
    let map = [
        "{title: a, promises: [{title: Soon, kept_at: d}], next: b}",
        "{title: b, channel: desk, replaced_by: e, next: d}",
        "{title: c, start: true, next: d}",
        "{title: d}",
        "{title: e}",
    ];
    assert_eq!(places(&map), ["7:39 broken-promise"]);
    assert_eq!(messages(&map), ["the promise “Soon”, made at “a”, cannot be kept: customers no longer get to “d”"]);
}

#[test]
fn a_broken_promise_is_not_missed_as_well() {
    let missed = "{title: Soon, within: 1d, actual: 2d, kept_at: c}";
    let a = format!("{{title: a, promises: [{missed}], next: [b, c]}}");
    let text = format!(
        "cxmap: 1\ntitle: t\nphases:\n  - title: p\n    touchpoints:\n      - {a}\n      - {{title: b, next: end}}\n      \
         - {{title: c, status: unavailable}}\n"
    );
    let linted = lint(&cxmap::load_str("t", &text), jiff::civil::date(2026, 11, 21), &Policy::default());
    let rules: Vec<_> = linted.diagnostics.iter().map(|finding| finding.rule).collect();
    assert_eq!(rules, ["broken-promise"]);
}

#[test]
fn the_first_enabled_rule_speaks_as_loudly_as_the_loudest() {
    let map = [
        "{title: a, promises: [{title: Soon, kept_at: c}]}",
        "{title: b, channel: desk, moment_of_truth: {title: m, commitment: x}}",
        "{title: c}",
    ];
    let found = |levels: &[(&str, Level)]| {
        let mut policy = Policy::of(Profile::Standard);
        for (name, level) in levels {
            policy.set_level(Rule::find(name).unwrap(), *level);
        }
        let found = findings_by(&policy, &map).into_iter();
        let found = found.map(|(finding, _)| format!("{}[{}]", finding.level.as_str(), finding.rule));
        found.collect::<Vec<_>>()
    };
    let (moment, end, promise, closed) =
        ("cut-off-moment", "cut-off-end", "broken-promise", "closed-without-alternative");
    assert_eq!(found(&[]), ["warn[cut-off-moment]", "warn[broken-promise]"]);
    assert_eq!(found(&[(end, Level::Error)]), ["error[cut-off-moment]", "warn[broken-promise]"]);
    assert_eq!(found(&[(closed, Level::Error)]), ["error[cut-off-moment]", "warn[broken-promise]"]);
    assert_eq!(found(&[(promise, Level::Error)]), ["warn[cut-off-moment]", "error[broken-promise]"]);
    assert_eq!(found(&[(moment, Level::Off)]), ["warn[cut-off-end]", "warn[broken-promise]"]);
    assert_eq!(
        found(&[(moment, Level::Off), (end, Level::Off)]),
        ["warn[closed-without-alternative]", "warn[broken-promise]"]
    );
    let off = [moment, end, promise, closed].map(|name| (name, Level::Off));
    assert!(found(&off).is_empty());
}

#[test]
fn what_cannot_be_read_is_not_blamed() {
    for b in [
        "{title: b, channel: [desk, [x]]}",
        "{title: b, channel: desk, optional: [x]}",
        "{title: b, channel: desk, status: shut}",
    ] {
        assert!(places(&["{title: a}", b, "{title: c}"]).is_empty(), "{b}");
    }
    assert!(places(&["{title: a}", "{title: b, channel: desk}", "[x]", "{title: c}"]).is_empty(), "a lost touchpoint");
    // Where b leads is not known, but that those at a stand before a closed door is.
    let ghost = ["{title: a}", "{title: b, channel: desk, next: ghost}"];
    assert_eq!(places(&ghost), ["3:50 closed-without-alternative"]);
}

#[test]
fn many_touchpoints_behind_one_door_are_one_finding() {
    let mut touchpoints = vec!["{title: start}".to_owned()];
    for number in 0..2_000 {
        touchpoints.push(format!(
            "{{title: t{number}, channel: desk, promises: [p], moment_of_truth: {{title: m{number}, commitment: x}}}}"
        ));
    }
    let touchpoints: Vec<_> = touchpoints.iter().map(String::as_str).collect();
    let found = findings_by(&Policy::of(Profile::Standard), &touchpoints);
    assert_eq!(found.len(), 1);
    assert_eq!(
        found[0].0.message,
        "while the channel “Desk” is closed, customers can get neither to the moment of truth “m0” and 1999 more nor to \
         the end of the journey, and the promise “p” and 1999 more cannot be kept"
    );
}
