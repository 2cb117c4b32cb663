//! The comparison in one paragraph: what changed for the customer, in plain words and with counts.

use std::cmp::Reverse;
use std::collections::HashSet;

use super::State;
use crate::diff::changes::words::{capital, counted, list, quote, signed};
use crate::diff::delta::{Sides, shortfall};
use crate::diff::inventory::FrictionItem;
use crate::diff::unsolved::unsolved;
use crate::diff::{Change, Impact, Kind, Options};
use crate::model::Journey;

/// The paragraph.
pub(super) fn headline(before: &State<'_>, after: &State<'_>, changes: &[Change]) -> String {
    let sides = Sides::of(before.map, after.map, Options::default());
    let told = Told { sides: &sides, changes, all: changes.iter().flat_map(Change::flat).collect() };
    let sentences = [
        Some(told.balance()),
        told.closings(),
        told.touchpoints(),
        told.moments(),
        told.new_friction(),
        told.known_friction(),
        told.satisfaction(),
    ];
    let sentences = sentences.into_iter().flatten().map(|sentence| format!("{}.", capital(&sentence)));
    sentences.collect::<Vec<_>>().join(" ")
}

struct Told<'a, 'm> {
    sides: &'a Sides<'m>,
    changes: &'a [Change],
    /// The changes with all that they bring about.
    all: Vec<&'a Change>,
}

