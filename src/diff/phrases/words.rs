//! Words that phrases are made of: lists, quotes, numbers, lengths of time, and the words of the format.

use super::phrases;
use crate::model::{
    Availability, Basis, Duration, ExpectationSource, FrictionStatus, Severity, SolutionStatus, State, Status,
};
use crate::tongue::Tongue::{self, Dutch, English, French};

phrases! {
    and(head last) { en "{head} and {last}" nl "{head} en {last}" fr "{head} et {last}" }
    because_of(reason) { en ": {reason}" nl ": {reason}" fr "\u{a0}: {reason}" }
    since_day(day) { en " from {day}" nl " vanaf {day}" fr " à partir du {day}" }
    till_day(day) { en " until {day}" nl " tot en met {day}" fr " jusqu’au {day}" }
    nobody() { en "nobody" nl "niemand" fr "personne" }
    some_customers() { en "some customers" nl "een deel van de klanten" fr "une partie des clients" }
    all_customers() { en "all customers" nl "alle klanten" fr "tous les clients" }
    of_customers(percent) { en "{percent} of customers" nl "{percent} van de klanten" fr "{percent} des clients" }
}

impl Tongue {
    /// A text of the author inside a sentence: “I pay”.
    pub(crate) fn quote(self, text: &str) -> String {
        let text = text.trim();
        match self {
            English | Dutch => format!("“{text}”"),
            French => format!("«\u{a0}{text}\u{a0}»"),
        }
    }

    /// `A`, `A and B`, `A, B and C`.
    pub(crate) fn list<S: AsRef<str>>(self, items: impl IntoIterator<Item = S>) -> String {
        let items: Vec<S> = items.into_iter().collect();
        match items.as_slice() {
            [] => String::new(),
            [one] => one.as_ref().to_owned(),
            [head @ .., last] => {
                let head: Vec<_> = head.iter().map(AsRef::as_ref).collect();
                self.and(&head.join(", "), last.as_ref())
            }
        }
    }

    /// The titles of authors as a list: “A” and “B”.
    pub(crate) fn quote_all<S: AsRef<str>>(self, titles: impl IntoIterator<Item = S>) -> String {
        self.list(titles.into_iter().map(|title| self.quote(title.as_ref())))
    }

    /// The author's reason as the end of a sentence: `: Agencies are closed.`, or only the full stop.
    pub(crate) fn because(self, reason: Option<&str>) -> String {
        reason.map_or_else(|| ".".to_owned(), |reason| self.because_of(&sentence(reason)))
    }

    /// `is closed from 2020-03-18: Agencies are closed to visitors.`
    pub(crate) fn status(self, level: Availability, status: Option<&Status>) -> String {
        let word = match (level, self) {
            (Availability::Available, English) => "is open as usual",
            (Availability::Available, Dutch) => "is weer gewoon open",
            (Availability::Available, French) => "est ouvert comme d’habitude",
            (Availability::Limited, English) => "is open with restrictions",
            (Availability::Limited, Dutch) => "is beperkt open",
            (Availability::Limited, French) => "n’est ouvert qu’avec des restrictions",
            (Availability::Unavailable, English) => "is closed",
            (Availability::Unavailable, Dutch) => "is gesloten",
            (Availability::Unavailable, French) => "est fermé",
        };
        let from = status.and_then(|status| status.from).map(|date| self.since_day(&date.to_string()));
        let until = status.and_then(|status| status.until).map(|date| self.till_day(&date.to_string()));
        let reason = status.and_then(|status| status.because.as_ref());
        format!(
            "{word}{}{}{}",
            from.unwrap_or_default(),
            until.unwrap_or_default(),
            self.because(reason.map(|reason| reason.as_str()))
        )
    }

    /// A number without needless digits, with the comma or point of the language.
    pub(crate) fn figure(self, number: f64) -> String {
        let text = ((number * 100.0).round() / 100.0).to_string();
        match self {
            English => text,
            Dutch | French => text.replace('.', ","),
        }
    }

    /// A gap with its sign: `+1`, `0`, `−2`.
    pub(crate) fn signed(self, gap: f64) -> String {
        let rounded = self.figure(gap.abs());
        match rounded.as_str() {
            "0" => rounded,
            _ if gap < 0.0 => format!("−{rounded}"),
            _ => format!("+{rounded}"),
        }
    }

    /// A share: `12%`.
    pub(crate) fn percent(self, share: f64) -> String {
        let blank = if self == French { "\u{a0}" } else { "" };
        format!("{}{blank}%", self.figure(share))
    }

    /// A length of time as people say it: `35 minutes`, `1 day and 12 hours`.
    pub(crate) fn time(self, duration: Duration) -> String {
        let units: [(u64, [&str; 2]); 4] = match self {
            English => [
                (86_400, ["day", "days"]),
                (3_600, ["hour", "hours"]),
                (60, ["minute", "minutes"]),
                (1, ["second", "seconds"]),
            ],
            Dutch => [
                (86_400, ["dag", "dagen"]),
                (3_600, ["uur", "uur"]),
                (60, ["minuut", "minuten"]),
                (1, ["seconde", "seconden"]),
            ],
            French => [
                (86_400, ["jour", "jours"]),
                (3_600, ["heure", "heures"]),
                (60, ["minute", "minutes"]),
                (1, ["seconde", "secondes"]),
            ],
        };
        let mut rest = duration.0;
        let mut parts = Vec::new();
        for (size, [one, several]) in units {
            let count = rest / size;
            rest %= size;
            if count > 0 {
                parts.push(format!("{count} {}", if count == 1 { one } else { several }));
            }
        }
        match (parts.is_empty(), self) {
            (false, _) => self.list(parts),
            (true, English) => "no time".to_owned(),
            (true, Dutch) => "geen tijd".to_owned(),
            (true, French) => "aucun temps".to_owned(),
        }
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

    pub(in crate::diff) const fn told_severity(self, severity: Severity) -> &'static str {
        match (severity, self) {
            (Severity::Low, English) => "low",
            (Severity::Medium, English) => "medium",
            (Severity::High, English) => "high",
            (Severity::Critical, English) => "critical",
            (Severity::Low, Dutch) => "licht",
            (Severity::Medium, Dutch) => "gemiddeld",
            (Severity::High, Dutch) => "ernstig",
            (Severity::Critical, Dutch) => "kritiek",
            (Severity::Low, French) => "faible",
            (Severity::Medium, French) => "moyen",
            (Severity::High, French) => "grave",
            (Severity::Critical, French) => "critique",
        }
    }

    /// What is said of friction that is dealt with already: `, already resolved`.
    pub(in crate::diff) const fn dealt_with(self, status: FrictionStatus) -> &'static str {
        match (status, self) {
            (FrictionStatus::Open, _) => "",
            (FrictionStatus::Mitigated, English) => ", already mitigated",
            (FrictionStatus::Mitigated, Dutch) => ", al verzacht",
            (FrictionStatus::Mitigated, French) => ", déjà atténué",
            (FrictionStatus::Resolved, English) => ", already resolved",
            (FrictionStatus::Resolved, Dutch) => ", al opgelost",
            (FrictionStatus::Resolved, French) => ", déjà résolu",
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
