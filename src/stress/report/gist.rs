//! The question, and the answer in a few sentences.

use super::sentences::{SAME_SHARE, Told};
use crate::diff::phrases::capital;
use crate::facts::Facts;
use crate::graph::TouchpointIndex;
use crate::model::{Availability, Duration};
use crate::stress::{Blocked, Closing, Subject, Unsaid};

impl Told<'_> {
    /// `I insure my car: if the channel “Agency” closes`
    pub fn title(&self) -> String {
        self.tongue.what_if(self.map.journey().title.trim(), &self.event())
    }

    /// `the channel “Agency” closes`, `the channel “Agency” closes and the system “CRM” is limited`
    fn event(&self) -> String {
        let (tongue, mut events) = (self.tongue, Vec::new());
        let closes = |closing: &&Closing| matches!(closing.subject, Subject::Channel | Subject::Touchpoint);
        let (shut, limited): (Vec<_>, Vec<_>) =
            self.closings.iter().partition(|closing| closing.level == Availability::Unavailable);
        let (shut, gone): (Vec<_>, Vec<_>) = shut.into_iter().partition(closes);
        let mut tell = |closings: Vec<&Closing>, sentence: &dyn Fn(usize, &str) -> String| {
            let names: Vec<_> = closings.iter().map(|closing| self.what(closing)).collect();
            if !names.is_empty() {
                events.push(sentence(names.len(), &tongue.list(names)));
            }
        };
        tell(shut, &|count, names| tongue.closes(count, names));
        tell(gone, &|count, names| tongue.drops_out(count, names));
        tell(limited, &|count, names| tongue.is_limited(count, names));
        tongue.list(events)
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
        let mut sentences = vec![self.end()];
        sentences.extend(self.stuck());
        sentences.extend(self.losses());
        sentences.extend(self.moments_on_one_channel());
        sentences.extend(self.detour());
        sentences.extend(self.open_questions());
        sentences.join(" ")
    }

    fn end(&self) -> String {
        let tongue = self.tongue;
        if self.all.is_end_cut_off() {
            return tongue.nobody_completes();
        }
        let begins = |at: &TouchpointIndex| !self.all.no_longer_begin.contains(at);
        let share = self.all.shares.iter().find(|share| begins(&share.way_in));
        let fewer = share.and_then(|share| Some((share.before, share.after?)));
        match fewer.filter(|(before, after)| before - after > SAME_SHARE) {
            Some((before, after)) => tongue.fewer_complete(&self.share(after), &self.share(before)),
            None if self.all.closed.is_empty() => tongue.none_closed(),
            None => tongue.still_complete(),
        }
    }

    /// Where customers get no further, and why.
    fn stuck(&self) -> Vec<String> {
        let (tongue, all) = (self.tongue, self.all);
        let mut told = Vec::new();
        if let Some(names) = self.names(&all.no_longer_begin) {
            let (shut, others): (Vec<_>, Vec<_>) = all.no_longer_begin.iter().copied().partition(|at| all.is_lost(*at));
            if !all.is_end_cut_off() {
                told.push(tongue.no_longer_begin(&names));
            } else if others.is_empty() {
                told.extend(self.shut(&shut).map(|shut| tongue.cannot_begin(&shut)));
            }
        }
        let after: Vec<_> = all.blocked.iter().map(|blocked| blocked.after).collect();
        let mut by: Vec<_> = all.blocked.iter().flat_map(|blocked| blocked.by.iter().copied()).collect();
        by.sort_unstable();
        by.dedup();
        if let (Some(after), Some(shut)) = (self.names(&after), self.shut(&by)) {
            told.push(match all.blocked.as_slice() {
                blocked if blocked.iter().all(Blocked::is_everybody) => tongue.stops_all(&after, &shut),
                [Blocked { share: Some(share), .. }] => tongue.stops_share(&self.share(*share), &after, &shut),
                _ => tongue.stops_some(&after, &shut),
            });
        }
        told
    }

    /// `“I visit” and “I sign” are closed`
    fn shut(&self, touchpoints: &[TouchpointIndex]) -> Option<String> {
        Some(self.tongue.is_shut(touchpoints.len(), &self.names(touchpoints)?))
    }

    fn losses(&self) -> Option<String> {
        let (tongue, all) = (self.tongue, self.all);
        let moments = all.cut_off().filter(|fewer| fewer.moment.is_some()).count();
        let parts = [
            (moments, tongue.moments_out_of_reach(moments)),
            (all.broken.len(), tongue.promises_out_of_reach(all.broken.len())),
            (all.newly_alone().count(), tongue.left_alone(all.newly_alone().count())),
            (all.narrowed.len(), tongue.left_on_one_channel(all.narrowed.len())),
            (all.ownerless.len(), tongue.solutions_without_owner(all.ownerless.len())),
        ];
        let told = tongue.list(parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, part)| part));
        (!told.is_empty()).then(|| format!("{}.", capital(&told)))
    }

    fn moments_on_one_channel(&self) -> Vec<String> {
        let with_moment = self.all.narrowed.iter().filter(|narrowed| self.has_moment(narrowed.touchpoint));
        let told = with_moment.take(2).map(|narrowed| {
            let moment = capital(&self.moment(narrowed.touchpoint));
            self.tongue.moment_left_to(&moment, &self.tongue.quote(&narrowed.channel))
        });
        told.collect()
    }

    fn detour(&self) -> Option<String> {
        let difference = self.all.detour.difference()?;
        let (gone, new) = (self.names(&difference.before), self.names(&difference.after));
        let tongue = self.tongue;
        if self.all.is_main_way_blocked() {
            return new.map(|new| tongue.still_by(&new));
        }
        match (gone, new) {
            (None, None) if self.all.closed.is_empty() => None,
            (None, None) => Some(tongue.same_way()),
            (Some(gone), Some(new)) => Some(tongue.most_take(&new, &gone, &self.extra())),
            (Some(gone), None) => Some(tongue.most_skip(&gone)),
            (None, Some(new)) => Some(tongue.most_add(&new, &self.extra())),
        }
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
            effort.map(|effort| tongue.more_effort(&tongue.number(effort))),
            (longer > 0).then(|| tongue.more_waiting(&tongue.roughly(Duration::from_secs(longer)))),
        ];
        let told = tongue.list(parts.into_iter().flatten());
        if told.is_empty() { told } else { tongue.with_extra(&told) }
    }

    fn open_questions(&self) -> Option<String> {
        let missing: Vec<_> = self.all.unsaid.iter().filter_map(Unsaid::not_replaced).collect();
        match missing.as_slice() {
            [] => None,
            [only] => Some(self.tongue.where_instead(&self.name(*only))),
            several => Some(self.tongue.nothing_instead_of(several.len())),
        }
    }
}
