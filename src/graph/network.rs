//! Everything in a map as one petgraph graph: phases, touchpoints, friction points, moments of truth and the exits.

use petgraph::graph::DiGraph;

use super::{Address, Map};

/// A node of the graph.
#[derive(Debug, Clone)]
pub struct Node {
    /// Its address.
    pub address: Address,
}

/// What two nodes have to do with each other.
#[derive(Debug, Clone)]
pub enum Edge {}

/// The graph.
#[derive(Debug)]
pub struct Network(pub DiGraph<Node, Edge>);
impl Network {
    pub(super) fn of(_: &Map) -> Self {
        Self(DiGraph::new())
    }
}
