//! Ratings as people write them: numbers on many scales, stars, faces, words. Only what has one reading becomes a number.

use crate::model::Scalar as _;

/// The ends of a scale.
pub(super) type Scale = (f64, f64);

/// The scale of faces, stars and words, and of a map that states none.
pub(super) const FIVE: Scale = (1.0, 5.0);

/// A rating in a cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Figure<'t> {
    pub(super) value: f64,
    /// The scale that the cell itself states (`4/5`, `★★☆`, a face); else its column's.
    pub(super) scale: Option<Scale>,
    /// What else stands in the cell.
    pub(super) rest: &'t str,
}

/// The faces of the usual five-step scale, from the worst. Others have no one place on it.
const FACES: [&str; 5] = ["😠😡😞😢😭😤😫😩🤬", "🙁😕☹😟😒👎", "😐😶🫤", "🙂😊👍", "😀😃😄😁😍🤩🥰😆"];

/// The words of the usual five-step scale, from the worst. Words for feelings have no one place on it.
const WORDS: [&[&str]; 5] = [
    &[
        "very negative",
        "very bad",
        "very dissatisfied",
        "very unhappy",
        "--",
        "zeer negatief",
        "heel negatief",
        "zeer slecht",
        "heel slecht",
        "zeer ontevreden",
        "tres negatif",
        "très négatif",
        "très mauvais",
        "très insatisfait",
        "sehr negativ",
        "sehr schlecht",
        "sehr unzufrieden",
        "muy negativo",
        "muy negativa",
        "muy malo",
    ],
    &[
        "negative",
        "bad",
        "dissatisfied",
        "unhappy",
        "-",
        "negatief",
        "slecht",
        "ontevreden",
        "négatif",
        "négative",
        "mauvais",
        "insatisfait",
        "negativ",
        "schlecht",
        "unzufrieden",
        "negativo",
        "negativa",
        "malo",
        "low",
        "laag",
    ],
    &["neutral", "ok", "okay", "neutraal", "neutre", "neutro", "+/-", "0", "±", "medium", "middelmatig"],
    &[
        "positive",
        "good",
        "satisfied",
        "happy",
        "+",
        "positief",
        "goed",
        "tevreden",
        "blij",
        "positif",
        "positive",
        "bon",
        "satisfait",
        "content",
        "positiv",
        "gut",
        "zufrieden",
        "positivo",
        "positiva",
        "bueno",
        "high",
        "hoog",
    ],
    &[
        "very positive",
        "very good",
        "very satisfied",
        "very happy",
        "++",
        "zeer positief",
        "heel positief",
        "zeer goed",
        "heel goed",
        "zeer tevreden",
        "heel blij",
        "très positif",
        "très bon",
        "très satisfait",
        "sehr positiv",
        "sehr gut",
        "sehr zufrieden",
        "muy positivo",
        "muy positiva",
        "muy bueno",
        "excellent",
        "uitstekend",
    ],
];

/// The rating that a cell holds.
pub(super) fn figure(text: &str) -> Option<Figure<'_>> {
    let text = text.trim();
    number(text).or_else(|| stars(text)).or_else(|| face(text)).or_else(|| word(text))
}

/// `4`, `3,5`, `+2`, `7/10`, `80%`, `4 – glad`.
fn number(text: &str) -> Option<Figure<'_>> {
    let (value, rest) = leading_number(text)?;
    let rest = rest.trim_start();
    if let Some(rest) = rest.strip_prefix('%') {
        return apart(rest).map(|rest| Figure { value, scale: Some((0.0, 100.0)), rest });
    }
    if let Some((top, rest)) = rest.strip_prefix('/').and_then(|rest| leading_number(rest.trim_start())) {
        let scale = if top <= 5.0 && value >= 1.0 { (1.0, top) } else { (0.0, top) };
        return apart(rest).filter(|_| value <= top).map(|rest| Figure { value, scale: Some(scale), rest });
    }
    behind(rest).map(|rest| Figure { value, scale: None, rest })
}

