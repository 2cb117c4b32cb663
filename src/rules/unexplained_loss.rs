//! Ways to `lost` from where nothing hinders.

use super::friction::Hindrances;
use super::promise::missed_at;
use super::{Context, Levels, Rule, Setting, Sink, Threshold};
use crate::diagnostic::Level::{Info, Off, Warn};
use crate::model::{Percentage, Target, Way};

pub(super) static RULE: Rule = Rule {
    name: "unexplained-loss",
    page: include_str!("../../docs/rules/unexplained-loss.md"),
    levels: Levels::new(Off, Info, Warn),
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
    for touchpoint in map.touchpoints().filter(|touchpoint| !touchpoint.is_closed()) {
        let body = touchpoint.body();
        if hindrances.at(touchpoint).is_some() || missed[touchpoint.index().0] {
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
