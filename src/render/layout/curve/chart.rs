//! The curves themselves: lines, the areas between them, and the points of touchpoints with their values.

use std::collections::BTreeSet;

use super::axis::{Axis, Sign};
use super::branches::{branches, is_met};
use super::line::Line;
use super::{PLOT, ROOM};
use crate::graph::{TouchpointIndex, TouchpointRef};
use crate::render::icons;
use crate::render::labels::Label;
use crate::render::layout::grid::{Column, Row};
use crate::render::layout::merge::Pair;
use crate::render::layout::stack::{Span, Style, part_of_scale, single};
use crate::render::layout::{Plan, detail};
use crate::render::scene::{Anchor, Kind, Node, NodeState, Paint, Point, Rect, Role, Segment, Shape, Text, Tone};

/// The radii of the marks of a moment of truth, and of any other touchpoint.
const STAR: f64 = 10.0;
const DOT: f64 = 6.0;
/// How far from its point what is written there reaches.
const NEAR: f64 = 45.0;

/// The curves of a row, with what is written at their points.
pub struct Chart<'p, 'm> {
    plan: &'p Plan<'m>,
    row: &'p Row<'m>,
    axis: Axis,
    /// The touchpoints of the row that customers pass on the main way, in their order.
    way: Vec<TouchpointRef<'m>>,
    on_way: BTreeSet<TouchpointIndex>,
    expectation: Line,
    experience: Line,
    /// The experience before, where two states are drawn.
    experience_before: Option<Line>,
}

/// The touchpoints of a row that customers pass on the main way, in their order.
fn on_main_way<'m>(
    row: &Row<'m>,
    touchpoint: impl Fn(&Column<'m>) -> Option<TouchpointRef<'m>>,
) -> Vec<TouchpointRef<'m>> {
    let step = |touchpoint: TouchpointRef<'m>| touchpoint.map().flow().step_of_main_way(touchpoint.index());
    let steps = row.columns.iter().filter_map(touchpoint).filter_map(|at| Some((step(at)?, at)));
    let mut steps: Vec<_> = steps.collect();
    steps.sort_by_key(|(step, _)| *step);
    steps.into_iter().map(|(_, touchpoint)| touchpoint).collect()
}

impl<'p, 'm> Chart<'p, 'm> {
    pub fn of(plan: &'p Plan<'m>, row: &'p Row<'m>, axis: Axis) -> Self {
        let way = on_main_way(row, |column| column.touchpoint.now);
        let place = |touchpoint: TouchpointRef<'_>, rating| point(row, &axis, touchpoint.index(), rating);
        let before = plan.before.as_ref().map(|_| {
            let way = on_main_way(row, |column| column.touchpoint.before);
            Line::through(&way, |touchpoint| point_before(row, &axis, touchpoint))
        });
        Self {
            plan,
            row,
            on_way: way.iter().map(|touchpoint| touchpoint.index()).collect(),
            expectation: Line::through(&way, |touchpoint| place(touchpoint, touchpoint.expectation())),
            experience: Line::through(&way, |touchpoint| place(touchpoint, touchpoint.experience())),
            experience_before: before,
            way,
            axis,
        }
    }

    /// Where a rating of a touchpoint stands.
    fn point(&self, index: TouchpointIndex, rating: Option<f64>) -> Option<Point> {
        point(self.row, &self.axis, index, rating)
    }

    /// The curves.
    pub fn lines(&self) -> Vec<Shape> {
        let paint = Paint::line(Role::Expectation, 1.8).dashed(5.0, 5.0);
        let expectation = self.expectation.paths().map(|path| Shape::Path(path, paint));
        let before = self.experience_before.iter().flat_map(Line::paths);
        let before = before.map(|path| Shape::Path(path, Paint::line(Role::Muted, 2.0)));
        let place = |touchpoint: TouchpointRef<'_>| self.point(touchpoint.index(), touchpoint.experience());
        let others = branches(self.row, |at| self.on_way.contains(&at), place);
        let others = (!others.is_empty()).then(|| Shape::Path(others, Paint::line(Role::Experience, 1.2)));
        let experience = self.experience.paths().map(|path| Shape::Path(path, Paint::line(Role::Experience, 3.0)));
        expectation.chain(before).chain(others).chain(experience).collect()
    }

