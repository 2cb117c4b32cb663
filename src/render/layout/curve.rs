//! Experience and expectation as curves, with the area between them, and the moments of truth.

mod axis;

use super::Plan;
use super::grid::{PADDING, Row};
use super::lane::{name, panel};
use super::smooth::Spline;
use super::stack::{Look, Span, Style, card, single};
use crate::graph::{TouchpointIndex, TouchpointRef};
use crate::render::icons;
use crate::render::labels::Label;
use crate::render::scene::{Anchor, Band, Kind, Lane, Node, Paint, Point, Rect, Role, Segment, Shape};
use axis::Axis;

/// How high the plot is, from the lowest to the highest rating.
const PLOT: f64 = 176.0;
/// Above and below it, for what is written at its points.
const ROOM: f64 = 40.0;

/// The curves of a row; nothing if it has neither ratings nor moments of truth.
pub fn curve(plan: &Plan<'_>, row: &Row<'_>) -> Option<Band> {
    let touchpoints = || row.columns.iter().map(|column| column.touchpoint);
    let has_ratings = touchpoints().any(|touchpoint| touchpoint.experience().or(touchpoint.expectation()).is_some());
    let mut moments: Vec<_> =
        row.columns.iter().filter_map(|column| moment(plan, column.touchpoint, column.span)).collect();
    if !has_ratings && moments.is_empty() {
        return None;
    }
    let flags = moments.iter().map(|(node, _)| node.bounds.height).fold(0.0, f64::max);
    for (node, _) in &mut moments {
        node.lower(PADDING + flags - node.bounds.height);
    }
    if !has_ratings {
        return Some(panel(
            plan,
            row,
            Lane::Curve,
            flags + 2.0 * PADDING,
            moments.into_iter().map(|(node, _)| node).collect(),
        ));
    }
    let legend_top = name(plan, Lane::Curve).y;
    let top = (PADDING + flags + ROOM).max(legend_top);
    let axis = Axis::of(plan, top, PLOT);
    let mut band = panel(plan, row, Lane::Curve, top + PLOT + ROOM, Vec::new());
    band.shapes.extend(axis.grid());
    let chart = Chart { plan, row, axis };
    band.shapes.extend(chart.areas());
    for (node, index) in &mut moments {
        node.shapes.extend(chart.leader(*index, node.bounds));
    }
    band.shapes.extend(chart.lines());
    band.nodes.extend(moments.into_iter().map(|(mut node, _)| {
        node.bounds.height = node.bounds.height.max(0.0);
        node
    }));
    band.nodes.extend(row.columns.iter().filter_map(|column| chart.rating(column.touchpoint, column.span)));
    band.shapes.extend(axis::legend(plan, top + PLOT + ROOM - PADDING));
    Some(band)
}

fn moment(plan: &Plan<'_>, touchpoint: TouchpointRef<'_>, span: Span) -> Option<(Node, TouchpointIndex)> {
    let (address, moment) = touchpoint.moment_of_truth()?;
    let title = moment.title.as_ref().map_or(touchpoint.title(), |title| title.as_str());
    let look = Look { padding: 8.0, ..Look::tinted(Role::MomentTint) };
    let mut node = card(&plan.typesetter, (address, Kind::Moment), span, look, |stack| {
        stack.item(title, Style::NAME.sized(12.0).in_color(Role::Moment), 18.0, |at| {
            vec![icons::star(Point::new(at.x + 6.0, at.y), 7.0, Paint::fill(Role::Moment))]
        });
    });
    let facts = [&moment.why, &moment.success, &moment.failure, &moment.commitment];
    node.detail = facts.into_iter().flatten().map(|fact| fact.as_str()).collect::<Vec<_>>().join("\n");
    Some((node, touchpoint.index()))
}

struct Chart<'p, 'm> {
    plan: &'p Plan<'m>,
    row: &'p Row<'m>,
    axis: Axis,
}

impl Chart<'_, '_> {
    /// Where a rating of a touchpoint stands.
    fn point(&self, index: TouchpointIndex, rating: Option<f64>) -> Option<Point> {
        let column = self.row.columns.get(self.row.place(index)?)?;
        Some(Point::new(column.span.middle(), self.axis.y(rating?)))
    }