impl<'a> Told<'a, '_> {
    fn of(&self, kind: Kind) -> Vec<&'a Change> {
        self.all.iter().copied().filter(|change| change.kind == kind).collect()
    }

    fn count(&self, kind: Kind) -> usize {
        self.of(kind).len()
    }

    /// For whom, through what, and how much of it is bad.
    fn balance(&self) -> String {
        let count = |impact| self.changes.iter().filter(|change| change.impact == impact).count();
        let (before, after) = (self.sides.before.map.journey(), self.sides.after.map.journey());
        let persona = |journey: &Journey| journey.persona.as_ref()?.name.as_ref().map(|name| name.value.clone());
        let who = persona(after).filter(|who| persona(before).as_ref() == Some(who));
        let whom = who.map_or_else(|| "for customers".to_owned(), |who| format!("for {who}"));
        let world = |journey: &Journey| journey.situation.as_ref()?.name.as_ref().map(|name| quote(name));
        let cause = match (world(before), world(after)) {
            (before, Some(now)) if before.as_ref() != Some(&now) => Some(now),
            (Some(once), None) => Some(format!("the end of {once}")),
            _ => None,
        };
        let (worse, better) = (count(Impact::Worse), count(Impact::Better));
        // Words beside digits read badly.
        let say = |count: usize| if worse.max(better) > 12 { count.to_string() } else { counted(count) };
        let things = |count| format!("{} thing{}", say(count), if count == 1 { "" } else { "s" });
        let balance = match (worse, better) {
            (0, 0) => return format!("{whom}, nothing becomes worse or better"),
            (worse, 0) => format!("{} worse and nothing better", things(worse)),
            (0, better) => format!("{} better and nothing worse", things(better)),
            (worse, better) => format!("{} worse and {} better", things(worse), say(better)),
        };
        match cause {
            Some(cause) => format!("{whom}, {cause} makes {balance}"),
            None => format!("{whom}, the change makes {balance}"),
        }
    }

    /// What closes.
    fn closings(&self) -> Option<String> {
        let channels = self.of(Kind::ChannelClosed);
        let touchpoints = self.of(Kind::TouchpointClosed);
        let channel = |change: &&Change| {
            let found = self.sides.after.channels.iter().find(|channel| channel.address() == change.address)?;
            Some(quote(found.title))
        };
        let touchpoint = |change: &&Change| {
            let found =
                self.sides.after.touchpoints.iter().find(|touchpoint| touchpoint.address() == change.address)?;
            Some(quote(&found.body().title))
        };
        let close = |count| if count == 1 { "closes" } else { "close" };
        match (named(&channels, channel, "channel"), named(&touchpoints, touchpoint, "touchpoint")) {
            (Some(told), Some(echo)) => Some(format!(
                "{told} {}, and {echo} {}",
                close(channels.len()),
                if touchpoints.len() == 1 { "does, too" } else { "do, too" }
            )),
            (Some(told), None) => Some(format!("{told} {}", close(channels.len()))),
            (None, Some(told)) => Some(format!("{told} {}", close(touchpoints.len()))),
            (None, None) => None,
        }
    }

    /// What comes, goes and changes otherwise.
    fn touchpoints(&self) -> Option<String> {
        let parts = [
            (Kind::TouchpointAdded, "is new", "are new"),
            (Kind::TouchpointRemoved, "is gone", "are gone"),
            (Kind::TouchpointReopened, "is open again", "are open again"),
            (Kind::TouchpointRechannelled, "changes channel", "change channel"),
            (Kind::TouchpointMoved, "moves to another phase", "move to other phases"),
        ];
        let told =
            enumerated(parts.map(|(kind, one, many)| (self.count(kind), one, many)), "touchpoint", "touchpoints");
        let needs = self.count(Kind::NeedAdded);
        let plural = if needs == 1 { "" } else { "s" };
        let needs = (needs > 0).then(|| format!("customers have {} new need{plural}", counted(needs)));
        match (told, needs) {
            (Some(told), Some(needs)) => Some(format!("{told}; {needs}")),
            (told, needs) => told.or(needs),
        }
    }

    fn moments(&self) -> Option<String> {
        let parts = [
            (Kind::MomentLost, "is lost", "are lost"),
            (Kind::MomentGained, "is new", "are new"),
            (Kind::MomentMoved, "moves to another touchpoint", "move to other touchpoints"),
        ];
        enumerated(parts.map(|(kind, one, many)| (self.count(kind), one, many)), "moment of truth", "moments of truth")
    }

    fn new_friction(&self) -> Option<String> {
        let added = self.of(Kind::FrictionAdded).into_iter().filter(|change| change.impact != Impact::Neutral);
        let added: HashSet<_> = added.map(|change| &change.address).collect();
        let told = enumerated([(added.len(), "is new", "are new")], "friction point", "friction points")?;
        let after = &self.sides.after;
        let is_new = |friction: &&FrictionItem<'_>| added.contains(&friction.address);
        let worst = after.friction.iter().filter(is_new).min_by_key(|friction| Reverse(friction.body.severity()))?;
        let worst = format!("{} ({})", quote(worst.title()), worst.body.severity());
        let open = unsolved(after).iter().filter(|friction| added.contains(&friction.address)).count();
        Some(match (added.len(), open) {
            (1, 0) => format!("{told}, {worst}"),
            (1, _) => format!("{told}, {worst}, and has no solution yet"),
            (_, 0) => format!("{told}, the worst being {worst}"),
            (_, 1) => format!("{told}, the worst being {worst}, and one of them has no solution yet"),
            _ => format!("{told}, the worst being {worst}, and {} of them have no solution yet", counted(open)),
        })
    }

    fn known_friction(&self) -> Option<String> {
        let parts = [
            (Kind::FrictionReopened, "is back", "are back"),
            (Kind::FrictionWorsened, "is worse than before", "are worse than before"),
            (Kind::FrictionEased, "is eased", "are eased"),
            (Kind::FrictionResolved, "is resolved", "are resolved"),
        ];
        let parts = parts.map(|(kind, one, many)| (self.count(kind), one, many));
        enumerated(parts, "known friction point", "known friction points")
    }

    /// Where customers are left further below what they expect, and where less far.
    fn satisfaction(&self) -> Option<String> {
        let pairs = self.sides.matching.touchpoints.kept().filter_map(|(before, after, _)| {
            Some((self.sides.before.touchpoints.get(before)?, self.sides.after.touchpoints.get(after)?))
        });
        let shifts =
            pairs.filter_map(|(before, after)| Some((before, after, shortfall(*after)? - shortfall(*before)?)));
        let (further, less): (Vec<_>, Vec<_>) =
            shifts.filter(|(.., shift)| shift.abs() > 1e-9).partition(|(.., shift)| *shift > 0.0);
        let at =
            |count| if count == 1 { "one touchpoint".to_owned() } else { format!("{} touchpoints", counted(count)) };
        let worst = further.iter().max_by(|(.., one), (.., other)| one.total_cmp(other));
        let worst = worst.and_then(|(before, after, _)| {
            let gaps = format!("gap {} → {}", signed(before.gap()?), signed(after.gap()?));
            let most = if further.len() == 1 { "" } else { "most of all " };
            Some(format!("{most}at {} ({gaps})", quote(&after.body().title)))
        });
        match (further.len(), less.len()) {
            (0, 0) => None,
            (0, less) => Some(format!("customers come closer to what they expect at {}", at(less))),
            (further, less) => {
                let head = if further == 1 { String::new() } else { format!("at {}, ", at(further)) };
                let tail = (less > 0).then(|| format!("; at {} they come closer to it", counted(less)));
                let worst = worst.unwrap_or_default();
                Some(format!(
                    "customers are left further below what they expect {head}{worst}{}",
                    tail.unwrap_or_default()
                ))
            }
        }
    }
}

/// `the channel “Agency”` or `three channels`; one thing is named.
fn named(changes: &[&Change], title: impl Fn(&&Change) -> Option<String>, noun: &str) -> Option<String> {
    match changes {
        [] => None,
        [one] => Some(format!("the {noun} {}", title(one).unwrap_or_default())),
        several => Some(format!("{} {noun}s", counted(several.len()))),
    }
}

/// `two touchpoints are new, one is gone`; the noun stands once.
fn enumerated<const N: usize>(parts: [(usize, &str, &str); N], noun: &str, nouns: &str) -> Option<String> {
    let parts = parts.into_iter().filter(|(count, ..)| *count > 0).enumerate();
    let told = parts.map(|(at, (count, one, many))| {
        let noun = if at > 0 { String::new() } else { format!(" {}", if count == 1 { noun } else { nouns }) };
        format!("{}{noun} {}", counted(count), if count == 1 { one } else { many })
    });
    let told: Vec<_> = told.collect();
    (!told.is_empty()).then(|| list(told))
}
