//! The figures of the states of a journey, laid beside each other. Never one number for all of it.

mod derived;
mod lineage;
mod table;

use std::collections::HashSet;

pub use derived::{Derived, of_moments, of_phases};
pub(super) use table::Table;

use super::JourneyReport;
use crate::diff::Value;
use crate::diff::inventory::Inventory;
use crate::diff::unsolved::is_felt;
use crate::facts::Facts;
use crate::graph::{Map, TouchpointIndex, TouchpointRef};
use crate::model::{Availability, Duration, Number, Severity};
use crate::tongue::Tongue;
use lineage::Lineage;

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
    Closed "closed_touchpoints" "  that do not take place" "  die niet doorgaan" "  qui n’ont pas lieu";
    Limited "limited_touchpoints" "  that take place with restrictions" "  die beperkt doorgaan" "  qui n’ont lieu qu’avec restrictions";
    BelowExpectation "touchpoints_below_expectation" "  below expectation" "  onder de verwachting" "  en deçà des attentes";
    WidestGap "widest_gap" "  the widest gap" "  de grootste kloof" "  le plus grand écart";
    Channels "channels" "channels" "kanalen" "canaux";
    Moments "moments_of_truth" "moments of truth" "momenten van de waarheid" "moments de vérité";
    Friction "friction_points" "friction points" "frictiepunten" "points de friction";
    Severe "severe_friction_points" "  of them high or critical" "  waarvan ernstig of kritiek" "  dont graves ou critiques";
    Unsolved "unsolved_friction_points" "  of them without a solution" "  waarvan zonder oplossing" "  dont sans solution";
    Critical "critical_friction_points" "  open, critical, with a solution" "  open, kritiek, met oplossing" "  ouverts, critiques, avec solution";
    CriticalUnsolved "critical_friction_points_unsolved" "  open, critical, without a solution" "  open, kritiek, zonder oplossing" "  ouverts, critiques, sans solution";
    High "high_friction_points" "  open, high, with a solution" "  open, ernstig, met oplossing" "  ouverts, graves, avec solution";
    HighUnsolved "high_friction_points_unsolved" "  open, high, without a solution" "  open, ernstig, zonder oplossing" "  ouverts, graves, sans solution";
    Medium "medium_friction_points" "  open, medium, with a solution" "  open, gemiddeld, met oplossing" "  ouverts, moyens, avec solution";
    MediumUnsolved "medium_friction_points_unsolved" "  open, medium, without a solution" "  open, gemiddeld, zonder oplossing" "  ouverts, moyens, sans solution";
    Low "low_friction_points" "  open, low, with a solution" "  open, licht, met oplossing" "  ouverts, faibles, avec solution";
    LowUnsolved "low_friction_points_unsolved" "  open, low, without a solution" "  open, licht, zonder oplossing" "  ouverts, faibles, sans solution";
    Broken "broken_promises" "promises not kept" "beloften die niet worden nagekomen" "promesses non tenues";
    ShareToEnd "share_to_end" "% of customers who reach the end" "% van de klanten dat het einde haalt" "% des clients qui arrivent au bout";
    Steps "steps" "steps on the main way" "stappen op de hoofdroute" "étapes du chemin principal";
    ChannelSwitches "channel_switches" "  changes of channel" "  wissels van kanaal" "  changements de canal";
    HandOffs "hand_offs" "  changes of team" "  wissels van team" "  changements d’équipe";
    Effort "effort" "  effort of the steps that stay" "  moeite van de stappen die blijven" "  effort des étapes qui restent";
    Takes "duration" "  time taken by the steps that stay" "  duur van de stappen die blijven" "  durée des étapes qui restent";
    Waits "wait" "  time waited at the steps that stay" "  wachttijd bij de stappen die blijven" "  attente aux étapes qui restent";
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

/// The figures of each state, in a fixed order. What is added up, is added up over what can be compared: the
/// touchpoints that are on the main way of every state, where every state knows it.
#[must_use]
pub fn figures(journey: &JourneyReport<'_>) -> Vec<Vec<Figure>> {
    let lineage = Lineage::of(journey);
    let states = journey.states.iter().enumerate();
    let states = states.map(|(at, state)| {
        let (inventory, facts) = (Inventory::of(state.map), Facts::of(state.map));
        let mut figures = counts(&inventory, &facts);
        figures.extend(on_the_way(state.map, &facts));
        figures.extend(sums(&lineage, at, state.map));
        figures.extend(remembered(state.map, &facts));
        figures
    });
    states.collect()
}

