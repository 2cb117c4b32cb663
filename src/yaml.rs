//! YAML text → a tree in which every node keeps its byte span. Only this module and those below it name the YAML reader.
//!
//! One pass over the reader's events, bounded in depth and in what aliases can blow up to. It never fails: what could
//! be read before a mistake is kept, and every mistake is a [`Problem`].

mod build;
mod slips;
#[cfg(test)]
mod tests;

use crate::edit::Fix;
use crate::source::Span;

/// How deep collections may nest, aliases followed.
pub const MAX_DEPTH: u32 = 64;
/// How many nodes a file may hold, aliases followed.
pub const MAX_NODES: u64 = 1_000_000;
/// How many bytes of text a file may hold, aliases followed.
pub const MAX_TEXT: u64 = 64 << 20;

/// Something that is not YAML, or YAML that the format refuses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where the slip is.
    pub span: Span,
    /// What is wrong, in one sentence.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// What would mend it, where that is certain.
    pub fix: Option<Fix>,
}

impl Problem {
    fn new(span: Span, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { span, message: message.into(), help: Some(help.into()), fix: None }
    }

    fn fix(mut self, fix: Option<Fix>) -> Self {
        self.fix = fix;
        self
    }
}

/// A text as a tree of located nodes.
#[derive(Debug, Default)]
pub struct Document {
    nodes: Vec<Data>,
    root: Option<Id>,
    comments: Vec<Span>,
    /// What is wrong with the text as YAML, in the order of the text.
    pub problems: Vec<Problem>,
    /// Whether reading stopped before the end: what is missing from the tree may stand in the text all the same.
    pub truncated: bool,
    /// The collections that reading stopped in, or right behind.
    unfinished: Vec<Id>,
}

type Id = u32;

#[derive(Debug)]
struct Data {
    span: Span,
    content: Content,
    weight: Weight,
}

#[derive(Debug)]
enum Content {
    Scalar {
        text: Box<str>,
        plain: bool,
    },
    Sequence {
        items: Vec<Id>,
        flow: bool,
    },
    Mapping(Vec<(Id, Id)>),
    Alias(Id),
    /// A node that a problem has been reported for.
    Unreadable,
}

/// What a node comes to once aliases are followed.
#[derive(Debug, Clone, Copy)]
struct Weight {
    nodes: u64,
    text: u64,
    depth: u32,
}

impl Weight {
    const fn leaf(text: usize) -> Self {
        Self { nodes: 1, text: text as u64, depth: 0 }
    }

    fn add(&mut self, child: Self) {
        self.nodes = self.nodes.saturating_add(child.nodes);
        self.text = self.text.saturating_add(child.text);
        self.depth = self.depth.max(child.depth.saturating_add(1));
    }
}

/// A node of a [`Document`]; an alias looks like what it stands for, but keeps its own place.
#[derive(Debug, Clone, Copy)]
pub struct Node<'d> {
    document: &'d Document,
    id: Id,
}

/// What a node is.
#[derive(Debug, Clone, Copy)]
pub enum Kind<'d> {
    /// `~`, `null`, or nothing at all.
    Empty,
    /// A plain or quoted scalar.
    Scalar {
        /// The text, escapes resolved.
        text: &'d str,
        /// Whether it is written without quotes and not as a block.
        plain: bool,
    },
    /// A list.
    Sequence,
    /// A mapping.
    Mapping,
    /// A node that a problem has been reported for already.
    Unreadable,
}

impl<'d> Node<'d> {
    /// Where the node is written; for an alias, where the alias is.
    #[must_use]
    pub fn span(self) -> Span {
        self.document.nodes[self.id as usize].span
    }

    fn content(self) -> &'d Content {
        let nodes = &self.document.nodes;
        match &nodes[self.id as usize].content {
            Content::Alias(target) => &nodes[*target as usize].content,
            content => content,
        }
    }

    /// What the node is.
    #[must_use]
    pub fn kind(self) -> Kind<'d> {
        match self.content() {
            Content::Scalar { text, plain: true } if matches!(&**text, "" | "~" | "null" | "Null" | "NULL") => {
                Kind::Empty
            }
            Content::Scalar { text, plain } => Kind::Scalar { text, plain: *plain },
            Content::Sequence { .. } => Kind::Sequence,
            Content::Mapping(_) => Kind::Mapping,
            Content::Alias(_) | Content::Unreadable => Kind::Unreadable,
        }
    }

    /// Whether reading stopped in the middle of the node, or right behind it: more of it may stand in the text.
    #[must_use]
    pub fn is_unfinished(self) -> bool {
        self.document.unfinished.contains(&self.id)
    }

    /// The items of a list; of anything else, none.
    pub fn items(self) -> impl Iterator<Item = Self> {
        let items = if let Content::Sequence { items, .. } = self.content() { items.as_slice() } else { &[] };
        items.iter().map(move |&id| Node { id, ..self })
    }

    /// Whether the node is a list in brackets.
    #[must_use]
    pub fn is_flow_sequence(self) -> bool {
        matches!(self.content(), Content::Sequence { flow: true, .. })
    }

    /// The keys and values of a mapping; of anything else, none.
    pub fn entries(self) -> impl Iterator<Item = (Self, Self)> {
        let entries = if let Content::Mapping(entries) = self.content() { entries.as_slice() } else { &[] };
        entries.iter().map(move |&(key, value)| (Node { id: key, ..self }, Node { id: value, ..self }))
    }
}

