//! `--fix` and `--diff`: maps mended in place, or what would become of them.

use std::fs::{self, OpenOptions};
use std::io::{self, IsTerminal};
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use clap::{Args, ValueEnum};
use cxmap::Loaded;
use cxmap::fix::{Mended, ids, mend};
use cxmap::lint::Linted;
use cxmap::text::{counted, printable};
use similar::TextDiff;

use crate::cli::input::{Origin, Read};
use crate::cli::output::{replace, write_stdout};

/// The options about mending.
#[derive(Debug, Args)]
pub struct FixArgs {
    /// Mend in the files what can be meant in one way only, and report what is left; `--fix=ids` writes out the ids of
    /// phases and touchpoints instead
    #[arg(
        long,
        value_name = "WHAT",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "findings",
        hide_possible_values = true,
        conflicts_with = "write_baseline",
        help_heading = "Mending"
    )]
    fix: Option<What>,
    /// Show what `--fix` would change and write nothing; exits with 1 if there is something to change
    #[arg(long, conflicts_with_all = ["formats", "outputs", "write_baseline"], help_heading = "Mending")]
    diff: bool,
}

/// What is mended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum What {
    /// Findings
    Findings,
    /// Ids that are made from titles
    Ids,
}

/// What became of a map.
pub struct Changed {
    /// The name by which it is known.
    name: String,
    /// Every byte as it was.
    before: Vec<u8>,
    /// Every byte as it is now.
    after: Vec<u8>,
    /// How many findings were mended, or ids written.
    count: usize,
    /// Whether it came from standard input.
    is_stdin: bool,
}

impl FixArgs {
    /// What is to be mended, if anything.
    pub fn what(&self) -> Option<What> {
        self.fix.or(self.diff.then_some(What::Findings))
    }

    /// Whether changes are only shown.
    pub fn is_preview(&self) -> bool {
        self.diff
    }

    /// Mends a map, and its file unless changes are only shown.
    ///
    /// # Errors
    /// When the file cannot be replaced; it is then as it was.
    pub fn mend(
        &self,
        what: What,
        read: Read<'_>,
        find: impl Fn(&Loaded) -> Linted,
    ) -> Result<(Loaded, Option<Changed>)> {
        let Read { loaded, bytes: before, file, origin, .. } = read;
        let source = loaded.source.clone();
        if origin == Origin::Revision && !self.diff {
            bail!("cannot mend {}: it is a file of the past", source.name);
        }
        let Mended { loaded, count } = match what {
            What::Findings => mend(loaded, find),
            What::Ids => ids::write_out(loaded),
        };
        // What is no part of the text is a byte-order mark; bytes that are no text stay as they are.
        let mark = before.strip_suffix(source.text.as_bytes()).filter(|_| source.text != loaded.source.text);
        let after = mark.map_or_else(|| before.clone(), |mark| [mark, loaded.source.text.as_bytes()].concat());
        let changed = Changed { name: source.name, before, after, count, is_stdin: origin == Origin::Stdin };
        if origin == Origin::File && changed.is_real() && !self.diff {
            write_back(file, &changed.after).with_context(|| format!("cannot mend {}", file.display()))?;
        }
        Ok((loaded, Some(changed)))
    }

    /// Writes the changes to standard output, or the mended text of standard input.
    ///
    /// # Errors
    /// When standard output cannot be written.
    pub fn show(&self, changes: &[Changed]) -> Result<()> {
        if self.diff {
            let shown: String = changes.iter().map(Changed::difference).collect();
            return write_stdout(shown.as_bytes());
        }
        changes.iter().filter(|changed| changed.is_stdin).try_for_each(|changed| write_stdout(&changed.after))
    }
}

impl Changed {
    /// Whether it came from standard input.
    pub fn is_stdin(&self) -> bool {
        self.is_stdin
    }

    /// Whether there is a change at all.
    pub fn is_real(&self) -> bool {
        self.before != self.after
    }

    /// The difference as `patch` reads it. A terminal is shown nothing that it would obey.
    fn difference(&self) -> String {
        let name = printable(&self.name);
        let (before, after) = (String::from_utf8_lossy(&self.before), String::from_utf8_lossy(&self.after));
        let diff = TextDiff::from_lines(&*before, &*after);
        let diff = diff.unified_diff().header(&name, &name).to_string();
        if io::stdout().is_terminal() {
            diff.lines().flat_map(|line| [printable(line), "\n".into()]).collect()
        } else {
            diff
        }
    }
}

/// What was done, in a few words: `fixed 3 findings in 2 files`.
pub fn summary(changes: &[Changed], what: What, is_preview: bool) -> String {
    let count: usize = changes.iter().map(|changed| changed.count).sum();
    let files = changes.iter().filter(|changed| changed.is_real()).count();
    let (verb, thing) = match (what, is_preview) {
        (What::Findings, false) => ("fixed", "finding"),
        (What::Findings, true) => ("would fix", "finding"),
        (What::Ids, false) => ("wrote", "id"),
        (What::Ids, true) => ("would write", "id"),
    };
    match count {
        0 => format!("{verb} nothing"),
        _ => format!("{verb} {} in {}", counted(count, thing), counted(files, "file")),
    }
}

/// Replaces a file; where it is a link, what that leads to.
fn write_back(path: &Path, bytes: &[u8]) -> Result<()> {
    let path = path.canonicalize()?;
    let metadata = fs::metadata(&path)?;
    if !metadata.is_file() {
        bail!("it is no ordinary file");
    }
    if metadata.permissions().readonly() {
        bail!("it is write-protected");
    }
    // A folder may let a file be replaced that the user may not write.
    OpenOptions::new().write(true).open(&path)?;
    Ok(replace(&path, bytes)?)
}
