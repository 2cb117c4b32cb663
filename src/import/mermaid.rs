//! Mermaid `journey` diagrams: sections are phases, tasks are touchpoints, scores are ratings, actors are who takes part.
//!
//! What Mermaid draws is read as Mermaid reads it. A line that it refuses is read as what it stands for, with a note.

mod clean;
mod lexer;
mod task;

use std::ops::Range;

use serde_json::{Value, json};

use self::clean::{Clean, shown};
use self::lexer::{Kind, Lexer};
use super::Imported;
use super::finish::{finish, title_of_name};
use super::note::Notes;
use crate::diagnostic::Label;
use crate::model::{Journey, Persona, Phase};
use crate::source::{Located, Source, Span};
use crate::yaml::{Document, Kind as Node, Node as Yaml};

/// Whether a text begins as a journey diagram does, behind what Mermaid passes over.
pub(super) fn is_journey(source: &str, parts: &[Range<usize>]) -> bool {
    first_word(&Clean::new(source, parts).text).eq_ignore_ascii_case("journey")
}

/// Reads the diagram that the parts of a source make up.
pub(super) fn read(source: &Source, parts: &[Range<usize>]) -> Imported {
    let clean = Clean::new(&source.text, parts);
    let mut reader = Reader { clean, notes: Notes::default(), journey: Journey::default(), comments: Vec::new() };
    let journey = reader.read().then(|| reader.whole(source));
    Imported::new(source.clone(), journey, reader.notes)
}

fn first_word(text: &str) -> &str {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    start.split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').next().unwrap_or_default()
}

struct Reader {
    clean: Clean,
    notes: Notes,
    journey: Journey,
    /// The author's own remarks, which a map has no field for.
    comments: Vec<Span>,
}

impl Reader {
    /// Reads every statement. `false` when there is nothing to make a map of.
    fn read(&mut self) -> bool {
        let text = std::mem::take(&mut self.clean.text);
        let word = first_word(&text);
        let start = text.find(word).unwrap_or_default();
        if !word.eq_ignore_ascii_case("journey") {
            let span = self.clean.span(&(start..start + word.len()));
            let message = if word.is_empty() {
                "there is no diagram here".to_owned()
            } else {
                format!("this is no Mermaid journey: it begins with `{word}`, not with `journey`")
            };
            self.notes.refuse(span, message).advise("of Mermaid's diagrams only `journey` is a customer journey");
            return false;
        }
        if word != "journey" {
            let span = self.clean.span(&(start..start + word.len()));
            self.notes.repair(span, format!("Mermaid knows the word `journey` in lower case only, not as `{word}`"));
        }
        let mut lexer = Lexer::new(&text);
        lexer.skip_to(start + word.len());
        self.statements(&text, &mut lexer);
        if self.journey.phases.is_empty() {
            let span = self.clean.span(&(start..start + word.len()));
            self.notes.refuse(span, "the diagram has neither sections nor tasks");
        }
        !self.journey.phases.is_empty()
    }

    fn statements(&mut self, text: &str, lexer: &mut Lexer<'_>) {
        let mut begun = lexer.at();
        while let Some(token) = lexer.next() {
            let value = token.value.clone();
            let stop = text[lexer.at()..].chars().next();
            match token.kind {
                Kind::Newline => {}
                Kind::Comment => self.comment(text, value),
                Kind::AccTitle | Kind::AccDescr
                    if value.is_empty() && text[..value.start].trim_end().ends_with(':') =>
                {
                    let span = self.clean.span(&(begun..value.end));
                    self.notes
                        .repair(span, "Mermaid refuses a diagram that ends with an empty `accTitle:` or `accDescr:`");
                }
                Kind::AccTitle => self.extra("acc_title", &shown(&text[value])),
                Kind::AccDescr => self.description(text[value].trim()),
                Kind::Title if stop != Some(';') => self.title(text, &value),
                Kind::Section if !matches!(stop, Some(':' | ';')) => self.section(text, &value),
                Kind::TaskName if stop == Some(':') => match lexer.next().filter(|data| data.kind == Kind::TaskData) {
                    Some(data) if !text[data.value.end..].starts_with(';') => {
                        self.task(text, &(value.start..data.value.end));
                    }
                    _ => self.mend(text, begun, lexer),
                },
                _ => self.mend(text, begun, lexer),
            }
            if !matches!(token.kind, Kind::Comment) {
                begun = lexer.at();
            }
        }
    }

