//! What stands around the diagrams and tables of a document: nothing of it is lost.

use super::blocks::Block;
use crate::import::Imported;
use crate::import::note::Notes;
use crate::import::table::cell::Cell;
use crate::source::Span;

/// How many texts of a document are kept.
const MOST_KEPT: usize = 200;

/// A text outside of the journeys; a heading is kept for the sake of what stands below it.
struct Text<'b> {
    cell: &'b Cell,
    said: String,
    is_heading: bool,
}

/// Gives the journeys of a document the texts around them. What stands right above one, under the same heading, is its
/// `description`; the rest is kept under `x-notes`. `starts` tells where each journey begins, `is_journey` which blocks are
/// parts of one.
pub(super) fn keep(found: &mut [Imported], starts: &[usize], blocks: &[Block], is_journey: impl Fn(&Block) -> bool) {
    let Some(first) = found.iter().position(|imported| imported.journey.is_some()) else { return };
    let (mut last, mut pending, mut left) = (None, Vec::new(), MOST_KEPT);
    for block in blocks {
        if is_journey(block) {
            let start = start(block);
            let at = starts.iter().enumerate().filter(|(_, other)| **other <= start).max_by_key(|(_, start)| **start);
            let at = at.map(|(at, _)| at).filter(|at| found.get(*at).is_some_and(|one| one.journey.is_some()));
            let heading = pending.iter().rposition(|text: &Text<'_>| text.is_heading).map_or(0, |at| at + 1);
            let own = pending.split_off(heading);
            note(found, last.or(at).unwrap_or(first), &pending, "x-notes");
            note(found, at.unwrap_or(first), &own, "description");
            pending.clear();
            last = at;
            continue;
        }
        for text in texts(block) {
            if let Some(less) = left.checked_sub(1) {
                left = less;
                pending.push(text);
            }
        }
    }
    note(found, last.unwrap_or(first), &pending, "x-notes");
    if left == 0
        && let Some(imported) = found.get_mut(first)
    {
        let mut notes = Notes::default();
        notes.loss(Span::default(), format!("of the texts around the journeys the first {MOST_KEPT} are kept"));
        imported.notes.extend(notes.finish());
    }
}

/// Where a block begins.
fn start(block: &Block) -> usize {
    match block {
        Block::Fence(parts) => parts.first().map_or(0, |part| part.start),
        Block::Table(rows) => rows.first().and_then(|row| row.first()).map_or(0, |cell| cell.span.start),
        Block::Heading(_, cell) | Block::Item(_, cell) | Block::Paragraph(cell) => cell.span.start,
    }
}

/// The texts of a block that is no part of a journey.
fn texts(block: &Block) -> Vec<Text<'_>> {
    let plain = |cell, is_heading| Text { cell, said: cell.text.clone(), is_heading };
    match block {
        Block::Heading(_, cell) => vec![plain(cell, true)],
        Block::Item(_, cell) | Block::Paragraph(cell) => vec![plain(cell, false)],
        Block::Table(rows) => rows.iter().filter_map(|row| row_of(row)).collect(),
        Block::Fence(_) => Vec::new(),
    }
}

fn row_of(row: &[Cell]) -> Option<Text<'_>> {
    let cells: Vec<_> = row.iter().map(|cell| cell.text.as_str()).collect();
    Some(Text { cell: row.first()?, said: cells.join(" | "), is_heading: false })
}

/// Keeps texts with a journey, and says so.
fn note(found: &mut [Imported], at: usize, texts: &[Text<'_>], field: &str) {
    let Some(imported) = found.get_mut(at) else { return };
    let Some(journey) = imported.journey.as_mut() else { return };
    // A heading says something of what stands below it, or is the title anyway.
    let is_needed = |(at, text): &(usize, &Text<'_>)| {
        let is_empty = texts.get(at + 1).is_none_or(|next| next.is_heading);
        !text.said.is_empty() && !(text.is_heading && (is_empty || text.said == journey.title.value))
    };
    let texts: Vec<_> = texts.iter().enumerate().filter(is_needed).map(|(_, text)| text).collect();
    let Some(first) = texts.iter().find(|text| !text.is_heading) else { return };
    if field == "description" {
        let said = journey.description.take().map(|text| text.value);
        let all = said.into_iter().chain(texts.iter().map(|text| text.said.clone()));
        journey.description = Some(all.collect::<Vec<_>>().join("\n").into());
    } else {
        let kept = journey.extensions.0.entry(field.to_owned()).or_insert_with(|| serde_json::json!([]));
        if let Some(kept) = kept.as_array_mut() {
            kept.extend(texts.iter().map(|text| text.said.as_str().into()));
        }
    }
    let more = texts.iter().filter(|text| !text.is_heading).count() - 1;
    let and = if more > 0 { format!(", and {more} more like it,") } else { String::new() };
    let message = format!("this text{and} stands outside of the table or diagram; it is kept as `{field}`");
    let mut notes = Notes::default();
    notes.loss(first.cell.span, message).advise("put what belongs to the journey into its fields");
    imported.notes.extend(notes.finish());
    imported.notes.sort_by_key(|note| note.primary.span);
}
