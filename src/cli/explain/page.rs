//! Topics → Markdown: the page of a rule with what can be configured, of a kind of change, of a field; and the list.

use std::fmt::Write as _;

use anstyle::Style;
use cxmap::diagnostic::Level;
use cxmap::diff::Kind;
use cxmap::model::schema::FieldDoc;
use cxmap::rules::Rule;

use super::Topics;
use crate::cli::output::Surface;

/// Every rule with its levels, and every kind of change, in columns.
pub fn table(topics: &Topics, surface: Surface) -> String {
    let bold = if surface.color { Style::new().bold() } else { Style::new() };
    let names = topics.rules.iter().map(|rule| rule.name).chain(topics.kinds.iter().map(|kind| kind.as_str()));
    let width = names.map(str::len).max().unwrap_or_default();
    let mut text = String::new();
    // Writing to a String cannot fail.
    let _ = writeln!(text, "{bold}{:width$}  draft  standard  governed{bold:#}", "What lint finds");
    for rule in &topics.rules {
        let [draft, standard, governed] = levels(rule);
        let _ = writeln!(text, "{:width$}  {draft:5}  {standard:8}  {governed:8}  {}", rule.name, rule.summary());
    }
    let _ = writeln!(text, "\n{bold}What diff tells{bold:#}");
    for kind in &topics.kinds {
        let _ = writeln!(text, "{:width$}  {}", kind.as_str(), kind.summary());
    }
    let more = "`cxmap explain NAME` says more about one of them, or about a field such as `moment_of_truth`.";
    let _ = writeln!(text, "\n{more}");
    text
}

/// The same in Markdown.
pub fn list(topics: &Topics) -> String {
    let mut text = String::from(
        "# What lint finds\n\n| Rule | draft | standard | governed | |\n| --- | --- | --- | --- | --- |\n",
    );
    for rule in &topics.rules {
        let [draft, standard, governed] = levels(rule);
        let _ = writeln!(text, "| `{}` | {draft} | {standard} | {governed} | {} |", rule.name, rule.summary());
    }
    text.push_str("\n# What diff tells\n\n| Change | |\n| --- | --- |\n");
    for kind in &topics.kinds {
        let _ = writeln!(text, "| `{}` | {} |", kind.as_str(), kind.summary());
    }
    text
}

/// What there is to say of what has one name.
pub fn page(named: &Topics, all: &Topics) -> String {
    let rules = named.rules.iter().map(|rule| of_rule(rule));
    let kinds = named.kinds.iter().map(|kind| of_kind(*kind));
    let fields = (!named.fields.is_empty()).then(|| of_fields(&named.fields, &all.fields));
    rules.chain(kinds).chain(fields).collect::<Vec<_>>().join("\n")
}

fn levels(rule: &Rule) -> [&'static str; 3] {
    [rule.levels.draft, rule.levels.standard, rule.levels.governed].map(Level::as_str)
}

/// The page, with the levels below its title, and before the examples what can be configured.
fn of_rule(rule: &Rule) -> String {
    let [draft, standard, governed] = levels(rule);
    let levels = format!("In the profiles: draft **{draft}**, standard **{standard}**, governed **{governed}**.");
    let (title, rest) = rule.page.split_once("\n\n").unwrap_or((rule.page, ""));
    let (text, examples) = rest.split_once("## Bad").unwrap_or((rest, ""));
    format!("{title}\n\n{levels}\n\n{text}{}## Bad{examples}", configuration(rule))
}

/// How the rule stands in `cxmap.yaml`, and its options.
fn configuration(rule: &Rule) -> String {
    if rule.is_fixed() {
        return String::new();
    }
    let level = [rule.levels.standard, rule.levels.governed].into_iter().find(|level| *level > Level::Off);
    let level = level.unwrap_or(Level::Warn).as_str();
    let options = rule.settings.iter().map(|setting| format!(", {}: {}", setting.name, setting.default));
    let setting = match options.collect::<String>() {
        options if options.is_empty() => level.to_owned(),
        options => format!("{{level: {level}{options}}}"),
    };
    let mut text = format!("## In `cxmap.yaml`\n\n```yaml\nrules:\n  {}: {setting}\n```\n\n", rule.name);
    for setting in rule.settings {
        let form = setting.default.wanted();
        let _ = writeln!(text, "- `{}`: {} It is {form}; {} by default.", setting.name, setting.about, setting.default);
    }
    text + "\n"
}

/// The page of a kind of change.
fn of_kind(kind: Kind) -> String {
    kind.page().to_owned()
}

/// What a field means wherever it can stand, and what it may hold.
fn of_fields(named: &[FieldDoc], all: &[FieldDoc]) -> String {
    let mut text = String::new();
    let mut name = "";
    for field in named {
        if field.name != name {
            let _ = writeln!(text, "# {}\n", field.name);
            name = &field.name;
        }
        let required = if field.required { ", required" } else { "" };
        let FieldDoc { of, description, form, .. } = field;
        let _ = writeln!(text, "**Of {of}{required}:** {description} Written as {form}.\n");
    }
    let mut held: Vec<_> = named.iter().filter_map(|field| field.holds.as_deref()).collect();
    held.sort_unstable();
    held.dedup();
    for record in held {
        let _ = writeln!(text, "## The fields of {record}\n");
        for field in all.iter().filter(|field| field.of == record) {
            let required = if field.required { " (required)" } else { "" };
            let _ = writeln!(text, "- `{}`{required}: {}", field.name, field.description);
        }
        text.push('\n');
    }
    text
}
