//! What the pictures of a map say, and that no text of a map can break them.

mod common;

use common::graphviz;
use cxmap::graph::Map;
use cxmap::model::lower::lower;
use cxmap::render::{TableOptions, Tongue, dot, json, markdown, table};

/// Texts that break naive writers.
const HOSTILE: [&str; 14] = [
    "\u{1b}[31mred\u{1b}]8;;http://evil\u{7}link",
    "\0nul \u{7f} \u{9b}31m",
    "\u{202e}desrever\u{2066} \u{200f} \u{2028} \u{2069}",
    "<img src=x onerror=alert(1)> & <b>bold</b> &lt; <!-- -->",
    "a | b \\| c \\\\| d |",
    "`code` *em* **strong** _em_ ~~gone~~ [link](http://x) ![image](y) $x^2$ @octocat #12",
    "quotes \" and \\ and \\N and \\\" and {braces} <p0> \\l",
    "line one\nline two\r\nline three\ttab",
    "# heading - list 1. item > quote === ---",
    "支払いをアプリで済ませてから領収書を受け取る全角文字の長い長い題名です",
    "👩‍👩‍👧‍👦 🇧🇪 e\u{301} \u{200d}\u{feff}",
    "\u{2067}\u{2068}\u{202a}\u{2069}",
    "┈┈┈┈┈┈┈┈",
    "  ",
];

fn map(text: &str) -> Map {
    Map::new(lower(text).journey.expect("a journey"), "test")
}

/// A map in which every text is `text`. Built without a file, because files cannot hold some of them.
fn map_of(text: &str) -> Map {
    fn replace(value: &mut serde_json::Value, text: &str) {
        match value {
            serde_json::Value::String(old) if old == "TEXT" => text.clone_into(old),
            serde_json::Value::Array(items) => items.iter_mut().for_each(|item| replace(item, text)),
            serde_json::Value::Object(fields) => fields.values_mut().for_each(|field| replace(field, text)),
            _ => {}
        }
    }
    let mut journey = serde_json::to_value(lower(EVERYWHERE).journey.unwrap()).unwrap();
    replace(&mut journey, text);
    Map::new(serde_json::from_value(journey).unwrap(), "test")
}

const EVERYWHERE: &str = "
cxmap: 1
title: TEXT
persona: {name: TEXT, goals: [TEXT]}
situation: TEXT
owner: TEXT
channels:
  one: {title: TEXT, status: {level: unavailable, because: TEXT}}
phases:
  - id: first
    title: TEXT
    friction_points: [{id: f, title: TEXT}]
    touchpoints:
      - id: a
        title: TEXT
        channel: one
        replaced_by: [b, TEXT]
        owner: TEXT
        moment_of_truth: {title: TEXT, why: TEXT}
        friction_points: [{id: g, title: TEXT}, {id: h, title: TEXT, severity: critical}]
        next: [{to: b, when: TEXT, share: 40%}, {to: end, share: 60%}]
      - id: b
        title: TEXT
        channel: TEXT
  - id: second
    title: TEXT
";

const SMALL: &str = "
cxmap: 1
title: I pay my premium
persona: Ann
situation: {name: lockdown, from: 2020-03-18}
scale: {min: 0, max: 10}
channels:
  app: My app
  desk: {title: Desk, status: unavailable}
phases:
  - title: Pay
    owner: Billing
    friction_points: [{title: Everything takes long, severity: low}]
    touchpoints:
      - title: I open the invoice
        channel: app
        expectation: 7.5
        experience: 5
      - title: I ask at the desk
        channel: desk
        owner: Branches
        replaced_by: i-call
        experience: 3
        moment_of_truth: They have time for me
        friction_points:
          - title: The queue is long
            severity: critical
            also_at: [i-call]
          - {title: Gone by now, status: resolved}
      - title: I call
        channel: [Phone, app]
        expectation: 2
        experience: 10
        status: limited
  - title: Later
";

fn lines(map: &Map, width: u16) -> Vec<String> {
    table(map, TableOptions { width, ..TableOptions::default() }).lines().map(str::to_owned).collect()
}

