//! The answer for programs, in a published shape: `schema/stress.schema.json`. Touchpoints, moments and exits are given by
//! their addresses.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde::Serialize;

use crate::diff::Change;
use crate::diff::report::json::ChangeShape;
use crate::facts::{Facts, Total};
use crate::graph::{Address, Map, TouchpointIndex};
use crate::model::{Availability, Duration, Number};
use crate::stress::{Closing, Harm, Scenario, Sides, Stress, Subject, Unsaid};
use crate::text::printable_json;
use crate::tongue::Tongue;

/// The version of the shape. Within it fields are added, never changed.
const VERSION: u8 = 1;

/// The answer as JSON; the messages of its changes are in that language.
///
/// # Errors
/// When it cannot be written, which no map should bring about.
pub fn json(stress: &Stress<'_>, tongue: Tongue) -> serde_json::Result<String> {
    let page = Page {
        version: VERSION,
        id: stress.map.id(),
        title: &stress.map.journey().title,
        each: stress.each,
        scenarios: stress.scenarios.iter().map(|scenario| Part::of(stress, scenario, tongue)).collect(),
    };
    Ok(printable_json(&serde_json::to_string_pretty(&page)?).into_owned() + "\n")
}

/// The JSON Schema of the format.
#[must_use]
pub fn schema() -> Schema {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let mut schema = generator.into_root_schema_for::<Page<'_>>();
    schema.insert("title".into(), "cxmap stress report, version 1".into());
    schema
}

/// What `cxmap stress -f json` answers.
#[derive(Serialize, JsonSchema)]
struct Page<'a> {
    /// The version of this shape. Within a version fields are added, never changed or taken out.
    #[schemars(extend("const" = VERSION))]
    version: u8,
    /// The id of the map.
    id: &'a str,
    /// The title of the map.
    title: &'a str,
    /// What was closed in turn: `channel`, `touchpoint`, `owner` or `system`; null for a question about certain closings.
    #[schemars(with = "Option<String>")]
    each: Option<Subject>,
    /// What closes together, and what follows from it; of several, the most harmful first.
    scenarios: Vec<Part>,
}

/// What closes together, and what follows from it.
#[derive(Serialize, JsonSchema)]
struct Part {
    /// What closes, such as `channel:branch`.
    close: Vec<String>,
    /// What stays open with restrictions, such as `owner:billing`.
    limit: Vec<String>,
    /// How much harm that is: what closings are ranked by, one figure after the other.
    harm: Harm,
    /// The touchpoints that close.
    closed: Vec<ClosedPart>,
    /// The touchpoints that stay open with restrictions.
    limited: Vec<Address>,
    /// Where customers who could complete the journey get no further.
    stuck: Vec<Address>,
    /// The same with what stops them.
    blocked: Vec<BlockedPart>,
    /// Where journeys began that could be completed, and no longer can from there.
    no_longer_begin: Vec<Address>,
    /// Touchpoints that are left with one channel.
    narrowed: Vec<NarrowedPart>,
    /// The end of the journey and moments of truth, where fewer ways lead there than before.
    ways: Vec<WaysPart>,
    /// Open touchpoints that customers no longer get to.
    out_of_reach: Vec<Address>,
    /// Touchpoints that every way to something passes.
    alone: Vec<AlonePart>,
    /// Promises that can no longer be kept.
    promises: Vec<PromisePart>,
    /// Solutions that nobody answers for any more.
    ownerless: Vec<Address>,
    /// The touchpoints of the main way; null where there is none.
    main_way: Sides<Option<Vec<Address>>>,
    /// What the main way costs customers.
    costs: Sides<CostsPart>,
    /// What share of the customers reaches the end, for each way in of which that is known before.
    share_to_end: Vec<SharePart>,
    /// What the map leaves open.
    unsaid: Vec<UnsaidPart>,
    /// The difference as `cxmap diff` tells it; null where each is closed in turn.
    #[schemars(with = "Option<Vec<ChangeShape<'static>>>")]
    changes: Option<Vec<Change>>,
}

