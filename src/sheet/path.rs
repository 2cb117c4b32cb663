//! The names of columns: paths to fields, such as `experience.because` and `phase.goal`.

use serde_json::Value;

use super::Fields;
use crate::model::{Journey, Phase, Record as _, Touchpoint};

/// Records whose fields have columns of their own, with the field that the column of the record itself holds; none for those
/// that have no such column. A status is a record on touchpoints, and a word on friction points and solutions.
const FLAT: [(&str, &str); 14] = [
    ("at", NONE),
    ("channels", NONE),
    ("expectation", "level"),
    ("experience", "level"),
    ("feedback", NONE),
    ("follow_up", NONE),
    ("journey", "title"),
    ("moment_of_truth", "title"),
    ("persona", "name"),
    ("phase", "title"),
    ("review", NONE),
    ("scale", NONE),
    ("situation", "name"),
    ("status", "level"),
];

const NONE: &str = "";

/// The field that stands for a record in its own column; `None` for what is no record with columns.
fn flat_record(name: &str) -> Option<&'static str> {
    FLAT.iter().find(|(known, _)| *known == name).map(|(_, short)| *short)
}

/// The fields of a record by their paths.
pub(crate) fn flat(record: &Fields) -> Vec<(String, Value)> {
    let mut found = Vec::new();
    collect(record, "", NONE, &mut found);
    found
}

fn collect(record: &Fields, before: &str, short: &str, found: &mut Vec<(String, Value)>) {
    for (name, value) in record {
        let path = if name == short { before.trim_end_matches('.').to_owned() } else { format!("{before}{name}") };
        // The ids of channels can be any name.
        match (value, flat_record(name).filter(|_| !before.ends_with("channels."))) {
            (Value::Object(inner), Some(short)) if !inner.is_empty() => {
                collect(inner, &format!("{path}."), short, found);
            }
            _ => found.push((path, value.clone())),
        }
    }
}

/// The field that the column of a record holds.
fn short_of(name: &str) -> Option<&'static str> {
    flat_record(name).filter(|short| *short != NONE)
}

/// Gives a record the value of a path.
pub(crate) fn set(record: &mut Fields, path: &str, value: Value) {
    let Some((name, rest)) = split(path) else {
        match (record.get_mut(path), short_of(path)) {
            (Some(Value::Object(inner)), Some(short)) => drop(inner.insert(short.to_owned(), value)),
            _ => drop(record.insert(path.to_owned(), value)),
        }
        return;
    };
    let inner = record.entry(name).or_insert_with(|| Value::Object(Fields::new()));
    if !inner.is_object()
        && let Some(short) = short_of(name)
    {
        *inner = Value::Object(Fields::from_iter([(short.to_owned(), inner.take())]));
    }
    if let Some(inner) = inner.as_object_mut() {
        set(inner, rest, value);
    }
}

/// The first name of a path, and the rest; an author's own name may have points in it.
fn split(path: &str) -> Option<(&str, &str)> {
    path.split_once('.').filter(|_| !path.starts_with("x-"))
}

/// The last name of a path.
pub(crate) fn last(path: &str) -> &str {
    split(path).map_or(path, |(_, rest)| last(rest))
}

/// What things of a sheet of their own stand on, below `at`.
pub(crate) const PLACE: [&str; 3] = ["phase", "touchpoint", "friction_point"];

/// Where a column stands in a sheet of records with these fields: what is read first, then the fields in the order of the
/// format, the author's own ones behind them; then what concerns the phase and the whole journey. Channels stay in their order.
pub(crate) fn rank(path: &str, own: &[&str]) -> (usize, usize, usize, String) {
    let (first, rest) = split(path).unwrap_or((path, ""));
    let fields = |fields: &[&str], name: &str| fields.iter().position(|field| *field == name);
    let own = |name: &str| fields(&["title", "metric", "id"], name).or_else(|| Some(fields(own, name)? + 3));
    let (group, at) = match (first, split(rest).map_or(rest, |(name, _)| name)) {
        ("journey", "") => (0, 0),
        ("phase", "") => (0, 1),
        ("at", name) => (0, fields(&PLACE, name).unwrap_or(usize::MAX)),
        ("phase", name) => (2, fields(Phase::FIELDS, name).unwrap_or(usize::MAX)),
        ("journey", name) => (3, fields(Journey::FIELDS, name).unwrap_or(usize::MAX)),
        _ => (1, own(first).unwrap_or(usize::MAX)),
    };
    let name = if path.starts_with("journey.channels.") { String::new() } else { path.to_owned() };
    (group, at, path.matches('.').count(), name)
}

/// Whether a path names a field of the format, or of the author's own.
pub(crate) fn is_known(path: &str) -> bool {
    let (first, rest) = split(path).unwrap_or((path, ""));
    match first {
        _ if path.starts_with("x-") => true,
        "journey" => rest.is_empty() || is_field(Journey::FIELDS, rest),
        "phase" => rest.is_empty() || is_field(Phase::FIELDS, rest),
        _ => is_field(Touchpoint::FIELDS, path),
    }
}

/// Whether a path begins with one of some fields, and goes on where it can.
fn is_field(fields: &[&str], path: &str) -> bool {
    let (first, rest) = split(path).unwrap_or((path, ""));
    path.starts_with("x-") || (fields.contains(&first) && (rest.is_empty() || flat_record(first).is_some()))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{Fields, flat, rank, set};
    use crate::model::{Record as _, Touchpoint};

    fn fields(value: Value) -> Fields {
        if let Value::Object(fields) = value { fields } else { Fields::new() }
    }

    #[test]
    fn records_become_columns_and_records_again() {
        let record = fields(json!({
            "phase": {"title": "Choose", "id": "choose", "needs": ["a"]},
            "title": "I compare",
            "experience": {"level": 2, "because": "b", "x-a.b": {"c": 1}},
            "expectation": 4,
            "feedback": {"via": "mail", "follow_up": {"owner": "d"}},
            "journey": {"title": "I buy", "persona": {"name": "e", "quote": "f"}, "channels": {"scale": "g", "app": {"title": "h"}}},
        }));
        let columns = flat(&record);
        let paths: Vec<_> = columns.iter().map(|(path, _)| path.as_str()).collect();
        assert_eq!(
            paths,
            [
                "phase",
                "phase.id",
                "phase.needs",
                "title",
                "experience",
                "experience.because",
                "experience.x-a.b",
                "expectation",
                "feedback.via",
                "feedback.follow_up.owner",
                "journey",
                "journey.persona",
                "journey.persona.quote",
                "journey.channels.scale",
                "journey.channels.app"
            ]
        );
        for backward in [false, true] {
            let mut again = Fields::new();
            let mut columns = columns.clone();
            if backward {
                columns.reverse();
            }
            for (path, value) in columns {
                set(&mut again, &path, value);
            }
            let mut wanted = Value::Object(record.clone());
            if backward {
                // A value alone is as good as a record of one field; the order of fields says nothing.
                wanted.sort_all_objects();
            }
            let mut again = Value::Object(again);
            if backward {
                again.sort_all_objects();
            }
            assert_eq!(again, wanted);
        }
    }

    #[test]
    fn what_is_read_first_stands_first() {
        let mut columns =
            ["x-b", "journey.scale.min", "phase.goal", "channel", "id", "title", "phase", "journey", "phase.id"];
        columns.sort_by_cached_key(|path| rank(path, Touchpoint::FIELDS));
        assert_eq!(
            columns,
            ["journey", "phase", "title", "id", "channel", "x-b", "phase.id", "phase.goal", "journey.scale.min"]
        );
    }
}
