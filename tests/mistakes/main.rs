//! The planted-mistake matrix: every bundled map × every operator, one at a time and then twelve at once. An operator
//! edits the text and says by itself which rule must point where; lint must find exactly what it found before, and that.

#[path = "../common/mod.rs"]
mod common;
mod fixes;
mod forms;
mod ground;
mod mistake;
mod operators;
mod outline;
mod reading;

use std::collections::BTreeSet;

use common::cxmap_in;
use cxmap::diagnostic::Level;
use cxmap::model::Profile;
use cxmap::rules::{RULES, Rule};
use mistake::{Found, Mistake, plant};
use outline::Outline;

/// How many mistakes are planted together.
const AT_ONCE: usize = 12;

/// A map that is about to be spoilt.
struct Target {
    name: String,
    outline: Outline,
    before: Vec<Found>,
}

impl Target {
    /// The places where an operator can make its mistake and the findings of the map stay what they are.
    fn places(&self, operator: operators::Make) -> Vec<Mistake> {
        let mut places = operator(&self.outline);
        let is_past = reading::is_past(&self.outline);
        places.retain(|mistake| !(is_past && mistake.is_about_today()));
        places.retain(|mistake| ground::spares(&self.outline, mistake, &self.before));
        places
    }
}

/// A spoilt map and what must be found in it.
struct Case {
    name: String,
    text: String,
    expected: Vec<Found>,
}

fn targets() -> Vec<Target> {
    let texts = forms::texts();
    let found = lint(texts.iter().map(|(_, text)| text.as_str()));
    let target = |((name, text), found): ((String, String), Vec<Finding>)| Target {
        name,
        outline: Outline::of(&text),
        before: found.into_iter().map(|finding| finding.place).collect(),
    };
    texts.into_iter().zip(found).map(target).collect()
}

/// A finding as it is printed, without the file.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Finding {
    place: Found,
    message: String,
}

/// What the program finds in each of the texts, in one run over a folder that holds them all.
fn lint<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<Vec<Finding>> {
    lint_in(Profile::Governed, texts)
}

fn lint_in<'t>(profile: Profile, texts: impl Iterator<Item = &'t str>) -> Vec<Vec<Finding>> {
    let folder = tempfile::tempdir().unwrap();
    let mut found = Vec::new();
    for text in texts {
        std::fs::write(folder.path().join(file_name(found.len())), text).unwrap();
        found.push(Vec::new());
    }
    let args = ["lint", "-f", "concise", "--profile", profile.as_str(), "--today", "2026-11-21", "."];
    let run = cxmap_in(folder.path(), &args);
    let maps = format!("in {} maps", found.len());
    assert!(run.stderr.contains(&maps), "{maps}: {}", run.stderr);
    for line in run.stdout.lines() {
        let (file, one) = parse(line).unwrap_or_else(|| panic!("not a concise line: {line}"));
        found[file].push(one);
    }
    for found in &mut found {
        found.sort();
    }
    found
}

fn file_name(number: usize) -> String {
    format!("{number:05}.journey.yaml")
}

/// Reads `path:line:column: level[rule]: message`.
fn parse(line: &str) -> Option<(usize, Finding)> {
    let (place, rest) = line.split_once(": ")?;
    let mut place = place.trim_start_matches("./").split(':');
    let file = place.next()?.strip_suffix(".journey.yaml")?.parse().ok()?;
    let (line, column) = (place.next()?.parse().ok()?, place.next()?.parse().ok()?);
    let (_level, rest) = rest.split_once('[')?;
    let (rule, message) = rest.split_once("]: ")?;
    let place = Found { line, column, rule: rule.to_owned() };
    Some((file, Finding { place, message: message.to_owned() }))
}

/// Numbers that look drawn by lot and are the same in every run (`SplitMix64`, Steele and others, 2014).
struct Lot(u64);

impl Lot {
    fn of(name: &str) -> Self {
        Self(
            name.bytes().fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)),
        )
    }

    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % bound as u64).unwrap()
    }

    fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

fn case(target: &Target, name: &str, mistakes: &[&Mistake]) -> Case {
    let (text, expected) = plant(&target.outline, mistakes, &target.before);
    Case { name: format!("{}: {name}", target.name), text, expected }
}

/// Lints all cases at once and lists those in which something else was found.
fn check(cases: &[Case]) {
    check_in(Profile::Governed, cases);
}

