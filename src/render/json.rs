//! The model and the graph for programs, in one JSON document.

use petgraph::visit::EdgeRef;
use serde::Serialize;

use crate::facts::{Facts, Total};
use crate::graph::{Address, Edge, Map, Network, TouchpointIndex};
use crate::model::{Availability, Duration, Journey, Number, Severity};
use crate::text::printable_json;

/// The map as JSON, version 1: the journey as its file has it, its graph, and what follows from both. What is unknown is
/// `null`; shares are percentages (0–100), durations as in the file.
///
/// # Errors
/// When the author's own `x-` keys hold what JSON cannot.
pub fn json(map: &Map) -> serde_json::Result<String> {
    let page =
        Page { version: 1, id: map.id(), journey: map.journey(), graph: graph(&map.network()), derived: derived(map) };
    let json = serde_json::to_string_pretty(&page)?;
    Ok(printable_json(&json).into_owned() + "\n")
}

#[derive(Serialize)]
struct Page<'m> {
    version: u8,
    id: &'m str,
    journey: &'m Journey,
    graph: GraphPart,
    derived: Derived,
}

#[derive(Serialize)]
struct GraphPart {
    nodes: Vec<NodePart>,
    edges: Vec<EdgePart>,
}

#[derive(Serialize)]
struct NodePart {
    address: Address,
    kind: &'static str,
    title: String,
}

#[derive(Serialize)]
struct EdgePart {
    kind: &'static str,
    from: Address,
    to: Address,
    #[serde(skip_serializing_if = "Option::is_none")]
    when: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    share: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    promise: Option<Address>,
}

#[derive(Serialize)]
struct Derived {
    touchpoints: Vec<TouchpointPart>,
    main_way: Option<Vec<Address>>,
    share_to_end: Vec<SharePart>,
    peak: Option<Address>,
    trough: Option<Address>,
    end: Option<Address>,
    channel_switches: Option<usize>,
    hand_offs: Option<usize>,
    effort: Option<TotalPart<Number>>,
    duration: Option<TotalPart<Duration>>,
    wait: Option<TotalPart<Duration>>,
    open_friction: Vec<FrictionPart>,
}

#[derive(Serialize)]
struct TouchpointPart {
    address: Address,
    phase: Address,
    availability: Availability,
    expectation: Option<Number>,
    experience: Option<Number>,
    gap: Option<Number>,
}

/// How many of those who come in here reach the end.
#[derive(Serialize)]
struct SharePart {
    from: Address,
    share: Option<Number>,
}

#[derive(Serialize)]
struct TotalPart<T> {
    sum: T,
    known: usize,
}

#[derive(Serialize)]
struct FrictionPart {
    severity: Severity,
    with_solution: usize,
    without_solution: usize,
}

fn graph(network: &Network<'_>) -> GraphPart {
    let Network(graph) = network;
    let node = |node| &graph[node];
    let nodes = graph.node_indices().map(node).map(|node| NodePart {
        address: node.address(),
        kind: node.kind(),
        title: node.title().to_owned(),
    });
    let edges = graph.edge_references().map(|edge| {
        let (mut when, mut share, mut promise) = (None, None, None);
        match edge.weight() {
            Edge::LeadsTo { when: condition, share: percentage } => {
                (when, share) = (condition.map(str::to_owned), percentage.map(Number));
            }
            Edge::IsKeptAt(_, address) => promise = Some(address.clone()),
            Edge::Contains | Edge::Hinders | Edge::IsAt | Edge::IsReplacedBy => {}
        }
        let (from, to) = (node(edge.source()).address(), node(edge.target()).address());
        EdgePart { kind: edge.weight().kind(), from, to, when, share, promise }
    });
    GraphPart { nodes: nodes.collect(), edges: edges.collect() }
}

fn derived(map: &Map) -> Derived {
    let facts = Facts::of(map);
    let flow = map.flow();
    let address = |index: TouchpointIndex| map.at(index).address();
    let touchpoints = map.touchpoints().map(|touchpoint| TouchpointPart {
        address: touchpoint.address(),
        phase: touchpoint.phase().address(),
        availability: touchpoint.availability(),
        expectation: touchpoint.expectation().map(Number),
        experience: touchpoint.experience().map(Number),
        gap: touchpoint.gap().map(Number),
    });
    let shares = flow
        .open()
        .ways_in()
        .iter()
        .map(|&way_in| SharePart { from: address(way_in), share: flow.share_to_end(way_in).map(Number) });
    let friction = facts.open_friction.iter().map(|open| FrictionPart {
        severity: open.severity,
        with_solution: open.with_solution,
        without_solution: open.without_solution.len(),
    });
    let time = |total: Total<Duration>| TotalPart { sum: total.sum, known: total.known };
    Derived {
        touchpoints: touchpoints.collect(),
        main_way: flow.main_way().map(|way| way.iter().copied().map(address).collect()),
        share_to_end: shares.collect(),
        peak: facts.peak.map(address),
        trough: facts.trough.map(address),
        end: facts.end.map(address),
        channel_switches: facts.channel_switches,
        hand_offs: facts.hand_offs,
        effort: facts.effort.map(|total| TotalPart { sum: Number(total.sum), known: total.known }),
        duration: facts.duration.map(time),
        wait: facts.wait.map(time),
        open_friction: friction.collect(),
    }
}
