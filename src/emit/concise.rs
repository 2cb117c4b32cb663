//! One line a finding: `path:line:col: level[rule]: message`.

use std::io::{self, Write};

use super::Emitter;
use crate::lint::Report;
use crate::source::LineIndex;
use crate::text::printable;

/// The concise format.
#[derive(Debug, Clone, Copy)]
pub struct Concise;

impl Emitter for Concise {
    fn emit(&self, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        for file in &report.files {
            let lines = LineIndex::new(&file.source.text);
            let name = printable(&file.source.name);
            for finding in &file.diagnostics {
                let at = lines.position(finding.primary.span.start);
                let (level, rule, message) = (finding.level.as_str(), finding.rule, printable(&finding.message));
                writeln!(out, "{name}:{}:{}: {level}[{rule}]: {message}", at.line, at.column)?;
            }
        }
        Ok(())
    }
}
