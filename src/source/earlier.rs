//! Files as they were at one revision, in however many repositories they stand.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use super::git::{Commit, GitError, Repository};

/// The state of files at a revision.
#[derive(Debug, Default)]
pub struct Earlier {
    by_root: BTreeMap<PathBuf, State>,
}

/// A repository at the revision.
#[derive(Debug)]
struct State {
    repository: Repository,
    commit: Commit,
    /// The paths that files had then, by those that they have now; asked for once a file seems to be new.
    renames: OnceLock<BTreeMap<PathBuf, PathBuf>>,
}

impl Earlier {
    /// Looks up the revision in the repository of each of the files, the innermost one: in a submodule it is one of the
    /// submodule's.
    ///
    /// # Errors
    /// When a file stands in no repository, or one of them does not have the revision.
    pub fn at<'f>(revision: &str, files: impl IntoIterator<Item = &'f Path>) -> Result<Self, GitError> {
        let mut earlier = Self::default();
        for file in files {
            let (repository, _) = Repository::of(file)?;
            if !earlier.by_root.contains_key(repository.root()) {
                let commit = repository.commit(revision)?;
                let root = repository.root().to_owned();
                earlier.by_root.insert(root, State { repository, commit, renames: OnceLock::new() });
            }
        }
        Ok(earlier)
    }

    /// The bytes that a file had, under its name or the one that Git says it had then; `None` for a file that there was
    /// not.
    ///
    /// # Errors
    /// When Git cannot tell, or the file was too big.
    pub fn read(&self, file: &Path) -> Result<Option<Vec<u8>>, GitError> {
        let (repository, path) = Repository::of(file)?;
        let Some(state) = self.by_root.get(repository.root()) else { return Err(GitError::NoRepository(file.into())) };
        if let Some(bytes) = state.read(&path)? {
            return Ok(Some(bytes));
        }
        match state.renames()?.get(&path) {
            Some(old) => state.read(old),
            None => Ok(None),
        }
    }
}

impl State {
    fn read(&self, path: &Path) -> Result<Option<Vec<u8>>, GitError> {
        match self.repository.read(&self.commit, path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(GitError::NoFile { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn renames(&self) -> Result<&BTreeMap<PathBuf, PathBuf>, GitError> {
        if let Some(renames) = self.renames.get() {
            return Ok(renames);
        }
        let renames = self.repository.renames(&self.commit)?;
        Ok(self.renames.get_or_init(|| renames))
    }
}
