//! One graph of a map, or of a map and how it was before.

use std::collections::{BTreeMap, HashMap, HashSet};

use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;

use crate::graph::{Address, Edge, Map, Network, Node, PhaseRef, TouchpointIndex, TouchpointRef};
use crate::render::layout::{Pair, sections};
use crate::render::overlay::{Fate, Overlay};

/// What became of a node or an edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Nothing, or nothing is compared.
    Kept,
    /// It is new.
    New,
    /// It is otherwise.
    Changed,
    /// It is gone.
    Gone,
}

/// A graph, and what became of its nodes and edges, by their numbers.
pub struct Merged<'m> {
    pub graph: DiGraph<Node<'m>, Edge<'m>>,
    pub nodes: Vec<State>,
    pub edges: Vec<State>,
}

impl<'m> Merged<'m> {
    /// The graph of a map.
    pub fn plain(map: &'m Map) -> Self {
        let Network(graph) = map.network();
        let (nodes, edges) = (vec![State::Kept; graph.node_count()], vec![State::Kept; graph.edge_count()]);
        Self { graph, nodes, edges }
    }

    /// The graph of a map with everything that is gone from it.
    pub fn compared(map: &'m Map, overlay: &Overlay<'m>) -> Self {
        let (Network(now), Network(before)) = (map.network(), overlay.before.network());
        let mut merger = Merger {
            overlay,
            now: Side::of(&now),
            before: Side::of(&before),
            merged: Self { graph: DiGraph::new(), nodes: Vec::new(), edges: Vec::new() },
        };
        for section in sections(map, Some(overlay)) {
            let Pair { now, before } = section.phase;
            let part = |phase: PhaseRef<'_>| Part::Phase(phase.index());
            merger.add(Pair { now: now.map(part), before: before.map(part) });
            for Pair { now, before } in section.touchpoints {
                let part = |touchpoint: TouchpointRef<'_>| Part::Touchpoint(touchpoint.index());
                merger.add(Pair { now: now.map(part), before: before.map(part) });
            }
        }
        merger.add(Pair { now: Some(Part::Exits), before: None });
        merger.find_kept();
        merger.link()
    }
}

type Graph<'m> = DiGraph<Node<'m>, Edge<'m>>;

/// One of two graphs that become one.
struct Side<'g, 'm> {
    graph: &'g Graph<'m>,
    parts: BTreeMap<Part, Vec<NodeIndex>>,
    /// Where its nodes are in the merged graph.
    places: HashMap<NodeIndex, NodeIndex>,
}

/// Two graphs becoming one.
struct Merger<'g, 'm> {
    overlay: &'g Overlay<'m>,
    now: Side<'g, 'm>,
    before: Side<'g, 'm>,
    merged: Merged<'m>,
}

impl<'g, 'm> Side<'g, 'm> {
    fn of(graph: &'g Graph<'m>) -> Self {
        Self { graph, parts: parts(graph), places: HashMap::new() }
    }

    fn nodes(&self, part: Option<Part>) -> Vec<NodeIndex> {
        part.and_then(|part| self.parts.get(&part)).cloned().unwrap_or_default()
    }

    /// Its edges between places of the merged graph.
    fn edges(&self) -> Vec<(NodeIndex, NodeIndex, &'g Edge<'m>)> {
        let edges = self.graph.edge_references();
        edges
            .filter_map(|edge| {
                Some((*self.places.get(&edge.source())?, *self.places.get(&edge.target())?, edge.weight()))
            })
            .collect()
    }
}

