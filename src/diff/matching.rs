//! The first half of the first stage: what is the same in both maps.
//!
//! Kind by kind, each using the pairs of those before it: channels, phases, touchpoints, then what stands on them. What
//! is left over after ids, former ids and titles is inferred, unless that is not wanted.

mod infer;
mod likeness;
mod pairs;
mod traits;

pub use pairs::{Clues, Grounds, Named, Pairing, Pairs, Reach};

use super::inventory::{Inventory, Site};
use crate::graph::Map;
use crate::model::Text;
use Reach::{Anywhere, Inside};
use infer::{Traits, Weights, infer};

/// What is the same in both maps, kind by kind; the numbers are those of the inventories.
#[derive(Debug)]
pub struct Matching {
    /// Channels.
    pub channels: Pairs,
    /// Phases.
    pub phases: Pairs,
    /// Touchpoints.
    pub touchpoints: Pairs,
    /// Moments of truth.
    pub moments: Pairs,
    /// Friction points.
    pub friction: Pairs,
    /// Promises.
    pub promises: Pairs,
    /// Solutions.
    pub solutions: Pairs,
    /// Needs.
    pub needs: Pairs,
    /// Measures.
    pub measures: Pairs,
}

impl Matching {
    /// Finds what is the same. `renames`: whether names are inferred; `turned`: whether the after side is the one from
    /// which ties are settled.
    #[must_use]
    pub fn of(before: &Inventory<'_>, after: &Inventory<'_>, renames: bool, turned: bool) -> Self {
        let guess = Guess { is_wanted: renames, turned };
        let channels = guess.among(
            unique(&channels(before), &channels(after)),
            || [traits::channels(before), traits::channels(after)],
            traits::OF_CHANNELS,
        );
        let phases = guess.among(
            unique(&phases(before.map), &phases(after.map)),
            || [traits::phases(before), traits::phases(after)],
            traits::OF_PHASES,
        );
        let mut places = Places::default();
        (places.before.phases, places.after.phases) = phases.places();
        let by_channel = channels.places();
        let touchpoints = guess.among(
            unique(&touchpoints(before, &places.before), &touchpoints(after, &places.after)),
            || {
                [
                    traits::touchpoints(before, &by_channel.0, &places.before),
                    traits::touchpoints(after, &by_channel.1, &places.after),
                ]
            },
            traits::OF_TOUCHPOINTS,
        );
        (places.before.touchpoints, places.after.touchpoints) = touchpoints.places();

        let [old, new] = [moments(before, &places.before), moments(after, &places.after)];
        let moments = guess.by_title(moments_of(&old, &new), &old, &new);
        let [old, new] = [friction(before, &places.before), friction(after, &places.after)];
        let friction = guess.by_title(local(&old, &new), &old, &new);
        (places.before.friction, places.after.friction) = friction.places();
        let [old, new] = [promises(before, &places.before), promises(after, &places.after)];
        let promises = guess.by_title(local(&old, &new), &old, &new);
        let [old, new] = [solutions(before, &places.before), solutions(after, &places.after)];
        let solutions = guess.by_title(solutions_of(&old, &new), &old, &new);
        let needs = needs_of(&needs(before, &places.before), &needs(after, &places.after));
        let measures = needs_of(&measures(before, &places.before), &measures(after, &places.after));
        Self { channels, phases, touchpoints, moments, friction, promises, solutions, needs, measures }
    }
}

/// Whether and how names are inferred.
#[derive(Clone, Copy)]
struct Guess {
    is_wanted: bool,
    turned: bool,
}

impl Guess {
    fn among<'a>(self, pairing: Pairing<'_>, traits: impl FnOnce() -> [Vec<Traits<'a>>; 2], weights: Weights) -> Pairs {
        if !self.is_wanted || pairing.is_complete() {
            return pairing.finish();
        }
        let [before, after] = traits();
        pairing.infer(|pairing| infer(pairing, [&before, &after], weights, self.turned)).finish()
    }

    fn by_title(self, pairing: Pairing<'_>, before: &[Named<'_>], after: &[Named<'_>]) -> Pairs {
        self.among(pairing, || [traits::named(before), traits::named(after)], traits::OF_WHAT_STANDS_THERE)
    }
}

