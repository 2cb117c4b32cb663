//! Which id everything has, written or made from its title, and which of them clash.

use std::collections::HashMap;

use crate::model::{FrictionPoint, Id, Journey, Phase, Promise, Solution, Text, Touchpoint};
use crate::source::{Located, Span};

/// The slug of a title or of a reference; `None` without a letter or digit.
#[must_use]
pub fn slug(text: &str) -> Option<String> {
    Id::from_title(text).map(|id| id.to_string())
}

/// An id that a second thing of its kind has as well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// What they are: "touchpoint".
    pub kind: &'static str,
    /// The id.
    pub id: String,
    /// The first one's id or title.
    pub first: Span,
    /// The second one's id or title.
    pub second: Span,
    /// Whether the second's id is not written: it is made from its title or, a moment of truth's, its touchpoint's.
    pub derived: bool,
}

/// What has an id: its own, or one made from its title.
pub(super) trait Named {
    /// The id, if one is written.
    fn id(&self) -> Option<&Located<Id>>;
    /// The title.
    fn title(&self) -> Option<&Text>;

    /// The id, written or derived; none where there is neither.
    fn name(&self) -> Option<String> {
        let derived = || self.title().and_then(|title| slug(title));
        self.id().map(ToString::to_string).or_else(derived)
    }

    /// Where the id or what it is made from stands.
    fn name_span(&self) -> Option<Span> {
        self.id().map(|id| id.span).or(self.title().map(|title| title.span))
    }
}

macro_rules! named {
    ($($type:ty: $title:expr,)*) => {$(
        impl Named for $type {
            fn id(&self) -> Option<&Located<Id>> {
                self.id.as_ref()
            }

            fn title(&self) -> Option<&Text> {
                let title: fn(&Self) -> Option<&Text> = $title;
                title(self)
            }
        }
    )*};
}
named! {
    Phase: |phase| Some(&phase.title),
    Touchpoint: |touchpoint| Some(&touchpoint.title),
    FrictionPoint: |friction| friction.title.as_ref(),
    Promise: |promise| promise.title.as_ref(),
    Solution: |solution| solution.title.as_ref(),
}

/// Each item with a name that no other of the list has: the one given, with its count behind it where it recurs
/// (`nps`, `nps#2`), or for what has none its number in the list. No id contains `#`.
pub(super) fn distinct<T>(items: &[T], name: impl Fn(&T) -> Option<String>) -> impl Iterator<Item = (String, &T)> {
    let mut seen = HashMap::new();
    items.iter().enumerate().map(move |(index, item)| {
        let Some(name) = name(item) else { return (unnamed(index), item) };
        if items.len() == 1 {
            return (name, item);
        }
        let count = seen.entry(name.clone()).and_modify(|count| *count += 1).or_insert(1);
        (if *count == 1 { name } else { format!("{name}#{count}") }, item)
    })
}

/// The ids of a journey.
#[derive(Debug, Default)]
pub(super) struct Names {
    pub phases: Vec<String>,
    /// In the order of the file.
    pub touchpoints: Vec<String>,
    pub clashes: Vec<Clash>,
}

impl Names {
    pub(super) fn of(journey: &Journey) -> Self {
        let mut names = Self::default();
        let (mut phases, mut touchpoints) = (Scope::new("phase"), Scope::new("touchpoint"));
        names.solutions(&journey.solutions);
        for phase in &journey.phases {
            let id = phases.take(phase, &mut names.clashes);
            names.phases.push(id.unwrap_or_else(|| unnamed(names.phases.len())));
            names.friction_points(&phase.friction_points);
            names.solutions(&phase.solutions);
            for touchpoint in &phase.touchpoints {
                let id = touchpoints.take(touchpoint, &mut names.clashes);
                names.touchpoints.push(id.unwrap_or_else(|| unnamed(names.touchpoints.len())));
                Scope::new("promise").take_all(&touchpoint.promises, &mut names.clashes);
                names.friction_points(&touchpoint.friction_points);
                names.solutions(&touchpoint.solutions);
            }
        }
        names.moments(journey);
        names
    }

    fn friction_points(&mut self, friction_points: &[FrictionPoint]) {
        Scope::new("friction point").take_all(friction_points, &mut self.clashes);
        for friction in friction_points {
            self.solutions(&friction.solutions);
        }
    }

    /// A written id that recurs is the same solution.
    fn solutions(&mut self, solutions: &[Solution]) {
        let derived = solutions.iter().filter(|solution| solution.id.is_none());
        Scope::new("solution").take_all(derived, &mut self.clashes);
    }

