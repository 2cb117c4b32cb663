//! The curve says what the ratings say, and nothing else.

use cxmap::render::scene::{Band, Kind, Lane, Paint, Point, Role, Segment, Shape};
use cxmap::render::{PictureOptions, scene};

use crate::maps::map;

fn curve(touchpoints: &str) -> Band {
    let text = format!("cxmap: 1\ntitle: t\nphases:\n  - title: p\n    touchpoints:\n{touchpoints}");
    let scene = scene(&map(&text), &PictureOptions::default());
    scene.bands.into_iter().find(|band| band.lane == Lane::Curve).expect("a curve")
}

/// The paths and polygons of that role, as the points they go through.
fn paths(band: &Band, is_wanted: impl Fn(&Paint) -> bool) -> Vec<Vec<Point>> {
    let ends = |path: &[Segment]| {
        let ends = path.iter().filter_map(|segment| match segment {
            Segment::Move(to) | Segment::Line(to) | Segment::Curve(_, _, to) => Some(*to),
            Segment::Close => None,
        });
        ends.collect()
    };
    let paths = band.shapes.iter().filter_map(|shape| match shape {
        Shape::Path(path, paint) if is_wanted(paint) => Some(ends(path)),
        Shape::Polygon(corners, paint) if is_wanted(paint) => Some(corners.clone()),
        _ => None,
    });
    // The legend stands left of the columns.
    paths.filter(|points: &Vec<Point>| points.iter().all(|point| point.x > 188.0)).collect()
}

fn lines(band: &Band, role: Role) -> Vec<Vec<Point>> {
    paths(band, |paint| paint.stroke.is_some_and(|stroke| stroke.role == role && stroke.width > 1.5))
}

fn areas(band: &Band, role: Role) -> Vec<Vec<Point>> {
    paths(band, |paint| paint.fill == Some(role))
}

fn words(band: &Band, kind: Kind) -> Vec<Vec<String>> {
    let nodes = band.nodes.iter().filter(|node| node.kind == kind);
    let texts = |shapes: &[Shape]| {
        let texts =
            shapes.iter().filter_map(|shape| if let Shape::Text(text) = shape { Some(text.content()) } else { None });
        texts.collect()
    };
    nodes.map(|node| texts(&node.shapes)).collect()
}

#[test]
fn ratings_stand_at_their_height() {
    let band = curve(
        "      - {title: a, experience: 1}\n      - {title: b, experience: 3.5}\n      - {title: c, experience: 5}\n",
    );
    let lines = lines(&band, Role::Experience);
    let [points] = lines.as_slice() else { panic!("one line, not {lines:?}") };
    let heights: Vec<_> = points.iter().map(|point| points[0].y - point.y).collect();
    // The plot is 176 high from 1 to 5: 44 a rating.
    assert_eq!(heights, [0.0, 2.5 * 44.0, 4.0 * 44.0]);
    assert_eq!(words(&band, Kind::Rating), [vec!["1", "Low point"], vec!["3.5"], vec!["5", "Peak and end"]]);
}

#[test]
fn an_unknown_rating_is_a_gap() {
    let band = curve(
        "      - {title: a, experience: 1, expectation: 2}\n      - {title: b, experience: 2, expectation: 2}
      - {title: c, expectation: 3}\n      - {title: d, experience: 4, expectation: 2}\n      - {title: e, experience: 5}\n",
    );
    let experience: Vec<_> = lines(&band, Role::Experience).iter().map(Vec::len).collect();
    let expectation: Vec<_> = lines(&band, Role::Expectation).iter().map(Vec::len).collect();
    assert_eq!((experience, expectation), (vec![2, 2], vec![4]));
    assert_eq!((areas(&band, Role::Short).len(), areas(&band, Role::Exceeded).len()), (1, 0));
}

#[test]
fn areas_change_where_the_curves_cross() {
    let band =
        curve("      - {title: a, experience: 2, expectation: 4}\n      - {title: b, experience: 4, expectation: 2}\n");
    let (short, exceeded) = (areas(&band, Role::Short), areas(&band, Role::Exceeded));
    let ([short], [exceeded]) = (short.as_slice(), exceeded.as_slice()) else { panic!("{short:?} {exceeded:?}") };
    let right = short.iter().map(|point| point.x).fold(0.0, f64::max);
    let left = exceeded.iter().map(|point| point.x).fold(f64::INFINITY, f64::min);
    let middle = f64::midpoint(short[0].x, exceeded.iter().map(|point| point.x).fold(0.0, f64::max));
    assert!((right - middle).abs() < 1e-6 && (left - middle).abs() < 1e-6, "{right} {left} {middle}");
}

#[test]
fn the_line_keeps_to_the_main_way() {
    let band = curve(
        "      - {title: a, experience: 3, next: [{to: b, share: 10%}, {to: c, share: 90%}]}\n      - {title: b, experience: 1, next: c}
      - {title: c, experience: 3}\n",
    );
    let lines = lines(&band, Role::Experience);
    assert_eq!(lines.iter().map(Vec::len).collect::<Vec<_>>(), [2]);
    assert!((lines[0][0].y - lines[0][1].y).abs() < f64::EPSILON, "b is passed by");
    assert_eq!(words(&band, Kind::Rating), [vec!["3"], vec!["1", "Low point"], vec!["3", "End"]]);
}

#[test]
fn moments_are_named_and_move_with_the_customer() {
    let band = curve(
        "      - {title: a, experience: 3, moment_of_truth: Do they care?}
      - {title: b, status: unavailable, replaced_by: c, moment_of_truth: Do they pay?}\n      - {title: c}
      - {title: d, status: unavailable, moment_of_truth: Do they stay?, optional: true}\n",
    );
    let moments = words(&band, Kind::Moment);
    assert_eq!(moments, [vec!["Do they care?"], vec!["Do they pay?", "→ c"], vec!["Do they stay?", "Out of reach"]]);
}

#[test]
fn another_way_is_a_thin_line_and_may_be_the_lowest() {
    let band = curve(
        "      - {title: a, experience: 4, next: [{to: d, share: 60%}, {to: b, share: 30%}, {to: e, share: 10%}]}
      - {title: b, experience: 1, next: d}
      - {title: c, experience: 1, status: unavailable, replaced_by: b}
      - {title: d, experience: 5, next: end}
      - {title: e, experience: 2}
",
    );
    let thin =
        paths(&band, |paint| paint.stroke.is_some_and(|stroke| stroke.role == Role::Experience && stroke.width < 1.5));
    let [thin] = thin.as_slice() else { panic!("one path, not {thin:?}") };
    let rises = |points: &[Point]| ((points[1].x - points[0].x) / 212.0, (points[0].y - points[1].y) / 44.0);
    let thin: Vec<_> = thin.chunks(2).map(rises).map(|(columns, ratings)| (columns.round(), ratings)).collect();
    // From a down to b, from a to e, and from b up to d. e leads to the end, and nobody comes to c.
    assert_eq!(thin, [(1.0, -3.0), (4.0, -2.0), (2.0, 4.0)]);
    assert_eq!(
        words(&band, Kind::Rating),
        [vec!["4"], vec!["1", "Low point"], vec!["1"], vec!["5", "Peak and end"], vec!["2"]]
    );
}