    /// Between the curves, wherever both are known.
    pub fn areas(&self) -> Vec<Shape> {
        let mut shapes = Vec::new();
        for (place, pair) in self.way.windows(2).enumerate() {
            let [from, to] = pair else { continue };
            let curves = self.expectation.onward_from(place).zip(self.experience.onward_from(place));
            let Some((expected, got)) = curves else { continue };
            let middle = |touchpoint: &TouchpointRef<'_>| Some(self.column(touchpoint.index())?.middle());
            let Some((left, right)) = middle(from).zip(middle(to)) else { continue };
            let heights = |x| Some((expected.at(x)?, got.at(x)?));
            if !self.belies_between(from.index(), to.index(), heights) {
                shapes.extend(between(left, right, heights));
            }
        }
        shapes
    }

    /// What has to be explained of the plot with these areas.
    pub fn legend(&self, areas: &[Shape]) -> Vec<Shape> {
        let has_area =
            |role| areas.iter().any(|area| matches!(area, Shape::Polygon(_, paint) if paint.fill == Some(role)));
        let touchpoints = || self.row.columns.iter().filter_map(|column| column.touchpoint.now);
        let is_rated = |touchpoint: TouchpointRef<'_>| touchpoint.experience().is_some();
        let is_moment = |touchpoint: TouchpointRef<'_>| touchpoint.body().moment_of_truth.is_some();
        let is_hollow = |at: TouchpointRef<'_>| is_rated(at) && !is_moment(at) && is_met(at) && !self.is_on_way(at);
        let has_main_way = self.plan.map.flow().main_way().is_some();
        let signs = [
            (Sign::Experience, touchpoints().any(is_rated)),
            (Sign::Before, self.experience_before.is_some()),
            (Sign::Expectation, touchpoints().any(|touchpoint| touchpoint.expectation().is_some())),
            (Sign::Short, has_area(Role::Short)),
            (Sign::Exceeded, has_area(Role::Exceeded)),
            (Sign::OtherWay, has_main_way && touchpoints().any(is_hollow)),
            (Sign::Moment, touchpoints().any(is_moment)),
        ];
        let signs: Vec<_> = signs.into_iter().filter_map(|(sign, applies)| applies.then_some(sign)).collect();
        self.axis.legend(self.plan, &signs)
    }

    /// Whether an area between two touchpoints of the main way would say the opposite of one beside it that it passes:
    /// that customers there get more than they expect, where they get less.
    fn belies_between(
        &self,
        from: TouchpointIndex,
        to: TouchpointIndex,
        heights: impl Fn(f64) -> Option<(f64, f64)>,
    ) -> bool {
        let Some((from, to)) = self.row.place(from).zip(self.row.place(to)) else { return false };
        let between = self.row.columns.get(from.min(to) + 1..from.max(to)).unwrap_or_default();
        between.iter().any(|column| {
            let gap = column.touchpoint.now.and_then(TouchpointRef::gap);
            let drawn = heights(column.span.middle()).map(|(expected, got)| expected - got);
            gap.zip(drawn).is_some_and(|(gap, drawn)| gap * drawn < 0.0)
        })
    }

    fn column(&self, index: TouchpointIndex) -> Option<Span> {
        Some(self.row.columns.get(self.row.place(index)?)?.span)
    }

