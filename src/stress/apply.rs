//! Writes closings into a copy of a journey.

use super::name::{name_of, owners, systems};
use super::{Closing, Subject};
use crate::diff::inventory::Inventory;
use crate::graph::{Map, TouchpointRef, by_channels};
use crate::model::{Availability, Channel, Channels, Id, Journey, Status, Touchpoint};

/// The map after these closings. Nothing becomes more open than it was.
pub(super) fn close(map: &Map, closings: &[Closing]) -> Map {
    let mut journey = map.journey().clone();
    close_channels(map, &mut journey, closings);
    let statuses: Vec<_> = map.touchpoints().map(|touchpoint| status(touchpoint, &journey, closings)).collect();
    let bodies = journey.phases.0.iter_mut().flat_map(|phase| phase.touchpoints.0.iter_mut());
    for (body, status) in bodies.zip(statuses) {
        if let Some(level) = status {
            body.status = Some(Box::new(at(level)));
        }
    }
    Map::new(journey, map.id())
}

fn at(level: Availability) -> Status {
    Status { level: Some(level.into()), ..Status::default() }
}

fn close_channels(map: &Map, journey: &mut Journey, closings: &[Closing]) {
    let mut closings = closings.iter().filter(|closing| closing.subject == Subject::Channel).peekable();
    if journey.channels.is_empty() && closings.peek().is_some() {
        journey.channels = listed(map);
    }
    for closing in closings {
        let channel = journey.channels.0.iter_mut().find(|(id, _)| id.as_str() == closing.id);
        if let Some((_, channel)) = channel {
            let level = channel.status.as_ref().and_then(|status| status.level).map(|level| level.value);
            if level.is_none_or(|level| level < closing.level) {
                channel.status = Some(at(closing.level));
            }
        }
    }
}

/// The channels of a map that lists none, as its touchpoints name them.
fn listed(map: &Map) -> Channels {
    let channels = Inventory::of(map).channels;
    let channel = |title: &str| Channel { title: Some(title.to_owned().into()), ..Channel::default() };
    Channels(
        channels.iter().filter_map(|item| Some((Id::from_title(item.title)?.into(), channel(item.title)))).collect(),
    )
}

/// The status that closings give a touchpoint of its own; none where they leave it to its channels, or alone. A written
/// status was written while the channels were as they were: it does not keep open what loses its last one now.
fn status(touchpoint: TouchpointRef<'_>, journey: &Journey, closings: &[Closing]) -> Option<Availability> {
    let body = touchpoint.body();
    let by_channels = by_channels(journey, body);
    let written = body.status.as_ref().and_then(|status| status.level).map(|level| level.value);
    let loses_channel = by_channels > self::by_channels_of(touchpoint);
    let levels = closings.iter().filter(|closing| touches(touchpoint, closing)).map(|closing| closing.level);
    let needed = levels.chain(loses_channel.then_some(by_channels)).max()?;
    (needed > written.unwrap_or(by_channels)).then_some(needed)
}

/// What the channels of a touchpoint allow in its own map.
fn by_channels_of(touchpoint: TouchpointRef<'_>) -> Availability {
    by_channels(touchpoint.map().journey(), touchpoint.body())
}

/// Whether a closing concerns a touchpoint otherwise than by its channels.
fn touches(touchpoint: TouchpointRef<'_>, closing: &Closing) -> bool {
    match closing.subject {
        Subject::Channel => false,
        Subject::Touchpoint => touchpoint.id() == closing.id,
        Subject::Owner => owners(touchpoint).into_iter().any(|owner| name_of(owner) == closing.id),
        Subject::System => systems(touchpoint).into_iter().any(|system| name_of(system) == closing.id),
    }
}

/// The step for the sake of which a touchpoint closes, where nothing else of it does: its team and its systems are
/// others.
pub(super) fn only_step<'m>(touchpoint: TouchpointRef<'m>, closings: &[Closing]) -> Option<&'m str> {
    let body: &Touchpoint = touchpoint.body();
    let is = |closing: &Closing, subject, name: &str| closing.subject == subject && name_of(name) == closing.id;
    let steps = body.frontstage.iter().chain(&body.backstage);
    let mut touching = closings.iter().filter(|closing| touches(touchpoint, closing));
    let closing = touching.next().filter(|_| touching.next().is_none())?;
    let is_whole = touchpoint.owner().is_some_and(|owner| is(closing, Subject::Owner, owner))
        || body.systems.iter().any(|system| is(closing, Subject::System, system))
        || closing.subject == Subject::Touchpoint;
    let of_step = |name: Option<&'m crate::model::Text>, subject| name.is_some_and(|name| is(closing, subject, name));
    let mut steps = steps
        .filter(|step| of_step(step.owner.as_ref(), Subject::Owner) || of_step(step.system.as_ref(), Subject::System));
    steps.next().filter(|_| !is_whole).and_then(|step| step.title.as_ref()).map(|title| title.as_str())
}
