//! `cxmap.yaml` as written, before the names in it are looked up.

use crate::diagnostic::Level;
use crate::model::lower::{Fields, Lowering, Plain, Written};
use crate::model::{Broken, Field, Id, List, Lower, Misfit, Profile, Record, Scalar, Text, unknown_word};
use crate::source::Located;
use crate::yaml::{Kind, Node};

use super::FailOn;

/// The fields of a configuration.
#[derive(Debug, Default)]
pub(super) struct RawConfig {
    pub profile: Option<Located<Profile>>,
    pub fail_on: Option<Located<FailOn>>,
    pub include: List<Text>,
    pub exclude: List<Text>,
    pub rules: Vec<(Located<Id>, RawSetting)>,
    broken: Broken,
}

/// A level alone, or a level and options.
#[derive(Debug, Default)]
pub(super) struct RawSetting {
    pub level: Option<Located<Level>>,
    pub options: Vec<(Text, Text)>,
}

impl Record for RawConfig {
    const WHAT: &'static str = "a configuration";
    const FIELDS: &'static [&'static str] = &["profile", "fail_on", "include", "exclude", "rules"];
    const REQUIRED: &'static [bool] = &[false; 5];
    const ONE_OF: &'static [&'static str] = &[];
    const SHORT: Option<&'static str> = None;

    fn from_fields(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            profile: Field::read(fields, "profile"),
            fail_on: Field::read(fields, "fail_on"),
            include: Field::read(fields, "include"),
            exclude: Field::read(fields, "exclude"),
            rules: fields.by_id("rules"),
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

impl Lower for RawSetting {
    fn lower<'d>(node: Node<'d>, lowering: &mut Lowering<'d>) -> Option<Self> {
        if !matches!(node.kind(), Kind::Mapping) {
            return lowering.scalar(node).map(|level| Self { level: Some(level), options: Vec::new() });
        }
        let mut setting = Self::default();
        for (key, value) in node.entries() {
            let Some(name) = lowering.scalar::<String>(key) else { continue };
            if name.as_str() == "level" {
                setting.level = lowering.scalar(value);
            } else if let Some(value) = lowering.scalar(value) {
                setting.options.push((name, value));
            }
        }
        Some(setting)
    }
}

impl Scalar for Level {
    const WANTED: &'static str = "a level";

    fn parse(text: &str) -> Result<Self, Misfit> {
        let levels = [Self::Off, Self::Info, Self::Warn, Self::Error];
        let level = levels.into_iter().find(|level| level.as_str() == text);
        level.ok_or_else(|| unknown_word(text, Self::WANTED, &levels.map(Self::as_str)))
    }

    fn schema() -> schemars::Schema {
        schemars::json_schema!({"enum": ["off", "info", "warn", "error"]})
    }
}
