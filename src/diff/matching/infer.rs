//! Which of the things that are left over are the same under another name: inferred from their titles and from what
//! surrounds them.
//!
//! Candidates share a word; the best of them are scored, and of all ways to pair them off the one with the greatest sum
//! of scores is taken, so that no pair robs another of its partner.

use std::collections::BTreeMap;

use pathfinding::kuhn_munkres::kuhn_munkres;
use pathfinding::matrix::Matrix;

use super::likeness::{Vocabulary, Words};
use super::pairs::{Clues, Pairing};

/// How many candidates are kept of each thing, the best.
const BEST: usize = 8;
/// How many pairs are looked at at most. Beyond it, words that very many titles have lead to no candidates.
const MOST_PAIRS: usize = 1_000_000;
/// The most things of one side that are paired off in one go; in a greater tangle fewer candidates are kept.
const MOST_AT_ONCE: usize = 2_500;
/// The least score of a pair.
const SAME: f64 = 0.42;

/// What a thing is known by when its name has changed.
#[derive(Debug, Clone, Default)]
pub(super) struct Traits<'a> {
    /// Its title.
    pub title: &'a str,
    /// What stands on it, or what it is made of.
    pub contents: Vec<&'a str>,
    /// The channels it happens on; equal numbers are the same channel.
    pub channels: Vec<usize>,
    /// The place it stands in; equal numbers are the same place.
    pub place: Option<usize>,
}

/// How much each trait of a kind counts.
#[derive(Debug, Clone, Copy)]
pub(super) struct Weights {
    pub title: f64,
    pub contents: f64,
    pub channels: f64,
    pub place: f64,
    pub neighbours: f64,
    /// The least likeness of two titles, whatever else speaks for the pair.
    pub least_title: f64,
}

/// One pair that may be the same.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    row: usize,
    column: usize,
    score: f64,
}

/// Pairs of the before and the after side that are taken for the same, with what speaks for them. `rows` is the side
/// that comes first in a comparison of the contents, whichever side of this one it is: so ties fall alike both ways.
pub(super) fn infer(
    pairing: &Pairing<'_>,
    [before, after]: [&[Traits<'_>]; 2],
    weights: Weights,
    turned: bool,
) -> Vec<(usize, usize, Clues)> {
    let free_before: Vec<_> = (0..before.len()).filter(|&at| pairing.is_free_before(at)).collect();
    let free_after: Vec<_> = (0..after.len()).filter(|&at| pairing.is_free_after(at)).collect();
    if free_before.is_empty() || free_after.is_empty() {
        return Vec::new();
    }
    let mut vocabulary = Vocabulary::default();
    let (first, second) = if turned { (after, before) } else { (before, after) };
    let (rows, columns) = if turned { (free_after, free_before) } else { (free_before, free_after) };
    let sides = [Side::of(first, rows, &mut vocabulary), Side::of(second, columns, &mut vocabulary)];
    let judge = Judge { pairing, sides, vocabulary, weights, turned };
    let found = judge.pair_off();
    found
        .into_iter()
        .map(|(row, column, clues)| if turned { (column, row, clues) } else { (row, column, clues) })
        .collect()
}

/// The things of one side that are still free.
struct Side<'a> {
    /// Their numbers.
    free: Vec<usize>,
    traits: Vec<&'a Traits<'a>>,
    titles: Vec<Words>,
    contents: Vec<Words>,
    /// How many things the whole side has.
    count: usize,
}

impl<'a> Side<'a> {
    /// Reads all titles, so that a word which every title has is known to say little, and keeps those of what is free.
    fn of(all: &'a [Traits<'a>], free: Vec<usize>, vocabulary: &mut Vocabulary) -> Self {
        let mut side = Self { free, traits: Vec::new(), titles: Vec::new(), contents: Vec::new(), count: all.len() };
        for (at, thing) in all.iter().enumerate() {
            let title = vocabulary.read(thing.title);
            let contents = vocabulary.read_all(thing.contents.iter().copied());
            if side.free.binary_search(&at).is_ok() {
                side.traits.push(thing);
                side.titles.push(title);
                side.contents.push(contents);
            }
        }
        side
    }
}

