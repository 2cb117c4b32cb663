//! What is compared: maps that are named one by one, or the maps of two folders; as they are, or were at a revision.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use cxmap::diff::pairing::{Pairing, pair};
use cxmap::graph::Map;
use cxmap::source::Source;

use crate::cli::Common;
use crate::cli::config::{Configs, InForce};
use crate::cli::input::{InputArgs, Inputs, maps};

/// One side: a map, or the maps of a folder.
#[derive(Debug, Default)]
pub struct Side {
    /// The maps, in the order of their paths.
    pub maps: Vec<SideMap>,
    /// Why others cannot be used.
    pub failures: Vec<String>,
    is_folder: bool,
}

/// A map of one side.
#[derive(Debug)]
pub struct SideMap {
    /// What it is called: `main:maps/claim.journey.yaml`.
    pub name: String,
    /// The map.
    pub map: Map,
    /// The text that it was read from.
    pub source: Source,
    /// Whether nothing is wrong with its shape.
    pub is_sound: bool,
    /// What is in force for it.
    pub in_force: InForce,
    /// Its path from the folder.
    path: PathBuf,
}

/// Reads the sides that arguments name, the earliest first: one argument is compared with what it was in the last commit.
///
/// # Errors
/// When a side cannot be found, or folders are compared with files.
pub fn read(args: &[PathBuf], input: &InputArgs, configs: &mut Configs<'_>, common: &Common) -> Result<Vec<Side>> {
    if args.iter().filter(|arg| arg.as_os_str() == "-").count() > 1 {
        bail!("only one side can come from standard input");
    }
    let mut sides = Vec::new();
    if let [only] = args {
        sides.push(side(before(only, configs)?, input, common));
    }
    for arg in args {
        // Of `main:claim.journey.yaml` alone, the file of today is the other side.
        let inputs = match args {
            [_] => Inputs::find(&[today(arg)], configs)?,
            _ => Inputs::find(std::slice::from_ref(arg), configs)?,
        };
        sides.push(side(inputs, input, common));
    }
    // A folder is compared as far as it can be read; of a file there is nothing else.
    if let Some(failure) = sides.iter_mut().filter(|side| !side.is_folder).find_map(|side| side.failures.pop()) {
        bail!(failure);
    }
    if sides.iter().any(|side| side.is_folder) {
        if !sides.iter().all(|side| side.is_folder) {
            bail!("a folder can only be compared with a folder");
        }
        if sides.len() > 2 {
            bail!("of folders, two can be compared at a time");
        }
    } else if sides.iter().any(|side| side.maps.is_empty()) {
        bail!("a map is excluded by the configuration: nothing to compare");
    }
    Ok(sides)
}

/// What the only argument is compared with.
fn before(only: &Path, configs: &mut Configs<'_>) -> Result<Inputs> {
    if only.as_os_str() == "-" {
        bail!("say what standard input is to be compared with: `cxmap diff BEFORE -`");
    }
    if today(only) == only {
        if !only.exists() {
            bail!("{}: there is no such file", only.display());
        }
        return Inputs::committed(only, configs);
    }
    Inputs::find(&[only.to_owned()], configs)
}

/// The file that `REF:PATH` is today.
fn today(path: &Path) -> PathBuf {
    Inputs::at_revision(path).map_or_else(|| path.to_owned(), |(_, path)| path)
}

fn side(inputs: Inputs, input: &InputArgs, common: &Common) -> Side {
    let folder = inputs.folder().map(Path::to_owned);
    let (read, failures) = inputs.read(input, |read| Ok((read.file.to_owned(), read.in_force.clone(), read.loaded)));
    let mut side = Side { is_folder: folder.is_some(), failures, ..Side::default() };
    for (file, in_force, loaded) in read {
        let (source, is_sound) = (loaded.source.clone(), loaded.diagnostics.is_empty());
        let path = folder.as_deref().and_then(|folder| file.strip_prefix(folder).ok()).unwrap_or(&file).to_owned();
        let map = maps(vec![loaded], &mut side.failures, common).pop();
        side.maps.extend(map.map(|map| SideMap { name: source.name.clone(), map, source, is_sound, in_force, path }));
    }
    side
}

impl Side {
    /// Which of its maps are those of another side.
    pub fn pair(&self, after: &Self) -> Pairing {
        let both = [self, after].map(|side| side.maps.iter().map(|map| (map.path.as_path(), &map.map)).collect());
        let [before, after]: [Vec<_>; 2] = both;
        pair(&before, &after)
    }

    /// Whether it is a folder.
    pub fn is_folder(&self) -> bool {
        self.is_folder
    }
}
