//! The figures of one state of a journey, to be laid beside the same of another. Never one number for all of it.

use std::collections::HashSet;

use super::super::inventory::Inventory;
use super::super::unsolved::{is_felt, unsolved};
use super::{JourneyReport, story::labels};
use crate::diff::Value;
use crate::facts::{Facts, Total};
use crate::graph::{Map, TouchpointIndex};
use crate::model::{Availability, Duration, Severity};
use crate::tongue::Tongue;

/// One line a figure: its name for programs, and for people in each language; one that begins with blanks is a part of
/// the one above it.
macro_rules! measures {
    ($($name:ident $key:literal $en:literal $nl:literal $fr:literal;)*) => {
        /// What a figure counts.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Measured { $(#[doc = $en] $name),* }

        impl Measured {
            /// Everything that is counted, in order.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The name for programs.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $key),* }
            }

            /// The name for people.
            #[must_use]
            pub const fn label(self, tongue: Tongue) -> &'static str {
                match (self, tongue) {
                    $((Self::$name, Tongue::English) => $en, (Self::$name, Tongue::Dutch) => $nl, (Self::$name, Tongue::French) => $fr,)*
                }
            }
        }
    };
}

measures! {
    Touchpoints "touchpoints" "touchpoints" "contactmomenten" "points de contact";
    Closed "closed_touchpoints" "  of them closed" "  waarvan gesloten" "  dont fermés";
    Limited "limited_touchpoints" "  of them with restrictions" "  waarvan beperkt open" "  dont avec restrictions";
    BelowExpectation "touchpoints_below_expectation" "  of them below expectation" "  waarvan onder de verwachting" "  dont en deçà des attentes";
    Channels "channels" "channels" "kanalen" "canaux";
    Moments "moments_of_truth" "moments of truth" "momenten van de waarheid" "moments de vérité";
    Friction "friction_points" "friction points" "frictiepunten" "points de friction";
    Severe "severe_friction_points" "  of them high or critical" "  waarvan ernstig of kritiek" "  dont graves ou critiques";
    Unsolved "unsolved_friction_points" "  of them without a solution" "  waarvan zonder oplossing" "  dont sans solution";
    Broken "broken_promises" "broken promises" "gebroken beloften" "promesses non tenues";
    ShareToEnd "share_to_end" "% of customers who reach the end" "% van de klanten dat het einde haalt" "% des clients qui arrivent au bout";
    Steps "steps" "steps on the main way" "stappen op de hoofdroute" "étapes du chemin principal";
    ChannelSwitches "channel_switches" "  changes of channel" "  wissels van kanaal" "  changements de canal";
    HandOffs "hand_offs" "  changes of team" "  wissels van team" "  changements d’équipe";
    Effort "effort" "  effort, as far as known" "  moeite, voor zover bekend" "  effort, s’il est connu";
    Takes "duration" "  time taken, as far as known" "  duur, voor zover bekend" "  durée, si elle est connue";
    Waits "wait" "  time waited, as far as known" "  wachttijd, voor zover bekend" "  attente, si elle est connue";
    Peak "peak_experience" "  best experience" "  beste ervaring" "  meilleure expérience";
    Trough "trough_experience" "  worst experience" "  slechtste ervaring" "  pire expérience";
    End "end_experience" "  experience at the end" "  ervaring aan het einde" "  expérience à la fin";
}

/// One figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// What it counts.
    pub what: Measured,
    /// The figure; `None`: unknown.
    pub value: Option<Value>,
}

/// The figures of a map, in a fixed order.
#[must_use]
pub fn figures(map: &Map) -> Vec<Figure> {
    let mut figures = counts(&Inventory::of(map));
    figures.extend(on_the_way(map, &Facts::of(map)));
    figures
}

