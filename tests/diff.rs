//! What a comparison says of small pairs of maps, worked out by hand, and what must hold for any pair.

mod common;

use std::fmt::Write;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use cxmap::diff::report::text::{Layout, text};
use cxmap::diff::report::{JourneyReport, Report, State};
use cxmap::diff::{Change, Impact, Kind, Mirror, compare};
use cxmap::graph::Map;
use cxmap::model::lower::lower;

fn map(text: &str) -> Map {
    let lowered = lower(text);
    assert!(lowered.diagnostics.is_empty(), "{text}\n{:?}", lowered.diagnostics);
    Map::new(lowered.journey.expect("a journey"), "map")
}

/// `kind impact address`, a line a change, echoes indented under their cause; details left out.
fn told(changes: &[Change]) -> String {
    fn tell(changes: &[Change], depth: usize, told: &mut String) {
        for change in changes.iter().filter(|change| !change.kind.is_detail()) {
            let (kind, impact, address) = (change.kind, change.impact.as_str(), &change.address);
            writeln!(told, "{:1$}{kind} {impact} {address}", "", 2 * depth).expect("a string takes all");
            tell(&change.claimed, depth + 1, told);
        }
    }
    let mut text = String::new();
    tell(changes, 0, &mut text);
    text
}

/// Every change as (kind, impact, address), sorted; `mirrored`: as it is seen the other way round.
fn flat(changes: &[Change], mirrored: bool) -> Vec<(Kind, Impact, String)> {
    let mut all: Vec<_> = changes
        .iter()
        .flat_map(Change::flat)
        .map(|change| match change.kind.mirror() {
            Mirror::Kind(kind) if mirrored => (kind, change.impact.mirror(), change.address.to_string()),
            Mirror::None(_) if mirrored => (Kind::DetailsChanged, Impact::Neutral, change.address.to_string()),
            _ => (change.kind, change.impact, change.address.to_string()),
        })
        .collect();
    all.sort();
    all
}

/// Compares `before` and `after`; the other way round it must say the opposite.
#[track_caller]
fn check(before: &str, after: &str, expected: &str) {
    let (before, after) = (map(before), map(after));
    let changes = compare(&before, &after);
    let wanted: String = expected.lines().map(str::trim_end).filter(|line| !line.trim().is_empty()).fold(
        String::new(),
        |mut wanted, line| {
            let _ = writeln!(wanted, "{}", line.strip_prefix("            ").unwrap_or(line));
            wanted
        },
    );
    assert_eq!(told(&changes), wanted);
    let kinds = |all: Vec<(Kind, Impact, String)>| {
        let mut kinds: Vec<_> = symmetric(all).into_iter().map(|(kind, impact, _)| (kind, impact)).collect();
        kinds.sort();
        kinds
    };
    assert_eq!(kinds(flat(&changes, true)), kinds(flat(&compare(&after, &before), false)), "the other way round");
}

/// A map of two phases; `fields` are those of the touchpoint `pay`, the first of the second phase.
fn with(fields: &str) -> String {
    with_channels("", fields)
}

fn with_channels(channels: &str, fields: &str) -> String {
    let fields = fields.lines().fold(String::new(), |text, line| format!("{text}        {}\n", line.trim_end()));
    format!(
        "cxmap: 1\ntitle: A journey\n{channels}\nphases:\n  - id: one\n    title: One\n    touchpoints:\n      - id: \
         start\n        title: I start\n  - id: two\n    title: Two\n    touchpoints:\n      - id: pay\n        title: \
         I pay\n{fields}      - id: leave\n        title: I leave\n"
    )
}

/// Phases with touchpoints: `one: a b / two: c` has the phase `one` with the touchpoints `a` and `b`.
fn outline(outline: &str) -> String {
    let mut text = "cxmap: 1\ntitle: A journey\nphases:\n".to_owned();
    for phase in outline.split('/') {
        let (name, touchpoints) = phase.split_once(':').expect("a phase");
        let (id, was) = name.trim().split_once('<').unwrap_or((name.trim(), ""));
        let _ = write!(text, "  - id: {id}\n    title: Phase {id}\n    was: [{was}]\n    touchpoints:\n");
        for touchpoint in touchpoints.split_whitespace() {
            let (id, was) = touchpoint.split_once('<').unwrap_or((touchpoint, ""));
            let _ = write!(text, "      - id: {id}\n        title: Step {id}\n        was: [{was}]\n");
        }
    }
    text
}

#[test]
fn phases_and_touchpoints_come_and_go() {
    check(&outline("one: a b"), &outline("one: a b"), "");
    check(&outline("one: a b"), &outline("one: a b c"), "touchpoint-added neutral touchpoint:c");
    check(&outline("one: a b"), &outline("one: b"), "touchpoint-removed neutral touchpoint:a");
    check(
        &outline("one: a / two: b c"),
        &outline("one: a"),
        "phase-removed neutral phase:two
              touchpoint-removed neutral touchpoint:b
              touchpoint-removed neutral touchpoint:c",
    );
    check(
        &outline("one: a"),
        &outline("one: a / two: b"),
        "phase-added neutral phase:two
              touchpoint-added neutral touchpoint:b",
    );
}

