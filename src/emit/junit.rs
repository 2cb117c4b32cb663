//! The XML of `JUnit`, which nearly every CI server shows: a suite a file, a failed case a finding.

use std::io::{self, Write};

use super::Emitter;
use super::entry::{Entry, File, files};
use crate::lint::Report;
use crate::text::printable;

/// The `JUnit` format.
#[derive(Debug, Clone, Copy)]
pub struct JUnit;

impl Emitter for JUnit {
    fn emit(&self, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        let files = files(report);
        let failures: usize = files.iter().map(|file| file.found().count()).sum();
        let cases: usize = files.iter().map(cases).sum();
        writeln!(out, r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
        writeln!(out, r#"<testsuites name="cxmap" tests="{cases}" failures="{failures}" errors="0">"#)?;
        for file in &files {
            suite(file, out)?;
        }
        writeln!(out, "</testsuites>")
    }
}

/// How many cases a file has: one a finding, and one that passes where there is none.
fn cases(file: &File<'_>) -> usize {
    file.found().count().max(1)
}

fn suite(file: &File<'_>, out: &mut dyn Write) -> io::Result<()> {
    let (name, tests, failures) = (xml(&file.source.name), cases(file), file.found().count());
    writeln!(out, r#"  <testsuite name="{name}" tests="{tests}" failures="{failures}" errors="0" skipped="0">"#)?;
    if failures == 0 {
        writeln!(out, r#"    <testcase name="no findings" classname="{name}" file="{name}"/>"#)?;
    }
    for entry in file.found() {
        let (rule, line, case) = (entry.finding.rule, entry.region.start.line, xml(&case(entry)));
        let message = xml(&entry.finding.message);
        writeln!(out, r#"    <testcase name="{case}" classname="{name}" file="{name}" line="{line}">"#)?;
        writeln!(
            out,
            r#"      <failure type="{rule}" message="{message}">{}</failure>"#,
            xml_lines(&details(file, entry))
        )?;
        writeln!(out, "    </testcase>")?;
    }
    writeln!(out, "  </testsuite>")
}

/// The name of a case: servers follow it from run to run, and show one case where two have the same.
fn case(entry: &Entry<'_>) -> String {
    let finding = entry.finding;
    let address = finding.address.as_ref().map(|address| format!(" at {address}")).unwrap_or_default();
    let subject = if finding.subject.is_empty() { String::new() } else { format!(", {}", finding.subject) };
    let count = if entry.count == 1 { String::new() } else { format!(" ({})", entry.count) };
    format!("{}{address}{subject}{count}", finding.rule)
}

/// What the finding says, a line each for itself, its other places and what to do.
fn details(file: &File<'_>, entry: &Entry<'_>) -> Vec<String> {
    let finding = entry.finding;
    let name = &file.source.name;
    let at = entry.region.start;
    let first =
        format!("{name}:{}:{}: {}[{}]: {}", at.line, at.column, finding.level.as_str(), finding.rule, finding.message);
    let related = finding.related.iter().map(|label| {
        let at = file.region(label.span).start;
        format!("{name}:{}:{}: {}", at.line, at.column, label.text)
    });
    let help = finding.help.iter().map(|help| format!("help: {help}"));
    std::iter::once(first).chain(related).chain(help).collect()
}

fn xml_lines(lines: &[String]) -> String {
    lines.iter().map(|line| xml(line)).collect::<Vec<_>>().join("\n")
}

/// A text on one line, for an attribute in double quotes or between tags. Source: XML 1.0, 2.2: characters that it has
/// no way to hold are shown as escapes or left out.
fn xml(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 8);
    for c in printable(text).chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => {}
            _ => safe.push(c),
        }
    }
    safe
}
