//! Rows → phases and touchpoints.

use serde_json::{Value, json};

use super::Table;
use super::cell::{Cell, Merged, Split};
use super::columns::{Column, Role, split, stands_on_phases};
use super::rating::{self, FIVE, Scale};
use super::tally::{Kind, Tallies};
use super::values::{Fields, put, values};
use crate::import::number_value;
use crate::model::{Journey, Number, Persona, Phase, Scale as MapScale, Touchpoint};
use crate::source::{Located, Span};

/// Makes the phases of a journey out of the rows of its table. `false` where there is not one touchpoint.
pub(super) fn build(journey: &mut Journey, columns: &[Column], rows: &[Vec<Cell>], table: &mut Table<'_>) -> bool {
    let scale = map_scale(columns, rows);
    let has_titles = columns.iter().any(|column| column.role == Role::Title);
    let mut builder =
        Builder { columns, scale, has_titles, phases: Vec::new(), tallies: Tallies::default(), people: Vec::new() };
    for row in rows {
        builder.row(row, &journey.title);
    }
    if !has_titles && let Some(phase) = columns.iter().find(|column| column.role == Role::Phase) {
        let at = table.at(&phase.header);
        let message =
            format!("{at}no column says what the customer does: each phase has one touchpoint, called like it");
        table.notes.guess(phase.header.span, message).advise("say which column it is with --map \"COLUMN=touchpoint\"");
    }
    std::mem::take(&mut builder.tallies).tell(columns, scale, table);
    builder.people(journey, table);
    if builder.phases.is_empty() {
        let header = columns.first().map(|column| column.header.clone()).unwrap_or_default();
        let message = format!("{}there is not one touchpoint under the names of the columns", table.at(&header));
        table.notes.refuse(header.span, message);
        return false;
    }
    if scale != FIVE {
        journey.scale =
            Some(MapScale { min: Number(scale.0).into(), max: Number(scale.1).into(), ..MapScale::default() });
    }
    journey.phases.0 = builder.phases.into_iter().map(PhaseDraft::finish).collect();
    true
}

/// The scale of the map: that of the plain numbers for the experience, or else of other ratings.
fn map_scale(columns: &[Column], rows: &[Vec<Cell>]) -> Scale {
    let is_used = |index: usize| rows.iter().any(|row| row.get(index).is_some_and(|cell| !cell.is_blank()));
    let rank = |column: &Column| match column.role {
        Role::Rating("experience") => 0,
        Role::Emotion => 1,
        Role::Rating("expectation") => 2,
        _ => 3,
    };
    let scaled = columns.iter().enumerate().filter(|(index, column)| column.scale.is_some() && is_used(*index));
    scaled.min_by_key(|(_, column)| rank(column)).and_then(|(_, column)| column.scale).unwrap_or(FIVE)
}

struct Builder<'t> {
    columns: &'t [Column],
    /// The scale of the map.
    scale: Scale,
    has_titles: bool,
    phases: Vec<PhaseDraft>,
    /// What there is to say of whole columns.
    tallies: Tallies,
    people: Vec<Cell>,
}

#[derive(Default)]
struct PhaseDraft {
    title: String,
    span: Span,
    fields: Fields,
    touchpoints: Vec<(Fields, Span)>,
}