/// A touchpoint that closes.
#[derive(Serialize, JsonSchema)]
struct ClosedPart {
    /// The touchpoint.
    address: Address,
    /// The open touchpoints that customers go to instead.
    instead: Vec<Address>,
}

/// Customers who get no further.
#[derive(Serialize, JsonSchema)]
struct BlockedPart {
    /// The touchpoint after which they get no further.
    after: Address,
    /// The closed touchpoints that they would have to pass.
    by: Vec<Address>,
    /// What share of those who come there it concerns, in percent; null: unknown.
    #[schemars(with = "Option<f64>")]
    share: Option<Number>,
}

/// A touchpoint that is left with one channel.
#[derive(Serialize, JsonSchema)]
struct NarrowedPart {
    /// The touchpoint.
    address: Address,
    /// The title of the channel.
    channel: String,
}

/// Ways to a place that share no touchpoint between.
#[derive(Serialize, JsonSchema)]
struct WaysPart {
    /// The place: `exit:end`, or a moment of truth.
    to: Address,
    /// How many ways there were.
    before: usize,
    /// How many are left; 0: it is cut off.
    after: usize,
}

/// A touchpoint without an alternative.
#[derive(Serialize, JsonSchema)]
struct AlonePart {
    /// The touchpoint.
    address: Address,
    /// The places that every way to passes it.
    before: Vec<Address>,
    /// Whether it had an alternative before the closings.
    is_new: bool,
}

/// A promise that can no longer be kept.
#[derive(Serialize, JsonSchema)]
struct PromisePart {
    /// The promise.
    address: Address,
    /// What is promised.
    title: String,
    /// The deadline that is promised, such as `1w`; null where none is.
    #[schemars(with = "Option<String>")]
    within: Option<Duration>,
    /// The touchpoint where it is made.
    made_at: Address,
    /// The touchpoint where it would be kept.
    kept_at: Address,
    /// Whether customers still hear it.
    is_still_made: bool,
}

/// What a way costs customers; null: unknown.
#[derive(Serialize, JsonSchema)]
struct CostsPart {
    /// How many touchpoints it has.
    touchpoints: Option<usize>,
    /// How often customers change channel.
    channel_switches: Option<usize>,
    /// How often customers pass from one team to another.
    hand_offs: Option<usize>,
    /// The effort, in ratings of the map's scale.
    #[schemars(with = "Option<TotalPart<f64>>")]
    effort: Option<TotalPart<Number>>,
    /// How long it takes without the waiting, such as `1h30m`.
    #[schemars(with = "Option<TotalPart<String>>")]
    duration: Option<TotalPart<Duration>>,
    /// How long customers wait, such as `1d`.
    #[schemars(with = "Option<TotalPart<String>>")]
    wait: Option<TotalPart<Duration>>,
}

/// A sum as far as it is known.
#[derive(Serialize, JsonSchema)]
struct TotalPart<T> {
    /// The sum of what is known.
    sum: T,
    /// Of how many touchpoints it is known.
    known: usize,
}

/// What percentage of those who begin somewhere reaches the end.
#[derive(Serialize, JsonSchema)]
struct SharePart {
    /// Where they begin.
    from: Address,
    /// Before the closings, in percent.
    #[schemars(with = "f64")]
    before: Number,
    /// After them, in percent; null: unknown.
    #[schemars(with = "Option<f64>")]
    after: Option<Number>,
}

/// Something that the map leaves open.
#[derive(Serialize, JsonSchema)]
struct UnsaidPart {
    /// What: `no-replacement`, `replacement-closed`, `replacement-unknown`, `undivided`, `effort-unknown`, `no-shares` or
    /// `unread`.
    what: &'static str,
    /// The touchpoints that it is about; none where it is about the map.
    at: Vec<Address>,
}

