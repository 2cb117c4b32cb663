//! The `cxmap` command.

fn main() {}