impl Builder<'_> {
    fn row(&mut self, row: &[Cell], title: &str) {
        let cell = |wanted: &Role| {
            let index = self.columns.iter().position(|column| column.role == *wanted)?;
            row.get(index).filter(|cell| !cell.is_blank()).map(|cell| (index, cell))
        };
        if row.iter().zip(self.columns).all(|(cell, column)| cell.is_blank() || column.role == Role::RowNumber) {
            return;
        }
        let phase = cell(&Role::Phase).map(|(_, cell)| cell.clone());
        let is_new = phase.as_ref().is_some_and(|phase| {
            self.phases.last().is_none_or(|last| last.title != line(&phase.text)) && phase.merged != Merged::Copy
        });
        if let Some(phase) = phase.filter(|_| is_new) {
            self.phases.push(PhaseDraft { title: line(&phase.text), span: phase.span, ..PhaseDraft::default() });
        }
        if self.phases.is_empty() {
            self.phases.push(PhaseDraft { title: title.to_owned(), ..PhaseDraft::default() });
        }
        let titles = match cell(&Role::Title) {
            Some((_, cell)) if cell.merged != Merged::Copy => {
                cell.items(Split::Sentences).into_iter().map(|title| (line(title), cell.span)).collect()
            }
            None if !self.has_titles => {
                self.phases.last().map(|phase| vec![(phase.title.clone(), phase.span)]).unwrap_or_default()
            }
            _ => Vec::new(),
        };
        let is_continued = titles.is_empty() && !is_new;
        let Some(phase) = self.phases.last_mut() else { return };
        let start = if is_continued { phase.touchpoints.len().saturating_sub(1) } else { phase.touchpoints.len() };
        let new = titles.into_iter().map(|(title, span)| (Fields::from_iter([("title".into(), title.into())]), span));
        phase.touchpoints.extend(new);
        // Figures before faces: where a row has both, the figure is the rating.
        let is_figure = |(index, _): &(usize, &Cell)| {
            self.columns.get(*index).is_some_and(|column| column.role == Role::Rating("experience"))
        };
        let (figures, others): (Vec<_>, Vec<_>) =
            row.iter().enumerate().filter(|(_, cell)| !cell.is_blank()).partition(is_figure);
        for (index, cell) in figures.into_iter().chain(others) {
            let is_phase = self.columns.get(index).is_none_or(|column| column.role == Role::Phase);
            if is_continued && cell.merged != Merged::Copy && !is_phase {
                self.tally(index, Kind::Continued, cell, "");
            }
            self.field(index, cell, start);
        }
    }

    /// Gives a value to the touchpoints of its row, which are those of the last phase from `start` on.
    fn field(&mut self, index: usize, cell: &Cell, start: usize) {
        let Some(column) = self.columns.get(index) else { return };
        match &column.role {
            Role::Phase | Role::Title | Role::RowNumber | Role::Ignored => {}
            Role::Persona => {
                if !self.people.iter().any(|known| known.text == cell.text) {
                    self.people.push(cell.clone());
                }
            }
            Role::OfPhase(field) => self.of_phase(index, field, cell, start),
            Role::Own(name) => self.each(index, cell, start, name, &[own_value(&cell.text)]),
            Role::Measure(metric) => self.measure(index, metric, cell, start),
            Role::Rating(path) => self.rating(index, path, cell, start),
            Role::Emotion => self.rating(index, "emotion", cell, start),
            Role::Field(path) => self.plain(index, path, cell, start),
        }
    }

    fn plain(&mut self, index: usize, path: &str, cell: &Cell, start: usize) {
        let title = self.phases.last().and_then(|phase| phase.touchpoints.get(start)?.0.get("title")?.as_str());
        match values(path, cell, title.unwrap_or_default()) {
            Ok(values) => self.each(index, cell, start, path, &values),
            Err(reason) => {
                self.tally(index, Kind::Misfit, cell, &reason);
                let name = own_key(path);
                self.each(index, cell, start, &name, &[cell.text.as_str().into()]);
            }
        }
    }

    /// Puts values where they belong: on the one touchpoint of the row; of several, one on each where there are as many;
    /// on the phase, if it has the field, where they concern them all.
    fn each(&mut self, index: usize, cell: &Cell, start: usize, path: &str, values: &[Value]) {
        let Some(phase) = self.phases.last_mut() else { return };
        let touchpoints = phase.touchpoints.get_mut(start..).unwrap_or_default();
        let count = touchpoints.len();
        let spans_rows = cell.merged != Merged::Alone && stands_on_phases(path);
        if spans_rows && cell.merged == Merged::Copy {
            return;
        }
        let mut kinds = Vec::new();
        if count == 0 || spans_rows || (count > 1 && stands_on_phases(path)) {
            // What a phase has no field for is kept under its name all the same.
            let has_field =
                stands_on_phases(path) || path == "description" || path == "owner" || path.starts_with("x-");
            let path = if has_field { path.to_owned() } else { own_key(path) };
            for value in values {
                kinds.extend(add(&mut phase.fields, &path, value.clone()));
            }
        } else if count > 1 && values.len() == count && cell.items(Split::Sentences).len() == count {
            for ((fields, _), value) in touchpoints.iter_mut().zip(values) {
                kinds.extend(add(fields, path, value.clone()));
            }
        } else {
            if count > 1 && !values.is_empty() {
                kinds.push(Kind::Shared);
            }
            for (fields, _) in touchpoints {
                for value in values {
                    kinds.extend(add(fields, path, value.clone()));
                }
            }
        }
        for kind in kinds {
            self.tally(index, kind, cell, path);
        }
    }

    fn measure(&mut self, index: usize, metric: &str, cell: &Cell, start: usize) {
        let figure = cell.text.replace(',', ".").parse::<f64>().ok().filter(|figure| figure.is_finite());
        let Some(figure) = figure else {
            self.tally(index, Kind::Misfit, cell, &format!("`{}` is no number", cell.text));
            return self.each(index, cell, start, &format!("x-{metric}"), &[cell.text.as_str().into()]);
        };
        self.each(index, cell, start, "measures", &[json!({"metric": metric, "value": number_value(figure)})]);
    }

    /// A rating, a rating with words, or words alone.
    fn rating(&mut self, index: usize, path: &'static str, cell: &Cell, start: usize) {
        let target = if path == "emotion" { "experience" } else { path };
        if path == "emotion" && self.is_rated(start) {
            return self.words(index, "feeling", &cell.text, cell, start);
        }
        let told = match target {
            "expectation" => "expectation.because",
            "experience" if path == "emotion" => "feeling",
            "experience" => "experience.because",
            _ => "x-effort",
        };
        let stated = self.columns.get(index).and_then(|column| column.scale);
        let figure = rating::figure(&cell.text);
        let on_scale = figure.as_ref().and_then(|figure| Some((figure.scale.or(stated)?, figure)));
        let Some((scale, figure)) = on_scale else {
            if path != "emotion" {
                self.tally(index, Kind::Told, cell, told);
            }
            return self.words(index, told, &cell.text, cell, start);
        };
        if !(scale.0..=scale.1).contains(&figure.value) {
            self.tally(index, Kind::OffScale, cell, target);
            return self.each(index, cell, start, &format!("x-{target}"), &[cell.text.as_str().into()]);
        }
        let level = if scale == self.scale { figure.value } else { rating::rescaled(figure.value, scale, self.scale) };
        if figure.scale.is_some() && scale == FIVE {
            self.tally(index, Kind::Worded, cell, target);
        } else if scale != self.scale {
            self.tally(index, Kind::Rescaled, cell, target);
        }
        let path = if target == "effort" { "effort".to_owned() } else { format!("{target}.level") };
        self.each(index, cell, start, &path, &[number_value(level)]);
        if !figure.rest.is_empty() {
            self.words(index, told, figure.rest, cell, start);
        }
    }

    /// Whether another column has rated the experience of a row's touchpoints.
    fn is_rated(&self, start: usize) -> bool {
        let touchpoints = self.phases.last().and_then(|phase| phase.touchpoints.get(start..));
        touchpoints
            .into_iter()
            .flatten()
            .any(|(fields, _)| fields.get("experience").is_some_and(|experience| experience.get("level").is_some()))
    }

    fn words(&mut self, index: usize, path: &str, text: &str, cell: &Cell, start: usize) {
        let part = Cell { text: text.to_owned(), ..cell.clone() };
        let values: Vec<Value> = part.items(split(path)).into_iter().map(|item| line(item).into()).collect();
        self.each(index, cell, start, path, &values);
    }

    /// A field that stands on phases alone: the first value of a phase is its own.
    fn of_phase(&mut self, index: usize, field: &str, cell: &Cell, start: usize) {
        let Some(phase) = self.phases.last_mut() else { return };
        let value: Value = line(&cell.text).into();
        match phase.fields.get(field) {
            Some(known) if *known == value => {}
            None => {
                phase.fields.insert(field.to_owned(), value);
            }
            _ => {
                self.tally(index, Kind::Second, cell, field);
                self.each(index, cell, start, &format!("x-{field}"), &[value]);
            }
        }
    }

    fn tally(&mut self, index: usize, kind: Kind, cell: &Cell, detail: &str) {
        self.tallies.add(index, kind, cell, detail);
    }

    /// One persona is whose journey it is.
    fn people(&self, journey: &mut Journey, table: &mut Table<'_>) {
        match self.people.as_slice() {
            [] => {}
            [one] => {
                let name = Located::new(line(&one.text), one.span);
                journey.persona = Some(Persona { name: Some(name), ..Persona::default() });
            }
            [first, ..] => {
                let names: Vec<_> = self.people.iter().map(|cell| line(&cell.text)).collect();
                let at = table.at(first);
                let message = format!(
                    "{at}several personas: {}; a map has one, so they are kept as `x-personas`",
                    names.join(", ")
                );
                table.notes.loss(first.span, message).advise("import a table for each persona, and compare the maps");
                journey.extensions.0.insert("x-personas".into(), json!(names));
            }
        }
    }
}

