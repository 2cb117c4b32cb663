//! The options about pictures.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Error, Result, anyhow, bail};
use clap::Args;
use cxmap::graph::{Map, PhaseRef};
use cxmap::model::{Scalar, nearest};
use cxmap::render::scene::{Lane, Scene};
use cxmap::render::{
    Colors, HtmlOptions, Palette, PictureOptions, PngError, PngOptions, SvgOptions, Theme, Tongue, Wrap, png, svg,
};
use cxmap::source::{decode, read_file};
use cxmap::text::printable;

use crate::cli::Common;
use crate::cli::config::{scalar, tell};

/// The options about pictures.
#[derive(Debug, Args)]
#[command(next_help_heading = "Pictures")]
pub struct PictureArgs {
    /// When to break a wide picture over several rows: auto, never, or after at most so many touchpoints
    #[arg(long, value_name = "WHEN", default_value = "auto", value_parser = wrap)]
    wrap: Wrap,
    /// The id of a phase to draw; may be repeated; all by default
    #[arg(long = "phase", value_name = "ID")]
    phases: Vec<String>,
    /// A lane to draw; may be repeated, or a list with commas; all by default
    #[arg(long = "lane", value_name = "LANE", value_delimiter = ',', value_parser = scalar::<Lane>)]
    lanes: Vec<Lane>,
    /// The colours: light, dark, contrast, print, or a file with a theme
    #[arg(long, value_name = "THEME", default_value = "light")]
    theme: String,
    /// How many pixels of a PNG make one of the picture
    #[arg(long, value_name = "FACTOR", default_value = "1", value_parser = scale, allow_negative_numbers = true, conflicts_with = "width")]
    scale: f64,
    /// How many pixels wide the picture is
    #[arg(long, value_name = "PIXELS", value_parser = clap::value_parser!(u32).range(1..=100_000))]
    width: Option<u32>,
    /// Put the typeface into the SVG, for viewers without it
    #[arg(long)]
    embed_font: bool,
    /// A font file for characters that the typeface of a PNG lacks; may be repeated
    #[arg(long = "font", value_name = "FILE")]
    fonts: Vec<PathBuf>,
}

fn wrap(text: &str) -> Result<Wrap, String> {
    match text {
        "auto" => Ok(Wrap::Auto),
        "never" => Ok(Wrap::Never),
        _ => text.parse().ok().filter(|&count| count > 0).map(Wrap::Every).ok_or_else(|| {
            "write `auto`, `never`, or how many touchpoints stand side by side at most, such as `12`".into()
        }),
    }
}

fn scale(text: &str) -> Result<f64, String> {
    let scale = text.parse().ok().filter(|scale: &f64| (0.05..=20.0).contains(scale));
    scale.ok_or_else(|| "write a number from 0.05 to 20, such as `2`".into())
}

impl PictureArgs {
    /// The picture of a map as SVG. `draw` makes the scene; labels are in `tongue`, by default in the language of the map.
    pub fn svg(
        &self,
        map: &Map,
        tongue: Option<Tongue>,
        draw: impl FnOnce(&PictureOptions) -> Scene,
    ) -> Result<String> {
        let theme = self.theme()?;
        let scene = draw(&self.options(map, tongue, &theme)?);
        let width = self.width.map_or(scene.width * self.scale, f64::from);
        Ok(svg(
            &scene,
            &SvgOptions { colors: Colors::Attributes(theme), width: Some(width), embed_font: self.embed_font },
        ))
    }

    /// The same as PNG. Characters that no face has are named in a warning.
    pub fn png(
        &self,
        map: &Map,
        tongue: Option<Tongue>,
        common: &Common,
        draw: impl FnOnce(&PictureOptions) -> Scene,
    ) -> Result<Vec<u8>> {
        let theme = self.theme()?;
        let scene = draw(&self.options(map, tongue, &theme)?);
        let faces = self.fonts.iter().map(|path| font(path)).collect::<Result<_>>()?;
        let options = PngOptions { theme, scale: self.scale, width: self.width, faces };
        let png = png(&scene, &options).map_err(|error| self.told(error, &options.faces))?;
        if !png.missing.is_empty() {
            let named: Vec<_> = png.missing.iter().take(12).map(|&c| format!("{c} (U+{:04X})", u32::from(c))).collect();
            let more = if png.missing.len() > named.len() { " and others" } else { "" };
            common.say(&format!(
                "warning: no font on this machine has {}{more}: they are missing from the picture; name one that has them with --font FILE",
                named.join(", ")
            ));
        }
        Ok(png.bytes)
    }

