//! The command line: what can be typed, and one function a command that loads, works and writes.

mod completions;
mod config;
mod diff;
mod explain;
mod import;
mod init;
mod input;
mod known;
mod lint;
mod output;
mod picture;
mod render;
mod report;
mod schema;
mod stress;

use std::io::Write;
use std::process::ExitCode;

use anstream::ColorChoice;
use clap::{Args, Parser, Subcommand, ValueEnum};
use cxmap::model::{Date, Scalar};
use cxmap::text::printable;

/// Customer journey maps as code: lint, render and compare journeys written in YAML.
#[derive(Debug, Parser)]
#[command(version, max_term_width = 100, arg_required_else_help = true)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    common: Common,
}

#[derive(Debug, Subcommand)]
enum Command {
    Lint(lint::LintArgs),
    Render(render::RenderArgs),
    Diff(diff::DiffArgs),
    Stress(stress::StressArgs),
    Explain(explain::ExplainArgs),
    Schema(schema::SchemaArgs),
    Init(init::InitArgs),
    Import(import::ImportArgs),
    Completions(completions::CompletionsArgs),
}

/// What every command understands.
#[derive(Debug, Args)]
struct Common {
    /// Print nothing but the result: no summary and no warnings
    #[arg(short, long, global = true, help_heading = "Common options")]
    quiet: bool,
    /// When to use colour; `NO_COLOR` is heeded
    #[arg(long, global = true, value_enum, default_value_t, value_name = "WHEN", help_heading = "Common options")]
    color: Color,
    /// The day to take for today (2026-03-01), so that a run can be repeated
    #[arg(long, global = true, value_name = "DATE", value_parser = date, help_heading = "Common options")]
    today: Option<Date>,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum Color {
    /// On a terminal
    #[default]
    Auto,
    Always,
    Never,
}

fn date(text: &str) -> Result<Date, String> {
    Date::parse(text).map_err(|misfit| misfit.message)
}

impl Common {
    /// The day for rules about dates, in UTC unless given.
    fn today(&self) -> jiff::civil::Date {
        self.today.map_or_else(|| jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date(), |date| date.0)
    }

    /// Whether to use colour on standard output.
    fn is_colored(&self) -> bool {
        match self.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => anstream::AutoStream::choice(&std::io::stdout()) != ColorChoice::Never,
        }
    }

    /// A line for people, on standard error.
    fn say(&self, message: &str) {
        if !self.quiet {
            complain(message);
        }
    }
}

/// A line on standard error that cannot be switched off.
fn complain(message: &str) {
    // Where standard error is closed, nobody is there to be told.
    let _ = writeln!(std::io::stderr(), "{}", printable(message));
}

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    /// Nothing that `--fail-on` asks for.
    Clean,
    /// Something that `--fail-on` asks for.
    Found,
    /// A wrong use, or a file that could not be read.
    Failed,
}

/// Runs a command.
pub fn run(cli: &Cli) -> ExitCode {
    let common = &cli.common;
    let outcome = match &cli.command {
        Command::Lint(args) => lint::run(args, common),
        Command::Render(args) => render::run(args, common),
        Command::Diff(args) => diff::run(args, common),
        Command::Stress(args) => stress::run(args, common),
        Command::Explain(args) => explain::run(args, common),
        Command::Schema(args) => schema::run(args),
        Command::Init(args) => init::run(args, common),
        Command::Import(args) => import::run(args, common),
        Command::Completions(args) => completions::run(args),
    };
    let outcome = outcome.unwrap_or_else(|error| {
        complain(&format!("error: {error:#}"));
        Outcome::Failed
    });
    ExitCode::from(outcome as u8)
}
