//! Everything in a map as one petgraph graph, for drawing and for programs: phases, touchpoints, friction points,
//! moments of truth and the exits, and what they have to do with each other.

use std::collections::HashSet;

use petgraph::graph::{DiGraph, NodeIndex};

use super::{Address, Map, PhaseRef, Place, TouchpointIndex, TouchpointRef};
use crate::model::{FrictionPoint, Reference};

/// A node of the graph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Its address.
    pub address: Address,
    /// What it stands for, by its place in the map.
    pub subject: Subject,
}

/// What a node stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// The phase of that number.
    Phase(usize),
    /// A touchpoint.
    Touchpoint(TouchpointIndex),
    /// A friction point: what it stands on, and its number there.
    FrictionPoint(Host, usize),
    /// The moment of truth at a touchpoint.
    MomentOfTruth(TouchpointIndex),
    /// The journey is completed.
    End,
    /// The customer gives up.
    Lost,
}

/// What a friction point stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Host {
    /// The phase of that number.
    Phase(usize),
    /// A touchpoint.
    Touchpoint(TouchpointIndex),
}

/// What two nodes have to do with each other.
#[derive(Debug, Clone, PartialEq)]
pub enum Edge {
    /// A phase contains a touchpoint.
    Contains,
    /// A touchpoint leads to a touchpoint or exit, as written: statuses play no part.
    LeadsTo {
        /// The condition under which customers take the way.
        when: Option<String>,
        /// The percentage (0–100) of customers who take it.
        share: Option<f64>,
    },
    /// A friction point hinders customers at a touchpoint or throughout a phase.
    Hinders,
    /// A moment of truth is at a touchpoint.
    IsAt,
    /// A touchpoint is replaced by another while it is closed.
    IsReplacedBy,
    /// A promise, made at a touchpoint, is kept at another or the same.
    Promises(Address),
}

/// The graph.
#[derive(Debug)]
pub struct Network {
    graph: DiGraph<Node, Edge>,
    phases: Vec<NodeIndex>,
    touchpoints: Vec<NodeIndex>,
    end: NodeIndex,
    lost: NodeIndex,
}

impl Network {
    /// The graph: the exits, the phases each followed by its touchpoints, then friction points and moments of truth, in
    /// the order of the file. What names nothing has no edge.
    #[must_use]
    pub fn graph(&self) -> &DiGraph<Node, Edge> {
        &self.graph
    }

    /// The node of the phase of that number, if the map has it.
    #[must_use]
    pub fn phase(&self, index: usize) -> Option<NodeIndex> {
        self.phases.get(index).copied()
    }

    /// The node of a touchpoint or exit, if the map has it.
    #[must_use]
    pub fn place(&self, place: Place) -> Option<NodeIndex> {
        match place {
            Place::Touchpoint(touchpoint) => self.touchpoints.get(touchpoint.0).copied(),
            Place::End => Some(self.end),
            Place::Lost => Some(self.lost),
        }
    }

    pub(super) fn of(map: &Map) -> Self {
        let mut graph = DiGraph::new();
        let end = graph.add_node(Node { address: Address::End, subject: Subject::End });
        let lost = graph.add_node(Node { address: Address::Lost, subject: Subject::Lost });
        let mut network = Self { graph, phases: Vec::new(), touchpoints: Vec::new(), end, lost };
        for phase in map.phases() {
            network.add_phase(phase);
        }
        for phase in map.phases() {
            let host = (Host::Phase(phase.index()), network.phases[phase.index()]);
            network.add_friction(map, host, phase.friction_points());
            for touchpoint in phase.touchpoints() {
                network.add_contents(touchpoint);
            }
        }
        network
    }

    fn add_phase(&mut self, phase: PhaseRef<'_>) {
        let node = self.graph.add_node(Node { address: phase.address(), subject: Subject::Phase(phase.index()) });
        self.phases.push(node);
        for touchpoint in phase.touchpoints() {
            let subject = Subject::Touchpoint(touchpoint.index());
            let at = self.graph.add_node(Node { address: touchpoint.address(), subject });
            self.touchpoints.push(at);
            self.graph.add_edge(node, at, Edge::Contains);
        }
    }

    fn add_contents(&mut self, touchpoint: TouchpointRef<'_>) {
        let (map, index) = (touchpoint.map(), touchpoint.index());
        let node = self.touchpoints[index.0];
        for way in map.flow().declared().ways(index) {
            let when = way.written.and_then(|written| touchpoint.body().next[written].when.as_ref());
            let leads_to = Edge::LeadsTo { when: when.map(ToString::to_string), share: way.share };
            if let Some(to) = self.place(way.to) {
                self.graph.add_edge(node, to, leads_to);
            }
        }
        for replacement in self.named(map, &touchpoint.body().replaced_by) {
            self.graph.add_edge(node, replacement, Edge::IsReplacedBy);
        }
        for (address, promise) in touchpoint.promises() {
            if let Some(kept_at) = touchpoint.kept_at(promise) {
                self.graph.add_edge(node, self.touchpoints[kept_at.index().0], Edge::Promises(address));
            }
        }
        self.add_friction(map, (Host::Touchpoint(index), node), touchpoint.friction_points());
        if let Some((address, _)) = touchpoint.moment_of_truth() {
            let moment = self.graph.add_node(Node { address, subject: Subject::MomentOfTruth(index) });
            self.graph.add_edge(moment, node, Edge::IsAt);
        }
    }

