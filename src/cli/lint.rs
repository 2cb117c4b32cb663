//! `cxmap lint`: findings in journey maps.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use cxmap::config::FailOn;
use cxmap::diagnostic::Level;
use cxmap::emit::{Concise, Emitter, Full};
use cxmap::lint::{Report, lint};

use super::config::{Configs, PolicyArgs, scalar};
use super::input::{InputArgs, Inputs};
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
    input: InputArgs,
    #[command(flatten)]
    policy: PolicyArgs,
    /// The lowest level of findings that fails the run: error (unless configured), warn, info or never
    #[arg(long, value_name = "LEVEL", value_parser = scalar::<FailOn>)]
    fail_on: Option<FailOn>,
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
    let today = common.today();
    let mut configs = Configs::new(&args.input.lookup, &args.policy);
    let inputs = Inputs::find(&args.paths, &mut configs)?;
    let (files, failures) = inputs.read(&args.input, |loaded, in_force| {
        let linted = lint(&loaded, today, &in_force.policy);
        let fail_on = args.fail_on.or(in_force.config.fail_on).unwrap_or_default();
        let fails = fail_on.fails(linted.worst());
        (linted, fails)
    });
    let (files, fails): (Vec<_>, Vec<_>) = files.into_iter().unzip();
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
    Ok(match (failures.is_empty(), fails.contains(&true)) {
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
