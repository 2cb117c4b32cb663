//! What an import did that the author should know: guesses, losses and repairs, at their places in the source.

use crate::diagnostic::{Diagnostic, Level};
use crate::source::Span;

/// Something was read in one of several ways.
pub const GUESS: &str = "guess";
/// Something has no field of its own, and is kept elsewhere or left out.
pub const LOSS: &str = "loss";
/// Something was wrong in the source and was read as what it stands for.
pub const REPAIR: &str = "repair";
/// Nothing can be read.
pub const UNREADABLE: &str = "unreadable";

/// What there is to say of one source.
#[derive(Debug, Default)]
pub(super) struct Notes(Vec<Diagnostic>);

impl Notes {
    /// Says that something was read in one of several ways.
    pub(super) fn guess(&mut self, span: Span, message: impl Into<String>) -> &mut Diagnostic {
        self.warn(GUESS, span, message)
    }

    /// Says that something has no field of its own.
    pub(super) fn loss(&mut self, span: Span, message: impl Into<String>) -> &mut Diagnostic {
        self.warn(LOSS, span, message)
    }

    /// Says that something wrong was read as what it stands for.
    pub(super) fn repair(&mut self, span: Span, message: impl Into<String>) -> &mut Diagnostic {
        self.warn(REPAIR, span, message)
    }

    /// Says why nothing can be read.
    pub(super) fn refuse(&mut self, span: Span, message: impl Into<String>) -> &mut Diagnostic {
        self.add(Diagnostic::new(UNREADABLE, span, message))
    }

    /// Everything, in the order of the source.
    pub(super) fn finish(mut self) -> Vec<Diagnostic> {
        self.0.sort_by_key(|note| note.primary.span);
        self.0
    }

    fn warn(&mut self, rule: &'static str, span: Span, message: impl Into<String>) -> &mut Diagnostic {
        let mut note = Diagnostic::new(rule, span, message);
        note.level = Level::Warn;
        self.add(note)
    }

    fn add(&mut self, note: Diagnostic) -> &mut Diagnostic {
        self.0.push(note);
        let last = self.0.len() - 1;
        &mut self.0[last]
    }
}
