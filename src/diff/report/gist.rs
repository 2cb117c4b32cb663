//! The comparison in one paragraph: what changed for the customer, in plain words and with counts.

mod answer;
mod satisfaction;

use std::collections::HashSet;

pub(super) use satisfaction::worst_place;

use super::story::Tally;
use crate::diff::delta::{Sides, persona, situation};
use crate::diff::inventory::FrictionItem;
use crate::diff::judge::is_mere_comparison;
use crate::diff::phrases::capital;
use crate::diff::unsolved::{is_felt, unsolved};
use crate::diff::{Change, Impact, Kind};
use crate::graph::{Address, Map};
use crate::model::Basis;
use crate::tongue::Tongue;

/// The paragraph: the effect on customers first, then what is done about it.
pub(super) fn gist(sides: &Sides<'_>, changes: &[Change], tally: Tally) -> String {
    let all = changes.iter().flat_map(Change::flat).filter(|change| change.accepted.is_none()).collect();
    let told = Told { sides, tongue: sides.tongue, all };
    let sentences = [
        Some(told.balance(tally)),
        told.end(),
        told.arrivals(),
        told.closings(),
        told.touchpoints(),
        told.moments(),
        told.new_friction(),
        told.known_friction(),
        told.promises(),
        told.satisfaction(),
        told.employees(),
        told.measures(),
        told.basis(),
        told.answer(),
    ];
    let sentences = sentences.into_iter().flatten().map(|sentence| format!("{}.", capital(&sentence)));
    sentences.collect::<Vec<_>>().join(" ")
}

struct Told<'a, 'm> {
    sides: &'a Sides<'m>,
    tongue: Tongue,
    /// The changes with all that they bring about, without accepted ones.
    all: Vec<&'a Change>,
}

/// The noun or the verb of a phrase, by how many things it is about.
type Counted = fn(Tongue, usize) -> String;

/// How many things, and what is said of them.
type Part = (usize, String);

