//! Days and lengths of time as people write them, in English, Dutch and French, where that can be read in one way only.

/// Months by the first letters that tell them from the others, accents left out; `j` and `m` need more of them.
const MONTHS: [&[&str]; 12] = [
    &["january", "januari", "janvier", "jan", "janv"],
    &["february", "februari", "fevrier", "feb", "fev", "fevr"],
    &["march", "maart", "mars", "mar", "mrt"],
    &["april", "avril", "apr", "avr"],
    &["may", "mei", "mai"],
    &["june", "juni", "juin", "jun"],
    &["july", "juli", "juillet", "jul", "juil"],
    &["august", "augustus", "aout", "aug"],
    &["september", "septembre", "sep", "sept"],
    &["october", "oktober", "octobre", "oct", "okt"],
    &["november", "novembre", "nov"],
    &["december", "decembre", "dec"],
];

/// Units of time, and how the format writes them. A bare `m` may be months.
const UNITS: &[(&str, &[&str])] = &[
    ("s", &["s", "sec", "secs", "second", "seconds", "seconde", "seconden", "secondes"]),
    ("m", &["min", "mins", "minute", "minutes", "minuut", "minuten"]),
    ("h", &["h", "hr", "hrs", "hour", "hours", "u", "uur", "uren", "heure", "heures"]),
    ("d", &["d", "day", "days", "dag", "dagen", "jour", "jours"]),
    ("w", &["w", "week", "weeks", "weken", "semaine", "semaines"]),
    ("mo", &["mo", "month", "months", "maand", "maanden", "mois"]),
    ("y", &["y", "year", "years", "jaar", "jaren", "an", "ans", "annee", "annees"]),
];

/// A text in lower case and without accents, so that `Février` is `fevrier`.
fn plain(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::is_combining_mark;
    text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).take(64).collect()
}

/// Words and numbers, each apart: `25min` is `25` and `min`.
fn parts(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let mut rest = word;
        while let Some(first) = rest.chars().next() {
            let is_number = first.is_ascii_digit();
            let end = rest.find(|c: char| c.is_ascii_digit() != is_number).unwrap_or(rest.len());
            let (part, behind) = rest.split_at(end);
            parts.push(part);
            rest = behind;
        }
    }
    parts
}

/// The only day that a text can mean: `2026/11/3`, `3 november 2026`, `Nov 3, 2026`, `25-11-2026`. Never guesses whether
/// the day or the month comes first.
pub(super) fn day(text: &str) -> Option<jiff::civil::Date> {
    let text = plain(text);
    let is_date = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '/' | '.' | ',');
    let parts = parts(&text);
    let &[first, second, third] = parts.as_slice() else { return None };
    if !text.chars().all(is_date) {
        return None;
    }
    let date = |year: &str, month: i8, day: &str| {
        let is_year = year.len() == 4;
        jiff::civil::Date::new(year.parse().ok().filter(|_| is_year)?, month, day.parse().ok()?).ok()
    };
    if let Some(month) = month(second) {
        return date(third, month, first).or_else(|| date(first, month, third));
    }
    if let Some(month) = month(first) {
        return date(third, month, second);
    }
    if first.len() == 4 {
        return date(first, second.parse().ok()?, third);
    }
    let (day_first, month_first) = (date(third, second.parse().ok()?, first), date(third, first.parse().ok()?, second));
    match (day_first, month_first) {
        (Some(one), Some(other)) if one != other => None,
        (one, other) => one.or(other),
    }
}

/// The only length of time that a text can mean, as the format writes it: `3 dagen` is `3d`, `1 heure 30 min` is `1h30m`.
pub(super) fn length(text: &str) -> Option<String> {
    let text = plain(text);
    let text = text.trim_end_matches('.');
    if !text.chars().all(|c| c.is_alphanumeric() || c == ' ') {
        return None;
    }
    let parts = parts(text);
    let mut written = String::new();
    let mut largest = UNITS.len();
    let words: Vec<_> = parts.into_iter().filter(|word| !matches!(*word, "and" | "en" | "et")).collect();
    for pair in words.chunks(2) {
        let &[number, unit] = pair else { return None };
        let at = UNITS.iter().position(|(_, names)| names.contains(&unit))?;
        let is_number = number.bytes().all(|byte| byte.is_ascii_digit());
        // From the largest to the smallest, each once.
        if !is_number || at >= largest {
            return None;
        }
        largest = at;
        written.push_str(number);
        written.push_str(UNITS[at].0);
    }
    (!written.is_empty()).then_some(written)
}

