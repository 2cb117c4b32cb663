//! Bytes of other programs → text: the encodings that spreadsheets and old editors write, without what no map can hold.

use std::borrow::Cow;

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::note::Notes;
use crate::source::Span;

/// The text of a file. Lines that are not UTF-8 are read as Windows-1252, one by one: files are pasted together.
///
/// # Errors
/// When the bytes are no text, a sentence that says so.
pub(super) fn decode(bytes: &[u8], notes: &mut Notes) -> Result<String, &'static str> {
    let text = match bytes {
        [0xff, 0xfe, ..] => UTF_16LE.decode(bytes).0.into_owned(),
        [0xfe, 0xff, ..] => UTF_16BE.decode(bytes).0.into_owned(),
        _ if bytes.contains(&0) => return Err("this is not a text: it holds zero bytes"),
        _ => by_line(bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes), notes),
    };
    let controls = text.chars().filter(|c| is_refused(*c)).count();
    if controls * 20 > text.chars().count() {
        return Err("this is not a text: it is full of control characters");
    }
    if let Some(at) = text.find(is_refused) {
        let message = match controls {
            1 => "a control character is read as a blank".into(),
            _ => format!("{controls} control characters are read as blanks, the first one here"),
        };
        // Spans speak of the text without them: each becomes one byte.
        notes.repair(Span::new(at, at + 1), message);
    }
    Ok(clean(&text).into_owned())
}

/// The text with a blank for every character that no map can hold.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    if text.contains(is_refused) { text.replace(is_refused, " ").into() } else { text.into() }
}

/// Control characters, but tabs and line breaks; and the separators that YAML takes for line breaks.
fn is_refused(c: char) -> bool {
    (c.is_control() && !matches!(c, '\t' | '\n' | '\r')) || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}')
}

fn by_line(bytes: &[u8], notes: &mut Notes) -> String {
    if let Ok(text) = str::from_utf8(bytes) {
        return text.to_owned();
    }
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 8);
    let mut foreign: Option<(Span, usize)> = None;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        let start = text.len();
        if let Ok(line) = str::from_utf8(line) {
            text.push_str(line);
        } else {
            text.push_str(&WINDOWS_1252.decode_without_bom_handling(line).0);
            let span = Span::new(start, text.trim_end().len().max(start));
            foreign.get_or_insert((span, 0)).1 += 1;
        }
    }
    if let Some((span, count)) = foreign {
        let lines = if count == 1 { "this line is".into() } else { format!("{count} lines, the first one here, are") };
        notes
            .guess(span, format!("{lines} not UTF-8; read as Windows-1252"))
            .advise("check the accented letters; or save the file as UTF-8");
    }
    text
}