/// The same in another profile, where some rules are off.
fn check_in(profile: Profile, cases: &[Case]) {
    let mut wrong = Vec::new();
    let is_on = |found: &&Found| Rule::find(&found.rule).is_some_and(|rule| rule.levels.of(profile) > Level::Off);
    for (case, found) in cases.iter().zip(lint_in(profile, cases.iter().map(|case| case.text.as_str()))) {
        let found: Vec<_> = found.into_iter().map(|finding| finding.place).collect();
        let expected: Vec<_> = case.expected.iter().filter(is_on).cloned().collect();
        let missing: Vec<_> = expected.iter().filter(|one| !found.contains(one)).collect();
        let extra: Vec<_> = found.iter().filter(|one| !expected.contains(one)).collect();
        if expected != found {
            wrong.push(format!("{}\n  missing: {missing:?}\n  extra: {extra:?}", case.name));
        }
    }
    assert!(wrong.is_empty(), "{} of {} cases:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

/// Every map with every mistake, at one place of each.
fn ones() -> Vec<Case> {
    let mut cases = Vec::new();
    for target in targets() {
        let before = cases.len();
        for (name, operator) in operators::all() {
            let places = target.places(operator);
            let picked = Lot::of(&format!("{}{name}", target.name)).below(places.len().max(1));
            cases.extend(places.get(picked).map(|mistake| case(&target, name, &[mistake])));
        }
        assert!(cases.len() - before >= 40, "few mistakes can be made in {}", target.name);
    }
    for (name, _) in operators::all() {
        assert!(cases.iter().any(|case| case.name.ends_with(&format!(": {name}"))), "{name}: not tried on any map");
    }
    cases
}

#[test]
fn one_at_a_time() {
    check(&ones());
}

/// No rule is left out, in English or in Dutch.
#[test]
fn every_rule_is_planted() {
    let targets = targets();
    for language in ["en", "nl"] {
        let maps = targets.iter().filter(|target| reading::top(&target.outline, "language") == Some(language));
        let planted: BTreeSet<_> = maps
            .flat_map(|target| operators::all().flat_map(|(_, operator)| target.places(operator)))
            .flat_map(|mistake| mistake.rules().collect::<Vec<_>>())
            .collect();
        let rules: BTreeSet<_> = RULES.iter().map(|rule| rule.name).collect();
        assert_eq!(planted, rules, "{language}");
    }
}

#[test]
#[ignore = "every place of every operator: thousands of maps, for changes of the reader"]
fn one_at_a_time_everywhere() {
    let mut cases = Vec::new();
    for target in targets() {
        for (name, operator) in operators::all() {
            cases.extend(target.places(operator).iter().map(|mistake| case(&target, name, &[mistake])));
        }
    }
    check(&cases);
}

/// Every map with twelve mistakes at once, in several ways.
fn twelves() -> Vec<Case> {
    let mut cases = Vec::new();
    for target in targets() {
        for round in 0..5 {
            let mut lot = Lot::of(&format!("{}{round}", target.name));
            let mut operators: Vec<_> = operators::all().collect();
            lot.shuffle(&mut operators);
            let mut names = Vec::new();
            let mut mistakes: Vec<Mistake> = Vec::new();
            for (name, operator) in operators {
                let mut places = target.places(operator);
                lot.shuffle(&mut places);
                let fits = |place: &Mistake| !place.is_alone() && mistakes.iter().all(|other| place.gets_along(other));
                if mistakes.len() < AT_ONCE
                    && let Some(mistake) = places.into_iter().find(fits)
                {
                    names.push(name);
                    mistakes.push(mistake);
                }
            }
            assert_eq!(mistakes.len(), AT_ONCE, "{} has too little room", target.name);
            cases.push(case(&target, &names.join(" + "), &mistakes.iter().collect::<Vec<_>>()));
        }
    }
    cases
}

#[test]
fn twelve_at_once() {
    let cases = twelves();
    for profile in Profile::ALL {
        check_in(*profile, &cases);
    }
}

/// Lines on top move what is found and change nothing else; line ends and a byte-order mark change nothing at all.
#[test]
fn findings_move_with_their_lines() {
    let cases = twelves();
    let lint_all = |change: &dyn Fn(&str) -> String| {
        let texts: Vec<_> = cases.iter().map(|case| change(&case.text)).collect();
        lint(texts.iter().map(String::as_str))
    };
    let plain = lint_all(&str::to_owned);
    assert!(plain.iter().all(|found| found.len() >= AT_ONCE), "there is something to move");
    let mut moved = lint_all(&|text| format!("# één\n# twee\n\n{text}"));
    assert!(moved.iter().flatten().all(|finding| finding.place.line > 3));
    moved.iter_mut().flatten().for_each(|finding| finding.place.line -= 3);
    assert_eq!(moved, plain, "three lines on top");
    assert_eq!(lint_all(&|text| text.replace('\n', "\r\n")), plain, "CRLF");
    assert_eq!(lint_all(&|text| text.replace('\n', "\r")), plain, "a lone CR");
    assert_eq!(lint_all(&|text| format!("\u{feff}{text}")), plain, "a byte-order mark");
}
