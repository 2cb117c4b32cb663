//! What `cxmap diff` finds, how it judges it, and how it tells it.

mod algebra;
mod cli;
mod common;
mod completeness;
mod formats;
mod kinds;
mod matching;
mod oracle;
mod pages;
mod report;
#[path = "../common/mod.rs"]
mod shared;
mod speed;
mod tricky;
