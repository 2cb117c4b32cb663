//! Closing each in turn, as a table: a row a closing, the most harmful first.

use crate::diff::phrases::capital;
use crate::model::Number;
use crate::stress::{Harm, Scenario, Stress, Subject, Unsaid};
use crate::tongue::Tongue;

/// The table in words.
pub(super) struct Ranking {
    /// What was asked.
    pub title: String,
    /// What comes of it in a few sentences.
    pub gist: String,
    /// The columns; none where nothing closes.
    pub columns: Vec<Column>,
    /// How to read the table, and how the map can say more. They hold no text of the map, and fields as code.
    pub notes: Vec<String>,
}

/// A column of the table.
pub(super) struct Column {
    /// The heading, on two lines.
    pub head: [&'static str; 2],
    cells: Vec<String>,
}

/// What a cell says that says nothing, and one that does not know.
const NONE: &str = "–";
const UNKNOWN: &str = "?";

impl Ranking {
    pub fn of(stress: &Stress<'_>, subject: Subject, tongue: Tongue) -> Self {
        let closing: Vec<_> = stress.scenarios.iter().filter(|scenario| !scenario.consequences.is_empty()).collect();
        let fatal = closing.iter().filter(|scenario| scenario.harm.end_cut_off).count();
        Self {
            title: tongue.what_if_each(stress.map.journey().title.trim(), subject),
            gist: gist(stress, &closing, fatal, tongue),
            columns: columns(&closing, subject, tongue),
            notes: notes(&closing, fatal, tongue),
        }
    }

    /// The rows under the heads of the columns.
    pub fn rows(&self) -> impl Iterator<Item = Vec<&str>> {
        let count = self.columns.first().map_or(0, |column| column.cells.len());
        (0..count).map(|at| self.columns.iter().filter_map(|column| column.cells.get(at).map(String::as_str)).collect())
    }
}

fn gist(stress: &Stress<'_>, closing: &[&Scenario], fatal: usize, tongue: Tongue) -> String {
    if stress.scenarios.is_empty() {
        return tongue.each_none();
    }
    let title = |scenario: &Scenario| scenario.closings.first().map(|closing| closing.title.clone());
    let unchanged: Vec<_> =
        stress.scenarios.iter().filter(|scenario| scenario.consequences.is_empty()).filter_map(title).collect();
    let harmless = closing.iter().filter(|scenario| !scenario.harm.is_any()).count();
    let mut sentences = Vec::new();
    if harmless < closing.len() {
        sentences.push(match fatal {
            0 => tongue.each_completes(),
            fatal => tongue.each_fatal(fatal, &tongue.counted(closing.len())),
        });
        sentences.extend(worst(closing, tongue));
        if harmless > 0 {
            sentences.push(format!("{}.", capital(&tongue.each_without_harm(harmless))));
        }
    } else if harmless > 0 {
        sentences.push(tongue.each_harmless());
    }
    if !unchanged.is_empty() {
        sentences.push(tongue.each_unchanged(&tongue.quote_all(&unchanged)));
    }
    sentences.join(" ")
}

fn notes(closing: &[&Scenario], fatal: usize, tongue: Tongue) -> Vec<String> {
    let harms = || closing.iter().map(|scenario| &scenario.harm);
    let is_split =
        harms().any(|harm| harm.moments_cut_off > harm.moments_closed || harm.promises_broken > harm.promises_closed);
    let notes = [is_split.then(|| tongue.hint_split()), (2 * fatal > closing.len()).then(|| tongue.hint_optional())];
    notes.into_iter().flatten().collect()
}

/// What does the most harm; nothing where too many do as much.
fn worst(closing: &[&Scenario], tongue: Tongue) -> Option<String> {
    const NAMED: usize = 3;
    let most = closing.first()?.harm;
    let worst = closing.iter().take_while(|scenario| scenario.harm == most);
    let worst: Vec<_> = worst.filter_map(|scenario| Some(scenario.closings.first()?.title.as_str())).collect();
    (worst.len() <= NAMED).then(|| tongue.each_worst(worst.len(), &tongue.quote_all(&worst)))
}

/// The columns; those with nothing in them are left out.
fn columns(closing: &[&Scenario], subject: Subject, tongue: Tongue) -> Vec<Column> {
    if closing.is_empty() {
        return Vec::new();
    }
    let titles = closing.iter().filter_map(|scenario| scenario.closings.first()).map(|closing| closing.title.clone());
    let rows: Vec<_> = closing.iter().map(|scenario| row(scenario, tongue)).collect();
    let figures = tongue.each_head().into_iter().enumerate().map(|(at, head)| {
        let cells = rows.iter().filter_map(|row| row.get(at).cloned()).collect();
        Column { head, cells }
    });
    let says_something = |column: &Column| column.cells.iter().any(|cell| cell != NONE && cell != UNKNOWN);
    let first = Column { head: [tongue.closing(subject), ""], cells: titles.collect() };
    std::iter::once(first).chain(figures.filter(says_something)).collect()
}

fn row(scenario: &Scenario, tongue: Tongue) -> [String; 8] {
    let (harm, all) = (&scenario.harm, &scenario.consequences);
    let known = |figure: Option<Number>, shown: &dyn Fn(f64) -> String| match figure {
        None => UNKNOWN.to_owned(),
        Some(Number(0.0)) => NONE.to_owned(),
        Some(figure) => shown(figure.0),
    };
    [
        split(harm.moments_closed, harm.moments_cut_off),
        split(harm.promises_closed, harm.promises_broken),
        end(harm, !all.no_longer_begin.is_empty(), tongue),
        known(harm.share_lost, &|share| tongue.percentage_points(&tongue.number((share * 10.0).round() / 10.0))),
        count(harm.new_bottlenecks),
        count(harm.left_on_one_channel),
        known(harm.effort_added, &|effort| tongue.signed(effort)),
        count(all.unsaid.iter().filter_map(Unsaid::not_replaced).count()),
    ]
}

fn end(harm: &Harm, is_lost_for_some: bool, tongue: Tongue) -> String {
    match (harm.end_cut_off, is_lost_for_some) {
        (true, _) => tongue.cut_off(),
        (false, true) => tongue.cut_off_in_part(),
        (false, false) => NONE.to_owned(),
    }
}

fn count(count: usize) -> String {
    if count == 0 { NONE.to_owned() } else { count.to_string() }
}

/// How many are lost with what closes, and how many behind it: `1`, `1 + 2`, `0 + 2`.
fn split(there: usize, all: usize) -> String {
    match all.saturating_sub(there) {
        0 => count(there),
        behind => format!("{there} + {behind}"),
    }
}
