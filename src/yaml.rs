//! YAML text → a tree in which every node keeps its byte span. The only file that names the YAML reader.
//!
//! One pass over the reader's events, bounded in depth and in what aliases can blow up to. It never fails: what could
//! be read before a mistake is kept, and every mistake is a [`Problem`].

mod slips;

use std::collections::HashMap;

use granit_parser::{Event, Parser, ScalarStyle, StructureStyle};

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
}

impl Problem {
    fn new(span: Span, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { span, message: message.into(), help: Some(help.into()) }
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
    /// The collections that were open where reading stopped.
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

    const fn is_too_much(self) -> bool {
        self.nodes > MAX_NODES || self.text > MAX_TEXT || self.depth > MAX_DEPTH
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

    /// Whether reading stopped in the middle of the node.
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
    /// Reads a text.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut builder = Builder { text, document: Self::default(), open: Vec::new(), anchors: HashMap::new() };
        let options = granit_parser::options! {
            emit_unresolved_aliases: true,
            max_buffered_comment_events: usize::MAX,
            flow_nesting_limit: MAX_DEPTH as usize + 1,
            block_nesting_limit: MAX_DEPTH as usize + 1,
        };
        for event in Parser::new_from_str_with_options(text, options) {
            let step = match event {
                Ok((event, span)) => builder.event(event, bytes(span)),
                Err(error) => Err(slips::translate(text, &error)),
            };
            if let Err(problem) = step {
                builder.stop(problem);
                break;
            }
        }
        builder.document
    }

    /// The node that holds everything; `None` for a text without any.
    #[must_use]
    pub fn root(&self) -> Option<Node<'_>> {
        self.root.map(|id| Node { document: self, id })
    }

    /// The comment, `#` included, that begins on the line where `span` ends, with one blank between.
    #[must_use]
    pub fn comment_right_after(&self, span: Span) -> Option<Span> {
        let at = self.comments.partition_point(|comment| comment.start < span.end);
        self.comments.get(at).copied().filter(|comment| comment.start == span.end + 1)
    }
}

fn bytes(span: granit_parser::Span) -> Span {
    let start = span.start.byte_offset().unwrap_or_default();
    let end = span.end.byte_offset().unwrap_or(start);
    Span::new(start, end.max(start))
}

struct Builder<'t> {
    text: &'t str,
    document: Document,
    open: Vec<Open>,
    anchors: HashMap<usize, Id>,
}

/// A collection whose end has not come yet.
struct Open {
    id: Id,
    key: Option<Id>,
    /// The end of the last child: a block collection ends there.
    end: usize,
}

