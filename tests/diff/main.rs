//! What `cxmap diff` finds, how it judges it, and how it tells it.

mod algebra;
mod common;
mod completeness;
mod kinds;
mod matching;
mod oracle;
mod pages;
mod report;
mod speed;
mod tricky;
