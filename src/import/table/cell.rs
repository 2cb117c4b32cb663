//! Cells: what stands in them, and the several things that one cell may hold.

use crate::source::Span;

/// A cell of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::import) struct Cell {
    /// Its text, without blanks around it.
    pub(in crate::import) text: String,
    /// Where it stands in the source.
    pub(in crate::import) span: Span,
    /// Its row and column in the source, from 0.
    pub(in crate::import) place: (u32, u32),
    /// Whether it is one of several that are merged.
    pub(in crate::import) merged: Merged,
}

/// How a cell is merged with others of its column.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::import) enum Merged {
    /// Not at all.
    #[default]
    Alone,
    /// It is the first of them, and says what all say.
    First,
    /// It repeats the first one.
    Copy,
}

/// What separates the things in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Split {
    /// It is one text.
    One,
    /// Line breaks alone: quotations are full of semicolons.
    Lines,
    /// Line breaks, semicolons, bullets: sentences.
    Sentences,
    /// As for sentences, and commas and slashes: names.
    Names,
}

impl Cell {
    /// Whether nothing is said: an empty cell, a dash, "n/a".
    pub(super) fn is_blank(&self) -> bool {
        let text = self.text.trim_matches(['.', ' ']).to_lowercase();
        matches!(
            text.as_str(),
            "" | "-"
                | "–"
                | "—"
                | "/"
                | "?"
                | "n/a"
                | "na"
                | "nvt"
                | "n.v.t"
                | "n.v.t."
                | "s.o"
                | "k.a"
                | "none"
                | "geen"
                | "aucun"
                | "aucune"
        )
    }

    /// The things that the cell holds.
    pub(super) fn items(&self, split: Split) -> Vec<&str> {
        if self.is_blank() {
            return Vec::new();
        }
        let lines = match split {
            Split::One => return vec![&self.text],
            _ => self.text.split(['\n', '\r']),
        };
        let parts: Vec<&str> = match split {
            Split::One | Split::Lines => lines.collect(),
            Split::Sentences => lines.flat_map(sentences).collect(),
            Split::Names => lines.flat_map(sentences).flat_map(names).collect(),
        };
        let parts = parts.into_iter().map(without_bullet);
        parts.filter(|part| part.chars().any(|c| !is_bullet(c) && !c.is_whitespace())).collect()
    }
}

/// The sentences of a line. A semicolon inside of brackets or an entity separates nothing.
fn sentences(line: &str) -> Vec<&str> {
    let mut depth = 0_usize;
    let is_end = |c: char| {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && matches!(c, ';' | '•' | '·' | '●' | '▪' | '‣')
    };
    line.split(is_end).flat_map(|part| part.split(" / ")).collect()
}

/// The names in a text, where all of it reads like a list of names.
fn names(text: &str) -> Vec<&str> {
    let parts: Vec<_> = text.split([',', '/', '+']).collect();
    let is_name = |part: &&str| (1..=4).contains(&part.split_whitespace().count());
    if parts.iter().all(is_name) && !text.contains("://") { parts } else { vec![text] }
}

fn is_bullet(c: char) -> bool {
    matches!(c, '-' | '*' | '•' | '·' | '–' | '—' | '●' | '▪' | '‣' | '○' | '☐' | '□')
}

/// A line of a list without what marks it as one: `- `, `1. `, `a) `.
fn without_bullet(line: &str) -> &str {
    let line = line.trim();
    let bare = line.trim_start_matches(is_bullet);
    if bare.len() < line.len() && bare.starts_with(char::is_whitespace) {
        return bare.trim();
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    match line.get(digits..).and_then(|rest| rest.strip_prefix(['.', ')'])) {
        Some(rest) if (1..=2).contains(&digits) && rest.starts_with(' ') => rest.trim(),
        _ => line,
    }
}

#[cfg(test)]
mod tests {
    use super::{Cell, Split};

    fn items(text: &str, split: Split) -> Vec<String> {
        let cell = Cell { text: text.into(), ..Cell::default() };
        cell.items(split).into_iter().map(str::to_owned).collect()
    }

    #[test]
    fn a_cell_holds_several_things() {
        assert_eq!(items("- Wachten\n- Geen prijs", Split::Sentences), ["Wachten", "Geen prijs"]);
        assert_eq!(items("Wait; no price (a; b) · dear", Split::Sentences), ["Wait", "no price (a; b)", "dear"]);
        assert_eq!(items("1. Search 2. times\n2. Buy", Split::Sentences), ["Search 2. times", "Buy"]);
        assert_eq!(items("Website, app/e-mail", Split::Names), ["Website", "app", "e-mail"]);
        assert_eq!(
            items("Price, which nobody at all understands", Split::Names),
            ["Price, which nobody at all understands"]
        );
        assert_eq!(items("“I wait; and wait”\n“Why?”", Split::Lines), ["“I wait; and wait”", "“Why?”"]);
        assert_eq!(items("prijs/kwaliteit", Split::Sentences), ["prijs/kwaliteit"]);
    }

    #[test]
    fn a_dash_says_nothing() {
        for text in ["", "-", "–", "n/a", "N.v.t.", "?"] {
            assert!(items(text, Split::Sentences).is_empty(), "{text}");
        }
    }
}
