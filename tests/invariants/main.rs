//! What holds for every text holds for the bundled journeys, the examples on the pages, broken pieces of both, and random
//! maps; and no cause is lost where findings give way to each other.

#[path = "../common/mod.rs"]
mod common;
mod hold;
mod maps;

use std::collections::BTreeMap;

use common::{journeys, repository};
use cxmap::diagnostic::{Diagnostic, Level};
use cxmap::lint::lint;
use cxmap::load_str;
use cxmap::model::Profile;
use cxmap::rules::{Policy, RULES};
use hold::hold;
use maps::{Habits, random};

/// The texts that fuzzing starts from: the bundled journeys, and the examples on the pages of the rules.
fn seeds() -> Vec<String> {
    let journeys = journeys().into_iter().map(|path| std::fs::read_to_string(repository().join(path)).unwrap());
    let examples = RULES.iter().flat_map(|rule| rule.page.split("```yaml\n").skip(1));
    let examples = examples.map(|rest| rest.split("```").next().unwrap_or_default().to_owned());
    journeys.chain(examples).collect()
}

#[test]
fn seeds_hold_in_every_profile() {
    for text in seeds() {
        for profile in Profile::ALL {
            hold(text.as_bytes(), *profile);
        }
    }
}

/// As files are while they are written, and after accidents.
#[test]
fn broken_seeds_hold() {
    for (number, text) in seeds().iter().enumerate() {
        let (before, behind) = text.as_bytes().split_at(text.len() * (number % 7 + 1) / 8);
        let broken = match number % 5 {
            0 => before.to_vec(),
            1 => [before, b"\xff: [", behind].concat(),
            2 => text.replace('\n', "\r").into_bytes(),
            3 => text.replace("title:", "title: {").into_bytes(),
            _ => text.replace("  - ", "\t- ").into_bytes(),
        };
        hold(&broken, Profile::Governed);
    }
}

/// Random maps, from nearly empty to everything there, without slips and with many.
fn random_maps(count: u64) -> impl Iterator<Item = String> {
    let pick = |seed: u64, choices: [usize; 4]| choices[usize::try_from(seed % 4).unwrap()];
    let habits = move |seed: u64| Habits {
        touchpoints: pick(seed, [2, 4, 6, 9]),
        phases: 3,
        fields: pick(seed / 4, [8, 20, 35, 60]),
        slips: pick(seed / 16, [0, 0, 1, 12]),
    };
    (0..count).map(move |seed| random(seed, &habits(seed)))
}

#[test]
fn random_maps_hold() {
    let mut found: BTreeMap<&str, usize> = BTreeMap::new();
    for (text, profile) in random_maps(160).zip(Profile::ALL.iter().cycle()) {
        for finding in hold(text.as_bytes(), *profile).diagnostics {
            *found.entry(finding.rule).or_default() += 1;
        }
    }
    let rules = RULES.iter().filter(|rule| rule.check.is_some() && found.contains_key(rule.name)).count();
    assert!(rules >= 30, "{rules} rules about journeys find something: {found:?}");
}

#[test]
fn large_random_maps_hold() {
    let mut most = 0;
    for (seed, slips) in [(1, 0), (2, 0), (3, 1)] {
        let text = random(seed, &Habits { touchpoints: 800, phases: 60, fields: 4, slips });
        let map = hold(text.as_bytes(), Profile::Governed);
        most = most.max(map.source.text.matches(" id: t").count());
    }
    assert!(most >= 10_000, "{most} touchpoints");
}

/// The rules of which findings give way to others, and those that they give way to; and the rules about closings, of which
/// one speaks for all.
const GIVE_WAY: &[(&str, &[&str])] = &[
    ("uneven-shares", &["unreachable-touchpoint"]),
    ("branch-fallthrough", &["unreachable-touchpoint"]),
    ("unexplained-loss", &["unreachable-touchpoint", "failing-moment"]),
    ("unexplained-gap", &["failing-moment"]),
    ("unsolved-friction", &["failing-moment"]),
    ("missed-promise", &["broken-promise", "failing-moment"]),
    ("missed-target", &["measured-future", "failing-moment"]),
    ("closed-questions", &["open-loop"]),
    ("weak-end", &["failing-moment", "unsolved-friction"]),
    ("old-measure", &["measured-future"]),
    ("small-sample", &["measured-future"]),
    ("cut-off-end", &["cut-off-moment"]),
    ("broken-promise", &["cut-off-moment", "cut-off-end"]),
    ("closed-without-alternative", &["cut-off-moment", "cut-off-end", "broken-promise"]),
];

/// What each rule finds alone is found by all together, or its cause is, and matters as much.
#[test]
fn no_cause_is_lost() {
    let mut taken: BTreeMap<&str, usize> = BTreeMap::new();
    for text in seeds().into_iter().chain(random_maps(400)) {
        let loaded = load_str("any", &text);
        let lint = |policy: &Policy| lint(&loaded, jiff::civil::date(2026, 11, 21), policy).diagnostics;
        let together = lint(&Policy::of(Profile::Governed));
        let mut nothing = Policy::of(Profile::Governed);
        for rule in RULES {
            nothing.set_level(rule, Level::Off);
        }
        for rule in RULES.iter().filter(|rule| rule.check.is_some()) {
            let mut alone = nothing.clone();
            alone.set_level(rule, rule.levels.governed);
            for lone in lint(&alone).iter().filter(|lone| lone.rule == rule.name) {
                if together.iter().any(|finding| finding.rule == lone.rule && finding.primary == lone.primary) {
                    continue;
                }
                let causes = GIVE_WAY.iter().filter(|(rule, _)| *rule == lone.rule).flat_map(|(_, causes)| *causes);
                let is_cause = |finding: &&Diagnostic| causes.clone().any(|cause| *cause == finding.rule);
                let cause = together.iter().filter(is_cause).find(|cause| cause.level >= lone.level);
                assert!(cause.is_some(), "{lone:?}\n{text}");
                *taken.entry(rule.name).or_default() += 1;
            }
        }
    }
    assert!(taken.len() >= 8, "findings of several rules give way: {taken:?}");
}