#[test]
fn what_stays_is_found_by_what_it_was_called() {
    check(&outline("one: a b"), &outline("uno<one: a b"), "phase-renamed neutral phase:uno");
    check(&outline("one: a b"), &outline("one: a c<b"), "touchpoint-renamed neutral touchpoint:c");
    check(&outline("one: a c<b"), &outline("one: a b"), "touchpoint-renamed neutral touchpoint:b");
    // Ids that the other side lacks are history.
    check(&outline("one: a b"), &outline("one: a<x,y b<z"), "");
    // Three states, each listing every id it ever had.
    check(&outline("one: b<a"), &outline("one: c<a,b"), "touchpoint-renamed neutral touchpoint:c");
    check(&outline("one: a"), &outline("one: c<a,b"), "touchpoint-renamed neutral touchpoint:c");
    // Split before the first state: not again when one part goes.
    check(&outline("one: a b<a"), &outline("one: b<a"), "touchpoint-removed neutral touchpoint:a");
}

#[test]
fn things_merge_and_split() {
    check(
        &outline("one: a b c"),
        &outline("one: d<a,b c"),
        "touchpoints-merged neutral touchpoint:d
              touchpoint-renamed neutral touchpoint:d",
    );
    check(
        &outline("one: d<a,b c"),
        &outline("one: a b c"),
        "touchpoint-split neutral touchpoint:d
              touchpoint-renamed neutral touchpoint:a",
    );
    // Claimed while it still exists.
    check(&outline("one: a c"), &outline("one: a b<a c"), "touchpoint-split neutral touchpoint:a");
    check(&outline("one: a b<a c"), &outline("one: a c"), "touchpoints-merged neutral touchpoint:a");
    check(&outline("one: a b c"), &outline("one: a<b c"), "touchpoints-merged neutral touchpoint:a");
    check(
        &outline("one: a / two: b"),
        &outline("both<one,two: a b"),
        "phases-merged neutral phase:both
              phase-renamed neutral phase:both",
    );
}

#[test]
fn order_is_judged_by_what_left_it() {
    check(&outline("one: a b c d"), &outline("one: b c d a"), "touchpoint-reordered neutral touchpoint:a");
    check(&outline("one: a b c d"), &outline("one: x a b c d"), "touchpoint-added neutral touchpoint:x");
    check(
        &outline("one: a / two: b / six: c"),
        &outline("six: c / one: a / two: b"),
        "phase-reordered neutral phase:six",
    );
    check(&outline("one: a b / two: c"), &outline("one: a / two: b c"), "touchpoint-moved neutral touchpoint:b");
    // A renamed phase has not moved its touchpoints.
    check(
        &outline("one: a b c"),
        &outline("uno<one: b c a"),
        "phase-renamed neutral phase:uno
            touchpoint-reordered neutral touchpoint:a",
    );
}

#[test]
fn the_same_titles_are_the_same_unless_ids_say_otherwise() {
    let titles = |first: &str, second: &str| {
        format!("cxmap: 1\ntitle: T\nphases:\n  - title: One\n    touchpoints:\n      - {first}\n      - {second}\n")
    };
    let plain = titles("title: I pay", "title: I leave");
    check(&plain, &titles("{id: bill, title: I pay}", "title: I leave"), "");
    check(&plain, &titles("{id: i-pay, title: I pay}", "title: I leave"), "");
    check(&plain, &titles("title: I leave", "title: I pay"), "touchpoint-reordered neutral touchpoint:i-leave");
    check(&titles("title: I leave", "title: I pay"), &plain, "touchpoint-reordered neutral touchpoint:i-leave");
    check(
        &titles("{id: a, title: I pay}", "title: I leave"),
        &titles("{id: b, title: I pay}", "title: I leave"),
        "touchpoint-removed neutral touchpoint:a
            touchpoint-added neutral touchpoint:b",
    );
}

