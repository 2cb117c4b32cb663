//! The signs of pictures: icons of channels, marks of severity and status.

use super::scene::{Paint, Point, Role, Segment, Shape};
use crate::graph::slug;

/// Drawings on a field of 16 by 16, in SVG's path language: M, L, H, V, C and Z with absolute places, and `O x y r` for
/// a circle.
struct Icon {
    drawing: &'static str,
    /// Words of channels in English, Dutch and French, as slugs; an id fits if it has one of them.
    words: &'static [&'static str],
}

const ICONS: [Icon; 13] = [
    Icon {
        drawing: "M2 4H14V12H2ZM2 4.5L8 9L14 4.5",
        words: &["e-mail", "email", "mail", "courriel", "mailing", "nieuwsbrief", "newsletter"],
    },
    Icon { drawing: "M5 1.5H11V14.5H5ZM7.2 12.5H8.8", words: &["app", "apps", "appli", "application", "smartphone"] },
    Icon {
        drawing: "M4 2C2.5 2.5 2 4 2.5 5.5C4 9.5 6.5 12 10.5 13.5C12 14 13.5 13.5 14 12L11.2 9.6L9.4 10.6C7.5 9.7 6.3 8.5 5.4 6.6L6.4 4.8Z",
        words: &[
            "phone",
            "telephone",
            "téléphone",
            "telefoon",
            "telefonisch",
            "call",
            "callcenter",
            "bellen",
            "hotline",
            "call-centre",
            "call-center",
            "appel",
            "appels",
            "klantenservice",
        ],
    },
    Icon {
        drawing: "M2 3H14V11H8L4.5 14V11H2ZM5 6H11M5 8.2H9",
        words: &["chat", "chatbot", "livechat", "sms", "whatsapp", "messenger", "berichten", "message", "messages"],
    },
    Icon {
        drawing: "M2.5 6.5L3.5 2.5H12.5L13.5 6.5M3 7.5V13.5H13V7.5M2.5 6.5C3.5 8.3 5.3 8.3 6.2 6.5C7 8.3 9 8.3 9.8 6.5C10.7 8.3 12.5 8.3 13.5 6.5M6.5 13.5V10H9.5V13.5",
        words: &["shop", "store", "winkel", "boutique", "magasin", "outlet", "restaurant", "pharmacy", "apotheek"],
    },
    Icon {
        drawing: "M2 6L8 2.5L14 6ZM3.5 6.5V11.5M6.5 6.5V11.5M9.5 6.5V11.5M12.5 6.5V11.5M2 13H14",
        words: &[
            "branch",
            "kantoor",
            "agence",
            "agency",
            "agentschap",
            "office",
            "filiaal",
            "loket",
            "guichet",
            "desk",
            "balie",
            "bureau",
        ],
    },
    Icon {
        drawing: "M2 4H14V12H2ZM11 6H12.2V7.8H11ZM4 8H8M4 10H7",
        words: &["post", "letter", "brief", "courrier", "poste", "lettre"],
    },
    Icon {
        drawing: "M2 8L8 2.5L14 8M3.8 7V13.5H12.2V7M6.7 13.5V9.8H9.3V13.5",
        words: &["visit", "home", "thuis", "huisbezoek", "bezoek", "visite", "domicile", "chez"],
    },
    Icon {
        drawing: "M1.5 4.5H10V11.5H1.5ZM10 7.2L14.5 5V11L10 8.8",
        words: &["video", "videogesprek", "videocall", "visio", "screen"],
    },
    Icon {
        drawing: "M3 2H13V9.5H3ZM8 9.5V13M5 13.5H11",
        words: &["kiosk", "terminal", "zuil", "borne", "automaat", "tv", "televisie", "télévision"],
    },
    Icon {
        drawing: "O 4 8 2 O 12 3.8 2 O 12 12.2 2 M5.8 7.1L10.2 4.8M5.8 8.9L10.2 11.2",
        words: &["social", "sociale", "sociaux", "facebook", "instagram", "linkedin", "tiktok"],
    },
    Icon {
        drawing: "M1.5 4H9.5V11H1.5ZM9.5 6.2H12.3L14.5 8.6V11H9.5O 4.3 12 1.4 O 11.6 12 1.4",
        words: &["delivery", "levering", "livraison", "courier", "koerier", "parcel", "pakket", "coursier"],
    },
    Icon {
        drawing: "O 8 8 6 M2 8H14M8 2C5.2 4.5 5.2 11.5 8 14M8 2C10.8 4.5 10.8 11.5 8 14",
        words: &[
            "website",
            "web",
            "site",
            "webshop",
            "webwinkel",
            "online",
            "portal",
            "portaal",
            "internet",
            "portail",
            "espace-client",
            "espace-personnel",
        ],
    },
];

