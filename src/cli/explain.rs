//! `cxmap explain`: what a rule finds and why, and what a field of the format means.

use anyhow::Result;
use clap::Args;

use super::{Common, Outcome};

/// Explain a rule or a field; without a name, list the rules
#[derive(Debug, Args)]
pub struct ExplainArgs {
    /// A rule, such as `endless-loop`, or a field, such as `moment_of_truth`
    name: Option<String>,
}

pub fn run(_: &ExplainArgs, _: &Common) -> Result<Outcome> {
    Ok(Outcome::Clean)
}
