//! Days as surveys write them.

use jiff::civil::Date;

use crate::import::table::cell::Cell;

/// In which order the numbers of a date stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// `2026-03-01`
    YearFirst,
    /// `01/03/2026` for the first of March.
    DayFirst,
    /// `03/01/2026` for the first of March.
    MonthFirst,
    /// One of the two before, and nothing says which.
    Unknown,
}

impl Order {
    /// The order in a column: told by a number that can be no month. `is_american` surveys put the month first.
    pub(super) fn of(rows: &[Vec<Cell>], column: usize, is_american: bool) -> Self {
        let dates = rows.iter().filter_map(|row| numbers(&row.get(column)?.text));
        let mut order = if is_american { Self::MonthFirst } else { Self::Unknown };
        for [first, second, _] in dates {
            match () {
                () if first > 31 => return Self::YearFirst,
                () if first > 12 => order = Self::DayFirst,
                () if second > 12 => order = Self::MonthFirst,
                () => {}
            }
        }
        order
    }

    /// The day that a text begins with.
    pub(super) fn day(self, text: &str) -> Option<Date> {
        let [first, second, third] = numbers(text)?;
        let (year, month, day) = match self {
            Self::YearFirst => (first, second, third),
            Self::DayFirst => (third, second, first),
            Self::MonthFirst => (third, first, second),
            Self::Unknown => return None,
        };
        let year = if year < 100 { year + 2000 } else { year };
        Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
    }
}

/// The three numbers that a date begins with.
fn numbers(text: &str) -> Option<[i16; 3]> {
    let mut parts = text.trim().split(|c: char| !c.is_ascii_digit());
    let mut next = || parts.next()?.parse().ok();
    Some([next()?, next()?, next()?])
}
