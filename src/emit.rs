//! A report → bytes: one emitter a format, each a plain function of the report. What goes in comes out: no emitter
//! drops or adds a finding.

mod concise;
mod full;

use std::io::{self, Write};

pub use concise::Concise;
pub use full::Full;

use crate::lint::Report;

/// Writes a report in one format.
pub trait Emitter {
    /// Writes every finding of the report.
    ///
    /// # Errors
    /// When the writer fails.
    fn emit(&self, report: &Report, out: &mut dyn Write) -> io::Result<()>;
}
