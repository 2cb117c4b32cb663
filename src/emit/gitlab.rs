//! GitLab's code quality report, which shows findings in merge requests.

use std::io::{self, Write};

use serde::Serialize;

use super::Emitter;
use super::entry::{Entry, File, files};
use super::json::write_json;
use crate::diagnostic::Level;
use crate::identity::Identity;
use crate::lint::Report;

/// The code quality format. Source: GitLab's documentation, "Code Quality report format".
#[derive(Debug, Clone, Copy)]
pub struct GitLab;

impl Emitter for GitLab {
    fn emit(&self, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        let files = files(report);
        let issues = files.iter().flat_map(|file| file.found().map(move |entry| issue(file, entry)));
        write_json(&issues.collect::<Vec<_>>(), out)
    }
}

#[derive(Serialize)]
struct Issue<'r> {
    description: String,
    check_name: &'r str,
    fingerprint: Identity,
    severity: &'static str,
    location: Location<'r>,
}

#[derive(Serialize)]
struct Location<'r> {
    path: &'r str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

fn issue<'r>(file: &File<'r>, entry: &Entry<'r>) -> Issue<'r> {
    let severity = match entry.finding.level {
        Level::Error => "major",
        Level::Warn => "minor",
        Level::Info | Level::Off => "info",
    };
    Issue {
        description: super::with_help(entry.finding, "; "),
        check_name: entry.finding.rule,
        fingerprint: entry.identity,
        severity,
        location: Location {
            path: &file.source.path,
            lines: Lines { begin: entry.region.start.line, end: entry.region.end.line },
        },
    }
}
