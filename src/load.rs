//! Bytes → map: what every command does with a file first.

use std::path::Path;

use crate::diagnostic::{Diagnostic, shape};
use crate::graph::{Map, slug};
use crate::model::lower::lower_document;
use crate::source::{Source, Span, decode};
use crate::yaml::Document;

/// A file that has been read, as far as it is sound.
#[derive(Debug)]
pub struct Loaded {
    /// The text.
    pub source: Source,
    /// The map; `None` where nothing of it could be read.
    pub map: Option<Map>,
    /// What is wrong with the shape of the file.
    pub diagnostics: Vec<Diagnostic>,
    /// The located tree.
    pub document: Document,
}

/// Reads a map from its text. `name` is what messages call the file, and gives the map its id.
#[must_use]
pub fn load_str(name: &str, text: &str) -> Loaded {
    let source = Source::new(name, text);
    let document = Document::read(&source.text);
    let lowered = lower_document(&document, &source.text);
    let map = lowered.journey.map(|journey| Map::new(journey, &map_id(name)));
    Loaded { source, map, diagnostics: lowered.diagnostics, document }
}

/// Reads a map from the bytes of a file; bytes that are not UTF-8 are a finding.
#[must_use]
pub fn load(name: &str, bytes: &[u8]) -> Loaded {
    match decode(bytes) {
        Ok(text) => load_str(name, text),
        Err((sound, message)) => {
            let at = Span::new(sound.len(), sound.len());
            let finding = Diagnostic::new(shape::YAML_SYNTAX, at, message).help("save the file as UTF-8");
            let source = Source::new(name, sound);
            Loaded { source, map: None, diagnostics: vec![finding], document: Document::unread() }
        }
    }
}

/// The id of a map without one: its file's name up to the first dot; for `journey.yaml`, its folder's name.
fn map_id(name: &str) -> String {
    let path = Path::new(name);
    let stem = |path: &Path| {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        name.split('.').next().unwrap_or_default().to_owned()
    };
    let folder = || {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).map(Path::to_owned);
        folder.or_else(|| std::env::current_dir().ok()).map(|folder| stem(&folder)).filter(|name| !name.is_empty())
    };
    let name = stem(path);
    let name = if name == "journey" { folder().unwrap_or(name) } else { name };
    slug(&name).unwrap_or_else(|| "journey".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_names_the_map() {
        assert_eq!(map_id("maps/claim.journey.yaml"), "claim");
        assert_eq!(map_id("maps/claim/journey.yaml"), "claim");
        assert_eq!(map_id("claim.yml"), "claim");
    }
}
