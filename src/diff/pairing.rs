//! Which maps of two folders are the same journey.

use std::collections::HashMap;
use std::path::Path;

use crate::graph::Map;

/// A map, and its path from the folder that is compared.
pub type Placed<'m> = (&'m Path, &'m Map);

/// The journeys of two folders.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Pairing {
    /// The numbers of those that are the same, in the order of the after side.
    pub same: Vec<(usize, usize)>,
    /// The numbers of those that are on the after side only.
    pub added: Vec<usize>,
    /// The numbers of those that are on the before side only.
    pub removed: Vec<usize>,
}

/// Pairs the maps of two folders: by their written ids, then by path. Where several maps have one id, as the states of a
/// journey do, those of the same path go together, then those of the same file name, then the others as they come.
#[must_use]
pub fn pair(before: &[Placed<'_>], after: &[Placed<'_>]) -> Pairing {
    let id = |(_, map): &Placed<'_>| map.journey().id.as_ref().map(ToString::to_string);
    let path = |(path, _): &Placed<'_>| path.to_string_lossy().into_owned();
    let name = |(path, _): &Placed<'_>| path.file_name().map(|name| name.to_string_lossy().into_owned());
    let mut partner = vec![None; after.len()];
    let mut is_taken = vec![false; before.len()];
    let mut round = |key: &dyn Fn(&Placed<'_>) -> Option<String>| {
        let mut left: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, placed) in before.iter().enumerate().rev().filter(|(at, _)| !is_taken[*at]) {
            if let Some(key) = key(placed) {
                left.entry(key).or_default().push(at);
            }
        }
        for (placed, partner) in after.iter().zip(&mut partner).filter(|(_, partner)| partner.is_none()) {
            *partner = key(placed).and_then(|key| left.get_mut(&key)?.pop());
            if let Some(taken) = partner.and_then(|at: usize| is_taken.get_mut(at)) {
                *taken = true;
            }
        }
    };
    round(&|placed| Some(format!("{}\0{}", id(placed)?, path(placed))));
    round(&|placed| Some(format!("{}\0{}", id(placed)?, name(placed)?)));
    round(&id);
    round(&|placed| Some(path(placed)));
    Pairing {
        same: partner.iter().enumerate().filter_map(|(after, before)| Some(((*before)?, after))).collect(),
        added: partner.iter().enumerate().filter(|(_, before)| before.is_none()).map(|(at, _)| at).collect(),
        removed: is_taken.iter().enumerate().filter(|(_, taken)| !**taken).map(|(at, _)| at).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load_str;

    /// `a.yaml:x b.yaml`: files, and the ids that are written in them.
    fn pairs(before: &str, after: &str) -> String {
        let read = |files: &str| -> Vec<(String, Map)> {
            let maps = files.split_whitespace().filter_map(|file| {
                let (path, id) = file.split_once(':').unwrap_or((file, ""));
                let text = format!("cxmap: 1\nid: {id}\ntitle: t\nphases: [{{title: p}}]\n");
                Some((path.to_owned(), load_str(path, &text).map?))
            });
            maps.collect()
        };
        let (before, after) = (read(before), read(after));
        let placed = |maps: &'_ [(String, Map)]| -> Vec<(std::path::PathBuf, usize)> {
            maps.iter().enumerate().map(|(at, (path, _))| (path.into(), at)).collect()
        };
        let (old, new) = (placed(&before), placed(&after));
        let old: Vec<_> = old.iter().map(|(path, at)| (path.as_path(), &before[*at].1)).collect();
        let new: Vec<_> = new.iter().map(|(path, at)| (path.as_path(), &after[*at].1)).collect();
        let pairing = pair(&old, &new);
        let mut told: Vec<_> =
            pairing.same.iter().map(|(one, other)| format!("{}={}", before[*one].0, after[*other].0)).collect();
        told.extend(pairing.added.iter().map(|at| format!("+{}", after[*at].0)));
        told.extend(pairing.removed.iter().map(|at| format!("-{}", before[*at].0)));
        told.join(" ")
    }

    #[test]
    fn by_written_id_then_by_path() {
        assert_eq!(pairs("a b", "a c"), "a=a +c -b");
        assert_eq!(pairs("a:x b", "b c:x"), "b=b a=c");
        assert_eq!(pairs("a:x", "a:y b:x"), "a=b +a", "an id says more than a path");
        assert_eq!(pairs("a:x", "a:y"), "a=a", "another id, and no other map");
        assert_eq!(pairs("a", "a:y"), "a=a", "an id that was written out");
    }

    #[test]
    fn states_of_one_journey_share_an_id() {
        assert_eq!(pairs("j/a:x j/b:x", "j/a:x j/b:x"), "j/a=j/a j/b=j/b");
        assert_eq!(pairs("j/a:x j/b:x", "k/b:x k/a:x"), "j/b=k/b j/a=k/a");
        assert_eq!(pairs("j/a:x j/b:x", "j/b:x"), "j/b=j/b -j/a");
        assert_eq!(pairs("a:x b:x", "c:x d:x e:x"), "a=c b=d +e");
    }
}