/// The sign of a channel, `size` wide around a place: the icon for its id, else for its title, else a pin.
pub(super) fn channel(id: &str, title: &str, center: Point, size: f64, role: Role) -> Vec<Shape> {
    let drawing = of_channel(id).or_else(|| of_channel(title)).unwrap_or(PIN);
    drawn(drawing, center, size, Paint::line(role, 1.3))
}

fn of_channel(name: &str) -> Option<&'static str> {
    // A mobile nurse is no telephone; what is called by that word alone is one.
    const ALONE: [&str; 3] = ["mobile", "mobiel", "gsm"];
    let name = slug(name)?;
    if ALONE.contains(&name.as_str()) {
        return of_channel("app");
    }
    let words = format!("-{name}-");
    let icon = ICONS.iter().find(|icon| icon.words.iter().any(|word| words.contains(&format!("-{word}-"))))?;
    Some(icon.drawing)
}

/// A drawing `size` wide around a place.
pub(super) fn drawn(drawing: &str, center: Point, size: f64, paint: Paint) -> Vec<Shape> {
    let scale = size / 16.0;
    let at = |x: f64, y: f64| Point::new(center.x + (x - 8.0) * scale, center.y + (y - 8.0) * scale);
    let mut shapes = Vec::new();
    let mut path = Vec::new();
    let (mut x, mut y) = (0.0, 0.0);
    for command in commands(drawing) {
        match command {
            ('O', [cx, cy, radius, ..]) => shapes.push(Shape::Circle(at(cx, cy), radius * scale, paint)),
            ('M', [to_x, to_y, ..]) => {
                (x, y) = (to_x, to_y);
                path.push(Segment::Move(at(x, y)));
            }
            ('C', [x1, y1, x2, y2, to_x, to_y]) => {
                (x, y) = (to_x, to_y);
                path.push(Segment::Curve(at(x1, y1), at(x2, y2), at(x, y)));
            }
            ('Z', _) => path.push(Segment::Close),
            (letter, [first, second, ..]) => {
                (x, y) = match letter {
                    'H' => (first, y),
                    'V' => (x, first),
                    _ => (first, second),
                };
                path.push(Segment::Line(at(x, y)));
            }
        }
    }
    if !path.is_empty() {
        shapes.push(Shape::Path(path, paint));
    }
    shapes
}

/// The letters of a drawing with the numbers behind them.
fn commands(drawing: &str) -> impl Iterator<Item = (char, [f64; 6])> {
    let starts = drawing.match_indices(|c: char| c.is_ascii_uppercase());
    starts.map(|(start, letter)| {
        let rest = drawing.get(start + 1..).unwrap_or_default();
        let numbers = rest.split(|c: char| c.is_ascii_uppercase()).next().unwrap_or_default();
        let mut values = [0.0; 6];
        for (value, number) in values.iter_mut().zip(numbers.split_whitespace()) {
            *value = number.parse().unwrap_or_default();
        }
        (letter.chars().next().unwrap_or('L'), values)
    })
}

/// A star around a place: a moment of truth.
pub(super) fn star(center: Point, radius: f64, paint: Paint) -> Shape {
    let corners = (0..10).map(|corner| {
        let reach = if corner % 2 == 0 { radius } else { radius * 0.45 };
        let (sin, cos) = (f64::from(corner) * std::f64::consts::PI / 5.0).sin_cos();
        Point::new(center.x + reach * sin, center.y - reach * cos)
    });
    Shape::Polygon(corners.collect(), paint)
}

/// Four dots in a row, beginning there, of which so many are full: how severe something is.
pub(super) fn pips(start: Point, full: usize, role: Role) -> Vec<Shape> {
    let pip = |at: usize| {
        let center = Point::new(start.x + 4.0 + 9.0 * f64::from(u8::try_from(at).unwrap_or(0)), start.y);
        if at < full {
            Shape::Circle(center, 3.6, Paint::fill(role))
        } else {
            Shape::Circle(center, 3.1, Paint::line(role, 1.0))
        }
    };
    (0..4).map(pip).collect()
}

/// A disc of which so many quarters are full (a Harvey ball): how far something has come.
pub(super) fn progress(center: Point, radius: f64, quarters: u8, role: Role) -> Vec<Shape> {
    let ring = Shape::Circle(center, radius, Paint::line(role, 1.4));
    if quarters >= 4 {
        return vec![Shape::Circle(center, radius, Paint::fill(role).outlined(role, 1.4))];
    }
    if quarters == 0 {
        return vec![ring];
    }
    let mut path = vec![Segment::Move(center), Segment::Line(Point::new(center.x, center.y - radius))];
    for quarter in 0..quarters {
        let (sin, cos) = (f64::from(quarter) * std::f64::consts::FRAC_PI_2).sin_cos();
        // From the direction of this quarter to the next, clockwise from the top.
        let from = Point::new(sin, -cos);
        let to = Point::new(cos, sin);
        let bend = 0.5523;
        let place = |x: f64, y: f64| Point::new(center.x + radius * x, center.y + radius * y);
        path.push(Segment::Curve(
            place(from.x + bend * to.x, from.y + bend * to.y),
            place(to.x + bend * from.x, to.y + bend * from.y),
            place(to.x, to.y),
        ));
    }
    path.push(Segment::Close);
    vec![ring, Shape::Path(path, Paint::fill(role))]
}

