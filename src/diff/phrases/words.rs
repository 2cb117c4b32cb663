//! Words that phrases are made of: lists, quotes, numbers, lengths of time, and the words of the format.

use super::phrases;
use crate::model::{
    Availability, Basis, Date, Duration, ExpectationSource, FrictionStatus, Severity, SolutionStatus, State, Status,
    Unit,
};
use crate::source::Located;
use crate::tongue::Tongue::{self, Dutch, English, French};

phrases! {
    or(head last) { en "{head} or {last}" nl "{head} of {last}" fr "{head} ou {last}" }
    and(head last) { en "{head} and {last}" nl "{head} en {last}" fr "{head} et {last}" }
    because_of(reason) { en ": {reason}" nl ": {reason}" fr "\u{a0}: {reason}" }
    since_day(day) { en " from {day}" nl " vanaf {day}" fr " à partir du {day}" }
    till_day(day) { en " until {day}" nl " tot en met {day}" fr " jusqu’au {day}" }
    between_days(from until) {
        en " from {from} until {until}"
        nl " van {from} tot en met {until}"
        fr " du {from} au {until}"
    }
    nobody() { en "nobody" nl "niemand" fr "personne" }
    some_customers() { en "some customers" nl "een deel van de klanten" fr "une partie des clients" }
    all_customers() { en "all customers" nl "alle klanten" fr "tous les clients" }
    of_customers(percent) { en "{percent} of customers" nl "{percent} van de klanten" fr "{percent} des clients" }
}

impl Tongue {
    /// `A`, `A and B`, `A, B and C`.
    pub(crate) fn list<S: AsRef<str>>(self, items: impl IntoIterator<Item = S>) -> String {
        joined(items, |head, last| self.and(head, last))
    }

    /// `A`, `A or B`, `A, B or C`: what customers choose from.
    pub(crate) fn choice<S: AsRef<str>>(self, items: impl IntoIterator<Item = S>) -> String {
        joined(items, |head, last| self.or(head, last))
    }

    /// The titles of authors as a list: “A” and “B”.
    pub(crate) fn quote_all<S: AsRef<str>>(self, titles: impl IntoIterator<Item = S>) -> String {
        self.list(titles.into_iter().map(|title| self.quote(title.as_ref())))
    }

    /// The titles of authors as a choice: “A” or “B”.
    pub(crate) fn quote_any<S: AsRef<str>>(self, titles: impl IntoIterator<Item = S>) -> String {
        self.choice(titles.into_iter().map(|title| self.quote(title.as_ref())))
    }

    /// The author's reason as the end of a sentence: `: Agencies are closed.`, or only the full stop.
    pub(crate) fn because(self, reason: Option<&str>) -> String {
        reason.map_or_else(|| ".".to_owned(), |reason| self.because_of(&sentence(reason)))
    }

    /// Of a channel: `is closed from 18 March 2020: Agencies are closed to visitors.`
    pub(crate) fn status(self, level: Availability, status: Option<&Status>) -> String {
        let word = match (level, self) {
            (Availability::Available, English) => "is open as usual",
            (Availability::Available, Dutch) => "is weer gewoon open",
            (Availability::Available, French) => "est de nouveau ouvert normalement",
            (Availability::Limited, English) => "is open with restrictions",
            (Availability::Limited, Dutch) => "is maar beperkt open",
            (Availability::Limited, French) => "n’est ouvert qu’avec des restrictions",
            (Availability::Unavailable, English) => "is closed",
            (Availability::Unavailable, Dutch) => "is gesloten",
            (Availability::Unavailable, French) => "est fermé",
        };
        self.since_when_and_why(word, status)
    }

    /// Of a touchpoint, which happens or does not: `does not take place until 31 May 2020: Visits are suspended.`
    pub(crate) fn happens(self, level: Availability, status: Option<&Status>) -> String {
        let word = match (level, self) {
            (Availability::Available, English) => "takes place as usual",
            (Availability::Available, Dutch) => "gaat weer gewoon door",
            (Availability::Available, French) => "a de nouveau lieu normalement",
            (Availability::Limited, English) => "takes place with restrictions",
            (Availability::Limited, Dutch) => "gaat maar beperkt door",
            (Availability::Limited, French) => "n’a lieu qu’avec des restrictions",
            (Availability::Unavailable, English) => "does not take place",
            (Availability::Unavailable, Dutch) => "gaat niet door",
            (Availability::Unavailable, French) => "n’a pas lieu",
        };
        self.since_when_and_why(word, status)
    }

    fn since_when_and_why(self, word: &str, status: Option<&Status>) -> String {
        let day = |day: fn(&Status) -> Option<Located<Date>>| status.and_then(day).map(|day| self.date(day.value));
        let when = match (day(|status| status.from), day(|status| status.until)) {
            (Some(from), Some(until)) => self.between_days(&from, &until),
            (Some(from), None) => self.since_day(&from),
            (None, Some(until)) => self.till_day(&until),
            (None, None) => String::new(),
        };
        let reason = status.and_then(|status| status.because.as_ref());
        format!("{word}{when}{}", self.because(reason.map(|reason| reason.as_str())))
    }

