//! What differs in how the organisation listens: feedback, measures, and the employees' side.

use super::{Fact, Sides, facts};
use crate::diff::inventory::MeasureItem;
use crate::graph::{TouchpointRef, slug};
use crate::model::{Employee, Feedback, Number};
use crate::source::Located;

/// What can differ in a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MeasureAspect {
    /// The figure, known on both sides.
    Value,
}

/// What differs in how a touchpoint that is in both maps listens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FeedbackAspect {
    /// Customers are asked.
    Opened,
    /// Customers are no longer asked.
    Stopped,
    /// Somebody follows up what they say.
    Closed,
    /// Nobody does any more.
    Left,
}

/// A touchpoint in both maps that listens otherwise.
#[derive(Debug, Clone, Copy)]
pub struct FeedbackFact<'m> {
    /// The touchpoint as it is.
    pub after: TouchpointRef<'m>,
    /// In what it differs.
    pub what: FeedbackAspect,
}

/// The same employees at a touchpoint in both maps.
#[derive(Debug, Clone, Copy)]
pub struct EmployeePair<'m> {
    /// The touchpoint as it was.
    pub before: TouchpointRef<'m>,
    /// The touchpoint as it is.
    pub after: TouchpointRef<'m>,
    /// Their side as it was.
    pub old: &'m Employee,
    /// Their side as it is.
    pub new: &'m Employee,
}

pub(super) fn measures<'a, 'm>(sides: &'a Sides<'m>) -> Vec<Fact<&'a MeasureItem<'m>, MeasureAspect>> {
    facts(
        &sides.matching.measures,
        |before| sides.before.measures.get(before),
        |after| sides.after.measures.get(after),
        |before, after, _| {
            let figures = figure(before).zip(figure(after));
            let differs = figures.is_some_and(|(old, new)| (old - new).abs() > 1e-9);
            differs.then_some(MeasureAspect::Value).into_iter().collect()
        },
    )
}

/// The figure, as a part of its scale where it has one.
#[must_use]
pub fn figure(measure: &MeasureItem<'_>) -> Option<f64> {
    let value = measure.body.value?.value.0;
    Some(match measure.body.scale() {
        Some((min, max)) => (value - min) / (max - min),
        None => value,
    })
}

pub(super) fn feedback<'m>(sides: &Sides<'m>) -> Vec<FeedbackFact<'m>> {
    let mut facts = Vec::new();
    for (before, after) in sides.kept_touchpoints() {
        let is_followed = |feedback: &Feedback| feedback.follow_up.is_some();
        let what = match (&before.body().feedback, &after.body().feedback) {
            (None, Some(_)) => Some(FeedbackAspect::Opened),
            (Some(_), None) => Some(FeedbackAspect::Stopped),
            (Some(old), Some(new)) if !is_followed(old) && is_followed(new) => Some(FeedbackAspect::Closed),
            (Some(old), Some(new)) if is_followed(old) && !is_followed(new) => Some(FeedbackAspect::Left),
            _ => None,
        };
        facts.extend(what.map(|what| FeedbackFact { after, what }));
    }
    facts
}

/// The employees of a touchpoint in both maps that are the same: by their role, or the only ones. Gives those of either
/// side that have no counterpart, too.
pub(super) fn employees<'m>(before: TouchpointRef<'m>, after: TouchpointRef<'m>) -> (Vec<EmployeePair<'m>>, bool) {
    let (old, new) = (&before.body().employee, &after.body().employee);
    if let ([old], [new]) = (&**old, &**new)
        && (old.role.is_none() || new.role.is_none())
    {
        return (vec![EmployeePair { before, after, old, new }], false);
    }
    let role = |employee: &Employee| employee.role.as_ref().and_then(|role| slug(role)).unwrap_or_default();
    let mut left: Vec<&Employee> = new.iter().collect();
    let mut pairs = Vec::new();
    for old in old {
        if let Some(at) = left.iter().position(|new| role(new) == role(old)) {
            pairs.push(EmployeePair { before, after, old, new: left.remove(at) });
        }
    }
    let is_all = left.is_empty() && pairs.len() == old.len();
    (pairs, !is_all)
}

impl EmployeePair<'_> {
    /// The ratings before and after where both are known and differ, on the common scale.
    #[must_use]
    pub fn shift(&self, rating: fn(&Employee) -> Option<Located<Number>>) -> Option<(f64, f64)> {
        let (old, new) = (rating(self.old)?.value.0, rating(self.new)?.value.0);
        let (low, high) = (super::on_scale(old, self.before.map()), super::on_scale(new, self.after.map()));
        ((low - high).abs() > 1e-9).then_some((old, new))
    }

    /// By how much more they get less than they expect, as a part of the scale.
    #[must_use]
    pub fn further_short(&self) -> Option<f64> {
        let short = |employee: &Employee, touchpoint: TouchpointRef<'_>| {
            let expected = super::on_scale(employee.expectation?.value.0, touchpoint.map());
            Some((expected - super::on_scale(employee.experience?.value.0, touchpoint.map())).max(0.0))
        };
        Some(short(self.new, self.after)? - short(self.old, self.before)?)
    }
}
