//! The fields of one mapping: which are there, which are missing, and which stand for others.

use std::collections::HashMap;

use super::Lowering;
use super::json::json;
use super::prose::quoted;
use crate::diagnostic::{Diagnostic, shape};
use crate::edit::Fix;
use crate::model::{Extensions, Id, Lower, Number, Record, Scalar, suggest};
use crate::source::{Located, Span};
use crate::yaml::{Kind, Node};

/// How many fields can be listed and still be read.
const AT_A_GLANCE: usize = 12;

/// The fields of one mapping while they are read.
pub struct Fields<'l, 'd> {
    lowering: &'l mut Lowering<'d>,
    what: &'static str,
    /// The field that a plain value alone stands for.
    short: Option<&'static str>,
    node: Node<'d>,
    entries: HashMap<&'static str, (Node<'d>, Node<'d>)>,
    extensions: Extensions,
    broken: Vec<&'static str>,
    /// Fields that are written under another name, which can be replaced, and the number of the finding that says so.
    renamed: Vec<(&'static str, usize)>,
}

impl<'l, 'd> Fields<'l, 'd> {
    pub(super) fn open<R: Record>(node: Node<'d>, lowering: &'l mut Lowering<'d>) -> Self {
        let known = R::FIELDS;
        let mut fields = Self {
            lowering,
            what: R::WHAT,
            short: R::SHORT,
            node,
            entries: HashMap::new(),
            extensions: Extensions::default(),
            broken: Vec::new(),
            renamed: Vec::new(),
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

    fn unknown(&mut self, text: &'d str, key: Node<'d>, value: Node<'d>, known: &'static [&'static str]) {
        let meant = self.lowering.suggest(self.what, text, known);
        let mut free: Vec<_> = meant.iter().copied().filter(|field| !self.entries.contains_key(field)).collect();
        if let Kind::Scalar { text, .. } = value.kind() {
            free = suggest::fitting(&free, Number::parse(text).is_ok());
        }
        let help = match (meant.as_slice(), free.as_slice()) {
            ([], _) => unknown_help(text, self.what, known),
            ([field], []) => {
                format!(
                    "`{field}` is what the format has, and it is given here already: merge the two, or call it {}",
                    own(text)
                )
            }
            (_, [field]) => format!("did you mean `{field}`?"),
            (fields, _) => format!("did you mean {}?", join(fields, " or ")),
        };
        let fix = free
            .first()
            .filter(|_| is_certain(text, &meant, value))
            .and_then(|field| Fix::word(self.lowering.text, key.span(), field));
        if let ([field], Some(_)) = (free.as_slice(), &fix) {
            self.renamed.push((field, self.lowering.diagnostics.len()));
        }
        self.lowering.report(
            Diagnostic::new(shape::UNKNOWN_FIELD, key.span(), format!("`{text}` is not a field of {}", self.what))
                .subject(text)
                .help(help)
                .fix(fix),
        );
        match free.as_slice() {
            [field] => {
                self.entries.insert(field, (key, value));
            }
            fields => self.broken.extend(fields),
        }
    }

    /// What is left to check once every field is read; gives the fields that could not be.
    pub(super) fn close(mut self, one_of: &[&'static str]) -> Vec<&'static str> {
        let is_there = |field: &&str| {
            self.broken.contains(field)
                || self.entries.get(*field).is_some_and(|(_, value)| !matches!(value.kind(), Kind::Empty))
        };
        if !one_of.is_empty() && !one_of.iter().any(is_there) {
            self.missing(one_of[0], None);
        }
        // Under another name a value that cannot be read would only be harder to make out.
        for (field, finding) in self.renamed {
            if let Some(finding) = self.lowering.diagnostics.get_mut(finding).filter(|_| self.broken.contains(&field)) {
                finding.fix = None;
            }
        }
        self.broken
    }

    fn missing(&mut self, name: &'static str, empty: Option<Node<'d>>) {
        if self.node.is_unfinished() || self.broken.contains(&name) {
            return;
        }
        let span = empty.map_or_else(|| self.first_key(), Node::span);
        let message = match empty {
            Some(_) => format!("`{name}` is empty, and {} needs it", self.what),
            None => format!("{} lacks `{name}`", self.what),
        };
        let swallowed = empty.and_then(|key| self.lowering.swallowed(key.span().end));
        let help = match (swallowed, empty) {
            (Some(text), _) => format!("`#` begins a comment: put the text in quotes, `{name}: {}`", quoted(text)),
            (None, Some(_)) => format!("write a value after `{name}:`"),
            (None, None) => format!("add `{name}:`"),
        };
        self.lowering.report(Diagnostic::new(shape::MISSING_FIELD, span, message).subject(name).help(help));
        self.broken.push(name);
    }

    fn first_key(&self) -> Span {
        self.node.entries().next().map_or_else(|| self.node.span(), |(key, _)| key.span())
    }

    /// Where to point when speaking of a field, whether or not it is there: at its value, else at its key, else at the
    /// first key of all.
    pub(in crate::model) fn place(&self, name: &str) -> Span {
        match self.entries.get(name) {
            Some((key, value)) if matches!(value.kind(), Kind::Empty) => key.span(),
            Some((_, value)) => value.span(),
            None => self.first_key(),
        }
    }

    fn lower<T: Lower>(&mut self, name: &'static str, node: Node<'d>) -> Option<T> {
        // In the short form and in the long one a value is the same.
        let value = if self.short == Some(name) {
            T::lower(node, self.lowering)
        } else {
            self.lowering.within(name, |lowering| T::lower(node, lowering))
        };
        if value.is_none() {
            self.broken.push(name);
        }
        value
    }

    /// Reads a field that must be there.
    pub(crate) fn required<T: Lower>(&mut self, name: &'static str) -> Option<T> {
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
    pub(crate) fn optional<T: Lower>(&mut self, name: &'static str) -> Option<T> {
        let (_, value) = self.entries.get(name).copied()?;
        if matches!(value.kind(), Kind::Empty) { None } else { self.lower(name, value) }
    }

    /// Reads a list. A single value in its place is reported, and taken for a list of one.
    pub(crate) fn list<T: Lower>(&mut self, name: &'static str, required: bool) -> Vec<T> {
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
                let help = format!("begin each item of `{name}` on a line of its own with `- `");
                self.lowering.within(name, |lowering| lowering.wrong_type(value, "a list").advise(help));
                if is_by_id(value) {
                    self.broken.push(name);
                } else {
                    let reported = self.lowering.diagnostics.len();
                    let item = self.lower(name, value);
                    self.lowering.withdraw_wrong_type(value, reported);
                    return item.into_iter().collect();
                }
            }
        }
        Vec::new()
    }

    /// Reads one value or a list of several.
    pub(in crate::model) fn one_or_many<T: Lower>(&mut self, name: &'static str) -> Vec<T> {
        let Some((_, value)) = self.entries.get(name).copied() else { return Vec::new() };
        match value.kind() {
            // A journey cannot stop without saying how: every other empty list means what an absent one means.
            Kind::Sequence if name == "next" && value.items().next().is_none() => {
                let finding = Diagnostic::new(shape::INVALID_VALUE, value.span(), "an empty list leads nowhere");
                self.lowering.report(
                    finding
                        .subject(name)
                        .help("write `end` where the journey is completed, `lost` where the customer gives up"),
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
                let help = match self.lowering.swallowed(item.span().start) {
                    Some(text) => format!("`#` begins a comment: put the text in quotes, `- {}`", quoted(text)),
                    None => "write something behind the `-`, or take the line out".into(),
                };
                self.lowering.within(name, |lowering| lowering.wrong_type(item, "an item of the list").advise(help));
                self.broken.push(name);
            } else {
                items.extend(self.lower(name, item));
            }
        }
        items
    }

    /// Reads a mapping whose keys are ids that the author chooses.
    pub(crate) fn by_id<T: Lower + Default>(&mut self, name: &'static str) -> Vec<(Located<Id>, T)> {
        let Some((_, mapping)) = self.entries.get(name).copied() else { return Vec::new() };
        match mapping.kind() {
            Kind::Mapping => {}
            Kind::Empty => return Vec::new(),
            Kind::Unreadable => {
                self.broken.push(name);
                return Vec::new();
            }
            Kind::Scalar { .. } | Kind::Sequence => {
                let help = format!("write one line for each of the `{name}`: its id, a colon and its title");
                let wanted = "a mapping from ids to titles";
                self.lowering.within(name, |lowering| lowering.wrong_type(mapping, wanted).advise(help));
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

    /// Where the mapping is written.
    pub(in crate::model) fn span(&self) -> Span {
        self.node.span()
    }

    /// The author's own `x-` keys.
    pub(in crate::model) fn extensions(&mut self) -> Extensions {
        std::mem::take(&mut self.extensions)
    }
}

/// Whether an unknown field can be replaced by the one that it stands for: it is spelt nearly like it, or a synonym of it
/// and of no other. A synonym that is only ticked (`mot: true`) names something and does not say what it is.
fn is_certain(unknown: &str, meant: &[&'static str], value: Node<'_>) -> bool {
    let is_ticked = matches!(value.kind(), Kind::Scalar { text, plain: true } if bool::meant(text).is_some());
    let is_named = matches!(meant, [field] if suggest::is_synonym(unknown, field)) && !is_ticked;
    is_named || suggest::certain(&suggest::plain(unknown), meant).is_some()
}

/// Whether these are several things under names of their own, as channels are: none of them is read until they are a
/// list.
fn is_by_id(node: Node<'_>) -> bool {
    let mut entries = node.entries().peekable();
    entries.peek().is_some() && entries.all(|(_, value)| matches!(value.kind(), Kind::Mapping))
}

/// The finding that a key is there already.
pub(crate) fn duplicate(key: &str, second: Span, first: Span) -> Diagnostic {
    Diagnostic::new(shape::DUPLICATE_FIELD, second, format!("`{key}` is given a second time"))
        .subject(key)
        .related(first, "it is given here already")
        .help("keep one of the two: the first is what is read")
}

/// What to do with a field that stands for none.
fn unknown_help(unknown: &str, what: &str, known: &[&str]) -> String {
    if known.len() <= AT_A_GLANCE {
        return fields_help(what, known);
    }
    format!("leave it out, or keep it as a field of your own, such as {}", own(unknown))
}

/// The name of a field that the format leaves to its authors.
fn own(name: &str) -> String {
    format!("`x-{}`", name.chars().take(64).map(|c| if c.is_whitespace() { '-' } else { c }).collect::<String>())
}

pub(super) fn fields_help(what: &str, fields: &[&str]) -> String {
    format!("the fields of {what} are {}", join(fields, ", "))
}

fn join(words: &[&str], separator: &str) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(separator)
}
