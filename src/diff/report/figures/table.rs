//! The figures that differ between the states of a journey, for people.

use super::derived::{Derived, of_moments, of_phases};
use super::figures;
use crate::diff::Value;
use crate::diff::report::JourneyReport;
use crate::diff::report::names::names;
use crate::tongue::Tongue;

/// How wide a column may become by the name of its state.
const WIDEST_NAME: usize = 20;

/// The figures that differ.
pub(in crate::diff::report) struct Table {
    /// What the states are called.
    pub states: Vec<String>,
    /// Each figure's name and its value in each state. A part is shown with its whole, and begins with blanks.
    pub rows: Vec<(String, Vec<String>)>,
}

impl Table {
    /// The table; none where all figures are the same.
    pub fn of(journey: &JourneyReport<'_>, tongue: Tongue) -> Option<Self> {
        let mut rows = counted(journey, tongue);
        let derived = |all: Vec<Derived>, label: &dyn Fn(&str) -> String, shown: &dyn Fn(f64) -> String| {
            let row = |one: Derived| -> (String, Vec<String>) {
                let cells = one.values.iter().map(|value| value.map_or_else(|| "?".to_owned(), shown));
                (label(&tongue.quote(&one.title)), cells.collect())
            };
            all.into_iter().map(row).filter(|(_, cells)| differ(cells)).collect::<Vec<_>>()
        };
        let count = |count| tongue.number(count);
        let gap = |gap: f64| tongue.signed((gap * 10.0).round() / 10.0);
        rows.extend(derived(of_moments(journey), &|title| tongue.ways_to(title), &count));
        rows.extend(derived(of_phases(journey), &|title| tongue.gap_of_phase(title), &gap));
        let states = names(&journey.states, tongue).into_iter().map(|name| clipped(&name)).collect();
        (!rows.is_empty()).then_some(Self { states, rows })
    }
}

fn differ(cells: &[String]) -> bool {
    cells.iter().any(|cell| Some(cell) != cells.first())
}

fn counted(journey: &JourneyReport<'_>, tongue: Tongue) -> Vec<(String, Vec<String>)> {
    let states = figures(journey);
    let mut rows = Vec::new();
    // What an indented figure is a part of, while it has not been shown.
    let mut whole = None;
    for (row, figure) in states.first().into_iter().flatten().enumerate() {
        let values: Vec<_> = states.iter().filter_map(|figures| Some(&figures.get(row)?.value)).collect();
        let label = figure.what.label(tongue).to_owned();
        let cells = (label, values.iter().map(|value| shown(value.as_ref(), tongue)).collect());
        let is_part = cells.0.starts_with(' ');
        if values.iter().any(|value| **value != figure.value) {
            rows.extend(whole.take().filter(|_| is_part));
            rows.push(cells);
            whole = None;
        } else if !is_part {
            whole = Some(cells);
        }
    }
    rows
}

fn shown(value: Option<&Value>, tongue: Tongue) -> String {
    match value {
        None => "?".to_owned(),
        Some(Value::Number(number)) if number.0 < 0.0 => tongue.signed(number.0),
        Some(Value::Number(number)) => tongue.number(number.0),
        Some(Value::Time(time)) => tongue.roughly(*time),
        Some(other) => other.to_string(),
    }
}

fn clipped(name: &str) -> String {
    match name.char_indices().nth(WIDEST_NAME) {
        Some((end, _)) => format!("{}…", name.get(..end).unwrap_or_default().trim_end()),
        None => name.to_owned(),
    }
}
