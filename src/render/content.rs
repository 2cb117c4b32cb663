//! What a table says of each touchpoint, before any format puts it in its own words.

mod words;

use crate::graph::{Map, PhaseRef, TouchpointRef};
use crate::model::{Availability, Channel, Date, FrictionPoint, FrictionStatus, Id, Reference, Severity, Text};
use crate::source::Located;

use super::labels::{Label, Tongue};
pub(super) use words::{TableLabel, particulars, told_gap};

/// A table of a map: one row a touchpoint, and one for a phase that has none.
pub(super) struct Content<'m> {
    /// The columns that at least one row fills, in order.
    pub columns: Vec<Column>,
    pub rows: Vec<Row<'m>>,
    /// How far apart the ends of the rating scale are.
    pub scale_length: f64,
}

/// A column of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Phase,
    Touchpoint,
    Channel,
    Expectation,
    Experience,
    Gap,
    Friction,
    Moment,
    Owner,
}

/// One row.
#[derive(Default)]
pub(super) struct Row<'m> {
    /// The phase, at its first row only.
    pub phase: Option<&'m str>,
    pub touchpoint: Option<&'m str>,
    /// Whether customers can use the touchpoint; `None` in the row of a phase without touchpoints.
    pub availability: Option<Availability>,
    /// Why they cannot, or only with restrictions.
    pub because: Option<&'m str>,
    /// Where customers go while the touchpoint is closed.
    pub instead: Vec<&'m str>,
    pub channels: Vec<&'m str>,
    pub expectation: Option<f64>,
    pub experience: Option<f64>,
    pub gap: Option<f64>,
    /// What hinders the customer, unless it is resolved.
    pub friction: Vec<Friction<'m>>,
    pub moment: Option<&'m str>,
    pub owner: Option<&'m str>,
}

/// A friction point that still hinders.
pub(super) struct Friction<'m> {
    pub title: &'m str,
    pub severity: Severity,
    pub is_mitigated: bool,
    /// Whether it hinders throughout the phase.
    pub is_of_phase: bool,
}

impl Column {
    pub const ALL: [Self; 9] = [
        Self::Phase,
        Self::Touchpoint,
        Self::Channel,
        Self::Expectation,
        Self::Experience,
        Self::Gap,
        Self::Friction,
        Self::Moment,
        Self::Owner,
    ];

    fn is_filled(self, row: &Row<'_>) -> bool {
        match self {
            Self::Phase | Self::Touchpoint => true,
            Self::Channel => !row.channels.is_empty(),
            Self::Expectation => row.expectation.is_some(),
            Self::Experience => row.experience.is_some(),
            Self::Gap => row.gap.is_some(),
            Self::Friction => !row.friction.is_empty(),
            Self::Moment => row.moment.is_some(),
            Self::Owner => row.owner.is_some(),
        }
    }
}

impl<'m> Content<'m> {
    pub fn of(map: &'m Map) -> Self {
        let elsewhere = also_at(map);
        let mut rows = Vec::new();
        for phase in map.phases() {
            let first = rows.len();
            for touchpoint in phase.touchpoints() {
                let mut row = Row::of(touchpoint);
                row.friction.extend(elsewhere[touchpoint.index().0].iter().copied().filter_map(Friction::of));
                rows.push(row);
            }
            if rows.len() == first {
                rows.push(Row::default());
            }
            rows[first].begin(phase);
        }
        let columns = Column::ALL.into_iter().filter(|column| rows.iter().any(|row| column.is_filled(row))).collect();
        let (min, max) = map.journey().scale();
        Self { columns, rows, scale_length: max - min }
    }
}

/// The friction points of other touchpoints that name a touchpoint in their `also_at`, by its number.
pub(super) fn also_at(map: &Map) -> Vec<Vec<&FrictionPoint>> {
    let mut elsewhere = vec![Vec::new(); map.touchpoints().len()];
    for touchpoint in map.touchpoints() {
        for point in &touchpoint.body().friction_points {
            let also = point.also_at.iter().filter_map(|reference| map.find(reference));
            for other in also.filter(|other| other.index() != touchpoint.index()) {
                elsewhere[other.index().0].push(point);
            }
        }
    }
    elsewhere
}

impl<'m> Row<'m> {
    fn of(touchpoint: TouchpointRef<'m>) -> Self {
        let body = touchpoint.body();
        let map = touchpoint.map();
        let instead = body.replaced_by.iter().filter(|_| touchpoint.is_closed());
        Self {
            phase: None,
            touchpoint: Some(name_of(touchpoint)),
            availability: Some(touchpoint.availability()),
            because: because(touchpoint),
            instead: instead.map(|to| map.find(to).map_or(to.as_str(), name_of)).collect(),
            channels: touchpoint.channel_titles().collect(),
            expectation: touchpoint.expectation(),
            experience: touchpoint.experience(),
            gap: touchpoint.gap(),
            friction: body.friction_points.iter().filter_map(Friction::of).collect(),
            moment: body.moment_of_truth.as_ref().map(|moment| moment.title.as_ref().unwrap_or(&body.title).as_str()),
            owner: touchpoint.owner().map(|owner| owner.as_str()),
        }
    }

