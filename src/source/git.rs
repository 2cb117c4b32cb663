//! What Git knows: files as they were at a revision, and which of them have another name since. The only place that runs
//! Git.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use thiserror::Error;

use super::read::read_bounded;
use super::{ReadError, repository};

/// Why Git cannot tell.
#[derive(Debug, Error)]
pub enum GitError {
    /// There is no such program.
    #[error("Git is not installed, or not on the path")]
    NotInstalled,
    /// A file that stands in no repository.
    #[error("{} is not in a Git repository", .0.display())]
    NoRepository(PathBuf),
    /// A text that names no revision in any repository.
    #[error("`{0}` cannot be a revision: write a branch, a tag or a commit, such as `main` or `HEAD~1`")]
    NotARevision(String),
    /// A revision that the repository does not have.
    #[error("the repository {} has no revision `{revision}`{}", .root.display(), .is_shallow.then_some(SHALLOW).unwrap_or_default())]
    NoRevision {
        /// The revision.
        revision: String,
        /// The root of the repository.
        root: PathBuf,
        /// Whether the repository was cloned without its history.
        is_shallow: bool,
    },
    /// A file that there was not at a revision.
    #[error("at `{revision}` there is no file {}", .path.display())]
    NoFile {
        /// The revision.
        revision: String,
        /// The path of the file from the root of the repository.
        path: PathBuf,
    },
    /// A folder that there was not at a revision.
    #[error("at `{revision}` there is no folder {}", .path.display())]
    NoFolder {
        /// The revision.
        revision: String,
        /// The path of the folder from the root of the repository.
        path: PathBuf,
    },
    /// More than is read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// Anything else that Git complains of, in its words.
    #[error("Git says: {0}")]
    Refused(String),
}

const SHALLOW: &str =
    ": it was cloned without its whole history; fetch that first (with actions/checkout, set `fetch-depth: 0`)";

impl From<io::Error> for GitError {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::NotFound { Self::NotInstalled } else { ReadError::from(error).into() }
    }
}

/// A Git repository with its working tree.
#[derive(Debug, Clone)]
pub struct Repository {
    root: PathBuf,
}

/// A commit, and the revision that named it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commit {
    revision: String,
    hash: String,
}

impl Repository {
    /// The innermost repository that a file stands in, and the path of the file from its root. Links are followed. The
    /// file, and folders on the way to it, need not be there any more.
    ///
    /// # Errors
    /// When the file stands in no repository.
    pub fn of(file: &Path) -> Result<(Self, PathBuf), GitError> {
        let none = || GitError::NoRepository(file.to_owned());
        let absolute = std::path::absolute(file).map_err(|_| none())?;
        let mut ancestors = absolute.ancestors();
        let real = ancestors.find_map(|ancestor| {
            let rest = absolute.strip_prefix(ancestor).ok()?;
            // Joining nothing would append a separator.
            let real = ancestor.canonicalize().ok()?;
            Some(if rest.as_os_str().is_empty() { real } else { real.join(rest) })
        });
        let real = real.ok_or_else(none)?;
        let root = repository::root(&real).ok_or_else(none)?.to_owned();
        let path = real.strip_prefix(&root).map_err(|_| none())?.to_owned();
        Ok((Self { root: plain(root) }, path))
    }

