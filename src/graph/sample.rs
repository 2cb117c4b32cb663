//! Small maps for tests.

use super::{Map, Place, TouchpointIndex, TouchpointRef, Way};
use crate::model::lower::lower;

/// The map of one phase with these touchpoints, each a line of YAML such as `{title: a, next: [b, end]}`.
pub(super) fn map(touchpoints: &[&str]) -> Map {
    let list = touchpoints.join("\n      - ");
    whole(&format!("cxmap: 1\ntitle: t\nphases:\n  - title: p\n    touchpoints:\n      - {list}\n"))
}

/// The map of a whole file.
pub(super) fn whole(text: &str) -> Map {
    Map::new(lower(text).journey.unwrap_or_default(), "sample")
}

impl Map {
    /// The place of a name: the id of a touchpoint, `end` or `lost`.
    pub(super) fn place(&self, name: &str) -> Place {
        match name {
            "end" => Place::End,
            "lost" => Place::Lost,
            id => Place::Touchpoint(self.index(id)),
        }
    }

    /// The number of the touchpoint of that id; one that no map has where there is none.
    pub(super) fn index(&self, id: &str) -> TouchpointIndex {
        self.find(id).map_or(TouchpointIndex(usize::MAX), TouchpointRef::index)
    }

    /// The ids of touchpoints, for comparing.
    pub(super) fn ids(&self, touchpoints: &[TouchpointIndex]) -> String {
        touchpoints.iter().map(|&index| self.at(index).id()).collect::<Vec<_>>().join(" ")
    }

    /// Ways as text: `a@70 end`.
    pub(super) fn ways(&self, ways: &[Way]) -> String {
        let name = |way: &Way| {
            let to = match way.to {
                Place::Touchpoint(index) => self.at(index).id(),
                Place::End => "end",
                Place::Lost => "lost",
            };
            way.share.map_or_else(|| to.to_owned(), |share| format!("{to}@{share}"))
        };
        ways.iter().map(name).collect::<Vec<_>>().join(" ")
    }
}
