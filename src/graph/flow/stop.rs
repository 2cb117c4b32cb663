//! What the file says of a touchpoint's part in the flow, its references looked up.

use std::collections::HashSet;

use super::ways::{Place, Way, Ways};
use crate::graph::TouchpointRef;
use crate::model::Target;

/// How far the shares out of a touchpoint may be from 100% together.
const TOLERANCE: f64 = 1.0 + 1e-9;

/// One touchpoint's part in the flow.
#[derive(Debug)]
pub(super) struct Stop {
    pub closed: bool,
    pub optional: bool,
    pub way_in: bool,
    /// The ways as written.
    pub ways: Ways,
    /// `replaced_by`, without doubles.
    pub replaced_by: Ways,
}

impl Stop {
    pub(super) fn of(touchpoint: TouchpointRef<'_>) -> Self {
        Self {
            closed: touchpoint.is_closed(),
            optional: touchpoint.is_optional(),
            way_in: touchpoint.is_way_in(),
            ways: ways(touchpoint),
            replaced_by: replaced_by(touchpoint),
        }
    }

    /// Whether `replaced_by` is written, be it with a name of nothing.
    pub(super) fn is_replaced(&self) -> bool {
        self.replaced_by.anywhere || !self.replaced_by.certain.is_empty()
    }
}

fn ways(touchpoint: TouchpointRef<'_>) -> Ways {
    let following = || touchpoint.following().map_or(Place::End, |next| Place::Touchpoint(next.index()));
    let body = touchpoint.body();
    let anywhere = body.broken.has("next");
    if body.next.is_empty() && !anywhere {
        let only = Way { part: Some(1.0), ..Way::unknown(following()) };
        return Ways { certain: vec![only], anywhere };
    }
    let mut ways = Ways { certain: Vec::new(), anywhere };
    let shares: Vec<_> = body.next.iter().map(|way| way.share.map(|share| share.0)).collect();
    let parts = parts(&shares);
    for (written, way) in body.next.iter().enumerate() {
        let to = match &way.to.value {
            _ if way.broken.has("to") => None,
            Target::Next => Some(following()),
            Target::End => Some(Place::End),
            Target::Lost => Some(Place::Lost),
            Target::Touchpoint(name) => touchpoint.map().find(name).map(|found| Place::Touchpoint(found.index())),
        };
        match to {
            Some(to) => {
                ways.certain.push(Way { to, share: shares[written], written: Some(written), part: parts[written] });
            }
            None => ways.anywhere = true,
        }
    }
    ways
}

/// The part (0–1) of the customers that takes each of several ways: all of them where there is one, else by shares that
/// are all given and make 100% together, else unknown.
fn parts(shares: &[Option<f64>]) -> Vec<Option<f64>> {
    if shares.len() == 1 {
        return vec![Some(1.0)];
    }
    let total: Option<f64> = shares.iter().copied().sum();
    let total = total.filter(|total| (total - 100.0).abs() <= TOLERANCE);
    shares.iter().map(|share| Some((*share)? / total?)).collect()
}

/// The touchpoints that `replaced_by` names.
fn replaced_by(touchpoint: TouchpointRef<'_>) -> Ways {
    let body = touchpoint.body();
    let found: Vec<_> = body.replaced_by.iter().map(|name| touchpoint.map().find(name)).collect();
    let anywhere = body.broken.has("replaced_by") || found.iter().any(Option::is_none);
    let mut is_seen = HashSet::new();
    let places = found.into_iter().flatten().map(TouchpointRef::index).filter(|&index| is_seen.insert(index));
    Ways { certain: places.map(|index| Way::unknown(Place::Touchpoint(index))).collect(), anywhere }
}