/// Things whose ids are unique in the map.
fn unique<'a>(before: &'a [Named<'a>], after: &'a [Named<'a>]) -> Pairing<'a> {
    let pairing = Pairing::new(before, after, true).written_ids().ids(Inside).ids(Anywhere);
    pairing.was(Anywhere).titles(Inside).titles(Anywhere)
}

/// Things whose ids are unique within what they stand on only.
fn local<'a>(before: &'a [Named<'a>], after: &'a [Named<'a>]) -> Pairing<'a> {
    let inside = Pairing::new(before, after, false).ids(Inside).was(Inside).titles(Inside);
    inside.ids(Anywhere).was(Anywhere).titles(Anywhere)
}

fn moments_of<'a>(before: &'a [Named<'a>], after: &'a [Named<'a>]) -> Pairing<'a> {
    let by_name = Pairing::new(before, after, false).written_ids().was(Anywhere).titles(Inside).titles(Anywhere);
    by_name.only_one_inside()
}

/// A written id is one solution wherever it stands; the others belong to their places.
fn solutions_of<'a>(before: &'a [Named<'a>], after: &'a [Named<'a>]) -> Pairing<'a> {
    let inside = Pairing::new(before, after, false).written_ids().ids(Inside).was(Inside).titles(Inside);
    inside.was(Anywhere).ids(Anywhere).titles(Anywhere)
}

/// The same words elsewhere are another need, and the same metric elsewhere another measure.
fn needs_of(before: &[Named<'_>], after: &[Named<'_>]) -> Pairs {
    Pairing::new(before, after, false).ids(Inside).finish()
}

/// Which numbered place everything of one map stands in: equal numbers are the same place in both maps.
#[derive(Default)]
struct Numbers {
    phases: Vec<Option<usize>>,
    touchpoints: Vec<Option<usize>>,
    friction: Vec<Option<usize>>,
}

#[derive(Default)]
struct Places {
    before: Numbers,
    after: Numbers,
}

impl Numbers {
    /// One number for each place of any kind: the kinds take turns.
    fn at(&self, site: Site) -> Option<usize> {
        let (list, index, kind) = match site {
            Site::Map => return Some(0),
            Site::Phase(index) => (&self.phases, index, 1),
            Site::Touchpoint(index) => (&self.touchpoints, index, 2),
            Site::Friction(index) => (&self.friction, index, 3),
        };
        Some(4 * (*list.get(index)?)? + kind)
    }
}

fn text(text: Option<&Text>) -> Option<&str> {
    text.map(|text| text.as_str())
}

fn channels<'a>(of: &'a Inventory<'_>) -> Vec<Named<'a>> {
    let named = of.channels.iter().map(|channel| Named {
        id: &channel.id,
        written: channel.body.is_some(),
        title: Some(channel.title),
        was: channel.body.map_or(&[], |body| &body.was),
        place: None,
    });
    named.collect()
}

fn phases(map: &Map) -> Vec<Named<'_>> {
    let named = map.phases().map(|phase| {
        let body = phase.body();
        Named { id: phase.id(), written: body.id.is_some(), title: Some(&body.title), was: &body.was, place: None }
    });
    named.collect()
}

fn touchpoints<'a>(of: &'a Inventory<'_>, places: &Numbers) -> Vec<Named<'a>> {
    let named = of.touchpoints.iter().map(|touchpoint| {
        let body = touchpoint.body();
        Named {
            id: touchpoint.id(),
            written: body.id.is_some(),
            title: Some(&body.title),
            was: &body.was,
            place: places.at(Site::Phase(touchpoint.phase().index())),
        }
    });
    named.collect()
}

fn moments<'a>(of: &'a Inventory<'_>, places: &Numbers) -> Vec<Named<'a>> {
    let named = of.moments.iter().map(|moment| Named {
        id: moment.id,
        written: moment.body.id.is_some(),
        title: text(moment.body.title.as_ref()),
        was: &moment.body.was,
        place: places.at(Site::Touchpoint(moment.touchpoint.index().0)),
    });
    named.collect()
}

fn friction<'a>(of: &'a Inventory<'_>, places: &Numbers) -> Vec<Named<'a>> {
    let named = of.friction.iter().map(|friction| Named {
        id: &friction.id,
        written: friction.body.id.is_some(),
        title: text(friction.body.title.as_ref()),
        was: &friction.body.was,
        place: places.at(friction.site),
    });
    named.collect()
}

fn promises<'a>(of: &'a Inventory<'_>, places: &Numbers) -> Vec<Named<'a>> {
    let named = of.promises.iter().map(|promise| Named {
        id: &promise.id,
        written: promise.body.id.is_some(),
        title: text(promise.body.title.as_ref()),
        was: &promise.body.was,
        place: places.at(Site::Touchpoint(promise.touchpoint.index().0)),
    });
    named.collect()
}

fn solutions<'a>(of: &'a Inventory<'_>, places: &Numbers) -> Vec<Named<'a>> {
    let named = of.solutions.iter().map(|solution| Named {
        id: &solution.id,
        written: solution.body.id.is_some(),
        title: text(solution.body.title.as_ref()),
        was: &solution.body.was,
        place: solution.sites.first().and_then(|&site| places.at(site)),
    });
    named.collect()
}

fn needs<'a>(of: &'a Inventory<'_>, places: &Numbers) -> Vec<Named<'a>> {
    let named = of.needs.iter().map(|need| Named {
        id: &need.id,
        written: false,
        title: Some(need.text),
        was: &[],
        place: places.at(need.site),
    });
    named.collect()
}

fn measures<'a>(of: &'a Inventory<'_>, places: &Numbers) -> Vec<Named<'a>> {
    let named = of.measures.iter().map(|measure| Named {
        id: &measure.id,
        written: false,
        title: Some(&measure.body.metric),
        was: &[],
        place: places.at(measure.site),
    });
    named.collect()
}
