//! What `cxmap stress` answers, worked out by hand.

mod common;

use common::{Run, cxmap, cxmap_in, folder, journeys};
use serde_json::Value;

/// Website, intake, then branch or video, then the decision. The branch has a replacement, the decision a moment of truth
/// and the intake a promise that is kept there.
const LOAN: &str = "cxmap: 1
title: I borrow for a house
channels: {website: Website, branch: {title: Branch}, video: Video call, phone: Phone}
phases:
  - id: ask
    title: Ask
    owner: Sales
    touchpoints:
      - {id: site, title: I look online, channel: website, effort: 1}
      - id: intake
        title: I tell my story
        channel: [phone, branch]
        effort: 2
        promises: [{id: week, title: An answer within a week, within: 1w, kept_at: decision}]
        next: [{to: branch, share: 60%}, {to: video, share: 40%}]
      - {id: branch, title: I visit, channel: branch, effort: 2, next: decision, owner: Branches}
      - {id: video, title: I call by video, channel: video, effort: 4, wait: 1d, systems: [Meet]}
  - id: decide
    title: Decide
    touchpoints:
      - id: decision
        title: I hear yes or no
        channel: phone
        effort: 1
        owner: Credit
        moment_of_truth: {id: yes-or-no, title: They trust me}
        backstage: [{title: The file is weighed, owner: Risk, system: Score 2.0}]
      - {id: keys, title: I get my keys, channel: branch, optional: true, owner: Branches}
";

fn stress(map: &str, args: &[&str]) -> Run {
    let folder = folder(&[("loan.journey.yaml", map)]);
    cxmap_in(folder.path(), &[&["stress", "loan.journey.yaml", "--today", "2026-11-21"], args].concat())
}

fn json(map: &str, args: &[&str]) -> Value {
    let run = stress(map, &[args, &["-f", "json"]].concat());
    assert_eq!(run.status, 0, "{run:?}");
    serde_json::from_str(&run.stdout).unwrap()
}

/// The only scenario.
fn answer(map: &str, args: &[&str]) -> Value {
    json(map, args)["scenarios"][0].clone()
}

fn addresses(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|item| item.as_str().or(item["address"].as_str()).unwrap()).collect()
}

#[test]
fn a_closed_channel_closes_what_happens_only_there() {
    let answer = answer(LOAN, &["--close", "channel:branch"]);
    assert_eq!(addresses(&answer["closed"]), ["touchpoint:branch", "touchpoint:keys"]);
    assert_eq!(addresses(&answer["limited"]), ["touchpoint:intake"], "the phone is left");
    // Branch and video led from intake to decision: now video alone does.
    assert_eq!(answer["ways"][0]["to"], "moment:yes-or-no");
    assert_eq!((&answer["ways"][0]["before"], &answer["ways"][0]["after"]), (&2.into(), &1.into()));
    let alone: Vec<_> = answer["alone"].as_array().unwrap().iter().filter(|alone| alone["is_new"] == true).collect();
    assert_eq!(alone.len(), 1);
    assert_eq!(alone[0]["address"], "touchpoint:video");
    assert_eq!(addresses(&alone[0]["before"]), ["exit:end", "moment:yes-or-no"]);
    // 60% are sent to the branch, which nothing replaces; the keys customers can do without.
    assert_eq!(answer["share_to_end"][0]["before"], 100);
    assert_eq!(answer["share_to_end"][0]["after"], 40);
    assert_eq!(answer["harm"]["share_lost"], 60);
    assert_eq!(answer["harm"]["end_cut_off"], false);
    // By video instead of the branch: effort 4 for 2, and a day's wait; of the keys the effort is unknown.
    assert_eq!(
        addresses(&answer["main_way"]["before"]).join(" "),
        "touchpoint:site touchpoint:intake touchpoint:branch touchpoint:decision touchpoint:keys"
    );
    assert_eq!(
        addresses(&answer["main_way"]["after"]).join(" "),
        "touchpoint:site touchpoint:intake touchpoint:video touchpoint:decision"
    );
    assert_eq!(answer["harm"]["effort_added"], Value::Null);
    assert_eq!(answer["costs"]["after"]["wait"]["sum"], "1d");
    assert_eq!(answer["unsaid"][0]["what"], "no-replacement");
    assert_eq!(addresses(&answer["unsaid"][0]["at"]), ["touchpoint:branch"]);
    assert_eq!(answer["unsaid"].as_array().unwrap().len(), 1, "{}", answer["unsaid"]);
    assert_eq!(answer["close"][0], "channel:branch");
    assert_eq!(answer["changes"][0]["kind"], "channel-closed");
    let schema = serde_json::from_str(&cxmap(&["schema", "stress"]).stdout).unwrap();
    assert!(jsonschema::is_valid(&schema, &json(LOAN, &["--close", "channel:branch"])));
}

