//! The changes at their places in the after files, for platforms that show them in the lines of a change.

use std::collections::BTreeMap;

use anyhow::Result;
use cxmap::diff::report::Report;
use cxmap::diff::report::findings::findings;
use cxmap::diff::{Impact, Kind};
use cxmap::emit::{Emitter, GitHub, Sarif, Topic};
use cxmap::lint::{self, Linted};

use super::sides::Side;

/// As workflow commands of GitHub.
pub fn github(report: &Report<'_>, sides: &[Side]) -> Result<Vec<u8>> {
    emitted(&GitHub, report, sides)
}

/// As SARIF, where the kinds of change take the place of rules.
pub fn sarif(report: &Report<'_>, sides: &[Side]) -> Result<Vec<u8>> {
    let mut levels = BTreeMap::new();
    for change in report.changes().filter(|change| change.impact != Impact::Neutral && change.accepted.is_none()) {
        let level = levels.entry(change.kind).or_insert(change.level);
        *level = change.level.max(*level);
    }
    let topic =
        |(kind, level): (Kind, _)| Topic { name: kind.as_str(), summary: kind.summary(), page: kind.page(), level };
    emitted(&Sarif::about(levels.into_iter().map(topic)), report, sides)
}

fn emitted(emitter: &dyn Emitter, report: &Report<'_>, sides: &[Side]) -> Result<Vec<u8>> {
    let mut files = Vec::new();
    for journey in &report.journeys {
        for comparison in &journey.comparisons {
            let Some(after) = journey.states.get(comparison.after) else { continue };
            let side =
                sides.iter().flat_map(|side| &side.maps).find(|side| std::ptr::eq(&raw const side.map, after.map));
            files.extend(side.map(|side| Linted::new(side.source.clone(), findings(comparison, after.map))));
        }
    }
    let mut bytes = Vec::new();
    emitter.emit(&lint::Report { files }, &mut bytes)?;
    Ok(bytes)
}