impl Part {
    fn of(stress: &Stress<'_>, scenario: &Scenario, tongue: Tongue) -> Self {
        let (map, all) = (stress.map, &scenario.consequences);
        let at = |at: TouchpointIndex| map.at(at).address();
        let list = |touchpoints: &[TouchpointIndex]| touchpoints.iter().map(|touchpoint| at(*touchpoint)).collect();
        let names =
            |level| scenario.closings.iter().filter(|closing| closing.level == level).map(Closing::name).collect();
        let share = |share: f64| Number((share * 1e6).round() / 1e6);
        let way = |way: &Option<Vec<TouchpointIndex>>| way.as_deref().map(list);
        let detour = &all.detour;
        Self {
            close: names(Availability::Unavailable),
            limit: names(Availability::Limited),
            harm: scenario.harm,
            closed: all
                .closed
                .iter()
                .map(|(closed, instead)| ClosedPart { address: at(*closed), instead: list(instead) })
                .collect(),
            limited: list(&all.limited),
            stuck: all.blocked.iter().map(|blocked| at(blocked.after)).collect(),
            blocked: all
                .blocked
                .iter()
                .map(|blocked| BlockedPart {
                    after: at(blocked.after),
                    by: list(&blocked.by),
                    share: blocked.share.map(share),
                })
                .collect(),
            no_longer_begin: list(&all.no_longer_begin),
            narrowed: all
                .narrowed
                .iter()
                .map(|narrowed| NarrowedPart { address: at(narrowed.touchpoint), channel: narrowed.channel.clone() })
                .collect(),
            ways: all
                .fewer
                .iter()
                .map(|fewer| WaysPart { to: goal(map, fewer.moment), before: fewer.before, after: fewer.after })
                .collect(),
            out_of_reach: list(&all.out_of_reach),
            alone: all
                .alone
                .iter()
                .map(|alone| AlonePart {
                    address: at(alone.touchpoint),
                    before: alone.before.iter().map(|moment| goal(map, *moment)).collect(),
                    is_new: alone.is_new,
                })
                .collect(),
            promises: all
                .broken
                .iter()
                .map(|broken| PromisePart {
                    address: broken.address.clone(),
                    title: broken.title.clone(),
                    within: broken.within,
                    made_at: at(broken.made_at),
                    kept_at: at(broken.kept_at),
                    is_still_made: broken.is_still_made,
                })
                .collect(),
            ownerless: all.ownerless.iter().map(|solution| solution.address.clone()).collect(),
            main_way: Sides { before: way(&detour.way.before), after: way(&detour.way.after) },
            costs: Sides { before: costs(&detour.facts.before), after: costs(&detour.facts.after) },
            share_to_end: all
                .shares
                .iter()
                .map(|one| SharePart { from: at(one.way_in), before: share(one.before), after: one.after.map(share) })
                .collect(),
            unsaid: all.unsaid.iter().map(|unsaid| unsaid_part(unsaid, &list)).collect(),
            changes: stress.each.is_none().then(|| stress.changes(scenario, tongue)),
        }
    }
}

/// `moment:M`, or the end of the journey.
fn goal(map: &Map, moment: Option<TouchpointIndex>) -> Address {
    let id = moment.and_then(|at| map.at(at).moment_id());
    id.map_or(Address::End, |id| Address::Moment(id.to_owned()))
}

fn costs(facts: &Facts) -> CostsPart {
    let time = |total: Total<Duration>| TotalPart { sum: total.sum, known: total.known };
    CostsPart {
        touchpoints: facts.touchpoints,
        channel_switches: facts.channel_switches,
        hand_offs: facts.hand_offs,
        effort: facts.effort.map(|total| TotalPart { sum: Number(total.sum), known: total.known }),
        duration: facts.duration.map(time),
        wait: facts.wait.map(time),
    }
}

fn unsaid_part(unsaid: &Unsaid, list: &dyn Fn(&[TouchpointIndex]) -> Vec<Address>) -> UnsaidPart {
    let (what, at) = match unsaid {
        Unsaid::NoReplacement(at) => ("no-replacement", list(&[*at])),
        Unsaid::ReplacementClosed(at) => ("replacement-closed", list(&[*at])),
        Unsaid::ReplacementUnknown(at) => ("replacement-unknown", list(&[*at])),
        Unsaid::Undivided(at) => ("undivided", list(&[*at])),
        Unsaid::EffortUnknown(at) => ("effort-unknown", list(at)),
        Unsaid::NoShares => ("no-shares", Vec::new()),
        Unsaid::Unread => ("unread", Vec::new()),
    };
    UnsaidPart { what, at }
}
