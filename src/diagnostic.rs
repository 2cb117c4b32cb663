//! What a rule has to say: a sentence, the place it speaks of, and what to do about it.

use std::borrow::Cow;

use serde::Serialize;

use crate::edit::Fix;
use crate::graph::Address;
use crate::source::Span;

/// The names under which reading a file reports. Their pages and levels are in [`crate::rules`].
pub mod shape {
    /// Text that is not YAML, or YAML that the format refuses.
    pub const YAML_SYNTAX: &str = "yaml-syntax";
    /// A field that the format lacks.
    pub const UNKNOWN_FIELD: &str = "unknown-field";
    /// A required field that is absent.
    pub const MISSING_FIELD: &str = "missing-field";
    /// A list where text belongs, and so on.
    pub const WRONG_TYPE: &str = "wrong-type";
    /// A value that has not the form of its field.
    pub const INVALID_VALUE: &str = "invalid-value";
    /// The same key twice.
    pub const DUPLICATE_FIELD: &str = "duplicate-field";
    /// A version of the format that this program does not read.
    pub const UNSUPPORTED_VERSION: &str = "unsupported-version";
    /// Text cut short by a comment, or split by a comma.
    pub const CUT_TEXT: &str = "cut-text";
    /// A comment that keeps nothing quiet.
    pub const UNUSED_IGNORE: &str = "unused-ignore";
    /// A comment that names a rule which does not exist.
    pub const UNKNOWN_RULE: &str = "unknown-rule";
    /// A comment for `cxmap` that cannot be read.
    pub const MALFORMED_IGNORE: &str = "malformed-ignore";
}

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// The rule is switched off.
    Off,
    /// Worth knowing.
    Info,
    /// Worth mending.
    Warn,
    /// Must be mended.
    Error,
}

impl Level {
    /// The level's name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Info => "info",
            Self::Warn => "warn",
            Self::Error => "error",
        }
    }
}

/// A place with a few words about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// What is there; may be empty for the primary place of a finding.
    pub text: Cow<'static, str>,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule that found it.
    pub rule: &'static str,
    /// How much it matters.
    pub level: Level,
    /// How much it matters at the least, be its rule's level lower.
    pub at_least: Level,
    /// What in the map it speaks of; unknown until the map is read.
    pub address: Option<Address>,
    /// What in that it speaks of, where the rule can find several things: a field, or the offending word.
    pub subject: String,
    /// What is wrong, in a sentence that stands alone on one line.
    pub message: String,
    /// The place it speaks of.
    pub primary: Label,
    /// Other places that matter.
    pub related: Vec<Label>,
    /// What to do.
    pub help: Option<Cow<'static, str>>,
    /// What would mend it, where that is certain.
    pub fix: Option<Fix>,
}

impl Diagnostic {
    /// A finding of `rule` at `span`. Its level is the rule's to set.
    pub fn new(rule: &'static str, span: Span, message: impl Into<String>) -> Self {
        Self {
            rule,
            level: Level::Error,
            at_least: Level::Off,
            address: None,
            subject: String::new(),
            message: message.into(),
            primary: Label { span, text: Cow::Borrowed("") },
            related: Vec::new(),
            help: None,
            fix: None,
        }
    }

    /// Lets it matter as much as `level`, though its rule may matter less: it says what others would.
    #[must_use]
    pub fn at_least(mut self, level: Level) -> Self {
        self.at_least = level;
        self
    }

    /// Says what in the map it speaks of.
    #[must_use]
    pub fn about(mut self, address: Address) -> Self {
        self.address = Some(address);
        self
    }

    /// Tells it from other findings of the rule about the same thing: by a field, or the offending word. It is part of
    /// what the finding is known by later, so it never holds a number of a line or the words of a message.
    #[must_use]
    pub fn subject(mut self, subject: impl Into<String>) -> Self {
        self.subject = subject.into();
        self
    }

    /// Adds what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<Cow<'static, str>>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Says what to do in a finding that is on its list already.
    pub fn advise(&mut self, help: impl Into<Cow<'static, str>>) {
        self.help = Some(help.into());
    }

    /// Adds what would mend it.
    #[must_use]
    pub fn fix(mut self, fix: Option<Fix>) -> Self {
        self.fix = fix;
        self
    }

    /// Puts a few words at the place itself.
    #[must_use]
    pub fn label(mut self, text: impl Into<Cow<'static, str>>) -> Self {
        self.primary.text = text.into();
        self
    }

    /// Adds another place that matters.
    #[must_use]
    pub fn related(mut self, span: Span, text: impl Into<Cow<'static, str>>) -> Self {
        if self.related.is_empty() {
            self.related.reserve_exact(1); // Most have one, and there may be thousands of findings.
        }
        self.related.push(Label { span, text: text.into() });
        self
    }
}
