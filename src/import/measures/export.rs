//! Exports of survey tools: where their headers stand, which columns hold the scores, and which the dates.

use crate::import::note::Notes;
use crate::import::table::cell::Cell;
use crate::import::table::words;
use crate::source::Span;
use crate::text::counted;

/// A metric that answers make.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Metric {
    Nps,
    Csat,
    Ces,
}

/// What a column is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Role {
    /// Scores of a metric, all about one touchpoint if one is named.
    Score(Metric, Option<String>),
    /// The day of the answer.
    Date,
    /// The touchpoint that the answer is about.
    Touchpoint,
}

/// What columns mean, as the user says.
#[derive(Debug, Clone, Default)]
pub struct SurveyColumns(Vec<(String, Role)>);

impl SurveyColumns {
    /// Adds `COLUMN=nps`, `COLUMN=csat@TOUCHPOINT`, `COLUMN=date` or `COLUMN=touchpoint`.
    ///
    /// # Errors
    /// When it is none of these, a sentence that says so.
    pub fn add(&mut self, written: &str) -> Result<(), String> {
        let wrong = || {
            format!(
                "`{written}` has not the form \"COLUMN=WHAT\": WHAT is nps, csat or ces, with @TOUCHPOINT behind it if all \
                 answers are about one; or date, or touchpoint"
            )
        };
        let (column, what) = written.rsplit_once('=').ok_or_else(wrong)?;
        let (what, touchpoint) =
            what.split_once('@').map_or((what, None), |(what, name)| (what, Some(name.trim().to_owned())));
        let role = match what.trim() {
            "date" => Role::Date,
            "touchpoint" => Role::Touchpoint,
            name => {
                Role::Score(Metric::ALL.into_iter().find(|metric| metric.name() == name).ok_or_else(wrong)?, touchpoint)
            }
        };
        self.0.push((column.trim().to_owned(), role));
        Ok(())
    }
}

/// An export with its columns found.
#[derive(Debug)]
pub(super) struct Export {
    /// The answers.
    pub(super) rows: Vec<Vec<Cell>>,
    /// The columns with scores.
    pub(super) questions: Vec<(usize, Metric, Option<String>)>,
    pub(super) date: Option<usize>,
    pub(super) touchpoint: Option<usize>,
    /// Whether the tool writes the month first.
    pub(super) is_american: bool,
}

impl Metric {
    const ALL: [Self; 3] = [Self::Nps, Self::Csat, Self::Ces];

    /// The metric as the format calls it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Nps => "nps",
            Self::Csat => "csat",
            Self::Ces => "ces",
        }
    }

    /// The ends of the scale on which customers answer.
    fn scale(self) -> (f64, f64) {
        match self {
            Self::Nps => (0.0, 10.0),
            Self::Csat => (1.0, 5.0),
            Self::Ces => (1.0, 7.0),
        }
    }

    /// Parts of words by which questions about it are known.
    fn words(self) -> &'static [&'static str] {
        match self {
            Self::Nps => &[
                "nps",
                "recommend",
                "aanbevel",
                "aanbeveel",
                "aanraden",
                "recommand",
                "empfehl",
                "weiterempf",
                "recomend",
            ],
            Self::Csat => &["csat", "satisf", "tevreden", "zufrieden"],
            Self::Ces => &["ces", "effort", "moeite", "easy", "makkelijk", "gemakkelijk", "facile", "einfach", "facil"],
        }
    }

    /// The score of an answer, and whether it is only good (1) or bad (0). Anything off the scale is no answer.
    pub(super) fn score(self, answer: &str) -> Option<(f64, bool)> {
        let answer = answer.trim();
        if self == Self::Csat {
            // Zendesk adds to some that there is a comment: `good_with_comment`.
            let lower = answer.to_ascii_lowercase().replace('_', " ");
            match lower.strip_suffix("with comment").unwrap_or(&lower).trim() {
                "good" => return Some((1.0, true)),
                "bad" => return Some((0.0, true)),
                _ => {}
            }
        }
        // `10 - Extremely likely` is ten.
        let digits = answer.find(|c: char| !c.is_ascii_digit()).unwrap_or(answer.len());
        let is_apart = answer[digits..].is_empty() || answer[digits..].starts_with([' ', '-', '–', ':']);
        let score = answer[..digits].parse().ok().filter(|_| is_apart)?;
        let (min, max) = self.scale();
        (min..=max).contains(&score).then_some((score, false))
    }
}

