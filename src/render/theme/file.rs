//! A theme as a YAML file: what it begins with, and what it has otherwise.

use super::{Color, Palette, Theme};
use crate::config::Unsound;
use crate::diagnostic::{Diagnostic, shape};
use crate::model::lower::{Fields, Lowering, Plain, Written, read};
use crate::model::{Broken, Field, Id, Lower, Misfit, Record, Scalar, Text, nearest};
use crate::render::scene::Role;
use crate::source::{Located, Source};
use crate::yaml::{Document, Node};

/// The fields of a theme.
#[derive(Debug, Default)]
struct RawTheme {
    base: Option<Located<Palette>>,
    font: Option<Text>,
    logo: Option<Text>,
    colors: Vec<(Located<Id>, RawColor)>,
    broken: Broken,
}

#[derive(Debug, Default)]
struct RawColor(Option<Located<Color>>);

impl Record for RawTheme {
    const WHAT: &'static str = "a theme";
    const FIELDS: &'static [&'static str] = &["base", "font", "logo", "colors"];
    const REQUIRED: &'static [bool] = &[false; 4];
    const ONE_OF: &'static [&'static str] = &[];
    const SHORT: Option<&'static str> = None;

    fn from_fields(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            base: Field::read(fields, "base"),
            font: Field::read(fields, "font"),
            logo: Field::read(fields, "logo"),
            colors: fields.by_id("colors"),
            broken: Broken::default(),
        }
    }

    fn from_plain(_: &Written<'_>, _: &mut Lowering<'_>) -> Plain<Self> {
        Plain::None
    }

    fn broken_mut(&mut self) -> &mut Broken {
        &mut self.broken
    }
}

impl Lower for RawColor {
    fn lower<'d>(node: Node<'d>, lowering: &mut Lowering<'d>) -> Option<Self> {
        Some(Self(lowering.scalar(node)))
    }
}

impl Scalar for Color {
    const WANTED: &'static str = "a colour, such as `#1a2433`";

    fn parse(text: &str) -> Result<Self, Misfit> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6);
        let rgb = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
        rgb.map(Self::from_rgb).ok_or_else(|| Misfit {
            rule: shape::INVALID_VALUE,
            message: format!("`{text}` is not a colour"),
            help: Some("write red, green and blue in quotes, as in `\"#1a2433\"`".into()),
            instead: None,
        })
    }

    fn schema() -> schemars::Schema {
        schemars::json_schema!({"type": "string", "pattern": "^#[0-9a-fA-F]{6}$"})
    }
}

impl Theme {
    /// Reads a theme from the text of a file: `base` (a theme that comes with the program), `colors` (of roles), `font`
    /// (CSS font families) and `logo` (a text).
    ///
    /// # Errors
    /// Everything that is wrong with it, at its place.
    pub fn read(name: &str, text: &str) -> Result<Self, Box<Unsound>> {
        let source = Source::new(name, text);
        let document = Document::read(&source.text);
        let (raw, mut diagnostics) = read::<RawTheme>(&document, &source.text, "begin with `base: light`");
        let raw = raw.unwrap_or_default();
        let mut theme = Self::of(raw.base.map(|base| base.value).unwrap_or_default());
        for (name, color) in &raw.colors {
            match role(name) {
                Ok(role) => theme.set(role, color.0.map_or(theme.color(role), |color| color.value)),
                Err(finding) => diagnostics.push(*finding),
            }
        }
        theme.font = raw.font.map(|font| font.value);
        theme.logo = raw.logo.map(|logo| logo.value);
        if diagnostics.is_empty() {
            return Ok(theme);
        }
        diagnostics.sort_by_key(|finding| finding.primary.span);
        Err(Box::new(Unsound { source, diagnostics }))
    }
}

fn role(name: &Located<Id>) -> Result<Role, Box<Diagnostic>> {
    let names = Role::ALL.iter().map(|role| role.as_str());
    Role::ALL.iter().copied().find(|role| role.as_str() == name.as_str()).ok_or_else(|| {
        let mut finding =
            Diagnostic::new(shape::UNKNOWN_FIELD, name.span, format!("`{}` is not a colour of a theme", name.as_str()));
        finding.advise(match nearest(name.as_str(), names.clone()).as_slice() {
            [near] => format!("did you mean `{near}`?"),
            _ => format!("the colours are {}", names.collect::<Vec<_>>().join(", ")),
        });
        Box::new(finding)
    })
}
