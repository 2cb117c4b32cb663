//! The map as a Graphviz drawing: for those who want the graph.

mod merge;
mod node;
mod write;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use petgraph::Incoming;
use petgraph::graph::{DiGraph, EdgeReference, NodeIndex};
use petgraph::visit::EdgeRef;

use self::merge::{Merged, State, way_end};
use self::write::{Attributes, folded, quoted};
use super::content::{decimal, title};
use super::overlay::Overlay;
use crate::graph::{Address, Edge, Map, Node};
use crate::model::FrictionStatus;

/// The map as a graph in Graphviz's DOT language, from left to right: a cluster a phase with its touchpoints, moments of
/// truth and friction points that are not resolved; the declared ways with condition and share, those of the main way
/// in bold; what is closed is dashed. The exit `lost` is drawn if a way leads there. Ids are the addresses.
#[must_use]
pub fn dot(map: &Map) -> String {
    draw(map, Merged::plain(map), title(map))
}

/// A map and how it was before as one graph: what is new is green, what is otherwise amber, what is gone dashed and red,
/// and each says so in a word.
#[must_use]
pub fn dot_compared(map: &Map, overlay: &Overlay<'_>) -> String {
    let [before, after] = &overlay.names;
    draw(map, Merged::compared(map, overlay), &format!("{}: {before} → {after}", title(map)))
}

fn draw<'m>(map: &'m Map, merged: Merged<'m>, title: &str) -> String {
    let mut names = Names::default();
    let names = merged.graph.node_weights().map(|node| names.unique(&node.address())).collect();
    let Merged { graph, nodes, edges } = merged;
    let drawing = Drawing { graph, states: nodes, ways: edges, names, main_way: main_way(map) };
    let heading = Attributes::default().lines("label", &folded(title, 120)).text("tooltip", title);
    format!("digraph {} {{\n{HEAD}  graph {heading}\n{}{}}}\n", quoted(map.id()), drawing.nodes(), drawing.edges())
}

const HEAD: &str = r##"  graph [rankdir=LR, labelloc=t, fontsize=18, nodesep=0.25, ranksep=0.5, pad=0.3,
    fontname="Helvetica,Arial,sans-serif", fontcolor="#1f2d3d"]
  node [shape=box, style="rounded,filled", fillcolor="#ffffff", color="#5b6b7b", margin="0.14,0.07",
    fontname="Helvetica,Arial,sans-serif", fontsize=11, fontcolor="#1f2d3d"]
  edge [color="#7b8a99", arrowsize=0.7, fontname="Helvetica,Arial,sans-serif", fontsize=9, fontcolor="#44525f"]
"##;

struct Drawing<'m> {
    graph: DiGraph<Node<'m>, Edge<'m>>,
    /// What became of the nodes and of the edges, by their numbers.
    states: Vec<State>,
    ways: Vec<State>,
    /// The names of the nodes by their numbers.
    names: Vec<String>,
    /// The steps of the main way.
    main_way: BTreeSet<(Address, Address)>,
}

