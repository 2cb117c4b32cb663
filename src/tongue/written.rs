//! How each language writes numbers, amounts and quotations.

use super::Tongue::{self, Dutch, English, French};

/// Ways to write a currency as a unit, by its sign.
const CURRENCIES: [(&str, &[&str]); 3] =
    [("€", &["€", "eur", "euro", "euros"]), ("$", &["$", "usd"]), ("£", &["£", "gbp"])];

impl Tongue {
    /// A number to at most two decimals, its thousands set apart: `12,345.6`; one that would be too long to read in powers
    /// of ten.
    pub(crate) fn number(self, value: f64) -> String {
        let (point, apart) = match self {
            English => (".", ','),
            Dutch => (",", '.'),
            French => (",", '\u{a0}'),
        };
        if value.abs() >= 1e9 {
            return format!("{value:.2e}").replace('-', "−").replace('.', point);
        }
        let digits = format!("{:.2}", value.abs());
        let (whole, decimals) = digits.split_once('.').unwrap_or((&digits, ""));
        let decimals = decimals.trim_end_matches('0');
        let mut text = String::new();
        if value < 0.0 && (whole != "0" || !decimals.is_empty()) {
            text.push('−');
        }
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at).is_multiple_of(3) {
                text.push(apart);
            }
            text.push(digit);
        }
        if decimals.is_empty() { text } else { text + point + decimals }
    }

    /// A number with its sign: `+1`, `0`, `−2`.
    pub(crate) fn signed(self, value: f64) -> String {
        let number = self.number(value);
        if number == "0" || number.starts_with('−') { number } else { format!("+{number}") }
    }

    /// A percentage: `12.5%`, `12,5 %`.
    pub(crate) fn percentage(self, value: f64) -> String {
        let blank = if self == French { "\u{a0}" } else { "" };
        format!("{}{blank}%", self.number(value))
    }

    /// A number of something: `62%`, `€9,840`, `9 840 €`, `3 days`.
    pub(crate) fn amount(self, value: f64, unit: Option<&str>) -> String {
        let unit = unit.map(str::trim).unwrap_or_default();
        let is_unit = |written: &&str| unit.eq_ignore_ascii_case(written);
        let currency = CURRENCIES.iter().find(|(_, written)| written.iter().any(is_unit));
        let number = self.number(value);
        match (unit, currency, self) {
            ("", ..) => number,
            ("%", ..) => self.percentage(value),
            (_, Some((sign, _)), English) => match number.strip_prefix('−') {
                Some(number) => format!("−{sign}{number}"),
                None => format!("{sign}{number}"),
            },
            (_, Some((sign, _)), Dutch) => format!("{sign}\u{a0}{number}"),
            (_, Some((sign, _)), French) => format!("{number}\u{a0}{sign}"),
            _ => format!("{number}\u{a0}{unit}"),
        }
    }

    /// Words of somebody else between quotation marks, unless they stand between some already.
    pub(crate) fn quote(self, words: &str) -> String {
        let words = words.trim();
        if words.starts_with(['"', '“', '”', '„', '«', '‘', '\'']) && words.ends_with(['"', '”', '“', '»', '’', '\''])
        {
            return words.to_owned();
        }
        match self {
            English | Dutch => format!("“{words}”"),
            French => format!("«\u{a0}{words}\u{a0}»"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Tongue::{Dutch, English, French};

    #[test]
    fn numbers_are_written_as_in_each_language() {
        let all = |value| [English, Dutch, French].map(|tongue| tongue.number(value).replace('\u{a0}', " "));
        assert_eq!(all(-3.25), ["−3.25", "−3,25", "−3,25"]);
        assert_eq!(all(9_840.0), ["9,840", "9.840", "9 840"]);
        assert_eq!(all(1_234_567.5), ["1,234,567.5", "1.234.567,5", "1 234 567,5"]);
        assert_eq!(all(999.999), ["1,000", "1.000", "1 000"]);
        assert_eq!(all(-0.001), ["0", "0", "0"]);
        assert_eq!(all(1e300), ["1.00e300", "1,00e300", "1,00e300"]);
        assert_eq!([1.0, 0.0, -0.5].map(|gap| Dutch.signed(gap)), ["+1", "0", "−0,5"]);
    }

    #[test]
    fn amounts_have_their_unit_where_the_language_puts_it() {
        let all = |value, unit| {
            [English, Dutch, French].map(|tongue| tongue.amount(value, Some(unit)).replace('\u{a0}', " "))
        };
        assert_eq!(all(62.5, "%"), ["62.5%", "62,5%", "62,5 %"]);
        assert_eq!(all(9_840.0, "EUR"), ["€9,840", "€ 9.840", "9 840 €"]);
        assert_eq!(all(-5.0, "€"), ["−€5", "€ −5", "−5 €"]);
        assert_eq!(all(3.0, " days "), ["3 days", "3 days", "3 days"]);
        assert_eq!(all(38.0, ""), ["38", "38", "38"]);
    }

    #[test]
    fn words_stand_between_the_marks_of_the_language_once() {
        assert_eq!([French.quote("Non"), Dutch.quote("Nee")], ["«\u{a0}Non\u{a0}»", "“Nee”"]);
        assert_eq!(French.quote("« Non »"), "« Non »");
    }
}
