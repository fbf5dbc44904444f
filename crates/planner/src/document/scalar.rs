//! Single values that are not what they have to be: why not, and what was most likely meant.

use crate::{
    decimal::{Decimal, PLACES_MOST},
    range::Range,
};

/// Words for numbers, as somebody in a hurry writes them.
const WORDS: [(&str, u32); 21] = [
    ("zero", 0),
    ("nought", 0),
    ("none", 0),
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("fifteen", 15),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("hundred", 100),
];

/// What a number that is none should have been, in a sentence; nothing where that cannot be guessed.
pub fn number_meant(text: &str) -> Option<String> {
    let text = text.trim();
    let lower = text.to_lowercase();
    if let Some((_, number)) = WORDS.iter().find(|(word, _)| *word == lower) {
        return Some(format!("Write numbers as digits: {number}."));
    }
    let ascii = in_ascii(text);
    if ascii != text && Range::parse(&ascii).is_some() {
        return Some(format!("Write the digits as {}.", plain_range(&ascii)));
    }
    if let Some(number) = in_another_base(&ascii) {
        return Some(format!("Numbers are written to the base of ten: {number}."));
    }
    if Decimal::parse(&ascii).is_none()
        && let Some(number) = without_zeros(&ascii)
    {
        return Some(format!(
            "It begins with 0, and some programs read such a number to the base of eight. Write {number}."
        ));
    }
    if let Some(share) = text.strip_suffix('%').map(str::trim)
        && Decimal::parse(share).is_some()
    {
        return Some(format!(
            "A sign for per cent is not read: a chance of {share} per cent is {}.",
            hundredth(share)
        ));
    }
    if let Some(meant) = without_signs(&ascii) {
        return Some(format!(
            "Write no commas, no spaces and no other signs between digits: {meant}."
        ));
    }
    if let Some(range) = range_meant(&ascii) {
        return Some(format!(
            "A range is written \"{range}\", the smaller first."
        ));
    }
    let digits = ascii.bytes().filter(u8::is_ascii_digit).count();
    let only = |c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '+');
    if digits > 0 && ascii.chars().all(only) {
        return Some(format!(
            "A number has at most 12 digits in all and {PLACES_MOST} after the point, and a digit before the point and after it."
        ));
    }
    None
}

/// Whether something is written as a number that can be read in two ways, or not at all: a plain number has
/// digits alone, no 0 before them, and at most one point with digits on both its sides; a program may
/// write it with an exponent.
pub fn is_misread(text: &str) -> bool {
    let bare = text.trim().trim_start_matches(['-', '+']);
    let begins = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    if !begins(bare.strip_prefix('.').unwrap_or(bare)) {
        return false;
    }
    let (mantissa, exponent) = bare
        .split_once(['e', 'E'])
        .map_or((bare, None), |(mantissa, exponent)| {
            (mantissa, Some(exponent))
        });
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let exponent = exponent
        .is_none_or(|exponent| digits(exponent.strip_prefix(['-', '+']).unwrap_or(exponent)));
    let (whole, part) = mantissa
        .split_once('.')
        .map_or((mantissa, None), |(whole, part)| (whole, Some(part)));
    let plain = digits(whole) && (whole.len() == 1 || !whole.starts_with('0'));
    !(plain && exponent && part.is_none_or(digits))
}

/// Whether a piece of a text is such a number as far as a reader of YAML would take it for one: no day, no
/// time of day and no word that begins with digits.
pub fn may_be_misread(piece: &str) -> bool {
    let bare = piece.strip_prefix(['-', '+']).unwrap_or(piece);
    let of_a_number =
        |b: u8| b.is_ascii_hexdigit() || matches!(b, b'x' | b'X' | b'o' | b'O' | b'_' | b'.');
    let of_an_exponent = |at: usize, b: u8| {
        let before = at.checked_sub(1).and_then(|at| bare.as_bytes().get(at));
        matches!(b, b'+' | b'-') && matches!(before, Some(b'e' | b'E'))
    };
    bare.starts_with(|c: char| c.is_ascii_digit() || c == '.')
        && (bare.bytes().enumerate()).all(|(at, b)| of_a_number(b) || of_an_exponent(at, b))
        && is_misread(piece)
}

