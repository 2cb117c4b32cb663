//! `cxmap lint --fix` through the program: what becomes of each mistake, and that nothing else happens.

#[path = "../common/mod.rs"]
mod common;
mod files;
mod ids;
mod properties;

use common::{Run, cxmap_with_stdin};

/// A map with a line in each place where mistakes are made.
const MAP: &str = "\
cxmap: 1
title: Ik verzeker mijn auto
language: nl
channels:
  website: De website
  kantoor: Het kantoor
phases:
  - title: Kiezen
    touchpoints:
      - title: Ik vergelijk premies # later meer
        channel: website
        expectation: 4
        optional: true
        wait: 3d
        friction_points:
          - title: Alles is duur
            severity: high
            reach: 40%
        solutions:
          - title: Prijzen tonen
            due: 2027-03-01
            owner: Verkoop
        next: [ik-betaal, lost]
      - title: Ik betaal
";

/// Mends a text on standard input; gives the mended one and what is said on standard error.
fn mended(text: &str) -> (String, String) {
    let Run { stdout, stderr, .. } =
        cxmap_with_stdin(&["lint", "--fix", "--isolated", "-f", "concise", "--today", "2026-11-21", "-"], text);
    (stdout, stderr)
}

/// Each mistake in place of what is right in the map above is put right, and nothing else of the text changes.
#[track_caller]
fn becomes(cases: &[(&str, &str, &str)]) {
    for (right, wrong, fixed) in cases {
        assert_eq!(MAP.matches(right).count(), 1, "{right}");
        let (text, said) = mended(&MAP.replace(right, wrong));
        assert_eq!(text, MAP.replace(right, fixed), "{wrong}: {said}");
        assert_eq!(mended(&text).0, text, "{wrong}: a second run changes nothing");
    }
}

/// Mistakes that can be meant in more than one way stay as they are.
#[track_caller]
fn stays(cases: &[(&str, &str)]) {
    for (right, wrong) in cases {
        becomes(&[(right, wrong, wrong)]);
        let (_, said) = mended(&MAP.replace(right, wrong));
        assert!(said.contains("fixed nothing; 1 error") || said.contains("fixed nothing; 2 errors"), "{wrong}: {said}");
    }
}

#[test]
fn a_sound_map_stays_as_it_is() {
    assert_eq!(mended(MAP), (MAP.to_owned(), "fixed nothing; nothing to report in 1 map\n".to_owned()));
}

#[test]
fn fields() {
    becomes(&[
        ("channel: website\n", "chanel: website\n", "channel: website\n"),
        ("channel: website\n", "kanaal: website\n", "channel: website\n"),
        ("channel: website\n", "\"kanaal\": website\n", "\"channel\": website\n"),
        ("channel: website\n", "kanaal   : website\n", "channel   : website\n"),
        ("optional: true", "optonal: true", "optional: true"),
        ("optional: true", "Optional: true", "Optional: true".to_lowercase().leak()),
        ("friction_points:", "pain-points:", "friction_points:"),
        ("phases:", "Étapes:", "phases:"),
        ("channels:\n", "kanalen:\n", "channels:\n"),
        // Two at once, one in a value that the other names.
        ("expectation: 4\n", "verwachting: 3,5\n", "expectation: 3.5\n"),
    ]);
    stays(&[
        ("optional: true", "optional: true\n        Titel: Nog een"), // given already
        ("expectation: 4\n", "satisfaction: 4\n"),                    // expectation and experience make it
        ("expectation: 4\n", "emotion: 4\n"),                         // experience or feeling
        ("expectation: 4\n", "expected_value: 4\n"),
        ("optional: true", "mot: true"), // which one?
        ("optional: true", "acties: [Bel de klant]"),
    ]);
}

