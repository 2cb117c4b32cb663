//! A summary in Markdown, for the page of a run and for comments on a change.

use std::io::{self, Write};

use super::Emitter;
use super::entry::files;
use crate::lint::Report;
use crate::text::markdown;

/// The Markdown format.
#[derive(Debug, Clone, Copy)]
pub struct Markdown;

impl Emitter for Markdown {
    fn emit(&self, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "## Journey maps: {}", report.summary())?;
        if report.findings().next().is_some() {
            writeln!(out, "\n| Level | Place | Rule | Finding |\n| --- | --- | --- | --- |")?;
        }
        for file in files(report) {
            let name = markdown(&file.source.name);
            for entry in file.found() {
                let (finding, at) = (entry.finding, entry.region.start);
                let help = finding.help.as_deref().map(|help| format!("<br>*{}*", markdown(help))).unwrap_or_default();
                let (level, message) = (finding.level.as_str(), markdown(&finding.message));
                let place = format!("{name}:{}:{}", at.line, at.column);
                writeln!(out, "| {level} | {place} | {} | {message}{help} |", markdown(finding.rule))?;
            }
        }
        Ok(())
    }
}
