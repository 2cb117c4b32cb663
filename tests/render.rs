//! What the pictures of a map say, and that no text of a map can break them.

mod common;

use cxmap::graph::Map;
use cxmap::model::lower::lower;
use cxmap::render::{TableOptions, markdown, table};

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
    table(map, TableOptions { width, color: false }).lines().map(str::to_owned).collect()
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
Ann · lockdown (from 2020-03-18) · current state · ratings 0–10

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
        assert!(markdown(&map).starts_with("# "), "{text}");
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
        for shown in [lines(&map, 100).concat(), markdown(&map).replace('\n', "")] {
            assert_eq!(cxmap::text::printable(&shown), shown);
        }
    }
}

#[test]
fn colour_adds_codes_and_changes_nothing_else() {
    let map = map(SMALL);
    for width in [100, 140] {
        let plain = table(&map, TableOptions { width, color: false });
        let color = table(&map, TableOptions { width, color: true });
        assert!(!plain.contains('\x1b') && color.contains("\x1b[31mcritical\x1b[0m: The queue"));
        assert!(color.contains("[\x1b[31mclosed\x1b[0m]") && color.contains("[\x1b[33mlimited\x1b[0m]"));
        assert_eq!(anstream::adapter::strip_str(&color).to_string(), plain);
    }
}

#[test]
fn markdown_says_what_the_table_says() {
    let expected = r"# I pay my premium

**Ann · lockdown (from 2020-03-18) · current state · ratings 0–10**

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
    assert_eq!(markdown(&map(SMALL)), expected);
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
        let page = markdown(&map_of(text));
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
    let page = markdown(&map_of("@octocat #12 https://evil www.evil a@b.nl $1"));
    for alive in ["@o", "#1", "://", "www.", "@b", "$"] {
        assert!(!page.contains(alive), "{alive}: {page}");
    }
}
