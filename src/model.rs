//! The journey as its author wrote it: the mappings of the format, each field one line.
//!
//! What is derived (ids from titles, effective status, gaps, the flow) lives in [`crate::graph`].

mod check;
mod fields;
pub mod lower;
mod record;
pub mod schema;
mod serial;
mod suggest;
mod values;
mod words;

pub use fields::{Broken, Channels, Extensions, Field, List, Lower, NonEmpty, OneOrMany, Plainly, Record};
pub use suggest::nearest;
pub use values::{
    Date, Duration, Id, Language, Misfit, Number, OpenQuestion, Percentage, Period, RESERVED_IDS, Scalar, Target,
    Version,
};
pub use words::{
    Availability, Basis, Better, Confidence, ExpectationSource, FrictionStatus, MomentKind, Severity, SolutionStatus,
    State,
};

use crate::source::Located;
use record::record;

/// Text of the author, and where it stands.
pub type Text = Located<String>;
/// The name of something defined elsewhere in the map, as written.
pub type Reference = Located<String>;

record! {
    /// A customer journey map: one persona's journey under one set of circumstances.
    Journey is "a journey map" {
        /// The version of the format: `1`.
        cxmap: Located<Version>,
        /// The journey in the customer's words.
        title: Text,
        /// A stable name; by default the file's name up to its first dot (for `journey.yaml`: its folder's).
        id: Option<Located<Id>>,
        /// What the journey is.
        description: Option<Text>,
        /// The customer's circumstances.
        scenario: Option<Text>,
        /// What the customer wants to get done.
        goal: Option<Text>,
        /// The language of the texts, a BCP 47 tag; `en` by default. Labels and wording rules follow it.
        language: Option<Located<Language>>,
        /// Whose journey it is; one persona a map.
        persona: Option<Persona>,
        /// Whether this is how it is, how it is meant to be, or a version kept for comparison.
        state: Option<Located<State>>,
        /// What the map rests on.
        basis: Option<Located<Basis>>,
        /// The world's circumstances that make this version, such as a lockdown.
        situation: Option<Situation>,
        /// Who answers for the map.
        owner: Option<Text>,
        /// When the map was last looked at, and how often it should be.
        review: Option<Review>,
        /// The scale of all ratings: expectation, experience, effort and the employee's; 1–5 by default.
        scale: Option<Scale>,
        /// The channels of the journey by id. Once given, every touchpoint's channel must be one of them.
        channels: Channels,
        /// Solutions that concern the whole journey.
        solutions: List<Solution>,
        /// Measures of the whole journey.
        measures: List<Measure>,
        /// What the map as a whole rests on.
        evidence: List<Evidence>,
        /// The stretches of the journey, in order; at least one.
        phases: NonEmpty<Phase>,
    }

    /// Whose journey it is.
    Persona is "a persona", short name {
        /// The persona's name.
        name: Option<Text>,
        /// Who that is.
        description: Option<Text>,
        /// What they want to achieve.
        goals: List<Text>,
        /// What they need throughout.
        needs: List<Text>,
        /// Something they would say.
        quote: Option<Text>,
    }

    /// The world's circumstances that make this version of the journey.
    Situation is "a situation", short name {
        /// What it is called.
        name: Option<Text>,
        /// The first day of it.
        from: Option<Located<Date>>,
        /// The last day of it, once known.
        until: Option<Located<Date>>,
        /// What is going on.
        description: Option<Text>,
    }

    /// The upkeep of a map.
    Review is "a review" {
        /// The day the map was last looked at.
        last: Option<Located<Date>>,
        /// How often it should be.
        every: Option<Located<Period>>,
    }

    /// The ends of the scale of ratings or of a measure, both included.
    Scale is "a scale" {
        /// The lowest value.
        min: Located<Number>,
        /// The highest value.
        max: Located<Number>,
    }

    /// A channel: where customers and the organisation meet.
    Channel is "a channel", short title {
        /// What it is called; its id by default.
        title: Option<Text>,
        /// Whether customers can use it.
        status: Option<Status>,
        /// Ids that it had before.
        was: OneOrMany<Located<Id>>,
        /// What it is.
        description: Option<Text>,
    }

