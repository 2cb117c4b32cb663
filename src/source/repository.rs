//! Where a file stands in its Git repository. Git itself is not asked.

use std::path::{Path, PathBuf};

/// The root of the Git repository that `folder` lies in: the nearest folder, it or above it, that holds a `.git`.
#[must_use]
pub fn root(folder: &Path) -> Option<&Path> {
    folder.ancestors().find(|ancestor| ancestor.join(".git").exists())
}

/// The path of a file from the root of its repository, with `/` between folders; the same wherever the program runs.
/// Outside of a repository it is the path from the folder that the program runs in, or where it does not lie below that,
/// the path as given.
#[must_use]
pub fn path_from_root(file: &Path) -> String {
    slashed(&from_root(file).unwrap_or_else(|| file.to_owned()))
}

fn from_root(file: &Path) -> Option<PathBuf> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // Links and `..` in the way to the file are followed, but the file is called as it is called there.
    let folder = folder.canonicalize().ok()?;
    let root = match root(&folder) {
        Some(root) => root.to_owned(),
        None => std::env::current_dir().and_then(|here| here.canonicalize()).ok()?,
    };
    Some(folder.join(file.file_name()?).strip_prefix(root).ok()?.to_owned())
}

/// A path with `/` between folders, on every system.
#[must_use]
pub fn slashed(path: &Path) -> String {
    let path = path.to_string_lossy();
    if cfg!(windows) { path.replace('\\', "/") } else { path.into_owned() }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail")]
mod tests {
    use super::*;

    #[test]
    fn a_path_begins_at_the_root_of_the_repository() {
        let folder = tempfile::tempdir().unwrap();
        let maps = folder.path().join("care/maps");
        std::fs::create_dir_all(&maps).unwrap();
        let given = maps.join("../maps/claim.journey.yaml");
        assert_eq!(path_from_root(&given), given.to_string_lossy(), "neither in a repository nor below here");
        std::fs::create_dir(folder.path().join(".git")).unwrap();
        assert_eq!(path_from_root(&given), "care/maps/claim.journey.yaml");
        assert_eq!(path_from_root(Path::new("Cargo.toml")), "Cargo.toml", "tests run at the root of this one");
    }
}
