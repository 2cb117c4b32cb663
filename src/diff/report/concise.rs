//! The report with a line a change: for the eye that knows what it looks for, and for `grep`.

use std::fmt::Write as _;

use super::Report;
use crate::diff::Change;
use crate::text::printable;

/// The report, a line a change, echoes included. `details`: whether wording and details are shown as well.
#[must_use]
pub fn concise(report: &Report<'_>, details: bool) -> String {
    let mut text = String::new();
    for journey in &report.journeys {
        for comparison in &journey.comparisons {
            let name = journey.states.get(comparison.after).map_or("", |state| state.name.as_str());
            let all = comparison.changes.iter().flat_map(Change::flat);
            for change in all.filter(|change| details || !change.kind.is_detail()) {
                let accepted = if change.accepted.is_some() { " (accepted)" } else { "" };
                // Writing to a String cannot fail.
                let _ = writeln!(
                    text,
                    "{}: {}[{}]{accepted} {}: {}",
                    printable(name),
                    change.impact.as_str(),
                    change.kind,
                    printable(&change.address.to_string()),
                    printable(&change.message)
                );
            }
        }
    }
    text
}