#[test]
fn names_are_compared_as_slugs_and_by_title() {
    for name in [
        "channel:branch",
        "channel:BRANCH",
        "owner:branches",
        "owner:Branches!",
        "touchpoint:branch",
        "touchpoint:I visit",
    ] {
        let answer = answer(LOAN, &["--close", name]);
        assert!(addresses(&answer["closed"]).contains(&"touchpoint:branch"), "{name}");
    }
    for (name, message) in [
        ("channel:brnch", "the map names no channel “brnch”: did you mean `branch`?"),
        ("owner:nobody", "the map names no owner “nobody”: there are `sales`, `branches`, `credit`, `risk`"),
        ("touchpoint:zzz", "there are `site`, `intake`, `branch`, `video`, `decision`, `keys`"),
        ("branch", "write what it is, too"),
        ("chanel:branch", "did you mean `channel`?"),
        ("channel:\u{1b}[2J", "no channel “\\u{1b}[2J”"),
    ] {
        let run = stress(LOAN, &["--close", name]);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{name}");
        assert!(run.stderr.contains(message), "{name}: {}", run.stderr);
    }
}

#[test]
fn a_step_or_a_system_takes_its_touchpoint_with_it() {
    for name in ["owner:risk", "system:score-2-0"] {
        let answer = answer(LOAN, &["--close", name]);
        assert_eq!(addresses(&answer["closed"]), ["touchpoint:decision"], "{name}");
        assert_eq!(answer["harm"]["end_cut_off"], true);
        assert_eq!(answer["harm"]["moments_cut_off"], 1);
        // Promised at the intake, to be kept at the decision.
        assert_eq!(answer["harm"]["promises_broken"], 1);
        assert_eq!(answer["promises"][0]["is_still_made"], true);
        assert_eq!(addresses(&answer["stuck"]), ["touchpoint:branch", "touchpoint:video"]);
        let text = stress(LOAN, &["--close", name]).stdout;
        assert!(text.contains("because the step “The file is weighed” cannot be done"), "{text}");
    }
    assert_eq!(addresses(&answer(LOAN, &["--close", "system:meet"])["closed"]), ["touchpoint:video"]);
    // Sales answers for what nobody else in its phase does.
    assert_eq!(
        addresses(&answer(LOAN, &["--close", "owner:sales"])["closed"]),
        ["touchpoint:site", "touchpoint:intake", "touchpoint:video"]
    );
}

#[test]
fn what_replaces_a_touchpoint_takes_its_customers() {
    let map = LOAN.replace("next: decision, owner: Branches", "next: decision, owner: Branches, replaced_by: video");
    let answer = answer(&map, &["--close", "touchpoint:branch"]);
    assert_eq!(addresses(&answer["closed"][0]["instead"]), ["touchpoint:video"]);
    assert_eq!(answer["harm"]["share_lost"], 0);
    assert_eq!(answer["harm"]["effort_added"], 2, "4 instead of 2");
    assert!(answer["unsaid"].as_array().unwrap().is_empty());
    let text = stress(&map, &["--close", "touchpoint:branch"]).stdout.replace('\n', " ");
    assert!(text.contains("Most take “I call by video” instead of “I visit”"), "{text}");
    // What stands in for one that everybody had to pass is no new bottleneck.
    let line = "cxmap: 1\ntitle: t\nphases:\n  - title: p\n    touchpoints: [{title: a}, {title: b, replaced_by: d}, {title: c, next: end}, {title: d, next: c}]\n";
    let scenario = json(line, &["--close", "touchpoint:b"])["scenarios"][0].clone();
    assert_eq!(scenario["harm"]["new_bottlenecks"], 0, "{scenario}");
    assert_eq!(stress(line, &["--close", "touchpoint:b", "--fail-on", "worse"]).status, 0);
}

