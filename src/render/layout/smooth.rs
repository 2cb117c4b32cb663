//! A smooth line through points that never swings above or below them.

use crate::render::scene::{Point, Segment};

/// A cubic spline through points from left to right, monotone between each two. Source: F. N. Fritsch and R. E. Carlson,
/// "Monotone Piecewise Cubic Interpolation" (1980), with the slopes at the points as in M. Steffen, "A simple method for
/// monotonic interpolation in one dimension" (1990).
pub struct Spline {
    points: Vec<Point>,
    slopes: Vec<f64>,
}

impl Spline {
    pub fn through(points: Vec<Point>) -> Self {
        let secants: Vec<f64> = points.windows(2).map(secant).collect();
        let widths: Vec<f64> = points.windows(2).map(width).collect();
        let slopes = (0..points.len()).map(|at| {
            let left = at.checked_sub(1).and_then(|left| Some((*secants.get(left)?, *widths.get(left)?)));
            let right = secants.get(at).copied().zip(widths.get(at).copied());
            match (left, right) {
                (Some(left), Some(right)) => slope(left, right),
                (Some((secant, _)), None) | (None, Some((secant, _))) => secant,
                (None, None) => 0.0,
            }
        });
        let slopes = slopes.collect();
        Self { points, slopes }
    }

    /// The line, as Bézier curves.
    pub fn path(&self) -> Vec<Segment> {
        let Some(first) = self.points.first() else { return Vec::new() };
        let mut path = vec![Segment::Move(*first)];
        for (ends, slopes) in self.points.windows(2).zip(self.slopes.windows(2)) {
            let ([from, to], [out, into]) = (ends, slopes) else { continue };
            let third = (to.x - from.x) / 3.0;
            path.push(Segment::Curve(
                Point::new(from.x + third, from.y + out * third),
                Point::new(to.x - third, to.y - into * third),
                *to,
            ));
        }
        path
    }

    /// How high the line is there, if it goes there.
    pub fn at(&self, x: f64) -> Option<f64> {
        let right = self.points.partition_point(|point| point.x < x);
        if right == 0 {
            return self.points.first().filter(|first| (first.x - x).abs() < 1e-9).map(|first| first.y);
        }
        let (from, to) = (self.points.get(right - 1)?, self.points.get(right)?);
        let (out, into) = (self.slopes.get(right - 1)?, self.slopes.get(right)?);
        let width = to.x - from.x;
        let t = (x - from.x) / width;
        let (t2, t3) = (t * t, t * t * t);
        Some(
            (2.0 * t3 - 3.0 * t2 + 1.0) * from.y
                + (t3 - 2.0 * t2 + t) * width * out
                + (3.0 * t2 - 2.0 * t3) * to.y
                + (t3 - t2) * width * into,
        )
    }
}

fn width(pair: &[Point]) -> f64 {
    if let [from, to] = pair { to.x - from.x } else { 1.0 }
}

fn secant(pair: &[Point]) -> f64 {
    if let [from, to] = pair { (to.y - from.y) / (to.x - from.x) } else { 0.0 }
}

/// The slope at a point between two stretches, each with its secant and its width: flat at a turning point, else never
/// so steep that the line would swing over.
fn slope((left, left_width): (f64, f64), (right, right_width): (f64, f64)) -> f64 {
    if left * right <= 0.0 {
        return 0.0;
    }
    let mean = (left * right_width + right * left_width) / (left_width + right_width);
    mean.abs().min(2.0 * left.abs()).min(2.0 * right.abs()).copysign(left)
}

#[cfg(test)]
mod tests {
    use super::Spline;
    use crate::render::scene::Point;

    fn spline(heights: &[f64]) -> Spline {
        Spline::through(heights.iter().zip(0_u8..).map(|(&y, x)| Point::new(f64::from(x), y)).collect())
    }

    #[test]
    fn the_line_goes_through_its_points_and_never_swings_over() {
        let heights = [3.0, 3.0, 5.0, 1.0, 1.0, 2.0, 4.5, 4.6, 0.0];
        let line = spline(&heights);
        for (at, pair) in heights.windows(2).enumerate() {
            let (low, high) = (pair[0].min(pair[1]), pair[0].max(pair[1]));
            for step in 0..=50 {
                let x = f64::from(u8::try_from(at).unwrap_or_default()) + f64::from(step) / 50.0;
                let y = line.at(x);
                assert!(y.is_some_and(|y| (low - 1e-9..=high + 1e-9).contains(&y)), "{y:?} at {x}");
            }
        }
        assert_eq!((line.at(2.0), line.at(8.0), line.at(-0.1), line.at(8.1)), (Some(5.0), Some(0.0), None, None));
    }

    #[test]
    fn slopes_are_those_of_steffen() {
        // Secants 1 and 3: their mean is 2, and no slope is more than twice the smaller secant.
        assert_eq!(spline(&[0.0, 1.0, 4.0]).slopes, [1.0, 2.0, 3.0]);
        assert_eq!(spline(&[0.0, 1.0, 9.0]).slopes, [1.0, 2.0, 8.0]);
        assert_eq!(spline(&[0.0, 1.0, 0.0]).slopes, [1.0, 0.0, -1.0]);
        assert_eq!(spline(&[7.0]).slopes, [0.0]);
        assert!(spline(&[]).path().is_empty());
    }
}