    /// Reads a line that Mermaid refuses as what it stands for.
    fn mend(&mut self, text: &str, begun: usize, lexer: &mut Lexer<'_>) {
        let end = lexer.at().max(begun);
        let end = text[end..].find('\n').map_or(text.len(), |at| end + at);
        let start = text[..end].rfind('\n').map_or(begun, |at| (at + 1).max(begun));
        lexer.skip_to(end);
        let indent = text[start..end].len() - text[start..end].trim_start().len();
        let line = start + indent..start + text[start..end].trim_end().len();
        if line.is_empty() {
            return;
        }
        let whole = self.clean.span(&line);
        let content = &text[line.clone()];
        let word = first_word(content);
        let behind = line.start + word.len()..line.end;
        let is_section = word.eq_ignore_ascii_case("section") && behind.len() > 1;
        let (what, why) = if is_section {
            ("the name of a section", "in a section's name a colon or semicolon is an error to it")
        } else if word.eq_ignore_ascii_case("title") && content.contains(';') {
            ("the title", "in a title a semicolon is an error to it")
        } else if !content.contains(':') {
            ("a touchpoint without a rating", "a task without a score is an error to it")
        } else {
            ("a task", "in a task's name `;`, `#` or the word `journey` at its start is an error to it")
        };
        self.notes.repair(whole, format!("Mermaid refuses this line; it is read as {what}")).advise(why);
        if is_section {
            self.section(text, &behind);
        } else if word.eq_ignore_ascii_case("title") && content.contains(';') {
            self.title(text, &behind);
        } else {
            self.task(text, &line);
        }
    }

    fn title(&mut self, text: &str, value: &Range<usize>) {
        let title = shown(&text[value.clone()]);
        let span = self.clean.span(value);
        if !self.journey.phases.is_empty() && task::is_task(&text[value.clone()]) {
            let line = value.start - "title ".len()..value.end;
            let message = "to Mermaid this is the title of the diagram, because the task's name begins with `title`";
            self.notes.repair(span, message).advise("it is read as a task");
            return self.task(text, &line);
        }
        if !self.journey.title.is_empty() {
            let lost = self.journey.title.value.clone();
            self.notes.loss(span, format!("a second title replaces “{lost}”, as in Mermaid"));
            self.extra("earlier_title", &lost);
        }
        self.journey.title = Located::new(title, span);
    }

    fn section(&mut self, text: &str, value: &Range<usize>) {
        let title = shown(&text[value.clone()]);
        let span = self.clean.span(value);
        // Mermaid draws adjoining sections of one name as one.
        if self.journey.phases.last().is_some_and(|last| last.title.value == title) {
            return;
        }
        if let Some(first) = self.journey.phases.iter().find(|phase| phase.title.value == title) {
            let first = first.title.span;
            let note = self.notes.guess(span, format!("a second section “{title}” is a second phase of that name"));
            note.related.push(Label { span: first, text: "the first".into() });
        }
        self.journey.phases.0.push(Phase { title: Located::new(title, span), ..Phase::default() });
    }

    fn task(&mut self, text: &str, line: &Range<usize>) {
        if self.journey.phases.is_empty() {
            let span = self.clean.span(line);
            self.notes.guess(span, "this task stands before the first section; its phase is named after the journey");
            self.journey.phases.0.push(Phase::default());
        }
        let mut touchpoint = task::read(text, line, &self.clean, &mut self.notes);
        if touchpoint.title.is_empty() {
            touchpoint.title.value = "–".into();
        }
        if let Some(phase) = self.journey.phases.0.last_mut() {
            phase.touchpoints.0.push(touchpoint);
        }
    }

