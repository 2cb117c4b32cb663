//! The report: what a comparison says, for people and for programs.