/// Every bundled map, by its path.
fn bundled() -> Vec<(String, Map)> {
    let read = |path: std::path::PathBuf| {
        let text = std::fs::read_to_string(common::repository().join(&path)).unwrap();
        (path.display().to_string(), map(&text))
    };
    common::journeys().into_iter().map(read).collect()
}

#[test]
fn a_table_says_what_the_map_says() {
    let expected = "\
I pay my premium
Ann · lockdown from 18 Mar 2020 · current state · ratings 0–10

Touchpoint               Channel (owner)  Expec-  Expe-   Gap         Friction
                                          tation  rience
━━ Pay ━
I open the invoice       My app           7.5     5        ▐│   -2.5  low, whole phase: Everything
                         (Billing)                                    takes long
┈
I ask at the desk        Desk                     3                   critical: The queue is long
[closed] → I call        (Branches)
★ They have time for me
┈
I call                   Phone, My app    2       10        │█▌ +8    critical: The queue is long
[limited]                (Billing)
━━ Later ━
(no touchpoints)";
    // Rules are as long as the table is wide; here only their first character is compared.
    let shown = lines(&map(SMALL), 100).into_iter().map(|line| match line.char_indices().nth(99) {
        Some((end, '━' | '┈')) => line[..end].trim_end_matches(['━', '┈']).to_owned() + &line[end..],
        _ => line,
    });
    assert_eq!(shown.collect::<Vec<_>>().join("\n"), expected);
}

#[test]
fn a_wide_table_has_columns_for_moments_and_owners() {
    let lines = lines(&map(SMALL), 140);
    assert_eq!(
        lines[3],
        "Touchpoint           Channel        Expec-  Expe-   Gap             Friction                                 \
         Moment of truth        Owner"
    );
    assert_eq!(
        lines[8],
        "★ I ask at the desk  Desk                   3                       critical: The queue is long              \
         They have time for me  Branches"
    );
    // Eight tenths of four characters, to the nearest half.
    assert!(lines[11].contains(" │███  +8 "), "{}", lines[11]);
}

#[test]
fn bars_are_as_long_as_the_gap_is_of_the_scale() {
    let bar = |expectation: f64, experience: f64, width| {
        let map = map(&format!(
            "cxmap: 1\ntitle: t\nphases:\n- title: p\n  touchpoints:\n  - {{title: a, expectation: {expectation}, \
             experience: {experience}}}"
        ));
        let line = lines(&map, width).into_iter().find(|line| line.starts_with("a ")).unwrap();
        line.trim_start_matches(|c: char| "a .".contains(c) || c.is_ascii_digit()).to_owned()
    };
    // On a scale of 1–5 a point is one character where there is room, half a one where there is not.
    assert_eq!(bar(5.0, 1.0, 140), "████│     -4");
    assert_eq!(bar(1.0, 5.0, 140), "│████ +4");
    assert_eq!(bar(4.0, 3.0, 140), "█│     -1");
    assert_eq!(bar(4.0, 3.5, 140), "▐│     -0.5");
    assert_eq!(bar(3.0, 4.0, 100), "│▌  +1");
    assert_eq!(bar(1.0, 5.0, 100), "│██ +4");
    assert_eq!(bar(4.0, 4.0, 100), "│   0");
    // However small, a gap shows; what decimals leave behind is no gap.
    assert_eq!(bar(4.0, 3.99, 100), "▐│   -0.01");
    assert_eq!(bar(3.3, 3.300_000_000_1, 100), "│   0");
}

#[test]
fn unknown_ratings_and_columns_that_nobody_filled_are_left_out() {
    let bare = map("cxmap: 1\ntitle: t\nphases:\n- title: p\n  touchpoints:\n  - title: a\n  - title: b");
    assert_eq!(
        lines(&bare, 80),
        ["t", "current state · ratings 1–5", "", "Touchpoint", "━━ p ━━━━━", "a", "┈┈┈┈┈┈┈┈┈┈", "b"]
    );
    let half =
        map("cxmap: 1\ntitle: t\nphases:\n- title: p\n  touchpoints:\n  - {title: a, experience: 4}\n  - title: b");
    let half = lines(&half, 80);
    assert_eq!(half[3], "Touchpoint  Expe-");
    assert_eq!(half[6], "a           4");
    assert_eq!(half[8], "b");
}

