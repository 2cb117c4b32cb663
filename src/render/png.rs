//! A scene as PNG, with the embedded faces.

use std::collections::BTreeSet;
use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};
use skrifa::{FontRef, MetadataProvider};
use thiserror::Error;

use super::scene::Scene;
use super::svg::{Colors, SvgOptions, svg};
use super::theme::Theme;
use super::typeset::{BOLD, REGULAR, Typesetter};
use crate::text::printable;

/// How a scene is printed as PNG.
#[derive(Debug, Clone)]
pub struct PngOptions {
    /// The colours.
    pub theme: Theme,
    /// How many pixels of the image make one of the scene.
    pub scale: f64,
    /// How many pixels wide the image is; instead of a scale.
    pub width: Option<u32>,
    /// Faces for characters that the embedded ones lack, before those of the system.
    pub faces: Vec<Vec<u8>>,
}

impl Default for PngOptions {
    fn default() -> Self {
        Self { theme: Theme::default(), scale: 1.0, width: None, faces: Vec::new() }
    }
}

/// A picture as PNG.
#[derive(Debug, Clone)]
pub struct Png {
    /// The file.
    pub bytes: Vec<u8>,
    /// The characters that no face has: they are missing from the picture.
    pub missing: Vec<char>,
}

/// Why a picture cannot be made.
#[derive(Debug, Error)]
pub enum PngError {
    /// It has no size that can be drawn.
    #[error(
        "the image would be {width} × {height} pixels, more than the {MOST} million that can be drawn: choose a smaller scale or width, or draw fewer phases"
    )]
    Size {
        /// Its width in pixels.
        width: f64,
        /// Its height in pixels.
        height: f64,
    },
    /// One of the faces is none; which of them, from 0.
    #[error("font {} is no TrueType or OpenType face", .0 + 1)]
    Font(usize),
    /// The picture could not be drawn.
    #[error("the image cannot be drawn: {0}")]
    Drawing(String),
}

/// How many million pixels an image has at most: what they take of memory is four times as many bytes.
const MOST: f64 = 250.0;

/// The scene as PNG. Faces of the system are looked for only if the embedded ones, and those given, lack a character.
///
/// # Errors
/// When the image would be too large, or a face cannot be read.
pub fn png(scene: &Scene, options: &PngOptions) -> Result<Png, PngError> {
    let scale = options.width.map_or(options.scale, |width| f64::from(width) / scene.width);
    let (width, height) = (scene.width * scale, scene.height * scale);
    let (columns, rows) = pixels(width)
        .zip(pixels(height))
        .filter(|_| width * height <= MOST * 1e6)
        .ok_or(PngError::Size { width: width.round(), height: height.round() })?;
    let (faces, missing) = faces(scene, options)?;
    let picture =
        svg(scene, &SvgOptions { colors: Colors::Attributes(options.theme.clone()), ..SvgOptions::default() });
    let reading = Options { fontdb: Arc::new(faces), ..Options::default() };
    let tree = Tree::from_str(&picture, &reading).map_err(|error| PngError::Drawing(error.to_string()))?;
    let mut image = Pixmap::new(columns, rows).ok_or(PngError::Size { width, height })?;
    let (across, down) = (f64::from(columns) / scene.width, f64::from(rows) / scene.height);
    resvg::render(&tree, Transform::from_scale(single(across), single(down)), &mut image.as_mut());
    let bytes = image.encode_png().map_err(|error| PngError::Drawing(error.to_string()))?;
    Ok(Png { bytes, missing })
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be in range")]
fn pixels(length: f64) -> Option<u32> {
    let whole = length.round().max(1.0);
    (whole <= MOST * 1e6).then_some(whole as u32)
}

#[allow(clippy::cast_possible_truncation, reason = "the scale of an image needs no more digits")]
fn single(value: f64) -> f32 {
    value as f32
}

/// The faces to draw with, and the characters that none of them has.
fn faces(scene: &Scene, options: &PngOptions) -> Result<(fontdb::Database, Vec<char>), PngError> {
    let mut faces = fontdb::Database::new();
    faces.load_font_data(REGULAR.to_vec());
    faces.load_font_data(BOLD.to_vec());
    for family in [fontdb::Database::set_serif_family, fontdb::Database::set_sans_serif_family] {
        family(&mut faces, "Inter");
    }
    for (at, face) in options.faces.iter().enumerate() {
        if faces.load_font_source(fontdb::Source::Binary(Arc::new(face.clone()))).is_empty() {
            return Err(PngError::Font(at));
        }
    }
    let mut missing = foreign(scene);
    strike_out(&mut missing, &faces);
    if !missing.is_empty() || options.theme.font.is_some() {
        faces.load_system_fonts();
        strike_out(&mut missing, &faces);
    }
    Ok((faces, missing.into_iter().collect()))
}

/// The characters of a scene that the embedded faces lack.
fn foreign(scene: &Scene) -> BTreeSet<char> {
    let typesetter = Typesetter::new();
    let mut foreign = BTreeSet::new();
    for (_, _, text) in scene.texts() {
        for line in &text.lines {
            foreign.extend(printable(&line.text).chars().filter(|&c| !typesetter.has(c)));
        }
    }
    foreign
}

/// Takes the characters out that some face has.
fn strike_out(characters: &mut BTreeSet<char>, faces: &fontdb::Database) {
    for face in faces.faces() {
        if characters.is_empty() {
            return;
        }
        faces.with_face_data(face.id, |data, index| {
            if let Ok(font) = FontRef::from_index(data, index) {
                let charmap = font.charmap();
                characters.retain(|&c| charmap.map(c).is_none());
            }
        });
    }
}
