//! The figures of the whole journey that a meeting asks for first.

use crate::graph::Map;
use crate::model::Measure;
use crate::render::icons;
use crate::render::labels::{Label, Tongue};
use crate::render::layout::Plan;
use crate::render::layout::measures::{metric, reaches_target};
use crate::render::layout::stack::{Stack, Style};
use crate::render::scene::{Paint, Point, Role};

/// How many measures of the whole journey stand in the head; their lane has them all.
const MOST: usize = 4;

/// A figure in words, and whether it is as good as it should be, if that is known.
pub struct KeyFigure {
    pub words: String,
    pub is_reached: Option<bool>,
}

/// How many customers arrive, and what is measured of the whole journey.
pub fn key_figures(map: &Map, tongue: Tongue) -> Vec<KeyFigure> {
    let flow = map.flow();
    let share = flow.open().ways_in().first().and_then(|&way_in| flow.share_to_end(way_in));
    let share = share.filter(|share| *share < 100.0).map(|share| {
        let words =
            tongue.label(Label::ReachTheEnd).replace("{share}", &tongue.percentage((share * 10.0).round() / 10.0));
        KeyFigure { words, is_reached: None }
    });
    let measures = map.measures().filter_map(|(_, found)| measure(found, tongue)).take(MOST);
    share.into_iter().chain(measures).collect()
}

fn measure(found: &Measure, tongue: Tongue) -> Option<KeyFigure> {
    let figure = |value: f64| tongue.amount(value, found.unit.as_ref().map(|unit| unit.as_str()));
    let value = figure(found.value?.0);
    let target = found.target.map(|target| format!(" ({} {})", tongue.label(Label::Target), figure(target.0)));
    let words = tongue.named(&metric(found), &format!("{value}{}", target.unwrap_or_default()));
    Some(KeyFigure { words, is_reached: reaches_target(found) })
}

/// The figures below each other, each with a tick or a cross.
pub fn draw(plan: &Plan<'_>, figures: &[KeyFigure], stack: &mut Stack<'_>) {
    stack.text(plan.label(Label::KeyFigures), Style::CAPTION);
    for KeyFigure { words, is_reached } in figures {
        stack.gap(3.0);
        let (sign, role) = match is_reached {
            Some(true) => (icons::TICK, Role::Good),
            Some(false) => (icons::CROSS, Role::Bad),
            None => {
                stack.bullet(words, Role::Experience);
                continue;
            }
        };
        stack.item(words, Style::BODY, 14.0, |at| {
            icons::drawn(sign, Point::new(at.x + 4.0, at.y), 12.0, Paint::line(role, 1.8))
        });
    }
}
