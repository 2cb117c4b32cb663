//! What follows from closings, as facts. Touchpoints are known by their numbers, which are the same before and after.

use super::Closing;
use super::blocked::{Blocked, blocked, no_longer_begin};
use super::detour::Detour;
use super::narrowed::{Narrowed, narrowed};
use super::ownerless::{Ownerless, ownerless};
use super::standing::{Goal, Standing};
use super::unsaid::{Unsaid, unsaid};
use crate::graph::{Address, Map, Place, TouchpointIndex, TouchpointRef};
use crate::model::Duration;

/// What follows from closings.
#[derive(Debug, Clone)]
pub struct Consequences {
    /// The touchpoints that close, each with those where customers go instead.
    pub closed: Vec<(TouchpointIndex, Vec<TouchpointIndex>)>,
    /// The touchpoints that stay open with restrictions.
    pub limited: Vec<TouchpointIndex>,
    /// Where customers who could complete the journey get no further.
    pub blocked: Vec<Blocked>,
    /// Where journeys began that could be completed, and no longer can from there.
    pub no_longer_begin: Vec<TouchpointIndex>,
    /// The touchpoints that are left with one channel.
    pub narrowed: Vec<Narrowed>,
    /// The ends that have fewer ways: the end of the journey, and moments of truth.
    pub fewer: Vec<Fewer>,
    /// Open touchpoints that customers no longer get to.
    pub out_of_reach: Vec<TouchpointIndex>,
    /// Touchpoints that every way to something passes.
    pub alone: Vec<Alone>,
    /// Promises that can no longer be kept.
    pub broken: Vec<Broken>,
    /// Solutions that nobody answers for any more.
    pub ownerless: Vec<Ownerless>,
    /// The main way before and after.
    pub detour: Detour,
    /// What share of the customers reaches the end.
    pub shares: Vec<Share>,
    /// What the map does not say.
    pub unsaid: Vec<Unsaid>,
}

/// A place with fewer ways to it than before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fewer {
    /// The touchpoint of the moment of truth; the end of the journey where there is none.
    pub moment: Option<TouchpointIndex>,
    /// How many ways there were.
    pub before: usize,
    /// How many are left.
    pub after: usize,
}

/// A touchpoint that stands alone: it has no alternative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alone {
    /// The touchpoint.
    pub touchpoint: TouchpointIndex,
    /// The moments of truth that every way to passes it; `None` is the end of the journey.
    pub before: Vec<Option<TouchpointIndex>>,
    /// Whether it had an alternative, or nobody had to pass here.
    pub is_new: bool,
}

/// A promise that can no longer be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// `promise:T/P`
    pub address: Address,
    /// What is promised.
    pub title: String,
    /// The deadline that is promised.
    pub within: Option<Duration>,
    /// Where it is made.
    pub made_at: TouchpointIndex,
    /// Where it would be kept.
    pub kept_at: TouchpointIndex,
    /// Whether customers still hear it.
    pub is_still_made: bool,
}

/// What percentage of those who begin somewhere reaches the end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Share {
    /// Where they begin.
    pub way_in: TouchpointIndex,
    /// Before the closings.
    pub before: f64,
    /// After them; unknown where the map does not say how customers divide.
    pub after: Option<f64>,
}

impl Consequences {
    pub(super) fn between(before: &Standing<'_>, after: &Standing<'_>, closings: &[Closing]) -> Self {
        let closed = closed(before.map, after.map);
        let alone = alone(before, after, &closed);
        Self {
            limited: newly(before, after, |touchpoint| !touchpoint.is_closed() && !is_as_usual(touchpoint)),
            blocked: blocked(before, after),
            no_longer_begin: no_longer_begin(before, after),
            narrowed: narrowed(before, after),
            fewer: before.goals.iter().zip(&after.goals).filter_map(|(before, after)| fewer(before, after)).collect(),
            out_of_reach: out_of_reach(before.map, after.map),
            alone,
            broken: broken(before, after),
            ownerless: ownerless(before.map, closings),
            detour: Detour::between(before, after),
            shares: shares(before.map, after.map),
            unsaid: unsaid(before.map, after.map, &closed),
            closed,
        }
    }

    /// Whether nothing is otherwise: what was to close is closed already, or stands nowhere in the journey.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.closed.is_empty() && self.limited.is_empty() && self.narrowed.is_empty()
    }

    /// What was cut off altogether.
    pub fn cut_off(&self) -> impl Iterator<Item = &Fewer> {
        self.fewer.iter().filter(|fewer| fewer.after == 0)
    }

    /// Whether the end of the journey is cut off.
    #[must_use]
    pub fn is_end_cut_off(&self) -> bool {
        self.cut_off().any(|fewer| fewer.moment.is_none())
    }

    /// Whether a touchpoint closes and nothing takes its place: what belongs to it is lost on any reading of the map.
    #[must_use]
    pub fn is_lost(&self, touchpoint: TouchpointIndex) -> bool {
        self.closed.iter().any(|(closed, instead)| *closed == touchpoint && instead.is_empty())
    }

    /// Whether customers of the main way get no further, so that the new one is that of others.
    #[must_use]
    pub fn is_main_way_blocked(&self) -> bool {
        let Some(way) = &self.detour.way.before else { return false };
        let is_on_way = |at: &TouchpointIndex| way.contains(at);
        way.first().is_some_and(|first| self.no_longer_begin.contains(first))
            || self.blocked.iter().any(|blocked| is_on_way(&blocked.after) && blocked.by.iter().any(is_on_way))
    }

    /// The touchpoints that stand alone and did not before.
    pub fn newly_alone(&self) -> impl Iterator<Item = &Alone> {
        self.alone.iter().filter(|alone| alone.is_new)
    }
}

