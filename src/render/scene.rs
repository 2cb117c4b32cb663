//! What stands between a map and its picture: boxes, lines and text at their places, each with the address of its node.
//!
//! Lengths are in pixels at scale 1, from the top left corner. A scene knows no colours, only what they mean: a printer
//! takes them from a [`Theme`](super::Theme).

mod words;

use crate::graph::Address;

pub use words::{Kind, Lane, Role};

/// A picture of a map, ready to be printed.
#[derive(Debug, Clone)]
pub struct Scene {
    /// The width of the canvas.
    pub width: f64,
    /// The height of the canvas.
    pub height: f64,
    /// What the picture is called.
    pub title: String,
    /// What it shows, in two or three sentences, for those who cannot see it.
    pub description: String,
    /// The language of the texts, a BCP 47 tag.
    pub language: String,
    /// The bands of the picture from top to bottom.
    pub bands: Vec<Band>,
}

/// A lane of the picture across one row of phases, or its head.
#[derive(Debug, Clone)]
pub struct Band {
    /// Which lane it is.
    pub lane: Lane,
    /// In which row of phases, from 0.
    pub row: usize,
    /// The room it takes: everything in it lies inside.
    pub bounds: Rect,
    /// What belongs to the lane as a whole, such as its name, drawn below the nodes.
    pub shapes: Vec<Shape>,
    /// What belongs to a node of the map.
    pub nodes: Vec<Node>,
}

/// Something of the map, drawn.
#[derive(Debug, Clone)]
pub struct Node {
    /// What it is in the map.
    pub address: Address,
    /// What it is drawn as.
    pub kind: Kind,
    /// The room it takes: everything in it lies inside.
    pub bounds: Rect,
    /// What is drawn.
    pub shapes: Vec<Shape>,
    /// What is known of it besides what is drawn, shown when pointed at; may be empty.
    pub detail: String,
    /// Whether it is otherwise than before, where two states are drawn in one picture.
    pub state: NodeState,
}

/// What became of a node since the state before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum NodeState {
    /// Nothing, or nothing is compared.
    #[default]
    Plain,
    /// It is otherwise, and marked so.
    Marked(Tone),
    /// It is gone, and drawn where it was.
    Gone(Tone),
}

/// What a change does to the customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tone {
    /// It makes things worse.
    Worse,
    /// It makes them better.
    Better,
    /// Neither.
    Neutral,
}

/// A place.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Point {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

/// A rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Rect {
    /// Its left side.
    pub x: f64,
    /// Its upper side.
    pub y: f64,
    /// How wide it is.
    pub width: f64,
    /// How high it is.
    pub height: f64,
}

/// Something drawn.
#[derive(Debug, Clone)]
pub enum Shape {
    /// A rectangle with rounded corners of that radius.
    Rect(Rect, f64, Paint),
    /// A circle around that point, of that radius.
    Circle(Point, f64, Paint),
    /// A line or an area.
    Path(Vec<Segment>, Paint),
    /// An area with straight sides, by its corners.
    Polygon(Vec<Point>, Paint),
    /// Text.
    Text(Text),
}

/// A part of a path.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Segment {
    /// To a new beginning.
    Move(Point),
    /// Straight.
    Line(Point),
    /// A cubic Bézier curve: two control points and the end.
    Curve(Point, Point, Point),
    /// Back to the beginning.
    Close,
}

/// How a shape is filled and outlined.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Paint {
    /// What it is filled with.
    pub fill: Option<Role>,
    /// Its outline.
    pub stroke: Option<Stroke>,
}

/// An outline.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub role: Role,
    /// How thick it is.
    pub width: f64,
    /// The lengths of a dash and the room after it; none for an unbroken line.
    pub dash: Option<(f64, f64)>,
}

/// Lines of text below each other.
#[derive(Debug, Clone)]
pub struct Text {
    /// Where the first line begins (its end or middle, as the anchor says), on its baseline.
    pub at: Point,
    /// The lines.
    pub lines: Vec<Line>,
    /// The size of the type.
    pub size: f64,
    /// From one baseline to the next.
    pub leading: f64,
    /// Its weight.
    pub weight: Weight,
    /// Its colour.
    pub color: Role,
    /// The colour of its ground where lines may run under it: a rim of that keeps them off.
    pub rim: Option<Role>,
    /// Which part of a line stands at its place.
    pub anchor: Anchor,
}

/// A line of text.
#[derive(Debug, Clone)]
pub struct Line {
    /// What it says.
    pub text: String,
    /// How wide it is in the embedded face.
    pub width: f64,
    /// Whether a blank stood where it was broken.
    pub ends_in_blank: bool,
    /// Whether it ends in a hyphen that only tells that a word goes on below.
    pub is_hyphenated: bool,
}

/// The weight of type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// For reading.
    Regular,
    /// For headings.
    Bold,
}

