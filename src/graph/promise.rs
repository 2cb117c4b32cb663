//! Promises that closings break.

use super::{Address, Graph, Place, TouchpointIndex, TouchpointRef};
use crate::model::Promise;

/// A promise that closings break: as declared, customers get from where it is made to where it is kept; as things are,
/// they do not.
#[derive(Debug, Clone)]
pub struct BrokenPromise<'m> {
    /// `promise:T/P`
    pub address: Address,
    /// The fields of the file.
    pub promise: &'m Promise,
    /// The touchpoint where it is made.
    pub made_at: TouchpointRef<'m>,
    /// The touchpoint where it is kept.
    pub kept_at: TouchpointRef<'m>,
    /// Whether customers still hear it: then its author must reword it.
    pub is_still_made: bool,
}

impl<'m> TouchpointRef<'m> {
    /// The promises made here that closings break. Both ends of a promise move with the customer to what replaces a
    /// closed touchpoint.
    #[must_use]
    pub fn broken_promises(self) -> Vec<BrokenPromise<'m>> {
        let flow = self.map().flow();
        let at = self.index();
        if self.body().promises.is_empty()
            || !flow.declared().is_reached(Place::Touchpoint(at))
            || flow.may_live_anywhere(at)
        {
            return Vec::new();
        }
        let makers = flow.lives_at(at);
        let is_still_made = makers.iter().any(|maker| flow.open().is_reached(Place::Touchpoint(*maker)));
        let is_broken = |kept_at: TouchpointIndex| {
            if flow.may_live_anywhere(kept_at) || !(kept_at == at || leads(flow.declared(), at, kept_at)) {
                return false;
            }
            let keepers = flow.lives_at(kept_at);
            if makers.is_empty() {
                return !keepers.iter().any(|keeper| flow.open().is_reached(Place::Touchpoint(*keeper)));
            }
            let mut pairs = makers.iter().flat_map(|maker| keepers.iter().map(move |keeper| (*maker, *keeper)));
            !pairs.any(|(maker, keeper)| maker == keeper || leads(flow.open(), maker, keeper))
        };
        let promises = self.promises().filter_map(|(address, promise)| {
            let kept_at = self.kept_at(promise)?;
            let broken = BrokenPromise { address, promise, made_at: self, kept_at, is_still_made };
            is_broken(kept_at.index()).then_some(broken)
        });
        promises.collect()
    }
}

fn leads(graph: &Graph, from: TouchpointIndex, to: TouchpointIndex) -> bool {
    graph.leads_to(from, Place::Touchpoint(to))
}
