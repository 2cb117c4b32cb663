//! A map that lives on NPS alone.

use super::measures::{self, is_nps};
use super::{Context, Levels, Rule, Sink};
use crate::diagnostic::Level::{Info, Off, Warn};
use crate::graph::{Address, Map, PhaseRef, TouchpointRef};
use crate::model::Solution;

pub(super) static RULE: Rule = Rule {
    name: "nps-only",
    page: include_str!("../../docs/rules/nps-only.md"),
    levels: Levels::new(Off, Info, Warn),
    is_about_today: true,
    settings: &[],
    check: Some(check),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    let map = context.map;
    let mut measures = measures::all(map);
    let Some(first) = measures.next() else { return };
    if !is_nps(&first.measure.metric) || !measures.all(|placed| is_nps(&placed.measure.metric)) {
        return;
    }
    if is_partly_unreadable(map)
        || solutions(map).filter_map(|solution| solution.measured_by.as_ref()).any(|metric| !is_nps(metric))
    {
        return;
    }
    sink.report(
        RULE.at(first.measure.metric.span, "NPS is the only metric of this map")
            .about(Address::Map)
            .help("measure what happens at the touchpoints as well: effort (`ces`), satisfaction (`csat`), waiting, promises kept"),
    );
}

/// Whether some metric may be written that could not be read.
fn is_partly_unreadable(map: &Map) -> bool {
    let journey = map.journey();
    !journey.is_complete()
        || journey.broken.has("measures")
        || map.phases().any(|phase| phase.body().broken.has("measures"))
        || map.touchpoints().any(|touchpoint| touchpoint.body().broken.has("measures"))
}

/// The solutions of the map, its phases, its touchpoints and their friction points.
fn solutions(map: &Map) -> impl Iterator<Item = &Solution> {
    let (phases, touchpoints) = (|| map.phases().map(PhaseRef::body), || map.touchpoints().map(TouchpointRef::body));
    let friction = phases()
        .flat_map(|phase| &phase.friction_points)
        .chain(touchpoints().flat_map(|touchpoint| &touchpoint.friction_points));
    let placed =
        phases().flat_map(|phase| &phase.solutions).chain(touchpoints().flat_map(|touchpoint| &touchpoint.solutions));
    map.journey().solutions.iter().chain(placed).chain(friction.flat_map(|point| &point.solutions))
}
