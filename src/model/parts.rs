//! What stands on a map, a phase or a touchpoint.

use super::record::record;
use super::{
    Availability, Better, Confidence, Date, Duration, ExpectationSource, Figure, FrictionStatus, Id, List, MomentKind,
    Number, OneOrMany, OpenQuestion, Percentage, Reference, Scale, Severity, SolutionStatus, Target, Text,
};
use crate::source::Located;

record! {
    /// Whether customers can use a channel or touchpoint, and why not.
    Status is "a status", short level {
        /// The status itself.
        level: Option<Located<Availability>>,
        /// Why.
        because: Option<Text>,
        /// The first day of it.
        from: Option<Located<Date>>,
        /// The last day of it, once known.
        until: Option<Located<Date>>,
    }

    /// What the customer expects.
    Expectation is "an expectation", short level {
        /// The rating, on the map's scale.
        level: Option<Located<Number>>,
        /// Why.
        because: Option<Text>,
        /// Where the expectation comes from.
        source: Option<Located<ExpectationSource>>,
    }

    /// What the customer gets.
    Experience is "an experience", short level {
        /// The rating, on the map's scale.
        level: Option<Located<Number>>,
        /// Why.
        because: Option<Text>,
    }

    /// Something the organisation tells the customer will happen.
    Promise is "a promise", short title, one of title id {
        /// A stable name; by default made from the title.
        id: Option<Located<Id>>,
        /// What is promised.
        title: Option<Text>,
        /// Ids that it had before.
        was: OneOrMany<Located<Id>>,
        /// The deadline that is promised.
        within: Option<Located<Duration>>,
        /// What is really achieved.
        actual: Option<Located<Duration>>,
        /// How often it is kept.
        kept: Option<Located<Percentage>>,
        /// The touchpoint where it is kept; by default here.
        kept_at: Option<Reference>,
    }

    /// Something that hinders the customer.
    FrictionPoint is "a friction point", short title, one of title id {
        /// A stable name; by default made from the title.
        id: Option<Located<Id>>,
        /// What hinders the customer.
        title: Option<Text>,
        /// Ids that it had before.
        was: OneOrMany<Located<Id>>,
        /// How much it hurts; `medium` by default.
        severity: Option<Located<Severity>>,
        /// How far it has been dealt with; `open` by default.
        status: Option<Located<FrictionStatus>>,
        /// How many customers it hits.
        reach: Option<Located<Percentage>>,
        /// Why it is there.
        because: Option<Text>,
        /// Other touchpoints that it hinders as well.
        also_at: List<Reference>,
        /// What is done about it.
        solutions: List<Solution>,
        /// What is known of it, and from where.
        evidence: List<Evidence>,
    }

    /// Something that is done about friction.
    Solution is "a solution", short title, one of title id {
        /// A stable name; the same written id in several places is one solution.
        id: Option<Located<Id>>,
        /// What is done.
        title: Option<Text>,
        /// Ids that it had before.
        was: OneOrMany<Located<Id>>,
        /// How far it has come; `idea` by default.
        status: Option<Located<SolutionStatus>>,
        /// Who answers for it.
        owner: Option<Text>,
        /// The day it should be done.
        due: Option<Located<Date>>,
        /// The metric that will show whether it helps.
        measured_by: Option<Text>,
        /// Where to read more.
        url: Option<Text>,
        /// The touchpoint where the customer meets it.
        touchpoint: Option<Reference>,
    }

    /// A figure about the customer's experience, or the metric that ought to be measured.
    Measure is "a measure", short metric {
        /// What is measured: `nps`, `csat` and `ces` bring their scale and direction.
        metric: Text,
        /// The figure; `83%` is short for 83 with the unit `%`.
        value: Option<Located<Figure>>,
        /// The figure it should be.
        target: Option<Located<Figure>>,
        /// The unit of the figure.
        unit: Option<Text>,
        /// Which way it gets better.
        better: Option<Located<Better>>,
        /// The scale of the figure.
        scale: Option<Scale>,
        /// How many customers answered.
        responses: Option<Located<Number>>,
        /// The day it was measured.
        date: Option<Located<Date>>,
        /// Where the figure comes from.
        source: Option<Text>,
    }

    /// What a claim rests on.
    Evidence is "a piece of evidence", short title {
        /// A citation or link.
        title: Option<Text>,
        /// Where to read it.
        url: Option<Text>,
        /// The day of it.
        date: Option<Located<Date>>,
        /// How sure it is.
        confidence: Option<Located<Confidence>>,
    }

    /// A touchpoint that decides the relation.
    MomentOfTruth is "a moment of truth", short title {
        /// A stable name; by default its touchpoint's.
        id: Option<Located<Id>>,
        /// What is decided here.
        title: Option<Text>,
        /// Ids that it had before.
        was: OneOrMany<Located<Id>>,
        /// Why it decides the relation.
        why: Option<Text>,
        /// What success looks like.
        success: Option<Text>,
        /// What failure looks like.
        failure: Option<Text>,
        /// The act that proves the engagement.
        commitment: Option<Text>,
        /// Which of the four moments of truth it is.
        kind: Option<Located<MomentKind>>,
    }

