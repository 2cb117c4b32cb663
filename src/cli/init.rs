//! `cxmap init`: a first map to go on from.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};
use clap::Args;

use super::{Common, Outcome};

/// Write a first journey map, with comments, to go on from
#[derive(Debug, Args)]
pub struct InitArgs {
    /// The file to write; an existing one is left alone
    #[arg(default_value = "journey.yaml")]
    file: PathBuf,
}

/// The map that is written: small, commented, and without findings.
const STARTER: &str = include_str!("../../assets/starter.journey.yaml");

/// Writes a first map.
pub fn run(args: &InitArgs, common: &Common) -> Result<Outcome> {
    let path = args.file.display();
    match OpenOptions::new().write(true).create_new(true).open(&args.file) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            bail!("{path} is there already: name another file, such as `cxmap init claim.journey.yaml`")
        }
        file => file
            .and_then(|mut file| file.write_all(STARTER.as_bytes()))
            .with_context(|| format!("cannot write {path}"))?,
    }
    common
        .say(&format!("wrote {path}: open it in your editor, then run `cxmap lint {path}` and `cxmap render {path}`"));
    Ok(Outcome::Clean)
}
