//! `cxmap lint`: findings in journey maps.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use cxmap::Loaded;
use cxmap::config::FailOn;
use cxmap::emit::{Concise, Emitter, Full, GitHub, GitLab, JUnit, Json, Markdown, Sarif};
use cxmap::lint::{Report, find};

use super::config::{Configs, PolicyArgs, scalar};
use super::input::{InputArgs, Inputs};
use super::known::KnownArgs;
use super::output::{Format, OutputArgs};
use super::{Common, Outcome, complain};

/// Find mistakes in journey maps
///
/// Reads files, folders (for the maps in them), `-` (standard input), and files as they were at a Git revision, such as
/// `HEAD~1:maps/claim.journey.yaml`. Exits with 1 when there are findings of the
/// level of `--fail-on`, with 2 when something could not be read.
///
/// Formats: full (with source lines; the default), concise (one line a finding), json (for programs), sarif (for code
/// scanning), github (annotations in a workflow), gitlab (code quality), junit (for CI servers), markdown (a summary).
#[derive(Debug, Args)]
pub struct LintArgs {
    /// Maps, or folders with maps
    #[arg(default_value = ".")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    output: OutputArgs,
    #[command(flatten)]
    input: InputArgs,
    #[command(flatten)]
    policy: PolicyArgs,
    #[command(flatten)]
    known: KnownArgs,
    /// The lowest level of findings that fails the run: error (unless configured), warn, info or never
    #[arg(long, value_name = "LEVEL", value_parser = scalar::<FailOn>)]
    fail_on: Option<FailOn>,
}

#[derive(Debug, Clone, Copy)]
enum LintFormat {
    Full,
    Concise,
    Json,
    Sarif,
    GitHub,
    GitLab,
    JUnit,
    Markdown,
}

impl Format for LintFormat {
    const ALL: &'static [(Self, &'static str, &'static [&'static str])] = &[
        (Self::Full, "full", &["txt"]),
        (Self::Concise, "concise", &[]),
        (Self::Json, "json", &["json"]),
        (Self::Sarif, "sarif", &["sarif"]),
        (Self::GitHub, "github", &[]),
        (Self::GitLab, "gitlab", &[]),
        (Self::JUnit, "junit", &["xml"]),
        (Self::Markdown, "markdown", &["md"]),
    ];
}

/// Lints what the arguments name.
pub fn run(args: &LintArgs, common: &Common) -> Result<Outcome> {
    let today = common.today();
    let mut configs = Configs::new(&args.input.lookup, &args.policy);
    let inputs = Inputs::find(&args.paths, &mut configs)?;
    let known = args.known.look_up(&inputs, &args.input)?;
    let (done, failures) = inputs.read(&args.input, |read| {
        let find = |loaded: &Loaded| find(loaded, today, &read.in_force.policy);
        let mut linted = find(&read.loaded);
        let entries = known.leave_out(&mut linted, &read, find)?;
        linted.cut();
        Ok(((linted, read.in_force.clone()), entries))
    });
    let (files, entries): (Vec<_>, Vec<_>) = done.into_iter().unzip();
    let unwritten = known.write(entries.concat(), &failures).err();
    known.warn(files.iter().map(|(linted, in_force)| (linted, &*in_force.policy)), common);
    let fails = files.iter().any(|(linted, in_force)| {
        let fail_on = args.fail_on.or(in_force.config.fail_on).unwrap_or_default();
        fail_on.fails(linted.worst())
    });
    let (files, in_force): (Vec<_>, Vec<_>) = files.into_iter().unzip();
    let report = Report { files };
    args.output.write(common, |format, surface| {
        let emitter: Box<dyn Emitter> = match format {
            LintFormat::Full => Box::new(Full { color: surface.color, width: surface.width.into() }),
            LintFormat::Concise => Box::new(Concise),
            LintFormat::Json => Box::new(Json),
            LintFormat::Sarif => Box::new(Sarif::new(in_force.iter().map(|in_force| &*in_force.policy))),
            LintFormat::GitHub => Box::new(GitHub),
            LintFormat::GitLab => Box::new(GitLab),
            LintFormat::JUnit => Box::new(JUnit),
            LintFormat::Markdown => Box::new(Markdown),
        };
        let mut bytes = Vec::new();
        emitter.emit(&report, &mut bytes)?;
        Ok(bytes)
    })?;
    let failures: Vec<_> = failures.into_iter().chain(unwritten.map(|error| format!("{error:#}"))).collect();
    for failure in &failures {
        complain(&format!("error: {failure}"));
    }
    common.say(&report.summary());
    Ok(match (failures.is_empty(), fails) {
        (false, _) => Outcome::Failed,
        (true, true) => Outcome::Found,
        (true, false) => Outcome::Clean,
    })
}