#[test]
fn closing_a_channel_closes_what_happens_on_it() {
    let channels = "channels:\n  shop: Shop\n  phone: Phone";
    let closed = "channels:\n  shop: {title: Shop, status: unavailable}\n  phone: Phone";
    let limited = "channels:\n  shop: {title: Shop, status: limited}\n  phone: Phone";
    let at_shop = |channels| with_channels(channels, "channel: shop");
    check(
        &at_shop(channels),
        &at_shop(closed),
        "channel-closed worse channel:shop
              touchpoint-closed worse touchpoint:pay",
    );
    check(
        &at_shop(closed),
        &at_shop(channels),
        "channel-reopened better channel:shop
              touchpoint-reopened better touchpoint:pay",
    );
    check(
        &at_shop(channels),
        &at_shop(limited),
        "channel-limited worse channel:shop
              touchpoint-limited worse touchpoint:pay",
    );
    check(
        &at_shop(limited),
        &at_shop(closed),
        "channel-closed worse channel:shop
              touchpoint-closed worse touchpoint:pay",
    );
    let anywhere = |channels| with_channels(channels, "channel: [shop, phone]");
    check(
        &anywhere(channels),
        &anywhere(closed),
        "channel-closed worse channel:shop
              touchpoint-limited worse touchpoint:pay",
    );
    // A status of its own has its own reason.
    check(
        &at_shop(channels),
        &with_channels(closed, "channel: shop\nstatus: limited"),
        "channel-closed worse channel:shop
            touchpoint-limited worse touchpoint:pay",
    );
    check(
        &at_shop(channels),
        &with_channels("channels:\n  shop: Shop", "channel: shop"),
        "channel-removed neutral channel:phone",
    );
}

#[test]
fn touchpoints_change_channel_owner_and_company() {
    let channels = "channels:\n  shop: Shop\n  phone: Phone\n  app: App";
    let at = |list: &str| with_channels(channels, &format!("channel: {list}"));
    check(&at("shop"), &at("phone"), "touchpoint-rechannelled neutral touchpoint:pay");
    check(&at("shop"), &at("[shop, phone]"), "touchpoint-channel-added better touchpoint:pay");
    check(&at("[shop, phone]"), &at("shop"), "touchpoint-channel-removed worse touchpoint:pay");
    check(
        &at("[shop, phone]"),
        &at("[app, shop]"),
        "touchpoint-channel-removed worse touchpoint:pay
            touchpoint-channel-added better touchpoint:pay",
    );
    let renamed = "channels:\n  store: {title: Store, was: shop}\n  phone: Phone\n  app: App";
    check(&at("shop"), &with_channels(renamed, "channel: store"), "");
    check(&with("owner: Sales"), &with("owner: Billing"), "touchpoint-reassigned neutral touchpoint:pay");
    check(&with("owner: Sales"), &with(""), "");
    check(&with("actors: [Notary]"), &with("actors: [Notary, Expert]"), "actors-changed neutral touchpoint:pay");
    check(&with(""), &with("start: true"), "entry-added neutral touchpoint:pay");
}

#[test]
fn a_closed_touchpoint_claims_what_happens_on_it() {
    check(
        &with("experience: 3\neffort: 2\nfriction_points: [A queue]\npromises: [{title: Soon, within: 1d}]"),
        &with("status: unavailable\nreplaced_by: leave\neffort: 4"),
        "touchpoint-closed worse touchpoint:pay
              replacement-named neutral touchpoint:pay
              friction-removed neutral friction:pay/a-queue
              effort-rose worse touchpoint:pay
              promise-withdrawn neutral promise:pay/soon",
    );
    let closed = "status: unavailable";
    check(&with(closed), &with(&format!("{closed}\nreplaced_by: leave")), "replacement-named better touchpoint:pay");
    check(&with(&format!("{closed}\nreplaced_by: leave")), &with(closed), "replacement-withdrawn worse touchpoint:pay");
}

#[test]
fn a_removed_touchpoint_claims_what_was_on_it() {
    let before = outline("one: a b")
        + "        moment_of_truth: Now or never\n        friction_points:\n          - title: A queue\n            solutions: [{title: A second desk, status: done}]\n        needs: [Speed]\n";
    check(
        &before,
        &outline("one: a"),
        "touchpoint-removed neutral touchpoint:b
              need-removed neutral need:b/speed
              moment-lost worse moment:b
              friction-removed neutral friction:b/a-queue
                solution-dropped neutral solution:b/a-queue/a-second-desk",
    );
    // What comes with a new touchpoint is judged.
    check(
        &outline("one: a"),
        &before,
        "need-added neutral need:b/speed
            touchpoint-added neutral touchpoint:b
            moment-gained better moment:b
            friction-added worse friction:b/a-queue
            solution-added better solution:b/a-queue/a-second-desk",
    );
}

#[test]
fn needs_belong_to_somebody() {
    check(&with("needs: [Speed]"), &with("needs: [Speed, Calm]"), "need-added neutral need:pay/calm");
    check(&with("needs: [Speed, Calm]"), &with("needs: [Calm]"), "need-removed neutral need:pay/speed");
    let persona = |needs: &str| with_channels(&format!("persona: {{name: P, needs: [{needs}]}}"), "");
    check(&persona("Speed"), &persona("Calm"), "need-removed neutral need:map/speed\nneed-added neutral need:map/calm");
}

