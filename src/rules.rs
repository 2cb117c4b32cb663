//! The rules of `cxmap lint`: what a rule is, and the list of all of them.
//!
//! A rule is a module with a `RULE`, a page under `docs/rules/`, and one word in `registry!`.

mod closings;
mod coalesce;
mod friction;
mod main_way;
mod measures;
mod moment;
mod name;
mod policy;
mod promise;
mod pursuit;
mod rating;
mod shape;

use jiff::civil::Date;

pub use policy::{Levels, Policy, Profile, Setting, Threshold};

use crate::diagnostic::{Diagnostic, Level, shape as shape_names};
use crate::graph::Map;
use crate::model::{Duration, Period, Scalar};
use crate::source::{Located, Span};

/// A mistake in a map that can be decided from the file and is worth a stranger's attention.
#[derive(Debug)]
pub struct Rule {
    /// The name, in kebab-case: it names the pattern, not the remedy.
    pub name: &'static str,
    /// The page: what it finds, why it matters, how to fix it, and examples that are run as tests.
    pub page: &'static str,
    /// How much its findings matter, by profile.
    pub levels: Levels,
    /// Whether it finds what is mended by doing something, rather than by writing in the map. For that it is too late in a
    /// map of the past, which it leaves alone.
    pub is_about_today: bool,
    /// The thresholds that a configuration can change.
    pub settings: &'static [&'static Setting],
    /// Finds the mistakes; `None` for the rules that reading a file reports for.
    pub check: Option<fn(&Context<'_>, &mut Sink)>,
}

/// What a rule may look at.
#[derive(Debug, Clone, Copy)]
pub struct Context<'m> {
    /// The map.
    pub map: &'m Map,
    /// The text that it was read from.
    pub text: &'m str,
    /// The day for rules about dates.
    pub today: Date,
    /// How strictly the map is judged.
    pub policy: &'m Policy,
    /// The rule that is asked.
    pub rule: &'static Rule,
}

impl Context<'_> {
    /// The threshold of this rule, as configured; 0 for a setting of another form.
    fn count(&self, setting: &'static Setting) -> usize {
        match self.policy.threshold(self.rule, setting) {
            Threshold::Count(count) => count,
            _ => 0,
        }
    }

    /// The threshold of this rule, in percent, as configured; 0 for a setting of another form.
    fn percent(&self, setting: &'static Setting) -> f64 {
        match self.policy.threshold(self.rule, setting) {
            Threshold::Percent(percent) => percent.0,
            _ => 0.0,
        }
    }

    /// The threshold of this rule, a length of time, as configured; none for a setting of another form.
    fn period(&self, setting: &'static Setting) -> Period {
        match self.policy.threshold(self.rule, setting) {
            Threshold::Period(period) => period,
            _ => Period::default(),
        }
    }

    /// A length of time in its author's units: `3w` rather than `21d`. An alias does not say how it is written, and nobody
    /// speaks ISO 8601.
    fn written(&self, duration: &Located<Duration>) -> String {
        let written = duration.span.slice(self.text).trim_matches(['"', '\'']);
        let is_same = Duration::parse(written).is_ok_and(|same| same == duration.value);
        if is_same && !written.starts_with('P') { written.to_owned() } else { duration.to_string() }
    }
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

    /// Whether its level is the same in every configuration: what it finds keeps a file from being read.
    #[must_use]
    pub fn is_fixed(&self) -> bool {
        matches!(self.name, shape_names::YAML_SYNTAX | shape_names::UNSUPPORTED_VERSION)
    }

    /// Whether it finds mistakes in the comments that keep other rules quiet.
    #[must_use]
    pub fn is_about_ignores(&self) -> bool {
        matches!(self.name, shape_names::UNUSED_IGNORE | shape_names::UNKNOWN_RULE | shape_names::MALFORMED_IGNORE)
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

/// Everything the rules find in a map that was read from `text`, in the order of that; one cause, one finding. A rule that
/// is off is not run.
#[must_use]
pub fn check(map: &Map, text: &str, today: Date, policy: &Policy) -> Vec<Diagnostic> {
    let mut sink = Sink::default();
    let is_past = map.journey().is_past();
    let is_wanted = |rule: &&Rule| policy.level(rule) > Level::Off && !(is_past && rule.is_about_today);
    for rule in RULES.iter().copied().filter(is_wanted) {
        if let Some(check) = rule.check {
            check(&Context { map, text, today, policy, rule }, &mut sink);
        }
    }
    let mut findings = sink.findings;
    for finding in findings.iter_mut().filter(|finding| finding.address.is_none()) {
        finding.address = Some(map.address_at(finding.primary.span));
    }
    coalesce::coalesce(map, policy, &mut findings);
    // By their places first, then each once to its own: findings are large.
    findings.sort_by_cached_key(|finding| finding.primary.span);
    findings
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
    shape: YAML_SYNTAX UNKNOWN_FIELD MISSING_FIELD WRONG_TYPE INVALID_VALUE DUPLICATE_FIELD UNSUPPORTED_VERSION CUT_TEXT
        UNUSED_IGNORE UNKNOWN_RULE MALFORMED_IGNORE;
    duplicate_id
    unknown_reference
    unreachable_touchpoint
    endless_loop
    uneven_shares
    branch_fallthrough
    empty_phase
    closed_without_alternative
    cut_off_moment
    cut_off_end
    expired_closure
    unexplained_gap
    unexplained_loss
    unsolved_friction
    unowned_solution
    overdue_solution
    missed_promise
    broken_promise
    unproven_moment
    failing_moment
    unrated_moment
    peak_overload
    weak_end
    channel_hopping
    company_voice
    employee_gap
    open_loop
    closed_questions
    nps_only
    missed_target
    measured_future
    stale_map
    unreviewed_map
    unnamed_persona
    unsupported_claim
    old_measure
    small_sample
    missing_id
}
