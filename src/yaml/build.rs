//! The YAML reader's events → a [`Document`], within bounds.

use std::collections::BTreeMap;

use granit_parser::{Event, Parser, ScalarStyle, StructureStyle};

use super::slips::{self, Stumble};
use super::{Content, Data, Document, Id, MAX_DEPTH, MAX_NODES, MAX_TEXT, Problem, Weight};
use crate::source::Span;

/// How many problems of a file are described. Nobody reads more, and to describe one takes a look at its line.
const MAX_DESCRIBED: usize = 200;

/// How deep the reader itself may go. It looks ahead for up to 1,024 characters, each of which may be a bracket: more
/// than that, so that it is always [`MAX_DEPTH`] that ends the reading, at the bracket that is one too many.
const LOOKAHEAD: usize = 2_000;

/// Reads a text.
pub(super) fn build(text: &str) -> Document {
    let mut builder = Builder::new(text);
    let options = granit_parser::options! {
        emit_unresolved_aliases: true,
        emit_anchor_events: true,
        max_buffered_comment_events: usize::MAX,
        flow_nesting_limit: LOOKAHEAD,
        block_nesting_limit: LOOKAHEAD,
    };
    for event in Parser::new_from_str_with_options(text, options) {
        let step = match event {
            Ok((event, span)) => builder.event(event, bytes(span)),
            Err(error) => Err(slips::translate(&builder.stumble(), &error)),
        };
        if let Err(problem) = step {
            builder.stop(problem);
            break;
        }
    }
    builder.finish()
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
    /// What is marked by `&name`, by the reader's number for it, which counts up through the text.
    anchors: BTreeMap<usize, Anchor>,
    /// What everything read so far comes to.
    total: Weight,
    /// Where the last event ended: the next node is behind it.
    read_to: usize,
    /// The last text, alias or bracketed collection.
    last: Span,
    /// Block collections that have ended since the last node: a slip behind them may have cut them off.
    ended: Vec<Id>,
}

/// A collection whose end has not come yet.
struct Open {
    id: Id,
    key: Option<Id>,
    /// The end of the last child: a block collection ends there.
    end: usize,
    /// Whether it stands in brackets.
    in_brackets: bool,
    /// Whether a problem has been reported that says it is something else.
    is_unreadable: bool,
}

struct Anchor {
    target: Id,
    /// Where the `&name` is.
    span: Span,
    is_used: bool,
}

impl<'t> Builder<'t> {
    fn new(text: &'t str) -> Self {
        Self {
            text,
            document: Document::default(),
            open: Vec::new(),
            anchors: BTreeMap::new(),
            total: Weight { nodes: 0, text: 0, depth: 0 },
            read_to: 0,
            last: Span::default(),
            ended: Vec::new(),
        }
    }

