//! Touchpoints: which there are, where they stand and happen, who is involved.

use super::words::{list, quote, status};
use crate::diff::delta::{Delta, Fact, Retitled, Sides, TouchpointAspect};
use crate::diff::inventory::{ChannelItem, Inventory, Site};
use crate::diff::judge::{Cause, Draft, causes_after};
use crate::diff::{Change, Impact, Kind, Value};
use crate::graph::TouchpointRef;
use crate::model::{Availability, Text};

pub(super) fn judge(sides: &Sides<'_>, delta: &Delta<'_, '_>, drafts: &mut Vec<Draft>) {
    for fact in &delta.touchpoints {
        match fact {
            Fact::Added(touchpoint) => drafts.push(added(*touchpoint)),
            Fact::Removed(touchpoint) => drafts.push(removed(*touchpoint)),
            Fact::Changed { before, after, aspects } => {
                for aspect in aspects {
                    drafts.extend(changed(sides, *before, *after, aspect));
                }
            }
            Fact::Merged { before, after } => {
                let message = format!("{} are now one touchpoint: {}.", list(before.iter().map(title)), title(after));
                drafts.push(Draft::new(Change::new(Kind::TouchpointsMerged, after.address(), message)));
            }
            Fact::Split { before, after } => {
                let message =
                    format!("{} is now several touchpoints: {}.", title(before), list(after.iter().map(title)));
                drafts.push(Draft::new(Change::new(Kind::TouchpointSplit, before.address(), message)));
            }
        }
    }
}

fn title(touchpoint: &TouchpointRef<'_>) -> String {
    quote(&touchpoint.body().title)
}

fn added(touchpoint: TouchpointRef<'_>) -> Draft {
    let channels = list(touchpoint.channel_titles());
    let via = if channels.is_empty() { String::new() } else { format!(" ({channels})") };
    let closed = if touchpoint.is_closed() { ", which is closed" } else { "" };
    let phase = touchpoint.phase();
    let message =
        format!("{}{via} is a new touchpoint in the phase {}{closed}.", title(&touchpoint), quote(&phase.body().title));
    let change = Change::new(Kind::TouchpointAdded, touchpoint.address(), message);
    Draft::caused_by(change, vec![(Kind::PhaseAdded, phase.address())])
}

fn removed(touchpoint: TouchpointRef<'_>) -> Draft {
    let phase = touchpoint.phase();
    let message = format!(
        "{} is no longer part of the journey (it was in the phase {}).",
        title(&touchpoint),
        quote(&phase.body().title)
    );
    let change = Change::new(Kind::TouchpointRemoved, touchpoint.address(), message);
    Draft::caused_by(change, vec![(Kind::PhaseRemoved, phase.address())])
}

