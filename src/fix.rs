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
        let fixes: Vec<_> = found.diagnostics.iter().filter_map(|finding| finding.fix.as_ref()).collect();
        let mut round =
            Round { before: &mended.loaded, after: None, edits: Edits::default(), count: 0, trials: TRIALS };
        round.make(&fixes);
        let Round { after: Some(after), count, .. } = round else { break };
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

/// What is mended in one go.
struct Round<'a> {
    before: &'a Loaded,
    /// The text with the edits that are made so far.
    after: Option<Loaded>,
    edits: Edits,
    /// How many fixes those are.
    count: usize,
    trials: usize,
}

impl Round<'_> {
    /// Makes all fixes that it can: together, or where that does harm, each half on its own.
    fn make(&mut self, fixes: &[&Fix]) {
        if fixes.is_empty() || self.trials == 0 {
            return;
        }
        self.trials -= 1;
        let mut edits = self.edits.clone();
        let count = fixes.iter().filter(|fix| edits.add(fix)).count();
        let text = edits.apply(&self.before.source.text);
        let after = with_text(&self.before.source, &text);
        if is_sound(self.before, &after, &edits) {
            (self.after, self.edits, self.count) = (Some(after), edits, self.count + count);
        } else if fixes.len() > 1 {
            let (first, second) = fixes.split_at(fixes.len() / 2);
            self.make(first);
            self.make(second);
        }
    }
}

/// Whether nothing is wrong with the shape of a text that was not wrong before. What a slip of YAML hid was there before.
fn is_sound(before: &Loaded, after: &Loaded, edits: &Edits) -> bool {
    let read_to = before.document.root().map_or(0, |root| root.span().end);
    let hidden = if before.document.truncated { read_to } else { usize::MAX };
    let known: HashSet<_> =
        before.diagnostics.iter().map(|finding| (finding.rule, finding.primary.span.start)).collect();
    let is_known = |finding: &Diagnostic| {
        let origin = edits.origin(finding.primary.span.start);
        // Of a mapping that was cut off nobody knew what was missing.
        let was_cut = before.document.truncated && finding.rule == shape::MISSING_FIELD;
        known.contains(&(finding.rule, origin)) || origin >= hidden || was_cut
    };
    let is_further =
        !after.document.truncated || (before.document.truncated && edits.origin(last(after)) > last(before));
    after.map.is_some() >= before.map.is_some() && is_further && after.diagnostics.iter().all(is_known)
}

/// The slip that ended the reading.
fn last(loaded: &Loaded) -> usize {
    loaded.document.problems.last().map_or(loaded.source.text.len(), |problem| problem.span.start)
}