    /// The name of a measure: those that everybody knows by their initials, in capitals.
    pub(in crate::diff) fn metric(self, name: &str) -> String {
        let name = name.trim();
        let is_known = ["nps", "csat", "ces"].iter().any(|known| known.eq_ignore_ascii_case(name));
        if is_known { name.to_uppercase() } else { self.quote(name) }
    }

    /// A length of time as people say it, in the units of its author: `35 minutes`, `1 day and 12 hours`, `10 weeks`.
    pub(crate) fn time(self, duration: Duration) -> String {
        let parts: Vec<_> = duration.parts().map(|(count, unit)| self.units(count, unit)).collect();
        match (parts.is_empty(), self) {
            (false, _) => self.list(parts),
            (true, English) => "no time".to_owned(),
            (true, Dutch) => "geen tijd".to_owned(),
            (true, French) => "aucun temps".to_owned(),
        }
    }

    /// A length of time as exact as anybody wants a sum of many, and short: in weeks from two months on, in days from three
    /// days on, else `2 h 35 min`.
    pub(crate) fn roughly(self, duration: Duration) -> String {
        let seconds = duration.as_secs();
        let rounded = |unit: Unit| seconds.saturating_add(unit.as_secs() / 2) / unit.as_secs();
        match seconds / Unit::Day.as_secs() {
            56.. => return self.units(rounded(Unit::Week), Unit::Week),
            3.. => return self.units(rounded(Unit::Day), Unit::Day),
            _ => {}
        }
        let hour = if self == Dutch { "u" } else { "h" };
        match (rounded(Unit::Minute) / 60, rounded(Unit::Minute) % 60) {
            (0, 0) => format!("{seconds} s"),
            (0, minutes) => format!("{minutes} min"),
            (hours, 0) => format!("{hours} {hour}"),
            (hours, minutes) => format!("{hours} {hour} {minutes} min"),
        }
    }

    /// `3 weeks`
    fn units(self, count: u64, unit: Unit) -> String {
        let [one, several] = match (unit, self) {
            (Unit::Week, English) => ["week", "weeks"],
            (Unit::Week, Dutch) => ["week", "weken"],
            (Unit::Week, French) => ["semaine", "semaines"],
            (Unit::Day, English) => ["day", "days"],
            (Unit::Day, Dutch) => ["dag", "dagen"],
            (Unit::Day, French) => ["jour", "jours"],
            (Unit::Hour, English) => ["hour", "hours"],
            (Unit::Hour, Dutch) => ["uur", "uur"],
            (Unit::Hour, French) => ["heure", "heures"],
            (Unit::Minute, English | French) => ["minute", "minutes"],
            (Unit::Minute, Dutch) => ["minuut", "minuten"],
            (Unit::Second, English) => ["second", "seconds"],
            (Unit::Second, Dutch) => ["seconde", "seconden"],
            (Unit::Second, French) => ["seconde", "secondes"],
        };
        format!("{count} {}", if count == 1 { one } else { several })
    }

    /// A day as people say it: `12 October 2026`, `12 oktober 2026`, `1er octobre 2026`.
    pub(in crate::diff) fn date(self, date: Date) -> String {
        const ENGLISH: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        const DUTCH: [&str; 12] = [
            "januari",
            "februari",
            "maart",
            "april",
            "mei",
            "juni",
            "juli",
            "augustus",
            "september",
            "oktober",
            "november",
            "december",
        ];
        const FRENCH: [&str; 12] = [
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ];
        let names = match self {
            English => ENGLISH,
            Dutch => DUTCH,
            French => FRENCH,
        };
        let month = usize::try_from(date.0.month()).unwrap_or_default().saturating_sub(1);
        let first = if self == French && date.0.day() == 1 { "er" } else { "" };
        format!("{}{first} {} {}", date.0.day(), names.get(month).copied().unwrap_or_default(), date.0.year())
    }

    /// A number in words up to twelve, in digits from there on.
    pub(crate) fn counted(self, count: usize) -> String {
        const ENGLISH: [&str; 13] =
            ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
        const DUTCH: [&str; 13] =
            ["geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"];
        const FRENCH: [&str; 13] =
            ["aucun", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"];
        let words = match self {
            English => ENGLISH,
            Dutch => DUTCH,
            French => FRENCH,
        };
        words.get(count).map_or_else(|| count.to_string(), |word| (*word).to_owned())
    }

    pub(in crate::diff) fn told_severity(self, severity: Severity) -> String {
        self.severity(severity).to_lowercase()
    }

    /// What is said of friction that is dealt with already: `, already resolved`.
    pub(in crate::diff) const fn dealt_with(self, status: FrictionStatus) -> &'static str {
        match (status, self) {
            (FrictionStatus::Open, _) => "",
            (FrictionStatus::Mitigated, English) => ", already mitigated",
            (FrictionStatus::Mitigated, Dutch) => ", al verzacht",
            (FrictionStatus::Mitigated, French) => ", déjà atténuée",
            (FrictionStatus::Resolved, English) => ", already resolved",
            (FrictionStatus::Resolved, Dutch) => ", al opgelost",
            (FrictionStatus::Resolved, French) => ", déjà résolue",
        }
    }