fn changed(
    sides: &Sides<'_>,
    before: TouchpointRef<'_>,
    after: TouchpointRef<'_>,
    aspect: &TouchpointAspect<'_, '_>,
) -> Vec<Draft> {
    let on_it = || causes_after(sides, Site::Touchpoint(after.index().0));
    let change = |kind, message: String| Change::new(kind, after.address(), message);
    let draft = match aspect {
        TouchpointAspect::Title(how) => {
            let (kind, words) = match how {
                Retitled::Renamed | Retitled::Inferred(_) => (Kind::TouchpointRenamed, "is now"),
                Retitled::Reworded => (Kind::WordingChanged, "now reads"),
            };
            let (old, new) = (before.body().title.as_str(), after.body().title.as_str());
            let message = format!("{} {words} {}.", title(&before), title(&after));
            let mut causes =
                vec![(Kind::TouchpointsMerged, after.address()), (Kind::TouchpointSplit, before.address())];
            causes.extend(on_it());
            Draft::caused_by(change(kind, message).values(Some(old), Some(new)), causes)
        }
        TouchpointAspect::Phase => {
            let (from, to) = (before.phase(), after.phase());
            let message = format!(
                "{} moved from the phase {} to {}.",
                title(&after),
                quote(&from.body().title),
                quote(&to.body().title)
            );
            let change = change(Kind::TouchpointMoved, message).values(Some(from.id()), Some(to.id()));
            let mut causes = vec![(Kind::PhaseRemoved, from.address()), (Kind::PhaseAdded, to.address())];
            causes.extend(on_it());
            Draft::caused_by(change, causes)
        }
        TouchpointAspect::Order => {
            let message = format!(
                "{} comes at another point of the phase {}.",
                title(&after),
                quote(&after.phase().body().title)
            );
            Draft::caused_by(change(Kind::TouchpointReordered, message), on_it())
        }
        TouchpointAspect::Availability => availability(sides, before, after),
        TouchpointAspect::Channels { gained, lost, common } => {
            return channels(before, after, gained, lost, *common)
                .into_iter()
                .map(|change| Draft::caused_by(change, on_it()))
                .collect();
        }
        TouchpointAspect::Replacements { named, withdrawn } => {
            let mut causes = on_it();
            causes.push((Kind::TouchpointReopened, after.address()));
            let changes = [
                replacement(Kind::ReplacementNamed, before, after, named),
                replacement(Kind::ReplacementWithdrawn, before, after, withdrawn),
            ];
            return changes.into_iter().flatten().map(|change| Draft::caused_by(change, causes.clone())).collect();
        }
        TouchpointAspect::Owner => Draft::caused_by(owner(before, after), on_it()),
        TouchpointAspect::Actors => {
            let (old, new) = (names(&before.body().actors), names(&after.body().actors));
            let who = |names: &[String]| if names.is_empty() { "nobody".to_owned() } else { list(names) };
            let message = format!("Also involved in {}: {}; before: {}.", title(&after), who(&new), who(&old));
            let change = change(Kind::ActorsChanged, message);
            Draft::caused_by(change.values(Some(Value::List(old)), Some(Value::List(new))), on_it())
        }
        TouchpointAspect::Entry => {
            let (kind, words) = if after.is_way_in() {
                (Kind::EntryAdded, "can now begin")
            } else {
                (Kind::EntryRemoved, "no longer begin")
            };
            Draft::caused_by(change(kind, format!("Journeys {words} at {}.", title(&after))), on_it())
        }
        // Judged with the ratings.
        TouchpointAspect::Expectation
        | TouchpointAspect::Experience
        | TouchpointAspect::Effort
        | TouchpointAspect::Duration
        | TouchpointAspect::Wait => return Vec::new(),
    };
    vec![draft]
}

fn names(texts: &[Text]) -> Vec<String> {
    texts.iter().map(|text| text.value.clone()).collect()
}

fn availability(sides: &Sides<'_>, before: TouchpointRef<'_>, after: TouchpointRef<'_>) -> Draft {
    let (old, new) = (before.availability(), after.availability());
    let (kind, by_channel) = match (old, new) {
        (_, Availability::Unavailable) => (Kind::TouchpointClosed, Kind::ChannelClosed),
        (Availability::Unavailable, _) => (Kind::TouchpointReopened, Kind::ChannelReopened),
        (_, Availability::Limited) => (Kind::TouchpointLimited, Kind::ChannelLimited),
        (_, Availability::Available) => (Kind::TouchpointRestored, Kind::ChannelRestored),
    };
    let is_worse = new > old;
    let shut = if is_worse { shut(&sides.after, after) } else { shut(&sides.before, before) };
    let message = if is_worse && !shut.is_empty() {
        let word = if new == Availability::Unavailable { "closed" } else { "limited" };
        let channels: Vec<_> = shut.iter().filter_map(|&at| sides.after.channels.get(at)).collect();
        let names = list(channels.iter().map(|channel| quote(channel.title)));
        let closed = channels.iter().all(|channel| channel.availability() == Availability::Unavailable);
        let state = if closed { "closed" } else { "not open as usual" };
        let (noun, verb) = if channels.len() == 1 { ("channel", "is") } else { ("channels", "are") };
        format!("{} is {word}, because its {noun} {names} {verb} {state}.", title(&after))
    } else {
        format!("{} {}", title(&after), status(new, after.body().status.as_ref()))
    };
    let on_after = |at: usize| if is_worse { Some(at) } else { sides.matching.channels.after_of(at) };
    let addresses = shut.iter().filter_map(|&at| Some(sides.after.channels.get(on_after(at)?)?.address()));
    // A touchpoint with several channels is only limited when one of them closes.
    let all = if is_worse { Kind::ChannelClosed } else { Kind::ChannelReopened };
    let causes = addresses.flat_map(|address| [by_channel, all].map(|kind| (kind, address.clone())));
    let causes: Vec<Cause> = causes.collect();
    Draft::caused_by(Change::new(kind, after.address(), message).values(Some(old.as_str()), Some(new.as_str())), causes)
}