fn counts(all: &Inventory<'_>) -> Vec<Figure> {
    let with = |level| all.touchpoints.iter().filter(|touchpoint| touchpoint.availability() == level).count();
    let below = all.touchpoints.iter().filter(|touchpoint| touchpoint.gap().is_some_and(|gap| gap < 0.0)).count();
    let felt = || all.friction.iter().filter(|friction| is_felt(friction));
    let severe = felt().filter(|friction| friction.body.severity() >= Severity::High).count();
    let cut_off = all.touchpoints.iter().flat_map(|touchpoint| touchpoint.broken_promises());
    let cut_off: HashSet<_> = cut_off.map(|broken| broken.address).collect();
    let is_broken = |address| cut_off.contains(address);
    let missed = all.promises.iter().filter(|promise| promise.is_met() == Some(false) || is_broken(&promise.address));
    let rows = [
        (Measured::Touchpoints, all.touchpoints.len()),
        (Measured::Closed, with(Availability::Unavailable)),
        (Measured::Limited, with(Availability::Limited)),
        (Measured::BelowExpectation, below),
        (Measured::Channels, all.channels.len()),
        (Measured::Moments, all.moments.len()),
        (Measured::Friction, felt().count()),
        (Measured::Severe, severe),
        (Measured::Unsolved, unsolved(all).len()),
        (Measured::Broken, missed.count()),
    ];
    rows.into_iter().map(|(what, count)| Figure { what, value: Some(count.into()) }).collect()
}

/// What the main way costs, and how it is remembered.
fn on_the_way(map: &Map, facts: &Facts) -> Vec<Figure> {
    let figure = |what, value: Option<Value>| Figure { what, value };
    let experience =
        |index: Option<TouchpointIndex>| index.and_then(|index| map.at(index).experience()).map(Value::from);
    let way_in = map.flow().open().ways_in().first();
    let arrive = way_in.and_then(|&way_in| map.flow().share_to_end(way_in));
    let time = |total: Option<Total<Duration>>| total.map(|total| total.sum.to_string().into());
    vec![
        figure(Measured::ShareToEnd, arrive.map(|share| ((share * 10.0).round() / 10.0).into())),
        figure(Measured::Steps, facts.touchpoints.map(Value::from)),
        figure(Measured::ChannelSwitches, facts.channel_switches.map(Value::from)),
        figure(Measured::HandOffs, facts.hand_offs.map(Value::from)),
        figure(Measured::Effort, facts.effort.map(|Total { sum, .. }| sum.into())),
        figure(Measured::Takes, time(facts.duration)),
        figure(Measured::Waits, time(facts.wait)),
        figure(Measured::Peak, experience(facts.peak)),
        figure(Measured::Trough, experience(facts.trough)),
        figure(Measured::End, experience(facts.end)),
    ]
}

/// The figures that differ between the states of a journey, for people.
pub(super) struct Table {
    /// What the states are called.
    pub states: Vec<String>,
    /// Each figure's name and its value in each state. A part is shown with its whole.
    pub rows: Vec<(&'static str, Vec<String>)>,
}

impl Table {
    /// The table; none where all figures are the same.
    pub(super) fn of(journey: &JourneyReport<'_>, tongue: Tongue) -> Option<Self> {
        let states: Vec<_> = journey.states.iter().map(|state| figures(state.map)).collect();
        let first = states.first()?;
        let mut rows = Vec::new();
        // What an indented figure is a part of, while it has not been shown.
        let mut whole = None;
        for (row, figure) in first.iter().enumerate() {
            let values: Vec<_> = states.iter().filter_map(|figures| Some(&figures.get(row)?.value)).collect();
            let cells = (figure.what.label(tongue), values.iter().map(|value| shown(value.as_ref(), tongue)).collect());
            let is_part = cells.0.starts_with(' ');
            if values.iter().any(|value| **value != figure.value) {
                rows.extend(whole.take().filter(|_| is_part));
                rows.push(cells);
                whole = None;
            } else if !is_part {
                whole = Some(cells);
            }
        }
        (!rows.is_empty()).then(|| Self { states: labels(&journey.states), rows })
    }
}

fn shown(value: Option<&Value>, tongue: Tongue) -> String {
    match value {
        None => "?".to_owned(),
        Some(Value::Number(number)) => tongue.figure(number.0),
        Some(other) => other.to_string(),
    }
}