impl Builder<'_> {
    fn event(&mut self, event: Event<'_>, span: Span) -> Result<(), Problem> {
        match event {
            Event::Comment(..) => self.document.comments.push(span),
            Event::DocumentStart(..) if self.document.root.is_some() => {
                return Err(Problem::new(
                    Span::new(span.start, span.start.max(span.end)),
                    "a second YAML document begins here",
                    "a journey file holds one document: put the second in a file of its own",
                ));
            }
            Event::Scalar(text, style, anchor, tag) => {
                let span =
                    if matches!(style, ScalarStyle::Literal | ScalarStyle::Folded) { self.trimmed(span) } else { span };
                let weight = Weight::leaf(text.len());
                let content = Content::Scalar { text: text.into(), plain: style == ScalarStyle::Plain };
                self.refuse_tag(tag.is_some(), span);
                let id = self.node(span, content, weight);
                self.anchor(anchor, id);
                self.place(id)?;
            }
            Event::SequenceStart(style, anchor, tag) => {
                let content = Content::Sequence { items: Vec::new(), flow: style == StructureStyle::Flow };
                self.refuse_tag(tag.is_some(), span);
                self.begin(span, content, anchor)?;
            }
            Event::MappingStart(_, anchor, tag) => {
                self.refuse_tag(tag.is_some(), span);
                self.begin(span, Content::Mapping(Vec::new()), anchor)?;
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(span)?,
            Event::Alias(anchor) => self.alias(anchor, span)?,
            Event::UnresolvedAlias(name) => {
                self.document.problems.push(slips::unknown_alias(self.text, span, &name));
                let id = self.node(span, Content::Unreadable, Weight::leaf(0));
                self.place(id)?;
            }
            _ => {}
        }
        Ok(())
    }

    /// A block scalar's span runs over the blank lines after it; what people see ends with its last letter.
    fn trimmed(&self, span: Span) -> Span {
        Span::new(span.start, span.start + span.slice(self.text).trim_end().len())
    }

    fn refuse_tag(&mut self, tagged: bool, span: Span) {
        if tagged {
            self.document.problems.push(slips::tag(self.text, span));
        }
    }

    fn node(&mut self, span: Span, content: Content, weight: Weight) -> Id {
        let id = Id::try_from(self.document.nodes.len()).unwrap_or(Id::MAX);
        self.document.nodes.push(Data { span, content, weight });
        id
    }

    fn anchor(&mut self, anchor: usize, id: Id) {
        if anchor != 0 {
            self.anchors.insert(anchor, id);
        }
    }

    fn begin(&mut self, span: Span, content: Content, anchor: usize) -> Result<(), Problem> {
        if self.open.len() >= MAX_DEPTH as usize {
            return Err(too_deep(span));
        }
        let id = self.node(span, content, Weight::leaf(0));
        self.anchor(anchor, id);
        self.open.push(Open { id, key: None, end: span.end });
        Ok(())
    }

    fn end(&mut self, span: Span) -> Result<(), Problem> {
        let Some(open) = self.open.pop() else { return Ok(()) };
        let data = &mut self.document.nodes[open.id as usize];
        // The end of a flow collection is its bracket, that of a block collection has no width.
        data.span.end = if span.start < span.end { span.end } else { open.end.max(data.span.start) };
        self.place(open.id)
    }

    fn alias(&mut self, anchor: usize, span: Span) -> Result<(), Problem> {
        let target = self.anchors.get(&anchor).copied();
        let content = match target {
            Some(target) if self.open.iter().all(|open| open.id != target) => {
                match self.document.nodes[target as usize].content {
                    Content::Alias(further) => Content::Alias(further),
                    _ => Content::Alias(target),
                }
            }
            _ => {
                self.document.problems.push(Problem::new(
                    span,
                    format!("`{}` stands inside the very thing it names", span.slice(self.text)),
                    "write the value out here instead of repeating it by `*`",
                ));
                Content::Unreadable
            }
        };
        let weight = match (&content, target) {
            (Content::Alias(_), Some(target)) => self.document.nodes[target as usize].weight,
            _ => Weight::leaf(0),
        };
        let id = self.node(span, content, weight);
        self.place(id)
    }

    /// Hangs a finished node into the collection that is open, or makes it the root.
    fn place(&mut self, id: Id) -> Result<(), Problem> {
        let Data { span, weight, .. } = self.document.nodes[id as usize];
        let Some(open) = self.open.last_mut() else {
            self.document.root = Some(id);
            return Ok(());
        };
        open.end = span.end;
        let parent = &mut self.document.nodes[open.id as usize];
        parent.weight.add(weight);
        let sum = parent.weight;
        let is_key = match (&mut parent.content, open.key.take()) {
            (Content::Sequence { items, .. }, _) => {
                items.push(id);
                false
            }
            (Content::Mapping(entries), Some(key)) => {
                entries.push((key, id));
                false
            }
            _ => {
                open.key = Some(id);
                true
            }
        };
        if is_key
            && matches!(&self.document.nodes[id as usize].content, Content::Scalar { text, plain: true } if &**text == "<<")
        {
            self.document.problems.push(slips::merge_key(span));
        }
        if sum.is_too_much() {
            return Err(if sum.depth > MAX_DEPTH { too_deep(span) } else { too_much(span) });
        }
        Ok(())
    }

    /// Closes what is open, so that everything read so far is in the tree.
    fn stop(&mut self, problem: Problem) {
        while let Some(open) = self.open.pop() {
            self.document.unfinished.push(open.id);
            let data = &mut self.document.nodes[open.id as usize];
            data.span.end = open.end.max(data.span.start);
            // The sizes were checked when the children came; another error here would only repeat the first.
            let _ = self.place(open.id);
        }
        self.document.problems.push(problem);
        self.document.truncated = true;
    }
}

fn too_deep(span: Span) -> Problem {
    Problem::new(
        span,
        format!("nested deeper than {MAX_DEPTH} levels"),
        "a journey map needs about ten levels: look for brackets that are not closed",
    )
}

fn too_much(span: Span) -> Problem {
    Problem::new(
        span,
        "the file grows too large once its `*` repetitions are followed",
        format!("at most {MAX_NODES} values and {} MiB of text are read", MAX_TEXT >> 20),
    )
}
