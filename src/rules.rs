//! The rules of `cxmap lint`: what a rule is, and the list of all of them.
//!
//! A rule is a module with a `RULE`, a page under `docs/rules/`, and one word in [`registry!`].

mod shape;

use jiff::civil::Date;

use crate::diagnostic::{Diagnostic, Level};
use crate::graph::Map;
use crate::source::Span;

/// A mistake in a map that can be decided from the file and is worth a stranger's attention.
#[derive(Debug)]
pub struct Rule {
    /// The name, in kebab-case: it names the pattern, not the remedy.
    pub name: &'static str,
    /// The page: what it finds, why it matters, how to fix it, and examples that are run as tests.
    pub page: &'static str,
    /// How much its findings matter, by profile.
    pub levels: Levels,
    /// Finds the mistakes; `None` for the rules that reading a file reports for.
    pub check: Option<fn(&Context<'_>, &mut Sink)>,
}

/// The level of a rule in each profile.
#[derive(Debug, Clone, Copy)]
pub struct Levels {
    /// A sketch on day one.
    pub draft: Level,
    /// The default.
    pub standard: Level,
    /// A map that somebody answers for, two years on.
    pub governed: Level,
}

impl Levels {
    /// Level by level: draft, standard, governed.
    const fn new(draft: Level, standard: Level, governed: Level) -> Self {
        Self { draft, standard, governed }
    }
}

/// What a rule may look at.
#[derive(Debug)]
pub struct Context<'m> {
    /// The map.
    pub map: &'m Map,
    /// The day for rules about dates.
    pub today: Date,
}

/// Where a rule puts its findings. A rule cannot fail, only report.
#[derive(Debug, Default)]
pub struct Sink {
    findings: Vec<Diagnostic>,
}

impl Sink {
    /// Takes a finding.
    pub fn report(&mut self, finding: Diagnostic) {
        self.findings.push(finding);
    }
}

impl Rule {
    /// The rule of that name.
    #[must_use]
    pub fn find(name: &str) -> Option<&'static Self> {
        RULES.iter().copied().find(|rule| rule.name == name)
    }

    /// A finding of this rule.
    fn at(&self, span: Span, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(self.name, span, message)
    }

    /// What the rule finds, in one sentence: the first of its page.
    #[must_use]
    pub fn summary(&self) -> &'static str {
        self.page.split("\n\n").nth(1).unwrap_or_default().trim()
    }
}

/// Everything the rules find in a map, in the order of the text.
///
/// `level` says how much each rule's findings matter; a rule that is off is not run.
#[must_use]
pub fn check(context: &Context<'_>, level: impl Fn(&Rule) -> Level) -> Vec<Diagnostic> {
    let mut sink = Sink::default();
    let enabled = RULES.iter().filter(|rule| level(rule) > Level::Off);
    for check in enabled.filter_map(|rule| rule.check) {
        check(context, &mut sink);
    }
    sink.findings.sort_by_key(|finding| finding.primary.span);
    sink.findings
}

/// Lists the rules: those that reading reports for, and a module for each of the others.
macro_rules! registry {
    (shape: $($shape:ident)*; $($module:ident)*) => {
        $(mod $module;)*

        /// Every rule, in the order of the documentation.
        pub static RULES: &[&Rule] = &[$(&shape::$shape,)* $(&$module::RULE,)*];
    };
}

registry! {
    shape: YAML_SYNTAX UNKNOWN_FIELD MISSING_FIELD WRONG_TYPE INVALID_VALUE DUPLICATE_FIELD UNSUPPORTED_VERSION CUT_TEXT;
    duplicate_id
    unknown_reference
    unreachable_touchpoint
    endless_loop
    uneven_shares
    empty_phase
}
