//! `cxmap diff`: what changed between the states of a journey, and what it does to the customer.

mod annotations;
mod driver;
mod picture;
mod sides;

use std::ffi::OsString;
use std::path::PathBuf;

use super::config::{Configs, PolicyArgs};
use super::output::Format;
use super::picture::PictureArgs;
use super::report::ReportArgs;
use super::{Common, Outcome, complain};
use anyhow::Result;
use clap::Args;
use cxmap::diff::accept::{Acceptance, accept};
use cxmap::diff::report::concise::concise;
use cxmap::diff::report::csv::csv;
use cxmap::diff::report::html::html;
use cxmap::diff::report::json::json;
use cxmap::diff::report::markdown::markdown;
use cxmap::diff::report::text::{Layout, text};
use cxmap::diff::report::{JourneyReport, Report, State};
use cxmap::diff::{Impact, Options};
use cxmap::render::HtmlOptions;
use picture::TwoStates;
use sides::{Side, SideMap};

/// Compare the states of a journey
///
/// Compares journeys, not texts: reformatting, reordering fields, comments and written-out ids are no difference. Of more
/// than two states each is compared with the one before it. A side can be a file, a folder, or either as it was at a Git
/// revision: `main:maps`. A map with mistakes is compared as far as it is sound, and
/// the mistakes are printed to standard error.
///
/// Formats: text (for people; the default), concise (one line a change), markdown (a comment on a change request), svg and
/// png (both states in one picture), html (that picture with the report beside it, as a page), dot (both states as a graph), json (for programs), csv (one
/// row a change), sarif and github (what is worse or better at its place in the file, for code scanning and workflows).
#[derive(Debug, Args)]
pub struct DiffArgs {
    /// The journey as it was, as it is, and as it will be: maps, or two folders; of one alone, what changed since the last
    /// commit
    #[arg(required_unless_present = "git_driver", value_name = "MAP")]
    states: Vec<PathBuf>,
    /// Serve Git as an external diff driver, with the arguments that Git gives; see docs/git.md
    #[arg(long, num_args = 1.., allow_hyphen_values = true, value_name = "ARGS", conflicts_with = "states")]
    git_driver: Vec<OsString>,
    #[command(flatten)]
    report: ReportArgs,
    /// Show changes of wording and detail as well
    #[arg(long)]
    all: bool,
    /// Do not take what is gone and what is new for the same under another name
    #[arg(long)]
    no_renames: bool,
    #[command(flatten)]
    picture: PictureArgs,
}

#[derive(Debug, Clone, Copy)]
enum DiffFormat {
    Text,
    Concise,
    Markdown,
    Json,
    Csv,
    Svg,
    Png,
    Html,
    Dot,
    Sarif,
    GitHub,
}

impl Format for DiffFormat {
    const ALL: &'static [(Self, &'static str, &'static [&'static str])] = &[
        (Self::Text, "text", &["txt"]),
        (Self::Concise, "concise", &[]),
        (Self::Markdown, "markdown", &["md"]),
        (Self::Json, "json", &["json"]),
        (Self::Csv, "csv", &["csv"]),
        (Self::Svg, "svg", &["svg"]),
        (Self::Png, "png", &["png"]),
        (Self::Html, "html", &["html", "htm"]),
        (Self::Dot, "dot", &["dot", "gv"]),
        (Self::Sarif, "sarif", &["sarif"]),
        (Self::GitHub, "github", &[]),
    ];
}

