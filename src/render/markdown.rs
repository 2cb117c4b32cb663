//! The table as GitHub and GitLab show it, for change requests.

use super::content::{Column, Content, Friction, Row, decimal, name_of, particulars, signed, title};
use crate::graph::{Map, TouchpointRef};
use crate::text::markdown as escaped;

/// The map as a Markdown page: a heading, one table with a row a touchpoint, and what is notable about its flow. No text
/// of the map can become markup, HTML or a mention.
#[must_use]
pub fn markdown(map: &Map) -> String {
    let content = Content::of(map);
    let particulars: Vec<_> = particulars(map).iter().map(|text| escaped(text)).collect();
    let mut page = format!("# {}\n\n**{}**\n", escaped(title(map)), particulars.join(" · "));
    if !content.rows.is_empty() {
        page.push('\n');
        page.push_str(&grid(&content));
    }
    page.push_str(&list("Closed or limited", content.rows.iter().filter_map(restriction)));
    page.push_str(&list("Moments of truth", map.touchpoints().filter_map(moment)));
    page
}

fn grid(content: &Content<'_>) -> String {
    let mut grid = line(content.columns.iter().map(|column| column.title().to_owned()));
    grid.push_str(&line(content.columns.iter().map(|column| alignment(*column).to_owned())));
    for row in &content.rows {
        grid.push_str(&line(content.columns.iter().map(|column| cell(row, *column))));
    }
    grid
}

fn line(cells: impl Iterator<Item = String>) -> String {
    format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "))
}

const fn alignment(column: Column) -> &'static str {
    match column {
        Column::Expectation | Column::Experience | Column::Gap => "--:",
        _ => "---",
    }
}

fn cell(row: &Row<'_>, column: Column) -> String {
    let text = |text: Option<&str>| text.map(escaped).unwrap_or_default();
    let rating = |rating: Option<f64>| rating.map(decimal).unwrap_or_default();
    match column {
        Column::Phase => row.phase.map(|phase| format!("**{}**", escaped(phase))).unwrap_or_default(),
        Column::Touchpoint => touchpoint(row),
        Column::Channel => escaped(&row.channels.join(", ")),
        Column::Expectation => rating(row.expectation),
        Column::Experience => rating(row.experience),
        Column::Gap => row.gap.map(signed).unwrap_or_default(),
        Column::Friction => row.friction.iter().map(friction).collect::<Vec<_>>().join("<br>"),
        Column::Moment => text(row.moment),
        Column::Owner => text(row.owner),
    }
}

fn touchpoint(row: &Row<'_>) -> String {
    let Some(title) = row.touchpoint else { return "*no touchpoints*".into() };
    let mark = if row.moment.is_some() { "★ " } else { "" };
    let status = row.restriction().map(|status| format!(" *({status})*")).unwrap_or_default();
    format!("{mark}{}{status}", escaped(title))
}

fn friction(point: &Friction<'_>) -> String {
    format!("**{}**{}: {}", point.severity, point.qualities(), escaped(point.title))
}

/// What is closed or limited, why, and where customers go instead.
fn restriction(row: &Row<'_>) -> Option<String> {
    let status = row.restriction()?;
    let because = row.because.map(|because| format!(" ({})", escaped(because))).unwrap_or_default();
    let instead =
        if row.instead.is_empty() { String::new() } else { format!(" → {}", escaped(&row.instead.join(", "))) };
    Some(format!("**{}**: {status}{because}{instead}", escaped(row.touchpoint?)))
}

/// A moment of truth, where it is, and why it decides.
fn moment(touchpoint: TouchpointRef<'_>) -> Option<String> {
    let moment = touchpoint.body().moment_of_truth.as_ref()?;
    let why = moment.why.as_ref().map(|why| format!(": {}", escaped(why))).unwrap_or_default();
    let name = escaped(moment.title.as_ref().unwrap_or(&touchpoint.body().title));
    Some(format!("★ **{name}**, at *{}*{why}", escaped(name_of(touchpoint))))
}

fn list(heading: &str, items: impl Iterator<Item = String>) -> String {
    let items: Vec<_> = items.map(|item| format!("- {item}")).collect();
    if items.is_empty() { String::new() } else { format!("\n## {heading}\n\n{}\n", items.join("\n")) }
}