    /// Makes this the first row of a phase.
    fn begin(&mut self, phase: PhaseRef<'m>) {
        self.phase = Some(first_of(&[&phase.body().title, phase.id()]));
        let of_phase = phase.body().friction_points.iter().filter_map(Friction::of);
        let of_phase: Vec<_> = of_phase.map(|friction| Friction { is_of_phase: true, ..friction }).collect();
        self.friction.splice(0..0, of_phase);
    }
}

impl<'m> Friction<'m> {
    fn of(point: &'m FrictionPoint) -> Option<Self> {
        (point.status() != FrictionStatus::Resolved).then(|| Self {
            title: named(point.title.as_ref(), point.id.as_ref()),
            severity: point.severity(),
            is_mitigated: point.status() == FrictionStatus::Mitigated,
            is_of_phase: false,
        })
    }
}

/// The title of the map; a map without one shows its id.
pub(super) fn title(map: &Map) -> &str {
    first_of(&[&map.journey().title, map.id()])
}

/// A rating to at most two decimals.
pub(super) fn decimal(value: f64) -> String {
    let digits = format!("{value:.2}");
    let short = digits.trim_end_matches('0').trim_end_matches('.');
    if short == "-0" { "0".into() } else { short.into() }
}

/// A gap to at most two decimals, with its sign.
pub(super) fn signed(gap: f64) -> String {
    let number = decimal(gap);
    if number.starts_with('-') || number == "0" { number } else { format!("+{number}") }
}

/// Why a touchpoint is closed or limited: as written there, else as the first of its restricted channels has it.
pub(super) fn because(touchpoint: TouchpointRef<'_>) -> Option<&str> {
    let status = touchpoint.body().status.as_ref().filter(|status| status.level.is_some());
    let mut channels = touchpoint.body().channel.iter().filter_map(|channel| touchpoint.map().channel(channel));
    let because = match status {
        Some(status) => status.because.as_ref(),
        None => channels.find_map(|(_, channel)| channel.status.as_ref()?.because.as_ref()),
    };
    because.map(|because| because.as_str())
}

/// Which of several channels it is that limits a touchpoint, where only some do.
pub(super) fn limited_by(touchpoint: TouchpointRef<'_>) -> Option<&str> {
    let body = touchpoint.body();
    let map = touchpoint.map();
    let is_own = body.status.as_ref().is_some_and(|status| status.level.is_some());
    let is_open = |id: &Reference| map.channel(id).is_none_or(|(_, channel)| level_of(channel).is_none());
    if is_own || !body.channel.iter().any(is_open) {
        return None;
    }
    let restricted = body.channel.iter().find(|id| {
        map.channel(id)
            .is_some_and(|(_, channel)| channel.status.as_ref().is_some_and(|status| status.because.is_some()))
    })?;
    Some(map.channel_title(restricted))
}

fn level_of(channel: &Channel) -> Option<Availability> {
    channel.status.as_ref()?.level.map(|level| level.value).filter(|level| *level != Availability::Available)
}

/// Until when a touchpoint is closed or limited, if it says so itself or by its only channel.
pub(super) fn until(touchpoint: TouchpointRef<'_>) -> Option<Date> {
    let body = touchpoint.body();
    let own = body.status.as_ref().filter(|status| status.level.is_some()).map(|status| status.until);
    let of_channel = || match &*body.channel {
        [only] => touchpoint.map().channel(only)?.1.status.as_ref()?.until,
        _ => None,
    };
    own.unwrap_or_else(of_channel).map(|until| until.value)
}

/// The titles of the channels of a touchpoint; of one that is closed while others are open it is said.
pub(super) fn channels(touchpoint: TouchpointRef<'_>, tongue: Tongue) -> Vec<String> {
    let closed: Vec<_> = touchpoint.closed_channels().collect();
    let ids = touchpoint.body().channel.iter().map(|id| id.as_str());
    let told = touchpoint.channel_titles().zip(ids).map(|(title, id)| {
        if closed.contains(&id) {
            format!("{title} ({})", tongue.label(Label::Closed).to_lowercase())
        } else {
            title.to_owned()
        }
    });
    told.collect()
}

/// The capitals that the first and the last of the words of a name begin with, as far as some do; an article before
/// others does not count. What stands behind a comma is who that is, not a name.
pub(super) fn initials(name: &str) -> String {
    const ARTICLES: [&str; 7] = ["The", "De", "Het", "Le", "La", "Les", "L"];
    let name = name.split(',').next().unwrap_or_default();
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| word.starts_with(char::is_uppercase));
    let words: Vec<_> = words.collect();
    let names = match words.as_slice() {
        [article, names @ ..] if !names.is_empty() && ARTICLES.contains(article) => names,
        all => all,
    };
    let last = names.last().filter(|_| names.len() > 1);
    names.first().into_iter().chain(last).filter_map(|word| word.chars().next()).collect()
}

/// What a touchpoint is called.
pub(super) fn name_of(touchpoint: TouchpointRef<'_>) -> &str {
    first_of(&[&touchpoint.body().title, touchpoint.id()])
}

/// What a friction point is called.
fn named<'m>(title: Option<&'m Text>, id: Option<&'m Located<Id>>) -> &'m str {
    title.map(|title| title.as_str()).or_else(|| id.map(|id| id.as_str())).unwrap_or_default()
}

/// The first that shows something.
fn first_of<'t>(texts: &[&'t str]) -> &'t str {
    texts.iter().find(|text| !text.trim().is_empty()).copied().unwrap_or_default()
}
