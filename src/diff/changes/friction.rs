//! Friction points.

use std::cmp::Reverse;

use super::grounds;
use crate::diff::delta::{Delta, Fact, FrictionAspect, Retitled, Sides};
use crate::diff::inventory::{ChannelItem, FrictionItem, Inventory, Site};
use crate::diff::judge::{Draft, causes_after, causes_before};
use crate::diff::{Change, Impact, Kind, Value};
use crate::model::FrictionStatus::{Mitigated, Resolved};
use crate::model::{Availability, Severity};
use crate::tongue::Tongue;

pub(super) fn judge(sides: &Sides<'_>, delta: &Delta<'_, '_>, drafts: &mut Vec<Draft>) {
    let tongue = sides.tongue;
    let mut facts: Vec<_> = delta.friction.iter().collect();
    facts.sort_by_key(|fact| Reverse(severity(fact)));
    for fact in facts {
        match fact {
            Fact::Added(friction) => {
                let change = added(tongue, &sides.after, friction);
                drafts.push(Draft::caused_by(change, causes_after(sides, friction.site)));
            }
            Fact::Removed(friction) => {
                let change = removed(tongue, &sides.before, friction);
                drafts.push(Draft::caused_by(change, causes_before(sides, friction.site)));
            }
            Fact::Changed { before, after, aspects } => {
                let changes = changed(sides, before, after, aspects).into_iter();
                drafts.extend(changes.map(|change| Draft::caused_by(change, causes_after(sides, after.site))));
            }
            // Friction points do not merge.
            Fact::Merged { .. } | Fact::Split { .. } => {}
        }
    }
}

fn severity(fact: &Fact<&FrictionItem<'_>, FrictionAspect<'_>>) -> Option<Severity> {
    match fact {
        Fact::Added(friction) | Fact::Removed(friction) => Some(friction.body.severity()),
        Fact::Changed { before, after, .. } => Some(before.body.severity().max(after.body.severity())),
        Fact::Merged { .. } | Fact::Split { .. } => None,
    }
}

/// “The premium is due” at “I pay”
fn located(tongue: Tongue, side: &Inventory<'_>, friction: &FrictionItem<'_>) -> String {
    format!("{} {}", tongue.quote(friction.title()), place(tongue, side, friction))
}

/// at “I pay”; throughout the phase “Pay”
fn place(tongue: Tongue, side: &Inventory<'_>, friction: &FrictionItem<'_>) -> String {
    let title = side.site_title(friction.site).map(|title| tongue.quote(title)).unwrap_or_default();
    if matches!(friction.site, Site::Phase(_)) { tongue.throughout(&title) } else { tongue.at(&title) }
}

fn added(tongue: Tongue, side: &Inventory<'_>, friction: &FrictionItem<'_>) -> Change {
    let body = friction.body;
    let reach = body.reach.map(|reach| tongue.hits(&tongue.percentage(reach.value.0))).unwrap_or_default();
    let weight = format!("{}{reach}{}", tongue.told_severity(body.severity()), tongue.dealt_with(body.status()));
    let reason = tongue.because(body.because.as_ref().map(|reason| reason.as_str()));
    let message = tongue.friction_added(&weight, &located(tongue, side, friction), &reason);
    let impact = if body.status() == Resolved { Impact::Neutral } else { Impact::Worse };
    Change::new(Kind::FrictionAdded, friction.address.clone(), message).judged(impact)
}

fn removed(tongue: Tongue, side: &Inventory<'_>, friction: &FrictionItem<'_>) -> Change {
    let message = tongue.friction_removed(&located(tongue, side, friction));
    let impact = if friction.body.status() == Resolved { Impact::Neutral } else { Impact::Better };
    Change::new(Kind::FrictionRemoved, friction.address.clone(), message).judged(impact)
}

fn changed(
    sides: &Sides<'_>,
    before: &FrictionItem<'_>,
    after: &FrictionItem<'_>,
    aspects: &[FrictionAspect<'_>],
) -> Vec<Change> {
    let tongue = sides.tongue;
    let change = |kind, message| Change::new(kind, after.address.clone(), message);
    let name = located(tongue, &sides.after, after);
    let (old, new) = (tongue.quote(before.title()), tongue.quote(after.title()));
    let mut changes = Vec::new();
    for aspect in aspects {
        match aspect {
            FrictionAspect::Title(how) => {
                let (kind, message) = match how {
                    Retitled::Renamed => (Kind::FrictionRenamed, tongue.friction_renamed(&old, &new)),
                    Retitled::Inferred(clues) => {
                        (Kind::FrictionRenamed, tongue.friction_inferred(&old, &new, &grounds(tongue, *clues)))
                    }
                    Retitled::Reworded => (Kind::WordingChanged, tongue.friction_renamed(&old, &new)),
                };
                changes.push(change(kind, message).values(Some(before.title()), Some(after.title())));
            }
            FrictionAspect::Place => {
                let (from, to) = (place(tongue, &sides.before, before), place(tongue, &sides.after, after));
                changes.push(change(Kind::FrictionMoved, tongue.friction_moved(&new, &to, &from)));
            }
            FrictionAspect::Spread(places) => {
                let places = tongue.quote_all(places.iter().map(|place| place.title()));
                changes.push(change(Kind::FrictionSpread, tongue.friction_spread(&name, &places)));
            }
            FrictionAspect::Contained(places) => {
                let places = tongue.quote_all(places.iter().map(|place| place.title()));
                changes.push(change(Kind::FrictionContained, tongue.friction_contained(&name, &places)));
            }
            // Told together, below.
            FrictionAspect::Status | FrictionAspect::Severity | FrictionAspect::Reach => {}
        }
    }
    let pair = Pair { tongue, before, after, name, turned: turned_channel(sides, before, after) };
    changes.extend(pair.turn());
    changes.extend(pair.weight());
    changes
}

/// The first channel of the touchpoint of a friction point that was open and is closed (true), or the other way round.
fn turned_channel<'m>(
    sides: &Sides<'m>,
    before: &FrictionItem<'m>,
    after: &FrictionItem<'m>,
) -> Option<(&'m str, bool)> {
    let (old, new) = (sides.before.touchpoint_at(before.site)?, sides.after.touchpoint_at(after.site)?);
    let is_shut = |channel: &ChannelItem<'_>| channel.availability() == Availability::Unavailable;
    let used = sides.before.channels_of(old);
    sides.after.channels_of(new).into_iter().find_map(|at| {
        let was = sides.matching.channels.before_of(at).filter(|was| used.contains(was))?;
        let (was, is) = (sides.before.channels.get(was)?, sides.after.channels.get(at)?);
        (is_shut(was) != is_shut(is)).then_some((is.title, is_shut(is)))
    })
}

