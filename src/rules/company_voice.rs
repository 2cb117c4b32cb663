//! Touchpoints told from the company's side.

use super::{Context, Levels, Rule, Sink};
use crate::diagnostic::Level::{Info, Off};
use crate::model::Journey;

pub(super) static RULE: Rule = Rule {
    name: "company-voice",
    page: include_str!("../../docs/rules/company-voice.md"),
    levels: Levels::new(Off, Info, Info),
    is_about_today: false,
    settings: &[],
    check: Some(check),
};

/// What those who speak call themselves in a language.
struct Words {
    language: &'static str,
    /// Several, or a company.
    we: &'static [&'static str],
    our: &'static [&'static str],
    /// A customer.
    me: &'static [&'static str],
    /// Customers who are several.
    several: &'static [&'static str],
    /// Between two names.
    and: &'static str,
}

const WORDS: &[Words] = &[
    Words {
        language: "en",
        we: &["we"],
        our: &["our"],
        me: &["i", "me", "my", "mine"],
        several: &["couple", "family", "household", "parents"],
        and: "and",
    },
    Words {
        language: "nl",
        we: &["we", "wij"],
        our: &["onze", "ons"],
        me: &["ik", "k", "me", "mij", "mijn", "m"],
        several: &["echtpaar", "familie", "gezin", "huishouden", "koppel", "ouders", "stel"],
        and: "en",
    },
    Words {
        language: "fr",
        we: &["nous"],
        our: &["notre", "nos"],
        me: &["je", "j", "me", "m", "moi", "mon", "ma", "mes"],
        several: &["couple", "famille", "foyer", "ménage", "parents"],
        and: "et",
    },
];

fn check(context: &Context<'_>, sink: &mut Sink) {
    let journey = context.map.journey();
    let language = journey.language().primary();
    let Some(words) = WORDS.iter().find(|words| words.language == language && !journey.broken.has("language")) else { return };
    if words.are_several(journey) {
        return;
    }
    for touchpoint in context.map.touchpoints() {
        let title = &touchpoint.body().title;
        if let Some(first) = words.begins_with_us(title).filter(|_| !has(title, words.me)) {
            let finding = RULE.at(title.span, format!("“{title}” is told from the company's side: it begins with “{first}”"));
            sink.report(finding.help("say what the customer does or undergoes there, in the customer's words"));
        }
    }
}

impl Words {
    /// Whether the customers are several and *we* are they: the persona is called so or says so, or the title of the
    /// journey, which is in the customer's words.
    fn are_several(&self, journey: &Journey) -> bool {
        let persona = journey.persona.as_ref();
        let is_unread = journey.broken.has("persona") || persona.is_some_and(|persona| persona.broken.has("name"));
        let name = persona.and_then(|persona| persona.name.as_deref()).map_or("", String::as_str);
        let quote = persona.and_then(|persona| persona.quote.as_deref()).map_or("", String::as_str);
        is_unread
            || self.are_two(name)
            || name.split([',', '(']).next().is_some_and(|name| has(name, self.several))
            || has(quote, self.we)
            || words(&journey.title).next().is_some_and(|first| is_one_of(first, self.we))
    }

    /// Whether a text has two names in it: *Anna and Tom*.
    fn are_two(&self, text: &str) -> bool {
        let words: Vec<_> = words(text).collect();
        let is_name = |word: &str| word.starts_with(char::is_uppercase);
        text.contains(" & ") || words.windows(3).any(|three| matches!(three, [one, and, two] if is_name(one) && is_name(two) && *and == self.and))
    }

    /// The word for the company that a text begins with.
    fn begins_with_us<'t>(&self, text: &'t str) -> Option<&'t str> {
        words(text).next().filter(|first| is_one_of(first, self.we) || is_one_of(first, self.our))
    }
}

fn is_one_of(word: &str, wanted: &[&str]) -> bool {
    wanted.contains(&&*word.to_lowercase())
}

fn has(text: &str, wanted: &[&str]) -> bool {
    words(text).any(|word| is_one_of(word, wanted))
}

/// The words of a text: whatever stands between what is neither a letter nor a digit.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}