    fn add_friction<'m>(
        &mut self,
        map: &Map,
        (host, node): (Host, NodeIndex),
        points: impl Iterator<Item = (Address, &'m FrictionPoint)>,
    ) {
        for (at, (address, point)) in points.enumerate() {
            let friction = self.graph.add_node(Node { address, subject: Subject::FrictionPoint(host, at) });
            self.graph.add_edge(friction, node, Edge::Hinders);
            for hindered in self.named(map, &point.also_at).into_iter().filter(|&hindered| hindered != node) {
                self.graph.add_edge(friction, hindered, Edge::Hinders);
            }
        }
    }

    /// The nodes of the touchpoints that references name, each once.
    fn named(&self, map: &Map, references: &[Reference]) -> Vec<NodeIndex> {
        let mut seen = HashSet::new();
        let found = references.iter().filter_map(|reference| map.find(reference));
        found.map(|touchpoint| self.touchpoints[touchpoint.index().0]).filter(|&node| seen.insert(node)).collect()
    }
}

#[cfg(test)]
mod tests {
    use petgraph::visit::EdgeRef;

    use super::*;
    use crate::graph::sample::whole;

    #[test]
    fn everything_is_in_the_graph_with_what_it_has_to_do_with_the_rest() {
        let map = whole(
            "cxmap: 1
title: t
phases:
  - title: Buy
    friction_points: [{title: Rain, also_at: [use]}]
    touchpoints:
      - title: Pay
        replaced_by: [use, use, ghost]
        friction_points: [{title: Queue, also_at: [pay, use, ghost]}]
        moment_of_truth: I decide
        promises: [Receipt, {title: Soon, kept_at: use}, {title: Never, kept_at: ghost}]
        next: [{to: use, share: 90%, when: in stock}, {to: lost, share: 10%}]
  - title: After
    touchpoints:
      - title: Use
",
        );
        let graph = map.network().graph();
        let nodes: Vec<_> = graph.node_weights().map(|node| node.address.to_string()).collect();
        assert_eq!(
            nodes,
            [
                "exit:end",
                "exit:lost",
                "phase:buy",
                "touchpoint:pay",
                "phase:after",
                "touchpoint:use",
                "friction:phase:buy/rain",
                "friction:pay/queue",
                "moment:pay"
            ]
        );
        let edge = |edge: &Edge| match edge {
            Edge::LeadsTo { when, share } => format!("leads to {when:?} {share:?}"),
            Edge::Promises(address) => address.to_string(),
            other => format!("{other:?}"),
        };
        let edges: Vec<_> = graph
            .edge_references()
            .map(|it| format!("{} {} {}", nodes[it.source().index()], edge(it.weight()), nodes[it.target().index()]))
            .collect();
        assert_eq!(
            edges,
            [
                "phase:buy Contains touchpoint:pay",
                "phase:after Contains touchpoint:use",
                "friction:phase:buy/rain Hinders phase:buy",
                "friction:phase:buy/rain Hinders touchpoint:use",
                "touchpoint:pay leads to Some(\"in stock\") Some(90.0) touchpoint:use",
                "touchpoint:pay leads to None Some(10.0) exit:lost",
                "touchpoint:pay IsReplacedBy touchpoint:use",
                "touchpoint:pay promise:pay/receipt touchpoint:pay",
                "touchpoint:pay promise:pay/soon touchpoint:use",
                "friction:pay/queue Hinders touchpoint:pay",
                "friction:pay/queue Hinders touchpoint:use",
                "moment:pay IsAt touchpoint:pay",
                "touchpoint:use leads to None None exit:end",
            ]
        );
        let network = map.network();
        let of = |place| network.place(place).map(|node| graph[node].subject);
        assert_eq!(of(Place::Touchpoint(TouchpointIndex(1))), Some(Subject::Touchpoint(TouchpointIndex(1))));
        assert_eq!((of(Place::Lost), of(Place::Touchpoint(TouchpointIndex(2)))), (Some(Subject::Lost), None));
        assert_eq!(network.phase(1).map(|node| graph[node].subject), Some(Subject::Phase(1)));
        let moment = network.graph().node_weights().last().map(|node| node.subject);
        assert_eq!(moment, Some(Subject::MomentOfTruth(TouchpointIndex(0))));
        assert_eq!(graph[NodeIndex::new(7)].subject, Subject::FrictionPoint(Host::Touchpoint(TouchpointIndex(0)), 0));
    }
}