/// Finds the columns of an export; `None`, with a note, where no column holds scores.
pub(super) fn read(mut rows: Vec<Vec<Cell>>, columns: &SurveyColumns, notes: &mut Notes) -> Option<Export> {
    let is_json = |cell: &Cell| cell.text.starts_with("{\"ImportId\"");
    let is_qualtrics = rows.get(2).is_some_and(|row| row.iter().any(is_json));
    let is_monkey =
        rows.first().and_then(|row| row.first()).is_some_and(|cell| words::plain(&cell.text) == "respondent id");
    let has_second = is_monkey && rows.get(1).and_then(|row| row.first()).is_some_and(|cell| cell.text.is_empty());
    let height = if is_qualtrics { 3 } else { 1 + usize::from(has_second) };
    if rows.len() <= height {
        notes.refuse(Span::default(), "there is not one answer in this survey");
        return None;
    }
    let answers = rows.split_off(height);
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    let names: Vec<Vec<&str>> = (0..width)
        .map(|column| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.text.as_str()).collect())
        .collect();
    let mut export =
        Export { rows: answers, questions: Vec::new(), date: None, touchpoint: None, is_american: is_monkey };
    if is_qualtrics {
        export.drop_previews(&names, notes);
    }
    for (column, role) in &columns.0 {
        let is_it = |names: &Vec<&str>| names.iter().any(|name| words::plain(name) == words::plain(column));
        let Some(at) = names.iter().position(is_it) else {
            notes.refuse(Span::default(), format!("--column names “{column}”, but there is no such column"));
            return None;
        };
        export.give(at, role.clone());
    }
    // Qualtrics sets a column of groups beside each question for NPS.
    let groups: Vec<_> = names.iter().filter_map(|names| names.first()?.strip_suffix("_NPS_GROUP")).collect();
    for (column, names) in names.iter().enumerate() {
        let is_grouped = names.first().is_some_and(|name| groups.contains(name));
        export.guess(column, names, is_grouped, rows.first().and_then(|row| row.get(column)), notes);
    }
    if export.questions.is_empty() {
        let all: Vec<_> =
            names.iter().filter_map(|names| names.first()).take(12).map(|name| format!("“{name}”")).collect();
        notes
            .refuse(
                Span::default(),
                format!("no column holds scores of NPS, CSAT or CES; there are {}", all.join(", ")),
            )
            .advise("say which does with --column \"COLUMN=nps\"");
        return None;
    }
    Some(export)
}

impl Export {
    fn give(&mut self, column: usize, role: Role) {
        match role {
            Role::Score(metric, touchpoint) => self.questions.push((column, metric, touchpoint)),
            Role::Date => self.date = Some(column),
            Role::Touchpoint => self.touchpoint = Some(column),
        }
    }

    /// Qualtrics exports what the makers of the survey tried out, too.
    fn drop_previews(&mut self, names: &[Vec<&str>], notes: &mut Notes) {
        let Some(status) = names.iter().position(|names| names.first() == Some(&"Status")) else { return };
        let is_preview =
            |row: &Vec<Cell>| row.get(status).is_some_and(|cell| NO_CUSTOMERS.contains(&cell.text.as_str()));
        let Some(first) = self.rows.iter().find(|row| is_preview(row)).and_then(|row| row.get(status)) else { return };
        let span = first.span;
        let before = self.rows.len();
        self.rows.retain(|row| !is_preview(row));
        let rows = match before - self.rows.len() {
            1 => "1 row of a preview or of spam is".into(),
            count => format!("{count} rows of previews or of spam are"),
        };
        notes.loss(span, format!("{rows} no answer of a customer, and left out"));
    }

