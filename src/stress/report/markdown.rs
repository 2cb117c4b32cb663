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
        hint(&mut page, section.hint.as_deref());
    }
    page
}

fn ranking(ranking: &Ranking) -> String {
    let mut page = head(&ranking.title, &ranking.gist);
    if ranking.columns.is_empty() {
        return page;
    }
    let row = |cells: &mut dyn Iterator<Item = String>| format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "));
    let head = ranking.columns.iter().map(|column| column.head.join(" ").trim_end().to_owned());
    let rule = (0..ranking.columns.len()).map(|at| if at == 0 { "---" } else { "--:" }.to_owned());
    page.push('\n');
    page.push_str(&row(&mut head.into_iter()));
    page.push_str(&row(&mut rule.into_iter()));
    for cells in ranking.rows() {
        page.push_str(&row(&mut cells.into_iter().map(escaped)));
    }
    ranking.notes.iter().for_each(|note| hint(&mut page, Some(note)));
    page
}

/// A hint is the program's own: its code is code.
fn hint(page: &mut String, hint: Option<&str>) {
    if let Some(hint) = hint {
        let _ = write!(page, "\n{hint}\n");
    }
}

fn head(title: &str, gist: &str) -> String {
    format!("# {}\n\n{}\n", escaped(title), escaped(gist))
}
