//! Where results go: `-f FORMAT`, `-f FORMAT=FILE` and `-o FILE`, the same for every command.

use std::collections::HashSet;
use std::fs;
use std::io::{self, IsTerminal as _, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow, bail};
use clap::Args;

use super::Common;

/// How wide the output is where there is no terminal to ask.
pub const DEFAULT_WIDTH: u16 = 100;

/// The options about output.
#[derive(Debug, Args)]
pub struct OutputArgs {
    /// The format; with `=FILE` written to a file; may be repeated
    #[arg(short, long = "format", value_name = "FORMAT[=FILE]")]
    formats: Vec<String>,
    /// A file to write to, in the format of its suffix; may be repeated
    #[arg(short, long = "output", value_name = "FILE")]
    outputs: Vec<PathBuf>,
}

/// The formats of a command.
pub trait Format: Copy + 'static {
    /// Every format with its name and the suffixes of its files, the default one first.
    const ALL: &'static [(Self, &'static str, &'static [&'static str])];
}

/// What a result is shown on.
#[derive(Debug, Clone, Copy)]
pub struct Surface {
    /// Whether it shows colour.
    pub color: bool,
    /// How many columns it has.
    pub width: u16,
}

/// One result to be written.
struct Output<F> {
    format: F,
    file: Option<PathBuf>,
}

impl OutputArgs {
    /// The folder that results go to, one file each, if it is one: written with a separator at its end, or there already.
    pub fn folder(&self) -> Option<&Path> {
        let is_folder = |path: &&PathBuf| path.to_string_lossy().ends_with(std::path::is_separator) || path.is_dir();
        self.outputs.iter().find(is_folder).map(PathBuf::as_path)
    }

    /// The one format for the files of a folder.
    ///
    /// # Errors
    /// When there are several, or other files are asked for as well.
    pub fn format_of_folder<F: Format>(&self, default: F) -> Result<F> {
        match (self.formats.as_slice(), self.outputs.as_slice()) {
            ([], [_]) => Ok(default),
            ([format], [_]) if !format.contains('=') => by_name(format),
            _ => bail!("a folder takes one format, and nothing else goes elsewhere in the same run"),
        }
    }

    /// Writes every result that is asked for; `print` makes one.
    ///
    /// # Errors
    /// When the options contradict each other, or a file cannot be written.
    pub fn write<F: Format>(&self, common: &Common, print: impl Fn(F, Surface) -> Result<Vec<u8>>) -> Result<()> {
        self.write_beside(common, write_stdout, print)
    }

    /// Writes every result that is asked for, where what would go to standard output goes to `console`.
    ///
    /// # Errors
    /// When the options contradict each other, or a file cannot be written.
    pub fn write_beside<F: Format>(
        &self,
        common: &Common,
        console: fn(&[u8]) -> Result<()>,
        print: impl Fn(F, Surface) -> Result<Vec<u8>>,
    ) -> Result<()> {
        for output in self.resolve::<F>()? {
            match output.file {
                Some(path) => {
                    let bytes = print(output.format, Surface { color: false, width: DEFAULT_WIDTH })?;
                    replace(&path, &bytes).with_context(|| format!("cannot write {}", path.display()))?;
                }
                None => console(&print(output.format, terminal(common))?)?,
            }
        }
        Ok(())
    }

