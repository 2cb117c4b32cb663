//! Lint does not depend on how its authors happen to write: maps that others made stay quiet, and what things are called
//! or on which scale they are rated changes nothing of what is found.
//!
//! The maps of others are those in the folder that `CXMAP_FOREIGN_MAPS` names.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use common::{journeys, repository};
use cxmap::diagnostic::Level;
use cxmap::graph::slug;
use cxmap::lint::lint;
use cxmap::load_str;
use cxmap::model::lower::lower;
use cxmap::model::{FrictionPoint, Id, Journey, Number, Profile, Solution, Target};
use cxmap::rules::{Policy, RULES};
use cxmap::source::{Located, Span};

/// A finding without its words: where it is, which rule found it, and how much it matters.
type Found = (usize, &'static str, Level);

/// Other text in the place of some of it.
struct Edit {
    place: Span,
    with: String,
}

fn findings(name: &str, text: &str, profile: Profile) -> Vec<Found> {
    let linted = lint(&load_str(name, text), "2026-11-21".parse().unwrap(), &Policy::of(profile));
    linted.diagnostics.iter().map(|finding| (finding.primary.span.start, finding.rule, finding.level)).collect()
}

/// The maps of others: path and text. Empty, and said so, where there are none.
fn foreign() -> Vec<(String, String)> {
    let Some(folder) = std::env::var_os("CXMAP_FOREIGN_MAPS").map(PathBuf::from) else {
        eprintln!("SKIPPED: CXMAP_FOREIGN_MAPS names no folder with maps of others");
        return Vec::new();
    };
    let maps = cxmap::source::walk::walk(&folder, |_| None).maps;
    assert!(!maps.is_empty(), "there are maps in {}", folder.display());
    maps.iter().map(|path| (path.display().to_string(), std::fs::read_to_string(path).unwrap())).collect()
}

#[test]
fn foreign_maps_stay_quiet() {
    let maps = foreign();
    let found = |(name, text): &(String, String)| {
        let found = findings(name, text, Profile::Standard).into_iter();
        found.map(|(at, rule, level)| (level, format!("{name} at {at}: {rule}"))).collect::<Vec<_>>()
    };
    let all: Vec<_> = maps.iter().flat_map(found).collect();
    let of = |level: Level| all.iter().filter(|one| one.0 == level).map(|one| one.1.as_str()).collect::<Vec<_>>();
    assert_eq!(of(Level::Error), [""; 0], "errors");
    let warnings = of(Level::Warn);
    assert!(
        warnings.len() <= maps.len(),
        "{} warnings in {} maps:\n{}",
        warnings.len(),
        maps.len(),
        warnings.join("\n")
    );
}

/// The examples on the pages of the rules, each of which finds something or nearly so.
fn examples() -> Vec<(String, String)> {
    let blocks = |path: PathBuf| {
        let page = std::fs::read_to_string(&path).unwrap();
        let blocks = page.split("```yaml\n").skip(1).map(|rest| rest.split("```").next().unwrap_or_default());
        blocks.map(|block| (path.display().to_string(), block.to_owned())).collect::<Vec<_>>()
    };
    let pages = std::fs::read_dir(repository().join("docs/rules")).unwrap().map(|page| page.unwrap().path());
    let blocks: Vec<_> = pages.flat_map(blocks).collect();
    assert!(blocks.len() > RULES.len(), "a bad and a good one for most rules");
    blocks
}

/// Lints every map as it is and after a change that says the same: the same is found, at the places that moved with it.
fn is_found_all_the_same(change: impl Fn(&Journey, &str) -> Vec<Edit>) {
    let read = |path: PathBuf| (path.display().to_string(), std::fs::read_to_string(repository().join(path)).unwrap());
    let mut rules = BTreeSet::new();
    for (name, text) in journeys().into_iter().map(read).chain(foreign()).chain(examples()) {
        let lowered = lower(&text);
        let Some(journey) = lowered.journey.filter(|_| lowered.diagnostics.is_empty()) else { continue };
        let mut edits = change(&journey, &text);
        edits.sort_by_key(|edit| edit.place);
        // What is repeated by an alias is written once.
        edits.dedup_by_key(|edit| edit.place);
        let changed = apply(&text, &edits);
        assert_eq!(lower(&changed).diagnostics, [], "{name}: it is still sound:\n{changed}");
        for profile in [Profile::Draft, Profile::Standard, Profile::Governed] {
            let before = findings(&name, &text, profile);
            rules.extend(before.iter().map(|(_, rule, _)| *rule));
            let expected: Vec<_> =
                before.into_iter().map(|(at, rule, level)| (moved(at, &edits), rule, level)).collect();
            assert_eq!(findings(&name, &changed, profile), expected, "{name}, {profile:?}");
        }
    }
    let journeys = RULES.iter().filter(|rule| rule.check.is_some()).map(|rule| rule.name);
    assert_eq!(journeys.filter(|rule| !rules.contains(rule)).collect::<Vec<_>>(), [""; 0], "rules that are not tried");
}

fn apply(text: &str, edits: &[Edit]) -> String {
    let mut text = text.to_owned();
    for edit in edits.iter().rev() {
        text.replace_range(edit.place.start..edit.place.end, &edit.with);
    }
    text
}

fn moved(at: usize, edits: &[Edit]) -> usize {
    let before = edits.iter().filter(|edit| edit.place.end <= at);
    before.fold(at, |at, edit| at + edit.with.len() - (edit.place.end - edit.place.start))
}

#[test]
fn whatever_things_are_called() {
    is_found_all_the_same(|journey, text| renamed(journey, text, |id, _| format!("{id}-x")));
    // And in another order, by the letter.
    is_found_all_the_same(|journey, text| renamed(journey, text, |_, number| format!("q{}", 10_000 - number)));
}

/// Gives every written id, and what refers to it, a name by its own and its number.
fn renamed(journey: &Journey, text: &str, name: impl Fn(&str, usize) -> String) -> Vec<Edit> {
    let mut places = Places::default();
    places.journey(journey);
    let ids: BTreeSet<_> = places.ids.iter().map(|(id, _)| id.clone()).collect();
    let named: BTreeMap<_, _> =
        ids.into_iter().enumerate().map(|(number, id)| (id.clone(), name(&id, number))).collect();
    let written = |(text, _): &(String, Span)| places.referable.contains(text);
    let references = places.references.iter().filter(|reference| written(reference));
    let edit = |(id, place): &(String, Span)| {
        let quote = if place.slice(text).starts_with(['"', '\'']) { &place.slice(text)[..1] } else { "" };
        Edit { place: *place, with: format!("{quote}{}{quote}", named[id]) }
    };
    places.ids.iter().chain(references).map(edit).collect()
}

/// Where ids are written, and what refers to touchpoints and channels.
#[derive(Default)]
struct Places {
    ids: Vec<(String, Span)>,
    references: Vec<(String, Span)>,
    /// The ids of touchpoints and channels: only what is written can be renamed, not what is made from a title.
    referable: BTreeSet<String>,
}

impl Places {
    fn journey(&mut self, journey: &Journey) {
        self.id(journey.id.as_ref());
        self.solutions(&journey.solutions);
        for (id, _) in journey.channels.iter() {
            self.id(Some(id));
            self.referable.insert(id.to_string());
        }
        for phase in &journey.phases {
            self.id(phase.id.as_ref());
            self.friction(&phase.friction_points);
            self.solutions(&phase.solutions);
            for touchpoint in &phase.touchpoints {
                self.id(touchpoint.id.as_ref());
                self.referable.extend(touchpoint.id.as_ref().map(std::string::ToString::to_string));
                self.references(touchpoint.channel.iter().chain(touchpoint.replaced_by.iter()));
                for promise in &touchpoint.promises {
                    self.id(promise.id.as_ref());
                    self.references(&promise.kept_at);
                }
                self.id(touchpoint.moment_of_truth.as_ref().and_then(|moment| moment.id.as_ref()));
                self.friction(&touchpoint.friction_points);
                self.solutions(&touchpoint.solutions);
                for way in &touchpoint.next {
                    if let Target::Touchpoint(name) = &way.to.value {
                        self.reference(name, way.to.span);
                    }
                }
            }
        }
    }

    fn friction(&mut self, points: &[FrictionPoint]) {
        for point in points {
            self.id(point.id.as_ref());
            self.references(point.also_at.iter());
            self.solutions(&point.solutions);
        }
    }

    fn solutions(&mut self, solutions: &[Solution]) {
        for solution in solutions {
            self.id(solution.id.as_ref());
            self.references(&solution.touchpoint);
        }
    }

    fn id(&mut self, id: Option<&Located<Id>>) {
        self.ids.extend(id.map(|id| (id.to_string(), id.span)));
    }

    fn references<'r>(&mut self, references: impl IntoIterator<Item = &'r Located<String>>) {
        for reference in references {
            self.reference(reference, reference.span);
        }
    }

    fn reference(&mut self, name: &str, place: Span) {
        self.references.push((slug(name).unwrap_or_default(), place));
    }
}

