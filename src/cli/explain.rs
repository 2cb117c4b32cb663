//! `cxmap explain`: what a rule finds and why, and what a field of the format means.

use std::fmt::Write as _;

use anstyle::Style;
use anyhow::{Result, bail};
use clap::Args;
use cxmap::model::schema::{FieldDoc, fields};
use cxmap::rules::{RULES, Rule};

use super::output::write_stdout;
use super::{Common, Outcome};

/// Explain a rule or a field; without a name, list the rules
#[derive(Debug, Args)]
pub struct ExplainArgs {
    /// A rule, such as `endless-loop`, or a field, such as `moment_of_truth`
    name: Option<String>,
}

/// Explains a name, or lists what can be explained.
pub fn run(args: &ExplainArgs, common: &Common) -> Result<Outcome> {
    let bold = if common.is_colored() { Style::new().bold() } else { Style::new() };
    let text = match &args.name {
        None => list(bold),
        Some(name) => explain(name, bold)?,
    };
    write_stdout(text.as_bytes())?;
    Ok(Outcome::Clean)
}

/// Every rule with its level and what it finds.
fn list(bold: Style) -> String {
    let width = RULES.iter().map(|rule| rule.name.len()).max().unwrap_or_default();
    let mut text = String::new();
    for rule in RULES {
        let (name, level) = (rule.name, rule.levels.standard.as_str());
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{bold}{name:width$}{bold:#}  {level:5}  {}", rule.summary());
    }
    let _ =
        writeln!(text, "\n`cxmap explain NAME` says more about a rule, or about a field such as `moment_of_truth`.");
    text
}

fn explain(name: &str, bold: Style) -> Result<String> {
    if let Some(rule) = Rule::find(name) {
        return Ok(page(rule, bold));
    }
    let all = fields();
    let named: Vec<_> = all.iter().filter(|field| field.name == name).collect();
    if !named.is_empty() {
        return Ok(field(&named, &all, bold));
    }
    let known = RULES.iter().map(|rule| rule.name).chain(all.iter().map(|field| field.name.as_str()));
    match cxmap::model::nearest(name, known).as_slice() {
        [] => bail!("there is no rule or field `{name}`: `cxmap explain` lists the rules"),
        [near, ..] => bail!("there is no rule or field `{name}`: did you mean `{near}`?"),
    }
}

/// The page of a rule: headings stand out, examples are indented.
fn page(rule: &Rule, bold: Style) -> String {
    let levels = rule.levels;
    let mut text = String::new();
    let mut is_example = false;
    for line in rule.page.lines() {
        let _ = if line.starts_with("```") {
            is_example = !is_example;
            Ok(())
        } else if is_example {
            writeln!(text, "{}", format!("    {line}").trim_end())
        } else if let Some(name) = line.strip_prefix("# ") {
            let [draft, standard, governed] =
                [levels.draft, levels.standard, levels.governed].map(cxmap::diagnostic::Level::as_str);
            writeln!(text, "{bold}{name}{bold:#} (draft: {draft}, standard: {standard}, governed: {governed})")
        } else if let Some(heading) = line.strip_prefix("## ") {
            writeln!(text, "{bold}{heading}{bold:#}")
        } else {
            writeln!(text, "{line}")
        };
    }
    text
}

/// What a field means wherever it can stand, and what it may hold.
fn field(named: &[&FieldDoc], all: &[FieldDoc], bold: Style) -> String {
    let mut text = String::new();
    for field in named {
        let required = if field.required { ", required" } else { "" };
        let _ = writeln!(text, "{bold}{}{bold:#} of {}{required}: {}", field.name, field.of, field.description);
    }
    let mut held: Vec<_> = named.iter().filter_map(|field| field.holds.as_deref()).collect();
    held.sort_unstable();
    held.dedup();
    for record in held {
        let _ = writeln!(text, "\nThe fields of {record}:");
        let inner: Vec<_> = all.iter().filter(|field| field.of == record).collect();
        let width = inner.iter().map(|field| field.name.len()).max().unwrap_or_default();
        for field in inner {
            let _ = writeln!(text, "  {bold}{:width$}{bold:#}  {}", field.name, field.description);
        }
    }
    text
}