#[test]
fn maps_with_next_to_nothing_still_show() {
    for text in ["cxmap: 1", "{}", "title: x\nphases: []", "phases: [{title: p}]", "phases: [{touchpoints: [{}]}]"] {
        let map = map(text);
        assert!(!lines(&map, 80).is_empty(), "{text}");
        assert!(markdown(&map, None).starts_with("# "), "{text}");
    }
    assert_eq!(lines(&map("cxmap: 1"), 80), ["test", "current state · ratings 1–5"]);
}

#[test]
fn a_table_fits_its_width() {
    use unicode_width::UnicodeWidthStr;
    let mut maps: Vec<_> = bundled();
    maps.extend(HOSTILE.iter().map(|text| (format!("{text:?}"), map_of(text))));
    maps.push(("long words".into(), map_of(&"x".repeat(300))));
    maps.push(("long text".into(), map_of(&"word ".repeat(2000))));
    for (name, map) in &maps {
        for width in [0, 60, 80, 100, 129, 130, 160, 400] {
            for line in lines(map, width) {
                assert!(line.width() <= usize::from(width.max(60)), "{name} at {width}: {line}");
            }
        }
    }
}

#[test]
fn no_control_character_is_ever_shown() {
    for text in HOSTILE {
        let map = map_of(text);
        let pages = [table(&map, TableOptions::default()), markdown(&map, None), dot(&map), json(&map).unwrap()];
        for shown in pages.map(|page| page.replace('\n', "")) {
            assert_eq!(cxmap::text::printable(&shown), shown);
        }
    }
}

#[test]
fn colour_adds_codes_and_changes_nothing_else() {
    let map = map(SMALL);
    for width in [100, 140] {
        let plain = table(&map, TableOptions { width, ..TableOptions::default() });
        let color = table(&map, TableOptions { width, color: true, ..TableOptions::default() });
        assert!(!plain.contains('\x1b') && color.contains("\x1b[31mcritical\x1b[0m: The queue"));
        assert!(color.contains("[\x1b[31mclosed\x1b[0m]") && color.contains("[\x1b[33mlimited\x1b[0m]"));
        assert_eq!(anstream::adapter::strip_str(&color).to_string(), plain);
    }
}

#[test]
fn markdown_says_what_the_table_says() {
    let expected = r"# I pay my premium

**Ann · lockdown from 18 Mar 2020 · current state · ratings 0–10**

| Phase | Touchpoint | Channel | Expectation | Experience | Gap | Friction | Moment of truth | Owner |
| --- | --- | --- | --: | --: | --: | --- | --- | --- |
| **Pay** | I open the invoice | My app | 7.5 | 5 | -2.5 | **low**, whole phase: Everything takes long |  | Billing |
|  | ★ I ask at the desk *(closed)* | Desk |  | 3 |  | **critical**: The queue is long | They have time for me | Branches |
|  | I call *(limited)* | Phone, My app | 2 | 10 | +8 | **critical**: The queue is long |  | Billing |
| **Later** | *no touchpoints* |  |  |  |  |  |  |  |

## Closed or limited

- **I ask at the desk**: closed → I call
- **I call**: limited

## Moments of truth

- ★ **They have time for me**, at *I ask at the desk*
";
    assert_eq!(markdown(&map(SMALL), None), expected);
}

#[test]
fn tables_speak_the_language_of_the_map_or_that_asked_for() {
    let french = SMALL.replacen("cxmap: 1", "cxmap: 1\nlanguage: fr", 1);
    let page = markdown(&map(&french), None);
    assert!(page.contains("**Ann · lockdown à partir du 18 mars 2020 · état actuel · notes 0–10**"), "{page}");
    assert!(page.contains("| Phase | Point de contact | Canal | Attente | Expérience | Écart | Friction |"), "{page}");
    assert!(page.contains("| 7,5 | 5 | -2,5 | **faible**, toute la phase\u{a0}: Everything takes long |"), "{page}");
    assert!(page.contains("## Fermé ou limité\n\n- **I ask at the desk**\u{a0}: fermé → I call\n"), "{page}");
    let options = TableOptions { tongue: Some(Tongue::Dutch), ..TableOptions::default() };
    let table = table(&map(&french), options);
    for words in ["huidige situatie", "Kanaal (eigenaar)", "licht, hele fase:", "[gesloten] → I call", "7,5"] {
        assert!(table.contains(words), "{words}: {table}");
    }
}