#[test]
fn ratings_are_judged_by_the_gap() {
    let rated =
        |expectation: f64, experience: f64| with(&format!("expectation: {expectation}\nexperience: {experience}"));
    let pay = |kind: &str| format!("{kind} touchpoint:pay");
    for (before, after, expected) in [
        // The gap stays at or above zero: neutral.
        ((2.0, 4.0), (4.0, 4.0), "expectation-raised neutral"),
        ((4.0, 4.0), (5.0, 4.0), "expectation-raised worse"),
        ((5.0, 3.0), (4.0, 3.0), "expectation-lowered better"),
        ((3.0, 4.0), (2.0, 4.0), "expectation-lowered neutral"),
        ((3.0, 3.0), (3.0, 4.0), "experience-rose better"),
        ((3.0, 3.5), (3.0, 3.0), "experience-fell worse"),
    ] {
        check(&rated(before.0, before.1), &rated(after.0, after.1), &pay(expected));
    }
    check(
        &rated(3.0, 3.0),
        &rated(4.0, 2.0),
        "gap-widened worse touchpoint:pay
              expectation-raised worse touchpoint:pay
              experience-fell worse touchpoint:pay",
    );
    check(
        &rated(5.0, 2.0),
        &rated(4.0, 3.0),
        "gap-narrowed better touchpoint:pay
              expectation-lowered better touchpoint:pay
              experience-rose better touchpoint:pay",
    );
    // Both fell alike: the gap stays, and so neither claims the other.
    check(
        &rated(4.0, 4.0),
        &rated(3.0, 3.0),
        "experience-fell worse touchpoint:pay
            expectation-lowered neutral touchpoint:pay",
    );
    // Unknown is not zero.
    check(&with("expectation: 3"), &with("expectation: 3\nexperience: 1"), "");
    // The same ratings on another scale.
    let wide = with_channels("scale: {min: 0, max: 10}", "expectation: 5\nexperience: 10\neffort: 2.5");
    check(&with("expectation: 3\nexperience: 5\neffort: 2"), &wide, "");
}

#[test]
fn effort_and_time_are_judged() {
    check(&with("effort: 2"), &with("effort: 4"), "effort-rose worse touchpoint:pay");
    check(&with("effort: 2.5"), &with("effort: 2"), "effort-fell better touchpoint:pay");
    check(&with("wait: 10m"), &with("wait: 1h"), "wait-rose worse touchpoint:pay");
    check(&with("wait: 60m"), &with("wait: 1h"), "");
    check(&with("duration: 10m"), &with("duration: 1h"), "duration-rose neutral touchpoint:pay");
    check(&with("duration: 1d"), &with("duration: 1h"), "duration-fell neutral touchpoint:pay");
}

#[test]
fn ways_are_those_that_are_written() {
    let next = |ways: &str| with(&format!("next: {ways}"));
    // What follows from the order of the file, written out.
    check(&with(""), &next("leave"), "");
    check(&with(""), &next("next"), "");
    check(&next("leave"), &next("start"), "way-removed neutral way:pay>leave\nway-added neutral way:pay>start");
    check(
        &next("[{to: leave, share: 90%}, {to: lost, share: 10%}]"),
        &next("[{to: leave, share: 80%}, {to: lost, share: 20%}]"),
        "share-changed worse way:pay>lost
              share-changed neutral way:pay>leave",
    );
    check(&next("[leave, lost]"), &next("leave"), "way-removed better way:pay>lost");
    check(&with(""), &next("[leave, lost]"), "way-added worse way:pay>lost");
}

#[test]
fn moments_of_truth_are_followed() {
    check(&with(""), &with("moment_of_truth: Now"), "moment-gained better moment:pay");
    check(&with("moment_of_truth: Now"), &with(""), "moment-lost worse moment:pay");
    check(&with("moment_of_truth: Now"), &with("moment_of_truth: Never"), "");
    check(&with("moment_of_truth: Now"), &with("moment_of_truth: {id: key, title: Now}"), "");
    check(
        &with("moment_of_truth: Now"),
        &with("moment_of_truth: {title: Now, commitment: Money back}"),
        "commitment-added better moment:pay",
    );
    check(
        &with("moment_of_truth: {id: key, title: Now}"),
        &(with("") + "        moment_of_truth: {id: key, title: Now}\n"),
        "moment-moved neutral moment:key",
    );
    let lost = compare(&map(&with("moment_of_truth: Now")), &map(&with("")));
    assert_eq!(lost[0].level.as_str(), "error");
    assert_eq!(lost[0].message, "“Now” at “I pay” is no longer a moment of truth.");
}

