//! The sentences of an answer.

use super::story::Mark;
use crate::diff::changes::words::{capital, counted, list, number, percent, quote, time};
use crate::facts::{Facts, Total};
use crate::graph::{Map, TouchpointIndex, TouchpointRef};
use crate::model::{Availability, Duration};
use crate::stress::apply::only_step;
use crate::stress::{Closing, Consequences, Fewer, Subject, Unsaid};

/// How many names a sentence lists before it counts the rest.
const LISTED: usize = 6;

type Items = Vec<(Mark, String)>;

/// Tells of the consequences of closings.
pub(super) struct Told<'a> {
    pub map: &'a Map,
    pub closings: &'a [Closing],
    pub all: &'a Consequences,
}

impl<'a> Told<'a> {
    /// `I insure my car: if the channel “Agency” closes`
    pub fn title(&self) -> String {
        format!("{}: if {}", self.map.journey().title.trim(), event(self.closings))
    }

    /// The answer in a few sentences.
    pub fn gist(&self) -> String {
        if self.all.is_empty() {
            return "Nothing changes: no touchpoint closes that is not closed already.".to_owned();
        }
        let sentences = [Some(self.end()), self.losses(), self.detour(), self.arrive(), self.open_questions()];
        sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    fn end(&self) -> String {
        if self.all.is_end_cut_off() {
            return match self.names(&self.all.stuck) {
                None => "Nobody can complete the journey any more.".to_owned(),
                Some(names) => format!("Nobody can complete the journey any more: customers get stuck at {names}."),
            };
        }
        match self.names(&self.all.stuck) {
            None if self.all.closed.is_empty() => "Nothing closes altogether; every way stays open.".to_owned(),
            None => "Customers can still complete the journey.".to_owned(),
            Some(names) => {
                format!("Some customers can still complete the journey, but those who come to {names} get stuck.")
            }
        }
    }

    fn losses(&self) -> Option<String> {
        let moments = self.all.cut_off().filter(|fewer| fewer.moment.is_some()).count();
        let alone = self.all.newly_alone().count();
        let parts = [
            (moments, "moment of truth is cut off", "moments of truth are cut off"),
            (self.all.broken.len(), "promise can no longer be kept", "promises can no longer be kept"),
            (alone, "touchpoint is left without an alternative", "touchpoints are left without an alternative"),
        ];
        let parts = parts.into_iter().filter(|(count, ..)| *count > 0);
        let parts =
            parts.map(|(count, one, many)| format!("{} {}", counted(count), if count == 1 { one } else { many }));
        let told = list(parts);
        (!told.is_empty()).then(|| format!("{}.", capital(&told)))
    }

    fn detour(&self) -> Option<String> {
        let difference = self.all.detour.difference()?;
        let (gone, new) = (self.names(&difference.before), self.names(&difference.after));
        Some(match (gone, new) {
            (None, None) => "The way that most take stays the same.".to_owned(),
            (Some(gone), Some(new)) => format!("Most take {new} instead of {gone}{}.", self.extra()),
            (Some(gone), None) => format!("Most go on without {gone}."),
            (None, Some(new)) => format!("Most come by {new} as well{}.", self.extra()),
        })
    }

    /// `, with two more changes of channel and 3 more effort`
    fn extra(&self) -> String {
        let facts = &self.all.detour.facts;
        let switches = facts.before.channel_switches.zip(facts.after.channel_switches);
        let switches = switches.map_or(0, |(before, after)| after.saturating_sub(before));
        let effort = self.all.detour.effort_added(self.map).filter(|effort| *effort > 0.0);
        let waits = [&facts.before, &facts.after].map(|facts| facts.wait.map_or(0, |wait| wait.sum.0));
        let [before, after] = waits;
        let parts = [
            (switches > 0).then(|| {
                format!("{} more change{} of channel", counted(switches), if switches == 1 { "" } else { "s" })
            }),
            effort.map(|effort| format!("{} more effort", number(effort))),
            (after > before).then(|| format!("{} more waiting", time(Duration(after - before)))),
        ];
        let told = list(parts.into_iter().flatten());
        if told.is_empty() { told } else { format!(", with {told}") }
    }

    fn arrive(&self) -> Option<String> {
        let share = self.all.shares.first()?;
        let after = share.after.filter(|after| (after - share.before).abs() > 0.05)?;
        (!self.all.is_end_cut_off()).then(|| {
            format!("Of those who begin, {} reach the end instead of {}.", rounded(after), rounded(share.before))
        })
    }

    fn open_questions(&self) -> Option<String> {
        let missing = self.all.unsaid.iter().filter_map(|unsaid| match unsaid {
            Unsaid::NoReplacement(at) | Unsaid::ReplacementClosed(at) | Unsaid::ReplacementUnknown(at) => Some(*at),
            _ => None,
        });
        let missing: Vec<_> = missing.collect();
        let names = self.names(&missing)?;
        Some(format!("The map does not say where customers go instead of {names}."))
    }

    /// What closes and what is limited.
    pub fn closes(&self) -> Items {
        let closed = self.all.closed.iter().map(|(at, instead)| (Mark::Loss, self.closed(self.map.at(*at), instead)));
        let limited = self.all.limited.iter().map(|at| (Mark::Differs, self.limited(self.map.at(*at))));
        closed.chain(limited).collect()
    }

    fn closed(&self, touchpoint: TouchpointRef<'_>, instead: &[TouchpointIndex]) -> String {
        let step = only_step(touchpoint, self.closings);
        let because = step.map(|step| format!(", because the step {} cannot be done", quote(step))).unwrap_or_default();
        let is_named = !touchpoint.body().replaced_by.is_empty();
        let then = match self.places(instead) {
            Some(places) => format!("Customers go to {places} instead."),
            None if touchpoint.is_optional() && !is_named => {
                "Customers can do without it and go straight on.".to_owned()
            }
            None if is_named => "What replaces it is closed, too.".to_owned(),
            None => "Nothing replaces it.".to_owned(),
        };
        format!("{}{because}. {then}", self.place(touchpoint))
    }

    fn limited(&self, touchpoint: TouchpointRef<'_>) -> String {
        let is_gone = |name: &str| {
            let id = crate::stress::name::name_of(self.map.channel(name).map_or(name, |(id, _)| id.as_str()));
            self.closings.iter().any(|closing| {
                let is_shut = closing.subject == Subject::Channel && closing.level == Availability::Unavailable;
                is_shut && closing.id == id
            })
        };
        let body = touchpoint.body();
        let left: Vec<_> = body.channel.iter().filter(|name| !is_gone(name)).collect();
        let title = quote(touchpoint.title());
        if left.len() < body.channel.len() {
            let left = list(left.into_iter().map(|name| quote(self.map.channel_title(name))));
            format!("{title} stays open, on {left} only.")
        } else {
            format!("{title} stays open, with restrictions.")
        }
    }

    /// What customers no longer get to.
    pub fn out_of_reach(&self) -> Items {
        let mut items: Items = self.all.cut_off().map(|fewer| (Mark::Loss, self.lost(fewer))).collect();
        if let Some(names) = self.names(&self.all.out_of_reach) {
            items.push((Mark::Loss, format!("Open, but nobody gets there: {names}.")));
        }
        items
    }

    fn lost(&self, fewer: &Fewer) -> String {
        match fewer.moment {
            None => "The end of the journey.".to_owned(),
            Some(at) => format!("The moment of truth {}.", self.moment(at)),
        }
    }

    /// What is left with one way.
    pub fn thread(&self) -> Items {
        let left = self.all.fewer.iter().filter(|fewer| fewer.after > 0).map(|fewer| {
            let what = match fewer.moment {
                None => "the end of the journey".to_owned(),
                Some(at) => format!("the moment of truth {}", self.moment(at)),
            };
            let (mark, ways) = match fewer.after {
                1 => (Mark::Loss, "One way is left".to_owned()),
                ways => (Mark::Differs, format!("{} ways are left", capital(&counted(ways)))),
            };
            (mark, format!("{ways} to {what}; there were {}.", counted(fewer.before)))
        });
        let alone = self.all.newly_alone().map(|alone| {
            let goals = alone.before.iter().take(LISTED).map(|goal| match goal {
                None => "the end".to_owned(),
                Some(at) => self.moment(*at),
            });
            let goals = and_more(goals.collect(), alone.before.len());
            (Mark::Loss, format!("{} stands alone now: every way to {goals} passes it.", self.name(alone.touchpoint)))
        });
        left.chain(alone).collect()
    }

    /// Which promises break.
    pub fn promises(&self) -> Items {
        let told = self.all.broken.iter().map(|broken| {
            let within = broken.within.map(|within| format!(" (within {})", time(within))).unwrap_or_default();
            let kept_at = if broken.kept_at == broken.made_at {
                String::new()
            } else {
                format!(" and kept at {}", self.name(broken.kept_at))
            };
            let heard = if broken.is_still_made { " Customers still hear it: withdraw or reword it." } else { "" };
            let made_at = self.name(broken.made_at);
            (Mark::Loss, format!("{}{within}, made at {made_at}{kept_at}.{heard}", quote(&broken.title)))
        });
        told.collect()
    }

    /// The way that customers take instead, in figures.
    pub fn way(&self) -> Items {
        let mut items = Items::new();
        let is_same =
            |sides: &crate::stress::Sides<Vec<TouchpointIndex>>| sides.before.is_empty() && sides.after.is_empty();
        if let Some(difference) = self.all.detour.difference().filter(|sides| !is_same(sides)) {
            let place = |at: &TouchpointIndex| self.place(self.map.at(*at));
            items.extend(difference.before.iter().map(|at| (Mark::Loss, format!("No longer: {}", place(at)))));
            items.extend(difference.after.iter().map(|at| (Mark::Differs, format!("Instead: {}", place(at)))));
            items.extend(self.figures().into_iter().map(|figure| (Mark::Differs, figure)));
        }
        items.extend(self.all.shares.iter().filter_map(|share| {
            let begin = if self.all.shares.len() == 1 {
                String::new()
            } else {
                format!(" of those who begin at {}", self.name(share.way_in))
            };
            let figures = match share.after {
                Some(after) if (after - share.before).abs() <= 0.05 => return None,
                Some(after) => format!("{}, instead of {}", rounded(after), rounded(share.before)),
                None => format!("unknown; it was {}", rounded(share.before)),
            };
            let is_loss = share.after.is_some_and(|after| after < share.before);
            let mark = if is_loss { Mark::Loss } else { Mark::Differs };
            Some((mark, format!("Share{begin} that reaches the end: {figures}")))
        }));
        items
    }

    /// The figures of the main way that differ.
    fn figures(&self) -> Vec<String> {
        let facts = &self.all.detour.facts;
        let count = |count: Option<usize>| count.map(|count| count.to_string());
        let known = |total: usize, of: Option<usize>| match of {
            Some(of) if of > total => format!(" (known of {total} of {of})"),
            _ => String::new(),
        };
        let sum =
            |facts: &Facts| facts.effort.map(|Total { sum, known: at }| number(sum) + &known(at, facts.touchpoints));
        let length = |total: Option<Total<Duration>>| total.map(|total| time(total.sum));
        let rows = [
            ("Touchpoints", [&facts.before, &facts.after].map(|facts| count(facts.touchpoints))),
            ("Changes of channel", [&facts.before, &facts.after].map(|facts| count(facts.channel_switches))),
            ("Changes of team", [&facts.before, &facts.after].map(|facts| count(facts.hand_offs))),
            ("Effort", [&facts.before, &facts.after].map(sum)),
            ("Time taken, as far as known", [&facts.before, &facts.after].map(|facts| length(facts.duration))),
            ("Time waited, as far as known", [&facts.before, &facts.after].map(|facts| length(facts.wait))),
        ];
        let shown = |value: Option<String>| value.unwrap_or_else(|| "unknown".to_owned());
        let rows = rows.into_iter().filter(|(_, [before, after])| before != after);
        rows.map(|(what, [before, after])| format!("{what}: {}, instead of {}", shown(after), shown(before))).collect()
    }

    /// What somebody has to settle.
    pub fn unsaid(&self) -> Items {
        self.all.unsaid.iter().map(|unsaid| (Mark::Open, self.question(unsaid))).collect()
    }

    fn question(&self, unsaid: &Unsaid) -> String {
        match unsaid {
            Unsaid::NoReplacement(at) => {
                format!("Where do customers go instead of {}? Name it in its `replaced_by`.", self.name(*at))
            }
            Unsaid::ReplacementClosed(at) => format!(
                "Where do customers go instead of {}? What its `replaced_by` names is closed, too.",
                self.name(*at)
            ),
            Unsaid::ReplacementUnknown(at) => format!(
                "Where do customers go instead of {}? Its `replaced_by` names nothing in the map.",
                self.name(*at)
            ),
            Unsaid::Undivided(at) => {
                format!("How do customers of {} divide over what replaces it?", self.name(*at))
            }
            Unsaid::EffortUnknown(at) => {
                format!("How much effort does it cost customers to go to {}?", self.names(at).unwrap_or_default())
            }
            Unsaid::NoShares => "What share of the customers still arrives? The map does not give a `share` for \
                                 every way where ways part."
                .to_owned(),
            Unsaid::Unread => "A part of the map could not be read: there may be ways round that are not counted \
                               here."
                .to_owned(),
        }
    }

    /// “She looks at my salon” at “I talk it over”
    fn moment(&self, at: TouchpointIndex) -> String {
        let touchpoint = self.map.at(at);
        let title = touchpoint.body().moment_of_truth.as_ref().and_then(|moment| moment.title.as_ref());
        match title {
            Some(title) => format!("{} at {}", quote(title), quote(touchpoint.title())),
            None => quote(touchpoint.title()),
        }
    }

    fn name(&self, at: TouchpointIndex) -> String {
        quote(self.map.at(at).title())
    }

    fn names(&self, touchpoints: &[TouchpointIndex]) -> Option<String> {
        let names = touchpoints.iter().take(LISTED).map(|at| self.name(*at)).collect();
        (!touchpoints.is_empty()).then(|| and_more(names, touchpoints.len()))
    }

    /// “I talk it over” (Agency)
    fn place(&self, touchpoint: TouchpointRef<'_>) -> String {
        let channels = list(touchpoint.channel_titles());
        let title = quote(touchpoint.title());
        if channels.is_empty() { title } else { format!("{title} ({channels})") }
    }

    fn places(&self, touchpoints: &[TouchpointIndex]) -> Option<String> {
        let names = touchpoints.iter().take(LISTED).map(|at| self.place(self.map.at(*at))).collect();
        (!touchpoints.is_empty()).then(|| and_more(names, touchpoints.len()))
    }
}

/// `the channel “Agency” closes`, `the channel “Agency” closes and the system “CRM” is limited`
fn event(closings: &[Closing]) -> String {
    let clause = |level, one, many| {
        let of_level: Vec<_> = closings.iter().filter(|closing| closing.level == level).map(what).collect();
        let verb = if of_level.len() == 1 { one } else { many };
        (!of_level.is_empty()).then(|| format!("{} {verb}", list(of_level)))
    };
    let closed = clause(Availability::Unavailable, "closes", "close");
    list(closed.into_iter().chain(clause(Availability::Limited, "is limited", "are limited")))
}

/// `the channel “Agency”`
pub(super) fn what(closing: &Closing) -> String {
    let noun = match closing.subject {
        Subject::Channel => "channel",
        Subject::Touchpoint => "touchpoint",
        Subject::Owner => "team",
        Subject::System => "system",
    };
    format!("the {noun} {}", quote(&closing.title))
}

/// `A, B and 3 more`
fn and_more(mut names: Vec<String>, count: usize) -> String {
    let more = count.saturating_sub(names.len());
    if more > 0 {
        names.push(format!("{more} more"));
    }
    list(names)
}

fn rounded(share: f64) -> String {
    percent((share * 10.0).round() / 10.0)
}
