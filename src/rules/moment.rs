//! The moments of truth that rules judge.

use super::name::name;
use crate::graph::{Map, TouchpointRef};
use crate::model::MomentOfTruth;
use crate::source::Span;

/// A moment of truth where customers can get to it.
pub(super) struct Moment<'m> {
    /// Where it is.
    pub touchpoint: TouchpointRef<'m>,
    /// The fields of the file.
    pub body: &'m MomentOfTruth,
}

/// The moments of truth at touchpoints that are not closed.
pub(super) fn moments(map: &Map) -> impl Iterator<Item = Moment<'_>> {
    let open = map.touchpoints().filter(|touchpoint| touchpoint.is_open());
    open.filter_map(|touchpoint| Some(Moment { touchpoint, body: touchpoint.body().moment_of_truth.as_ref()? }))
}

impl Moment<'_> {
    /// Where its title stands, else its id, else all of it.
    pub(super) fn span(&self) -> Span {
        name(self.body.title.as_ref(), self.body.id.as_ref(), self.body.place).1
    }
}