struct Judge<'a, 'p> {
    pairing: &'a Pairing<'p>,
    /// Rows and columns.
    sides: [Side<'a>; 2],
    vocabulary: Vocabulary,
    weights: Weights,
    turned: bool,
}

impl Judge<'_, '_> {
    fn pair_off(&self) -> Vec<(usize, usize, Clues)> {
        let [rows, columns] = &self.sides;
        let rough = |&(row, column): &(usize, usize)| Candidate {
            row,
            column,
            score: self.vocabulary.shared(&rows.titles[row], &columns.titles[column])
                + self.vocabulary.shared(&rows.contents[row], &columns.contents[column]) * self.weights.contents
                + if self.clues(row, column).neighbours { self.weights.neighbours } else { 0.0 },
        };
        // Twice as many as in the end: letters have not been looked at yet.
        let rough: Vec<_> = self.sharing_a_word().iter().map(rough).collect();
        let scored = best(rough, 2 * BEST).into_iter().filter_map(|pair| {
            let score = self.score(pair.row, pair.column)?;
            Some(Candidate { score, ..pair })
        });
        let mut keep = BEST;
        let mut candidates = best(scored.collect(), keep);
        let mut tangles = tangles(&candidates);
        while keep > 1 && tangles.iter().any(|tangle| rows_of(tangle) > MOST_AT_ONCE) {
            keep /= 2;
            candidates = best(candidates, keep);
            tangles = self::tangles(&candidates);
        }
        let chosen = tangles.into_iter().flat_map(|tangle| self.assign(&tangle));
        let named = chosen.filter_map(|(row, column)| {
            Some((*rows.free.get(row)?, *columns.free.get(column)?, self.clues(row, column)))
        });
        named.collect()
    }

    /// The pairs that share a word of the title or of the contents, rare words first.
    fn sharing_a_word(&self) -> Vec<(usize, usize)> {
        let mut index: BTreeMap<usize, [Vec<usize>; 2]> = BTreeMap::new();
        for (number, side) in self.sides.iter().enumerate() {
            for (at, (title, contents)) in side.titles.iter().zip(&side.contents).enumerate() {
                let of_contents = contents.iter().filter(|_| self.weights.least_title <= 0.0);
                for word in title.iter().chain(of_contents) {
                    let list = &mut index.entry(word).or_default()[number];
                    if list.last() != Some(&at) {
                        list.push(at);
                    }
                }
            }
        }
        let mut words: Vec<_> =
            index.into_values().filter(|[rows, columns]| !(rows.is_empty() || columns.is_empty())).collect();
        words.sort_by_key(|[rows, columns]| rows.len() * columns.len());
        let mut pairs = Vec::new();
        for [rows, columns] in words {
            if pairs.len() + rows.len() * columns.len() > MOST_PAIRS {
                break;
            }
            pairs.extend(rows.iter().flat_map(|&row| columns.iter().map(move |&column| (row, column))));
        }
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }

    /// What speaks for a pair beside its title.
    fn clues(&self, row: usize, column: usize) -> Clues {
        let [(rows, a), (columns, b)] = [(&self.sides[0], row), (&self.sides[1], column)];
        let (one, other) = (rows.traits[a], columns.traits[b]);
        Clues {
            title: true,
            contents: self.vocabulary.shared(&rows.contents[a], &columns.contents[b]) > 0.3,
            channels: one.channels.iter().any(|channel| other.channels.contains(channel)),
            place: one.place.is_some() && one.place == other.place,
            neighbours: self.neighbours(rows.free[a], columns.free[b]).is_some_and(|part| part > 0.4),
        }
    }

    /// The part of what stands before and behind the two that is the same, as far as it is known.
    fn neighbours(&self, row: usize, column: usize) -> Option<f64> {
        let beside = |at: usize, count: usize, step: isize| at.checked_add_signed(step).filter(|&at| at < count);
        let (mut known, mut same) = (0.0, 0.0);
        for step in [-1, 1] {
            let (one, other) = (beside(row, self.sides[0].count, step), beside(column, self.sides[1].count, step));
            let is_same = match (one, other) {
                (None, None) => Some(true),
                (Some(one), Some(other)) => self.are_same(one, other),
                _ => Some(false),
            };
            if let Some(is_same) = is_same {
                known += 1.0;
                same += f64::from(u8::from(is_same));
            }
        }
        (known > 0.0).then(|| same / known)
    }

    /// Whether two things were paired by the steps before; unknown where both are still free.
    fn are_same(&self, row: usize, column: usize) -> Option<bool> {
        let (before, after) = if self.turned { (column, row) } else { (row, column) };
        let is_free = self.pairing.is_free_before(before) && self.pairing.is_free_after(after);
        (!is_free).then(|| self.pairing.are_paired(before, after))
    }

    /// From 0 to 1; none where too little speaks for the pair. What is unknown of either counts neither for nor against.
    fn score(&self, row: usize, column: usize) -> Option<f64> {
        let [(rows, a), (columns, b)] = [(&self.sides[0], row), (&self.sides[1], column)];
        let (one, other) = (rows.traits[a], columns.traits[b]);
        let title = self.vocabulary.alike(&rows.titles[a], &columns.titles[b]);
        let known = |is_known: bool, part: f64| is_known.then_some(part);
        let both = |one: bool, other: bool| !(one || other);
        let contents = known(
            both(rows.contents[a].is_empty(), columns.contents[b].is_empty()),
            self.vocabulary.alike(&rows.contents[a], &columns.contents[b]),
        );
        let clues = self.clues(row, column);
        let yes = |is: bool| f64::from(u8::from(is));
        let channels = known(both(one.channels.is_empty(), other.channels.is_empty()), yes(clues.channels));
        let place = known(one.place.is_some() || other.place.is_some(), yes(clues.place));
        let neighbours = self.neighbours(rows.free[a], columns.free[b]);
        // Elsewhere, a title alone does not do.
        if place == Some(0.0) && !(clues.channels || clues.neighbours || clues.contents) {
            return None;
        }
        let weights = self.weights;
        let parts = [
            (weights.title, Some(title)),
            (weights.contents, contents),
            (weights.channels, channels),
            (weights.place, place),
            (weights.neighbours, neighbours),
        ];
        let (sum, total) = parts.iter().fold((0.0, 0.0), |(sum, total), (weight, part)| match part {
            Some(part) => (sum + weight * part, total + weight),
            None => (sum, total),
        });
        let score = if total > 0.0 { sum / total } else { 0.0 };
        (score >= SAME && title >= weights.least_title).then_some(score)
    }

