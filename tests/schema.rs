//! The published schemas are what the program prints.

mod common;

use common::{cxmap, repository};

#[test]
fn the_schemas_are_up_to_date() {
    for name in ["journey", "report"] {
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
