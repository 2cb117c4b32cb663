//! Answers of a survey → figures: NPS, CSAT and CES of a journey and its touchpoints.

mod dates;
mod export;
mod join;

use std::collections::BTreeMap;

use jiff::civil::Date;

use self::dates::Order;
use self::export::Export;
use super::note::Notes;
use super::table::cell::Cell;
use super::{Kind, csv, text, xlsx};
use crate::diagnostic::Diagnostic;
use crate::graph::{Map, slug};
use crate::source::{Source, Span};
use crate::text::counted;

pub use export::SurveyColumns;
pub use join::{Joined, join};

/// What a survey says of one thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The touchpoint, by its place in the file; `None` for the journey as a whole.
    pub touchpoint: Option<usize>,
    /// `nps`, `csat` or `ces`.
    pub metric: &'static str,
    /// NPS: percentage of promoters (9–10) minus detractors (0–6), a whole number. CSAT and CES: the mean, to one decimal;
    /// for a survey that knows only good and bad, the percentage of good.
    pub value: f64,
    /// Whether the value is a percentage.
    pub is_share: bool,
    /// How many customers answered.
    pub responses: usize,
    /// The day of the last answer, where the survey says so.
    pub date: Option<Date>,
}

/// A survey as far as it could be read.
#[derive(Debug)]
pub struct Survey {
    /// The text that the notes speak of.
    pub source: Source,
    /// What it says; empty where nothing could be made of it.
    pub figures: Vec<Figure>,
    /// What was guessed or left out, or why there are no figures.
    pub notes: Vec<Diagnostic>,
}

/// The answers to one question about one thing.
#[derive(Debug, Default)]
struct Answers {
    scores: Vec<f64>,
    is_share: bool,
    last: Option<Date>,
}

/// Reads the export of a survey and computes its figures for the touchpoints of a map. `columns` says what columns mean
/// where their names do not.
#[must_use]
pub fn survey(name: &str, bytes: &[u8], columns: &SurveyColumns, map: &Map) -> Survey {
    let mut notes = Notes::default();
    let (source, rows) = match rows(name, bytes, &mut notes) {
        Ok(read) => read,
        Err(message) => {
            notes.refuse(Span::default(), message);
            return Survey { source: Source::new(name, ""), figures: Vec::new(), notes: notes.finish() };
        }
    };
    let figures = export::read(rows, columns, &mut notes).map(|export| figures(&export, map, &mut notes));
    Survey { source, figures: figures.unwrap_or_default(), notes: notes.finish() }
}

fn rows(name: &str, bytes: &[u8], notes: &mut Notes) -> Result<(Source, Vec<Vec<Cell>>), String> {
    if Kind::of_bytes(bytes) == Some(Kind::Xlsx) {
        let sheet = xlsx::sheets(name, bytes)?.into_iter().next().ok_or("the workbook is empty")?;
        return Ok((sheet.source, sheet.grid.rows));
    }
    let source = Source::new(name, &text::decode(bytes, notes)?);
    let grid = csv::grid(&source.text)
        .ok_or_else(|| format!("more than {} rows or {} cells: export fewer columns", csv::MAX_ROWS, csv::MAX_CELLS))?;
    Ok((source, grid.rows))
}

/// Computes the figures of each metric and touchpoint.
fn figures(export: &Export, map: &Map, notes: &mut Notes) -> Vec<Figure> {
    let touchpoints = names(map);
    let order = export.date.map(|column| Order::of(&export.rows, column, export.is_american));
    if let (Some(column), Some(Order::Unknown)) = (export.date, order) {
        let span = export.rows.iter().find_map(|row| row.get(column)).map_or(Span::default(), |cell| cell.span);
        notes
            .guess(span, "nobody can tell the day from the month in these dates: the measures get no date")
            .advise("export the dates as 2026-03-01");
    }
    let mut all: BTreeMap<(Option<usize>, &'static str), Answers> = BTreeMap::new();
    let mut strangers: BTreeMap<String, (Span, usize)> = BTreeMap::new();
    for row in &export.rows {
        let named = export.touchpoint.and_then(|column| row.get(column)).filter(|cell| !cell.text.is_empty());
        let day = export.date.zip(order).and_then(|(column, order)| order.day(&row.get(column)?.text));
        for (column, metric, fixed) in &export.questions {
            let Some((score, is_share)) = row.get(*column).and_then(|cell| metric.score(&cell.text)) else { continue };
            let wanted = fixed.as_deref().or(named.map(|cell| cell.text.as_str()));
            let touchpoint = match wanted.map(|name| touchpoints.get(&slug(name).unwrap_or_default())) {
                None => None,
                Some(Some(index)) => Some(*index),
                Some(None) => {
                    let span = named.map_or(Span::default(), |cell| cell.span);
                    strangers.entry(wanted.unwrap_or_default().to_owned()).or_insert((span, 0)).1 += 1;
                    continue;
                }
            };
            let answers = all.entry((touchpoint, metric.name())).or_default();
            answers.scores.push(score);
            answers.is_share |= is_share;
            answers.last = answers.last.max(day);
        }
    }
    for (name, (span, count)) in strangers {
        let (answers, are) = (counted(count, "answer"), if count == 1 { "is" } else { "are" });
        notes
            .loss(span, format!("{answers} about “{name}”, which is no touchpoint of the map, {are} left out"))
            .advise("write the touchpoint's title or id there");
    }
    let figures = all.into_iter().map(|((touchpoint, metric), answers)| answers.figure(touchpoint, metric));
    figures.collect()
}

/// The touchpoints of a map by id and by the slug of their title.
fn names(map: &Map) -> BTreeMap<String, usize> {
    let mut names = BTreeMap::new();
    let journey = map.journey();
    let touchpoints = journey.phases.iter().flat_map(|phase| &phase.touchpoints).enumerate();
    for (index, touchpoint) in touchpoints.clone() {
        names.extend(slug(&touchpoint.title).map(|slug| (slug, index)));
    }
    // An id is more than a title.
    for (index, touchpoint) in touchpoints {
        names.extend(touchpoint.id.as_ref().map(|id| (id.to_string(), index)));
    }
    names
}

impl Answers {
    #[allow(clippy::cast_precision_loss, reason = "counts of answers are small")]
    fn figure(self, touchpoint: Option<usize>, metric: &'static str) -> Figure {
        let count = self.scores.len() as f64;
        let share = |holds: &dyn Fn(f64) -> bool| {
            self.scores.iter().filter(|score| holds(**score)).count() as f64 / count * 100.0
        };
        let value = if metric == "nps" {
            (share(&|score| score >= 9.0) - share(&|score| score <= 6.0)).round()
        } else if self.is_share {
            share(&|score| score > 0.0).round()
        } else {
            (self.scores.iter().sum::<f64>() / count * 10.0).round() / 10.0
        };
        // No minus before a nought.
        let value = value + 0.0;
        Figure { touchpoint, metric, value, is_share: self.is_share, responses: self.scores.len(), date: self.last }
    }
}
