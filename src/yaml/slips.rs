//! The YAML reader's errors in the words of an author: which character did it, and the line as it should be.
//!
//! The reader says where it gave up; the slip is often earlier, at the place where it set out on the text that it could
//! not finish. From both places the line is looked at anew, as an author sees it.

mod brackets;
mod indentation;
mod line;
mod quotes;
mod refused;

use granit_parser::{ErrorKind, ScanError};

use super::Problem;
use crate::edit::Fix;
use crate::source::Span;
pub(super) use line::next_dash;
use line::{Line, character_at, character_span, is_blank, is_blank_or_end, node_start, requoted, shortened};
pub(super) use refused::{
    alias_of_itself, aliases, glued_dash, merge_key, second_document, tag, too_deep, unknown_alias, unused_anchor,
};

/// What the reader was about when it gave up.
pub(super) struct Stumble<'t> {
    /// The whole text.
    pub text: &'t str,
    /// Where the last thing ended that was read.
    pub read_to: usize,
    /// The innermost bracket that is open.
    pub bracket: Option<usize>,
    /// The text, alias or bracketed collection that was read last.
    pub last: Span,
}

impl Stumble<'_> {
    /// The bracket around `at`: an open one, or one that the reader had not come to speak of yet.
    fn bracket_around(&self, at: usize) -> Option<usize> {
        let node = self.node();
        let opens = at > node && matches!(character_at(self.text, node), Some('[' | '{'));
        if opens { Some(node) } else { self.bracket }
    }

    /// Where the node begins that could not be finished.
    fn node(&self) -> usize {
        node_start(self.text, self.read_to, self.bracket.is_some())
    }

    /// What was read last, if only blanks stand between it and `at`.
    fn right_before(&self, at: usize) -> Option<Span> {
        let between = self.text.get(self.last.end..at).filter(|_| self.last.start < self.last.end)?;
        between.chars().all(is_blank).then_some(self.last)
    }

    fn quoted(&self, from: usize, through: usize) -> String {
        requoted(self.text, from, through, self.bracket_around(from).is_some())
    }

    /// The same as a change of the text.
    fn in_quotes(&self, from: usize, through: usize) -> Option<Fix> {
        line::in_quotes(self.text, from, through, self.bracket_around(from).is_some())
    }
}

/// What the reader stumbled on, at the place of the slip.
pub(super) fn translate(stumble: &Stumble<'_>, error: &ScanError) -> Problem {
    use ErrorKind as E;
    let text = stumble.text;
    let at = text.floor_char_boundary(error.marker().byte_offset().unwrap_or(text.len()));
    match error.kind() {
        E::UnexpectedCharacter { character } if character.is_control() || !character.is_ascii() => {
            control(text, at, *character)
        }
        E::BomInsideDocument => control(text, at, '\u{feff}'),
        E::UnexpectedCharacter { .. }
        | E::MappingKeyNotAllowed
        | E::MissingAnchorOrAliasName
        | E::InvalidBlockScalarHeader
        | E::ZeroBlockScalarIndent => beginning(stumble, at),
        E::MissingTagUri
        | E::ExpectedTagBang
        | E::UnclosedVerbatimTag
        | E::UndeclaredTagHandle
        | E::InvalidTagTerminator
        | E::InvalidTagEscape
        | E::InvalidTagUtf8LeadingByte
        | E::InvalidTagUtf8TrailingByte
        | E::InvalidTagUtf8 => {
            beginning(stumble, if character_at(text, at) == Some('!') { at } else { stumble.node() })
        }
        E::BlockSequenceEntryNotAllowed if Line::at(text, at).indent < at => beginning(stumble, at),
        E::TabNotAllowed
        | E::TabInBlockIndentation
        | E::TabInIndentation
        | E::TabInPlainScalar
        | E::TabAtBlockScalarStart
        | E::InvalidBlockEntryWhitespace
        | E::InvalidMappingValueWhitespace => indentation::tab(text, at),
        E::CommentInterceptedScalar => interrupted(stumble, at),
        E::UnclosedQuotedScalar | E::InvalidQuotedScalarIndent | E::DocumentIndicatorInQuotedScalar => {
            quotes::unclosed(stumble, at)
        }
        E::InvalidTrailingSingleQuotedScalar | E::InvalidTrailingDoubleQuotedScalar | E::CommentNotSeparated => {
            quotes::goes_on(stumble, at)
        }
        E::UnknownQuotedScalarEscape
        | E::InvalidQuotedScalarHexEscape
        | E::InvalidLowSurrogateHexEscape
        | E::InvalidLowSurrogate
        | E::MissingLowSurrogate
        | E::UnpairedLowSurrogate
        | E::InvalidUnicodeEscape => quotes::escape(stumble, at),
        E::MappingValueNotAllowed => colon(stumble, at),
        E::RecursionLimitExceeded => too_deep(character_span(text, at)),
        E::MisplacedFlowCollectionEnd => brackets::superfluous(stumble, at),
        E::MismatchedFlowCollectionEnd { open, close } => brackets::mismatched(at, *open, *close),
        E::UnclosedFlowCollection { .. } => brackets::unclosed(stumble, at),
        E::MissingDocumentEndBeforeDirective
        | E::DuplicateVersionDirective
        | E::UnsupportedYamlMajorVersion
        | E::DuplicateTagDirective
        | E::InvalidDirectiveTerminator
        | E::MissingDirectiveName
        | E::InvalidDirectiveName
        | E::MissingYamlVersion
        | E::MissingYamlVersionSeparator
        | E::YamlVersionTooLong
        | E::ExpectedTagDirectiveBang
        | E::InvalidTagDirectiveTerminator
        | E::InvalidGlobalTagCharacter
        | E::DirectiveByteLimitExceeded { .. }
        | E::TooManyReservedDirectiveParams { .. } => directive(text, Line::at(text, at).indent),
        _ => elsewhere(stumble, at, error),
    }
}

