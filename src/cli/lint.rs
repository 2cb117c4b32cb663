//! `cxmap lint`: findings in journey maps.

mod fix;

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use cxmap::Loaded;
use cxmap::baseline::Entry;
use cxmap::config::FailOn;
use cxmap::emit::{Concise, Emitter, Full, GitHub, GitLab, JUnit, Json, Markdown, Sarif};
use cxmap::lint::{Linted, Report, find};
use cxmap::load_str;

use self::fix::{Changed, FixArgs};
use super::config::{Configs, InForce, PolicyArgs, scalar};
use super::input::{InputArgs, Inputs, Read};
use super::known::{Known, KnownArgs};
use super::output::{Format, OutputArgs, write_stderr, write_stdout};
use super::{Common, Outcome, complain};

/// Find mistakes in journey maps
///
/// Reads files, folders (for the maps in them), `-` (standard input), and files as they were at a Git revision, such as
/// `HEAD~1:maps/claim.journey.yaml`. Exits with 1 when there are findings of the
/// level of `--fail-on`, with 2 when something could not be read.
///
/// `--fix` mends what can be meant in one way only: misspelt names, values in the wrong form, texts that need quotes. What
/// is left is reported. A map from standard input goes, mended, to standard output, and its findings to standard error.
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
    fix: FixArgs,
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

/// A map that has been linted.
struct Judged {
    linted: Linted,
    in_force: InForce,
    /// What a baseline is to hold of it.
    entries: Vec<Entry>,
    /// What became of it, where it is to be mended.
    changed: Option<Changed>,
    /// Why it could not be.
    failure: Option<String>,
}

/// Lints what the arguments name.
pub fn run(args: &LintArgs, common: &Common) -> Result<Outcome> {
    let mut configs = Configs::new(&args.input.lookup, &args.policy);
    let inputs = Inputs::find(&args.paths, &mut configs)?;
    let known = args.known.look_up(&inputs, &args.input)?;
    let (judged, mut failures) = inputs.read(&args.input, |read| judge(args, common, &known, read));
    let fails = judged.iter().any(|judged| {
        let fail_on = args.fail_on.or(judged.in_force.config.fail_on).unwrap_or_default();
        fail_on.fails(judged.linted.worst())
    });
    let (mut files, mut in_force, mut entries, mut changes) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for judged in judged {
        files.push(judged.linted);
        in_force.push(judged.in_force);
        entries.extend(judged.entries);
        changes.extend(judged.changed);
        failures.extend(judged.failure);
    }
    let unwritten = known.write(entries, &failures).err();
    known.warn(files.iter().zip(&in_force).map(|(linted, in_force)| (linted, &*in_force.policy)), common);
    let report = Report { files };
    args.fix.show(&changes)?;
    if !args.fix.is_preview() {
        write(args, common, &report, &in_force, changes.iter().any(Changed::is_stdin))?;
    }
    failures.extend(unwritten.map(|error| format!("{error:#}")));
    for failure in &failures {
        complain(&format!("error: {failure}"));
    }
    common.say(&summary(args, &report, &changes));
    let fails = if args.fix.is_preview() { changes.iter().any(Changed::is_real) } else { fails };
    Ok(match (failures.is_empty(), fails) {
        (false, _) => Outcome::Failed,
        (true, true) => Outcome::Found,
        (true, false) => Outcome::Clean,
    })
}

/// Lints a map, mended if that is asked for.
fn judge(args: &LintArgs, common: &Common, known: &Known<'_>, read: Read<'_>) -> Result<Judged, String> {
    let in_force = read.in_force.clone();
    let find = |loaded: &Loaded| find(loaded, common.today(), &in_force.policy);
    let known = known.of(&read, find)?;
    let judged = |loaded: &Loaded, changed, failure| {
        let mut linted = find(loaded);
        let entries = known.leave_out(&mut linted);
        linted.cut();
        Judged { linted, in_force: in_force.clone(), entries, changed, failure }
    };
    let Some(what) = args.fix.what() else { return Ok(judged(&read.loaded, None, None)) };
    let source = read.loaded.source.clone();
    let what_is_new = |loaded: &Loaded| {
        let mut linted = find(loaded);
        known.leave_out(&mut linted);
        linted
    };
    Ok(match args.fix.mend(what, read, what_is_new) {
        Ok((loaded, changed)) => judged(&loaded, changed, None),
        Err(error) => {
            let loaded = Loaded { source: source.clone(), ..load_str(&source.name, &source.text) };
            judged(&loaded, None, Some(format!("{error:#}")))
        }
    })
}

/// Writes the report; where standard output holds a mended map, findings go to standard error.
fn write(args: &LintArgs, common: &Common, report: &Report, in_force: &[InForce], is_taken: bool) -> Result<()> {
    let console = if is_taken { write_stderr } else { write_stdout };
    args.output.write_beside(common, console, |format, surface| {
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
        emitter.emit(report, &mut bytes)?;
        Ok(bytes)
    })
}

/// The run in one line.
fn summary(args: &LintArgs, report: &Report, changes: &[Changed]) -> String {
    let found = report.summary();
    match (args.fix.what(), report.fixable()) {
        (Some(what), _) if args.fix.is_preview() => fix::summary(changes, what, true),
        (Some(what), _) => format!("{}; {found}", fix::summary(changes, what, false)),
        (None, 0) => found,
        (None, fixable) => format!("{found} ({fixable} can be fixed with `--fix`)"),
    }
}
