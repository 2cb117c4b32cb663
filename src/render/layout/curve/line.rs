//! A rating along the main way: a smooth line, with a gap wherever it is unknown.

use crate::graph::TouchpointRef;
use crate::render::layout::smooth::Spline;
use crate::render::scene::{Point, Segment};

/// A line in stretches.
pub struct Line {
    stretches: Vec<Spline>,
    /// By the places of the main way, which stretch goes there.
    stretch_of: Vec<Option<usize>>,
}

impl Line {
    /// The line of a rating through touchpoints in the order in which customers pass them; `place` says where it stands,
    /// if it is known. A way back begins a new stretch.
    pub fn through(way: &[TouchpointRef<'_>], place: impl Fn(TouchpointRef<'_>) -> Option<Point>) -> Self {
        let mut runs: Vec<Vec<Point>> = vec![Vec::new()];
        let mut stretch_of = Vec::with_capacity(way.len());
        for &touchpoint in way {
            let point = place(touchpoint);
            let last = runs.last().and_then(|run| run.last());
            let goes_on = point.is_some_and(|point| last.is_none_or(|last| last.x < point.x));
            if !goes_on && last.is_some() {
                runs.push(Vec::new());
            }
            stretch_of.push(point.map(|_| runs.len() - 1));
            if let Some(run) = runs.last_mut() {
                run.extend(point);
            }
        }
        Self { stretches: runs.into_iter().map(Spline::through).collect(), stretch_of }
    }

    /// What is drawn of it.
    pub fn paths(&self) -> impl Iterator<Item = Vec<Segment>> {
        self.stretches.iter().map(Spline::path).filter(|path| path.len() > 1)
    }

    /// The stretch that goes from one place of the main way to the next.
    pub fn onward_from(&self, place: usize) -> Option<&Spline> {
        let stretch = (*self.stretch_of.get(place)?)?;
        let onward = (*self.stretch_of.get(place + 1)?)?;
        self.stretches.get(stretch).filter(|_| stretch == onward)
    }

    /// How high it is there, if it goes there.
    pub fn at(&self, x: f64) -> Option<f64> {
        self.stretches.iter().find_map(|stretch| stretch.at(x))
    }
}
