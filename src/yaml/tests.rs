//! Where nodes are: spans computed by hand, and what holds of the spans of any text.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

use std::path::PathBuf;

use proptest::prelude::*;

use super::{Document, Kind, Node};
use crate::source::Span;

/// Every node that is written in a text, with how deep it stands, in the order of the tree: `depth kind span text`.
fn outline(text: &str) -> Vec<String> {
    fn visit(text: &str, node: Node<'_>, depth: usize, lines: &mut Vec<String>) {
        let kind = match node.kind() {
            Kind::Empty => "empty",
            Kind::Scalar { .. } => "scalar",
            Kind::Sequence => "list",
            Kind::Mapping => "mapping",
            Kind::Unreadable => "unreadable",
        };
        let Span { start, end } = node.span();
        lines.push(format!("{depth} {kind} {start}..{end} {:?}", node.span().slice(text)));
        for item in node.items() {
            visit(text, item, depth + 1, lines);
        }
        for (key, value) in node.entries() {
            visit(text, key, depth + 1, lines);
            visit(text, value, depth + 1, lines);
        }
    }
    let document = Document::read(text);
    let mut lines = Vec::new();
    document.root().into_iter().for_each(|root| visit(text, root, 0, &mut lines));
    lines
}

#[test]
fn block_collections_end_with_their_last_value() {
    let text = "a:\n  - b\n  - c: d # e\n\nf:\n";
    let wanted = [
        "0 mapping 0..26 \"a:\\n  - b\\n  - c: d # e\\n\\nf:\"",
        "1 scalar 0..1 \"a\"",
        "1 list 5..17 \"- b\\n  - c: d\"",
        "2 scalar 7..8 \"b\"",
        "2 mapping 13..17 \"c: d\"",
        "3 scalar 13..14 \"c\"",
        "3 scalar 16..17 \"d\"",
        "1 scalar 23..24 \"f\"",
        "1 empty 24..24 \"\"",
    ];
    // A mapping whose last value is empty ends with the key: the colon says nothing.
    let wanted = wanted.map(|line| line.replace("0..26", "0..24").replace("f:\"", "f\""));
    assert_eq!(outline(text), wanted);
}

#[test]
fn a_list_no_deeper_than_its_key_begins_at_the_dash() {
    assert_eq!(outline("a:\n- b\n-\n")[2..], ["1 list 3..8 \"- b\\n-\"", "2 scalar 5..6 \"b\"", "2 empty 8..8 \"\""]);
    assert_eq!(outline("a: &x # -\n# -\n- - b\nc: *x\n")[2], "1 list 14..19 \"- - b\"");
    assert_eq!(outline("a: &x # -\n# -\n- - b\nc: *x\n")[3], "2 list 16..19 \"- b\"");
    assert_eq!(outline("- a\n- - b\n")[2], "1 list 6..9 \"- b\"");
}

#[test]
fn bracketed_collections_hold_their_brackets() {
    let text = "a: [b, {c: d}, [], e: f ]\n";
    let wanted = [
        "1 list 3..25 \"[b, {c: d}, [], e: f ]\"",
        "2 scalar 4..5 \"b\"",
        "2 mapping 7..13 \"{c: d}\"",
        "3 scalar 8..9 \"c\"",
        "3 scalar 11..12 \"d\"",
        "2 list 15..17 \"[]\"",
        "2 mapping 19..23 \"e: f\"",
        "3 scalar 19..20 \"e\"",
        "3 scalar 22..23 \"f\"",
    ];
    assert_eq!(outline(text)[2..], wanted);
}

#[test]
fn texts_end_with_their_last_letter() {
    let text = "a: |\n  één\n  twee\n\n\nb: \"c\" # d\ne: f g  # h\ni: >-\n\n  j\n";
    let lines = outline(text);
    assert_eq!(lines[2], "1 scalar 7..19 \"één\\n  twee\"", "a block text, without what follows");
    assert_eq!(lines[4], "1 scalar 25..28 \"\\\"c\\\"\"", "with its quotes");
    assert_eq!(lines[6], "1 scalar 36..39 \"f g\"");
    assert_eq!(lines[8], "1 scalar 54..55 \"j\"");
}

