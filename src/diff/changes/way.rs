//! The ways that customers take.

use super::words::{percent, quote};
use crate::diff::delta::{Delta, Sides, WayEnd, WayFact, WayWhat};
use crate::diff::inventory::Site;
use crate::diff::judge::{Draft, causes_after};
use crate::diff::{Change, Impact, Kind};
use crate::graph::Address;

pub(super) fn judge(sides: &Sides<'_>, delta: &Delta<'_, '_>, drafts: &mut Vec<Draft>) {
    for way in &delta.ways {
        let causes = causes_after(sides, Site::Touchpoint(way.after.index().0));
        drafts.push(Draft::caused_by(change(way), causes));
    }
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
    let of_all = |share: Option<f64>| {
        share.map_or_else(|| "some customers".to_owned(), |share| format!("{} of customers", percent(share)))
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