#[test]
fn friction_is_weighed() {
    let point = |fields: &str| with(&format!("friction_points: [{{id: queue, title: A queue, {fields}}}]"));
    let queue = |kind: &str| format!("{kind} friction:pay/queue");
    for (before, after, expected) in [
        ("severity: low", "severity: high", "friction-worsened worse"),
        ("severity: high", "severity: medium", "friction-eased better"),
        ("reach: 10%", "reach: 20%", "friction-worsened worse"),
        ("status: open", "status: mitigated", "friction-eased better"),
        ("status: mitigated", "status: open", "friction-worsened worse"),
        ("status: open", "status: resolved", "friction-resolved better"),
        ("status: resolved", "status: mitigated", "friction-reopened worse"),
        // One change for all that got worse.
        ("severity: low, reach: 10%", "severity: high, reach: 30%", "friction-worsened worse"),
    ] {
        check(&point(before), &point(after), &queue(expected));
    }
    check(
        &point("severity: low, reach: 30%"),
        &point("severity: high, reach: 10%"),
        "friction-worsened worse friction:pay/queue
            friction-eased better friction:pay/queue",
    );
    check(&with(""), &point("severity: low"), "friction-added worse friction:pay/queue");
    check(&with(""), &point("status: resolved"), "friction-added neutral friction:pay/queue");
    check(&point("severity: low"), &with(""), "friction-removed better friction:pay/queue");
    check(&point("status: resolved"), &with(""), "friction-removed neutral friction:pay/queue");
    check(
        &point("severity: low"),
        &point("severity: low, also_at: [leave]"),
        "friction-spread worse friction:pay/queue",
    );
    check(
        &point("also_at: [leave, start]"),
        &point("also_at: [start]"),
        "friction-contained better friction:pay/queue",
    );
    let elsewhere = with("") + "        friction_points: [{id: queue, title: A queue, severity: low}]\n";
    check(&point("severity: low"), &elsewhere, "friction-moved neutral friction:leave/queue");
    let line = with("friction_points: [{id: line, title: A line, was: queue}]");
    check(&point("severity: medium"), &line, "friction-renamed neutral friction:pay/line");
}

#[test]
fn solutions_come_along() {
    let solution = |fields: &str| with(&format!("solutions: [{{id: desk, title: A second desk, {fields}}}]"));
    for (before, after, expected) in [
        ("status: idea", "status: planned", "solution-advanced better"),
        ("status: done", "status: in_progress", "solution-set-back worse"),
        ("status: planned", "status: dropped", "solution-dropped neutral"),
        ("status: done", "status: dropped", "solution-dropped worse"),
        ("status: dropped", "status: done", "solution-added better"),
        ("owner: A", "owner: B", "solution-reassigned neutral"),
        ("due: 2026-01-01", "due: 2026-02-01", "solution-slipped worse"),
    ] {
        check(&solution(before), &solution(after), &format!("{expected} solution:desk"));
    }
    check(&with(""), &solution("status: planned"), "solution-added neutral solution:desk");
    check(&with(""), &solution("status: in_progress"), "solution-added better solution:desk");
    check(&solution("status: done"), &with(""), "solution-dropped worse solution:desk");
    check(&solution("due: 2026-02-01"), &solution("due: 2026-01-01"), "");
    check(&solution("due: 2026-01-01, status: done"), &solution("due: 2026-02-01, status: done"), "");
    // One solution in two places, its fields in one of them.
    let twice =
        with("solutions: [{id: desk, title: A second desk, status: done}]") + "        solutions: [{id: desk}]\n";
    let turned =
        with("solutions: [{id: desk}]") + "        solutions: [{id: desk, title: A second desk, status: done}]\n";
    check(&twice, &turned, "");
    check(&solution("status: done"), &twice, "");
}

#[test]
fn sentences_say_where_and_whose() {
    let phase = |friction: &str| {
        outline("one: a").replace(
            "    touchpoints:",
            &format!("    owner: Sales\n    friction_points: [{friction}]\n    touchpoints:"),
        )
    };
    let changes = compare(&map(&phase("")), &map(&phase("{title: A queue, solutions: [A second desk]}")));
    let messages: Vec<_> = changes.iter().map(|change| change.message.as_str()).collect();
    assert_eq!(
        messages,
        [
            "New friction (medium): “A queue” throughout the phase “Phase one”.",
            "New solution: “A second desk” (against “A queue”) – an idea, Sales.",
        ]
    );
}

#[test]
fn promises_are_kept_or_not() {
    let promise = |fields: &str| with(&format!("promises: [{{id: soon, title: Soon, {fields}}}]"));
    for (before, after, expected) in [
        ("within: 5d", "within: 3d", "promise-tightened better"),
        ("within: 5d", "within: 1w", "promise-loosened worse"),
        ("within: 5d, actual: 4d", "within: 5d, actual: 6d", "promise-broken worse"),
        ("within: 5d, actual: 6d", "within: 5d, actual: 5d", "promise-kept better"),
    ] {
        check(&promise(before), &promise(after), &format!("{expected} promise:pay/soon"));
    }
    check(
        &promise("within: 5d, actual: 4d"),
        &promise("within: 3d, actual: 4d"),
        "promise-broken worse promise:pay/soon
            promise-tightened better promise:pay/soon",
    );
    check(&with(""), &promise("within: 5d"), "promise-made better promise:pay/soon");
    check(&with(""), &promise("within: 5d, actual: 6d"), "promise-made worse promise:pay/soon");
    check(&promise("within: 5d"), &with(""), "promise-withdrawn worse promise:pay/soon");
    check(&promise("within: 5d, actual: 6d"), &with(""), "promise-withdrawn better promise:pay/soon");
}

