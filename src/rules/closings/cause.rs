//! The causes: closed touchpoints, those that one channel closes together.

use std::collections::HashMap;

use super::sent::{From, SentTo, is_replaced};
use crate::graph::{BrokenPromise, Map, TouchpointRef};
use crate::source::Span;

/// A closing, and what it keeps customers from.
#[derive(Debug)]
pub(super) struct Cause<'m> {
    /// Where the status is written.
    pub place: Span,
    /// The title of the channel whose status it is; none for a touchpoint's own.
    pub channel: Option<&'m str>,
    /// The closed touchpoints that somebody is sent to; at least one.
    pub closed: Vec<TouchpointRef<'m>>,
    /// Those of them that lead nowhere: neither replaced by what is open nor optional.
    pub walls: Vec<TouchpointRef<'m>>,
    /// From where customers have no way to `end` for it.
    pub stuck: Option<TouchpointRef<'m>>,
    /// Touchpoints whose moment of truth it cuts off.
    pub moments: Vec<TouchpointRef<'m>>,
    /// Whether it cuts off `end`.
    pub end: bool,
    /// The promises it breaks.
    pub promises: Vec<BrokenPromise<'m>>,
}

/// The causes in the order of the file, without what belongs to them.
pub(super) fn group<'m>(map: &'m Map, sent: &SentTo) -> Vec<Cause<'m>> {
    let would_complete = map.flow().declared().completes();
    let mut causes: Vec<Cause<'m>> = Vec::new();
    let mut by_place: HashMap<Span, usize> = HashMap::new();
    for touchpoint in map.touchpoints() {
        let (Some(from), Some((place, channel))) = (sent.from(touchpoint), status(touchpoint)) else { continue };
        let number = *by_place.entry(place).or_insert_with(|| {
            causes.push(Cause {
                place,
                channel,
                closed: Vec::new(),
                walls: Vec::new(),
                stuck: None,
                moments: Vec::new(),
                end: false,
                promises: Vec::new(),
            });
            causes.len() - 1
        });
        let cause = &mut causes[number];
        cause.closed.push(touchpoint);
        if is_wall(touchpoint) {
            cause.walls.push(touchpoint);
            if let (From::Stuck(from), true) = (from, would_complete[touchpoint.index().0]) {
                cause.stuck.get_or_insert(map.at(from));
            }
        }
    }
    causes
}

/// Where it is written that a touchpoint is closed, and the title of the channel if it is there: of several closed ones,
/// the first. None where a part of it could not be read.
fn status(touchpoint: TouchpointRef<'_>) -> Option<(Span, Option<&str>)> {
    let (map, body) = (touchpoint.map(), touchpoint.body());
    if ["status", "channel", "optional"].into_iter().any(|field| body.broken.has(field)) {
        return None;
    }
    if let Some(level) = body.status.as_ref().and_then(|status| status.level) {
        return Some((level.span, None));
    }
    let reference = body.channel.first()?;
    let level = map.channel(reference)?.1.status.as_ref()?.level?;
    Some((level.span, Some(map.channel_title(reference))))
}

/// Whether a closed touchpoint leads nowhere: neither is it replaced by what is open, nor can customers do without it.
fn is_wall(touchpoint: TouchpointRef<'_>) -> bool {
    let flow = touchpoint.map().flow();
    let index = touchpoint.index();
    let is_passed = touchpoint.is_optional() && !is_replaced(touchpoint);
    !is_passed && flow.lives_at(index).is_empty() && !flow.may_live_anywhere(index)
}
