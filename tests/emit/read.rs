//! Reads every format back as its readers do.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use serde_json::Value;

/// What every format says of a finding, as far as it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub rule: String,
    pub level: String,
    pub path: String,
    pub line: usize,
    pub column: Option<usize>,
    /// The line and column behind it; the column is 0 where a format has none.
    pub end: Option<(usize, usize)>,
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

fn number(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}

/// The level that a format calls `name`.
fn level(name: &str) -> String {
    match name {
        "warning" | "minor" => "warn",
        "note" | "notice" => "info",
        "major" => "error",
        same => same,
    }
    .into()
}

/// `path:line:col: level[rule]: message`
fn line(line: &str) -> Finding {
    let (place, rest) = line.split_once(": ").unwrap();
    let mut parts = place.rsplitn(3, ':');
    let column = parts.next().unwrap().parse().unwrap();
    let line = parts.next().unwrap().parse().unwrap();
    let (level, rest) = rest.split_once('[').unwrap();
    let (rule, _) = rest.split_once(']').unwrap();
    let path = parts.next().unwrap().into();
    Finding { rule: rule.into(), level: level.into(), path, line, column: Some(column), end: None }
}

pub fn concise(lines: &str) -> Vec<Finding> {
    lines.lines().map(line).collect()
}

pub fn json(page: &Value) -> Vec<Finding> {
    let finding = |finding: &Value| {
        let (start, end) = (&finding["span"]["start"], &finding["span"]["end"]);
        Finding {
            rule: text(&finding["rule"]),
            level: text(&finding["level"]),
            path: text(&finding["path"]),
            line: number(&start["line"]),
            column: Some(number(&start["column"])),
            end: Some((number(&end["line"]), number(&end["column"]))),
        }
    };
    page["diagnostics"].as_array().unwrap().iter().map(finding).collect()
}

pub fn sarif(log: &Value) -> Vec<Finding> {
    assert_eq!(log["runs"][0]["columnKind"], "unicodeCodePoints");
    let finding = |result: &Value| {
        let place = &result["locations"][0]["physicalLocation"];
        let region = &place["region"];
        Finding {
            rule: text(&result["ruleId"]),
            level: level(result["level"].as_str().unwrap()),
            path: text(&place["artifactLocation"]["uri"]),
            line: number(&region["startLine"]),
            column: Some(number(&region["startColumn"])),
            end: Some((number(&region["endLine"]), number(&region["endColumn"]))),
        }
    };
    log["runs"][0]["results"].as_array().unwrap().iter().map(finding).collect()
}

/// As GitHub's runner does: `::command key=value,…::message`.
pub fn github(commands: &str) -> Vec<Finding> {
    let finding = |command: &str| {
        let (head, _) = command.strip_prefix("::").unwrap().split_once("::").unwrap();
        let (command, properties) = head.split_once(' ').unwrap();
        let property = |name: &str| {
            let values = properties.split(',').filter_map(|property| property.split_once('='));
            let value = values.into_iter().find(|(key, _)| *key == name).unwrap().1;
            value.replace("%3A", ":").replace("%2C", ",").replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")
        };
        let number = |name: &str| property(name).parse().unwrap();
        Finding {
            rule: property("title"),
            level: level(command),
            path: property("file"),
            line: number("line"),
            column: Some(number("col")),
            end: Some((number("endLine"), number("endColumn"))),
        }
    };
    commands.lines().map(finding).collect()
}

pub fn gitlab(page: &Value) -> Vec<Finding> {
    let finding = |issue: &Value| {
        let lines = &issue["location"]["lines"];
        Finding {
            rule: text(&issue["check_name"]),
            level: level(issue["severity"].as_str().unwrap()),
            path: text(&issue["location"]["path"]),
            line: number(&lines["begin"]),
            column: None,
            end: Some((number(&lines["end"]), 0)),
        }
    };
    page.as_array().unwrap().iter().map(finding).collect()
}

pub fn junit(document: &roxmltree::Document<'_>) -> Vec<Finding> {
    let failures = document.descendants().filter(|node| node.has_tag_name("failure"));
    let finding = |failure: roxmltree::Node<'_, '_>| {
        let case = failure.parent().unwrap();
        let found = line(failure.text().unwrap().lines().next().unwrap());
        assert_eq!(failure.attribute("type"), Some(found.rule.as_str()));
        assert_eq!(case.attribute("classname"), Some(found.path.as_str()));
        assert_eq!(case.attribute("line"), Some(found.line.to_string().as_str()));
        found
    };
    failures.map(finding).collect()
}

/// The rows of the table. Anything but text, line breaks within a cell and emphasis is a failure.
pub fn markdown(page: &str) -> Vec<Finding> {
    let (mut rows, mut cells, mut cell, mut is_head) = (Vec::new(), Vec::new(), String::new(), false);
    for event in Parser::new_ext(page, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Start(Tag::TableHead) => is_head = true,
            Event::End(TagEnd::TableHead) => is_head = false,
            Event::Start(Tag::TableRow) => cells.clear(),
            Event::Start(Tag::TableCell) => cell.clear(),
            Event::Text(text) => cell.push_str(&text),
            Event::End(TagEnd::TableCell) => cells.push(cell.clone()),
            Event::End(TagEnd::TableRow) if !is_head => rows.push(cells.clone()),
            Event::InlineHtml(html) => assert_eq!(&*html, "<br>"),
            Event::Start(Tag::Table(_) | Tag::Heading { .. } | Tag::Emphasis)
            | Event::End(TagEnd::Table | TagEnd::Heading(_) | TagEnd::Emphasis | TagEnd::TableRow) => {}
            other => panic!("{other:?} in a summary"),
        }
    }
    let finding = |cells: &Vec<String>| {
        let [level, place, rule, _] = cells.as_slice() else { panic!("four cells: {cells:?}") };
        line(&format!("{place}: {level}[{rule}]: "))
    };
    rows.iter().map(finding).collect()
}