#[test]
fn on_whatever_scale_things_are_rated() {
    is_found_all_the_same(|journey, text| {
        let (min, max) = journey.scale();
        rescaled(journey, text, if (min, max) == (0.0, 10.0) { (1.0, 5.0) } else { (0.0, 10.0) })
    });
}

/// Maps the scale of the ratings to another one, linearly: 1–5 to 0–10 is r → (r − 1) · 2.5.
fn rescaled(journey: &Journey, text: &str, to: (f64, f64)) -> Vec<Edit> {
    let from = journey.scale();
    let rescale = |rating: f64| (rating - from.0) / (from.1 - from.0) * (to.1 - to.0) + to.0;
    let edit = |rating: &Located<Number>| {
        let with = (rescale(rating.value.0) * 1e6).round() / 1e6;
        Edit { place: rating.span, with: with.to_string() }
    };
    let mut ratings = Vec::new();
    for touchpoint in journey.phases.iter().flat_map(|phase| phase.touchpoints.iter()) {
        ratings.extend(touchpoint.expectation.iter().filter_map(|expectation| expectation.level.as_ref()));
        ratings.extend(touchpoint.experience.iter().filter_map(|experience| experience.level.as_ref()));
        ratings.extend(&touchpoint.effort);
        for employee in &touchpoint.employee {
            ratings.extend(employee.expectation.iter().chain(&employee.experience));
        }
    }
    let mut edits: Vec<_> = ratings.into_iter().map(edit).collect();
    if let Some(scale) = &journey.scale {
        edits.extend([edit(&scale.min), edit(&scale.max)]);
    } else {
        let title = text[..journey.title.span.start].rfind('\n').map_or(0, |end| end + 1);
        let margin: String = text[title..].chars().take_while(|c| *c == ' ').collect();
        let with = format!("\n{margin}scale:\n{margin}  min: {}\n{margin}  max: {}\n", to.0, to.1);
        edits.push(Edit { place: Span::new(text.len(), text.len()), with });
    }
    edits
}
