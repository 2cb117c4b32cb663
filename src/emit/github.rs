//! GitHub's workflow commands: findings as annotations of the lines of a change.

use std::io::{self, Write};

use super::Emitter;
use super::entry::files;
use crate::diagnostic::Level;
use crate::lint::Report;
use crate::text::printable;

/// The format of GitHub's workflow commands.
#[derive(Debug, Clone, Copy)]
pub struct GitHub;

impl Emitter for GitHub {
    fn emit(&self, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        for file in files(report) {
            let path = property(&file.source.path);
            for entry in file.found() {
                let (finding, region) = (entry.finding, entry.region);
                let command = match finding.level {
                    Level::Error => "error",
                    Level::Warn => "warning",
                    Level::Info | Level::Off => "notice",
                };
                let place = format!(
                    "line={},col={},endLine={},endColumn={}",
                    region.start.line, region.start.column, region.end.line, region.end.column
                );
                let message = data(&super::with_help(finding, "\n"));
                writeln!(out, "::{command} file={path},{place},title={}::{message}", property(finding.rule))?;
            }
        }
        Ok(())
    }
}

/// A message, escaped. Source: `escapeData` in actions/toolkit, packages/core/src/command.ts.
fn data(text: &str) -> String {
    let escaped = text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    // No line break is left; what else a terminal or a page would obey becomes visible.
    printable(&escaped).into_owned()
}

/// The value of a property, escaped. Source: `escapeProperty`, there.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
