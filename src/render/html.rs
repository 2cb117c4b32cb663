//! A map as one page: the picture, every fact behind it, and a table, in a file that needs nothing else.
//!
//! The page is a document first: without JavaScript picture, list and table stand below each other. Its script only
//! moves what is there: it shows one of them, filters, and copies facts of the list into a panel beside the picture.

pub(crate) mod comparison;
mod data;
mod facts;
mod gauge;
mod index;
mod journey;
mod labels;
mod parts;
mod policy;
mod sheets;
mod style;
mod table;
mod thumbnail;
mod touchpoint;

use std::collections::BTreeMap;

use askama::Template;

use super::content::{also_at, channels, initials, title};
use super::labels::{Label, Wording};
use super::layout::{KeyFigure, PictureOptions, key_figures, promises_by_place, scene, solutions_with_ids};
use super::{Palette, Theme, Tongue};
use crate::graph::{Address, Map, PhaseRef, TouchpointIndex, TouchpointRef};
use crate::model::{FrictionPoint, FrictionStatus, Promise, Solution, Text};
use crate::text::printable;
use data::Filter;
use facts::{Entry, Facts, Mark};
use gauge::Gauge;
pub use index::{IndexEntry, index};
use labels::PageLabel;
use sheets::{on_paper, paper, sheets};
use table::Table;

/// How a page is made.
#[derive(Debug, Clone, Default)]
pub struct HtmlOptions {
    /// What of the map is drawn, and the language of labels.
    pub picture: PictureOptions,
    /// The theme that the page opens in; by default the reader's device decides between light, dark and contrast.
    pub opens_in: Option<Palette>,
    /// The colours on light ground.
    pub light: Theme,
}

/// The map as one HTML page without any need of a network.
///
/// # Errors
/// Never for a sound map: when a template or the data cannot be written.
pub fn html(map: &Map, options: &HtmlOptions) -> Result<String, askama::Error> {
    let author = Author::new(map, &options.picture);
    let style = style::style(&options.light);
    let data = author.data().map_err(|error| askama::Error::Custom(Box::new(error)))?;
    let page = Page {
        author: &author,
        language: options
            .picture
            .tongue
            .map_or_else(|| map.journey().language().to_string(), |tongue| tongue.to_string()),
        language_of_map: map.journey().language().to_string(),
        opens_in: options.opens_in,
        title: printable(title(map)).into_owned(),
        policy: policy::policy(&style, Some(SCRIPT)),
        style: &style,
        script: SCRIPT,
        data,
        paper: on_paper(&options.picture).map(|options| paper(scene(map, &options))).unwrap_or_default(),
        sheets: sheets(scene(map, &options.picture)),
        head: author.head(),
        phases: author.phases().map(|phase| author.phase(phase)).collect(),
        table: Table::of(&author),
        filters: author.filters(),
    };
    page.render()
}

/// The one script of a page.
const SCRIPT: &str = concat!(include_str!("../../assets/html/sheet.js"), include_str!("../../assets/html/page.js"));

/// Says of a map what a page has to say.
struct Author<'m> {
    map: &'m Map,
    /// What of the map is shown.
    picture: &'m PictureOptions,
    tongue: Tongue,
    /// The solutions with a written id, each with all that is said of it.
    solutions: BTreeMap<String, Solution>,
    /// The promises that are kept elsewhere than where they are made, by where that is.
    promises: BTreeMap<TouchpointIndex, Vec<(Address, &'m Promise)>>,
    /// The friction points of other touchpoints that hinder at a touchpoint as well, by its number.
    also: Vec<Vec<&'m FrictionPoint>>,
}

#[derive(Template)]
#[template(path = "page.html")]
struct Page<'a> {
    author: &'a Author<'a>,
    /// The language of the labels, if it was chosen, else that of the map.
    language: String,
    language_of_map: String,
    opens_in: Option<Palette>,
    title: String,
    policy: String,
    style: &'a str,
    script: &'static str,
    data: String,
    /// The picture, one drawing for each of its rows.
    sheets: Vec<String>,
    /// The same on sheets of paper, if it is printed otherwise than it is shown.
    paper: Vec<String>,
    head: Head,
    phases: Vec<PhasePart>,
    table: Table,
    filters: Vec<Filter>,
}

/// What stands above everything.
struct Head {
    marks: Vec<Mark>,
    situation: Option<String>,
    circumstances: Option<String>,
    owner: Option<String>,
    reviewed: String,
    persona: Option<PersonaPart>,
    goal: Option<String>,
    figures: Vec<Mark>,
    facts: Facts,
}

impl Mark {
    fn of_figure(figure: &KeyFigure) -> Self {
        let (tone, sign) = match figure.is_reached {
            Some(true) => ("good", "✓ "),
            Some(false) => ("bad", "✗ "),
            None => ("quiet", ""),
        };
        Self { tone, text: format!("{sign}{}", printable(&figure.words)) }
    }
}