#[test]
fn an_alias_keeps_its_own_place() {
    let lines = outline("a: &x [b]\nc: *x\n");
    assert_eq!(lines[5], "1 list 13..15 \"*x\"");
    assert_eq!(lines[6], "2 scalar 7..8 \"b\"");
}

#[test]
fn what_was_read_before_a_slip_stays() {
    let text = "a: b\nc:\n  - d\n  - @e\nf: g\n";
    assert_eq!(outline(text)[3..], ["1 scalar 5..6 \"c\"", "1 list 10..13 \"- d\"", "2 scalar 12..13 \"d\""]);
    let document = Document::read(text);
    assert!(document.truncated);
    let root = document.root().unwrap();
    assert!(root.is_unfinished());
    let unfinished: Vec<_> = root.entries().map(|(_, value)| value.is_unfinished()).collect();
    assert_eq!(unfinished, [false, true]);
    // A closed bracket is complete; a mapping that ends right before the slip may not be.
    let document = Document::read("- a: b\n- c: [d]\n - e\n");
    let items: Vec<_> = document.root().unwrap().items().map(Node::is_unfinished).collect();
    assert_eq!(items, [false, true]);
    let (_, list) = document.root().unwrap().items().nth(1).unwrap().entries().next().unwrap();
    assert!(!list.is_unfinished());
}

#[test]
fn nothing_behind_the_place_of_a_slip_is_kept() {
    // The reader notices on the last line that the bracket of the second is open.
    assert_eq!(
        outline("a: b\nc: [d, e\nf: g\nh: *i\n")[..],
        ["0 mapping 0..4 \"a: b\"", "1 scalar 0..1 \"a\"", "1 scalar 3..4 \"b\""]
    );
    assert_eq!(outline("'a\n"), [""; 0]);
    assert_eq!(outline("- - - 'a\n"), [""; 0], "nor what it leaves empty");
    let problems = Document::read("a: [*x, b\nc: d\n").problems;
    assert_eq!(problems.len(), 1, "what stands in the bracket is not judged: {problems:?}");
}

#[test]
fn aliases_are_counted_with_what_they_stand_for() {
    let list = |item: &str, count: usize| vec![item; count].join(", ");
    let text = format!("a: &x [{}]\nb: [{}]\n", list("c", 3_000), list("*x", 3_000));
    let document = Document::read(&text);
    let [problem] = document.problems.as_slice() else { panic!("{:?}", document.problems) };
    // The mapping, two keys, the first list with its items, the second list; then 3,001 for each alias.
    let fitting = (1_000_000 - (1 + 2 + 3_001 + 1)) / 3_001;
    let line = text.find("\nb").unwrap() + 1;
    assert_eq!(problem.span.start, line + "b: [".len() + fitting * "*x, ".len());
    assert!(problem.message.contains("grows too large"));
    // Bombs in several places add up.
    let halves: Vec<_> = (0..4).map(|n| format!("b{n}: [{}]\n", list("*x", 100))).collect();
    let halves = halves.concat();
    assert_eq!(Document::read(&format!("a: &x [{}]\n{halves}", list("c", 2_999))).problems.len(), 1);
    let text = format!("a: &x {}\nb: [{}]\n", "c".repeat(100_000), list("*x", 1_000));
    assert_eq!(Document::read(&text).problems.len(), 1);
    // Depth counts through aliases: each stands for one level more than the one before.
    let tower: Vec<_> = (1..80).map(|n| format!("a{n}: &a{n} [*a{}]\n", n - 1)).collect();
    let tower = tower.concat();
    let document = Document::read(&format!("a0: &a0 [x]\n{tower}b: *a79\n"));
    assert!(document.problems[0].message.contains("deeper than 64"), "{:?}", document.problems);
    let values: Vec<_> = document.root().unwrap().entries().map(|(_, value)| value.kind()).collect();
    assert_eq!(values.len(), 63);
    assert!(matches!(values[62], Kind::Sequence), "{values:?}");
}

