//! Mistakes of closing what customers need, and of closings that are over.

use super::{Operator, add_field, branch, crossings, lines};
use crate::mistake::{Knowledge, Mistake};
use crate::outline::{Node, Outline};
use crate::reading::{is_closed, leads_to_end, open_touchpoints, touchpoints};

pub const OPERATORS: &[Operator] = &[
    ("a closed door", |map| side_room(map, "dark", &[], &["  status: §unavailable"], &["closed-without-alternative"])),
    ("a closed door, and why", |map| {
        let status = ["  status:", "    level: §unavailable", "    because: The roof leaks", "    from: 2026-11-01"];
        side_room(map, "leaking", &[], &status, &["closed-without-alternative"])
    }),
    ("a moment behind a closed door", |map| {
        let moment = ["  status: §unavailable", "  moment_of_truth:", "    title: It counts", "    commitment: A call"];
        side_room(map, "great", &[], &moment, &["cut-off-moment"])
    }),
    ("a promise behind a closed door", |map| {
        let promise = ["  status: §unavailable", "  promises:", "    - A chair for everybody"];
        side_room(map, "seated", &[], &promise, &["broken-promise"])
    }),
    // The cause has its finding, and the author has to reword the promise where it is still made.
    ("a promise to be kept behind a closed door", |map| {
        let promise = ["  promises:", "    - title: §A chair for everybody", "      kept_at: behind-promised"];
        let rules = ["broken-promise", "closed-without-alternative"];
        side_room(map, "promised", &promise, &["  status: §unavailable"], &rules)
    }),
    ("a closed channel", closed_channel),
    ("a closed exit", closed_exit),
    ("a closing that is over", over),
    ("a new closing that is over", |map| {
        let text = ["status:", "  level: limited", "  until: §2026-11-19"];
        let open = open_touchpoints(map).into_iter().filter(|item| map.child(item, "status").is_none());
        open.map(|item| add_field(item, &text, &["expired-closure"])).collect()
    }),
];

/// A second way from a touchpoint: to a new open one of that name, from where customers get on only through a new closed
/// one behind it. `aside` stands on the first; what is wrong with the other is `behind`.
fn side_room(map: &Outline, name: &str, aside: &[&str], behind: &[&str], rules: &[&'static str]) -> Vec<Mistake> {
    let open = |(item, following): (&Node, &Node)| {
        let ways = [
            "  next:",
            &format!("    - to: {}", following.value),
            &format!("    - to: {name}"),
            &format!("- id: {name}"),
            &format!("  title: The {name} room"),
        ];
        let door = [
            &format!("  next: behind-{name}"),
            &format!("- id: behind-{name}"),
            &format!("  title: Behind the {name} room"),
            &format!("  next: {}", following.value),
        ];
        branch(item, following, &[&ways[..], aside, &door.map(String::as_str), behind].concat(), rules)
    };
    // What customers only get to since another touchpoint is closed is no part of the flow that closings cut off.
    let replaces = |item: &Node| {
        let id = map.child(item, "id");
        map.ending(&["replaced_by", "replaced_by/-"]).any(|name| id.is_some_and(|id| id.value == name.value))
    };
    let is_in_use = |(item, _): &(&Node, &Node)| !is_closed(map, item) && !replaces(item);
    crossings(map).into_iter().filter(is_in_use).map(open).collect()
}

/// As a closed door, but it is its channel that is closed.
fn closed_channel(map: &Outline) -> Vec<Mistake> {
    let Some(channels) = map.at("channels").next() else { return Vec::new() };
    let channel = lines(2, &["night-desk:", "  title: Night desk", "  status: §unavailable"]);
    let opened = side_room(map, "night", &[], &["  channel: night-desk"], &[]).into_iter();
    opened
        .map(|mistake| mistake.writes(channels.end..channels.end, &channel, &["closed-without-alternative"]))
        .collect()
}

/// Whoever could complete the journey has to go through a new last touchpoint that is closed.
fn closed_exit(map: &Outline) -> Vec<Mistake> {
    let items = touchpoints(map);
    let ends: Vec<_> = items.iter().filter(|item| leads_to_end(map, item)).collect();
    let [last] = ends[..] else { return Vec::new() };
    if map.child(last, "next").is_some() || is_closed(map, last) {
        return Vec::new();
    }
    let text = ["- id: exit-gate", "  title: The gate", "  status: §unavailable"];
    let mistake = super::new_touchpoint(last, &text, &["cut-off-end"]);
    vec![mistake.needs(&[Knowledge::Ways, Knowledge::Names]).hides(&[Knowledge::Ways])]
}

fn over(map: &Outline) -> Vec<Mistake> {
    let over = |until: &Node| {
        let is_status = until.path.ends_with("status/until");
        let mistake = Mistake::default().value(map, until, "2026-11-20");
        let fits = !is_status || map.sibling(until, "level").is_some();
        fits.then(|| mistake.finds_written("expired-closure", 0, until.value_column))
    };
    map.ending(&["status/until", "situation/until"]).filter_map(over).collect()
}
