//! The picture of a page: a drawing for each row of phases, and sheets of paper on which it can be read.

use crate::render::layout::{PictureOptions, Wrap};
use crate::render::scene::{Band, Lane, Rect, Scene};
use crate::render::svg::{Colors, SvgOptions, svg};

/// The room above and below a drawing.
const MARGIN: f64 = 20.0;
/// How high a sheet of paper is for its width: A4 and A3 within their margins, below a line with the title.
const PAPER: f64 = 0.66;
/// How many touchpoints stand side by side on paper: on A4 their type is 6 points or more.
const ACROSS: usize = 6;

/// The drawings as SVG, in the colours of the page. The head belongs to the first.
pub fn sheets(scene: Scene) -> Vec<String> {
    printed(&rows(scene))
}

/// How a picture is broken on paper, unless somebody said how: then it is printed as it is shown.
pub fn on_paper(shown: &PictureOptions) -> Option<PictureOptions> {
    (shown.wrap == Wrap::Auto).then(|| PictureOptions { wrap: Wrap::Every(ACROSS), ..shown.clone() })
}

/// Sheets of paper as SVG, in the colours of the page: as many lanes as one has room for, each below its phases.
pub fn paper(scene: Scene) -> Vec<String> {
    let most = scene.width * PAPER;
    printed(&pages(scene, most))
}

fn printed(scenes: &[Scene]) -> Vec<String> {
    let print = SvgOptions { colors: Colors::Classes, ..SvgOptions::default() };
    scenes.iter().map(|scene| svg(scene, &print)).collect()
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
    rows.into_iter().map(trimmed).collect()
}

/// The scene without empty room above and below.
fn trimmed(mut scene: Scene) -> Scene {
    let top = scene.bands.iter().map(|band| band.bounds.y).fold(f64::INFINITY, f64::min);
    scene.bands.iter_mut().for_each(|band: &mut Band| band.lower(MARGIN - top));
    scene.height = scene.bands.iter().map(|band| band.bounds.bottom()).fold(0.0, f64::max) + MARGIN;
    scene
}

/// The lanes in scenes no higher than that, unless one alone is. Where a row goes on, its phases stand there again.
fn pages(mut whole: Scene, most: f64) -> Vec<Scene> {
    let mut bands = std::mem::take(&mut whole.bands);
    // Nobody points at paper.
    bands.iter_mut().flat_map(|band| &mut band.nodes).for_each(|node| node.detail.clear());
    let mut pages: Vec<Scene> = Vec::new();
    let mut phases: Option<&Band> = None;
    for (at, band) in bands.iter().enumerate() {
        let bottom = bottom_of_what_belongs_to(bands.get(at..).unwrap_or_default());
        if band.lane == Lane::Phases {
            phases = Some(band);
        }
        let page = pages.last_mut().filter(|page| {
            let top = page.bands.first().map_or(0.0, |first| first.bounds.y);
            bottom - top + 2.0 * MARGIN <= most || page.bands.iter().all(is_heading)
        });
        if let Some(page) = page {
            page.bands.push(band.clone());
        } else {
            let again = phases.filter(|_| !is_heading(band)).map(|phases| above(phases.clone(), band.bounds));
            let bands = again.into_iter().chain([band.clone()]).collect();
            pages.push(Scene { bands, ..whole.clone() });
        }
    }
    pages.into_iter().map(trimmed).collect()
}

fn is_heading(band: &Band) -> bool {
    matches!(band.lane, Lane::Head | Lane::Phases)
}

/// Where the last of the first lane's followers ends: head, phases and ways are nothing without the cards below them.
fn bottom_of_what_belongs_to(bands: &[Band]) -> f64 {
    let belongs = |band: &&Band| matches!(band.lane, Lane::Head | Lane::Phases | Lane::Needs | Lane::Ways);
    let led = bands.iter().take_while(belongs).count();
    bands.get(led).or(bands.last()).map_or(0.0, |band| band.bounds.bottom())
}

/// The phases once more, above a lane.
fn above(mut phases: Band, lane: Rect) -> Band {
    const GAP: f64 = 8.0;
    phases.lower(lane.y - GAP - phases.bounds.bottom());
    phases
}
