//! What a page says of the things that stand on a map, a phase or a touchpoint.

use super::Author;
use super::facts::{Entry, Facts, Mark, Words, safe_link};
use super::labels::{PageLabel, confidence, moment as kind_of_moment};
use crate::graph::{Address, TouchpointRef, solutions};
use crate::model::{
    Employee, Evidence, Feedback, FrictionPoint, FrictionStatus, Id, Measure, MomentOfTruth, OpenQuestion, Promise,
    Severity, Solution, SolutionStatus, Step, Text,
};
use crate::render::labels::Label;
use crate::render::layout::{metric, reaches_target};
use crate::source::Located;
use crate::text::printable;

impl Author<'_> {
    /// A friction point with its solutions.
    pub fn friction(&self, (address, point): (Address, &FrictionPoint)) -> Entry {
        let mut facts = self.facts();
        facts.percentage(PageLabel::Reach, point.reach);
        facts.put(PageLabel::Because, &point.because);
        let elsewhere = point.also_at.iter().filter_map(|to| self.map.find(to));
        facts.put(PageLabel::Also, elsewhere.map(TouchpointRef::title));
        let answers = solutions(address.clone(), &point.solutions).map(|solution| self.solution(solution));
        facts.put(Label::Solutions, answers);
        self.evidence(&mut facts, &point.evidence);
        facts.extensions(&point.extensions);
        let mut marks = vec![Mark { tone: tone(point), text: self.tongue.severity(point.severity()).to_owned() }];
        let status = self.tongue.friction(point.status());
        marks.extend(status.map(|status| Mark { tone: "good", text: status.to_owned() }));
        self.entry(&address, "friction-point", PageLabel::FrictionPoint, name_of(point), marks, facts)
    }

    /// A solution, with all that is said of it in any of its places.
    pub fn solution(&self, (address, written): (Address, &Solution)) -> Entry {
        let known = written.id.as_ref().and_then(|id| self.solutions.get(id.as_str()));
        let whole = known.unwrap_or(written);
        let mut facts = self.facts();
        facts.put(PageLabel::Owner, &whole.owner);
        facts.day(PageLabel::DueOn, whole.due);
        facts.put(PageLabel::MeasuredBy, &whole.measured_by);
        let met_at = whole.touchpoint.as_ref().and_then(|to| self.map.find(to));
        facts.put(PageLabel::MetAt, met_at.map(TouchpointRef::title));
        facts.put(PageLabel::Address, whole.url.as_ref().map(|url| Words::from(url.as_str()).linked(Some(url))));
        facts.extensions(&whole.extensions);
        let tone = match whole.status() {
            SolutionStatus::Idea | SolutionStatus::Dropped => "quiet",
            SolutionStatus::Planned | SolutionStatus::InProgress | SolutionStatus::Done => "good",
        };
        let mut marks = vec![Mark { tone, text: self.tongue.solution(whole.status()).to_owned() }];
        if self.picture.is_overdue(self.map, whole) {
            marks.insert(0, Mark { tone: "bad", text: self.label(Label::Overdue).to_owned() });
        }
        self.entry(
            &address,
            "solution",
            PageLabel::Solution,
            title(whole.title.as_ref(), whole.id.as_ref()),
            marks,
            facts,
        )
    }

    /// A promise, told where it is made.
    pub fn promise(&self, made_at: TouchpointRef<'_>, (address, promise): (Address, &Promise)) -> Entry {
        let mut facts = self.terms(promise);
        let elsewhere = made_at.kept_at(promise).filter(|at| at.index() != made_at.index());
        facts.put(PageLabel::KeptAt, elsewhere.map(TouchpointRef::title));
        facts.extensions(&promise.extensions);
        self.promised(&address, promise, facts)
    }

    /// A promise, told where it is kept.
    pub fn promise_to_keep(&self, address: &Address, promise: &Promise) -> Entry {
        let mut facts = self.terms(promise);
        facts.put(PageLabel::MadeAt, self.map.touchpoint_of(address).map(TouchpointRef::title));
        self.promised(address, promise, facts)
    }

    fn terms(&self, promise: &Promise) -> Facts {
        let mut facts = self.facts();
        facts.duration(PageLabel::Promised, promise.within);
        facts.duration(PageLabel::Achieved, promise.actual);
        facts.percentage(PageLabel::HowOftenKept, promise.kept);
        facts
    }

    fn promised(&self, address: &Address, promise: &Promise, facts: Facts) -> Entry {
        let missed = if promise.is_late() { Label::Late } else { Label::Missed };
        let is_missed = promise.is_missed(Promise::KEPT);
        let marks = is_missed.then(|| Mark { tone: "bad", text: self.label(missed).to_owned() });
        let marks = marks.into_iter().collect();
        self.entry(
            address,
            "promise",
            PageLabel::Promise,
            title(promise.title.as_ref(), promise.id.as_ref()),
            marks,
            facts,
        )
    }

    /// A moment of truth.
    pub fn moment(&self, at: TouchpointRef<'_>, (address, moment): (Address, &MomentOfTruth)) -> Entry {
        let mut facts = self.facts();
        facts.put(PageLabel::DecidesBecause, &moment.why);
        facts.put(PageLabel::Success, &moment.success);
        facts.put(PageLabel::Failure, &moment.failure);
        facts.put(PageLabel::Commitment, &moment.commitment);
        facts.put(PageLabel::Kind, moment.kind.map(|kind| kind_of_moment(kind.value).in_tongue(self.tongue)));
        facts.extensions(&moment.extensions);
        let title = moment.title.as_ref().map_or_else(|| at.title(), |title| title.as_str());
        let noun = self.word(PageLabel::MomentOfTruth);
        Entry { noun, ..self.entry(&address, "moment", PageLabel::Touchpoint, title, Vec::new(), facts) }
    }

    /// A measure.
    pub fn measure(&self, (address, measure): (Address, &Measure)) -> Entry {
        let tongue = self.tongue;
        let number = |number: f64| tongue.amount(number, measure.unit.as_ref().map(|unit| unit.as_str()));
        let mut facts = self.facts();
        facts.put(PageLabel::Target, measure.target.map(|target| number(target.0)));
        let scale = measure.scale().map(|(min, max)| format!("{}…{}", tongue.number(min), tongue.number(max)));
        facts.put(PageLabel::Scale, scale);
        facts.number(PageLabel::Responses, measure.responses);
        facts.day(PageLabel::Date, measure.date);
        facts.put(PageLabel::Source, &measure.source);
        facts.extensions(&measure.extensions);
        let value = measure.value.map_or_else(|| self.label(Label::ToMeasure).to_owned(), |value| number(value.0));
        let tone = match reaches_target(measure) {
            Some(true) => "good",
            Some(false) => "bad",
            None => "quiet",
        };
        let marks = vec![Mark { tone, text: printable(&value).into_owned() }];
        self.entry(&address, "measure", PageLabel::Measure, &metric(measure), marks, facts)
    }

    /// The employee's side of a moment.
    pub fn employee(&self, at: TouchpointRef<'_>, side: &Employee) -> Entry {
        let mut facts = self.facts();
        facts.number(Label::ExpectationLine, side.expectation);
        facts.number(Label::ExperienceLine, side.experience);
        facts.put(PageLabel::Because, &side.because);
        facts.put(Label::Needs, side.needs.iter());
        facts.extensions(&side.extensions);
        let noun = self.label(Label::Staff);
        let title = side.role.as_ref().map_or(noun, |role| role.as_str());
        let address = Address::Employee(at.id().to_owned());
        Entry { noun, ..self.entry(&address, "employee", PageLabel::Touchpoint, title, Vec::new(), facts) }
    }

    /// How a moment listens.
    pub fn feedback(&self, at: TouchpointRef<'_>, feedback: &Feedback) -> Entry {
        let word = |label: PageLabel| label.in_tongue(self.tongue).to_owned();
        let mut facts = self.facts();
        let question = feedback.open_question.as_ref().map(|question| match &question.value {
            OpenQuestion::Asked(question) => self.tongue.quote(question),
            OpenQuestion::Yes => word(PageLabel::Yes),
            OpenQuestion::No => word(PageLabel::No),
        });
        facts.put(PageLabel::OpenQuestion, question);
        let follow_up = feedback.follow_up.as_ref();
        let owner = follow_up.and_then(|follow_up| follow_up.owner.as_ref()).map(|owner| owner.as_str());
        let within = follow_up
            .and_then(|follow_up| follow_up.within)
            .map(|within| format!("{} {}", self.label(Label::Within), self.tongue.duration(within.value)));
        facts.put(PageLabel::FollowUp, [Words::with_note(owner.unwrap_or_default(), &within.unwrap_or_default())]);
        facts.extensions(&feedback.extensions);
        let nobody = owner.is_none().then(|| Mark { tone: "bad", text: self.label(Label::NobodyFollowsUp).to_owned() });
        let noun = self.label(Label::Feedback);
        let title = feedback.via.as_ref().map_or(noun, |via| via.as_str());
        let address = Address::Feedback(at.id().to_owned());
        let marks = nobody.into_iter().collect();
        Entry { noun, ..self.entry(&address, "feedback", PageLabel::Touchpoint, title, marks, facts) }
    }

    /// A step of the organisation's, with whose it is, what it runs on and how long it takes.
    pub fn step(&self, step: &Step) -> Words {
        let parts = [&step.owner, &step.system].into_iter().flatten().map(|text| text.value.clone());
        let duration = step.duration.map(|duration| self.tongue.duration(duration.value));
        let note = parts.chain(duration).collect::<Vec<_>>().join(" · ");
        Words::with_note(step.title.as_ref().map_or("", |title| title.as_str()), &note)
    }

    /// Adds what a claim rests on.
    pub fn evidence(&self, facts: &mut Facts, evidence: &[Evidence]) {
        let words = evidence.iter().map(|piece| {
            let sure = piece.confidence.map(|sure| confidence(sure.value).in_tongue(self.tongue).to_owned());
            let date = piece.date.map(|date| self.tongue.day(date.value));
            let note = sure.into_iter().chain(date).collect::<Vec<_>>().join(" · ");
            let text = piece.title.as_ref().or(piece.url.as_ref()).map_or("", |text| text.as_str());
            let link = piece.url.as_ref().map(|url| url.as_str()).filter(|url| safe_link(url).is_some());
            Words::with_note(text, &note).linked(link.or(Some(text)))
        });
        facts.put(PageLabel::Evidence, words);
    }
}

/// What a friction point is called.
pub fn name_of(point: &FrictionPoint) -> &str {
    title(point.title.as_ref(), point.id.as_ref())
}

/// The colour of a friction point.
pub fn tone(point: &FrictionPoint) -> &'static str {
    match point.severity() {
        _ if point.status() == FrictionStatus::Resolved => "quiet",
        Severity::Low => "quiet",
        Severity::Medium => "doubt",
        Severity::High | Severity::Critical => "bad",
    }
}

/// What something is called: its title, else its id.
fn title<'t>(title: Option<&'t Text>, id: Option<&'t Located<Id>>) -> &'t str {
    title.map(|title| title.as_str()).or(id.map(|id| id.as_str())).unwrap_or_default()
}
