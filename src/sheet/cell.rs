//! One value ↔ one cell: texts as they are, lists a line an item, and what needs more than that as JSON.

use std::fmt::Write as _;

use serde_json::Value;

use super::{Cell, path};

/// Fields with a list, even of one.
const LISTS: &[&str] = &[
    "actors",
    "also_at",
    "backstage",
    "evidence",
    "friction_points",
    "frontstage",
    "goals",
    "measures",
    "needs",
    "promises",
    "props",
    "solutions",
    "systems",
];

/// Fields with one value or a list.
const ONE_OR_MANY: &[&str] = &["channel", "employee", "feeling", "next", "quote", "replaced_by", "thinking", "was"];

/// Fields with a number or a truth value.
const UNQUOTED: &[&str] =
    &["effort", "expectation", "experience", "max", "min", "optional", "responses", "start", "target", "value"];

/// How a list that is there and empty is told from none.
const NOTHING: &str = "[]";

/// A value as it stands in the column of that path.
pub(crate) fn written(path: &str, value: &Value) -> Cell {
    let name = path::last(path);
    match value {
        Value::Number(number) if UNQUOTED.contains(&name) => {
            number.as_f64().map_or_else(|| Cell::Text(number.to_string()), Cell::Number)
        }
        _ if name.starts_with("x-") => Cell::Text(own(value)),
        // A channel without more to say of it.
        Value::Null => Cell::Text("{}".into()),
        Value::Array(items) if items.is_empty() => Cell::Text(NOTHING.into()),
        Value::Array(items) => Cell::Text(items.iter().map(line).collect::<Vec<_>>().join("\n")),
        value if LISTS.contains(&name) || ONE_OR_MANY.contains(&name) => Cell::Text(line(value)),
        Value::String(text) if is_plain(text) => Cell::Text(text.clone()),
        value => Cell::Text(json(value)),
    }
}

/// The value of a cell in the column of that path.
pub(crate) fn read(path: &str, text: &str) -> Value {
    let name = path::last(path);
    if name.starts_with("x-") {
        return serde_json::from_str(text).unwrap_or_else(|_| text.into());
    }
    let is_list = LISTS.contains(&name);
    if is_list || ONE_OR_MANY.contains(&name) {
        let mut items: Vec<_> = text.lines().map(str::trim).filter(|line| !line.is_empty()).map(item).collect();
        return match items.as_slice() {
            [Value::Array(none)] if none.is_empty() => Value::Array(Vec::new()),
            [_] if !is_list => items.remove(0),
            _ => items.into(),
        };
    }
    if UNQUOTED.contains(&name) {
        // Spreadsheets have their own ways with decimals and truth values.
        let plain = text.to_ascii_lowercase().replace(',', ".");
        let value = serde_json::from_str::<Value>(&plain).ok();
        return value.filter(|value| value.is_number() || value.is_boolean()).unwrap_or_else(|| text.into());
    }
    item(text)
}

/// An item of a list.
fn line(value: &Value) -> String {
    match value {
        Value::String(text) if is_plain(text) && !text.contains('\n') => text.clone(),
        value => json(value),
    }
}

/// A text, or what begins as JSON does and is JSON, or a mapping as people write it in YAML.
fn item(text: &str) -> Value {
    if !text.starts_with(['"', '{', '[']) {
        return text.into();
    }
    serde_json::from_str(text).ok().or_else(|| mapping(text)).unwrap_or_else(|| text.into())
}

/// How deep a mapping in a cell may be nested, and how long it may be: YAML's reader takes any.
const MOST_BRACKETS: usize = 32;
const LONGEST_MAPPING: usize = 16 << 10;

/// A mapping in a cell as people write it: `{title: Slow, severity: high}`. Marks and references are none of theirs.
pub(crate) fn mapping(text: &str) -> Option<Value> {
    let brackets = text.bytes().filter(|byte| matches!(byte, b'{' | b'[')).count();
    let is_bounded = brackets <= MOST_BRACKETS && text.len() <= LONGEST_MAPPING && !text.contains(['&', '*', '!']);
    let is_mapping = text.starts_with('{') && is_bounded;
    is_mapping.then(|| serde_yaml::from_str::<Value>(text).ok()).flatten().filter(Value::is_object)
}

/// A value of the author's own, which can be anything.
fn own(value: &Value) -> String {
    match value {
        Value::String(text) if is_plain(text) && serde_json::from_str::<Value>(text).is_err() => text.clone(),
        value => json(value),
    }
}

/// Whether a text can stand in a cell as it is: it is not taken for JSON, and no blank is lost at its ends. Spreadsheets
/// hold no control characters, and take `_x0041_` for an `A`.
fn is_plain(text: &str) -> bool {
    let is_odd = |c: char| (c.is_control() && c != '\n') || is_escaped(c);
    !text.is_empty()
        && text.trim() == text
        && !text.starts_with(['"', '{', '['])
        && !text.contains(is_odd)
        && !text.contains("_x")
        && crate::text::unguarded(text) == text
}

