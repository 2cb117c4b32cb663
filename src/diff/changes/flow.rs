//! Consequences for the flow of customers: what is cut off, restored, at risk or secured.

use crate::diff::delta::{Delta, FlowFact, Obstacle, Reach, Sides};
use crate::diff::inventory::MomentItem;
use crate::diff::judge::Draft;
use crate::diff::{Change, Kind};
use crate::graph::Address;
use crate::tongue::Tongue;

pub(super) fn judge(sides: &Sides<'_>, delta: &Delta<'_, '_>, drafts: &mut Vec<Draft>) {
    for fact in &delta.flow {
        let cause = fact.cause.as_ref().map(|obstacle| (obstacle.kind, obstacle.address.clone()));
        drafts.push(Draft::caused_by(change(sides.tongue, fact), cause.into_iter().collect()));
    }
}

fn change(tongue: Tongue, fact: &FlowFact<'_, '_>) -> Change {
    let reason = reason(tongue, fact.cause.as_ref());
    let better = fact.is_better;
    let moment = |moment: &MomentItem<'_>| (moment.address(), tongue.quote(moment.title()));
    let count = |count: usize| Some(count);
    match &fact.what {
        Reach::End if better => Change::new(Kind::EndRestored, Address::End, tongue.end_restored(&reason)),
        Reach::End => Change::new(Kind::EndCutOff, Address::End, tongue.end_cut_off(&reason)),
        Reach::Touchpoint(touchpoint) => {
            let title = tongue.quote(touchpoint.title());
            let (kind, message) = if better {
                (Kind::TouchpointReachable, tongue.reachable(&title, &reason))
            } else {
                (Kind::TouchpointUnreachable, tongue.unreachable(&title, &reason))
            };
            Change::new(kind, touchpoint.address(), message)
        }
        Reach::Moment(item) => {
            let (address, title) = moment(item);
            let (kind, message) = if better {
                (Kind::MomentRestored, tongue.moment_restored(&title, &reason))
            } else {
                (Kind::MomentCutOff, tongue.moment_cut_off(&title, &reason))
            };
            Change::new(kind, address, message)
        }
        Reach::Ways(item, was, is) => {
            let (address, title) = moment(item);
            let (old, new) = (tongue.counted(*was), tongue.counted(*is));
            let (kind, message) = match (better, is) {
                (true, _) => (Kind::MomentSecured, tongue.moment_secured(&title, &new, &old, &reason)),
                (false, 1) => (Kind::MomentAtRisk, tongue.moment_last_way(&title, &old, &reason)),
                (false, _) => (Kind::MomentAtRisk, tongue.moment_at_risk(&title, &new, &old, &reason)),
            };
            Change::new(kind, address, message).values(count(*was), count(*is))
        }
        Reach::Promise(item) => {
            let (title, place) = (tongue.quote(item.title()), tongue.quote(item.touchpoint.title()));
            let (kind, message) = if better {
                (Kind::PromiseKept, tongue.promise_in_reach(&title, &place, &reason))
            } else {
                (Kind::PromiseBroken, tongue.promise_out_of_reach(&title, &place, &reason))
            };
            Change::new(kind, item.address.clone(), message)
        }
    }
}

/// `: “The branch” is closed.`, or only the full stop.
fn reason(tongue: Tongue, cause: Option<&Obstacle<'_>>) -> String {
    let touchpoint = cause.and_then(|cause| Some((cause.kind, tongue.quote(cause.touchpoint?.title()))));
    match touchpoint {
        Some((Kind::TouchpointClosed, title)) => tongue.closed_since(&title),
        Some((Kind::TouchpointReopened, title)) => tongue.open_since(&title),
        _ => ".".to_owned(),
    }
}
