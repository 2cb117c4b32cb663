//! Where maps come from: files, folders and standard input.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::Result;
use cxmap::diagnostic::Level;
use cxmap::emit::{Concise, Emitter};
use cxmap::graph::Map;
use cxmap::lint::{Report, lint};
use cxmap::rules::Policy;
use cxmap::source::git::{GitError, Repository};
use cxmap::source::{self, walk};
use cxmap::{Loaded, load};
use rayon::prelude::*;

use super::config::{Configs, InForce, LookupArgs, folder_of};
use super::{Common, complain};

/// The options about input.
#[derive(Debug, clap::Args)]
pub struct InputArgs {
    /// What to call the map that is read from standard input, unless `<stdin>`
    #[arg(long, value_name = "NAME")]
    pub stdin_name: Option<PathBuf>,
    /// Where configurations come from.
    #[command(flatten)]
    pub lookup: LookupArgs,
}

/// The maps to read, in the order of their paths, and why others cannot be.
#[derive(Debug, Default)]
pub struct Inputs {
    files: Vec<(Input, InForce)>,
    stdin: Option<InForce>,
    failures: Vec<String>,
}

/// A map to read.
#[derive(Debug)]
enum Input {
    File(PathBuf),
    /// `REF:PATH`: a file as it was at a revision.
    AtRevision {
        given: String,
        revision: String,
        path: PathBuf,
    },
}

/// Where a map comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The file as it is.
    File,
    /// The file as it was at a revision.
    Revision,
    /// Standard input.
    Stdin,
}

/// A map that was read.
pub struct Read<'i> {
    /// The map.
    pub loaded: Loaded,
    /// Every byte of it, a byte-order mark included.
    pub bytes: Vec<u8>,
    /// The file that it is, or was, or that standard input is called; the map's id is made of it.
    pub file: &'i Path,
    /// Which of these it is.
    pub origin: Origin,
    /// What is in force for it.
    pub in_force: &'i InForce,
}

impl Inputs {
    /// Finds the maps that paths name: files as they are or were at a revision, folders for the maps in them, `-` for
    /// standard input.
    ///
    /// # Errors
    /// When a configuration cannot be read, or is not sound.
    pub fn find(paths: &[PathBuf], configs: &mut Configs<'_>) -> Result<Self> {
        let mut inputs = Self::default();
        let mut files = BTreeSet::new();
        for path in paths {
            if path.as_os_str() == "-" {
                inputs.stdin = Some(configs.of_folder(Path::new("."))?);
            } else if path.is_dir() {
                files.extend(inputs.search(path, configs)?);
            } else if !configs.passes_over(path)? {
                files.insert(path.clone());
            }
        }
        for file in files {
            let input = Input::of(file);
            let in_force = configs.of_folder(folder_of(input.file()))?;
            inputs.files.push((input, in_force));
        }
        Ok(inputs)
    }

    /// The files that are to be read, without standard input.
    pub fn files(&self) -> impl Iterator<Item = &Path> {
        self.files.iter().map(|(input, _)| input.file())
    }

    /// Whether standard input is to be read.
    pub fn has_stdin(&self) -> bool {
        self.stdin.is_some()
    }

    fn search(&mut self, folder: &Path, configs: &mut Configs<'_>) -> Result<Vec<PathBuf>> {
        let mut unsound = None;
        let found = walk::walk(folder, |path| match configs.of_folder(folder_of(path)) {
            Ok(in_force) => in_force.config.verdict(path),
            Err(error) => {
                unsound.get_or_insert(error);
                None
            }
        });
        if let Some(error) = unsound {
            return Err(error);
        }
        if found.maps.is_empty() && found.failures.is_empty() {
            let folder = folder.display();
            self.failures.push(format!("{folder}: no journey map here; looked for {}", walk::WANTED));
        }
        self.failures.extend(found.failures);
        Ok(found.maps)
    }

