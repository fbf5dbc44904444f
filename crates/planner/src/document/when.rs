//! Days and times of day that are none: what was most likely meant.

use jiff::civil::Time;

use super::scalar::in_ascii;

/// A time of day as it is written in a file: two digits, a colon, two digits.
pub fn time(text: &str) -> Option<Time> {
    let [b'0'..=b'9', b'0'..=b'9', b':', b'0'..=b'9', b'0'..=b'9'] = text.as_bytes() else {
        return None;
    };
    text.parse().ok()
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
        assert_eq!(day_meant("2023-02-30"), None);
    }
}
