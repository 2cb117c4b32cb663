//! Text and shapes below each other in a box that grows with them.

use crate::graph::Address;
use crate::render::scene::{
    ASCENT, Anchor, HEIGHT, Kind, Line, Node, NodeState, Paint, Point, Rect, Role, Shape, Text, Weight,
};
use crate::render::typeset::Typesetter;

/// How a text looks.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    pub size: f64,
    pub weight: Weight,
    pub color: Role,
}

impl Style {
    /// For what people read.
    pub const BODY: Self = Self { size: 12.5, weight: Weight::Regular, color: Role::Ink };
    /// For what explains it.
    pub const NOTE: Self = Self { size: 11.5, weight: Weight::Regular, color: Role::Muted };
    /// For the names of things.
    pub const NAME: Self = Self { size: 12.5, weight: Weight::Bold, color: Role::Ink };
    /// For the headings of small parts.
    pub const CAPTION: Self = Self { size: 11.0, weight: Weight::Bold, color: Role::Muted };

    pub const fn sized(self, size: f64) -> Self {
        Self { size, ..self }
    }

    pub const fn bold(self) -> Self {
        Self { weight: Weight::Bold, ..self }
    }

    pub const fn in_color(self, color: Role) -> Self {
        Self { color, ..self }
    }

    pub fn leading(self) -> f64 {
        self.size * LEADING
    }

    /// How far below the top of its line the baseline is.
    pub fn baseline(self) -> f64 {
        self.size * ((LEADING - HEIGHT) / 2.0 + ASCENT)
    }
}

const LEADING: f64 = 1.36;

/// A stretch from left to right.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Span {
    pub x: f64,
    pub width: f64,
}

impl Span {
    pub fn right(self) -> f64 {
        self.x + self.width
    }

    pub fn middle(self) -> f64 {
        self.x + self.width / 2.0
    }

    /// The stretch without so much on the left.
    pub fn after(self, indent: f64) -> Self {
        Self { x: self.x + indent, width: self.width - indent }
    }

    pub fn inset(self, margin: f64) -> Self {
        Self { x: self.x + margin, width: self.width - 2.0 * margin }
    }
}

/// A pile in the making.
pub struct Stack<'t> {
    pub typesetter: &'t Typesetter,
    pub span: Span,
    /// Where the next thing goes.
    pub y: f64,
    pub shapes: Vec<Shape>,
}

impl<'t> Stack<'t> {
    pub fn new(typesetter: &'t Typesetter, span: Span) -> Self {
        Self { typesetter, span, y: 0.0, shapes: Vec::new() }
    }

    pub fn gap(&mut self, height: f64) {
        self.y += height;
    }

    /// Adds a paragraph; nothing if it is blank.
    pub fn text(&mut self, text: &str, style: Style) {
        self.text_in(self.span, text, style);
    }

    /// Adds a paragraph that begins further right, with something before its first line: `mark` draws it, around the
    /// middle of that line's height.
    pub fn item(&mut self, text: &str, style: Style, indent: f64, mark: impl FnOnce(Point) -> Vec<Shape>) {
        let middle = Point::new(self.span.x, self.y + style.leading() / 2.0);
        self.text_in(self.span.after(indent), text, style);
        self.shapes.extend(mark(middle));
    }

    /// Adds an item of a list.
    pub fn bullet(&mut self, text: &str, color: Role) {
        let dot = |at: Point| vec![Shape::Circle(Point::new(at.x + 3.5, at.y), 2.2, Paint::fill(color))];
        self.item(text, Style::BODY, 14.0, dot);
    }

    /// Adds a paragraph with its lines in the middle.
    pub fn centered(&mut self, text: &str, style: Style) {
        let lines = self.typesetter.lines(text, self.span.width, style.size, style.weight);
        if let Some((text, height)) = paragraph(Point::new(self.span.middle(), self.y), lines, style) {
            self.y += height;
            self.shapes.push(Shape::Text(Text { anchor: Anchor::Middle, ..text }));
        }
    }

    fn text_in(&mut self, span: Span, text: &str, style: Style) {
        let lines = self.typesetter.even_lines(text, span.width, style.size, style.weight);
        self.set(Point::new(span.x, self.y), lines, style);
    }

    fn set(&mut self, corner: Point, lines: Vec<Line>, style: Style) {
        let Some(text) = paragraph(corner, lines, style) else { return };
        self.y += text.1;
        self.shapes.push(Shape::Text(text.0));
    }
}

/// Lines as text whose upper left corner is there, and how high it is.
pub fn paragraph(corner: Point, lines: Vec<Line>, style: Style) -> Option<(Text, f64)> {
    if lines.is_empty() {
        return None;
    }
    let height = style.leading() * count(lines.len());
    let text = Text {
        at: Point::new(corner.x, corner.y + style.baseline()),
        lines,
        size: style.size,
        leading: style.leading(),
        weight: style.weight,
        color: style.color,
        rim: None,
        anchor: Anchor::Start,
    };
    Some((text, height))
}

/// One line around or before a place on its baseline.
pub fn single(typesetter: &Typesetter, at: Point, text: &str, style: Style, anchor: Anchor) -> Option<Shape> {
    let lines = typesetter.lines(text, f64::INFINITY, style.size, style.weight);
    paragraph(at, lines, style).map(|(text, _)| Shape::Text(Text { at, anchor, ..text }))
}

/// How a card looks.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    pub paint: Paint,
    pub padding: f64,
    pub radius: f64,
}

impl Look {
    /// Text without a box.
    pub const BARE: Self = Self { paint: Paint { fill: None, stroke: None }, padding: 2.0, radius: 0.0 };

    /// A box of that colour.
    pub const fn tinted(role: Role) -> Self {
        Self { paint: Paint::fill(role), padding: 10.0, radius: 8.0 }
    }
}

/// A node whose contents `fill` piles up inside a box, with its upper side at 0.
pub fn card(
    typesetter: &Typesetter,
    (address, kind): (Address, Kind),
    span: Span,
    look: Look,
    fill: impl FnOnce(&mut Stack<'_>),
) -> Node {
    let mut stack = Stack::new(typesetter, span.inset(look.padding));
    stack.y = look.padding;
    fill(&mut stack);
    let bounds = Rect { x: span.x, y: 0.0, width: span.width, height: stack.y + look.padding };
    let mut shapes = Vec::with_capacity(stack.shapes.len() + 1);
    if look.paint != Paint::default() {
        shapes.push(Shape::Rect(bounds, look.radius, look.paint));
    }
    shapes.extend(stack.shapes);
    Node { address, kind, bounds, shapes, detail: String::new(), state: NodeState::Plain }
}

/// A number of things as a length.
pub fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

/// How far up a scale a value is, from 0 to 1; one off the scale is at its end. In halves, for scales as long as numbers go.
pub fn part_of_scale(value: f64, (min, max): (f64, f64)) -> f64 {
    ((value / 2.0 - min / 2.0) / (max / 2.0 - min / 2.0)).clamp(0.0, 1.0)
}
