//! Where something is being done for customers: where solutions stand that are planned or in progress, for the whole of a
//! touchpoint or against what hinders much there, and which metrics will show whether they help.

use std::collections::HashSet;

use crate::facts::solutions::{Plan, Solutions};
use crate::graph::{Map, PhaseRef, TouchpointRef, slug};
use crate::model::{Broken, FrictionPoint, Severity, Solution};

/// What is being done, and where. What could not be read may be a solution.
pub(super) struct Pursuit<'m> {
    solutions: Solutions<'m>,
    /// By the number of the touchpoint: for itself, against what hinders customers much there, or for its phase.
    touchpoints: Vec<bool>,
    /// By the number of the touchpoint: at how many before it something is being done.
    before: Vec<usize>,
    /// By the number of the phase: for itself or against what hinders much there.
    phases: Vec<bool>,
    /// The metrics that solutions are to be judged by.
    metrics: HashSet<String>,
    /// Whether all solutions that concern the whole map could be read.
    is_whole: bool,
    /// Whether something is being done at touchpoints that nobody can name.
    is_unsure: bool,
    /// Whether something is being done in the map at all.
    is_anywhere: bool,
}

impl<'m> Pursuit<'m> {
    pub(super) fn of(map: &'m Map) -> Self {
        let mut all = Self {
            solutions: Solutions::of(map),
            touchpoints: vec![false; map.touchpoints().len()],
            before: Vec::new(),
            phases: vec![false; map.phases().len()],
            metrics: HashSet::new(),
            is_whole: !map.journey().broken.has("solutions"),
            is_unsure: false,
            is_anywhere: false,
        };
        all.judged_by(&map.journey().solutions);
        for phase in map.phases() {
            all.phase(map, phase);
        }
        for touchpoint in map.touchpoints() {
            all.touchpoint(touchpoint);
        }
        all.before = counts(&all.touchpoints);
        let is_marked = all.touchpoints.contains(&true) || all.phases.contains(&true);
        all.is_anywhere = !all.is_whole || is_marked || all.solutions.iter().any(Plan::is_under_way);
        all
    }

    /// Whether something is being done at a touchpoint: for itself, against what hinders customers much there, or
    /// throughout its phase.
    pub(super) fn is_at(&self, touchpoint: TouchpointRef<'_>) -> bool {
        self.is_unsure || self.touchpoints.get(touchpoint.index().0).copied().unwrap_or_default()
    }

    /// Whether something is being done at two touchpoints or, in the order of the file, between them.
    pub(super) fn is_between(&self, one: TouchpointRef<'_>, other: TouchpointRef<'_>) -> bool {
        let (first, last) = (one.index().0.min(other.index().0), one.index().0.max(other.index().0));
        self.is_unsure || self.before.get(first) != self.before.get(last + 1)
    }

    /// Whether something is being done throughout a phase.
    pub(super) fn is_throughout(&self, phase: PhaseRef<'_>) -> bool {
        self.phases.get(phase.index()).copied().unwrap_or_default()
    }

    /// Whether something is being done in the map at all.
    pub(super) fn is_anywhere(&self) -> bool {
        self.is_anywhere
    }

    /// Whether something is being done that a metric will show.
    pub(super) fn will_show(&self, metric: &str) -> bool {
        let is_named = || slug(metric).is_some_and(|metric| self.metrics.contains(&metric));
        !self.is_whole || !self.metrics.is_empty() && is_named()
    }

    fn phase(&mut self, map: &Map, phase: PhaseRef<'m>) {
        let body = phase.body();
        if self.is_any(&body.broken, &body.solutions, &body.friction_points)
            && let Some(mark) = self.phases.get_mut(phase.index())
        {
            *mark = true;
            phase.touchpoints().for_each(|touchpoint| self.mark(touchpoint));
        }
        self.elsewhere(map, &body.friction_points);
        self.judged_by(&body.solutions);
        body.friction_points.iter().for_each(|point| self.judged_by(&point.solutions));
    }

    fn touchpoint(&mut self, touchpoint: TouchpointRef<'m>) {
        let body = touchpoint.body();
        if self.is_any(&body.broken, &body.solutions, &body.friction_points) {
            self.mark(touchpoint);
        }
        self.elsewhere(touchpoint.map(), &body.friction_points);
        self.judged_by(&body.solutions);
        body.friction_points.iter().for_each(|point| self.judged_by(&point.solutions));
    }

    /// Marks what friction hinders besides the place where it stands: everything, where that could not be read.
    fn elsewhere(&mut self, map: &Map, points: &[FrictionPoint]) {
        for point in points.iter().filter(|point| self.is_dealt_with(point)).collect::<Vec<_>>() {
            self.is_unsure |= point.broken.has("also_at");
            for named in point.also_at.iter().map(|reference| map.find(reference)) {
                match named {
                    Some(touchpoint) => self.mark(touchpoint),
                    None => self.is_unsure = true,
                }
            }
        }
    }

    fn mark(&mut self, touchpoint: TouchpointRef<'_>) {
        if let Some(mark) = self.touchpoints.get_mut(touchpoint.index().0) {
            *mark = true;
        }
    }

    /// Takes the metrics that those of the solutions are to be judged by that are under way.
    fn judged_by(&mut self, solutions: &[Solution]) {
        let pursued = solutions.iter().filter(|solution| self.solutions.is_under_way(solution));
        self.metrics.extend(pursued.filter_map(|solution| slug(solution.measured_by.as_ref()?)));
    }

    fn is_any(&self, broken: &Broken, solutions: &[Solution], points: &[FrictionPoint]) -> bool {
        let is_unread = broken.has("solutions") || broken.has("friction_points");
        is_unread || self.is_pursued(solutions) || points.iter().any(|point| self.is_dealt_with(point))
    }

    /// Whether something is being done against friction that hinders customers much. A roof over the queue does not keep
    /// a promise.
    fn is_dealt_with(&self, point: &FrictionPoint) -> bool {
        let is_grave = point.severity() >= Severity::High || point.broken.has("severity");
        is_grave && (point.broken.has("solutions") || self.is_pursued(&point.solutions))
    }

    fn is_pursued(&self, solutions: &[Solution]) -> bool {
        solutions.iter().any(|solution| self.solutions.is_under_way(solution))
    }
}

/// How many of the marks before each are set, and at the end how many of all.
fn counts(marks: &[bool]) -> Vec<usize> {
    let sums = marks.iter().scan(0, |sum, mark| {
        *sum += usize::from(*mark);
        Some(*sum)
    });
    std::iter::once(0).chain(sums).collect()
}
