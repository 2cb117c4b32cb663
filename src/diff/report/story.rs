//! What a report tells, in its order, before any format puts it on paper: the gist, the five questions, what is accepted.

use std::borrow::Cow;

use super::gist::gist;
use super::{Comparison, JourneyReport, Report, State};
use crate::diff::delta::Sides;
use crate::diff::inventory::FrictionItem;
use crate::diff::judge::rank;
use crate::diff::unsolved::unsolved;
use crate::diff::{Change, Impact, Question};

/// How many friction points without a solution are named; more are only counted.
const MOST_NAMES: usize = 20;

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
    /// What stands under it.
    pub echoes: Vec<Entry<'r>>,
}

impl<'r> Entry<'r> {
    fn of(change: &'r Change, echoes: Vec<Self>) -> Self {
        Self { change, alike: Vec::new(), text: Cow::Borrowed(&change.message), echoes }
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
        let names = labels(&journey.states);
        let stories = journey.comparisons.iter().filter_map(|comparison| {
            let states = [journey.states.get(comparison.before)?, journey.states.get(comparison.after)?];
            let name = |at: usize| names.get(at).map_or("", String::as_str);
            let title = format!(
                "{}: {} → {}",
                states[1].map.journey().title.value,
                name(comparison.before),
                name(comparison.after)
            );
            Some(Self::of(title, comparison, report, details))
        });
        stories.collect()
    }

    fn of(title: String, comparison: &'r Comparison<'_>, report: &Report<'_>, details: bool) -> Self {
        let tongue = report.options.tongue;
        let is_shown = |change: &Change| details || !change.kind.is_detail();
        let (accepted, told): (Vec<_>, Vec<_>) =
            comparison.changes.iter().partition(|change: &&Change| change.accepted.is_some());
        let mut entries: [Vec<Entry<'r>>; 5] = Default::default();
        for change in &told {
            place(change, &is_shown, &mut entries);
        }
        for change in &accepted {
            // What is grave is not accepted with its cause.
            let left = change.flat().into_iter().filter(|echo| echo.accepted.is_none());
            left.for_each(|echo| place(echo, &is_shown, &mut entries));
        }
        let headings = [
            tongue.heading_journey(),
            tongue.heading_moments(),
            tongue.heading_friction(),
            tongue.heading_solutions(),
            tongue.heading_satisfaction(),
        ];
        let sections = entries.into_iter().zip(headings).enumerate().map(|(at, (mut entries, heading))| {
            entries.sort_by_cached_key(|entry| rank(entry.change));
            let is_solutions = at == Question::Solutions as usize;
            let lists = if is_solutions && !told.is_empty() { unanswered(&comparison.sides) } else { Vec::new() };
            Section { number: at + 1, heading, entries, lists }
        });
        let all = comparison.changes.iter().flat_map(Change::flat);
        Self {
            gist: (!comparison.changes.is_empty()).then(|| gist(&comparison.sides, &comparison.changes)),
            title: if comparison.changes.is_empty() { tongue.no_differences(&title) } else { title },
            sections: sections.filter(|section| !section.entries.is_empty() || !section.lists.is_empty()).collect(),
            accepted: accepted.into_iter().map(|change| Entry::of(change, Vec::new())).collect(),
            hidden: all.filter(|change| !is_shown(change)).count(),
        }
    }
}

/// Puts a change under its question. What it brings about stands under it, unless that answers another question with a
/// verdict: then it belongs there.
fn place<'r>(change: &'r Change, is_shown: &impl Fn(&Change) -> bool, entries: &mut [Vec<Entry<'r>>; 5]) {
    let question = change.kind.question();
    let echoes = gather(change, question, is_shown, entries);
    if is_shown(change) {
        entries[question as usize].push(Entry::of(change, echoes));
    } else {
        entries[question as usize].extend(echoes);
    }
}

fn gather<'r>(
    change: &'r Change,
    question: Question,
    is_shown: &impl Fn(&Change) -> bool,
    entries: &mut [Vec<Entry<'r>>; 5],
) -> Vec<Entry<'r>> {
    let mut echoes = Vec::new();
    for echo in change.claimed.iter().filter(|echo| is_shown(echo)) {
        if echo.kind.question() != question && echo.impact != Impact::Neutral {
            place(echo, is_shown, entries);
        } else {
            let of_echo = gather(echo, question, is_shown, entries);
            echoes.push(Entry::of(echo, of_echo));
        }
    }
    echoes
}

/// What the states are called in a headline: their files without folders and suffixes, if that tells them apart.
pub(super) fn labels(states: &[State<'_>]) -> Vec<String> {
    let short = |name: &str| {
        let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
        file.split('.').next().filter(|stem| !stem.is_empty()).unwrap_or(file).to_owned()
    };
    let labels: Vec<_> = states.iter().map(|state| short(&state.name)).collect();
    if are_distinct(&labels) {
        return labels;
    }
    // Of `main:claim.journey.yaml`, the revision.
    let shorter =
        |state: &State<'_>| state.name.split_once(':').map_or_else(|| short(&state.name), |(at, _)| at.to_owned());
    let labels: Vec<_> = states.iter().map(shorter).collect();
    if are_distinct(&labels) { labels } else { states.iter().map(|state| state.name.clone()).collect() }
}

fn are_distinct(labels: &[String]) -> bool {
    labels.iter().enumerate().all(|(at, label)| !labels.iter().skip(at + 1).any(|other| other == label))
}

/// Friction of the after side that has no solution.
fn unanswered(sides: &Sides<'_>) -> Vec<List> {
    let tongue = sides.tongue;
    let open = unsolved(&sides.after);
    let name = |friction: &&FrictionItem<'_>| {
        tongue.with_severity(&tongue.quote(friction.title()), tongue.told_severity(friction.body.severity()))
    };
    let mut lines: Vec<_> = open.iter().take(MOST_NAMES).map(name).collect();
    if open.len() > lines.len() {
        lines.push(tongue.and_more(open.len() - lines.len()));
    }
    if lines.is_empty() { Vec::new() } else { vec![List { heading: tongue.no_solution_yet(), lines }] }
}
