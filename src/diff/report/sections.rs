//! Which change stands under which of the five questions, below which other, and in what order.

use std::borrow::Cow;
use std::cmp::Reverse;

use super::gist::worst_place;
use super::story::Entry;
use crate::diagnostic::Level;
use crate::diff::delta::Sides;
use crate::diff::phrases::capital;
use crate::diff::{Change, Impact, Kind, Question};
use crate::graph::{Address, TouchpointIndex, TouchpointRef};

/// Sorts changes under the five questions.
pub(super) struct Sorter<'s, 'm, 'r> {
    sides: &'s Sides<'m>,
    /// Whether changes of wording and detail are told as well.
    details: bool,
    entries: [Vec<Entry<'r>>; 5],
}

impl<'s, 'm, 'r> Sorter<'s, 'm, 'r> {
    pub fn new(sides: &'s Sides<'m>, details: bool) -> Self {
        Self { sides, details, entries: Default::default() }
    }

    /// Puts a change under its question, and what it brings about under it, unless that has a place of its own.
    pub fn place(&mut self, change: &'r Change) {
        let question = change.kind.question();
        let echoes = self.gather(change, question);
        let here = &mut self.entries[question as usize];
        if self.details || !change.kind.is_detail() {
            here.push(Entry::of(change, echoes));
        } else {
            here.extend(echoes);
        }
    }

    fn gather(&mut self, change: &'r Change, question: Question) -> Vec<Entry<'r>> {
        let mut echoes = Vec::new();
        let details = self.details;
        for echo in change.claimed.iter().filter(|echo| details || !echo.kind.is_detail()) {
            if has_a_place_of_its_own(echo, question) {
                self.place(echo);
            } else {
                let of_echo = self.gather(echo, question);
                echoes.push(Entry::of(echo, of_echo));
            }
        }
        self.together(echoes)
    }

    /// Several touchpoints that a channel closes or limits are told in one sentence.
    fn together(&self, echoes: Vec<Entry<'r>>) -> Vec<Entry<'r>> {
        let mut told: Vec<Entry<'r>> = Vec::new();
        for echo in echoes {
            let kind = echo.change.kind;
            let joins = |entry: &&mut Entry<'r>| entry.change.kind == kind && entry.echoes.is_empty();
            let is_plain = matches!(kind, Kind::TouchpointClosed | Kind::TouchpointLimited) && echo.echoes.is_empty();
            match told.iter_mut().find(joins).filter(|_| is_plain) {
                Some(entry) => entry.alike.push(echo.change),
                None => told.push(echo),
            }
        }
        for entry in told.iter_mut().filter(|entry| !entry.alike.is_empty()) {
            entry.text = Cow::Owned(self.several(entry));
        }
        told
    }

    fn several(&self, entry: &Entry<'_>) -> String {
        let tongue = self.sides.tongue;
        let changes = std::iter::once(entry.change).chain(entry.alike.iter().copied());
        let titles = changes.filter_map(|change| Some(self.sides.after.map.touchpoint_of(&change.address)?.title()));
        let (count, titles) = (entry.alike.len() + 1, tongue.quote_all(titles));
        capital(&match entry.change.kind {
            Kind::TouchpointClosed => tongue.several_closed(count, &titles),
            _ => tongue.several_limited(count, &titles),
        })
    }

    /// What stands under each question, the worst first; what happens to satisfaction in the order of the journey.
    pub fn finish(mut self) -> [Vec<Entry<'r>>; 5] {
        for entries in &mut self.entries {
            entries.sort_by_cached_key(rank);
        }
        along_the_journey(self.sides, &mut self.entries[Question::Satisfaction as usize]);
        self.entries
    }
}

/// Worst first: by impact and level, and with equal ones by the worst that stands under it.
fn rank(entry: &Entry<'_>) -> impl Ord + use<> {
    fn worst(entry: &Entry<'_>) -> (Impact, Reverse<Level>) {
        let own = (entry.change.impact, Reverse(entry.change.level));
        entry.echoes.iter().map(worst).fold(own, Ord::min)
    }
    let change = entry.change;
    // Without a verdict, by what it is about: the situation before channels, these before touchpoints.
    let about = (change.impact == Impact::Neutral).then_some(change.kind);
    ((change.impact, Reverse(change.level)), worst(entry), change.kind.is_detail(), about)
}

/// Whether what a change brings about is told under another question: it has a verdict, or either is about a moment of
/// truth.
fn has_a_place_of_its_own(echo: &Change, question: Question) -> bool {
    let other = echo.kind.question();
    other != question && (echo.impact != Impact::Neutral || [other, question].contains(&Question::Moments))
}

/// Touchpoint by touchpoint in the order of the journey, the worst of each first; and says what is worst of all.
fn along_the_journey(sides: &Sides<'_>, entries: &mut [Entry<'_>]) {
    let place = |address: &Address| {
        let touchpoint = sides.after.map.touchpoint_of(address).map(TouchpointRef::index);
        touchpoint.or_else(|| first_of_phase(sides, address))
    };
    entries.sort_by_cached_key(|entry| place(&entry.change.address));
    let worst = worst_place(sides).map(|(_, place)| place.address());
    let is_of_gap =
        |kind| matches!(kind, Kind::GapAdded | Kind::GapWidened | Kind::ExperienceFell | Kind::ExpectationRaised);
    let is_worst = |entry: &&mut Entry<'_>| {
        let change = entry.change;
        change.impact == Impact::Worse && Some(&change.address) == worst.as_ref() && is_of_gap(change.kind)
    };
    let are_several = entries.iter().filter(|entry| entry.change.impact == Impact::Worse).nth(1).is_some();
    if let Some(entry) = entries.iter_mut().find(is_worst).filter(|_| are_several) {
        entry.is_worst = true;
    }
}

/// The first touchpoint of a phase, or of the phase that a measure is of.
fn first_of_phase(sides: &Sides<'_>, address: &Address) -> Option<TouchpointIndex> {
    let phase = if let Address::Measure(place, _) = address { place } else { address };
    let mut touchpoints = sides.after.touchpoints.iter();
    touchpoints.find(|touchpoint| touchpoint.phase().address() == *phase).map(|touchpoint| touchpoint.index())
}
