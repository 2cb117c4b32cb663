//! Located tree → [`Journey`], collecting everything that is wrong with the shape of the file.
//!
//! It never stops at the first problem and always yields the soundest journey it can: a misspelt field is reported and
//! then read as the one it stands for; a list where a single value belongs, or the other way round, likewise.

mod fields;
mod json;
mod prose;

use std::borrow::Cow;
use std::collections::HashMap;

pub use fields::Fields;
pub(crate) use fields::duplicate;

use super::values::is_nothing;
use super::{Date, Journey, Lower, Measure, Misfit, Number, Record, Review, Scalar, Scale, check, suggest};
use crate::diagnostic::{Diagnostic, shape};
use crate::edit::Fix;
use crate::source::{Located, Span};
use crate::yaml::{Document, Kind, Node};
use fields::fields_help;
use prose::{glued, quote_if_needed};

/// How many findings of one rule are shown for a file; more are only counted, and not worth a search for what is near.
pub const MAX_PER_RULE: usize = 200;

/// What reading a text gives: the journey as far as it is sound, and what is wrong.
#[derive(Debug)]
pub struct Lowered {
    /// The journey; `None` where the text holds no mapping, or one of another version of the format.
    pub journey: Option<Journey>,
    /// What is wrong with the shape of the file, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
    /// Whether reading stopped before the end of the text.
    pub truncated: bool,
}

/// Reads the text of a journey file.
#[must_use]
pub fn lower(text: &str) -> Lowered {
    lower_document(&Document::read(text), text)
}

/// Reads the located tree of a journey file.
#[must_use]
pub fn lower_document(document: &Document, text: &str) -> Lowered {
    let help = "begin with `cxmap: 1`, `title:` and `phases:`, or let `cxmap init` write a first map";
    let (mut journey, mut diagnostics) = read::<Journey>(document, text, help);
    if diagnostics.iter().any(|finding| finding.rule == shape::UNSUPPORTED_VERSION) {
        diagnostics.retain(|finding| finding.rule == shape::UNSUPPORTED_VERSION);
        journey = None;
    }
    if let Some(journey) = &mut journey {
        check::check(journey, &mut diagnostics);
    }
    diagnostics.sort_by_key(|finding| finding.primary.span);
    // An alias is read wherever it is used, and is wrong but once.
    diagnostics.dedup_by(|a, b| (a.rule, &a.primary, &a.message) == (b.rule, &b.primary, &b.message));
    Lowered { journey, diagnostics, truncated: document.truncated }
}

/// Reads the record that a whole text is, with everything that is wrong with its shape. `help` says how one begins.
pub(crate) fn read<R: Record>(document: &Document, text: &str, help: &'static str) -> (Option<R>, Vec<Diagnostic>) {
    let mut lowering =
        Lowering { document, text, path: Vec::new(), diagnostics: Vec::new(), suggested: HashMap::new() };
    for problem in &document.problems {
        let mut finding = Diagnostic::new(shape::YAML_SYNTAX, problem.span, problem.message.clone());
        finding.help = problem.help.clone().map(Into::into);
        finding.fix.clone_from(&problem.fix);
        lowering.report(finding);
    }
    let record = lowering.root(help);
    (record, lowering.diagnostics)
}

/// The reading of one text: where findings go.
pub struct Lowering<'d> {
    document: &'d Document,
    text: &'d str,
    /// The fields that lead to what is being read.
    path: Vec<&'static str>,
    diagnostics: Vec<Diagnostic>,
    /// What unknown fields may stand for, by what they are a field of and their name.
    suggested: HashMap<(&'static str, &'d str), Vec<&'static str>>,
}

/// What a plain value comes to where a mapping is the long form.
pub enum Plain<R> {
    /// The short form of the record.
    Short(Option<R>),
    /// The wrong type, but it is clear what is meant.
    Recovered(Option<R>),
    /// The wrong type.
    None,
}

/// A plain value as written.
#[derive(Debug)]
pub struct Written<'d> {
    text: Cow<'d, str>,
    plain: bool,
    span: Span,
}

impl Written<'_> {
    /// Where it is written.
    pub(super) fn span(&self) -> Span {
        self.span
    }
}

impl<'d> Lowering<'d> {
    /// Takes a finding. What it speaks of is told by the fields that lead there and the subject it brings along.
    pub(crate) fn report(&mut self, mut finding: Diagnostic) {
        let own = std::mem::take(&mut finding.subject);
        let fields = self.path.iter().copied().chain((!own.is_empty()).then_some(own.as_str()));
        finding.subject = fields.collect::<Vec<_>>().join(".");
        self.diagnostics.push(finding);
    }

    /// Reads what a field holds.
    fn within<T>(&mut self, field: &'static str, read: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(field);
        let value = read(self);
        self.path.pop();
        value
    }

