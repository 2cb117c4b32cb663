//! The second stage: facts become changes with a kind, an impact and a sentence, and causes claim their echoes.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::delta::{Delta, Sides, persona};
use super::inventory::Site;
use super::{Change, Impact, Kind, changes};
use crate::diagnostic::Level;
use crate::graph::{Address, TouchpointRef, slug};
use crate::model::State;

/// A change before it is known whether something else claims it.
#[derive(Debug)]
pub struct Draft {
    /// The change.
    pub change: Change,
    /// What it would be an echo of, the most likely first.
    pub causes: Vec<Cause>,
}

/// A change that may have brought about another.
pub type Cause = (Kind, Address);

impl Draft {
    /// A change that is an echo of nothing.
    #[must_use]
    pub fn new(change: Change) -> Self {
        Self { change, causes: Vec::new() }
    }

    /// A change that is an echo of the first of these that there is.
    #[must_use]
    pub fn caused_by(change: Change, causes: Vec<Cause>) -> Self {
        Self { change, causes }
    }
}

/// Judges all facts.
#[must_use]
pub fn judge(sides: &Sides<'_>, delta: &Delta<'_, '_>) -> Vec<Change> {
    let mut drafts = Vec::new();
    for family in changes::FAMILIES {
        family(sides, delta, &mut drafts);
    }
    let mut changes = claim(drafts);
    if is_mere_comparison(sides) {
        changes.iter_mut().for_each(disarm);
    }
    sort(&mut changes);
    changes
}

/// Two personas, or what is against what is meant to be, are compared without saying that one is worse.
#[must_use]
pub fn is_mere_comparison(sides: &Sides<'_>) -> bool {
    let (before, after) = (sides.before.map.journey(), sides.after.map.journey());
    let persona = |journey| persona(journey).and_then(|name| slug(name));
    let other_persona = persona(before).zip(persona(after)).is_some_and(|(before, after)| before != after);
    let is_meant = |state: State| state == State::Future;
    other_persona || is_meant(before.state()) != is_meant(after.state())
}

fn disarm(change: &mut Change) {
    change.impact = Impact::Neutral;
    change.level = Level::Info;
    change.claimed.iter_mut().for_each(disarm);
}

/// Lists each echo under the first of its causes that is there.
fn claim(drafts: Vec<Draft>) -> Vec<Change> {
    let mut known: HashMap<Cause, usize> = HashMap::new();
    for (at, draft) in drafts.iter().enumerate() {
        known.entry((draft.change.kind, draft.change.address.clone())).or_insert(at);
    }
    let owner = |at: usize, draft: &Draft| {
        let found = draft.causes.iter().find_map(|cause| known.get(cause));
        found.copied().filter(|&owner| owner != at)
    };
    let owners: Vec<_> = drafts.iter().enumerate().map(|(at, draft)| owner(at, draft)).collect();
    let mut echoes = vec![Vec::new(); drafts.len()];
    for (at, owner) in owners.iter().enumerate() {
        if let Some(owner) = *owner {
            echoes[owner].push(at);
        }
    }
    let mut changes: Vec<_> = drafts.into_iter().map(|draft| Some(draft.change)).collect();
    let roots = owners.iter().enumerate().filter(|(_, owner)| owner.is_none());
    roots.filter_map(|(at, _)| gather(at, &echoes, &mut changes)).collect()
}

/// A change with its echoes. A cause is always of a greater thing than its echo, so this ends.
fn gather(at: usize, echoes: &[Vec<usize>], changes: &mut [Option<Change>]) -> Option<Change> {
    let mut change = changes[at].take()?;
    for &echo in &echoes[at] {
        if let Some(mut echo) = gather(echo, echoes, changes) {
            if takes_away(change.kind) && vanishes(echo.kind) {
                echo = echo.judged(Impact::Neutral);
            }
            change.claimed.push(echo);
        }
    }
    Some(change)
}

/// Whether what stands on it goes with it.
fn takes_away(kind: Kind) -> bool {
    matches!(kind, Kind::PhaseRemoved | Kind::TouchpointRemoved | Kind::TouchpointClosed | Kind::FrictionRemoved)
}

/// What merely vanishes with something is neither better nor worse: closing an office does not resolve its queue.
fn vanishes(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::FrictionRemoved
            | Kind::PromiseWithdrawn
            | Kind::SolutionDropped
            | Kind::CommitmentWithdrawn
            | Kind::GapRemoved
    )
}

fn sort(changes: &mut [Change]) {
    for change in changes.iter_mut() {
        sort(&mut change.claimed);
    }
    changes.sort_by_cached_key(|change| (change.kind.question(), rank(change)));
}

/// Worst first: by impact and level, and with equal ones by the worst that it brings about.
fn rank(change: &Change) -> impl Ord + use<> {
    let own = (change.impact, Reverse(change.level));
    let worst = change.flat().into_iter().map(|change| (change.impact, Reverse(change.level))).min();
    (own, worst, change.kind.is_detail())
}

/// What may have brought about a change of what stands on `site` before.
#[must_use]
pub fn causes_before(sides: &Sides<'_>, site: Site) -> Vec<Cause> {
    match site {
        Site::Map => Vec::new(),
        Site::Phase(index) => {
            let phase = sides.before.map.phases().nth(index);
            phase.map(|phase| (Kind::PhaseRemoved, phase.address())).into_iter().collect()
        }
        Site::Touchpoint(index) => {
            let pairs = &sides.matching.touchpoints;
            let after = pairs.after_of(index).and_then(|after| sides.after.touchpoints.get(after));
            let mut causes: Vec<_> = after.map(|&after| closing(after)).into_iter().collect();
            causes.extend(sides.before.touchpoints.get(index).map(|old| (Kind::TouchpointRemoved, old.address())));
            causes
        }
        Site::Friction(index) => {
            let Some(friction) = sides.before.friction.get(index) else { return Vec::new() };
            let mut causes = vec![(Kind::FrictionRemoved, friction.address.clone())];
            causes.extend(causes_before(sides, friction.site));
            causes
        }
    }
}

/// What may have brought about a change of what stands on `site` after.
#[must_use]
pub fn causes_after(sides: &Sides<'_>, site: Site) -> Vec<Cause> {
    sides.after.touchpoint_at(site).map(closing).into_iter().collect()
}

/// A closed touchpoint claims all else that happens on it.
fn closing(touchpoint: TouchpointRef<'_>) -> Cause {
    (Kind::TouchpointClosed, touchpoint.address())
}
