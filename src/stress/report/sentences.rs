//! The sentences of an answer.

use super::story::Mark;
use crate::diff::phrases::capital;
use crate::diff::report::figures::Measured;
use crate::facts::{Facts, Total};
use crate::graph::{Map, TouchpointIndex, TouchpointRef};
use crate::model::{Availability, Duration};
use crate::stress::apply::only_step;
use crate::stress::name::name_of;
use crate::stress::{Closing, Consequences, Fewer, Share, Sides, Subject, Unsaid};
use crate::tongue::Tongue;

/// How many names a sentence lists before it counts the rest.
const LISTED: usize = 6;

/// Shares closer to each other than this are not told apart, in percentage points.
pub(super) const SAME_SHARE: f64 = 0.05;

type Items = Vec<(Mark, String)>;

/// Tells of the consequences of closings.
pub(super) struct Told<'a> {
    pub map: &'a Map,
    pub closings: &'a [Closing],
    pub all: &'a Consequences,
    pub tongue: Tongue,
}

impl Told<'_> {
    /// What closes.
    pub fn closes(&self) -> Items {
        let closed = self.all.closed.iter().map(|(at, instead)| (Mark::Loss, self.closed(self.map.at(*at), instead)));
        closed.collect()
    }

    /// What stays open with restrictions, but for what hangs on one channel now: that is told among what hangs by a thread.
    pub fn restricted(&self) -> Items {
        let is_narrowed = |at| self.all.narrowed.iter().any(|narrowed| narrowed.touchpoint == at);
        let restricted = self.all.limited.iter().filter(|at| !is_narrowed(**at));
        restricted.map(|at| (Mark::Differs, self.limited(self.map.at(*at)))).collect()
    }

    fn closed(&self, touchpoint: TouchpointRef<'_>, instead: &[TouchpointIndex]) -> String {
        let (tongue, place) = (self.tongue, self.place(touchpoint));
        let closed = match only_step(touchpoint, self.closings) {
            Some(step) => tongue.closed_for_step(&place, &tongue.quote(step)),
            None => format!("{place}."),
        };
        let is_named = !touchpoint.body().replaced_by.is_empty();
        let then = match self.places(instead) {
            Some(places) => tongue.go_instead(&places),
            None if touchpoint.is_optional() && !is_named => tongue.straight_on(),
            None if is_named => tongue.replacement_closed(),
            // That nothing replaces it is asked once for all of them.
            None => return closed,
        };
        format!("{closed} {then}")
    }

    fn limited(&self, touchpoint: TouchpointRef<'_>) -> String {
        let is_gone = |name: &str| {
            let id = name_of(self.map.channel(name).map_or(name, |(id, _)| id.as_str()));
            self.closings.iter().any(|closing| {
                let is_shut = closing.subject == Subject::Channel && closing.level == Availability::Unavailable;
                is_shut && closing.id == id
            })
        };
        let (tongue, title) = (self.tongue, self.tongue.quote(touchpoint.title()));
        let channels = &touchpoint.body().channel;
        let left: Vec<_> = channels.iter().filter(|name| !is_gone(name)).collect();
        if left.len() < channels.len() {
            tongue.open_on(&title, &tongue.quote_all(left.into_iter().map(|name| self.map.channel_title(name))))
        } else {
            tongue.open_with_restrictions(&title)
        }
    }

    /// What customers no longer get to.
    pub fn out_of_reach(&self) -> Items {
        let lost = |fewer: &Fewer| (Mark::Loss, format!("{}.", capital(&self.goal(fewer.moment))));
        let mut items: Items = self.all.cut_off().map(lost).collect();
        if let Some(names) = self.names(&self.all.out_of_reach) {
            items.push((Mark::Loss, self.tongue.nobody_gets_there(&names)));
        }
        items
    }

    /// What is left with fewer ways, or hangs on one touchpoint.
    pub fn thread(&self) -> Items {
        let tongue = self.tongue;
        let left = self.all.fewer.iter().filter(|fewer| fewer.after > 0).map(|fewer| {
            let mark = if fewer.after == 1 { Mark::Loss } else { Mark::Differs };
            let before = tongue.counted(fewer.before);
            (mark, tongue.ways_left(fewer.after, &self.goal(fewer.moment), &before))
        });
        let alone = self.all.newly_alone().map(|alone| {
            let goals = alone.before.iter().take(LISTED).map(|goal| self.goal(*goal)).collect();
            let goals = self.and_more(goals, alone.before.len());
            (Mark::Loss, tongue.stands_alone(&self.name(alone.touchpoint), &goals))
        });
        let narrowed = self.all.narrowed.iter().map(|narrowed| {
            let at = narrowed.touchpoint;
            let title = if self.has_moment(at) { capital(&self.moment(at)) } else { self.name(at) };
            (Mark::Loss, tongue.on_one_channel(&title, &tongue.quote(&narrowed.channel)))
        });
        left.chain(alone).chain(narrowed).collect()
    }

    /// Which promises break.
    pub fn promises(&self) -> Items {
        let tongue = self.tongue;
        let told = self.all.broken.iter().map(|broken| {
            let within = broken.within.map(|within| tongue.within_time(&tongue.time(within)));
            let promise = format!("{}{}", tongue.quote(&broken.title), within.unwrap_or_default());
            let made_at = self.name(broken.made_at);
            let told = if broken.kept_at == broken.made_at {
                tongue.made_here(&promise, &made_at)
            } else {
                tongue.made_there(&promise, &made_at, &self.name(broken.kept_at))
            };
            let heard = if broken.is_still_made { format!(" {}", tongue.still_heard()) } else { String::new() };
            (Mark::Loss, told + &heard)
        });
        told.collect()
    }

    /// Which solutions lose their owner.
    pub fn ownerless(&self) -> Items {
        let tongue = self.tongue;
        let told = self.all.ownerless.iter().map(|solution| {
            (Mark::Loss, tongue.loses_owner(&tongue.quote(&solution.title), &tongue.quote(&solution.owner)))
        });
        told.collect()
    }

    /// The way that customers take instead, in figures.
    pub fn way(&self) -> Items {
        let mut items = Items::new();
        let differs = |sides: &Sides<Vec<_>>| !(sides.before.is_empty() && sides.after.is_empty());
        if let Some(difference) = self.all.detour.difference().filter(differs) {
            let place = |at: &TouchpointIndex| self.place(self.map.at(*at));
            if self.all.is_main_way_blocked() {
                // What is left is the way of others: beside the first its figures would praise the closing.
                let still = self.places(&difference.after).map(|places| self.tongue.still_by(&places));
                items.extend(still.map(|still| (Mark::Differs, still)));
            } else {
                let gone = difference.before.iter().map(|at| (Mark::Loss, self.tongue.no_longer(&place(at))));
                let new = difference.after.iter().map(|at| (Mark::Differs, self.tongue.in_its_stead(&place(at))));
                items.extend(gone.chain(new));
                items.extend(self.figures().into_iter().map(|figure| (Mark::Differs, figure)));
            }
        }
        if !self.all.is_end_cut_off() {
            items.extend(self.all.shares.iter().filter_map(|share| self.arrive(share)));
        }
        items
    }

    fn arrive(&self, share: &Share) -> Option<(Mark, String)> {
        let tongue = self.tongue;
        if share.after.is_some_and(|after| (after - share.before).abs() <= SAME_SHARE) {
            return None;
        }
        let what = match self.all.shares.len() {
            1 => tongue.share_to_end(),
            _ => tongue.share_from(&self.name(share.way_in)),
        };
        let after = share.after.map_or_else(|| tongue.not_known(), |after| self.share(after));
        let is_loss = share.after.is_some_and(|after| after < share.before);
        let mark = if is_loss { Mark::Loss } else { Mark::Differs };
        Some((mark, tongue.turned(&what, &after, &self.share(share.before))))
    }

    /// The figures of the main way that differ.
    fn figures(&self) -> Vec<String> {
        let (facts, tongue) = (&self.all.detour.facts, self.tongue);
        let count = |count: Option<usize>| count.map(|count| count.to_string());
        let known = |known: usize, of: Option<usize>| match of {
            Some(of) if of > known => tongue.known_of(&known.to_string(), &of.to_string()),
            _ => String::new(),
        };
        let sum = |facts: &Facts| facts.effort.map(|total| tongue.number(total.sum));
        let extent = |facts: &Facts| facts.effort.map(|total| known(total.known, facts.touchpoints));
        // As far as known: where no time is known, none is.
        let length = |total: Option<Total<Duration>>| {
            Some(tongue.roughly(total.map_or_else(Duration::default, |total| total.sum)))
        };
        let both = |figure: &dyn Fn(&Facts) -> Option<String>| [figure(&facts.before), figure(&facts.after)];
        let rows = [
            (Measured::Steps, both(&|facts| count(facts.touchpoints)), [None, None]),
            (Measured::ChannelSwitches, both(&|facts| count(facts.channel_switches)), [None, None]),
            (Measured::HandOffs, both(&|facts| count(facts.hand_offs)), [None, None]),
            (Measured::Effort, both(&sum), both(&extent)),
            (Measured::Takes, both(&|facts| length(facts.duration)), [None, None]),
            (Measured::Waits, both(&|facts| length(facts.wait)), [None, None]),
        ];
        let shown = |value: Option<String>, extent: Option<String>| {
            value.map_or_else(|| tongue.not_known(), |value| value + &extent.unwrap_or_default())
        };
        let differ = rows.into_iter().filter(|(_, [before, after], _)| before != after);
        let told = differ.map(|(what, [before, after], [known_before, known_after])| {
            let label = capital(what.label(tongue).trim());
            tongue.turned(&label, &shown(after, known_after), &shown(before, known_before))
        });
        told.collect()
    }

    /// What somebody has to settle: where customers go, once for all that is alike.
    pub fn unsaid(&self) -> Items {
        let tongue = self.tongue;
        let of = |is: fn(&Unsaid) -> bool| -> Option<String> {
            let alike = self.all.unsaid.iter().filter(|unsaid| is(unsaid)).filter_map(Unsaid::not_replaced);
            self.names(&alike.collect::<Vec<_>>())
        };
        let where_to = [
            of(|unsaid| matches!(unsaid, Unsaid::NoReplacement(_))).map(|names| tongue.ask_where(&names)),
            of(|unsaid| matches!(unsaid, Unsaid::ReplacementClosed(_))).map(|names| tongue.ask_where_else(&names)),
            of(|unsaid| matches!(unsaid, Unsaid::ReplacementUnknown(_))).map(|names| tongue.ask_what_is_meant(&names)),
        ];
        let others = self.all.unsaid.iter().filter_map(|unsaid| self.question(unsaid));
        where_to.into_iter().flatten().chain(others).map(|question| (Mark::Open, question)).collect()
    }

    /// How to say in the map what it leaves open.
    pub fn hint(&self) -> Option<String> {
        self.all.unsaid.iter().any(|unsaid| unsaid.not_replaced().is_some()).then(|| self.tongue.hint_replace())
    }

    fn question(&self, unsaid: &Unsaid) -> Option<String> {
        let tongue = self.tongue;
        match unsaid {
            Unsaid::NoReplacement(_) | Unsaid::ReplacementClosed(_) | Unsaid::ReplacementUnknown(_) => None,
            Unsaid::Undivided(at) => Some(tongue.ask_how_they_divide(&self.name(*at))),
            Unsaid::EffortUnknown(at) => self.names(at).map(|names| tongue.ask_effort(&names)),
            Unsaid::NoShares => Some(tongue.ask_shares()),
            Unsaid::Unread => Some(tongue.ask_unread()),
        }
    }

    /// `the moment of truth “She looks at my salon” at “I talk it over”`, or `the end of the journey`
    fn goal(&self, moment: Option<TouchpointIndex>) -> String {
        moment.map_or_else(|| self.tongue.the_end(), |at| self.moment(at))
    }

    pub fn has_moment(&self, at: TouchpointIndex) -> bool {
        self.map.at(at).body().moment_of_truth.is_some()
    }

    pub fn moment(&self, at: TouchpointIndex) -> String {
        let (touchpoint, tongue) = (self.map.at(at), self.tongue);
        let title = touchpoint.body().moment_of_truth.as_ref().and_then(|moment| moment.title.as_ref());
        let place = tongue.quote(touchpoint.title());
        tongue.the_moment(&title.map_or(place.clone(), |title| tongue.moment_at(&tongue.quote(title), &place)))
    }

    pub fn name(&self, at: TouchpointIndex) -> String {
        self.tongue.quote(self.map.at(at).title())
    }

    pub fn names(&self, touchpoints: &[TouchpointIndex]) -> Option<String> {
        let names = touchpoints.iter().take(LISTED).map(|at| self.name(*at)).collect();
        (!touchpoints.is_empty()).then(|| self.and_more(names, touchpoints.len()))
    }

    /// “I talk it over” (Agency)
    fn place(&self, touchpoint: TouchpointRef<'_>) -> String {
        let channels = self.tongue.list(touchpoint.channel_titles());
        let title = self.tongue.quote(touchpoint.title());
        if channels.is_empty() { title } else { format!("{title} ({channels})") }
    }

    fn places(&self, touchpoints: &[TouchpointIndex]) -> Option<String> {
        let names = touchpoints.iter().take(LISTED).map(|at| self.place(self.map.at(*at))).collect();
        (!touchpoints.is_empty()).then(|| self.and_more(names, touchpoints.len()))
    }

    /// `A, B and 3 more`
    fn and_more(&self, mut names: Vec<String>, count: usize) -> String {
        let more = count.saturating_sub(names.len());
        if more > 0 {
            names.push(self.tongue.and_others(more));
        }
        self.tongue.list(names)
    }

    pub fn share(&self, share: f64) -> String {
        self.tongue.percentage((share * 10.0).round() / 10.0)
    }
}
