//! `cxmap import`: what becomes of other people's maps.

#[path = "../common/mod.rs"]
mod common;
mod mermaid;
