//! Which files of a folder are journey maps.

use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

use crate::yaml::{Document, Kind};

/// What a folder holds: maps in the order of their paths, and what could not be looked at.
#[derive(Debug, Default)]
pub struct Found {
    /// The journey maps.
    pub maps: Vec<PathBuf>,
    /// Messages about folders that could not be read.
    pub failures: Vec<String>,
}

/// What is looked for, for the message that there is nothing.
pub const WANTED: &str = "`*.journey.yaml`, `journey.yaml`, and YAML files below a folder named `journeys`";

/// Looks for journey maps below a folder. Hidden and Git-ignored files are passed over, links are not followed.
/// `verdict` says of a file that it is a map or is none; where it says nothing, its name decides.
#[must_use]
pub fn walk(folder: &Path, mut verdict: impl FnMut(&Path) -> Option<bool>) -> Found {
    let mut found = Found::default();
    let walker = WalkBuilder::new(folder).ignore(false).follow_links(false).build();
    for entry in walker {
        match entry {
            Ok(entry) => {
                let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
                let path = without_dot(entry.path());
                let read = || super::read_file(&path).ok();
                if is_file && verdict(&path).unwrap_or_else(|| is_map(&path, folder, read)) {
                    found.maps.push(path);
                }
            }
            Err(error) => found.failures.push(error.to_string()),
        }
    }
    found.maps.sort();
    found
}

/// `./maps/a.yaml` is spoken of as `maps/a.yaml`.
#[must_use]
pub fn without_dot(path: &Path) -> PathBuf {
    path.strip_prefix("./").unwrap_or(path).to_owned()
}

/// Whether a file that is found below `root` is a journey map, by its name and, where that does not tell, by its bytes;
/// `read` gives them, or nothing where they cannot be had.
#[must_use]
pub fn is_map(path: &Path, root: &Path, read: impl FnOnce() -> Option<Vec<u8>>) -> bool {
    let Some(name) = path.file_name().and_then(|name| name.to_str()) else { return false };
    let Some(stem) = name.strip_suffix(".yaml").or_else(|| name.strip_suffix(".yml")) else { return false };
    stem == "journey"
        || stem.ends_with(".journey")
        || (stem != "cxmap" && is_below_journeys(path, root) && read().is_none_or(|bytes| looks_like_a_map(&bytes)))
}

fn is_below_journeys(path: &Path, root: &Path) -> bool {
    let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
    let below = path.parent().into_iter().flat_map(Path::components);
    below.chain(root.components()).any(|component| component.as_os_str() == "journeys")
}

/// Whether a YAML file has a key of a journey map at the top, or is so broken that somebody should know.
fn looks_like_a_map(bytes: &[u8]) -> bool {
    let Ok(text) = super::decode(bytes) else { return true };
    let document = Document::read(text);
    let is_key = |text: &str| matches!(text, "cxmap" | "phases");
    document.truncated
        || document.root().is_some_and(|root| {
            root.entries().any(|(key, _)| matches!(key.kind(), Kind::Scalar { text, .. } if is_key(text)))
        })
}
