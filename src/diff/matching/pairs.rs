//! Pairs the things of one kind in two maps: by id, by what they were called before, by title.
//!
//! Every step treats the two sides alike, so that pairing the maps the other way round gives the same pairs.

use std::collections::{HashMap, VecDeque};
use std::hash::Hash;

use crate::graph::slug;
use crate::model::Id;
use crate::source::Located;

/// What two things are known to be the same by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grounds {
    /// They have the same id.
    Id,
    /// One of them lists the other's id among those that it had.
    Was,
    /// They have the same title.
    Title,
    /// They stand at the same place, of which there is one.
    Place,
    /// They are taken for the same.
    Inferred(Clues),
}

/// What speaks for taking two things for the same.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is a clue of its own")]
pub struct Clues {
    /// Their titles are alike.
    pub title: bool,
    /// What stands on them is alike.
    pub contents: bool,
    /// They share a channel.
    pub channels: bool,
    /// They stand in the same place.
    pub place: bool,
    /// What stands before or behind them is the same.
    pub neighbours: bool,
}

/// A thing as far as pairing looks at it.
#[derive(Debug, Clone, Copy)]
pub struct Named<'a> {
    /// The id, written or derived.
    pub id: &'a str,
    /// Whether the id is written.
    pub written: bool,
    /// The title.
    pub title: Option<&'a str>,
    /// Ids that it had before.
    pub was: &'a [Located<Id>],
    /// Which of the paired places it stands in, if any: equal numbers are the same place.
    pub place: Option<usize>,
}

impl Named<'_> {
    fn had(&self, id: &str) -> bool {
        self.was.iter().any(|old| old.as_str() == id)
    }
}

/// Which pairs a step may make.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Only of things that stand in the same place.
    Inside,
    /// Of any two.
    Anywhere,
}

/// Which things of two maps are the same. Both sides are numbered in the order of their lists.
#[derive(Debug, Clone, Default)]
pub struct Pairs {
    to_after: Vec<Option<(usize, Grounds)>>,
    to_before: Vec<Option<usize>>,
    /// What came of each thing: its pair, and what it was merged into or split into beside.
    became: Vec<Vec<usize>>,
    /// The same, the other way round.
    came_from: Vec<Vec<usize>>,
}

impl Pairs {
    /// What a thing of the before side is compared with.
    #[must_use]
    pub fn after_of(&self, before: usize) -> Option<usize> {
        Some(self.to_after.get(before)?.as_ref()?.0)
    }

    /// What a thing of the after side is compared with.
    #[must_use]
    pub fn before_of(&self, after: usize) -> Option<usize> {
        *self.to_before.get(after)?
    }

    /// Whether one of them is, or is part of what came of, the other.
    #[must_use]
    pub fn are_linked(&self, before: usize, after: usize) -> bool {
        self.became.get(before).is_some_and(|parts| parts.contains(&after))
    }

    /// Everything that came of a thing of the before side.
    #[must_use]
    pub fn became(&self, before: usize) -> &[usize] {
        self.became.get(before).map_or(&[], Vec::as_slice)
    }

    /// Everything that a thing of the after side came from.
    #[must_use]
    pub fn came_from(&self, after: usize) -> &[usize] {
        self.came_from.get(after).map_or(&[], Vec::as_slice)
    }

    /// The pairs, in the order of the after side.
    pub fn kept(&self) -> impl Iterator<Item = (usize, usize, Grounds)> {
        self.to_before.iter().enumerate().filter_map(|(after, before)| {
            let before = (*before)?;
            Some((before, after, self.to_after.get(before)?.as_ref()?.1))
        })
    }

    /// What is new on the after side.
    pub fn added(&self) -> impl Iterator<Item = usize> {
        self.came_from.iter().enumerate().filter(|(_, from)| from.is_empty()).map(|(after, _)| after)
    }

    /// What is gone from the before side.
    pub fn removed(&self) -> impl Iterator<Item = usize> {
        self.became.iter().enumerate().filter(|(_, parts)| parts.is_empty()).map(|(before, _)| before)
    }

    /// What several things were merged into, with those in order.
    pub fn merged(&self) -> impl Iterator<Item = (&[usize], usize)> {
        let several = self.came_from.iter().enumerate().filter(|(_, from)| from.len() > 1);
        several.map(|(after, from)| (from.as_slice(), after))
    }

    /// What was split, with its parts in order.
    pub fn split(&self) -> impl Iterator<Item = (usize, &[usize])> {
        let several = self.became.iter().enumerate().filter(|(_, parts)| parts.len() > 1);
        several.map(|(before, parts)| (before, parts.as_slice()))
    }

