//! Located tree → [`Journey`], collecting everything that is wrong with the shape of the file.
//!
//! It never stops at the first problem and always yields the soundest journey it can: a misspelt field is reported and
//! then read as the one it stands for; a list where a single value belongs, or the other way round, likewise.

use std::borrow::Cow;
use std::collections::HashMap;

use super::{Extensions, Id, Journey, Lower, Misfit, Record, Scalar, check, suggest};
use crate::diagnostic::{Diagnostic, shape};
use crate::source::{Located, Span};
use crate::yaml::{Document, Kind, Node};

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
    let document = Document::read(text);
    let mut lowering = Lowering { document: &document, text, diagnostics: Vec::new(), unknown: 0 };
    for problem in &document.problems {
        let mut finding = Diagnostic::new(shape::YAML_SYNTAX, problem.span, problem.message.clone());
        finding.help.clone_from(&problem.help);
        lowering.report(finding);
    }
    let mut journey = lowering.journey();
    if lowering.diagnostics.iter().any(|finding| finding.rule == shape::UNSUPPORTED_VERSION) {
        lowering.diagnostics.retain(|finding| finding.rule == shape::UNSUPPORTED_VERSION);
        journey = None;
    }
    if let Some(journey) = &mut journey {
        check::check(journey, &mut lowering.diagnostics);
    }
    let mut diagnostics = lowering.diagnostics;
    diagnostics.sort_by_key(|finding| finding.primary.span);
    diagnostics.dedup();
    Lowered { journey, diagnostics, truncated: document.truncated }
}

/// The reading of one text: where findings go.
pub struct Lowering<'d> {
    document: &'d Document,
    text: &'d str,
    diagnostics: Vec<Diagnostic>,
    /// How many unknown fields there were.
    unknown: usize,
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

impl<'d> Lowering<'d> {
    pub(super) fn report(&mut self, finding: Diagnostic) {
        self.diagnostics.push(finding);
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
        self.diagnostics.push(Diagnostic::new(shape::WRONG_TYPE, node.span(), message));
        let last = self.diagnostics.len() - 1;
        &mut self.diagnostics[last]
    }

    fn journey(&mut self) -> Option<Journey> {
        let Some(root) = self.document.root().filter(|root| !matches!(root.kind(), Kind::Empty)) else {
            if !self.document.truncated {
                let finding = Diagnostic::new(
                    shape::WRONG_TYPE,
                    Span::default(),
                    "the file is empty, but a journey map is wanted here",
                );
                self.report(
                    finding
                        .help("begin with `cxmap: 1`, `title:` and `phases:`, or let `cxmap init` write a first map"),
                );
            }
            return None;
        };
        if !matches!(root.kind(), Kind::Mapping) {
            let first_line = root.span().first_line(self.text);
            let finding = self.wrong_type(root, "a journey map");
            finding.help = Some("begin with `cxmap: 1`, `title:` and `phases:`".into());
            finding.primary.span = first_line;
            return None;
        }
        Journey::lower(root, self)
    }

    /// Reads a plain value.
    pub(super) fn scalar<T: Scalar>(&mut self, node: Node<'d>) -> Option<Located<T>> {
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
        self.check_cut(written);
        let value = if T::UNQUOTED && !written.plain {
            Err(Misfit {
                rule: shape::WRONG_TYPE,
                message: format!("in quotes this is text, but {} is wanted here", T::WANTED),
                help: Some(format!("take the quotes off: `{}`", written.text)),
            })
        } else {
            T::parse(&written.text)
        };
        value
            .map(|value| Located::new(value, written.span))
            .map_err(|misfit| self.report_misfit(misfit, written.span))
            .ok()
    }

    fn report_misfit(&mut self, misfit: Misfit, span: Span) {
        let mut finding = Diagnostic::new(misfit.rule, span, misfit.message);
        finding.help = misfit.help;
        self.report(finding);
    }

    /// A text that ends at ` #`, with a word right behind it, was meant to go on.
    fn check_cut(&mut self, written: &Written<'_>) {
        let Some(comment) = self.document.comment_right_after(written.span).filter(|_| written.plain) else { return };
        let cut = comment.slice(self.text);
        if cut[1..].starts_with(char::is_alphanumeric) {
            let finding = Diagnostic::new(
                shape::CUT_TEXT,
                written.span,
                format!("the text ends here: `{cut}` counts as a comment, because a blank and `#` begin one"),
            );
            self.report(
                finding.help(format!("put the text in quotes: {}", quoted(&format!("{} {cut}", written.text)))),
            );
        }
    }

