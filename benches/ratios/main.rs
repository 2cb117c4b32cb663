//! How fast it is, as ratios within one run: what is slow on this machine is slow on both sides of a ratio.
//!
//! `cargo bench --bench ratios` prints each ratio with its bound and exits with 1 if one is above. Not for CI.

mod maps;

use std::fmt::Write as _;
use std::process::{Command, ExitCode, Stdio};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use cxmap::diagnostic::Level;
use cxmap::graph::Map;
use cxmap::import::{Options, import};
use cxmap::model::Profile;
use cxmap::render::{PictureOptions, scene};
use cxmap::rules::{self, Policy, RULES};
use cxmap::{lint, load_str};
use maps::{TROUBLED, backward, ladder, line, one_loop, troubled};
use rayon::prelude::*;

type Part = fn(&mut Bench);

/// What is measured, by names that can be asked for: `cargo bench --bench ratios -- rules`.
const PARTS: [(&str, Part); 9] = [
    ("reading", reading),
    ("growth", growth),
    ("many", many),
    ("rules", each_rule),
    ("pictures", pictures),
    ("renames", renames),
    ("stress", stress),
    ("exchange", exchange),
    ("process", whole_process),
];

fn main() -> ExitCode {
    let wanted: Vec<_> = std::env::args().skip(1).filter(|arg| !arg.starts_with('-')).collect();
    let mut bench = Bench { is_within: true };
    for (_, part) in PARTS.iter().filter(|(name, _)| wanted.is_empty() || wanted.iter().any(|one| one == name)) {
        part(&mut bench);
    }
    if bench.is_within { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

const TODAY: jiff::civil::Date = jiff::civil::date(2026, 11, 21);

struct Bench {
    is_within: bool,
}

impl Bench {
    fn verdict(&mut self, what: &str, value: f64, bound: f64, unit: &str) {
        let is_within = value <= bound;
        self.is_within &= is_within;
        let verdict = if is_within { "ok" } else { "ABOVE" };
        println!("{what:58} {value:8.2}{unit}  bound {bound:6.2}{unit}  {verdict}");
    }
}

/// How long a work takes, as this thread is at it: on a busy machine the clock tells how busy it is.
fn time(work: impl FnMut()) -> Duration {
    let [spent] = times([work]);
    spent
}

/// The same of several works, in turn: what else the machine does, in its caches too, falls on all of them. The shortest of
/// five stretches each, for that only ever adds; they are long against the steps in which the system counts.
fn times<const N: usize>(mut works: [impl FnMut(); N]) -> [Duration; N] {
    let mut shortest = [Duration::MAX; N];
    for _ in 0..5 {
        for (work, shortest) in works.iter_mut().zip(&mut shortest) {
            *shortest = stretch(work).min(*shortest);
        }
    }
    shortest
}

fn stretch(mut work: impl FnMut()) -> Duration {
    const STRETCH: Duration = Duration::from_millis(100);
    let (start, mut runs) = (at_work(), 0);
    loop {
        work();
        runs += 1;
        let spent = at_work().saturating_sub(start);
        if spent >= STRETCH {
            return spent / runs;
        }
    }
}

/// How long works take, in turn, with nothing of theirs in the caches, as where a map is judged or drawn once: over and over
/// again, a map of 1,000 touchpoints would be found in the inner cache and one of 4,000 would not, and their ratio would
/// tell of the machine. The shortest of some runs by the clock.
fn cold_times<const N: usize>(mut works: [impl FnMut(); N]) -> [Duration; N] {
    const RUNS: usize = 15;
    let mut other = vec![0_u8; 128 << 20];
    let mut shortest = [Duration::MAX; N];
    for _ in 0..RUNS {
        for (work, shortest) in works.iter_mut().zip(&mut shortest) {
            other.iter_mut().step_by(64).for_each(|byte| *byte = byte.wrapping_add(1));
            std::hint::black_box(&other);
            let start = Instant::now();
            work();
            *shortest = start.elapsed().min(*shortest);
        }
    }
    shortest
}

/// The median time of some runs by the clock, where several threads or processes work.
fn time_by_clock(runs: usize, mut work: impl FnMut()) -> Duration {
    median_of(runs, || {
        let start = Instant::now();
        work();
        start.elapsed()
    })
}

fn median_of(runs: usize, mut time: impl FnMut() -> Duration) -> Duration {
    let mut times: Vec<_> = (0..runs).map(|_| time()).collect();
    times.sort();
    times[times.len() / 2]
}

/// How long this thread has been at work, where the system says so (Linux), else how late it is.
fn at_work() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let stat = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = stat.and_then(|stat| stat.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| START.elapsed(), Duration::from_nanos)
}

fn ratio(a: Duration, b: Duration) -> f64 {
    a.as_secs_f64() / b.as_secs_f64()
}

/// Reading a map against the bare YAML events of the same text, comments on in both.
fn reading(bench: &mut Bench) {
    let ordinary =
        std::fs::read_to_string("journeys/telecom-home-internet/lockdown.journey.yaml").expect("a bundled map");
    for (what, text) in [("an ordinary map", ordinary), ("10,000 touchpoints", line(10_000))] {
        let events = time(|| {
            let events = granit_parser::Parser::new_from_str(&text).map(|event| event.expect("YAML"));
            assert!(events.count() > 100);
        });
        let map = time(|| assert!(load_str("map", &text).map.is_some()));
        bench.verdict(&format!("reading {what} / its YAML events"), ratio(map, events), 3.0, "");
    }
}

type Shape = fn(usize) -> String;

/// Time for 10,000 touchpoints against time for 1,000, of four shapes.
fn growth(bench: &mut Bench) {
    let shapes: [(&str, Shape); 4] =
        [("a line", line), ("a ladder", ladder), ("one big loop", one_loop), ("a backward chain", backward)];
    for (name, shape) in shapes {
        let (small, large) = (shape(1_000), shape(10_000));
        for (what, work) in WORK {
            let times = times([&small, &large].map(|text| move || work(text)));
            bench.verdict(
                &format!("{what} of {name}, 10,000 / 1,000 ({:.0?})", times[1]),
                ratio(times[1], times[0]),
                15.0,
                "",
            );
        }
    }
}

type Work = fn(&str);

const WORK: [(&str, Work); 3] = [("lint", lint), ("table", table), ("diff", diff)];

fn map(text: &str) -> Map {
    load_str("map", text).map.expect("a map")
}

fn lint(text: &str) {
    let linted = lint::lint(&load_str("map", text), TODAY, &Policy::default());
    assert!(linted.worst() < Some(Level::Error), "{:?}", linted.diagnostics.first());
}

fn table(text: &str) {
    assert!(cxmap::render::table(&map(text), cxmap::render::TableOptions::default()).len() > text.len() / 4);
}

fn diff(text: &str) {
    let changes = cxmap::diff::compare(&map(text), &map(&text.replace("experience: 3", "experience: 2")));
    assert!(changes.len() >= 1_000);
}

/// A thousand maps of forty touchpoints: all rules against reading, and two threads against one.
fn many(bench: &mut Bench) {
    let texts: Vec<_> = TROUBLED.iter().map(|(head, lines)| troubled(head, *lines, 40)).cycle().take(1_000).collect();
    let policy = Policy::of(Profile::Governed);
    let read = |text: &String| load_str("map", text);
    let lint = |loaded: &cxmap::Loaded| lint::lint(loaded, TODAY, &policy).diagnostics.len();
    let loaded: Vec<_> = texts.iter().map(read).collect();
    let reading = time(|| assert!(texts.iter().all(|text| read(text).map.is_some())));
    let linting = time(|| assert!(loaded.iter().map(lint).sum::<usize>() > 10_000));
    bench.verdict(&format!("lint of 1,000 maps / reading them ({linting:.0?})"), ratio(linting, reading), 1.5, "");
    let threads = rayon::ThreadPoolBuilder::new().num_threads(2).build().expect("two threads");
    let one = time_by_clock(7, || assert!(texts.iter().map(|text| lint(&read(text))).sum::<usize>() > 10_000));
    let two = time_by_clock(7, || {
        let found: usize = threads.install(|| texts.par_iter().map(|text| lint(&read(text))).sum());
        assert!(found > 10_000);
    });
    bench.verdict("reading and lint of 1,000 maps, two threads / one", ratio(two, one), 0.9, "");
}

/// Every rule alone at 4,000 touchpoints against 1,000, on the first map that it finds something in.
fn each_rule(bench: &mut Bench) {
    let maps = TROUBLED.map(|(head, lines)| {
        [1_000, 4_000].map(|count| {
            let text = troubled(head, lines, count);
            (map(&text), text)
        })
    });
    for rule in RULES.iter().filter(|rule| rule.check.is_some()) {
        let mut policy = Policy::of(Profile::Governed);
        for other in RULES.iter().filter(|other| other.name != rule.name) {
            policy.set_level(other, Level::Off);
        }
        policy.set_level(rule, Level::Warn);
        let check = |(map, text): &(Map, String)| rules::check(map, text, TODAY, &policy).len();
        let Some([small, large]) = maps.iter().find(|sizes| sizes.iter().all(|map| check(map) > 0)) else {
            bench.verdict(&format!("{}: no map gives it work", rule.name), f64::INFINITY, 6.0, "");
            continue;
        };
        let times = cold_times([small, large].map(|map| || assert!(check(map) > 0)));
        let what = format!("{}, 4,000 / 1,000 ({:.0?})", rule.name, times[1]);
        bench.verdict(&what, ratio(times[1], times[0]), 6.0, "");
    }
}

/// Laying out a picture of 2,000 touchpoints against one of 200.
fn pictures(bench: &mut Bench) {
    for (name, shape) in [("a line", line as fn(usize) -> String), ("a ladder", ladder)] {
        let maps = [200, 2_000].map(|count| map(&shape(count)));
        let times =
            cold_times(maps.each_ref().map(|map| || assert!(scene(map, &PictureOptions::default()).bands.len() > 3)));
        let what = format!("layout of {name}, 2,000 / 200 ({:.0?})", times[1]);
        bench.verdict(&what, ratio(times[1], times[0]), 12.0, "");
    }
}

/// Two maps of 2,000 touchpoints, every one of them renamed and without an id.
fn renames(bench: &mut Bench) {
    let words = ["compare", "read", "sign", "report", "receive", "choose", "upload", "forward", "cancel", "renew"];
    let things = ["premium", "policy", "invoice", "damage", "estimate", "garage", "reminder", "contract", "refund"];
    let journey = |ending: &str| {
        let mut text = String::from("cxmap: 1\ntitle: I walk\nphases:\n");
        for at in 0..2_000 {
            if at % 50 == 0 {
                let _ = write!(text, "  - title: Phase {at}\n    touchpoints:\n");
            }
            let (word, thing) = (words[at % words.len()], things[at % things.len()]);
            let _ = writeln!(text, "      - title: I {word} the {thing} of case {} {ending}", at * 7919 % 4001);
        }
        map(&text)
    };
    let (before, after) = (journey("by post"), journey("in the app"));
    let time = time_by_clock(3, || {
        let changes = cxmap::diff::compare(&before, &after);
        let renamed = changes.iter().filter(|change| change.kind == cxmap::diff::Kind::TouchpointRenamed).count();
        assert!(renamed >= 1_900, "{renamed} renames found");
    });
    bench.verdict("diff of 2,000 touchpoints, all renamed", time.as_secs_f64(), 2.0, "s");
}

/// Closing each of 200 touchpoints in turn; every one is a moment of truth.
fn stress(bench: &mut Bench) {
    for (name, shape) in [("a line", line as Shape), ("a ladder", ladder)] {
        let map = map(&shape(200).replace("experience: 3", "experience: 3\n        moment_of_truth: It counts"));
        let spent = time_by_clock(3, || {
            let each = cxmap::stress::Stress::each(&map, cxmap::stress::Subject::Touchpoint).expect("not too many");
            assert_eq!(each.scenarios.len(), 200);
        });
        bench.verdict(&format!("stress --each touchpoint of {name} of 200"), spent.as_secs_f64(), 1.0, "s");
    }
}

/// Ten thousand rows, and a thousand diagrams, out and in again.
fn exchange(bench: &mut Bench) {
    let rows = (0..10_000).map(|at| format!("Phase {},I do {at},web / app,{},Slow; dear,Care\n", at / 100, at % 5 + 1));
    let table = format!("phase,step,channel,emotion,pain points,owner\n{}", rows.collect::<String>());
    let map = map(&line(10_000));
    let csv = cxmap::render::csv(&map).expect("CSV");
    let xlsx = cxmap::render::xlsx(&map).expect("a workbook");
    let touchpoints = |name: &str, bytes: &[u8]| {
        let journey = import(name, bytes, &Options::default()).remove(0).journey.expect("a journey");
        journey.phases.iter().map(|phase| phase.touchpoints.len()).sum::<usize>()
    };
    for (name, bytes) in [("foreign.csv", table.as_bytes()), ("own.csv", &csv), ("own.xlsx", &xlsx)] {
        let spent = time(|| assert_eq!(touchpoints(name, bytes), 10_000));
        bench.verdict(&format!("import of 10,000 rows, {name}"), spent.as_secs_f64(), 1.0, "s");
    }
    let spent = time(|| assert!(cxmap::render::xlsx(&map).expect("a workbook").len() > 100_000));
    bench.verdict("a workbook of 10,000 touchpoints", spent.as_secs_f64(), 1.0, "s");
    let small = load_str("map", &line(40)).map.expect("a map");
    let diagram = cxmap::render::mermaid(&small).expect("a diagram").text;
    let spent = time(|| {
        for _ in 0..1_000 {
            assert_eq!(touchpoints("a.mmd", diagram.as_bytes()), 40);
        }
    });
    bench.verdict("import of 1,000 Mermaid diagrams of 40 tasks", spent.as_secs_f64(), 1.0, "s");
}

/// The program on one map, from start to end.
fn whole_process(bench: &mut Bench) {
    let folder = tempfile::tempdir().expect("a folder");
    let fifty = folder.path().join("fifty.journey.yaml");
    std::fs::write(&fifty, line(50)).expect("a file");
    let fifty = fifty.to_string_lossy();
    let sides = ["experience: 3", "experience: 2\n        wait: 2d\n        friction_points: [A queue]"].map(|then| {
        let path = folder.path().join(format!("{}.journey.yaml", then.len()));
        let text = ladder(40).replace("experience: 3", then);
        std::fs::write(&path, text).expect("a file");
        path.to_string_lossy().into_owned()
    });
    let ordinary = "journeys/insurance-premium/before.journey.yaml";
    for (what, args, bound) in [
        ("lint of an ordinary map", vec!["lint", ordinary], 10.0),
        ("diff of two maps of 40 touchpoints", vec!["diff", &sides[0], &sides[1]], 15.0),
        ("SVG of 50 touchpoints", vec!["render", "-f", "svg", &fifty], 30.0),
        ("HTML of 50 touchpoints", vec!["render", "-f", "html", &fifty], 30.0),
        ("PNG of 50 touchpoints", vec!["render", "-f", "png", &fifty], 300.0),
    ] {
        let time = time_by_clock(30, || {
            let program = env!("CARGO_BIN_EXE_cxmap");
            let ended = Command::new(program).args(&args).stdout(Stdio::null()).stderr(Stdio::null()).status();
            assert!(ended.expect("the program runs").success());
        });
        bench.verdict(&format!("whole process, {what}"), time.as_secs_f64() * 1e3, bound, "ms");
    }
}
