//! Whatever is wrong with a map: mended twice is mended once, no mistake of shape comes in, and only what is wrong changes.

use std::collections::BTreeSet;
use std::fs;

use cxmap::edit::Edits;
use cxmap::fix::mend;
use cxmap::lint::find;
use cxmap::load_str;
use cxmap::rules::{Policy, RULES};
use jiff::civil::{Date, date};
use proptest::prelude::*;

use crate::common::{journeys, repository};

const TODAY: Date = date(2026, 11, 21);

fn texts() -> Vec<String> {
    journeys().iter().map(|path| fs::read_to_string(repository().join(path)).unwrap()).collect()
}

fn mended(text: &str) -> (String, usize) {
    let mended = mend(load_str("map.yaml", text), |loaded| find(loaded, TODAY, &Policy::default()));
    (mended.loaded.source.text.to_string(), mended.count)
}

/// The shape findings of a text: rule and message, without places.
fn shape(text: &str) -> BTreeSet<(&'static str, String)> {
    let loaded = load_str("map.yaml", text);
    loaded.diagnostics.into_iter().map(|finding| (finding.rule, finding.message)).collect()
}

fn check(original: &str, spoilt: &str) {
    let (once, count) = mended(spoilt);
    assert_eq!(mended(&once), (once.clone(), 0), "a second run changes nothing:\n{spoilt}");
    assert_eq!(once == spoilt, count == 0);
    // Every mistake of shape was there, or it was hidden by a slip of YAML and is a part of the map's own.
    let loaded = load_str("map.yaml", spoilt);
    if !loaded.document.truncated {
        // By its rule: of what could not be read at all another sentence may be said.
        let rules = |text: &str| shape(text).into_iter().map(|(rule, _)| rule).collect::<BTreeSet<_>>();
        let known: BTreeSet<_> = rules(original).union(&rules(spoilt)).copied().collect();
        let new: Vec<_> = rules(&once).difference(&known).copied().collect();
        assert!(new.is_empty(), "{new:?} in:\n{once}");
        let is_shape = |rule: &str| RULES.iter().any(|known| known.name == rule && known.check.is_none());
        assert!(shape(&once).len() <= shape(spoilt).len() && shape(&once).iter().all(|(rule, _)| is_shape(rule)));
    }
}

/// Every fix of every finding, each on its own, is in the text and changes no more than its finding's own lines.
fn fixes_are_near(text: &str) {
    let loaded = load_str("map.yaml", text);
    for finding in find(&loaded, TODAY, &Policy::default()).diagnostics {
        let Some(fix) = &finding.fix else { continue };
        let mut edits = Edits::default();
        assert!(edits.add(fix));
        let edited = edits.apply(text);
        let spans: Vec<_> = fix.edits.iter().map(|edit| edit.span).collect();
        let (first, last) = (spans.iter().map(|span| span.start).min(), spans.iter().map(|span| span.end).max());
        let (start, end) = first.zip(last).expect("a fix has an edit");
        assert!(text.is_char_boundary(start) && text.is_char_boundary(end), "{finding:?}");
        assert!(edited.starts_with(&text[..start]) && edited.ends_with(&text[end..]), "{finding:?}");
        assert!(!text[start..end].contains(['\n', '\r']), "on one line: {finding:?}");
    }
}

#[test]
fn sound_maps_stay_as_they_are() {
    for text in texts() {
        assert_eq!(mended(&text), (text, 0));
    }
}

/// A slip of the pen: what it makes of a word of the map.
fn slip(word: &str, kind: usize) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let middle = letters.len() / 2;
    match kind {
        0 if letters.len() > 2 => letters.swap(middle, middle - 1),
        1 if letters.len() > 2 => drop(letters.remove(middle)),
        2 => letters.insert(middle, 'e'),
        3 => letters = word.to_uppercase().chars().collect(),
        4 => letters = format!("\"{word}\"").chars().collect(),
        5 => letters = format!("{word}: {word}").chars().collect(),
        6 => letters = format!("@{word}").chars().collect(),
        7 => letters = format!("'s {word}").chars().collect(),
        8 => letters = format!("*{word}* x").chars().collect(),
        9 => letters = word.replace('%', " %").replace('d', " dagen").replace('-', "/").chars().collect(),
        10 => letters = format!("{word} #7").chars().collect(),
        11 => letters = word.replace('.', ",").chars().collect(),
        12 => letters = format!("[{word}] x").chars().collect(),
        _ => letters = "null".chars().collect(),
    }
    letters.into_iter().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_slips_in_bundled_maps(
        map in any::<prop::sample::Index>(),
        slips in prop::collection::vec((any::<prop::sample::Index>(), 0..14_usize), 1..6),
        ending in prop::sample::select(vec!["\n", "\r\n", "\r"]),
    ) {
        let texts = texts();
        let original = map.get(&texts).replace('\n', ending);
        let mut spoilt = original.clone();
        for (at, kind) in slips {
            let words: Vec<_> = spoilt.split([' ', ':', '\n', '\r', '[', ']', '{', '}', ',']).filter(|word| !word.is_empty()).collect();
            let word = *at.get(&words);
            let start = word.as_ptr() as usize - spoilt.as_ptr() as usize;
            let wrong = slip(word, kind);
            spoilt.replace_range(start..start + word.len(), &wrong);
        }
        fixes_are_near(&spoilt);
        check(&original, &spoilt);
    }

    #[test]
    fn random_pieces(pieces in prop::collection::vec(prop::sample::select(vec![
        "cxmap: 1\n", "titel: ", "title: ", "fases:\n", "phases:\n", "  - ", "    touchpoints:\n", "      - ", "        kanaal: ",
        "'s ", "@x", "*a ", "&a ", "!b ", "[", "]", "{", "}", ", ", ": ", " #7", "\n", "\r\n", "\t", "\"", "'", "é", "40 %",
        "3 dagen", "ik-betaal", "next: ", "    ", "- ", "# cxmap: ignore[empty-phse] x\n", "|\n", "severity: hihg\n",
    ]), 0..40)) {
        let text = pieces.concat();
        fixes_are_near(&text);
        check("", &text);
    }
}
