//! Where maps come from: files, folders and standard input.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::Result;
use cxmap::diagnostic::Level;
use cxmap::emit::{Concise, Emitter};
use cxmap::graph::Map;
use cxmap::lint::{Report, lint};
use cxmap::rules::Policy;
use cxmap::source::{self, walk};
use cxmap::{Loaded, load};
use rayon::prelude::*;

use super::config::{Configs, InForce, LookupArgs, folder_of};
use super::{Common, complain};

/// The options about input.
#[derive(Debug, clap::Args)]
pub struct InputArgs {
    /// What to call the map that is read from standard input
    #[arg(long, value_name = "NAME", default_value = "<stdin>")]
    stdin_name: String,
    /// Where configurations come from.
    #[command(flatten)]
    pub lookup: LookupArgs,
}

/// The maps to read, in the order of their paths, and why others cannot be.
#[derive(Debug, Default)]
pub struct Inputs {
    files: Vec<(PathBuf, InForce)>,
    stdin: Option<InForce>,
    failures: Vec<String>,
}

/// A map that has been read.
#[derive(Debug)]
pub struct Input<'i> {
    /// Its file; none for standard input.
    pub path: Option<&'i Path>,
    /// Every byte of it, a byte-order mark included.
    pub bytes: &'i [u8],
    /// The map.
    pub loaded: Loaded,
    /// What is in force for it.
    pub in_force: &'i InForce,
}

impl Inputs {
    /// Finds the maps that paths name: files as they are, folders for the maps in them, `-` for standard input.
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
            let in_force = configs.of_folder(folder_of(&file))?;
            inputs.files.push((file, in_force));
        }
        Ok(inputs)
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
    pub fn read<T: Send>(self, args: &InputArgs, work: impl Fn(Input<'_>) -> T + Sync) -> (Vec<T>, Vec<String>) {
        let mut failures = self.failures;
        let mut done = Vec::new();
        if let Some(in_force) = &self.stdin {
            match source::read_stdin() {
                Ok(bytes) => {
                    let loaded = load_from(Path::new(&args.stdin_name), &bytes);
                    done.push(work(Input { path: None, bytes: &bytes, loaded, in_force }));
                }
                Err(error) => failures.push(format!("standard input: {error}")),
            }
        }
        let results: Vec<std::result::Result<T, String>> = self
            .files
            .par_iter()
            .map(|(path, in_force)| {
                let bytes = source::read_file(path).map_err(|error| format!("{}: {error}", path.display()))?;
                let loaded = load_from(path, &bytes);
                Ok(work(Input { path: Some(path), bytes: &bytes, loaded, in_force }))
            })
            .collect();
        for result in results {
            match result {
                Ok(value) => done.push(value),
                Err(failure) => failures.push(failure),
            }
        }
        (done, failures)
    }
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