    /// The touchpoints of the row that customers pass on the main way, in their order.
    fn main_way(&self) -> Vec<TouchpointRef<'_>> {
        let way = self.plan.map.flow().main_way().unwrap_or_default();
        way.iter().filter(|&&at| self.row.place(at).is_some()).map(|&at| self.plan.map.at(at)).collect()
    }

    /// Stretches of the main way on which a rating is known, from left to right.
    fn runs(&self, rating: for<'t> fn(TouchpointRef<'t>) -> Option<f64>) -> Vec<Vec<Point>> {
        let mut runs: Vec<Vec<Point>> = vec![Vec::new()];
        for touchpoint in self.main_way() {
            let point = self.point(touchpoint.index(), rating(touchpoint));
            let goes_on =
                runs.last().and_then(|run| run.last()).zip(point).is_none_or(|(last, point)| last.x < point.x);
            if point.is_none() || !goes_on {
                runs.push(Vec::new());
            }
            if let Some(run) = runs.last_mut() {
                run.extend(point);
            }
        }
        runs.retain(|run| !run.is_empty());
        runs
    }

    fn lines(&self) -> Vec<Shape> {
        let expectation = self
            .runs(|at| at.expectation())
            .into_iter()
            .map(|run| Shape::Path(Spline::through(run).path(), Paint::line(Role::Expectation, 1.8).dashed(5.0, 5.0)));
        let experience = self.runs(|at| at.experience()).into_iter();
        let experience =
            experience.map(|run| Shape::Path(Spline::through(run).path(), Paint::line(Role::Experience, 3.0)));
        expectation.chain(experience).collect()
    }

    /// Between the curves, wherever both are known.
    fn areas(&self) -> Vec<Shape> {
        let expected: Vec<_> = self.runs(|at| at.expectation()).into_iter().map(Spline::through).collect();
        let got: Vec<_> = self.runs(|at| at.experience()).into_iter().map(Spline::through).collect();
        let mut shapes = Vec::new();
        let way = self.main_way();
        for pair in way.windows(2) {
            let [from, to] = pair else { continue };
            let middle = |touchpoint: &TouchpointRef<'_>| {
                touchpoint.gap()?;
                Some(self.point(touchpoint.index(), touchpoint.experience())?.x)
            };
            let Some((left, right)) = middle(from).zip(middle(to)) else { continue };
            let curve = |splines: &[Spline], x: f64| splines.iter().find_map(|spline| spline.at(x));
            shapes.extend(between(left, right, |x| Some((curve(&expected, x)?, curve(&got, x)?))));
        }
        shapes
    }

    /// From the flag of a moment of truth down to its point.
    fn leader(&self, index: TouchpointIndex, flag: Rect) -> Option<Shape> {
        let touchpoint = self.plan.map.at(index);
        let point = self.point(index, touchpoint.experience().or(touchpoint.expectation()))?;
        let path = vec![Segment::Move(Point::new(point.x, flag.bottom())), Segment::Line(point)];
        Some(Shape::Path(path, Paint::line(Role::Moment, 1.2).dashed(2.0, 4.0)))
    }

    /// The points of a touchpoint with their values.
    fn rating(&self, touchpoint: TouchpointRef<'_>, span: Span) -> Option<Node> {
        let index = touchpoint.index();
        let expected = self.point(index, touchpoint.expectation());
        let got = self.point(index, touchpoint.experience());
        let mut shapes = Vec::new();
        let is_above = expected.zip(got).is_none_or(|(expected, got)| got.y <= expected.y);
        if let (Some(point), Some(value)) = (expected, touchpoint.expectation()) {
            let is_same = got.is_some_and(|got| (got.y - point.y).abs() < 0.5);
            if !is_same {
                shapes.push(Shape::Circle(point, 4.0, Paint::fill(Role::Lane).outlined(Role::Expectation, 1.6)));
                let baseline = if is_above && got.is_some() { point.y + 18.0 } else { point.y - 10.0 };
                shapes.extend(self.words(Point::new(point.x, baseline), &self.plan.tongue.number(value), Style::NOTE));
            }
        }
        if let (Some(point), Some(value)) = (got, touchpoint.experience()) {
            shapes.extend(self.marker(touchpoint, point));
            let words = self.plan.tongue.number(value);
            let (first, second) = if is_above { (-11.0, -27.0) } else { (21.0, 36.0) };
            shapes.extend(self.words(
                Point::new(point.x, point.y + first),
                &words,
                Style::NAME.sized(13.0).in_color(Role::Experience),
            ));
            if let Some(name) = self.annotation(index) {
                shapes.extend(self.words(
                    Point::new(point.x, point.y + second),
                    name,
                    Style::CAPTION.in_color(Role::Ink),
                ));
            }
        }
        if shapes.is_empty() {
            return None;
        }
        let bounds = Rect { x: span.x, y: self.axis.top - ROOM, width: span.width, height: PLOT + 2.0 * ROOM };
        let because = [
            touchpoint.body().expectation.as_ref().and_then(|rating| rating.because.as_ref()),
            touchpoint.body().experience.as_ref().and_then(|rating| rating.because.as_ref()),
        ];
        let detail = because.into_iter().flatten().map(|because| because.as_str()).collect::<Vec<_>>().join("\n");
        Some(Node { address: touchpoint.address(), kind: Kind::Rating, bounds, shapes, detail })
    }

    /// A star for a moment of truth, a dot for others; hollow off the main way.
    fn marker(&self, touchpoint: TouchpointRef<'_>, point: Point) -> Vec<Shape> {
        if touchpoint.body().moment_of_truth.is_some() {
            let disc = Shape::Circle(point, 10.0, Paint::fill(Role::Lane).outlined(Role::Moment, 1.6));
            return vec![disc, icons::star(point, 7.0, Paint::fill(Role::Moment))];
        }
        let is_on_way = self.plan.map.flow().main_way().is_some_and(|way| way.contains(&touchpoint.index()));
        let paint = if is_on_way {
            Paint::fill(Role::Experience).outlined(Role::Lane, 2.0)
        } else {
            Paint::fill(Role::Lane).outlined(Role::Experience, 2.0)
        };
        vec![Shape::Circle(point, 6.0, paint)]
    }

    fn annotation(&self, index: TouchpointIndex) -> Option<&'static str> {
        let facts = &self.plan.facts;
        let is = |place: Option<TouchpointIndex>| place == Some(index);
        let label = match (is(facts.peak), is(facts.trough), is(facts.end)) {
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
        single(&self.plan.typesetter, at, text, style, Anchor::Middle)
    }
}

