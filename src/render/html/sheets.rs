//! The picture of a page: a drawing for each row of phases, so that paper can turn over between them.

use crate::render::scene::{Band, Scene};
use crate::render::svg::{Colors, SvgOptions, svg};

/// The room above and below a drawing.
const MARGIN: f64 = 20.0;

/// The drawings as SVG, in the colours of the page. The head belongs to the first.
pub fn sheets(scene: Scene) -> Vec<String> {
    let print = SvgOptions { colors: Colors::Classes, ..SvgOptions::default() };
    rows(scene).iter().map(|row| svg(row, &print)).collect()
}

fn rows(mut whole: Scene) -> Vec<Scene> {
    let bands = std::mem::take(&mut whole.bands);
    let last = bands.iter().map(|band| band.row).max().unwrap_or_default();
    let mut rows: Vec<Scene> = vec![whole; last + 1];
    for band in bands {
        if let Some(row) = rows.get_mut(band.row) {
            row.bands.push(band);
        }
    }
    for row in &mut rows {
        let top = row.bands.iter().map(|band| band.bounds.y).fold(f64::INFINITY, f64::min);
        row.bands.iter_mut().for_each(|band: &mut Band| band.lower(MARGIN - top));
        row.height = row.bands.iter().map(|band| band.bounds.bottom()).fold(0.0, f64::max) + MARGIN;
    }
    rows
}
