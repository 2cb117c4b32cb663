//! Where customers go: the ways of the file, and what closings leave of them. The definitions are those of
//! `docs/format.md`, "The flow, exactly".

use super::{Map, TouchpointIndex};

/// A place that a way leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// A touchpoint.
    Touchpoint(TouchpointIndex),
    /// The journey is completed.
    End,
    /// The customer gives up.
    Lost,
}

/// One graph of ways between touchpoints and exits.
#[derive(Debug)]
pub struct Graph {}

/// The declared and the open graph of a map.
#[derive(Debug)]
pub struct Flow {}

impl Flow {
    pub(super) fn of(_: &Map) -> Self {
        Self {}
    }
}
