//! Markdown → text for a terminal, wrapped to its width.

use anstyle::{AnsiColor, Style};
use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};
use textwrap::{Options, WordSplitter};

use crate::cli::output::Surface;

/// Lines longer than this are hard to read, however wide the terminal is.
const WIDEST: usize = 100;
/// The narrowest text that can still be read.
const NARROWEST: usize = 30;

const BOLD: Style = Style::new().bold();
const ITALIC: Style = Style::new().italic();
const TITLE: Style = AnsiColor::Green.on_default().bold();
const CODE: Style = AnsiColor::Cyan.on_default();

/// Shows Markdown. Without colour, code and emphasis keep their marks, which mean as much to readers.
pub fn show(markdown: &str, surface: Surface) -> String {
    let width = usize::from(surface.width).clamp(NARROWEST, WIDEST);
    let mut page = Page { color: surface.color, width, ..Page::default() };
    for event in Parser::new(markdown) {
        page.event(event);
    }
    page.text.trim_start().to_owned()
}

#[derive(Default)]
struct Page {
    color: bool,
    width: usize,
    text: String,
    /// What is being written, until its end.
    paragraph: String,
    is_code: bool,
    in_item: bool,
    /// Where the links that are open lead.
    links: Vec<String>,
}

impl Page {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.is_code => self.block(&text),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.paragraph.push_str(&text),
            Event::Code(text) => self.marked(CODE, "`", &text),
            Event::SoftBreak | Event::HardBreak => self.paragraph.push(' '),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.text.push('\n');
                self.open(heading(level), "");
            }
            Tag::Paragraph | Tag::List(_) if !self.in_item => self.text.push('\n'),
            Tag::CodeBlock(_) => {
                self.is_code = true;
                self.text.push('\n');
            }
            Tag::Item => self.in_item = true,
            Tag::Strong => self.open(BOLD, ""),
            Tag::Emphasis => self.open(ITALIC, "*"),
            Tag::Link { dest_url, .. } => self.links.push(dest_url.into_string()),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(level) => {
                self.close(heading(level), "");
                self.flush("", "");
            }
            TagEnd::Paragraph if !self.in_item => self.flush("", ""),
            TagEnd::CodeBlock => self.is_code = false,
            TagEnd::Item => {
                self.in_item = false;
                self.flush("- ", "  ");
            }
            TagEnd::Strong => self.close(BOLD, ""),
            TagEnd::Emphasis => self.close(ITALIC, "*"),
            TagEnd::Link => {
                let url = self.links.pop().unwrap_or_default();
                self.paragraph.extend([" (", &url, ")"]);
            }
            _ => {}
        }
    }

    fn marked(&mut self, style: Style, mark: &str, text: &str) {
        self.open(style, mark);
        self.paragraph.push_str(text);
        self.close(style, mark);
    }

    fn open(&mut self, style: Style, mark: &str) {
        self.paragraph.push_str(&if self.color { style.render().to_string() } else { mark.to_owned() });
    }

    fn close(&mut self, style: Style, mark: &str) {
        self.paragraph.push_str(&if self.color { style.render_reset().to_string() } else { mark.to_owned() });
    }

    /// Writes the paragraph in lines.
    fn flush(&mut self, first: &str, others: &str) {
        let options = Options::new(self.width).initial_indent(first).subsequent_indent(others).break_words(false);
        let options = options.word_splitter(WordSplitter::NoHyphenation);
        for line in textwrap::wrap(&std::mem::take(&mut self.paragraph), options) {
            self.text.push_str(&line);
            self.text.push('\n');
        }
    }

    /// Writes lines of code as they are.
    fn block(&mut self, text: &str) {
        for line in text.lines() {
            self.text.push_str(format!("    {line}").trim_end());
            self.text.push('\n');
        }
    }
}

const fn heading(level: HeadingLevel) -> Style {
    if matches!(level, HeadingLevel::H1) { TITLE } else { BOLD }
}