    fn stumble(&self) -> Stumble<'t> {
        let bracket = self.open.iter().rev().find(|open| open.in_brackets);
        Stumble {
            text: self.text,
            read_to: self.read_to,
            bracket: bracket.map(|open| self.document.nodes[open.id as usize].span.start),
            last: self.last,
        }
    }

    fn event(&mut self, event: Event<'_>, span: Span) -> Result<(), Problem> {
        match event {
            Event::Comment(..) => self.document.comments.push(span),
            Event::DocumentStart(is_marked, _) if self.document.root.is_some() => {
                if is_marked {
                    // `---` says that the first document is complete.
                    self.ended.clear();
                }
                return Err(slips::second_document(self.text, span));
            }
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse_tag(tag.is_some(), span, style == ScalarStyle::Plain);
                self.scalar(&text, style, anchor, span)?;
            }
            Event::SequenceStart(style, anchor, tag) => {
                self.refuse_tag(tag.is_some(), span, false);
                let flow = style == StructureStyle::Flow;
                let span = if flow { span } else { self.indentless(span) };
                self.begin(span, Content::Sequence { items: Vec::new(), flow }, anchor)?;
            }
            Event::MappingStart(_, anchor, tag) => {
                self.refuse_tag(tag.is_some(), span, false);
                self.begin(span, Content::Mapping(Vec::new()), anchor)?;
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(span),
            Event::Alias(anchor) => self.alias(anchor, span)?,
            Event::UnresolvedAlias(name) => {
                let is_any_known = !self.anchors.is_empty();
                self.report(span, |text| slips::unknown_alias(text, span, &name, is_any_known));
                let id = self.node(span, Content::Unreadable, Weight::leaf(0))?;
                self.last = span;
                self.place(id);
            }
            Event::Anchor(anchor, _) => {
                if let Some(anchor) = self.anchors.get_mut(&anchor) {
                    anchor.span = span;
                }
            }
            _ => {}
        }
        self.read_to = self.read_to.max(span.end);
        Ok(())
    }

    fn refuse_tag(&mut self, is_tagged: bool, span: Span, is_plain: bool) {
        if is_tagged {
            let read_to = self.read_to;
            self.report(span, |text| slips::tag(text, read_to, span, is_plain));
        }
    }

    fn report(&mut self, span: Span, describe: impl FnOnce(&str) -> Problem) {
        let problem = if self.document.problems.len() < MAX_DESCRIBED {
            describe(self.text)
        } else {
            Problem { span, message: "one more slip like those above".into(), help: None, fix: None }
        };
        self.document.problems.push(problem);
    }

    fn scalar(&mut self, text: &str, style: ScalarStyle, anchor: usize, span: Span) -> Result<(), Problem> {
        let is_block = matches!(style, ScalarStyle::Literal | ScalarStyle::Folded);
        let span = if is_block { self.trimmed(span) } else { span };
        if style == ScalarStyle::Plain {
            self.report_swallowed_item(span);
        }
        let content = Content::Scalar { text: text.into(), plain: style == ScalarStyle::Plain };
        let id = self.node(span, content, Weight::leaf(text.len()))?;
        self.anchor(anchor, id);
        self.last = span;
        self.place(id);
        Ok(())
    }

    /// The reader places a list that is no deeper than its key behind the first `-`.
    fn indentless(&self, span: Span) -> Span {
        let is_value = self.open.last().is_some_and(|open| open.key.is_some());
        let dash = if is_value { slips::next_dash(self.text, self.read_to) } else { None };
        let start = dash.filter(|dash| *dash < span.start).unwrap_or(span.start);
        Span::new(start, start)
    }

    fn report_swallowed_item(&mut self, span: Span) {
        if let Some(dash) = slips::swallowed_dash(self.text, span)
            && self.document.problems.len() < MAX_DESCRIBED
            && let Some(problem) = slips::swallowed_item(self.text, dash)
        {
            self.document.problems.push(problem);
        }
    }

    /// A block scalar's span runs over the blank lines after it; what people see ends with its last letter.
    fn trimmed(&self, span: Span) -> Span {
        Span::new(span.start, span.start + span.slice(self.text).trim_end().len())
    }

    /// Makes a node, unless the document would grow too large by it.
    fn node(&mut self, span: Span, content: Content, weight: Weight) -> Result<Id, Problem> {
        self.total.add(weight);
        if self.total.nodes > MAX_NODES || self.total.text > MAX_TEXT {
            return Err(too_much(span));
        }
        self.ended.clear();
        let id = Id::try_from(self.document.nodes.len()).map_err(|_| too_much(span))?;
        self.document.nodes.push(Data { span, content, weight });
        Ok(id)
    }

    fn anchor(&mut self, anchor: usize, target: Id) {
        if anchor != 0 {
            self.anchors.insert(anchor, Anchor { target, span: Span::default(), is_used: false });
        }
    }

    fn begin(&mut self, span: Span, content: Content, anchor: usize) -> Result<(), Problem> {
        if self.open.len() >= MAX_DEPTH as usize {
            return Err(slips::too_deep(span));
        }
        let id = self.node(span, content, Weight::leaf(0))?;
        self.anchor(anchor, id);
        self.open.push(Open { id, key: None, end: span.end, in_brackets: span.start < span.end, is_unreadable: false });
        Ok(())
    }

    fn end(&mut self, span: Span) {
        let Some(open) = self.open.pop() else { return };
        let data = &mut self.document.nodes[open.id as usize];
        // The end of a flow collection is its bracket, that of a block collection has no width.
        if span.start < span.end {
            data.span.end = span.end;
            self.last = data.span;
        } else {
            data.span.end = open.end.max(data.span.start);
            self.ended.push(open.id);
        }
        if open.is_unreadable {
            data.content = Content::Unreadable;
        }
        self.place(open.id);
    }

    fn alias(&mut self, anchor: usize, span: Span) -> Result<(), Problem> {
        let target = self.anchors.get_mut(&anchor).map(|anchor| {
            anchor.is_used = true;
            anchor.target
        });
        let finished = target.filter(|target| self.open.iter().all(|open| open.id != *target));
        let (content, weight) = if let Some(target) = finished {
            (Content::Alias(target), self.document.nodes[target as usize].weight)
        } else {
            self.report(span, |text| slips::alias_of_itself(text, span));
            (Content::Unreadable, Weight::leaf(0))
        };
        if self.open.len() + weight.depth as usize > MAX_DEPTH as usize {
            return Err(slips::too_deep(span));
        }
        let id = self.node(span, content, weight)?;
        self.last = span;
        self.place(id);
        Ok(())
    }

    /// Hangs a finished node into the collection that is open, or makes it the root.
    fn place(&mut self, id: Id) {
        let Data { span, weight, .. } = self.document.nodes[id as usize];
        let Some(open) = self.open.last_mut() else {
            self.document.root = Some(id);
            return;
        };
        open.end = span.end;
        let parent = &mut self.document.nodes[open.id as usize];
        parent.weight.add(weight);
        match (&mut parent.content, open.key.take()) {
            (Content::Sequence { items, .. }, _) => items.push(id),
            (Content::Mapping(entries), Some(key)) => entries.push((key, id)),
            _ => {
                open.key = Some(id);
                let key = &mut self.document.nodes[id as usize].content;
                let Content::Scalar { text, plain: true } = key else { return };
                if &**text == "<<" {
                    *key = Content::Unreadable;
                    self.report(span, |_| slips::merge_key(span));
                } else if text.strip_prefix('-').is_some_and(|name| name.starts_with(char::is_alphanumeric)) {
                    // What has a `-` before its keys was meant as a list.
                    open.is_unreadable = true;
                    *key = Content::Unreadable;
                    self.report(span, |text| slips::glued_dash(text, span));
                }
            }
        }
    }

    /// Closes what is open, so that everything read so far is in the tree, and cuts off what stands behind the slip.
    fn stop(&mut self, problem: Problem) {
        let from = problem.span.start;
        self.document.unfinished.append(&mut self.ended);
        while let Some(open) = self.open.pop() {
            self.document.unfinished.push(open.id);
            let data = &mut self.document.nodes[open.id as usize];
            data.span.end = open.end.max(data.span.start);
            self.place(open.id);
        }
        self.document.cut(from);
        self.document.problems.retain(|earlier| earlier.span.start < from);
        self.document.problems.push(problem);
        self.document.truncated = true;
    }

    fn finish(mut self) -> Document {
        let end = self.document.problems.last().filter(|_| self.document.truncated).map(|last| last.span.start);
        let end = end.unwrap_or(self.text.len());
        let behind = slips::aliases(self.text, end);
        for anchor in std::mem::take(&mut self.anchors).into_values().filter(|anchor| !anchor.is_used) {
            let Data { span: node, content, .. } = &self.document.nodes[anchor.target as usize];
            let (span, node) = (anchor.span, *node);
            let may_be_used = span.start >= end || behind.contains(span.slice(self.text).trim_start_matches('&'));
            if matches!(content, Content::Scalar { plain: true, .. }) && !may_be_used {
                self.report(span, |text| slips::unused_anchor(text, span, node));
            }
        }
        self.document.problems.sort_by_key(|problem| problem.span);
        self.document
    }
}