/// A friction point in both maps.
struct Pair<'a, 'm> {
    tongue: Tongue,
    before: &'a FrictionItem<'m>,
    after: &'a FrictionItem<'m>,
    name: String,
    /// A channel of its touchpoint that closed (true) or opened (false) meanwhile: who is hit depends on who comes there.
    turned: Option<(&'m str, bool)>,
}

/// What got worse or better of a friction point: in words, before and after.
type Shift = (String, Value, Value);

impl Pair<'_, '_> {
    fn change(&self, kind: Kind, message: String) -> Change {
        Change::new(kind, self.after.address.clone(), message)
    }

    /// Whether it is resolved now, or back.
    fn turn(&self) -> Option<Change> {
        let (was, is) = (self.before.body.status(), self.after.body.status());
        let (kind, message) = match (was == Resolved, is == Resolved) {
            (false, true) => {
                let reason = self.after.body.because.as_ref().map(|text| text.as_str());
                (Kind::FrictionResolved, self.tongue.friction_resolved(&self.name, &self.tongue.because(reason)))
            }
            (true, false) => (Kind::FrictionReopened, self.tongue.friction_reopened(&self.name)),
            _ => return None,
        };
        Some(self.change(kind, message).values(Some(was.as_str()), Some(is.as_str())))
    }

    /// What became of its status, severity and reach: one change for all that got worse, one for all that got better.
    fn weight(&self) -> Vec<Change> {
        let tongue = self.tongue;
        let (old, new) = (self.before.body, self.after.body);
        let (mut worse, mut better): (Vec<Shift>, Vec<Shift>) = (Vec::new(), Vec::new());
        let (was, is) = (old.status(), new.status());
        if was != is && was != Resolved && is != Resolved {
            let words = if is == Mitigated { tongue.is_mitigated() } else { tongue.is_not_mitigated() };
            let side = if is == Mitigated { &mut better } else { &mut worse };
            side.push((words, was.as_str().into(), is.as_str().into()));
        }
        let (was, is) = (old.severity(), new.severity());
        if was != is {
            let words = tongue.is_severity(&tongue.told_severity(is), &tongue.told_severity(was));
            let side = if is > was { &mut worse } else { &mut better };
            side.push((words, was.as_str().into(), is.as_str().into()));
        }
        if let (Some(was), Some(is)) = (old.reach.map(|reach| reach.0), new.reach.map(|reach| reach.0))
            && (was - is).abs() > 1e-9
        {
            let words = tongue.now_hits(&tongue.percentage(is), &tongue.percentage(was));
            let side = if is > was { &mut worse } else { &mut better };
            side.push((words, was.into(), is.into()));
        }
        let sides = [(Kind::FrictionWorsened, worse), (Kind::FrictionEased, better)].into_iter();
        sides.filter(|(_, shifts)| !shifts.is_empty()).map(|(kind, shifts)| self.shifted(kind, &shifts)).collect()
    }

    fn shifted(&self, kind: Kind, shifts: &[Shift]) -> Change {
        let words = self.tongue.list(shifts.iter().map(|(words, ..)| words));
        let turned = self.turned.filter(|_| self.before.body.status() == self.after.body.status());
        let (message, is_moot) = match (kind, turned) {
            (Kind::FrictionEased, Some((channel, true))) => {
                (self.tongue.friction_while_closed(&self.name, &words, &self.tongue.quote(channel)), true)
            }
            (Kind::FrictionWorsened, Some((channel, false))) => {
                (self.tongue.friction_since_open(&self.name, &words, &self.tongue.quote(channel)), true)
            }
            _ => (self.tongue.friction_is(&self.name, &words), false),
        };
        let (before, after) = match shifts {
            [(_, before, after)] => (before.clone(), after.clone()),
            several => (
                Value::List(several.iter().map(|(_, before, _)| before.to_string()).collect()),
                Value::List(several.iter().map(|(.., after)| after.to_string()).collect()),
            ),
        };
        let change = self.change(kind, message).values(Some(before), Some(after));
        // What nobody meets has not become better, nor worse when somebody can again.
        if is_moot { change.judged(Impact::Neutral) } else { change }
    }
}
