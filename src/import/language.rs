//! Which language a journey is told in, by its most frequent words.

use crate::model::Journey;

/// Words that hardly occur in another of these languages.
const WORDS: [(&str, &[&str]); 5] = [
    ("en", &["the", "i", "my", "and", "to", "of", "for", "with", "is", "it", "your", "on", "no", "not", "this", "get"]),
    (
        "nl",
        &[
            "de", "het", "een", "ik", "mijn", "en", "van", "voor", "met", "niet", "naar", "geen", "op", "te", "bij",
            "of",
        ],
    ),
    (
        "fr",
        &[
            "le", "la", "les", "je", "mon", "ma", "une", "un", "et", "du", "des", "pour", "avec", "pas", "au", "sur",
            "l",
        ],
    ),
    (
        "de",
        &["der", "die", "das", "ich", "mein", "meine", "und", "ein", "eine", "für", "mit", "nicht", "zu", "im", "auf"],
    ),
    ("es", &["el", "los", "las", "yo", "mi", "mis", "una", "un", "y", "del", "para", "con", "no", "se", "por", "que"]),
];

/// The language whose words occur most, if that is clear.
pub(super) fn language(journey: &Journey) -> Option<&'static str> {
    let mut counts = WORDS.map(|(language, _)| (0_usize, language));
    for text in texts(journey) {
        let lower = text.to_lowercase();
        for word in lower.split(|c: char| !c.is_alphabetic()) {
            for ((count, _), (_, words)) in counts.iter_mut().zip(&WORDS) {
                *count += usize::from(words.contains(&word));
            }
        }
    }
    counts.sort_unstable();
    let [.., (second, _), (first, language)] = counts;
    (first >= 3 && first >= 2 * second).then_some(language)
}

/// The texts in which whole sentences are most likely.
fn texts(journey: &Journey) -> impl Iterator<Item = &str> {
    let map = std::iter::once(journey.title.as_str()).chain(journey.description.as_ref().map(|text| text.as_str()));
    let phases = journey.phases.iter().flat_map(|phase| {
        let touchpoints = phase.touchpoints.iter().flat_map(|touchpoint| {
            let friction = touchpoint.friction_points.iter().filter_map(|friction| friction.title.as_ref());
            let solutions = touchpoint.solutions.iter().filter_map(|solution| solution.title.as_ref());
            let thinking = touchpoint.thinking.iter().chain(&touchpoint.feeling).chain(&touchpoint.needs);
            std::iter::once(&touchpoint.title).chain(friction).chain(solutions).chain(thinking)
        });
        let needs = phase.friction_points.iter().filter_map(|friction| friction.title.as_ref());
        std::iter::once(&phase.title).chain(needs).chain(touchpoints)
    });
    map.chain(phases.map(|text| text.as_str()))
}
