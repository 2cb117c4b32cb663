//! Customers who have to change channel again and again within one phase, with effort.

use super::main_way::main_way;
use super::rating::Ratings;
use super::{Context, Levels, Rule, Setting, Sink, Threshold};
use crate::diagnostic::Level::{Info, Off};
use crate::facts::channel_changes;
use crate::graph::TouchpointRef;
use crate::source::Span;

pub(super) static RULE: Rule = Rule {
    name: "channel-hopping",
    page: include_str!("../../docs/rules/channel-hopping.md"),
    levels: Levels::new(Off, Info, Info),
    is_about_today: true,
    settings: &[&CHANGES],
    check: Some(check),
};

static CHANGES: Setting = Setting {
    name: "changes",
    about: "So many changes of channel with much effort within a phase are found, and more.",
    default: Threshold::Count(3),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    let Some((way, ratings)) = main_way(context.map).zip(Ratings::of(context.map)) else { return };
    for in_phase in way.chunk_by(|one, next| one.phase().index() == next.phase().index()) {
        let needed: Vec<_> = in_phase.iter().copied().filter(|touchpoint| !touchpoint.is_optional()).collect();
        let changes = channel_changes(&needed).into_iter().filter_map(|at| needed.get(at));
        let laborious: Vec<_> = changes.filter(|touchpoint| is_laborious(touchpoint, ratings)).collect();
        if let Some(first) = in_phase.first().filter(|_| laborious.len() >= context.count(&CHANGES).max(1)) {
            let (phase, title, count) = (first.phase(), first.phase().title(), laborious.len());
            let message = format!(
                "in the phase “{title}” customers have to change channel {count} times, and each time it costs them effort"
            );
            let finding = RULE.at(phase.body().title.span, message);
            let places = laborious.into_iter().filter_map(change);
            let finding = places.fold(finding, |finding, (span, text)| finding.related(span, text));
            sink.report(
                finding.help("let customers finish on the channel where they began: offer it at the steps that follow"),
            );
        }
    }
}

/// Whether a touchpoint costs customers effort in the upper half of the scale.
fn is_laborious(touchpoint: &TouchpointRef<'_>, ratings: Ratings) -> bool {
    touchpoint.body().effort.as_ref().is_some_and(|effort| ratings.height(effort.0) > 50.0)
}

/// Where a touchpoint names the channel that the customer has to change to.
fn change(touchpoint: &TouchpointRef<'_>) -> Option<(Span, String)> {
    let titles: Vec<_> = touchpoint.channel_titles().collect();
    Some((touchpoint.body().channel.first()?.span, format!("here they change to {}", titles.join(" or "))))
}
