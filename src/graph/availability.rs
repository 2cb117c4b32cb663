//! Whether customers can use a touchpoint: its own status, else that of its channels.

use super::references::find_channel;
use crate::model::{Availability, Channel, Journey, Reference, Status, Touchpoint};

/// The effective status: as written, else unavailable when all channels are, limited when any is not available. What
/// could not be read counts as available.
pub(super) fn of(journey: &Journey, touchpoint: &Touchpoint) -> Availability {
    level(touchpoint.status.as_deref()).unwrap_or_else(|| by_channels(journey, touchpoint))
}

/// What the channels of a touchpoint allow, whatever its own status says.
pub(crate) fn by_channels(journey: &Journey, touchpoint: &Touchpoint) -> Availability {
    let of_channel = |reference: &Reference| {
        let status = find_channel(journey, reference).and_then(|(_, channel)| channel.status.as_ref());
        level(status).unwrap_or(Availability::Available)
    };
    let mut levels = touchpoint.channel.iter().map(of_channel);
    let Some(first) = levels.next() else { return Availability::Available };
    levels.fold(first, |sum, level| if sum == level { sum } else { Availability::Limited })
}

/// Whether it is certain that customers can use a touchpoint, or that they cannot: everything that would say so could
/// be read. What is wrong with a channel does not matter in a map that closes none.
pub(super) fn is_known(journey: &Journey, touchpoint: &Touchpoint) -> bool {
    let status = touchpoint.status.as_deref();
    if level(status).is_some() {
        return true;
    }
    if touchpoint.broken.has("status") || status.is_some_and(|status| status.broken.has("level")) {
        return false;
    }
    let all_open = !journey.broken.has("channels") && journey.channels.iter().all(|(_, channel)| is_open(channel));
    let found = || touchpoint.channel.iter().map(|reference| Some(&find_channel(journey, reference)?.1));
    let any_open = || found().flatten().any(is_open);
    let all_known = || !touchpoint.broken.has("channel") && found().all(|channel| channel.is_some_and(is_readable));
    all_open || any_open() || all_known()
}

fn level(status: Option<&Status>) -> Option<Availability> {
    status.and_then(|status| status.level).map(|level| level.value)
}

/// Whether the status of a channel could be read.
fn is_readable(channel: &Channel) -> bool {
    let status = channel.status.as_ref();
    !channel.broken.has("status") && !status.is_some_and(|status| status.broken.has("level"))
}

fn is_open(channel: &Channel) -> bool {
    is_readable(channel) && level(channel.status.as_ref()) != Some(Availability::Unavailable)
}

#[cfg(test)]
mod tests {
    use crate::graph::TouchpointRef;
    use crate::graph::sample::whole;

    /// By touchpoint, whether customers can use it for certain.
    fn open(channels: &str, touchpoint: &str) -> bool {
        let text = format!(
            "cxmap: 1\ntitle: T\nchannels:\n{channels}phases:\n  - title: P\n    touchpoints:\n      - title: A\n{touchpoint}"
        );
        let map = whole(&text);
        map.touchpoints().next().is_some_and(TouchpointRef::is_open)
    }

    const SHUT: &str = "  desk:\n    status: unavailable\n  app: App\n";

    #[test]
    fn what_cannot_be_read_may_be_closed() {
        assert!(open(SHUT, "        channel: app\n"));
        assert!(!open(SHUT, "        channel: desk\n"));
        assert!(open(SHUT, "        channel: [desk, app]\n"));
        assert!(!open(SHUT, "        channel: [desk, apq]\n"));
        assert!(open(SHUT, "        channel: [app, apq]\n"));
        assert!(!open(SHUT, "        channel: apq\n"));
        assert!(open("  app: App\n", "        channel: apq\n"), "no channel is closed");
        assert!(!open("  app:\n    status: shut for now\n", "        channel: app\n"));
        assert!(!open("  app: App\n", "        channel: app\n        status: shut for now\n"));
        assert!(open(SHUT, "        channel: desk\n        status: limited\n"), "a written status wins");
        assert!(open(SHUT, ""), "without a channel");
    }
}
