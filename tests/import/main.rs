//! `cxmap import`: what becomes of other people's maps.

mod cli;
#[path = "../common/mod.rs"]
mod common;
mod examples;
mod hostile;
mod measures;
mod mermaid;
mod tables;
mod workbook;