#[test]
fn references() {
    becomes(&[
        ("next: [ik-betaal, lost]", "next: [ik-betaalt, lost]", "next: [ik-betaal, lost]"),
        ("next: [ik-betaal, lost]", "next: ['ik-betaalt', lost]", "next: ['ik-betaal', lost]"),
        ("next: [ik-betaal, lost]", "next: {to: \"ik-betaa\"}", "next: {to: \"ik-betaal\"}"),
        ("channel: website\n", "channel: webiste\n", "channel: website\n"),
        ("channel: website\n", "channel: [webiste, kantor]\n", "channel: [website, kantoor]\n"),
    ]);
    stays(&[
        ("channel: website\n", "channel: telefoon\n"),
        ("next: [ik-betaal, lost]", "next: [ik-bel, lost]"), // two slips
    ]);
    // Another number is another name, and no slip.
    let numbered = MAP.replace("title: Ik betaal\n", "title: Ik betaal 1\n").replace("ik-betaal,", "ik-betaal-2,");
    assert_eq!(mended(&numbered).0, numbered);
}

#[test]
fn words_and_values() {
    becomes(&[
        ("severity: high", "severity: hihg", "severity: high"),
        ("severity: high", "severity: hoog", "severity: high"),
        ("severity: high", "severity: \"High\"", "severity: \"high\""),
        ("severity: high", "severity: HIGH # zeker", "severity: high # zeker"),
        ("optional: true", "optional: ja", "optional: true"),
        ("optional: true", "optional: 'true'", "optional: true"),
        ("expectation: 4\n", "expectation: \"4\"\n", "expectation: 4\n"),
        ("expectation: 4\n", "expectation: 3,5\n", "expectation: 3.5\n"),
        ("reach: 40%", "reach: 40 %", "reach: 40%"),
        ("reach: 40%", "reach: '40 procent'", "reach: '40%'"),
        ("reach: 40%", "reach: 40", "reach: 40%"),
        ("reach: 40%", "reach: 12,5%", "reach: 12.5%"),
        ("wait: 3d", "wait: 25 min", "wait: 25m"),
        ("wait: 3d", "wait: 3 dagen", "wait: 3d"),
        ("wait: 3d", "wait: 1 heure 30 min", "wait: 1h30m"),
        ("due: 2027-03-01", "due: 2027/3/1", "due: 2027-03-01"),
        ("due: 2027-03-01", "due: 1 maart 2027", "due: 2027-03-01"),
        ("due: 2027-03-01", "due: \"25/03/2027\"", "due: \"2027-03-25\""),
        ("language: nl", "language: nl_BE", "language: nl-BE"),
        ("website: De website", "Website: De website", "website: De website"),
    ]);
    stays(&[
        ("severity: high", "severity: uncritical"),
        ("reach: 40%", "reach: 0.4"), // of the whole, or of a hundred
        ("reach: 40%", "reach: 140%"),
        ("wait: 3d", "wait: 2-3 dagen"),
        ("wait: 3d", "wait: 3 maanden"),
        ("due: 2027-03-01", "due: 03/04/2027"), // in March or in April
        ("due: 2027-03-01", "due: 2027-02-30"),
        ("expectation: 4\n", "expectation: 9,5\n"), // off the scale
    ]);
}

