//! Days and times of day that are none: what was most likely meant.

use jiff::civil::{Date, Time};

use super::{scalar::in_ascii, typographic::is_dash};

/// A time of day as it is written in a file: two digits, a colon, two digits.
pub fn time(text: &str) -> Option<Time> {
    let [b'0'..=b'9', b'0'..=b'9', b':', b'0'..=b'9', b'0'..=b'9'] = text.as_bytes() else {
        return None;
    };
    text.parse().ok()
}

/// That there is no such time of day, of what is written as one.
pub fn no_such_time(text: &str) -> Option<String> {
    let [
        a @ b'0'..=b'9',
        b @ b'0'..=b'9',
        b':',
        c @ b'0'..=b'9',
        d @ b'0'..=b'9',
    ] = text.as_bytes()
    else {
        return None;
    };
    let number = |tens: &u8, ones: &u8| (tens - b'0') * 10 + (ones - b'0');
    let why = match (number(a, b), number(c, d)) {
        (24, 0) => "the last minute of a day is 23:59, and the next day begins at 00:00",
        (24.., _) => "hours go from 00 to 23",
        (_, 60..) => "minutes go from 00 to 59",
        _ => return None,
    };
    Some(format!("is no time of day that exists: {why}."))
}

/// That there is no such day, of what is written as one.
pub fn no_such_day(text: &str) -> Option<String> {
    const NAMES: [&str; 12] = [
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
    let mut parts = text.split('-');
    let mut number = |digits: usize| -> Option<i16> {
        let part = parts.next().filter(|part| part.len() == digits)?;
        part.bytes()
            .all(|b| b.is_ascii_digit())
            .then(|| part.parse().ok())?
    };
    let (year, month, day) = (number(4)?, number(2)?, number(2)?);
    if parts.next().is_some() {
        return None;
    }
    let name = i8::try_from(month).ok().and_then(|month| {
        let first = Date::new(year, month, 1).ok()?;
        let name = NAMES.get(usize::try_from(month).ok()?.checked_sub(1)?)?;
        Some((*name, first.days_in_month()))
    });
    let why = match name {
        None => format!("months go from 01 to 12, and {month:02} is none of them"),
        Some((name, most)) if !(1..=i16::from(most)).contains(&day) => {
            format!("{name} {year} has the days 01 to {most}")
        }
        Some(_) => return None,
    };
    Some(format!("is no day that exists: {why}."))
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
    // 4.5 may be half past four.
    if bare.contains('.') && minutes.len() < 2 {
        return None;
    }
    let (mut hours, minutes): (u8, u8) = (hours.parse().ok()?, minutes.parse().ok()?);
    if let Some(afternoon) = afternoon {
        // Of 13 am nobody knows which of the two is wrong.
        if !(1..=12).contains(&hours) {
            return None;
        }
        hours = hours % 12 + if afternoon { 12 } else { 0 };
    }
    (hours < 24 && minutes < 60).then(|| format!("{hours:02}:{minutes:02}"))
}

/// What a day that is none should have been: nothing where day and month could be taken for each
/// other.
pub fn day_meant(text: &str) -> Option<String> {
    let ascii = in_ascii(text.trim()).replace(is_dash, "-");
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
            (Ok(day), Ok(other)) if day > 12 || day == other => (*c, other, day),
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
            ("9:5", "09:05"),
            ("9.30", "09:30"),
            ("1600", "16:00"),
            ("4 pm", "16:00"),
            ("12am", "00:00"),
            ("12:30 pm", "12:30"),
            ("4.30 pm", "16:30"),
            ("16h30", "16:30"),
            ("16:00:00", "16:00"),
        ] {
            assert_eq!(time_meant(written).as_deref(), Some(meant), "{written}");
        }
        for unclear in [
            "25:00", "noon", "13 am", "13:30 pm", "1630 pm", "0 am", "0:30 pm", "4.5 pm", "4.5",
        ] {
            assert_eq!(time_meant(unclear), None, "{unclear}");
        }
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
        assert_eq!(day_meant("1.2.2026"), None);
        assert_eq!(day_meant("2.2.2026").as_deref(), Some("2026-02-02"));
        assert_eq!(day_meant("2023-02-30"), None);
        assert_eq!(day_meant("2023–11–24").as_deref(), Some("2023-11-24"));
    }

    #[test]
    fn what_does_not_exist_is_told_as_that() {
        for (day, why) in [
            ("2024-02-30", "February 2024 has the days 01 to 29"),
            ("2023-02-29", "February 2023 has the days 01 to 28"),
            ("2024-04-00", "April 2024 has the days 01 to 30"),
            ("2024-13-01", "months go from 01 to 12"),
        ] {
            let said = no_such_day(day).unwrap_or_default();
            assert!(said.contains(why), "{day}: {said}");
        }
        for other in [
            "2024-02-29",
            "2024-2-30",
            "30.02.2024",
            "2024-02-30-1",
            "",
            "2024-02-3x",
        ] {
            assert_eq!(no_such_day(other), None, "{other}");
        }
        for (time, why) in [
            ("25:00", "00 to 23"),
            ("24:00", "23:59"),
            ("12:60", "00 to 59"),
        ] {
            let said = no_such_time(time).unwrap_or_default();
            assert!(said.contains(why), "{time}: {said}");
        }
        for other in ["23:59", "9:70", "25.00", "13 am"] {
            assert_eq!(no_such_time(other), None, "{other}");
        }
    }
}
