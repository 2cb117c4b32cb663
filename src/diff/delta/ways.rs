//! What differs in the ways that customers take: written ways between what is in both maps. A way that only follows
//! from the order of the file is an echo of what was added, removed or reordered.

use super::Sides;
use crate::graph::TouchpointRef;
use crate::model::Target;

/// Where a way leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WayEnd<T> {
    /// To a touchpoint.
    Touchpoint(T),
    /// The journey is completed.
    End,
    /// The customer gives up.
    Lost,
}

/// A way that differs. What is given on the after side is so where the way is still there.
#[derive(Debug, Clone)]
pub struct WayFact<'m> {
    /// From where, before.
    pub before: TouchpointRef<'m>,
    /// From where, after.
    pub after: TouchpointRef<'m>,
    /// To where: of the before side for a way that is gone, else of the after side.
    pub to: WayEnd<TouchpointRef<'m>>,
    /// In what it differs.
    pub what: WayWhat,
}

/// In what a way differs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum WayWhat {
    /// It is new, with its share in percent.
    Added(Option<f64>),
    /// It is gone, with its share in percent.
    Removed(Option<f64>),
    /// Another share of the customers takes it, in percent.
    Share(Option<f64>, Option<f64>),
}

/// The ways from one touchpoint: each place once, with the sum of its shares.
struct Ways {
    to: Vec<(WayEnd<usize>, Option<f64>)>,
    written: bool,
}

pub(super) fn ways<'m>(sides: &Sides<'m>) -> Vec<WayFact<'m>> {
    let mut facts = Vec::new();
    for (before, after, _) in sides.matching.touchpoints.kept() {
        if let (Some(&before), Some(&after)) =
            (sides.before.touchpoints.get(before), sides.after.touchpoints.get(after))
        {
            from(sides, before, after, &mut facts);
        }
    }
    facts
}

fn from<'m>(sides: &Sides<'m>, before: TouchpointRef<'m>, after: TouchpointRef<'m>, facts: &mut Vec<WayFact<'m>>) {
    let (old, new) = (Ways::from(before), Ways::from(after));
    let pairs = &sides.matching.touchpoints;
    for &(to, share) in &old.to {
        let (is_in_both, found) = match to {
            WayEnd::Touchpoint(index) => (
                pairs.after_of(index).is_some(),
                new.to.iter().find(|(new, _)| matches!(new, WayEnd::Touchpoint(new) if pairs.are_linked(index, *new))),
            ),
            exit => (true, new.to.iter().find(|(new, _)| *new == exit)),
        };
        let fact = |to: WayEnd<usize>, side: &[TouchpointRef<'m>], what| {
            Some(WayFact { before, after, to: resolve(to, side)?, what })
        };
        match found {
            None if is_in_both && old.written => {
                facts.extend(fact(to, &sides.before.touchpoints, WayWhat::Removed(share)));
            }
            Some(&(now, new_share)) if differ(share, new_share) => {
                facts.extend(fact(now, &sides.after.touchpoints, WayWhat::Share(share, new_share)));
            }
            _ => {}
        }
    }
    for &(to, share) in new.to.iter().filter(|_| new.written) {
        let (is_in_both, known) = match to {
            WayEnd::Touchpoint(index) => (
                pairs.before_of(index).is_some(),
                old.to.iter().any(|(old, _)| matches!(old, WayEnd::Touchpoint(old) if pairs.are_linked(*old, index))),
            ),
            exit => (true, old.to.iter().any(|(old, _)| *old == exit)),
        };
        if is_in_both && !known {
            let to = resolve(to, &sides.after.touchpoints);
            facts.extend(to.map(|to| WayFact { before, after, to, what: WayWhat::Added(share) }));
        }
    }
}

/// A single way takes everybody, whether it says so or not; unknown shares do not differ from known ones.
fn differ(before: Option<f64>, after: Option<f64>) -> bool {
    matches!((before, after), (Some(before), Some(after)) if (before - after).abs() > 1e-9)
}

fn resolve<'m>(to: WayEnd<usize>, side: &[TouchpointRef<'m>]) -> Option<WayEnd<TouchpointRef<'m>>> {
    Some(match to {
        WayEnd::Touchpoint(index) => WayEnd::Touchpoint(*side.get(index)?),
        WayEnd::End => WayEnd::End,
        WayEnd::Lost => WayEnd::Lost,
    })
}

impl Ways {
    fn from(touchpoint: TouchpointRef<'_>) -> Self {
        let following = || touchpoint.following().map_or(WayEnd::End, |next| WayEnd::Touchpoint(next.index().0));
        let next = &touchpoint.body().next;
        let mut to: Vec<(WayEnd<usize>, Option<f64>)> = Vec::new();
        for way in next {
            let end = match &way.to.value {
                Target::Next => Some(following()),
                Target::End => Some(WayEnd::End),
                Target::Lost => Some(WayEnd::Lost),
                Target::Touchpoint(id) => touchpoint.map().find(id).map(|found| WayEnd::Touchpoint(found.index().0)),
            };
            let share = way.share.map(|share| share.value.0);
            match (end, to.iter_mut().find(|(known, _)| Some(*known) == end)) {
                (_, Some((_, sum))) => *sum = sum.zip(share).map(|(sum, share)| sum + share),
                (Some(end), None) => to.push((end, share)),
                (None, None) => {}
            }
        }
        if next.is_empty() {
            to.push((following(), None));
        }
        if let [(_, share)] = to.as_mut_slice() {
            *share = (next.len() <= 1).then_some(100.0).or(*share);
        }
        Self { to, written: !next.is_empty() }
    }
}