/// The number that a text begins with, with a decimal comma or point and any kind of minus.
fn leading_number(text: &str) -> Option<(f64, &str)> {
    let end = text.find(|c: char| !(c.is_ascii_digit() || "+-−–.,".contains(c))).unwrap_or(text.len());
    let digits = text[..end].trim_end_matches(['-', '–', '−', '.', ',', '+']);
    let plain = digits.replace(['−', '–'], "-").replace(',', ".");
    let number = crate::model::Number::parse(plain.strip_prefix('+').unwrap_or(&plain)).ok()?;
    Some((number.0, &text[digits.len()..]))
}

/// What follows a number that states its scale: any further word.
fn apart(rest: &str) -> Option<&str> {
    if rest.starts_with(' ') { Some(bare(rest)) } else { behind(rest) }
}

fn bare(rest: &str) -> &str {
    rest.trim_matches(|c: char| c.is_whitespace() || "-–—:,;()".contains(c))
}

/// What follows a number, where it is set apart: in `3 e-mails` the number is none of a scale.
fn behind(rest: &str) -> Option<&str> {
    let is_apart = !rest.trim_start().starts_with(char::is_alphanumeric);
    is_apart.then(|| bare(rest))
}

/// `★★★☆☆`
fn stars(text: &str) -> Option<Figure<'_>> {
    let end = text.find(|c| !matches!(c, '★' | '☆' | '⭐' | '\u{fe0f}')).unwrap_or(text.len());
    let (stars, rest) = text.split_at(end);
    let full = stars.chars().filter(|c| matches!(c, '★' | '⭐')).count();
    let all = full + stars.chars().filter(|c| *c == '☆').count();
    let top = all.max(5);
    // Without empty ones nobody knows how many there could be, but five is the custom.
    let (value, highest) = (f64::from(u8::try_from(full).ok()?), f64::from(u8::try_from(top).ok()?));
    (all > 0 && top <= 10).then(|| Figure { value, scale: Some((1.0, highest)), rest: rest.trim() })
}

/// One face, before or behind a text.
fn face(text: &str) -> Option<Figure<'_>> {
    let level = |c: char| FACES.iter().position(|faces| faces.contains(c));
    let mut faces = text.char_indices().filter_map(|(at, c)| Some((at, c, level(c)?)));
    let (at, c, first) = faces.next()?;
    if faces.any(|(.., level)| level != first) {
        return None; // Two faces that disagree.
    }
    let (before, after) = (&text[..at], &text[at + c.len_utf8()..]);
    let rest = if before.trim().is_empty() { after } else { before };
    let rest =
        rest.trim_matches(|c: char| c.is_whitespace() || c == '\u{fe0f}' || level(c).is_some() || "-–:,".contains(c));
    Some(Figure { value: step(first), scale: Some(FIVE), rest })
}

/// A word of the scale, and nothing else.
fn word(text: &str) -> Option<Figure<'_>> {
    let lower = text.to_lowercase().replace('−', "-");
    let level = WORDS.iter().position(|words| words.contains(&lower.as_str()))?;
    Some(Figure { value: step(level), scale: Some(FIVE), rest: "" })
}

fn step(level: usize) -> f64 {
    [1.0, 2.0, 3.0, 4.0, 5.0].get(level).copied().unwrap_or(3.0)
}

/// The scale that a header states: `Emotion (1-5)`, `Score /10`, `Beleving −2…2`.
pub(super) fn stated(header: &str) -> Option<Scale> {
    let mut numbers = Vec::new();
    let mut rest = header;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let before = rest[..at].trim_end();
        let digits = rest[at..].bytes().take_while(u8::is_ascii_digit).count();
        let value: f64 = rest[at..at + digits].parse().ok()?;
        // A sign is a minus where no number stands before it: `1-5` is a range.
        let is_negative = rest[..at].ends_with(['-', '−', '–']) && before.len() <= 3 && numbers.is_empty()
            || rest[..at].ends_with(['-', '−', '–'])
                && before.trim_end_matches(['-', '−', '–']).ends_with(['(', '[', ' ', ':'])
                && numbers.is_empty();
        let is_share = before.ends_with('/');
        numbers.push((if is_negative { -value } else { value }, is_share));
        rest = &rest[at + digits..];
    }
    match numbers.as_slice() {
        [(top, true)] => Some((if *top <= 5.0 { 1.0 } else { 0.0 }, *top)),
        [(low, _), (high, _)] if low < high => Some((*low, *high)),
        _ => None,
    }
}

