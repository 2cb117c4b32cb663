//! Every theme can be read: text against what is really below it.

use cxmap::render::scene::{Rect, Role, Shape};
use cxmap::render::{Palette, PictureOptions, Theme, scene};

use crate::maps::{EVERYTHING, bundled, map};
use crate::pairs::drawn;

/// WCAG 2.2, success criteria 1.4.3 (text) and 1.4.11 (what else must be seen).
const TEXT: f64 = 4.5;
const SIGN: f64 = 3.0;

#[test]
fn text_contrasts_with_its_ground() {
    let mut maps: Vec<_> = bundled().into_iter().map(|(_, map)| map).collect();
    maps.push(map(EVERYTHING));
    maps.push(map(&EVERYTHING.replace("state: current", "state: future")));
    maps.push(map(&EVERYTHING.replace("state: current", "state: past")));
    let everything = map(EVERYTHING);
    let mut scenes: Vec<_> = maps.iter().map(|map| scene(map, &PictureOptions::default())).collect();
    scenes.extend(maps.iter().map(|map| drawn(&everything, map, &PictureOptions::default())));
    scenes.extend(maps.windows(2).map(|pair| drawn(&pair[0], &pair[1], &PictureOptions::default())));
    for scene in scenes {
        for &palette in Palette::ALL {
            let theme = Theme::of(palette);
            for band in &scene.bands {
                for node in &band.nodes {
                    let below: Vec<_> = band.shapes.iter().chain(&node.shapes).collect();
                    check(&theme, palette, &below);
                }
                check(&theme, palette, &band.shapes.iter().collect::<Vec<_>>());
            }
        }
    }
}

/// Every text against each area that was drawn before it and holds its middle, as far as a later one does not cover it.
fn check(theme: &Theme, palette: Palette, shapes: &[&Shape]) {
    for (at, shape) in shapes.iter().enumerate() {
        let Shape::Text(text) = shape else { continue };
        let bounds = text.bounds();
        let ground = shapes[..at].iter().rev().find_map(|below| ground(below, bounds)).unwrap_or(Role::Canvas);
        let contrast = theme.color(text.color).contrast(theme.color(ground));
        assert!(contrast >= TEXT, "{palette}: “{}”, {} on {ground}: {contrast:.2}", text.content(), text.color);
    }
}

fn ground(shape: &Shape, text: Rect) -> Option<Role> {
    let (x, y) = (text.x + text.width / 2.0, text.y + text.height / 2.0);
    match shape {
        Shape::Rect(rect, _, paint) => {
            let holds = rect.x <= x && x <= rect.right() && rect.y <= y && y <= rect.bottom();
            paint.fill.filter(|_| holds)
        }
        Shape::Circle(center, radius, paint) => paint.fill.filter(|_| (center.x - x).hypot(center.y - y) < *radius),
        // Phases: the only areas with text on them; what crosses a closed card is below text, too.
        Shape::Polygon(corners, paint) => paint.fill.filter(|_| {
            corners.len() > 4 && matches!(paint.fill, Some(Role::Phase | Role::Future | Role::Past | Role::Draft))
        }),
        Shape::Path(..) | Shape::Text(_) => None,
    }
}

#[test]
fn signs_and_curves_contrast_with_their_ground() {
    let grounds = [Role::Lane, Role::Card];
    let signs = [Role::Experience, Role::Expectation, Role::Moment, Role::Good, Role::Bad, Role::Doubt, Role::Strong];
    for &palette in Palette::ALL {
        let theme = Theme::of(palette);
        for (ground, sign) in grounds.into_iter().flat_map(|ground| signs.map(|sign| (ground, sign))) {
            let contrast = theme.color(sign).contrast(theme.color(ground));
            assert!(contrast >= SIGN, "{palette}: {sign} on {ground}: {contrast:.2}");
        }
        // Values stand on the areas between the curves.
        for (ground, ink) in [Role::Short, Role::Exceeded, Role::Hatch]
            .into_iter()
            .flat_map(|ground| [Role::Experience, Role::Ink, Role::Muted].map(|ink| (ground, ink)))
        {
            let contrast = theme.color(ink).contrast(theme.color(ground));
            assert!(
                contrast >= if ink == Role::Ink { TEXT } else { SIGN },
                "{palette}: {ink} on {ground}: {contrast:.2}"
            );
        }
    }
}

/// Known values of WCAG's own examples.
#[test]
fn contrast_is_computed_as_wcag_does() {
    use cxmap::render::Color;
    assert!((Color(0, 0, 0).contrast(Color(255, 255, 255)) - 21.0).abs() < 1e-9);
    assert!((Color(0x77, 0x77, 0x77).contrast(Color(255, 255, 255)) - 4.478).abs() < 1e-3);
    assert!((Color(255, 0, 0).contrast(Color(255, 255, 255)) - 3.998).abs() < 1e-3);
}

#[test]
fn files_change_themes() {
    let theme = Theme::read("t", "base: dark\ncolors: {ink: \"#ffffff\"}\nfont: Verdana\nlogo: ACME\n").unwrap();
    assert_eq!(theme.color(Role::Ink).to_string(), "#ffffff");
    assert_eq!(theme.color(Role::Lane), Theme::of(Palette::Dark).color(Role::Lane));
    assert_eq!((theme.font.as_deref(), theme.logo.as_deref()), (Some("Verdana"), Some("ACME")));
    for wrong in
        ["colours: {}", "base: pink", "colors: {ink: red}", "colors: {inc: \"#000000\"}", "[]", "colors: [", ": :"]
    {
        let unsound = Theme::read("t", wrong).unwrap_err();
        assert!(!unsound.diagnostics.is_empty(), "{wrong}");
    }
}