/// Adds a value; says what came of it where it is not simply there.
fn add(fields: &mut Fields, path: &str, value: Value) -> Option<Kind> {
    if let Some(Value::Array(list)) = fields.get(path)
        && list.contains(&value)
    {
        return Some(Kind::Repeated);
    }
    if put(fields, path, value.clone()) {
        return None;
    }
    put(fields, &own_key(path), value);
    Some(Kind::Second)
}

/// The key under which a value is kept that its field cannot take.
fn own_key(path: &str) -> String {
    if path.starts_with("x-") { path.to_owned() } else { format!("x-{}", path.replace(['_', '.'], "-")) }
}

fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A value of the author's own: a number where it is written as one.
fn own_value(text: &str) -> Value {
    let number = serde_json::from_str::<serde_json::Number>(text).ok().filter(|number| number.to_string() == text);
    number.map_or_else(|| text.into(), Value::Number)
}

impl PhaseDraft {
    fn finish(mut self) -> Phase {
        self.fields.insert("title".into(), self.title.clone().into());
        // Every value has been tried on its field before: only the title is left where one does not fit with another.
        let mut phase: Phase = serde_json::from_value(self.fields.into()).unwrap_or_default();
        phase.title = Located::new(self.title, self.span);
        phase.touchpoints.0 = self.touchpoints.into_iter().map(touchpoint).collect();
        phase
    }
}

fn touchpoint((fields, span): (Fields, Span)) -> Touchpoint {
    let title = fields.get("title").and_then(Value::as_str).unwrap_or_default().to_owned();
    let mut touchpoint: Touchpoint = serde_json::from_value(fields.into()).unwrap_or_default();
    touchpoint.title = Located::new(title, span);
    touchpoint
}
