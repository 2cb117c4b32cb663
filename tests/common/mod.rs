//! What several test programs share: the maps that come with the project.

use std::path::{Path, PathBuf};

/// A map that comes with the project.
pub struct Bundled {
    /// Its path below `journeys`, for messages.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// Every map below `journeys`, in the order of their names.
pub fn journeys() -> Vec<Bundled> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("journeys");
    let mut paths = Vec::new();
    collect(&root, &mut paths);
    paths.sort();
    assert!(paths.len() >= 10, "the bundled maps are missing: only {} found", paths.len());
    let read = |path: &PathBuf| Bundled {
        name: path.strip_prefix(&root).unwrap().display().to_string(),
        text: std::fs::read_to_string(path).unwrap(),
    };
    paths.iter().map(read).collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "yaml") {
            paths.push(path);
        }
    }
}