/// The channels that keep a touchpoint from being open as usual; none where its own status is written.
fn shut(side: &Inventory<'_>, touchpoint: TouchpointRef<'_>) -> Vec<usize> {
    if touchpoint.body().status.as_ref().is_some_and(|status| status.level.is_some()) {
        return Vec::new();
    }
    let is_shut = |channel: &ChannelItem<'_>| channel.availability() != Availability::Available;
    side.channels_of(touchpoint).into_iter().filter(|&at| side.channels.get(at).is_some_and(is_shut)).collect()
}

fn channels(
    before: TouchpointRef<'_>,
    after: TouchpointRef<'_>,
    gained: &[&ChannelItem<'_>],
    lost: &[&ChannelItem<'_>],
    common: bool,
) -> Vec<Change> {
    let titles = |channels: &[&ChannelItem<'_>]| channels.iter().map(|channel| channel.title.to_owned()).collect();
    let (new, old): (Vec<String>, Vec<String>) = (titles(gained), titles(lost));
    let change = |kind, message| Change::new(kind, after.address(), message);
    let all =
        |touchpoint: TouchpointRef<'_>| Some(Value::List(touchpoint.channel_titles().map(ToOwned::to_owned).collect()));
    let both = |change: Change| change.values(all(before), all(after));
    if !(common || new.is_empty() || old.is_empty()) {
        let message = format!("The channel of {} is now {} instead of {}.", title(&after), list(&new), list(&old));
        return vec![both(change(Kind::TouchpointRechannelled, message))];
    }
    if !common {
        let message =
            format!("The channel of {} is known on one side only: {}.", title(&after), list(old.iter().chain(&new)));
        return vec![both(change(Kind::DetailsChanged, message))];
    }
    let mut changes = Vec::new();
    if !new.is_empty() {
        let message = format!("{} has a further channel: {}.", title(&after), list(&new));
        changes.push(both(change(Kind::TouchpointChannelAdded, message)));
    }
    if !old.is_empty() {
        let message = format!("{} has lost a channel: {}.", title(&after), list(&old));
        changes.push(both(change(Kind::TouchpointChannelRemoved, message)));
    }
    changes
}

/// A replacement that comes and goes with the closing does what it is there for; one that comes or goes while the
/// touchpoint is closed makes the difference between somewhere to go and nowhere.
fn replacement(
    kind: Kind,
    before: TouchpointRef<'_>,
    after: TouchpointRef<'_>,
    places: &[TouchpointRef<'_>],
) -> Option<Change> {
    if places.is_empty() {
        return None;
    }
    let names = list(places.iter().map(title));
    let ids = Value::List(places.iter().map(|place| place.id().to_owned()).collect());
    let is_named = kind == Kind::ReplacementNamed;
    let message = match (is_named, after.is_closed()) {
        (true, true) => format!("Instead of {}, customers go to {names}.", title(&after)),
        (true, false) => format!("Should {} close, customers go to {names}.", title(&after)),
        (false, _) => format!("Customers no longer go to {names} instead of {}.", title(&after)),
    };
    let (old, new) = if is_named { (None, Some(ids)) } else { (Some(ids), None) };
    let change = Change::new(kind, after.address(), message).values(old, new);
    let impact = if is_named { Impact::Better } else { Impact::Worse };
    Some(if before.is_closed() && after.is_closed() { change.judged(impact) } else { change })
}

fn owner(before: TouchpointRef<'_>, after: TouchpointRef<'_>) -> Change {
    let (old, new) = (before.owner().map(|owner| owner.as_str()), after.owner().map(|owner| owner.as_str()));
    let (kind, message) = match (old, new) {
        (Some(old), Some(new)) => {
            (Kind::TouchpointReassigned, format!("The team for {} is now {new} instead of {old}.", title(&after)))
        }
        (None, Some(new)) => (Kind::DetailsChanged, format!("The team for {} is now named: {new}.", title(&after))),
        (_, None) => (Kind::DetailsChanged, format!("The team for {} is no longer named.", title(&after))),
    };
    Change::new(kind, after.address(), message).values(old, new)
}
