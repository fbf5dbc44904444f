//! Numbers and days as text. An identity number that a spreadsheet stored as a number comes out as
//! its digits; zeros that it lost at the front are not invented.

/// Digits that spreadsheet programs keep of a number (IEEE 754 binary64, cut to fifteen by Excel).
const KEPT: usize = 15;

/// A number as text, and whether its program may have rounded it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Number {
    /// Digits, with a sign and a decimal point where there is one; no exponent.
    pub text: String,
    /// More digits than its program keeps.
    pub rounded: bool,
}

/// Reads what a file stores as a number (XML Schema `double`); none where it is no number. A whole
/// number keeps all digits that stand in the file; another is written as briefly as tells it apart.
pub(crate) fn number(raw: &str) -> Option<Number> {
    let raw = raw.trim();
    let value: f64 = raw.parse().ok().filter(|v: &f64| v.is_finite())?;
    let text = whole(raw).unwrap_or_else(|| brief(value));
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let rounded = digits > KEPT && !text.contains('.');
    Some(Number { text, rounded })
}

/// A whole number from its written form, shifting its digits by its exponent.
fn whole(raw: &str) -> Option<String> {
    let (sign, rest) = match raw.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", raw.strip_prefix('+').unwrap_or(raw)),
    };
    let (mantissa, exponent) = rest.split_once(['e', 'E']).unwrap_or((rest, "0"));
    let (before, after) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let after = after.trim_end_matches('0');
    let exponent = usize::try_from(exponent.parse::<i32>().ok()?).ok()?;
    let plain = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if exponent > 30 || after.len() > exponent || !plain(before) || !plain(after) {
        return None;
    }
    let digits = format!("{before}{after}{}", "0".repeat(exponent - after.len()));
    let digits = digits.trim_start_matches('0');
    Some(match digits {
        "" => "0".to_owned(),
        digits => format!("{sign}{digits}"),
    })
}

/// The shortest text that reads back as this number, without exponent unless it would be absurd.
fn brief(value: f64) -> String {
    let size = value.abs();
    if size != 0.0 && !(1e-10..1e30).contains(&size) {
        format!("{value:e}")
    } else {
        format!("{value}")
    }
}

/// From which day a workbook counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Epoch {
    /// Day 1 is 1 January 1900, and 29 February 1900 is counted though it was not.
    #[default]
    Of1900,
    /// Day 0 is 1 January 1904.
    Of1904,
}

/// What a number's format makes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// A number.
    Plain,
    /// A number shown with at least so many digits, zeros before it.
    Zeros(usize),
    /// A day, perhaps with a time.
    Day,
    /// A time of day or a span.
    Time,
}

/// A day count as an ISO 8601 day, with the time where there is one; none where it is no day.
pub(crate) fn day(count: f64, epoch: Epoch) -> Option<String> {
    const SECONDS: f64 = 86_400.0;
    let seconds = (count * SECONDS).round();
    if !(0.0..=2_958_466.0 * SECONDS).contains(&seconds) {
        return None;
    }
    let days = (seconds / SECONDS).floor();
    let time = clock(seconds - days * SECONDS);
    let days = small(days)?;
    let since_1970 = match epoch {
        Epoch::Of1904 => days - 24_107,
        Epoch::Of1900 if days < 60 => days - 25_568,
        Epoch::Of1900 => days - 25_569,
    };
    let (year, month, day) = civil(since_1970);
    let date = format!("{year:04}-{month:02}-{day:02}");
    Some(match time.as_str() {
        "00:00:00" => date,
        time => format!("{date}T{time}"),
    })
}

/// A part of a day, or a span of days, as hours, minutes and seconds.
pub(crate) fn time(count: f64) -> Option<String> {
    let seconds = (count * 86_400.0).round();
    (0.0..1e9).contains(&seconds).then(|| clock(seconds))
}

fn clock(seconds: f64) -> String {
    let seconds = small(seconds).unwrap_or(0);
    let (hours, rest) = (seconds / 3600, seconds % 3600);
    format!("{hours:02}:{:02}:{:02}", rest / 60, rest % 60)
}

/// A whole number below ten thousand million, exactly.
fn small(value: f64) -> Option<i64> {
    format!("{value:.0}").parse().ok()
}

/// Year, month and day of a count of days from 1 January 1970 in the Gregorian calendar (Howard
/// Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`).
fn civil(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 {
        shifted_month + 3
    } else {
        shifted_month - 9
    };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day)
}

/// A day as ISO 8601 has it, without a time that says nothing: `1980-05-02T00:00:00.000Z` is a day.
pub(crate) fn iso(raw: &str) -> &str {
    match raw.split_once('T') {
        Some((day, time)) if time.bytes().all(|b| matches!(b, b'0' | b':' | b'.' | b'Z')) => day,
        _ => raw,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(raw: &str, text: &str, rounded: bool) {
        let text = text.to_owned();
        assert_eq!(number(raw), Some(Number { text, rounded }));
    }

    #[test]
    fn identity_numbers_come_out_as_digits() {
        check("1234567890", "1234567890", false);
        check("1.23456789E9", "1234567890", false);
        check("123456789012345678", "123456789012345678", true);
        check("1.23456789012345E+17", "123456789012345000", true);
        check("900.0", "900", false);
        check("-0", "0", false);
        check("17.100000000000001", "17.1", false);
        check("0.5", "0.5", false);
        check("1E-20", "1e-20", false);
        assert_eq!(number("twelve"), None);
        assert_eq!(number("NaN"), None);
        assert_eq!(number("1e999"), None);
    }

    #[test]
    fn days_are_counted_as_spreadsheets_count_them() {
        let days = [1.0, 59.0, 61.0, 29_343.0, 45_658.75].map(|n| day(n, Epoch::Of1900).unwrap());
        let expected = [
            "1900-01-01",
            "1900-02-28",
            "1900-03-01",
            "1980-05-02",
            "2025-01-01T18:00:00",
        ];
        assert_eq!(days, expected);
        assert_eq!(day(27_881.0, Epoch::Of1904).unwrap(), "1980-05-02");
        assert_eq!(day(-1.0, Epoch::Of1900), None);
        assert_eq!(day(1e12, Epoch::Of1900), None);
        assert_eq!(time(0.5).unwrap(), "12:00:00");
        assert_eq!(time(1.25).unwrap(), "30:00:00");
        assert_eq!(iso("1980-05-02T00:00:00"), "1980-05-02");
        assert_eq!(iso("1980-05-02T10:00:00"), "1980-05-02T10:00:00");
    }

    proptest! {
        #[test]
        fn a_whole_number_keeps_every_digit(n in any::<i64>()) {
            prop_assert_eq!(number(&n.to_string()).unwrap().text, n.to_string());
        }

        #[test]
        fn any_number_reads_back_as_itself(value in any::<f64>()) {
            if let Some(made) = number(&value.to_string()) {
                let back: f64 = made.text.parse().unwrap();
                prop_assert!(back.partial_cmp(&value).is_some_and(std::cmp::Ordering::is_eq));
            }
        }

        #[test]
        fn arbitrary_text_is_a_number_or_none(raw in ".{0,40}") {
            let _ = number(&raw);
        }
    }
}