#[test]
fn closings_add_up_and_reopen_nothing() {
    let both = answer(LOAN, &["--close", "channel:branch", "--close", "channel:video"]);
    assert_eq!(both["harm"]["end_cut_off"], true);
    assert_eq!(addresses(&both["stuck"]), ["touchpoint:intake"]);
    let closed = LOAN.replace("branch: {title: Branch}", "branch: {title: Branch, status: unavailable}");
    assert!(stress(&closed, &["--limit", "channel:branch"]).stdout.contains("Nothing changes"));
    assert!(stress(&closed, &["--close", "channel:branch"]).stdout.contains("Nothing changes"));
    // A status that was written while the branch was open does not keep it open.
    let limited =
        LOAN.replace("owner: Branches}\n      - {id: video", "owner: Branches, status: limited}\n      - {id: video");
    assert_eq!(addresses(&answer(&limited, &["--close", "channel:branch"])["closed"])[0], "touchpoint:branch");
    // One that was written while it was closed does.
    let open = closed
        .replace("owner: Branches}\n      - {id: video", "owner: Branches, status: available}\n      - {id: video");
    assert!(stress(&open, &["--close", "channel:branch"]).stdout.contains("Nothing changes"));
    let limit = answer(LOAN, &["--limit", "owner:credit"]);
    assert_eq!((addresses(&limit["limited"]), addresses(&limit["closed"]).len()), (vec!["touchpoint:decision"], 0));
}

#[test]
fn channels_that_are_only_named_can_close() {
    let map = "cxmap: 1\ntitle: t\nphases:\n  - title: p\n    touchpoints: [{title: a, channel: The Shop}, {title: b, channel: [the shop, app]}]\n";
    let answer = answer(map, &["--close", "channel:the-shop"]);
    assert_eq!(addresses(&answer["closed"]), ["touchpoint:a"]);
    assert_eq!(addresses(&answer["limited"]), ["touchpoint:b"]);
    assert!(stress(map, &["--close", "channel:the-shop"]).stdout.contains("“b” stays open, on “app” only."));
}

#[test]
fn each_is_ranked_by_harm_without_a_score() {
    let ranking = json(LOAN, &["--each", "touchpoint"]);
    let closed: Vec<_> =
        ranking["scenarios"].as_array().unwrap().iter().map(|one| one["close"][0].as_str().unwrap()).collect();
    // site and intake: end, moment and promise. decision: the same. branch: a bottleneck and 60 points; video: one and 40.
    // Equal harm stays in the order of the file.
    assert_eq!(closed[3..], ["touchpoint:branch", "touchpoint:video", "touchpoint:keys"], "{closed:?}");
    let harms: Vec<_> = ranking["scenarios"].as_array().unwrap().iter().map(|one| one["harm"].clone()).collect();
    assert_eq!(harms[3]["share_lost"], 60);
    assert_eq!(harms[4]["share_lost"], 40);
    assert_eq!((&harms[3]["new_bottlenecks"], &harms[4]["new_bottlenecks"]), (&1.into(), &1.into()));
    assert_eq!(harms[5]["share_lost"], 0, "customers can do without the keys");
    assert_eq!(ranking["scenarios"][0]["changes"], Value::Null);
    let text = stress(LOAN, &["--each", "channel"]).stdout;
    insta::assert_snapshot!(text);
    insta::assert_snapshot!(stress(LOAN, &["--each", "channel", "-f", "markdown"]).stdout);
}

