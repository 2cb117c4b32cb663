//! The author's own values, as JSON.

use crate::model::{Number, Scalar};
use crate::yaml::{Kind, Node};

/// A node of the author's own, as JSON.
pub(super) fn json(node: Node<'_>) -> serde_json::Value {
    use serde_json::Value;
    match node.kind() {
        Kind::Empty | Kind::Unreadable => Value::Null,
        Kind::Scalar { text, plain: false } => Value::String(text.to_owned()),
        Kind::Scalar { text, plain: true } => match text {
            "true" | "True" | "TRUE" => Value::Bool(true),
            "false" | "False" | "FALSE" => Value::Bool(false),
            _ => number(text).map_or_else(|| Value::String(text.to_owned()), Value::Number),
        },
        Kind::Sequence => node.items().map(json).collect(),
        Kind::Mapping => {
            let entries = node.entries().filter_map(|(key, value)| match key.kind() {
                Kind::Scalar { text, .. } => Some((text.to_owned(), json(value))),
                _ => None,
            });
            Value::Object(entries.collect())
        }
    }
}

/// A number of YAML's core schema; a leading zero makes it text, as in a telephone number.
fn number(text: &str) -> Option<serde_json::Number> {
    let digits = text.trim_start_matches(['-', '+']);
    if digits.len() > 1 && digits.starts_with('0') && !digits.starts_with("0.") {
        return None;
    }
    text.parse::<i64>()
        .map(Into::into)
        .ok()
        .or_else(|| Number::parse(text).ok().and_then(|number| serde_json::Number::from_f64(number.0)))
}
