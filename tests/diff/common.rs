//! What the tests of comparisons share.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use cxmap::diff::delta::Sides;
use cxmap::diff::matching::Pairs;
use cxmap::diff::{Change, Impact, Kind, Mirror, Options, compare};
use cxmap::graph::{Address, Map};
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

/// The other way round a comparison says the opposite: of the same things, the opposite kinds with the opposite impacts.
/// Returns how many changes there are.
#[track_caller]
pub fn assert_mirrors(before: &Map, after: &Map) -> usize {
    let same = Same::of(&Sides::of(before, after, Options::default()));
    let seen = |changes: &[Change], turn: fn(&Change) -> (Kind, Impact)| {
        let all = changes.iter().flat_map(Change::flat).map(|change| {
            let (kind, impact) = turn(change);
            (kind, same.name(&change.address), impact)
        });
        let mut all: Vec<_> = all.collect();
        all.sort();
        all
    };
    let forth = seen(&compare(before, after), |change| match change.kind.mirror() {
        Mirror::Kind(kind) => (kind, change.impact.mirror()),
        Mirror::None(_) => (Kind::DetailsChanged, Impact::Neutral),
    });
    let back = seen(&compare(after, before), |change| match change.kind.mirror() {
        Mirror::Kind(_) => (change.kind, change.impact),
        Mirror::None(_) => (Kind::DetailsChanged, Impact::Neutral),
    });
    let bare = |all: &[(Kind, String, Impact)]| -> Vec<_> {
        all.iter().map(|(kind, name, _)| format!("{kind} {name}")).collect()
    };
    assert_eq!(bare(&forth), bare(&back), "the other way round");
    for ((kind, name, forth), (_, _, back)) in forth.iter().zip(&back) {
        let excuse = is_one_sided(*kind, *forth, *back);
        assert!(forth == back || excuse, "{kind} {name} is {back:?}, and its opposite is the opposite of {forth:?}");
    }
    forth.len()
}

/// What is judged in one direction only. What merely vanishes is neutral, while what comes is judged; and hope is not a
/// merit: that people expect less makes nobody better off, that a moment decides is good only once it succeeds. `forth`
/// is the opposite of what was said of the opposite of `kind`.
fn is_one_sided(kind: Kind, forth: Impact, back: Impact) -> bool {
    use Impact::{Better, Neutral, Worse};
    match kind {
        // They come.
        Kind::FrictionAdded | Kind::PromiseMade | Kind::SolutionAdded | Kind::CommitmentAdded | Kind::GapAdded => {
            forth == Neutral
        }
        // They vanish.
        Kind::FrictionRemoved
        | Kind::PromiseWithdrawn
        | Kind::SolutionDropped
        | Kind::CommitmentWithdrawn
        | Kind::GapRemoved => back == Neutral,
        Kind::MomentGained => forth == Better && back != Better,
        Kind::MomentLost => forth != Worse && back == Worse,
        Kind::ExpectationRaised | Kind::EmployeeExpectationRaised | Kind::GapWidened | Kind::MomentWorsened => {
            (forth, back) == (Neutral, Worse)
        }
        Kind::ExpectationLowered | Kind::EmployeeExpectationLowered | Kind::GapNarrowed | Kind::MomentImproved => {
            (forth, back) == (Better, Neutral)
        }
        _ => false,
    }
}

/// What is the same in two maps: one name for the two addresses that it has.
struct Same(HashMap<String, String>);

impl Same {
    fn of(sides: &Sides<'_>) -> Self {
        let mut names = HashMap::new();
        let (before, after, matching) = (&sides.before, &sides.after, &sides.matching);
        let mut link = |pairs: &Pairs, old: &dyn Fn(usize) -> String, new: &dyn Fn(usize) -> String| {
            for (was, is, _) in pairs.kept() {
                names.insert(old(was), new(is));
            }
        };
        link(&matching.touchpoints, &|at| before.touchpoints[at].address().to_string(), &|at| {
            after.touchpoints[at].address().to_string()
        });
        let phase = |map: &Map, at: usize| map.phases().nth(at).unwrap().address().to_string();
        link(&matching.phases, &|at| phase(before.map, at), &|at| phase(after.map, at));
        link(&matching.channels, &|at| before.channels[at].address().to_string(), &|at| {
            after.channels[at].address().to_string()
        });
        link(&matching.moments, &|at| before.moments[at].address().to_string(), &|at| {
            after.moments[at].address().to_string()
        });
        link(&matching.friction, &|at| before.friction[at].address.to_string(), &|at| {
            after.friction[at].address.to_string()
        });
        link(&matching.promises, &|at| before.promises[at].address.to_string(), &|at| {
            after.promises[at].address.to_string()
        });
        link(&matching.solutions, &|at| before.solutions[at].address.to_string(), &|at| {
            after.solutions[at].address.to_string()
        });
        link(&matching.needs, &|at| before.needs[at].address.to_string(), &|at| after.needs[at].address.to_string());
        link(&matching.measures, &|at| before.measures[at].address.to_string(), &|at| {
            after.measures[at].address.to_string()
        });
        Self(names)
    }

    /// The address on the after side, for what is on both.
    fn name(&self, address: &Address) -> String {
        let touchpoint = |id: &str| self.known(format!("touchpoint:{id}"));
        match address {
            Address::Way(from, to) => format!("way {} {}", touchpoint(from), touchpoint(to)),
            Address::Employee(at) => format!("employee {}", touchpoint(at)),
            Address::Feedback(at) => format!("feedback {}", touchpoint(at)),
            other => self.known(other.to_string()),
        }
    }

    fn known(&self, address: String) -> String {
        self.0.get(&address).cloned().unwrap_or(address)
    }
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
    assert_mirrors(&before, &after);
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