/// The number of a month, by its name.
fn month(name: &str) -> Option<i8> {
    MONTHS.iter().position(|names| names.contains(&name)).and_then(|at| i8::try_from(at + 1).ok())
}

/// The last day of a month or of a quarter: `2027-03`, `maart 2027`, `Q1 2027`.
pub(super) fn last_day(text: &str) -> Option<jiff::civil::Date> {
    let text = plain(text);
    let text: Vec<_> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let &[one, other] = text.as_slice() else { return None };
    let (year, part) = if one.len() == 4 { (one, other) } else { (other, one) };
    let quarter = || part.strip_prefix(['q', 'k', 't'])?.parse::<i8>().ok().filter(|quarter| (1..=4).contains(quarter));
    let month = quarter().map(|quarter| quarter * 3).or_else(|| month(part)).or_else(|| part.parse().ok())?;
    let year = year.parse().ok().filter(|_| year.len() == 4)?;
    jiff::civil::Date::new(year, month, 1).ok().map(jiff::civil::Date::last_of_month)
}

/// So many working days, and the days of the calendar that they take: five are a week.
pub(super) fn working_days(text: &str) -> Option<(u64, u64)> {
    const WORDS: &[&str] =
        &["werkdag", "werkdagen", "working day", "working days", "business days", "jours ouvrables", "jours ouvres"];
    let text = plain(text);
    let (days, words) = text.split_once(' ')?;
    let days: u64 = days.parse().ok().filter(|days| *days < 1_000)?;
    WORDS.contains(&words.trim()).then_some((days, days / 5 * 7 + days % 5))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_with_one_reading_are_read_and_others_are_not() {
        for text in
            ["2026/11/03", "2026.11.3", "2026-11-3", "3 nov 2026", "3 novembre 2026", "Nov. 3, 2026", "3-nov-2026"]
        {
            assert_eq!(day(text), Some(jiff::civil::date(2026, 11, 3)), "{text}");
        }
        assert_eq!(day("1 août 2026"), Some(jiff::civil::date(2026, 8, 1)));
        assert_eq!(day("25/11/2026"), Some(jiff::civil::date(2026, 11, 25)), "no month is the 25th");
        assert_eq!(day("11/25/2026"), Some(jiff::civil::date(2026, 11, 25)));
        assert_eq!(day("11-11-2026"), Some(jiff::civil::date(2026, 11, 11)), "either way");
        for text in [
            "03/11/2026",
            "3/11/26",
            "30 feb 2026",
            "nov 2026",
            "3 nov",
            "2026/13/01",
            "3 jui 2026",
            "soon",
            "3 nov 2026 10h",
        ] {
            assert_eq!(day(text), None, "{text}");
        }
    }

    #[test]
    fn lengths_with_one_reading_are_read_and_others_are_not() {
        for (text, written) in [
            ("25 min", "25m"),
            ("25 min.", "25m"),
            ("3 dagen", "3d"),
            ("3dagen", "3d"),
            ("1 uur en 30 minuten", "1h30m"),
            ("2 semaines", "2w"),
            ("1 année 6 mois", "1y6mo"),
        ] {
            assert_eq!(length(text).as_deref(), Some(written), "{text}");
        }
        for text in [
            "6 m",
            "1.5 uur",
            "1,5 uur",
            "2-3 dagen",
            "dagen",
            "3",
            "30 min 1 h",
            "-3 d",
            "3 d ago",
            "minder dan 3 dagen",
        ] {
            assert_eq!(length(text), None, "{text}");
        }
    }
}
