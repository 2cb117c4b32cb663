//! `cxmap explain`: what a rule finds and why, what a kind of change says, and what a field of the format means.

mod json;
mod page;
mod terminal;

pub use json::schema;

use anyhow::{Result, bail};
use clap::Args;
use cxmap::diff::Kind;
use cxmap::model::schema::{FieldDoc, fields};
use cxmap::rules::{RULES, Rule};

use super::output::{Format, OutputArgs};
use super::{Common, Outcome};

/// Explain a rule, a kind of change, a field or a word that it takes; without a name, list rules and kinds
///
/// Formats: text (for the terminal; the default), markdown (for a wiki), json (for programs; without a name everything).
#[derive(Debug, Args)]
pub struct ExplainArgs {
    /// A rule (`endless-loop`), a kind of change (`touchpoint-closed`), a field (`moment_of_truth`) or a word (`zmot`)
    name: Option<String>,
    #[command(flatten)]
    output: OutputArgs,
}

#[derive(Debug, Clone, Copy)]
enum ExplainFormat {
    Text,
    Markdown,
    Json,
}

impl Format for ExplainFormat {
    const ALL: &'static [(Self, &'static str, &'static [&'static str])] =
        &[(Self::Text, "text", &["txt"]), (Self::Markdown, "markdown", &["md"]), (Self::Json, "json", &["json"])];
}

/// What there is to explain under a name, or in all. Names of rules, kinds of change and fields never overlap, but
/// several mappings have fields of one name.
struct Topics {
    rules: Vec<&'static Rule>,
    kinds: Vec<Kind>,
    fields: Vec<FieldDoc>,
}

/// Explains a name, or lists what can be explained.
pub fn run(args: &ExplainArgs, common: &Common) -> Result<Outcome> {
    let topics = Topics::all();
    let named = args.name.as_deref().map(|name| topics.named(name)).transpose()?;
    args.output.write(common, |format, surface| {
        let markdown = || named.as_ref().map_or_else(|| page::list(&topics), |named| page::page(named, &topics));
        Ok(match (format, &named) {
            (ExplainFormat::Json, _) => json::json(named.as_ref().unwrap_or(&topics))?,
            (ExplainFormat::Text, None) => page::table(&topics, surface).into_bytes(),
            (ExplainFormat::Text, Some(_)) => terminal::show(&markdown(), surface).into_bytes(),
            (ExplainFormat::Markdown, _) => markdown().into_bytes(),
        })
    })?;
    Ok(Outcome::Clean)
}

impl Topics {
    fn all() -> Self {
        Self { rules: RULES.to_vec(), kinds: Kind::ALL.to_vec(), fields: fields() }
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        let rules = self.rules.iter().map(|rule| rule.name);
        let kinds = self.kinds.iter().map(|kind| kind.as_str());
        rules.chain(kinds).chain(self.fields.iter().map(|field| field.name.as_str()))
    }

    fn named(&self, name: &str) -> Result<Self> {
        let named = Self {
            rules: self.rules.iter().copied().filter(|rule| rule.name == name).collect(),
            kinds: self.kinds.iter().copied().filter(|kind| kind.as_str() == name).collect(),
            fields: self.fields.iter().filter(|field| field.name == name).cloned().collect(),
        };
        if named.names().next().is_some() {
            return Ok(named);
        }
        let word = format!("`{name}`");
        let takes = |field: &&FieldDoc| field.form.split("such as").next().is_some_and(|form| form.contains(&word));
        let fields: Vec<_> = self.fields.iter().filter(takes).cloned().collect();
        if !fields.is_empty() {
            return Ok(Self { rules: Vec::new(), kinds: Vec::new(), fields });
        }
        let unknown = format!("there is no rule, kind of change, field or word `{name}`");
        let near = cxmap::model::nearest(name, self.names());
        match self.meant(name).or(near.first().copied()) {
            None => bail!("{unknown}: `cxmap explain` lists the first two"),
            Some(near) => bail!("{unknown}: did you mean `{near}`?"),
        }
    }

    /// The field that goes by another name in English, Dutch or French.
    fn meant(&self, name: &str) -> Option<&str> {
        self.fields.iter().map(|field| field.name.as_str()).find(|field| cxmap::model::is_synonym(name, field))
    }
}
