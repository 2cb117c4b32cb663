//! What a picture of a journey shows of how it was before: what is marked, what is gone, and what it comes to.

use std::collections::BTreeMap;

use super::scene::Tone;
use crate::graph::{Address, Map, TouchpointIndex};

/// How a journey was before, laid over the picture of how it is.
#[derive(Debug, Clone)]
pub struct Overlay<'m> {
    /// The map before.
    pub before: &'m Map,
    /// What the two states are called.
    pub names: [String; 2],
    /// What the change comes to, in a paragraph; may be empty.
    pub gist: String,
    /// The figures that differ; those of one group belong together.
    pub figures: Vec<Vec<Figure>>,
    /// What became of each phase of the map before, by its number.
    pub phases: Vec<Fate<usize>>,
    /// What became of each touchpoint of the map before, by its number.
    pub touchpoints: Vec<Fate<TouchpointIndex>>,
    /// What is otherwise, by its address in the map after.
    pub marks: BTreeMap<Address, Vec<Mark>>,
    /// What is gone, by its address in the map before.
    pub gone: BTreeMap<Address, Vec<Mark>>,
}

/// What became of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate<T> {
    /// It is this one.
    Is(T),
    /// It went into this one, which something else is compared with.
    IsPartOf(T),
    /// It is gone.
    Gone,
}

/// A word on something that is otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// What it does to the customer.
    pub tone: Tone,
    /// A sign and a word or two: `+ New`. Empty for what is told only when it is pointed at.
    pub label: String,
    /// What happened, in a sentence.
    pub message: String,
    /// Whether it was not there before.
    pub is_new: bool,
}

/// A figure before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// What it counts.
    pub label: String,
    /// The figure in both states.
    pub values: [String; 2],
    /// Whether it is a part of the first of its group.
    pub is_part: bool,
}
