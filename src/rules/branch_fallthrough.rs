//! Choices whose targets run on into each other.

use std::collections::HashSet;

use super::{Context, Levels, Rule, Setting, Sink, Threshold};
use crate::diagnostic::Level::{Info, Off, Warn};
use crate::graph::TouchpointRef;
use crate::model::Way;

pub(super) static RULE: Rule = Rule {
    name: "branch-fallthrough",
    page: include_str!("../../docs/rules/branch-fallthrough.md"),
    levels: Levels::new(Off, Info, Warn),
    is_about_today: false,
    settings: &[&TARGETS],
    check: Some(check),
};

/// How many targets must run on into others of the same choice.
static TARGETS: Setting = Setting {
    name: "targets",
    about: "A choice is found when at least so many of its targets run on into another of them.",
    default: Threshold::Count(2),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    for choice in context.map.touchpoints() {
        let runs_on = runs_on(choice);
        let Some(((way, first), others)) = runs_on.split_first().filter(|_| runs_on.len() >= context.count(&TARGETS))
        else {
            continue;
        };
        let message = format!("of the ways from “{}”, {} run on into another of them", choice.title(), runs_on.len());
        let mut finding = RULE.at(way.to.span, message).related(first.body().title.span, runs_into(*first));
        for (_, target) in others {
            finding = finding.related(target.body().title.span, runs_into(*target));
        }
        sink.report(
            finding
                .about(choice.address())
                .help("say with `next` where customers go from each of them, if these are alternatives"),
        );
    }
}

/// The targets of a choice that have no `next` and are followed in the file by another target, with the ways there.
fn runs_on(choice: TouchpointRef<'_>) -> Vec<(&Way, TouchpointRef<'_>)> {
    let (map, body) = (choice.map(), choice.body());
    let ways = map.flow().declared().ways(choice.index());
    let targets: HashSet<_> = ways.iter().filter_map(|way| way.to.touchpoint()).collect();
    let mut seen = HashSet::new();
    let targets = ways.iter().filter_map(|way| {
        let target = map.at(way.to.touchpoint().filter(|target| seen.insert(*target))?);
        let has_next = !target.body().next.is_empty() || target.body().broken.has("next");
        let runs_on = !has_next && targets.contains(&target.following()?.index());
        Some((body.next.get(way.written?)?, target)).filter(|_| runs_on)
    });
    targets.collect()
}

fn runs_into(target: TouchpointRef<'_>) -> String {
    let into = target.following().map_or("", TouchpointRef::title);
    format!("without a `next` this runs on into “{into}”")
}
