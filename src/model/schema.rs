//! The JSON Schema of the journey file, for editors: made from the same definitions that read it.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};

use super::{Channel, Channels, Journey, List, OneOrMany, Record, Scalar};
use crate::source::Located;

/// The JSON Schema of a journey file.
#[must_use]
pub fn journey() -> Schema {
    let mut schema = schemars::schema_for!(Journey);
    schema.insert("title".into(), "cxmap journey map, version 1".into());
    schema
}

/// Makes of a derived schema what the format says: which fields must be there, that there are no others but `x-` keys,
/// and the short form.
pub(super) fn finish<R: Record>(schema: &mut Schema) {
    let required: Vec<_> =
        R::FIELDS.iter().zip(R::REQUIRED).filter(|(_, required)| **required).map(|(field, _)| *field).collect();
    schema.remove("required");
    if !required.is_empty() {
        schema.insert("required".into(), json!(required));
    }
    if !R::ONE_OF.is_empty() {
        let one_of: Vec<_> = R::ONE_OF.iter().map(|field| json!({"required": [field]})).collect();
        schema.insert("anyOf".into(), json!(one_of));
    }
    schema.insert("patternProperties".into(), json!({"^x-": true}));
    schema.insert("additionalProperties".into(), json!(false));
    if let Some(short) = R::SHORT {
        let plain =
            schema.get("properties").and_then(|properties| properties.get(short)).cloned().unwrap_or(Value::Bool(true));
        let description = schema.remove("description");
        let mapping = std::mem::replace(schema, json_schema!({})).to_value();
        schema.insert("anyOf".into(), json!([plain, mapping]));
        if let Some(description) = description {
            schema.insert("description".into(), description);
        }
    }
}

impl<T: Scalar> JsonSchema for Located<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        T::WANTED.into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        T::schema()
    }
}

impl<T: JsonSchema, const REQUIRED: bool> JsonSchema for List<T, REQUIRED> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("List of {}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let items = generator.subschema_for::<T>();
        if REQUIRED {
            json_schema!({"type": "array", "items": items, "minItems": 1})
        } else {
            json_schema!({"type": ["array", "null"], "items": items})
        }
    }
}

impl<T: JsonSchema> JsonSchema for OneOrMany<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("One or more of {}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let item = generator.subschema_for::<T>();
        json_schema!({"anyOf": [item, {"type": "array", "items": item}, {"type": "null"}]})
    }
}

impl JsonSchema for Channels {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Channels".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let channel = generator.subschema_for::<Channel>();
        json_schema!({"type": ["object", "null"], "additionalProperties": {"anyOf": [channel, {"type": "null"}]}})
    }
}
