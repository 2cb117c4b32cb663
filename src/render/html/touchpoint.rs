//! What a page says of a touchpoint, and of a phase as a whole.

use super::Author;
use super::facts::{Facts, Mark, Words};
use super::labels::{PageLabel, expectation_source};
use super::parts::{name_of, tone};
use crate::graph::{Address, PhaseRef, Place, TouchpointRef};
use crate::model::{Availability, Text, Way};
use crate::render::content::{because, channels};
use crate::render::labels::Label;

impl<'m> Author<'m> {
    /// Everything about a phase but its touchpoints.
    pub fn phase_facts(&self, phase: PhaseRef<'_>) -> Facts {
        let body = phase.body();
        let mut facts = self.facts();
        facts.put(PageLabel::Description, &body.description);
        facts.put(Label::Goal, &body.goal);
        facts.put(PageLabel::Owner, &body.owner);
        facts.duration(PageLabel::Duration, body.duration);
        facts.put(Label::Needs, phase.needs().map(|(address, need)| Words::from(need.as_str()).at(&address)));
        facts.put(Label::Friction, phase.friction_points().map(|point| self.friction(point)));
        facts.put(Label::Solutions, phase.solutions().map(|solution| self.solution(solution)));
        facts.put(Label::Measures, phase.measures().map(|measure| self.measure(measure)));
        self.evidence(&mut facts, &body.evidence);
        facts.extensions(&body.extensions);
        facts
    }

    /// Everything about a touchpoint.
    pub fn touchpoint_facts(&self, touchpoint: TouchpointRef<'m>) -> Facts {
        let mut facts = self.facts();
        facts.put(PageLabel::Description, &touchpoint.body().description);
        self.circumstances(touchpoint, &mut facts);
        self.satisfaction(touchpoint, &mut facts);
        let body = touchpoint.body();
        facts.put(PageLabel::Thinking, body.thinking.iter());
        facts.put(PageLabel::Feeling, body.feeling.iter());
        facts.put(PageLabel::Quote, body.quote.iter().map(|quote| self.tongue.quote(quote)));
        facts.put(Label::Needs, touchpoint.needs().map(|(address, need)| Words::from(need.as_str()).at(&address)));
        facts.put(PageLabel::MomentOfTruth, touchpoint.moment_of_truth().map(|moment| self.moment(touchpoint, moment)));
        facts.put(Label::Friction, touchpoint.friction_points().map(|point| self.friction(point)));
        let also = self.hindrances_from_elsewhere(touchpoint);
        facts.put(
            PageLabel::FromElsewhere,
            also.map(|point| Words::with_note(name_of(point), self.tongue.severity(point.severity()))),
        );
        facts.put(Label::Solutions, touchpoint.solutions().map(|solution| self.solution(solution)));
        facts.put(Label::Promises, touchpoint.promises().map(|promise| self.promise(touchpoint, promise)));
        let to_keep = self.promises.get(&touchpoint.index()).into_iter().flatten();
        facts.put(PageLabel::KeptHere, to_keep.map(|(address, promise)| self.promise_to_keep(address, promise)));
        facts.put(Label::Measures, touchpoint.measures().map(|measure| self.measure(measure)));
        self.organisation(touchpoint, &mut facts);
        facts.put(PageLabel::Next, self.ways(touchpoint));
        self.evidence(&mut facts, &body.evidence);
        facts.extensions(&body.extensions);
        facts
    }

    /// What has to be seen of a touchpoint at once: whether it is closed, decisive, painful.
    pub fn marks(&self, touchpoint: TouchpointRef<'m>) -> Vec<Mark> {
        let closed = self.tongue.restriction(touchpoint.availability()).map(|word| {
            let tone = if touchpoint.is_closed() { "bad" } else { "doubt" };
            Mark { tone, text: word.to_owned() }
        });
        let moment = touchpoint.body().moment_of_truth.as_ref();
        let moment =
            moment.map(|_| Mark { tone: "moment", text: format!("★ {}", self.word(PageLabel::MomentOfTruth)) });
        let worst = self.hindrances(touchpoint).max_by_key(|point| point.severity()).map(|worst| {
            let count = self.hindrances(touchpoint).count();
            let count = if count > 1 { format!(" ({count})") } else { String::new() };
            let noun = PageLabel::FrictionPoint.in_tongue(self.tongue);
            let severity = self.tongue.severity(worst.severity());
            Mark { tone: tone(worst), text: self.tongue.named(&format!("{noun}{count}"), &severity.to_lowercase()) }
        });
        closed.into_iter().chain(moment).chain(worst).collect()
    }

