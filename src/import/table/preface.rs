//! What stands above a table: its title, and facts about the journey as a whole.

use super::cell::Cell;
use super::{Table, words};
use crate::import::finish::title_of_name;
use crate::model::{Journey, Persona, Text};
use crate::source::{Located, Span};

/// A journey with nothing but what stands above its table.
pub(super) fn journey(above: &[Vec<Cell>], heading: Option<&Cell>, name: &str, table: &mut Table<'_>) -> Journey {
    let mut journey = Journey::default();
    if let Some(heading) = heading {
        journey.title = text(heading, &heading.text);
    }
    let mut rest = Vec::new();
    for row in above {
        let cells: Vec<_> = row.iter().filter(|cell| !cell.is_blank()).collect();
        match cells.as_slice() {
            [] => {}
            [cell] => match cell.text.split_once(':') {
                Some((name, value)) if fact(&mut journey, name, cell, value.trim()) => {}
                _ if journey.title.is_empty() => journey.title = text(cell, &cell.text),
                _ => rest.push(cell.text.clone()),
            },
            [name, value] if fact(&mut journey, name.text.trim_end_matches(':'), value, &value.text) => {}
            cells => rest.push(cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(" – ")),
        }
    }
    if !rest.is_empty() {
        let said = journey.description.take().map(|text| text.value);
        journey.description = Some(said.into_iter().chain(rest).collect::<Vec<_>>().join("\n").into());
    }
    if journey.title.is_empty() {
        let title = title_of_name(name);
        let note =
            table.notes.guess(Span::default(), format!("nothing says what the journey is; it is named “{title}”"));
        note.advise("put the title in the customer's words above the table, or into the map");
        journey.title = title.into();
    }
    journey
}

fn text(cell: &Cell, value: &str) -> Text {
    Located::new(value.split_whitespace().collect::<Vec<_>>().join(" "), cell.span)
}

/// Takes a fact by its name; `false` for one that has no field.
fn fact(journey: &mut Journey, name: &str, cell: &Cell, value: &str) -> bool {
    if value.is_empty() {
        return false;
    }
    let value = text(cell, value);
    let name = words::plain(name);
    let field = match name.as_str() {
        "title" | "titel" | "titre" | "titulo" | "journey" | "customer journey" | "klantreis" | "parcours"
        | "journey map" | "parcours client" | "kundenreise" | "reise" | "naam" | "name" => {
            journey.title = value;
            return true;
        }
        "scenario" | "situation" | "situatie" | "context" | "contexte" | "szenario" | "escenario" => {
            &mut journey.scenario
        }
        "goal" | "doel" | "objective" | "objectif" | "but" | "ziel" | "objetivo" => &mut journey.goal,
        "owner" | "eigenaar" | "responsable" | "verantwoordelijke" | "verantwortlich" => &mut journey.owner,
        "description" | "beschrijving" | "omschrijving" | "beschreibung" | "descripcion" => &mut journey.description,
        _ if words::field(&name).is_some_and(|(field, _)| field == "persona") => {
            journey.persona = Some(Persona { name: Some(value), ..Persona::default() });
            return true;
        }
        _ => return false,
    };
    let is_free = field.is_none();
    if is_free {
        *field = Some(value);
    }
    is_free
}
