//! Days and lengths of time.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use super::{Misfit, Scalar, spoken};

/// A calendar day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(pub jiff::civil::Date);

impl Scalar for Date {
    const WANTED: &'static str = "a date, such as `2026-03-01`";

    fn parse(text: &str) -> Result<Self, Misfit> {
        let is_part =
            |(part, width): (&str, usize)| part.len() == width && part.bytes().all(|byte| byte.is_ascii_digit());
        if text.len() == 10 && text.split('-').zip([4, 2, 2]).all(is_part) {
            return jiff::civil::Date::from_str(text).map(Self).map_err(|_| {
                Misfit::value(
                    format!("`{text}` is not a day of the calendar"),
                    "check the month and the day: year, month, day, as in `2026-03-01`",
                )
            });
        }
        let meant = spoken::day(text);
        let last = || spoken::last_day(text).map(|day| format!("write a day, such as the last of it: `{day}`"));
        let help = meant.map(|date| format!("write `{date}`")).or_else(last);
        let help = help.unwrap_or_else(|| "write year, month and day, as in `2026-03-01`".into());
        Err(Misfit::value(format!("`{text}` is not a date"), help).instead(meant))
    }

    fn schema() -> schemars::Schema {
        schemars::json_schema!({"type": "string", "format": "date"})
    }
}

impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

/// A length of time; a day is 24 hours. It remembers the unit that its author counted in, and is told in it; two of the
/// same length are equal, whatever they are written in.
#[derive(Debug, Clone, Copy, Default)]
pub struct Duration {
    seconds: u64,
    unit: Unit,
}

/// A unit of time, the longest first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// Seven days.
    Week,
    /// 24 hours.
    #[default]
    Day,
    /// 60 minutes.
    Hour,
    /// 60 seconds.
    Minute,
    /// A second.
    Second,
}

impl Unit {
    /// All units, the longest first.
    pub const ALL: [Self; 5] = [Self::Week, Self::Day, Self::Hour, Self::Minute, Self::Second];

    /// How many seconds it has.
    #[must_use]
    pub const fn as_secs(self) -> u64 {
        match self {
            Self::Week => 604_800,
            Self::Day => 86_400,
            Self::Hour => 3_600,
            Self::Minute => 60,
            Self::Second => 1,
        }
    }

    const fn letter(self) -> &'static str {
        match self {
            Self::Week => "w",
            Self::Day => "d",
            Self::Hour => "h",
            Self::Minute => "m",
            Self::Second => "s",
        }
    }

    /// The longest unit of a length of time that is well written.
    fn longest_in(text: &str) -> Self {
        let first = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == 'P' || c == 'T');
        let letter = first.get(..1).map(str::to_ascii_lowercase);
        Self::ALL.into_iter().find(|unit| letter.as_deref() == Some(unit.letter())).unwrap_or_default()
    }
}

impl Scalar for Duration {
    const WANTED: &'static str = "a duration, such as `20m` or `3d`";

    fn parse(text: &str) -> Result<Self, Misfit> {
        let read = units(text, Self::WANTED);
        // `2 maanden` says `2mo`, which has no fixed length either.
        let said = read
            .as_ref()
            .map_or_else(|misfit| units(misfit.instead.as_deref()?, Self::WANTED).ok(), |read| Some(*read));
        if let Some(period) = said.filter(|period| period.months > 0) {
            return Err(Misfit::value(
                format!("`{text}` has no fixed length: months differ"),
                format!("write it in days or weeks: about `{}`", Self::approximately(period)),
            ));
        }
        read.map(|period| Self { seconds: period.seconds, unit: Unit::longest_in(text) })
    }

    fn schema() -> schemars::Schema {
        schemars::json_schema!({"type": "string", "pattern": r"^(P(\d+W)?(\d+D)?(T(\d+H)?(\d+M)?(\d+S)?)?|(\d+w)?(\d+d)?(\d+h)?(\d+m)?(\d+s)?)$"})
    }
}

impl Duration {
    /// So many seconds, told in days at the most.
    #[must_use]
    pub const fn from_secs(seconds: u64) -> Self {
        Self { seconds, unit: Unit::Day }
    }

    /// How many seconds it has.
    #[must_use]
    pub const fn as_secs(self) -> u64 {
        self.seconds
    }

    /// The same length of time, told in that unit at the most.
    #[must_use]
    pub const fn in_unit(self, unit: Unit) -> Self {
        Self { seconds: self.seconds, unit }
    }

    /// How many of each unit it has, the longest first; without those of which it has none.
    pub fn parts(self) -> impl Iterator<Item = (u64, Unit)> {
        let mut rest = self.seconds;
        let units = Unit::ALL.into_iter().filter(move |unit| *unit >= self.unit);
        let parts = units.map(move |unit| {
            let count = rest / unit.as_secs();
            rest %= unit.as_secs();
            (count, unit)
        });
        parts.filter(|(count, _)| *count > 0)
    }

