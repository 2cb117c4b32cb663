//! Pages: they hold all of a map, run nothing but their own script, and a folder of maps becomes a folder of pages.

mod common;

use std::fs;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use common::{cxmap, cxmap_in, cxmap_with_stdin, folder, journeys};
use sha2::{Digest, Sha256};

/// The page of a bundled map.
fn page(path: &str) -> String {
    let run = cxmap(&["render", "-f", "html", path]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{path}");
    run.stdout
}

/// The page of a text.
fn page_of(map: &str) -> String {
    let run = cxmap_with_stdin(&["render", "-f", "html", "-"], map);
    assert_eq!(run.status, 0, "{}", run.stderr);
    run.stdout
}

/// What stands between two texts, the first time.
fn between<'p>(page: &'p str, from: &str, to: &str) -> &'p str {
    let rest = page.split_once(from).unwrap_or_else(|| panic!("{from} is there")).1;
    rest.split_once(to).unwrap_or_else(|| panic!("{to} follows {from}")).0
}

fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())))
}

/// That a page is one document whose elements are closed in the order they were opened.
fn check_nesting(page: &str, what: &str) {
    const VOID: [&str; 4] = ["meta", "link", "input", "br"];
    let mut open: Vec<&str> = Vec::new();
    let mut rest = page.strip_prefix("<!DOCTYPE html>").expect("a document type");
    while let Some((_, tag)) = rest.split_once('<') {
        let (tag, after) = tag.split_once('>').expect("a tag ends");
        rest = after;
        let name = tag.trim_start_matches('/').split([' ', '\n', '/']).next().unwrap();
        match tag.strip_prefix('/') {
            Some(_) => assert_eq!(open.pop(), Some(name), "{what}: closed"),
            None if tag.ends_with('/') || VOID.contains(&name) => {}
            None => open.push(name),
        }
        if matches!(open.last(), Some(&("script" | "style"))) {
            rest = &rest[rest.find(&format!("</{name}")).expect("the script or style ends")..];
        }
    }
    assert_eq!(open, Vec::<&str>::new(), "{what}: left open");
}

/// What holds for every page, whatever the map.
fn check(page: &str, what: &str) {
    check_nesting(page, what);
    let policy = between(page, "http-equiv=\"Content-Security-Policy\" content=\"", "\"");
    assert!(policy.starts_with("default-src 'none'; "), "{policy}");
    assert!(!policy.contains("unsafe"), "{policy}");
    let style = between(page, "<style>", "</style>");
    assert!(policy.contains(&format!("style-src {};", hash(style))), "{what}: the hash of the style");
    if let Some((_, scripts)) = page.split_once("id=\"data\">") {
        let (data, scripts) = scripts.split_once("</script>").unwrap();
        assert!(serde_json::from_str::<serde_json::Value>(data).is_ok(), "{what}: {data}");
        let script = between(scripts, "<script>", "</script>");
        assert!(policy.contains(&format!("script-src {};", hash(script))), "{what}: the hash of the script");
        assert_eq!(page.matches("<script").count(), 2, "{what}");
    } else {
        assert_eq!(page.matches("<script").count(), 0, "{what}");
    }
    assert_eq!(page.matches("<style").count(), 1, "{what}");
    let before_style = page.split_once("<style>").unwrap();
    let markup = [before_style.0, between(page, "</style>", "id=\"data\">")].concat();
    for inline in [" style=\"", " onclick", " onload", " onerror", "javascript:", " src="] {
        assert!(!markup.contains(inline), "{what}: {inline}");
    }
}

#[test]
fn every_bundled_map_gives_a_page() {
    for path in journeys() {
        let path = path.to_str().unwrap();
        let page = page(path);
        check(&page, path);
        assert!(page.len() < 650_000, "{path}: {} bytes", page.len());
        assert_eq!(page, self::page(path), "{path}: the same bytes twice");
    }
}

#[test]
fn the_drawings_of_a_page_are_well_formed() {
    let page = page("journeys/telecom-home-internet/lockdown.journey.yaml");
    let drawings: Vec<_> = page.split("<svg xmlns").skip(1).map(|rest| rest.split_once("</svg>").unwrap().0).collect();
    assert!(drawings.len() >= 2, "a row of phases each");
    for drawing in drawings {
        let svg = format!("<svg xmlns{drawing}</svg>");
        let parsed = roxmltree::Document::parse(&svg).unwrap();
        let lanes: Vec<_> = parsed
            .root_element()
            .children()
            .filter(|child| child.has_tag_name(("http://www.w3.org/2000/svg", "g")))
            .collect();
        // The page closes the gap of a hidden lane by these.
        let mut bottom = 0.0;
        for lane in lanes {
            let number = |name| lane.attribute(name).unwrap().parse::<f64>().unwrap();
            assert!(number("data-top") >= bottom - 1.0, "lanes follow each other");
            bottom = number("data-top") + number("data-height");
        }
        let height: f64 = parsed.root_element().attribute("height").unwrap().parse().unwrap();
        assert!(bottom > 0.0 && bottom <= height);
    }
}

