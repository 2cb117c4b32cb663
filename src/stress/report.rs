//! The answer for people and for programs.

mod each;
mod gist;
pub mod json;
pub mod markdown;
mod phrases;
mod sentences;
mod story;
pub mod text;
