//! Closing each in turn, as a table: a row a closing, the most harmful first.

use crate::diff::phrases::capital;
use crate::model::Number;
use crate::stress::{Scenario, Stress, Subject, Unsaid};
use crate::tongue::Tongue;

/// The table in words.
pub(super) struct Ranking {
    /// What was asked.
    pub title: String,
    /// What comes of it in a few sentences.
    pub gist: String,
    /// The headings of the columns, on two lines.
    pub head: [[&'static str; 2]; 8],
    /// The rows.
    pub rows: Vec<[String; 8]>,
}

impl Ranking {
    pub fn of(stress: &Stress<'_>, subject: Subject, tongue: Tongue) -> Self {
        Self {
            title: tongue.what_if_each(stress.map.journey().title.trim(), subject),
            gist: gist(stress, tongue),
            head: tongue.each_head(),
            rows: stress.scenarios.iter().map(|scenario| row(scenario, tongue)).collect(),
        }
    }
}

fn gist(stress: &Stress<'_>, tongue: Tongue) -> String {
    let all = &stress.scenarios;
    let Some(worst) = all.first().and_then(|scenario| scenario.closings.first()) else {
        return tongue.each_none();
    };
    let fatal = all.iter().filter(|scenario| scenario.harm.end_cut_off).count();
    let harmless = all.iter().filter(|scenario| !scenario.harm.is_any()).count();
    if harmless == all.len() {
        return tongue.each_harmless();
    }
    let end = match fatal {
        0 => tongue.each_completes(),
        fatal => tongue.each_fatal(&fatal.to_string(), &all.len().to_string()),
    };
    let worst = tongue.each_worst(&tongue.quote(&worst.title));
    let harmless = (harmless > 0).then(|| capital(&tongue.each_without_harm(harmless)));
    [Some(end), Some(worst), harmless].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn row(scenario: &Scenario, tongue: Tongue) -> [String; 8] {
    let harm = &scenario.harm;
    let none = || "–".to_owned();
    let count = |count: usize| if count == 0 { none() } else { count.to_string() };
    let known = |figure: Option<Number>, shown: &dyn Fn(f64) -> String| match figure {
        None => "?".to_owned(),
        Some(Number(0.0)) => none(),
        Some(figure) => shown(figure.0),
    };
    [
        scenario.closings.first().map(|closing| closing.title.clone()).unwrap_or_default(),
        if harm.end_cut_off { tongue.cut_off() } else { none() },
        count(harm.moments_cut_off),
        count(harm.promises_broken),
        count(harm.new_bottlenecks),
        known(harm.share_lost, &|share| tongue.percentage_points(&tongue.figure((share * 10.0).round() / 10.0))),
        known(harm.effort_added, &|effort| tongue.signed(effort)),
        count(scenario.consequences.unsaid.iter().filter_map(Unsaid::not_replaced).count()),
    ]
}
