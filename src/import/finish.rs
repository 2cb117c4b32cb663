//! What every imported journey gets in the end: the version, a language, ids, and lists without repetitions.

use std::collections::HashSet;
use std::path::Path;

use super::language::language;
use super::note::Notes;
use crate::model::{FrictionPoint, Id, Journey, Language, RESERVED_IDS, Scalar as _, Solution, Text, Version};
use crate::source::{Located, Span};

/// How long a minted id may be, in bytes: people type them in `next`.
const LONGEST_ID: usize = 48;

/// Completes a journey.
pub(super) fn finish(mut journey: Journey, notes: &mut Notes) -> Journey {
    if journey.language.is_none()
        && let Some(found) = language(&journey).filter(|found| *found != "en")
        && let Ok(tag) = Language::parse(found)
    {
        notes.guess(Span::default(), format!("the texts seem to be in the language `{found}`")).advise(
            "labels of pictures and rules about wording follow `language`; correct it in the map if it is another",
        );
        journey.language = Some(tag.into());
    }
    complete(journey, notes)
}

/// Completes a journey whose language is known.
pub(super) fn complete(mut journey: Journey, notes: &mut Notes) -> Journey {
    journey.cxmap = Version(1).into();
    repetitions(&mut journey, notes);
    mint(&mut journey, notes);
    journey
}

/// A title for a journey that has none: the name of its file, in words.
pub(super) fn title_of_name(name: &str) -> String {
    let stem = Path::new(name).file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let stem = stem.split('.').next().unwrap_or_default();
    let words: Vec<_> = stem.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let words = words.join(" ");
    let mut letters = words.chars();
    match letters.next() {
        Some(first) if !name.starts_with('<') => first.to_uppercase().chain(letters).collect(),
        _ => "Journey".into(),
    }
}

/// Takes out what stands twice in one list: titles are unique there.
fn repetitions(journey: &mut Journey, notes: &mut Notes) {
    solutions(&mut journey.solutions.0, notes);
    for phase in &mut journey.phases.0 {
        friction_points(&mut phase.friction_points.0, notes);
        solutions(&mut phase.solutions.0, notes);
        for touchpoint in &mut phase.touchpoints.0 {
            friction_points(&mut touchpoint.friction_points.0, notes);
            solutions(&mut touchpoint.solutions.0, notes);
            once(&mut touchpoint.promises.0, |promise| (promise.id.as_ref(), promise.title.as_ref()), notes);
        }
    }
}

fn friction_points(list: &mut Vec<FrictionPoint>, notes: &mut Notes) {
    once(list, |friction| (friction.id.as_ref(), friction.title.as_ref()), notes);
    for friction in list {
        solutions(&mut friction.solutions.0, notes);
    }
}

fn solutions(list: &mut Vec<Solution>, notes: &mut Notes) {
    once(list, |solution| (solution.id.as_ref(), solution.title.as_ref()), notes);
}

/// Keeps the first of those that would have one id.
fn once<T>(list: &mut Vec<T>, name: impl Fn(&T) -> (Option<&Located<Id>>, Option<&Text>), notes: &mut Notes) {
    let mut seen = HashSet::new();
    list.retain(|item| {
        let (id, title) = name(item);
        let slug = id.map(|id| id.value.clone()).or_else(|| Id::from_title(title?));
        let is_new = slug.is_none_or(|slug| seen.insert(slug));
        if !is_new && let Some(title) = title {
            notes.loss(title.span, format!("“{}” stands here twice; it is kept once", title.value));
        }
        is_new
    });
}

/// Writes out the ids of phases and touchpoints, so that titles can be reworded without breaking anything.
fn mint(journey: &mut Journey, notes: &mut Notes) {
    let mut phases = Ids::new("phase", &[]);
    let mut touchpoints = Ids::new("touchpoint", &RESERVED_IDS);
    let written = |id: &Option<Located<Id>>| id.as_ref().map(|id| id.value.clone());
    phases.wanted.extend(journey.phases.iter().filter_map(|phase| written(&phase.id)));
    let all = journey.phases.iter().flat_map(|phase| &phase.touchpoints);
    touchpoints.wanted.extend(all.filter_map(|touchpoint| written(&touchpoint.id)));
    for phase in &mut journey.phases.0 {
        phase.id = phases.mint(phase.id.take(), &phase.title, notes);
        for touchpoint in &mut phase.touchpoints.0 {
            touchpoint.id = touchpoints.mint(touchpoint.id.take(), &touchpoint.title, notes);
        }
    }
}

/// The ids of one kind of thing.
struct Ids {
    kind: &'static str,
    reserved: &'static [&'static str],
    /// Ids that the source gives.
    wanted: HashSet<Id>,
    taken: HashSet<Id>,
}

impl Ids {
    fn new(kind: &'static str, reserved: &'static [&'static str]) -> Self {
        Self { kind, reserved, wanted: HashSet::new(), taken: HashSet::new() }
    }

    fn mint(&mut self, written: Option<Located<Id>>, title: &Text, notes: &mut Notes) -> Option<Located<Id>> {
        if let Some(id) = written {
            if !self.reserved.contains(&id.as_str()) && self.taken.insert(id.value.clone()) {
                return Some(id);
            }
            notes.repair(id.span, format!("the id `{id}` is taken; “{}” gets another", title.value));
        }
        let base = Id::from_title(title).map_or(self.kind.to_owned(), |id| short(id.as_str()).to_owned());
        let numbered = (2..).map(|number| format!("{base}-{number}"));
        let mut names = std::iter::once(base.clone()).chain(numbered).filter_map(|name| Id::from_title(&name));
        let id = names.find(|id| {
            !self.reserved.contains(&id.as_str()) && !self.wanted.contains(id) && !self.taken.contains(id)
        })?;
        self.taken.insert(id.clone());
        Some(id.into())
    }
}

/// As many whole words of an id as are easily typed.
fn short(id: &str) -> &str {
    if id.len() <= LONGEST_ID {
        return id;
    }
    let cut = id.get(..id.floor_char_boundary(LONGEST_ID + 1)).unwrap_or(id);
    cut.rsplit_once('-').map_or(cut, |(words, _)| words)
}
