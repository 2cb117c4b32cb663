//! The report for programs, in a published shape: `schema/diff.schema.json`.

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

use super::figures::{Derived, Figure, Measured, figures, of_moments, of_phases};
use super::{Comparison, JourneyReport, Report, State};
use crate::diagnostic::Level;
use crate::diff::{Change, Impact, Kind, Value};
use crate::text::printable_json;

/// The version of the shape. Within it fields are added, never changed.
const VERSION: u8 = 1;

/// The report as JSON that is safe to show.
///
/// # Errors
/// When it cannot be written out, which in memory does not happen.
pub fn json(report: &Report<'_>) -> Result<String, serde_json::Error> {
    let text = serde_json::to_string_pretty(&Page::of(report))?;
    Ok(printable_json(&text).into_owned() + "\n")
}

/// The JSON Schema of the format.
#[must_use]
pub fn schema() -> Schema {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let mut schema = generator.into_root_schema_for::<Page<'_>>();
    schema.insert("title".into(), "cxmap diff report, version 1".into());
    schema
}

/// What `cxmap diff -f json` found.
#[derive(Serialize, JsonSchema)]
struct Page<'r> {
    /// The version of this shape. Within a version fields are added, never changed or taken out.
    #[schemars(extend("const" = VERSION))]
    version: u8,
    /// The journeys that were compared.
    journeys: Vec<Journey<'r>>,
    /// The names of journeys that are on the after side only.
    added: &'r [String],
    /// The names of journeys that are on the before side only.
    removed: &'r [String],
}

/// One journey in two or more states.
#[derive(Serialize, JsonSchema)]
struct Journey<'r> {
    /// The id of the map.
    id: &'r str,
    /// Its states, in the order of time.
    states: Vec<StateShape<'r>>,
    /// The comparison of each state with the one before it.
    comparisons: Vec<ComparisonShape<'r>>,
    /// The mean gap of each phase, over the touchpoints whose gap every state knows.
    phase_gaps: Vec<DerivedShape>,
    /// How many ways lead to each moment of truth of the last state.
    ways_to_moments: Vec<DerivedShape>,
}

/// A figure of one thing in every state.
#[derive(Serialize, JsonSchema)]
struct DerivedShape {
    /// What it is of, in the last state.
    address: String,
    /// What that is called.
    title: String,
    /// The figure in each state; null: unknown, or not there.
    values: Vec<Option<f64>>,
}

/// A state of a journey.
#[derive(Serialize, JsonSchema)]
struct StateShape<'r> {
    /// The file or revision that it comes from.
    name: &'r str,
    /// The title of the map.
    title: &'r str,
    /// The figures that follow from the map; null: unknown.
    facts: Facts,
}

/// What differs between two states.
#[derive(Serialize, JsonSchema)]
struct ComparisonShape<'r> {
    /// The number of the state before, from 0.
    before: usize,
    /// The number of the state after.
    after: usize,
    /// The changes, in the order of the five questions, the worst first.
    changes: Vec<ChangeShape<'r>>,
}

/// One thing that is different for the customer.
#[derive(Serialize, JsonSchema)]
pub(crate) struct ChangeShape<'r> {
    /// The kind; `cxmap explain NAME` says more.
    #[schemars(with = "KindName")]
    kind: Kind,
    /// What it does to the customer.
    #[schemars(with = "ImpactName")]
    impact: Impact,
    /// How much it matters.
    #[schemars(with = "LevelName")]
    level: Level,
    /// What changed, such as `touchpoint:pay`: on the after side, or on the before side for what is gone.
    address: String,
    /// The change in a sentence. The author's words in it are as written.
    message: &'r str,
    /// The value before; null where there is none.
    #[schemars(with = "Option<ValueShape>")]
    before: Option<&'r Value>,
    /// The value after; null where there is none.
    #[schemars(with = "Option<ValueShape>")]
    after: Option<&'r Value>,
    /// Why it is accepted; null for what is not. What is accepted fails no run.
    accepted: Option<&'r str>,
    /// What this change brings about.
    claimed: Vec<ChangeShape<'r>>,
}

/// What a change does to the customer.
#[derive(JsonSchema)]
#[schemars(rename_all = "lowercase", inline)]
#[allow(dead_code, reason = "only its schema is used")]
enum ImpactName {
    Worse,
    Better,
    Neutral,
}

/// How much a change matters, the least first.
#[derive(JsonSchema)]
#[schemars(rename_all = "lowercase", inline)]
#[allow(dead_code, reason = "only its schema is used: a change is never off")]
enum LevelName {
    Info,
    Warn,
    Error,
}

/// A value before or after: a number, a text, or several names.
#[derive(JsonSchema)]
#[schemars(untagged, inline)]
#[allow(dead_code, reason = "only its schema is used")]
enum ValueShape {
    Number(f64),
    Text(String),
    List(Vec<String>),
}

struct KindName;

impl JsonSchema for KindName {
    fn schema_name() -> Cow<'static, str> {
        "Kind".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let names: Vec<_> = Kind::ALL.iter().map(|kind| kind.as_str()).collect();
        json_schema!({"enum": names})
    }
}

/// The figures as one object.
struct Facts(Vec<Figure>);

impl Serialize for Facts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|figure| (figure.what.key(), &figure.value)))
    }
}

impl JsonSchema for Facts {
    fn schema_name() -> Cow<'static, str> {
        "Facts".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let keys: Vec<_> = Measured::ALL.iter().map(|what| what.key()).collect();
        let properties: serde_json::Map<_, _> = Measured::ALL
            .iter()
            .map(|what| {
                let description = what.label(crate::tongue::Tongue::English).trim_start();
                (
                    what.key().to_owned(),
                    serde_json::json!({"type": ["number", "string", "null"], "description": description}),
                )
            })
            .collect();
        json_schema!({"type": "object", "properties": properties, "required": keys})
    }
}

impl<'r> Page<'r> {
    fn of(report: &'r Report<'_>) -> Self {
        let journeys = report.journeys.iter().map(Journey::of).collect();
        Self { version: VERSION, journeys, added: &report.added, removed: &report.removed }
    }
}

impl<'r> Journey<'r> {
    fn of(journey: &'r JourneyReport<'_>) -> Self {
        let comparison = |comparison: &'r Comparison<'_>| ComparisonShape {
            before: comparison.before,
            after: comparison.after,
            changes: comparison.changes.iter().map(ChangeShape::of).collect(),
        };
        let state = |(state, facts): (&'r State<'_>, Vec<Figure>)| StateShape {
            name: &state.name,
            title: &state.map.journey().title,
            facts: Facts(facts),
        };
        let derived = |all: Vec<Derived>| all.into_iter().map(DerivedShape::of).collect();
        Self {
            id: journey.id(),
            states: journey.states.iter().zip(figures(journey)).map(state).collect(),
            comparisons: journey.comparisons.iter().map(comparison).collect(),
            phase_gaps: derived(of_phases(journey)),
            ways_to_moments: derived(of_moments(journey)),
        }
    }
}

impl DerivedShape {
    fn of(derived: Derived) -> Self {
        Self { address: derived.address.to_string(), title: derived.title, values: derived.values }
    }
}

impl<'r> ChangeShape<'r> {
    fn of(change: &'r Change) -> Self {
        Self {
            kind: change.kind,
            impact: change.impact,
            level: change.level,
            address: change.address.to_string(),
            message: &change.message,
            before: change.before.as_ref(),
            after: change.after.as_ref(),
            accepted: change.accepted.as_deref(),
            claimed: change.claimed.iter().map(Self::of).collect(),
        }
    }
}
