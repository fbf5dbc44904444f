//! A cell that gives one date in two calendars: `1405/3/2 هـ - 15.12.1984 م`, `5 Tishrei 5745 (1 Oct
//! 1984)`. It is cut in two, each half is read by itself, and where they are one day within a day, what
//! the one leaves open the other settles.

use super::{
    CivilDay, Dates, PartialDate,
    calendar::Calendar,
    gematria, months,
    parts::Parts,
    read::{Cell, calendar_of},
    scan::Token,
};

/// The two halves of a cell that names years of two calendars; none of any other.
pub(super) fn cells(tokens: &[Token]) -> Option<[Cell; 2]> {
    let years: Vec<(usize, Calendar)> = tokens
        .iter()
        .enumerate()
        .filter_map(|(at, token)| Some((at, year_of(token)?)))
        .collect();
    let [(first, one), (second, other)] = *years.as_slice() else {
        return None;
    };
    if one == other {
        return None;
    }
    // Marks and signs between the halves stay with the first: the last cut that leaves two dates.
    (first + 1..=second).rev().find_map(|cut| {
        let (left, right) = tokens.split_at_checked(cut)?;
        let half = |tokens| Parts::of(tokens).and_then(Parts::cell).ok();
        Some([half(left)?, half(right)?])
    })
}

/// The calendar of a year of four digits, or in Hebrew letters.
fn year_of(token: &Token) -> Option<Calendar> {
    match token {
        Token::Number(number) if number.digits == 4 => calendar_of(number.value),
        Token::Word { raw, folded } if !is_known(folded) => {
            let bare = raw.trim_start_matches(gematria::is_mark);
            let without_in = bare.strip_prefix('ב').unwrap_or(bare);
            let year = gematria::year(bare).or_else(|| gematria::year(without_in));
            year.map(|_| Calendar::Hebrew)
        }
        Token::Number(_) | Token::Sign(_) | Token::Word { .. } => None,
    }
}

/// Whether a word is one of dates, also with "in" or "of" before it: its letters make no number then.
fn is_known(word: &str) -> bool {
    let bare = word.strip_prefix(['ב', 'ל']).unwrap_or(word);
    months::meaning(word).is_some() || months::meaning(bare).is_some()
}

/// What two halves that are one day say together: the readings of the more precise that some reading
/// of the other bears out. None where they are two days.
pub(super) fn together(one: &Dates, other: &Dates) -> Option<Dates> {
    let coarse = |dates: &Dates| {
        let coarseness = |date: &PartialDate| match date {
            PartialDate::Day { .. } | PartialDate::Written { .. } => 0,
            PartialDate::Month { .. } => 1,
            PartialDate::Year(_) => 2,
            PartialDate::Span(..) => 3,
        };
        (dates.0.iter().map(coarseness).max(), dates.0.len())
    };
    let (fine, check) = if coarse(one) <= coarse(other) {
        (one, other)
    } else {
        (other, one)
    };
    let borne_out = |date: &&PartialDate| check.0.iter().any(|&by| are_one(**date, by));
    let kept: Vec<PartialDate> = fine.0.iter().filter(borne_out).copied().collect();
    (!kept.is_empty()).then_some(Dates(kept))
}

/// Whether two may be one day. A day begins in the evening in two of the calendars, so the next and
/// the one before are the same.
fn are_one(a: PartialDate, b: PartialDate) -> bool {
    if let (Some(a), Some(b)) = (day(a), day(b)) {
        return (-1..=1).any(|days| a.plus(days) == Some(b));
    }
    let ((a0, a1), (b0, b1)) = (a.years(), b.years());
    let years = a0 <= b1 && b0 <= a1;
    match (month(a), month(b)) {
        (Some(a), Some(b)) => years && a == b,
        (None, _) | (_, None) => years,
    }
}

fn day(date: PartialDate) -> Option<CivilDay> {
    match date {
        PartialDate::Day { year, month, day } => CivilDay::new(year, month, day),
        PartialDate::Written { .. }
        | PartialDate::Month { .. }
        | PartialDate::Year(_)
        | PartialDate::Span(..) => None,
    }
}

fn month(date: PartialDate) -> Option<u8> {
    match date {
        PartialDate::Day { month, .. } | PartialDate::Month { month, .. } => Some(month),
        PartialDate::Written { .. } | PartialDate::Year(_) | PartialDate::Span(..) => None,
    }
}