    /// Reads a mapping of the format, or its short form.
    pub(super) fn record<R: Record>(&mut self, node: Node<'d>) -> Option<R> {
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
                        self.wrong_type(node, R::WHAT).help = Some(format!("write `title: {}`", quote_if_needed(text)));
                        record
                    }
                    Plain::None => {
                        self.wrong_type(node, R::WHAT).help = Some(fields_help(R::WHAT, R::FIELDS));
                        None
                    }
                }
            }
            Kind::Unreadable => None,
            Kind::Empty | Kind::Sequence => {
                self.wrong_type(node, R::WHAT).help = Some(fields_help(R::WHAT, R::FIELDS));
                None
            }
        }
    }

    fn mapping<R: Record>(&mut self, node: Node<'d>) -> R {
        let mut fields = Fields::open(node, self, R::WHAT, R::FIELDS);
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

    /// The sentence that a colon has made a mapping of: one bare sentence in eight.
    fn sentence(&self, node: Node<'d>) -> Option<Written<'d>> {
        let mut entries = node.entries();
        let ((key, value), None) = (entries.next()?, entries.next()) else { return None };
        let is_plain = |node: Node<'_>| matches!(node.kind(), Kind::Scalar { plain: true, .. } | Kind::Empty);
        let span = Span::new(key.span().start, value.span().end.max(key.span().end));
        let text = span.slice(self.text);
        (is_plain(key) && is_plain(value) && text.contains(' ') && !text.contains('\n')).then(|| Written {
            text: text.into(),
            plain: true,
            span,
        })
    }

    fn report_sentence(&mut self, written: &Written<'_>) {
        let message = "the colon followed by a blank makes a mapping of this text";
        let finding = Diagnostic::new(shape::WRONG_TYPE, written.span, message);
        self.report(finding.help(format!("put the text in quotes: {}", quoted(&written.text))));
    }

    /// A sentence that a comma has split in two: `[Prices are hidden, behind a form]`.
    fn check_split(&mut self, node: Node<'d>) {
        if !node.is_flow_sequence() {
            return;
        }
        let words = |item: Node<'d>| match item.kind() {
            Kind::Scalar { text, plain: true } => Some(text),
            _ => None,
        };
        let items: Vec<_> = node.items().collect();
        for pair in items.windows(2) {
            let (Some(first), Some(second)) = (words(pair[0]), words(pair[1])) else { continue };
            let is_split = first.starts_with(char::is_uppercase)
                && first.contains(' ')
                && second.starts_with(char::is_lowercase)
                && second.contains(' ');
            if is_split {
                let finding = Diagnostic::new(
                    shape::CUT_TEXT,
                    pair[1].span(),
                    "the comma begins a new item of the list in the middle of a sentence",
                );
                self.report(
                    finding
                        .help(format!("put the sentence in quotes: {}", quoted(&format!("{first}, {second}"))))
                        .related(pair[0].span(), "the sentence begins here"),
                );
                return;
            }
        }
    }
}

/// The fields of one mapping while they are read.
pub struct Fields<'l, 'd> {
    lowering: &'l mut Lowering<'d>,
    what: &'static str,
    node: Node<'d>,
    entries: HashMap<&'static str, (Node<'d>, Node<'d>)>,
    extensions: Extensions,
    broken: Vec<&'static str>,
}

