//! Files from strangers, through the program: never a panic, a hang or memory without end; a clear message and the
//! right exit status; and no character that a terminal obeys.

#[path = "../common/mod.rs"]
mod common;
mod contents;
mod paths;
mod run;
mod terminal;
