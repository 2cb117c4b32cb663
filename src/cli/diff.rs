//! `cxmap diff`: what changed between the states of a journey, and what it does to the customer.

use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};
use clap::{Args, ValueEnum};
use cxmap::diff::accept::accept;
use cxmap::diff::report::concise::concise;
use cxmap::diff::report::csv::csv;
use cxmap::diff::report::json::json;
use cxmap::diff::report::markdown::markdown;
use cxmap::diff::report::text::{Layout, text};
use cxmap::diff::report::{JourneyReport, Report, State};
use cxmap::diff::{Impact, Options};
use cxmap::graph::Map;
use cxmap::tongue::Tongue;

use super::config::{Configs, PolicyArgs, scalar};
use super::input::{InputArgs, Inputs, maps};
use super::output::{Format, OutputArgs};
use super::{Common, Outcome};

/// Compare the states of a journey
///
/// Compares journeys, not texts: reformatting, reordering fields, comments and written-out ids are no difference. Of more
/// than two states each is compared with the one before it. A map with mistakes is compared as far as it is sound, and
/// the mistakes are printed to standard error.
///
/// Formats: text (for people; the default), concise (one line a change), markdown (a comment on a change request), json
/// (for programs), csv (one row a change).
#[derive(Debug, Args)]
pub struct DiffArgs {
    /// The journey as it was, as it is, and as it will be: two maps or more
    #[arg(required = true, num_args = 2.., value_name = "MAP")]
    states: Vec<PathBuf>,
    #[command(flatten)]
    output: OutputArgs,
    #[command(flatten)]
    input: InputArgs,
    /// Show changes of wording and detail as well
    #[arg(long)]
    all: bool,
    /// Do not take what is gone and what is new for the same under another name
    #[arg(long)]
    no_renames: bool,
    /// The language of the report: en, nl or fr; the map's own unless given
    #[arg(long, value_name = "LANGUAGE", value_parser = scalar::<Tongue>)]
    lang: Option<Tongue>,
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
    Concise,
    Markdown,
    Json,
    Csv,
}

impl Format for DiffFormat {
    const ALL: &'static [(Self, &'static str, &'static [&'static str])] = &[
        (Self::Text, "text", &["txt"]),
        (Self::Concise, "concise", &[]),
        (Self::Markdown, "markdown", &["md"]),
        (Self::Json, "json", &["json"]),
        (Self::Csv, "csv", &["csv"]),
    ];
}

/// Compares the maps that the arguments name.
pub fn run(args: &DiffArgs, common: &Common) -> Result<Outcome> {
    if args.states.iter().filter(|side| side.as_os_str() == "-").count() > 1 {
        bail!("only one side can come from standard input");
    }
    let policy = PolicyArgs::default();
    let mut configs = Configs::new(&args.input.lookup, &policy);
    let mut states: Vec<Map> = Vec::new();
    let mut acceptances = Vec::new();
    for side in &args.states {
        if side.is_dir() {
            bail!("{} is a folder: name two maps", side.display());
        }
        let inputs = Inputs::find(std::slice::from_ref(side), &mut configs)?;
        let (files, mut failures) = inputs.read(&args.input, |read| Ok((read.loaded, read.in_force.clone())));
        let (files, in_force): (Vec<_>, Vec<_>) = files.into_iter().unzip();
        states.extend(maps(files, &mut failures, common));
        if let Some(failure) = failures.into_iter().next() {
            bail!(failure);
        }
        // Those of the last map hold.
        acceptances = in_force.iter().flat_map(|in_force| in_force.config.accept.clone()).collect();
    }
    if states.len() != args.states.len() {
        bail!("a map is excluded by the configuration: nothing to compare");
    }
    let last = states.last().context("there are two maps")?;
    let tongue = args.lang.unwrap_or_else(|| Tongue::of(last.journey()));
    let options = Options { renames: !args.no_renames, tongue };
    let named = args.states.iter().zip(&states);
    let states = named.map(|(side, map)| State { name: side.to_string_lossy().into_owned(), map }).collect();
    let mut report = Report { options, journeys: vec![JourneyReport::of(states, options)], ..Report::default() };
    for warning in accept(report.changes_mut(), &acceptances, common.today()) {
        common.say(&format!("warning: {warning}"));
    }
    args.output.write(common, |format, surface| {
        let text = match format {
            DiffFormat::Text => {
                text(&report, Layout { width: surface.width.into(), color: surface.color, details: args.all })
            }
            DiffFormat::Concise => concise(&report, args.all),
            DiffFormat::Markdown => markdown(&report, args.all),
            DiffFormat::Json => json(&report)?,
            DiffFormat::Csv => return Ok(csv(&report, args.all)?),
        };
        Ok(text.into_bytes())
    })?;
    let counts = |change: &&cxmap::diff::Change| change.accepted.is_none() && (args.all || !change.kind.is_detail());
    let mut counted = report.changes().filter(counts);
    let fails = match args.fail_on {
        FailOn::Never => false,
        FailOn::Worse => counted.any(|change| change.impact == Impact::Worse),
        FailOn::Any => counted.next().is_some(),
    };
    Ok(if fails { Outcome::Found } else { Outcome::Clean })
}
