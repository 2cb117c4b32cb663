//! `cxmap stress`: what happens to customers when something closes.

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::{ArgGroup, Args};
use cxmap::graph::Map;
use cxmap::model::Availability;
use cxmap::stress::report::{json::json, markdown::markdown, text};
use cxmap::stress::{Closing, Stress, Subject, find};

use super::config::{Configs, PolicyArgs, scalar};
use super::input::{Inputs, maps};
use super::output::Format;
use super::report::ReportArgs;
use super::{Common, Outcome};

/// Ask what happens to customers when something closes
///
/// Closes channels, touchpoints, teams or systems in a copy of the map, and says who gets stuck, which moments of truth
/// and promises are lost, what then hangs on a single touchpoint or channel, which way is left, and what the map does not
/// say. A team takes with it what it answers for and where it has a step to do; a system, what runs on it.
///
/// Formats: text (for people; the default), markdown (for change requests), json (for programs).
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("question").args(["close", "limit", "each"]).required(true).multiple(true))]
pub struct StressArgs {
    /// The map
    map: PathBuf,
    /// What closes, as KIND:NAME with the kind channel, touchpoint, owner or system; may be repeated
    #[arg(long, value_name = "KIND:NAME", value_parser = target)]
    close: Vec<Target>,
    /// What stays open with restrictions, named likewise; may be repeated
    #[arg(long, value_name = "KIND:NAME", value_parser = target)]
    limit: Vec<Target>,
    /// Close each channel, touchpoint, owner or system in turn, and list them by the harm that is done
    #[arg(long, value_name = "KIND", value_parser = scalar::<Subject>, conflicts_with_all = ["close", "limit"])]
    each: Option<Subject>,
    #[command(flatten)]
    report: ReportArgs,
}

/// `channel:branch`
#[derive(Debug, Clone)]
struct Target {
    subject: Subject,
    name: String,
}

fn target(text: &str) -> Result<Target, String> {
    let Some((subject, name)) = text.split_once(':') else {
        return Err("write what it is, too: such as `channel:branch`, `touchpoint:sign`, `owner:Billing` or \
                    `system:CRM`"
            .into());
    };
    Ok(Target { subject: scalar::<Subject>(subject.trim())?, name: name.trim().to_owned() })
}

#[derive(Debug, Clone, Copy)]
enum StressFormat {
    Text,
    Markdown,
    Json,
}

impl Format for StressFormat {
    const ALL: &'static [(Self, &'static str, &'static [&'static str])] =
        &[(Self::Text, "text", &["txt"]), (Self::Markdown, "markdown", &["md"]), (Self::Json, "json", &["json"])];
}

/// Answers the question about the map.
pub fn run(args: &StressArgs, common: &Common) -> Result<Outcome> {
    let map = read(args, common)?;
    let stress = match args.each {
        Some(subject) => Stress::each(&map, subject)?,
        None => Stress::of(&map, closings(args, &map)?),
    };
    let tongue = args.report.tongue([&map]);
    args.report.output.write(common, |format, surface| {
        let text = match format {
            StressFormat::Text => {
                text::text(&stress, text::Layout { width: surface.width, color: surface.color, tongue })
            }
            StressFormat::Markdown => markdown(&stress, tongue),
            StressFormat::Json => json(&stress, tongue)?,
        };
        Ok(text.into_bytes())
    })?;
    let is_worse = stress.scenarios.iter().any(|scenario| scenario.harm.is_any());
    let is_different = stress.scenarios.iter().any(|scenario| !scenario.consequences.is_empty());
    Ok(args.report.outcome(is_worse, is_different))
}

/// The one map that the question is about.
fn read(args: &StressArgs, common: &Common) -> Result<Map> {
    if args.map.is_dir() {
        bail!("{} is a folder: name one map", args.map.display());
    }
    let policy = PolicyArgs::default();
    let mut configs = Configs::new(&args.report.input.lookup, &policy);
    let inputs = Inputs::find(std::slice::from_ref(&args.map), &mut configs)?;
    let (files, mut failures) = inputs.read(&args.report.input, |read| Ok(read.loaded));
    let map = maps(files, &mut failures, common).pop();
    match (failures.into_iter().next(), map) {
        (Some(failure), _) => bail!(failure),
        (None, Some(map)) => Ok(map),
        (None, None) => bail!("{} is excluded by the configuration", args.map.display()),
    }
}

fn closings(args: &StressArgs, map: &Map) -> Result<Vec<Closing>> {
    let close = args.close.iter().map(|target| (target, Availability::Unavailable));
    let limit = args.limit.iter().map(|target| (target, Availability::Limited));
    let found = close.chain(limit).map(|(target, level)| find(map, target.subject, &target.name, level));
    Ok(found.collect::<Result<_, _>>()?)
}