/// Every fact of a touchpoint, once: the letters `q…` cannot come from anywhere else.
const EVERYTHING: &str = "
cxmap: 1
title: qtitle
description: qdescription
scenario: qscenario
goal: qgoal
persona: {name: qpersona, description: qpersonatext, goals: [qpersonagoal], needs: [qpersonaneed], quote: qpersonaquote}
situation: {name: qsituation, from: 2026-03-01, until: 2026-04-02, description: qsituationtext}
owner: qowner
x-own-key: qextension
review: {last: 2026-02-03, every: 6mo}
scale: {min: 0, max: 10}
channels:
  one: {title: qchannel, status: {level: limited, because: qchannelbecause}, description: qchanneltext}
solutions: [{id: sms, title: qsolution, status: planned, owner: qsolutionowner, due: 2026-05-06, measured_by: qmeasuredby, url: 'https://example.com/q'}]
measures: [{metric: nps, value: 12, target: 20, responses: 321, date: 2026-01-02, source: qmeasuresource}]
evidence: [{title: qevidence, confidence: assumed, url: 'https://example.com/evidence'}]
phases:
  - title: qphase
    goal: qphasegoal
    needs: [qphaseneed]
    duration: 3d
    touchpoints:
      - title: qtouchpoint
        description: qtouchpointtext
        channel: one
        owner: qteam
        actors: [qactor]
        needs: [qneed]
        expectation: {level: 7.5, because: qexpectation, source: word_of_mouth}
        experience: {level: 4, because: qexperience}
        effort: 6
        feeling: qfeeling
        thinking: qthinking
        quote: qquote
        duration: 1h30m
        wait: 2d
        promises: [{title: qpromise, within: 1d, actual: 2d, kept: 70%, kept_at: b}]
        friction_points: [{title: qfriction, severity: critical, reach: 65%, because: qfrictionbecause, solutions: [{id: sms}], evidence: [qfrictionevidence]}]
        moment_of_truth: {title: qmoment, why: qwhy, success: qsuccess, failure: qfailure, commitment: qcommitment, kind: fmot}
        employee: {role: qrole, expectation: 3, experience: 2, needs: [qemployeeneed], because: qemployeebecause}
        frontstage: [qfrontstage]
        backstage: [{title: qbackstage, owner: qbackowner, system: qbacksystem, duration: 10m}]
        systems: [qsystem]
        props: [qprop]
        feedback: {via: qvia, open_question: qquestion, follow_up: {owner: qfollower, within: 2d}}
        next: [{to: b, when: qwhen, share: 40%}, {to: lost, share: 60%}]
      - {id: b, title: qother, status: {level: unavailable, because: qclosed}, replaced_by: qtouchpoint}
";

#[test]
fn a_page_holds_every_fact_of_the_map() {
    let page = page_of(EVERYTHING);
    check(&page, "everything");
    let list = between(&page, "<section id=\"list\"", "<section id=\"table\"");
    let head = between(&page, "<header", "</header>");
    for word in
        EVERYTHING.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| word.len() > 3 && word.starts_with('q'))
    {
        assert!(list.contains(word) || head.contains(word), "{word}");
    }
    // By hand: 4 − 7.5, and how values are written.
    for fact in [
        "−3.5",
        "6 / 10",
        "65%",
        "1\u{a0}h 30\u{a0}min",
        "2\u{a0}days",
        "40%",
        "6\u{a0}months",
        "from 1\u{a0}Mar\u{a0}2026",
        "321",
        "First: the customer chooses",
        "word of mouth",
        "own-key",
    ] {
        assert!(list.contains(fact), "{fact}");
    }
    assert!(list.contains(
        "<a href=\"https://example.com/evidence\" target=\"_blank\" rel=\"noopener noreferrer\">qevidence</a>"
    ));
    // The solution is told in full wherever it stands.
    assert_eq!(list.matches("qsolutionowner").count(), 2);
}

