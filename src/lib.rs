//! Customer journey maps as code.
//!
//! ```text
//! path | - ─source→ text ─yaml→ located tree ─lower→ Journey + shape diagnostics ─graph→ Map
//! Map ─rules→ Diagnostics ─levels→ ─leave out what is known→ Report ─emit→ bytes
//! Diagnostics ─fix→ text
//! Map ─render→ bytes, of which sheets and diagrams come back:
//! bytes ─import→ Journey + notes ─yaml→ bytes
//! (Map, Map) ─diff: match→ Delta ─judge→ Changes ─report→ bytes
//! ```
//!
//! Text flows one way; each module knows only those before it in the picture. [`load_str`] reads a map, [`lint::lint`]
//! finds its mistakes, and [`graph::Map`] answers questions about the flow of customers.

#![deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::todo, clippy::exit)]
#![deny(clippy::print_stdout, clippy::print_stderr, clippy::dbg_macro)]

pub mod baseline;
pub mod config;
pub mod diagnostic;
pub mod diff;
pub mod edit;
pub mod emit;
pub mod facts;
pub mod fix;
mod fnv;
pub mod graph;
pub mod identity;
pub mod import;
pub mod lint;
mod load;
pub mod model;
pub mod render;
pub mod rules;
mod sheet;
pub mod source;
pub mod stress;
pub mod suppress;
pub mod text;
pub mod tongue;
pub mod yaml;

pub use load::{Loaded, load, load_str};
