//! The picture of a map: what stands where, that every text is there, and that no text can break it.

#[path = "../common/mod.rs"]
mod common;
mod curve;
mod flags;
mod flow;
mod gallery;
mod maps;
mod pairs;
mod places;
mod png;
mod svg;
mod texts;
mod themes;
