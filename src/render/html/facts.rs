//! What a page says of something: labels, and what stands behind them.

use askama::Template;

use crate::graph::Address;
use crate::model::{Date, Duration, Extensions, Number, Percentage, Text};
use crate::render::Tongue;
use crate::render::labels::Wording;
use crate::source::Located;
use crate::text::printable;

/// Something of the map with all that is known of it.
pub struct Entry {
    /// What it is in the map, as its address.
    pub address: String,
    /// What it is called in styles: `friction-point`.
    pub kind: &'static str,
    /// What kind of thing it is, for people.
    pub noun: &'static str,
    /// What it is called.
    pub title: String,
    /// What has to be seen at once.
    pub marks: Vec<Mark>,
    /// Everything else.
    pub facts: Facts,
}

/// A word that has to be seen at once.
pub struct Mark {
    /// What it means, for its colour: `bad`.
    pub tone: &'static str,
    /// The word.
    pub text: String,
}

/// What is known of something, in the order of reading.
#[derive(Template)]
#[template(path = "facts.html")]
pub struct Facts {
    tongue: Tongue,
    facts: Vec<Fact>,
}

/// A label and what stands behind it.
pub struct Fact {
    label: String,
    values: Vec<Value>,
}

/// One thing behind a label.
pub enum Value {
    /// Words.
    Words(Words),
    /// Something of the map.
    Entry(Entry),
}

/// Words, perhaps a link.
pub struct Words {
    text: String,
    note: String,
    link: Option<String>,
    address: Option<String>,
}

impl Facts {
    /// No facts yet.
    pub const fn new(tongue: Tongue) -> Self {
        Self { tongue, facts: Vec::new() }
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.facts.is_empty()
    }

    /// Adds what stands behind a label; nothing where nothing does.
    pub fn add<V: Into<Value>>(&mut self, label: &str, values: impl IntoIterator<Item = V>) {
        let values: Vec<Value> = values.into_iter().map(Into::into).filter(|value| !value.is_blank()).collect();
        if !values.is_empty() {
            self.facts.push(Fact { label: label.to_owned(), values });
        }
    }

    /// The same, behind a label in the language of the page.
    pub fn put<V: Into<Value>>(&mut self, label: impl Wording, values: impl IntoIterator<Item = V>) {
        self.add(label.wording(self.tongue), values);
    }

    /// Adds a number.
    pub fn number(&mut self, label: impl Wording, number: Option<Located<Number>>) {
        self.put(label, number.map(|number| self.tongue.number(number.0)));
    }

    /// Adds a percentage.
    pub fn percentage(&mut self, label: impl Wording, share: Option<Located<Percentage>>) {
        self.put(label, share.map(|share| self.tongue.percentage(share.0)));
    }

    /// Adds a length of time.
    pub fn duration(&mut self, label: impl Wording, duration: Option<Located<Duration>>) {
        self.put(label, duration.map(|duration| self.tongue.duration(duration.value)));
    }

    /// Adds a day.
    pub fn day(&mut self, label: impl Wording, date: Option<Located<Date>>) {
        self.put(label, date.map(|date| self.tongue.day(date.value)));
    }

    /// Adds the author's own `x-` keys.
    pub fn extensions(&mut self, extensions: &Extensions) {
        for (key, value) in &extensions.0 {
            let text = value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned);
            self.add(&printable(key.trim_start_matches("x-")), [text]);
        }
    }
}

impl Value {
    fn is_blank(&self) -> bool {
        matches!(self, Self::Words(words) if words.text.trim().is_empty() && words.note.trim().is_empty())
    }
}

impl Words {
    /// Words with what explains them.
    pub fn with_note(text: &str, note: &str) -> Self {
        Self { note: printable(note).into_owned(), ..text.into() }
    }

    /// Makes them a link, if the address is one that can do no harm.
    pub fn linked(self, url: Option<&str>) -> Self {
        Self { link: url.and_then(safe_link), ..self }
    }

    /// Says what in the map they are.
    pub fn at(self, address: &Address) -> Self {
        Self { address: Some(address.to_string()), ..self }
    }
}

/// A web address; other schemes, such as `javascript:`, are none.
pub fn safe_link(url: &str) -> Option<String> {
    let url = url.trim();
    let is_web = |scheme: &str| url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    let is_whole = !url.contains(|c: char| c.is_whitespace() || c.is_control());
    (is_whole && (is_web("https://") || is_web("http://"))).then(|| url.to_owned())
}

impl From<&str> for Words {
    fn from(text: &str) -> Self {
        Self { text: printable(text).into_owned(), note: String::new(), link: None, address: None }
    }
}

impl From<Words> for Value {
    fn from(words: Words) -> Self {
        Self::Words(words)
    }
}

impl From<Entry> for Value {
    fn from(entry: Entry) -> Self {
        Self::Entry(entry)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Words(text.into())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Words(text.as_str().into())
    }
}

impl From<&Text> for Value {
    fn from(text: &Text) -> Self {
        Self::Words(text.as_str().into())
    }
}
