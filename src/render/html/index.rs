//! The page that leads to the pages of several maps.

use std::fmt::Write;

use askama::Template;

use super::facts::Mark;
use super::labels::PageLabel;
use super::{Author, HtmlOptions, policy, style, thumbnail};
use crate::graph::Map;
use crate::model::{FrictionStatus, Text};
use crate::render::content::title;
use crate::render::labels::{Label, Wording};
use crate::render::layout::PictureOptions;
use crate::render::{Palette, Tongue};
use crate::text::printable;

/// A map and where its page is.
#[derive(Debug, Clone, Copy)]
pub struct IndexEntry<'m> {
    /// The name of the file, which stands in the same folder as the index.
    pub file: &'m str,
    /// The map.
    pub map: &'m Map,
}

/// An HTML page with a card for each map, in their order.
///
/// # Errors
/// Never for sound maps: when a template cannot be written.
pub fn index(entries: &[IndexEntry<'_>], options: &HtmlOptions) -> Result<String, askama::Error> {
    let tongue = options.picture.tongue.unwrap_or_else(|| common_tongue(entries));
    let style = style::style(&options.light);
    let page = Index {
        tongue,
        opens_in: options.opens_in,
        policy: policy::policy(&style, None),
        style: &style,
        cards: entries.iter().map(|entry| card(entry, tongue)).collect(),
    };
    page.render()
}

/// The language of labels that suits all maps; English where they differ.
fn common_tongue(entries: &[IndexEntry<'_>]) -> Tongue {
    let mut tongues = entries.iter().map(|entry| Tongue::of(&entry.map.journey().language().primary()));
    let first = tongues.next().unwrap_or_default();
    if tongues.all(|tongue| tongue == first) { first } else { Tongue::default() }
}

#[derive(Template)]
#[template(path = "index.html")]
struct Index<'a> {
    tongue: Tongue,
    opens_in: Option<Palette>,
    policy: String,
    style: &'a str,
    cards: Vec<Card>,
}

struct Card {
    link: String,
    title: String,
    language: String,
    persona: String,
    situation: String,
    marks: Vec<Mark>,
    curve: Option<thumbnail::Thumbnail>,
    /// Labels and figures.
    figures: Vec<(&'static str, String)>,
}

fn card(entry: &IndexEntry<'_>, tongue: Tongue) -> Card {
    let map = entry.map;
    let journey = map.journey();
    let picture = PictureOptions { tongue: Some(tongue), ..PictureOptions::default() };
    let author = Author::new(map, &picture);
    let persona = journey.persona.as_ref().and_then(|persona| persona.name.as_ref());
    let situation = journey.situation.as_ref().and_then(|situation| situation.name.as_ref());
    let text = |text: Option<&Text>| text.map(|text| printable(text).into_owned()).unwrap_or_default();
    let moments = map.touchpoints().filter(|touchpoint| touchpoint.body().moment_of_truth.is_some()).count();
    let of_phases = map.phases().flat_map(|phase| &phase.body().friction_points);
    let friction = of_phases.chain(map.touchpoints().flat_map(|touchpoint| &touchpoint.body().friction_points));
    let open = friction.filter(|point| point.status() == FrictionStatus::Open).count();
    Card {
        link: encoded(entry.file),
        title: printable(title(map)).into_owned(),
        language: journey.language().to_string(),
        persona: text(persona),
        situation: text(situation),
        marks: author.journey_marks(),
        curve: thumbnail::Thumbnail::of(map, tongue),
        figures: vec![
            (Label::Touchpoints.wording(tongue), map.touchpoints().len().to_string()),
            (Label::MomentsOfTruth.wording(tongue), moments.to_string()),
            (PageLabel::OpenFriction.wording(tongue), open.to_string()),
        ],
    }
}

/// A file name as a relative link. Source: RFC 3986, unreserved characters.
fn encoded(file: &str) -> String {
    let mut link = String::from("./");
    for byte in file.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            link.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(link, "%{byte:02X}");
        }
    }
    link
}
