//! Ways to `lost` from where nothing hinders.

use super::friction::Hindrances;
use super::promise::missed_at;
use super::{Context, Levels, Rule, Setting, Sink, Threshold};
use crate::diagnostic::Level::{Info, Off, Warn};
use crate::graph::{Map, TouchpointRef};
use crate::model::{Percentage, Target, Way};

pub(super) static RULE: Rule = Rule {
    name: "unexplained-loss",
    page: include_str!("../../docs/rules/unexplained-loss.md"),
    levels: Levels::new(Off, Info, Warn),
    is_about_today: true,
    settings: &[&SHARE],
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
    let Some(missed) = missed_at(context).filter(|_| hindrances.is_whole()) else { return };
    let told_before =
        told_before(map, |touchpoint| hindrances.at(touchpoint).is_some() || missed[touchpoint.index().0]);
    for touchpoint in map.touchpoints().filter(|touchpoint| touchpoint.is_open()) {
        let body = touchpoint.body();
        if hindrances.at(touchpoint).is_some() || missed[touchpoint.index().0] {
            continue;
        }
        // Where all leave, they made up their minds before they came.
        if body.next.len() == 1 && told_before[touchpoint.index().0] {
            continue;
        }
        // Where only some ways have a share, nobody knows how many take the others.
        let is_divided = body.next.iter().any(|way| way.share.is_some() || way.broken.has("share"));
        let is_told = |way: &&Way| way.share.is_some() || !is_divided;
        let found = body.next.iter().find(|way| is_told(way) && is_loss(way, context.percent(&SHARE)));
        let Some(way) = found else { continue };
        let lost = way.share.map_or_else(|| "customers".to_owned(), |share| format!("{} of customers", share.value));
        let span = way.share.map_or(way.to.span, |share| share.span);
        let message = format!("{lost} leave the journey at “{}”, and nothing says why", body.title);
        let help = "name the friction point that makes them leave, or say in the `when` of the way what does";
        sink.report(RULE.at(span, message).help(help));
    }
}

/// By the number of each touchpoint, whether a way leads to it that says `when`, or that begins where something is wrong.
fn told_before(map: &Map, is_wrong_at: impl Fn(TouchpointRef<'_>) -> bool) -> Vec<bool> {
    let mut told = vec![false; map.touchpoints().len()];
    for touchpoint in map.touchpoints() {
        let is_wrong = is_wrong_at(touchpoint);
        let body = touchpoint.body();
        let told_ways = body.next.iter().filter(|way| is_wrong || way.when.is_some());
        let targets = told_ways.filter_map(|way| match &way.to.value {
            Target::Touchpoint(name) => map.find(name),
            Target::Next => touchpoint.following(),
            _ => None,
        });
        let following = touchpoint.following().filter(|_| is_wrong && body.next.is_empty());
        for target in targets.chain(following) {
            told[target.index().0] = true;
        }
    }
    told
}

/// Whether at least so many percent give up this way, or nothing is said of how many, and not when.
fn is_loss(way: &Way, least: f64) -> bool {
    !way.broken.has("to")
        && way.when.is_none()
        && !way.broken.has("when")
        && way.to.value == Target::Lost
        && way.share.is_none_or(|share| share.0 >= least)
}
