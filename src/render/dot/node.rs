//! How the nodes of the drawing look: distinct shapes, restrained colours, and nothing said by colour alone.

use super::write::{Attributes, folded};
use crate::graph::{Node, TouchpointRef};
use crate::model::{Availability, FrictionPoint, FrictionStatus, MomentOfTruth, Severity};
use crate::render::content::{because, decimal, name_of, signed};

/// How wide a label is, in characters.
const WIDTH: u16 = 26;

/// The attributes of a node.
pub fn attributes(node: &Node<'_>) -> Attributes {
    match node {
        Node::Phase(_) => {
            Attributes::default().raw("shape", "plaintext").raw("style", "solid").text("label", "(no touchpoints)")
        }
        Node::Touchpoint(touchpoint) => touchpoint_box(*touchpoint),
        Node::FrictionPoint(point, _) => friction_note(point, node.title()),
        Node::MomentOfTruth(moment, _) => moment_hexagon(moment, node.title()),
        Node::End => exit("end", "#dff0e3", "#3f7d53"),
        Node::Lost => exit("lost", "#f5dedc", "#a3473d"),
    }
}

fn touchpoint_box(touchpoint: TouchpointRef<'_>) -> Attributes {
    let body = touchpoint.body();
    let channels = touchpoint.channel_titles().collect::<Vec<_>>().join(", ");
    let mut label = folded(name_of(touchpoint), WIDTH);
    if !channels.is_empty() {
        label.extend(folded(&format!("({channels})"), WIDTH));
    }
    label.extend(ratings(touchpoint));
    label.extend(status(touchpoint));
    let (fill, style) = match touchpoint.gap() {
        _ if touchpoint.is_closed() => ("\"#eceff1\"", "\"rounded,filled,dashed\""),
        Some(gap) if gap < 0.0 => ("\"#fbeaea\"", "\"rounded,filled\""),
        Some(gap) if gap > 0.0 => ("\"#e8f3ec\"", "\"rounded,filled\""),
        _ => ("\"#ffffff\"", "\"rounded,filled\""),
    };
    let tooltip = tooltip(&[
        ("", Some(name_of(touchpoint))),
        ("", body.description.as_ref().map(|text| text.as_str())),
        ("Channel: ", Some(channels.as_str()).filter(|channels| !channels.is_empty())),
        ("Owner: ", touchpoint.owner().map(|owner| owner.as_str())),
        (
            "Expectation: ",
            body.expectation.as_ref().and_then(|rating| rating.because.as_ref()).map(|text| text.as_str()),
        ),
        ("Experience: ", body.experience.as_ref().and_then(|rating| rating.because.as_ref()).map(|text| text.as_str())),
        ("Status: ", because(touchpoint)),
    ]);
    Attributes::default().lines("label", &label).lines("tooltip", &tooltip).raw("style", style).raw("fillcolor", fill)
}

/// What is expected and what is got, as far as it is known.
fn ratings(touchpoint: TouchpointRef<'_>) -> Option<String> {
    match (touchpoint.expectation(), touchpoint.experience(), touchpoint.gap()) {
        (Some(expected), Some(got), Some(gap)) => {
            Some(format!("expects {}, gets {} ({})", decimal(expected), decimal(got), signed(gap)))
        }
        (Some(expected), ..) => Some(format!("expects {}", decimal(expected))),
        (None, Some(got), _) => Some(format!("gets {}", decimal(got))),
        _ => None,
    }
}

fn status(touchpoint: TouchpointRef<'_>) -> Option<String> {
    match touchpoint.availability() {
        Availability::Available => None,
        Availability::Limited => Some("[limited]".into()),
        Availability::Unavailable => Some("[closed]".into()),
    }
}

fn friction_note(point: &FrictionPoint, title: &str) -> Attributes {
    let mitigated = if point.status() == FrictionStatus::Mitigated { ", mitigated" } else { "" };
    let severity = format!("{}{mitigated}", point.severity());
    let fill = match point.severity() {
        Severity::Low => "\"#fdf6e6\"",
        Severity::Medium => "\"#fdebcb\"",
        Severity::High => "\"#fbd6b5\"",
        Severity::Critical => "\"#f7bcae\"",
    };
    let reach = point.reach.as_ref().map(ToString::to_string);
    let tooltip = tooltip(&[
        ("", Some(title)),
        ("Friction, ", Some(&severity)),
        ("Reach: ", reach.as_deref()),
        ("Because: ", point.because.as_ref().map(|text| text.as_str())),
    ]);
    Attributes::default()
        .lines("label", &folded(&format!("{severity}: {title}"), WIDTH))
        .lines("tooltip", &tooltip)
        .raw("shape", "note")
        .raw("style", "filled")
        .raw("fillcolor", fill)
        .raw("color", "\"#b0703a\"")
        .raw("fontsize", "10")
}

fn moment_hexagon(moment: &MomentOfTruth, title: &str) -> Attributes {
    let tooltip = tooltip(&[
        ("", Some(title)),
        ("Why: ", moment.why.as_ref().map(|text| text.as_str())),
        ("Success: ", moment.success.as_ref().map(|text| text.as_str())),
        ("Failure: ", moment.failure.as_ref().map(|text| text.as_str())),
        ("Commitment: ", moment.commitment.as_ref().map(|text| text.as_str())),
    ]);
    Attributes::default()
        .lines("label", &folded(&format!("★ {title}"), WIDTH))
        .lines("tooltip", &tooltip)
        .raw("shape", "hexagon")
        .raw("style", "filled")
        .raw("fillcolor", "\"#fff3c4\"")
        .raw("color", "\"#a8890f\"")
        .raw("fontsize", "10")
        .raw("margin", "\"0.02,0.02\"")
}

fn exit(name: &str, fill: &str, line: &str) -> Attributes {
    Attributes::default()
        .text("label", name)
        .raw("shape", "oval")
        .raw("style", "filled")
        .raw("peripheries", "2")
        .text("fillcolor", fill)
        .text("color", line)
}

/// The lines that are known, each behind its word.
fn tooltip(lines: &[(&str, Option<&str>)]) -> Vec<String> {
    lines.iter().filter_map(|(word, text)| text.map(|text| format!("{word}{text}"))).collect()
}
