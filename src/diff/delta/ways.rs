//! What differs in the ways that customers take: written ways between what is in both maps. A way that only follows
//! from the order of the file is an echo of what was added, removed or reordered.

use std::collections::HashMap;

use super::Sides;
use crate::graph::{Address, TouchpointRef};
use crate::model::Target;

/// Where a way leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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

impl WayFact<'_> {
    /// `way:A>B`, in the names of the side where the way is.
    #[must_use]
    pub fn address(&self) -> Address {
        let from = if matches!(self.what, WayWhat::Removed(_)) { self.before } else { self.after };
        let to = match &self.to {
            WayEnd::Touchpoint(to) => to.id(),
            WayEnd::End => "end",
            WayEnd::Lost => "lost",
        };
        Address::Way(from.id().to_owned(), to.to_owned())
    }
}

/// The ways from one touchpoint: each place once, with the sum of its shares.
struct Ways {
    to: Vec<(WayEnd<usize>, Option<f64>)>,
    places: HashMap<WayEnd<usize>, usize>,
    /// The conditions under which each is taken.
    whens: Vec<(WayEnd<usize>, String)>,
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
    let mut add = |to: WayEnd<usize>, side: &[TouchpointRef<'m>], what| {
        facts.extend(resolve(to, side).map(|to| WayFact { before, after, to, what }));
    };
    for &(to, share) in &old.to {
        let (is_in_both, now) = match to {
            WayEnd::Touchpoint(index) => (
                pairs.after_of(index).is_some(),
                pairs.became(index).iter().map(|&part| WayEnd::Touchpoint(part)).find(|&part| new.has(part)),
            ),
            exit => (true, Some(exit).filter(|&exit| new.has(exit))),
        };
        match now {
            None if is_in_both && old.written => add(to, &sides.before.touchpoints, WayWhat::Removed(share)),
            None => {}
            Some(now) => {
                let new_share = new.share(now);
                if differ(share, new_share) {
                    add(now, &sides.after.touchpoints, WayWhat::Share(share, new_share));
                }
            }
        }
    }
    for &(to, share) in new.to.iter().filter(|_| new.written) {
        let (is_in_both, is_known) = match to {
            WayEnd::Touchpoint(index) => (
                pairs.before_of(index).is_some(),
                pairs.came_from(index).iter().any(|&part| old.has(WayEnd::Touchpoint(part))),
            ),
            exit => (true, old.has(exit)),
        };
        if is_in_both && !is_known {
            add(to, &sides.after.touchpoints, WayWhat::Added(share));
        }
    }
}

/// A single way takes everybody, whether it says so or not; unknown shares do not differ from known ones.
fn differ(before: Option<f64>, after: Option<f64>) -> bool {
    matches!((before, after), (Some(before), Some(after)) if (before - after).abs() > 1e-9)
}

/// Whether a way of both maps has another condition, or a share on one side only.
pub(super) fn whens_differ(sides: &Sides<'_>, before: TouchpointRef<'_>, after: TouchpointRef<'_>) -> bool {
    let (old, new) = (Ways::from(before), Ways::from(after));
    let pairs = &sides.matching.touchpoints;
    old.to.iter().any(|&(to, share)| {
        let now = match to {
            WayEnd::Touchpoint(index) => pairs.after_of(index).map(WayEnd::Touchpoint),
            exit => Some(exit),
        };
        now.filter(|&now| new.has(now)).is_some_and(|now| {
            new.share(now).is_some() != share.is_some() && old.to.len() == new.to.len()
                || old.whens(to) != new.whens(now)
        })
    })
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
        let mut places = HashMap::new();
        let mut whens = Vec::new();
        for way in next {
            let end = match &way.to.value {
                Target::Next => Some(following()),
                Target::End => Some(WayEnd::End),
                Target::Lost => Some(WayEnd::Lost),
                Target::Touchpoint(id) => touchpoint.map().find(id).map(|found| WayEnd::Touchpoint(found.index().0)),
            };
            let share = way.share.map(|share| share.value.0);
            let Some(end) = end else { continue };
            whens.extend(way.when.as_ref().map(|when| (end, when.value.clone())));
            let at = *places.entry(end).or_insert(to.len());
            match to.get_mut(at) {
                Some((_, sum)) => *sum = sum.zip(share).map(|(sum, share)| sum + share),
                None => to.push((end, share)),
            }
        }
        if next.is_empty() {
            places.insert(following(), 0);
            to.push((following(), None));
        }
        if let [(_, share)] = to.as_mut_slice() {
            *share = (next.len() <= 1).then_some(100.0).or(*share);
        }
        whens.sort();
        Self { to, places, whens, written: !next.is_empty() }
    }

    fn whens(&self, to: WayEnd<usize>) -> Vec<&str> {
        self.whens.iter().filter(|(end, _)| *end == to).map(|(_, when)| when.as_str()).collect()
    }

    fn has(&self, to: WayEnd<usize>) -> bool {
        self.places.contains_key(&to)
    }

    fn share(&self, to: WayEnd<usize>) -> Option<f64> {
        self.to.get(*self.places.get(&to)?)?.1
    }
}
