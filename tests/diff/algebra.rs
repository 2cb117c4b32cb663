//! What holds for any two maps: nothing differs from itself, the other way round is the opposite, and only the journey
//! counts, not how it is written.

use std::fmt::Write as _;

use cxmap::diff::compare;
use cxmap::graph::Map;
use cxmap::model::lower::lower;

use crate::common::{Random, assert_mirrors, bundled, map};

/// A small random map. Ids are from a small pool, so that two maps have some in common.
impl Random {
    fn some(&mut self, text: &mut String, fields: &[(&str, &[&str])]) {
        for (name, values) in fields {
            if self.below(2) == 0 {
                let _ = writeln!(text, "        {name}: {}", self.one(values));
            }
        }
    }

    fn map(&mut self) -> String {
        let mut text = "cxmap: 1\ntitle: A journey\n".to_owned();
        let statuses = ["available", "limited", "unavailable"];
        let (shop, phone) = (self.one(&statuses), self.one(&statuses));
        let _ = write!(
            text,
            "channels:\n  shop: {{title: Shop, status: {shop}}}\n  phone: {{title: Phone, status: {phone}}}\n"
        );
        text.push_str("phases:\n");
        let mut left: Vec<&str> = vec!["a", "b", "c", "d", "e", "f"];
        let mut phases = vec!["one", "two", "six"];
        for _ in 0..=self.below(2) {
            let phase = phases.remove(usize::try_from(self.below(phases.len() as u64)).expect("small"));
            let _ = write!(text, "  - id: {phase}\n    title: Phase {phase}\n    touchpoints:\n");
            for _ in 0..=self.below(2) {
                let id = left.remove(usize::try_from(self.below(left.len() as u64)).expect("small"));
                self.touchpoint(id, &mut text);
            }
        }
        text
    }

    fn touchpoint(&mut self, id: &str, text: &mut String) {
        let _ = write!(text, "      - id: {id}\n        title: Step {id}\n");
        self.some(
            text,
            &[
                ("channel", &["shop", "phone", "[shop, phone]"]),
                ("expectation", &["2", "3", "4"]),
                ("experience", &["2", "3", "4"]),
                ("effort", &["1", "5"]),
                ("wait", &["1h", "2d"]),
                ("owner", &["Sales", "Billing"]),
                ("needs", &["[Speed]", "[Speed, Calm]"]),
                ("next", &["end", "[end, lost]", "[{to: end, share: 90%}, {to: lost, share: 10%}]"]),
                ("moment_of_truth", &["Now", "{title: Now, commitment: Money back}"]),
                (
                    "friction_points",
                    &[
                        "[{id: queue, title: Queue, severity: low}]",
                        "[{id: queue, title: Queue, severity: high, reach: 20%, solutions: [{title: Desk, status: done}]}]",
                        "[{id: noise, title: Noise, status: resolved}, {id: queue, title: Queue}]",
                    ],
                ),
                ("promises", &["[{id: soon, title: Soon, within: 1d}]", "[{id: soon, title: Soon, within: 2d, actual: 3d}]"]),
            ],
        );
    }
}

#[test]
fn a_map_does_not_differ_from_itself() {
    for seed in 0..500 {
        let text = Random(seed).map();
        assert_eq!(compare(&map(&text), &map(&text)), [], "{text}");
    }
}

#[test]
fn the_other_way_round_is_the_opposite() {
    let mut changes = 0;
    for seed in 0..400 {
        let mut random = Random(seed);
        let (before, after) = (random.map(), random.map());
        changes += assert_mirrors(&map(&before), &map(&after));
    }
    assert!(changes > 7_000, "the maps differ: {changes}");
}

fn turned_round(value: serde_yaml::Value) -> serde_yaml::Value {
    match value {
        serde_yaml::Value::Mapping(mapping) => mapping
            .into_iter()
            .collect::<Vec<_>>()
            .into_iter()
            .rev()
            .map(|(key, value)| (key, turned_round(value)))
            .collect::<serde_yaml::Mapping>()
            .into(),
        serde_yaml::Value::Sequence(items) => items.into_iter().map(turned_round).collect::<Vec<_>>().into(),
        plain => plain,
    }
}

#[test]
fn only_the_journey_counts() {
    let bundled = bundled();
    assert!(bundled.len() >= 10);
    for (path, text) in bundled {
        let before = map(&text);
        let commented = text.replace("\nphases:", "\n# A note.\n\nphases: # another");
        assert_eq!(compare(&before, &map(&commented)), [], "comments in {}", path.display());
        let value: serde_yaml::Value = serde_yaml::from_str(&text).expect("YAML");
        let reversed = serde_yaml::to_string(&turned_round(value)).expect("YAML");
        assert_eq!(compare(&before, &map(&reversed)), [], "keys in another order in {}", path.display());

        let mut journey = lower(&text).journey.expect("a journey");
        let id = |title: &str| cxmap::model::Id::from_title(title).map(Into::into);
        for phase in &mut journey.phases.0 {
            phase.id = phase.id.take().or_else(|| id(&phase.title));
            for touchpoint in &mut phase.touchpoints.0 {
                touchpoint.id = touchpoint.id.take().or_else(|| id(&touchpoint.title));
                for friction in &mut touchpoint.friction_points.0 {
                    friction.id = friction.id.take().or_else(|| friction.title.as_ref().and_then(|title| id(title)));
                }
            }
        }
        assert_eq!(compare(&before, &Map::new(journey, "map")), [], "ids written out in {}", path.display());
    }
}