    /// Where it happens, when, and by whose hands.
    fn circumstances(&self, touchpoint: TouchpointRef<'_>, facts: &mut Facts) {
        let body = touchpoint.body();
        facts.put(PageLabel::Channel, channels(touchpoint, self.tongue));
        if touchpoint.availability() != Availability::Available {
            let dates = body.status.as_ref().map(|status| self.dates(status.from, status.until)).unwrap_or_default();
            let note = [because(touchpoint).unwrap_or_default(), &dates].join(" ");
            let status = self.tongue.restriction(touchpoint.availability()).unwrap_or_default();
            facts.put(PageLabel::Status, [Words::with_note(status, note.trim())]);
        }
        let instead = body.replaced_by.iter().map(|to| self.map.find(to).map_or(to.as_str(), TouchpointRef::title));
        facts.put(PageLabel::ReplacedBy, instead);
        let optional = touchpoint.is_optional().then(|| self.yes());
        facts.put(Label::Optional, optional);
        let starts = (touchpoint.index().0 > 0 && touchpoint.is_way_in()).then(|| self.yes());
        facts.put(Label::StartsHere, starts);
        facts.put(PageLabel::Owner, touchpoint.owner());
        facts.put(PageLabel::Actors, body.actors.iter());
        facts.duration(PageLabel::Duration, body.duration);
        facts.duration(Label::Wait, body.wait);
    }

    fn yes(&self) -> &'static str {
        PageLabel::Yes.in_tongue(self.tongue)
    }

    /// What customers expect and get.
    fn satisfaction(&self, touchpoint: TouchpointRef<'_>, facts: &mut Facts) {
        let rating = |level: Option<f64>| level.map(|level| self.tongue.number(level)).unwrap_or_default();
        let body = touchpoint.body();
        let expectation = body.expectation.as_ref();
        let source = expectation.and_then(|expectation| expectation.source);
        let source = source.map(|source| expectation_source(source.value).in_tongue(self.tongue));
        let because = expectation.and_then(|expectation| expectation.because.as_ref()).map(|text| text.as_str());
        let note = because.into_iter().chain(source).collect::<Vec<_>>().join(" · ");
        facts.put(Label::ExpectationLine, [Words::with_note(&rating(touchpoint.expectation()), &note)]);
        let because = body.experience.as_ref().and_then(|experience| experience.because.as_ref());
        let note = because.map_or("", |text| text.as_str());
        facts.put(Label::ExperienceLine, [Words::with_note(&rating(touchpoint.experience()), note)]);
        facts.put(PageLabel::Gap, touchpoint.gap().map(|gap| self.tongue.signed(gap)));
        let (_, max) = self.map.journey().scale();
        let effort = body.effort.map(|effort| format!("{} / {}", rating(Some(effort.0)), rating(Some(max))));
        facts.put(Label::Effort, effort);
    }

    /// A gap between expectation and experience, to be seen at once.
    pub fn gap(&self, gap: f64) -> Mark {
        let tone = match gap {
            _ if gap < 0.0 => "bad",
            _ if gap > 0.0 => "good",
            _ => "quiet",
        };
        Mark { tone, text: self.tongue.signed(gap) }
    }

    /// The organisation's side.
    fn organisation(&self, touchpoint: TouchpointRef<'_>, facts: &mut Facts) {
        let body = touchpoint.body();
        facts.put(Label::Employee, body.employee.iter().map(|side| self.employee(touchpoint, side)));
        facts.put(Label::Frontstage, body.frontstage.iter().map(|step| self.step(step)));
        facts.put(Label::Backstage, body.backstage.iter().map(|step| self.step(step)));
        facts.put(PageLabel::Systems, body.systems.iter());
        facts.put(Label::Props, body.props.iter());
        facts.put(Label::Feedback, body.feedback.as_ref().map(|feedback| self.feedback(touchpoint, feedback)));
    }

    /// Where customers go from a touchpoint: as written, and where the order of the file leads past something closed.
    fn ways(&self, touchpoint: TouchpointRef<'_>) -> Vec<Words> {
        let (flow, at) = (self.map.flow(), touchpoint.index());
        let turned = || flow.open().ways(at).iter().find(|way| way.written.is_none()).map(|way| way.to);
        let words = flow.declared().ways(at).iter().filter_map(|way| {
            let written = way.written.and_then(|written| touchpoint.body().next.get(written));
            let to = if written.is_some() { way.to } else { turned().filter(|to| *to != way.to)? };
            let address = Address::Way(touchpoint.id().to_owned(), self.place(way.to).1.to_owned());
            let condition = written.map(|written| self.condition(written)).unwrap_or_default();
            Some(Words::with_note(self.place(to).0, &condition).at(&address))
        });
        words.collect()
    }

    /// What a place is called, and the word for it in the file.
    fn place(&self, place: Place) -> (&str, &str) {
        match place {
            Place::Touchpoint(to) => (self.map.at(to).title(), self.map.at(to).id()),
            Place::End => (self.label(Label::ToEnd), "end"),
            Place::Lost => (self.label(Label::ToLost), "lost"),
        }
    }

    fn condition(&self, way: &Way) -> String {
        let share = way.share.map(|share| self.tongue.percentage(share.0));
        let when = way.when.as_ref().map(|when: &Text| when.value.clone());
        share.into_iter().chain(when).collect::<Vec<_>>().join(" · ")
    }
}
