//! What the commands that report have in common: where reports go, in what language, and what fails the run.

use clap::{Args, ValueEnum};
use cxmap::graph::Map;
use cxmap::tongue::Tongue;

use super::Outcome;
use super::config::scalar;
use super::input::InputArgs;
use super::output::OutputArgs;

/// The options of commands that report on maps.
#[derive(Debug, Args)]
pub struct ReportArgs {
    #[command(flatten)]
    pub output: OutputArgs,
    #[command(flatten)]
    pub input: InputArgs,
    /// The language of the report: en, nl or fr; the map's own unless given
    #[arg(long, value_name = "LANGUAGE", value_parser = scalar::<Tongue>)]
    lang: Option<Tongue>,
    /// What fails the run
    #[arg(long, value_enum, default_value_t, value_name = "WHAT")]
    fail_on: FailOn,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum FailOn {
    #[default]
    Never,
    /// Customers are worse off
    Worse,
    /// Anything is different
    Any,
}

impl ReportArgs {
    /// The language of the report: that of the maps, English where they have several, unless another is asked for.
    pub fn tongue<'m>(&self, maps: impl IntoIterator<Item = &'m Map>) -> Tongue {
        self.lang.unwrap_or_else(|| {
            let mut tongues = maps.into_iter().map(|map| Tongue::of(&map.journey().language().primary()));
            let first = tongues.next().unwrap_or_default();
            if tongues.all(|tongue| tongue == first) { first } else { Tongue::English }
        })
    }

    /// How the run ends, where customers are worse off, or anything is different.
    pub fn outcome(&self, is_worse: bool, is_different: bool) -> Outcome {
        let fails = match self.fail_on {
            FailOn::Never => false,
            FailOn::Worse => is_worse,
            FailOn::Any => is_different,
        };
        if fails { Outcome::Found } else { Outcome::Clean }
    }
}
