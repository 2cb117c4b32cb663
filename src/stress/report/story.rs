//! The answer to one question, told in the order in which a manager asks: what closes, who is kept from what, what hangs
//! by a thread, which promises break, which way is left, and what is still to be settled.

use super::sentences::Told;
use crate::stress::{Scenario, Stress};
use crate::tongue::Tongue;

/// What an item of the answer means for customers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// They lose something.
    Loss,
    /// Something is otherwise.
    Differs,
    /// Nobody knows yet.
    Open,
}

impl Mark {
    /// The sign before an item, one column wide.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Loss => "−",
            Self::Differs => "~",
            Self::Open => "?",
        }
    }
}

/// Items under a heading.
pub struct Section {
    /// The heading.
    pub title: String,
    /// The items, each a sentence or two.
    pub items: Vec<(Mark, String)>,
    /// How to write in the map what is asked. It holds no text of the map, and fields as code.
    pub hint: Option<String>,
}

/// An answer in words.
pub struct Story {
    /// What was asked.
    pub title: String,
    /// The answer in a few sentences.
    pub gist: String,
    /// The answer at length; sections with nothing to say are left out.
    pub sections: Vec<Section>,
}

impl Story {
    /// Tells a scenario.
    pub fn of(stress: &Stress<'_>, scenario: &Scenario, tongue: Tongue) -> Self {
        let told = Told { map: stress.map, closings: &scenario.closings, all: &scenario.consequences, tongue };
        let sections = [
            (tongue.heading_closes(), told.closes(), None),
            (tongue.heading_restricted(), told.restricted(), None),
            (tongue.heading_out_of_reach(), told.out_of_reach(), None),
            (tongue.heading_thread(), told.thread(), None),
            (tongue.heading_promises(), told.promises(), None),
            (tongue.heading_ownerless(), told.ownerless(), None),
            (tongue.heading_way(), told.way(), None),
            (tongue.heading_unsaid(), told.unsaid(), told.hint()),
        ];
        let sections = sections.map(|(title, items, hint)| Section { title, items, hint });
        Self {
            title: told.title(),
            gist: told.gist(),
            sections: sections.into_iter().filter(|section| !section.items.is_empty()).collect(),
        }
    }
}
