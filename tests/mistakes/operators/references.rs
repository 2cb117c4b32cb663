//! Mistakes in names: two of one id, and references to what is not there.

use super::{Operator, is_referred_to, line};
use crate::mistake::{Knowledge, Mistake};
use crate::outline::{Node, Outline};
use crate::reading::{is_pursued, items, touchpoints};

pub const OPERATORS: &[Operator] = &[
    ("an id in capitals", |map| {
        let ids =
            ["phases/id", "touchpoints/id", "friction_points/id", "promises/id", "solutions/id", "moment_of_truth/id"];
        map.ending(&ids).map(|node| capitals(map, node)).collect()
    }),
    ("a channel's id in capitals", |map| {
        let channels = map.nodes().filter(|node| node.path.starts_with("channels/") && node.column == 2);
        let capitals = |node: &Node| {
            Mistake::default()
                .edit(node.line..node.line + 1, vec![map.with_key(node, &node.name().to_uppercase())])
                .finds_written("invalid-value", 0, node.column)
        };
        channels.map(capitals).collect()
    }),
    ("a list for a touchpoint", |map| {
        let list = |item: &&Node| {
            Mistake::default()
                .edit(item.lines(), vec![map.with_value(item, "[I wait, I pay]")])
                .finds_written("wrong-type", 0, item.value_column)
                .hides(&[Knowledge::Ways, Knowledge::Names])
        };
        touchpoints(map).iter().map(list).collect()
    }),
    ("two touchpoints of one id", same_touchpoint_id),
    ("two phases of one id", same_phase_id),
    ("two friction points of one name", same_friction),
    ("a next that is not there", |map| {
        let is_id = |node: &&Node| node.is_plain() && !["next", "end", "lost"].contains(&node.value.as_str());
        let ways = ["touchpoints/next", "touchpoints/next/-", "touchpoints/next/to"];
        map.ending(&ways).filter(is_id).map(|node| dangling(map, node).hides(&[Knowledge::Ways])).collect()
    }),
    ("a replacement that is not there", |map| {
        let written = map.ending(&["replaced_by", "replaced_by/-"]).filter(|node| node.is_plain());
        let written = written.map(|node| dangling(map, node).hides(&[Knowledge::Ways]));
        let items = touchpoints(map);
        let without = items.iter().filter(|item| map.child(item, "replaced_by").is_none());
        written.chain(without.map(|item| added(item, "replaced_by: ", &[]).hides(&[Knowledge::Ways]))).collect()
    }),
    ("a promise kept nowhere", |map| {
        // It may be a missed one, and explain any gap.
        let mistakes = dangling_or_added(map, "promises", "kept_at").into_iter();
        mistakes.map(|mistake| mistake.hides(&[Knowledge::Reasons])).collect()
    }),
    ("a solution met nowhere", |map| dangling_or_added(map, "solutions", "touchpoint")),
    ("a channel that is not there", |map| {
        let channels = map.ending(&["touchpoints/channel", "touchpoints/channel/-"]);
        let is_listed = map.at("channels").next().is_some();
        channels
            .filter(|node| is_listed && node.is_plain())
            .map(|node| dangling(map, node).hides(&[Knowledge::MainWay]))
            .collect()
    }),
    ("friction where there is nothing", |map| {
        // Where something is done about it, other rules would wait for that at any touchpoint.
        let is_left = |point: &Node| !items(map, point, "solutions").iter().any(|solution| is_pursued(map, solution));
        let points = || map.ending(&["friction_points/-"]).filter(|point| is_left(point));
        let of = |name: &&Node| points().any(|point| point.lines().contains(&name.line));
        let written = map.ending(&["also_at/-"]).filter(of).map(|node| dangling(map, node));
        let without = points().filter(|item| item.value.is_empty()).filter(|item| map.child(item, "also_at").is_none());
        let anywhere = written.chain(without.map(|item| added(item, "- ", &["also_at:"])));
        anywhere.map(|mistake| mistake.hides(&[Knowledge::Reasons])).collect()
    }),
];

const NOWHERE: &str = "nowhere-at-all";

/// As an author would write it who gives ids their capitals. What refers to it still finds it.
fn capitals(map: &Outline, node: &Node) -> Mistake {
    Mistake::default().value(map, node, &node.value.to_uppercase()).finds_written("invalid-value", 0, node.value_column)
}

fn dangling(map: &Outline, node: &Node) -> Mistake {
    Mistake::default()
        .value(map, node, NOWHERE)
        .finds_written("unknown-reference", 0, node.value_column)
        .needs(&[Knowledge::Names])
}

/// New last lines of a mapping in a list: `above`, then `before` with a reference to nothing behind it.
fn added(item: &Node, before: &str, above: &[&str]) -> Mistake {
    let column = item.value_column + 2 * above.len();
    let mut lines: Vec<_> = above.iter().map(|text| line(item.value_column, text)).collect();
    lines.push(line(column, &format!("{before}{NOWHERE}")));
    Mistake::default()
        .edit(item.end..item.end, lines)
        .finds_written("unknown-reference", above.len(), column + before.len())
        .needs(&[Knowledge::Names])
}

/// References in a field of list items: those that are there, and new ones where there are none.
fn dangling_or_added(map: &Outline, list: &str, field: &str) -> Vec<Mistake> {
    let written = [&*format!("{list}/{field}")];
    let items = [&*format!("{list}/-")];
    // An item that is only an id repeats a solution whose fields stand elsewhere.
    let without = map
        .ending(&items)
        .filter(|item| item.value.is_empty() && map.child(item, "title").is_some() && map.child(item, field).is_none());
    let added = without.map(|item| added(item, &format!("{field}: "), &[]));
    map.ending(&written).map(|node| dangling(map, node)).chain(added).collect()
}

/// A later touchpoint that nothing refers to takes the id of an earlier one.
fn same_touchpoint_id(map: &Outline) -> Vec<Mistake> {
    let ids: Vec<_> = map.at("phases/touchpoints/id").collect();
    let pairs = ids.windows(2).filter(|pair| !is_referred_to(map, &pair[1].value));
    pairs.map(|pair| same_id(map, pair[0], pair[1])).collect()
}

fn same_phase_id(map: &Outline) -> Vec<Mistake> {
    let ids: Vec<_> = map.at("phases/id").collect();
    ids.windows(2).map(|pair| same_id(map, pair[0], pair[1])).collect()
}

fn same_id(map: &Outline, first: &Node, second: &Node) -> Mistake {
    Mistake::default().owns(first.lines()).value(map, second, &first.value).finds_written(
        "duplicate-id",
        0,
        second.value_column,
    )
}

/// A further friction point of the same list, with the first one's id or, where that is made of the title, its title.
fn same_friction(map: &Outline) -> Vec<Mistake> {
    let double = |list: &Node| {
        let first = *map.below(list).first()?;
        let dash = first.column;
        let (lines, owned, column) = match (map.child(first, "id"), map.child(first, "title")) {
            (Some(id), _) => {
                (vec![line(dash, &format!("- id: {}", id.value)), line(dash + 2, "title: Again")], id.lines(), dash + 6)
            }
            (None, Some(title)) => {
                (vec![line(dash, &format!("- title: {}", title.value))], title.lines(), title.value_column)
            }
            (None, None) => (vec![line(dash, &format!("- {}", first.value))], first.lines(), dash + 2),
        };
        let mistake = Mistake::default().owns(owned).edit(list.end..list.end, lines);
        Some(mistake.finds_written("duplicate-id", 0, column))
    };
    map.ending(&["phases/friction_points", "touchpoints/friction_points"]).filter_map(double).collect()
}