impl Document {
    /// Takes everything out of the tree that does not end before `from`, and what is left empty by that.
    fn cut(&mut self, from: usize) {
        // From the inside out, so that a collection ends with what is left in it.
        for &id in &self.unfinished {
            let mut content = std::mem::replace(&mut self.nodes[id as usize].content, Content::Unreadable);
            let is_kept = |id: Id| {
                let is_empty = matches!(self.nodes[id as usize].content, Content::Unreadable);
                self.nodes[id as usize].ends_before(from) && !(is_empty && self.unfinished.contains(&id))
            };
            let last = match &mut content {
                Content::Sequence { items, .. } => {
                    items.retain(|item| is_kept(*item));
                    items.last().copied()
                }
                Content::Mapping(entries) => {
                    entries.retain(|(key, value)| is_kept(*key) && is_kept(*value));
                    entries.last().map(|(_, value)| *value)
                }
                _ => None,
            };
            let end = last.map(|last| self.nodes[last as usize].span.end);
            let data = &mut self.nodes[id as usize];
            data.span.end = end.unwrap_or(data.span.start);
            if last.is_some() {
                data.content = content;
            }
        }
        self.root = self.root.filter(|root| {
            let data = &self.nodes[*root as usize];
            data.ends_before(from) && !matches!(data.content, Content::Unreadable)
        });
    }
}

impl Data {
    const fn ends_before(&self, from: usize) -> bool {
        self.span.start < from && self.span.end <= from
    }
}

fn too_much(span: Span) -> Problem {
    Problem::new(
        span,
        "the file grows too large once its `*` repetitions are followed",
        format!("at most {MAX_NODES} values and {} MiB of text are read", MAX_TEXT >> 20),
    )
}