/// Holds of every text: spans lie within it, on the borders of characters, children within their parents and one
/// behind the other; problems are in the order of the text.
fn check(text: &str) {
    fn visit(text: &str, node: Node<'_>, within: Span) {
        let span = node.span();
        assert!(text.get(span.start..span.end).is_some(), "{span:?} in {text:?}");
        assert!(within.contains(span), "{span:?} within {within:?} in {text:?}");
        let is_alias = text[span.start..].starts_with('*') && !matches!(node.kind(), Kind::Scalar { .. } | Kind::Empty);
        let mut end = span.start;
        let entries = node.entries().flat_map(|(key, value)| [key, value]);
        for child in node.items().chain(entries).filter(|_| !is_alias) {
            assert!(end <= child.span().start, "{:?} behind {end} in {text:?}", child.span());
            end = child.span().end;
            visit(text, child, span);
        }
    }
    let document = Document::read(text);
    if let Some(root) = document.root() {
        visit(text, root, Span::new(0, text.len()));
    }
    for comment in &document.comments {
        assert!(comment.slice(text).starts_with('#'), "{comment:?} in {text:?}");
    }
    assert!(document.comments.is_sorted(), "{text:?}");
    for problem in &document.problems {
        assert!(text.get(problem.span.start..problem.span.end).is_some(), "{problem:?} in {text:?}");
    }
    assert!(document.problems.is_sorted_by_key(|problem| problem.span.start), "{text:?}");
    if document.truncated {
        let end = document.problems.last().map(|problem| problem.span.start);
        let last = document.root().map(|root| root.span().end);
        assert!(last <= end, "{last:?} behind {end:?} in {text:?}");
    }
    // Lowering takes whatever the tree holds.
    let _ = crate::model::lower::lower(text);
}

fn bundled() -> Vec<String> {
    let journeys = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("journeys");
    let found = crate::source::walk::walk(&journeys, |_| None);
    found.maps.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

#[test]
fn bundled_maps_have_sound_spans() {
    let maps = bundled();
    assert!(maps.len() > 10);
    for text in maps {
        check(&text);
        assert!(Document::read(&text).problems.is_empty());
        check(&text.replace('\n', "\r\n"));
        check(&text.replace('\n', "\r"));
    }
}

/// What YAML is made of, so that random texts come near to it.
const PIECES: &[&str] = &[
    "\n", "\r\n", "\r", " ", "  ", "\t", "- ", "-", ": ", ":", ", ", "[", "]", "{", "}", "'", "\"", "#", " # ", "&a ",
    "*a", "!t ", "|", ">", "|-\n", "? ", "%", "@", "`", "---\n", "...\n", "\\", "\\x4", "\\ud83d", "<<: ", "a", "é",
    "title", "\u{feff}", "\u{2028}", "\u{85}", "\0", "~", "x y", "🙂", "\n  ", "\n    ", "\n  - ",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_pieces_have_sound_spans(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..24)) {
        check(&pieces.concat());
    }

    #[test]
    fn random_text_has_sound_spans(text in "\\PC{0,40}") {
        check(&text);
    }

    #[test]
    fn random_bytes_have_sound_spans(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        check(&String::from_utf8_lossy(&bytes));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    /// A bundled map in which something is put, cut out or doubled.
    #[test]
    fn mutated_maps_have_sound_spans(
        which in any::<prop::sample::Index>(),
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0..40_usize, prop::sample::select(PIECES)), 1..4),
    ) {
        let maps = bundled();
        let mut text = which.get(&maps).clone();
        for (at, cut, piece) in edits {
            let start = text.floor_char_boundary(at.index(text.len() + 1));
            let end = text.floor_char_boundary((start + cut).min(text.len())).max(start);
            text.replace_range(start..end, piece);
        }
        check(&text);
    }
}
