//! Ways to `lost` from where nothing hinders.

use std::collections::HashSet;

use super::friction::Hindrances;
use super::promise::{KEPT, is_missed};
use super::{Context, Levels, Rule, Setting, Sink, Threshold};
use crate::diagnostic::Level::{Info, Off, Warn};
use crate::graph::{TouchpointIndex, TouchpointRef};
use crate::model::{Percentage, Target, Way};

pub(super) static RULE: Rule = Rule {
    name: "unexplained-loss",
    page: include_str!("../../docs/rules/unexplained-loss.md"),
    levels: Levels::new(Off, Info, Warn),
    settings: &[&SHARE, &KEPT],
    check: Some(check),
};

/// How many must be lost to be worth an explanation.
static SHARE: Setting = Setting {
    name: "share",
    about: "A loss of fewer customers than this is not found.",
    default: Threshold::Percent(Percentage(10.0)),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    let map = context.map;
    let hindrances = Hindrances::of(map);
    if !hindrances.is_whole() {
        return;
    }
    let broken = missed_at(context);
    for touchpoint in map.touchpoints().filter(|touchpoint| !touchpoint.is_closed()) {
        let body = touchpoint.body();
        if hindrances.at(touchpoint).is_some() || broken.contains(&touchpoint.index()) {
            continue;
        }
        let Some(way) = body.next.iter().find(|way| is_loss(way, context.percent(&SHARE))) else { continue };
        let lost = way.share.map_or_else(|| "customers".to_owned(), |share| format!("{} of customers", share.value));
        let span = way.share.map_or(way.to.span, |share| share.span);
        let message = format!("{lost} give up at “{}”, and nothing says why", body.title);
        let help = "name the friction point that makes them give up, or let the way begin where it is";
        sink.report(RULE.at(span, message).help(help));
    }
}

/// Whether at least so many percent give up this way, or it is not known how many.
fn is_loss(way: &Way, least: f64) -> bool {
    let is_known = !way.broken.has("to") && !way.broken.has("share");
    is_known && way.to.value == Target::Lost && way.share.is_none_or(|share| share.0 >= least)
}

/// The touchpoints where a promise is to be kept and is missed: reason enough to leave.
fn missed_at(context: &Context<'_>) -> HashSet<TouchpointIndex> {
    let kept = context.percent(&KEPT);
    let promises = context.map.touchpoints().flat_map(|made_at| made_at.promises().map(move |(_, it)| (made_at, it)));
    let missed = promises.filter(|(_, promise)| is_missed(promise, kept));
    missed.filter_map(|(made_at, promise)| made_at.kept_at(promise)).map(TouchpointRef::index).collect()
}