/// A fifth mends it alone, most call, some log a ticket. Whoever cannot call does nothing else instead.
const REPAIR: &str = "cxmap: 1
title: My line is down
channels: {portal: Portal, phone: Phone, site: On site, mail: {title: Mail, status: unavailable}}
phases:
  - title: Breakdown
    touchpoints:
      - id: code
        title: I look up the code
        channel: portal
        wait: 1h
        effort: 3
        next: [{to: end, share: 20%}, {to: call, share: 65%}, {to: ticket, share: 15%}]
      - {id: ticket, title: I log a ticket, channel: [portal, mail], next: visit}
      - {id: call, title: I call, channel: phone, wait: 9m}
      - id: visit
        title: The engineer comes
        channel: site
        wait: 39d
        moment_of_truth: Fixed the first time
        friction_points: [{title: Wrong part, solutions: [{title: Notes on the tablet, owner: Field}, {title: Vans, owner: Field, status: done}]}]
";

#[test]
fn customers_who_get_no_further_are_no_customers_who_do_without() {
    let closed = answer(REPAIR, &["--close", "channel:phone"]);
    // 20% mend it alone, 15% come by the ticket.
    assert_eq!((&closed["share_to_end"][0]["before"], &closed["share_to_end"][0]["after"]), (&100.into(), &35.into()));
    assert_eq!(
        closed["blocked"],
        serde_json::json!([{"after": "touchpoint:code", "by": ["touchpoint:call"], "share": 65}])
    );
    assert_eq!(closed["harm"]["effort_added"], Value::Null, "the main way is that of others now");
    let text = stress(REPAIR, &["--close", "channel:phone"]).stdout.replace('\n', " ");
    assert!(
        text.contains("Of those who come to “I look up the code”, 65% get no further, because “I call” is closed.")
    );
    for wrong in ["Most", "No longer", "no time", "39 days"] {
        assert!(!text.contains(wrong), "{wrong}: {text}");
    }
    // Everybody, and not one half or the other.
    let text = stress(REPAIR, &["--close", "channel:portal"]).stdout.replace('\n', " ");
    assert!(text.contains("Customers cannot begin, because “I look up the code” is closed."), "{text}");
}

#[test]
fn what_is_asked_is_asked_once_and_fields_are_code() {
    let closings = ["--close", "channel:phone", "--close", "channel:site"];
    let text = stress(REPAIR, &closings).stdout;
    assert_eq!(text.matches("Where do customers go instead of").count(), 1, "{text}");
    assert!(text.contains("Where do customers go instead of “I call” and “The engineer comes”?"), "{text}");
    let markdown = stress(REPAIR, &[&closings[..], &["-f", "markdown"]].concat()).stdout;
    assert!(markdown.contains("In the map, `replaced_by` says") && !markdown.contains('\\'), "{markdown}");
}

#[test]
fn what_hangs_on_one_channel_is_told() {
    let map = LOAN.replace("channel: phone\n        effort: 1", "channel: [phone, video]\n        effort: 1");
    let closed = answer(&map, &["--close", "channel:phone"]);
    assert_eq!(addresses(&closed["narrowed"]), ["touchpoint:intake", "touchpoint:decision"]);
    assert_eq!(closed["narrowed"][1]["channel"], "Video call");
    assert_eq!(closed["harm"]["left_on_one_channel"], 2);
    let run = stress(&map, &["--close", "channel:phone", "--fail-on", "worse"]);
    assert_eq!(run.status, 1);
    let text = run.stdout.replace('\n', " ");
    assert!(text.contains("Nothing closes altogether"), "{text}");
    let moment = "The moment of truth “They trust me” at “I hear yes or no” is left to “Video call”.";
    assert!(text.contains(moment) && text.contains("“I tell my story” hangs on “Branch” alone now."), "{text}");
    assert!(!text.contains("What closes"), "{text}");
}