impl<'a> Told<'a, '_> {
    fn of(&self, kind: Kind) -> Vec<&'a Change> {
        self.all.iter().copied().filter(|change| change.kind == kind).collect()
    }

    fn count(&self, kind: Kind) -> usize {
        self.of(kind).len()
    }

    fn count_judged(&self, kind: Kind, impact: Impact) -> usize {
        self.of(kind).into_iter().filter(|change| change.impact == impact).count()
    }

    /// For whom, through what, and how much of it is bad.
    fn balance(&self, Tally { worse, better }: Tally) -> String {
        let tongue = self.tongue;
        let (before, after) = (self.sides.before.map.journey(), self.sides.after.map.journey());
        if is_mere_comparison(self.sides) {
            let [one, other] = [self.sides.before.map, self.sides.after.map].map(|map| who_or_what(tongue, map));
            return tongue.comparison_of(&one, &other);
        }
        let who = persona(after).filter(|who| persona(before) == Some(who));
        // “Nadia, hairdresser” is an aside, which ends with a comma.
        let comma = |who: &str| if who.contains(',') && tongue == Tongue::Dutch { "," } else { "" };
        let whom = who
            .map_or_else(|| tongue.for_customers(), |who| tongue.for_persona(&format!("{}{}", who.trim(), comma(who))));
        let world = |journey| situation(journey).map(|name| tongue.quote(name));
        let cause = match (world(before), world(after)) {
            (before, Some(now)) if before.as_ref() != Some(&now) => tongue.the_situation(&now),
            (Some(once), None) => tongue.the_end_of(&once),
            _ => tongue.the_change(),
        };
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

    /// How many customers reach the end.
    fn arrivals(&self) -> Option<String> {
        let share = |map: &Map| {
            let flow = map.flow();
            flow.share_to_end(*flow.open().ways_in().first()?).map(|share| (share * 10.0).round() / 10.0)
        };
        let tongue = self.tongue;
        let old = share(self.sides.before.map)?;
        match share(self.sides.after.map) {
            Some(new) if (old - new).abs() > 1e-9 => {
                Some(tongue.reach_the_end(&tongue.percentage(new), &tongue.percentage(old)))
            }
            Some(_) => None,
            None if self.count(Kind::EndCutOff) > 0 => None,
            None => Some(tongue.reach_unknown(&tongue.percentage(old))),
        }
    }

    /// What closes.
    pub fn closings(&self) -> Option<String> {
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
                &format!("{echo} {}", tongue.verb_does_not_happen(touchpoints.len())),
            )),
            (Some(told), None) => Some(format!("{told} {}", tongue.verb_closes(channels.len()))),
            (None, Some(told)) => Some(format!("{told} {}", tongue.verb_does_not_happen(touchpoints.len()))),
            (None, None) => None,
        }
    }

    /// What comes, goes and changes otherwise.
    fn touchpoints(&self) -> Option<String> {
        let told = self.enumerated(
            Tongue::touchpoints,
            [
                self.part(self.count(Kind::TouchpointAdded), Tongue::verb_new),
                self.part(self.count(Kind::TouchpointRemoved), Tongue::verb_gone),
                self.part(self.count(Kind::TouchpointReopened), Tongue::verb_happens_again),
                self.part(self.count(Kind::TouchpointUnreachable), Tongue::verb_cut_off),
                self.part(self.count(Kind::TouchpointRechannelled), Tongue::verb_rechannelled),
                self.part(self.count(Kind::TouchpointMoved), Tongue::verb_moves),
            ],
        );
        let needs = self.count(Kind::NeedAdded);
        let needs = (needs > 0).then(|| self.tongue.new_needs(needs));
        self.joined([told, needs])
    }

    fn moments(&self) -> Option<String> {
        self.enumerated(
            Tongue::moments,
            [
                self.part(self.count(Kind::MomentCutOff), Tongue::verb_cut_off),
                self.part(self.count(Kind::MomentLost), Tongue::verb_lost),
                self.new_moments(),
                self.part(self.count_judged(Kind::MomentWorsened, Impact::Worse), Tongue::verb_turns_worse),
                self.part(self.count(Kind::MomentAtRisk), Tongue::verb_at_risk),
                self.part(self.count(Kind::MomentMoved), Tongue::verb_moment_moves),
                self.part(self.count_judged(Kind::MomentImproved, Impact::Better), Tongue::verb_turns_better),
            ],
        )
    }

    fn new_friction(&self) -> Option<String> {
        let tongue = self.tongue;
        let added = self.of(Kind::FrictionAdded).into_iter();
        let after = &self.sides.after;
        let addresses: HashSet<_> = added.map(|change| &change.address).collect();
        let is_new = |friction: &&FrictionItem<'_>| addresses.contains(&friction.address) && is_felt(friction);
        let new: Vec<_> = after.friction.iter().filter(is_new).collect();
        // The first of the most severe.
        let worst = new.iter().rev().max_by_key(|friction| friction.body.severity())?;
        let worst = tongue.with_severity(&tongue.quote(worst.title()), &tongue.told_severity(worst.body.severity()));
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
            [
                self.part(self.count(Kind::FrictionReopened), Tongue::verb_back),
                self.part(self.count_judged(Kind::FrictionWorsened, Impact::Worse), Tongue::verb_worse),
                self.part(self.count_judged(Kind::FrictionEased, Impact::Better), Tongue::verb_eased),
                self.part(self.count(Kind::FrictionResolved), Tongue::verb_resolved),
            ],
        )
    }

    /// That what is said of afterwards is a guess.
    fn basis(&self) -> Option<String> {
        let is_guess = self.sides.after.map.journey().basis.is_some_and(|basis| basis.value == Basis::Hypothesis);
        (is_guess && self.count(Kind::BasisChanged) > 0).then(|| self.tongue.rests_on_hypotheses())
    }

    /// The new ones, and how many of them fail from the start.
    fn new_moments(&self) -> Part {
        let tongue = self.tongue;
        let failing = self.count_judged(Kind::MomentGained, Impact::Worse);
        match (self.count(Kind::MomentGained), failing) {
            (1, 1) => (1, tongue.verb_new_and_fails()),
            (new, 0) => (new, tongue.verb_new(new)),
            (new, failing) => (new, format!("{} {}", tongue.verb_new(new), tongue.of_which_fail(failing))),
        }
    }

    fn part(&self, count: usize, verb: Counted) -> Part {
        (count, verb(self.tongue, count))
    }

    /// `two touchpoints are new and one is gone`; the noun stands once.
    fn enumerated(&self, noun: Counted, parts: impl IntoIterator<Item = Part>) -> Option<String> {
        let tongue = self.tongue;
        let parts = parts.into_iter().filter(|(count, _)| *count > 0).enumerate();
        let told = parts.map(|(at, (count, verb))| {
            let subject = if at == 0 { noun(tongue, count) } else { tongue.counted(count) };
            format!("{subject} {verb}")
        });
        let told: Vec<_> = told.collect();
        (!told.is_empty()).then(|| tongue.list(told))
    }

    /// Clauses of one sentence.
    fn joined<const N: usize>(&self, clauses: [Option<String>; N]) -> Option<String> {
        clauses.into_iter().flatten().reduce(|told, clause| self.tongue.also(&told, &clause))
    }
}

/// What tells two maps apart that are merely compared: whose they are, or which version of reality.
fn who_or_what(tongue: Tongue, map: &Map) -> String {
    let journey = map.journey();
    let state = tongue.told_state(journey.state());
    persona(journey).map_or_else(|| state.to_owned(), |who| format!("{} ({state})", tongue.quote(who)))
}
