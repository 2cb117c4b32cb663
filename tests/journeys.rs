//! Every bundled journey through the program: what each command prints is fixed, and what matters of it is counted by hand.

mod common;

use std::process::Command;

use common::{cxmap, journeys, repository};
use serde_json::Value;

const TODAY: [&str; 2] = ["--today", "2026-11-21"];

#[test]
fn every_journey_lints_without_errors() {
    for path in journeys() {
        let run = cxmap(&["lint", path.to_str().unwrap(), "-q", TODAY[0], TODAY[1]]);
        assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{}", path.display());
    }
}

#[test]
fn every_journey_renders_as_before() {
    for path in journeys() {
        let name =
            path.to_str().unwrap().trim_start_matches("journeys/").trim_end_matches(".journey.yaml").replace('/', "-");
        for format in ["table", "markdown", "dot", "json"] {
            let run = cxmap(&["render", path.to_str().unwrap(), "-f", format]);
            assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{name} as {format}");
            insta::assert_snapshot!(format!("{name}-{format}"), run.stdout);
        }
    }
}

/// Counted by another YAML reader, which knows nothing of journeys.
#[test]
fn no_touchpoint_is_lost_on_the_way() {
    let mut total = 0;
    for path in journeys() {
        let text = std::fs::read_to_string(repository().join(&path)).unwrap();
        let yaml: serde_yaml::Value = serde_yaml::from_str(&text).unwrap();
        let phases = yaml["phases"].as_sequence().unwrap();
        let titles = phases.iter().flat_map(|phase| phase["touchpoints"].as_sequence().unwrap());
        let titles: Vec<_> = titles.map(|touchpoint| touchpoint["title"].as_str().unwrap()).collect();
        let path = path.to_str().unwrap();
        let json: Value = serde_json::from_str(&cxmap(&["render", path, "-f", "json"]).stdout).unwrap();
        let nodes = json["graph"]["nodes"].as_array().unwrap().iter();
        let touchpoints = nodes.filter(|node| node["kind"] == "touchpoint");
        assert_eq!(touchpoints.map(|node| node["title"].as_str().unwrap()).collect::<Vec<_>>(), titles, "{path}");
        total += titles.len();
    }
    assert_eq!(total, 262, "in all bundled journeys");
}

#[test]
fn pairs_compare_as_before() {
    for (name, before, after) in [
        ("insurance-premium", "before", "lockdown"),
        ("motor-claim", "before", "lockdown"),
        ("motor-claim", "lockdown", "after"),
        ("airline-rebooking", "before", "lockdown"),
        ("restaurant", "before", "reopening"),
        ("telecom-home-internet", "before", "lockdown"),
        ("bank-branch", "before", "lockdown"),
        ("kids-fashion", "before", "energy-crisis"),
    ] {
        let [before, after] = [before, after].map(|state| format!("journeys/{name}/{state}.journey.yaml"));
        for format in ["text", "json"] {
            let run = cxmap(&["diff", &before, &after, "-f", format]);
            assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{name}");
            let state = after.split('/').next_back().unwrap().split('.').next().unwrap();
            insta::assert_snapshot!(format!("diff-{name}-{state}-{format}"), run.stdout);
        }
        assert_eq!(cxmap(&["diff", &before, &after, "--fail-on", "any"]).status, 1, "{name} changes");
        assert_eq!(cxmap(&["diff", &after, &after, "--fail-on", "any", "--all"]).status, 0, "{name} is itself");
    }
}

/// Counted by hand in the two files: the agency closes and nothing else does, two touchpoints are new, one friction point is resolved.
#[test]
fn the_insurance_pair_says_what_happened() {
    let pair = ["journeys/insurance-premium/before.journey.yaml", "journeys/insurance-premium/lockdown.journey.yaml"];
    let report: Value = serde_json::from_str(&cxmap(&["diff", pair[0], pair[1], "-f", "json"]).stdout).unwrap();
    let changes = report["journeys"][0]["comparisons"][0]["changes"].as_array().unwrap();
    let of_kind = |kind: &str| -> Vec<_> {
        changes
            .iter()
            .filter(|change| change["kind"] == kind)
            .map(|change| change["address"].as_str().unwrap())
            .collect()
    };
    assert_eq!(of_kind("channel-closed"), ["channel:agency"]);
    assert_eq!(of_kind("touchpoint-closed"), Vec::<&str>::new(), "claimed by the channel");
    assert_eq!(of_kind("touchpoint-added").len(), 2);
    assert_eq!(of_kind("friction-resolved").len(), 1);
    assert_eq!(of_kind("moment-moved").len(), 1);
}

#[test]
fn the_examples_run() {
    for (name, words) in [
        ("lint_a_string", "line 9, column 21: the rating 7 is off the scale of this map, 1–5 (invalid-value)"),
        ("walk_the_graph", "I am due to pay the quarterly premium (gap -3)"),
        ("compare_two_maps", "channel:"),
    ] {
        let output = Command::new(env!("CARGO"))
            .args(["run", "--quiet", "--example", name])
            .current_dir(repository())
            .output()
            .unwrap();
        let stdout = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success() && stdout.contains(words), "{name}: {stdout}");
    }
}