/// What the reader's own words do not tell apart: it found something else than what had to follow.
fn elsewhere(stumble: &Stumble<'_>, at: usize, error: &ScanError) -> Problem {
    let text = stumble.text;
    let line = Line::at(text, at);
    if let Some(closed) = stumble.right_before(at)
        && closed.slice(text).starts_with(['*', '[', '{'])
    {
        let is_next = stumble.bracket.is_some() && matches!(character_at(text, at), Some('[' | '{' | '"' | '\'' | '*'));
        return if is_next { brackets::comma(at) } else { beginning(stumble, closed.start) };
    }
    if let Some(bracket) = stumble.bracket_around(at) {
        return brackets::inside(stumble, bracket, at);
    }
    let value = line::skip_blanks(text, line.colon.map_or(line.entry, |colon| colon + 1));
    if value < at && matches!(character_at(text, value), Some('&' | '!')) {
        return beginning(stumble, value);
    }
    if character_at(text, at).is_some_and(|character| matches!(character, ',' | ']' | '}')) && line.indent < at {
        return beginning(stumble, at);
    }
    if text[line.start..line.indent].contains('\t') {
        return indentation::tab(text, at);
    }
    if matches!(error.kind(), ErrorKind::ExpectedDocumentStart) && stumble.read_to == 0 && text.starts_with('%') {
        return directive(text, 0);
    }
    missing_blank(text, &line).unwrap_or_else(|| match error.kind() {
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => missing_colon(text, &line),
        ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedBlockSequenceEntry
        | ErrorKind::ExpectedDocumentStart
        | ErrorKind::BlockSequenceEntryNotAllowed
        | ErrorKind::InvalidBlockScalarIndent => {
            indentation::misindented(text, &line).unwrap_or_else(|| indentation::misplaced(text, &line, error.kind()))
        }
        _ => Problem {
            span: Span::new(at, at),
            message: format!("this is not YAML: {}", error.info()),
            help: None,
            fix: None,
        },
    })
}

/// A text that begins with a character that means something else there.
fn beginning(stumble: &Stumble<'_>, at: usize) -> Problem {
    let Some(character) = character_at(stumble.text, at) else {
        return Problem::new(Span::new(at, at), "the text ends here, where more is wanted", "write what is missing");
    };
    let why = match character {
        '*' => "which repeats what is marked by `&`",
        '&' => "which marks it for repeating",
        '!' => "which begins a type",
        '[' => "which begins a list",
        '{' => "which begins a mapping",
        '|' | '>' => "which announces a text on the lines below",
        '?' => "which begins a long field name",
        '-' => "which begins the item of a list",
        ',' | ']' | '}' => "which belongs to a list in brackets",
        _ => "which YAML keeps for itself",
    };
    let name = if character == '`' { "a backtick".to_owned() } else { format!("`{character}`") };
    Problem::new(
        Span::new(at, at + character.len_utf8()),
        format!("a text cannot begin with {name}, {why}"),
        match character {
            '?' => format!("put it in quotes: `{}`, or leave the field out where nobody knows", stumble.quoted(at, at)),
            '-' => format!("put it in quotes: `{}`, or begin the list on the line below", stumble.quoted(at, at)),
            _ => format!("put it in quotes: `{}`", stumble.quoted(at, at)),
        },
    )
    .fix(if "-,]}?".contains(character) { None } else { stumble.in_quotes(at, at) })
}

/// A character that no journey file may hold.
fn control(text: &str, from: usize, character: char) -> Problem {
    let at = text.get(from..).and_then(|rest| rest.find(character)).map_or(from, |offset| from + offset);
    Problem::new(
        Span::new(at, at + character.len_utf8()),
        format!("an invisible character (U+{:04X}) stands here, which YAML does not allow", u32::from(character)),
        "delete it; such characters come along when a text is copied from elsewhere",
    )
}

/// A plain text that a comment interrupts.
fn interrupted(stumble: &Stumble<'_>, at: usize) -> Problem {
    let text = stumble.text;
    let from = stumble.right_before(at).map_or_else(|| stumble.node(), |before| before.start);
    let through = Line::at(text, line::skip_blanks(text, at)).end;
    Problem::new(
        Span::new(at, at + 1),
        "a blank and `#` begin a comment, here in the middle of a text",
        format!("put the whole text in quotes: `{}`", stumble.quoted(from, through)),
    )
}

