//! The `cxmap` command: parses the arguments, calls the command, turns its outcome into an exit status.

mod cli;

use std::borrow::Cow;
use std::io::Write;
use std::process::ExitCode;

use clap::Parser;
use cxmap::text::printable;

fn main() -> ExitCode {
    let cli = match cli::Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            let message = error.render().to_string();
            let shown: Vec<_> = message.lines().map(printable).collect();
            // Nothing can be done about a terminal that takes no message.
            let _ = if shown.iter().all(|line| matches!(line, Cow::Borrowed(_))) {
                error.print()
            } else {
                // The message repeats an argument that a terminal would obey.
                writeln!(std::io::stderr(), "{}", shown.join("\n"))
            };
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    cli::run(&cli)
}
