//! Measures on the wrong side of their target.

use super::measures::{self, Of, Placed, is_nps};
use super::pursuit::Pursuit;
use super::{Context, Levels, Rule, Setting, Sink, Threshold};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Level::{Info, Off, Warn};
use crate::model::{Better, Percentage};

pub(super) static RULE: Rule = Rule {
    name: "missed-target",
    page: include_str!("../../docs/rules/missed-target.md"),
    levels: Levels::new(Off, Info, Warn),
    is_about_today: true,
    settings: &[&MARGIN],
    check: Some(check),
};

static MARGIN: Setting = Setting {
    name: "margin",
    about: "A percentage, or NPS, that misses its target by no more points than this is let be.",
    default: Threshold::Percent(Percentage(1.0)),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    let pursuit = Pursuit::of(context.map);
    measures::all(context.map)
        .filter_map(|placed| finding(context, placed, &pursuit))
        .for_each(|finding| sink.report(finding));
}

/// What is found of a measure, whichever rule asks.
pub(super) fn finding(context: &Context<'_>, placed: Placed<'_>, pursuit: &Pursuit<'_>) -> Option<Diagnostic> {
    let context = Context { rule: &RULE, ..*context };
    let measure = placed.measure;
    let (value, target) = measure.value.as_ref().zip(measure.target.as_ref())?;
    let side = match measure.better()? {
        Better::Higher if value.0 < target.0 => "below",
        Better::Lower if value.0 > target.0 => "above",
        _ => return None,
    };
    let is_near = placed.is_in_points() && (value.0 - target.0).abs() <= context.percent(&MARGIN);
    if is_near || is_pursued(&placed, pursuit) {
        return None;
    }
    let message = format!("{placed} is {}, {side} its target of {}", placed.figure(value), placed.figure(target));
    let help = "plan a solution where it is measured, or one whose `measured_by` is this metric";
    let finding = RULE.at(value.span, message).related(target.span, "the target").help(help);
    Some(finding.about(placed.address))
}

/// Whether something is being done, as far as is known, that should bring the figure to its target.
fn is_pursued(placed: &Placed<'_>, pursuit: &Pursuit<'_>) -> bool {
    let is_done_there = match placed.of {
        Of::Touchpoint(touchpoint) => pursuit.is_at(touchpoint),
        Of::Phase(phase) => pursuit.is_throughout(phase),
        Of::Map => false,
    };
    // How customers feel about the whole, or would speak of it, is what everything that is done should better.
    let is_of_all = || matches!(placed.of, Of::Map) || is_nps(&placed.measure.metric);
    is_done_there
        || pursuit.is_anywhere() && is_of_all()
        || placed.measure.broken.has("metric")
        || pursuit.will_show(&placed.measure.metric)
}
