//! The lists of a journey that people keep track of, as sheets of their own: friction points, solutions, measures.

use std::collections::BTreeMap;

use serde_json::Value;

use super::Fields;
use super::rows::Parts;
use crate::graph::slug;
use crate::model::{FrictionPoint, Measure, Record as _, Solution};

/// A list that has a sheet.
#[derive(Debug)]
pub(crate) struct Detail {
    /// The name of the field, and of the sheet.
    pub(crate) name: &'static str,
    /// The field that names one of its things.
    pub(crate) short: &'static str,
    /// All fields of its things.
    pub(crate) fields: &'static [&'static str],
}

const FRICTION_POINTS: Detail = Detail { name: "friction_points", short: "title", fields: FrictionPoint::FIELDS };
const SOLUTIONS: Detail = Detail { name: "solutions", short: "title", fields: Solution::FIELDS };
const MEASURES: Detail = Detail { name: "measures", short: "metric", fields: Measure::FIELDS };

/// The lists that have a sheet. Solutions stand on friction points, too, which are there before them.
pub(crate) const DETAILS: [Detail; 3] = [FRICTION_POINTS, SOLUTIONS, MEASURES];

/// What a thing of a list is called: by its name or its id.
pub(crate) fn name_of<'v>(thing: &'v Value, detail: &Detail) -> Option<&'v str> {
    thing.as_str().or_else(|| thing.get(detail.short)?.as_str()).or_else(|| thing.get("id")?.as_str())
}

/// Takes the lists out of their places, where only names are left, and gives a row for each thing in them.
pub(super) fn take(parts: &mut Parts) -> [(Detail, Vec<Fields>); 3] {
    let mut taker = Taker::default();
    taker.take(&mut parts.journey, [None; 3]);
    for row in &mut parts.rows {
        let id = |fields: Option<&Value>| fields.and_then(|fields| fields.get("id")?.as_str()).map(str::to_owned);
        let Some(phase) = id(row.get("phase")) else { continue };
        if let Some(Value::Object(fields)) = row.get_mut("phase") {
            taker.take(fields, [Some(&phase), None, None]);
        }
        if let Some(touchpoint) = row.get("id").and_then(Value::as_str).map(str::to_owned) {
            taker.take(row, [Some(&phase), Some(&touchpoint), None]);
        }
    }
    let Taker { friction, solutions, measures } = taker;
    [(FRICTION_POINTS, friction), (SOLUTIONS, solutions), (MEASURES, measures)]
}

/// The ids of the phase, the touchpoint and the friction point that a thing stands on.
type Place<'p> = [Option<&'p str>; 3];

#[derive(Default)]
struct Taker {
    friction: Vec<Fields>,
    solutions: Vec<Fields>,
    measures: Vec<Fields>,
}

impl Taker {
    /// Takes what stands on the map, a phase or a touchpoint.
    fn take(&mut self, place: &mut Fields, at: Place<'_>) {
        let mut points = taken(place, &FRICTION_POINTS);
        for (id, record) in ids(&points).into_iter().zip(&mut points) {
            // Without an id of its own nothing can refer to it: its solutions stay with it.
            if let Some(id) = &id {
                let at = [at[0], at[1], Some(id.as_str())];
                self.solutions.extend(taken(record, &SOLUTIONS).into_iter().map(|solution| placed(solution, at)));
            }
        }
        self.friction.extend(points.into_iter().map(|record| placed(record, at)));
        self.solutions.extend(taken(place, &SOLUTIONS).into_iter().map(|record| placed(record, at)));
        self.measures.extend(taken(place, &MEASURES).into_iter().map(|record| placed(record, at)));
    }
}

/// The things of a list, whose names alone are left in their place. A list with a thing that has no name stays there.
fn taken(place: &mut Fields, detail: &Detail) -> Vec<Fields> {
    let Some(Value::Array(list)) = place.get_mut(detail.name) else { return Vec::new() };
    let names = list.iter().map(|thing| name_of(thing, detail).map(Value::from));
    let Some(names) = names.collect::<Option<Vec<_>>>() else { return Vec::new() };
    let things = std::mem::replace(list, names);
    let record = |thing: Value| match thing {
        Value::Object(fields) => fields,
        short => Fields::from_iter([(detail.short.to_owned(), short)]),
    };
    things.into_iter().map(record).collect()
}

/// The id of each friction point of a place, written or from its title, where no other has it.
fn ids(points: &[Fields]) -> Vec<Option<String>> {
    let id = |point: &Fields| {
        let written = point.get("id").and_then(Value::as_str).map(str::to_owned);
        written.or_else(|| slug(point.get("title")?.as_str()?))
    };
    let ids: Vec<_> = points.iter().map(id).collect();
    let mut counts: BTreeMap<&String, usize> = BTreeMap::new();
    for id in ids.iter().flatten() {
        *counts.entry(id).or_default() += 1;
    }
    ids.iter().map(|id| id.clone().filter(|id| counts.get(id) == Some(&1))).collect()
}

/// A record with the place where it stands.
fn placed(mut record: Fields, at: Place<'_>) -> Fields {
    let ids = super::path::PLACE.iter().zip(at).filter_map(|(name, id)| Some(((*name).to_owned(), id?.into())));
    let place: Fields = ids.collect();
    if !place.is_empty() {
        record.insert("at".into(), place.into());
    }
    record
}
