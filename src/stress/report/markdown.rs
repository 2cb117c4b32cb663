//! The answer for a change request or a wiki.

use std::fmt::Write;

use super::each::Ranking;
use super::story::Story;
use crate::stress::Stress;
use crate::text::markdown as escaped;
use crate::tongue::Tongue;

/// The answer as Markdown. No text of the map can become markup, HTML or a mention.
#[must_use]
pub fn markdown(stress: &Stress<'_>, tongue: Tongue) -> String {
    match stress.each {
        Some(subject) => ranking(&Ranking::of(stress, subject, tongue)),
        None => stress.scenarios.iter().map(|scenario| story(&Story::of(stress, scenario, tongue))).collect(),
    }
}

fn story(story: &Story) -> String {
    let mut page = head(&story.title, &story.gist);
    for section in &story.sections {
        let _ = write!(page, "\n## {}\n\n", section.title);
        for (_, item) in &section.items {
            let _ = writeln!(page, "- {}", escaped(item));
        }
    }
    page
}

fn ranking(ranking: &Ranking) -> String {
    let mut page = head(&ranking.title, &ranking.gist);
    if ranking.rows.is_empty() {
        return page;
    }
    let head = ranking.head.map(|lines| lines.join(" ").trim_end().to_owned());
    let rule = ranking.head.iter().enumerate().map(|(at, _)| if at < 2 { "---" } else { "--:" });
    let _ = write!(page, "\n| {} |\n| {} |\n", head.join(" | "), rule.collect::<Vec<_>>().join(" | "));
    for row in &ranking.rows {
        let cells: Vec<_> = row.iter().map(|cell| escaped(cell)).collect();
        let _ = writeln!(page, "| {} |", cells.join(" | "));
    }
    page
}

fn head(title: &str, gist: &str) -> String {
    format!("# {}\n\n{}\n", escaped(title), escaped(gist))
}