    /// Reads every map, in parallel, and does something with each; the results are in the order of the paths.
    /// Gives the failures as well.
    pub fn read<T: Send>(
        self,
        args: &InputArgs,
        work: impl Fn(Read<'_>) -> Result<T, String> + Sync,
    ) -> (Vec<T>, Vec<String>) {
        let mut failures = self.failures;
        let mut done = Vec::new();
        let mut take = |result| match result {
            Ok(value) => done.push(value),
            Err(failure) => failures.push(failure),
        };
        if let Some(in_force) = &self.stdin {
            let file = args.stdin_name.as_deref().unwrap_or(Path::new(STDIN));
            let read = source::read_stdin().map_err(|error| format!("standard input: {error}"));
            take(read.and_then(|bytes| {
                work(Read { loaded: load_from(file, &bytes), bytes, file, origin: Origin::Stdin, in_force })
            }));
        }
        let results: Vec<_> = self
            .files
            .par_iter()
            .map(|(input, in_force)| {
                let (loaded, bytes) = input.load()?;
                work(Read { loaded, bytes, file: input.file(), origin: input.origin(), in_force })
            })
            .collect();
        results.into_iter().for_each(take);
        (done, failures)
    }
}

/// What standard input is called unless it is given a name.
const STDIN: &str = "<stdin>";

impl Input {
    /// What an argument names; an existing file wins.
    fn of(given: PathBuf) -> Self {
        let text = given.to_str().filter(|_| given.symlink_metadata().is_err());
        // On Windows one letter before a colon is a drive.
        let is_revision = |revision: &str| !(revision.is_empty() || cfg!(windows) && revision.len() == 1);
        match text
            .and_then(|text| text.split_once(':'))
            .filter(|(revision, path)| is_revision(revision) && !path.is_empty())
        {
            Some((revision, path)) => {
                let (revision, path) = (revision.to_owned(), path.into());
                Self::AtRevision { given: given.to_string_lossy().into_owned(), revision, path }
            }
            None => Self::File(given),
        }
    }

    fn file(&self) -> &Path {
        match self {
            Self::File(path) | Self::AtRevision { path, .. } => path,
        }
    }

    fn origin(&self) -> Origin {
        match self {
            Self::File(_) => Origin::File,
            Self::AtRevision { .. } => Origin::Revision,
        }
    }

    /// The map, and every byte of it.
    fn load(&self) -> Result<(Loaded, Vec<u8>), String> {
        match self {
            Self::File(path) => {
                let bytes = source::read_file(path).map_err(|error| format!("{}: {error}", path.display()))?;
                Ok((load_from(path, &bytes), bytes))
            }
            Self::AtRevision { given, revision, path } => {
                let (bytes, path_from_root) = read_at(revision, path).map_err(|error| match error {
                    GitError::Read(error) => format!("{given}: {error}"),
                    error => format!("{given}: there is no such file, and {error}"),
                })?;
                let mut loaded = load(&path.to_string_lossy(), &bytes);
                loaded.source.name.clone_from(given);
                loaded.source.path = path_from_root;
                Ok((loaded, bytes))
            }
        }
    }
}

/// The bytes of a file at a revision, and its path from the root of the repository.
fn read_at(revision: &str, path: &Path) -> Result<(Vec<u8>, String), GitError> {
    let (repository, path) = Repository::of(path)?;
    let bytes = repository.read(&repository.commit(revision)?, &path)?;
    Ok((bytes, source::repository::slashed(&path)))
}

fn load_from(path: &Path, bytes: &[u8]) -> Loaded {
    let mut loaded = load(&path.to_string_lossy(), bytes);
    loaded.source.path = source::repository::path_from_root(path);
    loaded
}

/// The maps of what was read, as far as they are sound; the errors in them go to standard error, and where nothing is
/// left of a map that is a failure.
pub fn maps(files: Vec<Loaded>, failures: &mut Vec<String>, common: &Common) -> Vec<Map> {
    let mut maps = Vec::new();
    for file in files {
        let mut linted = lint(&file, common.today(), &Policy::default());
        linted.diagnostics.retain(|finding| finding.level == Level::Error);
        let mut errors = Vec::new();
        // Writing to memory cannot fail.
        let _ = Concise.emit(&Report { files: vec![linted] }, &mut errors);
        for error in String::from_utf8_lossy(&errors).lines() {
            complain(error);
        }
        match file.map.filter(|map| map.phases().len() > 0) {
            Some(map) => maps.push(map),
            None => failures.push(format!("{}: nothing of this can be used", file.source.name)),
        }
    }
    maps
}
