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
const SAME_SHARE: f64 = 0.05;

type Items = Vec<(Mark, String)>;

/// Tells of the consequences of closings.
pub(super) struct Told<'a> {
    pub map: &'a Map,
    pub closings: &'a [Closing],
    pub all: &'a Consequences,
    pub tongue: Tongue,
}

impl Told<'_> {
    /// `I insure my car: if the channel “Agency” closes`
    pub fn title(&self) -> String {
        self.tongue.what_if(self.map.journey().title.trim(), &self.event())
    }

    /// `the channel “Agency” closes`, `the channel “Agency” closes and the system “CRM” is limited`
    fn event(&self) -> String {
        let of_level = |level| -> Vec<String> {
            self.closings.iter().filter(|closing| closing.level == level).map(|closing| self.what(closing)).collect()
        };
        let (shut, limited) = (of_level(Availability::Unavailable), of_level(Availability::Limited));
        let tongue = self.tongue;
        let events = [
            (!shut.is_empty()).then(|| tongue.closes(shut.len(), &tongue.list(&shut))),
            (!limited.is_empty()).then(|| tongue.is_limited(limited.len(), &tongue.list(&limited))),
        ];
        tongue.list(events.into_iter().flatten())
    }

    /// `the channel “Agency”`
    fn what(&self, closing: &Closing) -> String {
        let title = self.tongue.quote(&closing.title);
        match closing.subject {
            Subject::Channel => self.tongue.the_channel(&title),
            Subject::Touchpoint => self.tongue.the_touchpoint(&title),
            Subject::Owner => self.tongue.the_team(&title),
            Subject::System => self.tongue.the_system(&title),
        }
    }

    /// The answer in a few sentences.
    pub fn gist(&self) -> String {
        if self.all.is_empty() {
            return self.tongue.nothing_changes();
        }
        let sentences = [Some(self.end()), self.stuck(), self.losses(), self.detour(), self.open_questions()];
        sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    fn end(&self) -> String {
        let tongue = self.tongue;
        if self.all.is_end_cut_off() {
            return match self.names(&self.all.stuck) {
                None => tongue.nobody_completes(),
                Some(names) => tongue.all_stuck(&names),
            };
        }
        let fewer = self.all.shares.first().and_then(|share| Some((share.before, share.after?)));
        match fewer.filter(|(before, after)| before - after > SAME_SHARE) {
            Some((before, after)) => tongue.fewer_complete(&self.share(after), &self.share(before)),
            None if self.all.closed.is_empty() => tongue.none_closed(),
            None => tongue.still_complete(),
        }
    }

    fn stuck(&self) -> Option<String> {
        let names = self.names(&self.all.stuck)?;
        (!self.all.is_end_cut_off()).then(|| self.tongue.some_stuck(&names))
    }

    fn losses(&self) -> Option<String> {
        let tongue = self.tongue;
        let moments = self.all.cut_off().filter(|fewer| fewer.moment.is_some()).count();
        let (broken, alone) = (self.all.broken.len(), self.all.newly_alone().count());
        let parts = [
            (moments > 0).then(|| tongue.moments_out_of_reach(moments)),
            (broken > 0).then(|| tongue.promises_out_of_reach(broken)),
            (alone > 0).then(|| tongue.left_alone(alone)),
        ];
        let told = tongue.list(parts.into_iter().flatten());
        (!told.is_empty()).then(|| format!("{}.", capital(&told)))
    }

    fn detour(&self) -> Option<String> {
        let difference = self.all.detour.difference()?;
        let (gone, new) = (self.names(&difference.before), self.names(&difference.after));
        let tongue = self.tongue;
        Some(match (gone, new) {
            (None, None) => tongue.same_way(),
            (Some(gone), Some(new)) => tongue.most_take(&new, &gone, &self.extra()),
            (Some(gone), None) => tongue.most_skip(&gone),
            (None, Some(new)) => tongue.most_add(&new, &self.extra()),
        })
    }

    /// `, with two more changes of channel and 3 more effort`
    fn extra(&self) -> String {
        let (facts, tongue) = (&self.all.detour.facts, self.tongue);
        let switches = facts.before.channel_switches.zip(facts.after.channel_switches);
        let switches = switches.map_or(0, |(before, after)| after.saturating_sub(before));
        let effort = self.all.detour.effort_added(self.map).filter(|effort| *effort > 0.0);
        let wait = |facts: &Facts| facts.wait.map_or(0, |wait| wait.sum.as_secs());
        let longer = wait(&facts.after).saturating_sub(wait(&facts.before));
        let parts = [
            (switches > 0).then(|| tongue.more_switches(switches)),
            effort.map(|effort| tongue.more_effort(&tongue.figure(effort))),
            (longer > 0).then(|| tongue.more_waiting(&tongue.time(Duration::from_secs(longer)))),
        ];
        let told = tongue.list(parts.into_iter().flatten());
        if told.is_empty() { told } else { tongue.with_extra(&told) }
    }

    fn open_questions(&self) -> Option<String> {
        let missing: Vec<_> = self.all.unsaid.iter().filter_map(Unsaid::not_replaced).collect();
        Some(self.tongue.where_instead(&self.names(&missing)?))
    }

    /// What closes and what is limited.
    pub fn closes(&self) -> Items {
        let closed = self.all.closed.iter().map(|(at, instead)| (Mark::Loss, self.closed(self.map.at(*at), instead)));
        let limited = self.all.limited.iter().map(|at| (Mark::Differs, self.limited(self.map.at(*at))));
        closed.chain(limited).collect()
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
            None => tongue.nothing_replaces(),
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
        left.chain(alone).collect()
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

    /// The way that customers take instead, in figures.
    pub fn way(&self) -> Items {
        let mut items = Items::new();
        let differs = |sides: &Sides<Vec<_>>| !(sides.before.is_empty() && sides.after.is_empty());
        if let Some(difference) = self.all.detour.difference().filter(differs) {
            let place = |at: &TouchpointIndex| self.place(self.map.at(*at));
            let gone = difference.before.iter().map(|at| (Mark::Loss, self.tongue.no_longer(&place(at))));
            let new = difference.after.iter().map(|at| (Mark::Differs, self.tongue.in_its_stead(&place(at))));
            items.extend(gone.chain(new));
            items.extend(self.figures().into_iter().map(|figure| (Mark::Differs, figure)));
        }
        items.extend(self.all.shares.iter().filter_map(|share| self.arrive(share)));
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
        let sum =
            |facts: &Facts| facts.effort.map(|total| tongue.figure(total.sum) + &known(total.known, facts.touchpoints));
        // As far as known: where no time is known, none is.
        let length =
            |total: Option<Total<Duration>>| Some(tongue.time(total.map_or_else(Duration::default, |total| total.sum)));
        let both = |figure: &dyn Fn(&Facts) -> Option<String>| [figure(&facts.before), figure(&facts.after)];
        let rows = [
            (Measured::Steps, both(&|facts| count(facts.touchpoints))),
            (Measured::ChannelSwitches, both(&|facts| count(facts.channel_switches))),
            (Measured::HandOffs, both(&|facts| count(facts.hand_offs))),
            (Measured::Effort, both(&sum)),
            (Measured::Takes, both(&|facts| length(facts.duration))),
            (Measured::Waits, both(&|facts| length(facts.wait))),
        ];
        let shown = |value: Option<String>| value.unwrap_or_else(|| tongue.not_known());
        let told = rows.into_iter().filter(|(_, [before, after])| before != after).map(|(what, [before, after])| {
            tongue.turned(&capital(what.label(tongue).trim()), &shown(after), &shown(before))
        });
        told.collect()
    }

    /// What somebody has to settle.
    pub fn unsaid(&self) -> Items {
        self.all.unsaid.iter().map(|unsaid| (Mark::Open, self.question(unsaid))).collect()
    }

    fn question(&self, unsaid: &Unsaid) -> String {
        let tongue = self.tongue;
        match unsaid {
            Unsaid::NoReplacement(at) => tongue.ask_where(&self.name(*at)),
            Unsaid::ReplacementClosed(at) => tongue.ask_where_else(&self.name(*at)),
            Unsaid::ReplacementUnknown(at) => tongue.ask_what_is_meant(&self.name(*at)),
            Unsaid::Undivided(at) => tongue.ask_how_they_divide(&self.name(*at)),
            Unsaid::EffortUnknown(at) => tongue.ask_effort(&self.names(at).unwrap_or_default()),
            Unsaid::NoShares => tongue.ask_shares(),
            Unsaid::Unread => tongue.ask_unread(),
        }
    }

    /// `the moment of truth “She looks at my salon” at “I talk it over”`, or `the end of the journey`
    fn goal(&self, moment: Option<TouchpointIndex>) -> String {
        let Some(at) = moment else { return self.tongue.the_end() };
        let (touchpoint, tongue) = (self.map.at(at), self.tongue);
        let title = touchpoint.body().moment_of_truth.as_ref().and_then(|moment| moment.title.as_ref());
        let place = tongue.quote(touchpoint.title());
        tongue.the_moment(&title.map_or(place.clone(), |title| tongue.moment_at(&tongue.quote(title), &place)))
    }

    fn name(&self, at: TouchpointIndex) -> String {
        self.tongue.quote(self.map.at(at).title())
    }

    fn names(&self, touchpoints: &[TouchpointIndex]) -> Option<String> {
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

    fn share(&self, share: f64) -> String {
        self.tongue.percent((share * 10.0).round() / 10.0)
    }
}
