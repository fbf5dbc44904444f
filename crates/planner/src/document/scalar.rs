//! Single values that are not what they have to be: why not, and what was most likely meant.

use super::typographic;
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
    if let Some((dash, after)) = typographic::dashed(&ascii)
        && let Some(number) = Decimal::parse(&format!("-{}", after.trim()))
        && Decimal::parse(&ascii).is_none()
    {
        return Some(format!(
            "The sign before it is a dash of a word processor ({dash}). Type a hyphen: {number}."
        ));
    }
    if let Some(number) = in_another_base(&ascii) {
        return Some(format!("Numbers are written to the base of ten: {number}."));
    }
    if let Some(number) = without_exponent(&ascii) {
        return Some(format!(
            "A number is written without an exponent. Write {number}."
        ));
    }
    if Range::parse(&ascii).is_none()
        && let Some(plain) = without_plus(&ascii)
    {
        let plain = plain_range(&plain.to_string());
        return Some(format!("Write no + before a number: {plain}."));
    }
    if Decimal::parse(&ascii).is_none()
        && let Some(number) = without_zeros(&ascii)
    {
        return Some(format!(
            "It begins with 0, and some programs read such a number to the base of eight. Write {number}."
        ));
    }
    if Decimal::parse(&ascii).is_none()
        && let Some(number) = with_digits_about_point(&ascii)
    {
        return Some(format!(
            "A number has a digit before the point and after it. Write {number}."
        ));
    }
    if let Some(meant) = share_meant(&ascii) {
        return Some(meant);
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

/// Whether something is written as a number that can be read in two ways, or not at all: a number has
/// digits alone, a minus before them where it is below nought, no 0 before them, and at most one point with
/// digits on both its sides.
pub fn is_misread(text: &str) -> bool {
    let text = text.trim();
    let bare = text.trim_start_matches(['-', '+']);
    let begins = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    if !begins(bare.strip_prefix('.').unwrap_or(bare)) {
        return false;
    }
    let number = text.strip_prefix('-').unwrap_or(text);
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let (whole, part) = number
        .split_once('.')
        .map_or((number, None), |(whole, part)| (whole, Some(part)));
    let plain = digits(whole) && (whole.len() == 1 || !whole.starts_with('0'));
    !(plain && part.is_none_or(digits))
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

/// Whether a reader of YAML takes a word that is written plainly for a number.
pub fn is_taken_for_number(plain: &str) -> bool {
    let bare = plain.strip_prefix(['-', '+']).unwrap_or(plain);
    let bare = bare.replace('_', "").to_ascii_lowercase();
    let bases = [("0x", 16), ("0o", 8), ("0b", 2)];
    let of_base = bases.into_iter().find_map(|(mark, radix)| {
        let digits = bare.strip_prefix(mark)?;
        Some(!digits.is_empty() && digits.chars().all(|c| c.is_digit(radix)))
    });
    let begins = bare.starts_with(|c: char| c.is_ascii_digit() || c == '.');
    let endless = matches!(bare.as_str(), ".inf" | ".nan");
    of_base.unwrap_or_else(|| endless || (begins && bare.parse::<f64>().is_ok()))
}

/// A number with a + before it, or a range of such, without.
fn without_plus(text: &str) -> Option<Range> {
    let bare = |text: &str| {
        let text = text.trim();
        text.strip_prefix('+').unwrap_or(text).to_owned()
    };
    let text = match text.split_once(" to ") {
        Some((low, high)) => format!("{} to {}", bare(low), bare(high)),
        None => bare(text),
    };
    Range::parse(&text)
}

/// A number that has nothing before its point, or after it, with what is missing there.
fn with_digits_about_point(text: &str) -> Option<Decimal> {
    let bare = text.strip_prefix('+').unwrap_or(text);
    let (sign, bare) = match bare.strip_prefix('-') {
        Some(bare) => ("-", bare),
        None => ("", bare),
    };
    let number = match bare.split_once('.')? {
        ("", part) => format!("{sign}0.{part}"),
        (whole, "") => format!("{sign}{whole}"),
        _ => return None,
    };
    Decimal::parse(&number)
}

/// A number with an exponent, as it is written without.
fn without_exponent(text: &str) -> Option<Decimal> {
    let bare = text.strip_prefix('+').unwrap_or(text);
    let (mantissa, exponent) = bare.split_once(['e', 'E'])?;
    let exponent: i32 = exponent.parse().ok().filter(|at| (-12..=12).contains(at))?;
    let (negative, mantissa) = match mantissa.strip_prefix('-') {
        Some(mantissa) => ("-", mantissa),
        None => ("", mantissa),
    };
    let (whole, part) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    // The point goes by so many digits to the right; noughts stand where there are none.
    let noughts = "0".repeat(12);
    let digits = format!("{noughts}{whole}{part}{noughts}");
    let point = i32::try_from(noughts.len() + whole.len()).ok()? + exponent;
    let (whole, part) = digits.split_at_checked(usize::try_from(point).ok()?)?;
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let part = part.trim_end_matches('0');
    let point = if part.is_empty() { "" } else { "." };
    Decimal::parse(&format!("{negative}{whole}{point}{part}"))
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

/// What is meant by a number whose pieces stand between commas.
pub fn number_of_pieces(written: &str) -> String {
    without_signs(written).unwrap_or_else(|| match written.split_once(',') {
        Some((first, second)) if !second.contains(',') => format!("{first}.{second}"),
        _ => "it without commas".to_owned(),
    })
}

/// What is meant by digits before a comma and after it.
fn commas(before: &str, after: &str) -> Option<String> {
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
pub(super) fn in_ascii(text: &str) -> String {
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

/// What a number, or a range, per cent should have been.
fn share_meant(text: &str) -> Option<String> {
    let without = |text: &str| text.replace(['%', '٪'], "").trim().to_owned();
    if !text.contains(['%', '٪']) {
        return None;
    }
    let bare = without(text);
    let range = Range::parse(&bare).or_else(|| range_meant(&bare))?;
    let (low, high) = (hundredth(range.low())?, hundredth(range.high())?);
    let meant = plain_range(&Range::between(low, high).to_string());
    Some(format!(
        "A sign for per cent is not read: a chance of {range} per cent is {meant}."
    ))
}

/// A hundredth of a number, for a chance that was written per cent; nothing where it has too many digits.
pub fn hundredth(share: Decimal) -> Option<Decimal> {
    let places = share.places();
    let units = share.in_units_of(places)?;
    (places + 2 <= PLACES_MOST).then(|| Decimal::new(units, places + 2))
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
            ("–10", "hyphen: -10."),
            ("2-5", "\"2 to 5\""),
            ("2 – 5", "\"2 to 5\""),
            ("5 to 2", "\"2 to 5\""),
            ("between 2 and 5", "\"2 to 5\""),
            ("-5..-2", "\"-5 to -2\""),
            ("90%", "is 0.9."),
            ("12.5 %", "is 0.125."),
            ("1e3", "Write 1000."),
            ("-1.25e1", "Write -12.5."),
            ("+3E-2", "Write 0.03."),
            ("1e-5", "Write 0.00001."),
            ("+5", "number: 5."),
            ("+2 to +5", "number: \"2 to 5\"."),
            ("٣", "as 3."),
            ("1.12345678", "at most 12 digits"),
            (".5", "after it. Write 0.5."),
            ("+.5", "Write 0.5."),
            ("-.25", "Write -0.25."),
            ("5.", "Write 5."),
        ] {
            let said = number_meant(written).unwrap_or_default();
            assert!(said.contains(meant), "{written}: {said}");
        }
        assert_eq!(number_meant("a lot"), None);
        for misread in [
            "017", "-01", "00", "0x10", "0b1", "1_000", "1,000", ".5", "5.", "2 to 05", "24h",
            "1e3", "1.5e-05", "+3", "+0.5", "--1",
        ] {
            assert!(is_misread(misread), "{misread}");
        }
        for plain in ["0", "17", "-3", "0.02", "10.50", "a", "", "-", "+", "x7"] {
            assert!(!is_misread(plain), "{plain}");
        }
        for looked_at in [
            "017", "-01", "0x1F", "0o7", "0b1", "1_000", ".5", "5.", "05", "01e+1", "1e3", "2E-1",
            "+5",
        ] {
            assert!(may_be_misread(looked_at), "{looked_at}");
        }
        for number in [
            "0x1F", "017", "1_000", "1e3", ".5", "-3", "+3", "1.5", ".inf", "-.inf",
        ] {
            assert!(is_taken_for_number(number), "{number}");
        }
        for word in [
            "2b", "3rd", "0xg", "0x", "1-2", "07:00", "e3", "-", ".", "inf", "٣",
        ] {
            assert!(!is_taken_for_number(word), "{word}");
        }
        for passed_over in ["2026-03-01", "07:00", "17", "0.5", "24h", "3rd", "a", ""] {
            assert!(!may_be_misread(passed_over), "{passed_over}");
        }
    }
}
