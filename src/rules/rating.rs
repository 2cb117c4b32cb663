//! Ratings as parts of their scale: 2 of 1–5 and 2.5 of 0–10 are judged alike.

use crate::graph::Map;

/// The scale of a map's ratings.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ratings {
    min: f64,
    length: f64,
}

impl Ratings {
    /// The scale; none where it could not be read, since nobody knows then what a rating is worth.
    pub(super) fn of(map: &Map) -> Option<Self> {
        let (min, max) = map.journey().scale();
        (!map.journey().broken.has("scale")).then_some(Self { min, length: max - min })
    }

    /// How high a rating lies on the scale, in percent of its length.
    pub(super) fn height(self, rating: f64) -> f64 {
        percent((rating - self.min) / self.length)
    }

    /// How far an experience lies below an expectation, in percent of the scale's length; negative above it.
    pub(super) fn shortfall(self, expectation: f64, experience: f64) -> f64 {
        percent((expectation - experience) / self.length)
    }
}

/// A part of the whole in percent, without what binary fractions leave behind.
fn percent(part: f64) -> f64 {
    (part * 1e9).round() / 1e7
}
