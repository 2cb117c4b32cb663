//! What a finding is known by from one run to the next: however a file is reformatted, reordered or reworded, the same
//! mistake keeps its identity.

use std::collections::HashMap;
use std::fmt;

use serde::{Serialize, Serializer};

use crate::diagnostic::{Diagnostic, shape};
use crate::fnv::Fnv;
use crate::lint::Linted;
use crate::model::{Misfit, Scalar};
use crate::source::Source;

/// What a finding is known by: its rule, the path of its file from the root of the repository, what in the map it speaks
/// of, and what in that. No line number and no words of a message are part of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Identity(u128);

/// The identity of a finding among those of its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Identified {
    /// What it is known by.
    pub identity: Identity,
    /// The how many-th it is of those that are the same in all that makes an identity, from 1. It is part of it.
    pub count: usize,
}

impl fmt::Display for Identity {
    /// Thirty-two hexadecimal digits.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:032x}", self.0)
    }
}

impl Scalar for Identity {
    const WANTED: &'static str = "what a finding is known by";

    fn parse(text: &str) -> Result<Self, Misfit> {
        let has_form = text.len() == 32 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        let identity = u128::from_str_radix(text, 16).ok().filter(|_| has_form);
        identity.map(Self).ok_or_else(|| Misfit {
            rule: shape::INVALID_VALUE,
            message: format!("`{text}` is not what a finding is known by: 32 digits from 0 to 9 and a to f"),
            help: Some("copy the `fingerprint` from `cxmap lint -f json`".into()),
            instead: None,
        })
    }

    fn schema() -> schemars::Schema {
        schemars::json_schema!({"type": "string", "pattern": "^[0-9a-f]{32}$"})
    }
}

impl Serialize for Identity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The identities of a file's findings, in the order of [`Linted::all`]. Those that are kept quiet have theirs as well:
/// what is the same is counted in the order of the text, whatever is hidden.
#[must_use]
pub fn identities(file: &Linted) -> Vec<Identified> {
    let mut counts = HashMap::new();
    let identify = |(finding, _): (&Diagnostic, _)| {
        let same = hash(&file.source, finding);
        let count: &mut usize = counts.entry(same.0).or_default();
        *count += 1;
        let hash = if *count == 1 { same } else { same.field(&count.to_string()) };
        Identified { identity: Identity(hash.0), count: *count }
    };
    file.all().into_iter().map(identify).collect()
}

fn hash(source: &Source, finding: &Diagnostic) -> Fnv {
    let address = finding.address.as_ref().map(ToString::to_string).unwrap_or_default();
    Fnv::of([finding.rule, &source.path, &address, &finding.subject])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::Address;
    use crate::source::Span;

    fn identities(path: &str, diagnostics: Vec<Diagnostic>) -> Vec<String> {
        let file = Linted::new(Source::new(path, ""), diagnostics);
        super::identities(&file).iter().map(|identified| identified.identity.to_string()).collect()
    }

    #[test]
    fn places_and_words_are_no_part_of_it() {
        let one = Diagnostic::new(shape::INVALID_VALUE, Span::new(1, 2), "one").subject("severity");
        let other = Diagnostic::new(shape::INVALID_VALUE, Span::new(7, 9), "other").subject("severity").help("do");
        assert_eq!(identities("a.yaml", vec![one]), identities("a.yaml", vec![other]));
    }

    #[test]
    fn rule_path_address_and_subject_are_part_of_it_and_the_rest_is_counted() {
        let finding = |rule| Diagnostic::new(rule, Span::new(0, 0), "m");
        let all = [
            identities("a.yaml", vec![finding(shape::INVALID_VALUE), finding(shape::INVALID_VALUE)]),
            identities("b.yaml", vec![finding(shape::INVALID_VALUE)]),
            identities("a.yaml", vec![finding(shape::WRONG_TYPE)]),
            identities("a.yaml", vec![finding(shape::INVALID_VALUE).about(Address::Map)]),
            identities("a.yaml", vec![finding(shape::INVALID_VALUE).subject("map")]),
        ]
        .concat();
        let mut distinct = all.clone();
        distinct.sort();
        distinct.dedup();
        assert_eq!((all.len(), distinct.len()), (6, 6));
        assert!(all.iter().all(|identity| identity.len() == 32));
    }
}
