//! Closing each in turn, as a table: a row a closing, the most harmful first.

use crate::diff::changes::words::{capital, counted, number, quote, signed};
use crate::model::Number;
use crate::stress::{Scenario, Stress, Subject, Unsaid};

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
    pub fn of(stress: &Stress<'_>, subject: Subject) -> Self {
        let (one, many) = match subject {
            Subject::Channel => ("channel", "channels"),
            Subject::Touchpoint => ("touchpoint", "touchpoints"),
            Subject::Owner => ("team", "teams"),
            Subject::System => ("system", "systems"),
        };
        Self {
            title: format!("{}: if one {one} closes", stress.map.journey().title.trim()),
            gist: gist(stress, one, many),
            head: [
                ["Closed", ""],
                ["End", ""],
                ["Moments", "cut off"],
                ["Promises", "broken"],
                ["Left without", "alternative"],
                ["Share", "lost"],
                ["Effort", "added"],
                ["Not", "replaced"],
            ],
            rows: stress.scenarios.iter().map(row).collect(),
        }
    }
}

fn gist(stress: &Stress<'_>, one: &str, many: &str) -> String {
    let all = &stress.scenarios;
    let Some(worst) = all.first().and_then(|scenario| scenario.closings.first()) else {
        return format!("The map names no {many}.");
    };
    let fatal = all.iter().filter(|scenario| scenario.harm.end_cut_off).count();
    let harmless = all.iter().filter(|scenario| !scenario.harm.is_any()).count();
    if harmless == all.len() {
        return format!("Customers can do without any one of the {many}.");
    }
    // Words beside digits read badly.
    let say = |count: usize| if all.len() > 12 { count.to_string() } else { counted(count) };
    let fatal = match (fatal, all.len()) {
        (0, _) => format!("Whichever of the {many} closes, customers can still complete the journey."),
        (1, 1) => format!("If the only {one} closes, nobody completes the journey."),
        (fatal, count) if fatal == count => {
            format!("None of the {} {many} can close without the end of the journey being cut off.", say(count))
        }
        (fatal, count) => format!(
            "If {} of the {} {many} closes, nobody completes the journey.",
            if fatal == 1 { "one".to_owned() } else { format!("any of {}", say(fatal)) },
            say(count)
        ),
    };
    let harmless = match harmless {
        0 => String::new(),
        1 => format!(" One {one} can close without harm to customers."),
        harmless => format!(" {} {many} can close without harm to customers.", capital(&say(harmless))),
    };
    format!("{fatal} Most harm is done by closing {}.{harmless}", quote(&worst.title))
}

fn row(scenario: &Scenario) -> [String; 8] {
    let harm = &scenario.harm;
    let count = |count: usize| if count == 0 { "–".to_owned() } else { count.to_string() };
    let unsaid = &scenario.consequences.unsaid;
    let missing = unsaid.iter().filter(|unsaid| {
        matches!(unsaid, Unsaid::NoReplacement(_) | Unsaid::ReplacementClosed(_) | Unsaid::ReplacementUnknown(_))
    });
    let known = |figure: Option<Number>, shown: fn(f64) -> String| match figure {
        None => "?".to_owned(),
        Some(Number(0.0)) => "–".to_owned(),
        Some(figure) => shown(figure.0),
    };
    [
        scenario.closings.first().map(|closing| closing.title.clone()).unwrap_or_default(),
        if harm.end_cut_off { "cut off".to_owned() } else { "–".to_owned() },
        count(harm.moments_cut_off),
        count(harm.promises_broken),
        count(harm.new_bottlenecks),
        known(harm.share_lost, |share| format!("{} pt", number((share * 10.0).round() / 10.0))),
        known(harm.effort_added, signed),
        count(missing.count()),
    ]
}
