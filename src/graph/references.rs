//! What the references of a file name: touchpoints and channels, by their ids.

use std::collections::HashMap;

use super::{Map, TouchpointIndex, TouchpointRef, slug};
use crate::model::{Channel, Id, Journey};
use crate::source::Located;

/// The touchpoints by their ids without accents; none where several share one.
#[derive(Debug)]
pub(super) struct Unaccented(HashMap<String, Option<TouchpointIndex>>);

impl Unaccented {
    fn of(map: &Map) -> Self {
        let mut all = HashMap::with_capacity(map.by_id.len());
        let is_first = |found: &TouchpointRef<'_>| map.by_id.get(found.id()) == Some(&found.index());
        for touchpoint in map.touchpoints().filter(is_first) {
            let only = all.entry(Id::unaccented(touchpoint.id()));
            only.and_modify(|only| *only = None).or_insert(Some(touchpoint.index()));
        }
        Self(all)
    }
}

impl Map {
    /// The touchpoint that a reference names: by its id, or by a text of which the id is the slug; accents may be left out
    /// where that names one touchpoint only. Where two share an id, the first.
    #[must_use]
    pub fn find(&self, reference: &str) -> Option<TouchpointRef<'_>> {
        let unaccented = |id: &str| {
            let all = self.unaccented.get_or_init(|| Unaccented::of(self));
            all.0.get(Id::unaccented(id).as_str()).copied().flatten()
        };
        let by_slug = |id: String| self.by_id.get(&id).copied().or_else(|| unaccented(&id));
        let index = self.by_id.get(reference).copied().or_else(|| by_slug(slug(reference)?));
        index.map(|index| self.at(index))
    }

    /// The channel that a touchpoint names, if the map lists its channels.
    #[must_use]
    pub fn channel(&self, reference: &str) -> Option<&(Located<Id>, Channel)> {
        find_channel(&self.journey, reference)
    }
}

/// The channel that a reference names, in the ways in which one names a touchpoint.
pub(super) fn find_channel<'j>(journey: &'j Journey, reference: &str) -> Option<&'j (Located<Id>, Channel)> {
    let find = |name: &str| journey.channels.iter().find(|(id, _)| id.as_str() == name);
    find(reference).or_else(|| {
        let slug = slug(reference)?;
        find(&slug).or_else(|| {
            let unaccented = Id::unaccented(&slug);
            let mut found = journey.channels.iter().filter(|(id, _)| Id::unaccented(id.as_str()) == unaccented);
            found.next().filter(|_| found.next().is_none())
        })
    })
}

#[cfg(test)]
mod tests {
    use crate::graph::sample::whole;

    #[test]
    fn accents_may_be_left_out_where_one_is_meant() {
        let map = whole(
            "cxmap: 1\ntitle: T\nchannels: {téléphone: Téléphone}\nphases:\n  - title: P\n    touchpoints:\n      \
             - title: Je reçois l'argent\n      - title: Je paye\n      - title: Je payé\n      - title: Ça\n",
        );
        let found = |name: &str| map.find(name).map(|touchpoint| touchpoint.id().to_owned());
        for name in ["je-reçois-l-argent", "je-recois-l-argent", "Je recois l'argent", "JE REÇOIS L'ARGENT"] {
            assert_eq!(found(name).as_deref(), Some("je-reçois-l-argent"), "{name}");
        }
        assert_eq!(found("je-paye").as_deref(), Some("je-paye"));
        assert_eq!([found("je-pàye"), found("je recois")], [None, None], "one of two, and a part");
        assert_eq!(found("ca").as_deref(), Some("ça"));
        assert!(map.channel("telephone").is_some() && map.channel("tele").is_none());
    }
}
