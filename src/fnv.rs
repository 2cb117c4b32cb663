//! The hash by which things are recognised from run to run.

/// The hash FNV-1a in 128 bits: simple enough to be the same for ever. Source: Fowler, Noll and Vo.
#[derive(Clone, Copy)]
pub struct Fnv(pub u128);

impl Fnv {
    const BASIS: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;

    /// Of texts in their order.
    pub fn of<'t>(texts: impl IntoIterator<Item = &'t str>) -> Self {
        texts.into_iter().fold(Self(Self::BASIS), Self::field)
    }

    /// Takes in a text, and a byte that no text holds, so that `a` and `bc` differ from `ab` and `c`.
    pub fn field(self, text: &str) -> Self {
        self.bytes(text.as_bytes()).bytes(&[0xff])
    }

    fn bytes(self, bytes: &[u8]) -> Self {
        Self(bytes.iter().fold(self.0, |hash, byte| (hash ^ u128::from(*byte)).wrapping_mul(Self::PRIME)))
    }
}

#[cfg(test)]
mod tests {
    use super::Fnv;

    #[test]
    fn the_hash_is_that_of_the_test_vectors() {
        // From the authors' own tests.
        assert_eq!(Fnv(Fnv::BASIS).bytes(b"").0, 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d);
        assert_eq!(Fnv(Fnv::BASIS).bytes(b"a").0, 0xd228_cb69_6f1a_8caf_7891_2b70_4e4a_8964);
        assert_eq!(Fnv(Fnv::BASIS).bytes(b"foobar").0, 0x343e_1662_793c_64bf_6f0d_3597_ba44_6f18);
    }
}
