//! Touchpoints told from the company's side.

use super::{Context, Levels, Rule, Sink};
use crate::diagnostic::Level::{Info, Off};

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
    /// A customer who speaks.
    me: &'static [&'static str],
    /// A customer who is spoken to, or of.
    you: &'static [&'static str],
}

const WORDS: &[Words] = &[
    Words {
        language: "en",
        we: &["we"],
        our: &["our"],
        me: &["i", "me", "my", "mine"],
        you: &["you", "your", "yours", "customer", "customers", "client", "clients"],
    },
    Words {
        language: "nl",
        we: &["we", "wij"],
        our: &["onze", "ons"],
        me: &["ik", "k", "me", "mij", "mijn", "m"],
        you: &["u", "uw", "je", "jij", "jou", "jouw", "jullie", "klant", "klanten", "cliënt", "cliënten"],
    },
    Words {
        language: "fr",
        we: &["nous"],
        our: &["notre", "nos"],
        me: &["je", "j", "me", "m", "moi", "mon", "ma", "mes"],
        you: &["vous", "votre", "vos", "client", "clients", "cliente", "clientes"],
    },
];

fn check(context: &Context<'_>, sink: &mut Sink) {
    let journey = context.map.journey();
    let language = journey.language().primary();
    let Some(words) = WORDS.iter().find(|words| words.language == language && !journey.broken.has("language")) else {
        return;
    };
    for touchpoint in context.map.touchpoints() {
        let title = &touchpoint.body().title;
        if let Some(first) = words.company(title) {
            let finding =
                RULE.at(title.span, format!("“{title}” is told from the company's side: it begins with “{first}”"));
            sink.report(finding.help("say what the customer does or undergoes there, in the customer's words"));
        }
    }
}

impl Words {
    /// The word for the company that a text begins with which speaks to the customer, or of one. Without that *we* may
    /// be the customers: a couple, a family, a team.
    fn company<'t>(&self, text: &'t str) -> Option<&'t str> {
        let is_ours = has(text, self.you) && !has(text, self.me);
        self.begins_with_us(text).filter(|_| is_ours)
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
