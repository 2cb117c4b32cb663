//! `cxmap diff`: what changed between two journeys, and what it does to the customer.

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};
use cxmap::diff::Impact;
use cxmap::diff::report::text::{Layout, text};
use cxmap::diff::report::{JourneyReport, Report, State};
use cxmap::text::printable_json;

use super::config::{Configs, PolicyArgs};
use super::input::{InputArgs, Inputs, maps};
use super::output::{Format, OutputArgs};
use super::{Common, Outcome};

/// Compare two states of a journey
///
/// Compares journeys, not texts: reformatting, reordering fields, comments and written-out ids are no difference. A map
/// with mistakes is compared as far as it is sound, and the mistakes are printed to standard error.
///
/// Formats: text (for people; the default), json (for programs).
#[derive(Debug, Args)]
pub struct DiffArgs {
    /// The journey as it was
    before: PathBuf,
    /// The journey as it is
    after: PathBuf,
    #[command(flatten)]
    output: OutputArgs,
    #[command(flatten)]
    input: InputArgs,
    /// Show changes of wording and detail as well
    #[arg(long)]
    all: bool,
    /// Which changes fail the run
    #[arg(long, value_enum, default_value_t, value_name = "WHAT")]
    fail_on: FailOn,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum FailOn {
    #[default]
    Never,
    /// Something is worse for the customer
    Worse,
    /// Something is different
    Any,
}

#[derive(Debug, Clone, Copy)]
enum DiffFormat {
    Text,
    Json,
}

impl Format for DiffFormat {
    const ALL: &'static [(Self, &'static str, &'static [&'static str])] =
        &[(Self::Text, "text", &["txt"]), (Self::Json, "json", &["json"])];
}

/// Compares the two maps that the arguments name.
pub fn run(args: &DiffArgs, common: &Common) -> Result<Outcome> {
    let sides = [&args.before, &args.after];
    if sides.iter().all(|side| side.as_os_str() == "-") {
        bail!("only one side can come from standard input");
    }
    let policy = PolicyArgs::default();
    let mut configs = Configs::new(&args.input.lookup, &policy);
    let mut states = Vec::new();
    for side in sides {
        if side.is_dir() {
            bail!("{} is a folder: name two maps", side.display());
        }
        let (files, mut failures) =
            Inputs::find(std::slice::from_ref(side), &mut configs)?.read(&args.input, |read| Ok(read.loaded));
        states.extend(maps(files, &mut failures, common));
        if let Some(failure) = failures.into_iter().next() {
            bail!(failure);
        }
    }
    let named = sides.iter().zip(&states);
    let states = named.map(|(side, map)| State { name: side.to_string_lossy().into_owned(), map }).collect();
    let report = Report { journeys: vec![JourneyReport::of(states)], ..Report::default() };
    args.output.write(common, |format, surface| {
        let text = match format {
            DiffFormat::Text => {
                text(&report, Layout { width: surface.width.into(), color: surface.color, details: args.all })
            }
            DiffFormat::Json => printable_json(&serde_json::to_string_pretty(&report)?).into_owned() + "\n",
        };
        Ok(text.into_bytes())
    })?;
    let is_shown = |kind: cxmap::diff::Kind| args.all || !kind.is_detail();
    let mut shown = report.changes().filter(|change| is_shown(change.kind));
    let fails = match args.fail_on {
        FailOn::Never => false,
        FailOn::Worse => shown.any(|change| change.impact == Impact::Worse),
        FailOn::Any => shown.next().is_some(),
    };
    Ok(if fails { Outcome::Found } else { Outcome::Clean })
}
