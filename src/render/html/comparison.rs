//! A page of a comparison: the picture of two states, and beside it what is told of them, each entry a link to its card.

use std::collections::BTreeSet;

use askama::Template;

use super::labels::PageLabel;
use super::sheets::{on_paper, paper, sheets};
use super::{HtmlOptions, policy, style};
use crate::graph::{Address, Map, TouchpointRef, slug};
use crate::model::Reference;
use crate::render::content::title;
use crate::render::labels::{Label, Wording};
use crate::render::layout::{PictureOptions, compared};
use crate::render::overlay::{Figure, Overlay};
use crate::render::scene::{Lane, Tone};
use crate::render::{Palette, Tongue};
use crate::text::printable;

/// What is told of two states of a journey.
#[derive(Debug)]
pub struct Telling<'m> {
    /// The later state.
    pub after: &'m Map,
    /// The earlier one, and what became of it.
    pub overlay: Overlay<'m>,
    /// The parts of the report.
    pub sections: Vec<Section>,
    /// What stands above the figures.
    pub figures: String,
    /// What is said at the end, a sentence each.
    pub notes: Vec<String>,
}

/// A part of a report.
#[derive(Debug)]
pub struct Section {
    /// What it is called.
    pub heading: String,
    /// What is told at once.
    pub entries: Vec<Entry>,
    /// Lines under headings of their own.
    pub lists: Vec<(String, Vec<String>)>,
    /// What can be unfolded, and what that is called.
    pub folded: Option<Folded>,
}

/// Entries that are shown when they are asked for.
#[derive(Debug)]
pub struct Folded {
    /// What they are called.
    pub summary: String,
    /// The entries.
    pub entries: Vec<Entry>,
}

/// A sentence about something of either state.
#[derive(Debug)]
pub struct Entry {
    /// What it does to the customer.
    pub tone: Tone,
    /// The same in a word; empty where it does neither.
    pub verdict: String,
    /// The sentence.
    pub text: String,
    /// What it is about.
    pub address: Address,
    /// What it brings about.
    pub echoes: Vec<Entry>,
}

/// The page of comparisons of one journey or of several, in order, with `notes` on whole journeys at its end.
///
/// # Errors
/// Never for sound maps: when the template cannot be written.
pub fn comparison(tellings: &[Telling<'_>], notes: &[String], options: &HtmlOptions) -> Result<String, askama::Error> {
    let tongue = options.picture.tongue.unwrap_or_default();
    let style = format!("{}{STYLE}", style::style(&options.light));
    let parts = tellings.iter().enumerate();
    let parts: Vec<_> = parts.map(|(at, telling)| Part::of(format!("picture-{}", at + 1), telling, options)).collect();
    let title = match parts.as_slice() {
        [first, rest @ ..] if rest.iter().all(|part| part.title == first.title) => first.title.clone(),
        _ => PageLabel::Journeys.wording(tongue).to_owned(),
    };
    let page = Page {
        tongue,
        language: tellings.last().map_or_else(String::new, |telling| telling.after.journey().language().to_string()),
        opens_in: options.opens_in,
        title,
        policy: policy::policy(&style, Some(SCRIPT)),
        style: &style,
        script: SCRIPT,
        parts,
        notes: notes.iter().map(|note| printable(note).into_owned()).collect(),
    };
    page.render()
}

/// What its style sheet has besides that of the page of a map.
const STYLE: &str = include_str!("../../../assets/html/comparison.css");

/// The one script of the page.
const SCRIPT: &str =
    concat!(include_str!("../../../assets/html/sheet.js"), include_str!("../../../assets/html/comparison.js"));

#[derive(Template)]
#[template(path = "comparison.html")]
struct Page<'a> {
    tongue: Tongue,
    language: String,
    opens_in: Option<Palette>,
    title: String,
    policy: String,
    style: &'a str,
    script: &'static str,
    parts: Vec<Part>,
    notes: Vec<String>,
}

/// Two states of a journey.
struct Part {
    /// The id of its picture.
    id: String,
    title: String,
    names: [String; 2],
    gist: String,
    sheets: Vec<String>,
    /// The same on sheets of paper, if it is printed otherwise than it is shown.
    paper: Vec<String>,
    sections: Vec<SectionPart>,
    caption: String,
    figures: Vec<Figure>,
    notes: Vec<String>,
}

struct SectionPart {
    heading: String,
    entries: Entries,
    lists: Vec<(String, Vec<String>)>,
    folded: Option<FoldedPart>,
}

