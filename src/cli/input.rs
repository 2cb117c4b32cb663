//! Where maps come from: files, folders and standard input.

use std::path::{Path, PathBuf};

use cxmap::diagnostic::Level;
use cxmap::emit::{Concise, Emitter};
use cxmap::graph::Map;
use cxmap::lint::{Report, lint};
use cxmap::rules::Policy;
use cxmap::source::{self, walk};
use cxmap::{Loaded, load};
use rayon::prelude::*;

use super::{Common, complain};

/// The options about input.
#[derive(Debug, clap::Args)]
pub struct StdinArgs {
    /// What to call the map that is read from standard input
    #[arg(long, value_name = "NAME", default_value = "<stdin>")]
    stdin_name: String,
}

/// The maps to read, in the order of their paths, and why others cannot be.
#[derive(Debug, Default)]
pub struct Inputs {
    files: Vec<PathBuf>,
    stdin: bool,
    failures: Vec<String>,
}

impl Inputs {
    /// Finds the maps that paths name: files as they are, folders for the maps in them, `-` for standard input.
    pub fn find(paths: &[PathBuf]) -> Self {
        let mut inputs = Self::default();
        for path in paths {
            if path.as_os_str() == "-" {
                inputs.stdin = true;
            } else if path.is_dir() {
                let found = walk::walk(path);
                if found.maps.is_empty() && found.failures.is_empty() {
                    inputs.failures.push(format!(
                        "{}: no journey map here; looked for {}",
                        path.display(),
                        walk::WANTED
                    ));
                }
                inputs.files.extend(found.maps);
                inputs.failures.extend(found.failures);
            } else {
                inputs.files.push(path.clone());
            }
        }
        inputs.files.sort();
        inputs.files.dedup();
        inputs
    }

    /// Reads every map, in parallel, and does something with each; the results are in the order of the paths.
    /// Gives the failures as well.
    pub fn read<T: Send>(self, stdin: &StdinArgs, work: impl Fn(Loaded) -> T + Sync) -> (Vec<T>, Vec<String>) {
        let mut failures = self.failures;
        let mut done = Vec::new();
        if self.stdin {
            match source::read_stdin() {
                Ok(bytes) => done.push(work(load(&stdin.stdin_name, &bytes))),
                Err(error) => failures.push(format!("standard input: {error}")),
            }
        }
        let results: Vec<_> = self.files.par_iter().map(|path| read_file(path).map(&work)).collect();
        for result in results {
            match result {
                Ok(value) => done.push(value),
                Err(failure) => failures.push(failure),
            }
        }
        (done, failures)
    }
}

fn read_file(path: &Path) -> Result<Loaded, String> {
    let name = path.to_string_lossy();
    source::read_file(path).map(|bytes| load(&name, &bytes)).map_err(|error| format!("{name}: {error}"))
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