/// Whose journey it is.
struct PersonaPart {
    initials: String,
    name: String,
    description: Option<String>,
    quote: Option<String>,
    facts: Facts,
}

/// A phase of the list.
struct PhasePart {
    address: String,
    title: String,
    facts: Facts,
    touchpoints: Vec<TouchpointPart>,
}

/// A touchpoint of the list.
struct TouchpointPart {
    address: String,
    title: String,
    channels: String,
    marks: Vec<Mark>,
    gauge: Option<Gauge>,
    gap: Option<Mark>,
    facts: Facts,
}

impl<'m> Author<'m> {
    fn new(map: &'m Map, picture: &'m PictureOptions) -> Self {
        Self {
            map,
            picture,
            tongue: picture.tongue.unwrap_or_else(|| Tongue::of(&map.journey().language().primary())),
            solutions: solutions_with_ids(map),
            promises: promises_by_place(map),
            also: also_at(map),
        }
    }

    /// The phases that the page tells of.
    fn phases(&self) -> impl Iterator<Item = PhaseRef<'m>> {
        self.map.phases().filter(|phase| self.picture.shows(*phase))
    }

    /// Their touchpoints.
    fn touchpoints(&self) -> impl Iterator<Item = TouchpointRef<'m>> {
        self.phases().flat_map(PhaseRef::touchpoints)
    }

    const fn label(&self, label: Label) -> &'static str {
        label.in_tongue(self.tongue)
    }

    /// A label for the template.
    fn word(&self, label: PageLabel) -> &'static str {
        label.wording(self.tongue)
    }

    const fn facts(&self) -> Facts {
        Facts::new(self.tongue)
    }

    fn entry(
        &self,
        address: &Address,
        kind: &'static str,
        noun: PageLabel,
        title: &str,
        marks: Vec<Mark>,
        facts: Facts,
    ) -> Entry {
        let title = printable(title).into_owned();
        Entry { address: address.to_string(), kind, noun: self.word(noun), title, marks, facts }
    }

    /// What hinders at a touchpoint as a consequence of elsewhere.
    fn hindrances_from_elsewhere(&self, touchpoint: TouchpointRef<'m>) -> impl Iterator<Item = &'m FrictionPoint> {
        self.also.get(touchpoint.index().0).into_iter().flatten().copied()
    }

    /// What hinders at a touchpoint and is not resolved, here or as a consequence of elsewhere.
    fn hindrances(&self, touchpoint: TouchpointRef<'m>) -> impl Iterator<Item = &'m FrictionPoint> {
        let own = touchpoint.body().friction_points.iter();
        own.chain(self.hindrances_from_elsewhere(touchpoint)).filter(|point| point.status() != FrictionStatus::Resolved)
    }

    fn head(&self) -> Head {
        let journey = self.map.journey();
        let text = |text: &Text| printable(text).into_owned();
        let situation = journey.situation.as_ref();
        let review = journey.review.as_ref().and_then(|review| review.last);
        Head {
            marks: self.journey_marks(),
            situation: situation
                .and_then(|situation| self.tongue.situation(situation))
                .map(|words| printable(&words).into_owned()),
            circumstances: situation.and_then(|situation| situation.description.as_ref()).map(text),
            owner: journey.owner.as_ref().map(text),
            reviewed: review.map_or_else(
                || self.label(Label::NotReviewed).to_owned(),
                |last| format!("{} {}", self.label(Label::Reviewed), self.tongue.day(last.value)),
            ),
            persona: journey.persona.as_ref().and_then(|persona| {
                let name = persona.name.as_ref().map(text)?;
                Some(PersonaPart {
                    initials: initials(&name),
                    name,
                    description: persona.description.as_ref().map(text),
                    quote: persona.quote.as_ref().map(|quote| printable(&self.tongue.quote(quote)).into_owned()),
                    facts: self.persona_facts(persona),
                })
            }),
            goal: journey.goal.as_ref().map(text),
            figures: key_figures(self.map, self.tongue).iter().map(Mark::of_figure).collect(),
            facts: self.journey_facts(),
        }
    }

    fn phase(&self, phase: PhaseRef<'m>) -> PhasePart {
        PhasePart {
            address: phase.address().to_string(),
            title: printable(phase.title()).into_owned(),
            facts: self.phase_facts(phase),
            touchpoints: phase.touchpoints().map(|touchpoint| self.touchpoint(touchpoint)).collect(),
        }
    }

    fn touchpoint(&self, touchpoint: TouchpointRef<'m>) -> TouchpointPart {
        TouchpointPart {
            address: touchpoint.address().to_string(),
            title: printable(touchpoint.title()).into_owned(),
            channels: printable(&channels(touchpoint, self.tongue).join(", ")).into_owned(),
            marks: self.marks(touchpoint),
            gauge: Gauge::of(touchpoint, self.tongue),
            gap: touchpoint.gap().map(|gap| self.gap(gap)),
            facts: self.touchpoint_facts(touchpoint),
        }
    }
}