#[test]
fn texts_that_need_quotes() {
    let title = "title: Ik verzeker mijn auto\n";
    for (wrong, fixed) in [
        ("'s Ochtends bel ik", "\"'s Ochtends bel ik\""),
        ("'s Ochtends en 's avonds", "\"'s Ochtends en 's avonds\""),
        ("*Nu* betalen", "\"*Nu* betalen\""),
        ("*Nu", "\"*Nu\""),
        ("& co betaalt", "\"& co betaalt\""),
        ("!Nu betalen", "\"!Nu betalen\""),
        ("%korting", "\"%korting\""),
        ("@home # waar", "\"@home\" # waar"),
        ("`Nu` betalen", "\"`Nu` betalen\""),
        ("[VIP] klanten", "\"[VIP] klanten\""),
        ("{naam} betaalt", "\"{naam} betaalt\""),
        ("Ik betaal: nu", "\"Ik betaal: nu\""),
        ("Ik betaal: nu: echt", "\"Ik betaal: nu: echt\""),
        ("\"Nu\" betalen", "'\"Nu\" betalen'"),
        ("\"Nu\" en C:\\docs", "'\"Nu\" en C:\\docs'"),
        ("\"een \"klant\" betaalt\"", "'een \"klant\" betaalt'"),
        ("Ik betaal factuur #7 # nu", "\"Ik betaal factuur #7\" # nu"),
    ] {
        becomes(&[(title, &format!("title: {wrong}\n"), &format!("title: {fixed}\n"))]);
    }
    let needs = "        next: [ik-betaal, lost]\n";
    for (wrong, fixed) in [
        ("needs: [rust, @thuis, weg]", "needs: [rust, \"@thuis\", weg]"),
        ("needs: [rust, *zeker weten]", "needs: [rust, \"*zeker weten\"]"),
        (
            "needs:\n          - Prijzen: verstopt achter een formulier",
            "needs:\n          - \"Prijzen: verstopt achter een formulier\"",
        ),
        ("needs:\n          - rust\n          -tijd", "needs:\n          - rust\n          - tijd"),
    ] {
        becomes(&[(needs, &format!("{needs}        {wrong}\n"), &format!("{needs}        {fixed}\n"))]);
    }
    becomes(&[("title: Kiezen\n", "title:Kiezen\n", "title: Kiezen\n")]);
    stays(&[
        (title, "title: &co betaalt\n"),      // text, or a mark
        (title, "title: \"Ik betaal\n"),      // where does it end?
        (title, "title: \"C:\\docs\"\n"),     // which backslash is meant?
        (title, "title: !!str Ik betaal\n"),  // a type of YAML's own
        (title, "title: @home\n  is waar\n"), // more than one line
    ]);
    // What is wrong before a slip that only the author can mend is mended all the same.
    becomes(&[(
        "title: Ik verzeker mijn auto\nlanguage: nl\n",
        "titel: Ik verzeker mijn auto\nlanguage: \"nl\n",
        "title: Ik verzeker mijn auto\nlanguage: \"nl\n",
    )]);
    // A note behind a text stays a note.
    let note = MAP.replace(title, "title: Ik betaal #later\n");
    assert_eq!(mended(&note).0, note);
}

#[test]
fn tabs_become_blanks_where_their_width_does_not_matter() {
    let tabs = |text: &str| text.replace("  ", "\t");
    let map = "cxmap: 1\ntitle: t\nphases:\n  -\n    title: Één\n    touchpoints:\n      -\n        title: a\n        next:\n          - a\n";
    assert_eq!(mended(&tabs(map)).0, map);
    assert_eq!(mended(&tabs(map).replace('\n', "\r\n")).0, map.replace('\n', "\r\n"));
    for text in [
        // In the list, or a slip: that depends on how wide a tab is.
        "cxmap: 1\ntitle: t\nphases:\n\t- title: a\n    - title: b\n",
        "cxmap: 1\ntitle: t\nphases:\n\t- title: a\n\t  touchpoints:\n\t\t- title: a\n",
        // In a text on several lines tabs are part of it.
        "cxmap: 1\ntitle: t\ndescription: |\n  een\n  \ttwee\nphases:\n\t- title: a\n",
    ] {
        assert_eq!(mended(text).0, text);
    }
}

#[test]
fn one_slip_hides_the_next_and_all_are_mended() {
    let wrong =
        "cxmap: 1\ntitel: 's Ochtends\nfases:\n  -title: @home\n    contactmomenten:\n      - title: Nu: betalen\n";
    let right = "cxmap: 1\ntitle: \"'s Ochtends\"\nphases:\n  - title: \"@home\"\n    touchpoints:\n      - title: \"Nu: betalen\"\n";
    assert_eq!(
        mended(wrong),
        (right.to_owned(), "fixed 7 findings in 1 file; nothing to report in 1 map\n".to_owned())
    );
}