#[test]
fn labels_follow_the_language() {
    let labels = |language: &str| {
        let page = page_of(&EVERYTHING.replace("cxmap: 1", &format!("cxmap: 1\nlanguage: {language}")));
        assert!(page.contains(&format!("<html lang=\"{language}\">")));
        let buttons = between(&page, "<div class=\"views\">", "</div>");
        let labels: Vec<_> = buttons
            .split("</button>")
            .filter_map(|button| button.rsplit_once('>'))
            .map(|(_, label)| label.to_owned())
            .collect();
        (labels.join(" "), between(&page, "<span class=\"mark bad\">−3", "</span>").to_owned())
    };
    assert_eq!(labels("en"), ("Map List Table".into(), ".5".into()));
    assert_eq!(labels("nl-BE"), ("Kaart Lijst Tabel".into(), ",5".into()));
    assert_eq!(labels("fr"), ("Carte Liste Tableau".into(), ",5".into()));
    let chosen = cxmap(&["render", "-f", "html", "--lang", "fr", "journeys/insurance-premium/before.journey.yaml"]);
    assert!(chosen.stdout.contains(">Tableau</button>"));
    assert!(chosen.stdout.contains("<html lang=\"fr\">") && chosen.stdout.contains("<h1 lang=\"en\">"));
}

/// A chosen phase is all that the page tells of, in picture, list, table and filters; a chosen lane is all that is drawn.
#[test]
fn the_page_follows_the_chosen_phases() {
    let journey = "journeys/insurance-premium/before.journey.yaml";
    let whole = cxmap(&["render", "-f", "html", journey]).stdout;
    let part = cxmap(&["render", "-f", "html", "--phase", "pay", journey]).stdout;
    let touchpoints = |page: &str| {
        let places = ["<details class=\"touchpoint\"", "<tr data-address=\"touchpoint:", "\"status\":["];
        places.map(|place| page.matches(place).count())
    };
    assert_eq!((touchpoints(&whole), touchpoints(&part)), ([10; 3], [3; 3]));
    assert!(
        whole.contains("I compare covers online")
            && !between(&part, "<main>", "</main>").contains("I compare covers online")
    );
    let lane = cxmap(&["render", "-f", "html", "--lane", "experience", journey]).stdout;
    assert_eq!(touchpoints(&lane), [10; 3]);
    assert!(!lane.contains("data-lane=\"friction\""));
}

#[test]
fn no_text_of_a_map_leaves_its_place() {
    for text in [
        "<script>alert(1)</script>",
        "</script></style><!--<script>",
        "\\\"><img src=x onerror=alert(1)>",
        "' onclick='alert(1)",
        "javascript:alert(1)",
        "{{ 7 }} {% raw %} &lt;b&gt;",
        "\\u001b[31m\\u202e\\u0000",
    ] {
        let mut map = EVERYTHING.to_owned();
        let words: Vec<_> = EVERYTHING
            .split(|c: char| !c.is_ascii_alphanumeric())
            .filter(|word| word.len() > 3 && word.starts_with('q'))
            .collect();
        for word in words {
            let quoted = format!("\"{text} {word}\"");
            for (before, after) in [(": ", "\n"), (": ", ","), (": ", "}"), ("[", "]")] {
                map = map.replace(&format!("{before}{word}{after}"), &format!("{before}{quoted}{after}"));
            }
        }
        map = map.replace("'https://example.com/evidence'", "\"javascript:alert(1)\"");
        let page = page_of(&map);
        assert!(!page.contains('\u{1b}') && !page.contains('\u{202e}') && !page.contains('\0'));
        assert_eq!(page.matches("<script").count(), 2, "{text}");
        assert_eq!(page.matches("</style").count(), 1, "{text}");
        assert!(!page.contains("<img") && !page.contains("<!--") && !page.contains("href=\"javascript"), "{text}");
        check_nesting(&page, text);
    }
}

#[test]
fn fifty_touchpoints_fit_a_mail() {
    use std::fmt::Write;
    let mut map = String::from("cxmap: 1\ntitle: I walk\nphases:\n");
    for at in 0..50 {
        if at % 10 == 0 {
            let _ = write!(map, "  - title: Phase {at}\n    needs: [To know where I am]\n    touchpoints:\n");
        }
        let _ = write!(
            map,
            "      - title: I take step {at} of a long journey\n        channel: app\n        owner: Team {}\n        \
             expectation: {}\n        experience: {}\n        feeling: Hope\n        friction_points:\n          - title: The \
             step is higher than it looks\n            severity: high\n            solutions: [A handrail]\n",
            at % 4,
            at % 5 + 1,
            (at + 2) % 5 + 1,
        );
    }
    let page = page_of(&map);
    check(&page, "fifty");
    assert!(page.len() < 650_000, "{} bytes", page.len());
}

#[test]
fn a_theme_can_be_chosen() {
    let journey = "journeys/restaurant/before.journey.yaml";
    let run = cxmap(&["render", "-f", "html", "--theme", "dark", journey]);
    assert!(between(&run.stdout, "<html ", ">").ends_with(" data-theme=\"dark\""));
    check(&run.stdout, "dark");
}