#[test]
fn other_personas_and_plans_are_compared_without_a_verdict() {
    let persona = |name: &str, severity: &str| {
        let head = format!("persona: {name}");
        with_channels(&head, &format!("friction_points: [{{title: A queue, severity: {severity}}}]"))
    };
    check(&persona("Tom", "low"), &persona("Nadia", "high"), "friction-worsened neutral friction:pay/a-queue");
    check(
        &with_channels("state: current", "effort: 4"),
        &with_channels("state: future", "effort: 2"),
        "effort-fell neutral touchpoint:pay",
    );
}

#[test]
fn kinds_have_names_and_mirrors() {
    let mut names: Vec<_> = Kind::ALL.iter().map(|kind| kind.as_str()).collect();
    for kind in Kind::ALL {
        assert!(kind.as_str().bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{kind}");
        match kind.mirror() {
            Mirror::Kind(mirror) => {
                assert_eq!(mirror.mirror(), Mirror::Kind(*kind), "the mirror of {kind}");
                assert_eq!(mirror.impact(), kind.impact().map(Impact::mirror), "the impact of {kind} and its mirror");
                assert_eq!(mirror.question(), kind.question(), "{kind}");
            }
            Mirror::None(reason) => assert!(!reason.is_empty(), "{kind}"),
        }
    }
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), Kind::ALL.len());
}

/// A small random map. Ids are from a small pool, so that two maps have some in common.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: u64) -> u64 {
        // A linear congruential generator: Knuth's MMIX.
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }

    fn one<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[usize::try_from(self.below(words.len() as u64)).expect("small")]
    }

    fn some(&mut self, text: &mut String, fields: &[(&str, &[&str])]) {
        for (name, values) in fields {
            if self.below(2) == 0 {
                let _ = writeln!(text, "        {name}: {}", self.one(values));
            }
        }
    }

    fn map(&mut self) -> String {
        let mut text = "cxmap: 1\ntitle: A journey\n".to_owned();
        let statuses = ["available", "limited", "unavailable"];
        let (shop, phone) = (self.one(&statuses), self.one(&statuses));
        let _ = write!(
            text,
            "channels:\n  shop: {{title: Shop, status: {shop}}}\n  phone: {{title: Phone, status: {phone}}}\n"
        );
        text.push_str("phases:\n");
        let mut left: Vec<&str> = vec!["a", "b", "c", "d", "e", "f"];
        let mut phases = vec!["one", "two", "six"];
        for _ in 0..=self.below(2) {
            let phase = phases.remove(usize::try_from(self.below(phases.len() as u64)).expect("small"));
            let _ = write!(text, "  - id: {phase}\n    title: Phase {phase}\n    touchpoints:\n");
            for _ in 0..=self.below(2) {
                let id = left.remove(usize::try_from(self.below(left.len() as u64)).expect("small"));
                self.touchpoint(id, &mut text);
            }
        }
        text
    }

    fn touchpoint(&mut self, id: &str, text: &mut String) {
        let _ = write!(text, "      - id: {id}\n        title: Step {id}\n");
        self.some(
            text,
            &[
                ("channel", &["shop", "phone", "[shop, phone]"]),
                ("expectation", &["2", "3", "4"]),
                ("experience", &["2", "3", "4"]),
                ("effort", &["1", "5"]),
                ("wait", &["1h", "2d"]),
                ("owner", &["Sales", "Billing"]),
                ("needs", &["[Speed]", "[Speed, Calm]"]),
                ("next", &["end", "[end, lost]", "[{to: end, share: 90%}, {to: lost, share: 10%}]"]),
                ("moment_of_truth", &["Now", "{title: Now, commitment: Money back}"]),
                (
                    "friction_points",
                    &[
                        "[{id: queue, title: Queue, severity: low}]",
                        "[{id: queue, title: Queue, severity: high, reach: 20%, solutions: [{title: Desk, status: done}]}]",
                        "[{id: noise, title: Noise, status: resolved}, {id: queue, title: Queue}]",
                    ],
                ),
                ("promises", &["[{id: soon, title: Soon, within: 1d}]", "[{id: soon, title: Soon, within: 2d, actual: 3d}]"]),
            ],
        );
    }
}

#[test]
fn a_map_does_not_differ_from_itself() {
    for seed in 0..500 {
        let text = Random(seed).map();
        assert_eq!(compare(&map(&text), &map(&text)), [], "{text}");
    }
}

