//! A planted mistake: what it changes in the lines of a map, and what lint has to say about it.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::ground::knowledge;
use crate::outline::{Node, Outline};

/// A rule and where it points: line and column from 1, columns in Unicode code points.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
    /// The rule.
    pub rule: String,
}

/// Edits of the lines of a map, with the findings that they must lead to.
#[derive(Default)]
pub struct Mistake {
    edits: Vec<Edit>,
    findings: Vec<(&'static str, Line, usize)>,
    touched: BTreeSet<usize>,
    /// Lines that other mistakes have to leave alone, besides those it touches.
    owned: BTreeSet<usize>,
    /// What it means for the findings that the map has without it.
    pub others: Others,
    needs: &'static [Knowledge],
    hides: &'static [Knowledge],
    is_alone: bool,
}

/// Which of the findings that a map has anyway are still there.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
pub enum Others {
    /// All of them.
    #[default]
    Stay,
    /// None: what cannot be read is not judged.
    Vanish,
}

/// Something that rules have to know of a map, and that a mistake can take from them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Knowledge {
    /// Where every way leads.
    Ways,
    /// Which way most customers take.
    MainWay,
    /// Which touchpoints there are.
    Names,
    /// Between which ends ratings lie.
    Scale,
    /// What hinders customers, and which promises are not kept.
    Reasons,
    /// Everything that is measured.
    Metrics,
    /// Whether the map is about today.
    Today,
    /// Whether what is measured exists.
    Figures,
    /// Where customers get least.
    Lowest,
    /// In which language the texts are.
    Language,
    /// Which ids are written.
    Ids,
    /// That nothing is being done.
    Idleness,
}

struct Edit {
    lines: Range<usize>,
    with: Vec<String>,
}

/// A line of the edited map.
#[derive(Clone, Copy)]
enum Line {
    /// One that was there, by its number before the edits.
    Kept(usize),
    /// One that an edit wrote.
    Written { edit: usize, at: usize },
}

impl Mistake {
    /// Puts other lines in the place of `lines`; an empty range inserts before its start.
    pub fn edit(mut self, lines: Range<usize>, with: Vec<String>) -> Self {
        // What is inserted belongs to the line above it, or two insertions could meet.
        let touched = if lines.is_empty() { lines.start.saturating_sub(1)..lines.start } else { lines.clone() };
        self.touched.extend(touched);
        self.edits.push(Edit { lines, with });
        self
    }

    /// Gives a field another value on its line.
    pub fn value(self, map: &Outline, node: &Node, value: &str) -> Self {
        self.edit(node.line..node.line + 1, vec![map.with_value(node, value)])
    }

    /// Puts other lines in the place of `lines`, and expects a finding of each of `rules` where a `§` stands in them,
    /// which is not written itself.
    pub fn writes(mut self, lines: Range<usize>, with: &[String], rules: &[&'static str]) -> Self {
        let mark = |line: &String| line.split_once('§').map(|(before, _)| before.chars().count());
        let marks: Vec<_> = with.iter().enumerate().filter_map(|(at, line)| Some((at, mark(line)?))).collect();
        assert_eq!(marks.len(), rules.len(), "a place for each rule: {with:?}");
        self = self.edit(lines, with.iter().map(|line| line.replace('§', "")).collect());
        marks.into_iter().zip(rules).fold(self, |mistake, ((at, column), rule)| mistake.finds_written(rule, at, column))
    }

    /// Expects another finding at the place of the latest one.
    pub fn also_finds(mut self, rule: &'static str) -> Self {
        let &(_, line, column) = self.findings.last().unwrap();
        self.findings.push((rule, line, column));
        self
    }

    /// Expects a finding on the given line that the latest edit wrote, at a column counted from 0.
    pub fn finds_written(mut self, rule: &'static str, at: usize, column: usize) -> Self {
        self.findings.push((rule, Line::Written { edit: self.edits.len() - 1, at }, column));
        self
    }

    /// Expects a finding on a line that stays, at a column counted from 0.
    pub fn finds_kept(mut self, rule: &'static str, line: usize, column: usize) -> Self {
        self.findings.push((rule, Line::Kept(line), column));
        self.touched.insert(line);
        self
    }

    /// Keeps other mistakes away from these lines, too.
    pub fn owns(mut self, lines: impl IntoIterator<Item = usize>) -> Self {
        self.owned.extend(lines);
        self
    }

    /// It is found only by those who know this.
    pub fn needs(mut self, knowledge: &'static [Knowledge]) -> Self {
        self.needs = knowledge;
        self
    }

    /// Until it is repaired nobody knows this.
    pub fn hides(mut self, knowledge: &'static [Knowledge]) -> Self {
        self.hides = knowledge;
        self
    }

    /// Sets what it means for other findings.
    pub fn others(mut self, others: Others) -> Self {
        self.others = others;
        self
    }

    /// Makes it the only one in its map.
    pub fn alone(mut self) -> Self {
        self.is_alone = true;
        self
    }

    /// Whether no other mistake can stand beside it.
    pub fn is_alone(&self) -> bool {
        self.is_alone || self.others == Others::Vanish
    }

    /// Whether a finding of the map is not there until this is repaired.
    pub fn is_hiding_finding(&self, found: &Found) -> bool {
        self.others == Others::Vanish || knowledge(&found.rule).iter().any(|knowledge| self.is_hiding(*knowledge))
    }

    /// Whether nobody knows this until it is repaired.
    pub fn is_hiding(&self, knowledge: Knowledge) -> bool {
        self.hides.contains(&knowledge)
    }

    /// The lines that it changes, or that its findings are on.
    pub fn touched(&self) -> impl Iterator<Item = usize> {
        self.touched.iter().copied()
    }

    /// The rules that find it.
    pub fn rules(&self) -> impl Iterator<Item = &'static str> {
        self.findings.iter().map(|(rule, ..)| *rule)
    }

