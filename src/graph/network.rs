//! Everything in a map as one petgraph graph: phases, touchpoints, friction points, moments of truth and the exits.

use petgraph::graph::{DiGraph, NodeIndex};

use super::{Address, Map, PhaseRef, Place, TouchpointRef};
use crate::model::{FrictionPoint, MomentOfTruth, Promise};

/// A node of the graph.
#[derive(Debug, Clone)]
pub enum Node<'m> {
    /// A phase.
    Phase(PhaseRef<'m>),
    /// A touchpoint.
    Touchpoint(TouchpointRef<'m>),
    /// A friction point and its address.
    FrictionPoint(&'m FrictionPoint, Address),
    /// A moment of truth and where it is.
    MomentOfTruth(&'m MomentOfTruth, TouchpointRef<'m>),
    /// The journey is completed.
    End,
    /// The customer gives up.
    Lost,
}

/// What two nodes have to do with each other.
#[derive(Debug, Clone, PartialEq)]
pub enum Edge<'m> {
    /// A phase contains a touchpoint.
    Contains,
    /// From a touchpoint customers go to a touchpoint or exit: the declared ways.
    LeadsTo {
        /// The condition under which they take this way.
        when: Option<&'m str>,
        /// The percentage (0–100) of customers who take it.
        share: Option<f64>,
    },
    /// A friction point hinders a touchpoint or phase.
    Hinders,
    /// A moment of truth is at a touchpoint.
    IsAt,
    /// A touchpoint is replaced by another while it is closed.
    IsReplacedBy,
    /// A promise made at a touchpoint is kept at a touchpoint.
    IsKeptAt(&'m Promise, Address),
}

/// The graph. Nodes are in the order of the file, the exits last; what names nothing has no edge.
#[derive(Debug)]
pub struct Network<'m>(pub DiGraph<Node<'m>, Edge<'m>>);

impl Node<'_> {
    /// The node's address.
    #[must_use]
    pub fn address(&self) -> Address {
        match self {
            Self::Phase(phase) => phase.address(),
            Self::Touchpoint(touchpoint) => touchpoint.address(),
            Self::FrictionPoint(_, address) => address.clone(),
            Self::MomentOfTruth(_, touchpoint) => {
                Address::Moment(touchpoint.moment_id().unwrap_or_default().to_owned())
            }
            Self::End => Address::End,
            Self::Lost => Address::Lost,
        }
    }

    /// What kind of node it is, in one word of the format.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Phase(_) => "phase",
            Self::Touchpoint(_) => "touchpoint",
            Self::FrictionPoint(..) => "friction_point",
            Self::MomentOfTruth(..) => "moment_of_truth",
            Self::End | Self::Lost => "exit",
        }
    }

    /// What it is called: its title; without one its id, for a moment of truth its touchpoint's title.
    #[must_use]
    pub fn title(&self) -> &str {
        match self {
            Self::Phase(phase) => &phase.body().title,
            Self::Touchpoint(touchpoint) => &touchpoint.body().title,
            Self::FrictionPoint(point, _) => match (&point.title, &point.id) {
                (Some(title), _) => title,
                (None, id) => id.as_ref().map_or("", |id| id.as_str()),
            },
            Self::MomentOfTruth(moment, touchpoint) => moment.title.as_ref().unwrap_or(&touchpoint.body().title),
            Self::End => "end",
            Self::Lost => "lost",
        }
    }
}

impl Edge<'_> {
    /// What kind of edge it is.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Contains => "contains",
            Self::LeadsTo { .. } => "leads_to",
            Self::Hinders => "hinders",
            Self::IsAt => "is_at",
            Self::IsReplacedBy => "is_replaced_by",
            Self::IsKeptAt(..) => "is_kept_at",
        }
    }
}

