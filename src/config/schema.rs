//! The JSON Schema of `cxmap.yaml`, for editors: its completion and hover texts teach the rules and their options.

use schemars::{Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use super::raw::RawConfig;
use crate::diagnostic::Level;
use crate::model::{Count, Percentage, Period, Scalar};
use crate::rules::{RULES, Rule, Setting, Threshold};

/// The JSON Schema of a configuration: made from the fields that are read and from the list of rules.
#[must_use]
pub fn schema() -> Schema {
    let mut schema = schemars::schema_for!(RawConfig);
    schema.insert("title".into(), "cxmap configuration, version 1".into());
    schema
}

/// Every rule whose level can be set.
pub(super) fn rules(_: &mut SchemaGenerator) -> Schema {
    let rules = RULES.iter().filter(|rule| !rule.is_fixed());
    let rules: Map<_, _> = rules.map(|rule| (rule.name.to_owned(), of_rule(rule))).collect();
    json_schema!({"type": ["object", "null"], "properties": rules, "additionalProperties": false})
}

/// A level alone, or a mapping with a level and options.
fn of_rule(rule: &Rule) -> Value {
    let [draft, standard, governed] =
        [rule.levels.draft, rule.levels.standard, rule.levels.governed].map(Level::as_str);
    let by_profile = format!("draft: {draft}, standard: {standard}, governed: {governed}.");
    let mut level = Level::schema();
    level.insert(
        "description".into(),
        format!("How much its findings matter; `off` for not at all. {by_profile}").into(),
    );
    let mut fields = Map::from_iter([("level".to_owned(), level.to_value())]);
    fields.extend(rule.settings.iter().map(|setting| (setting.name.to_owned(), of_setting(setting))));
    json!({
        "description": format!("{} ({by_profile})", rule.summary()),
        "anyOf": [
            Level::schema(),
            {"type": ["object", "null"], "properties": fields, "additionalProperties": false},
        ],
    })
}

fn of_setting(setting: &Setting) -> Value {
    let (mut schema, default) = match setting.default {
        Threshold::Count(count) => (Count::schema(), json!(count)),
        Threshold::Percent(percent) => (Percentage::schema(), json!(percent)),
        Threshold::Period(period) => (Period::schema(), json!(period)),
    };
    let description =
        format!("{} Written as {}; {} by default.", setting.about, setting.default.wanted(), setting.default);
    schema.insert("description".into(), description.into());
    schema.insert("default".into(), default);
    schema.to_value()
}
