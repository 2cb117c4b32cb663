//! What lint leaves out because it is known: what files had at a revision, and what a baseline lists.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use clap::Args;
use cxmap::baseline::{self, Baseline, Entry};
use cxmap::identity::Identity;
use cxmap::lint::Linted;
use cxmap::rules::Policy;
use cxmap::source::earlier::Earlier;
use cxmap::source::{MAX_BYTES, Source, decode, read_file};
use cxmap::suppress::Keeper;
use cxmap::{Loaded, load};

use super::Common;
use super::config::read_sound;
use super::input::{InputArgs, Inputs, Read};
use super::output::replace;

/// The options about findings that are known.
#[derive(Debug, Args)]
pub struct KnownArgs {
    /// Report only what the same files did not have at this Git revision, such as `main` or `HEAD~1`
    #[arg(long, value_name = "REF", help_heading = "Known findings")]
    since: Option<String>,
    /// Report only what this file, written by `--write-baseline`, does not list
    #[arg(long, value_name = "FILE", help_heading = "Known findings")]
    baseline: Option<PathBuf>,
    /// Write everything that is found into a file for `--baseline`, and report only what cannot be in it: mistakes that
    /// keep a map from being read
    #[arg(long, value_name = "FILE", conflicts_with_all = ["since", "baseline"], help_heading = "Known findings")]
    write_baseline: Option<PathBuf>,
}

/// What is known in a run.
pub struct Known<'a> {
    args: &'a KnownArgs,
    /// The files as they were, and why what they had is left out.
    earlier: Option<(Earlier, String)>,
    baseline: Option<Baseline>,
}

impl KnownArgs {
    /// Looks up what is known, for these inputs.
    ///
    /// # Errors
    /// When the revision or the baseline cannot be read.
    pub fn look_up(&self, inputs: &Inputs, args: &InputArgs) -> Result<Known<'_>> {
        let earlier = match &self.since {
            Some(revision) => Some(since(revision, inputs, args)?),
            None => None,
        };
        if let Some(path) = &self.write_baseline {
            check_target(path)?;
        }
        let baseline = match &self.baseline {
            Some(path) => Some(read_sound("baseline", path, Baseline::read)?),
            None => None,
        };
        Ok(Known { args: self, earlier, baseline })
    }
}

fn since(revision: &str, inputs: &Inputs, args: &InputArgs) -> Result<(Earlier, String)> {
    if inputs.has_stdin() && args.stdin_name.is_none() {
        bail!("`--since` needs to know which file standard input is: say it with `--stdin-name`");
    }
    let stdin = args.stdin_name.as_deref().filter(|_| inputs.has_stdin());
    let earlier = Earlier::at(revision, inputs.files().chain(stdin)).context("`--since` finds no earlier state")?;
    Ok((earlier, format!("found at `{revision}` already")))
}

/// A slip in the arguments must not cost somebody a map.
fn check_target(path: &Path) -> Result<()> {
    let is_baseline = |bytes: &[u8]| decode(bytes).is_ok_and(|text| Baseline::read(path, text).is_ok());
    if path.exists() && !(path.is_file() && read_file(path).is_ok_and(|bytes| is_baseline(&bytes))) {
        bail!("{} is there already, and it is no baseline: write to another file, or delete it first", path.display());
    }
    Ok(())
}

/// What was found in a file in its earlier state, however it was called then; nothing in a file that there was not.
fn had(earlier: &Earlier, read: &Read<'_>, find: impl Fn(&Loaded) -> Linted) -> Result<BTreeSet<Identity>, String> {
    let Source { name, path, .. } = &read.loaded.source;
    let before = earlier.read(read.file).map_err(|error| format!("{name}: its earlier state: {error}"))?;
    let Some(bytes) = before else { return Ok(BTreeSet::new()) };
    let mut before = load(&read.file.to_string_lossy(), &bytes);
    before.source.path.clone_from(path);
    Ok(find(&before).identified().map(|(_, identified)| identified.identity).collect())
}

/// What is known of one file.
pub struct KnownOfFile<'k> {
    known: &'k Known<'k>,
    /// What was found in its earlier state, and why that is left out.
    had: Option<(BTreeSet<Identity>, &'k str)>,
}

impl KnownOfFile<'_> {
    /// Keeps quiet what is known, and gives what a baseline is to hold of the file if one is to be written.
    pub fn leave_out(&self, linted: &mut Linted) -> Vec<Entry> {
        if let Some((had, reason)) = &self.had {
            linted.leave_out(Keeper::Since, reason, |_, identity| had.contains(&identity));
        }
        if let Some(baseline) = &self.known.baseline {
            baseline.leave_out_of(linted);
        }
        if self.known.args.write_baseline.is_none() {
            return Vec::new();
        }
        let entries = baseline::entries(linted);
        Baseline::new(entries.clone()).leave_out_of(linted);
        entries
    }
}

impl Known<'_> {
    /// Looks up what is known of a file. `find` lints a map as the file is linted.
    ///
    /// # Errors
    /// When Git cannot tell what the file was.
    pub fn of(&self, read: &Read<'_>, find: impl Fn(&Loaded) -> Linted) -> Result<KnownOfFile<'_>, String> {
        let had = match &self.earlier {
            Some((earlier, reason)) => Some((had(earlier, read, find)?, reason.as_str())),
            None => None,
        };
        Ok(KnownOfFile { known: self, had })
    }

    /// Writes the baseline, if one is to be written. `failures` says what could not be read.
    ///
    /// # Errors
    /// When it cannot be written, or would lack what could not be read.
    pub fn write(&self, entries: Vec<Entry>, failures: &[String]) -> Result<()> {
        let Some(path) = &self.args.write_baseline else { return Ok(()) };
        if !failures.is_empty() {
            bail!("{} is not written: it would lack what could not be read", path.display());
        }
        let json = Baseline::new(entries).to_json();
        if json.len() as u64 > MAX_BYTES {
            bail!("{} is not written: so many findings are more than a baseline can hold", path.display());
        }
        replace(path, json.as_bytes()).with_context(|| format!("cannot write {}", path.display()))
    }

    /// Warns of entries of the baseline that leave out nothing any more, so that it shrinks.
    pub fn warn<'f>(&self, files: impl IntoIterator<Item = (&'f Linted, &'f Policy)>, common: &Common) {
        const SHOWN: usize = 10;
        let (Some(baseline), Some(path)) = (&self.baseline, &self.args.baseline) else { return };
        let stale = baseline.stale(files);
        for entry in stale.iter().take(SHOWN) {
            let (path, line, what) = (path.display(), entry.line, entry.describe());
            common.say(&format!("warning: {path}:{line}: not found any more: {what}; take the line out"));
        }
        if stale.len() > SHOWN {
            let (path, more) = (path.display(), stale.len() - SHOWN);
            common.say(&format!(
                "warning: {path}: {more} more are not found any more; `--write-baseline` writes it anew"
            ));
        }
    }
}
