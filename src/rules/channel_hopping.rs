//! Phases that send the customer from channel to channel.

use super::main_way::main_way;
use super::{Context, Levels, Rule, Setting, Sink, Threshold};
use crate::diagnostic::Level::{Info, Off};
use crate::facts::channel_changes;
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
        let changes = channel_changes(in_phase);
        if let Some(first) = in_phase.first().filter(|_| changes.len() >= context.count(&CHANGES).max(1)) {
            let (phase, title) = (first.phase(), first.phase().title());
            let message = format!("in the phase “{title}” customers have to change channel {} times", changes.len());
            let changes = changes.into_iter().filter_map(|at| in_phase.get(at));
            let finding = changes.filter_map(change).fold(RULE.at(phase.body().title.span, message), |finding, (span, text)| finding.related(span, text));
            sink.report(finding.help("let customers finish on the channel where they began: offer it at the steps that follow"));
        }
    }
}

/// Where a touchpoint names the channel that the customer has to change to.
fn change(touchpoint: &TouchpointRef<'_>) -> Option<(crate::source::Span, String)> {
    let titles: Vec<_> = touchpoint.channel_titles().collect();
    Some((touchpoint.body().channel.first()?.span, format!("here they change to {}", titles.join(" or "))))
}
