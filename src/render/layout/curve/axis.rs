//! The scale of the curves and what their lines and colours mean.

use crate::render::labels::Label;
use crate::render::layout::Plan;
use crate::render::layout::grid::{GUTTER, LABELS, MARGIN, PADDING};
use crate::render::layout::stack::{Style, count, part_of_scale, single};
use crate::render::scene::{Anchor, Paint, Point, Rect, Role, Segment, Shape};

/// The scale of ratings, upright.
pub struct Axis {
    /// Where the highest rating is.
    pub top: f64,
    height: f64,
    min: f64,
    max: f64,
    columns: (f64, f64),
    labels: Vec<Shape>,
}

impl Axis {
    pub fn of(plan: &Plan<'_>, top: f64, height: f64) -> Self {
        let (min, max) = plan.map.journey().scale();
        let span = plan.grid.columns();
        let mut axis =
            Self { top, height, min, max, columns: (span.x - GUTTER / 2.0, span.right()), labels: Vec::new() };
        for rating in axis.ticks() {
            let at = Point::new(MARGIN + LABELS - 2.0, axis.y(rating) + 4.0);
            // There is room for six digits.
            let label = if rating.abs() < 1e6 { plan.tongue.number(rating) } else { format!("{rating:.0e}") };
            axis.labels.extend(single(&plan.typesetter, at, &label, Style::NOTE, Anchor::End));
        }
        axis
    }

    /// How high a rating stands; one off the scale at its end.
    pub fn y(&self, rating: f64) -> f64 {
        self.y_of(rating, (self.min, self.max))
    }

    /// The same for a rating on another scale.
    pub fn y_of(&self, rating: f64, scale: (f64, f64)) -> f64 {
        self.top + self.height * (1.0 - part_of_scale(rating, scale))
    }

    /// The ratings to name: both ends, and what divides them evenly into few steps.
    fn ticks(&self) -> Vec<f64> {
        let length = self.max - self.min;
        let steps =
            [4_usize, 5, 6, 3, 2].into_iter().find(|&steps| (length / count(steps)).fract() == 0.0).unwrap_or(1);
        let part = |step: usize| count(step) / count(steps);
        (0..=steps).map(|step| self.min * (1.0 - part(step)) + self.max * part(step)).collect()
    }

    /// Lines across the plot, and the ratings at their left.
    pub fn grid(&self) -> Vec<Shape> {
        let (left, right) = self.columns;
        let lines = self.ticks().into_iter().map(|rating| {
            let y = self.y(rating);
            let path = vec![Segment::Move(Point::new(left, y)), Segment::Line(Point::new(right, y))];
            Shape::Path(path, Paint::line(Role::Line, 1.0))
        });
        lines.chain(self.labels.iter().cloned()).collect()
    }
}

/// What the lines and colours mean, with the last line ending there.
pub fn legend(plan: &Plan<'_>, bottom: f64) -> Vec<Shape> {
    let x = MARGIN + PADDING;
    let line = |y: f64, paint: Paint| {
        Shape::Path(vec![Segment::Move(Point::new(x, y)), Segment::Line(Point::new(x + 18.0, y))], paint)
    };
    let patch =
        |y: f64, role: Role| Shape::Rect(Rect { x, y: y - 5.0, width: 18.0, height: 10.0 }, 2.0, Paint::fill(role));
    let mut entries = vec![Label::ExperienceLine, Label::ExpectationLine, Label::FallsShort, Label::Exceeds];
    if plan.before.is_some() {
        entries.insert(1, Label::ExperienceBefore);
    }
    let mut shapes = Vec::new();
    for (at, label) in entries.iter().copied().enumerate() {
        let y = bottom - 19.0 * count(entries.len() - 1 - at) - 8.0;
        shapes.push(match label {
            Label::ExperienceLine => line(y, Paint::line(Role::Experience, 3.0)),
            Label::ExperienceBefore => line(y, Paint::line(Role::Muted, 2.0)),
            Label::ExpectationLine => line(y, Paint::line(Role::Expectation, 1.8).dashed(4.0, 4.0)),
            Label::FallsShort => patch(y, Role::Short),
            _ => patch(y, Role::Exceeded),
        });
        shapes.extend(single(
            &plan.typesetter,
            Point::new(x + 24.0, y + 4.0),
            plan.label(label),
            Style::NOTE,
            Anchor::Start,
        ));
    }
    shapes
}
