//! Near misses and synonyms: which word of the format an author meant.

mod synonyms;

use synonyms::{is_loose, is_near};

/// The fields that an unknown one may stand for: its synonym where there is one, else what is spelt nearly alike.
#[must_use]
pub fn field(unknown: &str, fields: &[&'static str]) -> Vec<&'static str> {
    let plain = plain(unknown);
    let mut synonyms: Vec<_> =
        fields.iter().copied().filter(|field| plain == *field || is_near(&plain, field)).collect();
    if synonyms.is_empty() {
        synonyms = nearest(&plain, fields.iter().copied());
    }
    synonyms
}

/// Fields whose value is a number; the others that a word may stand for take text.
const FIGURES: &[&str] = &["expectation", "experience", "effort", "level", "value", "target"];

/// Of the fields that a word may stand for, those that a plain value fits: `emotion: 4` is an experience, `emotion: hopeful`
/// a feeling. All of them where it fits none.
#[must_use]
pub fn fitting(fields: &[&'static str], is_number: bool) -> Vec<&'static str> {
    let fits = |field: &&'static str| FIGURES.contains(field) == is_number;
    let fitting: Vec<_> = fields.iter().copied().filter(fits).collect();
    if fitting.is_empty() { fields.to_vec() } else { fitting }
}

/// The words spelt most like `word`, all equally near, none farther than a slip of the pen.
#[must_use]
pub fn nearest<'w>(word: &str, words: impl Iterator<Item = &'w str>) -> Vec<&'w str> {
    let length = word.chars().count();
    let mut best = (length / 3).clamp(1, 3);
    let mut found = Vec::new();
    for candidate in words {
        if candidate == word || candidate.len().abs_diff(word.len()) > 12 {
            continue;
        }
        let distance = strsim::osa_distance(word, candidate);
        if distance < best || (found.is_empty() && distance == best) {
            best = distance;
            found.clear();
        }
        if distance == best && distance < length {
            found.push(candidate);
        }
    }
    found
}

/// The word that is meant beyond doubt, where only one is near: the one of which `word` is a single slip of the pen away,
/// a letter too many, too few, wrong, or swapped with its neighbour. Two slips make `resolved` of `unresolved`, and one
/// makes `visit-1` of `visit-2`: what stands for a number or an initial is never taken for a slip.
#[must_use]
pub fn certain<'w>(word: &str, near: &[&'w str]) -> Option<&'w str> {
    let &[near] = near else { return None };
    let (parts, near_parts): (Vec<_>, Vec<_>) = (word.split(['-', '_']).collect(), near.split(['-', '_']).collect());
    let is_slip = strsim::osa_distance(word, near) == 1
        && (parts.len() != near_parts.len() || parts.iter().zip(&near_parts).all(|(part, near)| is_same(part, near)));
    (word == near || is_slip).then_some(near)
}

/// Whether two parts of words that are a slip apart are the same word: long ones are, and short ones where a letter is
/// missing.
fn is_same(part: &str, other: &str) -> bool {
    let [length, other_length] = [part, other].map(|part| part.chars().count());
    let least = if length == other_length { 4 } else { 2 };
    let is_word = |part: &str| !part.chars().any(char::is_numeric);
    part == other || (length.min(other_length) >= least && is_word(part) && is_word(other))
}

/// Whether a word is another one for a field, and says the same.
#[must_use]
pub fn is_synonym(word: &str, field: &str) -> bool {
    let plain = plain(word);
    !is_loose(&plain) && is_near(&plain, field)
}

/// A key as the synonyms are written: lower case, without accents, blanks and hyphens as underscores.
pub(in crate::model) fn plain(key: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::is_combining_mark;
    let letters = key.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
    letters.map(|c| if matches!(c, ' ' | '-') { '_' } else { c }).take(64).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn synonyms_in_three_languages_name_the_field() {
        let fields = ["title", "phases", "channel", "friction_points", "solutions"];
        for (word, field_name) in [
            ("stages", "phases"),
            ("Étapes", "phases"),
            ("fases", "phases"),
            ("kanaal", "channel"),
            ("pain-points", "friction_points"),
            ("opportunities", "solutions"),
        ] {
            assert_eq!(field(word, &fields), [field_name], "{word}");
        }
    }

    #[test]
    fn one_slip_is_certain_unless_it_may_be_another_name() {
        for (word, near) in [
            ("chanel", "channel"),
            ("expereince", "experience"),
            ("ipay", "i-pay"),
            ("high", "high"),
            ("ik-vraag-mijn-premie-an", "ik-vraag-mijn-premie-aan"),
        ] {
            assert_eq!(certain(word, &[near]), Some(near), "{word}");
        }
        for (word, near) in [
            ("unresolved", "resolved"),
            ("visit-2", "visit-1"),
            ("visit-b", "visit-a"),
            ("visit-ab", "visit-a"),
            ("in-call", "on-call"),
            ("lww", "low"),
            ("a1234", "a1235"),
        ] {
            assert_eq!(certain(word, &[near]), None, "{word}");
        }
        assert_eq!(certain("nede", &["need", "end"]), None, "two are near");
    }

    #[test]
    fn a_slip_of_the_pen_is_near_and_a_different_word_is_not() {
        assert_eq!(nearest("chanel", ["channel", "title"].into_iter()), ["channel"]);
        assert_eq!(nearest("ned", ["need", "end"].into_iter()), ["need", "end"], "ties are all given");
        assert!(nearest("umbrella", ["channel", "title"].into_iter()).is_empty());
    }
}
