//! What something is called in a message, and where that is written.

use crate::facts::solutions::Plan;
use crate::model::{Id, Text, WrittenAt};
use crate::source::{Located, Span};

/// The title, else the id, else nothing at the place of the whole.
pub(super) fn name<'m>(title: Option<&'m Text>, id: Option<&'m Located<Id>>, place: WrittenAt) -> (&'m str, Span) {
    let title = title.map(|title| (title.as_str(), title.span)).filter(|(title, _)| !title.trim().is_empty());
    title.or_else(|| id.map(|id| (id.as_str(), id.span))).unwrap_or(("", place.0))
}

/// What a solution is called, at the place that gives its title.
pub(super) fn name_of<'m>(plan: &Plan<'m>) -> (&'m str, Span) {
    let body = plan.titled();
    body.map(|body| name(body.title.as_ref(), body.id.as_ref(), body.place)).unwrap_or_default()
}
