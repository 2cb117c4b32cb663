//! What differs in moments of truth: what they are called, where they are lived, and how they turn out.

use super::{Fact, Sides, facts, on_scale, shortfall};
use crate::diff::inventory::MomentItem;
use crate::graph::TouchpointRef;

/// What can differ in a moment of truth.
#[derive(Debug, Clone)]
pub enum MomentAspect<'m> {
    /// The title.
    Title,
    /// It is at another touchpoint.
    Touchpoint,
    /// It moved with the customer, since its touchpoint closed or is open again: where it is lived now.
    Lived(Vec<TouchpointRef<'m>>),
    /// The act that proves the engagement.
    Commitment,
    /// How it turns out for customers.
    Outcome {
        /// Where it turned out worst.
        before: TouchpointRef<'m>,
        /// Where it turns out worst.
        after: TouchpointRef<'m>,
        /// Whether it is worse than it was.
        is_worse: bool,
    },
}

pub(super) fn moments<'a, 'm>(sides: &'a Sides<'m>) -> Vec<Fact<&'a MomentItem<'m>, MomentAspect<'m>>> {
    let touchpoints = &sides.matching.touchpoints;
    let is_linked =
        |before: TouchpointRef<'_>, after: TouchpointRef<'_>| touchpoints.are_linked(before.index().0, after.index().0);
    facts(
        &sides.matching.moments,
        |before| sides.before.moments.get(before),
        |after| sides.after.moments.get(after),
        |before, after, _| {
            let mut aspects = Vec::new();
            if before.body.title != after.body.title {
                aspects.push(MomentAspect::Title);
            }
            let (old, new) = (lived_at(before), lived_at(after));
            let is_elsewhere =
                !new.is_empty() && !old.is_empty() && before.touchpoint.is_closed() != after.touchpoint.is_closed();
            if !is_linked(before.touchpoint, after.touchpoint) {
                aspects.push(MomentAspect::Touchpoint);
            } else if is_elsewhere {
                aspects.push(MomentAspect::Lived(new.clone()));
            }
            if before.body.commitment != after.body.commitment {
                aspects.push(MomentAspect::Commitment);
            }
            aspects.extend(outcome(&old, &new));
            aspects
        },
    )
}

/// Where customers live a moment of truth: at its touchpoint, or where they go instead.
#[must_use]
pub fn lived_at<'m>(moment: &MomentItem<'m>) -> Vec<TouchpointRef<'m>> {
    let map = moment.touchpoint.map();
    map.flow().lives_at(moment.touchpoint.index()).into_iter().map(|at| map.at(at)).collect()
}

/// How a moment turns out counts where it turns out worst: by how far customers are left below what they expect, and
/// where that is the same, by what they get.
fn outcome<'m>(before: &[TouchpointRef<'m>], after: &[TouchpointRef<'m>]) -> Option<MomentAspect<'m>> {
    let (before, after) = (worst(before)?, worst(after)?);
    let deeper = shortfall(before).zip(shortfall(after)).map_or(0.0, |(old, new)| new - old);
    let got = |touchpoint: TouchpointRef<'_>| Some(on_scale(touchpoint.experience()?, touchpoint.map()));
    let less = got(before)? - got(after)?;
    let turn = if deeper.abs() > 1e-9 { deeper } else { less };
    (turn.abs() > 1e-9).then_some(MomentAspect::Outcome { before, after, is_worse: turn > 0.0 })
}

fn worst<'m>(places: &[TouchpointRef<'m>]) -> Option<TouchpointRef<'m>> {
    let rated = places.iter().filter_map(|place| {
        let got = on_scale(place.experience()?, place.map());
        Some((shortfall(*place).unwrap_or_default(), -got, *place))
    });
    let worst = rated.max_by(|one, other| one.0.total_cmp(&other.0).then(one.1.total_cmp(&other.1)));
    worst.map(|(.., place)| place)
}
