//! Arcs above each other, as few tracks as they need, like the staves of a score.

use super::{Arc, CLEAR};

/// How many tracks there are at most: what has no room is told on its card.
pub const MOST: usize = 12;
/// How far two arcs on a track keep from each other.
const APART: f64 = 8.0;

/// A track: its height, and what is taken of it.
#[derive(Default)]
struct Track {
    height: f64,
    /// From left to right, without overlaps.
    taken: Vec<Taken>,
}

/// A stretch of a track.
struct Taken {
    left: f64,
    right: f64,
    /// Where the arcs that run here lead and from which side, if others may join them: they say nothing.
    joins: Option<(usize, bool)>,
}

/// Gives every arc the lowest track that is free, the short ones first. Gives the heights of the tracks, and the arcs that
/// none has room for.
pub fn tracks(arcs: &mut Vec<Arc>) -> (Vec<f64>, Vec<Arc>) {
    let length = |arc: &Arc| arc.from.abs_diff(arc.to);
    arcs.sort_by_key(|arc| (length(arc), arc.from, arc.to));
    let mut tracks: Vec<Track> = Vec::new();
    let (mut placed, mut left_out) = (Vec::new(), Vec::new());
    for mut arc in std::mem::take(arcs) {
        let free = tracks.iter_mut().position(|track| track.takes(&arc));
        let free = free.or_else(|| {
            tracks.push(Track::default());
            tracks.last_mut().is_some_and(|track| track.takes(&arc)).then(|| tracks.len() - 1)
        });
        match free {
            Some(track) if track < MOST => {
                arc.track = track;
                placed.push(arc);
            }
            _ => {
                tracks.truncate(MOST);
                left_out.push(arc);
            }
        }
    }
    *arcs = placed;
    (tracks.into_iter().map(|track| track.height).collect(), left_out)
}

impl Track {
    /// Takes an arc where there is room for it.
    fn takes(&mut self, arc: &Arc) -> bool {
        let (left, right) = arc.reach();
        let joins = arc.label.is_empty().then(|| (arc.to, arc.is_forward()));
        let first = self.taken.partition_point(|taken| taken.right + APART < left);
        let met = self.taken.iter().skip(first).take_while(|taken| taken.left <= right + APART).count();
        let met = first..first + met;
        let others = self.taken.get(met.clone()).unwrap_or_default();
        if others.iter().any(|other| joins.is_none() || other.joins != joins) {
            return false;
        }
        let left = others.iter().map(|other| other.left).fold(left, f64::min);
        let right = others.iter().map(|other| other.right).fold(right, f64::max);
        self.taken.splice(met, [Taken { left, right, joins }]);
        self.height = self.height.max(arc.label_height() + 2.0 * CLEAR);
        true
    }
}
