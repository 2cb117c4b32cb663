//! Where customers go from a touchpoint as things are: past what is closed, to what takes its place.

use super::Plan;
use crate::graph::{Address, Place, TouchpointRef, Way};

/// A way that customers take, or would take.
pub struct Route<'m> {
    /// Where it leads; for one that ends at something closed, there.
    pub to: Place,
    /// The way of the file that it comes from.
    pub address: Address,
    /// The percentage (0–100) of customers who take it, as far as the file gives it.
    pub share: Option<f64>,
    /// The condition under which they take it.
    pub when: Option<&'m str>,
    /// Whether the file names this place, and not only the order in it.
    pub is_written: bool,
    /// Whether it ends at something closed that nothing takes the place of.
    pub is_blocked: bool,
}

/// The ways out of a touchpoint in the order of the file. Out of a closed one there are none.
pub fn routes<'m>(plan: &Plan<'_>, touchpoint: TouchpointRef<'m>) -> Vec<Route<'m>> {
    if touchpoint.is_closed() {
        return Vec::new();
    }
    let (flow, at) = (plan.map.flow(), touchpoint.index());
    let mut routes = Vec::new();
    // The open ways are in the order of the declared ones that they come from.
    let mut open = flow.open().ways(at);
    for declared in flow.declared().ways(at) {
        let count = open.iter().take_while(|way| way.written == declared.written).count();
        let (led, rest) = open.split_at(count);
        open = rest;
        let when = declared.written.and_then(|written| touchpoint.body().next.get(written)?.when.as_ref());
        let route = |way: &Way, is_blocked| Route {
            to: way.to,
            address: address(plan, touchpoint, declared),
            share: way.share,
            when: when.map(|when| when.as_str()),
            is_written: declared.written.is_some() || way.to != declared.to,
            is_blocked,
        };
        routes.extend(led.iter().map(|way| route(way, false)));
        if led.is_empty() {
            routes.push(route(declared, true));
        }
    }
    routes
}

fn address(plan: &Plan<'_>, from: TouchpointRef<'_>, way: &Way) -> Address {
    let to = match way.to {
        Place::Touchpoint(to) => plan.map.at(to).id(),
        Place::End => "end",
        Place::Lost => "lost",
    };
    Address::Way(from.id().to_owned(), to.to_owned())
}
