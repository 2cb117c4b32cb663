//! How the model reads and writes itself through serde: the second, independent reader of the format.
//!
//! Files are read by [`super::lower`], which knows places and reports every mistake; this is for programs that build or
//! convert journeys, and for tests that hold the two readers together.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Error, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use super::{Channel, Channels, List, OneOrMany, Scalar};
use crate::source::Located;

/// Reads a record that has a short form: a mapping by `long`, a plain value by `short`.
///
/// The value is held as JSON in between; what is not a number, a truth value or a text in YAML is a text here.
pub(super) fn short_or_long<'de, D: Deserializer<'de>, R>(
    deserializer: D,
    short: impl FnOnce(Value) -> Result<R, serde_json::Error>,
    long: impl FnOnce(Value) -> Result<R, serde_json::Error>,
) -> Result<R, D::Error> {
    let value = Value::deserialize(deserializer)?;
    let record = match value {
        Value::Null => Err(Error::custom("here stands nothing, where a value is wanted")),
        Value::Object(_) => long(value),
        _ => short(value),
    };
    record.map_err(D::Error::custom)
}

impl<T: Serialize> Serialize for Located<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}

impl<'de, T: Scalar> Deserialize<'de> for Located<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ScalarVisitor::<T>(PhantomData)).map(Self::from)
    }
}

struct ScalarVisitor<T>(PhantomData<T>);

impl<T: Scalar> ScalarVisitor<T> {
    fn parse<E: Error>(text: &str) -> Result<T, E> {
        T::parse(text).map_err(|misfit| E::custom(misfit.message))
    }
}

impl<T: Scalar> Visitor<'_> for ScalarVisitor<T> {
    type Value = T;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(T::WANTED)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        if T::is_bare(text) {
            return Err(E::custom(format!("`{text}` is text, where {} is wanted", T::WANTED)));
        }
        Self::parse(text)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<T, E> {
        Self::parse(&value.to_string())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<T, E> {
        Self::parse(&value.to_string())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<T, E> {
        Self::parse(&value.to_string())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<T, E> {
        Self::parse(&value.to_string())
    }
}

impl<'de, T: Deserialize<'de>, const REQUIRED: bool> Deserialize<'de> for List<T, REQUIRED> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // As an option, because a missing or empty list is an absent one.
        let items = Option::<Vec<T>>::deserialize(deserializer)?.unwrap_or_default();
        if REQUIRED && items.is_empty() {
            return Err(D::Error::custom("the list needs an item"));
        }
        Ok(Self(items))
    }
}

impl<T: Serialize> Serialize for OneOrMany<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.as_slice() {
            [one] => one.serialize(serializer),
            many => many.serialize(serializer),
        }
    }
}

impl<'de, T: for<'t> Deserialize<'t>> Deserialize<'de> for OneOrMany<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let items = match Option::<Value>::deserialize(deserializer)? {
            None | Some(Value::Null) => Ok(Vec::new()),
            Some(list @ Value::Array(_)) => serde_json::from_value(list),
            Some(one) => serde_json::from_value(one).map(|one| vec![one]),
        };
        items.map(Self).map_err(D::Error::custom)
    }
}

impl Serialize for Channels {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (id, channel) in &self.0 {
            map.serialize_entry(id, channel)?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Channels {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let map = Option::<serde_json::Map<String, Value>>::deserialize(deserializer)?.unwrap_or_default();
        let channels = map.into_iter().map(|(id, channel)| {
            let id = serde_json::from_value(Value::String(id))?;
            Ok((id, serde_json::from_value::<Option<Channel>>(channel)?.unwrap_or_default()))
        });
        channels.collect::<Result<_, serde_json::Error>>().map(Self).map_err(D::Error::custom)
    }
}
