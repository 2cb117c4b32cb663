//! `cxmap.yaml` as written, before the names in it are looked up.

use std::collections::HashMap;

use schemars::JsonSchema;

use crate::diagnostic::Level;
use crate::model::lower::{Fields, Lowering, Plain, Written, duplicate};
use crate::model::schema::finish;
use crate::model::{Broken, Field, Id, List, Lower, Misfit, Profile, Record, Scalar, Text, unknown_word};
use crate::source::{Located, Span};
use crate::yaml::{Kind, Node};

use super::FailOn;
use super::accept::RawDiff;

/// How cxmap judges the journey maps below the folder in which this file stands.
#[derive(Debug, Default, JsonSchema)]
#[schemars(transform = finish::<Self>)]
pub(super) struct RawConfig {
    /// How strictly maps are judged: `draft` for a sketch on day one, `standard` (the default) for most maps, `governed`
    /// for a map that somebody answers for. `--profile` overrides it.
    pub profile: Option<Located<Profile>>,
    /// The lowest level of findings that makes `cxmap lint` exit with 1: `error` (the default), `warn`, `info`, or
    /// `never`. `--fail-on` overrides it.
    pub fail_on: Option<Located<FailOn>>,
    /// Files in folders that are journey maps although their names do not say so. Patterns as in a `.gitignore`,
    /// relative to the folder of this file, such as `maps/*.yaml`.
    pub include: List<Text>,
    /// Files in folders that are passed over. Patterns as in a `.gitignore`, relative to the folder of this file, such as
    /// `drafts/`. What is excluded and included is passed over.
    pub exclude: List<Text>,
    /// Rules with another level, or with other thresholds, than the profile gives them: `RULE: LEVEL`, or
    /// `RULE: {level: LEVEL, OPTION: VALUE}`. `-A`, `-W` and `-D` override it.
    #[schemars(schema_with = "super::schema::rules")]
    pub rules: Vec<(Located<Id>, RawSetting)>,
    /// How `cxmap diff` compares.
    pub diff: Option<RawDiff>,
    #[schemars(skip)]
    broken: Broken,
}

/// A level alone, or a level and options.
#[derive(Debug, Default)]
pub(super) struct RawSetting {
    pub level: Option<Located<Level>>,
    pub options: Vec<RawOption>,
}

/// A threshold as written.
#[derive(Debug)]
pub(super) struct RawOption {
    pub name: Text,
    pub value: Text,
    pub is_quoted: bool,
}

impl Record for RawConfig {
    const WHAT: &'static str = "a configuration";
    const FIELDS: &'static [&'static str] = &["profile", "fail_on", "include", "exclude", "rules", "diff"];
    const REQUIRED: &'static [bool] = &[false; 6];
    const ONE_OF: &'static [&'static str] = &[];
    const SHORT: Option<&'static str> = None;

    fn from_fields(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            profile: Field::read(fields, "profile"),
            fail_on: Field::read(fields, "fail_on"),
            include: Field::read(fields, "include"),
            exclude: Field::read(fields, "exclude"),
            rules: fields.by_id("rules"),
            diff: Field::read(fields, "diff"),
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
        let mut seen: HashMap<String, Span> = HashMap::new();
        for (key, value) in node.entries() {
            let Some(name) = lowering.scalar::<String>(key) else { continue };
            if let Some(first) = seen.insert(name.value.clone(), name.span) {
                lowering.report(duplicate(&name, name.span, first));
                continue;
            }
            if name.as_str() == "level" {
                setting.level = lowering.scalar(value);
            } else {
                let is_quoted = matches!(value.kind(), Kind::Scalar { plain: false, .. });
                let option = lowering.scalar(value).map(|value| RawOption { name, value, is_quoted });
                setting.options.extend(option);
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
