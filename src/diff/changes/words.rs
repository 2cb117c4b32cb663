//! How sentences are put together.

use crate::model::{Availability, Duration, Status};

/// A text of the author inside a sentence: “I pay”.
pub fn quote(text: &str) -> String {
    format!("“{}”", text.trim())
}

/// `A`, `A and B`, `A, B and C`.
pub fn list<S: AsRef<str>>(items: impl IntoIterator<Item = S>) -> String {
    let items: Vec<S> = items.into_iter().collect();
    match items.as_slice() {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [head @ .., last] => {
            let head: Vec<_> = head.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", head.join(", "), last.as_ref())
        }
    }
}

/// The author's reason as the end of a sentence: `: Agencies are closed.`, or only the full stop.
pub fn because(reason: Option<&str>) -> String {
    reason.map_or_else(|| ".".to_owned(), |reason| format!(": {}", sentence(reason)))
}

/// A text of the author with one full stop, unless it ends as a sentence does.
pub fn sentence(text: &str) -> String {
    let text = text.trim();
    if text.ends_with(['.', '!', '?', '…']) { text.to_owned() } else { format!("{text}.") }
}

/// `is closed from 2020-03-18: Agencies are closed to visitors.`
pub fn status(level: Availability, status: Option<&Status>) -> String {
    let word = match level {
        Availability::Available => "is open as usual",
        Availability::Limited => "is open with restrictions",
        Availability::Unavailable => "is closed",
    };
    let from = status.and_then(|status| status.from).map(|date| format!(" from {date}"));
    let until = status.and_then(|status| status.until).map(|date| format!(" until {date}"));
    let reason = status.and_then(|status| status.because.as_ref());
    format!(
        "{word}{}{}{}",
        from.unwrap_or_default(),
        until.unwrap_or_default(),
        because(reason.map(|reason| reason.as_str()))
    )
}

/// A rating without needless digits.
pub fn number(number: f64) -> String {
    ((number * 100.0).round() / 100.0).to_string()
}

/// A gap with its sign: `+1`, `0`, `−2`.
pub fn signed(gap: f64) -> String {
    let rounded = number(gap.abs());
    match rounded.as_str() {
        "0" => rounded,
        _ if gap < 0.0 => format!("−{rounded}"),
        _ => format!("+{rounded}"),
    }
}

/// A share: `12%`.
pub fn percent(share: f64) -> String {
    format!("{}%", number(share))
}

/// A length of time as people say it: `35 minutes`, `1 day and 12 hours`.
pub fn time(duration: Duration) -> String {
    let mut rest = duration.0;
    let mut parts = Vec::new();
    for (size, unit) in [(86_400, "day"), (3_600, "hour"), (60, "minute"), (1, "second")] {
        let count = rest / size;
        rest %= size;
        if count > 0 {
            parts.push(format!("{count} {unit}{}", if count == 1 { "" } else { "s" }));
        }
    }
    if parts.is_empty() { "no time".to_owned() } else { list(parts) }
}

/// A number in words up to twelve, in digits from there on.
pub fn counted(count: usize) -> String {
    const WORDS: [&str; 13] =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    WORDS.get(count).map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

/// The text with a capital at the beginning, as sentences have.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