impl<'l, 'd> Fields<'l, 'd> {
    fn open(
        node: Node<'d>,
        lowering: &'l mut Lowering<'d>,
        what: &'static str,
        known: &'static [&'static str],
    ) -> Self {
        let mut fields = Self {
            lowering,
            what,
            node,
            entries: HashMap::new(),
            extensions: Extensions::default(),
            broken: Vec::new(),
        };
        let mut unknown = Vec::new();
        let mut seen: HashMap<&'d str, Span> = HashMap::new();
        for (key, value) in node.entries() {
            let Kind::Scalar { text, .. } = key.kind() else {
                if !matches!(key.kind(), Kind::Unreadable) {
                    fields.lowering.wrong_type(key, "the name of a field");
                }
                continue;
            };
            if let Some(first) = seen.get(text) {
                fields.lowering.report(duplicate(text, key.span(), *first));
            } else if let Some(name) = known.iter().find(|name| **name == text) {
                fields.entries.insert(name, (key, value));
            } else if text.starts_with("x-") {
                fields.extensions.0.insert(text.to_owned(), json(value));
            } else if text != "<<" {
                unknown.push((text, key, value));
            }
            seen.entry(text).or_insert_with(|| key.span());
        }
        for (text, key, value) in unknown {
            fields.unknown(text, key, value, known);
        }
        fields
    }

    fn unknown(&mut self, text: &str, key: Node<'d>, value: Node<'d>, known: &'static [&'static str]) {
        self.lowering.unknown += 1;
        let is_worth_it = self.lowering.unknown <= MAX_PER_RULE;
        let meant = if is_worth_it { suggest::field(text, known) } else { Vec::new() };
        let free: Vec<_> = meant.iter().copied().filter(|field| !self.entries.contains_key(field)).collect();
        let help = match (meant.as_slice(), free.as_slice()) {
            ([], _) => fields_help(self.what, known),
            ([field], []) => format!("`{field}` is what the format has, and it is given here already: merge the two"),
            (_, [field]) => format!("did you mean `{field}`?"),
            (fields, _) => format!("did you mean {}?", join(fields, " or ")),
        };
        self.lowering.report(
            Diagnostic::new(shape::UNKNOWN_FIELD, key.span(), format!("`{text}` is not a field of {}", self.what))
                .help(help),
        );
        match free.as_slice() {
            [field] => {
                self.entries.insert(field, (key, value));
            }
            fields => self.broken.extend(fields),
        }
    }

    /// What is left to check once every field is read; gives the fields that could not be.
    fn close(mut self, one_of: &[&'static str]) -> Vec<&'static str> {
        let is_there = |field: &&str| {
            self.broken.contains(field)
                || self.entries.get(*field).is_some_and(|(_, value)| !matches!(value.kind(), Kind::Empty))
        };
        if !one_of.is_empty() && !one_of.iter().any(is_there) {
            self.missing(one_of[0], None);
        }
        self.broken
    }

    fn missing(&mut self, name: &'static str, empty: Option<Node<'d>>) {
        if self.node.is_unfinished() || self.broken.contains(&name) {
            return;
        }
        let span = empty
            .or_else(|| self.node.entries().next().map(|(key, _)| key))
            .map_or_else(|| self.node.span(), Node::span);
        let message = match empty {
            Some(_) => format!("`{name}` is empty, and {} needs it", self.what),
            None => format!("{} lacks `{name}`", self.what),
        };
        let help = if empty.is_some() { format!("write a value after `{name}:`") } else { format!("add `{name}:`") };
        self.lowering.report(Diagnostic::new(shape::MISSING_FIELD, span, message).help(help));
        self.broken.push(name);
    }

    fn lower<T: Lower>(&mut self, name: &'static str, node: Node<'d>) -> Option<T> {
        let value = T::lower(node, self.lowering);
        if value.is_none() {
            self.broken.push(name);
        }
        value
    }

    /// Reads a field that must be there.
    pub(super) fn required<T: Lower>(&mut self, name: &'static str) -> Option<T> {
        match self.entries.get(name).copied() {
            Some((key, value)) if matches!(value.kind(), Kind::Empty) => {
                self.missing(name, Some(key));
                None
            }
            Some((_, value)) => self.lower(name, value),
            None => {
                self.missing(name, None);
                None
            }
        }
    }

    /// Reads a field that may be left out; an empty one is.
    pub(super) fn optional<T: Lower>(&mut self, name: &'static str) -> Option<T> {
        let (_, value) = self.entries.get(name).copied()?;
        if matches!(value.kind(), Kind::Empty) { None } else { self.lower(name, value) }
    }

    /// Reads a list. A single value in its place is reported, and taken for a list of one.
    pub(super) fn list<T: Lower>(&mut self, name: &'static str, required: bool) -> Vec<T> {
        let Some((key, value)) = self.entries.get(name).copied() else {
            if required {
                self.missing(name, None);
            }
            return Vec::new();
        };
        match value.kind() {
            Kind::Sequence if required && value.items().next().is_none() => self.missing(name, Some(key)),
            Kind::Empty if required => self.missing(name, Some(key)),
            Kind::Sequence => return self.items(name, value),
            Kind::Empty => {}
            Kind::Unreadable => self.broken.push(name),
            Kind::Scalar { .. } | Kind::Mapping => {
                self.lowering.wrong_type(value, "a list").help =
                    Some(format!("begin each item of `{name}` on a line of its own with `- `"));
                return self.lower(name, value).into_iter().collect();
            }
        }
        Vec::new()
    }

    /// Reads one value or a list of several.
    pub(super) fn one_or_many<T: Lower>(&mut self, name: &'static str) -> Vec<T> {
        let Some((_, value)) = self.entries.get(name).copied() else { return Vec::new() };
        match value.kind() {
            // A journey cannot stop without saying how: every other empty list means what an absent one means.
            Kind::Sequence if name == "next" && value.items().next().is_none() => {
                let finding = Diagnostic::new(shape::INVALID_VALUE, value.span(), "an empty list leads nowhere");
                self.lowering.report(
                    finding.help("write `end` where the journey is completed, `lost` where the customer gives up"),
                );
                self.broken.push(name);
                Vec::new()
            }
            Kind::Sequence => self.items(name, value),
            Kind::Empty => Vec::new(),
            _ => self.lower(name, value).into_iter().collect(),
        }
    }

    fn items<T: Lower>(&mut self, name: &'static str, list: Node<'d>) -> Vec<T> {
        self.lowering.check_split(list);
        let mut items = Vec::new();
        for item in list.items() {
            if matches!(item.kind(), Kind::Empty) {
                let finding = self.lowering.wrong_type(item, "an item of the list");
                finding.help = Some("write something behind the `-`, or take the line out".into());
                self.broken.push(name);
            } else {
                items.extend(self.lower(name, item));
            }
        }
        items
    }

    /// Reads a mapping whose keys are ids that the author chooses.
    pub(super) fn by_id<T: Lower + Default>(&mut self, name: &'static str) -> Vec<(Located<Id>, T)> {
        let Some((_, mapping)) = self.entries.get(name).copied() else { return Vec::new() };
        match mapping.kind() {
            Kind::Mapping => {}
            Kind::Empty => return Vec::new(),
            Kind::Unreadable => {
                self.broken.push(name);
                return Vec::new();
            }
            Kind::Scalar { .. } | Kind::Sequence => {
                self.lowering.wrong_type(mapping, "a mapping from ids to titles").help =
                    Some(format!("write one line for each of the `{name}`: its id, a colon and its title"));
                self.broken.push(name);
                return Vec::new();
            }
        }
        let mut values: Vec<(Located<Id>, T)> = Vec::new();
        let mut seen: HashMap<Id, Span> = HashMap::new();
        for (key, value) in mapping.entries() {
            let Some(id) = self.lower::<Located<Id>>(name, key) else { continue };
            if let Some(first) = seen.get(&id.value) {
                self.lowering.report(duplicate(id.as_str(), key.span(), *first));
                continue;
            }
            seen.insert(id.value.clone(), key.span());
            let value = if matches!(value.kind(), Kind::Empty) { Some(T::default()) } else { self.lower(name, value) };
            values.push((id, value.unwrap_or_default()));
        }
        values
    }

    /// The author's own `x-` keys.
    pub(super) fn extensions(&mut self) -> Extensions {
        std::mem::take(&mut self.extensions)
    }
}

fn duplicate(key: &str, second: Span, first: Span) -> Diagnostic {
    Diagnostic::new(shape::DUPLICATE_FIELD, second, format!("`{key}` is given a second time"))
        .related(first, "it is given here already")
        .help("keep one of the two: the first is what is read")
}

fn fields_help(what: &str, fields: &[&str]) -> String {
    format!("the fields of {what} are {}", join(fields, ", "))
}

fn join(words: &[&str], separator: &str) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(separator)
}

