//! One wow after the other.

use super::main_way::main_way;
use super::rating::Ratings;
use super::{Context, Levels, Rule, Setting, Sink, Threshold};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Level::{Info, Off};
use crate::graph::TouchpointRef;

pub(super) static RULE: Rule = Rule {
    name: "peak-overload",
    page: include_str!("../../docs/rules/peak-overload.md"),
    levels: Levels::new(Off, Info, Info),
    is_about_today: true,
    settings: &[&PEAKS],
    check: Some(check),
};

static PEAKS: Setting =
    Setting { name: "peaks", about: "So many peaks in a row are too many.", default: Threshold::Count(3) };

fn check(context: &Context<'_>, sink: &mut Sink) {
    let (Some(ratings), Some(way)) = (Ratings::of(context.map), main_way(context.map)) else { return };
    let is_peak = |touchpoint: &TouchpointRef<'_>| {
        let is_top = touchpoint.experience().is_some_and(|experience| ratings.height(experience) >= 100.0);
        is_top && touchpoint.gap().is_some_and(|gap| gap > 0.0)
    };
    for peaks in way.chunk_by(|one, next| is_peak(one) && is_peak(next)) {
        let is_overload = peaks.iter().all(is_peak) && peaks.len() >= context.count(&PEAKS).max(2);
        if let Some(finding) = finding(peaks).filter(|_| is_overload) {
            sink.report(finding);
        }
    }
}

fn finding(peaks: &[TouchpointRef<'_>]) -> Option<Diagnostic> {
    let rated = |touchpoint: &TouchpointRef<'_>| Some(touchpoint.body().experience.as_ref()?.level?.span);
    let [first, .., last] = peaks else { return None };
    let message = format!(
        "{} touchpoints in a row, from “{}” to “{}”, are at the top of the scale and above expectation",
        peaks.len(),
        first.title(),
        last.title()
    );
    let finding = RULE.at(rated(first)?, message);
    let others = peaks.iter().skip(1).filter_map(rated);
    let finding = others.fold(finding, |finding, span| finding.related(span, "and so is this"));
    Some(
        finding
            .help("keep the one that customers should remember, and spend the rest on taking friction away elsewhere"),
    )
}