/// Which part of a line stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

impl Scene {
    /// Every text of the scene, with the band and the node it stands in.
    pub fn texts(&self) -> impl Iterator<Item = (&Band, Option<&Node>, &Text)> {
        self.bands.iter().flat_map(|band| {
            let own = texts(&band.shapes).map(move |text| (band, None, text));
            own.chain(
                band.nodes.iter().flat_map(move |node| texts(&node.shapes).map(move |text| (band, Some(node), text))),
            )
        })
    }
}

fn texts(shapes: &[Shape]) -> impl Iterator<Item = &Text> {
    shapes.iter().filter_map(|shape| if let Shape::Text(text) = shape { Some(text) } else { None })
}

impl Text {
    /// The room that the text takes in the embedded face.
    #[must_use]
    pub fn bounds(&self) -> Rect {
        let width = self.lines.iter().map(|line| line.width).fold(0.0, f64::max);
        let x = match self.anchor {
            Anchor::Start => self.at.x,
            Anchor::Middle => self.at.x - width / 2.0,
            Anchor::End => self.at.x - width,
        };
        let lines = f64::from(u32::try_from(self.lines.len()).unwrap_or(u32::MAX));
        Rect {
            x,
            y: self.at.y - ASCENT * self.size,
            width,
            height: (lines - 1.0).max(0.0) * self.leading + HEIGHT * self.size,
        }
    }

    /// The whole text, as it was before it was broken into lines.
    #[must_use]
    pub fn content(&self) -> String {
        let mut content = String::new();
        for line in &self.lines {
            let hyphen = if line.is_hyphenated { HYPHEN } else { "" };
            content.push_str(line.text.strip_suffix(hyphen).unwrap_or(&line.text));
            if line.ends_in_blank {
                content.push(' ');
            }
        }
        content
    }
}

/// What tells that a word goes on below.
pub(super) const HYPHEN: &str = "-";
/// How far letters rise above the baseline, in parts of the size; accents on capitals included.
pub(super) const ASCENT: f64 = 0.97;
/// From there to the lowest descender.
pub(super) const HEIGHT: f64 = 1.21;

impl Rect {
    /// Its right side.
    #[must_use]
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// Its lower side.
    #[must_use]
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    /// The rectangle without a margin on every side.
    #[must_use]
    pub fn inset(&self, margin: f64) -> Self {
        Self {
            x: self.x + margin,
            y: self.y + margin,
            width: self.width - 2.0 * margin,
            height: self.height - 2.0 * margin,
        }
    }
}

impl Point {
    /// A place.
    #[must_use]
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }
}

impl Paint {
    /// Filled, without an outline.
    #[must_use]
    pub const fn fill(role: Role) -> Self {
        Self { fill: Some(role), stroke: None }
    }

    /// A line.
    #[must_use]
    pub const fn line(role: Role, width: f64) -> Self {
        Self { fill: None, stroke: Some(Stroke { role, width, dash: None }) }
    }

    /// The same with an outline.
    #[must_use]
    pub const fn outlined(self, role: Role, width: f64) -> Self {
        Self { fill: self.fill, stroke: Some(Stroke { role, width, dash: None }) }
    }

    /// The same with a broken outline.
    #[must_use]
    pub fn dashed(mut self, dash: f64, room: f64) -> Self {
        if let Some(stroke) = &mut self.stroke {
            stroke.dash = Some((dash, room));
        }
        self
    }
}

impl Shape {
    /// Moves it down.
    pub(super) fn lower(&mut self, by: f64) {
        self.shift(0.0, by);
    }

    /// Moves it to the right and down.
    fn shift(&mut self, across: f64, down: f64) {
        let shift = |point: &mut Point| (point.x, point.y) = (point.x + across, point.y + down);
        match self {
            Self::Rect(rect, ..) => (rect.x, rect.y) = (rect.x + across, rect.y + down),
            Self::Circle(center, ..) => shift(center),
            Self::Text(text) => shift(&mut text.at),
            Self::Polygon(corners, _) => corners.iter_mut().for_each(shift),
            Self::Path(path, _) => path.iter_mut().for_each(|segment| match segment {
                Segment::Move(to) | Segment::Line(to) => shift(to),
                Segment::Curve(first, second, to) => [first, second, to].into_iter().for_each(shift),
                Segment::Close => {}
            }),
        }
    }
}

impl Node {
    /// Moves it to the right.
    pub(super) fn aside(&mut self, by: f64) {
        self.bounds.x += by;
        self.shapes.iter_mut().for_each(|shape| shape.shift(by, 0.0));
    }

    /// Moves it down.
    pub(super) fn lower(&mut self, by: f64) {
        self.bounds.y += by;
        self.shapes.iter_mut().for_each(|shape| shape.lower(by));
    }
}