/// The text in double quotes, as YAML reads it.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

fn quote_if_needed(text: &str) -> Cow<'_, str> {
    if text.contains([':', '#', '\'', '"', '[', '{']) { quoted(text).into() } else { text.into() }
}

/// A node of the author's own, as JSON.
fn json(node: Node<'_>) -> serde_json::Value {
    use serde_json::Value;
    match node.kind() {
        Kind::Empty | Kind::Unreadable => Value::Null,
        Kind::Scalar { text, plain: false } => Value::String(text.to_owned()),
        Kind::Scalar { text, plain: true } => match text {
            "true" | "True" | "TRUE" => Value::Bool(true),
            "false" | "False" | "FALSE" => Value::Bool(false),
            _ => number(text).map_or_else(|| Value::String(text.to_owned()), Value::Number),
        },
        Kind::Sequence => node.items().map(json).collect(),
        Kind::Mapping => {
            let entries = node.entries().filter_map(|(key, value)| match key.kind() {
                Kind::Scalar { text, .. } => Some((text.to_owned(), json(value))),
                _ => None,
            });
            Value::Object(entries.collect())
        }
    }
}

/// A number of YAML's core schema; a leading zero makes it text, as in a telephone number.
fn number(text: &str) -> Option<serde_json::Number> {
    let digits = text.trim_start_matches(['-', '+']);
    if digits.len() > 1 && digits.starts_with('0') && !digits.starts_with("0.") {
        return None;
    }
    text.parse::<i64>()
        .map(Into::into)
        .ok()
        .or_else(|| super::Number::parse(text).ok().and_then(|number| serde_json::Number::from_f64(number.0)))
}