    /// In weeks, how long so many months are on average; in days where it is less than a quarter of a year.
    fn approximately(period: Period) -> String {
        let days = period.months.saturating_mul(3_044) / 100 + period.seconds / 86_400;
        if period.months < 3 { format!("{days}d") } else { format!("{}w", (days + 3) / 7) }
    }
}

impl fmt::Display for Duration {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.seconds == 0 {
            return out.write_str("0s");
        }
        self.parts().try_for_each(|(count, unit)| write!(out, "{count}{}", unit.letter()))
    }
}

impl PartialEq for Duration {
    fn eq(&self, other: &Self) -> bool {
        self.seconds == other.seconds
    }
}

impl Eq for Duration {}

impl PartialOrd for Duration {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Duration {
    fn cmp(&self, other: &Self) -> Ordering {
        self.seconds.cmp(&other.seconds)
    }
}

/// A length of time on the calendar: months and years are as long as they happen to be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    /// Whole months; a year is twelve.
    pub months: u64,
    /// What is more, in seconds.
    pub seconds: u64,
}

impl Period {
    /// The day on which this much time has gone by since the beginning of another; the last of a month where that is
    /// shorter. None beyond the calendar.
    #[must_use]
    pub fn after(self, day: jiff::civil::Date) -> Option<jiff::civil::Date> {
        let months = jiff::Span::new().try_months(i64::try_from(self.months).ok()?).ok()?;
        let seconds = jiff::Span::new().try_seconds(i64::try_from(self.seconds).ok()?).ok()?;
        let moment = day.to_datetime(jiff::civil::Time::midnight()).checked_add(months).ok()?;
        moment.checked_add(seconds).ok().map(jiff::civil::DateTime::date)
    }
}

impl Scalar for Period {
    const WANTED: &'static str = "a length of time, such as `6mo` or `2w`";

    fn parse(text: &str) -> Result<Self, Misfit> {
        units(text, Self::WANTED)
    }

    fn schema() -> schemars::Schema {
        schemars::json_schema!({"type": "string", "pattern": r"^(P(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(\d+H)?(\d+M)?(\d+S)?)?|(\d+y)?(\d+mo)?(\d+w)?(\d+d)?(\d+h)?(\d+m)?(\d+s)?)$"})
    }
}

impl fmt::Display for Period {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (years, months) = (self.months / 12, self.months % 12);
        for (count, unit) in [(years, "y"), (months, "mo")].into_iter().filter(|(count, _)| *count > 0) {
            write!(out, "{count}{unit}")?;
        }
        if self.seconds > 0 || self.months == 0 { Duration::from_secs(self.seconds).fmt(out) } else { Ok(()) }
    }
}

/// Reads `1h30m`, `6mo` or `P3D`. The form is checked first: the library also reads signs, fractions and "ago".
fn units(text: &str, wanted: &str) -> Result<Period, Misfit> {
    let read = jiff::Span::from_str(text).ok().as_ref().and_then(whole_units);
    match read {
        Some(period) if is_iso(text) || is_short(text) => Ok(period),
        read => {
            let instead = spoken::length(text);
            let meant = instead.clone().or_else(|| read.map(|read| read.to_string()));
            let calendar = spoken::working_days(text).map(|(days, calendar)| {
                format!("count the days of the calendar: {days} working days are `{calendar}d`")
            });
            let help = meant.map(|meant| format!("write `{meant}`")).or(calendar).unwrap_or_else(|| {
                format!("write {wanted}: a whole number and `s`, `m`, `h`, `d` or `w`, without blanks")
            });
            Err(Misfit::value(format!("`{text}` is not a duration"), help).instead(instead))
        }
    }
}

fn is_iso(text: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_digit() || b"YMWDTHS".contains(&byte);
    text.strip_prefix('P').is_some_and(|rest| rest.bytes().all(is_part))
}

fn is_short(text: &str) -> bool {
    let mut units = text.split(|c: char| c.is_ascii_digit()).filter(|unit| !unit.is_empty());
    text.starts_with(|c: char| c.is_ascii_digit())
        && units.all(|unit| matches!(unit, "y" | "mo" | "w" | "d" | "h" | "m" | "s"))
}

/// The length in months and seconds; `None` for a negative one, one with a fraction of a second, or one out of range.
fn whole_units(span: &jiff::Span) -> Option<Period> {
    if span.get_milliseconds() != 0 || span.get_microseconds() != 0 || span.get_nanoseconds() != 0 {
        return None;
    }
    let part = |count: i64, size: u64| u64::try_from(count).ok()?.checked_mul(size);
    let months = part(span.get_months().into(), 1)?.checked_add(part(span.get_years().into(), 12)?)?;
    let parts = [
        part(span.get_weeks().into(), 604_800)?,
        part(span.get_days().into(), 86_400)?,
        part(span.get_hours().into(), 3_600)?,
        part(span.get_minutes(), 60)?,
        part(span.get_seconds(), 1)?,
    ];
    let seconds = parts.iter().try_fold(0_u64, |sum, part| sum.checked_add(*part))?;
    Some(Period { months, seconds })
}
