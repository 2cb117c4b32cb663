//! What a page says of the map as a whole.

use super::Author;
use super::facts::{Entry, Facts, Mark, Words};
use super::labels::{PageLabel, period};
use crate::facts::Facts as Findings;
use crate::facts::Total;
use crate::graph::Address;
use crate::model::{Availability, Basis, Channel, Date, Duration, Id, Persona, State};
use crate::render::labels::Label;
use crate::source::Located;

impl Author<'_> {
    /// Everything about the journey but its phases.
    pub fn journey_facts(&self) -> Facts {
        let journey = self.map.journey();
        let mut facts = self.facts();
        facts.put(PageLabel::Description, &journey.description);
        facts.put(Label::Scenario, &journey.scenario);
        facts.put(Label::Goal, &journey.goal);
        if let Some(situation) = &journey.situation {
            let dates = self.dates(situation.from, situation.until);
            let name = situation.name.as_ref().map_or("", |name| name.as_str());
            let about = situation.description.as_ref().map(|about| about.value.clone());
            facts.put(Label::Situation, [Words::with_note(name, &dates)]);
            facts.put(PageLabel::SituationAbout, about);
        }
        facts.put(PageLabel::Owner, &journey.owner);
        let review = journey.review.as_ref();
        facts.day(Label::Reviewed, review.and_then(|review| review.last));
        let every = review.and_then(|review| review.every).map(|every| period(self.tongue, every.value));
        facts.put(PageLabel::ReviewEvery, every);
        let (min, max) = journey.scale();
        facts.put(PageLabel::Scale, [format!("{}–{}", self.tongue.number(min), self.tongue.number(max))]);
        self.figures(&mut facts);
        facts.put(PageLabel::Channels, journey.channels.iter().map(|(id, channel)| self.channel(id, channel)));
        facts.put(Label::Solutions, self.map.solutions().map(|solution| self.solution(solution)));
        facts.put(Label::Measures, self.map.measures().map(|measure| self.measure(measure)));
        self.evidence(&mut facts, &journey.evidence);
        facts.extensions(&journey.extensions);
        facts
    }

    /// Which version of reality the map shows, and what it rests on.
    pub fn journey_marks(&self) -> Vec<Mark> {
        let journey = self.map.journey();
        let state = match journey.state() {
            State::Current => "quiet",
            State::Future => "good",
            State::Past => "doubt",
        };
        let mut marks = vec![Mark { tone: state, text: self.tongue.state(journey.state()).to_owned() }];
        marks.extend(journey.basis.map(|basis| Mark {
            tone: if basis.value == Basis::Hypothesis { "doubt" } else { "quiet" },
            text: self.tongue.basis(basis.value).to_owned(),
        }));
        marks
    }

    /// Whose journey it is.
    pub fn persona_facts(&self, persona: &Persona) -> Facts {
        let mut facts = self.facts();
        facts.put(Label::Goals, persona.goals.iter());
        facts.put(Label::Needs, persona.needs.iter());
        facts.extensions(&persona.extensions);
        facts
    }

    /// What follows from the map for its customers.
    fn figures(&self, facts: &mut Facts) {
        let found = Findings::of(self.map);
        facts.put(PageLabel::MainWay, found.touchpoints.map(|count| count.to_string()));
        facts.put(PageLabel::ChannelSwitches, found.channel_switches.map(|count| count.to_string()));
        facts.put(PageLabel::HandOffs, found.hand_offs.map(|count| count.to_string()));
        let touchpoints = found.touchpoints;
        let known = |total: Total<Duration>| {
            let all = touchpoints.filter(|all| *all > total.known);
            let part = all.map(|all| self.part_of(total.known, all)).unwrap_or_default();
            Words::with_note(&self.tongue.duration(total.sum), &part)
        };
        facts.put(PageLabel::TotalTime, found.duration.map(known));
        facts.put(PageLabel::TotalWait, found.wait.map(known));
        let flow = self.map.flow();
        let arrive = flow.open().ways_in().first().and_then(|&way_in| flow.share_to_end(way_in));
        facts.put(PageLabel::Arrive, arrive.map(|share| self.tongue.percentage(share)));
    }

    /// That a figure is known of some touchpoints only.
    fn part_of(&self, known: usize, all: usize) -> String {
        PageLabel::KnownOf
            .in_tongue(self.tongue)
            .replace("{known}", &known.to_string())
            .replace("{all}", &all.to_string())
    }

    fn channel(&self, id: &Located<Id>, channel: &Channel) -> Entry {
        let status = channel.status.as_ref();
        let level = status.and_then(|status| status.level).map_or(Availability::Available, |level| level.value);
        let word = self.tongue.restriction(level).map(|word| Mark {
            tone: if level == Availability::Unavailable { "bad" } else { "doubt" },
            text: word.to_owned(),
        });
        let mut facts = self.facts();
        facts.put(PageLabel::Description, &channel.description);
        if let Some(status) = status {
            let because = status.because.as_ref().map_or("", |because| because.as_str());
            let dates = self.dates(status.from, status.until);
            facts.put(PageLabel::Because, [Words::with_note(because, &dates)]);
        }
        facts.extensions(&channel.extensions);
        let title = channel.title.as_ref().map_or(id.as_str(), |title| title.as_str());
        let address = Address::Channel(id.to_string());
        self.entry(&address, "channel", PageLabel::Channel, title, word.into_iter().collect(), facts)
    }

    /// From a day until a day, as far as they are known.
    pub fn dates(&self, from: Option<Located<Date>>, until: Option<Located<Date>>) -> String {
        let day = |label, date: Option<Located<Date>>| {
            date.map(|date| format!("{} {}", self.label(label), self.tongue.day(date.value)))
        };
        [day(Label::From, from), day(Label::Until, until)].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}
