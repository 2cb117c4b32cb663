//! What a map says, as a reader takes it from its lines. It shares nothing with the program's own reading.

use crate::outline::{Node, Outline};

/// The items of `phases/touchpoints`, in the order of the file.
pub fn touchpoints(map: &Outline) -> Vec<&Node> {
    map.at("phases/touchpoints/-").collect()
}

/// The touchpoints that customers can use.
pub fn open_touchpoints(map: &Outline) -> Vec<&Node> {
    touchpoints(map).into_iter().filter(|item| !is_closed(map, item)).collect()
}

/// The phase in which a touchpoint stands.
pub fn phase<'o>(map: &'o Outline, item: &Node) -> &'o Node {
    map.at("phases/-").find(|phase| phase.lines().contains(&item.line)).unwrap()
}

/// The value of a field right below a node.
pub fn value<'o>(map: &'o Outline, node: &Node, field: &str) -> Option<&'o str> {
    map.child(node, field).map(|field| field.value.as_str())
}

/// The value of a field of the map.
pub fn top<'o>(map: &'o Outline, field: &'o str) -> Option<&'o str> {
    map.at(field).next().map(|field| field.value.as_str())
}

/// Whether the map is kept for comparison only.
pub fn is_past(map: &Outline) -> bool {
    top(map, "state") == Some("past")
}

/// The ends of the scale of ratings.
pub fn scale(map: &Outline) -> (f64, f64) {
    let end = |path| map.at(path).next().and_then(|node| node.value.parse().ok());
    (end("scale/min").unwrap_or(1.0), end("scale/max").unwrap_or(5.0))
}

/// Half the length of the scale.
pub fn half(map: &Outline) -> f64 {
    let (min, max) = scale(map);
    (max - min) / 2.0
}

/// A rating of a touchpoint or employee, and where it is written.
pub fn rating<'o>(map: &'o Outline, node: &Node, field: &str) -> Option<(f64, &'o Node)> {
    let field = map.child(node, field)?;
    let level = if field.value.is_empty() { map.child(field, "level")? } else { field };
    Some((level.value.parse().ok()?, level))
}

/// Whether customers get less than they expect; unknown where either is.
pub fn disappoints(map: &Outline, item: &Node) -> Option<bool> {
    Some(rating(map, item, "experience")?.0 < rating(map, item, "expectation")?.0)
}

/// The values of a field that takes one or a list.
pub fn values<'o>(map: &'o Outline, node: &Node, field: &str) -> Vec<&'o str> {
    let Some(field) = map.child(node, field) else { return Vec::new() };
    let items = map.below(field).into_iter().map(|item| item.value.as_str());
    std::iter::once(field.value.as_str()).chain(items).filter(|value| !value.is_empty()).collect()
}

/// Whether customers cannot use a touchpoint.
pub fn is_closed(map: &Outline, item: &Node) -> bool {
    if map.child(item, "status").is_some() {
        return status(map, item) == Some("unavailable");
    }
    let channels = values(map, item, "channel");
    let is_closed = |channel: &&str| {
        let channel = map.at("channels").next().and_then(|channels| map.child(channels, channel));
        channel.is_some_and(|channel| status(map, channel) == Some("unavailable"))
    };
    !channels.is_empty() && channels.iter().all(is_closed)
}

fn status<'o>(map: &'o Outline, of: &Node) -> Option<&'o str> {
    let status = map.child(of, "status")?;
    Some(map.child(status, "level").unwrap_or(status).value.as_str())
}

/// The items of a list right below a node.
pub fn items<'o>(map: &'o Outline, node: &Node, list: &str) -> Vec<&'o Node> {
    map.child(node, list).map(|list| map.below(list)).unwrap_or_default()
}

/// Whether friction that is not resolved hinders customers at a touchpoint: there, from elsewhere, or in its phase.
pub fn is_hindered(map: &Outline, item: &Node) -> bool {
    items(map, item, "friction_points").iter().any(|point| hinders(map, point)) || is_hindered_from_elsewhere(map, item)
}

/// Whether friction of its phase, or of another touchpoint, hinders customers at a touchpoint.
pub fn is_hindered_from_elsewhere(map: &Outline, item: &Node) -> bool {
    let id = value(map, item, "id");
    let points = || map.ending(&["friction_points/-"]).filter(|point| hinders(map, point));
    let names = |point: &Node| items(map, point, "also_at").iter().any(|name| Some(name.value.as_str()) == id);
    let in_phase = items(map, phase(map, item), "friction_points").iter().any(|point| hinders(map, point));
    in_phase || points().any(names)
}

fn hinders(map: &Outline, point: &Node) -> bool {
    value(map, point, "status") != Some("resolved")
}

/// Whether a promise is made or kept at a touchpoint.
pub fn has_promise(map: &Outline, item: &Node) -> bool {
    let id = value(map, item, "id");
    let is_named = map.ending(&["promises/kept_at"]).any(|name| Some(name.value.as_str()) == id);
    is_named || !items(map, item, "promises").is_empty()
}

