//! One task of a diagram: its name, its score, and who takes part.

use std::ops::Range;

use super::clean::{Clean, shown};
use crate::import::note::Notes;
use crate::import::number_value;
use crate::model::{Experience, Number, Touchpoint};
use crate::source::Located;

/// Reads a task from its line, with every colon in it.
pub(super) fn read(text: &str, line: &Range<usize>, clean: &Clean, notes: &mut Notes) -> Touchpoint {
    let pieces = pieces(text, line);
    let at = |index: usize| pieces.get(index).map_or("", |piece| text[piece.clone()].trim());
    let score_at = score_at(&pieces, &at);
    let name = line.start..pieces.get(score_at - 1).map_or(line.end, |piece| piece.end);
    let title = Located::new(shown(&text[name.clone()]), clean.span(&name));
    if score_at > 1 {
        let message = format!("to Mermaid this task is called “{}” and rated `{}`", shown(at(0)), shown(at(1)));
        notes.repair(clean.span(line), message).advise(format!(
            "its name ends at the first colon there; it is read as “{}”, rated {}",
            title.value,
            at(score_at)
        ));
    }
    let mut touchpoint = Touchpoint { title, ..Touchpoint::default() };
    if let Some(piece) = pieces.get(score_at) {
        score(&mut touchpoint, at(score_at), piece, clean, notes);
    }
    if let Some(piece) = pieces.get(score_at + 1) {
        actors(&mut touchpoint, text, piece, clean, notes);
    }
    if let Some(piece) = pieces.get(score_at + 2) {
        let rest = piece.start..line.end;
        let lost = shown(&text[rest.clone()]);
        if !lost.is_empty() {
            notes.loss(
                clean.span(&rest),
                "Mermaid leaves out what stands behind the actors; it is kept as `description`",
            );
            touchpoint.description = Some(lost.into());
        }
    }
    touchpoint
}

/// The parts of a line between its colons.
fn pieces(text: &str, line: &Range<usize>) -> Vec<Range<usize>> {
    let mut start = line.start;
    let part = |piece: &str| {
        let from = start;
        start += piece.len() + 1;
        from..from + piece.len()
    };
    text[line.clone()].split(':').map(part).collect()
}

/// Which piece is the score: the second, unless that is none and a later one is (`Call at 10:30: 4: Me`).
fn score_at<'t>(pieces: &[Range<usize>], at: &impl Fn(usize) -> &'t str) -> usize {
    let is_number = |index| at(index).parse::<f64>().is_ok();
    if rating(at(1)).is_some() && !is_number(2) {
        return 1;
    }
    (2..pieces.len()).rev().find(|&index| rating(at(index)).is_some()).unwrap_or(1)
}

/// Whether a text looks like a task with its score.
pub(super) fn is_task(text: &str) -> bool {
    text.split(':').skip(1).any(|piece| rating(piece.trim()).is_some())
}

/// A score as Mermaid means it: a whole number from 1 to 5.
fn rating(text: &str) -> Option<f64> {
    text.parse().ok().filter(|score| [1.0, 2.0, 3.0, 4.0, 5.0].contains(score))
}

fn score(touchpoint: &mut Touchpoint, written: &str, piece: &Range<usize>, clean: &Clean, notes: &mut Notes) {
    let span = clean.span(piece);
    let number = written.parse::<f64>().ok().filter(|number| number.is_finite());
    match number {
        _ if written.is_empty() => {
            notes.guess(span, "this task has no score, which Mermaid draws as 0; here its experience is unknown");
        }
        Some(number) if (1.0..=5.0).contains(&number) => {
            if rating(written).is_none() {
                notes.guess(span, format!("Mermaid's scores are whole numbers; the experience is rated {number}"));
            }
            let level = Some(Located::new(Number(number), span));
            touchpoint.experience = Some(Experience { level, ..Experience::default() });
        }
        _ => {
            let written = shown(written);
            notes
                .loss(span, format!("the score `{written}` is off Mermaid's scale, 1–5; it is kept as `x-score`"))
                .advise("rate the touchpoint's `experience` yourself");
            let kept = number.map_or_else(|| written.into(), number_value);
            touchpoint.extensions.0.insert("x-score".into(), kept);
        }
    }
}

fn actors(touchpoint: &mut Touchpoint, text: &str, piece: &Range<usize>, clean: &Clean, notes: &mut Notes) {
    let mut start = piece.start;
    for written in text[piece.clone()].split(',') {
        let whole = start..start + written.len();
        start = whole.end + 1;
        let (name, remark) = written.split_once("%%").map_or((written, None), |(name, remark)| (name, Some(remark)));
        if let Some(remark) = remark {
            let name = shown(name);
            notes
                .repair(clean.span(&whole), format!("to Mermaid `%%` and what follows is part of the actor “{name}”"))
                .advise("a comment needs a line of its own; this one is kept as `x-comment`");
            touchpoint.extensions.0.insert("x-comment".into(), shown(remark).into());
        }
        let name = shown(name);
        if !name.is_empty() {
            touchpoint.actors.0.push(Located::new(name, clean.span(&whole)));
        }
    }
}