    /// The folder of the working tree.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The commit that a revision names.
    ///
    /// # Errors
    /// When nothing can be called so, or Git knows no such commit here.
    pub fn commit(&self, revision: &str) -> Result<Commit, GitError> {
        // What begins with `-` could be taken for an option, and with `^` for the opposite of a revision.
        if revision.is_empty() || revision.starts_with(['-', '^']) || revision.contains(char::is_control) {
            return Err(GitError::NotARevision(revision.to_owned()));
        }
        self.check()?;
        let commit = format!("{revision}^{{commit}}");
        let found = self.git(&["rev-parse", "--verify", "--quiet", "--end-of-options", &commit])?;
        let hash = String::from_utf8_lossy(&found.stdout).trim_end().to_owned();
        if found.is_well && hash.len() >= 40 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Ok(Commit { revision: revision.to_owned(), hash });
        }
        let is_shallow = self.git(&["rev-parse", "--is-shallow-repository"])?.told()? == b"true\n";
        Err(GitError::NoRevision { revision: revision.to_owned(), root: self.root.clone(), is_shallow })
    }

    /// A folder that is called `.git` does not make a repository: then there is none, or Git finds one further up.
    fn check(&self) -> Result<(), GitError> {
        let up = self.git(&["rev-parse", "--show-cdup"])?;
        if up.stdout == b"\n" || !(up.is_well || up.complaint.starts_with("not a git repository")) {
            return up.told().map(drop);
        }
        Err(GitError::NoRepository(self.root.clone()))
    }

    /// The bytes of a file at a commit; `path` begins at the root of the repository.
    ///
    /// # Errors
    /// When there was no file of that path (a folder, a link or a submodule is none), or it is too big.
    pub fn read(&self, commit: &Commit, path: &Path) -> Result<Vec<u8>, GitError> {
        let none = || GitError::NoFile { revision: commit.revision.clone(), path: path.to_owned() };
        let told = self.list(commit, path, &[])?;
        let entry = told.split(|byte| *byte == 0).find_map(Entry::of).ok_or_else(none)?;
        if !entry.is_file {
            return Err(none());
        }
        self.git(&["cat-file", "blob", &entry.hash])?.told()
    }

    /// Whether there was a folder of that path at a commit; the root of the repository always is one.
    ///
    /// # Errors
    /// When Git cannot tell.
    pub fn is_folder(&self, commit: &Commit, path: &Path) -> Result<bool, GitError> {
        if path.as_os_str().is_empty() {
            return Ok(true);
        }
        let told = self.list(commit, path, &["-d"])?;
        Ok(told.split(|byte| *byte == 0).filter_map(Entry::of).any(|entry| entry.is_folder))
    }

    /// The files below a folder at a commit, both from the root of the repository, in the order of their paths. Links and
    /// submodules are none.
    ///
    /// # Errors
    /// When there was no such folder, or Git cannot list it.
    pub fn files(&self, commit: &Commit, folder: &Path) -> Result<Vec<PathBuf>, GitError> {
        if !self.is_folder(commit, folder)? {
            return Err(GitError::NoFolder { revision: commit.revision.clone(), path: folder.to_owned() });
        }
        let told = self.list(commit, folder, &["-r"])?;
        let files = told.split(|byte| *byte == 0).filter_map(Entry::of).filter(|entry| entry.is_file);
        let mut files: Vec<_> = files.map(|entry| entry.path).collect();
        files.sort();
        Ok(files)
    }

    /// What Git lists of a path at a commit, each with a NUL behind it.
    fn list(&self, commit: &Commit, path: &Path, how: &[&str]) -> Result<Vec<u8>, GitError> {
        let mut args: Vec<OsString> = ["ls-tree", "-z", "--full-tree"].map(OsString::from).into();
        args.extend(how.iter().map(OsString::from));
        args.extend([&commit.hash, "--"].map(OsString::from));
        // A separator at the end would ask for what is in a folder.
        let path: PathBuf = path.components().collect();
        if !path.as_os_str().is_empty() {
            args.push(if cfg!(windows) { repository::slashed(&path).into() } else { path.into() });
        }
        self.git(&args)?.told()
    }

    /// The files of the working tree that had another path at a commit, and which, each from the root of the repository.
    /// As everywhere in Git, a file that is not yet added to the repository is not known.
    ///
    /// # Errors
    /// When Git cannot compare.
    pub fn renames(&self, commit: &Commit) -> Result<BTreeMap<PathBuf, PathBuf>, GitError> {
        let only_renames = ["--name-status", "-z", "-M", "--diff-filter=R", "--no-relative", "--ignore-submodules=all"];
        let never_run = ["--no-ext-diff", "--no-textconv"];
        let args = [&["diff"], &only_renames[..], &never_run[..], &[&commit.hash, "--"]].concat();
        let told = self.git(&args)?.told()?;
        // `R087`, the old path, the new one, each with a NUL behind it.
        let mut fields = told.split(|byte| *byte == 0);
        let mut renames = BTreeMap::new();
        while let (Some(_), Some(old), Some(new)) = (fields.next(), fields.next(), fields.next()) {
            renames.insert(path_of(new), path_of(old));
        }
        Ok(renames)
    }

    /// Runs Git at the root, with nothing that a setting or the environment could make of it: no pager, no other
    /// repository, no programs that watch or compare files, no questions.
    fn git(&self, args: &[impl AsRef<OsStr>]) -> Result<Told, GitError> {
        let mut command = Command::new("git");
        command.arg("-C").arg(&self.root);
        command.args(["--no-pager", "--literal-pathspecs", "-c", "core.fsmonitor=false"]).args(args);
        for name in ELSEWHERE {
            command.env_remove(name);
        }
        command.envs([("LC_ALL", "C"), ("GIT_OPTIONAL_LOCKS", "0"), ("GIT_TERMINAL_PROMPT", "0")]);
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
        let (stdout, stderr) = (child.stdout.take(), child.stderr.take());
        let (stdout, complaint) = std::thread::scope(|scope| {
            let complaint = scope.spawn(|| stderr.map(|mut stderr| first_of(&mut stderr)).unwrap_or_default());
            (stdout.map_or(Ok(Vec::new()), read_bounded), complaint.join().unwrap_or_default())
        });
        let is_well = child.wait()?.success();
        Ok(Told { stdout: stdout?, complaint, is_well })
    }
}