impl<'m> Network<'m> {
    pub(super) fn of(map: &'m Map) -> Self {
        let mut draft = Draft { map, graph: DiGraph::new(), touchpoints: Vec::new() };
        let mut friction = Vec::new();
        for phase in map.phases() {
            let node = draft.graph.add_node(Node::Phase(phase));
            draft.friction(node, phase.friction_points(), &mut friction);
            for touchpoint in phase.touchpoints() {
                draft.touchpoint(node, touchpoint, &mut friction);
            }
        }
        for (node, point) in friction {
            draft.also_at(node, point);
        }
        let (end, lost) = (draft.graph.add_node(Node::End), draft.graph.add_node(Node::Lost));
        for touchpoint in map.touchpoints() {
            draft.edges_of(touchpoint, end, lost);
        }
        Self(draft.graph)
    }
}

/// A graph in the making.
struct Draft<'m> {
    map: &'m Map,
    graph: DiGraph<Node<'m>, Edge<'m>>,
    /// The nodes of the touchpoints by their numbers.
    touchpoints: Vec<NodeIndex>,
}

impl<'m> Draft<'m> {
    fn touchpoint(
        &mut self,
        phase: NodeIndex,
        touchpoint: TouchpointRef<'m>,
        friction: &mut Vec<(NodeIndex, &'m FrictionPoint)>,
    ) {
        let node = self.graph.add_node(Node::Touchpoint(touchpoint));
        self.touchpoints.push(node);
        self.graph.add_edge(phase, node, Edge::Contains);
        if let Some(moment) = &touchpoint.body().moment_of_truth {
            let moment = self.graph.add_node(Node::MomentOfTruth(moment, touchpoint));
            self.graph.add_edge(moment, node, Edge::IsAt);
        }
        self.friction(node, touchpoint.friction_points(), friction);
    }

    fn friction(
        &mut self,
        place: NodeIndex,
        points: impl Iterator<Item = (Address, &'m FrictionPoint)>,
        all: &mut Vec<(NodeIndex, &'m FrictionPoint)>,
    ) {
        for (address, point) in points {
            let node = self.graph.add_node(Node::FrictionPoint(point, address));
            self.graph.add_edge(node, place, Edge::Hinders);
            all.push((node, point));
        }
    }

    fn also_at(&mut self, node: NodeIndex, point: &FrictionPoint) {
        for place in point.also_at.iter().filter_map(|name| self.node(name)).collect::<Vec<_>>() {
            self.graph.update_edge(node, place, Edge::Hinders);
        }
    }

    fn edges_of(&mut self, touchpoint: TouchpointRef<'m>, end: NodeIndex, lost: NodeIndex) {
        let Some(&node) = self.touchpoints.get(touchpoint.index().0) else { return };
        let body = touchpoint.body();
        for way in self.map.flow().declared().ways(touchpoint.index()) {
            let to = match way.to {
                Place::Touchpoint(index) => self.touchpoints.get(index.0).copied(),
                Place::End => Some(end),
                Place::Lost => Some(lost),
            };
            let written = way.written.and_then(|written| body.next.get(written));
            let when = written.and_then(|way| way.when.as_ref()).map(|when| when.as_str());
            if let Some(to) = to {
                self.graph.add_edge(node, to, Edge::LeadsTo { when, share: way.share });
            }
        }
        for replacement in body.replaced_by.iter().filter_map(|name| self.node(name)).collect::<Vec<_>>() {
            self.graph.add_edge(node, replacement, Edge::IsReplacedBy);
        }
        for (address, promise) in touchpoint.promises() {
            let kept_at = touchpoint.kept_at(promise).and_then(|place| self.touchpoints.get(place.index().0));
            if let Some(kept_at) = kept_at {
                self.graph.add_edge(node, *kept_at, Edge::IsKeptAt(promise, address));
            }
        }
    }

    /// The node of the touchpoint that a reference names.
    fn node(&self, name: &str) -> Option<NodeIndex> {
        self.touchpoints.get(self.map.find(name)?.index().0).copied()
    }
}
