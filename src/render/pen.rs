//! Styles for a terminal that survive being laid out in a table.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};

/// What a style says. Nothing is said by colour alone.
#[derive(Debug, Clone, Copy)]
pub(super) enum Tone {
    Strong,
    Good,
    Doubtful,
    Bad,
}

/// Puts styles into a table that does not know of them: tones are written as characters without width, which
/// [`printable`](crate::text::printable) lets no text have, and become ANSI codes once the table stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pen {
    /// Whether styles may be used at all.
    pub color: bool,
}

const END: char = '\u{2069}';

impl Pen {
    /// `text` in that tone, word by word, so that a cell may wrap between them.
    pub fn mark(self, tone: Tone, text: &str) -> String {
        if !self.color {
            return text.to_owned();
        }
        let mut marked = String::with_capacity(text.len() + 8);
        for piece in text.split_inclusive([' ', '\n']) {
            let word = piece.trim_end_matches([' ', '\n']);
            if !word.is_empty() {
                marked.extend([tone.sign()]);
                marked.push_str(word);
                marked.push(END);
            }
            marked.push_str(&piece[word.len()..]);
        }
        marked
    }

    /// A finished line with its tones as ANSI codes. A tone ends with its line at the latest.
    pub fn ink(line: &str) -> String {
        let mut inked = String::with_capacity(line.len());
        let mut tone: Option<Tone> = None;
        for c in line.chars().chain([END]) {
            let begun = Tone::of(c);
            if begun.is_none() && c != END {
                inked.push(c);
                continue;
            }
            if let Some(ended) = tone.take() {
                let _ = write!(inked, "{:#}", ended.style());
            }
            if let Some(begun) = begun {
                let _ = write!(inked, "{}", begun.style());
            }
            tone = begun;
        }
        inked
    }
}

impl Tone {
    const ALL: [Self; 4] = [Self::Strong, Self::Good, Self::Doubtful, Self::Bad];

    /// The character that begins the tone.
    const fn sign(self) -> char {
        match self {
            Self::Strong => '\u{2066}',
            Self::Good => '\u{2067}',
            Self::Doubtful => '\u{2068}',
            Self::Bad => '\u{202a}',
        }
    }

    fn of(sign: char) -> Option<Self> {
        Self::ALL.into_iter().find(|tone| tone.sign() == sign)
    }

    const fn style(self) -> Style {
        match self {
            Self::Strong => Style::new().bold(),
            Self::Good => AnsiColor::Green.on_default(),
            Self::Doubtful => AnsiColor::Yellow.on_default(),
            Self::Bad => AnsiColor::Red.on_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Pen, Tone};
    use crate::text::printable;

    #[test]
    fn words_become_ansi_codes() {
        let pen = Pen { color: true };
        let marked = pen.mark(Tone::Bad, "very  bad");
        assert_eq!(Pen::ink(&marked), "\x1b[31mvery\x1b[0m  \x1b[31mbad\x1b[0m");
        assert_eq!(Pen { color: false }.mark(Tone::Bad, "very bad"), "very bad");
    }

    #[test]
    fn a_tone_ends_with_its_line() {
        let pen = Pen { color: true };
        let marked = pen.mark(Tone::Strong, "whole");
        assert_eq!(Pen::ink(marked.split_at(6).0), "\x1b[1mwho\x1b[0m");
    }

    #[test]
    fn texts_cannot_write_tones() {
        for tone in Tone::ALL {
            assert!(!printable(&tone.sign().to_string()).contains(tone.sign()));
        }
        assert!(!printable(&super::END.to_string()).contains(super::END));
    }
}