    /// The fields that an unknown one may stand for. A file is searched for so many different ones and no more.
    fn suggest(&mut self, what: &'static str, unknown: &'d str, known: &'static [&'static str]) -> Vec<&'static str> {
        if let Some(fields) = self.suggested.get(&(what, unknown)) {
            return fields.clone();
        }
        if self.suggested.len() >= MAX_PER_RULE {
            return Vec::new();
        }
        let fields = suggest::field(unknown, known);
        self.suggested.insert((what, unknown), fields.clone());
        fields
    }

    fn wrong_type(&mut self, node: Node<'_>, wanted: &str) -> &mut Diagnostic {
        let found = match node.kind() {
            Kind::Empty => "nothing",
            Kind::Scalar { .. } => "a plain value",
            Kind::Sequence => "a list",
            Kind::Mapping => "a mapping",
            Kind::Unreadable => "something unreadable",
        };
        let message = format!("this is {found}, but {wanted} is wanted here");
        self.report(Diagnostic::new(shape::WRONG_TYPE, node.span(), message));
        let last = self.diagnostics.len() - 1;
        &mut self.diagnostics[last]
    }

    /// Takes back that a node is of the wrong type, where that was found after the first `reported` findings: the list
    /// that is wanted in its place has been reported already.
    fn withdraw_wrong_type(&mut self, node: Node<'_>, reported: usize) {
        let is_again = |finding: &Diagnostic| finding.rule == shape::WRONG_TYPE && finding.primary.span == node.span();
        let later = self.diagnostics.split_off(reported);
        self.diagnostics.extend(later.into_iter().filter(|finding| !is_again(finding)));
    }

    fn root<R: Record>(&mut self, help: &'static str) -> Option<R> {
        let Some(root) = self.document.root().filter(|root| !matches!(root.kind(), Kind::Empty)) else {
            if !self.document.truncated {
                let message = format!("the file is empty, but {} is wanted here", R::WHAT);
                self.report(Diagnostic::new(shape::WRONG_TYPE, Span::default(), message).help(help));
            }
            return None;
        };
        if !matches!(root.kind(), Kind::Mapping) {
            let first_line = root.span().first_line(self.text);
            let finding = self.wrong_type(root, R::WHAT);
            finding.advise(help);
            finding.primary.span = first_line;
            return None;
        }
        R::lower(root, self)
    }

    /// Reads a plain value.
    pub(crate) fn scalar<T: Scalar>(&mut self, node: Node<'d>) -> Option<Located<T>> {
        match node.kind() {
            Kind::Scalar { text, plain } => {
                let written = Written { text: text.into(), plain, span: node.span() };
                self.plain(&written)
            }
            Kind::Unreadable => None,
            _ => {
                if let Some(written) = self.sentence(node) {
                    self.report_sentence(&written);
                    self.plain(&written)
                } else {
                    self.wrong_type(node, T::WANTED);
                    None
                }
            }
        }
    }

    /// Reads a plain value from its text.
    pub(super) fn plain<T: Scalar>(&mut self, written: &Written<'_>) -> Option<Located<T>> {
        self.check_cut(written, T::WANTED == String::WANTED);
        let value = if T::is_bare(&written.text) && !written.plain {
            self.report_quotes::<T>(written);
            Err(())
        } else {
            T::parse(&written.text).map_err(|misfit| self.report_misfit::<T>(misfit, written.span))
        };
        let value = value.or_else(|()| T::meant(&written.text).ok_or(()));
        value.map(|value| Located::new(value, written.span)).ok()
    }

    fn report_quotes<T: Scalar>(&mut self, written: &Written<'_>) {
        let mut misfit = Misfit::quoted(&written.text, T::WANTED);
        // Without quotes it would be as wrong, and that says how.
        if let Err(bare) = T::parse(&written.text) {
            misfit.help = bare.help;
        }
        let inner =
            written.span.slice(self.text).strip_prefix(['"', '\'']).and_then(|rest| rest.strip_suffix(['"', '\'']));
        let is_sound = inner == Some(&*written.text) && T::parse(&written.text).is_ok();
        let fix = is_sound.then(|| Fix::replace(written.span, &*written.text));
        self.report_with(misfit, written.span, fix);
    }

    fn report_misfit<T: Scalar>(&mut self, misfit: Misfit, span: Span) {
        let instead = misfit.instead.clone().filter(|word| T::parse(word).is_ok());
        let fix = instead.as_ref().and_then(|word| Fix::word(self.text, span, word));
        self.report_with(misfit, span, fix);
    }

    fn report_with(&mut self, misfit: Misfit, span: Span, fix: Option<Fix>) {
        let mut finding = Diagnostic::new(misfit.rule, span, misfit.message).fix(fix);
        finding.help = misfit.help.map(Into::into);
        self.report(finding);
    }

    /// Reads a mapping of the format, or its short form.
    pub(super) fn record<R: Record>(&mut self, node: Node<'d>) -> Option<R> {
        if let Some((field, value)) = glued(node, R::FIELDS) {
            let finding = Diagnostic::new(shape::WRONG_TYPE, node.span(), "a blank is missing after the colon");
            let colon = node.span().start + field.len();
            let is_here = node.span().slice(self.text).starts_with(field);
            let fix = is_here.then(|| Fix::insert(colon + 1, " "));
            self.report(finding.help(format!("write `{field}: {value}`")).fix(fix));
            return None;
        }
        if let Some((metric, value)) =
            measured(node).filter(|(metric, _)| is_measure::<R>() && !R::FIELDS.contains(metric))
        {
            let help = format!("write `metric: {metric}`, and below it `value: {value}`");
            let finding =
                Diagnostic::new(shape::WRONG_TYPE, node.span(), "a metric and its figure are two fields of a measure");
            self.report(finding.help(help));
            return None;
        }
        match node.kind() {
            Kind::Mapping => match self.sentence(node).filter(|_| !Self::is_misspelt::<R>(node)) {
                Some(written) => match R::from_plain(&written, self) {
                    Plain::Short(record) | Plain::Recovered(record) => {
                        self.report_sentence(&written);
                        record
                    }
                    Plain::None => Some(self.mapping(node)),
                },
                None => Some(self.mapping(node)),
            },
            Kind::Scalar { text, plain } => {
                let written = Written { text: text.into(), plain, span: node.span() };
                match R::from_plain(&written, self) {
                    Plain::Short(record) => record,
                    Plain::Recovered(record) => {
                        self.wrong_type(node, R::WHAT).advise(format!("write `title: {}`", quote_if_needed(text)));
                        record
                    }
                    Plain::None => {
                        self.wrong_type(node, R::WHAT).advise(plain_help::<R>(text));
                        None
                    }
                }
            }
            Kind::Unreadable => None,
            Kind::Empty | Kind::Sequence => {
                self.wrong_type(node, R::WHAT).advise(fields_help(R::WHAT, R::FIELDS));
                None
            }
        }
    }

    fn mapping<R: Record>(&mut self, node: Node<'d>) -> R {
        let mut fields = Fields::open::<R>(node, self);
        let mut record = R::from_fields(&mut fields);
        let broken = fields.close(R::ONE_OF);
        record.broken_mut().0 = broken;
        record
    }

    /// Whether the one key of a mapping is a field, or nearly one.
    fn is_misspelt<R: Record>(node: Node<'_>) -> bool {
        node.entries().next().is_some_and(|(key, _)| match key.kind() {
            Kind::Scalar { text, .. } => {
                R::FIELDS.contains(&text) || text.starts_with("x-") || !suggest::field(text, R::FIELDS).is_empty()
            }
            _ => false,
        })
    }
}

