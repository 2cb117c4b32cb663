//! What can be explained, as JSON for programs: the same shape for one name and for all.

use anyhow::Result;
use cxmap::diagnostic::Level;
use cxmap::diff::Impact;
use cxmap::rules::{Rule, Setting};
use cxmap::text::printable_json;
use serde::Serialize;

use super::Topics;

/// The version of the shape. Within it fields are added, never changed.
const VERSION: u8 = 1;

#[derive(Serialize)]
struct Page<'t> {
    version: u8,
    rules: Vec<RuleDoc>,
    changes: Vec<Change>,
    fields: Vec<Field<'t>>,
}

#[derive(Serialize)]
struct RuleDoc {
    name: &'static str,
    summary: &'static str,
    /// The level by profile.
    levels: Levels,
    options: Vec<Choice>,
    /// Markdown.
    page: &'static str,
}

#[derive(Serialize)]
struct Levels {
    draft: Level,
    standard: Level,
    governed: Level,
}

/// An option of a rule, with its default as a configuration writes it.
#[derive(Serialize)]
struct Choice {
    name: &'static str,
    description: &'static str,
    form: &'static str,
    default: String,
}

#[derive(Serialize)]
struct Change {
    name: &'static str,
    summary: &'static str,
    /// None where it depends on the case.
    impact: Option<Impact>,
    /// Markdown.
    page: &'static str,
}

#[derive(Serialize)]
struct Field<'t> {
    name: &'t str,
    of: &'t str,
    description: &'t str,
    form: &'t str,
    required: bool,
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
