//! What each column of a table means, and on which scale its ratings are.

use std::collections::BTreeMap;

use super::cell::{Cell, Split};
use super::rating::{self, Scale};
use super::words;
use super::{ColumnMap, Table};
use crate::model::Id;

/// A column of a table.
#[derive(Debug)]
pub(super) struct Column {
    pub(super) header: Cell,
    pub(super) role: Role,
    /// The scale of plain numbers in it.
    pub(super) scale: Option<Scale>,
}

/// What a column is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Role {
    /// The title of the phase.
    Phase,
    /// A field of the phase.
    OfPhase(&'static str),
    /// The title of the touchpoint.
    Title,
    /// A field of the touchpoint, as a path.
    Field(String),
    /// A rating on the touchpoint, or words about it.
    Rating(&'static str),
    /// A rating of the experience, or a feeling.
    Emotion,
    /// A figure of that metric.
    Measure(&'static str),
    /// Whose journey it is.
    Persona,
    /// Numbers of rows: the order says it.
    RowNumber,
    /// Left out, because the user says so.
    Ignored,
    /// Something of the author's own: an `x-` key.
    Own(String),
}

impl Role {
    /// The field as messages and `--dry-run` call it.
    pub(super) fn name(&self) -> String {
        match self {
            Self::Phase => "phase".into(),
            Self::OfPhase(field) => format!("{field} of the phase"),
            Self::Title => "touchpoint".into(),
            Self::Field(path) | Self::Own(path) => path.clone(),
            Self::Rating(path) => (*path).into(),
            Self::Emotion => "experience, or feeling where it is no rating".into(),
            Self::Measure(metric) => format!("measures: {metric}"),
            Self::Persona => "persona".into(),
            Self::RowNumber => "the order of the rows".into(),
            Self::Ignored => "left out".into(),
        }
    }
}

/// How a cell of a field holds several values.
pub(super) fn split(path: &str) -> Split {
    match path {
        "channel" | "actors" | "systems" | "next" | "replaced_by" | "was" | "feeling" => Split::Names,
        "quote" => Split::Lines,
        "needs" | "thinking" | "promises" | "friction_points" | "solutions" | "measures" | "evidence"
        | "frontstage" | "backstage" | "props" => Split::Sentences,
        _ => Split::One,
    }
}

/// Whether a phase has the field as well: what concerns several touchpoints can stand there.
pub(super) fn stands_on_phases(path: &str) -> bool {
    matches!(path, "needs" | "friction_points" | "solutions" | "measures" | "evidence")
}

/// Gives each column its role.
pub(super) fn columns(header: Vec<Cell>, rows: &[Vec<Cell>], map: &ColumnMap, table: &mut Table<'_>) -> Vec<Column> {
    let mut named: Vec<(Cell, Option<&'static str>, Option<Role>)> = Vec::new();
    for (index, cell) in header.into_iter().enumerate() {
        let (field, role) = match map.role(&cell.text) {
            Some(chosen) => match role_of(chosen) {
                Some(role) => (None, Some(role)),
                None => (words::known(chosen), None),
            },
            None if cell.text.starts_with("x-") => (None, Some(Role::Own(cell.text.clone()))),
            None => (found(&cell, index, rows, table), None),
        };
        named.push((cell, field, role));
    }
    titles(&mut named, rows, table);
    let mut taken = BTreeMap::new();
    let mut columns = Vec::new();
    for (index, (header, field, role)) in named.into_iter().enumerate() {
        let role = role.or_else(|| field.map(plain_role));
        let is_empty = rows.iter().all(|row| row.get(index).is_none_or(Cell::is_blank));
        let mut role = match role {
            Some(role) => role,
            None if is_empty => Role::Ignored,
            None => own(&header, index, table),
        };
        if let Some(first) = taken.insert(role.name(), header.text.clone())
            && !repeats(&role)
        {
            let message = format!("{}“{}” and “{first}” both mean `{}`", table.at(&header), header.text, role.name());
            role = Role::Own(own_name(&header.text, index));
            table.notes.loss(header.span, message).advise(format!("the second is kept as `{}`", role.name()));
        }
        let scale = scale(&header, &role, index, rows, table);
        columns.push(Column { header, role, scale });
    }
    columns
}

/// Several columns of these are one list.
fn repeats(role: &Role) -> bool {
    match role {
        Role::Field(path) => split(path) != Split::One || path == "description",
        Role::Measure(_) | Role::RowNumber | Role::Ignored | Role::Own(_) => true,
        _ => false,
    }
}

fn found(cell: &Cell, index: usize, rows: &[Vec<Cell>], table: &mut Table<'_>) -> Option<&'static str> {
    if let Some(field) = words::known(&cell.text) {
        return Some(field);
    }
    let (field, is_slip) = words::field(&cell.text)?;
    if is_slip {
        let message = format!("{}“{}” is read as a slip of the pen for `{field}`", table.at(cell), cell.text);
        table.notes.guess(cell.span, message).advise("if it is something else, say so with --map");
    }
    // A step that is only counted says nothing.
    let counts = || {
        let values = rows.iter().filter_map(|row| row.get(index)).filter(|cell| !cell.text.is_empty());
        values.clone().count() > 0 && values.enumerate().all(|(at, cell)| cell.text.parse() == Ok(at + 1))
    };
    Some(if matches!(field, "step" | "phase" | "id") && counts() { "#" } else { field })
}

/// A name given with `--map` that means one thing only.
fn role_of(chosen: &str) -> Option<Role> {
    match chosen {
        "title" | "touchpoint" => Some(Role::Title),
        "-" => Some(Role::Ignored),
        _ if chosen.starts_with("x-") => Some(Role::Own(chosen.to_owned())),
        _ => None,
    }
}

/// The role of a field whose meaning does not depend on the other columns.
fn plain_role(field: &'static str) -> Role {
    match field {
        "phase" => Role::Phase,
        "goal" => Role::OfPhase("goal"),
        "emotion" => Role::Emotion,
        "experience" | "expectation" | "effort" => Role::Rating(field),
        "measures.nps" => Role::Measure("nps"),
        "measures.csat" => Role::Measure("csat"),
        "measures.ces" => Role::Measure("ces"),
        "persona" => Role::Persona,
        "#" => Role::RowNumber,
        _ => match field.strip_prefix("phase.") {
            Some(of_phase) => Role::OfPhase(of_phase),
            None => Role::Field(field.to_owned()),
        },
    }
}

/// Finds the column that holds the titles of touchpoints. Tables call it a step, an action or a touchpoint; where they
/// have several, "touchpoint" often means the channel.
fn titles(named: &mut [(Cell, Option<&'static str>, Option<Role>)], rows: &[Vec<Cell>], table: &mut Table<'_>) {
    let place = |named: &[(Cell, Option<&str>, Option<Role>)], field: &str| {
        named.iter().position(|(_, found, role)| *found == Some(field) && role.is_none())
    };
    let is_given = |named: &[(Cell, Option<&str>, Option<Role>)], wanted: &Role| {
        named.iter().any(|(.., role)| role.as_ref() == Some(wanted))
    };
    let has_title = is_given(named, &Role::Title);
    let (touchpoint, channel) = (place(named, "touchpoint"), place(named, "channel"));
    let action = place(named, "action");
    if place(named, "phase").is_none()
        && let Some(step) = place(named, "step").filter(|_| touchpoint.or(action).is_some() || has_title)
    {
        let (cell, field, _) = &mut named[step];
        let message =
            format!("{}“{}” is read as the phase: there is no other column for it", table.at(cell), cell.text);
        table.notes.guess(cell.span, message);
        *field = Some("phase");
    }
    // A table whose stages have no name of their own: the first column, or the row on top of a turned table.
    if place(named, "phase").is_none()
        && named.first().is_some_and(|(cell, field, role)| {
            field.is_none() && role.is_none() && table.is_turned && rows.iter().any(|row| row.first() != Some(cell))
        })
    {
        named[0].1 = Some("phase");
    }
    let step = place(named, "step").or_else(|| unnamed_steps(named, table));
    let title = match (has_title, step, touchpoint, action) {
        (true, ..) => None,
        (_, Some(step), ..) => Some(step),
        (_, _, Some(touchpoint), Some(_)) if channel.is_some() => Some(touchpoint),
        (_, _, touchpoint, action) => action.or(touchpoint),
    };
    if let Some(title) = title {
        named[title].2 = Some(Role::Title);
    }
    for (index, (cell, field, role)) in named.iter_mut().enumerate() {
        match *field {
            _ if role.is_some() => {}
            Some("touchpoint") if channel.is_none() => {
                let message = format!(
                    "{}“{}” is read as the channel: another column says what the customer does",
                    table.at(cell),
                    cell.text
                );
                table.notes.guess(cell.span, message).advise("if these are the touchpoints, say so with --map");
                *role = Some(Role::Field("channel".into()));
            }
            Some("touchpoint" | "action" | "step") => {
                *role = Some(Role::Field("description".into()));
                if rows.iter().any(|row| row.get(index).is_some_and(|cell| !cell.is_blank())) {
                    let message = format!(
                        "{}“{}” has no field of its own; it is kept as `description`",
                        table.at(cell),
                        cell.text
                    );
                    table.notes.loss(cell.span, message);
                }
            }
            _ => {}
        }
    }
}

/// The second line of a turned table with two lines of names: phases, and the steps in them.
fn unnamed_steps(named: &[(Cell, Option<&'static str>, Option<Role>)], table: &Table<'_>) -> Option<usize> {
    let second = named.get(1).filter(|_| table.is_turned)?;
    let is_unnamed = second.0.text.is_empty() && second.1.is_none();
    (named[0].1 == Some("phase") && is_unnamed).then_some(1)
}

fn own(header: &Cell, index: usize, table: &mut Table<'_>) -> Role {
    let name = own_name(&header.text, index);
    let message = match header.text.as_str() {
        "" => format!("{}a column without a name is kept as `{name}`", table.at(header)),
        text => format!("{}“{text}” is no field that is known; it is kept as `{name}`", table.at(header)),
    };
    table.notes.loss(header.span, message).advise("say what it means with --map \"COLUMN=field\"");
    Role::Own(name)
}

fn own_name(header: &str, index: usize) -> String {
    Id::from_title(header).map_or_else(|| format!("x-column-{}", index + 1), |id| format!("x-{id}"))
}

/// The scale of the plain numbers in a column of ratings.
fn scale(header: &Cell, role: &Role, index: usize, rows: &[Vec<Cell>], table: &mut Table<'_>) -> Option<Scale> {
    if !matches!(role, Role::Rating(_) | Role::Emotion) {
        return None;
    }
    if let Some(stated) = rating::stated(&header.text) {
        return Some(stated);
    }
    let figures = rows.iter().filter_map(|row| row.get(index)).filter_map(|cell| rating::figure(&cell.text));
    let values: Vec<_> = figures.filter(|figure| figure.scale.is_none()).map(|figure| figure.value).collect();
    if values.is_empty() {
        return None;
    }
    let found = rating::detected(&values);
    // A column that is called as the field is rates as the format does, unless its numbers say otherwise.
    if found == Some(rating::FIVE) && matches!(header.text.as_str(), "expectation" | "experience" | "effort") {
        return found;
    }
    let at = table.at(header);
    let name = &header.text;
    match found {
        Some((min, max)) => table
            .notes
            .guess(header.span, format!("{at}the numbers of “{name}” are taken for ratings from {min} to {max}"))
            .advise(format!("state the scale in the header: “{name} ({min}–{max})”")),
        None => table
            .notes
            .loss(header.span, format!("{at}the numbers of “{name}” are on no scale that is known"))
            .advise(format!("state the scale in the header, such as “{name} (0–1000)”")),
    }
    found
}
