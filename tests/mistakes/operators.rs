//! The operators: each finds every place in a map where its mistake can be made.

mod flow;
mod references;
mod shape;
mod values;

use crate::mistake::Mistake;
use crate::outline::{Node, Outline};

/// A way to spoil a map: what it does, in words, and the places where it can be done. None: not applicable.
pub type Operator = (&'static str, Make);

/// Finds every place in a map where a mistake can be made.
pub type Make = fn(&Outline) -> Vec<Mistake>;

/// Every operator.
pub fn all() -> impl Iterator<Item = Operator> {
    [shape::OPERATORS, values::OPERATORS, references::OPERATORS, flow::OPERATORS].into_iter().flatten().copied()
}

/// The items of `phases/touchpoints`, in the order of the file.
fn touchpoints(map: &Outline) -> Vec<&Node> {
    map.at("phases/touchpoints/-").collect()
}

/// Whether anything in the map refers to a touchpoint of that id.
fn is_referred_to(map: &Outline, id: &str) -> bool {
    let fields =
        ["next", "next/-", "to", "replaced_by", "replaced_by/-", "kept_at", "also_at/-", "solutions/touchpoint"];
    map.ending(&fields).any(|node| node.value == id)
}

/// A line of a new field, as far to the right as `column`.
fn line(column: usize, text: &str) -> String {
    format!("{}{text}", " ".repeat(column))
}