#[test]
fn a_team_leaves_its_solutions_behind() {
    let closed = answer(REPAIR, &["--close", "touchpoint:visit"]);
    assert_eq!(addresses(&closed["ownerless"]), Vec::<&str>::new());
    let map = REPAIR.replace("channel: site", "channel: site\n        owner: Field");
    let closed = answer(&map, &["--close", "owner:field"]);
    // What is done needs no owner any more.
    assert_eq!(addresses(&closed["ownerless"]), ["solution:visit/wrong-part/notes-on-the-tablet"]);
    let text = stress(&map, &["--close", "owner:field"]).stdout;
    assert!(text.contains("“Notes on the tablet”, of “Field”."), "{text}");
}

/// A leaflet at the start, a contract with a moment of truth, and no word on what customers can do without.
#[test]
fn what_is_lost_on_any_reading_of_the_map_comes_first() {
    let leaflet = "cxmap: 1\ntitle: t\nchannels: {leaflet: Leaflet, desk: Desk, fax: {title: Fax, status: unavailable}}\n\
        phases:\n  - title: p\n    touchpoints:\n      - {id: read, title: I read, channel: leaflet, next: sign}\n      \
        - {id: sign, title: I sign, channel: desk, moment_of_truth: m}\n";
    let order = |map: &str| -> Vec<String> {
        let ranking = json(map, &["--each", "channel"]);
        let closed = ranking["scenarios"].as_array().unwrap().iter();
        closed.map(|one| one["close"][0].as_str().unwrap().to_owned()).collect()
    };
    // By the flow both stop everybody, and both keep everybody from the moment of truth.
    assert_eq!(order(leaflet), ["channel:desk", "channel:leaflet", "channel:fax"]);
    let harm = |at: usize| json(leaflet, &["--each", "channel"])["scenarios"][at]["harm"].clone();
    assert_eq!((&harm(0)["moments_closed"], &harm(1)["moments_closed"]), (&1.into(), &0.into()));
    assert_eq!((&harm(0)["moments_cut_off"], &harm(1)["moments_cut_off"]), (&1.into(), &1.into()));
    let text = stress(leaflet, &["--each", "channel"]).stdout.replace('\n', " ");
    assert!(text.contains("As far as the map says, two of the two stop everybody, each alone."), "{text}");
    assert!(text.contains("Closing “Desk” does most harm. Closing “Fax” changes nothing"), "{text}");
    assert!(text.contains("Mark with `optional: true` what customers can do without"), "{text}");
    // Nobody knows an effort, nobody a way round: no column for what is nowhere.
    assert!(!text.contains("Effort") && !text.contains("alternative"), "{text}");
    let optional = leaflet.replace("next: sign", "optional: true");
    let text = stress(&optional, &["--each", "channel"]).stdout.replace('\n', " ");
    assert!(text.contains("One can close without harm to customers."), "{text}");
}

#[test]
fn a_second_way_in_does_not_hide_that_the_first_is_shut() {
    let map = REPAIR.replace("{id: call, title: I call,", "{id: call, title: I call, start: true,");
    let closed = answer(&map, &["--close", "touchpoint:code"]);
    assert_eq!(addresses(&closed["no_longer_begin"]), ["touchpoint:code"]);
    assert_eq!(closed["harm"]["end_cut_off"], false);
    let text = stress(&map, &["--close", "touchpoint:code"]).stdout.replace('\n', " ");
    assert!(text.contains("Those who begin at “I look up the code” no longer reach the end."), "{text}");
    assert!(stress(&map, &["--each", "touchpoint"]).stdout.contains("for some"));
}

#[test]
fn the_answer_reads_well_in_three_languages() {
    for language in ["en", "nl", "fr"] {
        let run = stress(LOAN, &["--close", "channel:branch", "--close", "system:score-2-0", "--lang", language]);
        insta::assert_snapshot!(format!("answer_{language}"), run.stdout);
    }
    insta::assert_snapshot!("answer_markdown", stress(LOAN, &["--close", "channel:branch", "-f", "markdown"]).stdout);
}

