//! The report as a table, a row a change: for the list that a crisis board works through.

use super::Report;
use crate::diff::{Change, Value};
use crate::text::{guarded, printable};

/// The columns.
const COLUMNS: [&str; 12] = [
    "journey",
    "from",
    "to",
    "question",
    "kind",
    "impact",
    "level",
    "address",
    "change",
    "before",
    "after",
    "because of",
];

/// The report as CSV (RFC 4180). `details`: whether wording and details have rows as well.
///
/// # Errors
/// When the table cannot be written, which in memory does not happen.
pub fn csv(report: &Report<'_>, details: bool) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(COLUMNS)?;
    for journey in &report.journeys {
        for comparison in &journey.comparisons {
            let name = |at: usize| journey.states.get(at).map_or("", |state| state.name.as_str());
            let place = [journey.id(), name(comparison.before), name(comparison.after)];
            for change in &comparison.changes {
                rows(&mut writer, place, change, None, details)?;
            }
        }
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

fn rows(
    writer: &mut csv::Writer<Vec<u8>>,
    place: [&str; 3],
    change: &Change,
    cause: Option<&Change>,
    details: bool,
) -> Result<(), csv::Error> {
    if details || !change.kind.is_detail() {
        let value = |value: &Option<Value>| value.as_ref().map(ToString::to_string).unwrap_or_default();
        let question = (change.kind.question() as usize + 1).to_string();
        let address = change.address.to_string();
        let (before, after) = (value(&change.before), value(&change.after));
        let cause = cause.map(|cause| cause.address.to_string()).unwrap_or_default();
        let [journey, from, to] = place;
        let cells = [
            journey,
            from,
            to,
            &question,
            change.kind.as_str(),
            change.impact.as_str(),
            change.level.as_str(),
            &address,
            &change.message,
            &before,
            &after,
            &cause,
        ];
        writer.write_record(cells.map(|cell| guarded(&printable(cell)).into_owned()))?;
    }
    change.claimed.iter().try_for_each(|echo| rows(writer, place, echo, Some(change), details))
}
