//! The ways that customers take.

use super::words::{percent, quote};
use crate::diff::delta::{Delta, Sides, WayEnd, WayFact, WayWhat};
use crate::diff::inventory::Site;
use crate::diff::judge::{Draft, causes_after};
use crate::diff::{Change, Impact, Kind};
use crate::graph::Address;

pub(super) fn judge(sides: &Sides<'_>, delta: &Delta<'_, '_>, drafts: &mut Vec<Draft>) {
    for ways in delta.ways.chunk_by(|one, other| one.after.index() == other.after.index()) {
        let Some(first) = ways.iter().max_by(|one, other| weight(one).total_cmp(&weight(other))) else { continue };
        let main = (change(first).kind, address(first));
        for way in ways {
            let mut causes = causes_after(sides, Site::Touchpoint(way.after.index().0));
            if matches!(way.what, WayWhat::Share(..)) && !matches!(way.to, WayEnd::Lost) {
                causes.insert(0, main.clone());
            }
            drafts.push(Draft::caused_by(change(way), causes));
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

fn change(way: &WayFact<'_>) -> Change {
    let from = quote(&way.after.body().title);
    let gives_up = matches!(way.to, WayEnd::Lost);
    let worse_if = |more: bool| match (gives_up, more) {
        (false, _) => Impact::Neutral,
        (true, true) => Impact::Worse,
        (true, false) => Impact::Better,
    };
    let onward = match &way.to {
        WayEnd::Touchpoint(to) => format!("go on to {}", quote(&to.body().title)),
        WayEnd::End => "complete the journey".to_owned(),
        WayEnd::Lost => "give up".to_owned(),
    };
    let of_all = |share: Option<f64>| match share {
        None => "some customers".to_owned(),
        Some(share) if share >= 100.0 => "all customers".to_owned(),
        Some(share) => format!("{} of customers", percent(share)),
    };
    match way.what {
        WayWhat::Added(share) => {
            let message = format!("At {from}, {} now {onward}.", of_all(share));
            Change::new(Kind::WayAdded, address(way), message).values(None::<f64>, share).judged(worse_if(true))
        }
        WayWhat::Removed(share) => {
            let message = format!("At {from}, customers no longer {onward}.");
            Change::new(Kind::WayRemoved, address(way), message).values(share, None::<f64>).judged(worse_if(false))
        }
        WayWhat::Share(before, after) => {
            let was = before.map(percent).unwrap_or_default();
            let message = format!("At {from}, {} {onward}, instead of {was}.", of_all(after));
            Change::new(Kind::ShareChanged, address(way), message)
                .values(before, after)
                .judged(worse_if(after > before))
        }
    }
}

/// `way:A>B`, in the names of the side where the way is.
fn address(way: &WayFact<'_>) -> Address {
    let from = if matches!(way.what, WayWhat::Removed(_)) { way.before } else { way.after };
    let to = match &way.to {
        WayEnd::Touchpoint(to) => to.id(),
        WayEnd::End => "end",
        WayEnd::Lost => "lost",
    };
    Address::Way(from.id().to_owned(), to.to_owned())
}