    /// From the flag of a moment of truth down to its point.
    pub fn leader(&self, touchpoint: TouchpointRef<'_>, flag: Rect) -> Option<Shape> {
        let index = touchpoint.index();
        let expected = self.point(index, touchpoint.expectation());
        let got = self.point(index, touchpoint.experience());
        // What is written above the points stays free.
        let above_got = match (self.is_labelled_above(touchpoint), self.annotation(index)) {
            (true, Some(_)) => STAR + 36.0,
            (true, None) => STAR + 21.0,
            (false, _) => STAR,
        };
        let ends = [got.map(|got| got.y - above_got), expected.map(|expected| expected.y - 25.0)];
        let end = ends.into_iter().flatten().reduce(f64::min)?;
        let x = self.column(index)?.middle();
        if end <= flag.bottom() {
            return None;
        }
        let path = vec![Segment::Move(Point::new(x, flag.bottom())), Segment::Line(Point::new(x, end))];
        Some(Shape::Path(path, Paint::line(Role::Moment, 1.2).dashed(2.0, 4.0)))
    }

    /// The points of a touchpoint with their values, on that of its experience before.
    pub fn rating(&self, column: &Column<'_>) -> Option<Node> {
        let Pair { now, before } = column.touchpoint;
        let mut shapes = before.map(|before| self.point_before(before, now)).unwrap_or_default();
        shapes.extend(now.into_iter().flat_map(|now| self.points(now, before)));
        if shapes.is_empty() {
            return None;
        }
        let Span { x, width } = column.span;
        let bounds = Rect { x, y: self.axis.top - ROOM, width, height: PLOT + 2.0 * ROOM };
        let detail = now.map(|now| detail::of_rating(self.plan, now)).unwrap_or_default();
        let address = now.or(before)?.address();
        let state = if now.is_some() { NodeState::Plain } else { NodeState::Gone(Tone::Neutral) };
        Some(Node { address, kind: Kind::Rating, bounds, shapes, detail, state })
    }

    /// The point of an experience before, with its value where no other tells it.
    fn point_before(&self, before: TouchpointRef<'_>, now: Option<TouchpointRef<'_>>) -> Vec<Shape> {
        let Some((point, value)) = point_before(self.row, &self.axis, before).zip(before.experience()) else {
            return Vec::new();
        };
        let got = now.and_then(|now| self.point(now.index(), now.experience()));
        if got.is_some_and(|got| (got.y - point.y).abs() < 0.5) {
            return Vec::new();
        }
        let mut shapes = vec![Shape::Circle(point, 3.5, Paint::fill(Role::Muted))];
        if got.is_none() {
            let at = Point::new(point.x, point.y - 10.0);
            shapes.extend(self.words(at, &self.plan.tongue.number(value), Style::NOTE));
        }
        shapes
    }

    /// A value, behind what it was if that was another.
    fn told(&self, before: Option<f64>, now: f64) -> String {
        let number = |value| self.plan.tongue.number(value);
        match before.map(number).filter(|before| *before != number(now)) {
            Some(before) => format!("{before} → {}", number(now)),
            None => number(now),
        }
    }

    fn points(&self, touchpoint: TouchpointRef<'_>, before: Option<TouchpointRef<'_>>) -> Vec<Shape> {
        let index = touchpoint.index();
        let expected = self.point(index, touchpoint.expectation());
        let got = self.point(index, touchpoint.experience());
        let mut shapes = Vec::new();
        let is_above = self.is_labelled_above(touchpoint);
        if let (Some(point), Some(value)) = (expected, touchpoint.expectation()) {
            let is_same = got.is_some_and(|got| (got.y - point.y).abs() < 0.5);
            if !is_same {
                shapes.push(Shape::Circle(point, 4.0, Paint::fill(Role::Lane).outlined(Role::Expectation, 1.6)));
                let is_below = got.is_some_and(|got| got.y < point.y);
                let baseline = if is_below { point.y + 18.0 } else { point.y - 10.0 };
                let words = self.told(before.and_then(TouchpointRef::expectation), value);
                shapes.extend(self.words(Point::new(point.x, baseline), &words, Style::NOTE));
            }
        }
        if let (Some(point), Some(value)) = (got, touchpoint.experience()) {
            shapes.extend(self.marker(touchpoint, point));
            let words = self.told(before.and_then(TouchpointRef::experience), value);
            let (first, second) = Self::label_offsets(touchpoint, is_above);
            shapes.extend(self.words(
                Point::new(point.x, point.y + first),
                &words,
                Style::NAME.sized(13.0).in_color(if is_met(touchpoint) { Role::Experience } else { Role::Muted }),
            ));
            if let Some(name) = self.annotation(index) {
                shapes.extend(self.words(
                    Point::new(point.x, point.y + second),
                    name,
                    Style::CAPTION.in_color(Role::Ink),
                ));
            }
        }
        shapes
    }