/// What merely vanishes is neutral, while what comes is judged: the one asymmetry. And what moved has another address
/// on each side, so that only its own name counts.
fn symmetric(mut all: Vec<(Kind, Impact, String)>) -> Vec<(Kind, Impact, String)> {
    for (kind, impact, address) in &mut all {
        if *kind == Kind::SolutionSlipped {
            (*kind, *impact) = (Kind::DetailsChanged, Impact::Neutral); // It has no mirror.
        }
        let name = if address.starts_with("moment:") { None } else { address.rsplit('/').next() };
        *address = name.unwrap_or_default().to_owned();
        if matches!(
            kind,
            Kind::FrictionAdded
                | Kind::FrictionRemoved
                | Kind::PromiseMade
                | Kind::PromiseWithdrawn
                | Kind::SolutionAdded
                | Kind::SolutionDropped
                | Kind::CommitmentAdded
                | Kind::CommitmentWithdrawn
        ) {
            *impact = Impact::Neutral;
        }
    }
    all.sort();
    all
}

#[test]
fn the_other_way_round_is_the_opposite() {
    let mut changes = 0;
    for seed in 0..1_000 {
        let mut random = Random(seed);
        let (before, after) = (random.map(), random.map());
        let (forth, back) = (compare(&map(&before), &map(&after)), compare(&map(&after), &map(&before)));
        let (forth, back) = (flat(&forth, true), flat(&back, false));
        changes += forth.len();
        let (forth, back) = (symmetric(forth), symmetric(back));
        assert_eq!(forth, back, "{before}\n{after}");
    }
    assert!(changes > 20_000, "the maps differ: {changes}");
}

fn bundled() -> Vec<(PathBuf, String)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("journeys");
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the bundled journeys") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            paths.extend(std::fs::read_dir(path).expect("a folder").map(|entry| entry.expect("an entry").path()));
        } else {
            paths.push(path);
        }
    }
    paths.retain(|path| path.to_string_lossy().ends_with(".journey.yaml"));
    paths.sort();
    paths.into_iter().map(|path| (path.clone(), std::fs::read_to_string(path).expect("readable"))).collect()
}

fn turned_round(value: serde_yaml::Value) -> serde_yaml::Value {
    match value {
        serde_yaml::Value::Mapping(mapping) => mapping
            .into_iter()
            .collect::<Vec<_>>()
            .into_iter()
            .rev()
            .map(|(key, value)| (key, turned_round(value)))
            .collect::<serde_yaml::Mapping>()
            .into(),
        serde_yaml::Value::Sequence(items) => items.into_iter().map(turned_round).collect::<Vec<_>>().into(),
        plain => plain,
    }
}

#[test]
fn only_the_journey_counts() {
    let bundled = bundled();
    assert!(bundled.len() >= 10);
    for (path, text) in bundled {
        let before = map(&text);
        let commented = text.replace("\nphases:", "\n# A note.\n\nphases: # another");
        assert_eq!(compare(&before, &map(&commented)), [], "comments in {}", path.display());
        let value: serde_yaml::Value = serde_yaml::from_str(&text).expect("YAML");
        let reversed = serde_yaml::to_string(&turned_round(value)).expect("YAML");
        assert_eq!(compare(&before, &map(&reversed)), [], "keys in another order in {}", path.display());

        let mut journey = lower(&text).journey.expect("a journey");
        let id = |title: &str| cxmap::model::Id::from_title(title).map(Into::into);
        for phase in &mut journey.phases.0 {
            phase.id = phase.id.take().or_else(|| id(&phase.title));
            for touchpoint in &mut phase.touchpoints.0 {
                touchpoint.id = touchpoint.id.take().or_else(|| id(&touchpoint.title));
                for friction in &mut touchpoint.friction_points.0 {
                    friction.id = friction.id.take().or_else(|| friction.title.as_ref().and_then(|title| id(title)));
                }
            }
        }
        assert_eq!(compare(&before, &Map::new(journey, "map")), [], "ids written out in {}", path.display());
    }
}

fn report(before: &str, after: &str, width: usize) -> String {
    let (before, after) = (map(before), map(after));
    let states =
        vec![State { name: "before".to_owned(), map: &before }, State { name: "after".to_owned(), map: &after }];
    let report = Report { journeys: vec![JourneyReport::of(states)], ..Report::default() };
    text(&report, Layout { width, color: false, details: false })
}

#[test]
fn the_report_says_when_there_is_nothing_to_say() {
    assert_eq!(report(&with(""), &with(""), 80), "A journey: before → after: no differences\n");
}

#[test]
fn the_report_has_only_sections_that_say_something() {
    assert_eq!(
        report(&with("expectation: 4\nexperience: 4"), &with("expectation: 4\nexperience: 2\nwait: 1h"), 60),
        "\
A journey: before → after

For customers, the change makes one thing worse and nothing
better. Customers are left further below what they expect at
“I pay” (gap 0 → −2).

5 Expectations and satisfaction
  ~ worse  “I pay” is a worse experience (4 → 2; gap 0 →
           −2).

1 change of wording or detail is not shown.

In figures
                                  before  after
  touchpoints                          3      3
    of them below expectation          0      1
  steps on the main way                3      3
    time waited, as far as known       ?     1h
"
    );
}