impl Drawing<'_> {
    fn nodes(&self) -> String {
        let drawn: Vec<_> = self.graph.node_indices().filter(|node| self.is_drawn(*node)).collect();
        let is_in_phase =
            |_: &NodeIndex, next: &NodeIndex| !matches!(self.graph[*next], Node::Phase(_) | Node::End | Node::Lost);
        drawn.chunk_by(is_in_phase).map(|part| self.part(part)).collect()
    }

    fn is_drawn(&self, node: NodeIndex) -> bool {
        match &self.graph[node] {
            Node::FrictionPoint(point, _) => point.status() != FrictionStatus::Resolved,
            Node::Lost => self.graph.edges_directed(node, Incoming).next().is_some(),
            _ => true,
        }
    }

    /// A phase and everything in it, or an exit.
    fn part(&self, nodes: &[NodeIndex]) -> String {
        let Some((&first, contents)) = nodes.split_first() else { return String::new() };
        let Node::Phase(phase) = &self.graph[first] else { return self.node(first) };
        let name = &self.names[first.index()];
        let frame = Attributes::default()
            .lines("label", &folded(&phase.body().title, 60))
            .text("tooltip", &phase.body().title)
            .text("id", name)
            .raw("fontsize", "13")
            .raw("style", "\"rounded,filled\"")
            .raw("fillcolor", "\"#f4f6f8\"")
            .raw("color", "\"#d5dce3\"");
        let mut text = format!("  subgraph {} {{\n    graph {frame}\n", quoted(&format!("cluster_{name}")));
        if contents.is_empty() {
            text.push_str(&self.node(first));
        }
        // What belongs to a touchpoint stands above and below it.
        for group in contents.chunk_by(|_, next| !matches!(self.graph[*next], Node::Touchpoint(_))) {
            let group: String = group.iter().map(|node| self.node(*node)).collect();
            let _ = write!(text, "    {{ rank=same\n{group}    }}\n");
        }
        text + "  }\n"
    }

    fn node(&self, node: NodeIndex) -> String {
        let name = &self.names[node.index()];
        let state = self.states.get(node.index()).copied().unwrap_or(State::Kept);
        let attributes = changed(node::attributes(&self.graph[node]).text("id", name), state);
        format!("    {} {attributes}\n", quoted(name))
    }

    fn edges(&self) -> String {
        let is_drawn = |edge: &EdgeReference<'_, _>| self.is_drawn(edge.source()) && self.is_drawn(edge.target());
        let drawn = self.graph.edge_references().filter(is_drawn);
        let mut ways = Names::default();
        drawn.filter_map(|edge| self.edge(edge, &mut ways)).collect()
    }

    fn edge(&self, edge: EdgeReference<'_, Edge<'_>>, ways: &mut Names) -> Option<String> {
        let (from, to) = (&self.graph[edge.source()], &self.graph[edge.target()]);
        let plain = Attributes::default();
        let attributes = match edge.weight() {
            Edge::LeadsTo { when, share } => {
                let id = ways.unique(&Address::Way(way_end(from), way_end(to)));
                let mut label = when.map(|when| folded(when, 22)).unwrap_or_default();
                label.extend(share.map(|share| format!("{}%", decimal(share))));
                let way = plain.lines("label", &label).text("id", &id);
                if self.main_way.contains(&(from.address(), to.address())) {
                    way.raw("penwidth", "2").raw("weight", "4").raw("color", "\"#2f4a66\"")
                } else {
                    way
                }
            }
            Edge::IsReplacedBy => plain.text("label", "instead").raw("style", "dashed").raw("constraint", "false"),
            Edge::IsAt | Edge::Hinders if matches!(to, Node::Touchpoint(_)) => {
                plain.raw("style", "dotted").raw("arrowhead", "none").raw("constraint", "false")
            }
            Edge::Contains | Edge::Hinders | Edge::IsAt | Edge::IsKeptAt(..) => return None,
        };
        let attributes = changed(attributes, self.ways.get(edge.id().index()).copied().unwrap_or(State::Kept));
        let (from, to) = (&self.names[edge.source().index()], &self.names[edge.target().index()]);
        Some(format!("  {} -> {} {attributes}\n", quoted(from), quoted(to)))
    }
}

/// What became of something, in colour, line and word.
fn changed(attributes: Attributes, state: State) -> Attributes {
    let (word, color) = match state {
        State::Kept => return attributes,
        State::New => ("new", "\"#186b48\""),
        State::Changed => ("changed", "\"#8a4b08\""),
        State::Gone => ("gone", "\"#b3261e\""),
    };
    let marked = attributes.text("xlabel", word).raw("color", color).raw("fontcolor", color).raw("penwidth", "2");
    if state == State::Gone { marked.raw("style", "dashed") } else { marked }
}

/// The steps of the main way, the last one to the exit.
fn main_way(map: &Map) -> BTreeSet<(Address, Address)> {
    let touchpoints = map.flow().main_way().unwrap_or_default().iter().map(|index| map.at(*index).address());
    let places: Vec<_> = touchpoints.chain([Address::End]).collect();
    places.iter().cloned().zip(places.iter().skip(1).cloned()).collect()
}

/// Names from addresses; where two things share an address, the later ones are numbered.
#[derive(Default)]
struct Names(BTreeMap<String, usize>);

impl Names {
    fn unique(&mut self, address: &Address) -> String {
        let name = address.to_string();
        let count = self.0.entry(name.clone()).or_default();
        *count += 1;
        if *count == 1 { name } else { format!("{name}#{count}") }
    }
}
