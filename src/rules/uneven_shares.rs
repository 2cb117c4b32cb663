//! Shares that do not divide the customers who leave a touchpoint.

use super::{Context, Levels, Rule, Sink};
use crate::diagnostic::Level::{Error, Warn};
use crate::graph::TouchpointRef;
use crate::model::Percentage;

pub(super) static RULE: Rule = Rule {
    name: "uneven-shares",
    page: include_str!("../../docs/rules/uneven-shares.md"),
    levels: Levels::new(Warn, Error, Error),
    is_about_today: false,
    settings: &[],
    check: Some(check),
};

/// How far from 100% the shares may add up, for the sake of rounding.
const TOLERANCE: f64 = 1.0 + 1e-9;

fn check(context: &Context<'_>, sink: &mut Sink) {
    for touchpoint in context.map.touchpoints() {
        check_ways(touchpoint, sink);
    }
}

fn check_ways(touchpoint: TouchpointRef<'_>, sink: &mut Sink) {
    let ways = &touchpoint.body().next;
    if touchpoint.body().broken.has("next") || ways.iter().any(|way| way.broken.has("share")) {
        return;
    }
    let shares: Vec<_> = ways.iter().filter_map(|way| way.share).collect();
    let Some(first) = shares.first() else { return };
    let sum: f64 = shares.iter().map(|share| share.0).sum();
    if shares.len() < ways.len() {
        let message = format!("{} of the {} ways from “{}” have a share", shares.len(), ways.len(), touchpoint.title());
        let mut finding =
            RULE.at(first.span, message).help("give every way its `share`, together 100%, or none of them");
        for way in ways.iter().filter(|way| way.share.is_none()) {
            finding = finding.related(way.to.span, "this way has none");
        }
        sink.report(finding.about(touchpoint.address()));
    } else if (sum - 100.0).abs() > TOLERANCE {
        let sum = Percentage((sum * 1e6).round() / 1e6);
        let message = format!("the shares of the ways from “{}” add up to {sum}, not 100%", touchpoint.title());
        let finding = RULE.at(first.span, message).about(touchpoint.address());
        sink.report(finding.help("change the shares so that they divide all customers who leave here"));
    }
}