#[test]
fn the_report_fits_its_width_and_shows_no_control_character() {
    for (path, text) in bundled() {
        for width in [60, 100] {
            let other = text.replace("experience: 4", "experience: 2");
            let shown = report(&text, &other, width);
            for line in shown.lines() {
                assert!(unicode_width::UnicodeWidthStr::width(line) <= width, "{}: {line}", path.display());
            }
        }
    }
    let hostile = report(&with(""), &with("friction_points: [\"\\e[31mred \\u202E turned\"]"), 80);
    assert!(hostile.contains(r"\u{1b}[31mred \u{202e} turned"), "{hostile}");
    assert!(!hostile.contains(['\u{1b}', '\u{202e}']));
}

#[test]
fn the_insurance_in_the_lockdown_is_told_as_it_happened() {
    let read = |name: &str| {
        let found =
            bundled().into_iter().find(|(path, _)| path.ends_with(format!("insurance-premium/{name}.journey.yaml")));
        map(&found.expect("the bundled pair").1)
    };
    let changes = compare(&read("before"), &read("lockdown"));
    let told = told(&changes);
    // The office closes, and the customer meets the adviser on screen.
    assert!(told.contains(
        "channel-closed worse channel:agency\n  touchpoint-closed worse touchpoint:advice\n    replacement-named neutral touchpoint:advice\n"
    ));
    // The moment of truth moved from reporting a change to asking for time, and got a commitment.
    assert!(told.contains("commitment-added better moment:there-for-me\nmoment-moved neutral moment:there-for-me\n"));
    // The worst new friction comes first.
    let friction: Vec<_> = changes.iter().filter(|change| change.kind == Kind::FrictionAdded).collect();
    let ids: Vec<_> = friction.iter().map(|change| change.address.to_string()).collect();
    assert_eq!(
        ids,
        [
            "friction:pay/premium-without-income",
            "friction:tell-them/jammed-lines",
            "friction:invoice/no-word-on-help",
            "friction:video-advice/pages-on-screen",
        ]
    );
    assert_eq!(changes.iter().filter(|change| change.impact == Impact::Worse).count(), 13);
    assert_eq!(changes.iter().filter(|change| change.impact == Impact::Better).count(), 13);
}

/// A line of touchpoints with shares of everything that is matched.
fn long(count: usize, from: usize) -> String {
    let mut text = "cxmap: 1\ntitle: T\nphases:\n  - title: One\n    touchpoints:\n".to_owned();
    for at in 0..count {
        let at = (at + from) % count;
        let _ = write!(
            text,
            "      - title: Step {at}\n        experience: {}\n        friction_points: [A queue]\n        needs: [Speed]\n",
            1 + (at + from) % 5
        );
    }
    text
}

#[test]
fn ten_times_the_map_takes_about_ten_times_as_long() {
    let time = |count: usize| {
        let (before, after) = (map(&long(count, 0)), map(&long(count, count / 3)));
        let mut best = Duration::MAX;
        for _ in 0..3 {
            let start = Instant::now();
            assert!(compare(&before, &after).len() > count / 2);
            best = best.min(start.elapsed());
        }
        best
    };
    let (small, large) = (time(1_000), time(10_000));
    // The bound of the benchmark is 15; a quadratic step would take 100.
    assert!(large < small * 40, "{small:?} for 1,000, {large:?} for 10,000");
}

#[test]
fn very_many_changes_are_counted_not_listed() {
    let friction: String = (0..30).map(|number| format!("  - F {number}\n")).collect();
    let map = |points: &str| {
        let touchpoints: String = (0..30).map(|number| format!("      - title: T {number}\n{points}")).collect();
        format!("cxmap: 1\ntitle: t\nx-f: &f\n{friction}phases:\n  - title: p\n    touchpoints:\n{touchpoints}")
    };
    let folder = common::folder(&[("a.yaml", &map("")), ("b.yaml", &map("        friction_points: *f\n"))]);
    let run = common::cxmap_in(folder.path(), &["diff", "a.yaml", "b.yaml"]);
    assert_eq!(run.stdout.matches("New friction (medium)").count(), 200, "{}", run.stdout);
    assert!(run.stdout.contains("  … and 700 more like these\n"), "{}", run.stdout);
    assert!(run.stdout.contains("“F 19” (medium) and 880 more."), "{}", run.stdout);
    let json = common::cxmap_in(folder.path(), &["diff", "a.yaml", "b.yaml", "-f", "json"]).stdout;
    assert_eq!(json.matches("\"friction-added\"").count(), 900, "programs get all");
}
