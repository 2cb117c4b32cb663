//! A summary in Markdown, for the page of a run and for comments on a change.

use std::io::{self, Write};

use super::Emitter;
use super::entry::files;
use crate::lint::Report;
use crate::text::markdown;

/// The longest table, in bytes: GitHub drops the whole summary of a step that is longer than 1 MiB, and other texts of the
/// step stand in it, too. Source: GitHub's documentation, "Workflow commands", step isolation and limits.
const LONGEST: usize = 1_000_000;

/// The Markdown format.
#[derive(Debug, Clone, Copy)]
pub struct Markdown;

impl Emitter for Markdown {
    fn emit(&self, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "## Journey maps: {}", report.summary())?;
        if report.findings().next().is_some() {
            writeln!(out, "\n| Level | Place | Rule | Finding |\n| --- | --- | --- | --- |")?;
        }
        let (mut written, mut omitted) = (0, 0);
        for file in files(report) {
            let name = markdown(&file.source.name);
            for entry in file.found() {
                let (finding, at) = (entry.finding, entry.region.start);
                let help = finding.help.as_deref().map(|help| format!("<br>*{}*", markdown(help))).unwrap_or_default();
                let (level, message) = (finding.level.as_str(), markdown(&finding.message));
                let place = format!("{name}:{}:{}", at.line, at.column);
                let row = format!("| {level} | {place} | {} | {message}{help} |", markdown(finding.rule));
                written += row.len() + 1;
                if written > LONGEST {
                    omitted += 1;
                } else {
                    writeln!(out, "{row}")?;
                }
            }
        }
        if omitted > 0 {
            writeln!(out, "\n{omitted} more findings are not shown here: a summary has room for 1 MB.")?;
        }
        Ok(())
    }
}
