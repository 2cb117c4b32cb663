//! `cxmap explain`: what a rule finds and why, and what a field of the format means.

use std::fmt::Write as _;

use anstyle::Style;
use anyhow::{Result, bail};
use clap::Args;
use cxmap::diagnostic::Level;
use cxmap::diff::{Impact, Kind};
use cxmap::model::schema::{FieldDoc, fields};
use cxmap::rules::{RULES, Rule};

use super::output::write_stdout;
use super::{Common, Outcome};

/// Explain a rule, a kind of change or a field; without a name, list rules and kinds
#[derive(Debug, Args)]
pub struct ExplainArgs {
    /// A rule (`endless-loop`), a kind of change (`touchpoint-closed`) or a field (`moment_of_truth`)
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

/// Every rule with its levels, and every kind of change.
fn list(bold: Style) -> String {
    let names = RULES.iter().map(|rule| rule.name).chain(Kind::ALL.iter().map(|kind| kind.as_str()));
    let width = names.map(str::len).max().unwrap_or_default();
    let mut text = String::new();
    // Writing to a String cannot fail.
    let _ = writeln!(text, "{bold}{:width$}  draft  standard  governed{bold:#}", "What lint finds");
    for rule in RULES {
        let [draft, standard, governed] = levels(rule);
        let _ = writeln!(text, "{:width$}  {draft:5}  {standard:8}  {governed:8}  {}", rule.name, rule.summary());
    }
    let _ = writeln!(text, "\n{bold}What diff tells{bold:#}");
    for kind in Kind::ALL {
        let _ = writeln!(text, "{:width$}  {}", kind.as_str(), kind.summary());
    }
    let _ = writeln!(
        text,
        "\n`cxmap explain NAME` says more about one of them, or about a field such as `moment_of_truth`."
    );
    text
}

fn levels(rule: &Rule) -> [&'static str; 3] {
    [rule.levels.draft, rule.levels.standard, rule.levels.governed].map(Level::as_str)
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
    if let Some(kind) = Kind::ALL.iter().find(|kind| kind.as_str() == name) {
        return Ok(change(*kind, bold));
    }
    let known = RULES
        .iter()
        .map(|rule| rule.name)
        .chain(Kind::ALL.iter().map(|kind| kind.as_str()))
        .chain(all.iter().map(|field| field.name.as_str()));
    match cxmap::model::nearest(name, known).as_slice() {
        [] => bail!("there is no rule, kind of change or field `{name}`: `cxmap explain` lists the first two"),
        [near, ..] => bail!("there is no rule, kind of change or field `{name}`: did you mean `{near}`?"),
    }
}

/// The page of a rule.
fn page(rule: &Rule, bold: Style) -> String {
    let [draft, standard, governed] = levels(rule);
    shown(rule.page, &format!("draft: {draft}, standard: {standard}, governed: {governed}"), bold)
}

/// The page of a kind of change.
fn change(kind: Kind, bold: Style) -> String {
    let impact = match kind.impact() {
        Some(Impact::Worse) => "worse for the customer",
        Some(Impact::Better) => "better for the customer",
        Some(Impact::Neutral) => "neither worse nor better",
        None => "worse or better, as the case is",
    };
    shown(kind.page(), impact, bold)
}

/// A page with a remark beside its title: headings stand out, examples are indented.
fn shown(page: &str, remark: &str, bold: Style) -> String {
    let mut text = String::new();
    let mut is_example = false;
    for line in page.lines() {
        let _ = if line.starts_with("```") {
            is_example = !is_example;
            Ok(())
        } else if is_example {
            writeln!(text, "{}", format!("    {line}").trim_end())
        } else if let Some(name) = line.strip_prefix("# ") {
            writeln!(text, "{bold}{name}{bold:#} ({remark})")
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
