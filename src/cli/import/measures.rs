//! `cxmap import --measures`: the figures of a survey go into a map.

use std::path::Path;

use anyhow::{Context as _, Result, anyhow, bail};
use cxmap::import::measures::{SurveyColumns, join, survey};
use cxmap::load;
use cxmap::source::read_file;
use cxmap::text::counted;

use super::super::output::{replace, write_stdout};
use super::super::{Common, Outcome};
use super::tell;

/// Reads a survey, and writes its figures into a map; with `dry_run` the changed map goes to standard output.
pub fn run(export: &Path, into: &Path, columns: &[String], dry_run: bool, common: &Common) -> Result<Outcome> {
    let mut meanings = SurveyColumns::default();
    for column in columns {
        meanings.add(column).map_err(|message| anyhow!("--column: {message}"))?;
    }
    let path = into.display();
    let bytes = read_file(into).with_context(|| format!("cannot read {path}"))?;
    let loaded = load(&into.to_string_lossy(), &bytes);
    let Some(map) = loaded.map.as_ref().filter(|map| map.journey().is_complete() && !loaded.document.truncated) else {
        bail!("{path} has mistakes that leave touchpoints unread: mend what `cxmap lint {path}` finds first");
    };
    let answers = read_file(export).with_context(|| format!("cannot read {}", export.display()))?;
    let survey = survey(&export.to_string_lossy(), &answers, &meanings, map);
    if survey.figures.is_empty() || !common.quiet {
        tell(&survey.source, &survey.notes);
    }
    if survey.figures.is_empty() {
        bail!("{}: no figure for {path} can be made of this", export.display());
    }
    let from = export.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let joined = join(&loaded, map, &survey.figures, &from).map_err(|message| anyhow!("{path}: {message}"))?;
    let mark = if bytes.starts_with(b"\xef\xbb\xbf") { "\u{feff}" } else { "" };
    let text = format!("{mark}{}", joined.text);
    if dry_run {
        write_stdout(text.as_bytes())?;
    } else if text.as_bytes() != bytes {
        replace(into, text.as_bytes()).with_context(|| format!("cannot write {path}"))?;
    }
    let (added, updated) = (counted(joined.added, "measure"), counted(joined.updated, "measure"));
    common.say(&format!("{path}: {added} added, {updated} brought up to date"));
    Ok(Outcome::Clean)
}