    /// Whether a rule finds it that lets maps of the past be.
    pub fn is_about_today(&self) -> bool {
        self.rules().any(|rule| knowledge(rule).contains(&Knowledge::Today))
    }

    fn meets(&self, other: &Self) -> bool {
        !self.touched.is_disjoint(&other.touched) || !self.owned.is_disjoint(&other.touched)
    }

    /// Whether two mistakes can stand in one map and be found as if each stood alone.
    pub fn gets_along(&self, other: &Self) -> bool {
        let hides = |one: &Self, two: &Self| {
            let is_unasked = one.is_hiding(Knowledge::Today) && two.is_about_today();
            is_unasked || two.needs.iter().any(|knowledge| one.is_hiding(*knowledge))
        };
        !hides(self, other) && !hides(other, self) && !self.meets(other) && !other.meets(self)
    }
}

/// Plants mistakes that get along into a map: the new text, and what lint must find in it, in order.
pub fn plant(map: &Outline, mistakes: &[&Mistake], before: &[Found]) -> (String, Vec<Found>) {
    let mut edits: Vec<&Edit> = mistakes.iter().flat_map(|mistake| &mistake.edits).collect();
    edits.sort_by_key(|edit| (edit.lines.start, edit.lines.end));
    let mut lines = map.lines.clone();
    for edit in edits.iter().rev() {
        lines.splice(edit.lines.clone(), edit.with.iter().cloned());
    }
    let moved = |line: usize| {
        let above = || edits.iter().filter(|edit| edit.lines.end <= line);
        let (added, removed): (usize, usize) =
            (above().map(|edit| edit.with.len()).sum(), above().map(|edit| edit.lines.len()).sum());
        line + added - removed
    };
    let mut expected = Vec::new();
    for mistake in mistakes {
        for &(rule, line, column) in &mistake.findings {
            let line = match line {
                Line::Kept(line) => moved(line),
                Line::Written { edit, at } => {
                    let edit = &mistake.edits[edit];
                    // Before the edit itself: an insertion does not move its own first line.
                    moved(edit.lines.start) + at - if edit.lines.is_empty() { edit.with.len() } else { 0 }
                }
            };
            expected.push(Found { line: line + 1, column: column + 1, rule: rule.to_owned() });
        }
    }
    let is_hidden = |found: &Found| mistakes.iter().any(|mistake| mistake.is_hiding_finding(found));
    for found in before.iter().filter(|found| !is_hidden(found)) {
        let line = found.line - 1;
        assert!(edits.iter().all(|edit| !edit.lines.contains(&line)), "an edit of line {} hides a finding", found.line);
        expected.push(Found { line: moved(line) + 1, ..found.clone() });
    }
    expected.sort();
    (lines.join("\n") + "\n", expected)
}
