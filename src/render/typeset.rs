//! Measures text with the embedded faces and breaks it into lines. Nothing is ever cut: what is too long goes on below.

use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, MetadataProvider};
use unicode_linebreak::BreakOpportunity;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthChar;

use super::scene::{HYPHEN, Line, Weight};
use crate::text::printable;

/// Inter Regular, a subset; SIL Open Font License 1.1.
pub const REGULAR: &[u8] = include_bytes!("../../assets/fonts/Inter-Regular.otf");
/// Inter Bold, a subset; SIL Open Font License 1.1.
pub const BOLD: &[u8] = include_bytes!("../../assets/fonts/Inter-Bold.otf");

/// How much wider than in Inter a reader's face may be before text leaves its box. Bold faces differ more: `DejaVu` Sans
/// Bold by a fifth, of which margins take a part.
const fn spare(weight: Weight) -> f64 {
    match weight {
        Weight::Regular => 1.1,
        Weight::Bold => 1.16,
    }
}

/// Measures and breaks text.
pub struct Typesetter {
    regular: Option<Face>,
    bold: Option<Face>,
}

struct Face {
    charmap: Charmap<'static>,
    metrics: GlyphMetrics<'static>,
    /// How many units of the face its size has.
    units: f64,
    /// The widths of the characters of everyday use, in parts of the size.
    latin: Vec<f64>,
}

/// How many characters of a broken word stand on its last line at least.
const WIDOW: usize = 3;
/// The characters whose widths are looked up once.
const LATIN: u32 = 0x250;

impl Face {
    fn read(bytes: &'static [u8]) -> Option<Self> {
        let font = FontRef::new(bytes).ok()?;
        let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
        let units = font.metrics(Size::unscaled(), LocationRef::default()).units_per_em;
        let mut face = Self { charmap: font.charmap(), metrics, units: units.into(), latin: Vec::new() };
        face.latin = (0..LATIN).map(|code| char::from_u32(code).map_or(0.0, |c| face.look_up(c))).collect();
        Some(face)
    }

    fn advance(&self, c: char) -> f64 {
        let at = usize::try_from(u32::from(c)).unwrap_or(usize::MAX);
        self.latin.get(at).copied().unwrap_or_else(|| self.look_up(c))
    }

    fn look_up(&self, c: char) -> f64 {
        let glyph = self.charmap.map(c).and_then(|glyph| self.metrics.advance_width(glyph));
        glyph.map_or_else(|| foreign(c), |advance| f64::from(advance) / self.units)
    }
}

/// The width to reserve for a character that the embedded faces lack, in parts of the size.
fn foreign(c: char) -> f64 {
    match c {
        // Whole sentences in one character.
        '\u{fdfa}'..='\u{fdfd}' | '\u{1242b}' | '\u{a9c5}' => 10.0,
        _ => match c.width() {
            None | Some(0) => 0.0,
            Some(1) => 1.0,
            Some(_) => 1.4,
        },
    }
}

impl Default for Typesetter {
    fn default() -> Self {
        Self::new()
    }
}

impl Typesetter {
    /// With the embedded faces.
    #[must_use]
    pub fn new() -> Self {
        Self { regular: Face::read(REGULAR), bold: Face::read(BOLD) }
    }

    /// Whether the embedded faces have that character, or it shows nothing.
    #[must_use]
    pub fn has(&self, c: char) -> bool {
        c.width().unwrap_or(0) == 0 || self.regular.as_ref().is_some_and(|face| face.charmap.map(c).is_some())
    }

    /// How wide `text` is on one line.
    #[must_use]
    pub fn width(&self, text: &str, size: f64, weight: Weight) -> f64 {
        text.chars().map(|c| self.advance(c, weight)).sum::<f64>() * size
    }

