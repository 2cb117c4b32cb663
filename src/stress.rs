//! What if: a map beside itself with something closed. Who is kept from what, what stands alone, which way is left.
//!
//! The closings are written into a copy of the journey, and the copy is a map like any other: what it says of the flow,
//! and how it differs from the first, is found by what answers the same questions of maps that people wrote.

mod apply;
mod blocked;
mod consequences;
mod detour;
mod harm;
mod name;
mod narrowed;
mod ownerless;
pub mod report;
mod standing;
mod unsaid;

use rayon::prelude::*;
use thiserror::Error;

pub use blocked::Blocked;
pub use consequences::{Alone, Consequences, Fewer, Share};
pub use detour::{Detour, Sides};
pub use harm::Harm;
pub use name::{Unknown, all, find};
pub use narrowed::Narrowed;
pub use ownerless::Ownerless;
pub use unsaid::Unsaid;

use crate::diff::{Change, Options, compare_with};
use crate::graph::Map;
use crate::model::{Availability, words};
use crate::tongue::Tongue;
use standing::Standing;

words! {
    /// What can close.
    Subject = "something that can close" {
        /// A channel, and with it what happens only there.
        Channel = "channel",
        /// A touchpoint.
        Touchpoint = "touchpoint",
        /// A team: what it answers for, and where it has a step to do.
        Owner = "owner",
        /// A system: what runs on it.
        System = "system",
    }
}

/// Something that closes, or is limited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closing {
    /// What kind of thing it is.
    pub subject: Subject,
    /// Its id, or the slug of its name.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// How far it closes: limited or unavailable.
    pub level: Availability,
}

impl Closing {
    /// `channel:branch`
    #[must_use]
    pub fn name(&self) -> String {
        format!("{}:{}", self.subject, self.id)
    }
}

/// Closings that happen together, and what follows from them.
#[derive(Debug, Clone)]
pub struct Scenario {
    /// What closes.
    pub closings: Vec<Closing>,
    /// What follows for customers.
    pub consequences: Consequences,
    /// How much harm that is.
    pub harm: Harm,
}

/// The answer to a question about one map.
#[derive(Debug)]
pub struct Stress<'m> {
    /// The map as it is.
    pub map: &'m Map,
    /// What was closed in turn, if it was each of a kind; else there is one scenario.
    pub each: Option<Subject>,
    /// The scenarios, those that do the most harm first.
    pub scenarios: Vec<Scenario>,
}

/// More closings than are tried on so large a map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("closing each of {count} in turn is too much for a map of {touchpoints} touchpoints: name some with `--close`")]
pub struct TooMany {
    /// How many closings that would be.
    pub count: usize,
    /// How many touchpoints the map has.
    pub touchpoints: usize,
}

/// How many closings times how many touchpoints are tried: each closing is a whole map.
const MAX_EACH: usize = 1_000_000;

impl<'m> Stress<'m> {
    /// What happens when all of these close together.
    #[must_use]
    pub fn of(map: &'m Map, closings: Vec<Closing>) -> Self {
        let scenario = Scenario::of(&Standing::of(map), closings);
        Self { map, each: None, scenarios: vec![scenario] }
    }

    /// What happens when each thing of a kind closes, one at a time. Those that do equal harm are in the order of the file.
    ///
    /// # Errors
    /// When there are too many for so large a map.
    pub fn each(map: &'m Map, subject: Subject) -> Result<Self, TooMany> {
        let all = name::all(map, subject);
        let (count, touchpoints) = (all.len(), map.touchpoints().len());
        if count.saturating_mul(touchpoints) > MAX_EACH {
            return Err(TooMany { count, touchpoints });
        }
        let before = Standing::of(map);
        let close = |(id, title)| Closing { subject, id, title, level: Availability::Unavailable };
        let mut scenarios: Vec<_> =
            all.into_par_iter().map(|named| Scenario::of(&before, vec![close(named)])).collect();
        scenarios.sort_by(|one, other| other.harm.worse_first(&one.harm));
        Ok(Self { map, each: Some(subject), scenarios })
    }

    /// How the map differs from itself after the closings of a scenario, as `cxmap diff` tells it.
    #[must_use]
    pub fn changes(&self, scenario: &Scenario, tongue: Tongue) -> Vec<Change> {
        let options = Options { tongue, ..Options::default() };
        compare_with(self.map, &apply::close(self.map, &scenario.closings), options)
    }
}

impl Scenario {
    fn of(before: &Standing<'_>, closings: Vec<Closing>) -> Self {
        let map = apply::close(before.map, &closings);
        let consequences = Consequences::between(before, &Standing::of(&map), &closings);
        let harm = Harm::of(before.map, &consequences);
        Self { closings, consequences, harm }
    }
}