    /// Whether the value stands above the point of the experience: on the side where the expectation is not. Off the main
    /// way rather on the other one than where the line runs, and rather there than on the point of the experience before.
    fn is_labelled_above(&self, touchpoint: TouchpointRef<'_>) -> bool {
        let is_trough = self.plan.worst == Some(touchpoint.index());
        let is_above = touchpoint.gap().map_or(!is_trough, |gap| gap >= 0.0);
        let Some(got) = self.point(touchpoint.index(), touchpoint.experience()) else { return is_above };
        let before = self.before(touchpoint).map(|before| before.y).filter(|y| (y - got.y).abs() > 0.5);
        let line = if self.is_on_way(touchpoint) { None } else { self.experience.at(got.x) };
        if before.is_none() && self.is_on_way(touchpoint) {
            return is_above;
        }
        let expected = self.point(touchpoint.index(), touchpoint.expectation());
        let expected = expected.map(|expected| expected.y).filter(|y| (y - got.y).abs() > 0.5);
        let is_taken = |above: bool| {
            let side = if above { got.y - NEAR..got.y } else { got.y..got.y + NEAR };
            [line, expected, before].into_iter().flatten().any(|y| side.contains(&y))
        };
        if is_taken(is_above) && !is_taken(!is_above) { !is_above } else { is_above }
    }

    /// Where the experience of a touchpoint before stands.
    fn before(&self, touchpoint: TouchpointRef<'_>) -> Option<Point> {
        let column = self.row.columns.get(self.row.place(touchpoint.index())?)?;
        point_before(self.row, &self.axis, column.touchpoint.before?)
    }

    fn is_on_way(&self, touchpoint: TouchpointRef<'_>) -> bool {
        self.on_way.contains(&touchpoint.index())
    }

    /// How far from the point of its experience the baselines of a value and of what it is are.
    fn label_offsets(touchpoint: TouchpointRef<'_>, is_above: bool) -> (f64, f64) {
        let radius = if touchpoint.body().moment_of_truth.is_some() { STAR } else { DOT };
        if is_above { (-radius - 6.0, -radius - 21.0) } else { (radius + 15.0, radius + 30.0) }
    }

    /// A star for a moment of truth, a dot for others; hollow off the main way, and pale where nobody comes.
    fn marker(&self, touchpoint: TouchpointRef<'_>, point: Point) -> Vec<Shape> {
        if touchpoint.body().moment_of_truth.is_some() {
            let disc = Shape::Circle(point, STAR, Paint::fill(Role::Lane).outlined(Role::Moment, 1.6));
            return vec![disc, icons::star(point, 7.0, Paint::fill(Role::Moment))];
        }
        let dot = if self.is_on_way(touchpoint) {
            Paint::fill(Role::Experience).outlined(Role::Lane, 2.0)
        } else {
            let role = if is_met(touchpoint) { Role::Experience } else { Role::Strong };
            Paint::fill(Role::Lane).outlined(role, 2.0)
        };
        vec![Shape::Circle(point, DOT, dot)]
    }

