//! Channels that came, went, closed or opened.

use crate::diff::delta::{ChannelAspect, Delta, Fact, Sides};
use crate::diff::inventory::ChannelItem;
use crate::diff::judge::Draft;
use crate::diff::{Change, Kind};
use crate::model::Availability;
use crate::tongue::Tongue;

pub(super) fn judge(sides: &Sides<'_>, delta: &Delta<'_, '_>, drafts: &mut Vec<Draft>) {
    let tongue = sides.tongue;
    for fact in &delta.channels {
        match fact {
            Fact::Added(channel) => drafts.push(Draft::new(added(tongue, channel))),
            Fact::Removed(channel) => {
                let message = tongue.channel_removed(&tongue.quote(channel.title));
                drafts.push(Draft::new(Change::new(Kind::ChannelRemoved, channel.address(), message)));
            }
            Fact::Changed { before, after, aspects } => {
                drafts.extend(aspects.iter().map(|aspect| Draft::new(changed(tongue, before, after, aspect))));
            }
            // What channels were merged or split shows in the touchpoints that use them.
            Fact::Merged { .. } | Fact::Split { .. } => {}
        }
    }
}

fn added(tongue: Tongue, channel: &ChannelItem<'_>) -> Change {
    let title = tongue.quote(channel.title);
    let message = match channel.availability() {
        Availability::Available => tongue.channel_added(&title),
        level => tongue.channel_added_with(&title, &tongue.status(level, channel.status())),
    };
    Change::new(Kind::ChannelAdded, channel.address(), message)
}

fn changed(tongue: Tongue, before: &ChannelItem<'_>, after: &ChannelItem<'_>, aspect: &ChannelAspect) -> Change {
    match aspect {
        ChannelAspect::Title => {
            let message = tongue.channel_renamed(&tongue.quote(before.title), &tongue.quote(after.title));
            let change = Change::new(Kind::WordingChanged, after.address(), message);
            change.values(Some(before.title), Some(after.title))
        }
        ChannelAspect::Availability => {
            let (old, new) = (before.availability(), after.availability());
            let message = tongue.channel_status(&tongue.quote(after.title), &tongue.status(new, after.status()));
            Change::new(turn(old, new), after.address(), message).values(Some(old.as_str()), Some(new.as_str()))
        }
    }
}

fn turn(before: Availability, after: Availability) -> Kind {
    match (before, after) {
        (_, Availability::Unavailable) => Kind::ChannelClosed,
        (Availability::Unavailable, _) => Kind::ChannelReopened,
        (_, Availability::Limited) => Kind::ChannelLimited,
        (_, Availability::Available) => Kind::ChannelRestored,
    }
}
