//! Findings → a mended text: the fixes of findings are made, and what they uncover is mended in turn.

pub mod ids;

use std::collections::HashSet;

use crate::diagnostic::{Diagnostic, shape};
use crate::edit::{Edits, Fix};
use crate::lint::Linted;
use crate::load::{Loaded, load_str};
use crate::source::Source;

/// How often a text is mended: a slip of YAML hides all slips behind it.
const ROUNDS: usize = 100;
/// How often in a round fixes that do not all agree with the text are tried in smaller groups.
const TRIALS: usize = 50;

/// A text that has been mended as far as that is safe.
#[derive(Debug)]
pub struct Mended {
    /// The text as it is now.
    pub loaded: Loaded,
    /// How many findings were mended.
    pub count: usize,
}

/// Makes the fixes of all findings that `find` gives, until there are none left. A fix that would bring about a mistake
/// of shape where none was is left out.
#[must_use]
pub fn mend(loaded: Loaded, find: impl Fn(&Loaded) -> Linted) -> Mended {
    let mut mended = Mended { loaded, count: 0 };
    for _ in 0..ROUNDS {
        let found = find(&mended.loaded);
        let fixes: Vec<_> = found.diagnostics.iter().filter_map(Mend::of).collect();
        let Some((after, count)) = Round::of(&mended.loaded, &fixes) else { break };
        mended = Mended { loaded: after, count: mended.count + count };
    }
    mended
}

/// The same file with another text.
fn with_text(source: &Source, text: &str) -> Loaded {
    let mut loaded = load_str(&source.name, text);
    loaded.source.path.clone_from(&source.path);
    loaded
}

/// A fix, and the rule and place of the finding that it mends, if it is for one.
struct Mend<'f> {
    fix: &'f Fix,
    finding: Option<(&'static str, usize)>,
}

impl<'f> Mend<'f> {
    fn of(finding: &'f Diagnostic) -> Option<Self> {
        finding.fix.as_ref().map(|fix| Self { fix, finding: Some(place(finding)) })
    }
}

fn place(finding: &Diagnostic) -> (&'static str, usize) {
    (finding.rule, finding.primary.span.start)
}

/// What is mended in one go.
struct Round<'a> {
    before: &'a Loaded,
    /// What is wrong with its shape and not mended in this round.
    known: HashSet<(&'static str, usize)>,
    /// The text with the edits that are made so far.
    after: Option<Loaded>,
    edits: Edits,
    /// How many fixes those are.
    count: usize,
    trials: usize,
}

impl<'a> Round<'a> {
    /// Makes as many of the fixes as go together; gives the text that comes of it, and how many they are.
    fn of(before: &'a Loaded, fixes: &[Mend<'_>]) -> Option<(Loaded, usize)> {
        let known = before.diagnostics.iter().map(place).collect();
        let mut round = Self { before, known, after: None, edits: Edits::default(), count: 0, trials: TRIALS };
        round.make(fixes);
        round.after.map(|after| (after, round.count))
    }

    /// Makes all fixes that it can: together, or where that does harm, each half on its own.
    fn make(&mut self, fixes: &[Mend<'_>]) {
        if fixes.is_empty() || self.trials == 0 {
            return;
        }
        self.trials -= 1;
        let mut edits = self.edits.clone();
        let made: Vec<_> = fixes.iter().filter(|mend| edits.add(mend.fix)).collect();
        let after = with_text(&self.before.source, &edits.apply(&self.before.source.text));
        let mended: HashSet<_> = made.iter().filter_map(|mend| mend.finding).collect();
        let known: HashSet<_> = self.known.difference(&mended).copied().collect();
        if is_sound(self.before, &known, &after, &edits) {
            self.count += made.len();
            (self.after, self.edits, self.known) = (Some(after), edits, known);
        } else if let (first @ [_, ..], second @ [_, ..]) = fixes.split_at(fixes.len() / 2) {
            self.make(first);
            self.make(second);
        }
    }
}

/// Whether nothing is wrong with the shape of a text that was not wrong before. What a slip of YAML hid was there before.
fn is_sound(before: &Loaded, known: &HashSet<(&'static str, usize)>, after: &Loaded, edits: &Edits) -> bool {
    let was_cut = before.document.truncated;
    let read_to = before.document.root().map_or(0, |root| root.span().end);
    let is_known = |finding: &Diagnostic| {
        let (rule, start) = place(finding);
        let origin = edits.origin(start);
        // Of a mapping that was cut off nobody knew what was missing.
        known.contains(&(rule, origin)) || was_cut && (origin >= read_to || rule == shape::MISSING_FIELD)
    };
    let is_further = !after.document.truncated || was_cut && edits.origin(last(after)) > last(before);
    after.map.is_some() >= before.map.is_some() && is_further && after.diagnostics.iter().all(is_known)
}

/// The slip that ended the reading.
fn last(loaded: &Loaded) -> usize {
    loaded.document.problems.last().map_or(loaded.source.text.len(), |problem| problem.span.start)
}
