//! What becomes of promises, satisfaction, employees and measured figures.

use std::collections::HashSet;

use super::Told;
use crate::diff::delta::{Sides, on_scale, shortfall};
use crate::diff::{Change, Impact, Kind};
use crate::graph::TouchpointRef;
use crate::tongue::Tongue;

/// How many measured figures are told; more are only counted with the rest.
const MOST_FIGURES: usize = 2;

/// Below this, two ratings on a common scale are the same.
const SAME: f64 = 1e-9;

/// Where customers are left further below what they expect than anywhere else, as it was (if it was there) and as it is.
pub(in crate::diff::report) fn worst_place<'m>(
    sides: &Sides<'m>,
) -> Option<(Option<TouchpointRef<'m>>, TouchpointRef<'m>)> {
    let kept = sides
        .kept_touchpoints()
        .filter_map(|(before, after)| Some((shortfall(after)? - shortfall(before)?, Some(before), after)));
    let new = new_touchpoints(sides).filter_map(|touchpoint| Some((shortfall(touchpoint)?, None, touchpoint)));
    let further = kept.chain(new).filter(|(shift, ..)| *shift > SAME);
    // Of several, the first of the journey.
    let worst = further.min_by(|one, other| other.0.total_cmp(&one.0).then(one.2.index().cmp(&other.2.index())));
    worst.map(|(_, before, after)| (before, after))
}

/// The touchpoints that are new and take place.
fn new_touchpoints<'m>(sides: &Sides<'m>) -> impl Iterator<Item = TouchpointRef<'m>> {
    let new = sides.matching.touchpoints.added().filter_map(|at| sides.after.touchpoints.get(at).copied());
    new.filter(|touchpoint| !touchpoint.is_closed())
}

impl Told<'_, '_> {
    pub(super) fn promises(&self) -> Option<String> {
        let tongue = self.tongue;
        let clause = |count: usize, told: fn(Tongue, usize) -> String| (count > 0).then(|| told(tongue, count));
        self.joined([
            clause(self.count(Kind::PromiseBroken), Tongue::promises_broken),
            clause(self.count(Kind::PromiseWorsened), Tongue::promises_worse),
            clause(self.count_judged(Kind::PromiseMade, Impact::Worse), Tongue::promises_made_in_vain),
            clause(self.count(Kind::PromiseKept), Tongue::promises_kept),
        ])
    }

    /// Where customers are left further below what they expect, where less far, and where it only seems so.
    pub(super) fn satisfaction(&self) -> Option<String> {
        let tongue = self.tongue;
        let (mut further, mut closer, mut hopeless) = (0, 0, 0);
        for (before, after) in self.sides.kept_touchpoints() {
            let Some((was, is)) = shortfall(before).zip(shortfall(after)) else { continue };
            match is - was {
                shift if shift > SAME => further += 1,
                shift if shift < -SAME && is_better_lived(before, after) => closer += 1,
                shift if shift < -SAME => hopeless += 1,
                _ => {}
            }
        }
        let gaps = || new_touchpoints(self.sides).filter_map(TouchpointRef::gap);
        let below = gaps().filter(|gap| *gap < 0.0).count();
        let above = gaps().filter(|gap| *gap > 0.0).count();
        let places = match (further, below) {
            (0, 0) => None,
            (0, below) => Some(tongue.at_new_touchpoints(below)),
            (further, 0) => Some(tongue.at_touchpoints(further)),
            (further, below) => Some(tongue.and_at_new(below, &tongue.at_touchpoints(further))),
        };
        let worst = self.worst();
        let further = places.zip(worst).map(|(places, worst)| {
            let is_only = further + below == 1;
            tongue.further_below(&if is_only { worst } else { tongue.most_of_all(&places, &worst) })
        });
        self.joined([
            further,
            (closer > 0).then(|| tongue.closer(&tongue.at_touchpoints(closer))),
            (hopeless > 0).then(|| tongue.only_hope(hopeless)),
            (above > 0).then(|| tongue.new_above(above)),
        ])
    }

    fn worst(&self) -> Option<String> {
        let tongue = self.tongue;
        let (before, after) = worst_place(self.sides)?;
        let (place, gap) = (tongue.quote(after.title()), tongue.signed(after.gap()?));
        Some(match before {
            Some(before) => tongue.at_gap(&place, &tongue.signed(before.gap()?), &gap),
            None => tongue.at_new_gap(&place, &gap),
        })
    }

    pub(super) fn employees(&self) -> Option<String> {
        let places = |kind| self.of(kind).into_iter().map(|change| &change.address).collect::<HashSet<_>>().len();
        let (worse, better) = (places(Kind::EmployeeExperienceFell), places(Kind::EmployeeExperienceRose));
        self.joined([
            (worse > 0).then(|| self.tongue.employees_worse(worse)),
            (better > 0).then(|| self.tongue.employees_better(better)),
        ])
    }

    /// What is measured, which some believe before anything else.
    pub(super) fn measures(&self) -> Option<String> {
        let turned = [Kind::MeasureFell, Kind::MeasureRose].into_iter().flat_map(|kind| self.of(kind));
        let turned = turned.filter(|change| change.impact != Impact::Neutral).take(MOST_FIGURES);
        let told = turned.map(|change: &Change| change.message.trim_end_matches('.').to_owned());
        let told = told.reduce(|told, figure| self.tongue.also(&told, &figure));
        let gone = self.count(Kind::MeasureRemoved);
        self.joined([told, (gone > 0).then(|| self.tongue.measures_gone(gone))])
    }
}

fn is_better_lived(before: TouchpointRef<'_>, after: TouchpointRef<'_>) -> bool {
    let lived = |touchpoint: TouchpointRef<'_>| Some(on_scale(touchpoint.experience()?, touchpoint.map()));
    lived(before).zip(lived(after)).is_some_and(|(was, is)| is > was + SAME)
}
