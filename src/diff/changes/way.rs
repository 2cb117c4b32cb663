//! The ways that customers take.

use crate::diff::delta::{Delta, Sides, WayEnd, WayFact, WayWhat};
use crate::diff::inventory::Site;
use crate::diff::judge::{Draft, causes_after};
use crate::diff::{Change, Impact, Kind};
use crate::tongue::Tongue;

pub(super) fn judge(sides: &Sides<'_>, delta: &Delta<'_, '_>, drafts: &mut Vec<Draft>) {
    for ways in delta.ways.chunk_by(|one, other| one.after.index() == other.after.index()) {
        let Some(first) = ways.iter().max_by(|one, other| weight(one).total_cmp(&weight(other))) else { continue };
        let main = (change(sides.tongue, first).kind, first.address());
        for way in ways {
            let mut causes = causes_after(sides, Site::Touchpoint(way.after.index().0));
            // Where some go elsewhere, others make room: one change.
            if !matches!(way.to, WayEnd::Lost) {
                causes.insert(0, main.clone());
            }
            drafts.push(Draft::caused_by(change(sides.tongue, way), causes));
        }
    }
}

/// Which way of a touchpoint the others make room for: giving up, then a way that came or went, then the largest shift.
fn weight(way: &WayFact<'_>) -> f64 {
    let shift = match way.what {
        WayWhat::Added(_) | WayWhat::Removed(_) => 1000.0,
        WayWhat::Share(before, after) => before.zip(after).map_or(0.0, |(before, after)| (after - before).abs()),
    };
    if matches!(way.to, WayEnd::Lost) { shift + 10_000.0 } else { shift }
}

fn change(tongue: Tongue, way: &WayFact<'_>) -> Change {
    let from = tongue.quote(way.after.title());
    let gives_up = matches!(way.to, WayEnd::Lost);
    let worse_if = |more: bool| match (gives_up, more) {
        (false, _) => Impact::Neutral,
        (true, true) => Impact::Worse,
        (true, false) => Impact::Better,
    };
    // Some are one part, all are many: languages differ in how they count them.
    let told = |share: Option<f64>| {
        let is_all = share.is_some_and(|share| share >= 100.0);
        let who = match share {
            _ if is_all => tongue.all_customers(),
            Some(share) => tongue.of_customers(&tongue.percentage(share)),
            None => tongue.some_customers(),
        };
        match (&way.to, is_all) {
            (WayEnd::Touchpoint(to), true) => tongue.go_on(&who, &tongue.quote(to.title())),
            (WayEnd::Touchpoint(to), false) => tongue.goes_on(&who, &tongue.quote(to.title())),
            (WayEnd::End, true) => tongue.complete(&who),
            (WayEnd::End, false) => tongue.completes(&who),
            (WayEnd::Lost, true) => tongue.give_up(&who),
            (WayEnd::Lost, false) => tongue.gives_up(&who),
        }
    };
    match way.what {
        WayWhat::Added(share) => {
            let message = tongue.way_added(&from, &told(share));
            Change::new(Kind::WayAdded, way.address(), message).values(None::<f64>, share).judged(worse_if(true))
        }
        WayWhat::Removed(share) => {
            let message = match &way.to {
                WayEnd::Touchpoint(to) => tongue.no_longer_goes_on(&from, &tongue.quote(to.title())),
                WayEnd::End => tongue.no_longer_completes(&from),
                WayEnd::Lost => tongue.no_longer_gives_up(&from),
            };
            Change::new(Kind::WayRemoved, way.address(), message).values(share, None::<f64>).judged(worse_if(false))
        }
        WayWhat::Share(before, after) => {
            let was = before.map(|share| tongue.percentage(share)).unwrap_or_default();
            let message = tongue.share_changed(&from, &told(after), &was);
            Change::new(Kind::ShareChanged, way.address(), message)
                .values(before, after)
                .judged(worse_if(after > before))
        }
    }
}
