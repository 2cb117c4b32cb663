//! `cxmap lint`: findings in journey maps.

use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, ValueEnum};
use cxmap::diagnostic::Level;
use cxmap::emit::{Concise, Emitter, Full};
use cxmap::lint::{Report, lint};
use cxmap::model::{Profile, Scalar};
use cxmap::rules::Policy;

use super::input::{Inputs, StdinArgs};
use super::output::{Format, OutputArgs};
use super::{Common, Outcome, complain};

/// Find mistakes in journey maps
///
/// Reads files, folders (for the maps in them) and `-` (standard input). Exits with 1 when there are findings of the
/// level of `--fail-on`, with 2 when something could not be read.
///
/// Formats: full (with source lines; the default), concise (one line a finding).
#[derive(Debug, Args)]
pub struct LintArgs {
    /// Maps, or folders with maps
    #[arg(default_value = ".")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    output: OutputArgs,
    #[command(flatten)]
    stdin: StdinArgs,
    /// How strictly maps are judged: draft, standard, governed
    #[arg(long, value_name = "PROFILE", default_value = "standard", value_parser = profile)]
    profile: Profile,
    /// The lowest level of findings that fails the run
    #[arg(long, value_enum, default_value_t, value_name = "LEVEL")]
    fail_on: FailOn,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum FailOn {
    #[default]
    Error,
    Warn,
    Info,
    Never,
}

fn profile(text: &str) -> std::result::Result<Profile, String> {
    Profile::parse(text).map_err(|misfit| misfit.help.unwrap_or(misfit.message))
}

#[derive(Debug, Clone, Copy)]
enum LintFormat {
    Full,
    Concise,
}

impl Format for LintFormat {
    const ALL: &'static [(Self, &'static str, &'static [&'static str])] =
        &[(Self::Full, "full", &["txt"]), (Self::Concise, "concise", &[])];
}

/// Lints what the arguments name.
pub fn run(args: &LintArgs, common: &Common) -> Result<Outcome> {
    let (today, policy) = (common.today(), Policy::of(args.profile));
    let (files, failures) = Inputs::find(&args.paths).read(&args.stdin, |loaded| lint(&loaded, today, &policy));
    let report = Report { files };
    args.output.write(common, |format, surface| {
        let emitter: Box<dyn Emitter> = match format {
            LintFormat::Full => Box::new(Full { color: surface.color, width: surface.width.into() }),
            LintFormat::Concise => Box::new(Concise),
        };
        let mut bytes = Vec::new();
        emitter.emit(&report, &mut bytes)?;
        Ok(bytes)
    })?;
    for failure in &failures {
        complain(&format!("error: {failure}"));
    }
    common.say(&summary(&report));
    let fails = match args.fail_on {
        FailOn::Error => report.worst() >= Some(Level::Error),
        FailOn::Warn => report.worst() >= Some(Level::Warn),
        FailOn::Info => report.worst() >= Some(Level::Info),
        FailOn::Never => false,
    };
    Ok(match (failures.is_empty(), fails) {
        (false, _) => Outcome::Failed,
        (true, true) => Outcome::Found,
        (true, false) => Outcome::Clean,
    })
}

/// The one line that sums a run up: `2 errors and 1 warning in 3 maps`.
fn summary(report: &Report) -> String {
    let count = |count: usize, one: &str| match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        _ => Some(format!("{count} {one}s")),
    };
    let levels = [(Level::Error, "error"), (Level::Warn, "warning"), (Level::Info, "remark")];
    let counts: Vec<_> = levels.iter().filter_map(|(level, name)| count(report.count(*level), name)).collect();
    let found = match counts.as_slice() {
        [] => "nothing to report".to_owned(),
        [one] => one.clone(),
        [head @ .., last] => format!("{} and {last}", head.join(", ")),
    };
    let maps = count(report.files.len(), "map").unwrap_or_else(|| "no map".into());
    match report.files.iter().map(|file| file.omitted).sum() {
        0 => format!("{found} in {maps}"),
        omitted => format!("{found} in {maps}, and {omitted} more that are not shown"),
    }
}
