//! What differs in what stands on touchpoints and phases: friction points, promises, solutions.

use std::cmp::Ordering;

use super::{Fact, Retitled, Sides, facts, retitled};
use crate::diff::inventory::{FrictionItem, Inventory, PromiseItem, Site, SolutionItem};
use crate::diff::matching::Matching;
use crate::graph::TouchpointRef;
use crate::model::SolutionStatus;

/// What can differ in a friction point.
#[derive(Debug, Clone)]
pub enum FrictionAspect<'m> {
    /// The title.
    Title(Retitled),
    /// It stands on something else.
    Place,
    /// How far it has been dealt with.
    Status,
    /// How much it hurts.
    Severity,
    /// How many customers it hits.
    Reach,
    /// It hinders touchpoints of both maps that it did not; of the after side.
    Spread(Vec<TouchpointRef<'m>>),
    /// It no longer hinders touchpoints of both maps; of the before side.
    Contained(Vec<TouchpointRef<'m>>),
}

/// What can differ in a promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PromiseAspect {
    /// The title.
    Title,
    /// The deadline.
    Within,
    /// What is achieved: whether it meets the deadline now and did not, or the other way round.
    Met,
    /// What is achieved comes at another time, or in time for another share, on the same side of the deadline.
    Kept(Kept),
}

/// What is achieved of a promise, seen in one direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    /// Whether it is worse than it was.
    pub is_worse: bool,
    /// Whether the time that it takes differs in this direction.
    pub by_time: bool,
    /// Whether the share for whom it is kept differs in this direction.
    pub by_share: bool,
}

/// What can differ in a solution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SolutionAspect {
    /// The title.
    Title,
    /// How far it has come.
    Status,
    /// Who answers for it.
    Owner,
    /// It is due later.
    Due,
}

pub(super) fn friction<'a, 'm>(sides: &'a Sides<'m>) -> Vec<Fact<&'a FrictionItem<'m>, FrictionAspect<'m>>> {
    facts(
        &sides.matching.friction,
        |before| sides.before.friction.get(before),
        |after| sides.after.friction.get(after),
        |before, after, grounds| {
            let mut aspects = Vec::new();
            aspects.extend(retitled(before.title(), after.title(), grounds).map(FrictionAspect::Title));
            aspects.extend(places(sides, before, after));
            if before.body.status() != after.body.status() {
                aspects.push(FrictionAspect::Status);
            }
            if before.body.severity() != after.body.severity() {
                aspects.push(FrictionAspect::Severity);
            }
            if before.body.reach.zip(after.body.reach).is_some_and(|(old, new)| old != new) {
                aspects.push(FrictionAspect::Reach);
            }
            aspects
        },
    )
}

/// Where friction is felt. It moved when it left its place for another; beside that, it spread to touchpoints or is
/// gone from some, of those that are in both maps.
fn places<'m>(sides: &Sides<'m>, before: &FrictionItem<'m>, after: &FrictionItem<'m>) -> Vec<FrictionAspect<'m>> {
    let (old, new) = (felt_at(&sides.before, before), felt_at(&sides.after, after));
    let same = |old: Site, new: Site| are_same(&sides.matching, old, new);
    let moved = !new.iter().any(|&new| same(before.site, new)) && !old.iter().any(|&old| same(old, after.site));
    let mut aspects = Vec::new();
    if moved {
        aspects.push(FrictionAspect::Place);
    }
    let touchpoints = &sides.matching.touchpoints;
    let index = |site: Site| if let Site::Touchpoint(index) = site { Some(index) } else { None };
    let spread = new.iter().filter(|&&new| !(moved && new == after.site || old.iter().any(|&old| same(old, new))));
    let spread = spread.filter_map(|&site| index(site).filter(|&at| touchpoints.before_of(at).is_some()));
    let spread: Vec<_> = spread.filter_map(|at| sides.after.touchpoints.get(at).copied()).collect();
    let gone = old.iter().filter(|&&old| !(moved && old == before.site || new.iter().any(|&new| same(old, new))));
    let gone = gone.filter_map(|&site| index(site).filter(|&at| touchpoints.after_of(at).is_some()));
    let gone: Vec<_> = gone.filter_map(|at| sides.before.touchpoints.get(at).copied()).collect();
    if !spread.is_empty() {
        aspects.push(FrictionAspect::Spread(spread));
    }
    if !gone.is_empty() {
        aspects.push(FrictionAspect::Contained(gone));
    }
    aspects
}

