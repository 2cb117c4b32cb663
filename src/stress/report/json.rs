//! The answer for programs. Touchpoints, moments and exits are given by their addresses.

use serde::Serialize;

use crate::diff::Change;
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

#[derive(Serialize)]
struct Page<'a> {
    version: u8,
    id: &'a str,
    title: &'a str,
    /// What was closed in turn; null for a question about certain closings.
    each: Option<Subject>,
    /// The most harmful first.
    scenarios: Vec<Part>,
}

#[derive(Serialize)]
struct Part {
    close: Vec<String>,
    limit: Vec<String>,
    harm: Harm,
    closed: Vec<ClosedPart>,
    limited: Vec<Address>,
    /// Where customers who could complete the journey get stuck.
    stuck: Vec<Address>,
    /// The ends with fewer ways than before.
    ways: Vec<WaysPart>,
    out_of_reach: Vec<Address>,
    /// Touchpoints that every way to something passes.
    alone: Vec<AlonePart>,
    promises: Vec<PromisePart>,
    main_way: Sides<Option<Vec<Address>>>,
    /// What the main way costs customers.
    costs: Sides<CostsPart>,
    share_to_end: Vec<SharePart>,
    unsaid: Vec<UnsaidPart>,
    /// As `cxmap diff` tells it; null where each is closed in turn.
    changes: Option<Vec<Change>>,
}

#[derive(Serialize)]
struct ClosedPart {
    address: Address,
    instead: Vec<Address>,
}

#[derive(Serialize)]
struct WaysPart {
    to: Address,
    before: usize,
    after: usize,
}

#[derive(Serialize)]
struct AlonePart {
    address: Address,
    before: Vec<Address>,
    is_new: bool,
}

#[derive(Serialize)]
struct PromisePart {
    address: Address,
    title: String,
    within: Option<Duration>,
    made_at: Address,
    kept_at: Address,
    is_still_made: bool,
}

#[derive(Serialize)]
struct CostsPart {
    touchpoints: Option<usize>,
    channel_switches: Option<usize>,
    hand_offs: Option<usize>,
    effort: Option<TotalPart<Number>>,
    duration: Option<TotalPart<Duration>>,
    wait: Option<TotalPart<Duration>>,
}

/// A sum, and of how many touchpoints it is known.
#[derive(Serialize)]
struct TotalPart<T> {
    sum: T,
    known: usize,
}

#[derive(Serialize)]
struct SharePart {
    from: Address,
    before: Number,
    after: Option<Number>,
}

#[derive(Serialize)]
struct UnsaidPart {
    what: &'static str,
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
            stuck: list(&all.stuck),
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
