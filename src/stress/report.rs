//! The answer for people and for programs.

mod each;
pub mod json;
pub mod markdown;
mod phrases;
mod sentences;
mod story;
pub mod text;
