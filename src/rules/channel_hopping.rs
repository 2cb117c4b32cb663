//! Phases that send the customer from channel to channel.

use super::main_way::main_way;
use super::{Context, Levels, Rule, Setting, Sink, Threshold};
use crate::diagnostic::Level::{Info, Off};
use crate::facts::{channel_changes, channels};
use crate::graph::TouchpointRef;

pub(super) static RULE: Rule = Rule {
    name: "channel-hopping",
    page: include_str!("../../docs/rules/channel-hopping.md"),
    levels: Levels::new(Off, Info, Info),
    settings: &[&CHANGES],
    check: Some(check),
};

static CHANGES: Setting = Setting {
    name: "changes",
    about: "So many changes of channel within one phase are too many.",
    default: Threshold::Count(3),
};

fn check(context: &Context<'_>, sink: &mut Sink) {
    let Some(way) = main_way(context.map) else { return };
    for in_phase in way.chunk_by(|one, next| one.phase().index() == next.phase().index()) {
        let needed: Vec<_> = in_phase.iter().copied().filter(|touchpoint| !touchpoint.is_optional()).collect();
        let changes = channel_changes(&needed);
        let is_hopping = changes.len() >= context.count(&CHANGES).max(1) && goes_back(&needed, &changes);
        if let Some(first) = in_phase.first().filter(|_| is_hopping) {
            let (phase, title) = (first.phase(), first.phase().title());
            let message = format!("in the phase “{title}” customers have to change channel {} times", changes.len());
            let changes = changes.into_iter().filter_map(|at| needed.get(at));
            let finding = changes.filter_map(change).fold(RULE.at(phase.body().title.span, message), |finding, (span, text)| finding.related(span, text));
            sink.report(finding.help("let customers finish on the channel where they began: offer it at the steps that follow"));
        }
    }
}

/// Whether a change brings customers back to a channel that they had left: several that follow each other, such as a shop,
/// a notary and the new house, are a journey.
fn goes_back(way: &[TouchpointRef<'_>], changes: &[usize]) -> bool {
    let returns = |(left, back): (usize, usize)| {
        let (Some(before), Some(again)) = (way.get(..left), way.get(back)) else { return false };
        let again = channels(*again);
        before.iter().any(|touchpoint| !channels(*touchpoint).is_disjoint(&again))
    };
    changes.iter().copied().zip(changes.iter().copied().skip(1)).any(returns)
}

/// Where a touchpoint names the channel that the customer has to change to.
fn change(touchpoint: &TouchpointRef<'_>) -> Option<(crate::source::Span, String)> {
    let titles: Vec<_> = touchpoint.channel_titles().collect();
    Some((touchpoint.body().channel.first()?.span, format!("here they change to {}", titles.join(" or "))))
}