    /// Takes a column for what its name says, if its answers have that form and the user has not said otherwise.
    fn guess(&mut self, column: usize, names: &[&str], is_grouped: bool, header: Option<&Cell>, notes: &mut Notes) {
        let is_taken = self.questions.iter().any(|(taken, ..)| *taken == column)
            || self.date == Some(column)
            || self.touchpoint == Some(column);
        let plain: Vec<_> = names.iter().map(|name| words::plain(name)).collect();
        let name = plain.first().map_or("", String::as_str);
        if is_taken {
            return;
        }
        if is_date(name) {
            self.date.get_or_insert(column);
            return;
        }
        if words::field(name).is_some_and(|(field, is_slip)| field == "touchpoint" && !is_slip) {
            self.touchpoint.get_or_insert(column);
            return;
        }
        let says = |metric: Metric| {
            plain.iter().any(|name| {
                metric.words().iter().any(|word| match *word {
                    "ces" => name.split(' ').any(|part| part == "ces"),
                    word => name.contains(word),
                })
            })
        };
        let by_name = Metric::ALL.into_iter().find(|metric| says(*metric));
        let metric = is_grouped.then_some(Metric::Nps).or(by_name).or_else(|| self.typed(name));
        let Some(metric) = metric.filter(|_| !name.ends_with("nps group")) else { return };
        let filled = || self.rows.iter().filter_map(|row| row.get(column)).filter(|cell| !is_unanswered(&cell.text));
        let (scores, all) = (filled().filter(|cell| metric.score(&cell.text).is_some()).count(), filled().count());
        let span = header.map_or(Span::default(), |cell| cell.span);
        let title = names.first().copied().unwrap_or_default();
        let (min, max) = metric.scale();
        if scores * 10 >= all * 9 && scores > 0 {
            notes.guess(span, format!("“{title}” is read as {}: {}", metric.name(), counted(scores, "score")));
            self.questions.push((column, metric, None));
        } else if all > 0 && filled().all(|cell| cell.text.parse::<f64>().is_ok()) {
            notes
                .loss(span, format!("“{title}” may be {}, but its answers are not from {min} to {max}", metric.name()))
                .advise("it is left out; a map takes figures on the usual scales only");
        }
    }

    /// A column called `score` in an export that says of each answer which metric it is for, as Delighted's does.
    fn typed(&self, name: &str) -> Option<Metric> {
        if !matches!(name, "score" | "satisfaction rating" | "satisfaction score") {
            return None;
        }
        let is_named = |metric: &Metric| {
            self.rows.iter().take(20).any(|row| row.iter().any(|cell| cell.text.eq_ignore_ascii_case(metric.name())))
        };
        Metric::ALL.into_iter().find(is_named).or(Some(Metric::Nps))
    }
}

/// What Qualtrics says of answers that no customer gave, in words or as numbers.
const NO_CUSTOMERS: [&str; 12] = [
    "Survey Preview",
    "1",
    "Survey Test",
    "2",
    "Spam",
    "8",
    "Preview Spam",
    "9",
    "Imported Spam",
    "12",
    "Offline Survey Preview",
    "17",
];

/// Nothing, or what Zendesk writes where the customer was asked and said nothing.
fn is_unanswered(text: &str) -> bool {
    text.is_empty() || text.eq_ignore_ascii_case("offered") || text.eq_ignore_ascii_case("unoffered")
}

/// The names that survey tools give the day of an answer.
fn is_date(name: &str) -> bool {
    matches!(
        name,
        "recordeddate"
            | "recorded date"
            | "enddate"
            | "end date"
            | "submit date"
            | "submitted at"
            | "date"
            | "datum"
            | "timestamp"
            | "created at"
            | "response date"
            | "responded at"
            | "date created"
            | "completed at"
            | "updated at"
            | "solved at"
            | "tijdstempel"
    )
}
