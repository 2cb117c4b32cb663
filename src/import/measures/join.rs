//! Figures → the text of a map: measures are written in their places, and every other byte stays as it is.

use super::Figure;
use crate::edit::{Edits, Fix};
use crate::graph::Map;
use crate::load::Loaded;
use crate::model::{Measure, Number};
use crate::source::Span;

/// A map with figures written into it.
#[derive(Debug)]
pub struct Joined {
    /// The whole text.
    pub text: String,
    /// How many measures were there already, and have new figures now.
    pub updated: usize,
    /// How many measures are new.
    pub added: usize,
}

/// Writes figures into a map. A measure of the same metric is brought up to date; else there is a new one. `from` is what
/// new measures call their source.
///
/// # Errors
/// When the map is written in a way that figures cannot be put into safely, a sentence that says where.
pub fn join(loaded: &Loaded, map: &Map, figures: &[Figure], from: &str) -> Result<Joined, String> {
    let text = &*loaded.source.text;
    let page = Page { text, line_break: if text.contains("\r\n") { "\r\n" } else { "\n" } };
    let mut edits = Edits::default();
    let (mut updated, mut added) = (0, 0);
    let journey = map.journey();
    let touchpoints: Vec<_> = journey.phases.iter().flat_map(|phase| &phase.touchpoints).collect();
    let targets = figures.chunk_by(|a, b| a.touchpoint == b.touchpoint);
    for figures in targets {
        let Some(first) = figures.first() else { continue };
        let touchpoint = first.touchpoint.and_then(|index| touchpoints.get(index));
        let (measures, place, title) = match touchpoint {
            Some(touchpoint) => (&touchpoint.measures, touchpoint.place.0, &touchpoint.title),
            None => (&journey.measures, journey.place.0, &journey.title),
        };
        let mut fresh = Vec::new();
        for figure in figures {
            match measures.iter().find(|measure| measure.metric.eq_ignore_ascii_case(figure.metric)) {
                Some(measure) => {
                    updated += usize::from(update(&page, measure, figure, &mut edits, title)?);
                }
                None => fresh.push(figure),
            }
        }
        if !fresh.is_empty() {
            added += fresh.len();
            let is_map = touchpoint.is_none();
            add(&page, measures, place, is_map, &fresh, from, &mut edits)
                .ok_or_else(|| format!("“{}” is written in an unusual way: write its measures by hand", title.value))?;
        }
    }
    let joined = Joined { text: edits.apply(text), updated, added };
    check(loaded, &joined.text, figures)?;
    Ok(joined)
}

/// The text of a map.
struct Page<'t> {
    text: &'t str,
    line_break: &'static str,
}

impl Page<'_> {
    /// The column, in bytes, of a place, if nothing but blanks and dashes stands before it.
    fn column(&self, at: usize) -> Option<usize> {
        let start = self.text[..at].rfind('\n').map_or(0, |line| line + 1);
        let before = self.text.get(start..at)?;
        before.chars().all(|c| matches!(c, ' ' | '-')).then_some(before.len())
    }

    /// Where the line ends on which the content of a span ends.
    fn line_end(&self, span: Span) -> usize {
        let end = span.start + span.slice(self.text).trim_end().len();
        self.text[end..].find(['\r', '\n']).map_or(self.text.len(), |at| end + at)
    }

    /// Whether something stands within a list in one line, not behind a dash of its own.
    fn is_in_line(&self, span: Span) -> bool {
        self.column(span.start).is_none()
    }

    fn is_flow(&self, span: Span) -> bool {
        span.slice(self.text).starts_with(['{', '['])
    }
}

/// The fields of a figure as they are written.
fn fields(figure: &Figure) -> Vec<(&'static str, String)> {
    let mut fields = vec![("value", number(figure.value)), ("responses", figure.responses.to_string())];
    fields.extend(figure.date.map(|date| ("date", date.to_string())));
    fields
}

fn number(value: f64) -> String {
    serde_json::to_string(&Number(value)).unwrap_or_default()
}

/// Brings a measure up to date. `false` where it is so already.
fn update(page: &Page<'_>, measure: &Measure, figure: &Figure, edits: &mut Edits, title: &str) -> Result<bool, String> {
    let awkward = || {
        format!(
            "the measure `{}` of “{title}” is written in an unusual way: bring it up to date by hand",
            figure.metric
        )
    };
    if measure.metric.span == measure.place.0 {
        // The metric alone, which ought to be measured: now it is.
        let column = page.column(measure.place.0.start);
        let new = match column {
            Some(column) => block(page, figure, column, None),
            None => format!("{{{}}}", flow(figure)),
        };
        return edits.add(&Fix::replace(measure.place.0, new)).then_some(true).ok_or_else(awkward);
    }
    let known = |field: &str| match field {
        "value" => measure.value.map(|value| (value.span, number(value.0))),
        "responses" => measure.responses.map(|count| (count.span, number(count.0))),
        _ => measure.date.map(|date| (date.span, date.to_string())),
    };
    let place = measure.place.0;
    let mut missing = String::new();
    let mut is_new = false;
    for (field, written) in fields(figure) {
        match known(field) {
            Some((_, there)) if there == written => {}
            Some((span, _)) => {
                let fix = Fix::word(page.text, span, &written).unwrap_or_else(|| Fix::replace(span, written));
                is_new |= edits.add(&fix);
            }
            None if page.is_flow(place) => missing.extend([", ", field, ": ", &written]),
            None => {
                let column = page.column(place.start).ok_or_else(awkward)?;
                missing.extend([page.line_break, &" ".repeat(column), field, ": ", &written]);
            }
        }
    }
    if !missing.is_empty() {
        let at = if page.is_flow(place) { measure.metric.span.end } else { page.line_end(place) };
        is_new |= edits.add(&Fix::insert(at, missing));
    }
    Ok(is_new)
}