    fn annotation(&self, index: TouchpointIndex) -> Option<&'static str> {
        let is = |place: Option<TouchpointIndex>| place == Some(index);
        // A point in the upper half of the scale is no low one, nor one in the lower half a peak.
        let (min, max) = self.plan.map.journey().scale();
        let height = self.plan.map.at(index).experience().map_or(0.5, |rating| part_of_scale(rating, (min, max)));
        let (is_peak, is_trough) = (is(self.plan.best) && height >= 0.5, is(self.plan.worst) && height <= 0.5);
        let label = match (is_peak, is_trough, is(self.plan.facts.end)) {
            (true, _, true) => Label::PeakAndEnd,
            (_, true, true) => Label::TroughAndEnd,
            (true, ..) => Label::Peak,
            (_, true, _) => Label::Trough,
            (_, _, true) => Label::End,
            _ => return None,
        };
        Some(self.plan.label(label))
    }

    fn words(&self, at: Point, text: &str, style: Style) -> Option<Shape> {
        match single(&self.plan.typesetter, at, text, style, Anchor::Middle)? {
            Shape::Text(text) => Some(Shape::Text(Text { rim: Some(Role::Lane), ..text })),
            other => Some(other),
        }
    }
}

/// Where a rating of a touchpoint stands, if it is known.
fn point(row: &Row<'_>, axis: &Axis, index: TouchpointIndex, rating: Option<f64>) -> Option<Point> {
    let column = row.columns.get(row.place(index)?)?;
    Some(Point::new(column.span.middle(), axis.y(rating?)))
}

/// Where the experience of a touchpoint of the map before stands: at the same part of the scale.
fn point_before(row: &Row<'_>, axis: &Axis, touchpoint: TouchpointRef<'_>) -> Option<Point> {
    let column = row.columns.get(row.place_before(touchpoint.index())?)?;
    let scale = touchpoint.map().journey().scale();
    Some(Point::new(column.span.middle(), axis.y_of(touchpoint.experience()?, scale)))
}

/// The areas between two curves from left to right, where `curves` gives the expected and the experienced height; split
/// where they cross.
fn between(left: f64, right: f64, curves: impl Fn(f64) -> Option<(f64, f64)>) -> Vec<Shape> {
    const STEPS: u8 = 24;
    let steps = (0..=STEPS).map(|step| left + (right - left) * f64::from(step) / f64::from(STEPS));
    let heights: Vec<_> = steps.filter_map(|x| curves(x).map(|(expected, got)| (x, expected, got))).collect();
    let ends = [heights.first(), heights.last()].map(|end| end.map_or(0.0, |(_, expected, got)| expected - got));
    let ends = ends.map(|gap| if gap.abs() < 0.5 { 0.0 } else { gap });
    let mut shapes = Vec::new();
    let mut area: Vec<(f64, f64, f64)> = Vec::with_capacity(usize::from(STEPS) + 1);
    let mut flush = |area: &mut Vec<(f64, f64, f64)>| {
        let gap: f64 = area.iter().map(|(_, expected, got)| expected - got).sum();
        if gap.abs() > 1.0 {
            let there = area.iter().map(|&(x, expected, _)| Point::new(x, expected));
            let back = area.iter().rev().map(|&(x, _, got)| Point::new(x, got));
            // Where two curves only brush past each other, neither end has such a gap.
            if ends.iter().any(|end| end * gap > 0.0) {
                let role = if gap > 0.0 { Role::Exceeded } else { Role::Short };
                shapes.push(Shape::Polygon(there.chain(back).collect(), Paint::fill(role)));
            }
        }
        area.clear();
    };
    for (x, expected, got) in heights {
        if let Some(&(last, was_expected, was_got)) = area.last() {
            let (before, after) = (was_expected - was_got, expected - got);
            if before * after < 0.0 {
                let part = before / (before - after);
                let crossing = (last + (x - last) * part, was_expected + (expected - was_expected) * part);
                let meeting = (crossing.0, crossing.1, crossing.1);
                area.push(meeting);
                flush(&mut area);
                area.push(meeting);
            }
        }
        area.push((x, expected, got));
        if (expected - got).abs() < 1e-9 {
            flush(&mut area);
            area.push((x, expected, got));
        }
    }
    flush(&mut area);
    shapes
}
