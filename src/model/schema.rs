//! The JSON Schema of the journey file, for editors: made from the same definitions that read it.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

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
pub(crate) fn finish<R: Record>(schema: &mut Schema) {
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
    for property in schema.get_mut("properties").and_then(Value::as_object_mut).into_iter().flat_map(Map::values_mut) {
        // Comments in the code are broken into lines, and editors would show them so.
        if let Some(Value::String(text)) = property.get_mut("description") {
            *text = text.replace('\n', " ");
        }
    }
    schema.insert("title".into(), json!(R::WHAT));
    schema.insert("patternProperties".into(), json!({"^x-": true}));
    schema.insert("additionalProperties".into(), json!(false));
    if let Some(short) = R::SHORT {
        let plain =
            schema.get("properties").and_then(|properties| properties.get(short)).cloned().unwrap_or(Value::Bool(true));
        let about = ["title", "description"].map(|key| (key, schema.remove(key)));
        let mapping = std::mem::replace(schema, json_schema!({})).to_value();
        for (key, text) in about {
            schema.insert(key.into(), text.unwrap_or_default());
        }
        schema.insert("anyOf".into(), json!([plain, mapping]));
    }
}

impl<T: Scalar> JsonSchema for Located<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        T::WANTED.into()
    }

    /// The title says how the value is written, for the hover text of editors and for `cxmap explain`.
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let mut schema = T::schema();
        schema.insert("title".into(), T::WANTED.into());
        schema
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

/// A field of the format, as `cxmap explain` shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldDoc {
    /// The name.
    pub name: String,
    /// What it is a field of: "a touchpoint".
    pub of: String,
    /// What it means.
    pub description: String,
    /// How it is written: "a date, such as `2026-03-01`".
    pub form: String,
    /// Whether it must be there.
    pub required: bool,
    /// The mapping that it may hold: "a moment of truth".
    pub holds: Option<String>,
}

/// Every field of the format, in the order of the file; read off the JSON Schema, so that the two cannot differ.
#[must_use]
pub fn fields() -> Vec<FieldDoc> {
    let schema = journey().to_value();
    let mut fields = fields_of(Journey::WHAT, &schema, &schema);
    if let Some(Value::Object(definitions)) = schema.get("$defs") {
        for definition in definitions.values() {
            fields.extend(fields_of(title(definition), definition, &schema));
        }
    }
    fields
}

fn fields_of(of: &str, mapping: &Value, schema: &Value) -> Vec<FieldDoc> {
    let long_form = mapping.pointer("/anyOf/1").unwrap_or(mapping);
    let required = long_form.get("required").and_then(Value::as_array);
    let properties = long_form.get("properties").and_then(Value::as_object).into_iter().flatten();
    let docs = properties.map(|(name, property)| FieldDoc {
        name: name.clone(),
        of: of.to_owned(),
        description: property.get("description").and_then(Value::as_str).unwrap_or_default().to_owned(),
        form: form(property, schema),
        required: required.is_some_and(|required| required.iter().any(|field| field == name)),
        holds: reference(property).and_then(|path| schema.pointer(path)).map(|held| title(held).to_owned()),
    });
    docs.collect()
}

/// How a value is written, in words.
fn form(value: &Value, schema: &Value) -> String {
    if let Some(definition) = value.get("$ref").and_then(Value::as_str).and_then(|path| schema.pointer(&path[1..])) {
        let long = format!("the fields of {}", title(definition));
        let short = definition.pointer("/anyOf/0").map(|short| format!("{}, or ", form(short, schema)));
        return format!("{}{long}", short.unwrap_or_default());
    }
    if let Some(words) = value.get("enum").and_then(Value::as_array) {
        let words: Vec<_> = words.iter().filter_map(Value::as_str).map(|word| format!("`{word}`")).collect();
        return format!("{}: {}", title(value), words.join(", "));
    }
    if let Some(one) = value.pointer("/anyOf/0") {
        let is_many = value.pointer("/anyOf/1/type").is_some_and(|kind| kind == "array");
        return format!("{}{}", form(one, schema), if is_many { "; or a list of several" } else { "" });
    }
    match (value.get("items"), value.get("additionalProperties")) {
        (Some(item), _) => format!("a list, each item {}", form(item, schema)),
        (_, Some(entry)) => format!("a mapping from ids, each to {}", form(entry, schema)),
        _ => title(value).to_owned(),
    }
}

fn title(definition: &Value) -> &str {
    definition.get("title").and_then(Value::as_str).unwrap_or_default()
}

/// The path of the definition that a property refers to, wherever in it.
fn reference(property: &Value) -> Option<&str> {
    match property {
        Value::Object(map) => match map.get("$ref").and_then(Value::as_str) {
            Some(path) => Some(path.trim_start_matches('#')),
            None => map.values().find_map(reference),
        },
        Value::Array(items) => items.iter().find_map(reference),
        _ => None,
    }
}
