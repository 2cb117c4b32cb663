//! Makes texts of authors safe to show: whatever a file holds, no control character reaches a terminal or a page.

use std::borrow::Cow;

/// `text` on one line and without any power over where it is shown. Line breaks and tabs become a blank; every other
/// control character, and those that turn the direction of writing, become a visible escape such as `\u{202e}`.
#[must_use]
pub fn printable(text: &str) -> Cow<'_, str> {
    if !text.contains(is_unprintable) {
        return text.into();
    }
    let mut shown = String::with_capacity(text.len() + 8);
    let mut previous = ' ';
    for c in text.chars() {
        match c {
            '\n' if previous == '\r' => {} // CRLF is one line break.
            '\n' | '\r' | '\t' => shown.push(' '),
            _ if is_unprintable(c) => shown.extend(c.escape_unicode()),
            _ => shown.push(c),
        }
        previous = c;
    }
    shown.into()
}

/// JSON in which texts have no power over where it is shown: the same characters as JSON's own escapes. Line breaks,
/// which texts in JSON never hold, stay.
#[must_use]
pub fn printable_json(json: &str) -> Cow<'_, str> {
    let must_go = |c| c != '\n' && is_unprintable(c);
    if !json.contains(must_go) {
        return json.into();
    }
    let escape = |c: char| if must_go(c) { format!("\\u{:04x}", u32::from(c)) } else { c.into() };
    json.chars().map(escape).collect::<String>().into()
}

/// `text` in Markdown as nothing but text, wherever on a line it stands. Sources: `CommonMark` 0.31, backslash escapes;
/// GFM, tables and autolinks. For mentions, references and links, which are looked for when the escapes are gone, a
/// space without width as Renovate writes it.
#[must_use]
pub fn markdown(text: &str) -> String {
    const NO_WIDTH: char = '\u{200b}';
    let text = printable(text);
    let text = text.trim();
    let mut safe = String::with_capacity(text.len() + 8);
    for (at, c) in text.char_indices() {
        let rest = &text[at..];
        match c {
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            // Behind a backslash it would still begin a formula.
            '$' => safe.push_str("&#36;"),
            '@' | '#' => safe.extend(['\\', c, NO_WIDTH]),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '!' | '&' => safe.extend(['\\', c]),
            ':' if rest.starts_with("://") => safe.extend([c, NO_WIDTH]),
            'w' | 'W' if rest.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www.")) => {
                safe.extend([c, NO_WIDTH]);
            }
            _ => safe.push(c),
        }
    }
    safe
}

/// A cell of a CSV file that a spreadsheet takes for text and not for a formula: what begins like one gets a `'` before
/// it. A number stays one. Source: OWASP, *CSV Injection*.
#[must_use]
pub fn guarded(cell: &str) -> Cow<'_, str> {
    let is_formula = cell.starts_with(FORMULA) && cell.parse::<f64>().is_err();
    if is_formula { format!("'{cell}").into() } else { cell.into() }
}

/// A cell without the sign that keeps it from being a formula.
#[must_use]
pub fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|text| text.starts_with(FORMULA)).unwrap_or(cell)
}

/// What formulas begin with, after the blanks that spreadsheets pass over.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// C0 and C1 controls, DEL, the controls of Unicode's bidirectional algorithm (UAX 9), line and paragraph separators.
pub(crate) fn is_unprintable(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// From one end of a scale to the other: `1–5`, and `−2 to 2`, since a dash beside a minus is hard to read.
#[must_use]
pub fn range(min: f64, max: f64) -> String {
    if min < 0.0 { format!("{min} to {max}").replace('-', "−") } else { format!("{min}–{max}") }
}

/// A count with its thing: `1 map`, `3 maps`.
#[must_use]
pub fn counted(count: usize, thing: &str) -> String {
    if count == 1 { format!("1 {thing}") } else { format!("{count} {thing}s") }
}

#[cfg(test)]
#[allow(clippy::expect_used, reason = "a test may fail")]
mod tests {
    use super::{printable, printable_json};

    #[test]
    fn plain_text_is_left_alone() {
        for text in ["", "I pay", "Ik betaal € 3 – goed", "支払う 🙂 e\u{301} \u{200d}"] {
            assert!(matches!(printable(text), std::borrow::Cow::Borrowed(same) if same == text));
        }
    }

    #[test]
    fn line_breaks_and_tabs_are_one_blank_each() {
        assert_eq!(printable("a\nb\tc\rd\r\ne\n\nf"), "a b c d e  f");
    }

    #[test]
    fn controls_become_visible() {
        assert_eq!(printable("\x1b[31mred"), r"\u{1b}[31mred");
        assert_eq!(printable("\0 \x7f \u{9b}"), r"\u{0} \u{7f} \u{9b}");
        assert_eq!(printable("a\u{202e}b\u{2069}\u{200f}\u{61c}"), r"a\u{202e}b\u{2069}\u{200f}\u{61c}");
        assert_eq!(printable("a\u{2028}b\u{2029}"), r"a\u{2028}b\u{2029}");
    }

    #[test]
    fn json_stays_the_same_json() {
        let text = "\0 \x1b \x7f \u{9b} \u{202e} \n \u{2028} é 🙂";
        let json = serde_json::to_string_pretty(&[text]).expect("JSON");
        let shown = printable_json(&json);
        assert_eq!(shown, "[\n  \"\\u0000 \\u001b \\u007f \\u009b \\u202e \\n \\u2028 é 🙂\"\n]");
        assert_eq!(serde_json::from_str::<[String; 1]>(&shown).expect("JSON"), [text]);
        assert!(matches!(printable_json("{\n}"), std::borrow::Cow::Borrowed(_)));
    }

    #[test]
    fn nothing_unprintable_is_ever_left() {
        let every: String = ('\0'..=char::MAX).collect();
        assert!(!printable(&every).contains(super::is_unprintable));
    }
}