/// Entries as a list.
#[derive(Template)]
#[template(path = "entries.html")]
struct Entries {
    /// The id of the picture that they lead to.
    picture: String,
    entries: Vec<EntryPart>,
}

struct EntryPart {
    /// The class of its verdict.
    tone: &'static str,
    verdict: String,
    text: String,
    /// Where in the picture it leads, if anywhere.
    target: Option<String>,
    echoes: Option<FoldedPart>,
}

struct FoldedPart {
    summary: String,
    entries: Entries,
}

impl Part {
    fn of(id: String, telling: &Telling<'_>, options: &HtmlOptions) -> Self {
        let Telling { after, overlay, .. } = telling;
        // What the head says stands above the picture as text.
        let draw = |picture: &PictureOptions| {
            let mut scene = compared(after, picture, overlay);
            scene.bands.retain(|band| band.lane != Lane::Head);
            scene
        };
        let scene = draw(&options.picture);
        let nodes = scene.bands.iter().flat_map(|band| &band.nodes);
        let targets = Targets {
            drawn: nodes.map(|node| node.address.clone()).collect(),
            maps: [overlay.before, after],
            picture: &id,
            tongue: options.picture.tongue.unwrap_or_default(),
        };
        let text = |text: &str| printable(text).into_owned();
        let section = |section: &Section| SectionPart {
            heading: text(&section.heading),
            entries: targets.entries(&section.entries),
            lists: section
                .lists
                .iter()
                .map(|(heading, lines)| (text(heading), lines.iter().map(|line| text(line)).collect()))
                .collect(),
            folded: section.folded.as_ref().map(|folded| targets.folded(folded)),
        };
        Self {
            title: text(title(after)),
            names: overlay.names.each_ref().map(|name| text(name)),
            gist: text(&overlay.gist),
            sections: telling.sections.iter().map(section).collect(),
            caption: text(&telling.figures),
            figures: overlay.figures.concat(),
            notes: telling.notes.iter().map(|note| text(note)).collect(),
            paper: on_paper(&options.picture).map(|options| paper(draw(&options))).unwrap_or_default(),
            sheets: sheets(scene),
            id,
        }
    }
}

/// What can be found in a picture.
struct Targets<'m> {
    /// The id of the picture.
    picture: &'m str,
    drawn: BTreeSet<Address>,
    maps: [&'m Map; 2],
    tongue: Tongue,
}

impl Targets<'_> {
    /// What stands for something in the picture: itself, or the touchpoint that it stands on.
    fn find(&self, address: &Address) -> Option<String> {
        let place = || {
            let [before, after] = self.maps;
            let found = stands_for(after, address).or_else(|| stands_for(before, address));
            found.map(TouchpointRef::address)
        };
        let found = if self.drawn.contains(address) { Some(address.clone()) } else { place() };
        found.filter(|address| self.drawn.contains(address)).map(|address| address.to_string())
    }

    fn entries(&self, entries: &[Entry]) -> Entries {
        let entry = |entry: &Entry| EntryPart {
            tone: match entry.tone {
                Tone::Worse => "bad",
                Tone::Better => "good",
                Tone::Neutral => "quiet",
            },
            verdict: entry.verdict.clone(),
            text: printable(&entry.text).into_owned(),
            target: self.find(&entry.address),
            echoes: (!entry.echoes.is_empty()).then(|| FoldedPart {
                summary: format!("{} ({})", PageLabel::Echoes.wording(self.tongue), entry.echoes.len()),
                entries: self.entries(&entry.echoes),
            }),
        };
        Entries { picture: self.picture.to_owned(), entries: entries.iter().map(entry).collect() }
    }

    fn folded(&self, folded: &Folded) -> FoldedPart {
        FoldedPart { summary: printable(&folded.summary).into_owned(), entries: self.entries(&folded.entries) }
    }
}

/// The touchpoint that something stands on, or the first that a channel serves.
fn stands_for<'m>(map: &'m Map, address: &Address) -> Option<TouchpointRef<'m>> {
    let Address::Channel(id) = address else { return map.touchpoint_of(address) };
    let is_it = |channel: &Reference| match map.channel(channel) {
        Some((known, _)) => known.as_str() == id,
        None => slug(channel).is_some_and(|slug| slug == *id),
    };
    map.touchpoints().find(|touchpoint| touchpoint.body().channel.iter().any(is_it))
}