/// Reads the page back as GitHub does: every text must come out as it went in, and nothing else may have come of it.
#[test]
fn no_text_becomes_markup() {
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_MATH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_GFM;
    for text in HOSTILE {
        let page = markdown(&map_of(text), None);
        let wanted = cxmap::text::printable(text).trim().to_owned();
        let (mut cells, mut cell, mut titles) = (0, String::new(), 0);
        for event in Parser::new_ext(&page, options) {
            match event {
                Event::Text(piece) => cell.push_str(&piece.replace('\u{200b}', "")),
                Event::Start(Tag::TableCell) => cell.clear(),
                Event::InlineHtml(html) => assert_eq!(&*html, "<br>"),
                Event::End(TagEnd::TableCell) => {
                    cells += 1;
                    titles += usize::from(!wanted.is_empty() && cell.contains(&wanted));
                }
                Event::Start(
                    Tag::Heading { .. }
                    | Tag::Paragraph
                    | Tag::Table(_)
                    | Tag::TableHead
                    | Tag::TableRow
                    | Tag::List(None)
                    | Tag::Item
                    | Tag::Strong
                    | Tag::Emphasis,
                )
                | Event::End(_)
                | Event::SoftBreak => {}
                other => panic!("{text:?} became {other:?}"),
            }
        }
        // A head and three rows of phase, touchpoint, channel, friction, moment and owner.
        assert_eq!(cells, 4 * 6, "{text:?}");
        // Two phases, two touchpoints, two channels, one cell of friction points, one moment, one owner.
        assert_eq!(titles, if wanted.is_empty() { 0 } else { 9 }, "{text:?}");
    }
}

#[test]
fn mentions_references_and_links_are_inert() {
    let page = markdown(&map_of("@octocat #12 https://evil www.evil a@b.nl $1"), None);
    for alive in ["@o", "#1", "://", "www.", "@b", "$"] {
        assert!(!page.contains(alive), "{alive}: {page}");
    }
}

