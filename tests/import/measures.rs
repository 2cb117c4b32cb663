//! Surveys: the figures of NPS, CSAT and CES, hand-computed, written into a map without touching anything else.

use std::fs;

use crate::common::{cxmap_in, folder};

const MAP: &str = "cxmap: 1 # format\ntitle: Ik meld schade\nphases:\n  - title: Melden\n    touchpoints:\n      \
    - title: Ik bel de verzekeraar  # eerst\n        measures:\n          - nps\n          - metric: csat\n            \
    value: 3.2 # oud\n            date: 2025-01-01\n        owner: KCC\n\n      - title: Ik haal de auto op\n        \
    quote: |\n          Eindelijk\n      # einde\n";

/// The map with the figures of a survey in it, what was said, and how it ended.
fn joined(map: &str, survey: &str, args: &[&str]) -> (String, String, i32) {
    let folder = folder(&[("m.journey.yaml", map), ("s.csv", survey)]);
    let all = [&["import", "--measures", "s.csv", "--into", "m.journey.yaml"], args].concat();
    let run = cxmap_in(folder.path(), &all);
    let text = fs::read_to_string(folder.path().join("m.journey.yaml")).unwrap();
    let again = cxmap_in(folder.path(), &all);
    assert_eq!(
        fs::read_to_string(folder.path().join("m.journey.yaml")).unwrap(),
        text,
        "a second time changes nothing"
    );
    assert_eq!(again.status, run.status);
    let lint = cxmap_in(folder.path(), &["lint", "m.journey.yaml", "--today", "2026-11-21", "-q"]);
    assert_eq!(lint.status, 0, "{}\n{text}", lint.stdout);
    (text, run.stderr, run.status)
}

#[test]
fn qualtrics_has_three_lines_of_headers() {
    let survey = "EndDate,Status,Where,Q1,Q1_NPS_GROUP,Q2\nEnd Date,Response Type,Touchpoint,Hoe waarschijnlijk?,Group,Hoe \
        tevreden bent u?\n\"{\"\"ImportId\"\":\"\"endDate\"\"}\",x,x,x,x,x\n2026-10-01 09:02:00,IP Address,Ik bel de \
        verzekeraar,9,Promoter,4\n2026-10-02 09:02:00,IP Address,Ik bel de verzekeraar,10,Promoter,5\n2026-10-03 09:02:00,IP \
        Address,Ik bel de verzekeraar,3,Detractor,2\n2026-10-09 09:02:00,Survey Preview,Ik bel de verzekeraar,0,Detractor,1\n\
        2026-10-04 09:02:00,IP Address,ik-haal-de-auto-op,8,Passive,4\n2026-10-05 09:02:00,IP Address,Iets anders,6,Detractor,1\n";
    let (text, said, status) = joined(MAP, survey, &["--column", "Where=touchpoint"]);
    // 2 promoters and 1 detractor of 3: 67 − 33 = 33; (4 + 5 + 2) / 3 = 3.7.
    let first = "          - metric: nps\n            value: 33\n            responses: 3\n            date: 2026-10-03\n          \
        - metric: csat\n            value: 3.7 # oud\n            date: 2026-10-03\n            responses: 3\n        owner: KCC\n\n";
    let second = "          Eindelijk\n        measures:\n          - metric: csat\n            value: 4\n            \
        responses: 1\n            date: 2026-10-04\n            source: 's.csv'\n          - metric: nps\n            value: 0\n            \
        responses: 1\n            date: 2026-10-04\n            source: 's.csv'\n      # einde\n";
    assert_eq!(status, 0, "{said}");
    assert!(text.contains(first) && text.ends_with(second), "{text}");
    assert!(text.starts_with("cxmap: 1 # format\n"));
    assert!(said.contains("“Iets anders”, which is no touchpoint") && said.contains("1 row of a preview"), "{said}");
    assert!(said.contains("2 measures added, 2 measures brought up to date"), "{said}");
}

#[test]
fn other_tools_are_known_by_their_columns() {
    // 9 and 10 promote, 6 detracts, 7 is passive: (2 − 1) / 4 = 25.
    let scores = ["9", "10", "6", "7"];
    let rows =
        |before: &str, behind: &str| -> String { scores.map(|score| format!("{before}{score}{behind}\n")).concat() };
    let monkey = "Respondent ID,Collector ID,Start Date,End Date,How likely are you to recommend us?\n,,,,Response\n"
        .to_owned()
        + &rows("1,2,03/20/2026 10:00,03/21/2026 10:00,", " - likely");
    let typeform = "#,How likely are you to recommend us?,Start Date (UTC),Submit Date (UTC),Network ID\n".to_owned()
        + &rows("x,", ",2026-03-20 09:00:00,2026-03-21 09:00:00,y");
    let delighted = "ID,Email,Score,Comment,Survey Type,Created At\n".to_owned()
        + &rows("1,a@b.c,", ",fine,nps,2026-03-21 09:00:00 UTC");
    for survey in [monkey, typeform, delighted] {
        let (text, said, status) = joined(MAP, &survey, &[]);
        let wanted = "measures:\n  - metric: nps\n    value: 25\n    responses: 4\n    date: 2026-03-21\n    source: 's.csv'\nphases:\n";
        assert!(status == 0 && text.contains(wanted), "{survey}\n{said}\n{text}");
    }
    let zendesk = "Ticket,Satisfaction Score\n1,Good\n2,Bad\n3,Offered\n4,Good\n";
    let (text, said, _) = joined(MAP, zendesk, &[]);
    // Two of three who answered.
    assert!(text.contains("  - metric: csat\n    value: 67\n    unit: '%'\n    scale:\n      min: 0\n      max: 100\n    responses: 3\n"), "{said}\n{text}");
}

