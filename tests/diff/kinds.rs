//! What a comparison says of small pairs of maps, worked out by hand.

use cxmap::diff::{Impact, Kind, Mirror, compare};

use crate::common::{check, map, outline, with, with_channels};

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
            moment-gained neutral moment:b
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
        // Customers have given up hoping: nobody is better off.
        ((5.0, 3.0), (4.0, 3.0), "expectation-lowered neutral"),
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
              experience-rose better touchpoint:pay
              expectation-lowered neutral touchpoint:pay",
    );
    // Customers get less, and expect less still.
    check(
        &rated(5.0, 3.0),
        &rated(2.0, 2.0),
        "experience-fell worse touchpoint:pay
              gap-narrowed neutral touchpoint:pay
                expectation-lowered neutral touchpoint:pay",
    );
    check(
        &rated(2.0, 2.0),
        &rated(5.0, 3.0),
        "gap-widened worse touchpoint:pay
              expectation-raised worse touchpoint:pay
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
    check(&with("expectation: 3\nexperience: 5\neffort: 2"), &wide, "scale-changed neutral map");
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
    // Where customers go elsewhere: one change.
    check(&next("leave"), &next("start"), "way-added neutral way:pay>start\n  way-removed neutral way:pay>leave");
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
    check(&with(""), &with("moment_of_truth: Now"), "moment-gained neutral moment:pay");
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
    // One that fails from the start is bad news, by what customers get or by what was promised them.
    let failing = with("expectation: 4\nexperience: 2\nmoment_of_truth: Now");
    check(&with("expectation: 4\nexperience: 2"), &failing, "moment-gained worse moment:pay");
    let promise = "promises: [{title: Soon, kept: 40%}]";
    check(&with(promise), &with(&format!("{promise}\nmoment_of_truth: Now")), "moment-gained worse moment:pay");
    let lost = compare(&map(&with("moment_of_truth: Now")), &map(&with("")));
    assert_eq!(lost[0].level.as_str(), "error");
    assert_eq!(lost[0].message, "“Now” at “I pay” is no longer a moment of truth.");
}

#[test]
fn a_moment_of_truth_turns_out_worse_or_better() {
    let rated = |expectation: f64, experience: f64| {
        with(&format!("moment_of_truth: Now\nexpectation: {expectation}\nexperience: {experience}"))
    };
    check(
        &rated(4.0, 4.0),
        &rated(4.0, 2.0),
        "moment-worsened worse moment:pay
              experience-fell worse touchpoint:pay",
    );
    // The same gap, and customers get less.
    check(
        &rated(4.0, 4.0),
        &rated(3.0, 3.0),
        "moment-worsened worse moment:pay
              experience-fell worse touchpoint:pay
              expectation-lowered neutral touchpoint:pay",
    );
    check(
        &rated(5.0, 3.0),
        &rated(2.0, 2.0),
        "moment-improved neutral moment:pay
              experience-fell worse touchpoint:pay
                gap-narrowed neutral touchpoint:pay
                  expectation-lowered neutral touchpoint:pay",
    );
    check(
        &rated(4.0, 3.0),
        &rated(4.0, 4.0),
        "moment-improved better moment:pay
              experience-rose better touchpoint:pay",
    );
}

#[test]
fn a_moment_of_truth_moves_with_the_customer() {
    let open = "moment_of_truth: Now\nexpectation: 4\nexperience: 4";
    let closed = "moment_of_truth: Now\nstatus: unavailable\nreplaced_by: leave\nexpectation: 4";
    // Where customers go instead, they get 1 where they expect 3.
    let leave = "        expectation: 3\n        experience: 1\n";
    let (before, after) = (with(open) + leave, with(closed) + leave);
    check(
        &before,
        &after,
        "touchpoint-closed worse touchpoint:pay
              replacement-named neutral touchpoint:pay
              moment-worsened worse moment:pay
              moment-moved neutral moment:pay",
    );
    let all = compare(&map(&before), &map(&after));
    let told: Vec<_> = all[0].claimed.iter().map(|change| change.message.as_str()).collect();
    assert!(
        told.contains(
            &"The moment of truth “Now” moves with the customer to “I leave”, since “I pay” does not take place."
        ),
        "{told:?}"
    );
}

#[test]
fn what_customers_get_at_a_new_touchpoint_is_judged() {
    let outline = |new: &str| outline("one: a b") + &format!("        expectation: 3\n        experience: {new}\n");
    let gone = crate::common::outline("one: a");
    check(&gone, &outline("1"), "touchpoint-added neutral touchpoint:b\n              gap-added worse touchpoint:b");
    check(&gone, &outline("5"), "touchpoint-added neutral touchpoint:b\n              gap-added better touchpoint:b");
    check(&gone, &outline("3"), "touchpoint-added neutral touchpoint:b");
    check(
        &outline("1"),
        &gone,
        "touchpoint-removed neutral touchpoint:b\n              gap-removed neutral touchpoint:b",
    );
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
    // Who is hit while a channel is closed says nothing of the friction.
    let portal = |status: &str, friction: &str| {
        let channels = format!("channels:\n  phone: Phone\n  portal: {{title: Portal, status: {status}}}");
        with_channels(
            &channels,
            &format!("channel: [phone, portal]\nfriction_points: [{{id: key, title: A key, {friction}}}]"),
        )
    };
    check(
        &portal("available", "reach: 38%"),
        &portal("unavailable", "reach: 0%"),
        "channel-closed worse channel:portal
              touchpoint-limited worse touchpoint:pay
            friction-eased neutral friction:pay/key",
    );
    check(
        &portal("available", "reach: 38%"),
        &portal("unavailable", "reach: 50%"),
        "channel-closed worse channel:portal
              touchpoint-limited worse touchpoint:pay
            friction-worsened worse friction:pay/key",
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
    // Missed far worse, kept less well, kept better: 80% is what counts as kept.
    for (before, after, expected) in [
        ("within: 5d, actual: 9d, kept: 46%", "within: 5d, actual: 20d, kept: 5%", "promise-worsened worse"),
        ("kept: 91%", "kept: 82%", "promise-worsened worse"),
        ("kept: 91%", "kept: 60%", "promise-broken worse"),
        ("within: 10d, actual: 7d", "within: 10d, actual: 4d", "promise-improved better"),
        ("within: 5d, actual: 9d", "within: 5d, actual: 9d, kept: 10%", ""),
    ] {
        let expected = if expected.is_empty() { String::new() } else { format!("{expected} promise:pay/soon") };
        check(&promise(before), &promise(after), &expected);
    }
    check(
        &promise("within: 5d, actual: 9d, kept: 10%"),
        &promise("within: 5d, actual: 8d, kept: 5%"),
        "promise-worsened worse promise:pay/soon
            promise-improved better promise:pay/soon",
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
    check(
        &persona("Tom", "low"),
        &persona("Nadia", "high"),
        "persona-changed neutral map
            friction-worsened neutral friction:pay/a-queue",
    );
    check(
        &with_channels("state: current", "effort: 4"),
        &with_channels("state: future", "effort: 2"),
        "state-changed neutral map
            effort-fell neutral touchpoint:pay",
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
