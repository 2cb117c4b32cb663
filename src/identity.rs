//! What a finding is known by from one run to the next: however a file is reformatted, reordered or reworded, the same
//! mistake keeps its identity.

use std::collections::HashMap;
use std::fmt;

use serde::{Serialize, Serializer};

use crate::diagnostic::{Diagnostic, shape};
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
        let same = Fnv::new(&file.source, finding);
        let count: &mut usize = counts.entry(same.0).or_default();
        *count += 1;
        let hash = if *count == 1 { same } else { same.field(&count.to_string()) };
        Identified { identity: Identity(hash.0), count: *count }
    };
    file.all().into_iter().map(identify).collect()
}

/// The hash FNV-1a in 128 bits: simple enough to be the same for ever. Source: Fowler, Noll and Vo.
#[derive(Clone, Copy)]
struct Fnv(u128);

impl Fnv {
    const BASIS: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;

    fn new(source: &Source, finding: &Diagnostic) -> Self {
        let address = finding.address.as_ref().map(ToString::to_string).unwrap_or_default();
        let fields = [finding.rule, &source.path, &address, &finding.subject];
        fields.into_iter().fold(Self(Self::BASIS), Self::field)
    }

    /// Takes in a text, and a byte that no text holds, so that `a` and `bc` differ from `ab` and `c`.
    fn field(self, text: &str) -> Self {
        self.bytes(text.as_bytes()).bytes(&[0xff])
    }

    fn bytes(self, bytes: &[u8]) -> Self {
        Self(bytes.iter().fold(self.0, |hash, byte| (hash ^ u128::from(*byte)).wrapping_mul(Self::PRIME)))
    }
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
    fn the_hash_is_that_of_the_test_vectors() {
        // From the authors' own tests.
        assert_eq!(Fnv(Fnv::BASIS).bytes(b"").0, 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d);
        assert_eq!(Fnv(Fnv::BASIS).bytes(b"a").0, 0xd228_cb69_6f1a_8caf_7891_2b70_4e4a_8964);
        assert_eq!(Fnv(Fnv::BASIS).bytes(b"foobar").0, 0x343e_1662_793c_64bf_6f0d_3597_ba44_6f18);
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