fn is_as_usual(touchpoint: TouchpointRef<'_>) -> bool {
    touchpoint.availability() == crate::model::Availability::Available
}

/// The touchpoints of which something holds after and did not before.
fn newly(
    before: &Standing<'_>,
    after: &Standing<'_>,
    holds: impl Fn(TouchpointRef<'_>) -> bool,
) -> Vec<TouchpointIndex> {
    let pairs = before.map.touchpoints().zip(after.map.touchpoints());
    pairs.filter(|(before, after)| !holds(*before) && holds(*after)).map(|(_, after)| after.index()).collect()
}

fn closed(before: &Map, after: &Map) -> Vec<(TouchpointIndex, Vec<TouchpointIndex>)> {
    let pairs = before.touchpoints().zip(after.touchpoints());
    let closed = pairs.filter(|(before, after)| !before.is_closed() && after.is_closed());
    closed.map(|(_, closed)| (closed.index(), after.flow().lives_at(closed.index()))).collect()
}

fn fewer(before: &Goal, after: &Goal) -> Option<Fewer> {
    let (was, is) = (before.ways?, after.ways?);
    (is < was).then_some(Fewer { moment: before.moment, before: was, after: is })
}

fn out_of_reach(before: &Map, after: &Map) -> Vec<TouchpointIndex> {
    let is_reached = |map: &Map, at: TouchpointIndex| map.flow().open().is_reached(Place::Touchpoint(at));
    let open = after.touchpoints().filter(|touchpoint| !touchpoint.is_closed()).map(TouchpointRef::index);
    open.filter(|&at| is_reached(before, at) && !is_reached(after, at)).collect()
}

/// The touchpoints without alternative, those that are new to it first, else in the order of the file. What stands in for
/// a closed one that had none either is not new: as much hangs on it as before.
fn alone(
    before: &Standing<'_>,
    after: &Standing<'_>,
    closed: &[(TouchpointIndex, Vec<TouchpointIndex>)],
) -> Vec<Alone> {
    let mut alone: Vec<Alone> = Vec::new();
    let mut place = vec![None; after.map.touchpoints().len()];
    for (was, is) in before.goals.iter().zip(&after.goals) {
        let mut passed = was.bottlenecks.clone();
        passed.sort_unstable();
        let was_passed = |at: &TouchpointIndex| passed.binary_search(at).is_ok();
        let stands_in =
            |at: &TouchpointIndex| closed.iter().any(|(closed, instead)| instead.contains(at) && was_passed(closed));
        for at in &is.bottlenecks {
            let is_new = !was_passed(at) && !stands_in(at);
            let Some(place) = place.get_mut(at.0) else { continue };
            let entry = *place.get_or_insert_with(|| {
                alone.push(Alone { touchpoint: *at, before: Vec::new(), is_new: false });
                alone.len() - 1
            });
            let Some(entry) = alone.get_mut(entry) else { continue };
            if is_new && !entry.is_new {
                entry.before.clear();
                entry.is_new = true;
            }
            // Of one that is new to something, only that is told.
            if is_new || !entry.is_new {
                entry.before.push(is.moment);
            }
        }
    }
    alone.sort_by_key(|alone| (!alone.is_new, alone.touchpoint));
    alone
}

fn broken(before: &Standing<'_>, after: &Standing<'_>) -> Vec<Broken> {
    let is_new = |address: &Address| !before.broken.iter().any(|broken| broken.address == *address);
    let broken = after.broken.iter().filter(|broken| is_new(&broken.address)).map(|broken| {
        let (title, id) = (broken.promise.title.as_ref(), broken.promise.id.as_ref());
        let title = title.map(|title| title.value.clone()).or_else(|| id.map(ToString::to_string));
        Broken {
            address: broken.address.clone(),
            title: title.unwrap_or_default(),
            within: broken.promise.within.map(|within| within.value),
            made_at: broken.made_at.index(),
            kept_at: broken.kept_at.index(),
            is_still_made: broken.is_still_made,
        }
    });
    broken.collect()
}

/// The share of each way in of which it is known before.
fn shares(before: &Map, after: &Map) -> Vec<Share> {
    let (was, is) = (before.flow(), after.flow());
    let arrive = |way_in: TouchpointIndex| match is.lives_at(way_in).as_slice() {
        _ if is.may_live_anywhere(way_in) => None,
        [only] => is.share_to_end(*only),
        // Nobody gets in, unless customers go straight on.
        [] if !after.at(way_in).is_optional() => Some(0.0),
        _ => None,
    };
    let ways_in = was.open().ways_in().iter().filter_map(|&way_in| Some((way_in, was.share_to_end(way_in)?)));
    ways_in.map(|(way_in, share)| Share { way_in, before: share, after: arrive(way_in) }).collect()
}
