//! How the organisation listens, what it measures, and the employees' side.

use crate::diff::delta::{Delta, EmployeePair, Fact, FeedbackAspect, Sides, figure, on_scale};
use crate::diff::inventory::{Inventory, MeasureItem, Site};
use crate::diff::judge::{Draft, causes_after, causes_before};
use crate::diff::{Change, Impact, Kind};
use crate::graph::Address;
use crate::model::Better;
use crate::tongue::Tongue;

pub(super) fn judge(sides: &Sides<'_>, delta: &Delta<'_, '_>, drafts: &mut Vec<Draft>) {
    let tongue = sides.tongue;
    for pair in &delta.employees {
        let causes = causes_after(sides, Site::Touchpoint(pair.after.index().0));
        drafts.extend(employees(tongue, pair).into_iter().map(|change| Draft::caused_by(change, causes.clone())));
    }
    for fact in &delta.feedback {
        let title = tongue.quote(fact.after.title());
        let follow_up = fact.after.body().feedback.as_ref().and_then(|feedback| feedback.follow_up.as_ref());
        let owner = follow_up.and_then(|follow_up| follow_up.owner.as_ref()).or(fact.after.owner());
        let (kind, message) = match fact.what {
            FeedbackAspect::Opened => (Kind::FeedbackOpened, tongue.feedback_opened(&title)),
            FeedbackAspect::Stopped => (Kind::FeedbackStopped, tongue.feedback_stopped(&title)),
            FeedbackAspect::Closed => {
                let who = owner.map_or_else(|| tongue.no_owner(), |owner| owner.value.clone());
                (Kind::LoopClosed, tongue.loop_closed(&title, &who))
            }
            FeedbackAspect::Left => (Kind::LoopOpened, tongue.loop_opened(&title)),
        };
        let change = Change::new(kind, Address::Feedback(fact.after.id().to_owned()), message);
        drafts.push(Draft::caused_by(change, causes_after(sides, Site::Touchpoint(fact.after.index().0))));
    }
    for fact in &delta.measures {
        match fact {
            Fact::Added(measure) => {
                let message = tongue.measure_added(&name(tongue, &sides.after, measure));
                let change = Change::new(Kind::MeasureAdded, measure.address.clone(), message);
                drafts.push(Draft::caused_by(change, causes_after(sides, measure.site)));
            }
            Fact::Removed(measure) => {
                let message = tongue.measure_removed(&name(tongue, &sides.before, measure));
                let change = Change::new(Kind::MeasureRemoved, measure.address.clone(), message);
                drafts.push(Draft::caused_by(change, causes_before(sides, measure.site)));
            }
            Fact::Changed { before, after, .. } => {
                let change = measured(tongue, &sides.after, before, after);
                drafts.push(Draft::caused_by(change, causes_after(sides, after.site)));
            }
            // Measures do not merge.
            Fact::Merged { .. } | Fact::Split { .. } => {}
        }
    }
}

fn employees(tongue: Tongue, pair: &EmployeePair<'_>) -> Vec<Change> {
    let title = tongue.quote(pair.after.title());
    let who = pair.new.role.as_ref().map_or_else(|| tongue.employees(), |role| tongue.quote(role));
    let address = Address::Employee(pair.after.id().to_owned());
    let shift = |(old, new): (f64, f64)| format!("{} → {}", tongue.number(old), tongue.number(new));
    let is_up = |(old, new): (f64, f64)| on_scale(new, pair.after.map()) > on_scale(old, pair.before.map());
    let mut changes = Vec::new();
    if let Some(both) = pair.shift(|employee| employee.expectation) {
        let (kind, message) = if is_up(both) {
            (Kind::EmployeeExpectationRaised, tongue.employee_expects_more(&who, &title, &shift(both)))
        } else {
            (Kind::EmployeeExpectationLowered, tongue.employee_expects_less(&who, &title, &shift(both)))
        };
        // That employees expect less makes nobody better off.
        let is_worse = is_up(both) && pair.further_short().is_some_and(|more| more > 1e-9);
        let impact = if is_worse { Impact::Worse } else { Impact::Neutral };
        changes.push(Change::new(kind, address.clone(), message).values(Some(both.0), Some(both.1)).judged(impact));
    }
    if let Some(both) = pair.shift(|employee| employee.experience) {
        let (kind, message) = if is_up(both) {
            (Kind::EmployeeExperienceRose, tongue.employee_rose(&who, &title, &shift(both)))
        } else {
            (Kind::EmployeeExperienceFell, tongue.employee_fell(&who, &title, &shift(both)))
        };
        changes.push(Change::new(kind, address, message).values(Some(both.0), Some(both.1)));
    }
    changes
}

/// “nps” of “I sign”
fn name(tongue: Tongue, side: &Inventory<'_>, measure: &MeasureItem<'_>) -> String {
    let metric = tongue.metric(&measure.body.metric);
    match side.site_title(measure.site) {
        Some(place) => tongue.measure_of(&metric, &tongue.quote(place)),
        None => tongue.measure_of_all(&metric),
    }
}

fn measured(tongue: Tongue, side: &Inventory<'_>, before: &MeasureItem<'_>, after: &MeasureItem<'_>) -> Change {
    let value = |measure: &MeasureItem<'_>| measure.body.value.map(|value| value.value.0).unwrap_or_default();
    let (old, new) = (value(before), value(after));
    let is_up = figure(after) > figure(before);
    let name = name(tongue, side, after);
    let amount =
        |value, measure: &MeasureItem<'_>| tongue.amount(value, measure.body.unit.as_ref().map(|unit| unit.as_str()));
    let (told_new, told_old) = (amount(new, after), amount(old, before));
    let (kind, message) = if is_up {
        (Kind::MeasureRose, tongue.measure_rose(&name, &told_new, &told_old))
    } else {
        (Kind::MeasureFell, tongue.measure_fell(&name, &told_new, &told_old))
    };
    let target = before.body.target.zip(after.body.target).filter(|(old, new)| old == new).map(|(_, target)| target.0);
    let better = match (before.body.better(), after.body.better()) {
        (Some(old), Some(new)) if old == new => Some(is_up == (new == Better::Higher)),
        (None, None) => target.and_then(|target| nearer(old, new, target)),
        _ => None,
    };
    let impact = match better {
        Some(true) => Impact::Better,
        Some(false) => Impact::Worse,
        None => Impact::Neutral,
    };
    Change::new(kind, after.address.clone(), message).values(Some(old), Some(new)).judged(impact)
}

/// Whether a figure came nearer to its target; none where it is as far as before.
fn nearer(old: f64, new: f64, target: f64) -> Option<bool> {
    let (was, is) = ((old - target).abs(), (new - target).abs());
    ((was - is).abs() > 1e-9).then_some(is < was)
}
