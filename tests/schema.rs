//! The published schemas are what the program prints.

mod common;

use common::{cxmap, repository};
use cxmap::rules::RULES;

#[test]
fn the_schemas_are_up_to_date() {
    for name in ["journey", "config", "report", "diff", "stress", "explain"] {
        let run = cxmap(&["schema", name]);
        assert_eq!(run.status, 0);
        let path = repository().join(format!("schema/{name}.schema.json"));
        if std::env::var_os("CXMAP_BLESS").is_some() {
            std::fs::write(&path, &run.stdout).unwrap();
        }
        assert_eq!(run.stdout, std::fs::read_to_string(path).unwrap(), "run `just bless`");
    }
}

#[test]
fn explanations_are_as_their_schema_says() {
    let json = |args: &[&str]| -> serde_json::Value { serde_json::from_str(&cxmap(args).stdout).unwrap() };
    let schema = json(&["schema", "explain"]);
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    for args in
        [&["explain", "-f", "json"][..], &["explain", "weak-end", "-f", "json"], &["explain", "due", "-f", "json"]]
    {
        let said = json(args);
        assert_eq!(
            validator.iter_errors(&said).map(|error| error.to_string()).collect::<Vec<_>>(),
            [""; 0],
            "{args:?}"
        );
    }
    let mut said = json(&["explain", "weak-end", "-f", "json"]);
    said["rules"][0]["levels"]["draft"] = "loud".into();
    assert!(!validator.is_valid(&said), "a schema that takes anything says nothing");
}

#[test]
fn every_field_of_the_format_is_explained() {
    let schema: serde_json::Value = serde_json::from_str(&cxmap(&["schema", "journey"]).stdout).unwrap();
    let fields = cxmap::model::schema::fields();
    assert_eq!(fields.len(), 155, "as many as the records of the model have");
    for field in &fields {
        assert!(field.description.ends_with('.'), "{} of {} has a description", field.name, field.of);
        assert_eq!(cxmap(&["explain", &field.name]).status, 0, "{}", field.name);
    }
    assert_eq!(schema["required"], serde_json::json!(["cxmap", "title", "phases"]));
}

/// Whether an editor with the schema and the program both take a configuration.
fn verdicts(validator: &jsonschema::Validator, text: &str) -> [bool; 2] {
    let value: serde_json::Value = serde_yaml::from_str(text).unwrap();
    let program = cxmap::config::Config::read("cxmap.yaml".as_ref(), text).is_ok();
    [validator.is_valid(&value), program]
}

fn config_schema() -> (serde_json::Value, jsonschema::Validator) {
    let schema: serde_json::Value = serde_json::from_str(&cxmap(&["schema", "config"]).stdout).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    (schema, validator)
}

#[test]
fn the_schema_and_the_program_agree_on_configurations() {
    let (_, validator) = config_schema();
    for good in [
        "{}",
        "profile: draft",
        "profile:",
        "fail_on: never",
        "include: [maps/*.yaml, 2020]\nexclude:\n  - drafts/",
        "exclude:",
        "rules:",
        "rules: {}",
        "rules:\n  empty-phase: off\n  endless-loop: {level: error}\n  weak-end:",
        "rules: {peak-overload: {peaks: 4}, unexplained-gap: {gap: 62.5%, low: 100%}, old-measure: {max_age: 18mo}}",
        "x-note: ours",
    ] {
        assert_eq!(verdicts(&validator, good), [true, true], "{good}");
    }
    for bad in [
        "profil: draft",
        "profile: strict",
        "fail_on: off",
        "fail_on: [error]",
        "include: maps",
        "include: [{a: b}]",
        "rules: [empty-phase]",
        "rules: {emty-phase: off}",
        "rules: {empty-phase: warning}",
        "rules: {empty-phase: [warn]}",
        "rules: {empty-phase: {level: fatal}}",
        "rules: {empty-phase: {peaks: 3}}",
        "rules: {yaml-syntax: warn}",
        "rules: {yaml-syntax: {}}",
        "rules: {peak-overload: {peaks: -1}}",
        "rules: {peak-overload: {peaks: 3.5}}",
        "rules: {peak-overload: {peaks: '3'}}",
        "rules: {peak-overload: {peaks: many}}",
        "rules: {unexplained-gap: {gap: 50}}",
        "rules: {unexplained-gap: {gap: 150%}}",
        "rules: {old-measure: {max_age: one year}}",
        "rules: {old-measure: {max_age: 12}}",
        "- profile",
    ] {
        assert_eq!(verdicts(&validator, bad), [false, false], "{bad}");
    }
}

#[test]
fn every_rule_and_option_can_be_configured_and_is_explained_to_the_editor() {
    let (schema, validator) = config_schema();
    let rules = &schema["properties"]["rules"]["properties"];
    assert_eq!(rules.as_object().unwrap().len(), RULES.iter().filter(|rule| !rule.is_fixed()).count());
    for key in schema["properties"].as_object().unwrap().values() {
        assert!(key["description"].as_str().unwrap().ends_with('.'), "{key}");
    }
    for rule in RULES.iter().filter(|rule| !rule.is_fixed()) {
        let of_rule = &rules[rule.name];
        assert!(of_rule["description"].as_str().unwrap().starts_with(rule.summary()), "{}", rule.name);
        for level in ["off", "info", "warn", "error"] {
            let text = format!("rules: {{{}: {level}}}", rule.name);
            assert_eq!(verdicts(&validator, &text), [true, true], "{text}");
        }
        for setting in rule.settings {
            let (name, default) = (setting.name, setting.default.to_string());
            let option = &of_rule["anyOf"][1]["properties"][name];
            let description = option["description"].as_str().unwrap();
            assert!(description.starts_with(setting.about) && description.contains(&default), "{description}");
            let text = format!("rules: {{{}: {{{name}: {default}}}}}", rule.name);
            assert_eq!(verdicts(&validator, &text), [true, true], "{text}");
        }
    }
}