    /// A remark. One that begins in the middle of a line may be meant as text: `#` cuts silently.
    fn comment(&mut self, text: &str, value: Range<usize>) {
        let content = text[value.clone()].trim_start_matches(|c: char| c != '%' && c != '#');
        let value = value.end - content.len()..value.end;
        let span = self.clean.span(&value);
        let line_start = text[..value.start].rfind('\n').map_or(0, |at| at + 1);
        let remark = content.trim_start_matches(['%', '#']).trim();
        if remark.is_empty() {
            return;
        }
        if content.starts_with('#') && !text[line_start..value.start].trim().is_empty() {
            let message = format!("to Mermaid this is a comment: “{}”", shown(content));
            self.notes.loss(span, message).advise("it is kept as a comment; was it meant as text, add it to the map");
        }
        self.comments.push(span);
    }

    fn description(&mut self, written: &str) {
        if !written.is_empty() {
            let lines: Vec<_> = written.lines().map(shown).collect();
            self.journey.description = Some(lines.join("\n").into());
        }
    }

    /// Keeps what a map has no field for.
    fn extra(&mut self, name: &str, value: &str) {
        let kept = self.journey.extensions.0.entry("x-mermaid".into()).or_insert_with(|| json!({}));
        match kept.get_mut(name) {
            _ if value.is_empty() => {}
            Some(Value::Array(values)) => values.push(value.into()),
            _ if matches!(name, "comments" | "directives") => kept[name] = json!([value]),
            _ => kept[name] = value.into(),
        }
    }

    /// The journey with what stands outside of the statements, and with its persona.
    fn whole(&mut self, source: &Source) -> Journey {
        self.frontmatter(&source.text);
        let directives = std::mem::take(&mut self.clean.directives);
        for directive in &directives {
            self.extra("directives", directive.slice(&source.text));
        }
        let mut comments = std::mem::take(&mut self.clean.comments);
        comments.append(&mut self.comments);
        comments.sort_unstable();
        for comment in comments {
            self.extra("comments", comment.slice(&source.text).trim_start_matches(['%', '#']).trim());
        }
        if self.journey.title.is_empty() {
            self.untitled(&source.name);
        }
        let title = self.journey.title.clone();
        let mut journey = std::mem::take(&mut self.journey);
        for phase in journey.phases.0.iter_mut().filter(|phase| phase.title.is_empty()) {
            phase.title = title.clone();
        }
        people(&mut journey);
        finish(journey, &mut self.notes)
    }

    /// The title above the diagram, unless the diagram has its own; what else stands there is about the drawing.
    fn frontmatter(&mut self, source: &str) {
        let Some(span) = self.clean.frontmatter else { return };
        let body = span.slice(source);
        let document = Document::read(body);
        let mut has_more = false;
        for (key, value) in document.root().into_iter().flat_map(Yaml::entries) {
            let is_title = matches!(key.kind(), Node::Scalar { text, .. } if text == "title");
            match value.kind() {
                Node::Scalar { text, .. } if is_title && self.journey.title.is_empty() => {
                    self.journey.title = Located::new(text.trim().to_owned(), span);
                }
                _ => has_more = true,
            }
        }
        if has_more {
            self.extra("frontmatter", body.trim_end());
        }
    }

    fn untitled(&mut self, name: &str) {
        let title = title_of_name(name);
        let note = self.notes.guess(Span::default(), format!("the diagram has no title; it is named “{title}”"));
        note.advise("write a `title` in the customer's words: what they want to get done");
        self.journey.title = title.into();
    }
}

/// One actor of all tasks is whose journey it is; several take part in it.
fn people(journey: &mut Journey) {
    let touchpoints = || journey.phases.iter().flat_map(|phase| &phase.touchpoints);
    let mut actors = touchpoints().flat_map(|touchpoint| &touchpoint.actors);
    let Some(first) = actors.next().cloned() else { return };
    if actors.any(|actor| *actor != first) {
        return;
    }
    journey.persona = Some(Persona { name: Some(first), ..Persona::default() });
    let touchpoints = journey.phases.0.iter_mut().flat_map(|phase| phase.touchpoints.0.iter_mut());
    for touchpoint in touchpoints {
        touchpoint.actors.0.clear();
    }
}