#[test]
fn any_file_will_do_when_columns_are_named() {
    let survey = "Dag;Cijfer\n03/04/2026;7\n25/04/2026;5\n";
    let (text, said, status) =
        joined(MAP, survey, &["--column", "Cijfer=ces@Ik haal de auto op", "--column", "Dag=date"]);
    assert!(
        status == 0
            && text.contains(
                "- metric: ces\n            value: 6\n            responses: 2\n            date: 2026-04-25\n"
            ),
        "{said}\n{text}"
    );
    let ambiguous = "Dag;Cijfer\n03/04/2026;7\n";
    let (text, said, _) = joined(MAP, ambiguous, &["--column", "Cijfer=ces", "--column", "Dag=date"]);
    assert!(said.contains("tell the day from the month") && !text.contains("date: 2026"), "{said}");
}

#[test]
fn what_cannot_be_joined_leaves_the_map_alone() {
    for (survey, args, word) in [
        ("Colour\nred\n", &[][..], "no column holds scores"),
        ("Q\n", &["--column", "Q=nps"], "not one answer"),
        ("Q\n5\n", &["--column", "R=nps"], "no such column"),
        ("Q\n5\n", &["--column", "Q=npss"], "COLUMN=WHAT"),
        ("\0\0", &[], "zero bytes"),
        ("How satisfied are you?\n80\n", &[], "not from 1 to 5"),
    ] {
        let (text, said, status) = joined(MAP, survey, args);
        assert!(status == 2 && text == MAP && said.contains(word), "{survey}: {said}");
    }
    // A plain title has no place for measures.
    let short = "cxmap: 1\ntitle: a\nphases:\n  - title: b\n    touchpoints: [c]\n";
    let folder = folder(&[("m.journey.yaml", short), ("s.csv", "Q\n5\n")]);
    let args = ["import", "--measures", "s.csv", "--into", "m.journey.yaml", "--column", "Q=nps@c"];
    assert_ne!(cxmap_in(folder.path(), &args).status, 0);
    assert_eq!(fs::read_to_string(folder.path().join("m.journey.yaml")).unwrap(), short);
}

#[test]
fn touchpoints_in_one_line_get_measures_there() {
    let map = |touchpoints: &str| {
        format!("cxmap: 1\ntitle: a\nphases:\n  - title: b\n    touchpoints:{touchpoints}\n    owner: x # end\n")
    };
    let new = "{metric: nps, value: -100, responses: 1, source: 's.csv'}";
    for (before, after) in [
        ("\n      - {title: c}", format!("\n      - {{title: c, measures: [{new}]}}")),
        (" [ {title: c, } , {title: d}]", format!(" [ {{title: c, measures: [{new}] }} , {{title: d}}]")),
        ("\n      - title: c\n        measures: [ces]", format!("\n      - title: c\n        measures: [ces, {new}]")),
        ("\n      - {title: c, measures: [ces]}", format!("\n      - {{title: c, measures: [ces, {new}]}}")),
    ] {
        let (text, said, status) = joined(&map(before), "Q\n5\n", &["--column", "Q=nps@c"]);
        assert_eq!((text, status), (map(&after), 0), "{said}");
    }
    let (text, said, _) = joined(
        &map("\n      - {title: c}"),
        "Ticket,Satisfaction Score,Touchpoint\n1,Good,c\n2,bad_with_comment,c\n",
        &[],
    );
    assert!(
        text.contains(
            "[{metric: csat, value: 50, responses: 2, unit: '%', scale: {min: 0, max: 100}, source: 's.csv'}]"
        ),
        "{said}\n{text}"
    );
}

#[test]
fn line_breaks_and_flow_measures_stay_as_they_are() {
    let map = MAP.replace('\n', "\r\n").replace("- nps", "- {metric: nps, value: 3}");
    let (text, said, status) = joined(&map, "Q\n10\n", &["--column", "Q=nps@ik-bel-de-verzekeraar"]);
    assert!(status == 0 && text.contains("- {metric: nps, responses: 1, value: 100}\r\n"), "{said}\n{text}");
    let (text, ..) = joined(&map, "Q\n10\n", &["--column", "Q=nps@Ik haal de auto op"]);
    assert!(text.contains("\r\n        measures:\r\n          - metric: nps\r\n            value: 100\r\n"), "{text}");
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
}
