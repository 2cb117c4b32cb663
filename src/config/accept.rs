//! `diff` in `cxmap.yaml`: the changes that somebody has decided to live with.

use schemars::JsonSchema;

use crate::diagnostic::shape;
use crate::diff::Kind;
use crate::diff::accept::Acceptance;
use crate::model::lower::{Fields, Lowering, Plain, Written};
use crate::model::schema::finish;
use crate::model::{Broken, Date, Field, List, Misfit, Record, Scalar, Text, nearest};
use crate::source::Located;

/// How `cxmap diff` compares.
#[derive(Debug, Default, JsonSchema)]
#[schemars(transform = finish::<Self>)]
pub(super) struct RawDiff {
    /// Changes that are accepted: they are told apart and fail no run.
    pub accept: List<RawAcceptance>,
    #[schemars(skip)]
    broken: Broken,
}

/// A change that is accepted, with the reason.
#[derive(Debug, Default, JsonSchema)]
#[schemars(transform = finish::<Self>)]
pub(super) struct RawAcceptance {
    /// The kind of change; `cxmap explain` lists them.
    pub change: Option<Located<Kind>>,
    /// Its address, such as `touchpoint:pay`; for what is gone, as it was before.
    pub at: Text,
    /// Why it is accepted.
    pub reason: Text,
    /// The last day on which it is.
    pub until: Option<Located<Date>>,
    #[schemars(skip)]
    broken: Broken,
}

/// The acceptances that could be read.
pub(super) fn accepted(raw: &RawDiff) -> Vec<Acceptance> {
    let accepted = raw.accept.iter().filter_map(|raw| {
        Some(Acceptance {
            change: raw.change?.value,
            at: raw.at.value.clone(),
            reason: raw.reason.value.clone(),
            until: raw.until.map(|until| until.value),
        })
    });
    accepted.collect()
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

impl Scalar for Kind {
    const WANTED: &'static str = "a kind of change, such as `touchpoint-closed`";

    fn parse(text: &str) -> Result<Self, Misfit> {
        let kind = Self::ALL.iter().find(|kind| kind.as_str() == text);
        kind.copied().ok_or_else(|| {
            let help = match nearest(text, Self::ALL.iter().map(|kind| kind.as_str())).as_slice() {
                [near] => format!("did you mean `{near}`?"),
                _ => "`cxmap explain` lists the kinds".to_owned(),
            };
            let message = format!("there is no kind of change `{text}`");
            Misfit { rule: shape::INVALID_VALUE, message, help: Some(help), instead: None }
        })
    }

    fn schema() -> schemars::Schema {
        let names: Vec<_> = Self::ALL.iter().map(|kind| kind.as_str()).collect();
        schemars::json_schema!({"enum": names})
    }
}