/// Characters that JSON leaves as they are, and sheets or files do not.
fn is_escaped(c: char) -> bool {
    matches!(c, '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// A value as JSON that any file can hold.
fn json(value: &Value) -> String {
    let mut text = String::new();
    for c in value.to_string().replace("_x", "\\u005fx").chars() {
        if is_escaped(c) {
            // Writing to memory cannot fail.
            let _ = write!(text, "\\u{:04x}", u32::from(c));
        } else {
            text.push(c);
        }
    }
    text
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail")]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::super::Cell;
    use super::{LISTS, ONE_OR_MANY, UNQUOTED, mapping, read, written};
    use crate::model::schema;

    fn through(path: &str, value: &Value) -> Value {
        let text = match written(path, value) {
            Cell::Number(number) => number.to_string(),
            Cell::Text(text) => text,
        };
        assert!(text.trim() == text && !text.is_empty(), "{text:?}");
        read(path, &text)
    }

    fn texts() -> impl Strategy<Value = String> {
        let traps = vec![
            "", " ", "a ", "\"q\"", "{a: 1}", "[", "true", "12", "null", "=1+1", "'=1", "''@", "a\nb", "\r",
            "\u{2028}", "_x0041_", "\u{0}", "\u{ffff}", "-", "- a", "é🙂",
        ];
        prop_oneof![
            prop::sample::select(traps).prop_map(str::to_owned),
            ".{0,12}",
            prop::collection::vec(any::<char>(), 0..6).prop_map(|all| all.into_iter().collect())
        ]
    }

    proptest! {
        #[test]
        fn every_value_is_read_back(text in texts(), more in texts(), number in -1e6..1e6_f64) {
            for path in ["description", "journey.persona.quote", "title"] {
                prop_assert_eq!(through(path, &json!(text)), json!(text));
            }
            for own in [json!(text), json!({"a": [text, number]}), json!(null), json!(true), json!([])] {
                prop_assert_eq!(through("x-a.needs", &own), own);
            }
            for list in [json!([text]), json!([text, more]), json!([{"title": text}, more]), json!([])] {
                prop_assert_eq!(through("friction_points", &list), list);
            }
            for any in [json!(text), json!([text, more]), json!({"to": more})] {
                prop_assert_eq!(through("next", &any), any);
            }
            prop_assert_eq!(through("experience", &json!(number)), json!(number));
        }
    }

    #[test]
    fn people_write_what_they_like() {
        assert_eq!(read("experience", "3,5"), json!(3.5));
        assert_eq!(read("optional", "TRUE"), json!(true));
        assert_eq!(
            read("needs", "{title: Slow, severity: high}\n{x"),
            json!([{"title": "Slow", "severity": "high"}, "{x"])
        );
        assert_eq!(mapping(&"{".repeat(100_000)), None);
        assert_eq!(mapping("{a: &a [x, x], b: [*a, *a]}"), None);
    }

    /// The three lists of names say what the schema says.
    #[test]
    fn forms_are_those_of_the_format() {
        fn visit(value: &Value, found: &mut [Vec<String>; 3]) {
            let Some(fields) = value.as_object() else {
                return value.as_array().into_iter().flatten().for_each(|item| visit(item, found));
            };
            for (name, property) in fields.get("properties").and_then(Value::as_object).into_iter().flatten() {
                let text = property.to_string();
                let is_kind = |kind: &str| {
                    property["type"] == kind || property["type"].to_string().contains(&format!("\"{kind}\""))
                };
                let form = if is_kind("array") {
                    Some(0)
                } else if text.contains("\"array\"") {
                    Some(1)
                } else {
                    let is_unquoted = |kind: &str| is_kind(kind) && !is_kind("string");
                    (is_unquoted("number") || is_unquoted("boolean") || is_unquoted("integer")).then_some(2)
                };
                if let Some(form) = form {
                    found[form].push(name.clone());
                }
            }
            fields.values().for_each(|value| visit(value, found));
        }
        let mut found = [Vec::new(), Vec::new(), Vec::new()];
        visit(&schema::journey().to_value(), &mut found);
        // Not in cells: the lists that are rows, the version, and what stands within JSON alone.
        for names in &mut found {
            names.retain(|name| !matches!(name.as_str(), "phases" | "touchpoints" | "cxmap"));
            names.sort();
            names.dedup();
        }
        let [lists, many, unquoted] = found;
        assert_eq!(lists, LISTS);
        assert_eq!(many.into_iter().filter(|name| !LISTS.contains(&name.as_str())).collect::<Vec<_>>(), ONE_OR_MANY);
        // Records whose level is a number stand in their columns by it; figures may be in percent.
        let others = ["expectation", "experience", "target", "value"];
        let with_levels: Vec<_> = unquoted.iter().map(String::as_str).chain(others).collect();
        assert!(UNQUOTED.iter().all(|name| with_levels.contains(name)), "{with_levels:?}");
        assert!(unquoted.iter().all(|name| UNQUOTED.contains(&name.as_str()) || name == "level"), "{unquoted:?}");
    }
}
