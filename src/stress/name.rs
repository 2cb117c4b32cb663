//! What of a map can close, by name.

use std::collections::HashSet;

use thiserror::Error;

use super::{Closing, Subject};
use crate::diff::inventory::Inventory;
use crate::graph::{Map, TouchpointRef, slug};
use crate::model::{Availability, Text, nearest};

/// A name that the map does not have.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("the map names no {subject} “{name}”: {hint}")]
pub struct Unknown {
    /// What it was said to be.
    pub subject: Subject,
    /// The name.
    pub name: String,
    /// What there is instead.
    pub hint: String,
}

/// How many names a message lists.
const LISTED: usize = 12;

/// Finds what a name means; names are compared as slugs, by id or by title.
///
/// # Errors
/// When the map has nothing of that kind and name.
pub fn find(map: &Map, subject: Subject, name: &str, level: Availability) -> Result<Closing, Unknown> {
    let all = all(map, subject);
    let wanted = name_of(name);
    let by_id = all.iter().find(|(id, _)| *id == name || *id == wanted);
    let found = by_id.or_else(|| all.iter().find(|(_, title)| name_of(title) == wanted));
    if let Some((id, title)) = found {
        return Ok(Closing { subject, id: id.clone(), title: title.clone(), level });
    }
    Err(Unknown { subject, name: name.to_owned(), hint: hint(&all, &wanted, subject) })
}

/// What there is, for one who looked for something else.
fn hint(all: &[(String, String)], wanted: &str, subject: Subject) -> String {
    let quoted = |ids: &[&str]| ids.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ");
    let near = nearest(wanted, all.iter().map(|(id, _)| id.as_str()));
    let ids: Vec<_> = all.iter().take(LISTED).map(|(id, _)| id.as_str()).collect();
    match (ids.len(), all.len().saturating_sub(ids.len())) {
        (0, _) => format!("it names none, as a {subject} is named by its `{}`", field(subject)),
        _ if !near.is_empty() => format!("did you mean {}?", quoted(&near)),
        (_, 0) => format!("there are {}", quoted(&ids)),
        (_, more) => format!("there are {} and {more} more", quoted(&ids)),
    }
}

fn field(subject: Subject) -> &'static str {
    match subject {
        Subject::Channel => "channel",
        Subject::Touchpoint => "id",
        Subject::Owner => "owner",
        Subject::System => "systems",
    }
}

/// Everything of a kind that the map names, by id or slug and title, in the order of the file.
#[must_use]
pub fn all(map: &Map, subject: Subject) -> Vec<(String, String)> {
    match subject {
        Subject::Channel => {
            let channels = Inventory::of(map).channels;
            channels.into_iter().map(|channel| (channel.id, channel.title.to_owned())).collect()
        }
        Subject::Touchpoint => {
            map.touchpoints().map(|point| (point.id().to_owned(), point.title().to_owned())).collect()
        }
        Subject::Owner => distinct(map, owners),
        Subject::System => distinct(map, systems),
    }
}

fn distinct<'m>(map: &'m Map, names: fn(TouchpointRef<'m>) -> Vec<&'m Text>) -> Vec<(String, String)> {
    let mut seen = HashSet::new();
    let all = map.touchpoints().flat_map(names).map(|name| (name_of(name), name.trim().to_owned()));
    all.filter(|(id, _)| seen.insert(id.clone())).collect()
}

/// The teams that a touchpoint cannot do without.
pub(super) fn owners(touchpoint: TouchpointRef<'_>) -> Vec<&Text> {
    let steps = touchpoint.body().frontstage.iter().chain(&touchpoint.body().backstage);
    touchpoint.owner().into_iter().chain(steps.filter_map(|step| step.owner.as_ref())).collect()
}

/// The systems that a touchpoint cannot do without.
pub(super) fn systems(touchpoint: TouchpointRef<'_>) -> Vec<&Text> {
    let body = touchpoint.body();
    let steps = body.frontstage.iter().chain(&body.backstage);
    body.systems.iter().chain(steps.filter_map(|step| step.system.as_ref())).collect()
}

/// What names are compared by.
pub(super) fn name_of(name: &str) -> String {
    slug(name).unwrap_or_else(|| name.trim().to_owned())
}
