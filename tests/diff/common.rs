//! What the tests of comparisons share.

use std::fmt::Write as _;
use std::path::PathBuf;

use cxmap::diff::{Change, Impact, Kind, Mirror, compare};
use cxmap::graph::Map;
use cxmap::model::lower::lower;

pub fn map(text: &str) -> Map {
    let lowered = lower(text);
    assert!(lowered.diagnostics.is_empty(), "{text}\n{:?}", lowered.diagnostics);
    Map::new(lowered.journey.expect("a journey"), "map")
}

/// `kind impact address`, a line a change, echoes indented under their cause; details left out.
pub fn told(changes: &[Change]) -> String {
    fn tell(changes: &[Change], depth: usize, told: &mut String) {
        for change in changes.iter().filter(|change| !change.kind.is_detail()) {
            let (kind, impact, address) = (change.kind, change.impact.as_str(), &change.address);
            writeln!(told, "{:1$}{kind} {impact} {address}", "", 2 * depth).expect("a string takes all");
            tell(&change.claimed, depth + 1, told);
        }
    }
    let mut text = String::new();
    tell(changes, 0, &mut text);
    text
}

/// Every change as (kind, impact, address), sorted; `mirrored`: as it is seen the other way round.
pub fn flat(changes: &[Change], mirrored: bool) -> Vec<(Kind, Impact, String)> {
    let mut all: Vec<_> = changes
        .iter()
        .flat_map(Change::flat)
        .map(|change| match change.kind.mirror() {
            Mirror::Kind(kind) if mirrored => (kind, change.impact.mirror(), change.address.to_string()),
            Mirror::None(_) if mirrored => (Kind::DetailsChanged, Impact::Neutral, change.address.to_string()),
            _ => (change.kind, change.impact, change.address.to_string()),
        })
        .collect();
    all.sort();
    all
}

/// Compares `before` and `after`; the other way round it must say the opposite.
#[track_caller]
pub fn check(before: &str, after: &str, expected: &str) {
    let (before, after) = (map(before), map(after));
    let changes = compare(&before, &after);
    let wanted: String = expected.lines().map(str::trim_end).filter(|line| !line.trim().is_empty()).fold(
        String::new(),
        |mut wanted, line| {
            let _ = writeln!(wanted, "{}", line.strip_prefix("            ").unwrap_or(line));
            wanted
        },
    );
    assert_eq!(told(&changes), wanted);
    let forth = symmetric(flat(&changes, true));
    assert_eq!(forth, symmetric(flat(&compare(&after, &before), false)), "the other way round");
}

/// A map of two phases, in which customers can pass over the touchpoint `pay`; `fields` are those of the touchpoint `pay`, the first of the second phase.
pub fn with(fields: &str) -> String {
    with_channels("", fields)
}

pub fn with_channels(channels: &str, fields: &str) -> String {
    let fields = fields.lines().fold(String::new(), |text, line| format!("{text}        {}\n", line.trim_end()));
    format!(
        "cxmap: 1\ntitle: A journey\n{channels}\nphases:\n  - id: one\n    title: One\n    touchpoints:\n      - id: \
         start\n        title: I start\n        next: [pay, leave]\n  - id: two\n    title: Two\n    touchpoints:\n      - id: pay\n        title: \
         I pay\n{fields}      - id: leave\n        title: I leave\n"
    )
}

/// Phases with touchpoints: `one: a b / two: c` has the phase `one` with the touchpoints `a` and `b`.
pub fn outline(outline: &str) -> String {
    let mut text = "cxmap: 1\ntitle: A journey\nphases:\n".to_owned();
    for phase in outline.split('/') {
        let (name, touchpoints) = phase.split_once(':').expect("a phase");
        let (id, was) = name.trim().split_once('<').unwrap_or((name.trim(), ""));
        let _ = write!(text, "  - id: {id}\n    title: Phase {id}\n    was: [{was}]\n    touchpoints:\n");
        for touchpoint in touchpoints.split_whitespace() {
            let (id, was) = touchpoint.split_once('<').unwrap_or((touchpoint, ""));
            let _ = write!(text, "      - id: {id}\n        title: Step {id}\n        was: [{was}]\n");
        }
    }
    text
}

/// What merely vanishes is neutral, while what comes is judged: the one asymmetry. And what moved or was renamed has
/// another address on each side, so that kinds and impacts are what mirrors.
pub fn symmetric(all: Vec<(Kind, Impact, String)>) -> Vec<(Kind, Impact)> {
    let mut all: Vec<_> = all
        .into_iter()
        .map(|(kind, impact, _)| match kind {
            // They have no mirror.
            Kind::SolutionSlipped | Kind::Reviewed => (Kind::DetailsChanged, Impact::Neutral),
            Kind::FrictionAdded
            | Kind::FrictionRemoved
            | Kind::PromiseMade
            | Kind::PromiseWithdrawn
            | Kind::SolutionAdded
            | Kind::SolutionDropped
            | Kind::CommitmentAdded
            | Kind::CommitmentWithdrawn => (kind, Impact::Neutral),
            _ => (kind, impact),
        })
        .collect();
    all.sort();
    all
}

pub fn bundled() -> Vec<(PathBuf, String)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("journeys");
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the bundled journeys") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            paths.extend(std::fs::read_dir(path).expect("a folder").map(|entry| entry.expect("an entry").path()));
        } else {
            paths.push(path);
        }
    }
    paths.retain(|path| path.to_string_lossy().ends_with(".journey.yaml"));
    paths.sort();
    paths.into_iter().map(|path| (path.clone(), std::fs::read_to_string(path).expect("readable"))).collect()
}

/// Random numbers, the same in every run: Knuth's MMIX, a linear congruential generator.
pub struct Random(pub u64);

impl Random {
    pub fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }

    pub fn index(&mut self, bound: usize) -> usize {
        usize::try_from(self.below(bound as u64)).expect("small")
    }

    pub fn one<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.index(words.len())]
    }
}
