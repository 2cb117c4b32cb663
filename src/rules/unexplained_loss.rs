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
    for touchpoint in map.touchpoints().filter(|touchpoint| touchpoint.is_open()) {
        let body = touchpoint.body();
        if hindrances.at(touchpoint).is_some() || missed[touchpoint.index().0] {
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

/// Whether at least so many percent give up this way, or nothing is said of how many, and not when.
fn is_loss(way: &Way, least: f64) -> bool {
    !way.broken.has("to")
        && way.when.is_none()
        && !way.broken.has("when")
        && way.to.value == Target::Lost
        && way.share.is_none_or(|share| share.0 >= least)
}
