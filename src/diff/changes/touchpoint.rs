//! Touchpoints: which there are, where they stand and happen, who is involved.

use super::grounds;
use crate::diff::delta::{Delta, Fact, Retitled, Sides, TouchpointAspect};
use crate::diff::inventory::{ChannelItem, Inventory, Site};
use crate::diff::judge::{Cause, Draft, causes_after};
use crate::diff::{Change, Impact, Kind, Value};
use crate::graph::TouchpointRef;
use crate::model::{Availability, Text};
use crate::tongue::Tongue;

pub(super) fn judge(sides: &Sides<'_>, delta: &Delta<'_, '_>, drafts: &mut Vec<Draft>) {
    let tongue = sides.tongue;
    let titles = |touchpoints: &[TouchpointRef<'_>]| tongue.quote_all(touchpoints.iter().map(|one| one.title()));
    for fact in &delta.touchpoints {
        match fact {
            Fact::Added(touchpoint) => {
                drafts.push(added(tongue, *touchpoint));
                drafts.extend(gap(tongue, *touchpoint, Kind::GapAdded, Kind::TouchpointAdded));
            }
            Fact::Removed(touchpoint) => {
                drafts.push(removed(tongue, *touchpoint));
                drafts.extend(gap(tongue, *touchpoint, Kind::GapRemoved, Kind::TouchpointRemoved));
            }
            Fact::Changed { before, after, aspects } => {
                let pair = Pair { sides, before: *before, after: *after };
                drafts.extend(aspects.iter().flat_map(|aspect| pair.changed(aspect)));
            }
            Fact::Merged { before, after } => {
                let message = tongue.touchpoints_merged(&titles(before), &tongue.quote(after.title()));
                drafts.push(Draft::new(Change::new(Kind::TouchpointsMerged, after.address(), message)));
            }
            Fact::Split { before, after } => {
                let message = tongue.touchpoint_split(&tongue.quote(before.title()), &titles(after));
                drafts.push(Draft::new(Change::new(Kind::TouchpointSplit, before.address(), message)));
            }
        }
    }
}

fn added(tongue: Tongue, touchpoint: TouchpointRef<'_>) -> Draft {
    let channels = tongue.choice(touchpoint.channel_titles());
    let via = if channels.is_empty() { String::new() } else { format!(" ({channels})") };
    let closed = if touchpoint.is_closed() { tongue.which_is_closed() } else { String::new() };
    let phase = touchpoint.phase();
    let message =
        tongue.touchpoint_added(&tongue.quote(touchpoint.title()), &via, &tongue.quote(phase.title()), &closed);
    let change = Change::new(Kind::TouchpointAdded, touchpoint.address(), message);
    Draft::caused_by(change, vec![(Kind::PhaseAdded, phase.address())])
}

fn removed(tongue: Tongue, touchpoint: TouchpointRef<'_>) -> Draft {
    let phase = touchpoint.phase();
    let message = tongue.touchpoint_removed(&tongue.quote(touchpoint.title()), &tongue.quote(phase.title()));
    let change = Change::new(Kind::TouchpointRemoved, touchpoint.address(), message);
    Draft::caused_by(change, vec![(Kind::PhaseRemoved, phase.address())])
}

/// What customers get below or above what they expect, where a touchpoint comes or goes.
fn gap(tongue: Tongue, touchpoint: TouchpointRef<'_>, kind: Kind, cause: Kind) -> Option<Draft> {
    let (expected, got) = (touchpoint.expectation()?, touchpoint.experience()?);
    let gap = touchpoint.gap().filter(|gap| *gap != 0.0 && !touchpoint.is_closed())?;
    let (title, gap_told) = (tongue.quote(touchpoint.title()), tongue.signed(gap));
    let (expected, got) = (tongue.number(expected), tongue.number(got));
    let (impact, message) = match (kind, gap < 0.0) {
        (Kind::GapRemoved, true) => (Impact::Better, tongue.gap_was_below(&title, &expected, &got, &gap_told)),
        (Kind::GapRemoved, false) => (Impact::Worse, tongue.gap_was_above(&title, &expected, &got, &gap_told)),
        (_, true) => (Impact::Worse, tongue.gap_new_below(&title, &expected, &got, &gap_told)),
        (_, false) => (Impact::Better, tongue.gap_new_above(&title, &expected, &got, &gap_told)),
    };
    let (before, after) = if kind == Kind::GapAdded { (None, Some(gap)) } else { (Some(gap), None) };
    let change = Change::new(kind, touchpoint.address(), message).values(before, after).judged(impact);
    Some(Draft::caused_by(change, vec![(cause, touchpoint.address())]))
}

/// A touchpoint in both maps.
struct Pair<'a, 'm> {
    sides: &'a Sides<'m>,
    before: TouchpointRef<'m>,
    after: TouchpointRef<'m>,
}

impl Pair<'_, '_> {
    fn changed(&self, aspect: &TouchpointAspect<'_, '_>) -> Vec<Draft> {
        let tongue = self.sides.tongue;
        let title = self.title();
        let draft = match aspect {
            TouchpointAspect::Title(how) => self.retitled(*how),
            TouchpointAspect::Phase => self.moved(),
            TouchpointAspect::Order => {
                let phase = tongue.quote(self.after.phase().title());
                self.draft(self.change(Kind::TouchpointReordered, tongue.touchpoint_reordered(&title, &phase)))
            }
            TouchpointAspect::Availability => self.availability(),
            TouchpointAspect::Channels { gained, lost, common } => {
                let changes = self.channels(gained, lost, *common).into_iter();
                return changes.map(|change| self.draft(change)).collect();
            }
            TouchpointAspect::Replacements { named, withdrawn } => {
                let mut causes = self.causes();
                causes.push((Kind::TouchpointReopened, self.after.address()));
                let is_swap = !(named.is_empty() || withdrawn.is_empty());
                let named = self.replacement(Kind::ReplacementNamed, named, is_swap);
                let withdrawn = self.replacement(Kind::ReplacementWithdrawn, withdrawn, is_swap);
                let named = named.map(|change| Draft::caused_by(change, causes.clone()));
                // One for another is one change.
                let withdrawn = withdrawn.map(|change| {
                    causes.insert(0, (Kind::ReplacementNamed, self.after.address()));
                    Draft::caused_by(change, causes)
                });
                return named.into_iter().chain(withdrawn).collect();
            }
            TouchpointAspect::Owner => {
                let owner = |touchpoint: TouchpointRef<'_>| touchpoint.owner().map(|owner| owner.value.clone());
                let (old, new) = (owner(self.before).unwrap_or_default(), owner(self.after).unwrap_or_default());
                let change = self.change(Kind::TouchpointReassigned, tongue.reassigned(&title, &new, &old));
                self.draft(change.values(Some(old), Some(new)))
            }
            TouchpointAspect::Actors => {
                let names = |texts: &[Text]| -> Vec<_> { texts.iter().map(|text| text.value.clone()).collect() };
                let (old, new) = (names(&self.before.body().actors), names(&self.after.body().actors));
                let who = |names: &[String]| if names.is_empty() { tongue.nobody() } else { tongue.list(names) };
                let change = self.change(Kind::ActorsChanged, tongue.actors(&title, &who(&new), &who(&old)));
                self.draft(change.values(Some(Value::List(old)), Some(Value::List(new))))
            }
            TouchpointAspect::Entry if self.after.is_way_in() => {
                self.draft(self.change(Kind::EntryAdded, tongue.entry_added(&title)))
            }
            TouchpointAspect::Entry => self.draft(self.change(Kind::EntryRemoved, tongue.entry_removed(&title))),
            // Judged with the ratings.
            TouchpointAspect::Expectation
            | TouchpointAspect::Experience
            | TouchpointAspect::Effort
            | TouchpointAspect::Duration
            | TouchpointAspect::Wait => return Vec::new(),
        };
        vec![draft]
    }

    fn title(&self) -> String {
        self.sides.tongue.quote(self.after.title())
    }

    fn change(&self, kind: Kind, message: String) -> Change {
        Change::new(kind, self.after.address(), message)
    }

    fn causes(&self) -> Vec<Cause> {
        causes_after(self.sides, Site::Touchpoint(self.after.index().0))
    }

    fn draft(&self, change: Change) -> Draft {
        Draft::caused_by(change, self.causes())
    }

    fn retitled(&self, how: Retitled) -> Draft {
        let tongue = self.sides.tongue;
        let (old, new) = (tongue.quote(self.before.title()), self.title());
        let (kind, message) = match how {
            Retitled::Renamed => (Kind::TouchpointRenamed, tongue.renamed(&old, &new)),
            Retitled::Inferred(clues) => {
                (Kind::TouchpointRenamed, tongue.inferred(&old, &new, &grounds(tongue, clues)))
            }
            Retitled::Reworded => (Kind::WordingChanged, tongue.reads(&old, &new)),
        };
        let mut causes =
            vec![(Kind::TouchpointsMerged, self.after.address()), (Kind::TouchpointSplit, self.before.address())];
        causes.extend(self.causes());
        let change = self.change(kind, message);
        Draft::caused_by(change.values(Some(self.before.title()), Some(self.after.title())), causes)
    }

    fn moved(&self) -> Draft {
        let tongue = self.sides.tongue;
        let (from, to) = (self.before.phase(), self.after.phase());
        let message = tongue.touchpoint_moved(&self.title(), &tongue.quote(from.title()), &tongue.quote(to.title()));
        let change = self.change(Kind::TouchpointMoved, message).values(Some(from.id()), Some(to.id()));
        let mut causes = vec![(Kind::PhaseRemoved, from.address()), (Kind::PhaseAdded, to.address())];
        causes.extend(self.causes());
        Draft::caused_by(change, causes)
    }

    fn availability(&self) -> Draft {
        let tongue = self.sides.tongue;
        let (old, new) = (self.before.availability(), self.after.availability());
        let (kind, by_channel) = match (old, new) {
            (_, Availability::Unavailable) => (Kind::TouchpointClosed, Kind::ChannelClosed),
            (Availability::Unavailable, _) => (Kind::TouchpointReopened, Kind::ChannelReopened),
            (_, Availability::Limited) => (Kind::TouchpointLimited, Kind::ChannelLimited),
            (_, Availability::Available) => (Kind::TouchpointRestored, Kind::ChannelRestored),
        };
        let is_worse = new > old;
        let shut = if is_worse { shut(&self.sides.after, self.after) } else { shut(&self.sides.before, self.before) };
        let message = if is_worse && !shut.is_empty() {
            let channels: Vec<_> = shut.iter().filter_map(|&at| self.sides.after.channels.get(at)).collect();
            let names = tongue.quote_all(channels.iter().map(|channel| channel.title));
            let are_closed = channels.iter().all(|channel| channel.availability() == Availability::Unavailable);
            let told = if are_closed { Tongue::channels_closed } else { Tongue::channels_limited };
            let reason = told(tongue, channels.len(), &names);
            match new {
                Availability::Unavailable => tongue.closed_because(&self.title(), &reason),
                _ => tongue.limited_because(&self.title(), &reason),
            }
        } else {
            tongue.touchpoint_status(&self.title(), &tongue.happens(new, self.after.body().status.as_deref()))
        };
        let channels = &self.sides.matching.channels;
        let on_after = |at: usize| if is_worse { Some(at) } else { channels.after_of(at) };
        let addresses = shut.iter().filter_map(|&at| Some(self.sides.after.channels.get(on_after(at)?)?.address()));
        // A touchpoint with several channels is only limited when one of them closes.
        let all = if is_worse { Kind::ChannelClosed } else { Kind::ChannelReopened };
        let causes = addresses.flat_map(|address| [by_channel, all].map(|kind| (kind, address.clone()))).collect();
        Draft::caused_by(self.change(kind, message).values(Some(old.as_str()), Some(new.as_str())), causes)
    }

    fn channels(&self, gained: &[&ChannelItem<'_>], lost: &[&ChannelItem<'_>], common: bool) -> Vec<Change> {
        let tongue = self.sides.tongue;
        let titles = |channels: &[&ChannelItem<'_>]| tongue.quote_any(channels.iter().map(|channel| channel.title));
        let (new, old) = (titles(gained), titles(lost));
        let all = |touchpoint: TouchpointRef<'_>| {
            Some(Value::List(touchpoint.channel_titles().map(ToOwned::to_owned).collect()))
        };
        let change = |kind, message| self.change(kind, message).values(all(self.before), all(self.after));
        if !common {
            return vec![change(Kind::TouchpointRechannelled, tongue.rechannelled(&self.title(), &new, &old))];
        }
        let mut changes = Vec::new();
        if !gained.is_empty() {
            changes.push(change(Kind::TouchpointChannelAdded, tongue.gained_channel(&self.title(), &new)));
        }
        if !lost.is_empty() {
            changes.push(change(Kind::TouchpointChannelRemoved, tongue.lost_channel(&self.title(), &old)));
        }
        changes
    }

    /// A replacement that comes and goes with the closing does what it is there for; one that comes or goes while the
    /// touchpoint is closed makes the difference between somewhere to go and nowhere, unless it takes the place of another.
    fn replacement(&self, kind: Kind, places: &[TouchpointRef<'_>], is_swap: bool) -> Option<Change> {
        if places.is_empty() {
            return None;
        }
        let tongue = self.sides.tongue;
        let names = tongue.quote_any(places.iter().map(|place| place.title()));
        let ids = Value::List(places.iter().map(|place| place.id().to_owned()).collect());
        let is_named = kind == Kind::ReplacementNamed;
        let message = match (is_named, self.after.is_closed()) {
            (true, true) => tongue.goes_instead(&self.title(), &names),
            (true, false) => tongue.would_go_instead(&self.title(), &names),
            (false, _) => tongue.goes_no_longer(&self.title(), &names),
        };
        let (old, new) = if is_named { (None, Some(ids)) } else { (Some(ids), None) };
        let change = self.change(kind, message).values(old, new);
        let impact = if is_named { Impact::Better } else { Impact::Worse };
        let matters = self.before.is_closed() && self.after.is_closed() && !is_swap;
        Some(if matters { change.judged(impact) } else { change })
    }
}

/// The channels that keep a touchpoint from being open as usual; none where its own status is written.
fn shut(side: &Inventory<'_>, touchpoint: TouchpointRef<'_>) -> Vec<usize> {
    if touchpoint.body().status.as_ref().is_some_and(|status| status.level.is_some()) {
        return Vec::new();
    }
    let is_shut = |channel: &ChannelItem<'_>| channel.availability() != Availability::Available;
    side.channels_of(touchpoint).into_iter().filter(|&at| side.channels.get(at).is_some_and(is_shut)).collect()
}