    fn resolve<F: Format>(&self) -> Result<Vec<Output<F>>> {
        let mut outputs = Vec::new();
        for format in &self.formats {
            let (name, file) = match format.split_once('=') {
                Some((name, file)) => (name, Some(PathBuf::from(file))),
                None => (format.as_str(), None),
            };
            outputs.push(Output { format: by_name::<F>(name)?, file });
        }
        // One format and one file belong together.
        if let ([Output { file: file @ None, .. }], [path]) = (outputs.as_mut_slice(), self.outputs.as_slice()) {
            *file = Some(path.clone());
            return Ok(outputs);
        }
        for path in &self.outputs {
            outputs.push(Output { format: by_suffix::<F>(path)?, file: Some(path.clone()) });
        }
        if outputs.is_empty() {
            let (format, ..) = F::ALL.first().context("a command has a format")?;
            outputs.push(Output { format: *format, file: None });
        }
        if outputs.iter().filter(|output| output.file.is_none()).count() > 1 {
            bail!("only one format can go to standard output: write the others as FORMAT=FILE");
        }
        let mut files = HashSet::new();
        if let Some(twice) = outputs.iter().filter_map(|output| output.file.as_ref()).find(|file| !files.insert(*file))
        {
            bail!("two results cannot go to one file: {}", twice.display());
        }
        Ok(outputs)
    }
}

fn by_name<F: Format>(name: &str) -> Result<F> {
    let found = F::ALL.iter().find(|(_, known, _)| *known == name);
    found.map(|(format, ..)| *format).ok_or_else(|| {
        let names: Vec<_> = F::ALL.iter().map(|(_, name, _)| *name).collect();
        anyhow!("there is no format `{name}` here: the formats are {}", names.join(", "))
    })
}

fn by_suffix<F: Format>(path: &Path) -> Result<F> {
    let suffix = path.extension().and_then(|suffix| suffix.to_str()).unwrap_or_default();
    let found = F::ALL.iter().find(|(.., suffixes)| suffixes.contains(&suffix));
    found.map(|(format, ..)| *format).ok_or_else(|| {
        let suffixes: Vec<_> = F::ALL.iter().flat_map(|(.., suffixes)| *suffixes).map(|s| format!(".{s}")).collect();
        anyhow!("the suffix of {} names no format: it can be {}", path.display(), suffixes.join(", "))
    })
}

/// Standard output.
pub fn terminal(common: &Common) -> Surface {
    let width = terminal_size::terminal_size_of(io::stdout()).map_or(DEFAULT_WIDTH, |(width, _)| width.0);
    Surface { color: common.is_colored(), width }
}

/// Writes to standard output. That the reader has gone away is no mistake.
///
/// # Errors
/// When standard output is a terminal and this is no text, or it cannot be written for another reason.
pub fn write_stdout(bytes: &[u8]) -> Result<()> {
    let mut out = io::stdout().lock();
    if out.is_terminal() && std::str::from_utf8(bytes).is_err() {
        bail!("a terminal cannot show this format: write it to a file with `-o FILE`");
    }
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result.context("cannot write to standard output"),
    }
}

/// Writes to standard error; where that is closed, nobody is there to be told.
#[allow(clippy::unnecessary_wraps, reason = "it takes the place of standard output")]
pub fn write_stderr(bytes: &[u8]) -> Result<()> {
    let _ = io::stderr().lock().write_all(bytes);
    Ok(())
}

/// Replaces a file as a whole, its permissions kept: nobody ever sees half of it.
///
/// # Errors
/// When the file cannot be written; it is then as it was.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    let metadata = fs::metadata(path).ok();
    if metadata.is_none() {
        ordinary_permissions(&mut builder);
    }
    // Said of the folder: the name of the file that is written first means nothing to anybody.
    folder.metadata()?;
    let mut file = builder.prefix(".cxmap-").tempfile_in(folder)?;
    if let Some(metadata) = metadata {
        // Not when it is made: the user's mask would take some away.
        file.as_file().set_permissions(metadata.permissions())?;
    }
    file.write_all(bytes)?;
    file.persist(path)?;
    Ok(())
}

/// A new file may be read by whom the user's mask allows, not by its owner alone.
#[cfg(unix)]
fn ordinary_permissions(builder: &mut tempfile::Builder<'_, '_>) {
    use std::os::unix::fs::PermissionsExt;
    builder.permissions(fs::Permissions::from_mode(0o666));
}

#[cfg(not(unix))]
fn ordinary_permissions(_: &mut tempfile::Builder<'_, '_>) {}
