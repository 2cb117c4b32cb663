//! The kinds of field a mapping of the format can have, and what each of them means for reading and writing.

use std::collections::BTreeMap;
use std::ops::Deref;

use serde::{Deserialize, Serialize};

use super::lower::{Fields, Lowering, Plain, Written};
use super::{Channel, Id, Scalar};
use crate::source::{Located, Span};
use crate::yaml::Node;

/// What can be read from a node of the located tree.
pub trait Lower: Sized {
    /// Reads the value, reporting whatever is wrong with it. `None` when nothing sound is left of it.
    fn lower<'d>(node: Node<'d>, lowering: &mut Lowering<'d>) -> Option<Self>;
}

/// What can be read from a plain value.
pub trait Plainly: Sized {
    /// Reads the value, reporting whatever is wrong with it.
    fn plainly(written: &Written<'_>, lowering: &mut Lowering<'_>) -> Option<Self>;
}

/// A field of a mapping: its type says whether it must be there and how it is written.
pub trait Field: Sized {
    /// Whether the field must be there.
    const REQUIRED: bool;
    /// Reads the field of that name, reporting whatever is wrong with it.
    fn read(fields: &mut Fields<'_, '_>, name: &'static str) -> Self;
    /// Whether there is nothing to write.
    fn is_absent(&self) -> bool;
}

/// A mapping of the format; implemented by `record!`.
pub trait Record: Sized {
    /// What it is, for messages: "a friction point".
    const WHAT: &'static str;
    /// The names of its fields, in order.
    const FIELDS: &'static [&'static str];
    /// Which of them must be there.
    const REQUIRED: &'static [bool];
    /// Fields of which at least one must be there.
    const ONE_OF: &'static [&'static str];
    /// The field that a plain value alone stands for.
    const SHORT: Option<&'static str>;
    /// Reads every field.
    fn from_fields(fields: &mut Fields<'_, '_>) -> Self;
    /// Reads the record from a plain value.
    fn from_plain(written: &Written<'_>, lowering: &mut Lowering<'_>) -> Plain<Self>;
    /// The list of what is written but could not be read.
    fn broken_mut(&mut self) -> &mut Broken;
}

/// What few touchpoints have is boxed, so that it takes no room in the others.
impl<R: Record> Record for Box<R> {
    const WHAT: &'static str = R::WHAT;
    const FIELDS: &'static [&'static str] = R::FIELDS;
    const REQUIRED: &'static [bool] = R::REQUIRED;
    const ONE_OF: &'static [&'static str] = R::ONE_OF;
    const SHORT: Option<&'static str> = R::SHORT;

    fn from_fields(fields: &mut Fields<'_, '_>) -> Self {
        Self::new(R::from_fields(fields))
    }

    fn from_plain(written: &Written<'_>, lowering: &mut Lowering<'_>) -> Plain<Self> {
        match R::from_plain(written, lowering) {
            Plain::Short(record) => Plain::Short(record.map(Self::new)),
            Plain::Recovered(record) => Plain::Recovered(record.map(Self::new)),
            Plain::None => Plain::None,
        }
    }

    fn broken_mut(&mut self) -> &mut Broken {
        R::broken_mut(self)
    }
}

/// The place of a record in its file. It plays no part in comparisons.
#[derive(Debug, Clone, Copy, Default)]
pub struct WrittenAt(pub Span);

impl PartialEq for WrittenAt {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// Names of fields that are written but could not be read. It plays no part in comparisons.
#[derive(Debug, Clone, Default)]
pub struct Broken(pub(crate) Vec<&'static str>);

impl Broken {
    /// Whether the field of that name is written but could not be read.
    #[must_use]
    pub fn has(&self, field: &str) -> bool {
        self.0.contains(&field)
    }
}

impl PartialEq for Broken {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// The author's own `x-` keys, unchecked.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Extensions(pub BTreeMap<String, serde_json::Value>);

/// A list. It may be left out, unless `REQUIRED`, in which case it has at least one item.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(transparent)]
pub struct List<T, const REQUIRED: bool = false>(pub Vec<T>);

/// A list that must be there and have an item.
pub type NonEmpty<T> = List<T, true>;

/// One value, or a list of several.
#[derive(Debug, Clone, PartialEq)]
pub struct OneOrMany<T>(pub Vec<T>);

impl<T, const REQUIRED: bool> Default for List<T, REQUIRED> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Default for OneOrMany<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T, const REQUIRED: bool> Deref for List<T, REQUIRED> {
    type Target = [T];
    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<T> Deref for OneOrMany<T> {
    type Target = [T];
    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<'a, T, const REQUIRED: bool> IntoIterator for &'a List<T, REQUIRED> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl<'a, T> IntoIterator for &'a OneOrMany<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

/// The channels of a map by id, in the order of the file.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Channels(pub Vec<(Located<Id>, Channel)>);

impl Deref for Channels {
    type Target = [(Located<Id>, Channel)];
    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl<T: Scalar> Plainly for Located<T> {
    fn plainly(written: &Written<'_>, lowering: &mut Lowering<'_>) -> Option<Self> {
        lowering.plain(written)
    }
}

impl<T: Plainly> Plainly for Option<T> {
    fn plainly(written: &Written<'_>, lowering: &mut Lowering<'_>) -> Option<Self> {
        T::plainly(written, lowering).map(Some)
    }
}

impl<T: Scalar> Lower for Located<T> {
    fn lower<'d>(node: Node<'d>, lowering: &mut Lowering<'d>) -> Option<Self> {
        lowering.scalar(node)
    }
}

impl<R: Record> Lower for R {
    fn lower<'d>(node: Node<'d>, lowering: &mut Lowering<'d>) -> Option<Self> {
        lowering.record(node)
    }
}

impl<T: Scalar + Default> Field for Located<T> {
    const REQUIRED: bool = true;

    fn read(fields: &mut Fields<'_, '_>, name: &'static str) -> Self {
        fields.required(name).unwrap_or_else(|| Self::new(T::default(), fields.place(name)))
    }

    fn is_absent(&self) -> bool {
        false
    }
}

impl<T: Lower> Field for Option<T> {
    const REQUIRED: bool = false;

    fn read(fields: &mut Fields<'_, '_>, name: &'static str) -> Self {
        fields.optional(name)
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T: Lower, const REQUIRED: bool> Field for List<T, REQUIRED> {
    const REQUIRED: bool = REQUIRED;

    fn read(fields: &mut Fields<'_, '_>, name: &'static str) -> Self {
        Self(fields.list(name, REQUIRED))
    }

    fn is_absent(&self) -> bool {
        !REQUIRED && self.0.is_empty()
    }
}

impl<T: Lower> Field for OneOrMany<T> {
    const REQUIRED: bool = false;

    fn read(fields: &mut Fields<'_, '_>, name: &'static str) -> Self {
        Self(fields.one_or_many(name))
    }

    fn is_absent(&self) -> bool {
        self.0.is_empty()
    }
}

impl Field for Channels {
    const REQUIRED: bool = false;

    fn read(fields: &mut Fields<'_, '_>, name: &'static str) -> Self {
        Self(fields.by_id(name))
    }

    fn is_absent(&self) -> bool {
        self.0.is_empty()
    }
}

impl<'de> Deserialize<'de> for Extensions {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let map = BTreeMap::<String, serde_json::Value>::deserialize(deserializer)?;
        match map.keys().find(|key| !key.starts_with("x-")) {
            Some(key) => Err(serde::de::Error::custom(format!("unknown field `{key}`"))),
            None => Ok(Self(map)),
        }
    }
}
