//! Where maps come from: files, folders and standard input.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};
use cxmap::diagnostic::Level;
use cxmap::emit::{Concise, Emitter};
use cxmap::graph::Map;
use cxmap::lint::{Report, lint};
use cxmap::rules::Policy;
use cxmap::source::git::{Commit, GitError, Repository};
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
    folder: Option<PathBuf>,
}

/// The last commit.
const HEAD: &str = "HEAD";

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
            } else if let Some((revision, folder, found)) = Input::of(path.clone()).folder() {
                inputs.search_at(&revision, &folder, &found, configs)?;
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

    /// What a file or a folder was in the last commit. A file is found under the name that it had then.
    ///
    /// # Errors
    /// When there is no last commit, or it does not hold the file; or as for [`Inputs::find`].
    pub fn committed(path: &Path, configs: &mut Configs<'_>) -> Result<Self> {
        let mut inputs = Self::default();
        let (repository, from_root) = Repository::of(path)?;
        let commit = repository.commit(HEAD).map_err(|error| match error {
            GitError::NoRevision { root, .. } => anyhow!("the repository {} has no commit yet", root.display()),
            error => error.into(),
        })?;
        if path.is_dir() {
            let found = Found { files: repository.files(&commit, &from_root)?, repository, commit, from_root };
            inputs.search_at(HEAD, path, &found, configs)?;
            return Ok(inputs);
        }
        let path = match repository.read(&commit, &from_root) {
            Err(GitError::NoFile { .. }) => match repository.renames(&commit)?.get(&from_root) {
                Some(old) => repository.root().join(old),
                None => bail!(
                    "{} is not in the last commit, so there is nothing to compare it with: name two maps, or commit it",
                    path.display()
                ),
            },
            Err(error) => return Err(error.into()),
            Ok(_) => path.to_owned(),
        };
        let in_force = configs.of_folder(folder_of(&path))?;
        inputs.files.push((Input::at(HEAD, path), in_force));
        Ok(inputs)
    }

    /// The revision and the path that an argument of the form `REF:PATH` names; none where it names a file.
    pub fn at_revision(given: &Path) -> Option<(String, PathBuf)> {
        match Input::of(given.to_owned()) {
            Input::AtRevision { revision, path, .. } => Some((revision, path)),
            Input::File(_) => None,
        }
    }

    /// The folder that was searched last, if any was.
    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
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
            self.failures.push(none_in(&folder.display()));
        }
        self.failures.extend(found.failures);
        self.folder = Some(walk::without_dot(folder));
        Ok(found.maps)
    }

    /// Takes the maps among the files of a folder as it was at a revision. Hidden ones are passed over.
    fn search_at(&mut self, revision: &str, folder: &Path, found: &Found, configs: &mut Configs<'_>) -> Result<()> {
        let folder = walk::without_dot(folder);
        let before = self.files.len();
        for file in &found.files {
            let Ok(below) = file.strip_prefix(&found.from_root) else { continue };
            let is_hidden = |part: std::path::Component<'_>| part.as_os_str().to_string_lossy().starts_with('.');
            if below.components().any(is_hidden) {
                continue;
            }
            let path = folder.join(below);
            let in_force = configs.of_folder(folder_of(&path))?;
            let read = || found.repository.read(&found.commit, file).ok();
            let is_map = || walk::is_map(file, found.repository.root(), read);
            if in_force.config.verdict(&path).unwrap_or_else(is_map) {
                self.files.push((Input::at(revision, path), in_force));
            }
        }
        if self.files.len() == before {
            self.failures.push(none_in(&format_args!("{revision}:{}", folder.display())));
        }
        self.folder = Some(folder);
        Ok(())
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

/// The files of a folder at a commit.
struct Found {
    repository: Repository,
    commit: Commit,
    /// The folder, from the root of the repository.
    from_root: PathBuf,
    /// The files below it, from the root of the repository.
    files: Vec<PathBuf>,
}

fn none_in(folder: &dyn std::fmt::Display) -> String {
    format!("{folder}: no journey map here; looked for {}", walk::WANTED)
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

    /// A file at a revision.
    fn at(revision: &str, path: PathBuf) -> Self {
        let given = format!("{revision}:{}", path.display());
        Self::AtRevision { given, revision: revision.to_owned(), path }
    }

    /// The folder at a revision that an argument names, if it does; with its files.
    fn folder(&self) -> Option<(String, PathBuf, Found)> {
        let Self::AtRevision { revision, path, .. } = self else { return None };
        // What cannot be found is no folder, and is complained of as a file.
        let (repository, from_root) = Repository::of(path).ok()?;
        let commit = repository.commit(revision).ok()?;
        let files = repository.files(&commit, &from_root).ok()?;
        Some((revision.clone(), path.clone(), Found { repository, commit, from_root, files }))
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
    named_maps(files, failures, common).into_iter().map(|(_, map)| map).collect()
}

/// The same, each with the name of its file.
pub fn named_maps(files: Vec<Loaded>, failures: &mut Vec<String>, common: &Common) -> Vec<(String, Map)> {
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
            Some(map) => maps.push((file.source.name, map)),
            None => failures.push(format!("{}: nothing of this can be used", file.source.name)),
        }
    }
    maps
}
