//! What can be explained, as JSON for programs, in a published shape: `schema/explain.schema.json`, the same for one name and
//! for all.

use anyhow::Result;
use cxmap::diagnostic::Level;
use cxmap::diff::Impact;
use cxmap::rules::{Rule, Setting};
use cxmap::text::printable_json;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde::Serialize;

use super::Topics;

/// The version of the shape. Within it fields are added, never changed.
const VERSION: u8 = 1;

/// What `cxmap explain -f json` says.
#[derive(Serialize, JsonSchema)]
struct Page<'t> {
    /// The version of this shape. Within a version fields are added, never changed or taken out.
    #[schemars(extend("const" = VERSION))]
    version: u8,
    /// The rules of that name; without a name all of them, in the order of the documentation.
    rules: Vec<RuleDoc>,
    /// The kinds of change of that name; without a name all of them.
    changes: Vec<Change>,
    /// The fields of that name, or that take that word; without a name all of them, in the order of the format.
    fields: Vec<Field<'t>>,
}

/// A rule of `cxmap lint`.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Rule")]
struct RuleDoc {
    /// Its name in reports and configurations.
    name: &'static str,
    /// What it finds, in a sentence.
    summary: &'static str,
    /// How much its findings matter, by profile.
    levels: Levels,
    /// What can be configured.
    options: Vec<Choice>,
    /// What it finds, why that matters and how to fix it, with examples; Markdown.
    page: &'static str,
}

/// How much findings of a rule matter, by profile.
#[derive(Serialize, JsonSchema)]
struct Levels {
    /// In a sketch.
    #[schemars(with = "LevelName")]
    draft: Level,
    /// Unless configured.
    #[schemars(with = "LevelName")]
    standard: Level,
    /// In a map that somebody answers for.
    #[schemars(with = "LevelName")]
    governed: Level,
}

/// The names of levels.
#[derive(JsonSchema)]
#[schemars(rename = "Level", rename_all = "lowercase", inline)]
#[expect(dead_code, reason = "the shape of `Level` for the schema")]
enum LevelName {
    Off,
    Info,
    Warn,
    Error,
}

/// An option of a rule.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Option")]
struct Choice {
    /// Its name in a configuration.
    name: &'static str,
    /// What it sets.
    description: &'static str,
    /// How it is written.
    form: &'static str,
    /// What it is unless configured, as a configuration writes it.
    default: String,
}

/// A kind of change that `cxmap diff` tells.
#[derive(Serialize, JsonSchema)]
struct Change {
    /// Its name in reports and configurations.
    name: &'static str,
    /// What it says, in a sentence.
    summary: &'static str,
    /// What it does to the customer; null where that depends on the case.
    #[schemars(with = "Option<ImpactName>")]
    impact: Option<Impact>,
    /// What it means, with an example; Markdown.
    page: &'static str,
}

/// The names of impacts.
#[derive(JsonSchema)]
#[schemars(rename = "Impact", rename_all = "lowercase", inline)]
#[expect(dead_code, reason = "the shape of `Impact` for the schema")]
enum ImpactName {
    Worse,
    Neutral,
    Better,
}

/// A field of the format.
#[derive(Serialize, JsonSchema)]
struct Field<'t> {
    /// Its name in a map.
    name: &'t str,
    /// What it is a field of: `a touchpoint`.
    of: &'t str,
    /// What it means.
    description: &'t str,
    /// How it is written.
    form: &'t str,
    /// Whether it must be there.
    required: bool,
}

/// The JSON Schema of the format.
pub fn schema() -> Schema {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let mut schema = generator.into_root_schema_for::<Page<'_>>();
    schema.insert("title".into(), "cxmap explain, version 1".into());
    schema
}

/// The topics as JSON.
pub fn json(topics: &Topics) -> Result<Vec<u8>> {
    let changes = topics.kinds.iter().map(|kind| Change {
        name: kind.as_str(),
        summary: kind.summary(),
        impact: kind.impact(),
        page: kind.page(),
    });
    let fields = topics.fields.iter().map(|field| Field {
        name: &field.name,
        of: &field.of,
        description: &field.description,
        form: &field.form,
        required: field.required,
    });
    let page = Page {
        version: VERSION,
        rules: topics.rules.iter().map(|rule| document(rule)).collect(),
        changes: changes.collect(),
        fields: fields.collect(),
    };
    let text = serde_json::to_string_pretty(&page)?;
    Ok(format!("{}\n", printable_json(&text)).into_bytes())
}

fn document(rule: &Rule) -> RuleDoc {
    let option = |setting: &&Setting| Choice {
        name: setting.name,
        description: setting.about,
        form: setting.default.wanted(),
        default: setting.default.to_string(),
    };
    RuleDoc {
        name: rule.name,
        summary: rule.summary(),
        levels: Levels { draft: rule.levels.draft, standard: rule.levels.standard, governed: rule.levels.governed },
        options: rule.settings.iter().map(option).collect(),
        page: rule.page,
    }
}