/// What a label shows, without the line breaks that fold it.
fn shown(label: &str) -> String {
    let mut text = String::new();
    let mut rest = label.replace("&amp;", "&");
    while let Some(at) = rest.find('\\') {
        text.push_str(&rest[..at]);
        match &rest[at + 1..at + 2] {
            "\\" => text.push('\\'),
            "n" => text.push(' '),
            other => panic!("an escape that nobody wrote: \\{other} in {label}"),
        }
        rest = rest[at + 2..].to_owned();
    }
    squeezed(&(text + &rest))
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn graphviz_reads_every_map_back() {
    let mut maps = bundled();
    maps.extend(HOSTILE.iter().map(|text| (format!("{text:?}"), map_of(text))));
    maps.push(("small".into(), map(SMALL)));
    for (name, map) in &maps {
        let Some(read) = graphviz("-Tjson", &dot(map)) else { return };
        let read: serde_json::Value = serde_json::from_str(&read).unwrap_or_else(|error| panic!("{name}: {error}"));
        let objects = read["objects"].as_array().unwrap();
        let label = |address: String| {
            let object = objects.iter().find(|object| object["id"] == address.as_str());
            shown(object.unwrap_or_else(|| panic!("{name}: no {address}"))["label"].as_str().unwrap())
        };
        let printable = |text: &str| squeezed(&cxmap::text::printable(text));
        for phase in map.phases() {
            assert_eq!(label(phase.address().to_string()), printable(&phase.body().title), "{name}");
        }
        for touchpoint in map.touchpoints() {
            let (label, title) = (label(touchpoint.address().to_string()), printable(&touchpoint.body().title));
            assert!(label.starts_with(&title), "{name}: {label} is not {title}");
        }
        for node in map.network().0.node_weights().filter(|node| node.kind() == "moment_of_truth") {
            assert_eq!(label(node.address().to_string()), format!("★{}", printable(node.title())), "{name}");
        }
        assert_eq!(label("exit:end".into()), "end");
    }
}

#[test]
fn graphviz_draws_whatever_the_texts_hold() {
    let mut maps = bundled();
    maps.extend(HOSTILE.iter().map(|text| (format!("{text:?}"), map_of(text))));
    for text in ["x".repeat(300), "word ".repeat(2000), "支払い".repeat(3000), "\\".repeat(1001), "\"".repeat(99)] {
        maps.push((text.chars().take(9).collect(), map_of(&text)));
    }
    for text in ["cxmap: 1", "phases: [{title: p}]", "phases: [{touchpoints: [{}, {}]}, {touchpoints: [{}]}]"] {
        maps.push((text.into(), map(text)));
    }
    for (name, map) in &maps {
        let Some(svg) = graphviz("-Tsvg", &dot(map)) else { return };
        assert!(svg.contains("</svg>"), "{name}");
        let svg = svg.replace("&#45;", "-");
        for touchpoint in map.touchpoints() {
            assert!(svg.contains(&format!("id=\"{}\"", touchpoint.address())), "{name}");
        }
    }
}

#[test]
fn dot_shows_the_flow() {
    let text = dot(&map("
cxmap: 1
title: t
channels: {desk: {status: unavailable}}
phases:
  - title: One
    friction_points: [{title: everywhere}]
    touchpoints:
      - {title: a, expectation: 4, experience: 2.5, next: [{to: b, when: it works, share: 70%}, {to: lost, share: 30%}]}
  - title: Two
    touchpoints:
      - {title: b, channel: desk, replaced_by: c, moment_of_truth: Now, friction_points: [{title: slow, also_at: [c]}]}
      - {title: c, friction_points: [{title: gone, status: resolved}]}
  - title: Three"));
    let has = |part: &str| assert!(text.contains(part), "{part} in {text}");
    has(r#"subgraph "cluster_phase:one" {"#);
    has(r#""touchpoint:a" [label="a\nexpects 4, gets 2.5 (-1.5)""#);
    has(r#""touchpoint:b" [label="b\n(desk)\n[closed]", tooltip="b\nChannel: desk", style="rounded,filled,dashed""#);
    has(r#""moment:b" [label="★ Now", tooltip="Now", shape=hexagon"#);
    has(r#""friction:phase:one/everywhere" [label="medium: everywhere""#);
    has(r#""phase:three" [shape=plaintext, style=solid, label="(no touchpoints)""#);
    has(r#""touchpoint:a" -> "touchpoint:b" [label="it works\n70%", id="way:a>b"]"#);
    has(r#""touchpoint:a" -> "exit:lost" [label="30%", id="way:a>lost"]"#);
    has(r#""touchpoint:b" -> "touchpoint:c" [label="instead", style=dashed, constraint=false]"#);
    has(r#""touchpoint:c" -> "exit:end" [id="way:c>end", penwidth=2"#);
    has(r#""friction:b/slow" -> "touchpoint:c" [style=dotted"#);
    assert!(!text.contains("gone"), "{text}");
    // Nobody gives up on a map where no way says so.
    assert!(!dot(&map(SMALL)).contains("exit:lost"));
}

#[test]
fn things_of_one_id_stay_apart() {
    let twice = map("cxmap: 1\ntitle: t\nphases:\n- title: p\n  touchpoints: [{title: a}, {title: a}]");
    let text = dot(&twice);
    assert!(text.contains(r#""touchpoint:a" [label"#) && text.contains(r#""touchpoint:a#2" [label"#), "{text}");
}

#[test]
fn json_holds_the_model_the_graph_and_what_follows() {
    let map = map("
cxmap: 1
title: t
x-cost: 12
phases:
  - title: P
    touchpoints:
      - {title: a, expectation: 3, experience: 3.3, next: [{to: b, when: it works, share: 70%}, {to: lost, share: 30%}]}
      - title: b
        experience: 5
        wait: 1h30m
        moment_of_truth: {id: m, title: Now}
        promises: [{title: soon, kept_at: c}]
        friction_points: [{title: slow, severity: high, also_at: [c]}]
        next: [{to: a, share: 50%}, {to: c, share: 50%}]
      - {title: c, experience: 1, status: unavailable, replaced_by: d}
      - {title: d, experience: 4, wait: 30m}");
    let page: serde_json::Value = serde_json::from_str(&json(&map).unwrap()).unwrap();
    assert_eq!((&page["version"], &page["id"]), (&1.into(), &"test".into()));
    assert_eq!(page["journey"]["x-cost"], 12);
    assert_eq!(page["journey"]["phases"][0]["touchpoints"][1]["wait"], "1h30m");
    let nodes = page["graph"]["nodes"].as_array().unwrap();
    let address = |node: &serde_json::Value| node["address"].as_str().unwrap().to_owned();
    assert_eq!(
        nodes.iter().map(address).collect::<Vec<_>>().join(" "),
        "phase:p touchpoint:a touchpoint:b moment:m friction:b/slow touchpoint:c touchpoint:d exit:end exit:lost"
    );
    let edges = page["graph"]["edges"].as_array().unwrap();
    let has = |edge: serde_json::Value| assert!(edges.contains(&edge), "{edge}");
    has(serde_json::json!({"kind": "contains", "from": "phase:p", "to": "touchpoint:d"}));
    has(
        serde_json::json!({"kind": "leads_to", "from": "touchpoint:a", "to": "touchpoint:b", "when": "it works", "share": 70}),
    );
    has(serde_json::json!({"kind": "leads_to", "from": "touchpoint:a", "to": "exit:lost", "share": 30}));
    has(serde_json::json!({"kind": "leads_to", "from": "touchpoint:d", "to": "exit:end"}));
    has(serde_json::json!({"kind": "is_at", "from": "moment:m", "to": "touchpoint:b"}));
    has(serde_json::json!({"kind": "hinders", "from": "friction:b/slow", "to": "touchpoint:b"}));
    has(serde_json::json!({"kind": "hinders", "from": "friction:b/slow", "to": "touchpoint:c"}));
    has(serde_json::json!({"kind": "is_replaced_by", "from": "touchpoint:c", "to": "touchpoint:d"}));
    has(
        serde_json::json!({"kind": "is_kept_at", "from": "touchpoint:b", "to": "touchpoint:c", "promise": "promise:b/soon"}),
    );
    // Four in the phase, six ways, one moment, two hindrances, one replacement, one promise.
    assert_eq!(edges.len(), 4 + 6 + 1 + 2 + 1 + 1);

    let derived = &page["derived"];
    assert_eq!(
        derived["touchpoints"][0],
        serde_json::json!({"address": "touchpoint:a", "phase": "phase:p", "availability": "available",
            "expectation": 3, "experience": 3.3, "gap": 0.3})
    );
    assert_eq!(derived["touchpoints"][2]["availability"], "unavailable");
    assert_eq!(derived["touchpoints"][3]["gap"], serde_json::Value::Null);
    // c is worse, but closed: the main way goes to d instead.
    assert_eq!(derived["main_way"], serde_json::json!(["touchpoint:a", "touchpoint:b", "touchpoint:d"]));
    assert_eq!(
        (&derived["peak"], &derived["trough"], &derived["end"]),
        (&"touchpoint:b".into(), &"touchpoint:a".into(), &"touchpoint:d".into())
    );
    assert_eq!(derived["wait"], serde_json::json!({"sum": "2h", "known": 2}));
    assert_eq!((&derived["effort"], &derived["hand_offs"]), (&serde_json::Value::Null, &0.into()));
    assert_eq!(
        derived["open_friction"][1],
        serde_json::json!({"severity": "high", "with_solution": 0, "without_solution": 1})
    );
    // 0.7 × 0.5 / (1 − 0.7 × 0.5)
    let share = derived["share_to_end"][0]["share"].as_f64().unwrap();
    assert!((share - 35.0 / 65.0 * 100.0).abs() < 1e-9, "{share}");
}

#[test]
fn the_journey_in_json_is_a_journey() {
    for (name, map) in bundled() {
        let page: serde_json::Value = serde_json::from_str(&json(&map).unwrap()).unwrap();
        let journey: cxmap::model::Journey = serde_json::from_value(page["journey"].clone()).unwrap();
        assert_eq!(&journey, map.journey(), "{name}");
    }
}
