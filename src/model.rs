//! The journey as its author wrote it: the mappings of the format, each field one line.
//!
//! What is derived (ids from titles, effective status, gaps, the flow) lives in [`crate::graph`].

mod check;
mod fields;
mod journey;
pub mod lower;
mod parts;
mod record;
pub mod schema;
mod serial;
mod suggest;
mod values;
mod words;

pub use fields::{Broken, Channels, Extensions, Field, List, Lower, NonEmpty, OneOrMany, Plainly, Record, WrittenAt};
pub use journey::{Channel, Journey, Persona, Phase, Review, Scale, Situation, Touchpoint};
pub use parts::{
    Employee, Evidence, Expectation, Experience, Feedback, FollowUp, FrictionPoint, Measure, MomentOfTruth, Promise,
    Solution, Status, Step, Way,
};
pub use suggest::{certain, is_synonym, nearest};
pub use values::{
    Count, Date, Duration, Figure, Id, Language, Misfit, Number, OpenQuestion, Percentage, Period, RESERVED_IDS,
    Scalar, Target, Unit, Version,
};
pub use words::{
    Availability, Basis, Better, Confidence, ExpectationSource, FrictionStatus, MomentKind, Profile, Severity,
    SolutionStatus, State,
};

pub(crate) use words::{unknown_word, words};

use crate::source::Located;

/// Text of the author, and where it stands.
pub type Text = Located<String>;
/// The name of something defined elsewhere in the map, as written.
pub type Reference = Located<String>;
