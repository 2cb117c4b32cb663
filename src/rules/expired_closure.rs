//! Statuses and situations that should be over and still stand.

use std::collections::BTreeMap;

use super::{Context, Levels, Rule, Sink};
use crate::diagnostic::Level::{Off, Warn};
use crate::graph::{Address, Map};
use crate::model::{Date, Status};
use crate::source::Located;

pub(super) static RULE: Rule = Rule {
    name: "expired-closure",
    page: include_str!("../../docs/rules/expired-closure.md"),
    levels: Levels::new(Off, Warn, Warn),
    is_about_today: true,
    settings: &[],
    check: Some(check),
};

/// How many more of one day are shown.
const SHOWN: usize = 5;

fn check(context: &Context<'_>, sink: &mut Sink) {
    // What ended on one day ended together: one thing to look at.
    let mut by_day: BTreeMap<Date, Vec<(Located<Date>, String)>> = BTreeMap::new();
    for (until, what) in standing(context.map) {
        if until.0 < context.today {
            by_day.entry(until.value).or_default().push((until, what));
        }
    }
    for (day, mut ended) in by_day {
        ended.sort_by_key(|(until, _)| until.span);
        let Some(((until, what), others)) = ended.split_first() else { continue };
        let mut finding = RULE.at(until.span, format!("{what} ended on {day}, and the map still has it")).help(
            "take out what is over, move `until` if it goes on, or set `state: past` if the map is kept for comparison",
        );
        finding = finding.subject(day.to_string());
        if !others.is_empty() {
            finding = finding.about(Address::Map);
        }
        for (until, what) in others.iter().take(SHOWN) {
            finding = finding.related(until.span, format!("so did {what}"));
        }
        sink.report(finding);
    }
}

/// Everything that is said to end on a day, and what it is called.
fn standing(map: &Map) -> impl Iterator<Item = (Located<Date>, String)> {
    let journey = map.journey();
    let situation = journey.situation.iter().filter_map(|situation| {
        let name = situation.name.as_ref().map(|name| format!(" “{name}”")).unwrap_or_default();
        Some((situation.until?, format!("the situation{name}")))
    });
    let channels = journey.channels.iter().filter_map(|(id, channel)| {
        let title = channel.title.as_ref().map_or(id.as_str(), |title| title.as_str());
        end(channel.status.as_ref()?, &format!("the channel “{title}”"))
    });
    let touchpoints = map
        .touchpoints()
        .filter_map(|touchpoint| end(touchpoint.body().status.as_ref()?, &format!("“{}”", touchpoint.title())));
    situation.chain(channels).chain(touchpoints)
}

fn end(status: &Status, what: &str) -> Option<(Located<Date>, String)> {
    Some((status.until?, format!("the status `{}` of {what}", status.level?.as_str())))
}
