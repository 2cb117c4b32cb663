//! The comparison in one paragraph: what changed for the customer, in plain words and with counts.

use std::collections::HashSet;

use crate::diff::delta::{Sides, persona, shortfall, situation};
use crate::diff::inventory::FrictionItem;
use crate::diff::judge::is_mere_comparison;
use crate::diff::phrases::capital;
use crate::diff::unsolved::unsolved;
use crate::diff::{Change, Impact, Kind};
use crate::graph::{Address, Map};
use crate::model::SolutionStatus;
use crate::tongue::Tongue;

/// The paragraph.
pub(super) fn gist(sides: &Sides<'_>, changes: &[Change]) -> String {
    let all = changes.iter().flat_map(Change::flat).filter(|change| change.accepted.is_none()).collect();
    let told = Told { sides, tongue: sides.tongue, changes, all };
    let sentences = [
        Some(told.balance()),
        told.end(),
        told.closings(),
        told.touchpoints(),
        told.moments(),
        told.new_friction(),
        told.known_friction(),
        told.solutions(),
        told.promises(),
        told.satisfaction(),
        told.arrivals(),
    ];
    let sentences = sentences.into_iter().flatten().map(|sentence| format!("{}.", capital(&sentence)));
    sentences.collect::<Vec<_>>().join(" ")
}

struct Told<'a, 'm> {
    sides: &'a Sides<'m>,
    tongue: Tongue,
    changes: &'a [Change],
    /// The changes with all that they bring about, without accepted ones.
    all: Vec<&'a Change>,
}

/// The noun and the verb of a phrase, by how many things they are about.
type Counted = fn(Tongue, usize) -> String;

