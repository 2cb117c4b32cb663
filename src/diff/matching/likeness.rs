//! How alike two titles are: by the words they share, rare ones counting for more, and by their letters.

use std::collections::HashMap;

use crate::graph::slug;

/// How many words of one title are looked at; the rest of a longer one is prose.
const WORDS: usize = 64;
/// How many letters of one title are looked at.
const LETTERS: usize = 400;

/// The words of a title, or of several, by their numbers.
#[derive(Debug, Clone, Default)]
pub(super) struct Words {
    /// Ascending, each once.
    numbers: Vec<usize>,
    /// The titles themselves.
    slug: String,
    /// Their pairs of letters in order, for words that are not quite the same.
    pairs: Vec<(char, char)>,
}

/// Every word of both sides, and how much it says: a word that every title has says nothing.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    numbers: HashMap<String, usize>,
    /// In how many titles each word stands.
    counts: Vec<u32>,
    titles: u32,
}

impl Vocabulary {
    /// The words of a title. A title without blanks is taken apart into pairs of letters as well, for languages that
    /// write without them.
    pub(super) fn read(&mut self, title: &str) -> Words {
        self.read_all(std::iter::once(title))
    }

    /// The words of several titles together.
    pub(super) fn read_all<'t>(&mut self, titles: impl Iterator<Item = &'t str>) -> Words {
        let mut read = Words::default();
        for title in titles {
            let slug = slug(title).unwrap_or_default();
            let mut words: Vec<&str> = slug.split('-').filter(|word| !word.is_empty()).take(WORDS).collect();
            if let [word] = words.as_slice() {
                let word = *word;
                let starts: Vec<_> = word.char_indices().map(|(at, _)| at).take(WORDS).collect();
                let pairs = starts.iter().enumerate().filter_map(|(number, &at)| {
                    let end = starts.get(number + 2).copied().unwrap_or(word.len());
                    (number + 1 < starts.len()).then(|| word.get(at..end)).flatten()
                });
                words.extend(pairs);
            }
            read.numbers.extend(words.into_iter().map(|word| self.number(word)));
            if read.slug.len() < LETTERS {
                read.slug.extend(slug.chars().take(LETTERS));
            }
        }
        read.pairs = read.slug.chars().zip(read.slug.chars().skip(1)).collect();
        read.pairs.sort_unstable();
        read.numbers.sort_unstable();
        read.numbers.dedup();
        self.titles += 1;
        for &word in &read.numbers {
            self.counts[word] += 1;
        }
        read
    }

    fn number(&mut self, word: &str) -> usize {
        let next = self.counts.len();
        let number = *self.numbers.entry(word.to_owned()).or_insert(next);
        if number == next {
            self.counts.push(0);
        }
        number
    }

    /// How much a word says. Source: inverse document frequency (Spärck Jones 1972).
    fn weight(&self, word: usize) -> f64 {
        (1.0 + f64::from(self.titles) / f64::from(self.counts.get(word).copied().unwrap_or(1).max(1))).ln()
    }

    /// From 0 to 1, how much of what the words of both say they share: the cosine of the two weighted lists. Source:
    /// Salton, Wong and Yang (1975).
    pub(super) fn shared(&self, one: &Words, other: &Words) -> f64 {
        let square = |words: &Words| words.numbers.iter().map(|&word| self.weight(word).powi(2)).sum::<f64>();
        let length = (square(one) * square(other)).sqrt();
        let shared: f64 = common(&one.numbers, &other.numbers).map(|&word| self.weight(word).powi(2)).sum();
        if length > 0.0 { shared / length } else { 0.0 }
    }

    /// How alike two titles are, from 0 to 1, letters included: words bend.
    pub(super) fn alike(&self, one: &Words, other: &Words) -> f64 {
        if one.slug == other.slug && !one.slug.is_empty() {
            return 1.0;
        }
        f64::midpoint(self.shared(one, other), letters(one, other))
    }
}

impl Words {
    pub(super) fn is_empty(&self) -> bool {
        self.numbers.is_empty()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = usize> {
        self.numbers.iter().copied()
    }
}

/// How alike the letters of two titles are, from 0 to 1: Dice's coefficient of their pairs. (`strsim` has it, but counts
/// bytes where it should count letters.)
fn letters(one: &Words, other: &Words) -> f64 {
    let all = one.pairs.len() + other.pairs.len();
    let shared = common(&one.pairs, &other.pairs).count();
    #[allow(clippy::cast_precision_loss, reason = "titles are short")]
    if all > 0 { 2.0 * shared as f64 / all as f64 } else { 0.0 }
}

/// What two sorted lists have in common.
fn common<'a, T: Ord>(one: &'a [T], other: &'a [T]) -> impl Iterator<Item = &'a T> {
    let mut right = other.iter().peekable();
    one.iter().filter(move |left| {
        while right.next_if(|right| right < left).is_some() {}
        right.next_if(|right| right == left).is_some()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alike(one: &str, other: &str) -> f64 {
        let mut vocabulary = Vocabulary::default();
        let (one, other) = (vocabulary.read(one), vocabulary.read(other));
        vocabulary.alike(&one, &other)
    }

    #[test]
    fn titles_are_alike_by_their_words_and_letters() {
        assert!((alike("I pay", "I pay!") - 1.0).abs() < 1e-9, "the same words");
        assert!(alike("I pay the premium by post", "I pay the premium in the app") > 0.4);
        assert!(alike("I pay the premium", "My garage calls back") < 0.2);
        assert!(alike("Betaling", "Betalingen") > 0.4, "words bend");
        // Six pairs of letters and seven, four of them the same.
        assert!(alike("保険料を比べる", "保険料を比較する") > 0.4, "without blanks");
        assert!(alike("", "") < 0.1 && alike("?", "!") < 0.1, "no letters at all");
    }

    #[test]
    fn what_every_title_has_says_little() {
        let mut vocabulary = Vocabulary::default();
        let mut read = |title: &str| vocabulary.read(title);
        let [stage_one, stage_two, stage_end] = ["Stage one", "Stage two", "Stage end"].map(&mut read);
        let (first, one) = (read("First one"), &stage_one);
        assert!(vocabulary.shared(one, &first) > vocabulary.shared(one, &stage_two));
        assert!(vocabulary.shared(&stage_two, &stage_end) < 0.5);
    }
}
