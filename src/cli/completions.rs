//! `cxmap completions`: what a shell needs to complete commands and options.

use anyhow::Result;
use clap::{Args, CommandFactory};
use clap_complete::{Shell, generate};

use super::output::write_stdout;
use super::{Cli, Outcome};

/// Print a script that completes commands and options in a shell
///
/// For Bash: `cxmap completions bash > ~/.local/share/bash-completion/completions/cxmap`.
#[derive(Debug, Args)]
pub struct CompletionsArgs {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

/// Prints the script of a shell.
pub fn run(args: &CompletionsArgs) -> Result<Outcome> {
    let mut script = Vec::new();
    generate(args.shell, &mut Cli::command(), "cxmap", &mut script);
    write_stdout(&script)?;
    Ok(Outcome::Clean)
}
