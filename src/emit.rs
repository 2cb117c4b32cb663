//! A report → bytes: one emitter a format, each a plain function of the report. What goes in comes out: no emitter
//! drops or adds a finding.

mod concise;
mod entry;
mod full;
mod github;
mod gitlab;
pub mod json;
mod junit;
mod markdown;
mod sarif;

use std::io::{self, Write};

pub use concise::Concise;
pub use full::Full;
pub use github::GitHub;
pub use gitlab::GitLab;
pub use json::Json;
pub use junit::JUnit;
pub use markdown::Markdown;
pub use sarif::{Sarif, Topic};

use crate::diagnostic::Diagnostic;
use crate::lint::Report;
use crate::text::printable;

/// Writes a report in one format.
pub trait Emitter {
    /// Writes every finding of the report.
    ///
    /// # Errors
    /// When the writer fails.
    fn emit(&self, report: &Report, out: &mut dyn Write) -> io::Result<()>;
}

/// What is wrong and what to do, each made safe to show, with `between` between them.
fn with_help(finding: &Diagnostic, between: &str) -> String {
    let parts = std::iter::once(finding.message.as_str()).chain(finding.help.as_deref());
    parts.map(printable).collect::<Vec<_>>().join(between)
}