fn counts(all: &Inventory<'_>, facts: &Facts) -> Vec<Figure> {
    let with = |level| all.touchpoints.iter().filter(|touchpoint| touchpoint.availability() == level).count();
    let gaps = || all.touchpoints.iter().filter_map(|touchpoint| touchpoint.gap());
    let widest = gaps().map(|gap| gap.min(0.0)).min_by(f64::total_cmp);
    let felt = || all.friction.iter().filter(|friction| is_felt(friction));
    let severe = felt().filter(|friction| friction.body.severity() >= Severity::High).count();
    let unsolved = facts.open_friction.iter().map(|open| open.without_solution.len()).sum::<usize>();
    let cut_off = all.touchpoints.iter().flat_map(|touchpoint| touchpoint.broken_promises());
    let cut_off: HashSet<_> = cut_off.map(|broken| broken.address).collect();
    let is_broken = |address| cut_off.contains(address);
    let missed = all.promises.iter().filter(|promise| promise.is_met() == Some(false) || is_broken(&promise.address));
    let figure = |what, value: Option<Value>| Figure { what, value };
    let count = |what, count: usize| figure(what, Some(count.into()));
    let mut rows = vec![
        count(Measured::Touchpoints, all.touchpoints.len()),
        count(Measured::Closed, with(Availability::Unavailable)),
        count(Measured::Limited, with(Availability::Limited)),
        count(Measured::BelowExpectation, gaps().filter(|gap| *gap < 0.0).count()),
        figure(Measured::WidestGap, widest.map(Value::from)),
        count(Measured::Channels, all.channels.len()),
        count(Measured::Moments, all.moments.len()),
        count(Measured::Friction, felt().count()),
        count(Measured::Severe, severe),
        count(Measured::Unsolved, unsolved),
    ];
    for open in &facts.open_friction {
        let [with, without] = match open.severity {
            Severity::Critical => [Measured::Critical, Measured::CriticalUnsolved],
            Severity::High => [Measured::High, Measured::HighUnsolved],
            Severity::Medium => [Measured::Medium, Measured::MediumUnsolved],
            Severity::Low => [Measured::Low, Measured::LowUnsolved],
        };
        rows.extend([count(with, open.with_solution), count(without, open.without_solution.len())]);
    }
    rows.push(count(Measured::Broken, missed.count()));
    rows
}

/// How many get there, and in how many steps.
fn on_the_way(map: &Map, facts: &Facts) -> [Figure; 4] {
    let figure = |what, value: Option<Value>| Figure { what, value };
    let way_in = map.flow().open().ways_in().first();
    let arrive = way_in.and_then(|&way_in| map.flow().share_to_end(way_in));
    [
        figure(Measured::ShareToEnd, arrive.map(|share| ((share * 10.0).round() / 10.0).into())),
        figure(Measured::Steps, facts.touchpoints.map(Value::from)),
        figure(Measured::ChannelSwitches, facts.channel_switches.map(Value::from)),
        figure(Measured::HandOffs, facts.hand_offs.map(Value::from)),
    ]
}

/// What the main way costs.
fn sums<'m>(lineage: &Lineage<'_, 'm>, state: usize, map: &'m Map) -> [Figure; 3] {
    let effort = |touchpoint: TouchpointRef<'m>| touchpoint.body().effort.map(|effort| effort.value.0);
    let takes = |touchpoint: TouchpointRef<'m>| touchpoint.body().duration.map(|time| time.value.as_secs());
    let waits = |touchpoint: TouchpointRef<'m>| touchpoint.body().wait.map(|time| time.value.as_secs());
    let time = |what, known: Option<Vec<u64>>| {
        let sum = known.map(|known| known.into_iter().fold(0_u64, u64::saturating_add));
        Figure { what, value: sum.map(|sum| Duration::from_secs(sum).into()) }
    };
    let sum = lineage.comparable(state, map, effort).map(|known| known.into_iter().sum::<f64>());
    [
        Figure { what: Measured::Effort, value: sum.map(Value::from) },
        time(Measured::Takes, lineage.comparable(state, map, takes)),
        time(Measured::Waits, lineage.comparable(state, map, waits)),
    ]
}

/// How the main way is remembered.
fn remembered(map: &Map, facts: &Facts) -> [Figure; 3] {
    let experience = |what, index: Option<TouchpointIndex>| {
        let experience = index.and_then(|index| map.at(index).experience());
        Figure { what, value: experience.map(|experience| Value::Number(Number(experience))) }
    };
    [
        experience(Measured::Peak, facts.peak),
        experience(Measured::Trough, facts.trough),
        experience(Measured::End, facts.end),
    ]
}
