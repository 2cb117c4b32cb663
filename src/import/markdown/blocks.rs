//! A document as a flat list of the blocks that can hold a journey, each text with its place.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use crate::import::note::Notes;
use crate::import::table::cell::Cell;
use crate::source::Span;

/// A block of a document.
#[derive(Debug)]
pub(super) enum Block {
    /// A heading with its level, from 1.
    Heading(u8, Cell),
    /// An item of a list, with how deep it is nested, from 0.
    Item(usize, Cell),
    /// A paragraph outside of lists.
    Paragraph(Cell),
    /// The rows of a table, the header first.
    Table(Vec<Vec<Cell>>),
    /// The lines of a block of code that is said to be Mermaid.
    Fence(Vec<Range<usize>>),
}

/// The blocks of a text.
pub(super) fn blocks(text: &str, notes: &mut Notes) -> Vec<Block> {
    let mut walker =
        Walker { text, notes, blocks: Vec::new(), open: None, depth: 0, fence: None, table: None, links: Vec::new() };
    for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
        walker.take(event, range);
    }
    walker.blocks
}

struct Walker<'t, 'n> {
    text: &'t str,
    notes: &'n mut Notes,
    blocks: Vec<Block>,
    /// The text that is being collected.
    open: Option<(String, Span)>,
    /// How many lists are open.
    depth: usize,
    fence: Option<Vec<Range<usize>>>,
    table: Option<Vec<Vec<Cell>>>,
    links: Vec<String>,
}

impl Walker<'_, '_> {
    fn take(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag, &range),
            Event::Text(text) => match &mut self.fence {
                Some(lines) => lines.push(range),
                None => self.push(&text, range),
            },
            Event::Code(text) => self.push(&text, range),
            Event::SoftBreak if self.table.is_none() => self.push("\n", range),
            Event::SoftBreak => self.push(" ", range),
            Event::HardBreak => self.push("\n", range),
            Event::InlineHtml(html) | Event::Html(html) if html.to_ascii_lowercase().starts_with("<br") => {
                self.push("\n", range);
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Heading { .. } | Tag::TableCell => self.begin(),
            Tag::Paragraph if self.depth == 0 => self.begin(),
            // In a loose list an item holds paragraphs: its text begins with the first one.
            Tag::Item => {
                self.close_item();
                self.begin();
            }
            Tag::List(_) => {
                self.close_item();
                self.depth += 1;
            }
            Tag::Table(_) => self.table = Some(Vec::new()),
            Tag::TableHead | Tag::TableRow => {
                if let Some(table) = &mut self.table {
                    table.push(Vec::new());
                }
            }
            Tag::CodeBlock(CodeBlockKind::Fenced(info))
                if info.trim().trim_matches(['{', '}', '.']).starts_with("mermaid") =>
            {
                self.fence = Some(Vec::new());
            }
            Tag::Link { dest_url, .. } => self.links.push(dest_url.to_string()),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: &Range<usize>) {
        match tag {
            TagEnd::Heading(level) => {
                let cell = self.finish();
                self.blocks.push(Block::Heading(level as u8, cell));
            }
            TagEnd::Paragraph if self.depth == 0 && self.table.is_none() => {
                let cell = self.finish();
                self.blocks.push(Block::Paragraph(cell));
            }
            TagEnd::Paragraph => self.push("\n", range.clone()),
            TagEnd::Item => self.close_item(),
            TagEnd::List(_) => self.depth = self.depth.saturating_sub(1),
            TagEnd::TableCell => {
                let mut cell = self.finish();
                if let Some(rows) = &mut self.table {
                    let row = rows.len().saturating_sub(1);
                    let column = rows.last().map_or(0, Vec::len);
                    cell.place = (u32::try_from(row).unwrap_or_default(), u32::try_from(column).unwrap_or_default());
                    rows.extend(rows.is_empty().then(Vec::new));
                    if let Some(row) = rows.last_mut() {
                        row.push(cell);
                    }
                }
            }
            TagEnd::TableRow => self.surplus(range),
            TagEnd::Table => self.blocks.extend(self.table.take().map(Block::Table)),
            TagEnd::CodeBlock => self.blocks.extend(self.fence.take().map(Block::Fence)),
            TagEnd::Link => {
                let url = self.links.pop().unwrap_or_default();
                let is_shown = self.open.as_ref().is_some_and(|(text, _)| text.ends_with(&url));
                if !is_shown && !url.starts_with('#') {
                    self.push(&format!(" ({url})"), range.clone());
                }
            }
            _ => {}
        }
    }

    /// Says when a row has more cells than its header: Markdown does not show them.
    fn surplus(&mut self, range: &Range<usize>) {
        let row = self.text.get(range.clone()).unwrap_or_default().trim().trim_matches('|');
        let columns = self.table.as_ref().and_then(|rows| rows.first()).map_or(0, Vec::len);
        let mut written = 1;
        let mut previous = ' ';
        for c in row.chars() {
            written += usize::from(c == '|' && previous != '\\');
            previous = c;
        }
        if written > columns {
            let message =
                format!("this row has {written} cells, but the header has {columns}: Markdown leaves the rest out");
            let span = Span::new(range.start, range.end).first_line(self.text);
            self.notes.loss(span, message).advise("write `\\|` for a bar inside of a cell");
        }
    }

    fn begin(&mut self) {
        self.open = Some((String::new(), Span::default()));
    }

    fn push(&mut self, text: &str, range: Range<usize>) {
        if let Some((open, span)) = &mut self.open {
            let start = if open.is_empty() { range.start } else { span.start };
            open.push_str(text);
            *span = Span::new(start, range.end.max(span.end));
        }
    }

    fn finish(&mut self) -> Cell {
        let (text, span) = self.open.take().unwrap_or_default();
        let lines: Vec<_> = text.lines().map(str::trim).collect();
        Cell { text: lines.join("\n").trim().to_owned(), span, ..Cell::default() }
    }

    fn close_item(&mut self) {
        if self.depth > 0 && self.open.is_some() {
            let cell = self.finish();
            if !cell.text.is_empty() {
                self.blocks.push(Block::Item(self.depth - 1, cell));
            }
        }
    }
}
