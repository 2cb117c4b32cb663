//! A scene as SVG: self-contained, text as text, readable where there are no styles.

use std::fmt::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::scene::{Anchor, Band, Node, Paint, Point, Rect, Role, Scene, Segment, Shape, Text, Weight};
use super::theme::Theme;
use crate::fnv::Fnv;
use crate::text::is_unprintable;

/// Font families that look alike; the first is the embedded one.
pub const FONTS: &str =
    "Inter, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', 'Noto Sans', 'DejaVu Sans', sans-serif";

/// How a scene is printed as SVG.
#[derive(Debug, Clone, Default)]
pub struct SvgOptions {
    /// Where colours come from.
    pub colors: Colors,
    /// How wide the picture is to be shown; by default as wide as the scene.
    pub width: Option<f64>,
    /// Whether the face is put into the file, for viewers without it.
    pub embed_font: bool,
}

/// Where the colours of an SVG come from.
#[derive(Debug, Clone)]
pub enum Colors {
    /// From a theme, as attributes: for a picture that stands alone.
    Attributes(Theme),
    /// From the page it stands in: `f-ROLE` is the class of what is filled with a role, `s-ROLE` of what is outlined.
    Classes,
}

impl Default for Colors {
    fn default() -> Self {
        Self::Attributes(Theme::default())
    }
}

/// How wide the rim of a text is drawn; half of it lies under the letters.
const RIM: f64 = 4.0;

const INTER: [(u16, &[u8]); 2] = [
    (400, include_bytes!("../../assets/fonts/Inter-Regular.woff2")),
    (700, include_bytes!("../../assets/fonts/Inter-Bold.woff2")),
];

/// The scene as an SVG document. Every node is a group with its address in `data-address` and its kind as class, every
/// lane a group with its name in `data-lane`. Ids are made from the contents, so that several pictures can stand in one
/// page.
#[must_use]
pub fn svg(scene: &Scene, options: &SvgOptions) -> String {
    let mut body = Printer { colors: &options.colors, out: String::new() };
    body.scene(scene);
    let salt = salt(&body.out, scene);
    let (width, height) =
        options.width.map_or((scene.width, scene.height), |width| (width, width * scene.height / scene.width));
    let font = match &options.colors {
        Colors::Attributes(Theme { font: Some(font), .. }) => format!("{font}, {FONTS}"),
        _ => FONTS.to_owned(),
    };
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {} {}\" role=\"img\" \
         lang=\"{}\" aria-labelledby=\"{salt}-title {salt}-desc\" font-family=\"{}\">\n\
         <title id=\"{salt}-title\">{}</title>\n<desc id=\"{salt}-desc\">{}</desc>\n{}{}</svg>\n",
        number(width),
        number(height),
        number(scene.width),
        number(scene.height),
        escaped(&scene.language),
        escaped(&font),
        escaped(&scene.title),
        escaped(&scene.description),
        if options.embed_font { format!("<style>\n{}</style>\n", faces()) } else { String::new() },
        body.out,
    )
}

/// The embedded faces as a style sheet.
#[must_use]
pub fn faces() -> String {
    font_faces(&INTER)
}

/// Faces of Inter by weight, in WOFF2, as a style sheet.
pub(super) fn font_faces(faces: &[(u16, &[u8])]) -> String {
    let mut style = String::new();
    for (weight, face) in faces {
        let face = STANDARD.encode(face);
        let _ = writeln!(
            style,
            "@font-face{{font-family:Inter;font-weight:{weight};src:url(data:font/woff2;base64,{face}) format('woff2')}}"
        );
    }
    style
}

/// A name for the ids of a picture.
fn salt(body: &str, scene: &Scene) -> String {
    let Fnv(hash) = Fnv::of([&scene.title, &scene.description, body]);
    format!("cx{:016x}", (hash >> 64) ^ (hash & u128::from(u64::MAX)))
}

/// `text` as text of an XML document, without the characters that XML has no way to write.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\n' => safe.push('\n'),
            '\u{fffe}' | '\u{ffff}' => safe.push('\u{fffd}'),
            _ if is_unprintable(c) => safe.extend(c.escape_unicode()),
            _ => safe.push(c),
        }
    }
    safe
}

/// A length to a hundredth of a pixel.
fn number(value: f64) -> String {
    let digits = format!("{value:.2}");
    let short = digits.trim_end_matches('0').trim_end_matches('.');
    if short == "-0" { "0".into() } else { short.into() }
}

struct Printer<'c> {
    colors: &'c Colors,
    out: String,
}