    /// A moment's default id is its touchpoint's. Where two defaults are equal the touchpoints clash, and are reported.
    fn moments(&mut self, journey: &Journey) {
        let mut seen: HashMap<String, (Span, bool)> = HashMap::new();
        let touchpoints = journey.phases.iter().flat_map(|phase| &phase.touchpoints);
        for (touchpoint, default) in touchpoints.zip(&self.touchpoints) {
            let Some(moment) = &touchpoint.moment_of_truth else { continue };
            let derived = moment.id.is_none();
            let title = moment.title.as_ref().unwrap_or(&touchpoint.title);
            let (id, second) = moment.id.as_ref().map_or((default.clone(), title.span), |id| (id.to_string(), id.span));
            match seen.get(&id) {
                Some((_, true)) if derived => {}
                Some(&(first, _)) => self.clashes.push(Clash { kind: "moment of truth", id, first, second, derived }),
                None => drop(seen.insert(id, (second, derived))),
            }
        }
    }
}

/// A name for what has neither id nor usable title; no id looks like it.
fn unnamed(index: usize) -> String {
    format!("#{}", index + 1)
}

/// One kind of thing, in which each id should occur once.
struct Scope {
    kind: &'static str,
    seen: HashMap<String, Span>,
}

impl Scope {
    fn new(kind: &'static str) -> Self {
        Self { kind, seen: HashMap::new() }
    }

    fn take_all<'j, T: Named + 'j>(mut self, items: impl IntoIterator<Item = &'j T>, clashes: &mut Vec<Clash>) {
        for item in items {
            self.take(item, clashes);
        }
    }

    /// The name of an item, noted if it is new, a clash if it is not.
    fn take(&mut self, item: &impl Named, clashes: &mut Vec<Clash>) -> Option<String> {
        let (id, second) = (item.name()?, item.name_span()?);
        match self.seen.get(&id) {
            Some(&first) => {
                let derived = item.id().is_none();
                clashes.push(Clash { kind: self.kind, id: id.clone(), first, second, derived });
            }
            None => drop(self.seen.insert(id.clone(), second)),
        }
        Some(id)
    }
}

#[cfg(test)]
mod tests {
    use crate::graph::sample::{map, whole};

    fn clashes(map: &crate::graph::Map) -> Vec<(&'static str, &str, bool)> {
        map.clashes().iter().map(|clash| (clash.kind, clash.id.as_str(), clash.derived)).collect()
    }

    #[test]
    fn phases_and_touchpoints_are_unique_in_the_map() {
        let text = "cxmap: 1\ntitle: t\nphases:\n  - title: Pay\n    touchpoints: [{title: Sign!}]\n  - id: pay\n    \
                    title: b\n    touchpoints: [{title: c}, {title: sign}]\n";
        let map = whole(text);
        assert_eq!(clashes(&map), [("phase", "pay", false), ("touchpoint", "sign", true)]);
        let clash = &map.clashes()[0];
        assert_eq!((clash.first.slice(text), clash.second.slice(text)), ("Pay", "pay"));
    }

    #[test]
    fn friction_points_and_promises_are_unique_only_where_they_stand() {
        let map = map(&[
            "{title: a, friction_points: [Queue, queue!, {id: q, title: Queue}], promises: [Soon, {id: soon}]}",
            "{title: b, friction_points: [Queue], promises: [Queue, Soon]}",
        ]);
        assert_eq!(clashes(&map), [("promise", "soon", false), ("friction point", "queue", true)]);
    }

    #[test]
    fn a_solution_with_a_written_id_may_recur() {
        let map = map(&[
            "{title: a, solutions: [{id: sms}, {id: sms, title: Texts}, SMS]}",
            "{title: b, solutions: [Call, call], friction_points: [{title: f, solutions: [Call, Write, write]}]}",
        ]);
        assert_eq!(clashes(&map), [("solution", "write", true), ("solution", "call", true)]);
    }

    #[test]
    fn a_moment_has_the_id_of_its_touchpoint() {
        let moments = |touchpoints: &[&str]| {
            let map = map(touchpoints);
            clashes(&map).into_iter().map(|(kind, id, derived)| format!("{kind} {id} {derived}")).collect::<Vec<_>>()
        };
        assert_eq!(
            moments(&["{title: a, moment_of_truth: m}", "{title: b, moment_of_truth: {id: a, title: n}}"]),
            ["moment of truth a false"]
        );
        assert_eq!(
            moments(&["{title: a, moment_of_truth: {id: b}}", "{title: b, moment_of_truth: m}"]),
            ["moment of truth b true"]
        );
        assert_eq!(
            moments(&["{title: a, moment_of_truth: m}", "{title: a, moment_of_truth: m}"]),
            ["touchpoint a true"],
            "once is enough"
        );
        assert!(moments(&["{title: a, moment_of_truth: m}", "{title: b, moment_of_truth: m}"]).is_empty());
    }
}
