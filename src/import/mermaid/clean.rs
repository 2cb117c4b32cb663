//! What Mermaid takes out of a diagram before it parses it: frontmatter, directives, comments. Every byte that stays
//! knows where it stood.
//!
//! Source: Mermaid 11, `preprocess.ts`, `frontmatter.ts`, `comments.ts`, `directive.ts` and `encodeEntities`.

use std::ops::Range;

use crate::source::Span;

/// What stands for the `#` of an entity while the diagram is parsed, where a `#` would begin a comment.
const ENTITY: char = '\u{e000}';
/// What stands for the `;` of an entity.
const ENTITY_END: char = '\u{e001}';

/// A diagram as its grammar sees it.
#[derive(Debug, Default)]
pub(super) struct Clean {
    /// The text that is parsed.
    pub(super) text: String,
    /// For each byte of `text`, and its end, where it stands in the source.
    origins: Vec<usize>,
    /// The YAML between the lines `---`.
    pub(super) frontmatter: Option<Span>,
    /// The insides of `%%{…}%%`.
    pub(super) directives: Vec<Span>,
    /// Whole lines of `%%`.
    pub(super) comments: Vec<Span>,
}

impl Clean {
    /// Cleans the parts of `source` that make up a diagram: the whole of a file, or the lines of a fenced block.
    pub(super) fn new(source: &str, parts: &[Range<usize>]) -> Self {
        let mut whole = Self::default();
        for part in parts {
            whole.take(source, part.clone());
        }
        let end = parts.last().map_or(0, |part| part.end);
        whole.origins.push(end);
        whole.without_frontmatter().without_directives().without_comments()
    }

    /// Where a part of the clean text stands in the source.
    pub(super) fn span(&self, part: &Range<usize>) -> Span {
        let at = |offset: usize| self.origins.get(offset).or(self.origins.last()).copied().unwrap_or_default();
        // The end is behind the last byte that stays, not before the next one: something may have been taken out there.
        let end = if part.end > part.start { at(part.end - 1) + 1 } else { at(part.end) };
        Span::new(at(part.start), end.max(at(part.start)))
    }

    /// Takes a part as it is, but with line breaks in one form and entities out of the grammar's way.
    fn take(&mut self, source: &str, part: Range<usize>) {
        let Some(text) = source.get(part.clone()) else { return };
        let mut chars = text.char_indices().peekable();
        let mut entity_end = None;
        while let Some((at, c)) = chars.next() {
            let c = match c {
                '\r' if chars.next_if(|(_, next)| *next == '\n').is_some() => '\n',
                '\r' => '\n',
                '#' => match entity_length(&text[at..]) {
                    Some(length) => {
                        entity_end = Some(at + length - 1);
                        ENTITY
                    }
                    None => c,
                },
                ';' if entity_end == Some(at) => ENTITY_END,
                c => c,
            };
            self.push(c, part.start + at);
        }
    }

    fn push(&mut self, c: char, origin: usize) {
        self.text.push(c);
        // A stand-in may be longer than what it stands for: all of it stands at one place then.
        self.origins.extend((0..c.len_utf8()).map(|byte| if is_stand_in(c) { origin } else { origin + byte }));
    }

    /// The same without some parts, which are in order and do not overlap.
    fn without(mut self, parts: &[Range<usize>]) -> Self {
        let (mut text, mut origins) = (String::with_capacity(self.text.len()), Vec::with_capacity(self.origins.len()));
        let mut from = 0;
        for part in parts.iter().chain(std::iter::once(&(self.text.len()..self.text.len()))) {
            text.push_str(&self.text[from..part.start]);
            origins.extend_from_slice(&self.origins[from..part.start]);
            from = part.end;
        }
        origins.extend(self.origins.last());
        (self.text, self.origins) = (text, origins);
        self
    }

    fn without_frontmatter(mut self) -> Self {
        let Some((body, whole)) = frontmatter(&self.text) else { return self };
        self.frontmatter = Some(self.span(&body));
        self.without(&[whole])
    }

    fn without_directives(mut self) -> Self {
        let mut found = Vec::new();
        let mut from = 0;
        while let Some(start) = self.text[from..].find("%%{").map(|at| from + at) {
            let end = self.text[start..].find("}%%").map_or(self.text.len(), |at| start + at + 3);
            self.directives.push(self.span(&(start..end)));
            found.push(start..end);
            from = end;
        }
        self.without(&found)
    }

    fn without_comments(mut self) -> Self {
        let mut found = Vec::new();
        let mut start = 0;
        for line in self.text.split_inclusive('\n') {
            let content = line.trim_start();
            if content.starts_with("%%") && !content.starts_with("%%{") && content.trim_end().len() > 2 {
                let indent = line.len() - content.len();
                self.comments.push(self.span(&(start + indent..start + line.trim_end().len())));
                found.push(start..start + line.len());
            }
            start += line.len();
        }
        self.without(&found)
    }
}

fn is_stand_in(c: char) -> bool {
    matches!(c, ENTITY | ENTITY_END)
}

/// The length of the entity that a text begins with: `#35;`, `#quot;`.
fn entity_length(text: &str) -> Option<usize> {
    let name = text.strip_prefix('#')?;
    let length = name.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count();
    (length > 0 && name[length..].starts_with(';')).then_some(length + 2)
}

/// The body of the frontmatter that a text begins with, and the whole of it.
fn frontmatter(text: &str) -> Option<(Range<usize>, Range<usize>)> {
    let mut lines = text.split_inclusive('\n').scan(0, |start, line| {
        let at = *start;
        *start += line.len();
        Some((at, line))
    });
    let is_fence = |line: &str| line.trim() == "---";
    let (first, open) = lines.next().filter(|(_, line)| is_fence(line))?;
    let body = first + open.len();
    let indent = &open[..open.len() - open.trim_start().len()];
    let (close, line) = lines
        .find(|(_, line)| is_fence(line) && line.starts_with(indent) && line[indent.len()..].starts_with("---"))?;
    Some((body..close, 0..close + line.len()))
}

/// A text of the diagram as its readers see it: a `<br>` is a blank, unless it is written with entities, and entities are
/// characters.
pub(super) fn shown(text: &str) -> String {
    let mut text = std::borrow::Cow::from(text);
    for line_break in ["<br/>", "<br />", "<br>"] {
        if text.contains(line_break) {
            text = text.replace(line_break, " ").into();
        }
    }
    let mut shown = String::with_capacity(text.len());
    let mut rest = &*text;
    while let Some(at) = rest.find(ENTITY) {
        let (before, entity) = rest.split_at(at);
        shown.push_str(before);
        let inside = &entity[ENTITY.len_utf8()..];
        let (name, behind) = inside.split_once(ENTITY_END).unwrap_or((inside, ""));
        match character(name) {
            Some(c) => shown.push(c),
            None => shown.extend(["#", name, ";"]),
        }
        rest = behind;
    }
    shown.push_str(rest);
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The character of an entity: by number, or one of the names that are met in diagrams.
fn character(name: &str) -> Option<char> {
    let number =
        name.strip_prefix(['x', 'X']).map_or_else(|| name.parse().ok(), |hex| u32::from_str_radix(hex, 16).ok());
    number.and_then(char::from_u32).or_else(|| {
        Some(match name {
            "quot" => '"',
            "apos" => '\'',
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "nbsp" => ' ',
            "colon" => ':',
            "semi" => ';',
            "num" => '#',
            "euro" => '€',
            "hearts" => '♥',
            "star" => '☆',
            "starf" => '★',
            _ => return None,
        })
    })
}