    /// A number for everything that belongs together, for [`Named::place`]: of the before side, of the after side.
    #[must_use]
    pub fn places(&self) -> (Vec<Option<usize>>, Vec<Option<usize>>) {
        let (mut before, mut after) = (vec![None; self.became.len()], vec![None; self.came_from.len()]);
        for start in 0..before.len() {
            if before[start].is_some() {
                continue;
            }
            let mut queue = vec![start];
            while let Some(at) = queue.pop() {
                before[at] = Some(start);
                for &part in &self.became[at] {
                    if after[part].replace(start).is_none() {
                        queue.extend(self.came_from[part].iter().filter(|&&other| before[other].is_none()));
                    }
                }
            }
        }
        (before, after)
    }
}

/// Pairing at work: each step pairs what the steps before it left over.
pub struct Pairing<'a> {
    before: &'a [Named<'a>],
    after: &'a [Named<'a>],
    pairs: Pairs,
    merges: bool,
}

impl<'a> Pairing<'a> {
    /// Nothing is paired yet. `merges`: whether things of this kind can merge and split.
    #[must_use]
    pub fn new(before: &'a [Named<'a>], after: &'a [Named<'a>], merges: bool) -> Self {
        let pairs = Pairs {
            to_after: vec![None; before.len()],
            to_before: vec![None; after.len()],
            became: vec![Vec::new(); before.len()],
            came_from: vec![Vec::new(); after.len()],
        };
        Self { before, after, pairs, merges }
    }

    /// What came of it.
    #[must_use]
    pub fn finish(mut self) -> Pairs {
        for list in self.pairs.became.iter_mut().chain(&mut self.pairs.came_from) {
            list.sort_unstable();
        }
        self.pairs
    }

    /// Pairs equal ids that are written on both sides, wherever they stand.
    #[must_use]
    pub fn written_ids(self) -> Self {
        let id = |thing: &Named<'a>| thing.written.then_some(thing.id);
        self.join(Grounds::Id, Reach::Anywhere, id, id)
    }

    /// Pairs equal ids, written or derived.
    #[must_use]
    pub fn ids(self, reach: Reach) -> Self {
        let id = |thing: &Named<'a>| Some(thing.id);
        self.join(Grounds::Id, reach, id, id)
    }

    /// Pairs equal titles of which at least one has no written id: one that has says what it is.
    #[must_use]
    pub fn titles(self, reach: Reach) -> Self {
        let title = |thing: &Named<'a>| thing.title.map(|title| slug(title).unwrap_or_else(|| title.to_owned()));
        let unwritten = |thing: &Named<'a>| if thing.written { None } else { title(thing) };
        self.join(Grounds::Title, reach, unwritten, unwritten).join(Grounds::Title, reach, unwritten, title).join(
            Grounds::Title,
            reach,
            title,
            unwritten,
        )
    }

    /// Pairs what is alone of its kind in its place, unless two different written ids say otherwise.
    #[must_use]
    pub fn only_one_inside(self) -> Self {
        let any = |_: &Named<'a>| Some(());
        let unwritten = |thing: &Named<'a>| (!thing.written).then_some(());
        self.join(Grounds::Place, Reach::Inside, unwritten, any).join(Grounds::Place, Reach::Inside, any, unwritten)
    }

    /// Pairs what is taken for the same among what is left over.
    #[must_use]
    pub(super) fn infer(mut self, found: impl FnOnce(&Self) -> Vec<(usize, usize, Clues)>) -> Self {
        for (before, after, clues) in found(&self) {
            self.pair(before, after, Grounds::Inferred(clues));
            self.link(before, after);
        }
        self
    }

    /// Whether nothing is left over on one side.
    pub(super) fn is_complete(&self) -> bool {
        [&self.pairs.became, &self.pairs.came_from].into_iter().any(|side| !side.iter().any(Vec::is_empty))
    }

    /// Whether a thing of the before side has no counterpart yet.
    pub(super) fn is_free_before(&self, before: usize) -> bool {
        self.pairs.became.get(before).is_some_and(Vec::is_empty)
    }

    /// Whether a thing of the after side has no counterpart yet.
    pub(super) fn is_free_after(&self, after: usize) -> bool {
        self.pairs.came_from.get(after).is_some_and(Vec::is_empty)
    }

    /// Whether the two belong together already.
    pub(super) fn are_paired(&self, before: usize, after: usize) -> bool {
        self.pairs.are_linked(before, after)
    }

    /// Pairs things of equal keys, the first with the first.
    fn join<K: Hash + Eq>(
        mut self,
        grounds: Grounds,
        reach: Reach,
        before_key: impl Fn(&Named<'a>) -> Option<K>,
        after_key: impl Fn(&Named<'a>) -> Option<K>,
    ) -> Self {
        let mut waiting: HashMap<(Option<usize>, K), VecDeque<usize>> = HashMap::new();
        for (at, thing) in self.after.iter().enumerate().filter(|(at, _)| self.pairs.came_from[*at].is_empty()) {
            if let Some(key) = scoped(reach, thing, &after_key) {
                waiting.entry(key).or_default().push_back(at);
            }
        }
        for (at, thing) in self.before.iter().enumerate() {
            if !self.pairs.became[at].is_empty() {
                continue;
            }
            let key = scoped(reach, thing, &before_key);
            if let Some(partner) = key.and_then(|key| waiting.get_mut(&key)).and_then(VecDeque::pop_front) {
                self.pair(at, partner, grounds);
                self.link(at, partner);
            }
        }
        self
    }

    /// Pairs by what things were called before, read in both lists. Where several claims meet, the things are merged
    /// or split, and the first claim says which two are compared.
    #[must_use]
    pub fn was(mut self, reach: Reach) -> Self {
        for claim in self.claims(reach) {
            let free = self.pairs.to_after[claim.before].is_none() && self.pairs.to_before[claim.after].is_none();
            if free {
                self.pair(claim.before, claim.after, Grounds::Was);
            }
            if free || self.merges {
                self.link(claim.before, claim.after);
            }
        }
        self
    }

    /// Who claims whom, first claims first. Claims between two that are both paired by their ids are history.
    fn claims(&self, reach: Reach) -> Vec<Claim> {
        let forth = claims_of(self.after, self.before, reach, |claimant| self.pairs.before_of(claimant));
        let back = claims_of(self.before, self.after, reach, |claimant| self.pairs.after_of(claimant));
        let mut claims: Vec<Claim> = forth
            .into_iter()
            .map(|(rank, after, before)| Claim { rank, before, after })
            .chain(back.into_iter().map(|(rank, before, after)| Claim { rank, before, after }))
            .filter(|claim| {
                let (before, after) =
                    (self.pairs.became[claim.before].is_empty(), self.pairs.came_from[claim.after].is_empty());
                if self.merges { before || after } else { before && after }
            })
            .collect();
        claims.sort_by_key(|claim| {
            let (low, high) = (claim.before.min(claim.after), claim.before.max(claim.after));
            (claim.rank, low, high, claim.before)
        });
        claims
    }

    fn pair(&mut self, before: usize, after: usize, grounds: Grounds) {
        self.pairs.to_after[before] = Some((after, grounds));
        self.pairs.to_before[after] = Some(before);
    }

    fn link(&mut self, before: usize, after: usize) {
        if !self.pairs.are_linked(before, after) {
            self.pairs.became[before].push(after);
            self.pairs.came_from[after].push(before);
        }
    }
}

/// One thing lists the other's id among those that it had.
struct Claim {
    /// The place of that id in the list.
    rank: usize,
    before: usize,
    after: usize,
}

/// The claims of one side on the other: place in the list, claimant, claimed. What a claimant's partner claims as well
/// was so long before.
fn claims_of(
    claimants: &[Named<'_>],
    claimed: &[Named<'_>],
    reach: Reach,
    partner: impl Fn(usize) -> Option<usize>,
) -> Vec<(usize, usize, usize)> {
    let mut by_id: HashMap<(Option<usize>, &str), Vec<usize>> = HashMap::new();
    if claimants.iter().any(|claimant| !claimant.was.is_empty()) {
        for (at, thing) in claimed.iter().enumerate() {
            if let Some(key) = scoped(reach, thing, |thing| Some(thing.id)) {
                by_id.entry(key).or_default().push(at);
            }
        }
    }
    let mut claims = Vec::new();
    for (at, claimant) in claimants.iter().enumerate() {
        for (rank, old) in claimant.was.iter().enumerate() {
            let is_history = partner(at).and_then(|at| claimed.get(at)).is_some_and(|other| other.had(old.as_str()));
            let key = scoped(reach, claimant, |_| Some(old.as_str()));
            if let Some(found) = key.filter(|_| !is_history).and_then(|key| by_id.get(&key)) {
                claims.extend(found.iter().map(|&other| (rank, at, other)));
            }
        }
    }
    claims
}

fn scoped<'a, 'b, K>(
    reach: Reach,
    thing: &'b Named<'a>,
    key: impl Fn(&'b Named<'a>) -> Option<K>,
) -> Option<(Option<usize>, K)> {
    let place = match reach {
        Reach::Inside => Some(thing.place?),
        Reach::Anywhere => None,
    };
    Some((place, key(thing)?))
}
