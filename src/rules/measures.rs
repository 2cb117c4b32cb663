//! Every measure of a map, with what it is a measure of.

use std::fmt;

use crate::graph::{Address, Map, PhaseRef, TouchpointRef, slug};
use crate::model::{Figure, Measure};
use crate::source::Located;

/// A measure and where it stands.
pub(super) struct Placed<'m> {
    pub address: Address,
    pub measure: &'m Measure,
    /// What it is a measure of.
    pub of: Of<'m>,
}

/// What a measure can be of.
#[derive(Clone, Copy)]
pub(super) enum Of<'m> {
    Touchpoint(TouchpointRef<'m>),
    Phase(PhaseRef<'m>),
    Map,
}

/// The measures of a touchpoint.
pub(super) fn of_touchpoint(touchpoint: TouchpointRef<'_>) -> impl Iterator<Item = Placed<'_>> {
    touchpoint.measures().map(move |(address, measure)| Placed { address, measure, of: Of::Touchpoint(touchpoint) })
}

/// The measures of the map, of its phases and of its touchpoints.
pub(super) fn all(map: &Map) -> impl Iterator<Item = Placed<'_>> {
    let placed = |of| move |(address, measure)| Placed { address, measure, of };
    let of_phases = map.phases().flat_map(move |phase| phase.measures().map(placed(Of::Phase(phase))));
    map.measures().map(placed(Of::Map)).chain(of_phases).chain(map.touchpoints().flat_map(of_touchpoint))
}

/// `NPS`, `NPS relational`, `Net Promoter Score`; not `eNPS`, which employees give.
pub(super) fn is_nps(metric: &str) -> bool {
    slug(metric)
        .is_some_and(|metric| metric.split('-').any(|word| word == "nps") || metric.contains("net-promoter-score"))
}

/// `“nps” at “I sign”`
impl fmt::Display for Placed<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "“{}” ", self.measure.metric)?;
        match self.of {
            Of::Touchpoint(touchpoint) => write!(out, "at “{}”", touchpoint.title()),
            Of::Phase(phase) => write!(out, "in the phase “{}”", phase.title()),
            Of::Map => out.write_str("of the whole journey"),
        }
    }
}

impl Placed<'_> {
    /// Whether a point is a hundredth of it: a percentage, or NPS. What is asked of people varies by more than that.
    pub(super) fn is_in_points(&self) -> bool {
        let unit = self.measure.unit.as_deref().map(|unit: &String| unit.trim());
        unit == Some("%") || unit.is_none() && is_nps(&self.measure.metric)
    }

    /// A figure with the measure's unit: `87%`, `140 pieces`.
    pub(super) fn figure(&self, figure: &Located<Figure>) -> String {
        match self.measure.unit.as_deref().map(|unit: &String| unit.trim()) {
            None | Some("") => figure.to_string(),
            Some("%") => format!("{figure}%"),
            Some(unit) => format!("{figure} {unit}"),
        }
    }
}