/// `min: -2, max: 2`, from `from` to the end of its line: more than one field and nothing else.
fn fields_in_a_row(text: &str, from: usize) -> Option<&str> {
    let row = text.get(from..Line::at(text, from).end)?.trim_end();
    let is_field = |part: &str| {
        let (name, value) = part.split_once(": ")?;
        let is_word = |text: &str| !text.is_empty() && !text.contains(' ');
        let is_name = name.starts_with(char::is_lowercase) && line::is_field_name(name);
        (is_name && is_word(value.trim())).then_some(())
    };
    let fields: Option<Vec<()>> = row.split(", ").map(is_field).collect();
    fields.filter(|fields| fields.len() > 1).map(|_| row)
}

/// A colon where no field can be.
fn colon(stumble: &Stumble<'_>, at: usize) -> Problem {
    let text = stumble.text;
    let line = Line::at(text, at);
    let node = stumble.right_before(at).map_or_else(|| stumble.node(), |before| before.start);
    if let Some(bracket) = stumble.bracket_around(at) {
        return brackets::inside(stumble, bracket, at);
    }
    // The colon of the line's own field: the reader was still busy with the lines above.
    if line.colon == Some(at) && node < line.start && line.has_field_name(text) {
        let above = Line::at(text, node);
        if above.entry_column() == line.entry_column() {
            return missing_blank(text, &above).unwrap_or_else(|| missing_colon(text, &above));
        }
        if let Some(problem) = indentation::misindented(text, &line) {
            return problem;
        }
    }
    // `- Prices: hidden: always`: the first colon did it, for no field is called `Prices`.
    let first = Line::at(text, node);
    let is_sentence = first.colon.is_some_and(|colon| {
        let name = text.get(first.entry..colon).unwrap_or_default();
        name.contains(' ') || name.starts_with(char::is_uppercase)
    });
    let (at, node) = if is_sentence { (first.colon.unwrap_or(at), first.entry) } else { (at, node) };
    if let Some(fields) = fields_in_a_row(text, node) {
        let message = "several fields stand on one line, without the braces around them";
        return Problem::new(Span::new(at, at + 1), message, format!("put braces around them: `{{{fields}}}`"));
    }
    Problem::new(
        Span::new(at, at + 1),
        "this colon makes a field of the words before it, in the middle of a text",
        format!("put the whole text in quotes: `{}`", stumble.quoted(node, at)),
    )
    .fix(stumble.in_quotes(node, at))
}

/// `-title: x` and `title:x`.
fn missing_blank(text: &str, line: &Line) -> Option<Problem> {
    let entry = text.get(line.entry..line.end)?;
    if entry.strip_prefix('-').is_some_and(|rest| rest.starts_with(char::is_alphanumeric)) {
        return Some(glued_dash(text, Span::new(line.entry, line.end)));
    }
    let (name, value) =
        entry.split_once(':').filter(|(name, value)| line::is_field_name(name) && !value.starts_with("//"))?;
    if line.colon.is_some() {
        return None;
    }
    let colon = line.entry + name.len();
    let help = format!("write `{name}: {}`", shortened(value.trim_end()));
    let problem = Problem::new(Span::new(colon, colon + 1), "a blank is missing after the colon", help);
    Some(problem.fix(Some(Fix::insert(colon + 1, " "))))
}

fn missing_colon(text: &str, line: &Line) -> Problem {
    let words = text.get(line.entry..line.end).unwrap_or_default().trim_end();
    let help = if line.dash.is_some() {
        format!("an item with fields begins with a field too, such as `- title: {}`", shortened(words))
    } else if line::is_field_name(words) {
        format!("write `{words}:` if it is a field; if it continues the text above, indent it deeper")
    } else {
        "begin it with the name of a field and a colon; if it continues the text above, indent it deeper".to_owned()
    };
    Problem::new(Span::new(line.entry, line.entry + words.len()), "this line has no colon, so it is no field", help)
}

fn directive(text: &str, at: usize) -> Problem {
    Problem::new(
        character_span(text, at),
        "a line that begins with `%` is an instruction to the reader of YAML, which does not understand this one",
        "take the line out: a journey file needs no such instructions",
    )
}

/// Where a plain text goes on with `- `: an item of a list that is indented deeper than the one above.
pub(super) fn swallowed_dash(text: &str, span: Span) -> Option<usize> {
    let mut lines = span.slice(text).split_inclusive(['\n', '\r']);
    let mut start = span.start + lines.next()?.len();
    for line in lines {
        let dash = line.trim_start_matches(is_blank);
        if dash.strip_prefix('-').is_some_and(|rest| rest.starts_with(is_blank_or_end)) {
            return Some(start + line.len() - dash.len());
        }
        start += line.len();
    }
    None
}

/// An item of a list that has become part of the text above, if there is a list that it may belong to.
pub(super) fn swallowed_item(text: &str, dash: usize) -> Option<Problem> {
    indentation::misindented(text, &Line::at(text, dash))
}