/// Where a friction point stands, and where it hinders as well.
fn felt_at(of: &Inventory<'_>, friction: &FrictionItem<'_>) -> Vec<Site> {
    let also = friction.body.also_at.iter().filter_map(|name| of.map.find(name));
    let mut sites: Vec<_> = also.map(|touchpoint| Site::Touchpoint(touchpoint.index().0)).collect();
    sites.push(friction.site);
    sites.sort_unstable();
    sites.dedup();
    sites
}

/// Whether a solution that is not done is due later.
pub(super) fn slips(before: &SolutionItem, after: &SolutionItem) -> bool {
    let is_later = before.body.due.zip(after.body.due).is_some_and(|(old, new)| new.value > old.value);
    is_later && !matches!(after.body.status(), SolutionStatus::Done | SolutionStatus::Dropped)
}

pub(super) fn are_same(matching: &Matching, before: Site, after: Site) -> bool {
    match (before, after) {
        (Site::Map, Site::Map) => true,
        (Site::Phase(before), Site::Phase(after)) => matching.phases.are_linked(before, after),
        (Site::Touchpoint(before), Site::Touchpoint(after)) => matching.touchpoints.are_linked(before, after),
        (Site::Friction(before), Site::Friction(after)) => matching.friction.are_linked(before, after),
        _ => false,
    }
}

pub(super) fn promises<'a, 'm>(sides: &'a Sides<'m>) -> Vec<Fact<&'a PromiseItem<'m>, PromiseAspect>> {
    facts(
        &sides.matching.promises,
        |before| sides.before.promises.get(before),
        |after| sides.after.promises.get(after),
        |before, after, _| {
            let mut aspects = Vec::new();
            if before.title() != after.title() {
                aspects.push(PromiseAspect::Title);
            }
            if before.body.within.zip(after.body.within).is_some_and(|(old, new)| old != new) {
                aspects.push(PromiseAspect::Within);
            }
            if before.is_met().zip(after.is_met()).is_some_and(|(before, after)| before != after) {
                aspects.push(PromiseAspect::Met);
            } else {
                aspects.extend(kept(before, after));
            }
            aspects
        },
    )
}

/// How much sooner or later, and how much more often or more rarely, a promise is kept: once for each direction.
fn kept(before: &PromiseItem<'_>, after: &PromiseItem<'_>) -> Vec<PromiseAspect> {
    let later = before.body.actual.zip(after.body.actual).map(|(old, new)| new.value.cmp(&old.value));
    let share = |promise: &PromiseItem<'_>| promise.body.kept.map(|kept| kept.value.0);
    let rarer = share(before).zip(share(after)).map(|(old, new)| old.total_cmp(&new));
    let in_direction = |(turn, is_worse)| {
        let kept = Kept { is_worse, by_time: later == Some(turn), by_share: rarer == Some(turn) };
        (kept.by_time || kept.by_share).then_some(PromiseAspect::Kept(kept))
    };
    [(Ordering::Greater, true), (Ordering::Less, false)].into_iter().filter_map(in_direction).collect()
}

pub(super) fn solutions<'a>(sides: &'a Sides<'_>) -> Vec<Fact<&'a SolutionItem, SolutionAspect>> {
    facts(
        &sides.matching.solutions,
        |before| sides.before.solutions.get(before),
        |after| sides.after.solutions.get(after),
        |before, after, _| {
            let mut aspects = Vec::new();
            if before.title() != after.title() {
                aspects.push(SolutionAspect::Title);
            }
            if before.body.status() != after.body.status() {
                aspects.push(SolutionAspect::Status);
            }
            if before.body.owner.as_ref().zip(after.body.owner.as_ref()).is_some_and(|(old, new)| old != new) {
                aspects.push(SolutionAspect::Owner);
            }
            if slips(before, after) {
                aspects.push(SolutionAspect::Due);
            }
            aspects
        },
    )
}