/// The touchpoints that a promise rests on: from the one where it is made to the one where it is kept, in order.
pub fn bearers<'o>(map: &'o Outline, item: &Node, promise: &Node) -> Vec<&'o Node> {
    let all = touchpoints(map);
    let kept_at = value(map, promise, "kept_at");
    let made = all.iter().position(|place| place.line == item.line).unwrap();
    let kept = all.iter().position(|place| kept_at.is_some() && value(map, place, "id") == kept_at).unwrap_or(made);
    all[made.min(kept)..=made.max(kept)].to_vec()
}

/// Whether a touchpoint may decide the relation to its customers, and badly: it says all that is wrong there.
pub fn may_fail(map: &Outline, item: &Node) -> bool {
    let is_bad = disappoints(map, item) == Some(true) || has_grave_friction(map, item);
    map.child(item, "moment_of_truth").is_some() && is_bad
}

/// Whether more is asked of the map than of a sketch on a whiteboard.
pub fn is_more_than_a_sketch(map: &Outline) -> bool {
    top(map, "basis") == Some("research") || map.at("review").next().is_some()
}

/// Whether customers may complete the journey from a touchpoint.
pub fn leads_to_end(map: &Outline, item: &Node) -> bool {
    let is_last = touchpoints(map).last().is_some_and(|last| last.line == item.line);
    let next = map.child(item, "next");
    let says_end = next.is_some_and(|next| {
        map.nodes().any(|node| next.lines().contains(&node.line) && node.value == "end" && node.name() != "when")
    });
    says_end || is_last && next.is_none()
}

/// Whether somebody answers for a touchpoint, or for its phase.
pub fn is_owned(map: &Outline, item: &Node) -> bool {
    map.child(item, "owner").is_some() || map.child(phase(map, item), "owner").is_some()
}

/// Whether a solution stands on a touchpoint or its phase, outside its friction points.
pub fn is_answered(map: &Outline, item: &Node) -> bool {
    map.child(item, "solutions").is_some() || map.child(phase(map, item), "solutions").is_some()
}

/// Whether a solution that is planned or in progress stands on a touchpoint, on its phase or on friction that hinders
/// customers there; or on what is measured, if this is a measure, or is to be judged by it.
pub fn is_being_mended(map: &Outline, node: &Node) -> bool {
    let within = |place: &Node, solution: &Node| place.lines().contains(&solution.line);
    let item = touchpoints(map).into_iter().find(|item| item.lines().contains(&node.line));
    let of_phase = |solution: &Node| {
        let is_aside = touchpoints(map).iter().all(|item| !within(item, solution));
        item.map_or(node, |item| phase(map, item)).lines().contains(&solution.line) && is_aside
    };
    let id = item.and_then(|item| value(map, item, "id"));
    let shows = |solution: &Node| value(map, solution, "measured_by") == value(map, node, "metric");
    map.ending(&["solutions/-"]).filter(|solution| is_pursued(map, solution)).any(|solution| {
        let point = map.ending(&["friction_points/-"]).find(|point| within(point, solution));
        let names = |point: &Node| items(map, point, "also_at").iter().any(|name| Some(name.value.as_str()) == id);
        let is_here = item.is_some_and(|item| within(item, solution)) || of_phase(solution) || point.is_some_and(names);
        is_here || map.child(node, "metric").is_some() && (is_of_all(map, node) || shows(solution))
    })
}

/// Whether a measure is of the whole journey: it stands there, or it is NPS.
pub fn is_of_all(map: &Outline, measure: &Node) -> bool {
    let is_nps = value(map, measure, "metric").is_some_and(|metric| metric.to_lowercase().contains("nps"));
    measure.path == "measures/-" || is_nps
}

/// Whether a solution is planned or in progress, as one of the places with its id says.
pub fn is_pursued(map: &Outline, solution: &Node) -> bool {
    let id = value(map, solution, "id");
    let is_same = |other: &&Node| other.line == solution.line || id.is_some() && value(map, other, "id") == id;
    let places = map.ending(&["solutions/-"]).filter(is_same);
    places.filter_map(|place| value(map, place, "status")).any(|status| matches!(status, "planned" | "in_progress"))
}

/// Whether a touchpoint has friction of high or critical severity, whatever is done about it.
pub fn has_grave_friction(map: &Outline, item: &Node) -> bool {
    items(map, item, "friction_points").iter().any(|point| is_grave(map, point))
}

/// Whether a friction point is of high or critical severity.
pub fn is_grave(map: &Outline, point: &Node) -> bool {
    matches!(value(map, point, "severity"), Some("high" | "critical"))
}

/// Whether a written id of a solution stands in the map more than once.
pub fn is_repeated(map: &Outline, solution: &Node) -> bool {
    let id = value(map, solution, "id");
    let count = |id: &str| map.ending(&["solutions/id"]).filter(|other| other.value == id).count();
    id.is_some_and(|id| count(id) > 1)
}

/// Where findings about something point that has a title or at least an id: a title, an id, or the short form.
pub fn name<'o>(map: &'o Outline, node: &'o Node) -> Option<&'o Node> {
    map.child(node, "title").or_else(|| map.child(node, "id")).or_else(|| (!node.value.is_empty()).then_some(node))
}