    /// The error, with the name of the file and what it is where a font is none.
    fn told(&self, error: PngError, faces: &[Vec<u8>]) -> Error {
        let PngError::Font(at) = error else { return error.into() };
        let name = self.fonts.get(at).map(|path| path.display().to_string()).unwrap_or_default();
        let what = match faces.get(at).map_or(&[][..], Vec::as_slice) {
            [] => "it is empty",
            [b'w', b'O', b'F', b'F' | b'2', ..] => {
                "it is a web font (WOFF): name the TrueType or OpenType file that it was made of"
            }
            _ => "it is no TrueType or OpenType font (.ttf, .otf, .ttc)",
        };
        anyhow!("the font {} cannot be used: {what}", printable(&name))
    }

    /// How a page with the picture of a map is made.
    pub fn page(&self, map: &Map, tongue: Option<Tongue>) -> Result<HtmlOptions> {
        let theme = self.theme()?;
        Ok(self.html(self.options(map, tongue, &theme)?, theme))
    }

    /// How a page without a picture is made.
    pub fn plain_page(&self, tongue: Option<Tongue>) -> Result<HtmlOptions> {
        Ok(self.html(PictureOptions { tongue, ..PictureOptions::default() }, self.theme()?))
    }

    fn html(&self, picture: PictureOptions, theme: Theme) -> HtmlOptions {
        match Palette::parse(&self.theme) {
            Ok(dark @ (Palette::Dark | Palette::Contrast)) => {
                HtmlOptions { picture, opens_in: Some(dark), light: Theme::default() }
            }
            _ => HtmlOptions { picture, opens_in: None, light: theme },
        }
    }

    fn options(&self, map: &Map, tongue: Option<Tongue>, theme: &Theme) -> Result<PictureOptions> {
        for id in &self.phases {
            if !map.phases().any(|phase| phase.id() == id) {
                bail!("{}", no_phase(map, id));
            }
        }
        Ok(PictureOptions {
            tongue,
            wrap: self.wrap,
            phases: self.phases.clone(),
            lanes: self.lanes.clone(),
            logo: theme.logo.clone(),
            today: None,
        })
    }

    fn theme(&self) -> Result<Theme> {
        if let Ok(palette) = Palette::parse(&self.theme) {
            return Ok(Theme::of(palette));
        }
        let path = Path::new(&self.theme);
        if !path.exists() && !self.theme.contains(['.', '/', '\\']) {
            bail!("there is no theme `{}`: the themes are light, dark, contrast and print, or name a file", self.theme);
        }
        let bytes = read_file(path).with_context(|| format!("cannot read the theme {}", path.display()))?;
        let Ok(text) = decode(&bytes) else { bail!("the theme {} is not UTF-8", path.display()) };
        Theme::read(&self.theme, text).or_else(|unsound| {
            tell(*unsound);
            bail!("the theme {} is not sound", path.display())
        })
    }
}

/// How many bytes of a font are read: faces for Chinese and Japanese take twenty million.
const LARGEST_FONT: u64 = 100 << 20;

fn font(path: &Path) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(LARGEST_FONT + 1).read_to_end(&mut bytes));
    let length = read.with_context(|| format!("cannot read the font {}", printable(&path.display().to_string())))?;
    if length as u64 > LARGEST_FONT {
        bail!("the font {} is larger than {} MiB", printable(&path.display().to_string()), LARGEST_FONT >> 20);
    }
    Ok(bytes)
}

fn no_phase(map: &Map, id: &str) -> String {
    let ids: Vec<_> = map.phases().map(PhaseRef::id).collect();
    match nearest(id, ids.iter().copied()).as_slice() {
        [near] => format!("the map has no phase `{id}`: did you mean `{near}`?"),
        _ => format!("the map has no phase `{id}`: its phases are {}", ids.join(", ")),
    }
}
