//! `cxmap.yaml` as written, before the names in it are looked up.

use crate::diagnostic::{Level, shape};
use crate::diff::Kind as ChangeKind;
use crate::model::lower::{Fields, Lowering, Plain, Written};
use crate::model::{
    Broken, Date, Field, Id, List, Lower, Misfit, Profile, Record, Scalar, Text, nearest, unknown_word,
};
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
    pub diff: Option<RawDiff>,
    broken: Broken,
}

/// How maps are compared.
#[derive(Debug, Default)]
pub(super) struct RawDiff {
    pub accept: List<RawAcceptance>,
    broken: Broken,
}

/// A change that is accepted.
#[derive(Debug, Default)]
pub(super) struct RawAcceptance {
    pub change: Option<Located<ChangeKind>>,
    pub at: Text,
    pub reason: Text,
    pub until: Option<Located<Date>>,
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

impl Record for RawDiff {
    const WHAT: &'static str = "the settings of `diff`";
    const FIELDS: &'static [&'static str] = &["accept"];
    const REQUIRED: &'static [bool] = &[false];
    const ONE_OF: &'static [&'static str] = &[];
    const SHORT: Option<&'static str> = None;

    fn from_fields(fields: &mut Fields<'_, '_>) -> Self {
        Self { accept: Field::read(fields, "accept"), broken: Broken::default() }
    }

    fn from_plain(_: &Written<'_>, _: &mut Lowering<'_>) -> Plain<Self> {
        Plain::None
    }

    fn broken_mut(&mut self) -> &mut Broken {
        &mut self.broken
    }
}

impl Record for RawAcceptance {
    const WHAT: &'static str = "an accepted change";
    const FIELDS: &'static [&'static str] = &["change", "at", "reason", "until"];
    const REQUIRED: &'static [bool] = &[true, true, true, false];
    const ONE_OF: &'static [&'static str] = &[];
    const SHORT: Option<&'static str> = None;

    fn from_fields(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            change: fields.required("change"),
            at: Field::read(fields, "at"),
            reason: Field::read(fields, "reason"),
            until: Field::read(fields, "until"),
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

impl Scalar for ChangeKind {
    const WANTED: &'static str = "a kind of change, such as `touchpoint-closed`";

    fn parse(text: &str) -> Result<Self, Misfit> {
        let kind = Self::ALL.iter().find(|kind| kind.as_str() == text);
        kind.copied().ok_or_else(|| {
            let help = match nearest(text, Self::ALL.iter().map(|kind| kind.as_str())).as_slice() {
                [near] => format!("did you mean `{near}`?"),
                _ => "`cxmap explain` lists the kinds".to_owned(),
            };
            Misfit {
                rule: shape::INVALID_VALUE,
                message: format!("there is no kind of change `{text}`"),
                help: Some(help),
            }
        })
    }

    fn schema() -> schemars::Schema {
        let names: Vec<_> = Self::ALL.iter().map(|kind| kind.as_str()).collect();
        schemars::json_schema!({"enum": names})
    }
}
