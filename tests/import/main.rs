//! `cxmap import`: what becomes of other people's maps.

mod cli;
#[path = "../common/mod.rs"]
mod common;
mod examples;
mod hostile;
#[path = "../invariants/maps.rs"]
mod maps;
mod measures;
mod mermaid;
mod round;
mod sheets;
mod tables;
mod workbook;