/// The scale that numbers are most likely on.
pub(super) fn detected(values: &[f64]) -> Option<Scale> {
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if low < 0.0 {
        let reach = high.max(-low);
        return [2.0, 3.0, 5.0, 10.0, 100.0].into_iter().find(|end| reach <= *end).map(|end| (-end, end));
    }
    let floor = if low < 1.0 { 0.0 } else { 1.0 };
    match high {
        _ if high <= 5.0 => Some((floor, 5.0)),
        _ if high <= 10.0 => Some((floor, 10.0)),
        _ if high <= 100.0 => Some((0.0, 100.0)),
        _ => None,
    }
}

/// A value of one scale on another, to two decimals.
pub(super) fn rescaled(value: f64, from: Scale, to: Scale) -> f64 {
    let share = (value - from.0) / (from.1 - from.0);
    ((to.0 + share * (to.1 - to.0)) * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    use super::{Figure, Scale, detected, figure, rescaled, stated};

    fn read(text: &str) -> Option<(f64, Option<Scale>, &str)> {
        figure(text).map(|Figure { value, scale, rest }| (value, scale, rest))
    }

    #[test]
    fn ratings_are_written_in_many_ways() {
        let five = Some((1.0, 5.0));
        assert_eq!(read("4"), Some((4.0, None, "")));
        assert_eq!(read("3,5"), Some((3.5, None, "")));
        assert_eq!(read("−2"), Some((-2.0, None, "")));
        assert_eq!(read("+1"), Some((1.0, None, "")));
        assert_eq!(read("7/10"), Some((7.0, Some((0.0, 10.0)), "")));
        assert_eq!(read("4 / 5"), Some((4.0, five, "")));
        assert_eq!(read("80%"), Some((80.0, Some((0.0, 100.0)), "")));
        assert_eq!(read("4 - blij"), Some((4.0, None, "blij")));
        assert_eq!(read("2 (worried)"), Some((2.0, None, "worried")));
        assert_eq!(read("★★★☆☆"), Some((3.0, five, "")));
        assert_eq!(read("😊 Hopeful"), Some((4.0, five, "Hopeful")));
        assert_eq!(read("Angry 😡"), Some((1.0, five, "Angry")));
        assert_eq!(read("Zeer tevreden"), Some((5.0, five, "")));
        assert_eq!(read("--"), Some((1.0, five, "")));
    }

    #[test]
    fn what_has_no_one_reading_is_no_rating() {
        for text in ["3 e-mails", "frustrated", "curious, hopeful", "😊😡", "1 op 3", "", "2026-03-01 visit"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn scales_are_stated_or_detected() {
        assert_eq!(stated("Emotie (1-5)"), Some((1.0, 5.0)));
        assert_eq!(stated("Beleving (-2 tot 2)"), Some((-2.0, 2.0)));
        assert_eq!(stated("Beleving −2…2"), Some((-2.0, 2.0)));
        assert_eq!(stated("Score /10"), Some((0.0, 10.0)));
        assert_eq!(stated("Score 0–100"), Some((0.0, 100.0)));
        assert_eq!(stated("Emotion"), None);
        assert_eq!(detected(&[2.0, 4.0]), Some((1.0, 5.0)));
        assert_eq!(detected(&[-1.0, 2.0]), Some((-2.0, 2.0)));
        assert_eq!(detected(&[0.0, 7.0]), Some((0.0, 10.0)));
        assert_eq!(detected(&[40.0, 70.0]), Some((0.0, 100.0)));
        assert_eq!(detected(&[4000.0]), None);
        assert!((rescaled(7.0, (0.0, 10.0), (1.0, 5.0)) - 3.8).abs() < 1e-9);
    }
}