impl<'a> Told<'a, '_> {
    fn of(&self, kind: Kind) -> Vec<&'a Change> {
        self.all.iter().copied().filter(|change| change.kind == kind).collect()
    }

    fn count(&self, kind: Kind) -> usize {
        self.of(kind).len()
    }

    /// For whom, through what, and how much of it is bad.
    fn balance(&self) -> String {
        let tongue = self.tongue;
        let (before, after) = (self.sides.before.map.journey(), self.sides.after.map.journey());
        if is_mere_comparison(self.sides) {
            let [one, other] = [self.sides.before.map, self.sides.after.map].map(|map| who_or_what(tongue, map));
            return tongue.comparison_of(&one, &other);
        }
        let count = |impact: Impact| {
            self.changes.iter().filter(|change| change.impact == impact && change.accepted.is_none()).count()
        };
        let who = persona(after).filter(|who| persona(before) == Some(who));
        // “Nadia, hairdresser” is an aside, which ends with a comma.
        let comma = |who: &str| if who.contains(',') && tongue == Tongue::Dutch { "," } else { "" };
        let whom = who
            .map_or_else(|| tongue.for_customers(), |who| tongue.for_persona(&format!("{}{}", who.trim(), comma(who))));
        let world = |journey| situation(journey).map(|name| tongue.quote(name));
        let cause = match (world(before), world(after)) {
            (before, Some(now)) if before.as_ref() != Some(&now) => now,
            (Some(once), None) => tongue.the_end_of(&once),
            _ => tongue.the_change(),
        };
        let (worse, better) = (count(Impact::Worse), count(Impact::Better));
        // Words beside digits read badly.
        let in_words = worse.max(better) <= 12;
        let say = |count: usize| if in_words { tongue.counted(count) } else { count.to_string() };
        let things = |count: usize| {
            if in_words || count == 1 { tongue.things(count) } else { tongue.things_in_digits(&count.to_string()) }
        };
        let balance = match (worse, better) {
            (0, 0) => return tongue.no_verdict(&whom),
            (worse, 0) => tongue.only_worse(&things(worse)),
            (0, better) => tongue.only_better(&things(better)),
            (worse, better) => tongue.worse_and_better(&things(worse), &say(better)),
        };
        tongue.balance(&whom, &cause, &balance)
    }

    fn end(&self) -> Option<String> {
        match (self.count(Kind::EndCutOff), self.count(Kind::EndRestored)) {
            (0, 0) => None,
            (0, _) => Some(self.tongue.end_restored_gist()),
            _ => Some(self.tongue.end_cut_off_gist()),
        }
    }

    /// What closes.
    fn closings(&self) -> Option<String> {
        let tongue = self.tongue;
        let channels = self.of(Kind::ChannelClosed);
        let touchpoints = self.of(Kind::TouchpointClosed);
        let channel = |address: &Address| {
            let found = self.sides.after.channels.iter().find(|channel| channel.address() == *address)?;
            Some(tongue.the_channel(&tongue.quote(found.title)))
        };
        let touchpoint = |address: &Address| {
            let found = self.sides.after.map.touchpoint_of(address)?;
            Some(tongue.the_touchpoint(&tongue.quote(found.title())))
        };
        let named = |changes: &[&Change], title: &dyn Fn(&Address) -> Option<String>, noun: Counted| match changes {
            [] => None,
            [one] => title(&one.address),
            several => Some(noun(tongue, several.len())),
        };
        let told = named(&channels, &channel, Tongue::channels);
        let echo = named(&touchpoints, &touchpoint, Tongue::touchpoints);
        match (told, echo) {
            (Some(told), Some(echo)) => Some(tongue.too(
                &format!("{told} {}", tongue.verb_closes(channels.len())),
                &format!("{echo} {}", tongue.verb_closes_too(touchpoints.len())),
            )),
            (Some(told), None) => Some(format!("{told} {}", tongue.verb_closes(channels.len()))),
            (None, Some(told)) => Some(format!("{told} {}", tongue.verb_closes(touchpoints.len()))),
            (None, None) => None,
        }
    }

    /// What comes, goes and changes otherwise.
    fn touchpoints(&self) -> Option<String> {
        let told = self.enumerated(
            Tongue::touchpoints,
            &[
                (Kind::TouchpointAdded, Tongue::verb_new),
                (Kind::TouchpointRemoved, Tongue::verb_gone),
                (Kind::TouchpointReopened, Tongue::verb_open_again),
                (Kind::TouchpointUnreachable, Tongue::verb_cut_off),
                (Kind::TouchpointRechannelled, Tongue::verb_rechannelled),
                (Kind::TouchpointMoved, Tongue::verb_moves),
            ],
        );
        let needs = self.count(Kind::NeedAdded);
        let needs = (needs > 0).then(|| self.tongue.new_needs(needs));
        match (told, needs) {
            (Some(told), Some(needs)) => Some(self.tongue.also(&told, &needs)),
            (told, needs) => told.or(needs),
        }
    }

    fn moments(&self) -> Option<String> {
        self.enumerated(
            Tongue::moments,
            &[
                (Kind::MomentCutOff, Tongue::verb_cut_off),
                (Kind::MomentLost, Tongue::verb_lost),
                (Kind::MomentAtRisk, Tongue::verb_at_risk),
                (Kind::MomentGained, Tongue::verb_new),
                (Kind::MomentMoved, Tongue::verb_moment_moves),
            ],
        )
    }

    fn new_friction(&self) -> Option<String> {
        let tongue = self.tongue;
        let added = self.of(Kind::FrictionAdded).into_iter().filter(|change| change.accepted.is_none());
        let after = &self.sides.after;
        let addresses: HashSet<_> = added.map(|change| &change.address).collect();
        let is_new = |friction: &&FrictionItem<'_>| {
            addresses.contains(&friction.address) && crate::diff::unsolved::is_felt(friction)
        };
        let new: Vec<_> = after.friction.iter().filter(is_new).collect();
        // The first of the most severe.
        let worst = new.iter().rev().max_by_key(|friction| friction.body.severity())?;
        let worst = tongue.with_severity(&tongue.quote(worst.title()), tongue.told_severity(worst.body.severity()));
        let told = format!("{} {}", tongue.points(new.len()), tongue.verb_new(new.len()));
        let open = unsolved(after).into_iter().filter(is_new).count();
        let told = if new.len() == 1 { tongue.which_is(&told, &worst) } else { tongue.the_worst_being(&told, &worst) };
        Some(match (open, new.len()) {
            (0, _) => told,
            (_, 1) => tongue.also(&told, &tongue.one_without_solution(1)),
            (open, _) => tongue.also(&told, &tongue.one_of_them_without(open)),
        })
    }

    fn known_friction(&self) -> Option<String> {
        self.enumerated(
            Tongue::known_points,
            &[
                (Kind::FrictionReopened, Tongue::verb_back),
                (Kind::FrictionWorsened, Tongue::verb_worse),
                (Kind::FrictionEased, Tongue::verb_eased),
                (Kind::FrictionResolved, Tongue::verb_resolved),
            ],
        )
    }

    /// What was done about it.
    fn solutions(&self) -> Option<String> {
        let added: HashSet<_> = self.of(Kind::SolutionAdded).into_iter().map(|change| &change.address).collect();
        let is_felt = |status| matches!(status, SolutionStatus::InProgress | SolutionStatus::Done);
        let felt = self.sides.after.solutions.iter();
        let felt = felt.filter(|solution| added.contains(&solution.address) && is_felt(solution.body.status())).count();
        let tongue = self.tongue;
        (felt > 0).then(|| format!("{} {}", tongue.solutions(felt), tongue.verb_taken(felt)))
    }

    fn promises(&self) -> Option<String> {
        self.enumerated(Tongue::promises, &[(Kind::PromiseBroken, Tongue::verb_broken)])
    }

    /// Where customers are left further below what they expect, and where less far.
    fn satisfaction(&self) -> Option<String> {
        let tongue = self.tongue;
        let pairs = self.sides.kept_touchpoints();
        let shifts = pairs.filter_map(|(before, after)| Some((before, after, shortfall(after)? - shortfall(before)?)));
        let (further, less): (Vec<_>, Vec<_>) =
            shifts.filter(|(.., shift)| shift.abs() > 1e-9).partition(|(.., shift)| *shift > 0.0);
        let worst = further.iter().max_by(|(.., one), (.., other)| one.total_cmp(other));
        let worst = worst.and_then(|(before, after, _)| {
            let (old, new) = (tongue.signed(before.gap()?), tongue.signed(after.gap()?));
            Some(tongue.at_gap(&tongue.quote(after.title()), &old, &new))
        });
        let further = match (further.len(), worst) {
            (0, _) | (_, None) => None,
            (1, Some(worst)) => Some(tongue.further_below(&worst)),
            (several, Some(worst)) => {
                Some(tongue.further_below(&tongue.most_of_all(&tongue.at_touchpoints(several), &worst)))
            }
        };
        let less = (!less.is_empty()).then(|| tongue.closer(&tongue.at_touchpoints(less.len())));
        match (further, less) {
            (Some(further), Some(less)) => Some(tongue.also(&further, &less)),
            (further, less) => further.or(less),
        }
    }

    /// How many customers reach the end.
    fn arrivals(&self) -> Option<String> {
        let share = |map: &Map| {
            let flow = map.flow();
            flow.share_to_end(*flow.open().ways_in().first()?).map(|share| (share * 10.0).round() / 10.0)
        };
        let (old, new) = (share(self.sides.before.map)?, share(self.sides.after.map)?);
        let tongue = self.tongue;
        ((old - new).abs() > 1e-9).then(|| tongue.reach_the_end(&tongue.percent(new), &tongue.percent(old)))
    }

    /// `two touchpoints are new and one is gone`; the noun stands once.
    fn enumerated(&self, noun: Counted, parts: &[(Kind, Counted)]) -> Option<String> {
        let tongue = self.tongue;
        let parts = parts.iter().map(|(kind, verb)| (self.count(*kind), verb)).filter(|(count, _)| *count > 0);
        let told = parts.enumerate().map(|(at, (count, verb))| {
            let subject = if at == 0 { noun(tongue, count) } else { tongue.counted(count) };
            format!("{subject} {}", verb(tongue, count))
        });
        let told: Vec<_> = told.collect();
        (!told.is_empty()).then(|| tongue.list(told))
    }
}

/// What tells two maps apart that are merely compared: whose they are, or which version of reality.
fn who_or_what(tongue: Tongue, map: &Map) -> String {
    let journey = map.journey();
    let state = tongue.told_state(journey.state());
    persona(journey).map_or_else(|| state.to_owned(), |who| format!("{} ({state})", tongue.quote(who)))
}