#[test]
fn fail_on_is_a_gate() {
    let status = |args: &[&str]| stress(LOAN, args).status;
    assert_eq!(status(&["--close", "touchpoint:branch"]), 0);
    assert_eq!(status(&["--close", "touchpoint:branch", "--fail-on", "worse"]), 1);
    assert_eq!(status(&["--close", "touchpoint:keys", "--fail-on", "worse"]), 0, "customers can do without");
    assert_eq!(status(&["--close", "touchpoint:keys", "--fail-on", "any"]), 1);
    assert_eq!(status(&["--each", "touchpoint", "--fail-on", "worse"]), 1);
}

#[test]
fn wrong_use_says_what_to_do() {
    for (args, message) in [
        (&["."] as &[&str], "--close <KIND:NAME>"),
        (&["journeys", "--close", "channel:x"], "is a folder: name one map"),
        (&["nowhere.yaml", "--close", "channel:x"], "nowhere.yaml"),
        (&["x.yaml", "--each", "channel", "--close", "channel:x"], "cannot be used with"),
        (&["x.yaml", "--each", "channels"], "did you mean `channel`?"),
    ] {
        let run = cxmap(&[&["stress"], args].concat());
        assert_eq!(run.status, 2, "{args:?}");
        assert!(run.stderr.contains(message), "{args:?}: {}", run.stderr);
    }
}

#[test]
fn texts_of_the_map_have_no_power() {
    let map = LOAN.replace("I visit", "\"I <b>visit</b> | \\e[2J @me\"");
    for format in ["text", "markdown", "json"] {
        for question in [["--close", "channel:branch"], ["--each", "touchpoint"]] {
            let run = stress(&map, &[&question[..], &["-f", format, "--color", "never"]].concat());
            assert!(!run.stdout.contains('\u{1b}'), "{format}");
            assert!(format != "markdown" || !run.stdout.contains("<b>"), "{}", run.stdout);
        }
    }
}

/// On every bundled map: what is said agrees with what the map and the comparison say.
#[test]
fn every_bundled_map_has_an_answer_for_everything() {
    let schema = serde_json::from_str(&cxmap(&["schema", "stress"]).stdout).unwrap();
    let schema = jsonschema::validator_for(&schema).unwrap();
    for path in journeys() {
        let path = path.to_str().unwrap();
        for kind in ["channel", "touchpoint", "owner", "system"] {
            let run = cxmap(&["stress", path, "--each", kind, "-f", "json", "--today", "2026-11-21"]);
            assert_eq!(run.status, 0, "{path} {}", run.stderr);
            let ranking: Value = serde_json::from_str(&run.stdout).unwrap();
            assert!(schema.is_valid(&ranking), "{path}");
            for scenario in ranking["scenarios"].as_array().unwrap() {
                let harm = &scenario["harm"];
                let has_way = !scenario["main_way"]["after"].is_null();
                assert!(!(harm["end_cut_off"] == true && has_way), "{path} {}", scenario["close"]);
                let lost = harm["share_lost"].as_f64();
                assert!(lost.is_none_or(|lost| (0.0..=100.0).contains(&lost)), "{path} {}", scenario["close"]);
            }
        }
    }
}

/// What `cxmap diff` says of a map beside one that somebody closed by hand is what stress says.
#[test]
fn stress_is_the_difference_that_somebody_would_write() {
    let closed = LOAN.replace("branch: {title: Branch}", "branch: {title: Branch, status: unavailable}");
    let folder = folder(&[("loan.journey.yaml", LOAN), ("closed.journey.yaml", &closed)]);
    let diff = cxmap_in(folder.path(), &["diff", "loan.journey.yaml", "closed.journey.yaml", "-f", "json"]);
    let diff: Value = serde_json::from_str(&diff.stdout).unwrap();
    let changes = &diff["journeys"][0]["comparisons"][0]["changes"];
    assert_eq!(&answer(LOAN, &["--close", "channel:branch"])["changes"], changes);
    let kinds = changes.to_string();
    assert!(kinds.contains("moment-at-risk") && kinds.contains("touchpoint-closed"), "{kinds}");
}