/// A pin on a map: some other place.
const PIN: &str =
    "M8 14C5 10.4 3.6 8.3 3.6 6.3C3.6 3.8 5.6 2 8 2C10.4 2 12.4 3.8 12.4 6.3C12.4 8.3 11 10.4 8 14ZO 8 6.3 1.6";
/// A tick.
pub(super) const TICK: &str = "M3 8.5L6.5 12L13 4.5";
/// A cross.
pub(super) const CROSS: &str = "M4 4L12 12M12 4L4 12";
/// A glad face.
pub(super) const GLAD: &str = "O 8 8 6.6 O 5.7 6.3 0.35 O 10.3 6.3 0.35 M4.9 9.4C6 12.2 10 12.2 11.1 9.4";
/// A sad one.
pub(super) const SAD: &str = "O 8 8 6.6 O 5.7 6.3 0.35 O 10.3 6.3 0.35 M5 11.3C6 9 10 9 11 11.3";
/// A clock.
pub(super) const CLOCK: &str = "O 8 8 6 M8 4.5V8.3L10.6 10";
/// A person.
pub(super) const PERSON: &str = "O 8 5.2 2.7 M2.8 14C2.8 8.6 13.2 8.6 13.2 14";
/// A loop that closes.
pub(super) const LOOP: &str = "M13 8C13 4.2 9.8 2.6 7.4 3C3.9 3.5 2.6 6.6 3 9C3.6 12.4 7 13.6 9.4 12.8C10.8 12.4 11.8 11.6 12.4 10.4M13.6 4.4V8.2H9.8";
/// A loop that does not.
pub(super) const OPEN_LOOP: &str = "M12.6 5.6C11 2.9 8.5 2.7 7.4 3C3.9 3.5 2.6 6.6 3 9C3.6 12.4 7 13.6 9.4 12.8";
/// An arrow that leaves.
pub(super) const EXIT: &str = "M4 12L12 4M6 4H12V10";
/// A speech bubble.
pub(super) const SPEECH: &str = "M2 3H14V11H8L4.5 14V11H2Z";
/// A cog, for systems.
pub(super) const SYSTEM: &str = "M2 3.5H14V7H2ZM2 9H14V12.5H2ZM4.5 5.25H5M4.5 10.75H5";
/// A gauge, for effort.
pub(super) const GAUGE: &str = "M2.5 13V10M6.2 13V7.5M9.8 13V5M13.5 13V2.5";
/// Two people.
pub(super) const PEOPLE: &str = "O 6 5.6 2.3 M1.6 13.4C1.6 8.8 10.4 8.8 10.4 13.4M10 3.5C12.8 3.5 12.8 7.8 10 7.8M12 9.6C13.8 10.4 14.4 11.8 14.4 13.4";
/// Something to be done here.
pub(super) const TARGET: &str = "O 8 8 6 O 8 8 2.4";

#[cfg(test)]
mod tests {
    use super::{ICONS, of_channel, slug};

    #[test]
    fn channels_have_their_icon_in_three_languages() {
        let has_icon = |id: &str| of_channel(id).is_some();
        for id in [
            "website",
            "App",
            "telefoon",
            "téléphone",
            "E-mail",
            "Chat",
            "winkel",
            "kantoor",
            "agence",
            "Post",
            "courrier",
        ] {
            assert!(has_icon(id), "{id}");
        }
        for id in [
            "visite",
            "videogesprek",
            "kiosk",
            "borne",
            "social media",
            "Mijn app",
            "réseaux sociaux",
            "GSM",
            "Centre d'appels",
        ] {
            assert!(has_icon(id), "{id}");
        }
        assert!(!has_icon("stoomboot") && !has_icon("?") && !has_icon("approach") && !has_icon("Mobile mechanic"));
    }

    #[test]
    fn words_are_slugs_and_stand_for_one_icon() {
        let words: Vec<_> = ICONS.iter().flat_map(|icon| icon.words).collect();
        for (at, word) in words.iter().enumerate() {
            assert_eq!(slug(word).as_deref(), Some(**word));
            assert!(!words[at + 1..].contains(word), "{word}");
        }
    }
}
