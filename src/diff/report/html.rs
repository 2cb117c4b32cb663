//! The report as a page: the picture of each two states, and the story of what changed beside it.

use super::overlay::{alone, overlay, tone};
use super::story::{self, Story};
use super::{Comparison, JourneyReport, Report};
use crate::diff::Impact;
use crate::render::html::comparison::{Entry, Folded, Section, Telling, comparison};
use crate::render::{HtmlOptions, PictureOptions};
use crate::tongue::Tongue;

/// The report as a page that needs nothing else. `details`: whether wording and details are told as well.
///
/// # Errors
/// Never for sound maps: when the page cannot be written.
pub fn html(report: &Report<'_>, details: bool, options: &HtmlOptions) -> Result<String, askama::Error> {
    let tongue = report.options.tongue;
    let comparisons = report
        .journeys
        .iter()
        .flat_map(|journey| journey.comparisons.iter().map(move |comparison| (journey, comparison)));
    let tellings = comparisons.filter_map(|(journey, comparison)| telling(journey, comparison, report, details));
    let added = report.added.iter().map(|name| tongue.new_journey(name));
    let removed = report.removed.iter().map(|name| tongue.gone_journey(name));
    let picture = PictureOptions { tongue: Some(tongue), ..options.picture.clone() };
    let options = HtmlOptions { picture, ..options.clone() };
    comparison(&tellings.collect::<Vec<_>>(), &added.chain(removed).collect::<Vec<_>>(), &options)
}

fn telling<'m>(
    journey: &JourneyReport<'m>,
    comparison: &Comparison<'m>,
    report: &Report<'m>,
    details: bool,
) -> Option<Telling<'m>> {
    let tongue = report.options.tongue;
    let pair = alone(journey, comparison)?;
    let story = Story::of_journey(&pair, report, details).pop()?;
    let mut notes = Vec::new();
    notes.extend(story.gist.is_none().then(|| story.title.clone()));
    notes.extend((story.hidden > 0).then(|| tongue.hidden(story.hidden)));
    let mut sections: Vec<_> = story.sections.iter().map(|section| told(section, tongue)).collect();
    if !story.accepted.is_empty() {
        let reason =
            |entry: &story::Entry<'_>| tongue.accepted_for(entry.change.accepted.as_deref().unwrap_or_default());
        let entries = story.accepted.iter().map(|entry| {
            let told = self::entry(entry, tongue);
            Entry { text: format!("{} {}", told.text, reason(entry)), ..told }
        });
        sections.push(Section {
            heading: tongue.heading_accepted(),
            entries: entries.collect(),
            lists: Vec::new(),
            folded: None,
        });
    }
    Some(Telling {
        after: comparison.sides.after.map,
        overlay: overlay(journey, comparison, report)?,
        sections,
        figures: tongue.heading_figures(),
        notes,
    })
}

fn told(section: &story::Section<'_>, tongue: Tongue) -> Section {
    let (weighty, rest): (Vec<_>, Vec<_>) = section.entries.iter().partition(|entry| entry.has_verdict());
    Section {
        heading: format!("{}. {}", section.number, section.heading),
        entries: weighty.into_iter().map(|told| entry(told, tongue)).collect(),
        lists: section.lists.iter().map(|list| (list.heading.clone(), list.lines.clone())).collect(),
        folded: folded(rest, tongue),
    }
}

fn entry(told: &story::Entry<'_>, tongue: Tongue) -> Entry {
    Entry {
        tone: tone(told.change.impact),
        verdict: match told.change.impact {
            Impact::Worse => tongue.word_worse(),
            Impact::Better => tongue.word_better(),
            Impact::Neutral => String::new(),
        },
        text: told.text.clone().into_owned(),
        address: told.change.address.clone(),
        echoes: told.echoes.iter().map(|echo| entry(echo, tongue)).collect(),
    }
}

/// Entries that are shown when they are asked for; none if there are none.
fn folded(entries: Vec<&story::Entry<'_>>, tongue: Tongue) -> Option<Folded> {
    (!entries.is_empty()).then(|| Folded {
        summary: tongue.further_changes(&entries.len().to_string()),
        entries: entries.into_iter().map(|told| entry(told, tongue)).collect(),
    })
}