/// The areas between two curves from left to right, where `curves` gives the expected and the experienced height; split
/// where they cross.
fn between(left: f64, right: f64, curves: impl Fn(f64) -> Option<(f64, f64)>) -> Vec<Shape> {
    const STEPS: u8 = 24;
    let steps = (0..=STEPS).map(|step| left + (right - left) * f64::from(step) / f64::from(STEPS));
    let heights: Vec<_> = steps.filter_map(|x| curves(x).map(|(expected, got)| (x, expected, got))).collect();
    let mut shapes = Vec::new();
    let mut area: Vec<(f64, f64, f64)> = Vec::new();
    let mut flush = |area: &mut Vec<(f64, f64, f64)>| {
        let gap: f64 = area.iter().map(|(_, expected, got)| expected - got).sum();
        if gap.abs() > 1.0 {
            let there = area.iter().map(|&(x, expected, _)| Point::new(x, expected));
            let back = area.iter().rev().map(|&(x, _, got)| Point::new(x, got));
            let mut path: Vec<_> = there.chain(back).map(Segment::Line).collect();
            if let Some(Segment::Line(first)) = path.first().copied() {
                path.splice(..1, [Segment::Move(first)]);
            }
            path.push(Segment::Close);
            let role = if gap > 0.0 { Role::Exceeded } else { Role::Short };
            shapes.push(Shape::Path(path, Paint::fill(role)));
        }
        area.clear();
    };
    for &(x, expected, got) in &heights {
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
    }
    flush(&mut area);
    shapes
}
