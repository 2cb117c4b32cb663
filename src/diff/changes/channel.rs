//! Channels that came, went, closed or opened.

use super::words::{quote, status};
use crate::diff::delta::{ChannelAspect, Delta, Fact, Sides};
use crate::diff::inventory::ChannelItem;
use crate::diff::judge::Draft;
use crate::diff::{Change, Kind};
use crate::model::Availability;

pub(super) fn judge(_: &Sides<'_>, delta: &Delta<'_, '_>, drafts: &mut Vec<Draft>) {
    for fact in &delta.channels {
        match fact {
            Fact::Added(channel) => drafts.push(Draft::new(added(channel))),
            Fact::Removed(channel) => drafts.push(Draft::new(Change::new(
                Kind::ChannelRemoved,
                channel.address(),
                format!("{} is no longer one of the channels.", quote(channel.title)),
            ))),
            Fact::Changed { before, after, aspects } => {
                drafts.extend(aspects.iter().map(|aspect| Draft::new(changed(before, after, aspect))));
            }
            // What channels were merged or split shows in the touchpoints that use them.
            Fact::Merged { .. } | Fact::Split { .. } => {}
        }
    }
}

fn added(channel: &ChannelItem<'_>) -> Change {
    let message = match channel.availability() {
        Availability::Available => format!("{} is a new channel.", quote(channel.title)),
        level => format!("{} is a new channel; it {}", quote(channel.title), status(level, channel.status())),
    };
    Change::new(Kind::ChannelAdded, channel.address(), message)
}

fn changed(before: &ChannelItem<'_>, after: &ChannelItem<'_>, aspect: &ChannelAspect) -> Change {
    match aspect {
        ChannelAspect::Title => Change::new(
            Kind::WordingChanged,
            after.address(),
            format!("The channel {} is now called {}.", quote(before.title), quote(after.title)),
        )
        .values(Some(before.title), Some(after.title)),
        ChannelAspect::Availability => {
            let (old, new) = (before.availability(), after.availability());
            let message = format!("The channel {} {}", quote(after.title), status(new, after.status()));
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
