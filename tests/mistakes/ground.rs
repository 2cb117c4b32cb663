//! What the findings that a map has anyway rest on: a mistake made there changes them, and proves nothing.

use crate::mistake::{Found, Knowledge, Mistake};
use crate::outline::{Node, Outline};

/// Whether a mistake leaves alone what the findings of a map rest on. Whether the main way is still known depends on
/// where it runs.
pub fn spares(map: &Outline, mistake: &Mistake, before: &[Found]) -> bool {
    let is_of_main_way = |found: &Found| ["weak-end", "peak-overload", "channel-hopping"].contains(&&*found.rule);
    let touches = |found: &Found| mistake.touched().any(|line| rests_on(map, found, line));
    let is_unsure =
        [Knowledge::Ways, Knowledge::MainWay, Knowledge::Lowest].iter().any(|part| mistake.is_hiding(*part));
    let disturbs = |found: &Found| touches(found) || is_of_main_way(found) && is_unsure;
    !before.iter().filter(|found| !mistake.is_hiding_finding(found)).any(disturbs)
}

/// Whether a finding rests on a line.
fn rests_on(map: &Outline, found: &Found, line: usize) -> bool {
    let at = found.line - 1;
    let within = |node: &Node| node.lines().contains(&at) && node.lines().contains(&line);
    let is_about = |node: &Node| match found.rule.as_str() {
        "nps-only" => node.name() == "metric" || node.name() == "measured_by",
        // Where it is to be kept.
        "missed-promise" => {
            let id = node.path.ends_with("touchpoints/-").then(|| map.child(node, "id")).flatten();
            id.is_some_and(|id| map.ending(&["kept_at"]).any(|kept_at| kept_at.value == id.value))
        }
        "weak-end" => node.path.contains("touchpoints/experience") || node.path.contains("touchpoints/next"),
        "channel-hopping" => {
            let is_of_way =
                ["channel", "effort", "next"].iter().any(|field| node.path.contains(&format!("touchpoints/{field}")));
            is_of_way || node.path.starts_with("scale")
        }
        // Whether a touchpoint is closed.
        _ => node.path.starts_with("channels/") && node.path.contains("/status"),
    };
    if line == at || found.rule == "missing-id" {
        return line == at;
    }
    let parts = ["phases/touchpoints/-", "measures/-", "channels"];
    map.ending(&parts).any(within) || map.nodes().any(|node| node.lines().contains(&line) && is_about(node))
}

/// What a rule has to know of the whole map.
pub fn knowledge(rule: &str) -> &'static [Knowledge] {
    match rule {
        "weak-end" | "peak-overload" | "employee-gap" | "channel-hopping" => &[Knowledge::Scale, Knowledge::Today],
        "unexplained-gap" => &[Knowledge::Names, Knowledge::Scale, Knowledge::Reasons, Knowledge::Today],
        "unexplained-loss" => &[Knowledge::Names, Knowledge::Reasons, Knowledge::Today],
        "unproven-moment" => &[Knowledge::Reasons, Knowledge::Today],
        "missing-id" => &[Knowledge::Ids],
        "nps-only" => &[Knowledge::Names, Knowledge::Metrics, Knowledge::Today],
        "old-measure" | "missed-target" | "small-sample" => &[Knowledge::Figures, Knowledge::Today],
        "stale-map" | "unreviewed-map" | "expired-closure" | "overdue-solution" | "unowned-solution"
        | "unsolved-friction" | "failing-moment" | "missed-promise" | "open-loop" | "closed-questions" => {
            &[Knowledge::Today]
        }
        _ => &[],
    }
}
