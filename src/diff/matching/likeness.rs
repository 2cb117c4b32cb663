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
    words: Vec<usize>,
    /// The letters, for words that are not quite the same.
    slug: String,
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
            read.words.extend(words.into_iter().map(|word| self.number(word)));
            if read.slug.len() < LETTERS {
                read.slug.extend(slug.chars().take(LETTERS));
            }
        }
        read.words.sort_unstable();
        read.words.dedup();
        self.titles += 1;
        for &word in &read.words {
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
        let square = |words: &Words| words.words.iter().map(|&word| self.weight(word).powi(2)).sum::<f64>();
        let length = (square(one) * square(other)).sqrt();
        let (mut left, mut right) = (one.words.iter().peekable(), other.words.iter().peekable());
        let mut shared = 0.0;
        while let (Some(&&a), Some(&&b)) = (left.peek(), right.peek()) {
            if a == b {
                shared += self.weight(a).powi(2);
            }
            if a <= b {
                left.next();
            }
            if b <= a {
                right.next();
            }
        }
        if length > 0.0 { shared / length } else { 0.0 }
    }

    /// How alike two titles are, from 0 to 1, letters included: words bend.
    pub(super) fn alike(&self, one: &Words, other: &Words) -> f64 {
        if one.slug == other.slug && !one.slug.is_empty() {
            return 1.0;
        }
        f64::midpoint(self.shared(one, other), strsim::sorensen_dice(&one.slug, &other.slug))
    }
}

impl Words {
    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = usize> {
        self.words.iter().copied()
    }
}
