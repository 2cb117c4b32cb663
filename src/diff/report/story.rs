//! What a report tells, in its order, before any format puts it on paper: the gist, the five questions, what is accepted.

use std::borrow::Cow;

use super::gist::gist;
use super::lists::lists;
use super::names::names;
use super::sections::Sorter;
use super::{Comparison, JourneyReport, Report};
use crate::diff::{Change, Impact, Question};

/// One comparison, told.
#[derive(Debug)]
pub struct Story<'r> {
    /// The journey and its two states.
    pub title: String,
    /// The paragraph at the head; none where nothing differs.
    pub gist: Option<String>,
    /// The questions that have an answer.
    pub sections: Vec<Section<'r>>,
    /// What is accepted.
    pub accepted: Vec<Entry<'r>>,
    /// How many changes of wording and detail are left out.
    pub hidden: usize,
}

/// One of the five questions.
#[derive(Debug)]
pub struct Section<'r> {
    /// From 1.
    pub number: usize,
    /// What it is called.
    pub heading: String,
    /// The worst first.
    pub entries: Vec<Entry<'r>>,
    /// What is to be kept in sight besides the changes, such as friction that nothing is done about.
    pub lists: Vec<List>,
}

/// A heading, and a line each for what stands under it.
#[derive(Debug)]
pub struct List {
    /// What they have in common.
    pub heading: String,
    /// The lines.
    pub lines: Vec<String>,
}

/// A change, and what it brings about that answers the same question.
#[derive(Debug)]
pub struct Entry<'r> {
    /// The change.
    pub change: &'r Change,
    /// Further changes that are told in the same sentence.
    pub alike: Vec<&'r Change>,
    /// The sentence.
    pub text: Cow<'r, str>,
    /// Whether customers are left further below what they expect by nothing else.
    pub is_worst: bool,
    /// What stands under it.
    pub echoes: Vec<Entry<'r>>,
}

impl<'r> Entry<'r> {
    pub(super) fn of(change: &'r Change, echoes: Vec<Self>) -> Self {
        Self { change, alike: Vec::new(), text: Cow::Borrowed(&change.message), is_worst: false, echoes }
    }

    /// Whether it, or something it brings about, is worse or better.
    pub(super) fn has_verdict(&self) -> bool {
        self.change.impact != Impact::Neutral || self.echoes.iter().any(Self::has_verdict)
    }
}

impl<'r> Story<'r> {
    /// The stories of a journey: one a comparison. `details`: whether wording and details are told as well.
    #[must_use]
    pub fn of_journey(journey: &'r JourneyReport<'_>, report: &Report<'_>, details: bool) -> Vec<Self> {
        let tongue = report.options.tongue;
        let names = names(&journey.states, tongue);
        let stories = journey.comparisons.iter().filter_map(|comparison| {
            let name = |at: usize| names.get(at).map_or("", String::as_str);
            let journey = &journey.states.get(comparison.after)?.map.journey().title;
            let title = tongue.state_to_state(journey, name(comparison.before), name(comparison.after));
            Some(Self::of(title, comparison, report, details))
        });
        stories.collect()
    }

    fn of(title: String, comparison: &'r Comparison<'_>, report: &Report<'_>, details: bool) -> Self {
        let tongue = report.options.tongue;
        let sides = &comparison.sides;
        let (accepted, told): (Vec<_>, Vec<_>) =
            comparison.changes.iter().partition(|change: &&Change| change.accepted.is_some());
        let mut sorter = Sorter::new(sides, details);
        for change in &told {
            sorter.place(change);
        }
        for change in &accepted {
            // What is grave is not accepted with its cause.
            let left = change.flat().into_iter().filter(|echo| echo.accepted.is_none());
            left.for_each(|echo| sorter.place(echo));
        }
        let headings = [
            tongue.heading_journey(),
            tongue.heading_moments(),
            tongue.heading_friction(),
            tongue.heading_solutions(),
            tongue.heading_satisfaction(),
        ];
        let sections = sorter.finish().into_iter().zip(headings).enumerate().map(|(at, (entries, heading))| {
            let is_solutions = at == Question::Solutions as usize && !told.is_empty();
            let lists = if is_solutions { lists(sides) } else { Vec::new() };
            Section { number: at + 1, heading, entries, lists }
        });
        let sections: Vec<_> =
            sections.filter(|section| !section.entries.is_empty() || !section.lists.is_empty()).collect();
        let all = comparison.changes.iter().flat_map(Change::flat);
        let gist = || gist(sides, &comparison.changes, Tally::of(&sections));
        Self {
            gist: (!comparison.changes.is_empty()).then(gist),
            title: if comparison.changes.is_empty() { tongue.no_differences(&title) } else { title },
            sections,
            accepted: accepted.into_iter().map(|change| Entry::of(change, Vec::new())).collect(),
            hidden: all.filter(|change| !details && change.kind.is_detail()).count(),
        }
    }
}

/// How many things are told as worse and as better, the answer to them apart: a crisis is not made better by what is done
/// against it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tally {
    /// What is worse, solutions apart.
    pub worse: usize,
    /// What is better, solutions apart.
    pub better: usize,
}

impl Tally {
    fn of(sections: &[Section<'_>]) -> Self {
        let effects = || {
            let sections = sections.iter().filter(|section| section.number != Question::Solutions as usize + 1);
            sections.flat_map(|section| &section.entries)
        };
        let count = |impact: Impact| effects().filter(|entry| entry.change.impact == impact).count();
        Self { worse: count(Impact::Worse), better: count(Impact::Better) }
    }
}
