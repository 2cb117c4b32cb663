//! A small drawing of the curve of a journey, to tell maps apart at a glance.

use std::fmt::Write;

use askama::Template;

use super::labels::PageLabel;
use crate::graph::{Map, TouchpointRef};
use crate::render::Tongue;
use crate::render::labels::Wording;

/// Expectation and experience along the main way, or along the file where there is none.
#[derive(Template)]
#[template(path = "thumbnail.html")]
pub struct Thumbnail {
    description: &'static str,
    /// How wide it is, without the margin.
    width: usize,
    expectation: String,
    experience: String,
    /// Each known gap, as a line from expectation to experience, and whether experience falls short.
    gaps: Vec<(String, bool)>,
}

/// How high it is, without the margin.
const HEIGHT: f64 = 56.0;
/// From one touchpoint to the next.
const STEP: usize = 20;

impl Thumbnail {
    /// The curve of a map, if anything is known.
    pub fn of(map: &Map, tongue: Tongue) -> Option<Self> {
        let way = map.flow().main_way().map(|way| way.iter().map(|&index| map.at(index)).collect());
        let way: Vec<_> = way.unwrap_or_else(|| map.touchpoints().collect());
        let (min, max) = map.journey().scale();
        let y = |rating: f64| ((max - rating) / (max - min) * HEIGHT).clamp(0.0, HEIGHT).round();
        let places = || way.iter().enumerate().map(|(at, touchpoint)| (at * STEP, touchpoint));
        let gap = |(x, touchpoint): (usize, &TouchpointRef<'_>)| {
            let gap = touchpoint.gap().filter(|gap| gap.abs() > 0.0)?;
            Some((format!("M{x} {}V{}", y(touchpoint.expectation()?), y(touchpoint.experience()?)), gap < 0.0))
        };
        let thumbnail = Self {
            description: PageLabel::Curve.wording(tongue),
            width: way.len().saturating_sub(1).max(1) * STEP,
            expectation: line(places().map(|(x, touchpoint)| (x, touchpoint.expectation().map(y)))),
            experience: line(places().map(|(x, touchpoint)| (x, touchpoint.experience().map(y)))),
            gaps: places().filter_map(gap).collect(),
        };
        (!thumbnail.experience.is_empty() || !thumbnail.expectation.is_empty()).then_some(thumbnail)
    }
}

/// A line through known places, broken where one is unknown; a single place is a dot.
fn line(places: impl Iterator<Item = (usize, Option<f64>)>) -> String {
    let mut path = String::new();
    let mut is_begun = false;
    for (x, y) in places {
        if let Some(y) = y {
            // Writing to a string cannot fail.
            let _ = if is_begun { write!(path, "L{x} {y}") } else { write!(path, "M{x} {y}h0") };
        }
        is_begun = y.is_some();
    }
    path
}