    /// A stretch of the journey.
    Phase is "a phase", recover title {
        /// A stable name; by default made from the title.
        id: Option<Located<Id>>,
        /// What the customer is busy with.
        title: Text,
        /// Ids that it had before.
        was: OneOrMany<Located<Id>>,
        /// What happens in it.
        description: Option<Text>,
        /// What the customer wants to reach in it.
        goal: Option<Text>,
        /// Who answers for it.
        owner: Option<Text>,
        /// How long it takes.
        duration: Option<Located<Duration>>,
        /// What the customer needs here.
        needs: List<Text>,
        /// What hinders the customer throughout the phase.
        friction_points: List<FrictionPoint>,
        /// What is done about it.
        solutions: List<Solution>,
        /// Measures of the phase.
        measures: List<Measure>,
        /// What is known of it, and from where.
        evidence: List<Evidence>,
        /// The steps of the phase, in order.
        touchpoints: List<Touchpoint>,
    }

    /// A step in which the customer takes part.
    Touchpoint is "a touchpoint", recover title {
        /// A stable name; by default made from the title.
        id: Option<Located<Id>>,
        /// What the customer does or undergoes, in the customer's words.
        title: Text,
        /// Ids that it had before.
        was: OneOrMany<Located<Id>>,
        /// What happens in it.
        description: Option<Text>,
        /// Where it happens; of several channels, any will do.
        channel: OneOrMany<Reference>,
        /// Whether customers can use it; by default as its channels allow.
        status: Option<Status>,
        /// Whether customers can do without it: while it is unavailable they go straight on.
        optional: Option<Located<bool>>,
        /// Where the customer goes instead while it is unavailable.
        replaced_by: OneOrMany<Reference>,
        /// Whether journeys can begin here, too.
        start: Option<Located<bool>>,
        /// The team that answers for it.
        owner: Option<Text>,
        /// Third parties who take part.
        actors: List<Text>,
        /// What the customer needs here.
        needs: List<Text>,
        /// What the customer expects: a rating, or with its cause.
        expectation: Option<Expectation>,
        /// What the customer gets: a rating, or with its cause.
        experience: Option<Experience>,
        /// What it costs the customer; the top of the scale is the hardest.
        effort: Option<Located<Number>>,
        /// What the customer feels.
        feeling: OneOrMany<Text>,
        /// What the customer thinks.
        thinking: OneOrMany<Text>,
        /// What customers said.
        quote: OneOrMany<Text>,
        /// How long it takes.
        duration: Option<Located<Duration>>,
        /// How long the customer waits before it happens or goes on; not part of `duration`.
        wait: Option<Located<Duration>>,
        /// Promises made here.
        promises: List<Promise>,
        /// What hinders the customer here.
        friction_points: List<FrictionPoint>,
        /// What is done about it.
        solutions: List<Solution>,
        /// Measures of the touchpoint.
        measures: List<Measure>,
        /// What is known of it, and from where.
        evidence: List<Evidence>,
        /// Why this touchpoint decides the relation.
        moment_of_truth: Option<MomentOfTruth>,
        /// The same moment from the staff's side.
        employee: OneOrMany<Employee>,
        /// What staff do in the customer's sight.
        frontstage: List<Step>,
        /// What happens behind the line of visibility.
        backstage: List<Step>,
        /// What it runs on.
        systems: List<Text>,
        /// Physical evidence: what the customer sees and holds.
        props: List<Text>,
        /// How this moment listens, and who closes the loop.
        feedback: Option<Feedback>,
        /// Where the customer goes from here; by default to the following touchpoint.
        next: OneOrMany<Way>,
    }

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
        /// The figure.
        value: Option<Located<Number>>,
        /// The figure it should be.
        target: Option<Located<Number>>,
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

impl Journey {
    /// The state of the map, `current` unless written.
    #[must_use]
    pub fn state(&self) -> State {
        self.state.map_or(State::Current, |state| state.value)
    }

    /// The language of the texts, `en` unless written.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language.as_ref().map(|language| language.value.clone()).unwrap_or_default()
    }

    /// The ends of the scale of ratings, 1–5 unless written.
    #[must_use]
    pub fn scale(&self) -> (f64, f64) {
        match &self.scale {
            Some(scale) if scale.min.0 < scale.max.0 => (scale.min.0, scale.max.0),
            _ => (1.0, 5.0),
        }
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
}