/// Variables that would send Git elsewhere, as hooks set them. Source: `git rev-parse --local-env-vars`.
const ELSEWHERE: [&str; 10] = [
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_COMMON_DIR",
    "GIT_NAMESPACE",
    "GIT_PREFIX",
    "GIT_SHALLOW_FILE",
    "GIT_EXTERNAL_DIFF",
];

/// What a run of Git gave.
struct Told {
    stdout: Vec<u8>,
    complaint: String,
    is_well: bool,
}

impl Told {
    /// What it told, if it had nothing to complain of.
    fn told(self) -> Result<Vec<u8>, GitError> {
        if self.is_well { Ok(self.stdout) } else { Err(GitError::Refused(self.complaint)) }
    }
}

/// One thing in the tree of a commit.
struct Entry {
    /// Whether it is an ordinary file: no folder, link or submodule.
    is_file: bool,
    is_folder: bool,
    hash: String,
    path: PathBuf,
}

impl Entry {
    /// Reads `100644 blob HASH<tab>PATH`.
    fn of(line: &[u8]) -> Option<Self> {
        let tab = line.iter().position(|byte| *byte == b'\t')?;
        let (about, path) = line.split_at_checked(tab)?;
        let about = String::from_utf8_lossy(about);
        let mut about = about.split(' ');
        let (mode, kind, hash) = (about.next()?, about.next()?, about.next()?);
        let is_file = kind == "blob" && matches!(mode, "100644" | "100755" | "100664");
        Some(Self { is_file, is_folder: kind == "tree", hash: hash.to_owned(), path: path_of(path.get(1..)?) })
    }
}

/// The first line of a complaint; the rest is read, so that Git need not wait.
fn first_of(stderr: &mut impl Read) -> String {
    let mut bytes = Vec::new();
    // Where its complaint cannot be read, that Git fails says enough.
    let _ = stderr.take(1 << 16).read_to_end(&mut bytes).and_then(|_| io::copy(stderr, &mut io::sink()));
    let text = String::from_utf8_lossy(&bytes);
    text.lines().next().unwrap_or_default().trim_start_matches("fatal: ").to_owned()
}

/// Windows' canonical paths, such as `\\?\C:\maps`, are none that Git reads.
fn plain(root: PathBuf) -> PathBuf {
    let short = root.to_str().and_then(|root| root.strip_prefix(r"\\?\")).filter(|short| !short.starts_with("UNC"));
    short.map(PathBuf::from).unwrap_or(root)
}

#[cfg(unix)]
fn path_of(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    OsStr::from_bytes(bytes).into()
}

#[cfg(not(unix))]
fn path_of(bytes: &[u8]) -> PathBuf {
    String::from_utf8_lossy(bytes).into_owned().into()
}
