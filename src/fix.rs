//! Findings → a mended text: the fixes of findings are made, and what they uncover is mended in turn.

pub mod ids;

use std::collections::HashSet;

use crate::diagnostic::{Diagnostic, shape};
use crate::edit::{Edits, Fix};
use crate::lint::Linted;
use crate::load::{Loaded, load_str};
use crate::rules::Rule;

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
    let mut text = Text::new(loaded, &find);
    let mut count = 0;
    for _ in 0..ROUNDS {
        let fixes: Vec<_> = text.linted.diagnostics.iter().filter_map(Mend::of).collect();
        let Some((after, made)) = Round::make(&text, &find, &fixes) else { break };
        text = after;
        count += made;
    }
    Mended { loaded: text.loaded, count }
}

/// A text, and what is found in it.
struct Text {
    loaded: Loaded,
    linted: Linted,
}

impl Text {
    fn new(loaded: Loaded, find: &dyn Fn(&Loaded) -> Linted) -> Self {
        let linted = find(&loaded);
        Self { loaded, linted }
    }

    /// The same file with its text changed.
    fn edited(&self, edits: &Edits) -> Loaded {
        let source = &self.loaded.source;
        let mut loaded = load_str(&source.name, &edits.apply(&source.text));
        loaded.source.path.clone_from(&source.path);
        loaded
    }

    /// Mistakes that keep the map or a comment from being understood: no fix may bring one about.
    fn mistakes(&self) -> impl Iterator<Item = &Diagnostic> {
        let is_about_ignores = |rule| Rule::find(rule).is_some_and(Rule::is_about_ignores);
        let ignores = self.linted.diagnostics.iter().filter(move |finding| is_about_ignores(finding.rule));
        self.loaded.diagnostics.iter().chain(ignores)
    }

    /// The slip that ended the reading.
    fn last(&self) -> usize {
        self.loaded.document.problems.last().map_or(self.loaded.source.text.len(), |problem| problem.span.start)
    }
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
    before: &'a Text,
    find: &'a dyn Fn(&Loaded) -> Linted,
    /// The mistakes that are not mended in this round.
    known: HashSet<(&'static str, usize)>,
    /// The text with the edits that are made so far.
    after: Option<Text>,
    edits: Edits,
    /// How many fixes those are.
    count: usize,
    trials: usize,
}

impl<'a> Round<'a> {
    /// Makes as many of the fixes as go together; gives the text that comes of it, and how many they are.
    fn make(before: &'a Text, find: &'a dyn Fn(&Loaded) -> Linted, fixes: &[Mend<'_>]) -> Option<(Text, usize)> {
        let known = before.mistakes().map(place).collect();
        let mut round = Self { before, find, known, after: None, edits: Edits::default(), count: 0, trials: TRIALS };
        round.add(fixes);
        round.after.map(|after| (after, round.count))
    }

    /// Adds all fixes that it can: together, or where that does harm, each half on its own.
    fn add(&mut self, fixes: &[Mend<'_>]) {
        if fixes.is_empty() || self.trials == 0 {
            return;
        }
        self.trials -= 1;
        let mut edits = self.edits.clone();
        let made: Vec<_> = fixes.iter().filter(|mend| edits.add(mend.fix)).collect();
        let after = Text::new(self.before.edited(&edits), self.find);
        let mended: HashSet<_> = made.iter().filter_map(|mend| mend.finding).collect();
        let known: HashSet<_> = self.known.difference(&mended).copied().collect();
        if self.is_sound(&known, &after, &edits) {
            self.count += made.len();
            (self.after, self.edits, self.known) = (Some(after), edits, known);
        } else if let (first @ [_, ..], second @ [_, ..]) = fixes.split_at(fixes.len() / 2) {
            self.add(first);
            self.add(second);
        }
    }

    /// Whether every mistake in the text was there before. What a slip of YAML hid was.
    fn is_sound(&self, known: &HashSet<(&'static str, usize)>, after: &Text, edits: &Edits) -> bool {
        let before = &self.before.loaded;
        let was_cut = before.document.truncated;
        let read_to = before.document.root().map_or(0, |root| root.span().end);
        let is_known = |finding: &Diagnostic| {
            let (rule, start) = place(finding);
            let origin = edits.origin(start);
            // Of a mapping that was cut off nobody knew what was missing.
            known.contains(&(rule, origin)) || was_cut && (origin >= read_to || rule == shape::MISSING_FIELD)
        };
        let (last, after_last) = (self.before.last(), edits.origin(after.last()));
        let is_same = after_last == last && known.contains(&(shape::YAML_SYNTAX, last));
        let is_further = !after.loaded.document.truncated || was_cut && (after_last > last || is_same);
        let is_map = after.loaded.map.is_some() >= before.map.is_some();
        is_map && is_further && after.mistakes().all(is_known)
    }
}