/// Adds measures to a list, or the list to its mapping; `None` where the text has no place for lines.
fn add(
    page: &Page<'_>,
    measures: &[Measure],
    place: Span,
    is_map: bool,
    figures: &[&Figure],
    from: &str,
    edits: &mut Edits,
) -> Option<()> {
    let mut text = String::new();
    let within = |figure: &&Figure| format!("{{{}, source: {}}}", flow(figure), quoted(from));
    let at = if let Some(last) = measures.last().filter(|last| page.is_in_line(last.place.0)) {
        // The list stands in one line: it goes on there.
        for figure in figures {
            text.extend([", ", &within(figure)]);
        }
        last.place.0.end
    } else if measures.is_empty() && page.is_flow(place) {
        let all: Vec<_> = figures.iter().map(within).collect();
        let inside = place.slice(page.text).trim_end().strip_suffix('}')?.trim_end();
        let comma = if inside.ends_with(',') { "" } else { "," };
        text = format!("{comma} measures: [{}]", all.join(", "));
        place.start + inside.len()
    } else if let Some(last) = measures.last() {
        let column = page.column(last.place.0.start)?;
        let dash = page.text[..last.place.0.start].rfind('-')?;
        let indent = page.column(dash)?;
        for figure in figures {
            let behind = column.checked_sub(indent + 2)?;
            text.extend([page.line_break, &" ".repeat(indent), "- ", &" ".repeat(behind)]);
            text.push_str(&block(page, figure, column, Some(from)));
        }
        page.line_end(last.place.0)
    } else {
        let column = page.column(place.start).filter(|_| !page.is_flow(place))?;
        let indent = " ".repeat(column);
        text.extend([&indent, "measures:"]);
        for figure in figures {
            text.extend([page.line_break, &indent, "  - "]);
            text.push_str(&block(page, figure, column + 4, Some(from)));
        }
        if is_map {
            // The phases are long: what is about the whole journey stands before them.
            let phases = page.text.lines().scan(0, |start, line| {
                let at = *start;
                *start += line.len() + page.line_break.len();
                Some((at, line))
            });
            let at = phases.filter(|(_, line)| line.starts_with("phases:")).map(|(at, _)| at).next()?;
            text.push_str(page.line_break);
            return edits.add(&Fix::insert(at, text)).then_some(());
        }
        text.insert_str(0, page.line_break);
        page.line_end(place)
    };
    edits.add(&Fix::insert(at, text)).then_some(())
}

/// A measure in lines of its own, the first of which is begun.
fn block(page: &Page<'_>, figure: &Figure, column: usize, from: Option<&str>) -> String {
    let mut lines = vec![format!("metric: {}", figure.metric)];
    lines.extend(fields(figure).into_iter().map(|(field, value)| format!("{field}: {value}")));
    if figure.is_share {
        let inner = " ".repeat(column + 2);
        lines.insert(2, "unit: '%'".into());
        lines.insert(3, format!("scale:{}{inner}min: 0{}{inner}max: 100", page.line_break, page.line_break));
    }
    lines.extend(from.map(|from| format!("source: {}", quoted(from))));
    lines.join(&format!("{}{}", page.line_break, " ".repeat(column)))
}

/// A measure inside of a line.
fn flow(figure: &Figure) -> String {
    let fields = fields(figure).into_iter().map(|(field, value)| format!(", {field}: {value}"));
    let share = if figure.is_share { ", unit: '%', scale: {min: 0, max: 100}" } else { "" };
    format!("metric: {}{}{share}", figure.metric, fields.collect::<String>())
}

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// What was written is read again: every figure must be there, and no mistake be new.
fn check(before: &Loaded, text: &str, figures: &[Figure]) -> Result<(), String> {
    let wrong = || "the figures cannot be put into this map safely: nothing is written".to_owned();
    let after = crate::load_str(&before.source.name, text);
    let map = after.map.as_ref().ok_or_else(wrong)?;
    let touchpoints: Vec<_> = map.journey().phases.iter().flat_map(|phase| &phase.touchpoints).collect();
    let is_there = |figure: &Figure| {
        let measures = match figure.touchpoint {
            Some(index) => touchpoints.get(index).map(|touchpoint| &touchpoint.measures),
            None => Some(&map.journey().measures),
        };
        measures.into_iter().flatten().any(|measure| {
            let value = measure.value.is_some_and(|value| number(value.0) == number(figure.value));
            let responses = measure.responses.is_some_and(|count| number(count.0) == figure.responses.to_string());
            measure.metric.eq_ignore_ascii_case(figure.metric) && value && responses
        })
    };
    let is_sound = after.diagnostics.len() <= before.diagnostics.len() && figures.iter().all(is_there);
    is_sound.then_some(()).ok_or_else(wrong)
}
