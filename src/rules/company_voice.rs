//! Touchpoints told from the company's side.

use super::{Context, Levels, Rule, Sink};
use crate::diagnostic::Level::{Info, Off};

pub(super) static RULE: Rule = Rule {
    name: "company-voice",
    page: include_str!("../../docs/rules/company-voice.md"),
    levels: Levels::new(Off, Info, Info),
    settings: &[],
    check: Some(check),
};

/// The words with which a company speaks of itself, by language.
const WORDS: &[(&str, &[&str])] =
    &[("en", &["we", "our"]), ("nl", &["we", "wij", "onze", "ons"]), ("fr", &["nous", "notre", "nos"])];

fn check(context: &Context<'_>, sink: &mut Sink) {
    let journey = context.map.journey();
    let language = journey.language().primary();
    let Some((_, words)) = WORDS.iter().find(|(of, _)| *of == language && !journey.broken.has("language")) else { return };
    for touchpoint in context.map.touchpoints() {
        let title = &touchpoint.body().title;
        let first = first_word(title);
        if words.contains(&&*first.to_lowercase()) {
            let finding = RULE.at(title.span, format!("“{title}” is told from the company's side: it begins with “{first}”"));
            sink.report(finding.help("say what the customer does or undergoes there, in the customer's words"));
        }
    }
}

/// The letters that a title begins with.
fn first_word(title: &str) -> &str {
    let title = title.trim_start();
    let end = title.find(|c: char| !c.is_alphabetic()).unwrap_or(title.len());
    title.get(..end).unwrap_or_default()
}
