//! Map → records: one for the journey, one for each row.

use serde_json::{Value, json};

use super::{Fields, JOURNEY};
use crate::graph::Map;

/// A journey as records.
pub(super) struct Parts {
    /// The fields of the map, without its title: that stands in every row.
    pub(super) journey: Fields,
    /// A row for each touchpoint, and for each phase without one.
    pub(super) rows: Vec<Fields>,
}

/// Takes a map apart. Phases and touchpoints have their ids, written or not: what refers to them must find them.
pub(super) fn parts(map: &Map) -> serde_json::Result<Parts> {
    let mut journey = fields(serde_json::to_value(map.journey())?);
    journey.shift_remove("cxmap");
    let phases = journey.shift_remove("phases");
    let title = json!({ "title": journey.shift_remove("title") });
    let mut rows = Vec::new();
    for (phase, reference) in items(phases).into_iter().zip(map.phases()) {
        let mut phase = fields(phase);
        phase.insert("id".into(), reference.id().into());
        let touchpoints = items(phase.shift_remove("touchpoints"));
        let short = json!({"title": phase.get("title"), "id": reference.id()});
        let begun = rows.len();
        for (touchpoint, reference) in touchpoints.into_iter().zip(reference.touchpoints()) {
            let mut touchpoint = fields(touchpoint);
            touchpoint.insert("id".into(), reference.id().into());
            touchpoint.insert("phase".into(), short.clone());
            rows.push(touchpoint);
        }
        if rows.len() == begun {
            rows.push(Fields::new());
        }
        if let Some(first) = rows.get_mut(begun) {
            first.insert("phase".into(), phase.into());
        }
    }
    for row in &mut rows {
        row.insert(JOURNEY.into(), title.clone());
    }
    journey.shift_insert(0, "title".into(), title.get("title").cloned().unwrap_or_default());
    Ok(Parts { journey, rows })
}

fn fields(value: Value) -> Fields {
    if let Value::Object(fields) = value { fields } else { Fields::new() }
}

fn items(value: Option<Value>) -> Vec<Value> {
    if let Some(Value::Array(items)) = value { items } else { Vec::new() }
}
