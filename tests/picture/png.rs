//! The PNG, and an independent reading of the SVG: where text really is.

use std::sync::Arc;

use cxmap::graph::Map;
use cxmap::render::scene::{Rect, Scene};
use cxmap::render::{PictureOptions, PngOptions, SvgOptions, png, scene, svg};
use resvg::usvg::{self, Options, Tree, fontdb};

use crate::maps::{bundled, map};

const INTER: [&[u8]; 2] =
    [include_bytes!("../../assets/fonts/Inter-Regular.otf"), include_bytes!("../../assets/fonts/Inter-Bold.otf")];

/// Where the texts of a scene stand when set by usvg in these faces, in the order of the scene.
fn really(scene: &Scene, faces: &[Vec<u8>], family: &str) -> Vec<Rect> {
    let mut database = fontdb::Database::new();
    for face in faces {
        database.load_font_data(face.clone());
    }
    database.set_serif_family(family);
    let text =
        svg(scene, &SvgOptions::default()).replace("font-family=\"Inter, ", &format!("font-family=\"{family}, "));
    let tree = Tree::from_str(&text, &Options { fontdb: Arc::new(database), ..Options::default() }).unwrap();
    let mut found = Vec::new();
    collect(tree.root(), &mut found);
    found
}

fn collect(group: &usvg::Group, found: &mut Vec<Rect>) {
    for node in group.children() {
        match node {
            usvg::Node::Group(group) => collect(group, found),
            usvg::Node::Text(text) => {
                let rect = text.abs_bounding_box();
                found.push(Rect {
                    x: rect.x().into(),
                    y: rect.y().into(),
                    width: rect.width().into(),
                    height: rect.height().into(),
                });
            }
            _ => {}
        }
    }
}

/// Nothing of the texts leaves the box of its node, or of its lane.
fn stays_in_its_box(what: &str, map: &Map, faces: &[Vec<u8>], family: &str, measured_with: bool) {
    let scene = scene(map, &PictureOptions::default());
    let really = really(&scene, faces, family);
    let texts: Vec<_> = scene.texts().collect();
    assert_eq!(texts.len(), really.len(), "{what}: every text is set");
    for ((band, node, text), found) in texts.into_iter().zip(really) {
        let outer = node.map_or(band.bounds, |node| node.bounds);
        let is_within = found.x >= outer.x - 0.5 && found.right() <= outer.right() + 0.5;
        assert!(is_within, "{what}: “{}” leaves {outer:?}: {found:?}", text.content());
        if measured_with {
            // A blank at the end of a line takes room, but nothing of it is seen.
            let mut said = text.bounds();
            said.width += 0.3 * text.size;
            let is_right = found.x >= said.x - 0.5
                && found.right() <= said.right() + 0.5
                && found.width >= 0.9 * said.width - 0.4 * text.size - 2.0;
            assert!(is_right, "{what}: “{}” is said to be at {said:?} and is at {found:?}", text.content());
            let is_high_enough = found.y >= said.y - 0.5 && found.bottom() <= said.bottom() + 0.5;
            assert!(is_high_enough, "{what}: “{}” is said to be at {said:?} and is at {found:?}", text.content());
        }
    }
}

#[test]
fn text_is_where_it_is_said_to_be() {
    for (path, map) in bundled() {
        stays_in_its_box(&path.to_string_lossy(), &map, &INTER.map(<[u8]>::to_vec), "Inter", true);
    }
}

/// For readers without the embedded face: a wide one that most Linux machines have.
#[test]
fn a_wider_face_stays_in_its_boxes() {
    let folder = std::path::Path::new("/usr/share/fonts/truetype/dejavu");
    let faces: Vec<_> = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"]
        .iter()
        .filter_map(|name| std::fs::read(folder.join(name)).ok())
        .collect();
    if faces.len() < 2 {
        assert!(std::env::var_os("CXMAP_REQUIRE_TOOLS").is_none(), "DejaVu Sans is not installed");
        eprintln!("DejaVu Sans is not installed: skipped");
        return;
    }
    for (path, map) in bundled() {
        stays_in_its_box(&path.to_string_lossy(), &map, &faces, "DejaVu Sans", false);
    }
}

#[test]
fn the_image_is_as_large_as_asked() {
    let map = map("cxmap: 1\ntitle: t\nphases: [{title: p, touchpoints: [{title: a}]}]");
    let scene = scene(&map, &PictureOptions::default());
    let size = |options: &PngOptions| {
        let bytes = png(&scene, options).unwrap().bytes;
        assert_eq!(&bytes[1..4], b"PNG");
        let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
        (number(16), number(20))
    };
    let (width, height) = size(&PngOptions::default());
    assert!((f64::from(width) - scene.width).abs() <= 0.5 && (f64::from(height) - scene.height).abs() <= 0.5);
    assert_eq!(size(&PngOptions { scale: 2.0, ..PngOptions::default() }).0, 2 * width);
    assert_eq!(size(&PngOptions { width: Some(640), ..PngOptions::default() }).0, 640);
    assert!(
        png(&scene, &PngOptions { scale: 1e4, ..PngOptions::default() }).unwrap_err().to_string().contains("smaller")
    );
    assert!(png(&scene, &PngOptions { scale: f64::NAN, ..PngOptions::default() }).is_err());
    assert!(png(&scene, &PngOptions { faces: vec![b"no font".to_vec()], ..PngOptions::default() }).is_err());
}

#[test]
fn characters_that_no_face_has_are_named() {
    // A private character: no face has it.
    let map = map("cxmap: 1\ntitle: \"a \\U0010FFFD b\"\nphases: [{title: p, touchpoints: [{title: a}]}]");
    let scene = scene(&map, &PictureOptions::default());
    let png = png(&scene, &PngOptions::default()).unwrap();
    assert_eq!(png.missing, ['\u{10fffd}']);
}
