//! The comparison in one paragraph: what changed for the customer, in plain words and with counts.

use super::State;
use super::facts::is_felt;
use crate::diff::changes::words::{count_of, list, quote, signed};
use crate::diff::delta::on_scale;
use crate::diff::inventory::Inventory;
use crate::diff::{Change, Impact, Kind};
use crate::graph::TouchpointRef;

/// The paragraph.
pub(super) fn headline(before: &State<'_>, after: &State<'_>, changes: &[Change]) -> String {
    let all: Vec<&Change> = changes.iter().flat_map(Change::flat).collect();
    let told = Told { after, all: &all };
    let sentences = [told.balance(before), told.journey(), told.moments(), told.friction(), told.satisfaction()];
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

struct Told<'a, 'm> {
    after: &'a State<'m>,
    all: &'a [&'a Change],
}

impl Told<'_, '_> {
    fn of(&self, kind: Kind) -> Vec<&Change> {
        self.all.iter().copied().filter(|change| change.kind == kind).collect()
    }

    fn count(&self, kind: Kind) -> usize {
        self.of(kind).len()
    }

    /// For whom, since when, and how much of it is bad.
    fn balance(&self, before: &State<'_>) -> Option<String> {
        let count = |impact| self.all.iter().filter(|change| change.impact == impact).count();
        let journey = self.after.map.journey();
        let name = |state: &State<'_>| {
            let persona = state.map.journey().persona.as_ref()?.name.as_ref()?;
            Some(persona.value.clone())
        };
        let who = name(self.after).filter(|who| name(before).as_ref() == Some(who));
        let whom = who.map_or_else(|| "For customers".to_owned(), |who| format!("For {who}"));
        let situation = journey.situation.as_ref().and_then(|situation| situation.name.as_ref());
        let world = situation.map(|name| format!(" in the {}", quote(name))).unwrap_or_default();
        let shown = self.all.iter().filter(|change| !change.kind.is_detail()).count();
        Some(match (count(Impact::Worse), count(Impact::Better)) {
            (0, 0) if shown == 0 => format!("{whom}{world}, nothing changes but words and details."),
            (0, 0) => format!("{whom}{world}, {} neither worse nor better.", things(shown, "change is", "changes are")),
            (worse, 0) => {
                format!("{whom}{world}, {} and nothing better.", things(worse, "thing is worse", "things are worse"))
            }
            (0, better) => {
                format!("{whom}{world}, {} and nothing worse.", things(better, "thing is better", "things are better"))
            }
            (worse, better) => {
                format!("{whom}{world}, {} and {better} better.", things(worse, "thing is worse", "things are worse"))
            }
        })
    }

    fn journey(&self) -> Option<String> {
        let mut parts = Vec::new();
        let channels = self.of(Kind::ChannelClosed);
        if !channels.is_empty() {
            parts.push(things(channels.len(), "channel closes", "channels close"));
        }
        for (kind, one, many) in [
            (Kind::TouchpointClosed, "touchpoint closes", "touchpoints close"),
            (Kind::TouchpointReopened, "touchpoint reopens", "touchpoints reopen"),
            (Kind::TouchpointRemoved, "touchpoint is gone", "touchpoints are gone"),
            (Kind::TouchpointAdded, "touchpoint is new", "touchpoints are new"),
            (Kind::TouchpointRechannelled, "touchpoint changes channel", "touchpoints change channel"),
            (Kind::NeedAdded, "need is new", "needs are new"),
        ] {
            let count = self.count(kind);
            if count > 0 {
                parts.push(things(count, one, many));
            }
        }
        (!parts.is_empty()).then(|| format!("{}.", list(parts)))
    }

    fn moments(&self) -> Option<String> {
        let lost = self.of(Kind::MomentLost).len();
        let parts = [
            (lost, "is lost", "are lost"),
            (self.count(Kind::MomentGained), "is new", "are new"),
            (self.count(Kind::MomentMoved), "moves to another touchpoint", "move to other touchpoints"),
        ];
        let parts: Vec<_> = parts.into_iter().filter(|(count, ..)| *count > 0).collect();
        let (first, rest) = parts.split_first()?;
        let told =
            |&(count, one, many): &(usize, &str, &str)| format!("{count} {}", if count == 1 { one } else { many });
        let head = format!(
            "{} {}",
            count_of(first.0, "moment of truth")
                .replace("truths", "truth")
                .replace("moment of truth", if first.0 == 1 { "moment of truth" } else { "moments of truth" }),
            if first.0 == 1 { first.1 } else { first.2 }
        );
        Some(format!("{}.", list(std::iter::once(head).chain(rest.iter().map(told)))))
    }

    fn friction(&self) -> Option<String> {
        let new: Vec<_> =
            self.of(Kind::FrictionAdded).into_iter().filter(|change| change.impact != Impact::Neutral).collect();
        let eased = self.count(Kind::FrictionResolved);
        let worse = self.count(Kind::FrictionWorsened) + self.count(Kind::FrictionReopened);
        let mut parts = Vec::new();
        if !new.is_empty() {
            let count = things(new.len(), "friction point is new", "friction points are new");
            let inventory = Inventory::of(self.after.map);
            let is_new = |address: &crate::graph::Address| new.iter().any(|change| change.address == *address);
            let points = inventory.friction.iter().filter(|friction| is_new(&friction.address) && is_felt(friction));
            let worst = points.min_by_key(|friction| std::cmp::Reverse(friction.body.severity()));
            let worst =
                worst.map(|worst| format!(", the worst being {} ({})", quote(worst.title()), worst.body.severity()));
            parts.push(format!("{count}{}", worst.unwrap_or_default()));
        }
        if worse > 0 {
            parts.push(things(worse, "is worse than it was", "are worse than they were"));
        }
        if eased > 0 {
            parts.push(things(eased, "is resolved", "are resolved"));
        }
        (!parts.is_empty()).then(|| format!("{}.", list(parts)))
    }

    fn satisfaction(&self) -> Option<String> {
        let further = self.below(Impact::Worse);
        let closer = self.below(Impact::Better);
        let mut parts = Vec::new();
        if !further.is_empty() {
            let worst = further.iter().filter_map(|touchpoint| {
                Some((
                    *touchpoint,
                    on_scale(touchpoint.expectation()?, self.after.map)
                        - on_scale(touchpoint.experience()?, self.after.map),
                ))
            });
            let worst = worst.max_by(|(_, one), (_, other)| one.total_cmp(other)).and_then(|(touchpoint, _)| {
                Some(format!(", furthest at {} (gap {})", quote(&touchpoint.body().title), signed(touchpoint.gap()?)))
            });
            parts.push(format!(
                "Customers are left further below their expectations at {}{}",
                count_of(further.len(), "touchpoint"),
                worst.unwrap_or_default()
            ));
        }
        if !closer.is_empty() {
            parts.push(format!("less far at {}", closer.len()));
        }
        (!parts.is_empty()).then(|| format!("{}.", parts.join("; ")))
    }

    /// The touchpoints of the after side where satisfaction fell or rose.
    fn below(&self, impact: Impact) -> Vec<TouchpointRef<'_>> {
        let kinds = [Kind::ExpectationRaised, Kind::ExpectationLowered, Kind::GapWidened, Kind::GapNarrowed];
        let judged = |touchpoint: &TouchpointRef<'_>| {
            let address = touchpoint.address();
            self.all
                .iter()
                .any(|change| kinds.contains(&change.kind) && change.impact == impact && change.address == address)
        };
        self.after.map.touchpoints().filter(judged).collect()
    }
}

fn things(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
