//! The table as GitHub and GitLab show it, for change requests.

use super::content::{Column, Content, Friction, Row, TableLabel, name_of, particulars, title, told_gap};
use super::labels::{Label, Tongue};
use crate::graph::{Map, TouchpointRef};
use crate::text::markdown as escaped;

/// The map as a Markdown page: a heading, one table with a row a touchpoint, and what is notable about its flow. No text
/// of the map can become markup, HTML or a mention. Labels are in `tongue`, by default in the language of the map.
#[must_use]
pub fn markdown(map: &Map, tongue: Option<Tongue>) -> String {
    let tongue = tongue.unwrap_or_else(|| Tongue::of(&map.journey().language().primary()));
    let content = Content::of(map);
    let particulars: Vec<_> = particulars(map, tongue).iter().map(|text| escaped(text)).collect();
    let mut page = format!("# {}\n\n**{}**\n", escaped(title(map)), particulars.join(" · "));
    if !content.rows.is_empty() {
        page.push('\n');
        page.push_str(&grid(&content, tongue));
    }
    let restrictions = content.rows.iter().filter_map(|row| restriction(row, tongue));
    page.push_str(&list(TableLabel::ClosedOrLimited.in_tongue(tongue), restrictions));
    let moments = map.touchpoints().filter_map(|touchpoint| moment(touchpoint, tongue));
    page.push_str(&list(Label::MomentsOfTruth.in_tongue(tongue), moments));
    page
}

fn grid(content: &Content<'_>, tongue: Tongue) -> String {
    let mut grid = line(content.columns.iter().map(|column| column.title(tongue).to_owned()));
    grid.push_str(&line(content.columns.iter().map(|column| alignment(*column).to_owned())));
    for row in &content.rows {
        grid.push_str(&line(content.columns.iter().map(|column| cell(row, *column, tongue))));
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

fn cell(row: &Row<'_>, column: Column, tongue: Tongue) -> String {
    let text = |text: Option<&str>| text.map(escaped).unwrap_or_default();
    let rating = |rating: Option<f64>| rating.map(|rating| tongue.number(rating)).unwrap_or_default();
    match column {
        Column::Phase => row.phase.map(|phase| format!("**{}**", escaped(phase))).unwrap_or_default(),
        Column::Touchpoint => touchpoint(row, tongue),
        Column::Channel => escaped(&row.channels.join(", ")),
        Column::Expectation => rating(row.expectation),
        Column::Experience => rating(row.experience),
        Column::Gap => row.gap.map(|gap| told_gap(gap, tongue)).unwrap_or_default(),
        Column::Friction => row.friction.iter().map(|point| friction(point, tongue)).collect::<Vec<_>>().join("<br>"),
        Column::Moment => text(row.moment),
        Column::Owner => text(row.owner),
    }
}

fn touchpoint(row: &Row<'_>, tongue: Tongue) -> String {
    let Some(title) = row.touchpoint else { return format!("*{}*", TableLabel::NoTouchpoints.in_tongue(tongue)) };
    let mark = if row.moment.is_some() { "★ " } else { "" };
    let status = row.restriction(tongue).map(|status| format!(" *({status})*")).unwrap_or_default();
    format!("{mark}{}{status}", escaped(title))
}

fn friction(point: &Friction<'_>, tongue: Tongue) -> String {
    tongue.named(&format!("**{}**{}", point.told_severity(tongue), point.qualities(tongue)), &escaped(point.title))
}

/// What is closed or limited, why, and where customers go instead.
fn restriction(row: &Row<'_>, tongue: Tongue) -> Option<String> {
    let status = row.restriction(tongue)?;
    let because = row.because.map(|because| format!(" ({})", escaped(because))).unwrap_or_default();
    let instead =
        if row.instead.is_empty() { String::new() } else { format!(" → {}", escaped(&row.instead.join(", "))) };
    let name = format!("**{}**", escaped(row.touchpoint?));
    Some(tongue.named(&name, &format!("{status}{because}{instead}")))
}

/// A moment of truth, where it is, and why it decides.
fn moment(touchpoint: TouchpointRef<'_>, tongue: Tongue) -> Option<String> {
    let moment = touchpoint.body().moment_of_truth.as_ref()?;
    let why = moment.why.as_ref().map(|why| tongue.named("", &escaped(why))).unwrap_or_default();
    let name = escaped(moment.title.as_ref().unwrap_or(&touchpoint.body().title));
    let at = TableLabel::MomentAt.in_tongue(tongue);
    Some(format!("★ **{name}**, {at} *{}*{why}", escaped(name_of(touchpoint))))
}

fn list(heading: &str, items: impl Iterator<Item = String>) -> String {
    let items: Vec<_> = items.map(|item| format!("- {item}")).collect();
    if items.is_empty() { String::new() } else { format!("\n## {heading}\n\n{}\n", items.join("\n")) }
}