impl Printer<'_> {
    fn scene(&mut self, scene: &Scene) {
        let canvas = Rect { x: 0.0, y: 0.0, width: scene.width, height: scene.height };
        self.shape(&Shape::Rect(canvas, 0.0, Paint::fill(Role::Canvas)));
        for band in &scene.bands {
            self.band(band);
        }
    }

    fn band(&mut self, band: &Band) {
        let _ = write!(self.out, "<g class=\"lane lane-{0}\" data-lane=\"{0}\" data-row=\"{1}\"", band.lane, band.row);
        if let Colors::Classes = self.colors {
            // So that the page can close the gap where a lane is hidden.
            let (top, height) = (number(band.bounds.y), number(band.bounds.height));
            let _ = write!(self.out, " data-top=\"{top}\" data-height=\"{height}\"");
        }
        self.out.push_str(">\n");
        for shape in &band.shapes {
            self.shape(shape);
        }
        for node in &band.nodes {
            self.node(node);
        }
        self.out.push_str("</g>\n");
    }

    fn node(&mut self, node: &Node) {
        let _ =
            writeln!(self.out, "<g class=\"{}\" data-address=\"{}\">", node.kind, escaped(&node.address.to_string()));
        if !node.detail.is_empty() {
            let _ = writeln!(self.out, "<title>{}</title>", escaped(&node.detail));
        }
        for shape in &node.shapes {
            self.shape(shape);
        }
        self.out.push_str("</g>\n");
    }

    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Rect(rect, radius, paint) => {
                let _ = write!(
                    self.out,
                    "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"",
                    number(rect.x),
                    number(rect.y),
                    number(rect.width.max(0.0)),
                    number(rect.height.max(0.0))
                );
                if *radius > 0.0 {
                    let _ = write!(self.out, " rx=\"{}\"", number(*radius));
                }
                self.paint(*paint);
            }
            Shape::Circle(center, radius, paint) => {
                let (x, y, radius) = (number(center.x), number(center.y), number(*radius));
                let _ = write!(self.out, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"");
                self.paint(*paint);
            }
            Shape::Path(path, paint) => {
                let _ = write!(self.out, "<path d=\"{}\"", data(path));
                self.paint(*paint);
            }
            Shape::Polygon(corners, paint) => {
                let _ = write!(self.out, "<path d=\"{}\"", outline(corners));
                self.paint(*paint);
            }
            Shape::Text(text) => self.text(text),
        }
    }

    /// The rest of an element without contents.
    fn paint(&mut self, paint: Paint) {
        self.fill_and_stroke(paint);
        if let Some(stroke) = paint.stroke {
            if (stroke.width - 1.0).abs() > f64::EPSILON {
                let _ = write!(self.out, " stroke-width=\"{}\"", number(stroke.width));
            }
            if let Some((dash, room)) = stroke.dash {
                let _ = write!(self.out, " stroke-dasharray=\"{} {}\"", number(dash), number(room));
            }
            // A page says it once for all.
            if let Colors::Attributes(_) = self.colors {
                self.out.push_str(" stroke-linecap=\"round\" stroke-linejoin=\"round\"");
            }
        }
        self.out.push_str("/>\n");
    }

    fn fill_and_stroke(&mut self, paint: Paint) {
        let stroke = paint.stroke.map(|stroke| stroke.role);
        match self.colors {
            Colors::Attributes(theme) => {
                let color =
                    |role: Option<Role>| role.map_or_else(|| "none".into(), |role| theme.color(role).to_string());
                let _ = write!(self.out, " fill=\"{}\"", color(paint.fill));
                if stroke.is_some() {
                    let _ = write!(self.out, " stroke=\"{}\"", color(stroke));
                }
            }
            Colors::Classes => {
                // What has no class is not filled: the page says so.
                let fill = paint.fill.map(|role| format!("f-{role}"));
                let classes: Vec<_> = fill.into_iter().chain(stroke.map(|role| format!("s-{role}"))).collect();
                let _ = write!(self.out, " class=\"{}\"", classes.join(" "));
            }
        }
    }

    fn text(&mut self, text: &Text) {
        let _ = write!(self.out, "<text font-size=\"{}\"", number(text.size));
        if text.weight == Weight::Bold {
            self.out.push_str(" font-weight=\"700\"");
        }
        match text.anchor {
            Anchor::Start => {}
            Anchor::Middle => self.out.push_str(" text-anchor=\"middle\""),
            Anchor::End => self.out.push_str(" text-anchor=\"end\""),
        }
        let paint = Paint::fill(text.color);
        match text.rim {
            Some(rim) => {
                self.fill_and_stroke(paint.outlined(rim, RIM));
                let _ = write!(self.out, " stroke-width=\"{RIM}\" stroke-linejoin=\"round\" paint-order=\"stroke\"");
            }
            None => self.fill_and_stroke(paint),
        }
        if let [line] = text.lines.as_slice() {
            let (x, y) = (number(text.at.x), number(text.at.y));
            let _ = writeln!(self.out, " x=\"{x}\" y=\"{y}\">{}</text>", escaped(&line.text));
            return;
        }
        self.out.push('>');
        let mut y = text.at.y;
        for line in &text.lines {
            let blank = if line.ends_in_blank { " " } else { "" };
            let (x, at) = (number(text.at.x), number(y));
            let _ = write!(self.out, "<tspan x=\"{x}\" y=\"{at}\">{}{blank}</tspan>", escaped(&line.text));
            y += text.leading;
        }
        self.out.push_str("</text>\n");
    }
}

/// A path in SVG's own language.
fn data(path: &[Segment]) -> String {
    let mut data = String::new();
    for segment in path {
        let _ = match segment {
            Segment::Move(to) => write!(data, "M{}", place(to)),
            Segment::Line(to) => write!(data, "L{}", place(to)),
            Segment::Curve(first, second, to) => write!(data, "C{} {} {}", place(first), place(second), place(to)),
            Segment::Close => write!(data, "Z"),
        };
    }
    data
}

/// The outline of a polygon in the same language.
fn outline(corners: &[Point]) -> String {
    let mut data = String::new();
    for (at, corner) in corners.iter().enumerate() {
        let _ = write!(data, "{}{}", if at == 0 { 'M' } else { 'L' }, place(corner));
    }
    data.push('Z');
    data
}

fn place(point: &Point) -> String {
    format!("{} {}", number(point.x), number(point.y))
}