    fn advance(&self, c: char, weight: Weight) -> f64 {
        let face = match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        };
        face.as_ref().map_or(1.0, |face| face.advance(c))
    }

    /// The width in a reader's face to reckon with.
    #[must_use]
    pub fn room_for(&self, text: &str, size: f64, weight: Weight) -> f64 {
        self.width(text, size, weight) * spare(weight)
    }

    /// `text` in lines that fit into `width` with room to spare: broken between words by the rules of Unicode (UAX 14),
    /// inside a word where it alone is too long, never inside what readers take for one character. Blank text has no
    /// lines.
    #[must_use]
    pub fn lines(&self, text: &str, width: f64, size: f64, weight: Weight) -> Vec<Line> {
        let text = printable(text);
        let mut setting = Setting {
            typesetter: self,
            room: width / spare(weight) / size,
            weight,
            // Most texts are of one line, and a picture of many texts.
            lines: Vec::with_capacity(1),
            line: String::new(),
        };
        let mut start = 0;
        for (end, opportunity) in unicode_linebreak::linebreaks(&text) {
            if opportunity == BreakOpportunity::Allowed && is_glued(&text, end) {
                continue;
            }
            setting.word(text.get(start..end).unwrap_or_default());
            if opportunity == BreakOpportunity::Mandatory {
                setting.end_line();
            }
            start = end;
        }
        setting.end_line();
        let mut lines = setting.lines;
        if let Some(last) = lines.last_mut() {
            last.ends_in_blank = false;
        }
        for line in &mut lines {
            line.width *= size;
        }
        lines
    }
}

/// Whether what stands before and behind a blank stays on one line: a mark never begins a line, and what opens a quotation
/// never ends one. The blanks of French that do not break are seldom typed.
fn is_glued(text: &str, at: usize) -> bool {
    let (before, behind) = text.split_at_checked(at).unwrap_or((text, ""));
    before.ends_with(char::is_whitespace)
        && (before.trim_end().ends_with('«') || behind.starts_with(['»', '·', ':', ';', '?', '!']))
}

/// How many lines a text has at most to be made even: in a long one nobody sees its last line.
const EVEN: usize = 6;

impl Typesetter {
    /// The same, with lines as even as can be where the last one would be a leftover.
    #[must_use]
    pub fn even_lines(&self, text: &str, width: f64, size: f64, weight: Weight) -> Vec<Line> {
        let lines = self.lines(text, width, size, weight);
        let widest = lines.iter().map(|line| line.width).fold(0.0, f64::max);
        let is_leftover = lines.last().is_some_and(|last| last.width < 0.4 * widest);
        if !(2..=EVEN).contains(&lines.len()) || !is_leftover {
            return lines;
        }
        // The narrowest room that needs no more lines and breaks no word, to a hundredth or so.
        let words = text.split_whitespace().map(|word| self.room_for(word, size, weight));
        let (mut narrow, mut wide) = (words.fold(width / 2.0, f64::max) / width, 1.0);
        if narrow >= wide {
            return lines;
        }
        let mut best = lines;
        for _ in 0..6 {
            let part = f64::midpoint(narrow, wide);
            let lines = self.lines(text, width * part, size, weight);
            if lines.len() > best.len() {
                narrow = part;
            } else {
                (wide, best) = (part, lines);
            }
        }
        best
    }
}

/// Lines in the making; widths in parts of the size.
struct Setting<'t> {
    typesetter: &'t Typesetter,
    room: f64,
    weight: Weight,
    lines: Vec<Line>,
    line: String,
}

