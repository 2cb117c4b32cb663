//! `cxmap schema`: JSON Schemas for editors and programs.

use anyhow::Result;
use clap::{Args, ValueEnum};

use super::Outcome;
use super::output::write_stdout;

/// Print a JSON Schema
///
/// With the schemas of the journey file and of the configuration an editor completes fields and explains them.
#[derive(Debug, Args)]
pub struct SchemaArgs {
    /// What to print the schema of
    #[arg(value_enum)]
    of: Of,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Of {
    /// The journey file
    Journey,
    /// The configuration, `cxmap.yaml`
    Config,
    /// What `cxmap lint -f json` prints
    Report,
    /// What `cxmap diff -f json` prints
    Diff,
    /// What `cxmap stress -f json` prints
    Stress,
    /// What `cxmap explain -f json` prints
    Explain,
}

/// Prints a schema.
pub fn run(args: &SchemaArgs) -> Result<Outcome> {
    let schema = match args.of {
        Of::Journey => cxmap::model::schema::journey(),
        Of::Config => cxmap::config::schema(),
        Of::Report => cxmap::emit::json::schema(),
        Of::Diff => cxmap::diff::report::json::schema(),
        Of::Stress => cxmap::stress::report::json::schema(),
        Of::Explain => super::explain::schema(),
    };
    let mut text = serde_json::to_string_pretty(&schema)?;
    text.push('\n');
    write_stdout(text.as_bytes())?;
    Ok(Outcome::Clean)
}
