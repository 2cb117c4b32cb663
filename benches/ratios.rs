//! How fast it is, as ratios within one run: what is slow on this machine is slow on both sides of a ratio.
//!
//! `cargo bench --bench ratios` prints each ratio with its bound and exits with 1 if one is above. Not for CI.

use std::fmt::Write as _;
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use cxmap::load_str;

fn main() -> ExitCode {
    let mut bench = Bench { is_within: true };
    reading(&mut bench);
    growth(&mut bench);
    stress(&mut bench);
    whole_process(&mut bench);
    if bench.is_within { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

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

/// The median time of some runs.
fn median(runs: usize, mut work: impl FnMut()) -> Duration {
    let mut times: Vec<_> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .collect();
    times.sort();
    times[times.len() / 2]
}

fn ratio(a: Duration, b: Duration) -> f64 {
    a.as_secs_f64() / b.as_secs_f64()
}

/// Reading a map against the bare YAML events of the same text, comments on in both.
fn reading(bench: &mut Bench) {
    let ordinary =
        std::fs::read_to_string("journeys/telecom-home-internet/lockdown.journey.yaml").expect("a bundled map");
    for (what, text) in [("an ordinary map", ordinary), ("10,000 touchpoints", line(10_000))] {
        let events = median(41, || {
            let events = granit_parser::Parser::new_from_str(&text).map(|event| event.expect("YAML"));
            assert!(events.count() > 100);
        });
        let map = median(41, || assert!(load_str("map", &text).map.is_some()));
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
            let times = [(&small, 31), (&large, 11)].map(|(text, runs)| median(runs, || work(text)));
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

fn map(text: &str) -> cxmap::graph::Map {
    load_str("map", text).map.expect("a map")
}

fn lint(text: &str) {
    let today = jiff::civil::date(2026, 11, 21);
    let linted = cxmap::lint::lint(&load_str("map", text), today, &cxmap::rules::Policy::default());
    assert!(linted.worst() < Some(cxmap::diagnostic::Level::Error), "{:?}", linted.diagnostics.first());
}

fn table(text: &str) {
    assert!(cxmap::render::table(&map(text), cxmap::render::TableOptions::default()).len() > text.len() / 4);
}

fn diff(text: &str) {
    let changes = cxmap::diff::compare(&map(text), &map(&text.replace("experience: 3", "experience: 2")));
    assert!(changes.len() >= 1_000);
}

/// Closing each of 200 touchpoints in turn.
fn stress(bench: &mut Bench) {
    for (name, shape) in [("a line", line as Shape), ("a ladder", ladder)] {
        let map = map(&shape(200).replace("experience: 3", "experience: 3\n        moment_of_truth: It counts"));
        let time = median(5, || {
            let each = cxmap::stress::Stress::each(&map, cxmap::stress::Subject::Touchpoint).expect("not too many");
            assert_eq!(each.scenarios.len(), 200);
        });
        bench.verdict(&format!("stress --each touchpoint of {name} of 200"), time.as_secs_f64(), 1.0, "s");
    }
}

/// The program on one ordinary map, from start to end.
fn whole_process(bench: &mut Bench) {
    let time = median(30, || {
        let status = Command::new(env!("CARGO_BIN_EXE_cxmap"))
            .args(["lint", "journeys/insurance-premium/before.journey.yaml"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        assert!(status.expect("the program runs").success());
    });
    bench.verdict("whole process, lint of an ordinary map", time.as_secs_f64() * 1e3, 10.0, "ms");
}

/// A map of `count` touchpoints, in phases of 50; `next` gives the ways of each.
fn journey(count: usize, next: impl Fn(usize) -> String) -> String {
    let mut text = String::from("cxmap: 1\ntitle: I walk\nphases:\n");
    for at in 0..count {
        if at % 50 == 0 {
            let _ = write!(text, "  - title: Phase {at}\n    touchpoints:\n");
        }
        let _ = write!(
            text,
            "      - id: t{at}\n        title: I take step {at}\n        expectation: 4\n        experience: 3\n"
        );
        text.push_str(&next(at));
    }
    text
}

fn line(count: usize) -> String {
    journey(count, |_| String::new())
}

/// Two ways at every step, to the next and the one after.
fn ladder(count: usize) -> String {
    journey(count, |at| match at + 2 {
        after if after < count => format!("        next: [t{}, t{after}]\n", at + 1),
        _ => String::new(),
    })
}

/// The last step leads back to the first, or to the end.
fn one_loop(count: usize) -> String {
    journey(count, |at| if at + 1 == count { "        next: [t0, end]\n".into() } else { String::new() })
}

/// The first step leads to the last, each other to the one before it.
fn backward(count: usize) -> String {
    journey(count, |at| match at {
        0 => format!("        next: t{}\n", count - 1),
        1 => "        next: end\n".into(),
        _ => format!("        next: t{}\n", at - 1),
    })
}
