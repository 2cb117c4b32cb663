//! What could not be read is neither gone nor new: facts that rest on a mistake in a file are left out.

use super::{Delta, Fact, Sides};
use crate::diff::inventory::{Inventory, Site};
use crate::diff::matching::Pairs;

/// Leaves out phases and touchpoints that are gone or new, where some of the other side could not be read.
pub(super) fn places<T, A>(sides: &Sides<'_>, facts: &mut Vec<Fact<T, A>>) {
    let is_whole = |side: &Inventory<'_>| side.map.journey().is_complete();
    let (before, after) = (is_whole(&sides.before), is_whole(&sides.after));
    facts.retain(|fact| match fact {
        Fact::Added(_) => before,
        Fact::Removed(_) => after,
        Fact::Changed { .. } | Fact::Merged { .. } | Fact::Split { .. } => true,
    });
}

/// Leaves out what is gone from, or new on, something whose list of such things could not be read on the other side.
pub(super) fn contents(sides: &Sides<'_>, delta: &mut Delta<'_, '_>) {
    fn sift<T, A>(sides: &Sides<'_>, facts: &mut Vec<Fact<T, A>>, field: &str, site: impl Fn(&T) -> Site) {
        facts.retain(|fact| match fact {
            Fact::Added(new) => {
                let counterpart = counterpart(sides, site(new), Pairs::before_of);
                !is_broken(&sides.before, counterpart, field)
            }
            Fact::Removed(old) => {
                let counterpart = counterpart(sides, site(old), Pairs::after_of);
                !is_broken(&sides.after, counterpart, field)
            }
            Fact::Changed { .. } | Fact::Merged { .. } | Fact::Split { .. } => true,
        });
    }
    sift(sides, &mut delta.friction, "friction_points", |friction| friction.site);
    sift(sides, &mut delta.promises, "promises", |promise| Site::Touchpoint(promise.touchpoint.index().0));
    sift(sides, &mut delta.moments, "moment_of_truth", |moment| Site::Touchpoint(moment.touchpoint.index().0));
    sift(sides, &mut delta.needs, "needs", |need| need.site);
    sift(sides, &mut delta.measures, "measures", |measure| measure.site);
    sift(sides, &mut delta.solutions, "solutions", |solution| solution.sites.first().copied().unwrap_or(Site::Map));
    delta.feedback.retain(|fact| {
        let at = Site::Touchpoint(fact.after.index().0);
        let old = counterpart(sides, at, Pairs::before_of);
        !is_broken(&sides.after, Some(at), "feedback") && !is_broken(&sides.before, old, "feedback")
    });
    delta.channels.retain(|fact| match fact {
        Fact::Added(_) => !sides.before.map.journey().broken.has("channels"),
        Fact::Removed(_) => !sides.after.map.journey().broken.has("channels"),
        Fact::Changed { .. } | Fact::Merged { .. } | Fact::Split { .. } => true,
    });
}

/// The same place on the other side, if it is there.
fn counterpart(sides: &Sides<'_>, site: Site, of: fn(&Pairs, usize) -> Option<usize>) -> Option<Site> {
    match site {
        Site::Map => Some(Site::Map),
        Site::Phase(at) => of(&sides.matching.phases, at).map(Site::Phase),
        Site::Touchpoint(at) => of(&sides.matching.touchpoints, at).map(Site::Touchpoint),
        Site::Friction(at) => of(&sides.matching.friction, at).map(Site::Friction),
    }
}

/// Whether a list on something could not be read; of what is not there, whether the map could not.
fn is_broken(all: &Inventory<'_>, site: Option<Site>, field: &str) -> bool {
    let journey = all.map.journey();
    match site {
        None => !journey.is_complete(),
        Some(Site::Map) => journey.broken.has(field) || journey.broken.has("persona") && field == "needs",
        Some(Site::Phase(at)) => journey.phases.get(at).is_some_and(|phase| phase.broken.has(field)),
        Some(Site::Touchpoint(at)) => {
            all.touchpoints.get(at).is_some_and(|touchpoint| touchpoint.body().broken.has(field))
        }
        Some(Site::Friction(at)) => all.friction.get(at).is_some_and(|friction| friction.body.broken.has(field)),
    }
}
