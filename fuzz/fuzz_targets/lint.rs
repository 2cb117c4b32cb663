//! Any bytes through reading, every rule of the `governed` profile and every format.

#![no_main]

#[path = "../../tests/invariants/hold.rs"]
mod hold;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    hold::hold(bytes, cxmap::model::Profile::Governed);
});