/// A number to the base of sixteen, eight or two, as it is written to the base of ten.
fn in_another_base(text: &str) -> Option<i64> {
    let (sign, bare) = match text.strip_prefix('-') {
        Some(bare) => (-1, bare),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let bare = bare.to_ascii_lowercase().replace('_', "");
    let bases = [("0x", 16), ("0o", 8), ("0b", 2)];
    let (digits, radix) = bases
        .into_iter()
        .find_map(|(mark, radix)| Some((bare.strip_prefix(mark)?, radix)))?;
    let number = u32::from_str_radix(digits, radix).ok()?;
    Some(sign * i64::from(number))
}

/// A number without the noughts before it.
fn without_zeros(text: &str) -> Option<Decimal> {
    let text = text.trim();
    let (sign, bare) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(bare) => ("-", bare),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let signless = bare;
    let bare = signless.trim_start_matches('0');
    let nought = if bare.starts_with(|c: char| c.is_ascii_digit()) {
        ""
    } else {
        "0"
    };
    let starts = bare.len() < signless.len();
    Decimal::parse(&format!("{sign}{nought}{bare}")).filter(|_| starts)
}

/// A number without what stands between its digits: grouped digits, or a comma where a point has to be.
/// Where both can be meant, both are said.
fn without_signs(text: &str) -> Option<String> {
    let between = |c: char| matches!(c, ' ' | '\'' | '_' | '’' | '\u{a0}' | '\u{202f}');
    let text: String = text.chars().filter(|c| !between(*c)).collect();
    let number = |text: &str| {
        let plain = Decimal::parse(text).map(|_| text.to_owned());
        plain.or_else(|| without_zeros(text).map(|number| number.to_string()))
    };
    let Some((before, after)) = text.rsplit_once(',') else {
        return number(&text);
    };
    if before.contains('.') {
        // 1.000,50
        return number(&format!("{}.{after}", before.replace('.', "")));
    }
    if before.contains(',') || after.contains('.') {
        return number(&text.replace(',', ""));
    }
    commas(before, after)
}

/// What is meant by digits before a comma and after it.
pub fn commas(before: &str, after: &str) -> Option<String> {
    let point = format!("{before}.{after}");
    let point = Decimal::parse(&point).map(|_| point);
    // Digits are grouped by threes, and no group stands after a nought.
    let grouped = format!("{before}{after}");
    let grouped = (after.len() == 3)
        .then(|| Decimal::parse(&grouped).map(|_| grouped))
        .flatten();
    match (grouped, point) {
        (Some(grouped), Some(point)) => {
            Some(format!("{grouped}, or {point} where a decimal is meant"))
        }
        (grouped, point) => grouped.or(point),
    }
}

/// Two numbers with something between them that is no "to".
fn range_meant(text: &str) -> Option<Range> {
    let text = text
        .trim_start_matches("between ")
        .trim_start_matches("from ");
    let between = [" to ", " and ", " - ", " – ", "..", "–", "—"];
    let pair = between.iter().find_map(|sign| text.split_once(*sign));
    // A dash that is no sign of a negative number.
    let dash = || text.char_indices().skip(1).find(|(_, c)| *c == '-');
    let pair = pair.or_else(|| {
        dash().map(|(at, _)| {
            let (low, high) = text.split_at(at);
            (low, high.trim_start_matches('-'))
        })
    });
    let (low, high) = pair?;
    let end = |text: &str| Decimal::parse(text).or_else(|| without_zeros(text));
    Some(Range::between(end(low)?, end(high)?))
}

/// A range or a number as it is to be written.
fn plain_range(text: &str) -> String {
    Range::parse(text).map_or_else(
        || text.to_owned(),
        |range| {
            if range.is_exact() {
                range.to_string()
            } else {
                format!("\"{range}\"")
            }
        },
    )
}

/// Digits of other scripts as those that are read.
fn in_ascii(text: &str) -> String {
    let digit = |c: char| {
        let zero = ['\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{ff10}'];
        let from = zero.into_iter().find(|zero| {
            let zero = u32::from(*zero);
            (zero..zero + 10).contains(&u32::from(c))
        });
        match (from, c) {
            (Some(zero), c) => char::from_digit(u32::from(c) - u32::from(zero), 10).unwrap_or(c),
            (None, '\u{66b}') => '.',
            (None, '\u{66c}') => ',',
            (None, c) => c,
        }
    };
    text.chars().map(digit).collect()
}

/// A hundredth of a number, for a chance that was written per cent.
fn hundredth(share: &str) -> String {
    let places = Decimal::parse(share).map_or(0, Decimal::places);
    let units = Decimal::parse(share).and_then(|share| share.in_units_of(places));
    units.map_or_else(
        || share.to_owned(),
        |units| Decimal::new(units, places + 2).to_string(),
    )
}

/// What a time of day that is none should have been.
pub fn time_meant(text: &str) -> Option<String> {
    let ascii = in_ascii(text.trim());
    let lower = ascii.to_lowercase();
    let (bare, afternoon) = if let Some(bare) = lower.strip_suffix("pm") {
        (bare.trim(), Some(true))
    } else if let Some(bare) = lower.strip_suffix("am") {
        (bare.trim(), Some(false))
    } else {
        (lower.as_str(), None)
    };
    let bare = bare.trim_end_matches(['h', ' ']);
    let parts: Vec<&str> = bare.split([':', '.', 'h']).collect();
    let (hours, minutes) = match parts.as_slice() {
        [hours, minutes] | [hours, minutes, "00"] => (*hours, *minutes),
        [one] if one.len() == 4 && one.is_ascii() => one.split_at(2),
        [one] if afternoon.is_some() || lower.ends_with('h') => (*one, "00"),
        _ => return None,
    };
    let (mut hours, minutes): (u8, u8) = (hours.parse().ok()?, minutes.parse().ok()?);
    if let Some(afternoon) = afternoon {
        hours = hours.checked_rem(12)? + if afternoon { 12 } else { 0 };
    }
    (hours < 24 && minutes < 60).then(|| format!("{hours:02}:{minutes:02}"))
}

/// What a day that is none should have been: nothing where day and month could be taken for each
/// other.
pub fn day_meant(text: &str) -> Option<String> {
    let ascii = in_ascii(text.trim());
    let parts: Vec<&str> = ascii.split(['-', '/', '.', ' ']).collect();
    let [a, b, c] = parts.as_slice() else {
        return None;
    };
    let month = |word: &str| {
        const MONTHS: [&str; 12] = [
            "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
        ];
        let start: String = word.to_lowercase().chars().take(3).collect();
        let named = MONTHS.iter().position(|month| *month == start);
        named.map(|at| at + 1).or_else(|| word.parse().ok())
    };
    let is_word = |word: &str| word.starts_with(|c: char| c.is_alphabetic());
    let (year, month, day) = if a.len() == 4 {
        (*a, month(b)?, c.parse::<usize>().ok()?)
    } else if c.len() == 4 {
        let (first, second) = (a.trim_end_matches(','), b.trim_end_matches(','));
        match (first.parse::<usize>(), second.parse::<usize>()) {
            (Ok(day), _) if is_word(second) => (*c, month(second)?, day),
            (_, Ok(day)) if is_word(first) => (*c, month(first)?, day),
            (Ok(day), Ok(other)) if day > 12 || text.contains('.') => (*c, other, day),
            (Ok(other), Ok(day)) if day > 12 => (*c, other, day),
            _ => return None,
        }
    } else {
        return None;
    };
    let written = format!("{year}-{month:02}-{day:02}");
    let real = written.parse::<jiff::civil::Date>().is_ok();
    (real && written.len() == 10).then_some(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_meant_is_said_in_the_form_that_is_read() {
        for (written, meant) in [
            ("two", "2."),
            ("1,000", "1000, or 1.000"),
            ("1 000", "1000."),
            ("1_000", "1000."),
            ("0,02", "digits: 0.02."),
            ("1,5", "digits: 1.5."),
            ("1.000,50", "digits: 1000.50."),
            ("1,000.50", "digits: 1000.50."),
            ("017", "Write 17."),
            ("-007.5", "Write -7.5."),
            ("0x10", "ten: 16."),
            ("-0o17", "ten: -15."),
            ("2 to 05", "\"2 to 5\""),
            ("1,000,000", "1000000."),
            ("2-5", "\"2 to 5\""),
            ("2 – 5", "\"2 to 5\""),
            ("5 to 2", "\"2 to 5\""),
            ("between 2 and 5", "\"2 to 5\""),
            ("-5..-2", "\"-5 to -2\""),
            ("90%", "is 0.9."),
            ("12.5 %", "is 0.125."),
            ("٣", "as 3."),
            ("1.12345678", "at most 12 digits"),
            (".5", "a digit before"),
            ("+.5", "a digit before"),
        ] {
            let said = number_meant(written).unwrap_or_default();
            assert!(said.contains(meant), "{written}: {said}");
        }
        assert_eq!(number_meant("a lot"), None);
        for misread in [
            "017", "-01", "00", "0x10", "0b1", "1_000", "1,000", ".5", "5.", "2 to 05", "24h",
        ] {
            assert!(is_misread(misread), "{misread}");
        }
        for plain in [
            "0", "17", "-3", "+3", "0.02", "10.50", "1e3", "1.5e-05", "a", "", "-", "x7",
        ] {
            assert!(!is_misread(plain), "{plain}");
        }
        for looked_at in [
            "017", "-01", "0x1F", "0o7", "0b1", "1_000", ".5", "5.", "05", "01e+1",
        ] {
            assert!(may_be_misread(looked_at), "{looked_at}");
        }
        for passed_over in ["2026-03-01", "07:00", "17", "0.5", "24h", "3rd", "a", ""] {
            assert!(!may_be_misread(passed_over), "{passed_over}");
        }
        for (written, meant) in [
            ("9:5", "09:05"),
            ("9.30", "09:30"),
            ("1600", "16:00"),
            ("4 pm", "16:00"),
            ("12am", "00:00"),
            ("16h30", "16:30"),
            ("16:00:00", "16:00"),
        ] {
            assert_eq!(time_meant(written).as_deref(), Some(meant), "{written}");
        }
        assert_eq!(time_meant("25:00"), None);
        assert_eq!(time_meant("noon"), None);
        for (written, meant) in [
            ("24.11.2023", "2023-11-24"),
            ("24/11/2023", "2023-11-24"),
            ("2023/11/24", "2023-11-24"),
            ("24 November 2023", "2023-11-24"),
            ("November 24, 2023", "2023-11-24"),
            ("2023-1-4", "2023-01-04"),
        ] {
            assert_eq!(day_meant(written).as_deref(), Some(meant), "{written}");
        }
        // The 4th of March or the 3rd of April: nobody knows.
        assert_eq!(day_meant("04/03/2024"), None);
        assert_eq!(day_meant("2023-02-30"), None);
    }
}