/// Compares the maps that the arguments name.
pub fn run(args: &DiffArgs, common: &Common) -> Result<Outcome> {
    if !args.git_driver.is_empty() {
        return Ok(driver::run(args, common));
    }
    let policy = PolicyArgs::default();
    let mut configs = Configs::new(&args.report.input.lookup, &policy);
    let sides = sides::read(&args.states, &args.report.input, &mut configs, common)?;
    let (mut report, acceptances) = compare(&sides, args, common);
    for failure in sides.iter().flat_map(|side| &side.failures) {
        complain(&format!("error: {failure}"));
    }
    for read in sides.iter().flat_map(|side| &side.maps).filter(|read| !read.is_sound) {
        common.say(&format!("warning: what is wrong in {} is left out of the comparison", read.name));
    }
    for warning in accept(report.changes_mut(), &acceptances, common.today()) {
        common.say(&format!("warning: {warning}"));
    }
    // Of many journeys, people want those that changed.
    let changed = report.only_changed();
    let are_many = sides.iter().any(Side::is_folder) && !changed.is_empty();
    let shown = if are_many { &changed } else { &report };
    args.report.output.write(common, |format, surface| {
        let text = match format {
            DiffFormat::Text => {
                text(shown, Layout { width: surface.width.into(), color: surface.color, details: args.all })
            }
            DiffFormat::Concise => concise(shown, args.all),
            DiffFormat::Markdown => markdown(shown, args.all),
            DiffFormat::Json => json(&report)?,
            DiffFormat::Csv => return Ok(csv(&report, args.all)?),
            DiffFormat::Svg => TwoStates::of(&report)?.svg(&args.picture)?,
            DiffFormat::Png => return TwoStates::of(&report)?.png(&args.picture, common),
            DiffFormat::Html => html(shown, args.all, &args.page(shown)?)?,
            DiffFormat::Dot => TwoStates::of(&report)?.dot(),
            DiffFormat::Sarif => return annotations::sarif(&report, &sides),
            DiffFormat::GitHub => return annotations::github(&report, &sides),
        };
        Ok(text.into_bytes())
    })?;
    let counts = |change: &&cxmap::diff::Change| change.accepted.is_none() && (args.all || !change.kind.is_detail());
    let mut counted = report.changes().filter(counts).peekable();
    let is_different = counted.peek().is_some();
    let is_worse = counted.any(|change| change.impact == Impact::Worse);
    let is_complete = sides.iter().all(|side| side.failures.is_empty());
    Ok(if is_complete { args.report.outcome(is_worse, is_different) } else { Outcome::Failed })
}

impl DiffArgs {
    /// How the page of a report is made.
    fn page(&self, report: &Report<'_>) -> Result<HtmlOptions> {
        let tongue = Some(report.options.tongue);
        match report.journeys.as_slice() {
            [JourneyReport { states, .. }] => states
                .last()
                .map_or_else(|| self.picture.plain_page(tongue), |last| self.picture.page(last.map, tongue)),
            _ => self.picture.plain_page(tongue),
        }
    }
}

/// The comparison of the sides, and what the configuration of the last map accepts.
fn compare<'s>(sides: &'s [Side], args: &DiffArgs, common: &Common) -> (Report<'s>, Vec<Acceptance>) {
    let of_last = sides.last().and_then(|side| side.maps.first());
    let acceptances = of_last.map(|last| last.in_force.config.accept.clone()).unwrap_or_default();
    let tongue = args.report.tongue(sides.last().into_iter().flat_map(|side| &side.maps).map(|map| &map.map));
    let options = Options { renames: !args.no_renames, tongue, today: Some(common.today()) };
    let state = |map: &'s SideMap| State { name: map.name.clone(), map: &map.map };
    let mut report = Report { options, ..Report::default() };
    match sides {
        [before, after] if before.is_folder() => {
            let pairing = before.pair(after);
            let name = |side: &Side, at: &usize| side.maps.get(*at).map(|map| map.name.clone());
            report.added = pairing.added.iter().filter_map(|at| name(after, at)).collect();
            report.removed = pairing.removed.iter().filter_map(|at| name(before, at)).collect();
            let pairs =
                pairing.same.iter().filter_map(|(old, new)| Some((before.maps.get(*old)?, after.maps.get(*new)?)));
            report.journeys =
                pairs.map(|(old, new)| JourneyReport::of(vec![state(old), state(new)], options)).collect();
        }
        files => {
            let states = files.iter().flat_map(|side| &side.maps).map(state).collect();
            report.journeys = vec![JourneyReport::of(states, options)];
        }
    }
    (report, acceptances)
}