#[test]
fn what_is_repeated_is_mended_once_where_it_is_written() {
    let needs = "        next: [ik-betaal, lost]\n";
    let repeats = |severity: &str| {
        format!("{needs}        x-a: {severity}\n").replace(needs, &format!("{needs}        x-b: *ernst\n"))
    };
    let wrong = MAP.replace("severity: high", "severity: &ernst hihg").replace(needs, &repeats("a"));
    let right = MAP.replace("severity: high", "severity: &ernst high").replace(needs, &repeats("a"));
    assert_eq!(mended(&wrong).0, right);
    let wrong =
        MAP.replace("severity: high", "severity: *ernst").replace("cxmap: 1\n", "cxmap: 1\nx-ernst: &ernst hihg\n");
    assert_eq!(mended(&wrong).0, wrong, "the author's own fields are left alone");
    let twice = "phases:\n  - title: a\n    touchpoints:\n      - &t {title: b, kanaal: web}\n      - title: c\n        x-t: *t\n";
    let text = format!("cxmap: 1\ntitle: t\n{twice}");
    assert_eq!(mended(&text).0, text.replace("kanaal", "channel"));
}

#[test]
fn line_ends_tabs_and_other_scripts_stay() {
    let wrong = MAP.replace("expectation: 4\n", "expectation: \"4\"\t# één 🙂\n").replace("kantoor:", "Kantoor:");
    let right = MAP.replace("expectation: 4\n", "expectation: 4\t# één 🙂\n");
    for ending in ["\n", "\r\n", "\r"] {
        assert_eq!(mended(&wrong.replace('\n', ending)).0, right.replace('\n', ending), "{ending:?}");
    }
    let marked = |text: &str| format!("\u{feff}{text}");
    assert_eq!(mended(&marked(&wrong)).0, marked(&right), "a byte-order mark");
    assert_eq!(mended(wrong.trim_end()).0, right.trim_end(), "no line break at the end");
}

#[test]
fn what_is_not_reported_is_not_mended() {
    let quiet = MAP.replace("severity: high", "severity: hihg # cxmap: ignore[invalid-value] as they say");
    assert_eq!(mended(&quiet).0, quiet);
    let wrong = MAP.replace("severity: high", "severity: hihg").replace("channel: website\n", "kanaal: website\n");
    let run = cxmap_with_stdin(&["lint", "--fix", "--isolated", "-A", "invalid-value", "-"], &wrong);
    assert_eq!(run.stdout, wrong.replace("kanaal: website\n", "channel: website\n"));
    let wrong = MAP.replace("title: Kiezen\n", "title: Kiezen # cxmap: ignore[empty-phse] een schets\n");
    assert!(mended(&wrong).0.contains("ignore[empty-phse]"), "mended, the comment would have nothing to ignore");
}

#[test]
fn the_summary_says_how_many_can_be_fixed() {
    let wrong = MAP.replace("severity: high", "severity: hihg").replace("wait: 3d", "wait: lang");
    let run = cxmap_with_stdin(&["lint", "--isolated", "-f", "concise", "-"], &wrong);
    assert_eq!((run.stderr.as_str(), run.status), ("2 errors in 1 map (1 can be fixed with `--fix`)\n", 1));
    let run = cxmap_with_stdin(&["lint", "--isolated", "-f", "json", "-"], &wrong);
    let page: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(page["summary"]["fixable"], 1);
    let fixes: Vec<_> = page["diagnostics"].as_array().unwrap().iter().map(|finding| &finding["fix"]).collect();
    let at = wrong.find("hihg").unwrap();
    assert_eq!(fixes[0], &serde_json::Value::Null);
    let edit = &fixes[1]["edits"][0];
    assert_eq!((&edit["text"], &edit["span"]["start"]["offset"]), (&"high".into(), &at.into()));
    assert_eq!(edit["span"]["end"], serde_json::json!({"line": 17, "column": 27, "offset": at + 4}));
}