impl<'m> Merger<'_, 'm> {
    /// Adds the nodes of a part, and those that are gone from what it was.
    fn add(&mut self, part: Pair<Part>) {
        for node in self.now.nodes(part.now) {
            let state = self.state(&self.now.graph[node]);
            let place = self.node(&self.now.graph[node], state);
            self.now.places.insert(node, place);
        }
        for node in self.before.nodes(part.before) {
            if is_gone(&self.before.graph[node], self.overlay) {
                let place = self.node(&self.before.graph[node], State::Gone);
                self.before.places.insert(node, place);
            }
        }
    }

    fn node(&mut self, node: &Node<'m>, state: State) -> NodeIndex {
        self.merged.nodes.push(state);
        self.merged.graph.add_node(node.clone())
    }

    fn state(&self, node: &Node<'_>) -> State {
        match self.overlay.marks.get(&node.address()) {
            Some(marks) if marks.iter().any(|mark| mark.is_new) => State::New,
            Some(_) => State::Changed,
            None => State::Kept,
        }
    }

    /// Finds the touchpoints and exits of before in what became of them.
    fn find_kept(&mut self) {
        for (&part, nodes) in &self.before.parts {
            let (now, most) = match part {
                Part::Phase(_) => continue,
                Part::Exits => (Part::Exits, nodes.len()),
                Part::Touchpoint(old) => match self.overlay.touchpoints.get(old.0) {
                    Some(Fate::Is(now) | Fate::IsPartOf(now)) => (Part::Touchpoint(*now), 1),
                    Some(Fate::Gone) | None => continue,
                },
            };
            for (old, now) in nodes.iter().zip(self.now.nodes(Some(now))).take(most) {
                if let Some(&place) = self.now.places.get(&now) {
                    self.before.places.insert(*old, place);
                }
            }
        }
    }

    /// Adds the edges: those that are, and those that are gone.
    fn link(mut self) -> Merged<'m> {
        let (edges, old) = (self.now.edges(), self.before.edges());
        let key = |&(source, target, edge): &(NodeIndex, NodeIndex, &Edge<'_>)| (source, target, edge.kind());
        let were: HashSet<_> = old.iter().map(key).collect();
        let are: HashSet<_> = edges.iter().map(key).collect();
        for edge in edges {
            let state = match edge.2 {
                Edge::LeadsTo { .. } if !were.contains(&key(&edge)) => State::New,
                Edge::LeadsTo { .. } if self.is_marked(edge.0, edge.1) => State::Changed,
                _ => State::Kept,
            };
            self.edge(edge, state);
        }
        for edge in old.into_iter().filter(|edge| !are.contains(&key(edge))) {
            self.edge(edge, State::Gone);
        }
        self.merged
    }

    fn edge(&mut self, (source, target, edge): (NodeIndex, NodeIndex, &Edge<'m>), state: State) {
        self.merged.edges.push(state);
        self.merged.graph.add_edge(source, target, edge.clone());
    }

    fn is_marked(&self, source: NodeIndex, target: NodeIndex) -> bool {
        let [source, target] = [source, target].map(|node| way_end(&self.merged.graph[node]));
        self.overlay.marks.contains_key(&Address::Way(source, target))
    }
}

/// The end of a way as its address has it.
pub fn way_end(node: &Node<'_>) -> String {
    match node {
        Node::Touchpoint(touchpoint) => touchpoint.id().to_owned(),
        other => other.title().to_owned(),
    }
}

/// What nodes belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Phase(usize),
    Touchpoint(TouchpointIndex),
    Exits,
}

/// The nodes of each part, itself first.
fn parts(graph: &DiGraph<Node<'_>, Edge<'_>>) -> BTreeMap<Part, Vec<NodeIndex>> {
    let mut parts: BTreeMap<Part, Vec<NodeIndex>> = BTreeMap::new();
    let mut part = Part::Exits;
    for index in graph.node_indices() {
        part = match &graph[index] {
            Node::Phase(phase) => Part::Phase(phase.index()),
            Node::Touchpoint(touchpoint) => Part::Touchpoint(touchpoint.index()),
            Node::End | Node::Lost => Part::Exits,
            Node::FrictionPoint(..) | Node::MomentOfTruth(..) => part,
        };
        parts.entry(part).or_default().push(index);
    }
    parts
}

fn is_gone(node: &Node<'_>, overlay: &Overlay<'_>) -> bool {
    match node {
        Node::Phase(phase) => matches!(overlay.phases.get(phase.index()), Some(Fate::Gone)),
        Node::Touchpoint(touchpoint) => matches!(overlay.touchpoints.get(touchpoint.index().0), Some(Fate::Gone)),
        Node::FrictionPoint(..) | Node::MomentOfTruth(..) => overlay.gone.contains_key(&node.address()),
        Node::End | Node::Lost => false,
    }
}