    pub(in crate::diff) const fn progress(self, status: SolutionStatus) -> &'static str {
        match (status, self) {
            (SolutionStatus::Idea, English) => "an idea",
            (SolutionStatus::Planned, English) => "planned",
            (SolutionStatus::InProgress, English) => "in progress",
            (SolutionStatus::Done, English) => "done",
            (SolutionStatus::Dropped, English) => "dropped",
            (SolutionStatus::Idea, Dutch) => "een idee",
            (SolutionStatus::Planned, Dutch) => "gepland",
            (SolutionStatus::InProgress, Dutch) => "in uitvoering",
            (SolutionStatus::Done, Dutch) => "klaar",
            (SolutionStatus::Dropped, Dutch) => "geschrapt",
            (SolutionStatus::Idea, French) => "une idée",
            (SolutionStatus::Planned, French) => "prévue",
            (SolutionStatus::InProgress, French) => "en cours",
            (SolutionStatus::Done, French) => "en place",
            (SolutionStatus::Dropped, French) => "abandonnée",
        }
    }

    /// Why customers expect what they do.
    pub(in crate::diff) const fn origin(self, source: ExpectationSource) -> &'static str {
        match (source, self) {
            (ExpectationSource::Promise, English) => "so it was promised",
            (ExpectationSource::PastExperience, English) => "so it has been before",
            (ExpectationSource::Elsewhere, English) => "so it is elsewhere",
            (ExpectationSource::WordOfMouth, English) => "so others tell",
            (ExpectationSource::Brand, English) => "so the brand presents itself",
            (ExpectationSource::PersonalNeed, English) => "so they need it just now",
            (ExpectationSource::Promise, Dutch) => "zo is het beloofd",
            (ExpectationSource::PastExperience, Dutch) => "zo was het eerder",
            (ExpectationSource::Elsewhere, Dutch) => "zo is het elders",
            (ExpectationSource::WordOfMouth, Dutch) => "zo vertellen anderen het",
            (ExpectationSource::Brand, Dutch) => "zo toont het merk zich",
            (ExpectationSource::PersonalNeed, Dutch) => "dat hebben ze nu nodig",
            (ExpectationSource::Promise, French) => "c’est ce qui a été promis",
            (ExpectationSource::PastExperience, French) => "c’est ce qu’ils ont connu",
            (ExpectationSource::Elsewhere, French) => "c’est ainsi ailleurs",
            (ExpectationSource::WordOfMouth, French) => "c’est ce qui se dit",
            (ExpectationSource::Brand, French) => "c’est l’image de la marque",
            (ExpectationSource::PersonalNeed, French) => "c’est ce dont ils ont besoin en ce moment",
        }
    }

    /// How a map shows the journey.
    pub(in crate::diff) const fn told_state(self, state: State) -> &'static str {
        match (state, self) {
            (State::Current, English) => "as it is",
            (State::Future, English) => "as it is meant to be",
            (State::Past, English) => "as it was",
            (State::Current, Dutch) => "zoals het is",
            (State::Future, Dutch) => "zoals het moet worden",
            (State::Past, Dutch) => "zoals het was",
            (State::Current, French) => "tel qu’il est",
            (State::Future, French) => "tel qu’il doit devenir",
            (State::Past, French) => "tel qu’il était",
        }
    }

    pub(in crate::diff) const fn told_basis(self, basis: Basis) -> &'static str {
        match (basis, self) {
            (Basis::Research, English) => "research",
            (Basis::Hypothesis, English) => "hypotheses",
            (Basis::Research, Dutch) => "onderzoek",
            (Basis::Hypothesis, Dutch) => "aannames",
            (Basis::Research, French) => "des recherches",
            (Basis::Hypothesis, French) => "des hypothèses",
        }
    }
}

/// Items one after the other, the last two joined by a word of their own.
fn joined<S: AsRef<str>>(items: impl IntoIterator<Item = S>, join: impl Fn(&str, &str) -> String) -> String {
    let items: Vec<S> = items.into_iter().collect();
    match items.as_slice() {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [head @ .., last] => {
            let head: Vec<_> = head.iter().map(AsRef::as_ref).collect();
            join(&head.join(", "), last.as_ref())
        }
    }
}

/// A text of the author with one full stop, unless it ends as a sentence does.
pub(crate) fn sentence(text: &str) -> String {
    let text = text.trim();
    if text.ends_with(['.', '!', '?', '…']) { text.to_owned() } else { format!("{text}.") }
}

/// The text with a capital at the beginning, as sentences have.
pub(crate) fn capital(text: &str) -> String {
    // In Dutch a stressed word loses its first accent to the capital.
    if let Some(rest) = text.strip_prefix("één") {
        return format!("Eén{rest}");
    }
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