#[test]
fn a_folder_of_maps_becomes_a_folder_of_pages() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("site/public");
    let run = cxmap(&["render", "journeys", "-o", &format!("{}/", out.display())]);
    assert_eq!((run.status, run.stdout.as_str()), (0, ""), "{}", run.stderr);
    assert!(run.stderr.ends_with("public/: 19 maps and index.html\n"), "{}", run.stderr);
    let mut files: Vec<_> =
        fs::read_dir(&out).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    files.sort();
    assert_eq!(files.len(), 20);
    assert!(files.contains(&"insurance-premium-lockdown.html".into()), "{files:?}");
    let index = fs::read_to_string(out.join("index.html")).unwrap();
    check_nesting(&index, "index");
    let links: Vec<_> = index.split("<a href=\"./").skip(1).map(|link| link.split_once('"').unwrap().0).collect();
    assert_eq!(links.len(), 19);
    for link in links {
        let page = fs::read_to_string(out.join(link)).unwrap();
        check(&page, link);
    }
    let page = page("journeys/insurance-premium/lockdown.journey.yaml");
    assert_eq!(
        fs::read_to_string(out.join("insurance-premium-lockdown.html")).unwrap(),
        page,
        "the same page as alone"
    );
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing outside");
    // Once more, into the folder that is there now, as pictures.
    let run = cxmap(&["render", "journeys/restaurant", "-q", "-f", "svg", "-o", &out.display().to_string()]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    assert!(out.join("before.svg").is_file());
    assert!(fs::read_to_string(out.join("index.html")).unwrap().contains("./before.svg"));
}

const SMALL: &str = "cxmap: 1\ntitle: TITLE\nphases: [{title: P, touchpoints: [{title: T}]}]\n";

#[test]
fn files_of_a_folder_never_share_a_name_nor_leave_it() {
    let map = |title: &str| SMALL.replace("TITLE", title);
    let (first, second, third) = (map("First"), map("Second"), map("<script>Third"));
    let folder = folder(&[
        ("journeys/a b.yaml", &first),
        ("journeys/a-b.yaml", &second),
        ("journeys/index.yaml", &third),
        ("journeys/Été 100%.yaml", &first),
    ]);
    let run = cxmap_in(folder.path(), &["render", "-q", "journeys", "-o", "out/"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    let title = |file: &str| {
        let page = fs::read_to_string(folder.path().join("out").join(file)).unwrap();
        between(&page, "<title>", "</title>").to_owned()
    };
    assert_eq!(title("a-b.html"), "First");
    assert_eq!(title("a-b-2.html"), "Second");
    assert_eq!(title("index-2.html"), "&#60;script&#62;Third");
    assert_eq!(title("été-100.html"), "First");
    let index = fs::read_to_string(folder.path().join("out/index.html")).unwrap();
    assert!(index.contains("href=\"./%C3%A9t%C3%A9-100.html\""));
    assert!(index.contains("&#60;script&#62;Third") && !index.contains("<script"));
}

#[test]
fn a_folder_takes_one_format_and_says_what_it_could_not_use() {
    let sound = SMALL.replace("TITLE", "Sound");
    let folder = folder(&[("journeys/sound.yaml", &sound), ("journeys/broken.yaml", "cxmap: 1\ntitle: [")]);
    for args in [
        ["render", "journeys", "-o", "out/", "-o", "x.svg"].as_slice(),
        &["render", "journeys", "-o", "out/", "-f", "svg", "-f", "png"],
        &["render", "journeys", "-o", "out/", "-f", "svg=x.svg"],
    ] {
        let run = cxmap_in(folder.path(), args);
        assert_eq!(run.status, 2, "{args:?}");
        assert!(run.stderr.contains("a folder takes one format"), "{}", run.stderr);
        assert!(!folder.path().join("out").exists() && !folder.path().join("x.svg").exists());
    }
    let run = cxmap_in(folder.path(), &["render", "journeys", "-o", "out/"]);
    assert_eq!(run.status, 2, "a map could not be used");
    assert!(run.stderr.contains("broken.yaml"), "{}", run.stderr);
    assert!(folder.path().join("out/sound.html").is_file() && !folder.path().join("out/broken.html").exists());
    let refused = cxmap_in(folder.path(), &["render", "journeys", "-o", "journeys/sound.yaml/"]);
    assert_eq!(refused.status, 2);
    assert!(refused.stderr.contains("cannot make the folder"), "{}", refused.stderr);
    assert_eq!(fs::read_to_string(folder.path().join("journeys/sound.yaml")).unwrap(), sound);
}