impl Document {
    /// A text of which nothing could be read.
    #[must_use]
    pub fn unread() -> Self {
        Self { truncated: true, ..Self::default() }
    }

    /// Reads a text.
    #[must_use]
    pub fn read(text: &str) -> Self {
        build::build(text)
    }

    /// Whether the text says nothing at all, and nothing is wrong with it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.problems.is_empty() && self.root().is_none_or(|root| matches!(root.kind(), Kind::Empty))
    }

    /// The node that holds everything; `None` for a text without any.
    #[must_use]
    pub fn root(&self) -> Option<Node<'_>> {
        self.root.map(|id| Node { document: self, id })
    }

    /// The comments, `#` included, in the order of the text.
    #[must_use]
    pub fn comments(&self) -> &[Span] {
        &self.comments
    }

    /// Every mapping entry, key to value, and every list item; the outer ones before those that begin with them.
    #[must_use]
    pub fn entries(&self) -> Vec<Span> {
        let mut entries: Vec<_> = self.nodes.iter().flat_map(|node| self.spans_in(node)).collect();
        entries.sort_unstable_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
        entries
    }

    /// Whether the same texts stand in the same places of the tree.
    fn says_the_same(&self, other: &Self) -> bool {
        let is_same = |a: &Data, b: &Data| match (&a.content, &b.content) {
            (Content::Scalar { text: a, plain: p }, Content::Scalar { text: b, plain: q }) => a == b && p == q,
            (Content::Sequence { items: a, .. }, Content::Sequence { items: b, .. }) => a == b,
            (Content::Mapping(a), Content::Mapping(b)) => a == b,
            (Content::Alias(a), Content::Alias(b)) => a == b,
            _ => false,
        };
        // Nodes are numbered in the order of the text.
        self.root == other.root
            && self.nodes.len() == other.nodes.len()
            && self.nodes.iter().zip(&other.nodes).all(|(a, b)| is_same(a, b))
    }

    /// What is repeated elsewhere by `*name`, in the order of the text.
    #[must_use]
    pub fn repeated(&self) -> Vec<Span> {
        let target = |node: &Data| match node.content {
            Content::Alias(target) => Some(self.nodes[target as usize].span),
            _ => None,
        };
        let mut repeated: Vec<_> = self.nodes.iter().filter_map(target).collect();
        repeated.sort_unstable();
        repeated.dedup();
        repeated
    }

    fn spans_in(&self, node: &Data) -> Vec<Span> {
        let span = |id: &Id| self.nodes[*id as usize].span;
        match &node.content {
            Content::Sequence { items, .. } => items.iter().map(span).collect(),
            Content::Mapping(entries) => entries
                .iter()
                .map(|(key, value)| Span::new(span(key).start, span(value).end.max(span(key).end)))
                .collect(),
            _ => Vec::new(),
        }
    }

    /// The comment, `#` included, that stands where a value might: behind `at` on its line, or right before it, with
    /// nothing but blanks and the marks of YAML between the two or in front of it.
    #[must_use]
    pub fn comment_instead_of_value(&self, at: usize, text: &str) -> Option<Span> {
        let next = self.comments.partition_point(|comment| comment.start < at);
        let is_bare =
            |between: Option<&str>| between.is_some_and(|text| text.bytes().all(|byte| b" \t:-".contains(&byte)));
        let is_behind = |comment: &&Span| is_bare(text.get(at..comment.start));
        let is_alone = |comment: &&Span| {
            let line =
                text.get(..comment.start).map_or(0, |before| before.rfind(['\n', '\r']).map_or(0, |end| end + 1));
            comment.end == at && is_bare(text.get(line..comment.start))
        };
        let behind = self.comments.get(next).filter(is_behind);
        behind.or_else(|| self.comments.get(next.checked_sub(1)?).filter(is_alone)).copied()
    }

    /// The comment, `#` included, that begins on the line where `span` ends, with one blank between.
    #[must_use]
    pub fn comment_right_after(&self, span: Span) -> Option<Span> {
        let at = self.comments.partition_point(|comment| comment.start < span.end);
        self.comments.get(at).copied().filter(|comment| comment.start == span.end + 1)
    }
}
