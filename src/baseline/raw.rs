//! The file of a baseline as written.

use super::Entry;
use crate::identity::Identity;
use crate::model::lower::{Fields, Lowering, Plain, Written};
use crate::model::{Broken, Field, List, Record, Text};
use crate::source::{LineIndex, Located};

/// The fields of a baseline.
#[derive(Debug, Default)]
pub(super) struct RawBaseline {
    pub version: Option<Text>,
    pub findings: List<RawEntry>,
    broken: Broken,
}

/// The fields of an entry.
#[derive(Debug, Default)]
pub(super) struct RawEntry {
    path: Text,
    rule: Text,
    address: Option<Text>,
    subject: Option<Text>,
    identity: Located<Identity>,
    broken: Broken,
}

impl RawEntry {
    pub(super) fn entry(&self, lines: &LineIndex<'_>) -> Entry {
        let text = |text: &Option<Text>| text.as_ref().map(|text| text.value.clone()).unwrap_or_default();
        Entry {
            path: self.path.value.clone(),
            rule: self.rule.value.clone(),
            address: text(&self.address),
            subject: text(&self.subject),
            count: 0,
            identity: self.identity.value,
            line: lines.position(self.identity.span.start).line,
        }
    }
}

impl Record for RawBaseline {
    const WHAT: &'static str = "a baseline";
    const FIELDS: &'static [&'static str] = &["version", "findings"];
    const REQUIRED: &'static [bool] = &[true, false];
    const ONE_OF: &'static [&'static str] = &[];
    const SHORT: Option<&'static str> = None;

    fn from_fields(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            version: fields.required("version"),
            findings: Field::read(fields, "findings"),
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

impl Record for RawEntry {
    const WHAT: &'static str = "a finding of a baseline";
    const FIELDS: &'static [&'static str] = &["path", "rule", "address", "subject", "identity"];
    const REQUIRED: &'static [bool] = &[true, true, false, false, true];
    const ONE_OF: &'static [&'static str] = &[];
    const SHORT: Option<&'static str> = None;

    fn from_fields(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            path: Field::read(fields, "path"),
            rule: Field::read(fields, "rule"),
            address: Field::read(fields, "address"),
            subject: Field::read(fields, "subject"),
            identity: Field::read(fields, "identity"),
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
