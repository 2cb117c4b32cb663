//! The map, its phases and its touchpoints.

use super::record::record;
use super::{
    Basis, Channels, Date, Duration, Employee, Evidence, Expectation, Experience, Feedback, FrictionPoint, Id,
    Language, List, Measure, MomentOfTruth, NonEmpty, Number, OneOrMany, Period, Promise, Reference, Solution, State,
    Status, Step, Text, Version, Way,
};
use crate::source::Located;

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
        status: Option<Box<Status>>,
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
        moment_of_truth: Option<Box<MomentOfTruth>>,
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
        feedback: Option<Box<Feedback>>,
        /// Where the customer goes from here; by default to the following touchpoint.
        next: OneOrMany<Way>,
    }
}

impl Journey {
    /// Whether every phase and touchpoint of the file could be read. Where one could not, nobody knows its id or where
    /// it leads.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        !self.broken.has("phases") && !self.phases.iter().any(|phase| phase.broken.has("touchpoints"))
    }

    /// The state of the map, `current` unless written.
    #[must_use]
    pub fn state(&self) -> State {
        self.state.map_or(State::Current, |state| state.value)
    }

    /// Whether rules about today leave the map alone: it is a version kept for comparison, or may be one.
    #[must_use]
    pub fn is_past(&self) -> bool {
        self.state() == State::Past || self.broken.has("state")
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
