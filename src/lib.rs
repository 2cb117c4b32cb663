//! Customer journey maps as code.

pub mod diagnostic;
pub mod graph;
pub mod model;
pub mod render;
pub mod source;
pub mod text;
pub mod yaml;