    /// The assignment with the greatest sum of scores; position breaks ties. Source: Kuhn (1955), Munkres (1957).
    fn assign(&self, tangle: &[Candidate]) -> Vec<(usize, usize)> {
        if let [only] = tangle {
            return vec![(only.row, only.column)];
        }
        let mut rows: Vec<_> = tangle.iter().map(|pair| pair.row).collect();
        let mut columns: Vec<_> = tangle.iter().map(|pair| pair.column).collect();
        for list in [&mut rows, &mut columns] {
            list.sort_unstable();
            list.dedup();
        }
        // The library wants no more rows than columns.
        let upright = rows.len() <= columns.len();
        let (high, wide) = (rows.len().min(columns.len()), rows.len().max(columns.len()));
        let mut matrix = Matrix::new(high, wide, 0_i64);
        for pair in tangle {
            let (Ok(row), Ok(column)) = (rows.binary_search(&pair.row), columns.binary_search(&pair.column)) else {
                continue;
            };
            let cell = if upright { (row, column) } else { (column, row) };
            if let Some(weight) = matrix.get_mut(cell) {
                *weight = self.weigh(*pair);
            }
        }
        let (_, partners) = kuhn_munkres(&matrix);
        let cells = partners.into_iter().enumerate().filter(|&cell| matrix.get(cell).is_some_and(|&weight| weight > 0));
        let pairs = cells.map(|(high, wide)| if upright { (high, wide) } else { (wide, high) });
        pairs.filter_map(|(row, column)| Some((*rows.get(row)?, *columns.get(column)?))).collect()
    }

    /// The score as a whole number, and a little for how close the two stand to each other.
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "positions and scores are small")]
    fn weigh(&self, pair: Candidate) -> i64 {
        let place = |side: &Side<'_>, at: usize| side.free[at] as f64 / side.count.max(1) as f64;
        let apart = (place(&self.sides[0], pair.row) - place(&self.sides[1], pair.column)).abs();
        ((pair.score * 1e6).round() as i64) * 1_000 + ((1.0 - apart) * 999.0) as i64
    }
}

/// The best `count` candidates of each row and of each column.
fn best(mut candidates: Vec<Candidate>, count: usize) -> Vec<Candidate> {
    let apart = |pair: &Candidate| pair.row.abs_diff(pair.column);
    candidates.sort_by(|one, other| {
        other
            .score
            .total_cmp(&one.score)
            .then(apart(one).cmp(&apart(other)))
            .then((one.row, one.column).cmp(&(other.row, other.column)))
    });
    let (mut of_rows, mut of_columns) = (BTreeMap::new(), BTreeMap::new());
    candidates.retain(|pair| {
        let rank = |seen: &mut BTreeMap<usize, usize>, at: usize| {
            let rank = seen.entry(at).or_insert(0);
            *rank += 1;
            *rank
        };
        let (of_row, of_column) = (rank(&mut of_rows, pair.row), rank(&mut of_columns, pair.column));
        if count > 1 { of_row <= count || of_column <= count } else { of_row == 1 && of_column == 1 }
    });
    candidates
}

/// Candidates that have nothing to do with each other are settled apart.
fn tangles(candidates: &[Candidate]) -> Vec<Vec<Candidate>> {
    let rows = candidates.iter().map(|pair| pair.row + 1).max().unwrap_or(0);
    let columns = candidates.iter().map(|pair| pair.column + 1).max().unwrap_or(0);
    let mut sets = petgraph::unionfind::UnionFind::new(rows + columns);
    for pair in candidates {
        sets.union(pair.row, rows + pair.column);
    }
    let mut tangles: BTreeMap<usize, Vec<Candidate>> = BTreeMap::new();
    for pair in candidates {
        tangles.entry(sets.find(pair.row)).or_default().push(*pair);
    }
    tangles.into_values().collect()
}

/// How many things of the first side are in a tangle.
fn rows_of(tangle: &[Candidate]) -> usize {
    let mut rows: Vec<_> = tangle.iter().map(|pair| pair.row).collect();
    rows.sort_unstable();
    rows.dedup();
    rows.len()
}