/// What to do about a plain value where a mapping belongs.
fn plain_help<R: Record>(text: &str) -> String {
    if is_nothing(text) {
        return "leave the field out: where it is absent there is none".into();
    }
    if R::FIELDS == Scale::FIELDS {
        let (min, max) = ends(text).unwrap_or(("1", "5"));
        return format!("write `{{min: {min}, max: {max}}}`");
    }
    if R::FIELDS == Review::FIELDS && Date::parse(text).is_ok() {
        return format!("write `{{last: {text}}}`, and with `every` how often it is looked at again");
    }
    fields_help(R::WHAT, R::FIELDS)
}

/// The two numbers of `-2..2`, `0–10` or `min: 1, max: 5`.
fn ends(text: &str) -> Option<(&str, &str)> {
    let is_end = |part: &&str| Number::parse(part).is_ok();
    let words =
        text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ':' | '–' | '—')).flat_map(|word| word.split(".."));
    let mut found = words.filter(is_end);
    // In `1-5` the hyphen stands between the two, in `-2..2` it does not.
    let hyphened = || text.split_once('-').filter(|(min, max)| is_end(min) && is_end(max));
    found.next().zip(found.next()).or_else(hyphened)
}

/// `nps: 45`: the name and the figure of something that is measured.
fn measured(node: Node<'_>) -> Option<(&str, &str)> {
    let mut entries = node.entries();
    let ((key, value), None) = (entries.next()?, entries.next()) else { return None };
    match (key.kind(), value.kind()) {
        (Kind::Scalar { text: metric, .. }, Kind::Scalar { text: value, plain: true })
            if Number::parse(value).is_ok() =>
        {
            Some((metric, value))
        }
        _ => None,
    }
}

/// Whether a record is a measure, and `nps` no field of it.
fn is_measure<R: Record>() -> bool {
    R::FIELDS == Measure::FIELDS
}