impl Setting<'_> {
    /// Adds a word with the blanks behind it.
    fn word(&mut self, piece: &str) {
        let word = piece.trim_end();
        let so_far = self.advance(&self.line);
        let wide = self.advance(word);
        if so_far + wide <= self.room {
            self.line.push_str(piece);
            return;
        }
        self.end_line();
        if wide <= self.room {
            self.line.push_str(piece);
        } else {
            self.long_word(piece);
        }
    }

    /// Adds a word that is too long for a line, in pieces; never leaves a letter or two alone. A word of letters has hyphens
    /// between them.
    fn long_word(&mut self, piece: &str) {
        let mut rest: Vec<_> = piece.trim_end().graphemes(true).collect();
        let is_word = piece.trim_end().chars().all(char::is_alphabetic);
        let hyphen = if is_word { HYPHEN } else { "" };
        let room = self.room - self.advance(hyphen);
        while !rest.is_empty() {
            let mut width = 0.0;
            let fits = rest.iter().take_while(|character| {
                width += self.advance(character);
                width <= room
            });
            let fits = fits.count().max(1);
            let left = rest.len().saturating_sub(fits);
            let is_widow = (1..WIDOW).contains(&left) && fits >= WIDOW;
            let taken = if is_widow { rest.len() - WIDOW } else { fits };
            let further = rest.split_off(taken.min(rest.len()));
            self.line.extend(rest);
            if !further.is_empty() {
                self.line.push_str(hyphen);
                self.end_line();
                if let Some(line) = self.lines.last_mut() {
                    line.is_hyphenated = is_word;
                }
            }
            rest = further;
        }
        self.line.push_str(piece.get(piece.trim_end().len()..).unwrap_or_default());
    }

    fn end_line(&mut self) {
        let text = self.line.trim();
        if !text.is_empty() {
            let ends_in_blank = self.line.ends_with(char::is_whitespace);
            let width = self.advance(text);
            self.lines.push(Line { text: text.to_owned(), width, ends_in_blank, is_hyphenated: false });
        }
        self.line.clear();
    }

    fn advance(&self, text: &str) -> f64 {
        text.chars().map(|c| self.typesetter.advance(c, self.weight)).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::{Typesetter, Weight};

    /// Lines in a room for so many digits, which are all equally wide.
    fn lines(text: &str, digits: usize) -> Vec<String> {
        let typesetter = Typesetter::new();
        let room = typesetter.room_for(&"0".repeat(digits), 10.0, Weight::Regular) + 0.001;
        typesetter.lines(text, room, 10.0, Weight::Regular).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn lines_break_between_words() {
        assert_eq!(lines("00 00 00", 6), ["00 00", "00"]);
        assert_eq!(lines("000 000", 3), ["000", "000"]);
        assert_eq!(lines("", 3), [""; 0]);
        assert_eq!(lines(" \n ", 3), [""; 0]);
    }

    #[test]
    fn long_words_break_inside_and_leave_no_letter_alone() {
        assert_eq!(lines("000000000", 4), ["0000", "00", "000"]);
        assert_eq!(lines("00000000", 4), ["0000", "0000"]);
        assert_eq!(lines("00000", 4), ["00", "000"]);
        assert_eq!(lines("000", 2), ["00", "0"]);
        assert_eq!(lines("0 0000000000 0", 8), ["0", "0000000", "000 0"]);
    }

    #[test]
    fn words_of_letters_break_with_a_hyphen() {
        let word = "Vestigingsverantwoordelijke";
        let broken = lines(word, 12);
        assert!(broken.len() > 1 && broken[..broken.len() - 1].iter().all(|line| line.ends_with('-')), "{broken:?}");
        assert_eq!(broken.join("").replace('-', ""), word);
        assert!(lines("a/long/path/of/somebody42", 12).iter().all(|line| !line.ends_with('-')));
    }

    #[test]
    fn marks_stay_with_what_they_belong_to() {
        assert_eq!(lines("0000 « 000 » 00 ?", 7), ["0000", "« 000 »", "00 ?"]);
        assert_eq!(lines("0000 · 000", 7), ["0000 ·", "000"]);
    }

    #[test]
    fn what_readers_take_for_one_character_stays_whole() {
        let family = "👩‍👩‍👧‍👦";
        assert!(lines(&family.repeat(9), 4).iter().all(|line| line.chars().count() % family.chars().count() == 0));
        assert_eq!(lines("e\u{301}e\u{301}e\u{301}", 1), ["e\u{301}"; 3]);
    }

    #[test]
    fn widths_are_those_of_the_face() {
        let typesetter = Typesetter::new();
        let width = |text, weight| typesetter.width(text, 2816.0, weight).round();
        // In units of the face, as fontTools reads them.
        assert_eq!(
            (width("A", Weight::Regular), width("i", Weight::Regular), width("A", Weight::Bold)),
            (A, I, BOLD_A)
        );
        assert!(typesetter.has('é') && typesetter.has('→') && typesetter.has('\u{301}') && !typesetter.has('語'));
    }

    const A: f64 = 1904.0;
    const I: f64 = 668.0;
    const BOLD_A: f64 = 2106.0;
}