    /// The same moment from the staff's side.
    Employee is "an employee's side" {
        /// The employee's role.
        role: Option<Text>,
        /// What the employee expects, on the map's scale.
        expectation: Option<Located<Number>>,
        /// What the employee gets, on the map's scale.
        experience: Option<Located<Number>>,
        /// What the employee needs.
        needs: List<Text>,
        /// Why it is so.
        because: Option<Text>,
    }

    /// A step of the organisation's, in the customer's sight or behind it.
    Step is "a step", short title {
        /// What is done.
        title: Option<Text>,
        /// The team that does it.
        owner: Option<Text>,
        /// What it runs on.
        system: Option<Text>,
        /// How long it takes.
        duration: Option<Located<Duration>>,
    }

    /// How a moment listens, and who closes the loop.
    Feedback is "feedback" {
        /// How customers are asked.
        via: Option<Text>,
        /// The open question that is asked: its text, `true` or `false`.
        open_question: Option<Located<OpenQuestion>>,
        /// What happens with the answers.
        follow_up: Option<FollowUp>,
    }

    /// Who closes the loop, and how fast.
    FollowUp is "a follow-up" {
        /// Who follows up.
        owner: Option<Text>,
        /// How fast.
        within: Option<Located<Duration>>,
    }

    /// A way onward from a touchpoint.
    Way is "a way", short to {
        /// A touchpoint's id, `next`, `end` or `lost`.
        to: Located<Target>,
        /// The condition under which customers take it.
        when: Option<Text>,
        /// The percentage of customers who take it.
        share: Option<Located<Percentage>>,
    }
}

impl Promise {
    /// How often a promise is to be kept, in percent of customers, unless somebody says otherwise.
    pub const KEPT: f64 = 80.0;

    /// Whether what is achieved takes longer than what was promised.
    #[must_use]
    pub fn is_late(&self) -> bool {
        self.within.zip(self.actual).is_some_and(|(within, actual)| actual.value > within.value)
    }

    /// Whether what is achieved takes longer than what was promised, or is achieved less often than `kept` percent.
    #[must_use]
    pub fn is_missed(&self, kept: f64) -> bool {
        self.is_late() || self.kept.is_some_and(|share| share.0 < kept)
    }
}

impl FrictionPoint {
    /// The severity, `medium` unless written.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.severity.map_or(Severity::Medium, |severity| severity.value)
    }

    /// The status, `open` unless written.
    #[must_use]
    pub fn status(&self) -> FrictionStatus {
        self.status.map_or(FrictionStatus::Open, |status| status.value)
    }
}

impl Solution {
    /// The status, `idea` unless written.
    #[must_use]
    pub fn status(&self) -> SolutionStatus {
        self.status.map_or(SolutionStatus::Idea, |status| status.value)
    }

    /// Takes from another place where it stands what is not said here: the fields of a solution are given once, in any of
    /// its places.
    pub fn fill_from(&mut self, other: &Self) {
        fn first<T: Clone>(into: &mut Option<T>, from: Option<&T>) {
            if into.is_none() {
                *into = from.cloned();
            }
        }
        first(&mut self.title, other.title.as_ref());
        first(&mut self.status, other.status.as_ref());
        first(&mut self.owner, other.owner.as_ref());
        first(&mut self.due, other.due.as_ref());
        first(&mut self.measured_by, other.measured_by.as_ref());
        first(&mut self.url, other.url.as_ref());
        first(&mut self.touchpoint, other.touchpoint.as_ref());
        if self.was.is_empty() {
            self.was.clone_from(&other.was);
        }
    }
}

impl Measure {
    /// The ends of the scale of the figure: as written, or as the metric brings them. Source: the customary scales of
    /// NPS (asked 0–10, reported −100…100), CSAT (1–5) and CES (1–7).
    #[must_use]
    pub fn scale(&self) -> Option<(f64, f64)> {
        match &self.scale {
            Some(scale) if scale.min.0 < scale.max.0 => Some((scale.min.0, scale.max.0)),
            Some(_) => None,
            None => match self.metric.to_ascii_lowercase().as_str() {
                "nps" => Some((-100.0, 100.0)),
                "csat" => Some((1.0, 5.0)),
                "ces" => Some((1.0, 7.0)),
                _ => None,
            },
        }
    }

    /// Which way the figure gets better: as written, or as the metric brings it. Unknown for others.
    #[must_use]
    pub fn better(&self) -> Option<Better> {
        if self.better.is_some() || self.broken.has("better") {
            return self.better.map(|better| better.value);
        }
        matches!(self.metric.to_ascii_lowercase().as_str(), "nps" | "csat" | "ces").then_some(Better::Higher)
    }
}
