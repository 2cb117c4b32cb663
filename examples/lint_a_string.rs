//! Lints a map that is built in memory, as a web form or an editor would.
//!
//! `cargo run --example lint_a_string`

use cxmap::lint::lint;
use cxmap::load_str;
use cxmap::rules::Policy;
use cxmap::source::LineIndex;

fn main() {
    let text = "\
cxmap: 1
title: I insure my car
phases:
  - title: Choose
    touchpoints:
      - title: I compare premiums online
        channel: website
        expectation: 4
        experience: 7
        next: i-sgin
      - title: I sign
";
    let loaded = load_str("form", text);
    let linted = lint(&loaded, jiff::civil::date(2026, 11, 21), &Policy::default());
    let lines = LineIndex::new(&linted.source.text);
    for finding in &linted.diagnostics {
        let at = lines.position(finding.primary.span.start);
        println!("line {}, column {}: {} ({})", at.line, at.column, finding.message, finding.rule);
        if let Some(help) = &finding.help {
            println!("    {help}");
        }
    }
}
