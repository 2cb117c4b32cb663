//! The scale of the curves and what their lines and colours mean.

use crate::render::icons;
use crate::render::labels::Label;
use crate::render::layout::Plan;
use crate::render::layout::grid::{GUTTER, LABELS, MARGIN, PADDING};
use crate::render::layout::stack::{Span, Stack, Style, count, part_of_scale, single};
use crate::render::scene::{Anchor, Paint, Point, Rect, Role, Segment, Shape};

/// How far beyond the ends of the scale the faces are that say which of them is good.
const FACE: f64 = 20.0;

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

    /// Lines across the plot, and at their left the ratings, between a glad face and a sad one.
    pub fn grid(&self) -> Vec<Shape> {
        let (left, right) = self.columns;
        let lines = self.ticks().into_iter().map(|rating| {
            let y = self.y(rating);
            let path = vec![Segment::Move(Point::new(left, y)), Segment::Line(Point::new(right, y))];
            Shape::Path(path, Paint::line(Role::Line, 1.0))
        });
        let (best, worst) = (self.top - FACE, self.top + self.height + FACE);
        let faces = [(icons::GLAD, best), (icons::SAD, worst)].into_iter().flat_map(|(face, y)| {
            icons::drawn(face, Point::new(MARGIN + LABELS - 6.0, y), 16.0, Paint::line(Role::Muted, 1.3))
        });
        lines.chain(faces).chain(self.labels.iter().cloned()).collect()
    }
}

/// Something that the legend explains.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    Experience,
    /// The experience before what is compared.
    Before,
    Expectation,
    Short,
    Exceeded,
    OtherWay,
    Moment,
}

impl Axis {
    /// What the lines, colours and points mean, below each other beside the plot, the last above its lower end.
    pub fn legend<'p>(&self, plan: &'p Plan<'_>, signs: &[Sign]) -> Vec<Shape> {
        let numbers =
            self.labels.iter().filter_map(|label| if let Shape::Text(text) = label { Some(text) } else { None });
        let right = numbers.map(|text| text.bounds().x).fold(MARGIN + LABELS, f64::min) - 6.0;
        let x = MARGIN + PADDING;
        let mut stack: Stack<'p> = Stack::new(&plan.typesetter, Span { x, width: right - x });
        for sign in signs {
            stack.item(plan.label(sign.label()), Style::NOTE, 24.0, |at| sign.drawn(at));
            stack.gap(3.5);
        }
        let lower = self.top + self.height - stack.y;
        stack.shapes.iter_mut().for_each(|shape| shape.lower(lower));
        stack.shapes
    }
}

impl Sign {
    const fn label(self) -> Label {
        match self {
            Self::Experience => Label::ExperienceLine,
            Self::Before => Label::ExperienceBefore,
            Self::Expectation => Label::ExpectationLine,
            Self::Short => Label::FallsShort,
            Self::Exceeded => Label::Exceeds,
            Self::OtherWay => Label::OtherWay,
            Self::Moment => Label::MomentOfTruth,
        }
    }

    /// As it looks in the plot, `WIDTH` wide from that place.
    fn drawn(self, at: Point) -> Vec<Shape> {
        const WIDTH: f64 = 18.0;
        let line = |paint| {
            let path = vec![Segment::Move(at), Segment::Line(Point::new(at.x + WIDTH, at.y))];
            vec![Shape::Path(path, paint)]
        };
        let patch = |role| {
            let bounds = Rect { x: at.x, y: at.y - 5.0, width: WIDTH, height: 10.0 };
            vec![Shape::Rect(bounds, 2.0, Paint::fill(role))]
        };
        let middle = Point::new(at.x + WIDTH / 2.0, at.y);
        match self {
            Self::Experience => line(Paint::line(Role::Experience, 3.0)),
            Self::Before => line(Paint::line(Role::Muted, 2.0)),
            Self::Expectation => line(Paint::line(Role::Expectation, 1.8).dashed(4.0, 4.0)),
            Self::Short => patch(Role::Short),
            Self::Exceeded => patch(Role::Exceeded),
            Self::OtherWay => vec![Shape::Circle(middle, 5.0, Paint::fill(Role::Lane).outlined(Role::Experience, 2.0))],
            Self::Moment => vec![icons::star(middle, 7.0, Paint::fill(Role::Moment))],
        }
    }
}
