//! Which id everything has: written, or made from its title.

use std::collections::HashMap;

use crate::model::{Id, Journey, Text};
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
    /// Whether the second's id is derived from its title.
    pub derived: bool,
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
        let (mut phases, mut touchpoints, mut moments) =
            (Scope::new("phase"), Scope::new("touchpoint"), Scope::new("moment of truth"));
        for phase in &journey.phases {
            let id = phases.take(phase.id.as_ref(), Some(&phase.title), &mut names.clashes);
            names.phases.push(id.unwrap_or_else(|| unnamed(names.phases.len())));
            names.contents(&phase.friction_points, &[]);
            for touchpoint in &phase.touchpoints {
                let id = touchpoints.take(touchpoint.id.as_ref(), Some(&touchpoint.title), &mut names.clashes);
                names.touchpoints.push(id.unwrap_or_else(|| unnamed(names.touchpoints.len())));
                names.contents(&touchpoint.friction_points, &touchpoint.promises);
                if let Some(moment) = &touchpoint.moment_of_truth {
                    // Without an id of its own a moment has its touchpoint's, which is unique or reported already.
                    if moment.id.is_some() {
                        moments.take(moment.id.as_ref(), None, &mut names.clashes);
                    }
                }
            }
        }
        names
    }

    /// Friction points and promises have ids that are unique within what they stand on.
    fn contents(&mut self, friction: &[crate::model::FrictionPoint], promises: &[crate::model::Promise]) {
        let mut scope = Scope::new("friction point");
        for point in friction {
            scope.take(point.id.as_ref(), point.title.as_ref(), &mut self.clashes);
        }
        let mut scope = Scope::new("promise");
        for promise in promises {
            scope.take(promise.id.as_ref(), promise.title.as_ref(), &mut self.clashes);
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

    fn take(&mut self, id: Option<&Located<Id>>, title: Option<&Text>, clashes: &mut Vec<Clash>) -> Option<String> {
        let (name, span, derived) = match (id, title) {
            (Some(id), _) => (id.to_string(), id.span, false),
            (None, Some(title)) => (slug(title)?, title.span, true),
            (None, None) => return None,
        };
        match self.seen.get(&name) {
            Some(&first) => clashes.push(Clash { kind: self.kind, id: name.clone(), first, second: span, derived }),
            None => drop(self.seen.insert(name.clone(), span)),
        }
        Some(name)
    }
}
